import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type DemoStore, startDemoStore } from '../../src/main/demo-store/demo-store.ts'
import type { Engine } from '../../src/main/engine/engine.types.ts'
import { startEngine } from '../../src/main/engine/start-engine.ts'
import { type EngineKeeper, keepEngine } from '../../src/main/setup/engine-keeper.ts'
import type { BoardSnapshot } from '../../src/shared/board-snapshot.ts'

const REGINA = 110501
const WORKER = new URL('../../src/main/engine/engine-worker.ts', import.meta.url).href

let store: DemoStore
let folder: string
let keeper: EngineKeeper
const problems: string[] = []
let restarts = 0

/** The product's own worker, with a fault that a file asks for: in the middle of a transaction, to make it worse. */
const PROGRAM = `
  import { existsSync, readFileSync, rmSync } from 'node:fs'
  import { createRequire } from 'node:module'
  import { workerData } from 'node:worker_threads'
  const Database = createRequire(${JSON.stringify(import.meta.url)})('better-sqlite3')
  await import(${JSON.stringify(WORKER)})
  const ask = workerData.options.dataDir + '/fault'
  setInterval(() => {
    if (!existsSync(ask)) return
    const fault = readFileSync(ask, 'utf8')
    rmSync(ask)
    const db = new Database(workerData.options.dataDir + '/cache.sqlite')
    db.exec('BEGIN IMMEDIATE')
    db.exec('DELETE FROM price_record')
    const hoard = []
    if (fault === 'crash') throw new Error('a fault of ours')
    if (fault === 'hang') for (;;) db.prepare('SELECT count(*) FROM product').get()
    for (;;) hoard.push(Array.from({ length: 100_000 }, (_, at) => ({ at })))
  }, 20)
`

beforeAll(async () => {
  store = await startDemoStore({ living: false })
  folder = mkdtempSync(join(tmpdir(), 'topshelf-worker-'))
  const program = join(folder, 'worker.mjs')
  writeFileSync(program, PROGRAM)
  keeper = keepEngine({
    startEngine: (onDeath) =>
      startEngine(
        {
          dataDir: folder,
          source: { kind: 'cova', settings: { apiUrl: store.url, tokenUrl: store.tokenUrl, ...store.credentials } },
          syncIntervalMs: 60_000
        },
        onDeath,
        { workerUrl: pathToFileURL(program), maxHeapMb: 160 }
      ),
    onRestarted: () => (restarts += 1),
    onProblem: (message) => problems.push(message)
  })
  expect(await keeper.start()).toMatchObject({ ok: true })
  await vi.waitFor(async () => expect((await itemsOf(running())).length).toBeGreaterThan(300), { timeout: 40_000 })
})

afterAll(async () => {
  await keeper.stop()
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

function running(): Engine {
  const engine = keeper.engine()
  if (engine === null) throw new Error('no engine runs')
  return engine
}

async function itemsOf(engine: Engine): Promise<BoardSnapshot['items']> {
  const answer = await engine.board({ locationId: REGINA, atMs: null, groupId: null, customer: 'recreational' })
  return answer.ok ? (JSON.parse(answer.json) as BoardSnapshot).items : []
}

const LADDERS = (items: BoardSnapshot['items']): string =>
  JSON.stringify(items.map(({ productId, ladder }) => [productId, ladder.map(({ regular }) => regular)]))

test.for([
  ['crash', /a fault of ours/],
  ['out of memory', /memory|heap/i],
  ['hang', /no longer answers/]
] as const)(
  'an engine worker that ends by a %s in a half-written transaction is followed by another with the same board',
  { timeout: 90_000 },
  async ([fault, message]) => {
    const before = LADDERS(await itemsOf(running()))
    const known = { restarts, problems: problems.length }
    writeFileSync(join(folder, 'fault'), fault)
    await expect.poll(() => existsSync(join(folder, 'fault'))).toBe(false)
    const beganMs = performance.now()
    await expect.poll(() => problems.length, { timeout: 40_000 }).toBeGreaterThan(known.problems)
    const diedMs = performance.now()
    expect(problems[known.problems]).toMatch(message)
    await expect.poll(() => restarts, { timeout: 40_000 }).toBe(known.restarts + 1)
    expect(LADDERS(await itemsOf(running()))).toBe(before)
    const [noticedS, recoveredS] = [diedMs - beganMs, performance.now() - diedMs].map((ms) => (ms / 1000).toFixed(1))
    process.stdout.write(`recovered: engine worker ${fault} in ${recoveredS} s, noticed after ${noticedS} s\n`)
  }
)
