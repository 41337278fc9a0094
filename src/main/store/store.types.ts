import type { LocationFacts, ProductFacts, PromotionFacts } from '../../domain/board/board-facts.ts'
import type { Market } from '../../domain/location/market.ts'
import type { FeedName } from '../../shared/board-snapshot.ts'
import type { FoundProblem } from '../../shared/problem.ts'
import type { PriceHistory } from './price-history.ts'
import type { RegisterRecords } from './register-records.ts'
import type {
  CataloguePage,
  FullPromotionsReply,
  LocationsReply,
  PricePage,
  PromotionsReply,
  TaxPricingReply,
  TreeReply
} from '../cova/records.ts'
import type { FullReading } from './full-promotions.ts'
import type { CatalogueSearch } from './product-search.ts'
import type { StandingReader } from './standing-reader.ts'

/** What a landed page or pass changed, so that only that is rebuilt. Empty when nothing did. */
export interface StoreChange {
  /** Products whose facts differ at some location. */
  readonly productIds: readonly string[]
  /** Promotions were added, changed or removed. */
  readonly promotions: boolean
  /** Locations, tree, tax settings, holds or tax rates changed: boards are rebuilt whole. */
  readonly locations: boolean
}

export interface FeedState {
  readonly feed: FeedName
  readonly lastSuccessAtMs: number | null
  /** Server time from which the next changed-since call asks; null before the first success. */
  readonly cursorMs: number | null
  readonly lastError: { readonly atMs: number; readonly code: string; readonly message: string } | null
}

export interface SyncRunRecord {
  readonly runId: number
  readonly feed: string
  readonly kind: 'full' | 'changes'
  readonly startedAtMs: number
  readonly finishedAtMs: number | null
  readonly pages: number
  readonly records: number
  readonly changed: number
  readonly rejected: number
  readonly errorCode: string | null
  readonly errorMessage: string | null
}

export interface QuarantineEntry {
  readonly feed: string
  readonly kind: string
  readonly key: string
  readonly reason: string
  readonly raw: string
  readonly firstSeenAtMs: number
  readonly lastSeenAtMs: number
}

/** Settings that shape facts: they live in the settings file, and are passed in at reading. */
export interface FactOverrides {
  readonly timeZones: Readonly<Record<number, string>>
  readonly currencies: Readonly<Record<number, 'CAD' | 'USD'>>
}

export interface PricingGroup {
  readonly groupId: number
  readonly name: string
}

/** What ids of conditions are called. */
export interface TraitNames {
  readonly classifications: ReadonlyMap<number, string>
  readonly suppliers: ReadonlyMap<number, string>
}

export interface StoreReader {
  readonly locations: (overrides: FactOverrides) => readonly LocationFacts[]
  readonly location: (locationId: number, overrides: FactOverrides) => LocationFacts | null
  /** City, region: for the list a manager picks from. */
  readonly places: () => ReadonlyMap<number, string>
  /** What Cova says of a location's hours, as JSON text; null where it says nothing. */
  readonly storeHours: (locationId: number) => string | null
  /** Names of the company tree's nodes: where a price is set. */
  readonly treeNames: () => ReadonlyMap<number, string>
  /** The province or state of each location whose address names one. */
  readonly markets: () => ReadonlyMap<number, Market>
  /** Groups that any stored price is for, in order of their names. */
  readonly pricingGroups: () => readonly PricingGroup[]
  readonly traitNames: () => TraitNames
  /** Active, unarchived products with at least one price record at the location (any group). */
  readonly productsAt: (locationId: number) => readonly ProductFacts[]
  /** The same for some products only; those that no longer qualify are absent. */
  readonly someProductsAt: (locationId: number, productIds: readonly string[]) => readonly ProductFacts[]
  /** Promotions of status Active, enabled at the location or a node above it, as both feeds have them together. */
  readonly promotionsAt: (location: LocationFacts) => readonly PromotionFacts[]
  readonly feedStates: () => Readonly<Record<FeedName, FeedState>>
  readonly problems: (overrides: FactOverrides) => readonly FoundProblem[]
  readonly quarantinedCount: () => number
  /** The last full catalogue run that finished, by when it was started; null when there was none. */
  readonly lastFullPassStartedAtMs: () => number | null
  /** Of the feed's last full pass that succeeded; null before one. */
  readonly recordsOfLastFull: (feed: FeedName) => number | null
  readonly quarantine: (limit: number) => readonly QuarantineEntry[]
  readonly syncRuns: (limit: number) => readonly SyncRunRecord[]
  readonly storedClockOffsetMs: () => number | null
  /** Whose data this is, e.g. the company's id; null where nobody said. */
  readonly owner: () => string | null
  /** When each of these products first landed here; absent where that is not known. Survives a rebuilt cache. */
  readonly firstSeenAtMs: (productIds: readonly string[]) => ReadonlyMap<string, number>
  /** When the first product of all was seen; null before. */
  readonly installedAtMs: () => number | null
  readonly close: () => void
}

/** What a manager's questions are answered from, beside what boards are made of. */
export interface InquiryReader extends StoreReader, CatalogueSearch, StandingReader {}

export interface StoreWriter extends InquiryReader {
  /** What the last reading of the full promotions saw, for when to read them again; `coming` is the menu board's list of now. */
  readonly fullPromotionsReading: (
    coming: readonly { readonly promotionId: string; readonly version: number }[]
  ) => FullReading
  /** Opens a run in the sync log and answers its id. */
  readonly startRun: (feed: FeedName, kind: 'full' | 'changes', atMs: number) => number
  /**
   * Closes a run that failed: feed error set. Nothing else changes, but that what the menu board's promotions have no more
   * leaves where that list had come whole before the rest failed.
   */
  readonly failRun: (
    runId: number,
    error: { readonly code: string; readonly message: string },
    atMs: number
  ) => StoreChange
  /** What `work` lands and ends for the run is one transaction: all of it, or nothing where any of it throws. */
  readonly landTogether: <T>(runId: number, work: () => T) => T
  /** Each landX is one transaction, or part of `landTogether`'s. */
  readonly landLocations: (runId: number, reply: LocationsReply, atMs: number) => StoreChange
  readonly landTree: (runId: number, reply: TreeReply, atMs: number) => StoreChange
  readonly landTaxPricing: (runId: number, reply: TaxPricingReply, atMs: number) => StoreChange
  readonly landPromotions: (runId: number, reply: PromotionsReply, atMs: number) => StoreChange
  readonly landFullPromotions: (runId: number, reply: FullPromotionsReply, atMs: number) => StoreChange
  readonly landCataloguePage: (runId: number, page: CataloguePage, atMs: number) => StoreChange
  readonly landPricePage: (runId: number, page: PricePage, atMs: number) => StoreChange
  /**
   * Ends a run that saw its last page: in one transaction removes what a full pass no longer has (with the 20 % guard),
   * lifts the hold of a changed TaxPricing that began before the pass did, sets the cursor and the feed's success.
   */
  readonly finishRun: (
    runId: number,
    cursorMs: number | null,
    atMs: number
  ) => StoreChange & { readonly heldBack: boolean }
  /** What boards showed from when to when. */
  readonly history: PriceHistory
  /** What the register check reads and keeps. */
  readonly register: RegisterRecords
  /** Ends a run over some records, which is no success of the feed: its cursor and its age stay. */
  readonly closeRun: (runId: number, atMs: number) => void
  readonly storeClockOffset: (offsetMs: number) => void
  /** Housekeeping: forgets what is older, and what has long been gone by now (docs/store.md, What it may grow to). */
  readonly retain: (olderThanMs: number, nowMs: number) => void
}
