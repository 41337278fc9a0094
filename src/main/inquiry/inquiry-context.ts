import type { BoardService } from '../board/board-service.types.ts'
import type { Settings } from '../settings/settings.types.ts'
import type { FactOverrides, StoreReader } from '../store/store.types.ts'

/** What the engine's answers to a manager are read from. Nothing in it writes. */
export interface InquiryContext {
  readonly reader: StoreReader
  readonly boards: BoardService
  /** The corrected clock. */
  readonly nowMs: () => number
  /** As the engine was started with them. */
  readonly settings: Settings
  readonly overrides: FactOverrides
}
