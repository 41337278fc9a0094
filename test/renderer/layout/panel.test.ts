import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amPxOf, geometryOf, type PageGeometry } from '../../../src/renderer/layout/geometry.ts'
import type { PanelBlock, PanelRow } from '../../../src/renderer/layout/page.types.ts'
import { layOutBoard } from '../../../src/renderer/layout/pages.ts'
import { panelOf } from '../../../src/renderer/layout/panel.ts'
import type { BoardView, ViewItem, ViewPanel } from '../../../src/shared/board-view.ts'
import { headOf, itemOf, manyPromotionsView, money, promotionsView, rung } from '../fixture-view.ts'
import { catalogues, panelLists } from '../random-catalogue.ts'
import { fakeMeasure } from './fake-measure.ts'

const SCREEN = geometryOf(1920, 1080)

function layOut(view: BoardView, geometry: PageGeometry = SCREEN) {
  return layOutBoard(view, geometry, fakeMeasure(geometry.amPx))
}

function panelsIn(view: BoardView, geometry: PageGeometry = SCREEN): PanelBlock[] {
  return layOut(view, geometry).pages.flatMap((page) =>
    page.leaves.flatMap((leaf) => leaf.blocks.flatMap(({ block }) => (block.kind === 'panel' ? [block] : [])))
  )
}

function rowOf(item: ViewItem, changes: Partial<BoardView['head']> = {}): PanelRow | undefined {
  const panels = [{ promotionId: 'ferry', headline: '20% off', note: 'until 9 pm' }]
  return panelsIn({ head: headOf({ panels, ...changes }), items: [item] })[0]?.rows[0]
}

const ticket = { promotionId: 'ferry', short: '20% off' }
const reduced = rung('3.5 g', { pay: '39.42', shelf: '35.20', was: '44.00' })

describe('a screen of promotions', () => {
  it('has each product once, beside the first panel that is its own', () => {
    const view = manyPromotionsView()
    const blocks = panelsIn(view)
    const placed = blocks.flatMap(({ rows }) => rows.flatMap(({ productIds }) => [...productIds]))
    expect(placed.toSorted()).toEqual(view.items.map(({ productId }) => productId).toSorted())
    const headlines = [...new Set(blocks.map(({ headline }) => headline.lines.join(' ')))]
    expect(headlines).toEqual(['20% off', 'Buy 2, get the cheapest for $1.00', '3 for $25', 'Sale'])
    const linen = blocks.find(({ rows }) => rows.some(({ productIds }) => productIds.includes('linen-motor')))
    expect(linen?.headline.lines).toEqual(['20% off'])
  })

  it('stands on one page as drawn, its key beside a heading that needs no room for a part', () => {
    const { pages } = layOut(promotionsView(), geometryOf(1920, 1080, amPxOf(1920, 1080, promotionsView().head.screen)))
    expect(pages.map(({ part, footer }) => [part, footer.keyPx])).toEqual([[null, 0]])
  })

  it('sets a short offer large on one line and a long one smaller on several', () => {
    const [first, second] = panelsIn(promotionsView())
    expect(first?.headline).toEqual({ lines: ['20% off'], style: 'offer-short' })
    expect(second?.headline.style).toBe('offer-long')
    expect(second?.headline.lines.length).toBeGreaterThan(1)
  })

  it('gives a panel that goes on in another leaf its words again', () => {
    const items = Array.from({ length: 80 }, (_, at) =>
      itemOf({ productId: `p${at}`, name: `Night Ferry ${at}`, tickets: [ticket], rungs: [reduced] })
    )
    const panels = [{ promotionId: 'ferry', headline: '20% off', note: 'until 9 pm' }]
    const view = { head: headOf({ panels }), items }
    const blocks = panelsIn(view)
    expect(blocks.length).toBeGreaterThan(1)
    for (const block of blocks) expect(block.noteLines).toEqual(['until 9 pm'])
    const { pages } = layOut(view)
    expect(pages.map(({ part }) => part?.index)).toEqual(pages.map((_, at) => at + 1))
  })

  it('points at all its products, where they are few', () => {
    for (const { rows, panelPx } of panelsIn(promotionsView()))
      expect(rows.reduce((sum, row) => sum + row.heightPx, 0)).toBeGreaterThanOrEqual(panelPx - 1e-6)
  })

  it('puts what no panel is for under its class, so that nothing is missing', () => {
    const stray = itemOf({ productId: 'stray', name: 'Stray', tickets: [{ promotionId: 'unheard', short: 'Offer' }] })
    const view = promotionsView()
    const { pages } = layOut({ head: view.head, items: [...view.items, stray] })
    expect(pages.flatMap(({ productIds }) => productIds)).toContain('stray')
  })

  it('explains only the tickets that its panels do not', () => {
    const legend = [
      { promotionId: 'ferry', short: '20% off', text: 'Ferry Friday' },
      { promotionId: 'rolls', short: 'Buy 2', text: 'Long Roll Week' }
    ]
    const panels = [
      { promotionId: 'ferry', headline: '20% off', note: 'until 9 pm' },
      { promotionId: 'rolls', headline: 'Buy 2', note: 'on now' }
    ]
    const both = itemOf({
      productId: 'both',
      name: 'Both',
      tickets: [ticket, { promotionId: 'rolls', short: 'Buy 2' }]
    })
    const one = itemOf({ productId: 'one', name: 'One', tickets: [ticket] })
    const { pages } = layOut({ head: headOf({ panels, legend }), items: [one, both] })
    const explained = pages.flatMap(({ footer }) => footer.legendRows.flatMap(({ entries }) => entries))
    expect(explained.map(({ promotionId }) => promotionId)).toEqual(['rolls'])
  })
})

