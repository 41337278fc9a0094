import type { FeedName, Health } from '../../shared/board-snapshot.ts'
import type { CounterBasket, KioskLine } from '../../shared/kiosk.ts'
import type { FoundProblem } from '../../shared/problem.ts'
import type { LocationFacts } from '../../domain/board/board-facts.ts'
import { foundProblem } from '../../domain/health/found-problem.ts'
import type { LocationChoice, SyncProgress } from '../../shared/setup.ts'
import { storeColourOf } from '../../domain/display/store-colour.ts'
import { createBoardHistory, watchOwnStore } from '../board/board-history.ts'
import { refusedRewardsOf } from '../board/store-rewards.ts'
import type { PriceAgeLimits } from '../board/price-age.ts'
import { createBoardService } from '../board/board-service.ts'
import type { BoardService } from '../board/board-service.types.ts'
import { type CovaClientOptions, createCovaClient } from '../cova/cova-client.ts'
import type { CovaSettings } from '../cova/cova-client.types.ts'
import { type DemoStore, startDemoStore } from '../demo-store/demo-store.ts'
import { openingHoursOf } from '../inquiry/store-hours.ts'
import { createInquiries } from '../inquiry/inquiries.ts'
import { counterBasketOf } from '../kiosk/counter-basket.ts'
import { loadThemes } from '../settings/custom-themes.ts'
import { loadMarket } from '../settings/market-profiles.ts'
import { loadSettings } from '../settings/settings-file.ts'
import type { Settings } from '../settings/settings.types.ts'
import { storeFailureOf } from '../store/store-failure.ts'
import { locationChoicesOf } from '../store/location-choices.ts'
import { forgetOldAside } from '../store/aside-files.ts'
import { openStoreWriter } from '../store/open-store.ts'
import type { FactOverrides, FeedState, StoreWriter } from '../store/store.types.ts'
import {
  type CorrectedClock,
  createCorrectedClock,
  MACHINE_CLOCKS,
  type MachineClocks,
  seenAtMsOf
} from '../sync/corrected-clock.ts'
import { createSyncSchedule, type SyncSchedule } from '../sync/sync-schedule.ts'
import { cacheDirOf } from './cache-dir.ts'
import { filesPutAsideIn } from './files-put-aside.ts'
import type { EngineOptions, SyncEvent } from './engine.types.ts'
import type { Inquiry } from './engine-protocol.ts'
import { createNightlySample } from './nightly-sample.ts'
import { createEnginePictures, type EnginePictureOptions } from './engine-pictures.ts'
import { feedHealthOf, lateFeedsOf } from './feed-health.ts'
import { timeProblemsOf } from './time-problems.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** How often the machine's clocks are compared. */
const CLOCK_WATCH_MS = 1000
const HOUSEKEEPING_MS = 60 * MINUTE_MS
/** The log of sync runs and what is in quarantine are kept this long. */
const RETENTION_MS = 30 * DAY_MS

/** The engine inside its worker: one store, one sync, one board service. */
export interface EngineCore {
  readonly boards: BoardService
  readonly health: () => Health
  readonly locationChoices: () => readonly LocationChoice[]
  readonly inquire: (inquiry: Inquiry) => Promise<unknown>
  readonly syncOnce: (
    listener: (event: SyncEvent) => void
  ) => Promise<{ readonly ok: boolean; readonly message: string | null }>
  /** A product's picture or the store's logo, by its hash. */
  readonly picture: (hash: string) => Promise<Uint8Array | null>
  /** What a counter is told of a basket. */
  readonly counterBasket: (lines: readonly KioskLine[]) => CounterBasket
  /** This machine shows another store from now on. */
  readonly ownStoreIs: (locationId: number) => void
  readonly clockMayHaveJumped: () => void
  readonly stop: () => Promise<void>
}

export type EngineCoreStart =
  | { readonly ok: true; readonly core: EngineCore }
  | { readonly ok: false; readonly code: string; readonly message: string }

