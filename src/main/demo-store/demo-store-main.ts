/**
 * The demo store as a process of its own: prints one JSON line {url, tokenUrl, credentials} once it listens, and runs
 * until SIGTERM or SIGINT. Options: --port (0), --seed (1), --still (nothing changes by itself).
 */
import { parseArgs } from 'node:util'
import { startDemoStore } from './demo-store.ts'

const { values } = parseArgs({
  options: { port: { type: 'string' }, seed: { type: 'string' }, still: { type: 'boolean' } }
})

async function main(): Promise<void> {
  const store = await startDemoStore({
    port: Number(values.port ?? 0),
    seed: Number(values.seed ?? 1),
    living: values.still !== true
  })
  console.log(JSON.stringify({ url: store.url, tokenUrl: store.tokenUrl, credentials: store.credentials }))
  const end = (): void => void store.close()
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
}

main().catch((error: unknown) => {
  console.error(`the demo store did not start: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
})
