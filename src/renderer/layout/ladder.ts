import type { MoneyText, StrainType, ViewHead, ViewRung } from '../../shared/board-view.ts'
import type { BoardWords } from '../words/words.ts'
import type { PageGeometry } from './geometry.ts'
import { fontAmOf, METRICS } from './metrics.ts'
import type { Ladder, LadderCell, LadderRow, Rail, RailCell } from './page.types.ts'
import { fitTextAnyway, wrapText, type MeasureText } from './text-fit.ts'

/** All that the height of a product's own lines depends on. A patch brings a new head, and seldom another one of these. */
export interface DraftSetting {
  readonly geometry: PageGeometry
  readonly measure: MeasureText
  readonly words: BoardWords
  readonly head: DraftHead
}

export type DraftHead = Pick<ViewHead, 'taxPricing' | 'heldLine' | 'railLabel'> & {
  readonly screen: Pick<ViewHead['screen'], 'priceStyle' | 'soldOut' | 'groupName' | 'rowLabels'>
}

export interface LayoutSetting extends DraftSetting {
  readonly head: ViewHead
  /** Marks on the board: the key holds no others. */
  readonly strains: readonly StrainType[]
}

/** Two products may share a rail only if every word of their rungs is the same. */
export function rungsKeyOf(rungs: readonly ViewRung[]): string {
  return JSON.stringify(
    rungs.map((rung) => [
      rung.quantity,
      rung.youPay === null ? null : [rung.youPay.digits, rung.youPay.sign, rung.youPay.signAfter],
      rung.shelfPrice,
      rung.regular,
      rung.unitPrice,
      rung.best,
      rung.reduced,
      rung.until,
      rung.groupPays === null ? null : rung.groupPays.digits
    ])
  )
}

/** An amount for a label or a rail, which may be the shelf's: its sign is the one of the amount handed over. */
function signed(digits: string, like: MoneyText): MoneyText {
  return { ...like, digits }
}

/**
 * Rungs with the shelf's amount as the large one, where the screen asks for that ("shelf-price") and all have one; null
 * where the large amount is what is handed over. At an inclusive location the two are one and the same.
 */
export function beforeTaxOf(rungs: readonly ViewRung[], head: DraftHead): readonly ViewRung[] | null {
  if (head.screen.priceStyle !== 'shelf-price' || head.taxPricing === 'Inclusive') return null
  const turned = rungs.map(({ youPay, shelfPrice, ...rung }): ViewRung | null => {
    if (youPay === null) return { ...rung, youPay, shelfPrice }
    return shelfPrice === null ? null : { ...rung, youPay: signed(shelfPrice, youPay), shelfPrice: youPay.digits }
  })
  const known = turned.filter((rung) => rung !== null)
  return known.length === rungs.length && known.some((rung) => rung.youPay !== null) ? known : null
}

/** Width of a money text in a style, its currency sign and what parts it from the digits included, in px. */
export function moneyPxOf(
  { measure, geometry }: Pick<DraftSetting, 'measure' | 'geometry'>,
  money: MoneyText,
  style: 'rail-price' | 'label-price'
): number {
  if (money.sign === '') return measure(money.digits, style)
  const digits = money.signAfter ? `${money.digits}\u00a0` : money.digits
  return measure(digits, style) + measure(money.sign, 'price-sign') + METRICS.signGap * geometry.amPx
}

/**
 * A shelf's ladder in rails of four columns: quantities, the rail, and the rows that hang from it (design, "Ladder").
 * A price too wide for its column takes two. An inclusive location has no shelf price row, and a row of struck regular
 * prices only while a rung is reduced. Null where there is no rung, or one wider than a rail.
 */
