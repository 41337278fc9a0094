import type { ViewPicture } from '../../shared/board-view.ts'
import type { PageGeometry } from './geometry.ts'
import { METRICS } from './metrics.ts'
import type { Jar } from './page.types.ts'

/** A single taller than this part of a page is shown without its picture, lest it be shown not at all. */
const MOST_OF_SHEET = 0.4

/** What a picture leaves of a leaf for the single it stands beside. */
export interface BesidePicture {
  /** Rung columns that the single has; in a narrow leaf both, each so much narrower. */
  readonly columns: 2 | 3
  readonly geometry: PageGeometry
}

/** The fourth column is the picture's, so that the single's own keep the edges of all others. */
export function besidePictureOf(geometry: PageGeometry): BesidePicture {
  if (!geometry.narrow) return { columns: 3, geometry }
  const roomPx = (METRICS.picture + METRICS.pictureGap) * geometry.amPx
  return { columns: 2, geometry: { ...geometry, leafPx: geometry.leafPx - roomPx } }
}

/** A single with its picture at its right end; null where they would not fit together. */
export function withPicture(jar: Jar, picture: ViewPicture, geometry: PageGeometry): Jar | null {
  const { columns } = besidePictureOf(geometry)
  const sidePx = METRICS.picture * geometry.amPx
  const heightPx = Math.max(jar.heightPx, sidePx)
  const isTooWide = jar.cellLines.some(({ cells }) => cells.reduce((sum, cell) => sum + cell.span, 0) > columns)
  if (isTooWide || heightPx > geometry.sheetPx * MOST_OF_SHEET) return null
  return { ...jar, heightPx, picture: { href: picture.href, sidePx } }
}
