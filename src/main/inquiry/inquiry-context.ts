import type { MarketRule } from '../../domain/market/market-profile.ts'
import type { FeedName, Health } from '../../shared/board-snapshot.ts'
import type { BoardService } from '../board/board-service.types.ts'
import type { Settings } from '../settings/settings.types.ts'
import type { SyncSchedule } from '../sync/sync-schedule.ts'
import type { FactOverrides, InquiryReader } from '../store/store.types.ts'

/** What the engine's answers to a manager are read from. Nothing in it writes, but that a sync may be asked for, or held. */
export interface InquiryContext {
  readonly reader: InquiryReader
  readonly boards: BoardService
  /** The corrected clock. */
  readonly nowMs: () => number
  /** As the engine was started with them. */
  readonly settings: Settings
  readonly overrides: FactOverrides
  /** Null where nothing is synced: frozen, or without credentials. */
  readonly sync: SyncSchedule | null
  readonly health: () => Health
  /** Feeds that are overdue. */
  readonly lateFeeds: () => ReadonlySet<FeedName>
  /** Of the confirmed market profile. */
  readonly marketRules: readonly MarketRule[]
}
