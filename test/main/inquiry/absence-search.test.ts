import { expect, test } from 'vitest'
import type { EngineCore } from '../../../src/main/engine/engine-core.ts'
import type { AbsenceFindings } from '../../../src/shared/manager/absence.ts'
import type { ManagerReply } from '../../../src/shared/manager/manager-channels.ts'
import { plainProductOf } from '../engine/running-engine.ts'
import { askEngine, REGINA, setAbsenceStage } from './absence-stage.ts'

interface Stocked {
  readonly engine: EngineCore
  readonly ids: Readonly<Record<'plover' | 'archived' | 'unpriced' | 'unread', string>>
}

async function stocked(language = 'en-CA'): Promise<Stocked> {
  const stage = await setAbsenceStage()
  const { state, faults } = stage.store
  const like = plainProductOf(stage.store, REGINA)
  const add = (name: string, sku: string, upcs: readonly string[] = []): string =>
    state.addProduct(like, { name, sku, upcs })
  const ids = {
    plover: add('Copper Plover, crème brûlée', 'ZQ-1001', ['036000291452']),
    archived: add('Copper Plover Reserve', 'ZQ-1002', ['0036000291469']),
    unpriced: add('Plover of the Cœur', 'ZQ-1003', ['036000291452']),
    unread: add('Unreadable Plover', 'ZQ-1004', ['4006381333931'])
  }
  state.archive(ids.archived)
  state.removePrices(ids.unpriced, null)
  faults.always('catalogue', {
    kind: 'transform',
    transform: (body: { Products: { Name: string; MeasurementType: string }[] }) => ({
      ...body,
      Products: body.Products.map((product) =>
        product.Name === 'Unreadable Plover' ? { ...product, MeasurementType: 'Litre' } : product
      )
    })
  })
  const engine = await stage.engineWith({ language, screens: { Flower: { set: { kind: 'shelf', shelfId: 26 } } } })
  expect(await stage.sync()).toBeNull()
  return { engine, ids }
}

const search = (engine: EngineCore, text: string, screen: string | null = null): Promise<AbsenceFindings> =>
  askEngine(engine, 'absence:search', REGINA, screen, text)
const namesIn = ({ matches }: AbsenceFindings): readonly string[] => matches.map(({ name }) => name)

test('finds by name: words in any order, from their beginnings, without accents and case, whatever keeps them off', async () => {
  const { engine } = await stocked()
  expect(namesIn(await search(engine, 'plover'))).toEqual([
    'Plover of the Cœur',
    'Copper Plover Reserve',
    'Copper Plover, crème brûlée',
    'Unreadable Plover'
  ])
  expect(namesIn(await search(engine, '  PLOVER copp '))).toEqual([
    'Copper Plover Reserve',
    'Copper Plover, crème brûlée'
  ])
  expect(namesIn(await search(engine, 'BRULEE, creme'))).toEqual(['Copper Plover, crème brûlée'])
  expect(namesIn(await search(engine, 'coeur'))).toEqual(['Plover of the Cœur'])
  expect(namesIn(await search(engine, 'lover'))).not.toContain('Copper Plover Reserve')
  expect(await search(engine, '  ')).toEqual({ matches: [], count: 0, exact: null, nothing: null })
})

test('says of each whether it is up on the screen that is asked about, and its first reason', async () => {
  const { engine, ids } = await stocked()
  const states = ({ matches }: AbsenceFindings) => Object.fromEntries(matches.map(({ id, state }) => [id, state]))
  expect(states(await search(engine, 'plover'))).toEqual({
    [ids.plover]: 'Up',
    [ids.archived]: 'Archived',
    [ids.unpriced]: 'No price here',
    [ids.unread]: 'Record cannot be read'
  })
  expect(states(await search(engine, 'plover', 'Flower'))[ids.plover]).toBe('shows Cedar shelf only')
  const [plover] = (await search(engine, 'plover creme')).matches
  expect(plover?.detail).toMatch(/ · ZQ-1001$/)
})

test('a scanned SKU, barcode or id is exact where one alone has it', async () => {
  const { engine, ids } = await stocked()
  expect((await search(engine, 'zq-1002')).exact).toEqual({ subject: 'product', id: ids.archived })
  expect((await search(engine, '036000291469')).exact).toEqual({ subject: 'product', id: ids.archived })
  expect((await search(engine, '00036000291469')).exact).toEqual({ subject: 'product', id: ids.archived })
  expect((await search(engine, ids.plover.toUpperCase())).exact).toEqual({ subject: 'product', id: ids.plover })
  const shared = await search(engine, '036000291452')
  expect(shared.exact).toBeNull()
  expect(shared.matches.map(({ id }) => id).toSorted()).toEqual([ids.plover, ids.unpriced].toSorted())
})

test('a record that could not be read is found by its name, SKU and barcode, and says why', async () => {
  const { engine, ids } = await stocked()
  expect((await search(engine, 'ZQ-1004')).exact).toEqual({ subject: 'product', id: ids.unread })
  expect((await search(engine, '4006381333931')).exact).toEqual({ subject: 'product', id: ids.unread })
  const answer = await askEngine(engine, 'absence:product', REGINA, null, ids.unread)
  expect(answer.name).toBe('Unreadable Plover')
  expect(answer.headline).toContain('MeasurementType')
})

