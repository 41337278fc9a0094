import type { ViewItem, ViewRung } from '../../shared/board-view.ts'
import { cellLinesOf, cellsOf, priceCellOf } from './jar-cells.ts'
import { jarGridOf } from './jar-grid.ts'
import { besidePictureOf, withPicture } from './jar-picture.ts'
import { beforeTaxOf, type LayoutSetting } from './ladder.ts'
import { METRICS } from './metrics.ts'
import { detailOf, flowLinesOf, nameLineOf, tagsOf, type WantedDetail } from './name-line.ts'
import type { Detail, DetailLine, Jar, JarCell, NameLine } from './page.types.ts'

/** The ways a single may stand on a page; at least one of them. */
export interface JarChoice {
  /** In half a line of the leaf; in a narrow leaf the only way. */
  readonly half: Jar | null
  readonly whole: Jar | null
}

/** Cells of half a jar stand in at most so many lines. */
const MOST_HALF_LINES = 2
const MOST_HALF_RUNGS = 2

/**
 * A product with a ladder of its own, in the rung columns (design, "Density", Singles): each rung a quantity and a
 * label, a struck price in the column after a reduced one. One or two rungs make half a line, more take the line and
 * wrap; a price too wide for its column takes two.
 */
export function jarOf(item: ViewItem, markInTitle: boolean, setting: LayoutSetting): JarChoice {
  const pictured = pictureJarOf(item, markInTitle, setting)
  if (pictured !== null) return { half: null, whole: pictured }
  const { columns } = jarGridOf(setting.geometry)
  const draft = draftOf(item, markInTitle, setting)
  const { cells } = draft
  if (columns === 2) return { half: null, whole: wholeIn(draft, 2) }
  const halfLines = cellLinesOf(cells, 2, setting.geometry)
  const isSmall = item.rungs.length <= MOST_HALF_RUNGS && halfLines.length <= MOST_HALF_LINES
  const halfTop = isSmall ? topOf(draft, 2, 3) : null
  const half = halfTop === null ? null : assemble(draft, 2, halfTop, null)
  return { half, whole: wholeIn(draft, columns) }
}

/** The single beside its picture takes the line; null without one, and where they would not fit together. */
function pictureJarOf(item: ViewItem, markInTitle: boolean, setting: LayoutSetting): Jar | null {
  if (item.picture === null) return null
  const { columns, geometry } = besidePictureOf(setting.geometry)
  const draft = draftOf(item, markInTitle, { ...setting, geometry })
  const top = topOf(draft, columns, null)
  return top === null ? null : withPicture(assemble(draft, columns, top, null), item.picture, setting.geometry)
}

interface JarDraft {
  readonly item: ViewItem
  readonly strain: Jar['strain']
  readonly cells: readonly JarCell[]
  readonly notes: readonly WantedDetail[]
  readonly turned: boolean
  readonly setting: LayoutSetting
}

function draftOf(item: ViewItem, markInTitle: boolean, setting: LayoutSetting): JarDraft {
  const turned = beforeTaxOf(item.rungs, setting.head)
  const cells = cellsOf(turned ?? item.rungs, turned !== null, setting)
  const notes = notesOf(item.rungs, turned, setting)
  const strain = markInTitle ? null : item.strain
  return { item, strain, cells, notes, turned: turned !== null, setting }
}

function wholeIn(draft: JarDraft, columns: 2 | 4): Jar {
  const beside = columns === 4 ? topOf(draft, 2, 1) : null
  if (beside !== null && beside.inline) {
    const details = detailsBesideOf(draft)
    if (details !== null) return assemble(draft, columns, beside, details)
  }
  const whole = topOf(draft, columns, null)
  if (whole === null) throw new Error(`no room for the name of product ${draft.item.productId}`)
  return assemble(draft, columns, whole, null)
}

function topOf({ item, strain, setting }: JarDraft, columns: 2 | 3 | 4, mostLines: number | null): NameLine | null {
  const { geometry, measure, words } = setting
  const am = geometry.amPx
  const markPx = strain === null || geometry.narrow ? 0 : METRICS.mark * am
  const widthPx = columns * jarGridOf(geometry).columnPx - 2 * METRICS.cellInset * am - markPx
  return nameLineOf(measure, item.name, tagsOf(item, words), widthPx, am, METRICS.jarName, mostLines)
}

function assemble(draft: JarDraft, columns: 2 | 3 | 4, top: NameLine, beside: DetailLine | null): Jar {
  const { item, strain, setting } = draft
  const { geometry } = setting
  const cellLines = cellLinesOf(withLastPrice(draft, columns), columns, geometry)
  const below = beside === null ? detailLinesOf(draft, columns) : []
  const notes = flowLinesOf(setting.measure, draft.notes, detailWidthPxOf(columns, setting), geometry.amPx)
  const topPx = Math.max(top.heightPx, beside === null ? 0 : beside.heightPx)
  const cellsPx = cellLines.reduce((sum, line) => sum + line.heightPx, 0)
  const details = [...notes, ...below]
  return {
    productId: item.productId,
    columns,
    strain,
    soldOut: item.soldOut,
    top: { ...top, heightPx: topPx },
    beside,
    details,
    cellLines,
    picture: null,
    heightPx: topPx + cellsPx + details.reduce((sum, line) => sum + line.heightPx, 0)
  }
}

