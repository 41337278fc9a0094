import type { ViewHead, ViewLegend } from '../../shared/board-view.ts'
import type { LayoutSetting } from './ladder.ts'
import { METRICS } from './metrics.ts'
import type { Footer, LegendEntry, LegendRow } from './page.types.ts'
import { keyPxOf } from './page-head.ts'
import { wrapText } from './text-fit.ts'

/** A footer never takes more of a page than this; offers beyond it are explained on a page of their own. */
const MOST_OF_PAGE = 0.25
const MOST_LINES = 2

/**
 * The foot of a page: each promotion's words after its ticket, two to a leaf and two lines at most, the key where the
 * header has no room for it, then the tax line and the price age (design, "Badges"). A text too long for its slot takes
 * the leaf, then wraps.
 */
export function footerOf(legend: readonly ViewLegend[], setting: LayoutSetting, keyInFooter: boolean): Footer {
  const { geometry, measure, head } = setting
  const am = geometry.amPx
  const cellPx = METRICS.cellInset * am
  const splitPx = splitPxOf(setting)
  const taxPx = geometry.leafCount > 1 ? geometry.leafPx : splitPx
  const taxLines = wrapText(measure, head.taxLine, 'detail', taxPx - cellPx)
  const ageLines = wrapText(
    measure,
    head.ageLine,
    head.stale ? 'age-stale' : 'detail',
    geometry.leafPx - splitPx - 3 * cellPx
  )
  const lastRowPx = (METRICS.footerRow + (Math.max(taxLines.length, ageLines.length) - 1) * METRICS.detailLine) * am
  const noticeLines = noticesOf(setting).flatMap((notice) =>
    wrapText(measure, notice, 'detail', wholeFootPx(setting) - cellPx)
  )
  const noticePx =
    noticeLines.length === 0 ? 0 : (METRICS.footerRow + (noticeLines.length - 1) * METRICS.detailLine) * am
  const insetPx = geometry.portrait ? geometry.barPx + METRICS.footerInset * am : 0
  const keyPx = keyInFooter ? keyRowsOf(setting) * METRICS.keyRow * am : 0
  const legendRows: LegendRow[] = []
  const shown = new Set<string>()
  let heightPx = insetPx + keyPx + noticePx + lastRowPx
  for (const row of legendRowsOf(legend, setting)) {
    if (heightPx + row.heightPx > geometry.heightPx * MOST_OF_PAGE) break
    legendRows.push(row)
    for (const entry of row.entries) shown.add(entry.promotionId)
    heightPx += row.heightPx
  }
  const leftOut = legend.map((entry) => entry.promotionId).filter((id) => !shown.has(id))
  return {
    heightPx,
    legendRows,
    leftOut,
    keyPx,
    insetPx,
    splitPx,
    noticeLines,
    noticePx,
    taxLines,
    ageLines,
    lastRowPx
  }
}

/** What a screen too small for its place says about its letters, then what a market requires. */
function noticesOf({ geometry, head, words }: LayoutSetting): readonly string[] {
  const notices = head.notice === null ? [] : [head.notice]
  const { readableMetres } = geometry
  if (readableMetres === null) return notices
  const metres = new Intl.NumberFormat(head.language, { maximumFractionDigits: 1 }).format(readableMetres)
  return [words.readableTo(metres), ...notices]
}

/** Every leaf and the gaps between them. */
function wholeFootPx({ geometry }: LayoutSetting): number {
  return geometry.leafCount * geometry.leafPx + (geometry.leafCount - 1) * geometry.leafGapPx
}

/** The third rung's edge; in a narrow leaf a little more than half of it, for the tax line is the longer one. */
function splitPxOf({ geometry }: LayoutSetting): number {
  return geometry.narrow ? geometry.leafPx * 0.52 : geometry.labelPx + 2 * geometry.rungPx
}

