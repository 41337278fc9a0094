import type { Audience } from '../../domain/board/board-item.ts'
import type { PriceTrust } from '../../domain/board/price-trust.ts'
import { screenProblemsOf } from '../../domain/screen/screen-problems.ts'
import type { ScreenSettings } from '../../shared/screen-settings.ts'
import type { BoardEvent, BoardQuery, BoardRefusal, JsonAnswer } from '../engine/engine.types.ts'
import { kioskJsonOf, kioskMenuOf } from '../kiosk/kiosk-json.ts'
import type { StoreChange } from '../store/store.types.ts'
import { createAskedScreens, isScreen } from './asked-screens.ts'
import { basketJsonOf, timelineJsonOf } from './board-answers.ts'
import { createBoardPreviews } from './board-preview.ts'
import { promotionProblemsOf } from './board-problems.ts'
import type { BoardService, BoardServiceOptions } from './board-service.types.ts'
import { isMadeUp, placeOf } from './crew-place.ts'
import { createCrews } from './crews.ts'
import {
  advanceBoard,
  type BoardDifference,
  type BoardHead,
  createLiveBoard,
  dueItemsOf,
  type LiveBoard,
  NO_DIFFERENCE,
  patchJsonOf,
  rebuildItems,
  rebuildWhole,
  snapshotJsonOf
} from './live-board.ts'
import { type LocationData, reloadProducts, reloadPromotions } from './location-data.ts'
import { createOpenLimits, FREE } from './open-limits.ts'
import { headAt, trustAt } from './price-age.ts'
import { createScreenViews, type ScreenViews } from './screen-views.ts'
import { createServedStores } from './served-stores.ts'
import { createShownScreens } from './shown-screens.ts'

/** Whole boards are looked at this often: ends and changes come within the horizon of 60 days as time goes on. */
const WHOLE_LOOK_MS = 60 * 60 * 1000
/** The timer never sleeps longer: a machine that slept or a clock that was set is noticed within this. */
const LONGEST_SLEEP_MS = 10_000
/** A clock that went back by more than this was set. */
const BACKWARD_JUMP_MS = 1000
/** Boards nobody watches that are kept for the next caller. */
const IDLE_BOARDS_KEPT = 4
/** Boards of other instants that are open at once, each a whole board: whoever asks for more would stall those of now. */
const MOST_OTHER_INSTANTS = 16
const NOTHING_TOUCHED: ReadonlySet<string> = new Set()
interface OpenBoard {
  readonly query: BoardQuery
  data: LocationData
  live: LiveBoard
  readonly boardListeners: Map<(event: BoardEvent) => void, { nextId: number }>
  readonly views: ScreenViews
  lastHeadJson: string
  /** Of the head that the views have followed; null where they are to be looked at in any case. */
  followedHeadJson: string | null
  usedAtMs: number
}

