import type { ViewRung } from '../../shared/board-view.ts'
import type { PageGeometry } from './geometry.ts'
import { jarGridOf } from './jar-grid.ts'
import { moneyPxOf, type DraftSetting } from './ladder.ts'
import { fontAmOf, METRICS } from './metrics.ts'
import type { Jar, JarCell } from './page.types.ts'
import { wrapText } from './text-fit.ts'

/** A single's rungs as cells: quantity and label each, a struck price after a reduced one, words where amounts are held. */
export function cellsOf(rungs: readonly ViewRung[], turned: boolean, setting: DraftSetting): JarCell[] {
  const heldWords = setting.head.heldLine ?? setting.words.held
  if (rungs.every((rung) => rung.youPay === null)) return [heldCellOf(null, heldWords, setting)]
  const cells: JarCell[] = []
  for (const rung of rungs) {
    if (rung.youPay === null) {
      cells.push(heldCellOf(rung.quantity, heldWords, setting))
      continue
    }
    cells.push(rungCellOf(rung, rung.youPay, setting))
    if (rung.regular !== null || rung.until !== null) cells.push(priceCellOf(rung, turned, setting))
  }
  return cells
}

/** A label too wide for the common quantity column stands closer to its quantity, before it takes another column. */
function rungCellOf(rung: ViewRung, youPay: NonNullable<ViewRung['youPay']>, setting: DraftSetting): JarCell {
  const { geometry, measure } = setting
  const am = geometry.amPx
  const { columns, columnPx } = jarGridOf(geometry)
  const wordPx = measure(rung.quantity, 'detail')
  const restPx = METRICS.cellInset * am + moneyPxOf(setting, youPay, 'label-price')
  const commonPx = Math.max(METRICS.quantityColumn * am, wordPx + METRICS.quantityGap * am)
  const leastPx = wordPx + METRICS.quantityLeastGap * am
  const span = spanOf(restPx + leastPx, columnPx, columns)
  const quantityPx = Math.max(leastPx, Math.min(commonPx, span * columnPx - restPx))
  const needPx = restPx + quantityPx
  return { kind: 'rung', quantity: rung.quantity, quantityPx, youPay, reduced: rung.reduced, needPx, span }
}

/**
 * At an inclusive location the price in force is the label itself, and so it is where the label is the shelf's: only the
 * struck one is said again.
 */
export function priceCellOf(
  rung: Pick<ViewRung, 'regular' | 'shelfPrice' | 'until'>,
  turned: boolean,
  { geometry, measure, head }: DraftSetting
): JarCell {
  const now = turned || head.taxPricing === 'Inclusive' ? null : rung.shelfPrice
  const wasPx = rung.regular === null ? 0 : measure(rung.regular, 'detail') + measure('\u00a0\u00a0', 'detail')
  const nowPx = now === null ? 0 : measure(now, rung.regular === null ? 'detail' : 'detail-strong')
  const { columns, columnPx } = jarGridOf(geometry)
  const insetPx = METRICS.cellInset * geometry.amPx
  const until = rung.until === null ? null : wrapText(measure, rung.until, 'detail', columns * columnPx - insetPx)
  const untilPx = Math.max(0, ...(until ?? []).map((line) => measure(line, 'detail')))
  const needPx = insetPx + Math.max(wasPx + nowPx, untilPx)
  return { kind: 'price', was: rung.regular, now, until, needPx, span: spanOf(needPx, columnPx, columns) }
}

/** False for a price that is wider than all columns together: no line holds it. */
export function hasRoom(cell: JarCell, { geometry }: DraftSetting): boolean {
  return cell.kind === 'held' || cell.needPx <= cell.span * jarGridOf(geometry).columnPx + 1e-6
}

function spanOf(needPx: number, columnPx: number, columns: number): number {
  return Math.min(columns, Math.max(1, Math.ceil(needPx / columnPx - 1e-6)))
}

function heldCellOf(quantity: string | null, words: string, { geometry, measure }: DraftSetting): JarCell {
  const lead = quantity === null ? '' : `${quantity} `
  const widthPx = 2 * jarGridOf(geometry).columnPx - 2 * METRICS.cellInset * geometry.amPx
  return { kind: 'held', quantity, lines: wrapText(measure, `${lead}${words}`, 'detail-strong', widthPx), span: 2 }
}

/** A price stays on the line of its rung. */
function linesOfCells(cells: readonly JarCell[], columns: number): JarCell[][] {
  const lines: JarCell[][] = []
  let used = columns
  for (const [index, cell] of cells.entries()) {
    const next = cells[index + 1]
    const needed = cell.kind === 'rung' && next?.kind === 'price' ? cell.span + next.span : cell.span
    const fits = used + (cell.kind === 'price' ? cell.span : Math.min(needed, columns)) <= columns
    if (!fits) {
      lines.push([])
      used = 0
    }
    lines.at(-1)?.push(cell)
    used += cell.span
  }
  return lines
}

export function cellLinesOf(cells: readonly JarCell[], columns: number, geometry: PageGeometry): Jar['cellLines'] {
  const labelAm = fontAmOf(geometry.labelPriceAm) * METRICS.labelLine + METRICS.jarCellBelow
  return linesOfCells(cells, columns).map((line) => {
    const textLines = Math.max(1, ...line.map(textLinesOf))
    const textAm = textLines * METRICS.detailLine + 3
    return { cells: line, heightPx: Math.max(labelAm, textAm) * geometry.amPx }
  })
}

function textLinesOf(cell: JarCell): number {
  switch (cell.kind) {
    case 'rung':
      return 1
    case 'price':
      return (cell.was === null && cell.now === null ? 0 : 1) + (cell.until?.length ?? 0)
    case 'held':
      return cell.lines.length
  }
}
