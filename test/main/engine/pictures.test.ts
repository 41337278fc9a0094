import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createEngineCore, type EngineCore } from '../../../src/main/engine/engine-core.ts'
import type { EnginePictureOptions } from '../../../src/main/engine/engine-pictures.ts'
import type { Source } from '../../../src/main/engine/engine.types.ts'
import { type DemoStore, startDemoStore } from '../../../src/main/demo-store/demo-store.ts'
import type { BoardView } from '../../../src/shared/board-view.ts'
import { pngOf } from '../pictures/picture-host.ts'
import { eventually, removeDir, temporaryDir } from '../serve/serve-process.ts'
import { BRISK } from './running-engine.ts'

const REGINA = 110501
const TIMES: EnginePictureOptions = { tellEveryMs: 50, timeoutMs: 2000 }

let dataDir: string
let store: DemoStore | null
let engines: EngineCore[]

beforeEach(() => {
  dataDir = temporaryDir()
  store = null
  engines = []
})
afterEach(async () => {
  for (const engine of engines) await engine.stop()
  await store?.close()
  removeDir(dataDir)
})

async function run(source: Source, pictures: EnginePictureOptions = TIMES): Promise<EngineCore> {
  const options = { dataDir, source, syncIntervalMs: 60_000, syncsByItself: false }
  const started = await createEngineCore(options, '0.0.0-test', () => {}, BRISK, pictures)
  if (!started.ok) throw new Error(started.message)
  engines.push(started.core)
  return started.core
}

function covaOf({ url, tokenUrl, credentials }: DemoStore): Source {
  return { kind: 'cova', settings: { apiUrl: url, tokenUrl, ...credentials } }
}

/** What a screen with pictures shows, as it goes on. */
function watch(engine: EngineCore): { readonly view: () => BoardView } {
  let view: BoardView | null = null
  const query = { locationId: REGINA, atMs: null, groupId: null, customer: 'recreational' } as const
  const subscribed = engine.boards.subscribeView({ ...query, changes: { pictures: true } }, (event) => {
    if (event.kind === 'view') ({ view } = event)
    if (event.kind !== 'patch' || view === null) return
    const { head, items } = event.patch
    const byId = new Map(items.map((item) => [item.productId, item]))
    view = { head, items: view.items.map((item) => byId.get(item.productId) ?? item) }
  })
  if (!subscribed.ok) throw new Error(subscribed.message)
  return {
    view: () => {
      if (view === null) throw new Error('no view')
      return view
    }
  }
}

const hrefsOf = ({ items }: BoardView): readonly string[] => items.flatMap(({ picture }) => picture?.href ?? [])

it("the demo store's pictures come onto a screen that shows them; those that cannot be had are one line in health", async () => {
  const engine = await run({ kind: 'demo' })
  expect((await engine.syncOnce(() => {})).ok).toBe(true)
  const screen = watch(engine)
  expect(hrefsOf(screen.view())).toEqual([])
  const view = await eventually(
    async () => screen.view(),
    (now) => hrefsOf(now).length > 150
  )
  expect(new Set(hrefsOf(view)).size).toBeGreaterThan(20)
  for (const href of hrefsOf(view)) expect(href).toMatch(/^\/pictures\/[0-9a-f]{32}$/)
  const [href = ''] = hrefsOf(view)
  const webp = await engine.picture(href.replace('/pictures/', ''))
  expect(Buffer.from(webp ?? []).toString('latin1', 8, 12)).toBe('WEBP')
  const problems = await eventually(
    async () => engine.health().problems.filter(({ code }) => code === 'pictures-missing'),
    ([problem]) => ['bad-status', 'too-large', 'wrong-type'].every((word) => problem?.message.includes(word))
  )
  expect(problems).toHaveLength(1)
  expect(problems[0]?.message).toMatch(/^\d+ of \d+ product pictures cannot be had \(/)
})

it('pictures outlive the database, which may be deleted, and nobody is asked for them again', async () => {
  store = await startDemoStore({ living: false })
  const trusted = { ...TIMES, trustedOrigin: store.url }
  const first = await run(covaOf(store), trusted)
  await first.syncOnce(() => {})
  const before = watch(first)
  await eventually(
    async () => before.view(),
    (now) => hrefsOf(now).length > 150
  )
  const shown = hrefsOf(before.view())
  await first.stop()
  engines = []
  for (const name of readdirSync(dataDir)) if (name.startsWith('cache.sqlite')) rmSync(join(dataDir, name))
  const askedBefore = store.requests.filter(({ path }) => path.startsWith('/pictures/')).length
  const second = await run(covaOf(store), trusted)
  await second.syncOnce(() => {})
  expect(hrefsOf(watch(second).view())).toEqual(expect.arrayContaining([...shown]))
  // Those that could not be had are tried again by a start, and no others.
  const again = store.requests.filter(({ path }) => path.startsWith('/pictures/')).slice(askedBefore)
  expect(again.every(({ path }) => /(missing|page|huge|slow)-/.test(path))).toBe(true)
})

it('a source that is no demo store is not trusted on this network, whatever it calls its own', async () => {
  store = await startDemoStore({ living: false })
  const engine = await run(covaOf(store))
  await engine.syncOnce(() => {})
  const screen = watch(engine)
  const [problem] = await eventually(
    async () => engine.health().problems.filter(({ code }) => code === 'pictures-missing'),
    (problems) => problems.length === 1 && /^(\d+) of \1 /.test(problems[0]?.message ?? '')
  )
  expect(problem?.message).toMatch(/\(\d+ not-https\)/)
  expect(hrefsOf(screen.view())).toEqual([])
  expect(store.requests.filter(({ path }) => path.startsWith('/pictures/'))).toEqual([])
})

it("the store's logo stands in every head, and is served like a picture", async () => {
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(join(dataDir, 'settings.json'), JSON.stringify({ version: 1, storeLogo: 'logo.png' }))
  writeFileSync(join(dataDir, 'logo.png'), await pngOf(300, 100))
  store = await startDemoStore({ living: false })
  const engine = await run(covaOf(store))
  await engine.syncOnce(() => {})
  const screen = watch(engine)
  const { head } = await eventually(
    async () => screen.view(),
    (view) => view.head.logo !== null
  )
  expect(head.logo).toMatchObject({ widthPx: 300, heightPx: 100 })
  expect(await engine.picture(head.logo?.href.replace('/pictures/', '') ?? '')).not.toBeNull()
})

it('a logo that is not there is a problem that names the file, and the name stays written', async () => {
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(join(dataDir, 'settings.json'), JSON.stringify({ version: 1, storeLogo: 'logo.png' }))
  store = await startDemoStore({ living: false })
  const engine = await run(covaOf(store))
  await engine.syncOnce(() => {})
  const problems = await eventually(
    async () => engine.health().problems,
    (all) => all.some(({ code }) => code === 'logo-unreadable')
  )
  const logoProblem = problems.find(({ code }) => code === 'logo-unreadable')
  expect(logoProblem?.message).toContain(join(dataDir, 'logo.png'))
  expect(watch(engine).view().head.logo).toBeNull()
})
