import { isDeepStrictEqual } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withPatch, withView, type BoardState } from '../../../src/renderer/board/board-state.ts'
import { geometryOf } from '../../../src/renderer/layout/geometry.ts'
import { boardLayouterOf, layOutBoard } from '../../../src/renderer/layout/pages.ts'
import type { MeasureText } from '../../../src/renderer/layout/text-fit.ts'
import type { BoardView, BoardViewPatch, ViewHead, ViewItem } from '../../../src/shared/board-view.ts'
import { headOf, itemOf, manyView, money, rung, SCREEN } from '../fixture-view.ts'
import { catalogues, geometryFor, sizes } from '../random-catalogue.ts'
import { archivoMeasure } from './archivo-measure.ts'

/** What a patch may do to a product, by number; the product it does it to is drawn as a share of the menu. */
const changes = fc.array(
  fc.record({
    kind: fc.constantFrom('price', 'name', 'sold-out', 'ticket', 'moved', 'removed', 'added', 'same'),
    share: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    cents: fc.integer({ min: 1, max: 99_999 })
  }),
  { maxLength: 4 }
)

const headChanges: fc.Arbitrary<Partial<ViewHead>> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ ageLine: 'Prices checked 4:17 pm', clock: '4:19 pm' }) },
  {
    weight: 1,
    arbitrary: fc.constant({ ageLine: 'Prices from 2:10 pm, please ask the people at the till', stale: true })
  },
  { weight: 1, arbitrary: fc.constant({ legend: [] }) },
  {
    weight: 1,
    arbitrary: fc.constant({ notice: 'For adults of 19 and older, with a photo and a date of birth on it.' })
  },
  { weight: 1, arbitrary: fc.constant({ heldLine: 'Ask us for the price' }) },
  { weight: 1, arbitrary: fc.constant({ taxPricing: 'Inclusive' as const }) }
)

type Change = { readonly kind: string; readonly share: number; readonly cents: number }

function patchOf(view: BoardView, all: readonly Change[], head: ViewHead): BoardViewPatch {
  const items = new Map<string, ViewItem>()
  const removed: string[] = []
  let order = view.items.map((item) => item.productId)
  for (const [at, { kind, share, cents }] of all.entries()) {
    const productId = order[Math.floor(share * order.length)]
    const known = view.items.find((each) => each.productId === productId)
    const item = (productId === undefined ? undefined : items.get(productId)) ?? known
    if (item === undefined || productId === undefined) continue
    const amount = (cents / 100).toFixed(2)
    switch (kind) {
      case 'price':
        items.set(productId, { ...item, rungs: item.rungs.map((each) => ({ ...each, youPay: money(amount) })) })
        break
      case 'name':
        items.set(productId, { ...item, name: `${item.name} ${amount}` })
        break
      case 'sold-out':
        items.set(productId, { ...item, soldOut: !item.soldOut })
        break
      case 'ticket':
        items.set(productId, { ...item, tickets: [{ promotionId: 'c', short: 'Offer c' }] })
        break
      case 'same':
        items.set(productId, structuredClone(item))
        break
      case 'moved':
        order = [productId, ...order.filter((id) => id !== productId)]
        break
      case 'removed':
        removed.push(productId)
        items.delete(productId)
        order = order.filter((id) => id !== productId)
        break
      default:
        items.set(
          `new${at}`,
          itemOf({ productId: `new${at}`, name: `New ${amount}`, classification: item.classification })
        )
        order = [...order, `new${at}`]
    }
  }
  return { head, items: [...items.values()], removed, order }
}

function patched(state: BoardState, all: readonly Change[], head: Partial<ViewHead>, revision: string): BoardState {
  return withPatch(state, patchOf(state.view, all, { ...state.view.head, ...head, revision }))
}

