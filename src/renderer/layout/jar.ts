import type { ViewItem, ViewRung } from '../../shared/board-view.ts'
import { RUNG_COLUMNS, type PageGeometry } from './geometry.ts'
import { moneyPxOf, type LayoutSetting } from './ladder.ts'
import { METRICS } from './metrics.ts'
import { detailOf, nameLineOf } from './name-line.ts'
import type { Detail, Jar, JarCell, JarLine, NameLine } from './page.types.ts'
import { wrapText } from './text-fit.ts'

/**
 * A product with a ladder of its own, in the rung columns (design, "Density", Singles): each rung a quantity and a
 * label, a struck price in the column after a reduced one. Up to two columns make half a line; more take the line and
 * wrap; a price too wide for its column takes two.
 */
export function jarOf(item: ViewItem, markInTitle: boolean, setting: LayoutSetting): Jar {
  const cells = cellsOf(item, setting)
  const columnsNeeded = cells.reduce((sum, cell) => sum + cell.span, 0)
  const strain = markInTitle ? null : item.strain
  const half = columnsNeeded <= 2 ? topOf(item, strain !== null, 2, 3, setting) : null
  if (half !== null) return assemble(item, strain, 2, half, null, cells, setting)
  const beside = topOf(item, strain !== null, 2, 1, setting)
  if (beside !== null && beside.inline) {
    const details = detailsBesideOf(item, setting)
    if (details !== null) return assemble(item, strain, 4, beside, details, cells, setting)
  }
  const whole = topOf(item, strain !== null, 4, null, setting)
  if (whole === null) throw new Error(`no room for the name of product ${item.productId}`)
  return assemble(item, strain, 4, whole, null, cells, setting)
}

/** Jars in lines of two halves or one whole; a whole one waits until the half before it has found its other half. */
export function jarLinesOf(jars: readonly Jar[], geometry: PageGeometry): JarLine[] {
  const lines: Jar[][] = []
  const waiting: Jar[] = []
  let open: Jar | null = null
  for (const jar of jars) {
    if (jar.columns === 4) {
      if (open === null) lines.push([jar])
      else waiting.push(jar)
    } else if (open === null) open = jar
    else {
      lines.push([open, jar], ...waiting.splice(0).map((whole) => [whole]))
      open = null
    }
  }
  if (open !== null) lines.push([open])
  lines.push(...waiting.map((whole) => [whole]))
  return lines.map((line, index) => ({
    jars: line,
    heightPx: Math.max(...line.map((jar) => jar.heightPx)),
    gapPx: index === 0 ? 0 : METRICS.jarLineGap * geometry.amPx
  }))
}

function topOf(
  item: ViewItem,
  marked: boolean,
  columns: 2 | 4,
  mostLines: number | null,
  { geometry, measure }: LayoutSetting
): NameLine | null {
  const am = geometry.amPx
  const widthPx = columns * geometry.rungPx - 2 * METRICS.cellInset * am - (marked ? METRICS.mark * am : 0)
  return nameLineOf(measure, item, widthPx, am, METRICS.jarName, mostLines)
}

function assemble(
  item: ViewItem,
  strain: Jar['strain'],
  columns: 2 | 4,
  top: NameLine,
  beside: readonly Detail[] | null,
  cells: readonly JarCell[],
  setting: LayoutSetting
): Jar {
  const am = setting.geometry.amPx
  const cellLines = cellLinesOf(withLastPrice(cells, item, columns, setting), columns, am)
  const details = beside === null ? detailLinesOf(item, columns, setting) : [beside]
  const detailsPx = details.map(
    (line) => Math.max(1, ...line.map((detail) => detail.lines.length)) * METRICS.detailLine * am
  )
  const topPx = Math.max(top.heightPx, beside === null ? 0 : (detailsPx[0] ?? 0))
  const belowPx = beside === null ? detailsPx.reduce((sum, px) => sum + px, 0) : 0
  const cellsPx = cellLines.reduce((sum, line) => sum + line.heightPx, 0)
  return {
    productId: item.productId,
    columns,
    strain,
    soldOut: item.soldOut,
    top: { ...top, heightPx: topPx },
    detailsBeside: beside !== null,
    details,
    detailsPx,
    cellLines,
    heightPx: topPx + cellsPx + belowPx
  }
}

function cellsOf(item: ViewItem, setting: LayoutSetting): JarCell[] {
  const heldWords = setting.head.heldLine ?? setting.words.held
  if (item.rungs.every((rung) => rung.youPay === null)) return [heldCellOf(null, heldWords, setting)]
  const cells: JarCell[] = []
  for (const rung of item.rungs) {
    if (rung.youPay === null) {
      cells.push(heldCellOf(rung.quantity, heldWords, setting))
      continue
    }
    cells.push(rungCellOf(rung, rung.youPay, setting))
    if (rung.regular !== null || rung.until !== null) cells.push(priceCellOf(rung, setting))
  }
  return cells
}

