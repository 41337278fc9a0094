import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Engine, ViewEvent } from '../../../src/main/engine/engine.types.ts'
import { type EngineSetting, startEngine } from '../../../src/main/engine/start-engine.ts'

const query = { locationId: 7, atMs: null, groupId: null, customer: 'recreational' } as const

/** A worker that runs, answers subscriptions, pings and `stop`, and dies where it is asked for its health. */
const RUNS = `
  import { parentPort } from 'node:worker_threads'
  parentPort.on('message', ({ kind, callId, method }) => {
    if (kind === 'ping') parentPort.postMessage({ kind: 'alive' })
    if (kind !== 'call') return
    if (method === 'health') throw new Error('a bug')
    parentPort.postMessage({ kind: 'answer', callId, value: { ok: true } })
    if (method === 'subscribeView') parentPort.postMessage({ kind: 'view-event', callId, event: { kind: 'clock', clock: '4:18 pm' } })
  })
  parentPort.postMessage({ kind: 'started' })
`
/** A worker that runs and never answers anything. */
const HANGS = `
  import { parentPort } from 'node:worker_threads'
  parentPort.on('message', () => undefined)
  parentPort.postMessage({ kind: 'started' })
`
const FAILS = `throw new Error('no room')`

let folder: string
let deaths: string[]
const running: Engine[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'topshelf-engine-'))
  deaths = []
})
afterEach(async () => {
  for (const engine of running.splice(0)) await engine.stop()
  rmSync(folder, { recursive: true, force: true })
})

function startOf(program: string, setting: EngineSetting = {}): ReturnType<typeof startEngine> {
  const path = join(folder, 'worker.mjs')
  writeFileSync(path, program)
  const options = { dataDir: folder, source: null, syncIntervalMs: 60_000 }
  return startEngine(options, (message) => deaths.push(message), { ...setting, workerUrl: pathToFileURL(path) })
}

async function engineOf(program: string, setting: EngineSetting = {}): Promise<Engine> {
  const started = await startOf(program, setting)
  if (!started.ok) throw new Error(started.message)
  running.push(started.engine)
  return started.engine
}

/** Lets the worker's end be heard. */
const afterItsEnd = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50))

describe('an engine', () => {
  it('that does not start is the answer, and no death besides', async () => {
    expect(await startOf(FAILS)).toEqual({
      ok: false,
      code: 'engine-failed',
      message: 'The engine failed: no room'
    })
    await afterItsEnd()
    expect(deaths).toEqual([])
  })

  it('that dies tells it once, fails what was asked, and ends every subscription', async () => {
    const engine = await engineOf(RUNS)
    const ended: string[] = []
    await engine.subscribeView(
      query,
      () => undefined,
      () => ended.push('view')
    )
    await engine.subscribeBoard(
      query,
      () => undefined,
      () => ended.push('board')
    )
    const closed = await engine.subscribeBoard(
      query,
      () => undefined,
      () => ended.push('closed by its reader')
    )
    if (closed.ok) closed.close()
    await expect(engine.health()).rejects.toThrow('The engine failed: a bug')
    await afterItsEnd()
    expect(deaths).toEqual(['The engine failed: a bug'])
    expect(ended).toEqual(['view', 'board'])
    await expect(engine.subscribeView(query, () => undefined)).rejects.toThrow('not running')
  })

  it('that is stopped ends every subscription, and is no death', async () => {
    const engine = await engineOf(RUNS)
    let ended = 0
    await engine.subscribeView(
      query,
      () => undefined,
      () => (ended += 1)
    )
    await Promise.all([engine.stop(), engine.stop()])
    await afterItsEnd()
    expect([ended, deaths]).toEqual([1, []])
  })

  it('that hangs is ended all the same when it is stopped', async () => {
    const engine = await engineOf(HANGS, { stopWithinMs: 20 })
    const asked = expect(engine.locations()).rejects.toThrow('The engine ended')
    await engine.stop()
    await asked
    expect(deaths).toEqual([])
  })

  it('ends a worker that no longer answers, and says so as of one that died', async () => {
    const engine = await engineOf(HANGS, { pingEveryMs: 5, pingsUntilHung: 4 })
    await expect(engine.locations()).rejects.toThrow('no longer answers')
    expect(deaths).toEqual(['The engine no longer answers'])
    await afterItsEnd()
    expect(deaths).toHaveLength(1)
  })

  it('says that it is alive as long as its worker answers', async () => {
    const engine = await engineOf(RUNS, { pingEveryMs: 5 })
    const heard: ViewEvent[] = []
    await new Promise<void>((resolve) => {
      void engine.subscribeView(query, (event) => {
        heard.push(event)
        if (heard.filter(({ kind }) => kind === 'alive').length === 2) resolve()
      })
    })
    expect(heard[0]).toEqual({ kind: 'clock', clock: '4:18 pm' })

    const hung = await engineOf(HANGS, { pingEveryMs: 5, stopWithinMs: 5 })
    const silent: ViewEvent[] = []
    const asked = hung.subscribeView(query, (event) => silent.push(event)).catch(() => undefined)
    await afterItsEnd()
    await hung.stop()
    await asked
    expect(silent).toEqual([])
  })
})