export function ladderOf(given: readonly ViewRung[], unit: 'g' | 'each', setting: DraftSetting): Ladder | null {
  const { geometry, head } = setting
  const turned = beforeTaxOf(given, head)
  const rungs = turned ?? given
  const label = railLabelOf(turned !== null, setting)
  const railAm = METRICS.railInset + fontAmOf(geometry.railPriceAm)
  if (rungs.length === 0 || rungs.some((rung) => spanOf(rung, setting) > geometry.rungCount)) return null
  const groups: { rung: ViewRung; span: number }[][] = []
  let used = geometry.rungCount
  for (const rung of rungs) {
    const span = spanOf(rung, setting)
    if (used + span > geometry.rungCount) {
      groups.push([])
      used = 0
    }
    groups.at(-1)?.push({ rung, span })
    used += span
  }
  const held = rungs.every((rung) => rung.youPay === null) ? heldLinesOf(setting) : null
  // "any" stands before all quantities of a ladder or none: one without would read as a price of another kind.
  const any =
    unit === 'g' &&
    rungs.every(({ mixes }) => mixes) &&
    groups.flat().every(({ rung, span }) => railCellOf(rung, span, true, setting).quantity.lines.length === 1)
  const rails = groups.map((group, index): Rail => {
    const cells = group.map(({ rung, span }) => railCellOf(rung, span, any, setting))
    const quantityLines = Math.max(1, ...cells.map((cell) => cell.quantity.lines.length))
    return {
      cells,
      restSpan: geometry.rungCount - cells.reduce((sum, cell) => sum + cell.span, 0),
      headPx: (METRICS.titleLine + (quantityLines - 1) * METRICS.shelfNextName) * geometry.amPx,
      railPx:
        Math.max(railAm, label.length * METRICS.detailLine + 8, (held?.length ?? 0) * METRICS.jarName + 8) *
        geometry.amPx,
      label,
      rows: ladderRowsOf(group, unit, turned !== null, setting),
      gapPx: index === 0 ? 0 : METRICS.railGap * geometry.amPx,
      held
    }
  })
  return { rails, any, heightPx: rails.reduce((sum, rail) => sum + railHeightPxOf(rail, geometry), 0) }
}

/** "You pay, / tax included"; a narrow label column has room for the first words, its footer says the rest. */
function railLabelOf(turned: boolean, { geometry, measure, head }: DraftSetting): readonly string[] {
  const widthPx = geometry.labelPx - METRICS.cellInset * geometry.amPx
  if (turned) return wrapText(measure, head.screen.rowLabels.beforeTax, 'detail', widthPx)
  const [first, second] = head.railLabel
  if (measure(first, 'detail') <= widthPx && measure(second, 'detail') <= widthPx) return [first, second]
  return geometry.narrow && second !== ''
    ? wrapText(measure, first.replace(/,$/, ''), 'detail', widthPx)
    : wrapText(measure, `${first} ${second}`, 'detail', widthPx)
}

/** Words in place of all of a rail's amounts. */
function heldLinesOf({ geometry, measure, head, words }: DraftSetting): readonly string[] {
  const widthPx = geometry.rungCount * geometry.rungPx - 2 * METRICS.cellInset * geometry.amPx
  return wrapText(measure, head.heldLine ?? words.held, 'name-90', widthPx)
}

function railHeightPxOf(rail: Rail, geometry: PageGeometry): number {
  const rowsPx = rail.rows.reduce((sum, row) => sum + row.heightPx, 0)
  return rail.gapPx + rail.headPx + geometry.barPx + rail.railPx + rowsPx
}

function spanOf(rung: ViewRung, setting: DraftSetting): number {
  const { geometry, measure } = setting
  const insetPx = 2 * METRICS.cellInset * geometry.amPx
  const needPx = Math.max(
    rung.youPay === null ? 0 : moneyPxOf(setting, rung.youPay, 'rail-price') + insetPx,
    Math.min(measure(rung.quantity, 'quantity-80') + insetPx, geometry.rungCount * geometry.rungPx)
  )
  return Math.max(1, Math.ceil(needPx / geometry.rungPx))
}

function railCellOf(rung: ViewRung, span: number, any: boolean, setting: DraftSetting): RailCell {
  const { geometry, measure, words } = setting
  const anyPx = any ? measure(`${words.any}\u00a0`, 'quantity-any') : 0
  const widthPx = span * geometry.rungPx - METRICS.cellInset * geometry.amPx - anyPx
  return {
    quantity: fitTextAnyway(measure, rung.quantity, ['quantity-90', 'quantity-80'], widthPx),
    any,
    quantityText: rung.quantity,
    youPay: rung.youPay,
    reduced: rung.reduced,
    span
  }
}

