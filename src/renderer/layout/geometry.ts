/** The page as numbers: where a screen's spine, leaves and columns stand. All lengths in CSS px of the screen. */
export interface PageGeometry {
  readonly widthPx: number
  readonly heightPx: number
  /** One arcminute; every length on a board is a multiple of it (design, "Height is cap height"). */
  readonly amPx: number
  readonly safeXPx: number
  readonly safeYPx: number
  readonly spinePx: number
  readonly insetPx: number
  /** From one leaf's text to the next one's. */
  readonly leafGapPx: number
  readonly leafCount: number
  /** Text width of one leaf: the label column and four rungs. */
  readonly leafPx: number
  readonly labelPx: number
  readonly rungPx: number
  readonly hairPx: number
  readonly gapPx: number
  readonly barPx: number
}

export const RUNG_COLUMNS = 4

const LABEL_AM = 172
const INSET_AM = 14
const GUTTER_AM = 21
const LEAF_NEED_AM = INSET_AM + LABEL_AM + RUNG_COLUMNS * 144 + GUTTER_AM
const MOST_LEAVES = 3

/** 55 in, 3 m, level 0.8, at 1,920 px: names and prices stand 16 arcminutes high. */
const DEFAULT_AM_PX = 1.101
const DEFAULT_LONG_SIDE_PX = 1920
const DEFAULT_SHORT_SIDE_PX = 1080

/**
 * px per arcminute for a screen of unknown size: the default one, so that 4K is the same picture as 1080p. A screen that
 * is no 16:9 goes by the side that is the shorter for it: a stretched one gets more leaves, not larger type.
 */
export function defaultAmPxOf(widthPx: number, heightPx: number): number {
  const long = Math.max(widthPx, heightPx, 320) / DEFAULT_LONG_SIDE_PX
  const short = Math.max(Math.min(widthPx, heightPx), 180) / DEFAULT_SHORT_SIDE_PX
  return DEFAULT_AM_PX * Math.min(long, short)
}

/**
 * Columns and margins of a page (design, "Density"). Margins belong to the screen: 2.5 % of it at least. A page takes as
 * many leaves as fit beside the spine. Rules are whole px, so that they are equally thick everywhere.
 */
export function geometryOf(widthPx: number, heightPx: number, amPx = defaultAmPxOf(widthPx, heightPx)): PageGeometry {
  const safeXPx = Math.max(21 * amPx, widthPx * 0.025)
  const safeYPx = Math.max(12.2 * amPx, heightPx * 0.025)
  const spinePx = safeXPx + 32 * amPx
  const besideSpinePx = widthPx - spinePx - safeXPx
  const fitting = Math.floor((besideSpinePx + GUTTER_AM * amPx) / (LEAF_NEED_AM * amPx) + 1e-6)
  const leafCount = Math.min(MOST_LEAVES, Math.max(1, fitting))
  const insetPx = INSET_AM * amPx
  const leafGapPx = (GUTTER_AM + INSET_AM) * amPx
  const leafPx = (besideSpinePx - insetPx - (leafCount - 1) * leafGapPx) / leafCount
  const labelPx = LABEL_AM * amPx
  return {
    widthPx,
    heightPx,
    amPx,
    safeXPx,
    safeYPx,
    spinePx,
    insetPx,
    leafGapPx,
    leafCount,
    leafPx,
    labelPx,
    rungPx: (leafPx - labelPx) / RUNG_COLUMNS,
    hairPx: wholePxOf(0.9 * amPx),
    gapPx: wholePxOf(1.75 * amPx),
    barPx: wholePxOf(2.6 * amPx)
  }
}

function wholePxOf(lengthPx: number): number {
  return Math.max(1, Math.round(lengthPx))
}