test('a record whose id could not be read is found by its name, and answers by an id of its own', async () => {
  const stage = await setAbsenceStage()
  stage.store.state.addProduct(plainProductOf(stage.store, REGINA), { name: 'Nameless Finch', sku: 'ZQ-9' })
  stage.store.faults.always('catalogue', {
    kind: 'transform',
    transform: (body: { Products: { Name: string }[] }) => ({
      ...body,
      Products: body.Products.map((product) =>
        product.Name === 'Nameless Finch' ? { ...product, ProductId: 'lost' } : product
      )
    })
  })
  const engine = await stage.engineWith({ language: 'en-CA' })
  expect(await stage.sync()).toBeNull()
  const { exact, matches } = await search(engine, 'ZQ-9')
  expect(namesIn({ matches } as AbsenceFindings)).toEqual(['Nameless Finch'])
  const answer = await askEngine(engine, 'absence:product', REGINA, null, exact?.id ?? '')
  expect(answer).toMatchObject({ name: 'Nameless Finch', up: false })
  expect(answer.headline).toContain('ProductId')
})

test('promotions are found too, those that are off among them', async () => {
  const { engine } = await stocked()
  const { matches } = await search(engine, 'friday ferry')
  expect(matches).toMatchObject([{ subject: 'promotion', name: 'Ferry Friday', up: false, state: 'Not now' }])
})

test('where nothing fits, says so in the language of the store and what was perhaps meant', async () => {
  const { engine } = await stocked('fr-CA')
  const { matches, count, nothing } = await search(engine, 'Coper Plvoer')
  expect([matches, count]).toEqual([[], 0])
  expect(nothing?.nearest).toContain('Copper Plover Reserve')
  expect(nothing?.reason).toBe(
    'Topshelf n’a rien reçu de Cova qui se nomme «\u00a0Coper Plvoer\u00a0» ou qui porte ce numéro.'
  )
  expect(nothing?.remedy).toContain('code-barres')
  expect((await search(engine, '999999999999')).nothing?.nearest).toEqual([])
})

test('before the first full sync, says that not everything is known yet', async () => {
  const stage = await setAbsenceStage()
  stage.store.faults.always('catalogue', { kind: 'status', status: 503 })
  const engine = await stage.engineWith({ language: 'es' })
  expect(await stage.sync()).not.toBeNull()
  expect((await search(engine, 'plover')).nothing).toMatchObject({
    reason: 'La primera sincronización completa con Cova no ha terminado, así que aquí todavía no se conoce todo.'
  })
})

test('a list is capped, and its count is whole', async () => {
  const { engine } = await stocked()
  const findings = await search(engine, 's')
  expect(findings.matches).toHaveLength(50)
  expect(findings.count).toBeGreaterThan(50)
})

test('an unknown store or screen is refused by its place', async () => {
  const { engine } = await stocked()
  const ask = async (...args: readonly unknown[]) =>
    (await engine.inquire({ channel: 'absence:search', args })) as ManagerReply<unknown>
  expect(await ask(1, null, 'plover')).toMatchObject({ ok: false, code: 'refused', field: 'locationId' })
  expect(await ask(REGINA, 'Bar', 'plover')).toMatchObject({ ok: false, code: 'refused', field: 'screen' })
})

test('what is up says where, and what else is to be known of it', async () => {
  const stage = await setAbsenceStage()
  const productId = plainProductOf(stage.store, REGINA)
  const { name } = stage.store.state.product(productId)
  const settings = {
    language: 'en-CA',
    screens: {
      'Front window': { set: { kind: 'full' } },
      'Vape corner': { set: { kind: 'classifications', paths: [['Vapes']] } },
      Kiosk: { set: { kind: 'full' }, soldOut: 'hide' }
    }
  }
  const engine = await stage.engineWith(settings)
  expect(await stage.sync()).toBeNull()
  stage.store.state.setStock(productId, REGINA, '0')
  stage.store.faults.always('catalogue', {
    kind: 'transform',
    transform: (body: { Products: { ProductId: string; Prices: unknown[] }[] }) => ({
      ...body,
      Products: body.Products.map((product) =>
        product.ProductId.toLowerCase() === productId
          ? { ...product, Prices: [...product.Prices, { LocationId: REGINA, ProductId: productId, Price: 'free' }] }
          : product
      )
    })
  })
  await stage.sync()
  const answer = await askEngine(engine, 'absence:product', REGINA, 'Front window', productId)
  expect(answer).toMatchObject({
    up: true,
    headline: `${name} is up.`,
    remedy: null,
    reasons: [],
    comesUp: null,
    summary:
      'Up on: Screen as delivered, Front window. Not on: Vape corner (shows Vapes only), Kiosk (Sold out, hidden).'
  })
  expect(answer.notes[0]).toBe('It is marked as sold out.')
  expect(answer.notes[1]).toMatch(
    /^A newer price of it could not be read, so the last good one is shown: the field “Price” /
  )
})

test('while syncing is frozen, says that a change in Cova does not come', async () => {
  const stage = await setAbsenceStage()
  const productId = plainProductOf(stage.store, REGINA)
  stage.store.state.archive(productId)
  expect(await stage.sync()).toBeNull()
  const frozen = { frozen: { since: '2026-11-24T12:00:00.000Z' } }
  const engine = await stage.engineWith({ ...frozen, language: 'en-CA' })
  const answer = await askEngine(engine, 'absence:product', REGINA, null, productId)
  expect(answer.reasons.map(({ kind }) => kind)).toEqual(['archived'])
  expect(answer.notes).toEqual([
    'Syncing is frozen: what is changed in Cova’s hub comes only after it goes on again, in Topshelf’s settings.'
  ])
})
