import { legendOf, taxLineOf, viewHeadOf, viewItemOf } from '../../domain/display/board-view.ts'
import { languageOf, locationFormatOf, type LocationFormat } from '../../domain/display/location-format.ts'
import type { BoardView, BoardViewPatch, ViewHead, ViewItem } from '../../shared/board-view.ts'
import type { BoardDifference, BoardHead, LiveBoard } from './live-board.ts'
import type { LocationData } from './location-data.ts'

/** A live board in words, for screens. Follows its board: items are put into words again only where they differ. */
export interface LiveView {
  readonly format: LocationFormat
  readonly items: Map<string, { readonly item: ViewItem; readonly json: string }>
  head: ViewHead
  revision: number
  /** First instant at which words alone change: the location's next day. */
  wordsChangeAtMs: number | null
}

/** A board put into words for an instant, in a language or in its country's. */
export function createLiveView(
  board: LiveBoard,
  data: LocationData,
  head: BoardHead,
  language: string | null,
  nowMs: number
): LiveView {
  const format = locationFormatOf(
    languageOf(board.location.currency, language),
    board.location.currency,
    board.location.timeZone
  )
  const view: LiveView = {
    format,
    items: new Map(),
    head: headOf(board, data, head, format, '0', nowMs),
    revision: 0,
    wordsChangeAtMs: format.nextDayMs(nowMs)
  }
  putIntoWords(view, board, data, board.order, nowMs)
  return view
}

function headOf(
  board: LiveBoard,
  data: LocationData,
  head: BoardHead,
  format: LocationFormat,
  revision: string,
  nowMs: number
): ViewHead {
  const shown = [...data.products.values()].filter(({ productId }) => board.items.has(productId))
  const { taxLine, taxed } = taxLineOf(shown, board.location.taxPricing, format)
  return viewHeadOf(
    {
      location: board.location,
      feeds: head.feeds,
      stale: head.stale,
      revision,
      legend: legendOf(
        [...board.items.values()].map(({ built }) => built.item),
        format,
        nowMs
      ),
      taxLine,
      taxed
    },
    format,
    nowMs
  )
}

function putIntoWords(
  view: LiveView,
  board: LiveBoard,
  data: LocationData,
  productIds: readonly string[],
  nowMs: number
): readonly string[] {
  const changed: string[] = []
  for (const productId of productIds) {
    const live = board.items.get(productId)
    const product = data.products.get(productId)
    if (live === undefined || product === undefined) continue
    const item = viewItemOf(live.built.item, product.details, board.location, view.format, nowMs)
    const json = JSON.stringify(item)
    if (view.items.get(productId)?.json === json) continue
    view.items.set(productId, { item, json })
    changed.push(productId)
  }
  return changed
}

/** The whole view, for a screen that joins. */
export function viewOf(view: LiveView, board: LiveBoard): BoardView {
  return { head: view.head, items: itemsOf(view, board.order) }
}

function itemsOf(view: LiveView, productIds: readonly string[]): readonly ViewItem[] {
  return productIds.map((productId) => view.items.get(productId)?.item).filter((item) => item !== undefined)
}

/**
 * Follows a difference of the board. `touched` are products whose facts were taken up anew: details such as the brand are
 * in the view though not in the snapshot. Null when nothing a shopper sees differs.
 */
export function followBoard(
  view: LiveView,
  board: LiveBoard,
  data: LocationData,
  head: BoardHead,
  difference: BoardDifference,
  touched: Iterable<string>,
  nowMs: number
): BoardViewPatch | null {
  for (const productId of difference.removed) view.items.delete(productId)
  const wordsDue = view.wordsChangeAtMs !== null && nowMs >= view.wordsChangeAtMs
  if (wordsDue) view.wordsChangeAtMs = view.format.nextDayMs(nowMs)
  const candidates = wordsDue ? board.order : [...new Set([...difference.changed, ...touched])]
  const changed = putIntoWords(view, board, data, candidates, nowMs)
  const next = headOf(board, data, head, view.format, String(view.revision + 1), nowMs)
  const sameHead =
    JSON.stringify({ ...next, revision: '', clock: null }) ===
    JSON.stringify({ ...view.head, revision: '', clock: null })
  if (sameHead && changed.length === 0 && difference.removed.length === 0 && !difference.orderChanged) return null
  view.revision += 1
  view.head = next
  return {
    head: view.head,
    items: itemsOf(view, changed),
    removed: difference.removed,
    order: difference.orderChanged ? board.order : null
  }
}
