import { ordinaryLimits, type WatchLimits } from '../../domain/launch/child-watch.ts'

/**
 * The launcher's times; TOPSHELF_TRIAL_SECONDS shortens the one in which a new version has to paint, for tests that cannot
 * wait two minutes. It cannot make it longer.
 */
export function launcherLimits(env: Readonly<Record<string, string | undefined>>): WatchLimits {
  const trialMs = Number(env['TOPSHELF_TRIAL_SECONDS'] ?? Number.NaN) * 1000
  return trialMs > 0 ? { ...ordinaryLimits, trialMs: Math.min(trialMs, ordinaryLimits.trialMs) } : ordinaryLimits
}
