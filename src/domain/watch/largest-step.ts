import type { RecoveryStep } from '../../shared/recovery.ts'

/** So long a window may be faulty for the sake of somebody who types: some systems say for good that a key was just touched. */
const TYPING_FOR_MS = 10 * 60_000

/** The largest step that may be taken now for a window that has been faulty for so long. */
export function largestStepOf(now: {
  readonly isTyping: boolean
  readonly mayRelaunch: boolean
  readonly faultyMs: number
}): RecoveryStep {
  if (!now.mayRelaunch) return 'new-window'
  return now.isTyping && now.faultyMs < TYPING_FOR_MS ? 'new-window' : 'relaunch'
}
