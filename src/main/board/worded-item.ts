import type { ProductFacts } from '../../domain/board/board-facts.ts'
import { viewItemOf } from '../../domain/display/board-view.ts'
import type { LocationFormat } from '../../domain/display/location-format.ts'
import { kioskItemOf } from '../../domain/kiosk/kiosk-view.ts'
import { type MarketRule, withinMarket } from '../../domain/market/market-profile.ts'
import { isInSet } from '../../domain/screen/board-set.ts'
import { isLastFew, isNewAt } from '../../domain/screen/product-state.ts'
import type { BoardItem, BoardRung } from '../../shared/board-snapshot.ts'
import type { ViewItem } from '../../shared/board-view.ts'
import type { BoardSet, ScreenSettings } from '../../shared/screen-settings.ts'
import type { BoardPictures } from './board-pictures.ts'
import type { LiveBoard } from './live-board.ts'
import type { LocationData } from './location-data.ts'
import { offersOf } from './offer-book.ts'

/** How a screen puts products into words. */
interface Wording {
  readonly settings: ScreenSettings
  readonly set: BoardSet
  readonly format: LocationFormat
  readonly house: { readonly marketRules: readonly MarketRule[]; readonly pictures: BoardPictures }
  readonly groupBoard: LiveBoard | null
}

/** A product in words, and what they were made from. */
export interface WordedItem {
  readonly item: ViewItem
  readonly json: string
  readonly made: MadeFrom
}

export interface MadeFrom {
  readonly item: BoardItem
  readonly product: ProductFacts
  readonly groupLadder: readonly BoardRung[] | null
  readonly isNew: boolean
}

/** What a product's words are made from; null where it is not on the board or not in the set. */
export function madeFrom(
  view: Wording,
  board: LiveBoard,
  data: LocationData,
  productId: string,
  nowMs: number
): MadeFrom | null {
  const item = board.items.get(productId)?.built.item
  const product = data.products.get(productId)
  if (item === undefined || product === undefined) return null
  if (view.settings.soldOut === 'hide' && item.inStock === false) return null
  const isNew = isNewAt(data.firstSeenAtMs.get(productId) ?? null, data.installedAtMs, nowMs)
  if (!isInSet(item, view.set, { isNew })) return null
  return { item, product, isNew, groupLadder: view.groupBoard?.items.get(productId)?.built.item.ladder ?? null }
}

/** Whether words of another instant hold: nothing differs, and no end is told, which is called otherwise each day. */
export function saysTheSame(there: MadeFrom, made: MadeFrom, { pictures }: ScreenSettings): boolean {
  return (
    there.item === made.item &&
    there.product === made.product &&
    there.groupLadder === made.groupLadder &&
    there.isNew === made.isNew &&
    made.item.ladder.every(({ saleEndsAt }) => saleEndsAt === null) &&
    // A picture may have come meanwhile.
    !(pictures && made.product.pictureUrl !== null)
  )
}

/** Null where the market leaves nothing of it. */
export function inWords(
  view: Wording,
  board: LiveBoard,
  data: LocationData,
  made: MadeFrom,
  nowMs: number
): WordedItem | null {
  const { settings } = view
  const { item, product, groupLadder, isNew } = made
  const offerOf = offersOf(data, board.location, view.format)
  const viewItem = viewItemOf(
    item,
    {
      details: product.details,
      state: isLastFew(product.stock, settings.lastFewBelow) ? 'last-few' : isNew ? 'new' : null,
      groupLadder,
      picture: settings.pictures && product.pictureUrl !== null ? view.house.pictures.viewOf(product.pictureUrl) : null,
      offerOf
    },
    board.location,
    view.format,
    nowMs
  )
  const shown = withinMarket(viewItem, item.ladder, view.house.marketRules)
  if (shown === null) return null
  const worded =
    settings.mode === 'kiosk'
      ? { ...shown, kiosk: kioskItemOf(item, product, view.house.marketRules, view.format, offerOf) }
      : shown
  return { item: worded, json: JSON.stringify(worded), made }
}
