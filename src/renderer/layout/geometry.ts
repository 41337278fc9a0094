import type { ViewScreen } from '../../shared/board-view.ts'
import type { DensityLevel } from '../../shared/screen-settings.ts'

/** The page as numbers: where a screen's spine, leaves and columns stand. All lengths in CSS px of the screen. */
export interface PageGeometry {
  readonly widthPx: number
  readonly heightPx: number
  /** One arcminute; every length on a board is a multiple of it (design, "Height is cap height"). */
  readonly amPx: number
  /** The spine is a band on top, and there is one leaf. */
  readonly portrait: boolean
  /**
   * A leaf too narrow for a label column beside its singles: three rungs to a rail, names above, prices at the right end
   * (the portrait drawing at the roomy level).
   */
  readonly narrow: boolean
  readonly safeXPx: number
  readonly safeYPx: number
  /** Width of the spine at the left; none in portrait. */
  readonly spinePx: number
  /** Height of the spine on top; none in landscape. */
  readonly bandPx: number
  readonly insetPx: number
  /** From one leaf's text to the next one's. */
  readonly leafGapPx: number
  readonly leafCount: number
  /** Text width of one leaf: the label column and the rungs. */
  readonly leafPx: number
  readonly labelPx: number
  /** Rungs to a rail: four, in a narrow leaf three. */
  readonly rungCount: number
  readonly rungPx: number
  /** Cap height of a price on a rail, and on the label of a single, in arcminutes. */
  readonly railPriceAm: number
  readonly labelPriceAm: number
  /** Height between the safe margins, the band taken off. */
  readonly sheetPx: number
  readonly hairPx: number
  readonly gapPx: number
  readonly barPx: number
  /**
   * Null where the letters have the size that the distance demands; else how far away they can be read, in metres: the
   * screen is too small for its place, and every page says so (`fitting-letters.ts`).
   */
  readonly readableMetres: number | null
}

/** What a screen's size and place say about its letters (design, "Density"). */
export type ScreenPlace = Pick<ViewScreen, 'diagonalInches' | 'distanceMetres' | 'level'>

export const DEFAULT_PLACE: ScreenPlace = { diagonalInches: 55, distanceMetres: 3, level: 'standard' }

const LEVEL_FACTORS: Readonly<Record<DensityLevel, number>> = { roomy: 1, standard: 0.8, dense: 0.65 }
const MM_PER_INCH = 25.4
const ARCMINUTE = Math.tan(Math.PI / 180 / 60)
/** A window smaller than this is being opened, not looked at. */
const LEAST_DIAGONAL_PX = Math.hypot(320, 180)
/** A large screen looked at from close by: smaller letters than this have too few pixels to be read from anywhere. */
const LEAST_AM_PX = 0.45

const LANDSCAPE_RUNGS = 4
const NARROW_RUNGS = 3
const LABEL_AM = 172
const NARROW_LABEL_AM = 98
const LEAST_RUNG_AM = 144
const INSET_AM = 14
const GUTTER_AM = 21
const BAND_AM = 44
const BAND_LINE_AM = 20.5
const PORTRAIT_LEAF_NEED_AM = LABEL_AM + LANDSCAPE_RUNGS * LEAST_RUNG_AM
const LEAF_NEED_AM = INSET_AM + PORTRAIT_LEAF_NEED_AM + GUTTER_AM
const MOST_LEAVES = 3

/** px per arcminute of a screen seen from its distance, times its level. The diagonal is of the glass, in inches. */
export function amPxOf(widthPx: number, heightPx: number, place: ScreenPlace): number {
  const diagonalPx = Math.max(Math.hypot(widthPx, heightPx), LEAST_DIAGONAL_PX)
  const mmPerPx = (place.diagonalInches * MM_PER_INCH) / diagonalPx
  return Math.max(LEAST_AM_PX, ((place.distanceMetres * 1000 * ARCMINUTE) / mmPerPx) * LEVEL_FACTORS[place.level])
}

/** The design's least, and the default of a screen's settings. */
const LEAST_MARGIN_PERCENT = 2.5

