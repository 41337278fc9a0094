import type { ViewItem, ViewPanel, ViewRung } from '../../shared/board-view.ts'
import type { PageGeometry } from './geometry.ts'
import { jarGridOf } from './jar-grid.ts'
import { jarLinesOf } from './jar-lines.ts'
import { jarOf } from './jar.ts'
import { beforeTaxOf, moneyPxOf, type LayoutSetting } from './ladder.ts'
import { METRICS } from './metrics.ts'
import { nameLineOf, tagsOf } from './name-line.ts'
import type { PanelColumns, PanelJars, PanelLine, PanelPlacement, PanelRow } from './page.types.ts'
import { fitText, wrapText, type FittedText } from './text-fit.ts'

/** A promotion's panel, measured but not yet on pages. */
export interface PanelDraft {
  readonly key: string
  readonly placement: PanelPlacement
  readonly headline: FittedText
  readonly noteLines: readonly string[]
  readonly noteBeside: boolean
  /** Height of the panel itself, in px. */
  readonly panelPx: number
  readonly columns: PanelColumns
  readonly rows: readonly PanelRow[]
  /** Tickets on the rows, besides the panel's own. */
  readonly promotionIdsOf: (row: PanelRow) => readonly string[]
}

/** Measures an item, or skips one that cannot be. */
type Measured = <T>(item: ViewItem, measureItem: () => T) => T[]

/** A name of more lines has its price below it, as a single has. */
const MOST_LINE_NAMES = 2
/** Beside products of more than so many times its height, a panel would be a wall: it stands above them. */
const MOST_BESIDE = 2

/** The first of the panels that is for a product: one whose ticket it bears, or the one for what bears none. */
export function panelOf(item: ViewItem, panels: readonly ViewPanel[]): ViewPanel | null {
  const own = panels.find(({ promotionId }) => item.tickets.some((ticket) => ticket.promotionId === promotionId))
  if (own !== undefined) return own
  return item.tickets.length > 0 ? null : (panels.find(({ promotionId }) => promotionId === null) ?? null)
}

/**
 * A panel and its products (design, "Badges"): the offer large if it is short, the words about it, and at its right a line
 * for each product of one quantity; others stand as singles do, their rungs under the name. Where the products are many,
 * or in a narrow leaf, the panel is a band above them. Brand and strength are left to the menu: these pages are about
 * prices.
 */
export function panelDraftOf(
  panel: ViewPanel,
  members: readonly ViewItem[],
  setting: LayoutSetting,
  measured: Measured
): PanelDraft {
  const shown = members.map((item) => onPanelOf(item, panel))
  const tickets = new Map(shown.map((item) => [item.productId, item.tickets.map(({ promotionId }) => promotionId)]))
  const draft = (placement: PanelPlacement): PanelDraft => ({
    key: `panel ${panel.promotionId}`,
    placement,
    ...wordsOf(panel, placement, setting),
    ...(placement === 'beside' ? besideOf(shown, setting, measured) : belowOf(shown, setting, measured)),
    promotionIdsOf: (row) => row.productIds.flatMap((productId) => tickets.get(productId) ?? [])
  })
  if (setting.geometry.narrow) return draft('above')
  const beside = draft('beside')
  return panelHeightPxOf(beside, beside.rows) > MOST_BESIDE * beside.panelPx ? draft('above') : beside
}

/** Height of a panel with these of its products, in px. */
export function panelHeightPxOf(
  { panelPx, placement }: Pick<PanelDraft, 'panelPx' | 'placement'>,
  rows: readonly PanelRow[]
): number {
  const rowsPx = rows.reduce((sum, row) => sum + row.heightPx, 0)
  switch (placement) {
    case 'beside':
      return Math.max(panelPx, rowsPx)
    case 'above':
      return panelPx + rowsPx
  }
}

/** A few products share the height of the panel beside them, so that it points at them all. */
export function rowsSpread(
  rows: readonly PanelRow[],
  { panelPx, placement }: Pick<PanelDraft, 'panelPx' | 'placement'>
): readonly PanelRow[] {
  const morePx = panelPx - rows.reduce((sum, row) => sum + row.heightPx, 0)
  if (placement === 'above' || morePx <= 0) return rows
  return rows.map((row) => ({ ...row, heightPx: row.heightPx + morePx / rows.length }))
}

type PanelWords = Pick<PanelDraft, 'headline' | 'noteLines' | 'noteBeside' | 'panelPx'>

/** An offer short on one line, else long on as many as it takes (design, "Type"); a band has the note on the offer's line. */
function wordsOf(panel: ViewPanel, placement: PanelPlacement, { geometry, measure }: LayoutSetting): PanelWords {
  const am = geometry.amPx
  const textPx = placement === 'beside' ? METRICS.panelText * am : geometry.leafPx - METRICS.panelPoint * am
  const headline = fitText(measure, panel.headline, ['offer-short'], textPx, 1) ?? {
    lines: wrapText(measure, panel.headline, 'offer-long', textPx),
    style: 'offer-long' as const
  }
  const linePx = (headline.style === 'offer-short' ? METRICS.offerShortLine : METRICS.offerLongLine) * am
  const headlinePx = headline.lines.length * linePx + 2 * METRICS.panelInset * am
  const [line] = headline.lines
  if (placement === 'above' && headline.lines.length === 1 && line !== undefined) {
    const besidePx = measure(line, headline.style) + METRICS.panelNoteBeside * am
    if (besidePx + measure(panel.note, 'detail-strong') <= textPx)
      return { headline, noteLines: [panel.note], noteBeside: true, panelPx: headlinePx }
  }
  const noteLines = wrapText(measure, panel.note, 'detail-strong', textPx)
  const notePx = (METRICS.panelNoteAbove + noteLines.length * METRICS.detailLine) * am
  return { headline, noteLines, noteBeside: false, panelPx: headlinePx + notePx }
}

