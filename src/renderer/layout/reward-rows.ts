import type { RewardInWords, RewardsInWords } from '../../shared/rewards.ts'
import type { LayoutSetting } from './ladder.ts'
import { METRICS } from './metrics.ts'
import type { RewardRow } from './page.types.ts'
import { fitText, fitTextAnyway, wrapText } from './text-fit.ts'

const POINTS_STYLES = ['name-90', 'name-84', 'name-80'] as const

/**
 * Loyalty rewards as rows of a table: what one gives, its points in a column of their own, the words about it below. All
 * offers are large if all are short, so that no reward looks like more than another. In a narrow leaf, and where points would
 * take more than a third of it, they stand on a line of their own.
 */
export function rewardRowsOf(rewards: readonly RewardInWords[], setting: LayoutSetting): readonly RewardRow[] {
  const { geometry, measure } = setting
  const { amPx, leafPx, narrow } = geometry
  const widestPx = Math.max(0, ...rewards.map(({ points }) => measure(points, 'name-90')))
  const isBeside = !narrow && widestPx <= leafPx / 3
  const pointsPx = isBeside ? widestPx : leafPx
  const textPx = isBeside ? leafPx - pointsPx - METRICS.rewardGap * amPx : leafPx
  const isLarge = rewards.every(({ offer }) => measure(offer, 'offer-short') <= textPx)
  const linePx = (isLarge ? METRICS.offerShortLine : METRICS.offerLongLine) * amPx
  return rewards.map(({ rewardId, offer, note, points: text }): RewardRow => {
    const headline = fitText(measure, offer, [isLarge ? 'offer-short' : 'offer-long'], textPx, 1) ?? {
      lines: wrapText(measure, offer, 'offer-long', textPx),
      style: 'offer-long' as const
    }
    const points = fitTextAnyway(measure, text, POINTS_STYLES, pointsPx)
    const noteLines = note === '' ? [] : wrapText(measure, note, 'detail', leafPx)
    const pointsBelowPx = isBeside ? 0 : points.lines.length * METRICS.jarName * amPx
    const notePx = noteLines.length === 0 ? 0 : (METRICS.panelNoteAbove + noteLines.length * METRICS.detailLine) * amPx
    const heightPx = headline.lines.length * linePx + pointsBelowPx + notePx + 2 * METRICS.rewardInset * amPx
    return { rewardId, headline, points, pointsPx: isBeside ? pointsPx : null, noteLines, heightPx }
  })
}

/** What stands above the rows: the bar that opens a section, and how many rewards an order takes. */
export function rewardRuleOf(
  { rule }: RewardsInWords,
  { geometry, measure }: LayoutSetting
): { readonly ruleLines: readonly string[]; readonly rulePx: number } {
  const ruleLines = wrapText(measure, rule, 'detail-strong', geometry.leafPx)
  const linesPx = ruleLines.length * METRICS.detailLine * geometry.amPx
  return { ruleLines, rulePx: geometry.barPx + METRICS.classInset * geometry.amPx + linesPx }
}

/**
 * Rows on pages, leaf by leaf: as many as a leaf holds, and on the last page no leaf longer than it must be. Null where a row
 * is higher than a leaf.
 */
export function rewardPagesOf(
  rows: readonly RewardRow[],
  leafCount: number,
  bodyPx: number
): readonly (readonly (readonly RewardRow[])[])[] | null {
  if (rows.some(({ heightPx }) => heightPx > bodyPx)) return null
  const leaves = leavesWithin(rows, bodyPx)
  const pages: (readonly (readonly RewardRow[])[])[] = []
  for (let at = 0; at < leaves.length; at += leafCount) pages.push(leaves.slice(at, at + leafCount))
  const last = pages.pop()
  return last === undefined ? [] : [...pages, evenLeaves(last.flat(), leafCount)]
}

function leavesWithin(rows: readonly RewardRow[], limitPx: number): (readonly RewardRow[])[] {
  const leaves: RewardRow[][] = []
  let leftPx = 0
  for (const row of rows) {
    const leaf = leaves.at(-1)
    if (leaf === undefined || row.heightPx > leftPx) {
      leaves.push([row])
      leftPx = limitPx - row.heightPx
    } else {
      leaf.push(row)
      leftPx -= row.heightPx
    }
  }
  return leaves
}

/** The least height of leaves in which the same rows stand on as many: it is that of some rows that follow each other. */
function evenLeaves(rows: readonly RewardRow[], leafCount: number): (readonly RewardRow[])[] {
  const limitsPx = rows.flatMap((_, from) =>
    rows.slice(from).map((_row, to) => heightPxOf(rows.slice(from, from + to + 1)))
  )
  const tallestPx = Math.max(0, ...rows.map(({ heightPx }) => heightPx))
  for (const limitPx of limitsPx.toSorted((a, b) => a - b)) {
    if (limitPx < tallestPx) continue
    const leaves = leavesWithin(rows, limitPx)
    if (leaves.length <= leafCount) return leaves
  }
  return [rows]
}

export function heightPxOf(rows: readonly RewardRow[]): number {
  return rows.reduce((sum, row) => sum + row.heightPx, 0)
}
