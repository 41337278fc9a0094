import type { MarketRule } from '../../domain/market/market-profile.ts'
import type { FeedName, Health } from '../../shared/board-snapshot.ts'
import type { FoundProblem } from '../../shared/problem.ts'
import type { BoardService } from '../board/board-service.types.ts'
import type { Settings } from '../settings/settings.types.ts'
import type { SyncSchedule } from '../sync/sync-schedule.ts'
import type { PriceHistory } from '../store/price-history.ts'
import type { RegisterRecords, SampleRun } from '../store/register-records.ts'
import type { RegisterReport } from '../../shared/manager/register.ts'
import type { FactOverrides, InquiryReader } from '../store/store.types.ts'

/** What only this machine knows: what its boards showed, and what the register was found to charge. */
export interface OwnRecords {
  readonly history: PriceHistory
  readonly register: RegisterRecords
  /** Writes down what boards show just now. Before history is read. */
  readonly bringUpToDate: () => void
}

/** What the engine's answers to a manager are read from. Nothing in it writes to the cache, but that a sync may be asked for, or held. */
export interface InquiryContext {
  readonly reader: InquiryReader
  readonly boards: BoardService
  /** The corrected clock. */
  readonly nowMs: () => number
  /** As the engine was started with them. */
  readonly settings: Settings
  readonly overrides: FactOverrides
  /** The store that this machine shows just now; null where none is chosen. */
  readonly ownStoreId: () => number | null
  /** Null where nothing is synced: frozen, or without credentials. */
  readonly sync: SyncSchedule | null
  readonly health: () => Health
  /** Those of `health`, with the facts that the reader's own words are written from. */
  readonly problems: () => readonly FoundProblem[]
  /** Feeds that are overdue. */
  readonly lateFeeds: () => ReadonlySet<FeedName>
  readonly records: OwnRecords
  /** How the register's report was read the last time; null before the first. */
  readonly rememberedReport: () => RegisterReport | null
  /** Fetches a sample again from Cova; null where there is nobody to ask. */
  readonly sampleNow: () => Promise<SampleRun | null>
  /** Of the confirmed market profile. */
  readonly marketRules: readonly MarketRule[]
}
