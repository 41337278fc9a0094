import { setTimeout } from 'node:timers/promises'
import type { FeedName } from '../../shared/board-snapshot.ts'
import type { CovaFailureCode } from '../../shared/setup.ts'
import type { CovaFailure, CovaResult } from '../cova/cova-failure.ts'
import type { CovaClient } from '../cova/cova-client.types.ts'
import type { PriceSet } from '../cova/records.ts'
import type { StoreFailure } from '../store/store-failure.ts'
import type { StoreChange, StoreWriter } from '../store/store.types.ts'
import { CATALOGUE_OVERLAP_MS, isFullPromotionsDue } from './cadence.ts'
import type { CorrectedClock } from './corrected-clock.ts'
import { createPassLanding, type HoldingLimits, type PassLanding } from './pass-landing.ts'
import type { SyncHold } from './sync-hold.ts'

const CATALOGUE_TOP = 500
const SMALLEST_TOP = 25
const PRICE_TOP = 500
/** Pages in a row that bring nothing new before paging counts as broken: some servers ignore `skip`. */
const REPEATED_PAGES_ALLOWED = 3

export interface PassHost {
  readonly client: CovaClient
  readonly store: StoreWriter
  readonly clock: CorrectedClock
  readonly onChange: (change: StoreChange) => void
  /** A run of the feed begins; of a full one the host may know how many records to expect. */
  readonly onStart: (feed: FeedName, kind: 'full' | 'changes') => void
  readonly onProgress: (feed: FeedName, records: number) => void
  /** Where products stand in the whole catalogue, as a full pass meets them. */
  readonly onPlaces: (skip: number, productIds: readonly string[]) => void
  readonly hold: SyncHold
  /**
   * A clock that nobody sets, for the order in which replies were asked for: by the server's, one that ran ahead for a
   * while would make every later reply look old.
   */
  readonly steadyMs: () => number
  /** First pause before a bulk page is asked for by half; it doubles. */
  readonly firstPauseMs: number
  /** How much of a pass is kept until it has come whole; the product's own by default. */
  readonly holdingLimits?: HoldingLimits
}

/** Why a run failed: Cova's answer, or a store that cannot write. */
export interface SyncFailure {
  readonly code: CovaFailureCode | StoreFailure['code'] | 'internal-error'
  readonly message: string
  readonly retryAfterMs: number | null
}

export type PassResult =
  | { readonly ok: true; readonly heldBack: boolean }
  | { readonly ok: false; readonly failure: SyncFailure }

const NOT_ADVANCING: CovaFailure = {
  code: 'bad-reply',
  message: 'Cova repeats the same page again and again, so the end of the list is never reached',
  status: null,
  retryAfterMs: null
}

/** Waits, or not, when the sync is being stopped: the next call then says that it was cancelled. */
async function pause(delayMs: number, signal: AbortSignal): Promise<void> {
  await setTimeout(delayMs, undefined, { signal }).catch(() => {})
}

/** One call's answer; null where a manager held the sync meanwhile, once it goes on. What has come lands before that wait. */
async function askedUnlessHeld<T>(
  host: PassHost,
  landing: PassLanding,
  call: (signal: AbortSignal) => Promise<CovaResult<T>>
): Promise<CovaResult<T> | null> {
  const { hold } = host
  if (hold.isHeld()) {
    landing.landHeld()
    await hold.released()
    if (!hold.isStopped()) return null
  }
  const reply = await call(hold.signal())
  host.clock.learn(host.client.clockOffsetMs(), host.client.clockReadings())
  if (reply.ok || reply.failure.code !== 'cancelled') return reply
  landing.landHeld()
  await hold.released()
  return hold.isStopped() ? reply : null
}

/** The same for what comes whole: asked again until it has come. */
async function asked<T>(
  host: PassHost,
  landing: PassLanding,
  call: (signal: AbortSignal) => Promise<CovaResult<T>>
): Promise<CovaResult<T>> {
  for (;;) {
    const reply = await askedUnlessHeld(host, landing, call)
    if (reply !== null) return reply
  }
}

