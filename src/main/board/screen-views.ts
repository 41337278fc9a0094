import { earlierOf } from '../../domain/board/board-item.ts'
import type { ScreenSettings } from '../../shared/screen-settings.ts'
import type { ViewEvent } from '../engine/engine.types.ts'
import type { Crews, CrewPlace } from './crews.ts'
import type { BoardDifference, BoardHead, LiveBoard } from './live-board.ts'
import {
  ALWAYS_ON,
  createLiveView,
  followBoard,
  type HouseRules,
  type LiveView,
  pictureUrlsOf,
  viewOf
} from './live-view.ts'
import type { LocationData } from './location-data.ts'
import { lightOf } from './view-light.ts'

const MINUTE_MS = 60_000

/** What views are made from; the board's owner replaces both when the location itself differs. */
export interface ViewedBoard {
  readonly live: LiveBoard
  readonly data: LocationData
}

interface OpenView {
  readonly settings: ScreenSettings
  /** The screen's place among those that show the board together; null for one that shows it alone. */
  readonly place: CrewPlace | null
  live: LiveView
  readonly listeners: Set<(event: ViewEvent) => void>
}

/** The views of one board: one for each way a screen is set, each with the screens that show it. */
export interface ScreenViews {
  readonly isEmpty: () => boolean
  /** Gives the listener the whole view, then what differs, until the answer is called. */
  readonly open: (
    settings: ScreenSettings,
    place: CrewPlace | null,
    listener: (event: ViewEvent) => void,
    head: BoardHead,
    atMs: number
  ) => () => void
  /** The live view that a screen shows; null once nobody looks at it. */
  readonly find: (settings: ScreenSettings, place: CrewPlace | null) => LiveView | null
  /** Pushes what differs. `touched` are products whose facts were taken up anew. */
  readonly follow: (difference: BoardDifference, touched: Iterable<string>, head: BoardHead, atMs: number) => void
  /** Whether words or a set change by this instant though the board does not. */
  readonly isDue: (atMs: number) => boolean
  /** Makes views anew and gives them whole: all, or those of one crew. */
  readonly renew: (crewKey: string | null, head: BoardHead, atMs: number) => void
  /** Addresses of the pictures that screens show or would show, in their order. */
  readonly pictureUrls: () => readonly string[]
  readonly tellClock: (atMs: number) => void
  /** Calls the turn of the pages of screens that show the board together, on each whole dwell of the clock. */
  readonly callTurns: (atMs: number) => void
  /** When a view differs though its board does not: the minute, the day, a set, a group's sale. */
  readonly nextLookMs: (atMs: number) => number | null
}

/** `atMs` of every call is the instant the words are true for. */
export function createScreenViews(
  board: () => ViewedBoard,
  crews: Pick<Crews, 'shareOf'>,
  house: HouseRules
): ScreenViews {
  const views = new Map<string, OpenView>()
  let clock: string | null = null
  let turnsCalledToMs: number | null = null

  function liveViewOf(settings: ScreenSettings, place: CrewPlace | null, head: BoardHead, atMs: number): LiveView {
    const { live, data } = board()
    return createLiveView(live, data, head, settings, house, crews.shareOf(place), atMs)
  }

  return {
    isEmpty: () => views.size === 0,
    open: (settings, place, listener, head, atMs) => {
      const key = keyOf(settings, place)
      const view = views.get(key) ?? {
        settings,
        place,
        live: liveViewOf(settings, place, head, atMs),
        listeners: new Set()
      }
      views.set(key, view)
      const time = head.isTimeKnown ? view.live.format.time(atMs) : null
      clock ??= time
      view.listeners.add(listener)
      const whole = viewOf(view.live)
      // As of now: how far off what follows is goes on while a view stays as it is.
      const light = head.isTimeKnown ? lightOf({ ...view.live, location: board().live.location }, atMs) : ALWAYS_ON
      const askInMs = head.amountsUntilMs === null ? null : Math.max(0, head.amountsUntilMs - atMs)
      listener({ kind: 'view', view: { ...whole, head: { ...whole.head, clock: time, light, askInMs } } })
      return () => {
        view.listeners.delete(listener)
        if (view.listeners.size === 0 && views.get(key) === view) views.delete(key)
      }
    },
    find: (settings, place) => views.get(keyOf(settings, place))?.live ?? null,
    follow: (difference, touched, head, atMs) => {
      const { live, data } = board()
      for (const view of views.values()) {
        const patch = followBoard(view.live, live, data, head, difference, touched, atMs)
        if (patch !== null) for (const listener of view.listeners) listener({ kind: 'patch', patch })
      }
    },
    isDue: (atMs) =>
      [...views.values()].some(({ live }) => {
        const dueAtMs = earlierOf(live.looksAgainAtMs, live.groupBoard?.changesAtMs ?? null)
        return dueAtMs !== null && dueAtMs <= atMs
      }),
    renew: (crewKey, head, atMs) => {
      for (const view of views.values()) {
        if (crewKey !== null && view.place?.crewKey !== crewKey) continue
        const revision = view.live.revision + 1
        view.live = liveViewOf(view.settings, view.place, head, atMs)
        view.live.revision = revision
        view.live.head = { ...view.live.head, revision: String(revision) }
        const whole = viewOf(view.live)
        for (const listener of view.listeners) listener({ kind: 'view', view: whole })
      }
    },
    pictureUrls: () => [...views.values()].flatMap(({ live }) => pictureUrlsOf(live, board().data)),
    tellClock: (atMs) => {
      const [any] = views.values()
      const time = any?.live.format.time(atMs) ?? null
      if (time === null || time === clock) return
      clock = time
      for (const { live, listeners } of views.values())
        for (const listener of listeners) listener({ kind: 'clock', clock: live.format.time(atMs) })
    },
    callTurns: (atMs) => {
      const sinceMs = turnsCalledToMs ?? atMs
      turnsCalledToMs = atMs
      for (const { place, settings, listeners } of views.values()) {
        if (place === null || Math.floor(sinceMs / dwellMsOf(settings)) === Math.floor(atMs / dwellMsOf(settings)))
          continue
        for (const listener of listeners) listener({ kind: 'beat' })
      }
    },
    nextLookMs: (atMs) => {
      let soonestMs: number | null = null
      for (const { live, place, settings } of views.values()) {
        if (place !== null) soonestMs = earlierOf(soonestMs, nextTurnMs(settings, atMs))
        soonestMs = earlierOf(soonestMs, Math.floor(atMs / MINUTE_MS) * MINUTE_MS + MINUTE_MS)
        soonestMs = earlierOf(soonestMs, live.looksAgainAtMs)
        soonestMs = earlierOf(soonestMs, live.groupBoard?.changesAtMs ?? null)
      }
      return soonestMs
    }
  }
}

function keyOf(settings: ScreenSettings, place: CrewPlace | null): string {
  return JSON.stringify([settings, place])
}

function dwellMsOf(settings: ScreenSettings): number {
  return settings.dwellSeconds * 1000
}

function nextTurnMs(settings: ScreenSettings, atMs: number): number {
  const dwellMs = dwellMsOf(settings)
  return (Math.floor(atMs / dwellMs) + 1) * dwellMs
}
