import { installableFrom, type InstallTime, type StoreHours } from '../../domain/update/install-window.ts'
import { HELD_BACK_MOST_MS } from '../../domain/update/next-step.ts'
import type { UpdateState } from '../../shared/update.ts'
import type { UpdaterHost } from './updater.types.ts'

/** As long as checks are put off at most, and some more. */
const LONGEST_PUT_OFF_MS = 6 * 60 * 60_000

/** When what lies ready is installed: by the stores' hours, by whoever uses the machine, by an installation that failed. */
export interface InstallTimes {
  /** By the machine's clock. */
  readonly from: () => InstallTime
  /** As the manager is told: by the store's clock, null for now. */
  readonly told: () => Pick<NonNullable<UpdateState['ready']>, 'fromMs' | 'because'>
  /** Notes whether somebody is in the way of what may be installed from then on; null where nothing may. */
  readonly followUse: (installFromMs: number | null) => void
  /** Since when somebody at the machine has kept it from being installed. */
  readonly heldBackSinceMs: () => number | null
  /** What the engine's clock is ahead of the machine's. */
  readonly clockIsAhead: (aheadMs: number) => void
  /** After an installation that failed; 0 takes it back. */
  readonly putOff: (untilMs: number) => void
}

export function createInstallTimes(
  host: Pick<UpdaterHost, 'nowMs' | 'machineZone' | 'isInUse'>,
  stores: () => readonly StoreHours[]
): InstallTimes {
  let notBeforeMs = 0
  let clockAheadMs = 0
  let heldBackSinceMs: number | null = null

  function from(): InstallTime {
    const nowMs = host.nowMs()
    const { fromMs, because } = installableFrom(stores(), host.machineZone(), nowMs + clockAheadMs)
    // A clock that ran years ahead when an installation failed must not put off every later one.
    notBeforeMs = Math.min(notBeforeMs, nowMs + LONGEST_PUT_OFF_MS)
    return { fromMs: Math.max(fromMs - clockAheadMs, notBeforeMs), because }
  }

  return {
    from,
    told: () => {
      const { fromMs, because } = from()
      if (fromMs > host.nowMs()) return { fromMs: fromMs + clockAheadMs, because }
      if (heldBackSinceMs === null) return { fromMs: null, because }
      return { fromMs: heldBackSinceMs + HELD_BACK_MOST_MS + clockAheadMs, because: 'in-use' }
    },
    followUse: (installFromMs) => {
      const nowMs = host.nowMs()
      const isHeldBack = installFromMs !== null && installFromMs <= nowMs && host.isInUse()
      heldBackSinceMs = isHeldBack ? Math.min(heldBackSinceMs ?? nowMs, nowMs) : null
    },
    heldBackSinceMs: () => heldBackSinceMs,
    clockIsAhead: (aheadMs) => {
      clockAheadMs = aheadMs
    },
    putOff: (untilMs) => {
      notBeforeMs = untilMs
    }
  }
}
