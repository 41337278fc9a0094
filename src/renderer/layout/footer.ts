import type { ViewHead, ViewLegend } from '../../shared/board-view.ts'
import type { LayoutSetting } from './ladder.ts'
import { METRICS } from './metrics.ts'
import type { Footer, LegendEntry, LegendRow } from './page.types.ts'
import { wrapText } from './text-fit.ts'

/** A footer never takes more of a page than this; offers beyond it keep their ticket on the row. */
const MOST_OF_PAGE = 0.4

/**
 * The foot of a page: each promotion's words after its ticket, two to a leaf, then the tax line and the price age
 * (design, "Badges"). A text too long for its slot takes the leaf, then wraps.
 */
export function footerOf(legend: readonly ViewLegend[], setting: LayoutSetting): Footer {
  const { geometry, measure, head } = setting
  const am = geometry.amPx
  const insetPx = METRICS.cellInset * am
  const taxPx = geometry.leafCount > 1 ? geometry.leafPx : geometry.leafPx - 2 * geometry.rungPx
  const taxLines = wrapText(measure, head.taxLine, 'detail', taxPx - insetPx)
  const ageLines = wrapText(measure, head.ageLine, 'detail-strong', 2 * geometry.rungPx - 3 * insetPx)
  const lastRowPx = (METRICS.footerRow + (Math.max(taxLines.length, ageLines.length) - 1) * METRICS.detailLine) * am
  const legendRows: LegendRow[] = []
  let heightPx = lastRowPx
  for (const row of legendRowsOf(legend, setting)) {
    if (heightPx + row.heightPx > geometry.heightPx * MOST_OF_PAGE) break
    legendRows.push(row)
    heightPx += row.heightPx
  }
  return { heightPx, legendRows, taxLines, ageLines, lastRowPx }
}

/** The legend of a page: offers with a ticket on it, and those that belong to no product's ticket (a sale's words). */
export function legendOf(head: ViewHead, onPage: ReadonlySet<string>, onBoard: ReadonlySet<string>): ViewLegend[] {
  return head.legend.filter((entry) => onPage.has(entry.promotionId) || !onBoard.has(entry.promotionId))
}

interface OpenRow {
  readonly entries: LegendEntry[]
  /** Half-leaf slots taken, from the left. */
  slots: number
  lines: number
}

function legendRowsOf(legend: readonly ViewLegend[], { geometry, measure }: LayoutSetting): LegendRow[] {
  const am = geometry.amPx
  const insetPx = METRICS.cellInset * am
  const leftPx = geometry.labelPx + 2 * geometry.rungPx - insetPx
  const rightPx = 2 * geometry.rungPx - 2 * insetPx
  const wholePx = geometry.leafPx - insetPx
  const slotsPerRow = geometry.leafCount * 2
  const rows: OpenRow[] = []
  for (const { promotionId, short, text } of legend) {
    const gapPx = measure('\u00a0\u00a0', 'detail')
    const shortLines = wrapText(measure, short, 'ticket', wholePx / 2)
    const ticketPx = Math.max(...shortLines.map((line) => measure(line, 'ticket'))) + gapPx
    const needPx = ticketPx + measure(text, 'detail')
    let row = rows.at(-1)
    if (row === undefined || row.slots >= slotsPerRow) rows.push((row = { entries: [], slots: 0, lines: 1 }))
    if (row.slots % 2 === 1 && needPx > rightPx) row.slots += 1
    if (row.slots >= slotsPerRow) rows.push((row = { entries: [], slots: 0, lines: 1 }))
    const leaf = Math.floor(row.slots / 2)
    const whole = row.slots % 2 === 0 && needPx > leftPx
    const lines = whole ? wrapText(measure, text, 'detail', wholePx - ticketPx) : [text]
    row.entries.push({
      promotionId,
      shortLines,
      lines,
      leaf,
      slot: whole ? 'whole' : row.slots % 2 === 0 ? 'left' : 'right'
    })
    row.lines = Math.max(row.lines, lines.length, shortLines.length)
    row.slots += whole ? 2 : 1
  }
  return rows.map((row) => ({
    entries: row.entries,
    heightPx: (METRICS.footerRow + (row.lines - 1) * METRICS.detailLine) * am
  }))
}
