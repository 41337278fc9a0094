import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Health } from '../../../src/shared/board-snapshot.ts'
import { startDemoStore } from '../../../src/main/demo-store/demo-store.ts'
import type { DemoStore } from '../../../src/main/demo-store/demo-store.types.ts'
import {
  environmentOf,
  eventually,
  getJson,
  removeDir,
  runCli,
  type Serving,
  startServe,
  temporaryDir
} from './serve-process.ts'

let dir: string
let store: DemoStore
let serving: Serving | null

beforeEach(async () => {
  dir = temporaryDir()
  store = await startDemoStore({ living: false })
  serving = null
})
afterEach(async () => {
  await serving?.stop('SIGKILL')
  await store.close()
  removeDir(dir)
})

/** Loaded before the program: ends its worker, as a bug would, once the file is there. */
function environmentWhoseEngineDies(whenFile: string): NodeJS.ProcessEnv {
  const hook = join(dir, 'hook.mjs')
  writeFileSync(
    hook,
    `import { existsSync, rmSync } from 'node:fs'
     import { syncBuiltinESMExports } from 'node:module'
     import threads from 'node:worker_threads'
     if (threads.isMainThread) {
       const workers = []
       const { Worker } = threads
       threads.Worker = class extends Worker {
         constructor(...given) {
           super(...given)
           if (given[1]?.name !== 'topshelf-engine') return
           this.on('message', ({ kind }) => kind === 'started' && workers.push(this))
         }
       }
       syncBuiltinESMExports()
       setInterval(() => {
         if (!existsSync(${JSON.stringify(whenFile)}) || workers.length === 0) return
         rmSync(${JSON.stringify(whenFile)})
         for (const worker of workers.splice(0)) void worker.terminate()
       }, 5).unref()
     }`
  )
  return { ...environmentOf(store, dir), NODE_OPTIONS: `--import ${pathToFileURL(hook).href}` }
}

describe('an engine that dies', () => {
  it('under serve ends its streams, and is followed by another that serves the same boards', async () => {
    const whenFile = join(dir, 'die')
    serving = await startServe([], environmentWhoseEngineDies(whenFile))
    const { url, child } = serving
    let stderr = ''
    child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
    const isServed = async (): Promise<boolean> =>
      (await getJson<Partial<Health>>(`${url}/api/health`)).feeds?.prices.lastSuccessAt != null
    await eventually(isServed, Boolean)
    const locationId = (await getJson<readonly { locationId: number }[]>(`${url}/api/locations`))[0]?.locationId
    const streamed = (await fetch(`${url}/boards/${locationId}/stream`)).text()

    writeFileSync(whenFile, '')
    expect(await streamed).toContain('event: view')
    await eventually(
      async () => stderr,
      (text) => text.includes('runs again')
    )
    await eventually(isServed, Boolean)
    expect((await fetch(`${url}/api/boards/${locationId}`)).status).toBe(200)
    expect(stderr).toBe('The engine ended\nThe engine runs again\n')
    expect(await serving.stop()).toBe(0)
  })

  it('under sync is one line and exit 1', async () => {
    const whenFile = join(dir, 'die')
    writeFileSync(whenFile, '')
    const finished = await runCli(['sync'], environmentWhoseEngineDies(whenFile))
    expect([finished.code, finished.stderr]).toEqual([1, 'The engine ended\n'])
  })
})
