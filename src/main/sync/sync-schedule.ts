import type { LocationFacts } from '../../domain/board/board-facts.ts'
import { SAMPLE_BLOCK } from '../../domain/parity/sample-plan.ts'
import type { FeedName } from '../../shared/board-snapshot.ts'
import { connectionWayOf } from '../../domain/health/connection-fault.ts'
import type { SyncFault, SyncProgress } from '../../shared/setup.ts'
import { storeFailureOf } from '../store/store-failure.ts'
import type { FeedState } from '../store/store.types.ts'
import {
  backDelayOf,
  CONFIRM_AFTER_MS,
  FULL_PASS_INTERVAL_MS,
  intervalOf,
  jittered,
  pricePollOf,
  retryDelayOf
} from './cadence.ts'
import { createSyncHold } from './sync-hold.ts'
import {
  passCatalogue,
  passLocations,
  passPrices,
  passPromotions,
  passTaxes,
  type PassHost,
  type PassResult,
  type SyncFailure
} from './feed-passes.ts'
import { passSample, type SampleResult } from './sample-pass.ts'

export const FEEDS: readonly FeedName[] = ['locations', 'taxes', 'catalogue', 'promotions', 'prices']

/** The second's resolution of the server's clock, and then some. */
const CURSOR_SLACK_MS = 60_000

export interface SyncScheduleOptions extends Omit<
  PassHost,
  'onStart' | 'onProgress' | 'onPlaces' | 'hold' | 'steadyMs' | 'firstPauseMs'
> {
  /** First pause before a bulk page is asked for by half: 500 ms. */
  readonly firstPauseMs?: number
  readonly priceIntervalMs: number
  readonly onProgress: (progress: readonly SyncProgress[]) => void
  /** After every run, whether it brought something or not: health and price age may have changed. */
  readonly onRun: (feed: FeedName) => void
  readonly random?: () => number
}

export interface SyncSchedule {
  /** Starts asking. */
  readonly start: () => void
  /** Every feed once, in full. Answers the first failure in words, or null. */
  readonly syncOnce: () => Promise<string | null>
  /** Failures that could not be written down, e.g. for want of disk; gone with the feed's next run that could. */
  readonly unrecordedErrors: () => ReadonlyMap<FeedName, NonNullable<FeedState['lastError']>>
  /** Asks every feed now that nothing keeps from it: a run under way, a hold, the server's own wait. */
  readonly askNow: () => void
  /** Ends the calls under way and asks nothing more, until released or for a quarter of an hour. False: nothing was under way. */
  readonly hold: () => boolean
  /** Goes on from where each pass was held. */
  readonly release: () => void
  readonly state: () => SyncState
  /** The network or the machine is back: ask what is overdue now. */
  readonly wake: () => void
  /** Fetches some of the catalogue afresh, from each of these places on, and compares it with what is stored. */
  readonly sample: (skips: readonly number[], locations: readonly LocationFacts[]) => Promise<SampleOutcome>
  /** Where products stand in Cova's catalogue, as far as it has been read since the start. */
  readonly places: () => ReadonlyMap<string, number>
  readonly stop: () => Promise<void>
}

export type SampleOutcome =
  | Extract<SampleResult, { readonly ok: true }>
  | { readonly ok: false; readonly message: string }
export interface SyncState {
  readonly isHeld: boolean
  readonly running: readonly FeedName[]
  readonly progress: readonly SyncProgress[]
}

interface FeedLoop {
  failures: number
  timer: NodeJS.Timeout | null
  running: Promise<unknown> | null
  askAgain: boolean
  /** Came due while the sync was held. */
  waits: boolean
  /** By the steady clock: before it the server does not want to be asked. */
  notBeforeMs: number
}

