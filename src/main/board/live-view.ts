import { legendOf, panelsOf } from '../../domain/display/badge-words.ts'
import { taxLineOf, viewHeadOf } from '../../domain/display/board-view.ts'
import { languageOf, locationFormatOf, type LocationFormat } from '../../domain/display/location-format.ts'
import { kioskHeadOf } from '../../domain/kiosk/kiosk-view.ts'
import type { StoreColour } from '../../domain/display/store-colour.ts'
import {
  legendWithinMarket,
  type MarketRule,
  mayHavePanels,
  noticeOf,
  showsPictures
} from '../../domain/market/market-profile.ts'
import { type Share, sharesOf } from '../../domain/screen/share.ts'
import { setInForceAt } from '../../domain/screen/set-in-force.ts'
import type { WeeklyHours } from '../../domain/schedule/opening-hours.ts'
import type { CustomTheme } from '../../domain/theme/custom-theme.ts'
import { earlierOf } from '../../domain/board/board-item.ts'
import type { BoardItem } from '../../shared/board-snapshot.ts'
import type { BoardView, BoardViewPatch, ViewHead, ViewItem, ViewPanel } from '../../shared/board-view.ts'
import type { StoreRewards } from '../../shared/rewards.ts'
import type { BoardSet, ScreenSettings, ThemeChoice } from '../../shared/screen-settings.ts'
import { beat } from '../engine/heartbeat.ts'
import type { BoardPictures } from './board-pictures.ts'
import {
  type BoardDifference,
  type BoardHead,
  boardFrom,
  createLiveBoard,
  dueItemsOf,
  type LiveBoard,
  rebuildItems
} from './live-board.ts'
import type { LocationData } from './location-data.ts'
import { offersOf } from './offer-book.ts'
import { rewardsInWordsAt } from './store-rewards.ts'
import { lightChangesAtMs, lightOf } from './view-light.ts'
import { inWords, madeFrom, saysTheSame, type WordedItem } from './worded-item.ts'

/** Of a screen that nobody knows the hour of. */
export const ALWAYS_ON: ViewHead['light'] = { now: 'on', later: [] }

const DAY_MS = 24 * 60 * 60 * 1000

/** What words and rules every screen of this machine goes by. */
export interface HouseRules {
  /** Null follows the location's country. */
  readonly language: string | null
  /** Of the market profile that the store has confirmed. */
  readonly marketRules: readonly MarketRule[]
  readonly storeColour: StoreColour | null
  /** The store's own themes by name; none when absent. */
  readonly themes?: ReadonlyMap<string, CustomTheme>
  readonly pictures: BoardPictures
  /** When a store is open; null, and a house that says nothing, is always open. */
  readonly hoursOf?: (locationId: number) => WeeklyHours | null
  /** A store's loyalty rewards; null, and a house that says nothing, has none. */
  readonly rewardsOf?: (locationId: number) => StoreRewards | null
}

/**
 * A live board in words, as one screen is set to show it. Follows its board: products are put into words again only where
 * they differ.
 */
export interface LiveView {
  readonly settings: ScreenSettings
  readonly format: LocationFormat
  readonly house: HouseRules
  /** The same menu for the screen's pricing group, for the row of its prices. */
  readonly groupBoard: LiveBoard | null
  /** Every product of the set. */
  readonly items: Map<string, WordedItem>
  /** Those on this screen, in order: all of the set, or the screen's part of it. */
  order: readonly string[]
  /** The screen's part of a board that several show together; null shows all. */
  share: Share | null
  set: BoardSet
  head: ViewHead
  revision: number
  /** First instant at which words or the set change though the board does not. */
  looksAgainAtMs: number | null
}

/**
 * A board put into words for an instant, in the screen's language, else the settings', else the country's. What another
 * instant's view of the same screen has in the same words is taken over from it.
 */
