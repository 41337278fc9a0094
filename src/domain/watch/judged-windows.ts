import type { Unjudged } from '../launch/child-watch.ts'
import type { Seen } from './recovery-steps.ts'

/** The last look at a window; `atMs` of any clock that does not go back. */
export interface LastLook {
  readonly seen: Seen
  readonly atMs: number
}

/** Looks are two seconds apart, and one waits four for its picture: an older one says nothing of now. */
const FRESH_MS = 8000

/**
 * Why nothing on this machine can be judged, by the last look at each of its windows; null where anything can. So a window
 * that is seen, well or not, or that has only begun to load, is never passed over, nor is one that should be there and is not:
 * `isWindowWanted` is false where no display is to show a board, as with the television switched off beside the office's monitor.
 */
export function unjudgedOf(
  looks: readonly LastLook[],
  isDark: boolean,
  isWindowWanted: boolean,
  nowMs: number
): Unjudged | null {
  if (isDark) return 'dark'
  const reasons = looks.map(({ seen, atMs }) =>
    seen.kind === 'unjudged' && nowMs - atMs <= FRESH_MS ? seen.why : null
  )
  if (reasons.length === 0) return isWindowWanted ? null : 'dark'
  if (reasons.includes(null)) return null
  // Of several reasons the one that holds a trial least.
  return reasons.includes('no-pictures') ? 'no-pictures' : reasons.includes('hidden') ? 'hidden' : 'dark'
}