describe('a board laid out after a patch', { timeout: 180_000 }, () => {
  it('is the one that is laid out afresh, whatever the patch', () => {
    fc.assert(
      fc.property(
        catalogues(120),
        sizes,
        fc.array(fc.tuple(changes, headChanges), { minLength: 1, maxLength: 4 }),
        (view, size, patches) => {
          const geometry = geometryFor(size, view.head.screen)
          const measure = archivoMeasure(geometry.amPx)
          const layOut = boardLayouterOf(geometry, measure)
          let state = withView(null, view)
          layOut(state.view)
          for (const [at, [all, head]] of patches.entries()) {
            state = patched(state, all, head, `p${at}`)
            const [after, afresh] = [layOut(state.view), layOutBoard(state.view, geometry, measure)]
            // The slow comparison tells what differs.
            if (!isDeepStrictEqual(after, afresh)) expect(after).toEqual(afresh)
          }
        }
      ),
      { numRuns: 60, endOnFailure: true }
    )
  })

  it('says the age of today on a page that is balanced only now, another section having stood on it before', () => {
    const held = { ...rung('1 g', { pay: null }), shelfPrice: null }
    const plain = (productId: string): ViewItem =>
      itemOf({ productId, name: 'a', brand: null, classification: ['Flower', 'Indica'], soldOut: true, rungs: [] })
    const unsorted = (productId: string): ViewItem => ({ ...plain(productId), classification: [], rungs: [held] })
    const items = [
      plain('p1'),
      { ...unsorted('p2'), shelf: { shelfId: 0, name: 'Shelf 0' } },
      plain('p3'),
      plain('p5'),
      { ...unsorted('p6'), shelf: { shelfId: 0, name: 'Shelf 0' } },
      plain('p7')
    ]
    const screen = { ...SCREEN, level: 'roomy' } as const
    const geometry = geometryFor({ name: '1080p', width: 1920, height: 1080 }, screen)
    const measure = archivoMeasure(geometry.amPx)
    const layOut = boardLayouterOf(geometry, measure)
    const before = withView(null, { head: headOf({ screen }), items })
    layOut(before.view)
    const moved = items.filter(({ productId }) => productId !== 'p2').map(({ productId }) => productId)
    const patch = { items: [], removed: [], order: ['p2', ...moved] }
    const head = { ...before.view.head, revision: 'r2', ageLine: 'Prices checked 4:17 pm' }
    const after = withPatch(before, { head, ...patch })
    expect(layOut(after.view)).toEqual(layOutBoard(after.view, geometry, measure))
  })

  it('measures the changed product and nothing of the others, and keeps their pages', () => {
    const geometry = geometryOf(1920, 1080)
    const asked = new Set<string>()
    const width = archivoMeasure(geometry.amPx)
    const measure: MeasureText = (text, style) => {
      asked.add(text)
      return width(text, style)
    }
    const layOut = boardLayouterOf(geometry, measure)
    const state = withView(null, manyView(600))
    const before = layOut(state.view)
    asked.clear()
    const item = state.view.items.findLast((each) => each.classification[0] === 'Vapes')!
    const changed = {
      ...item,
      name: 'Renamed Wren',
      rungs: item.rungs.map((each) => ({ ...each, youPay: money('47.03') }))
    }
    const next = withPatch(state, {
      head: { ...state.view.head, revision: 'r2' },
      items: [changed],
      removed: [],
      order: null
    })
    const after = layOut(next.view)
    const names = new Set(state.view.items.map((each) => each.name))
    expect([...asked].filter((text) => names.has(text))).toEqual([])
    expect(asked).toContain('Renamed Wren')
    const kept = after?.pages.filter((page) => before?.pages.includes(page) === true) ?? []
    expect(after?.pages.length).toBeGreaterThan(20)
    expect(kept.length).toBeGreaterThan((after?.pages.length ?? 0) * 0.75)
  })

  it('keeps every page where only the revision and the time of the head change', () => {
    const geometry = geometryOf(1920, 1080)
    const layOut = boardLayouterOf(geometry, archivoMeasure(geometry.amPx))
    const view = manyView(300)
    const before = layOut(view)?.pages ?? []
    const after = layOut({ head: { ...view.head, revision: 'r2', clock: '4:19 pm' }, items: view.items })?.pages ?? []
    expect(before.length).toBeGreaterThan(5)
    expect(after.filter((page, at) => page !== before[at])).toEqual([])
  })

  it('holds on to no board but the last ones', async () => {
    const geometry = geometryOf(1920, 1080)
    const layOut = boardLayouterOf(geometry, archivoMeasure(geometry.amPx))
    let state = withView(null, manyView(60))
    layOut(state.view)
    const gone: WeakRef<ViewItem>[] = []
    for (let at = 0; at < 60; at += 1) {
      const known = state.view.items[at]!
      const item = { ...known, rungs: known.rungs.map((each) => ({ ...each, youPay: money(`${at}.37`) })) }
      gone.push(new WeakRef(known))
      state = withPatch(state, {
        head: { ...state.view.head, revision: `p${at}` },
        items: [item],
        removed: [],
        order: null
      })
      layOut(state.view)
      // What a turn of the loop has looked at through a weak reference stays until its end.
      await new Promise((resolve) => setImmediate(resolve))
    }
    setFlagsFromString('--expose-gc')
    runInNewContext('gc')()
    expect(gone.slice(0, -5).filter((item) => item.deref() !== undefined)).toEqual([])
  })
})