function keyRowsOf(setting: LayoutSetting): number {
  return keyPxOf(setting) <= setting.geometry.leafPx ? 1 : 2
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

/**
 * An offer in words over the whole of a leaf, in as many lines as it takes, for the page of offers. One that is taller than
 * `roomPx` goes on under its ticket again.
 */
export function legendEntriesOf(
  legend: ViewLegend,
  roomPx: number,
  { geometry, measure }: LayoutSetting
): { readonly entry: LegendEntry; readonly heightPx: number }[] {
  const { promotionId } = legend
  const wholePx = geometry.leafPx - METRICS.cellInset * geometry.amPx
  const shortLines = wrapText(measure, legend.short, 'ticket', wholePx / 2)
  const gapPx = measure('\u00a0\u00a0', 'detail')
  const ticketPx = Math.max(...shortLines.map((line) => measure(line, 'ticket'))) + gapPx
  const lines = wrapText(measure, legend.text, 'detail', wholePx - ticketPx)
  const heightPxOfLines = (count: number) =>
    (METRICS.footerRow + (Math.max(count, shortLines.length) - 1) * METRICS.detailLine + METRICS.legendGap) *
    geometry.amPx
  let most = lines.length
  while (most > 1 && heightPxOfLines(most) > roomPx) most -= 1
  return Array.from({ length: Math.ceil(lines.length / most) }, (_, at) => {
    const some = lines.slice(at * most, (at + 1) * most)
    const entry: LegendEntry = { promotionId, shortLines, lines: some, leaf: 0, slot: 'whole' }
    return { entry, heightPx: heightPxOfLines(some.length) }
  })
}

function legendRowsOf(legend: readonly ViewLegend[], setting: LayoutSetting): LegendRow[] {
  const { geometry, measure } = setting
  const am = geometry.amPx
  const insetPx = METRICS.cellInset * am
  const splitPx = splitPxOf(setting)
  const leftPx = splitPx - insetPx
  const rightPx = geometry.leafPx - splitPx - 2 * insetPx
  const wholePx = geometry.leafPx - insetPx
  const slotsPerRow = geometry.leafCount * 2
  const gapPx = measure('\u00a0\u00a0', 'detail')
  const drafts = legend.map(({ promotionId, short, text }) => {
    const shortLines = wrapText(measure, short, 'ticket', wholePx / 2)
    const ticketPx = Math.max(...shortLines.map((line) => measure(line, 'ticket'))) + gapPx
    const wholeLines = wrapText(measure, text, 'detail', wholePx - ticketPx)
    return { promotionId, text, shortLines, wholeLines, needPx: ticketPx + measure(text, 'detail') }
  })
  const fitting = drafts.filter((each) => Math.max(each.wholeLines.length, each.shortLines.length) <= MOST_LINES)
  const isShort = (each: (typeof drafts)[number]) => each.needPx <= rightPx
  const shortFirst = [...fitting.filter(isShort), ...fitting.filter((each) => !isShort(each))]
  const [asGiven, sorted] = [rowsOf(fitting), rowsOf(shortFirst)]
  return heightPxOf(sorted) < heightPxOf(asGiven) ? sorted : asGiven

  function rowsOf(entries: typeof drafts): LegendRow[] {
    const rows: OpenRow[] = []
    for (const { promotionId, text, shortLines, wholeLines, needPx } of entries) {
      let row = rows.at(-1)
      if (row === undefined || row.slots >= slotsPerRow) rows.push((row = { entries: [], slots: 0, lines: 1 }))
      if (row.slots % 2 === 1 && needPx > rightPx) row.slots += 1
      if (row.slots >= slotsPerRow) rows.push((row = { entries: [], slots: 0, lines: 1 }))
      const leaf = Math.floor(row.slots / 2)
      const whole = row.slots % 2 === 0 && needPx > leftPx
      const lines = whole ? wholeLines : [text]
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
}

function heightPxOf(rows: readonly LegendRow[]): number {
  return rows.reduce((sum, row) => sum + row.heightPx, 0)
}