/** Opens a run for a pass; a pass that throws has its run closed, as far as the store can. */
async function inRun(
  host: PassHost,
  feed: FeedName,
  kind: 'full' | 'changes',
  pass: (runId: number, landing: PassLanding) => Promise<PassResult>
): Promise<PassResult> {
  // A cache that has never been filled has no state that a board could be half of: it shows what it has.
  const holds = host.store.lastFullPassStartedAtMs() !== null
  const runId = host.store.startRun(feed, kind, host.clock.nowMs())
  host.onStart(feed, kind)
  const { store, steadyMs, onChange } = host
  const limits = host.holdingLimits === undefined ? {} : { limits: host.holdingLimits }
  const landing = createPassLanding({ store, runId, holds, steadyMs, onChange, ...limits })
  try {
    return await pass(runId, landing)
  } catch (error) {
    try {
      host.onChange(host.store.failRun(runId, { code: 'internal-error', message: String(error) }, host.clock.nowMs()))
    } catch {
      // The store cannot write: that is what is thrown on.
    }
    throw error
  }
}

/** What the pass brought before it failed is newer than what is stored, and lands. */
function failed(host: PassHost, runId: number, landing: PassLanding, failure: CovaFailure): PassResult {
  landing.landHeld()
  const error = { code: failure.code, message: failure.message }
  host.onChange(host.store.failRun(runId, error, host.clock.nowMs()))
  return { ok: false, failure }
}

function finished(host: PassHost, runId: number, landing: PassLanding, cursorMs: number | null): PassResult {
  const end = landing.end(() => host.store.finishRun(runId, cursorMs, host.clock.nowMs()))
  return { ok: true, heldBack: end.heldBack }
}

/** Locations and the company tree above them: one feed, both in one run. */
export function passLocations(host: PassHost): Promise<PassResult> {
  return inRun(host, 'locations', 'full', async (runId, landing) => {
    const locations = await asked(host, landing, (signal) => host.client.fetchLocations(signal))
    if (!locations.ok) return failed(host, runId, landing, locations.failure)
    const { value } = locations
    landing.add(value.locations.length, () => host.store.landLocations(runId, value, host.clock.nowMs()))
    host.onProgress('locations', value.locations.length)
    const tree = await asked(host, landing, (signal) => host.client.fetchTree(signal))
    if (!tree.ok) return failed(host, runId, landing, tree.failure)
    landing.add(tree.value.nodes.length, () => host.store.landTree(runId, tree.value, host.clock.nowMs()))
    return finished(host, runId, landing, null)
  })
}

/** Which locations price with taxes included. */
export function passTaxes(host: PassHost): Promise<PassResult> {
  return inRun(host, 'taxes', 'full', async (runId, landing) => {
    const reply = await asked(host, landing, (signal) => host.client.fetchTaxPricing(signal))
    if (!reply.ok) return failed(host, runId, landing, reply.failure)
    const { value } = reply
    landing.add(value.configurations.length, () => host.store.landTaxPricing(runId, value, host.clock.nowMs()))
    host.onProgress('taxes', value.configurations.length)
    return finished(host, runId, landing, null)
  })
}

/**
 * Promotions with the products they list, and, when that is due or `full` asks for it, what they do. The second list failing
 * fails the run; the first has landed all the same.
 */
export function passPromotions(host: PassHost, full: boolean): Promise<PassResult> {
  return inRun(host, 'promotions', 'full', async (runId, landing) => {
    const reply = await asked(host, landing, (signal) => host.client.fetchPromotions(signal))
    if (!reply.ok) return failed(host, runId, landing, reply.failure)
    const { value } = reply
    const records = value.promotions.length
    host.onProgress('promotions', records)
    // The two land together: a promotion's new version never stands without what it does.
    landing.add(records, () => host.store.landPromotions(runId, value, host.clock.nowMs()))
    const reading = host.store.fullPromotionsReading(value.promotions)
    if (!full && !isFullPromotionsDue(reading, host.clock.nowMs())) return finished(host, runId, landing, null)
    const whole = await asked(host, landing, (signal) => host.client.fetchFullPromotions(signal))
    if (!whole.ok) return failed(host, runId, landing, whole.failure)
    landing.add(whole.value.promotions.length, () =>
      host.store.landFullPromotions(runId, whole.value, host.clock.nowMs())
    )
    host.onProgress('promotions', records + whole.value.promotions.length)
    return finished(host, runId, landing, null)
  })
}

