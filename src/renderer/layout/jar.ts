import type { ViewItem, ViewRung } from '../../shared/board-view.ts'
import { cellLinesOf, cellsOf, hasRoom, priceCellOf } from './jar-cells.ts'
import { jarGridOf } from './jar-grid.ts'
import { besidePictureOf, withPicture } from './jar-picture.ts'
import { beforeTaxOf, type DraftSetting } from './ladder.ts'
import { METRICS } from './metrics.ts'
import { detailOf, flowLinesOf, nameLineOf, tagsOf, type WantedDetail } from './name-line.ts'
import type { Detail, DetailLine, Jar, JarCell, NameLine } from './page.types.ts'

/** The ways a single may stand on a page; at least one of them. */
export interface JarChoice {
  /** In half a line of the leaf; in a narrow leaf the only way. */
  readonly half: Jar | null
  readonly whole: Jar | null
  /** False where a price is wider than the leaf. */
  readonly fits: boolean
}

/** Cells of half a jar stand in at most so many lines. */
const MOST_HALF_LINES = 2
const MOST_HALF_RUNGS = 2

/**
 * A product with a ladder of its own, in the rung columns (design, "Density", Singles): each rung a quantity and a
 * label, a struck price in the column after a reduced one. One or two rungs make half a line, more take the line and
 * wrap; a price too wide for its column takes two.
 */
export function jarOf(item: ViewItem, markInTitle: boolean, setting: DraftSetting): JarChoice {
  const pictured = pictureJarOf(item, markInTitle, setting)
  if (pictured !== null) return { half: null, whole: pictured, fits: true }
  const { columns } = jarGridOf(setting.geometry)
  const draft = jarDraftOf(item, markInTitle, setting)
  const fits = draft.cells.every((cell) => hasRoom(cell, setting))
  if (columns === 2) return { half: null, whole: wholeIn(draft, 2), fits }
  const halfLines = cellLinesOf(draft.cells, 2, setting.geometry)
  const isSmall =
    item.rungs.length <= MOST_HALF_RUNGS &&
    halfLines.length <= MOST_HALF_LINES &&
    draft.cells.every(({ span }) => span <= 2)
  const halfTop = isSmall ? topOf(draft, 2, 3) : null
  const half = halfTop === null ? null : assemble(draft, 2, halfTop, null)
  return { half, whole: wholeIn(draft, columns), fits }
}

/** The single beside its picture takes the line; null without one, and where they would not fit together. */
function pictureJarOf(item: ViewItem, markInTitle: boolean, setting: DraftSetting): Jar | null {
  if (item.picture === null) return null
  const { columns, geometry } = besidePictureOf(setting.geometry)
  const draft = jarDraftOf(item, markInTitle, { ...setting, geometry })
  if (!draft.cells.every((cell) => hasRoom(cell, draft.setting))) return null
  const top = topOf(draft, columns, null)
  return top === null ? null : withPicture(assemble(draft, columns, top, null), item.picture, setting.geometry)
}

/** A single before it is set: its cells, and what stands in words under them. */
export interface JarDraft {
  readonly item: ViewItem
  readonly strain: Jar['strain']
  readonly cells: readonly JarCell[]
  readonly notes: readonly WantedDetail[]
  readonly turned: boolean
  readonly setting: DraftSetting
}

export function jarDraftOf(item: ViewItem, markInTitle: boolean, setting: DraftSetting): JarDraft {
  const turned = beforeTaxOf(item.rungs, setting.head)
  return {
    item,
    strain: markInTitle ? null : item.strain,
    cells: cellsOf(turned ?? item.rungs, turned !== null, setting),
    notes: notesOf(item.rungs, turned, setting),
    turned: turned !== null,
    setting
  }
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

/** Px for a name and its tags over so many columns, beside its mark. */
export function namePxOf({ strain, setting: { geometry } }: JarDraft, columns: 2 | 3 | 4): number {
  const markPx = strain === null || geometry.narrow ? 0 : METRICS.mark * geometry.amPx
  return columns * jarGridOf(geometry).columnPx - 2 * METRICS.cellInset * geometry.amPx - markPx
}

function topOf(draft: JarDraft, columns: 2 | 3 | 4, mostLines: number | null): NameLine | null {
  const { item, setting } = draft
  const { geometry, measure, words } = setting
  const widthPx = namePxOf(draft, columns)
  return nameLineOf(measure, item.name, tagsOf(item, words), widthPx, geometry.amPx, METRICS.jarName, mostLines)
}

/** The lines of cells and the details under them; those of the product itself where they do not stand beside its name. */
export function underNameOf(
  draft: JarDraft,
  columns: 2 | 3 | 4,
  withDetails: boolean
): Pick<Jar, 'cellLines' | 'details'> {
  const { setting } = draft
  const { geometry, measure } = setting
  const notes = flowLinesOf(measure, draft.notes, detailWidthPxOf(columns, setting), geometry.amPx)
  return {
    cellLines: cellLinesOf(withLastPrice(draft, columns), columns, geometry),
    details: [...notes, ...(withDetails ? detailLinesOf(draft, columns) : [])]
  }
}

function assemble(draft: JarDraft, columns: 2 | 3 | 4, top: NameLine, beside: DetailLine | null): Jar {
  const { item, strain } = draft
  const { cellLines, details } = underNameOf(draft, columns, beside === null)
  const topPx = Math.max(top.heightPx, beside === null ? 0 : beside.heightPx)
  const cellsPx = cellLines.reduce((sum, line) => sum + line.heightPx, 0)
  return {
    productId: item.productId,
    part: null,
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
  { head }: DraftSetting
): WantedDetail[] {
  const { rowLabels, groupName } = head.screen
  const paid = (turned ?? []).map((rung) => [rung.quantity, rung.youPay === null ? null : rung.shelfPrice] as const)
  const group = rungs.map((rung) => [rung.quantity, rung.groupPays?.digits ?? null] as const)
  return [
    ...noteOf(rowLabels.youPay, paid, rungs.length > 1),
    ...noteOf(rowLabels.group ?? groupName ?? '', group, rungs.length > 1)
  ]
}

/** Each amount is a detail of its own, so that no line ends within one. */
function noteOf(
  label: string,
  amounts: readonly (readonly [quantity: string, digits: string | null])[],
  several: boolean
): WantedDetail[] {
  const known = amounts.flatMap(([quantity, digits]) => (digits === null ? [] : [{ quantity, digits }]))
  const [first] = known
  if (first === undefined) return []
  if (!several) return [{ kind: 'note', label, text: first.digits }]
  return [
    { kind: 'note', label: null, text: label },
    ...known.map(({ quantity, digits }): WantedDetail => ({ kind: 'note', label: quantity, text: digits }))
  ]
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

function detailLineOf(details: readonly Detail[], { geometry }: DraftSetting): DetailLine {
  const lines = Math.max(1, ...details.map((detail) => detail.lines.length))
  return { flows: false, details, heightPx: lines * METRICS.detailLine * geometry.amPx }
}

function detailWidthPxOf(columns: 2 | 3 | 4, { geometry }: DraftSetting): number {
  return columns * jarGridOf(geometry).columnPx - (METRICS.cellInset + 2) * geometry.amPx
}

function place(want: WantedDetail, column: number, mostSpan: number, { geometry, measure }: DraftSetting): Detail {
  const insetPx = (METRICS.cellInset + 2) * geometry.amPx
  const { columnPx } = jarGridOf(geometry)
  return detailOf(measure, want.kind, want.label, want.text, column, columnPx, insetPx, mostSpan)
}
