import type { ViewHead } from '../../shared/board-view.ts'
import { jarGridOf } from '../layout/jar-grid.ts'
import { besidePictureOf } from '../layout/jar-picture.ts'
import type { PageGeometry } from '../layout/geometry.ts'

/** The page's numbers as the custom properties that board.css is written in. */
export function boardVariablesOf(geometry: PageGeometry): Record<`--${string}`, string> {
  return {
    '--am': `${geometry.amPx}px`,
    '--screen-w': `${geometry.widthPx}px`,
    '--screen-h': `${geometry.heightPx}px`,
    '--safe-x': `${geometry.safeXPx}px`,
    '--safe-y': `${geometry.safeYPx}px`,
    '--band': `${geometry.bandPx}px`,
    '--rail-p': `${geometry.railPriceAm}`,
    '--label-p': `${geometry.labelPriceAm}`,
    '--rungs': `${geometry.rungCount}`,
    '--jar-column': `${jarGridOf(geometry).columnPx}px`,
    '--picture-jar-column': `${jarGridOf(besidePictureOf(geometry).geometry).columnPx}px`,
    '--spine': `${geometry.spinePx}px`,
    '--inset': `${geometry.insetPx}px`,
    '--leaf-gap': `${geometry.leafGapPx}px`,
    '--leaf': `${geometry.leafPx}px`,
    '--label': `${geometry.labelPx}px`,
    '--rung': `${geometry.rungPx}px`,
    '--hair': `${geometry.hairPx}px`,
    '--gap': `${geometry.gapPx}px`,
    '--bar': `${geometry.barPx}px`
  }
}

/** The store's own colours over the theme's; text on them is the host's choice. */
export function storeVariablesOf(colour: ViewHead['storeColour']): Record<`--${string}`, string> {
  return colour === null ? {} : { '--store': colour.ground, '--store-ink': colour.ink }
}