/** Opens the store, starts the demo store where that is the source, and begins to sync. */
export async function createEngineCore(
  options: EngineOptions,
  version: string,
  onProgress: (progress: readonly SyncProgress[]) => void,
  clientOptions: CovaClientOptions = {},
  pictureOptions: EnginePictureOptions = {},
  clocks: MachineClocks = MACHINE_CLOCKS
): Promise<EngineCoreStart> {
  const settings = settingsFor(options.source, loadSettings(options.dataDir).settings)
  const market = loadMarket(options.dataDir, settings.market)
  const themes = loadThemes(options.dataDir)
  const cacheDir = cacheDirOf(options.dataDir, options.source?.kind ?? settings.source ?? 'cova')
  const opened = openStoreWriter({
    dataDir: cacheDir,
    nowMs: clocks.nowMs,
    owner: options.source?.kind === 'cova' ? options.source.settings.companyId : null
  })
  if (!opened.ok) return opened
  const { store } = opened
  // Without a network the last offset is the best that is known; the first reply puts it right.
  const clock = createCorrectedClock(clocks, {
    offsetMs: store.storedClockOffsetMs(),
    seenAtMs: seenAtMsOf(store.feedStates())
  })
  const overrides: FactOverrides = { timeZones: settings.timeZoneOverrides, currencies: settings.currencyOverrides }
  const isFrozen = settings.frozen !== null
  const demo = options.source?.kind === 'demo' && !isFrozen ? await startDemoStore({ updatedAtStart: true }) : null
  const pictures = createEnginePictures({
    dataDir: options.dataDir,
    cacheDir,
    storeLogo: settings.storeLogo,
    // The demo store is no stranger; nobody else is asked without TLS, or inside this network.
    trustedOrigin: demo?.url ?? null,
    asksNobody: isFrozen,
    onPictures: (urls) => boards.picturesChanged(urls),
    onLogo: () => boards.logoChanged(),
    ...pictureOptions
  })
  const history = createBoardHistory(store.history)
  const ageLimits: PriceAgeLimits = {
    staleAfterMs: settings.staleAfterMinutes * MINUTE_MS,
    askAfterMs: settings.askPriceAfterHours * 60 * MINUTE_MS,
    isClockSure: clock.isSure
  }
  const boards = createBoardService({
    reader: store,
    nowMs: clock.nowMs,
    overrides,
    ...ageLimits,
    language: settings.language,
    screens: settings.screens,
    marketRules: market.rules,
    storeColour: settings.storeColour === null ? null : storeColourOf(settings.storeColour),
    themes: themes.themes,
    rewardsOf: (locationId) => settings.rewards[locationId] ?? null,
    hoursOf: (locationId) => openingHoursOf(locationId, settings, store),
    pictures,
    restrictToLocationIds: settings.restrictToLocationIds,
    history,
    markets: settings.markets
  })
  let ownStoreId = settings.locationId
  let unwatchOwnStore: (() => void) | null = null
  function watchOwn(): void {
    if (ownStoreId !== null) unwatchOwnStore ??= watchOwnStore(boards, ownStoreId)
  }
  watchOwn()
  let told: readonly SyncProgress[] = []
  const syncListeners = new Set<(event: SyncEvent) => void>()
  const covaSettings =
    options.source?.kind === 'cova' ? options.source.settings : demo === null ? null : settingsOf(demo)
  const sync =
    covaSettings === null || isFrozen
      ? null
      : createSyncSchedule({
          client: createCovaClient(covaSettings, clientOptions),
          store,
          clock,
          priceIntervalMs: options.syncIntervalMs,
          ...(clientOptions.firstRetryDelayMs === undefined ? {} : { firstPauseMs: clientOptions.firstRetryDelayMs }),
          onChange: boards.applyChange,
          onProgress: (progress) => {
            onProgress(progress)
            const news = progress.filter((one) => !told.includes(one))
            told = progress
            for (const listener of syncListeners) for (const one of news) listener({ kind: 'progress', progress: one })
          },
          onRun: () => {
            keepClockOffset(store, clock)
            watchOwn()
            boards.feedsChanged()
          }
        })
  const clockMayHaveJumped = (): void => {
    boards.lookAtClock()
    sync?.wake()
  }
  clock.onMoved(clockMayHaveJumped)
  // Where nothing else says that the machine slept or its clock was set, boards are right again within this.
  const clockWatch = setInterval(clock.nowMs, CLOCK_WATCH_MS)
  clockWatch.unref()
  const nightly = createNightlySample({
    sync,
    store,
    locations: () => servedLocationsOf(store, boards, overrides, ownStoreId),
    nowMs: clock.nowMs,
    isNightly: options.syncsByItself ?? true
  })
  if (options.syncsByItself ?? true) sync?.start()
  const forgetAside = (): void => {
    for (const dir of new Set([options.dataDir, cacheDir])) forgetOldAside(dir)
  }
  forgetAside()
  const housekeeping = setInterval(() => {
    // Nobody knows what is old while nobody knows the time.
    if (clock.isSure()) unlessItCannotWrite(() => store.retain(clock.nowMs() - RETENTION_MS, clock.nowMs()))
    forgetAside()
  }, HOUSEKEEPING_MS)
  housekeeping.unref()
  const problems = (): readonly FoundProblem[] => [
    ...filesPutAsideIn([...new Set([options.dataDir, cacheDir])]),
    ...(market.problem === null ? [] : [market.problem]),
    ...themes.problems,
    ...timeProblemsOf(store, clock, ageLimits),
    ...store.problems(overrides),
    ...unplacedStores(store, settings.markets),
    ...refusedRewardsOf(store.locations(overrides), settings.rewards),
    ...boards.problems(),
    ...history.problems(),
    ...nightly.problems(),
    ...pictures.problems()
  ]
  const health = (): Health => ({
    ...feedHealthOf(feedStatesOf(store, sync), options.syncIntervalMs, clock.nowMs()),
    ...(settings.frozen === null ? {} : { status: 'frozen' as const }),
    version,
    quarantined: store.quarantinedCount(),
    // The contract has the line; other languages are the manager's window's.
    problems: problems().map(({ code, message, locationId }) => ({ code, message, locationId }))
  })
  const inquiries = createInquiries({
    reader: store,
    boards,
    nowMs: clock.nowMs,
    settings,
    overrides,
    marketRules: market.rules,
    ownStoreId: () => ownStoreId,
    sync,
    health,
    problems,
    lateFeeds: () => lateFeedsOf(feedStatesOf(store, sync), options.syncIntervalMs, clock.nowMs()),
    records: { history: store.history, register: store.register, bringUpToDate: history.flush },
    rememberedReport: () => loadSettings(options.dataDir).settings.registerReport,
    sampleNow: () => nightly.now()
  })
  return {
    ok: true,
    core: {
      boards,
      health,
      locationChoices: () => locationChoicesOf(store, overrides),
      // The desk has checked the arguments by the channel; TypeScript cannot follow that through the index.
      inquire: async ({ channel, args }) => (inquiries[channel] as (...given: readonly unknown[]) => unknown)(...args),
      syncOnce: async (listener) => {
        if (sync === null) return { ok: false, message: whyNoSync(settings) }
        syncListeners.add(listener)
        try {
          const message = await sync.syncOnce()
          const ok = message === null
          listener({ kind: 'done', ok, message })
          return { ok, message }
        } finally {
          syncListeners.delete(listener)
        }
      },
      ownStoreIs: (locationId) => {
        unwatchOwnStore?.()
        unwatchOwnStore = null
        ownStoreId = locationId
        watchOwn()
      },
      counterBasket: (lines) => counterBasketOf(lines, boards, store),
      picture: pictures.read,
      clockMayHaveJumped,
      stop: async () => {
        clearInterval(housekeeping)
        clearInterval(clockWatch)
        nightly.stop()
        history.stop()
        boards.stop()
        pictures.close()
        await sync?.stop()
        await demo?.close()
        store.close()
      }
    }
  }
}

