import { ensureBuilt } from './ensure-built.ts'
import { runScript } from './run-script.ts'
import { runTests } from './run-tests.ts'

// Built once beforehand: tests that start a built program then find it ready.
await runScript(async () => {
  await ensureBuilt()
  return runTests('unit', process.argv.slice(2))
})