function ladderRowsOf(
  group: readonly { rung: ViewRung; span: number }[],
  unit: 'g' | 'each',
  turned: boolean,
  setting: DraftSetting
): LadderRow[] {
  const { words, head } = setting
  const inclusive = head.taxPricing === 'Inclusive'
  const anyReduced = group.some(({ rung }) => rung.regular !== null)
  const blank = { was: null, now: null, best: null }
  const rows: LadderRow[] = []
  const add = (kind: LadderRow['kind'], label: string, cells: readonly (typeof blank | LadderCellWords)[]) => {
    if (cells.some((cell) => cell.was !== null || cell.now !== null))
      rows.push(ladderRowOf(kind, label, cells, group, rows.length === 0, setting))
  }
  // Who pays no less in the group pays what everybody pays: the row has no holes.
  if (group.some(({ rung }) => rung.groupPays !== null)) {
    const everybody = group.map(({ rung }) => (turned ? rung.shelfPrice : (rung.youPay?.digits ?? null)))
    const cells = group.map(({ rung }, at) => ({ ...blank, now: rung.groupPays?.digits ?? everybody[at] ?? null }))
    add('group', head.screen.rowLabels.group ?? head.screen.groupName ?? '', cells)
  }
  if (turned) {
    const { youPay } = head.screen.rowLabels
    const paid = group.map(({ rung }) => ({ ...blank, now: rung.youPay === null ? null : rung.shelfPrice }))
    add('you-pay', youPay, paid)
    if (anyReduced)
      add(
        'shelf-price',
        words.regular,
        group.map(({ rung }) => ({ ...blank, was: rung.regular }))
      )
  } else if (!inclusive || anyReduced) {
    const cells = group.map(({ rung }) =>
      inclusive ? { ...blank, was: rung.regular } : { ...blank, was: rung.regular, now: rung.shelfPrice }
    )
    add('shelf-price', inclusive ? words.regular : words.shelfPrice, cells)
  }
  const unitCells = group.map(({ rung }) => ({
    ...blank,
    now: rung.unitPrice,
    best: rung.best && rung.unitPrice !== null ? words.bestPrice : null
  }))
  add('unit-price', unit === 'g' ? words.perGram : words.each, unitCells)
  const untilCells = group.map(({ rung }) => ({ ...blank, now: rung.until }))
  add('until', '', untilCells)
  return rows
}

interface LadderCellWords {
  readonly was: string | null
  readonly now: string | null
  readonly best: string | null
}

function ladderRowOf(
  kind: LadderRow['kind'],
  label: string,
  cells: readonly LadderCellWords[],
  group: readonly { rung: ViewRung; span: number }[],
  first: boolean,
  setting: DraftSetting
): LadderRow {
  const { geometry, measure, words } = setting
  const fitted = fitTextAnyway(measure, label, ['detail'], geometry.labelPx - METRICS.cellInset * geometry.amPx)
  const placed = cells.map((cell, index): LadderCell => {
    const span = group[index]?.span ?? 1
    const widthPx = span * geometry.rungPx - METRICS.cellInset * geometry.amPx
    const wasPx = cell.was === null ? 0 : measure(cell.was, 'detail') + measure('\u00a0\u00a0', 'detail')
    const nowPx = cell.now === null ? 0 : measure(cell.now, cell.was === null ? 'detail' : 'detail-strong')
    const bestPx = cell.best === null ? 0 : METRICS.bestGap * geometry.amPx + measure(cell.best, 'best')
    return {
      was: cell.was,
      now: cell.now === null ? null : kind === 'until' ? wrapText(measure, cell.now, 'detail', widthPx) : [cell.now],
      best: cell.best !== null && nowPx + bestPx > widthPx ? words.best : cell.best,
      span,
      stacked: cell.was !== null && cell.now !== null && wasPx + nowPx > widthPx
    }
  })
  const lines = Math.max(fitted.lines.length, ...placed.map((cell) => (cell.stacked ? 2 : (cell.now?.length ?? 1))))
  const abovePx = first ? METRICS.ladderRowAbove * geometry.amPx : 0
  return { label: fitted, kind, cells: placed, heightPx: abovePx + lines * METRICS.detailLine * geometry.amPx }
}
