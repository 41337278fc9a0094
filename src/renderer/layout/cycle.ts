import type { DensityLevel } from '../../shared/screen-settings.ts'
import type { BoardPage } from './page.types.ts'

/** How long all pages of a board take, and what would bring it under `MOST_SECONDS`. */
export interface CycleReport {
  readonly seconds: number
  readonly advice: CycleAdvice | null
}

export interface CycleAdvice {
  /** So many screens beside this one, the pages shared out. */
  readonly screensMore: number
  /** The denser level, if that alone is enough by the room it makes. */
  readonly orLevel: 'dense' | null
}

/** Nobody waits longer for the page that they want to see. */
const MOST_SECONDS = 90
/** What a page of the level takes of a dense one's content: the square of its letters. */
const DENSE_SHARE: Readonly<Record<DensityLevel, number>> = { roomy: 0.65 ** 2, standard: (0.65 / 0.8) ** 2, dense: 1 }
const MOST_LONGER = 0.5
const LONGER_FROM = 0.5

/** ms a page stays: the screen's dwell for one that is half full, half as long again for a full one. */
export function dwellMsOf(page: Pick<BoardPage, 'fullness'>, dwellMs: number): number {
  const above = Math.min(1, Math.max(0, (page.fullness - LONGER_FROM) / (1 - LONGER_FROM)))
  return Math.round((dwellMs * (1 + MOST_LONGER * above)) / 100) * 100
}

/** The full cycle of a board's pages, and advice where it is longer than 90 seconds. `dwellOf` gives ms. */
export function cycleOf<Page>(
  pages: readonly Page[],
  dwellOf: (page: Page) => number,
  level: DensityLevel
): CycleReport {
  const seconds = Math.round(pages.reduce((sum, page) => sum + dwellOf(page), 0) / 1000)
  if (seconds <= MOST_SECONDS || pages.length < 2) return { seconds, advice: null }
  const orLevel = level !== 'dense' && seconds * DENSE_SHARE[level] <= MOST_SECONDS ? 'dense' : null
  return { seconds, advice: { screensMore: Math.ceil(seconds / MOST_SECONDS) - 1, orLevel } }
}
