import type { ViewItem } from '../../shared/board-view.ts'
import type { ScreenReport, UnlaidBoard } from '../../shared/screen-report.ts'
import type { BoardState } from './board-state.ts'
import type { Undrawn } from './last-good.tsx'

/** As many as a host takes: whoever looks for the cause begins with what differs. */
const MOST_NAMED = 5
const LONGEST_NAME = 200
const NO_PAGES: ScreenReport = { pages: 0, seconds: 0, advice: null }

/** What a page says of a board that it could not lay out: what stays, and which of its products are not as they were. */
export function unlaidBoardOf({ value, kept }: Undrawn<BoardState>): UnlaidBoard {
  // What did not change stays the same object (board-state.ts).
  const before = new Set(kept?.view.items)
  const products = kept === null ? [] : namesOf(value.view.items.filter((item) => !before.has(item)))
  return { keepsLast: kept !== null, products }
}

/** A screen's report with what it could not lay out; one that has drawn nothing yet has no pages to tell of. */
export function withUnlaid(report: ScreenReport | null, unlaid: UnlaidBoard | null): ScreenReport | null {
  return unlaid === null ? report : { ...(report ?? NO_PAGES), unlaid }
}

/** Names of products for a report: a few. */
export function namesOf(items: readonly ViewItem[]): readonly string[] {
  return items.slice(0, MOST_NAMED).map(({ name }) => [...name].slice(0, LONGEST_NAME / 2).join(''))
}
