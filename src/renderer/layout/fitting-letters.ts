import type { PageGeometry } from './geometry.ts'
import type { BoardLayout } from './pages.ts'

/** A narrower leaf has no room for a quantity and its price on one line. */
const LEAST_LEAF_AM = 240
/** A lower page has no room for its heading, its foot and one price under a name. */
const LEAST_SHEET_AM = 210
const STEP = 0.9
/** A window without a size has no room for letters of any: it is being opened, and not looked at. */
const LEAST_AM_PX = 0.05
const NOTHING: BoardLayout = { pages: [], skipped: [] }

export interface FittedBoard {
  readonly geometry: PageGeometry
  readonly layout: BoardLayout
}

/**
 * The board in the letters that its distance demands; where those leave no room for a line of a product (a screen far too
 * small for its place), in the largest that do, and then every page says from how far they can be read. `geometryAt` makes
 * a page for an arcminute of so many px, `layOutAt` answers null where that is too large.
 */
export function fittedBoardOf(
  wantedAmPx: number,
  distanceMetres: number,
  geometryAt: (amPx: number) => PageGeometry,
  layOutAt: (geometry: PageGeometry) => BoardLayout | null
): FittedBoard {
  for (let amPx = wantedAmPx; amPx >= LEAST_AM_PX; amPx *= STEP) {
    const geometry = withReading(geometryAt(amPx), amPx / wantedAmPx, distanceMetres)
    const tooSmall = geometry.leafPx < LEAST_LEAF_AM * amPx || geometry.sheetPx < LEAST_SHEET_AM * amPx
    const layout = tooSmall ? null : layOutAt(geometry)
    if (layout !== null) return { geometry, layout }
  }
  return { geometry: geometryAt(wantedAmPx), layout: NOTHING }
}

/** Letters of a share of their size are read from the same share of the distance: told to 10 cm, never too much. */
function withReading(geometry: PageGeometry, share: number, distanceMetres: number): PageGeometry {
  if (share >= 1) return geometry
  return { ...geometry, readableMetres: Math.max(0.1, Math.floor(distanceMetres * share * 10) / 10) }
}
