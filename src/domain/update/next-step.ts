import { HOUR_MS } from '../schedule/wall-clock.ts'

/** No check is ever planned further away: a clock that was put back would keep one waiting for years. */
const LONGEST_WAIT_MS = 6 * HOUR_MS
/** Somebody who works on all night must not keep a version out for good. */
export const HELD_BACK_MOST_MS = HOUR_MS

export interface UpdateSituation {
  /** Somebody asked for a check, or for an installation. */
  readonly asked: 'check' | 'install' | null
  /** When the version that lies ready may be installed; null where none does. */
  readonly installFromMs: number | null
  /** Since when somebody at the machine has kept it from being installed; null where nobody does. */
  readonly heldBackSinceMs: number | null
  readonly nextCheckMs: number
}

export type UpdateStep =
  | { readonly kind: 'install' }
  | { readonly kind: 'check' }
  | { readonly kind: 'wait'; readonly untilMs: number }

/**
 * What is to be done now. What was asked for comes first; a version that lies ready goes before a check, so that a feed
 * with a newer one every day keeps nobody from installing. Whoever uses the machine is waited for, an hour at most; who
 * asks for the installation is not.
 */
export function nextUpdateStep(situation: UpdateSituation, nowMs: number): UpdateStep {
  const { asked, nextCheckMs } = situation
  if (asked === 'check') return { kind: 'check' }
  const fromMs = installTimeOf(situation)
  if (fromMs !== null && (asked === 'install' || fromMs <= nowMs)) return { kind: 'install' }
  if (nextCheckMs <= nowMs || nextCheckMs - nowMs > LONGEST_WAIT_MS) return { kind: 'check' }
  return { kind: 'wait', untilMs: Math.min(nextCheckMs, fromMs ?? nextCheckMs) }
}

function installTimeOf({ installFromMs, heldBackSinceMs }: UpdateSituation): number | null {
  if (installFromMs === null || heldBackSinceMs === null) return installFromMs
  return Math.max(installFromMs, heldBackSinceMs + HELD_BACK_MOST_MS)
}
