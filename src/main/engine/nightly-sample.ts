import type { LocationFacts } from '../../domain/board/board-facts.ts'
import { foundProblem } from '../../domain/health/found-problem.ts'
import { nextSampleMs, type SampleCatalogue, sampleSkipsOf, type Stratum } from '../../domain/parity/sample-plan.ts'
import { dayOfWall } from '../../domain/schedule/wall-clock.ts'
import { wallOfInstant } from '../../domain/schedule/zone-offsets.ts'
import type { FoundProblem } from '../../shared/problem.ts'
import type { SampleRun } from '../store/register-records.ts'
import { storeFailureOf } from '../store/store-failure.ts'
import type { StoreWriter } from '../store/store.types.ts'
import type { SyncSchedule } from '../sync/sync-schedule.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** The clock is looked at this often: a machine that slept through the hour notices. */
const LOOK_MS = 10 * MINUTE_MS
/** A night that was missed because the program was off is made up for so long after the start. */
const AFTER_START_MS = 20 * MINUTE_MS
/** Two nights' samples lie no further apart than a day and the hour they are spread over. */
const LONGEST_APART_MS = DAY_MS + 60 * MINUTE_MS + LOOK_MS
const NAMES_TOLD = 3

/** Fetches a sample of products again every night, and whenever somebody asks. */
export interface NightlySample {
  /** Null without a source or before the first sync. */
  readonly now: () => Promise<SampleRun | null>
  readonly problems: () => readonly FoundProblem[]
  readonly stop: () => void
}

export function createNightlySample(options: {
  readonly sync: SyncSchedule | null
  readonly store: StoreWriter
  /** Served locations, this machine's own first. */
  readonly locations: () => readonly LocationFacts[]
  readonly nowMs: () => number
  /** False: only when somebody asks. */
  readonly isNightly: boolean
}): NightlySample {
  const { sync, store, nowMs } = options
  const startedAtMs = nowMs()
  let running: Promise<SampleRun | null> | null = null
  let timer: NodeJS.Timeout | null = null
  let lookedAtMs = startedAtMs
  let isStopped = false

  function zone(): string {
    return options.locations().find(({ timeZone }) => timeZone !== null)?.timeZone ?? 'UTC'
  }

  async function take(isNightly: boolean): Promise<SampleRun | null> {
    // Whoever holds the sync wants Cova left alone.
    if (sync === null || sync.state().isHeld || store.lastFullPassStartedAtMs() === null) return null
    const atMs = nowMs()
    const day = dayOfWall(wallOfInstant(zone(), atMs))
    const locations = options.locations()
    const result = await sync.sample(sampleSkipsOf(catalogueOf(store, sync, locations), day), locations)
    // The store is being closed.
    if (isStopped) return null
    const run: SampleRun = result.ok
      ? { atMs, isNightly, checked: result.checked, differed: result.differed, error: null }
      : { atMs, isNightly, checked: 0, differed: 0, error: result.message }
    try {
      store.register.keepSample(run, result.ok ? result.products.map((product) => ({ ...product, atMs })) : [])
    } catch (error) {
      if (storeFailureOf(error, '') === null) throw error
    }
    return run
  }

  function sample(isNightly: boolean): Promise<SampleRun | null> {
    running ??= take(isNightly).finally(() => {
      running = null
    })
    return running
  }

  function look(): void {
    const atMs = nowMs()
    const lastMs = store.register.lastSample()?.atMs ?? null
    const dueMs = nextSampleMs(lookedAtMs, zone(), store.owner() ?? '')
    const isMissed = (lastMs === null || atMs - lastMs > LONGEST_APART_MS) && atMs - startedAtMs >= AFTER_START_MS
    // A clock that was set looks from where it is now.
    const isDue = dueMs <= atMs && atMs - dueMs <= 2 * LOOK_MS
    lookedAtMs = atMs
    if (isDue || isMissed) sample(true).catch((error: unknown) => console.error(error))
    const untilMs = nextSampleMs(atMs, zone(), store.owner() ?? '') - atMs
    timer = setTimeout(look, Math.min(LOOK_MS, Math.max(1, untilMs)))
    timer.unref()
  }

  if (options.isNightly && sync !== null) {
    timer = setTimeout(look, LOOK_MS)
    timer.unref()
  }
  return {
    now: () => sample(false),
    problems: () => problemsOf(store),
    stop: () => {
      isStopped = true
      if (timer !== null) clearTimeout(timer)
    }
  }
}

function catalogueOf(store: StoreWriter, sync: SyncSchedule, locations: readonly LocationFacts[]): SampleCatalogue {
  const strataOf = new Map<string, readonly Stratum[]>()
  const [own] = locations
  for (const { productId, records } of own === undefined ? [] : store.productsAt(own.locationId)) {
    const strata: Stratum[] = []
    if (records.some(({ sales }) => sales.length > 0)) strata.push('sale')
    if (records.some(({ tier }) => tier !== null)) strata.push('tiers')
    if (records.some(({ group }) => group !== null)) strata.push('group')
    strataOf.set(productId, strata)
  }
  return {
    total: store.register.productCodes().length,
    placeOf: sync.places(),
    strataOf,
    sampledAtMs: store.register.sampledAtMs()
  }
}

function problemsOf(store: StoreWriter): readonly FoundProblem[] {
  const last = store.register.lastSample()
  if (last === null || last.error !== null || last.differed === 0) return []
  const differing = store.register.differing(last.atMs)
  const names = [...new Set(differing.map(({ name }) => name))].slice(0, NAMES_TOLD)
  return [foundProblem({ code: 'sample-differs', checked: last.checked, differed: last.differed, names })]
}
