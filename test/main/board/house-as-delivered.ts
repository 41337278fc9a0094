import { NO_PICTURES } from '../../../src/main/board/board-pictures.ts'
import type { BoardServiceOptions } from '../../../src/main/board/board-service.types.ts'

/** What a board service goes by where nobody has set anything; its reader is the caller's: a test, a benchmark, an injected fault. */
export const HOUSE_AS_DELIVERED: Omit<BoardServiceOptions, 'reader'> = {
  // Called when it is asked: a test sets the clock after this is read.
  nowMs: () => Date.now(),
  overrides: { timeZones: {}, currencies: {} },
  staleAfterMs: 15 * 60_000,
  language: null,
  screens: {},
  marketRules: [],
  storeColour: null,
  pictures: NO_PICTURES,
  restrictToLocationIds: null
}
