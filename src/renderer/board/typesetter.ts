import type { BoardView, ViewScreen } from '../../shared/board-view.ts'
import { fittedBoardOf } from '../layout/fitting-letters.ts'
import { amPxOf, geometryOf, withBandLines, type PageGeometry, type ScreenPlace } from '../layout/geometry.ts'
import { boardLayouterOf, type BoardLayout } from '../layout/pages.ts'
import { fitTextAnyway, type FittedText, type MeasureText } from '../layout/text-fit.ts'
import type { ScreenSize } from './screen-size.ts'
import { textMeasurerFor } from './text-measurer.ts'

/** A board as it will be drawn. */
export interface SetBoard {
  readonly geometry: PageGeometry
  readonly measure: MeasureText
  readonly wordmark: FittedText
  /** What the store's name, or its logo, has along the spine. */
  readonly nameRoomPx: number
  readonly layout: BoardLayout
}

/** Sets one board after another on the same screen; what stays the same is measured once. */
export interface Typesetter {
  readonly set: (view: BoardView) => SetBoard
  readonly dispose: () => void
}

type Measurer = ReturnType<typeof textMeasurerFor>

export function typesetterFor(
  size: ScreenSize,
  place: ScreenPlace & Pick<ViewScreen, 'safeMarginPercent'>,
  document: Document
): Typesetter {
  const measurers = new Map<number, Measurer>()
  const layouters = new Map<string, ReturnType<typeof boardLayouterOf>>()
  const wantedAmPx = amPxOf(size.widthPx, size.heightPx, place)

  const measurerAt = (base: PageGeometry): Measurer => {
    let measure = measurers.get(base.amPx)
    if (measure === undefined) measurers.set(base.amPx, (measure = textMeasurerFor(base, document)))
    return measure
  }
  const set = (view: BoardView): SetBoard => {
    const { storeName, logo } = view.head
    const baseAt = (amPx: number) => geometryOf(size.widthPx, size.heightPx, amPx, place.safeMarginPercent)
    const wordmarkAt = (amPx: number) => {
      const base = baseAt(amPx)
      return fitWordmark(storeName, base, measurerAt(base))
    }
    const { geometry, layout } = fittedBoardOf(
      wantedAmPx,
      place.distanceMetres,
      (amPx) => withBandLines(baseAt(amPx), logo === null ? wordmarkAt(amPx).lines.length : 1),
      (fitted) => {
        const key = `${fitted.amPx} ${fitted.bandPx}`
        let layOut = layouters.get(key)
        if (layOut === undefined)
          layouters.set(key, (layOut = boardLayouterOf(fitted, measurerAt(baseAt(fitted.amPx)))))
        return layOut(view)
      }
    )
    const base = baseAt(geometry.amPx)
    const measure = measurerAt(base)
    return { geometry, layout, measure, wordmark: wordmarkAt(geometry.amPx), nameRoomPx: nameRoomPxOf(base, measure) }
  }
  return {
    set,
    dispose: () => {
      for (const measure of measurers.values()) measure.dispose()
    }
  }
}

function fitWordmark(storeName: string, geometry: PageGeometry, measure: MeasureText): FittedText {
  const roomPx = nameRoomPxOf(geometry, measure)
  return fitTextAnyway(measure, storeName, ['wordmark-112', 'wordmark-84', 'wordmark-62'], roomPx)
}

/** Along the short edge; in portrait beside the clock and the page. */
function nameRoomPxOf(geometry: PageGeometry, measure: MeasureText): number {
  const am = geometry.amPx
  return geometry.portrait
    ? geometry.leafPx - measure('12:59 p.m.', 'clock') - 80 * am
    : geometry.heightPx - 2 * geometry.safeYPx - 80 * am
}
