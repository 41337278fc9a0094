import * as fc from 'fast-check'
import { describe, it } from 'vitest'
import type { BoardView } from '../../../src/shared/board-view.ts'
import { catalogues, places, shopPlaces, sizes, type Size } from '../random-catalogue.ts'
import { archivoMeasure } from './archivo-measure.ts'
import { expectSoundBoard, fitBoard } from './board-soundness.ts'

/** On a busy machine: alone it takes a tenth of this. */
const LONG_MS = 180_000

type Place = Pick<BoardView['head']['screen'], 'diagonalInches' | 'distanceMetres'>

function standingAt(view: BoardView, place: Place): BoardView {
  return { head: { ...view.head, screen: { ...view.head.screen, ...place } }, items: view.items }
}

function expectSound(view: BoardView, size: Size): void {
  const board = fitBoard(view, size, archivoMeasure)
  expectSoundBoard(view, board, archivoMeasure(board.geometry.amPx))
}

describe('a board of any catalogue', { timeout: LONG_MS }, () => {
  it('of a few products is sound on any screen at any distance', () => {
    fc.assert(
      fc.property(catalogues(40), sizes, places, (view, size, place) => expectSound(standingAt(view, place), size)),
      { numRuns: 250, endOnFailure: true }
    )
  }, 120_000)

  it('of hundreds of products is sound on any screen in a shop', () => {
    fc.assert(
      fc.property(catalogues(600), sizes, shopPlaces, (view, size, place) =>
        expectSound(standingAt(view, place), size)
      ),
      { numRuns: 30, endOnFailure: true }
    )
  }, 120_000)

  it.each([1000, 2400, 5000])(
    'of %i products is sound',
    (count) => {
      const drawn = fc.sample(catalogues(count, count), { numRuns: 2, seed: count })
      for (const [at, view] of drawn.entries()) {
        const size = { name: 'a television', width: at === 0 ? 1920 : 1080, height: at === 0 ? 1080 : 1920 }
        expectSound(view, size)
      }
    },
    120_000
  )
})
