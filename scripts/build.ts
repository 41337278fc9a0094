import { rebuild } from './ensure-built.ts'
import { runScript } from './run-script.ts'

await runScript(async () => {
  await rebuild()
  return 0
})
