import { geometryOf } from '../src/renderer/layout/geometry.ts'
import { boardLayouterOf } from '../src/renderer/layout/pages.ts'
import type { BoardView } from '../src/shared/board-view.ts'
import { manyView, money } from '../test/renderer/fixture-view.ts'
import { fakeMeasure } from '../test/renderer/layout/fake-measure.ts'
import { percentileOf } from './board-page.ts'
import type { BenchFigure } from './run.ts'

const PRODUCTS = 5000
const ROUNDS = 9

/** The board with one price of one product changed, all else the same objects. */
function repriced(view: BoardView, at: number, digits: string): BoardView {
  const items = view.items.with(at, {
    ...view.items[at]!,
    rungs: view.items[at]!.rungs.map((rung, step) => (step === 0 ? { ...rung, youPay: money(digits) } : rung))
  })
  return { head: view.head, items }
}

/**
 * **layout**: 5,000 products put on pages, median ms; **layout-change**: the next board, with one product changed. Both
 * against `JSON.stringify` of the pages. Text is measured by a font of one width, so that it is the layout alone.
 */
export function benchLayout(): Promise<readonly BenchFigure[]> {
  const geometry = geometryOf(1920, 1080)
  const measure = fakeMeasure(geometry.amPx)
  const laying: number[] = []
  const changing: number[] = []
  const writing: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const view = manyView(PRODUCTS)
    const layOut = boardLayouterOf(geometry, measure)
    const startedMs = performance.now()
    const layout = layOut(view)
    const laidMs = performance.now()
    if (layout === null) throw new Error('the board has no room')
    const text = JSON.stringify(layout.pages)
    const writtenMs = performance.now()
    const shown = new Set(layout.pages.flatMap((page) => page.productIds))
    if (shown.size !== PRODUCTS || layout.skipped.length > 0 || text.length < PRODUCTS * 100)
      throw new Error(`the layout has ${shown.size} products, not ${PRODUCTS}`)
    // Of the middle of the menu, and on no shelf: a product that leaves its shelf's rail is more than one change.
    const next = repriced(view, PRODUCTS / 2 + round, `${30 + round}.01`)
    const changedMs = performance.now()
    const again = layOut(next)
    changing.push(performance.now() - changedMs)
    if (again === null || again.pages.length === 0) throw new Error('the changed board has no pages')
    laying.push(laidMs - startedMs)
    writing.push(writtenMs - laidMs)
  }
  const reference = percentileOf(writing, 0.5)
  return Promise.resolve(
    (
      [
        ['layout', laying],
        ['layout-change', changing]
      ] as const
    ).map(([name, times]) => {
      const value = percentileOf(times, 0.5)
      return { name, value, unit: 'ms', reference, ratio: value / reference }
    })
  )
}