/** Asks every feed at its cadence, one run of a feed at a time (wire reference, cadence). */
export function createSyncSchedule(options: SyncScheduleOptions): SyncSchedule {
  const { store, clock, priceIntervalMs } = options
  const random = options.random ?? Math.random
  const abort = new AbortController()
  const loops = new Map<FeedName, FeedLoop>(
    FEEDS.map((feed) => [
      feed,
      { failures: 0, timer: null, running: null, askAgain: false, waits: false, notBeforeMs: 0 }
    ])
  )
  const progress = new Map<FeedName, SyncProgress>()
  const places = new Map<string, number>()
  const unrecorded = new Map<FeedName, NonNullable<FeedState['lastError']>>()
  let fullPassWanted = false
  let started = false
  let lastWakeMs = 0

  function tell(feed: FeedName, change: Partial<SyncProgress>): void {
    const before = progress.get(feed) ?? { feed, records: 0, done: false, error: null }
    progress.set(feed, { ...before, ...change })
    options.onProgress([...progress.values()])
  }

  function notePlaces(skip: number, productIds: readonly string[]): void {
    // A full pass begins: whatever stood elsewhere before has moved.
    if (skip === 0 && productIds.length > SAMPLE_BLOCK) places.clear()
    productIds.forEach((productId, index) => places.set(productId, skip + index))
  }
  const hold = createSyncHold(abort.signal, {
    onReleased: () => {
      for (const [feed, loop] of loops) if (loop.waits) schedule(feed, 0)
    }
  })

  const steadyFromMs = clock.nowMs() - Math.floor(performance.now())
  const host: PassHost = {
    client: options.client,
    store,
    clock,
    onChange: options.onChange,
    onStart: (feed, kind) => {
      // The others come in one reply: there is no part of the way to show.
      const expected = kind === 'full' && feed === 'catalogue' ? store.recordsOfLastFull(feed) : null
      progress.delete(feed)
      tell(feed, expected === null ? {} : { expected })
    },
    onProgress: (feed, records) => tell(feed, { records }),
    onPlaces: notePlaces,
    hold,
    // Began at the device's time, and only goes on from there.
    steadyMs: () => steadyFromMs + Math.floor(performance.now()),
    firstPauseMs: options.firstPauseMs ?? 500
  }

  function fullPassDue(): boolean {
    const lastMs = store.lastFullPassStartedAtMs()
    return (
      fullPassWanted ||
      lastMs === null ||
      clock.nowMs() - lastMs >= FULL_PASS_INTERVAL_MS ||
      // A clock that was far ahead when the pass ran must not put the next one off for years.
      lastMs > clock.nowMs() + FULL_PASS_INTERVAL_MS
    )
  }

  /** Server time up to which prices are known whole: by the last poll, or by a full pass. */
  function pricesCoveredToMs(): number | null {
    const pollMs = store.feedStates().prices.cursorMs
    const passMs = store.lastFullPassStartedAtMs()
    if (pollMs === null || passMs === null) return pollMs ?? passMs
    return Math.max(pollMs, passMs)
  }

  async function passOf(feed: FeedName, full: boolean): Promise<PassResult> {
    switch (feed) {
      case 'locations':
        return passLocations(host)
      case 'taxes': {
        const result = await passTaxes(host)
        if (store.locations({ timeZones: {}, currencies: {} }).some(({ amountsHeld }) => amountsHeld)) wantFullPass()
        return result
      }
      case 'promotions':
        return passPromotions(host, full)
      case 'catalogue': {
        const cursorMs = store.feedStates().catalogue.cursorMs
        // A cursor ahead of now is of a server's clock that has been put back since.
        const usable = cursorMs !== null && cursorMs <= clock.nowMs() + CURSOR_SLACK_MS
        if (!full && !fullPassDue() && usable) return passCatalogue(host, cursorMs)
        fullPassWanted = false
        const result = await passCatalogue(host, null)
        if (!result.ok || result.heldBack) fullPassWanted = true
        return result
      }
      case 'prices': {
        const poll = pricePollOf(clock.nowMs(), pricesCoveredToMs(), priceIntervalMs)
        // The poll itself reaches back over the absence: the pass that checks it need not come with everybody else's.
        if (poll.absent) wantFullPass(backDelayOf('catalogue', random()))
        return passPrices(host, poll.asOfMs)
      }
    }
  }

  /** A store that cannot write fails the feed and leaves the board; so does a fault of ours, which is logged. */
  async function attempt(feed: FeedName, full: boolean): Promise<PassResult> {
    try {
      const result = await passOf(feed, full)
      unrecorded.delete(feed)
      return result
    } catch (error) {
      const known = storeFailureOf(error, 'the data directory')
      // Only a start can put a damaged database aside: the host starts the engine anew.
      if (known?.code === 'database-corrupt') throw error
      if (known === null) console.error(error)
      const failure = known ?? { code: 'internal-error' as const, message: `A fault in Topshelf: ${String(error)}` }
      unrecorded.set(feed, { atMs: clock.nowMs(), code: failure.code, message: failure.message })
      return { ok: false, failure: { ...failure, retryAfterMs: null } }
    }
  }

  async function run(feed: FeedName, full = false): Promise<PassResult> {
    const loop = loops.get(feed) as FeedLoop
    tell(feed, { done: false })
    const running = attempt(feed, full)
    loop.running = running
    const result = await running
    loop.running = null
    loop.failures = result.ok ? 0 : loop.failures + 1
    loop.notBeforeMs = performance.now() + (result.ok ? 0 : (result.failure.retryAfterMs ?? 0))
    tell(feed, { done: result.ok, error: result.ok ? null : faultOf(result.failure) })
    options.onRun(feed)
    return result
  }

  function nextDelayOf(feed: FeedName, result: PassResult): number {
    const loop = loops.get(feed) as FeedLoop
    const intervalMs = intervalOf(feed, priceIntervalMs)
    if (!result.ok) return retryDelayOf(loop.failures, intervalMs, result.failure, random())
    return jittered(result.heldBack ? Math.min(CONFIRM_AFTER_MS, intervalMs) : intervalMs, random())
  }

  function schedule(feed: FeedName, delayMs: number): void {
    const loop = loops.get(feed) as FeedLoop
    if (abort.signal.aborted) return
    if (loop.timer !== null) clearTimeout(loop.timer)
    loop.timer = setTimeout(() => {
      loop.timer = null
      void turn(feed)
    }, delayMs)
  }

  async function turn(feed: FeedName): Promise<void> {
    if (abort.signal.aborted) return
    const loop = loops.get(feed) as FeedLoop
    if (loop.running !== null) {
      loop.askAgain = true
      return
    }
    loop.waits = hold.isHeld()
    if (loop.waits) return
    const result = await run(feed)
    const again = loop.askAgain
    loop.askAgain = false
    schedule(feed, again ? 0 : nextDelayOf(feed, result))
  }

  function wantFullPass(delayMs = 0): void {
    fullPassWanted = true
    if (!started) return
    const loop = loops.get('catalogue') as FeedLoop
    // Under way already: it may have begun before what calls for it, so another follows.
    if (loop.running !== null) loop.askAgain = true
    else if (loop.failures === 0) schedule('catalogue', delayMs)
  }

  /** Where and how prices are shown comes first; the rest side by side, so that one silent feed holds up no other. */
  async function firstRound(): Promise<void> {
    for (const feed of ['locations', 'taxes'] as const) await turn(feed)
    await Promise.all((['catalogue', 'promotions', 'prices'] as const).map((feed) => turn(feed)))
  }

  return {
    start: () => {
      started = true
      void firstRound()
    },
    syncOnce: async () => {
      let firstFailure: string | null = null
      for (const feed of FEEDS) {
        const result = await run(feed, true)
        if (!result.ok) firstFailure ??= `${feed}: ${result.failure.message}`
      }
      return firstFailure
    },
    unrecordedErrors: () => unrecorded,
    askNow: () => {
      hold.release()
      for (const [feed, loop] of loops)
        if (started && loop.running === null && performance.now() >= loop.notBeforeMs) schedule(feed, 0)
    },
    hold: () => {
      const isUnderWay = [...loops.values()].some(({ running }) => running !== null)
      if (isUnderWay) hold.hold()
      return isUnderWay
    },
    release: hold.release,
    state: () => ({
      isHeld: hold.isHeld(),
      running: FEEDS.filter((feed) => loops.get(feed)?.running !== null),
      progress: [...progress.values()]
    }),
    wake: () => {
      const nowMs = clock.nowMs()
      if (!started || Math.abs(nowMs - lastWakeMs) < 5000) return
      lastWakeMs = nowMs
      for (const feed of FEEDS) {
        const loop = loops.get(feed) as FeedLoop
        if (loop.timer === null) continue
        const lastMs = store.feedStates()[feed].lastSuccessAtMs
        const overdue = lastMs === null || nowMs - lastMs >= intervalOf(feed, priceIntervalMs) || nowMs < lastMs
        if (overdue) schedule(feed, backDelayOf(feed, random()))
      }
    },
    sample: async (skips, locations) => {
      try {
        const result = await passSample(host, skips, locations, notePlaces, abort.signal)
        return result.ok ? result : { ok: false, message: result.failure.message }
      } catch (error) {
        const failure = storeFailureOf(error, 'the data directory')
        if (failure === null || failure.code === 'database-corrupt') throw error
        return { ok: false, message: failure.message }
      }
    },
    places: () => places,
    stop: async () => {
      abort.abort()
      for (const loop of loops.values()) if (loop.timer !== null) clearTimeout(loop.timer)
      await Promise.allSettled([...loops.values()].map(({ running }) => running))
    }
  }
}

function faultOf({ code, message }: SyncFailure): SyncFault {
  return { code, way: code === 'unreachable' ? connectionWayOf(message) : null, message }
}
