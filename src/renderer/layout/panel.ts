import type { ViewItem, ViewPanel, ViewRung } from '../../shared/board-view.ts'
import type { PageGeometry } from './geometry.ts'
import { jarGridOf } from './jar-grid.ts'
import { jarLinesOf } from './jar-lines.ts'
import { choicesIn } from './jar-parts.ts'
import { jarOf, type JarChoice } from './jar.ts'
import { beforeTaxOf, moneyPxOf, type DraftSetting } from './ladder.ts'
import { METRICS } from './metrics.ts'
import { nameLineOf, tagsOf } from './name-line.ts'
import type { Jar, PanelColumns, PanelJars, PanelLine, PanelPlacement, PanelRow, SkippedItem } from './page.types.ts'
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
  readonly skipped: readonly SkippedItem[]
}

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
 * for each product of one quantity; others stand as singles do, their rungs under the name. Where the products are many or
 * wide, or in a narrow leaf, the panel is a band above them. Brand and strength are left to the menu: these pages are
 * about prices. Null where a product, or the panel, has no room on a page, which is `roomPx` high.
 */
export function panelDraftOf(
  panel: ViewPanel,
  members: readonly ViewItem[],
  roomPx: number,
  setting: DraftSetting
): PanelDraft | null {
  const shown = members.map((item) => onPanelOf(item, panel))
  const tickets = new Map(shown.map((item) => [item.productId, item.tickets.map(({ promotionId }) => promotionId)]))
  const draft = (placement: PanelPlacement): PanelDraft | null => {
    const words = wordsOf(panel, placement, setting)
    const products =
      placement === 'beside' ? besideOf(shown, roomPx, setting) : belowOf(shown, roomPx - words.panelPx, setting)
    if (products === null || words.panelPx > roomPx) return null
    return {
      key: `panel ${panel.promotionId}`,
      placement,
      ...words,
      ...products,
      promotionIdsOf: (row) => row.productIds.flatMap((productId) => tickets.get(productId) ?? [])
    }
  }
  const beside = setting.geometry.narrow ? null : draft('beside')
  const isWall = beside === null || panelHeightPxOf(beside, beside.rows) > MOST_BESIDE * beside.panelPx
  return isWall ? (draft('above') ?? beside) : beside
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
function wordsOf(panel: ViewPanel, placement: PanelPlacement, { geometry, measure }: DraftSetting): PanelWords {
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

/** A product as its panel's page has it: its other tickets, no details and no picture. */
function onPanelOf(item: ViewItem, panel: ViewPanel): ViewItem {
  const others = item.tickets.filter(({ promotionId }) => promotionId !== panel.promotionId)
  return { ...item, tickets: others, brand: null, thc: null, cbd: null, picture: null }
}

type PanelProducts = Pick<PanelDraft, 'columns' | 'rows' | 'skipped'>

function besideOf(items: readonly ViewItem[], roomPx: number, setting: DraftSetting): PanelProducts | null {
  const { geometry } = setting
  const panelPx = (METRICS.panelText + METRICS.panelPoint + METRICS.panelGap) * geometry.amPx
  const grid: PageGeometry = { ...geometry, narrow: true, leafPx: geometry.leafPx - panelPx }
  const columns = columnsOf(items, grid, setting)
  const skipped: SkippedItem[] = []
  const rows: PanelRow[] = []
  for (const item of items) {
    const line = attempted(item, skipped, () => lineOf(item, columns, setting))
    if (line === 'skipped') continue
    if (line !== null) {
      rows.push(line)
      continue
    }
    const choices = singlesOf(item, roomPx, { ...setting, geometry: grid }, skipped)
    if (choices === null) return null
    for (const { half, whole } of choices)
      rows.push(...[whole ?? half].filter((jar) => jar !== null).map((jar) => jarsRowOf([jar], jar.heightPx, setting)))
  }
  return { columns, rows, skipped }
}

/** Singles over the whole leaf: no label column stands before them. */
function belowOf(items: readonly ViewItem[], roomPx: number, setting: DraftSetting): PanelProducts | null {
  const { geometry } = setting
  const { amPx, narrow, leafPx } = geometry
  // The cells' inset begins before the leaf, so that marks stand at its edge.
  const rungPx = (leafPx + METRICS.cellInset * amPx) / 4
  const grid: PageGeometry = narrow ? geometry : { ...geometry, labelPx: 0, rungPx }
  const skipped: SkippedItem[] = []
  const choices: JarChoice[] = []
  for (const item of items) {
    const fitting = singlesOf(item, roomPx, { ...setting, geometry: grid }, skipped)
    if (fitting === null) return null
    choices.push(...fitting)
  }
  const rows = jarLinesOf(choices, grid).map(({ jars, heightPx }) => jarsRowOf(jars, heightPx, setting))
  return { columns: columnsOf([], grid, setting), rows, skipped }
}

/** The ways a product may stand as a single, in parts where it is taller than a page; null where it has no room at all. */
function singlesOf(
  item: ViewItem,
  roomPx: number,
  setting: DraftSetting,
  skipped: SkippedItem[]
): readonly JarChoice[] | null {
  const insetPx = 2 * METRICS.panelJarInset * setting.geometry.amPx
  const choices = attempted(item, skipped, () =>
    choicesIn(roomPx - insetPx, item, jarOf(item, false, setting), false, setting)
  )
  return choices === 'skipped' ? [] : choices
}

/** An item that cannot be measured is left out and named, so that it takes nothing else with it. */
function attempted<T>(item: ViewItem, skipped: SkippedItem[], measureItem: () => T): T | 'skipped' {
  try {
    return measureItem()
  } catch (cause) {
    skipped.push({ productId: item.productId, cause })
    return 'skipped'
  }
}

function jarsRowOf(jars: readonly Jar[], heightPx: number, { geometry }: DraftSetting): PanelJars {
  const [first] = jars
  return {
    kind: 'jars',
    key: `${first?.productId} ${first?.part?.index ?? 0}`,
    productIds: jars.map(({ productId }) => productId),
    jars,
    heightPx: heightPx + 2 * METRICS.panelJarInset * geometry.amPx
  }
}

/** The one rung of a product that a line holds: nothing about it needs words of its own. */
function lineRungOf(item: ViewItem, { head }: DraftSetting): ViewRung | null {
  const [rung, ...more] = item.rungs
  if (rung === undefined || more.length > 0 || item.soldOut) return null
  if (rung.youPay === null || rung.until !== null || rung.groupPays !== null) return null
  return beforeTaxOf(item.rungs, head) === null ? rung : null
}

/** As wide as the panel's products need, so that they share their edges; the names have the rest. */
function columnsOf(items: readonly ViewItem[], grid: PageGeometry, setting: DraftSetting): PanelColumns {
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
function lineOf(item: ViewItem, columns: PanelColumns, setting: DraftSetting): PanelLine | null {
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
    key: item.productId,
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
