import { HOUR_MS } from '../schedule/wall-clock.ts'

/** No check is ever planned further away: a clock that was put back would keep one waiting for years. */
const LONGEST_WAIT_MS = 6 * HOUR_MS

export interface UpdateSituation {
  /** Somebody asked for a check, or for an installation. */
  readonly asked: 'check' | 'install' | null
  /** When the version that lies ready may be installed; null where none does. */
  readonly installFromMs: number | null
  readonly nextCheckMs: number
}

export type UpdateStep =
  | { readonly kind: 'install' }
  | { readonly kind: 'check' }
  | { readonly kind: 'wait'; readonly untilMs: number }

/**
 * What is to be done now. What was asked for comes first; a version that lies ready goes before a check, so that a feed
 * with a newer one every day keeps nobody from installing.
 */
export function nextUpdateStep({ asked, installFromMs, nextCheckMs }: UpdateSituation, nowMs: number): UpdateStep {
  if (asked === 'check') return { kind: 'check' }
  if (installFromMs !== null && (asked === 'install' || installFromMs <= nowMs)) return { kind: 'install' }
  if (nextCheckMs <= nowMs || nextCheckMs - nowMs > LONGEST_WAIT_MS) return { kind: 'check' }
  return { kind: 'wait', untilMs: Math.min(nextCheckMs, installFromMs ?? nextCheckMs) }
}
