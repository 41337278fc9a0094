import type { MarketRule } from '../../domain/market/market-profile.ts'
import type { BoardService } from '../board/board-service.types.ts'
import type { Settings } from '../settings/settings.types.ts'
import type { FactOverrides, InquiryReader } from '../store/store.types.ts'

/** What the engine's answers to a manager are read from. Nothing in it writes. */
export interface InquiryContext {
  readonly reader: InquiryReader
  readonly boards: BoardService
  /** The corrected clock. */
  readonly nowMs: () => number
  /** As the engine was started with them. */
  readonly settings: Settings
  readonly overrides: FactOverrides
  /** Of the confirmed market profile. */
  readonly marketRules: readonly MarketRule[]
}