/** Stores that a filter by province or state cannot place: they are served all the same. */
function unplacedStores(store: StoreWriter, markets: readonly string[] | null): readonly FoundProblem[] {
  if (markets === null) return []
  const placed = store.markets()
  return store
    .locations({ timeZones: {}, currencies: {} })
    .filter(({ locationId }) => !placed.has(locationId))
    .map(({ locationId, name }) => foundProblem({ code: 'market-unknown', store: name }, locationId))
}

function whyNoSync({ frozen }: Settings): string {
  return frozen === null
    ? 'There is no source to sync from'
    : `Syncing is frozen since ${frozen.since}: nothing is asked until the settings say otherwise`
}

/** For the command line, which asks no server, and for a start without a network. */
function keepClockOffset(store: StoreWriter, clock: CorrectedClock): void {
  // What is made up until a server tells is nothing to keep.
  if (!clock.isSure()) return
  unlessItCannotWrite(() => {
    if (store.storedClockOffsetMs() !== clock.offsetMs()) store.storeClockOffset(clock.offsetMs())
  })
}

/** What can wait for a disk with room again; the feeds' own errors tell the manager. */
function unlessItCannotWrite(work: () => void): void {
  try {
    work()
  } catch (error) {
    if (storeFailureOf(error, '') === null) throw error
  }
}

/** Feeds as stored, with what could not be stored. */
function feedStatesOf(store: StoreWriter, sync: SyncSchedule | null): Readonly<Record<FeedName, FeedState>> {
  const states = { ...store.feedStates() }
  for (const [feed, lastError] of sync?.unrecordedErrors() ?? []) states[feed] = { ...states[feed], lastError }
  return states
}

function settingsOf(demo: DemoStore): CovaSettings {
  return { apiUrl: demo.url, tokenUrl: demo.tokenUrl, ...demo.credentials }
}

/** Locations whose boards are served, this machine's own first. */
function servedLocationsOf(
  store: StoreWriter,
  boards: BoardService,
  overrides: FactOverrides,
  ownId: number | null
): readonly LocationFacts[] {
  const served = new Set(boards.locations().map(({ locationId }) => locationId))
  return store
    .locations(overrides)
    .filter(({ locationId }) => served.has(locationId))
    .toSorted((a, b) => Number(b.locationId === ownId) - Number(a.locationId === ownId))
}

/** What was chosen of one company's stores says nothing of another source's: its filters would leave no board. */
function settingsFor(source: EngineOptions['source'], settings: Settings): Settings {
  if (source === null || settings.source === null || settings.source === source.kind) return settings
  return { ...settings, locationId: null, restrictToLocationIds: null, markets: null, frozen: null }
}
