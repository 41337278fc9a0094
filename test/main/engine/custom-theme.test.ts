import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDemoStore } from '../../../src/main/demo-store/demo-store.ts'
import type { DemoStore } from '../../../src/main/demo-store/demo-store.types.ts'
import type { EngineCore } from '../../../src/main/engine/engine-core.ts'
import { parseViewQuery } from '../../../src/main/http/board-query.ts'
import type { ViewHead } from '../../../src/shared/board-view.ts'
import { removeDir, temporaryDir } from '../serve/serve-process.ts'
import { runEngine, syncOnce } from './running-engine.ts'

let store: DemoStore
let dataDir: string
let engine: EngineCore
let locationId: number

beforeAll(async () => {
  store = await startDemoStore({ living: false })
  dataDir = temporaryDir()
  mkdirSync(join(dataDir, 'themes'))
  const write = (name: string, value: unknown): void =>
    writeFileSync(join(dataDir, 'themes', `${name}.json`), JSON.stringify(value))
  write('harbour', { name: 'Harbour', base: 'light', tokens: { ground: '#f4f8ff' } })
  write('fog', { name: 'Fog', base: 'light', tokens: { ink: '#9aa69f' } })
  const screens = { bar: { theme: 'custom:harbour', safeMarginPercent: 5 }, door: { theme: 'custom:gone' } }
  writeFileSync(join(dataDir, 'settings.json'), JSON.stringify({ version: 1, screens }))
  engine = await runEngine(store, dataDir)
  locationId = store.state.locations[0]?.Id ?? 0
  expect(await syncOnce(engine)).toBeNull()
})

afterAll(async () => {
  await engine.stop()
  await store.close()
  removeDir(dataDir)
})

/** The head that a page with this query is given first. */
function headFor(query: Readonly<Record<string, string>>): ViewHead {
  const parsed = parseViewQuery(locationId, query)
  if (!parsed.ok) throw new Error(parsed.message)
  let head: ViewHead | null = null
  const subscribed = engine.boards.subscribeView(parsed.value, (event) => {
    if (event.kind === 'view') head = event.view.head
  })
  if (!subscribed.ok) throw new Error(subscribed.message)
  subscribed.close()
  if (head === null) throw new Error('no view came')
  return head
}

function problemsOf(code: string): readonly string[] {
  return (engine.health().problems ?? []).filter((problem) => problem.code === code).map(({ message }) => message)
}

test("a screen's own theme comes with the head: its base, and its colours", () => {
  expect(headFor({ screen: 'bar' }).screen).toMatchObject({
    theme: 'light',
    themeTokens: { ground: '#f4f8ff' },
    safeMarginPercent: 5
  })
})

test('the address of a page names one for trying, and a margin', () => {
  expect(headFor({ theme: 'custom:harbour', margin: '8' }).screen).toMatchObject({
    theme: 'light',
    themeTokens: { ground: '#f4f8ff' },
    safeMarginPercent: 8
  })
  expect(headFor({ screen: 'bar', theme: 'contrast' }).screen).toMatchObject({ theme: 'contrast', themeTokens: {} })
})

test('a theme that was refused shows its base, and health says which pair and by how much', () => {
  expect(headFor({ theme: 'custom:fog' }).screen).toMatchObject({ theme: 'light', themeTokens: {} })
  expect(problemsOf('theme-refused')).toEqual([
    expect.stringMatching(/fog\.json .*ink on ground has a contrast of 2\.\d\d and needs 4\.50/)
  ])
})

test('a theme that is not there shows the dark one, and health names it', () => {
  expect(headFor({ screen: 'door' }).screen).toMatchObject({ theme: 'dark', themeTokens: {} })
  expect(problemsOf('unknown-theme')).toEqual([expect.stringContaining('themes/gone.json')])
})

test.each([
  ['theme', 'neon'],
  ['theme', 'custom:'],
  ['theme', 'custom:../../etc'],
  ['margin', '1'],
  ['margin', '11'],
  ['margin', 'wide']
])('a query of %s=%s is refused by name', (key, value) => {
  expect(parseViewQuery(locationId, { [key]: value })).toMatchObject({
    ok: false,
    message: expect.stringContaining(`${key}: expected`)
  })
})