function rungCellOf(rung: ViewRung, youPay: NonNullable<ViewRung['youPay']>, setting: LayoutSetting): JarCell {
  const { geometry, measure } = setting
  const am = geometry.amPx
  const quantityPx = Math.max(METRICS.quantityColumn * am, measure(rung.quantity, 'detail') + METRICS.quantityGap * am)
  const needPx = METRICS.cellInset * am + quantityPx + moneyPxOf(measure, youPay, 'label-price')
  const span = Math.min(RUNG_COLUMNS, Math.max(1, Math.ceil(needPx / geometry.rungPx)))
  return { kind: 'rung', quantity: rung.quantity, quantityPx, youPay, reduced: rung.reduced, span }
}

/** At an inclusive location the price in force is the label itself: only the struck one is said again. */
function priceCellOf(rung: ViewRung, { geometry, measure, head }: LayoutSetting): JarCell {
  const now = head.taxPricing === 'Inclusive' ? null : rung.shelfPrice
  const wasPx = rung.regular === null ? 0 : measure(rung.regular, 'detail') + measure('\u00a0\u00a0', 'detail')
  const nowPx = now === null ? 0 : measure(now, 'detail-strong')
  const untilPx = rung.until === null ? 0 : measure(rung.until, 'detail')
  const needPx = METRICS.cellInset * geometry.amPx + Math.max(wasPx + nowPx, untilPx)
  const span = Math.min(RUNG_COLUMNS, Math.max(1, Math.ceil(needPx / geometry.rungPx)))
  return { kind: 'price', was: rung.regular, now, until: rung.until, span }
}

function heldCellOf(quantity: string | null, words: string, { geometry, measure }: LayoutSetting): JarCell {
  const lead = quantity === null ? '' : `${quantity} `
  const widthPx = 2 * geometry.rungPx - 2 * METRICS.cellInset * geometry.amPx
  return { kind: 'held', quantity, lines: wrapText(measure, `${lead}${words}`, 'detail-strong', widthPx), span: 2 }
}

/** The last rung's shelf price stands in the column left over on its line, if there is one. */
function withLastPrice(
  cells: readonly JarCell[],
  item: ViewItem,
  columns: 2 | 4,
  setting: LayoutSetting
): readonly JarCell[] {
  const last = item.rungs.at(-1)
  if (last === undefined || cells.at(-1)?.kind !== 'rung' || last.shelfPrice === null) return cells
  if (setting.head.taxPricing === 'Inclusive' || item.soldOut) return cells
  const lineUsed = linesOfCells(cells, columns)
    .at(-1)
    ?.reduce((sum, cell) => sum + cell.span, 0)
  const cell = priceCellOf({ ...last, regular: null, until: null }, setting)
  return lineUsed !== undefined && lineUsed + cell.span <= columns ? [...cells, cell] : cells
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

function cellLinesOf(cells: readonly JarCell[], columns: number, am: number): Jar['cellLines'] {
  return linesOfCells(cells, columns).map((line) => {
    const textLines = Math.max(1, ...line.map(textLinesOf))
    return {
      cells: line,
      heightPx: Math.max(METRICS.jarCell * am, (textLines * METRICS.detailLine + 3) * am)
    }
  })
}

function textLinesOf(cell: JarCell): number {
  switch (cell.kind) {
    case 'rung':
      return 1
    case 'price':
      return cell.until !== null && (cell.was !== null || cell.now !== null) ? 2 : 1
    case 'held':
      return cell.lines.length
  }
}

interface WantedDetail {
  readonly kind: Detail['kind']
  readonly label: string | null
  readonly text: string
}

/** "<1%", "0-1%" or "0 mg" of CBD is no reason for another line; what a jar has of it is. */
function wantedDetailsOf(item: ViewItem, setting: LayoutSetting): WantedDetail[] {
  const wanted: WantedDetail[] = []
  if (item.brand !== null) wanted.push({ kind: 'brand', label: null, text: item.brand })
  if (item.soldOut) return [...wanted, { kind: 'sold-out', label: null, text: setting.words.soldOut }]
  if (item.thc !== null) wanted.push({ kind: 'thc', label: 'THC', text: item.thc })
  if (item.cbd !== null && (item.thc === null || item.strain === 'cbd' || !/^[<0]/.test(item.cbd)))
    wanted.push({ kind: 'cbd', label: 'CBD', text: item.cbd })
  return wanted
}

/** The details of a whole line beside its name, a column each; null where they need more than that. */
function detailsBesideOf(item: ViewItem, setting: LayoutSetting): Detail[] | null {
  const wanted = wantedDetailsOf(item, setting)
  if (wanted.length > 2) return null
  const details = wanted.map((want, index) => place(want, 2 + index, 1, setting))
  return details.every((detail) => detail.lines.length === 1) ? details : null
}

function detailLinesOf(item: ViewItem, columns: 2 | 4, setting: LayoutSetting): Detail[][] {
  const wanted = wantedDetailsOf(item, setting)
  const lines: Detail[][] = []
  for (const [index, want] of wanted.entries()) {
    const column = index % columns
    const isLast = index === wanted.length - 1
    const detail = place(want, column, isLast ? columns - column : 1, setting)
    if (column === 0) lines.push([])
    lines.at(-1)?.push(detail)
  }
  return lines
}

function place(want: WantedDetail, column: number, mostSpan: number, { geometry, measure }: LayoutSetting): Detail {
  const insetPx = (METRICS.cellInset + 2) * geometry.amPx
  return detailOf(measure, want.kind, want.label, want.text, column, geometry.rungPx, insetPx, mostSpan)
}