/** A service over a store that somebody else writes to, and who then calls `applyChange` and `feedsChanged`. */
export function createBoardService(options: BoardServiceOptions): BoardService {
  const { reader, nowMs, overrides } = options
  const stores = createServedStores(options, () => trustAt(reader, options, nowMs()))
  const open = new Map<string, OpenBoard>()
  const previews = createBoardPreviews(options)
  const crews = createCrews((crewKey) => shareOutAnew(crewKey))
  const asked = createAskedScreens(options)
  const shown = createShownScreens(options, crews, stores.find, headNow)
  const limits = createOpenLimits()
  let timer: NodeJS.Timeout | null = null
  let stopped = false
  /** By what the open boards are built; null before the first. */
  let trusted: PriceTrust | null = null

  function headNow(atMs: number): BoardHead {
    return headAt(reader, options, atMs)
  }

  function openBoard(
    query: BoardQuery
  ): { readonly ok: true; readonly board: OpenBoard } | ({ readonly ok: false } & BoardRefusal) {
    const atMs = nowMs()
    keepTrust(atMs)
    const known = open.get(keyOf(query))
    if (known !== undefined) {
      known.usedAtMs = atMs
      return { ok: true, board: known }
    }
    const found = stores.find(query.locationId)
    if (!found.ok) return found
    closeIdleBoards()
    if (query.atMs !== null && openOtherInstants() >= MOST_OTHER_INSTANTS) return BUSY
    const board: Omit<OpenBoard, 'views'> = {
      query,
      data: found.data,
      live: createLiveBoard(found.data, found.location, audienceOf(query), query.atMs ?? atMs),
      boardListeners: new Map(),
      lastHeadJson: JSON.stringify(headNow(atMs)),
      followedHeadJson: null,
      usedAtMs: atMs
    }
    const opened = Object.assign(board, { views: createScreenViews(() => board, crews, options) })
    open.set(keyOf(query), opened)
    arm()
    return { ok: true, board: opened }
  }

  /** What may be promised has changed: amounts come or go everywhere, and every board is built anew. True where it did. */
  function keepTrust(atMs: number): boolean {
    const now = trustAt(reader, options, atMs)
    const before = trusted
    trusted = now
    if (before === null || isSameTrust(before, now)) return false
    for (const board of open.values()) renew(board, atMs)
    return true
  }

  function isWatched(board: OpenBoard): boolean {
    return board.boardListeners.size > 0 || !board.views.isEmpty()
  }

  function openOtherInstants(): number {
    return [...open.values()].filter(({ query }) => query.atMs !== null).length
  }

  function closeIdleBoards(): void {
    const idle = [...open.entries()]
      .filter(([, board]) => !isWatched(board))
      .sort(([, a], [, b]) => b.usedAtMs - a.usedAtMs)
    for (const [key, board] of idle)
      if (board.query.atMs !== null || idle.findIndex(([other]) => other === key) >= IDLE_BOARDS_KEPT) open.delete(key)
    const watched = new Set([...open.values()].map(({ query }) => query.locationId))
    stores.forgetUnused(watched, IDLE_BOARDS_KEPT)
  }

  function tellBoard(board: OpenBoard, event: BoardEvent['event'], json: string): void {
    for (const [listener, counter] of board.boardListeners) {
      listener({ id: counter.nextId, event, data: json })
      counter.nextId += 1
    }
  }

  function keep(board: OpenBoard, difference: BoardDifference, atMs: number): void {
    if (board.query.atMs === null) options.history?.follow(board, difference, isWatched(board), atMs)
  }

  /** Pushes what differs to every screen of a board. `touched` are products whose facts were taken up anew. */
  function push(board: OpenBoard, difference: BoardDifference, touched: ReadonlySet<string>, atMs: number): void {
    keep(board, difference, atMs)
    if (!isWatched(board)) return
    const head = headNow(atMs)
    const headJson = JSON.stringify(head)
    const differs = difference.changed.length > 0 || difference.removed.length > 0
    if (differs || headJson !== board.lastHeadJson) {
      board.lastHeadJson = headJson
      if (board.boardListeners.size > 0) tellBoard(board, 'patch', patchJsonOf(board.live, head, difference))
    }
    // Most looks find nothing, and making the heads anew costs every product on the board.
    const words = wordsAtMs(board, atMs)
    if (!differs && touched.size === 0 && headJson === board.followedHeadJson && !board.views.isDue(words)) return
    board.followedHeadJson = headJson
    board.views.follow(difference, touched, head, words)
  }

  /** A board that no patch describes: the location itself differs. */
  function renew(board: OpenBoard, atMs: number): void {
    const found = stores.find(board.query.locationId)
    // A location that is gone leaves the last board where it is: never blank.
    if (!found.ok) return
    board.data = found.data
    board.live = createLiveBoard(found.data, found.location, audienceOf(board.query), board.query.atMs ?? atMs)
    const head = headNow(atMs)
    board.lastHeadJson = JSON.stringify(head)
    if (board.boardListeners.size > 0) tellBoard(board, 'snapshot', snapshotJsonOf(board.live, head))
    board.views.renew(null, head, wordsAtMs(board, atMs))
    keep(board, NO_DIFFERENCE, atMs)
  }

  /** Screens of a crew came or went: each shows its new part. */
  function shareOutAnew(crewKey: string): void {
    const atMs = nowMs()
    const head = headNow(atMs)
    for (const board of open.values()) board.views.renew(crewKey, head, wordsAtMs(board, atMs))
  }

  function look(): void {
    const atMs = nowMs()
    crews.missSilent(atMs)
    keepTrust(atMs)
    for (const board of open.values()) {
      if (board.query.atMs === null) {
        const jumpedBack = atMs < board.live.atMs - BACKWARD_JUMP_MS
        const whole = jumpedBack || atMs - board.live.wholeAtMs >= WHOLE_LOOK_MS
        const difference = whole
          ? rebuildWhole(board.live, board.data, atMs)
          : advanceBoard(board.live, board.data, atMs)
        // A clock that was set back may change words that are not due.
        if (whole) board.followedHeadJson = null
        push(board, difference, NOTHING_TOUCHED, atMs)
      }
      if (trusted?.time !== false) board.views.tellClock(wordsAtMs(board, atMs))
      board.views.callTurns(atMs)
    }
    tellWanted()
    arm()
  }

  function nextLookMs(atMs: number): number {
    let soonestMs = Math.min(atMs + LONGEST_SLEEP_MS, crews.missesAtMs() ?? Infinity)
    const { prices } = headNow(atMs).feeds
    const staleAtMs = prices === null ? Infinity : Date.parse(prices) + options.staleAfterMs + 1
    // As of the last look, or of the run that has just ended.
    const trustEndsMs = trusted?.changesAtMs ?? null
    if (trustEndsMs !== null) soonestMs = Math.min(soonestMs, trustEndsMs)
    for (const board of open.values()) {
      if (board.live.changesAtMs !== null && board.query.atMs === null)
        soonestMs = Math.min(soonestMs, board.live.changesAtMs)
      if (!isWatched(board)) continue
      if (staleAtMs > atMs) soonestMs = Math.min(soonestMs, staleAtMs)
      soonestMs = Math.min(soonestMs, board.views.nextLookMs(atMs) ?? Infinity)
    }
    return soonestMs
  }

  function arm(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (stopped || open.size === 0) return
    const atMs = nowMs()
    timer = setTimeout(look, Math.max(1, nextLookMs(atMs) - atMs))
    timer.unref()
  }

  /** What screens show may have changed, and so which pictures are fetched and kept. */
  function tellWanted(): void {
    options.pictures.want(new Set([...open.values()].flatMap(({ views }) => views.pictureUrls())))
  }

  function picturesChanged(urls: ReadonlySet<string>): void {
    const atMs = nowMs()
    const head = headNow(atMs)
    for (const board of open.values()) {
      if (board.views.pictureUrls().length === 0) continue
      const withPicture = [...board.data.products.values()].filter(
        ({ pictureUrl }) => pictureUrl !== null && urls.has(pictureUrl)
      )
      const productIds = withPicture.map(({ productId }) => productId)
      board.views.follow(NO_DIFFERENCE, productIds, head, wordsAtMs(board, atMs))
    }
  }

  /** The logo stands in the heads of views, of which the board's own head says nothing. */
  function logoChanged(): void {
    const atMs = nowMs()
    const head = headNow(atMs)
    for (const board of open.values()) board.views.follow(NO_DIFFERENCE, NOTHING_TOUCHED, head, wordsAtMs(board, atMs))
  }

  function applyChange(change: StoreChange): void {
    const atMs = nowMs()
    keepTrust(atMs)
    if (change.locations) {
      stores.forgetAll()
      for (const board of open.values()) renew(board, atMs)
      arm()
      return
    }
    if (!change.promotions && change.productIds.length === 0) return
    const touched = new Map<number, ReadonlySet<string>>()
    for (const [locationId, loaded] of stores.loaded()) {
      const ids = new Set(change.productIds)
      if (ids.size > 0) for (const productId of reloadProducts(loaded, reader, change.productIds)) ids.add(productId)
      if (change.promotions) for (const productId of reloadPromotions(loaded, reader)) ids.add(productId)
      touched.set(locationId, ids)
    }
    // A board that may not promise what promotions do has them without their terms: they are taken from the store anew.
    if (change.promotions && trusted?.offers === false) {
      for (const board of open.values()) renew(board, atMs)
      arm()
      return
    }
    for (const board of open.values()) {
      const ids = touched.get(board.query.locationId) ?? new Set<string>()
      const due = board.query.atMs === null ? dueItemsOf(board.live, atMs) : []
      const difference = rebuildItems(board.live, board.data, new Set([...ids, ...due]), wordsAtMs(board, atMs))
      push(board, difference, ids, atMs)
    }
    tellWanted()
    arm()
  }

  /** What stands around the products may differ. */
  function pushHeads(): void {
    const atMs = nowMs()
    keepTrust(atMs)
    for (const board of open.values()) push(board, NO_DIFFERENCE, NOTHING_TOUCHED, atMs)
    arm()
  }

  function boardAt(query: BoardQuery): JsonAnswer<BoardRefusal> {
    const atMs = nowMs()
    if (query.atMs !== null) {
      const found = stores.find(query.locationId)
      if (!found.ok) return found
      const live = createLiveBoard({ ...found.data, states: null }, found.location, audienceOf(query), query.atMs)
      return { ok: true, json: snapshotJsonOf(live, headNow(atMs)) }
    }
    const opened = openBoard(query)
    if (!opened.ok) return opened
    const { board } = opened
    if (board.live.atMs > atMs + BACKWARD_JUMP_MS) look()
    else push(board, advanceBoard(board.live, board.data, atMs), NOTHING_TOUCHED, atMs)
    return { ok: true, json: snapshotJsonOf(board.live, headNow(atMs)) }
  }

  function screenNamed(screen: string | null): ScreenSettings {
    return asked.settingsOf({ locationId: 0, atMs: null, groupId: null, customer: 'recreational', screen })
  }

  return {
    locations: () =>
      reader
        .locations(overrides)
        .filter(({ locationId }) => stores.isServed(locationId))
        .map(({ locationId, name, timeZone, taxPricing }) => ({ locationId, name, timeZone, taxPricing })),
    find: stores.find,
    screenNamed,
    house: options,
    viewAt: (query) => {
      const { locationId } = query
      return previews.look(
        query,
        stores.find(locationId),
        screenNamed(query.screen),
        headNow(nowMs()),
        (audience) => open.get(keyOf({ locationId, ...audience, atMs: null }))?.live ?? null
      )
    },
    boardJson: boardAt,
    timelineJson: (query) => timelineJsonOf(query, stores.find, nowMs()),
    basketJson: (body) => basketJsonOf(body, stores.find, nowMs(), options),
    kioskJson: (query, call, body) =>
      kioskJsonOf(call, body, () => {
        const settings = asked.settingsOf(query)
        const opened = openBoard({ ...query, groupId: null, customer: settings.customer })
        if (!opened.ok) return opened
        const { live, data } = opened.board
        const atMs = nowMs()
        // As the screen itself follows it: a sale that has begun is in the answer too.
        if (query.atMs === null) push(opened.board, advanceBoard(live, data, atMs), NOTHING_TOUCHED, atMs)
        return { ok: true, menu: kioskMenuOf(live, data, settings, options, query.atMs ?? atMs) }
      }),
    subscribeBoard: (query, listener) => {
      const admitted = query.groupId === null ? FREE : limits.admit(query.peer ?? null, `board ${keyOf(query)}`)
      if (!admitted.ok) return admitted
      const opened = openBoard(query)
      if (!opened.ok) {
        admitted.leave()
        return opened
      }
      const { board } = opened
      const atMs = nowMs()
      if (query.atMs === null) push(board, advanceBoard(board.live, board.data, atMs), NOTHING_TOUCHED, atMs)
      const counter = { nextId: 2 }
      board.boardListeners.set(listener, counter)
      const head = headNow(atMs)
      board.lastHeadJson = JSON.stringify(head)
      listener({ id: 1, event: 'snapshot', data: snapshotJsonOf(board.live, head) })
      keep(board, NO_DIFFERENCE, atMs)
      arm()
      return {
        ok: true,
        close: () => {
          board.boardListeners.delete(listener)
          admitted.leave()
        }
      }
    },
    subscribeView: (query, listener) => {
      const settings = asked.settingsOf(query)
      const place = placeOf(query, settings)
      const viewKey = JSON.stringify([query.locationId, query.atMs, settings, place])
      const admitted = isMadeUp(query, place) ? limits.admit(query.peer ?? null, viewKey) : FREE
      if (!admitted.ok) return admitted
      const opened = openBoard({ ...query, groupId: null, customer: settings.customer })
      if (!opened.ok) {
        admitted.leave()
        return opened
      }
      const { board } = opened
      const atMs = nowMs()
      if (query.atMs === null) push(board, advanceBoard(board.live, board.data, atMs), NOTHING_TOUCHED, atMs)
      if (place !== null) crews.join(place, atMs)
      const closeView = board.views.open(settings, place, listener, headNow(atMs), wordsAtMs(board, atMs))
      keep(board, NO_DIFFERENCE, atMs)
      tellWanted()
      const closeReport = isScreen(query)
        ? shown.open({
            name: query.screen ?? null,
            locationId: query.locationId,
            locationName: board.live.location.name,
            level: settings.level,
            place,
            query,
            live: () => board.views.find(settings, place)
          })
        : null
      arm()
      return {
        ok: true,
        close: () => {
          closeView()
          closeReport?.()
          if (place !== null) crews.leave(place)
          admitted.leave()
          tellWanted()
        }
      }
    },
    screensOn: shown.on,
    viewOfPage: shown.viewOfPage,
    problems: () => [
      ...promotionProblemsOf(reader, overrides, stores.isServed),
      ...asked.problems(),
      ...screenProblemsOf(shown.list())
    ],
    shownScreens: shown.list,
    screenAlive: (query, report) => {
      if (query.phone === true) return
      if (typeof query.page === 'string') shown.take(query.page, report)
      const place = placeOf(query, asked.settingsOf(query))
      if (place === null) return
      const isFirst = crews.missesAtMs() === null
      crews.hear(place, nowMs())
      // The timer was set when there was nobody to miss.
      if (isFirst) arm()
    },
    applyChange,
    picturesChanged,
    logoChanged,
    feedsChanged: pushHeads,
    lookAtClock: look,
    stop: () => {
      stopped = true
      if (timer !== null) clearTimeout(timer)
      open.clear()
    }
  }
}

function audienceOf(query: BoardQuery): Audience {
  return { groupId: query.groupId, customer: query.customer }
}

function keyOf(query: BoardQuery): string {
  return `${query.locationId} ${query.groupId} ${query.customer} ${query.atMs}`
}

/** The instant a board's amounts and words are true for: its own, or now. */
function wordsAtMs(board: OpenBoard, nowMs: number): number {
  return board.query.atMs ?? nowMs
}

function isSameTrust(a: PriceTrust, b: PriceTrust): boolean {
  return a.amounts === b.amounts && a.offers === b.offers && a.time === b.time
}

const BUSY: { readonly ok: false } & BoardRefusal = {
  ok: false,
  status: 503,
  code: 'busy',
  message: `Boards of ${MOST_OTHER_INSTANTS} other instants are open already`
}