/** The last rung's shelf price stands in the column left over on its line, if there is one. */
function withLastPrice({ item, cells, turned, setting }: JarDraft, columns: 2 | 3 | 4): readonly JarCell[] {
  const last = item.rungs.at(-1)
  if (turned || last === undefined || cells.at(-1)?.kind !== 'rung' || last.shelfPrice === null) return cells
  if (setting.head.taxPricing === 'Inclusive' || item.soldOut) return cells
  const linesBefore = cellLinesOf(cells, columns, setting.geometry).length
  const price = priceCellOf({ regular: null, shelfPrice: last.shelfPrice, until: null }, false, setting)
  const longer: readonly JarCell[] = [...cells, price]
  return cellLinesOf(longer, columns, setting.geometry).length === linesBefore ? longer : cells
}

/**
 * What a group pays, and at a screen of shelf prices what is handed over: each amount with its quantity, where there are
 * several, and with words that say whose it is.
 */
function notesOf(
  rungs: readonly ViewRung[],
  turned: readonly ViewRung[] | null,
  { head }: LayoutSetting
): WantedDetail[] {
  const { rowLabels, groupName } = head.screen
  const several = rungs.length > 1
  const textOf = (amounts: readonly (readonly [string, string | null])[]): string =>
    amounts
      .flatMap(([quantity, digits]) => (digits === null ? [] : [several ? `${quantity}\u00a0${digits}` : digits]))
      .join(', ')
  const notes: WantedDetail[] = []
  if (turned !== null) {
    const text = textOf(turned.map((rung) => [rung.quantity, rung.youPay === null ? null : rung.shelfPrice]))
    notes.push({ kind: 'note', label: rowLabels.youPay, text })
  }
  const group = textOf(rungs.map((rung) => [rung.quantity, rung.groupPays?.digits ?? null]))
  if (group !== '') notes.push({ kind: 'note', label: rowLabels.group ?? groupName ?? '', text: group })
  return notes
}

/** "<1%", "0-1%" or "0 mg" of CBD is no reason for another line; what a jar has of it is. */
function wantedDetailsOf({ item, setting }: JarDraft): WantedDetail[] {
  const wanted: WantedDetail[] = []
  if (item.brand !== null) wanted.push({ kind: 'brand', label: null, text: item.brand })
  if (item.soldOut) return [...wanted, { kind: 'sold-out', label: null, text: setting.words.soldOut }]
  if (item.thc !== null) wanted.push({ kind: 'thc', label: 'THC', text: item.thc })
  if (item.cbd !== null && (item.thc === null || item.strain === 'cbd' || !/^[<0]/.test(item.cbd)))
    wanted.push({ kind: 'cbd', label: 'CBD', text: item.cbd })
  return wanted
}

/** The details of a whole line beside its name, a column each or one after the other; null where there is no room. */
function detailsBesideOf(draft: JarDraft): DetailLine | null {
  const { setting } = draft
  const wanted = wantedDetailsOf(draft)
  if (wanted.length > 2) {
    const lines = flowLinesOf(setting.measure, wanted, detailWidthPxOf(2, setting), setting.geometry.amPx)
    const line = lines[0]
    if (line === undefined || lines.length > 1) return null
    return line.details.every((detail) => detail.lines.length === 1) ? line : null
  }
  const details = wanted.map((want, index) => place(want, 2 + index, 1, setting))
  return details.every((detail) => detail.lines.length === 1) ? detailLineOf(details, setting) : null
}

function detailLinesOf(draft: JarDraft, columns: 2 | 3 | 4): DetailLine[] {
  const { setting } = draft
  const wanted = wantedDetailsOf(draft)
  if (setting.geometry.narrow || wanted.length > columns) {
    const widthPx = detailWidthPxOf(columns, setting)
    return flowLinesOf(setting.measure, wanted, widthPx, setting.geometry.amPx)
  }
  const lines: Detail[][] = []
  for (const [index, want] of wanted.entries()) {
    const column = index % columns
    const isLast = index === wanted.length - 1
    if (column === 0) lines.push([])
    lines.at(-1)?.push(place(want, column, isLast ? columns - column : 1, setting))
  }
  return lines.map((details) => detailLineOf(details, setting))
}

function detailLineOf(details: readonly Detail[], { geometry }: LayoutSetting): DetailLine {
  const lines = Math.max(1, ...details.map((detail) => detail.lines.length))
  return { flows: false, details, heightPx: lines * METRICS.detailLine * geometry.amPx }
}

function detailWidthPxOf(columns: 2 | 3 | 4, { geometry }: LayoutSetting): number {
  return columns * jarGridOf(geometry).columnPx - (METRICS.cellInset + 2) * geometry.amPx
}

function place(want: WantedDetail, column: number, mostSpan: number, { geometry, measure }: LayoutSetting): Detail {
  const insetPx = (METRICS.cellInset + 2) * geometry.amPx
  const { columnPx } = jarGridOf(geometry)
  return detailOf(measure, want.kind, want.label, want.text, column, columnPx, insetPx, mostSpan)
}
