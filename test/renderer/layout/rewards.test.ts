import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { geometryOf, type PageGeometry } from '../../../src/renderer/layout/geometry.ts'
import type { BoardPage, RewardRow } from '../../../src/renderer/layout/page.types.ts'
import { layOutBoard } from '../../../src/renderer/layout/pages.ts'
import type { BoardView, ViewHead } from '../../../src/shared/board-view.ts'
import type { RewardInWords } from '../../../src/shared/rewards.ts'
import { headOf, manyView, offersView } from '../fixture-view.ts'
import { catalogues, places, sizes } from '../random-catalogue.ts'
import { archivoMeasure } from './archivo-measure.ts'
import { expectSoundBoard, fitBoard } from './board-soundness.ts'

const TV = geometryOf(1920, 1080)

function rewards(count: number, changes: Partial<RewardInWords> = {}): ViewHead['rewards'] {
  const list = Array.from({ length: count }, (_, at) => ({
    rewardId: `r${at}`,
    name: `Reward ${at}`,
    offer: `$${at + 1}.00 off`,
    basis: 'before tax',
    note: `Reward ${at}, before tax`,
    points: `${(at + 1) * 100} points`,
    ...changes
  }))
  return { title: 'Rewards', rule: 'One per order', rewards: list }
}

function pagesOf(view: BoardView, geometry: PageGeometry = TV): readonly BoardPage[] {
  return layOutBoard(view, geometry, archivoMeasure(geometry.amPx)).pages
}

function withRewards(view: BoardView, shown: ViewHead['rewards']): BoardView {
  return { ...view, head: { ...view.head, rewards: shown } }
}

function rowsIn(page: BoardPage | undefined): readonly (readonly RewardRow[])[] {
  return (page?.leaves ?? []).map(({ blocks }) =>
    blocks.flatMap(({ block }) => (block.kind === 'rewards' ? [...block.rows] : []))
  )
}

describe('rewards on a board', () => {
  it('stand on a page of their own after the menu, and say that an order takes one', () => {
    const menu = pagesOf(manyView(4))
    const pages = pagesOf(withRewards(manyView(4), rewards(3)))
    expect(pages.length).toBe(menu.length + 1)
    expect(pages.at(-1)?.heading.lines.join(' ')).toBe('Rewards')
    expect(pages.at(-1)?.productIds).toEqual([])
    expect(
      rowsIn(pages.at(-1))
        .flat()
        .map(({ rewardId }) => rewardId)
    ).toEqual(['r0', 'r1', 'r2'])
  })

  it('come before the offers that no footer had room for', () => {
    const headings = pagesOf(withRewards(offersView(), rewards(1))).map(({ heading }) => heading.lines.join(' '))
    expect(headings.indexOf('Rewards')).toBe(headings.indexOf('Offers running now') - 1)
  })

  it('fill leaves that are as equal as their rows allow', () => {
    const view = withRewards(manyView(4), rewards(4))
    const { head } = view
    const wide = { ...view, head: { ...head, screen: { ...head.screen, level: 'dense' as const } } }
    for (const one of [view, wide]) {
      const board = fitBoard(one, { name: 'tv', width: 1920, height: 1080 }, archivoMeasure)
      const leaves = rowsIn(board.layout.pages.at(-1)).map(({ length }) => length)
      expect(leaves.length).toBeGreaterThan(1)
      expect(Math.max(...leaves)).toBe(Math.ceil(4 / leaves.length))
    }
  })

  it('go on on a further page, numbered, where there are many', () => {
    const pages = pagesOf(withRewards(manyView(4), rewards(30))).filter((page) => rowsIn(page).flat().length > 0)
    expect(pages.length).toBeGreaterThan(1)
    expect(pages.map(({ part }) => part)).toEqual(pages.map((_, at) => ({ index: at + 1, count: pages.length })))
  })

  it('are all large or all smaller, so that none looks like more than another', () => {
    const shown = rewards(2)
    const long = 'CA$1,000.00 de descuento en toda la compra de hoy, también en los accesorios y en la ropa'
    const mixed = {
      title: 'Rewards',
      rule: '',
      rewards: [...(shown?.rewards ?? []), ...(rewards(1, { rewardId: 'x', offer: long })?.rewards ?? [])]
    }
    const styles = (view: BoardView): readonly string[] =>
      rowsIn(pagesOf(view).at(-1))
        .flat()
        .map(({ headline }) => headline.style)
    expect(styles(withRewards(manyView(4), shown))).toEqual(['offer-short', 'offer-short'])
    expect(styles(withRewards(manyView(4), mixed))).toEqual(['offer-long', 'offer-long', 'offer-long'])
  })

  it('are no menu: an empty one is empty, and says so', () => {
    expect(pagesOf({ head: headOf({ rewards: rewards(3) }), items: [] })).toEqual([])
  })

  it('of any number and any words are sound on any screen at any distance', () => {
    const texts = fc.record({
      offer: fc.constantFrom('$5.00 off', '12,5\u00a0% de rabais', '5,00\u00a0$ de rabais', '$100,000.00 de descuento'),
      note: fc.constantFrom(
        '',
        'before tax',
        'Merci aux habitués de la rue Saint-Jean-Baptiste, avant taxes',
        'x'.repeat(60)
      ),
      points: fc.constantFrom('1 point', '10,000,000 points', '1\u00a0250 points')
    })
    fc.assert(
      fc.property(catalogues(12), sizes, places, fc.array(texts, { maxLength: 30 }), (view, size, place, list) => {
        const shown = {
          title: 'Récompenses',
          rule: 'Une par commande',
          rewards: list.map((one, at) => ({ rewardId: `r${at}`, name: '', basis: null, ...one }))
        }
        const screen = { ...view.head.screen, ...place }
        const given = { ...view, head: { ...view.head, screen, rewards: list.length === 0 ? null : shown } }
        const board = fitBoard(given, size, archivoMeasure)
        expectSoundBoard(given, board, archivoMeasure(board.geometry.amPx))
      }),
      { numRuns: 120, endOnFailure: true }
    )
  }, 120_000)
})