/**
 * Catalogue with availability, prices and tax rates: everything, or what changed since `changedSinceMs`. Pages until one
 * is empty; a server error on a bulk page is tried again with half the page (wire reference, Endpoints).
 */
export function passCatalogue(host: PassHost, changedSinceMs: number | null): Promise<PassResult> {
  return inRun(host, 'catalogue', changedSinceMs === null ? 'full' : 'changes', async (runId, landing) => {
    const seen = new Set<string>()
    let cursorMs: number | null = null
    let top = CATALOGUE_TOP
    let skip = 0
    let lastCount = 0
    let repeatedPages = 0
    let pauseMs = host.firstPauseMs
    for (;;) {
      const askedAtMs = host.steadyMs()
      const asOfMs = changedSinceMs === null ? null : changedSinceMs - CATALOGUE_OVERLAP_MS
      const query = { skip, top, changedSinceMs: asOfMs }
      const page = await askedUnlessHeld(host, landing, (signal) => host.client.fetchCataloguePage(query, signal))
      if (page === null) {
        // What left the list meanwhile has moved the rest up: the page before is read again, with a time of its own.
        skip = Math.max(0, skip - lastCount)
        lastCount = 0
        repeatedPages = 0
        continue
      }
      if (!page.ok) {
        if ((page.failure.code === 'server-error' || page.failure.code === 'timeout') && top > SMALLEST_TOP) {
          top = Math.max(SMALLEST_TOP, Math.floor(top / 2))
          await pause(Math.max(pauseMs, page.failure.retryAfterMs ?? 0), host.hold.signal())
          pauseMs *= 2
          continue
        }
        return failed(host, runId, landing, page.failure)
      }
      cursorMs ??= page.value.askedAtMs
      if (changedSinceMs === null) host.onPlaces(skip, page.value.presentProductIds)
      const came = { ...page.value, askedAtMs }
      landing.add(recordsOf(came.prices.flatMap(({ sets }) => sets)) + 10 * came.products.length, () =>
        host.store.landCataloguePage(runId, came, host.clock.nowMs())
      )
      if (page.value.count === 0) break
      skip += page.value.count
      lastCount = page.value.count
      const seenBefore = seen.size
      for (const productId of page.value.presentProductIds) seen.add(productId)
      repeatedPages = seen.size === seenBefore ? repeatedPages + 1 : 0
      if (repeatedPages >= REPEATED_PAGES_ALLOWED) return failed(host, runId, landing, NOT_ADVANCING)
      host.onProgress('catalogue', seen.size)
    }
    return finished(host, runId, landing, cursorMs)
  })
}

/** Changed prices since an instant of server time, paged until empty. */
export function passPrices(host: PassHost, asOfMs: number): Promise<PassResult> {
  return inRun(host, 'prices', 'changes', async (runId, landing) => {
    const seen = new Set<string>()
    let cursorMs: number | null = null
    let skip = 0
    let lastCount = 0
    let repeatedPages = 0
    for (;;) {
      const askedAtMs = host.steadyMs()
      const query = { asOfMs, skip, top: PRICE_TOP }
      const page = await askedUnlessHeld(host, landing, (signal) => host.client.fetchPricePage(query, signal))
      if (page === null) {
        skip = Math.max(0, skip - lastCount)
        lastCount = 0
        repeatedPages = 0
        continue
      }
      if (!page.ok) return failed(host, runId, landing, page.failure)
      cursorMs ??= page.value.askedAtMs
      const came = { ...page.value, askedAtMs }
      landing.add(recordsOf(came.sets), () => host.store.landPricePage(runId, came, host.clock.nowMs()))
      if (page.value.count === 0) break
      skip += page.value.count
      lastCount = page.value.count
      const seenBefore = seen.size
      for (const { locationId, productId } of page.value.sets) seen.add(`${locationId} ${productId}`)
      // A page of rejected records alone brings no set either; three of those end the poll as a page that repeats does.
      repeatedPages = seen.size === seenBefore ? repeatedPages + 1 : 0
      if (repeatedPages >= REPEATED_PAGES_ALLOWED) return failed(host, runId, landing, NOT_ADVANCING)
      host.onProgress('prices', seen.size)
    }
    return finished(host, runId, landing, cursorMs)
  })
}

function recordsOf(sets: readonly PriceSet[]): number {
  return sets.reduce((sum, { records }) => sum + records.length, 0)
}