/**
 * Columns and margins of a page (design, "Density", "Space and grid"). Margins belong to the screen: 2.5 % of it at least,
 * more where the screen is set so, because its television cuts off the picture's edges. Only colour bleeds into them. A page takes as many leaves as fit beside the spine; upright it has one, under a band. Rules are whole px, so that they
 * are equally thick everywhere.
 */
export function geometryOf(
  widthPx: number,
  heightPx: number,
  amPx = amPxOf(widthPx, heightPx, DEFAULT_PLACE),
  safeMarginPercent = LEAST_MARGIN_PERCENT
): PageGeometry {
  const margin = Math.max(safeMarginPercent, LEAST_MARGIN_PERCENT) / 100
  const common = {
    widthPx,
    heightPx,
    amPx,
    readableMetres: null,
    hairPx: wholePxOf(0.9 * amPx),
    gapPx: wholePxOf(1.75 * amPx)
  }
  const barPx = wholePxOf(2.6 * amPx)
  if (heightPx > widthPx) {
    const safeXPx = Math.max(19 * amPx, widthPx * margin)
    const safeYPx = Math.max(17.5 * amPx, heightPx * margin)
    const leafPx = widthPx - 2 * safeXPx
    const narrow = leafPx < PORTRAIT_LEAF_NEED_AM * amPx
    const labelPx = (narrow ? NARROW_LABEL_AM : LABEL_AM) * amPx
    const rungCount = narrow ? NARROW_RUNGS : LANDSCAPE_RUNGS
    // The band bleeds to the edge, its words keep the margin.
    const bandPx = Math.max(BAND_AM * amPx, safeYPx + 28 * amPx)
    return {
      ...common,
      barPx,
      portrait: true,
      narrow,
      safeXPx,
      safeYPx,
      spinePx: 0,
      bandPx,
      insetPx: safeXPx,
      leafGapPx: 0,
      leafCount: 1,
      leafPx,
      labelPx,
      rungCount,
      rungPx: (leafPx - labelPx) / rungCount,
      railPriceAm: 24,
      labelPriceAm: narrow ? 24 : 20,
      sheetPx: heightPx - bandPx - 8 * amPx - safeYPx
    }
  }
  const safeXPx = Math.max(21 * amPx, widthPx * margin)
  const safeYPx = Math.max(12.2 * amPx, heightPx * margin)
  const spinePx = safeXPx + 32 * amPx
  const besideSpinePx = widthPx - spinePx - safeXPx
  const fitting = Math.floor((besideSpinePx + GUTTER_AM * amPx) / (LEAF_NEED_AM * amPx) + 1e-6)
  const leafCount = Math.min(MOST_LEAVES, Math.max(1, fitting))
  const insetPx = INSET_AM * amPx
  const leafGapPx = (GUTTER_AM + INSET_AM) * amPx
  const leafPx = (besideSpinePx - insetPx - (leafCount - 1) * leafGapPx) / leafCount
  // A screen far away for its size holds no four rungs beside a label column: it is set as a narrow leaf.
  const narrow = leafPx < (LABEL_AM + LANDSCAPE_RUNGS * 124) * amPx
  const labelPx = (narrow ? NARROW_LABEL_AM : LABEL_AM) * amPx
  const rungCount = narrow ? NARROW_RUNGS : LANDSCAPE_RUNGS
  return {
    ...common,
    barPx,
    portrait: false,
    narrow,
    safeXPx,
    safeYPx,
    spinePx,
    bandPx: 0,
    insetPx,
    leafGapPx,
    leafCount,
    leafPx,
    labelPx,
    rungCount,
    rungPx: (leafPx - labelPx) / rungCount,
    railPriceAm: 28,
    labelPriceAm: narrow ? 24 : 20,
    sheetPx: heightPx - 2 * safeYPx
  }
}

/** The same page with more lines of the store's name in its band: what stands below gets so much less. */
export function withBandLines(geometry: PageGeometry, lines: number): PageGeometry {
  if (!geometry.portrait || lines <= 1) return geometry
  const morePx = (lines - 1) * BAND_LINE_AM * geometry.amPx
  return { ...geometry, bandPx: geometry.bandPx + morePx, sheetPx: geometry.sheetPx - morePx }
}

function wholePxOf(lengthPx: number): number {
  return Math.max(1, Math.round(lengthPx))
}