export function createLiveView(
  board: LiveBoard,
  data: LocationData,
  head: BoardHead,
  settings: ScreenSettings,
  house: HouseRules,
  share: Share | null,
  nowMs: number,
  known: LiveView | null = null
): LiveView {
  const { location } = board
  const format = locationFormatOf(
    languageOf(location.currency, settings.language ?? house.language),
    location.currency,
    location.timeZone
  )
  const knownGroup = known?.groupBoard ?? null
  const groupBoard =
    settings.groupId === null
      ? null
      : knownGroup === null
        ? createLiveBoard(data, location, { groupId: settings.groupId, customer: settings.customer }, board.atMs)
        : boardFrom(knownGroup, data, location, board.atMs)
  const inForce = setInForceAt(settings, location.timeZone, nowMs)
  const view: Omit<LiveView, 'head'> = {
    settings,
    format,
    house,
    groupBoard,
    items: new Map(),
    order: [],
    share,
    set: inForce.set,
    revision: 0,
    looksAgainAtMs: earlierOf(
      earlierOf(dayAfterMs(format, nowMs), inForce.changesAtMs),
      lightChangesAtMs({ settings, house, location }, nowMs)
    )
  }
  putIntoWords(view, board, data, board.order, nowMs, known)
  const order = orderOf(view, board, data, nowMs)
  return { ...view, order, head: headOf({ ...view, order }, board, data, head, nowMs) }
}

/** When another day begins; without a zone, a day from now: what is new does not stay so for ever. */
function dayAfterMs(format: LocationFormat, nowMs: number): number {
  return format.nextDayMs(nowMs) ?? nowMs + DAY_MS
}

function orderOf(view: Omit<LiveView, 'head'>, board: LiveBoard, data: LocationData, nowMs: number): readonly string[] {
  const order = board.order.filter((productId) => view.items.has(productId))
  if (view.share === null) return order
  const panels = panelsIn(view, board, data, order, nowMs)
  const part = sharesOf(itemsOf(view, order), view.share.count, panels)[view.share.index]
  return order.filter((productId) => part?.has(productId) === true)
}

/** A screen of promotions has a panel for each, unless the market hides them. */
function panelsIn(
  view: Omit<LiveView, 'head'>,
  board: LiveBoard,
  data: LocationData,
  productIds: readonly string[],
  nowMs: number
): readonly ViewPanel[] | null {
  if (view.settings.mode === 'kiosk' || view.set.kind !== 'on-promotion' || !mayHavePanels(view.house.marketRules))
    return null
  return panelsOf(itemsOnBoard(board, productIds), view.format, nowMs, offersOf(data, board.location, view.format))
}

function headOf(
  view: Omit<LiveView, 'head'>,
  board: LiveBoard,
  data: LocationData,
  head: BoardHead,
  nowMs: number
): ViewHead {
  const { format, settings } = view
  const onScreen = view.order.flatMap((productId) => data.products.get(productId) ?? [])
  // A screen that shows nothing just now is of the same store: its taxes are those of the whole menu.
  const shown = onScreen.length > 0 ? onScreen : [...data.products.values()]
  const { taxLine, taxed } = taxLineOf(shown, board.location.taxPricing, format, settings.priceStyle)
  const shownHead = viewHeadOf(
    {
      location: board.location,
      feeds: head.feeds,
      stale: head.stale,
      amountsUntilMs: head.amountsUntilMs,
      revision: String(view.revision),
      legend: legendWithinMarket(
        legendOf(itemsOnBoard(board, view.order), format, nowMs, offersOf(data, board.location, format)),
        view.house.marketRules
      ),
      panels: panelsIn(view, board, data, view.order, nowMs),
      rewards: settings.rewardsPanel ? rewardsInWordsAt(view.house, board.location, format) : null,
      taxLine,
      taxed,
      notice: noticeOf(view.house.marketRules),
      storeColour: view.house.storeColour,
      logo: view.house.pictures.logo(),
      light: head.isTimeKnown ? lightOf({ ...view, location: board.location }, nowMs) : ALWAYS_ON,
      screen: settings,
      theme: themeOf(settings.theme, view.house.themes),
      groupName: groupNameOf(data, settings.groupId)
    },
    format,
    nowMs
  )
  const timed = head.isTimeKnown ? shownHead : { ...shownHead, clock: null }
  if (settings.mode !== 'kiosk') return timed
  return { ...timed, kiosk: kioskHeadOf(itemsOf(view, view.order), settings, view.house.marketRules, format) }
}

/** A theme that nobody knows is the dark one; the manager is told (board-problems). */
function themeOf(choice: ThemeChoice, themes: HouseRules['themes']): CustomTheme {
  if (choice === 'dark' || choice === 'light' || choice === 'contrast') return { base: choice, tokens: {} }
  return themes?.get(choice.slice('custom:'.length)) ?? { base: 'dark', tokens: {} }
}

function itemsOnBoard(board: LiveBoard, productIds: readonly string[]): readonly BoardItem[] {
  return productIds.flatMap((productId) => board.items.get(productId)?.built.item ?? [])
}