/** A product as its panel's page has it: its other tickets, and no details. */
function onPanelOf(item: ViewItem, panel: ViewPanel): ViewItem {
  const others = item.tickets.filter(({ promotionId }) => promotionId !== panel.promotionId)
  return { ...item, tickets: others, brand: null, thc: null, cbd: null }
}

type PanelProducts = Pick<PanelDraft, 'columns' | 'rows'>

function besideOf(items: readonly ViewItem[], setting: LayoutSetting, measured: Measured): PanelProducts {
  const { geometry } = setting
  const panelPx = (METRICS.panelText + METRICS.panelPoint + METRICS.panelGap) * geometry.amPx
  const grid: PageGeometry = { ...geometry, narrow: true, leafPx: geometry.leafPx - panelPx }
  const columns = columnsOf(items, grid, setting)
  const jarsOf = (item: ViewItem): PanelJars => {
    const { half, whole } = jarOf(item, false, { ...setting, geometry: grid })
    const jar = whole ?? half
    if (jar === null) throw new Error(`no room for product ${item.productId}`)
    const heightPx = jar.heightPx + 2 * METRICS.panelJarInset * geometry.amPx
    return { kind: 'jars', productIds: [item.productId], jars: [jar], heightPx }
  }
  const rows = items.flatMap((item) => measured(item, () => lineOf(item, columns, setting) ?? jarsOf(item)))
  return { columns, rows }
}

/** Singles over the whole leaf: no label column stands before them. */
function belowOf(items: readonly ViewItem[], setting: LayoutSetting, measured: Measured): PanelProducts {
  const { geometry } = setting
  const { amPx, narrow, leafPx } = geometry
  // The cells' inset begins before the leaf, so that marks stand at its edge.
  const rungPx = (leafPx + METRICS.cellInset * amPx) / 4
  const grid: PageGeometry = narrow ? geometry : { ...geometry, labelPx: 0, rungPx }
  const choices = items.flatMap((item) => measured(item, () => jarOf(item, false, { ...setting, geometry: grid })))
  const rows = jarLinesOf(choices, grid).map(({ jars, heightPx }): PanelJars => {
    const productIds = jars.map(({ productId }) => productId)
    return { kind: 'jars', productIds, jars, heightPx: heightPx + 2 * METRICS.panelJarInset * amPx }
  })
  return { columns: columnsOf([], grid, setting), rows }
}

/** The one rung of a product that a line holds: nothing about it needs words of its own. */
function lineRungOf(item: ViewItem, { head }: LayoutSetting): ViewRung | null {
  const [rung, ...more] = item.rungs
  if (rung === undefined || more.length > 0 || item.soldOut) return null
  if (rung.youPay === null || rung.until !== null || rung.groupPays !== null) return null
  return beforeTaxOf(item.rungs, head) === null ? rung : null
}

/** As wide as the panel's products need, so that they share their edges; the names have the rest. */
function columnsOf(items: readonly ViewItem[], grid: PageGeometry, setting: LayoutSetting): PanelColumns {
  const { geometry, measure, head } = setting
  const am = geometry.amPx
  const gapPx = METRICS.cellInset * am
  const rungs = items.map((item) => lineRungOf(item, setting)).filter((rung) => rung !== null)
  const widestPx = (leastAm: number, widthPxOf: (rung: ViewRung) => number): number =>
    Math.max(leastAm * am, ...rungs.map((rung) => widthPxOf(rung) + gapPx))
  const anyWas = rungs.some(({ regular }) => regular !== null)
  return {
    linesPx: grid.leafPx,
    quantityPx: widestPx(METRICS.panelQuantity, ({ quantity }) => measure(quantity, 'detail')),
    wasPx: anyWas ? widestPx(METRICS.panelPrice, ({ regular }) => measure(regular ?? '', 'detail')) : 0,
    nowPx:
      head.taxPricing === 'Inclusive'
        ? 0
        : widestPx(METRICS.panelPrice, ({ shelfPrice }) => measure(shelfPrice ?? '', 'detail-strong')),
    labelPx: widestPx(METRICS.panelLabel, ({ youPay }) =>
      youPay === null ? 0 : moneyPxOf(setting, youPay, 'label-price')
    ),
    jarColumnPx: jarGridOf(grid).columnPx
  }
}

/** Null where a line has no room for the product. */
function lineOf(item: ViewItem, columns: PanelColumns, setting: LayoutSetting): PanelLine | null {
  const rung = lineRungOf(item, setting)
  if (rung === null || rung.youPay === null) return null
  const { geometry, measure, words, head } = setting
  const am = geometry.amPx
  const { linesPx, quantityPx, wasPx, nowPx, labelPx } = columns
  const namePx = linesPx - quantityPx - wasPx - nowPx - labelPx - (METRICS.mark + METRICS.cellInset) * am
  if (namePx <= 0) return null
  const top = nameLineOf(measure, item.name, tagsOf(item, words), namePx, am, METRICS.jarName, MOST_LINE_NAMES)
  if (top === null) return null
  return {
    kind: 'line',
    productIds: [item.productId],
    strain: item.strain,
    top,
    quantity: rung.quantity,
    was: rung.regular,
    now: head.taxPricing === 'Inclusive' ? null : rung.shelfPrice,
    youPay: rung.youPay,
    reduced: rung.reduced,
    heightPx: top.heightPx + (METRICS.panelRow - METRICS.jarName) * am
  }
}
