import { screenProblemsOf } from '../../domain/screen/screen-problems.ts'
import type { ScreenSettings } from '../../shared/screen-settings.ts'
import type { BoardQuery, BoardRefusal, JsonAnswer } from '../engine/engine.types.ts'
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
  createLiveBoard,
  dueItemsOf,
  NO_DIFFERENCE,
  rebuildItems,
  rebuildWhole,
  snapshotJsonOf
} from './live-board.ts'
import { reloadProducts, reloadPromotions } from './location-data.ts'
import { createOpenLimits, FREE } from './open-limits.ts'
import { audienceOf, createOpenBoards, keyOf, NOTHING_TOUCHED, wordsAtMs } from './open-boards.ts'
import { trustAt } from './price-age.ts'
import { createServedStores } from './served-stores.ts'
import { createShownScreens } from './shown-screens.ts'

/** Whole boards are looked at this often: ends and changes come within the horizon of 60 days as time goes on. */
const WHOLE_LOOK_MS = 60 * 60 * 1000
/** The timer never sleeps longer: a machine that slept or a clock that was set is noticed within this. */
const LONGEST_SLEEP_MS = 10_000
/** A clock that went back by more than this was set. */
const BACKWARD_JUMP_MS = 1000

/** A service over a store that somebody else writes to, and who then calls `applyChange` and `feedsChanged`. */
export function createBoardService(options: BoardServiceOptions): BoardService {
  const { reader, nowMs, overrides } = options
  const stores = createServedStores(options, () => trustAt(reader, options, nowMs()))
  const crews = createCrews((crewKey) => boards.shareOutAnew(crewKey))
  const boards = createOpenBoards(options, stores, crews, () => arm())
  const { headNow, keepTrust, push, advance, renew } = boards
  const previews = createBoardPreviews(options)
  const asked = createAskedScreens(options)
  const shown = createShownScreens(options, crews, stores.find, headNow)
  const limits = createOpenLimits()
  let timer: NodeJS.Timeout | null = null
  let stopped = false

  function look(): void {
    const atMs = nowMs()
    crews.missSilent(atMs)
    keepTrust(atMs)
    for (const board of boards.all()) {
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
      if (boards.trusted()?.time !== false) board.views.tellClock(wordsAtMs(board, atMs))
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
    const trustEndsMs = boards.trusted()?.changesAtMs ?? null
    if (trustEndsMs !== null) soonestMs = Math.min(soonestMs, trustEndsMs)
    for (const board of boards.all()) {
      if (board.live.changesAtMs !== null && board.query.atMs === null)
        soonestMs = Math.min(soonestMs, board.live.changesAtMs)
      if (!boards.isWatched(board)) continue
      if (staleAtMs > atMs) soonestMs = Math.min(soonestMs, staleAtMs)
      soonestMs = Math.min(soonestMs, board.views.nextLookMs(atMs) ?? Infinity)
    }
    return soonestMs
  }

  function arm(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (stopped || boards.isEmpty()) return
    const atMs = nowMs()
    timer = setTimeout(look, Math.max(1, nextLookMs(atMs) - atMs))
    timer.unref()
  }

  /** What screens show may have changed, and so which pictures are fetched and kept. */
  function tellWanted(): void {
    options.pictures.want(new Set([...boards.all()].flatMap(({ views }) => views.pictureUrls())))
  }

  function picturesChanged(urls: ReadonlySet<string>): void {
    const atMs = nowMs()
    const head = headNow(atMs)
    for (const board of boards.all()) {
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
    for (const board of boards.all()) board.views.follow(NO_DIFFERENCE, NOTHING_TOUCHED, head, wordsAtMs(board, atMs))
  }

  function applyChange(change: StoreChange): void {
    const atMs = nowMs()
    keepTrust(atMs)
    if (change.locations) {
      stores.forgetAll()
      for (const board of boards.all()) renew(board, atMs)
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
    if (change.promotions && boards.trusted()?.offers === false) {
      for (const board of boards.all()) renew(board, atMs)
      arm()
      return
    }
    for (const board of boards.all()) {
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
    for (const board of boards.all()) push(board, NO_DIFFERENCE, NOTHING_TOUCHED, atMs)
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
    const opened = boards.open(query)
    if (!opened.ok) return opened
    const { board } = opened
    if (board.live.atMs > atMs + BACKWARD_JUMP_MS) look()
    else advance(board, atMs)
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
        (audience) => boards.find({ locationId, ...audience, atMs: null })?.live ?? null
      )
    },
    boardJson: boardAt,
    timelineJson: (query) => timelineJsonOf(query, stores.find, nowMs()),
    basketJson: (body) => basketJsonOf(body, stores.find, nowMs(), options),
    kioskJson: (query, call, body) =>
      kioskJsonOf(call, body, () => {
        const settings = asked.settingsOf(query)
        const opened = boards.open({ ...query, groupId: null, customer: settings.customer })
        if (!opened.ok) return opened
        const { live, data } = opened.board
        const atMs = nowMs()
        // As the screen itself follows it: a sale that has begun is in the answer too.
        if (query.atMs === null) advance(opened.board, atMs)
        return { ok: true, menu: kioskMenuOf(live, data, settings, options, query.atMs ?? atMs) }
      }),
    subscribeBoard: (query, listener) => {
      const admitted = query.groupId === null ? FREE : limits.admit(query.peer ?? null, `board ${keyOf(query)}`)
      if (!admitted.ok) return admitted
      const opened = boards.open(query)
      if (!opened.ok) {
        admitted.leave()
        return opened
      }
      const { board } = opened
      const atMs = nowMs()
      if (query.atMs === null) advance(board, atMs)
      const counter = { nextId: 2 }
      board.boardListeners.set(listener, counter)
      const head = headNow(atMs)
      board.lastHeadJson = JSON.stringify(head)
      listener({ id: 1, event: 'snapshot', data: snapshotJsonOf(board.live, head) })
      boards.keep(board, NO_DIFFERENCE, atMs)
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
      const opened = boards.open({ ...query, groupId: null, customer: settings.customer })
      if (!opened.ok) {
        admitted.leave()
        return opened
      }
      const { board } = opened
      const atMs = nowMs()
      if (query.atMs === null) advance(board, atMs)
      if (place !== null) crews.join(place, atMs)
      const closeView = board.views.open(settings, place, listener, headNow(atMs), wordsAtMs(board, atMs))
      boards.keep(board, NO_DIFFERENCE, atMs)
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
      boards.closeAll()
    }
  }
}
