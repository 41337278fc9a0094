import type { Unjudged } from '../launch/child-watch.ts'
import type { RecoveryStep, WindowFault } from '../../shared/recovery.ts'

/** What a look at a window gives. */
export type Seen =
  | { readonly kind: 'well' }
  /** Nobody can say yet: its page has only begun to load. */
  | { readonly kind: 'unknown' }
  /** Nobody can look. */
  | { readonly kind: 'unjudged'; readonly why: Unjudged }
  | { readonly kind: 'faulty'; readonly fault: WindowFault }

/** How far a window's recovery is. Instants are of a clock that stands while nobody looks (watch-clock.ts). */
export interface RecoveryState {
  /** The fault under way; null while there is none. */
  readonly fault: { readonly kind: WindowFault; readonly sinceMs: number } | null
  /** The last step taken since the window was last well for long; the next one is larger. */
  readonly taken: { readonly step: RecoveryStep; readonly atMs: number } | null
  /** How often all steps were taken in vain: doubles every patience. */
  readonly round: number
  /** Nothing is done before; null where no round has ended. */
  readonly restsUntilMs: number | null
  /** Since when the window is well; null while it is not. */
  readonly wellSinceMs: number | null
}

export interface Decision {
  readonly state: RecoveryState
  /** To be taken now; null for nothing. */
  readonly step: RecoveryStep | null
  /** The fault that is over with this look. */
  readonly over: { readonly fault: WindowFault; readonly step: RecoveryStep | null; readonly tookMs: number } | null
}

const STEPS: readonly RecoveryStep[] = ['repaint', 'reload', 'new-window', 'relaunch']

/** A fault is left alone for so long (a little less than one or two looks, which are a second apart then), and the step that may help it first: repainting brings no dead page back. */
const FAULTS: Readonly<Record<WindowFault, { readonly patienceMs: number; readonly first: RecoveryStep }>> = {
  crashed: { patienceMs: 1000, first: 'reload' },
  unresponsive: { patienceMs: 1900, first: 'reload' },
  'not-loaded': { patienceMs: 1000, first: 'reload' },
  still: { patienceMs: 1900, first: 'reload' },
  'one-colour': { patienceMs: 900, first: 'repaint' },
  'no-proof': { patienceMs: 900, first: 'repaint' },
  empty: { patienceMs: 900, first: 'reload' },
  // Its page lives, and a reload takes the board off the screen for seconds: a slow machine is given its time.
  'old-board': { patienceMs: 22_000, first: 'reload' },
  'no-picture': { patienceMs: 8000, first: 'repaint' }
}

/** A page is loaded in two to five seconds; with what follows, a fault that it does not help is over within fifteen. */
export const RELOAD_MS = 8000
/** What each step is given before the next one is taken. */
const STEP_MS: Readonly<Record<RecoveryStep, number>> = {
  repaint: 900,
  reload: RELOAD_MS,
  'new-window': 15_000,
  relaunch: 30_000
}

const FIRST_REST_MS = 30_000
const LONGEST_REST_MS = 10 * 60_000
/** Well for so long, a window begins again with the smallest step. */
const WELL_AGAIN_MS = 2 * 60_000

/** A window that was just opened; `roundsBefore`: how often the program was started anew of late for one that was not well. */
export function newRecovery(roundsBefore = 0): RecoveryState {
  return { fault: null, taken: null, round: roundsBefore, restsUntilMs: null, wellSinceMs: null }
}

/** The cool-down after a round of steps, doubled with each, up to ten minutes. */
export function restMsOf(round: number): number {
  return Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** Math.min(round, 10))
}

/**
 * What to do after a look. Steps follow each other from the smallest that may help to the largest, each given its time;
 * then there is a rest, and then the first again: it never gives up, and never goes round faster than its rests.
 * `largest` is the largest step that may be taken now.
 */
export function nextStep(state: RecoveryState, seen: Seen, atMs: number, largest: RecoveryStep): Decision {
  switch (seen.kind) {
    case 'unknown':
    case 'unjudged':
      // A step that is under way goes on having its time; what nobody sees is no fault.
      return { state: isUnderWay(state) ? state : { ...state, fault: null }, step: null, over: null }
    case 'well':
      return whenWell(state, atMs)
    case 'faulty':
      return whenFaulty(state, seen.fault, atMs, largest)
  }
}

function whenWell(state: RecoveryState, atMs: number): Decision {
  const over =
    state.fault === null
      ? null
      : {
          fault: state.fault.kind,
          // A step of before the fault did not mend it.
          step: isUnderWay(state) ? (state.taken?.step ?? null) : null,
          tookMs: atMs - state.fault.sinceMs
        }
  const wellSinceMs = state.wellSinceMs ?? atMs
  const isWellAgain = atMs - wellSinceMs >= WELL_AGAIN_MS
  const next = isWellAgain ? { ...newRecovery(), wellSinceMs } : { ...state, fault: null, wellSinceMs }
  return { state: next, step: null, over }
}

function whenFaulty(state: RecoveryState, kind: WindowFault, atMs: number, largest: RecoveryStep): Decision {
  const { patienceMs, first } = FAULTS[kind]
  const slower = 2 ** Math.min(state.round, 4)
  const fault = state.fault ?? { kind, sinceMs: atMs }
  const now: RecoveryState = { ...state, fault, wellSinceMs: null }
  const wait: Decision = { state: now, step: null, over: null }
  if (state.restsUntilMs !== null && atMs < state.restsUntilMs) return wait
  const dueAtMs =
    state.taken !== null && isUnderWay(now)
      ? state.taken.atMs + STEP_MS[state.taken.step] * slower
      : fault.sinceMs + patienceMs * slower
  if (atMs < dueAtMs) return wait
  const step = stepAfter(state.taken?.step ?? null, first)
  if (step !== null && STEPS.indexOf(step) <= STEPS.indexOf(largest))
    return { state: { ...now, taken: { step, atMs } }, step, over: null }
  return {
    state: { ...now, taken: null, round: state.round + 1, restsUntilMs: atMs + restMsOf(state.round) },
    step: null,
    over: null
  }
}

/** Whether the last step was taken for the fault that there is now. */
function isUnderWay({ taken, fault }: RecoveryState): boolean {
  return taken !== null && fault !== null && taken.atMs >= fault.sinceMs
}

/** The next larger step, and never one that cannot help; null after the largest. */
function stepAfter(taken: RecoveryStep | null, first: RecoveryStep): RecoveryStep | null {
  const next = taken === null ? 0 : STEPS.indexOf(taken) + 1
  return STEPS[Math.max(next, STEPS.indexOf(first))] ?? null
}