describe('a product beside its panel', () => {
  it('of one quantity stands on a line: quantity, struck price, price in force, label', () => {
    expect(rowOf(itemOf({ productId: 'a', name: 'Night Ferry', tickets: [ticket], rungs: [reduced] }))).toMatchObject({
      kind: 'line',
      quantity: '3.5\u00a0g',
      was: '44.00',
      now: '35.20',
      youPay: money('39.42'),
      reduced: true
    })
  })

  it('has no price before tax on its line where prices include their tax', () => {
    const item = itemOf({ productId: 'a', name: 'Night Ferry', tickets: [ticket], rungs: [reduced] })
    expect(rowOf(item, { taxPricing: 'Inclusive' })).toMatchObject({ kind: 'line', was: '44.00', now: null })
  })

  it('stands as a single where there is more to say than a line holds', () => {
    const two = [rung('3.5 g', { pay: '42.56', shelf: '38.00' }), rung('7 g', { pay: '78.40', shelf: '70.00' })]
    const item = itemOf({ productId: 'a', name: 'Night Ferry', tickets: [ticket], rungs: two })
    expect(rowOf(item)?.kind).toBe('jars')
    expect(rowOf({ ...item, rungs: [reduced], soldOut: true })?.kind).toBe('jars')
    expect(rowOf({ ...item, rungs: [{ ...reduced, until: 'until 9 pm' }] })?.kind).toBe('jars')
    expect(rowOf({ ...item, rungs: [{ ...reduced, groupPays: money('30.00') }] })?.kind).toBe('jars')
    expect(rowOf({ ...item, rungs: [{ ...reduced, youPay: null }] })?.kind).toBe('jars')
  })

  it('does not repeat the ticket that its panel is', () => {
    const item = itemOf({
      productId: 'a',
      name: 'Night Ferry',
      tickets: [ticket, { promotionId: 'rolls', short: 'Buy 2' }],
      rungs: [reduced]
    })
    const row = rowOf(item)
    const tags = row?.kind === 'line' ? row.top.tags.flatMap((line) => line.tags.map(({ key }) => key)) : null
    expect(tags).toEqual(['rolls'])
  })
})

describe('any catalogue on a screen of promotions', () => {
  it('gives a product the panel of its own tickets or, without any, the one for what is merely reduced', () => {
    fc.assert(
      fc.property(catalogues(20), panelLists, ({ items }, panels) => {
        for (const item of items) {
          const panel = panelOf(item, panels)
          const ids = item.tickets.map(({ promotionId }) => promotionId)
          const isFor = ({ promotionId }: ViewPanel) =>
            promotionId === null ? ids.length === 0 : ids.includes(promotionId)
          expect(panel).toBe(panels.find(isFor) ?? null)
        }
      })
    )
  })
})
