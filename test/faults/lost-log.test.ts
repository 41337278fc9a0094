import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, openSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ensureBuilt, outDir } from '../../scripts/ensure-built.ts'
import { type DemoStore, startDemoStore } from '../../src/main/demo-store/demo-store.ts'
import { environmentOf, removeDir, temporaryDir } from '../main/serve/serve-process.ts'

/** A file that takes nothing, as one on a full disk. */
const FULL = '/dev/full'

let store: DemoStore
let dir: string
let child: ChildProcess | null = null

beforeEach(async () => {
  await ensureBuilt()
  store = await startDemoStore({ living: false })
  dir = temporaryDir()
})
afterEach(async () => {
  if (child !== null && child.exitCode === null) {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  await store.close()
  removeDir(dir)
})

test.skipIf(!existsSync(FULL))(
  'a log that cannot be written, for want of disk, ends no program: it syncs and serves on',
  { timeout: 90_000 },
  async () => {
    const full = openSync(FULL, 'w')
    const served = await servePortOf(full)
    await vi.waitFor(() => expect(store.requests.some(({ endpoint }) => endpoint === 'prices')).toBe(true), {
      timeout: 60_000
    })
    expect(served.exitCode).toBeNull()
    expect(served.signalCode).toBeNull()
  }
)

/** `serve` says where it listens on stdout, which is lost here too. */
async function servePortOf(log: number): Promise<ChildProcess> {
  child = spawn(process.execPath, [join(outDir, 'main/cli.js'), 'serve', '--port', '0'], {
    env: environmentOf(store, dir),
    stdio: ['ignore', log, log]
  })
  await once(child, 'spawn')
  return child
}