/** A group is named by its records; one that has none here has no row. */
function groupNameOf(data: LocationData, groupId: number | null): string | null {
  if (groupId === null) return null
  for (const { records } of data.products.values())
    for (const { group } of records) if (group?.groupId === groupId) return group.name ?? `${groupId}`
  return null
}

/** Puts products into words, or takes them out of the view where they are not on the board or not in the set. */
function putIntoWords(
  view: Omit<LiveView, 'head'>,
  board: LiveBoard,
  data: LocationData,
  productIds: Iterable<string>,
  nowMs: number,
  known: LiveView | null = null
): { readonly changed: readonly string[]; readonly removed: readonly string[] } {
  const changed: string[] = []
  const removed: string[] = []
  for (const productId of productIds) {
    beat()
    const made = madeFrom(view, board, data, productId, nowMs)
    const there = known?.items.get(productId)
    const isThere = made !== null && there !== undefined && saysTheSame(there.made, made, view.settings)
    const worded = isThere ? there : made === null ? null : inWords(view, board, data, made, nowMs)
    if (worded === null) {
      if (view.items.delete(productId)) removed.push(productId)
      continue
    }
    const isChanged = view.items.get(productId)?.json !== worded.json
    view.items.set(productId, worded)
    if (isChanged) changed.push(productId)
  }
  return { changed, removed }
}

/** Addresses of the pictures that the screen shows or would show, in its order. */
export function pictureUrlsOf(view: LiveView, data: LocationData): readonly string[] {
  if (!view.settings.pictures || !showsPictures(view.house.marketRules)) return []
  return view.order.flatMap((productId) => data.products.get(productId)?.pictureUrl ?? [])
}

/** The whole view, for a screen that joins. */
export function viewOf(view: LiveView): BoardView {
  return { head: view.head, items: itemsOf(view, view.order) }
}

function itemsOf(view: Pick<LiveView, 'items'>, productIds: readonly string[]): readonly ViewItem[] {
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
  const candidates = new Set([...difference.changed, ...difference.removed, ...touched])
  if (view.groupBoard !== null) {
    const ids = new Set([...candidates, ...dueItemsOf(view.groupBoard, board.atMs)])
    const group = rebuildItems(view.groupBoard, data, ids, board.atMs)
    for (const productId of [...group.changed, ...group.removed]) candidates.add(productId)
  }
  if (view.looksAgainAtMs !== null && nowMs >= view.looksAgainAtMs) {
    const inForce = setInForceAt(view.settings, board.location.timeZone, nowMs)
    view.set = inForce.set
    view.looksAgainAtMs = earlierOf(
      earlierOf(dayAfterMs(view.format, nowMs), inForce.changesAtMs),
      lightChangesAtMs({ ...view, location: board.location }, nowMs)
    )
    for (const productId of board.order) candidates.add(productId)
  }
  const shownBefore = new Set(view.order)
  const size = view.items.size
  const { changed, removed } = putIntoWords(view, board, data, candidates, nowMs)
  // The parts of several screens follow from every product's size, not from the order alone.
  const mayMove = difference.orderChanged || removed.length > 0 || view.items.size !== size || view.share !== null
  const order = mayMove ? orderOf(view, board, data, nowMs) : view.order
  const orderChanged = order.length !== view.order.length || order.some((id, index) => id !== view.order[index])
  view.order = order
  const shown = orderChanged ? new Set(order) : shownBefore
  const pushed = [
    ...changed.filter((productId) => shown.has(productId)),
    ...order.filter((productId) => !shownBefore.has(productId) && !changed.includes(productId))
  ]
  const gone = [...shownBefore].filter((productId) => !shown.has(productId))
  const next = headOf(view, board, data, head, nowMs)
  if (pushed.length === 0 && gone.length === 0 && !orderChanged && isSameHead(next, view.head)) return null
  view.revision += 1
  view.head = { ...next, revision: String(view.revision) }
  return {
    head: view.head,
    items: itemsOf(view, pushed),
    removed: gone,
    order: orderChanged ? view.order : null
  }
}

/** The clock goes by itself, the revision only counts, and distances to what follows go by the clock. */
function isSameHead(a: ViewHead, b: ViewHead): boolean {
  const still = (head: ViewHead): string =>
    JSON.stringify({ ...head, revision: '', clock: null, light: head.light.now, askInMs: head.askInMs !== null })
  return still(a) === still(b)
}
