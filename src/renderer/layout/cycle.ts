import type { ViewItem } from '../../shared/board-view.ts'
import type { CycleAdvice, ScreenReport } from '../../shared/screen-report.ts'
import type { DensityLevel } from '../../shared/screen-settings.ts'
import type { BoardPage } from './page.types.ts'

/** How long all pages of a board take, and what would bring it under `MOST_SECONDS`. */
export interface CycleReport {
  readonly seconds: number
  readonly advice: Omit<CycleAdvice, 'orSet'> | null
}

/** Nobody waits longer for the page that they want to see. */
const MOST_SECONDS = 90
/** What a page of the level takes of a dense one's content: the square of its letters. */
const DENSE_SHARE: Readonly<Record<DensityLevel, number>> = { roomy: 0.65 ** 2, standard: (0.65 / 0.8) ** 2, dense: 1 }
/** Of a set that is advised: names, and characters of one. */
const MOST_NAMES = 20
const LONGEST_NAME = 200
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

/** What the host is told of a board's pages (docs/board.md, What the manager is told). `dwellOf` gives ms. */
export function screenReportOf<Page extends Pick<BoardPage, 'productIds'>>(
  { seconds, advice }: CycleReport,
  pages: readonly Page[],
  items: readonly ViewItem[],
  dwellOf: (page: Page) => number
): ScreenReport {
  return {
    pages: pages.length,
    seconds,
    advice: advice === null ? null : { ...advice, orSet: shorterSetOf(pages, items, dwellOf) }
  }
}

/**
 * Top-level classifications whose pages together take no longer than the limit: the largest first, then whatever still
 * fits. A page that two share counts for each as a whole, since the shorter menu may be broken in another way.
 */
function shorterSetOf<Page extends Pick<BoardPage, 'productIds'>>(
  pages: readonly Page[],
  items: readonly ViewItem[],
  dwellOf: (page: Page) => number
): readonly string[] {
  const classOf = new Map(items.map(({ productId, classification }) => [productId, classification[0] ?? null]))
  const sizes = new Map<string, number>()
  for (const name of classOf.values()) if (name !== null) sizes.set(name, (sizes.get(name) ?? 0) + 1)
  if (sizes.size < 2) return []
  const secondsOf = (chosen: ReadonlySet<string>): number => {
    const shown = pages.filter(
      // The page of offers stays whatever is shown.
      ({ productIds }) => productIds.length === 0 || productIds.some((id) => chosen.has(classOf.get(id) ?? ''))
    )
    return shown.reduce((sum, page) => sum + dwellOf(page), 0) / 1000
  }
  let chosen: ReadonlySet<string> = new Set()
  for (const [name] of [...sizes].sort(([, a], [, b]) => b - a)) {
    const wider = new Set([...chosen, name])
    if (secondsOf(wider) <= MOST_SECONDS) chosen = wider
  }
  const names = [...sizes.keys()].filter((name) => chosen.has(name) && name.length <= LONGEST_NAME)
  // A set of so many names is no advice; and a host takes no more of them.
  return names.length <= MOST_NAMES ? names : []
}
