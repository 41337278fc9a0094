/** What the system says of its power and its screen. */
export type PowerEvent = 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen'

/** Whether nobody can see what this machine shows; instants of a clock that does not go back. */
export interface DarkMachine {
  /** Since when it is about to sleep, or sleeps; null while it is awake. */
  readonly sleepsSinceMs: number | null
  /** Since when its screen is locked; null while it is not. */
  readonly lockedSinceMs: number | null
  /** The system has confirmed the lock when it was asked, and so can say too when it is over. */
  readonly isConfirmed: boolean
}

export const litMachine: DarkMachine = { sleepsSinceMs: null, lockedSinceMs: null, isConfirmed: false }

/** Whoever runs for so long after it was told to sleep is awake, and the event of its waking was lost. */
const ASLEEP_WITHIN_MS = 60_000

/** A lock that the system does not confirm is believed for a night: its end may never be told. */
const UNCONFIRMED_WITHIN_MS = 16 * 60 * 60_000

export function withPowerEvent(machine: DarkMachine, event: PowerEvent, nowMs: number): DarkMachine {
  switch (event) {
    case 'suspend':
      return { ...machine, sleepsSinceMs: nowMs }
    case 'resume':
      // It may wake into a locked screen.
      return { ...machine, sleepsSinceMs: null }
    case 'lock-screen':
      return { ...machine, lockedSinceMs: nowMs, isConfirmed: false }
    case 'unlock-screen':
      return litMachine
  }
}

/** As time goes on and the system is asked: an event that was lost must not leave windows unwatched for good. */
export function asAsked(machine: DarkMachine, saysLocked: boolean, nowMs: number): DarkMachine {
  const { sleepsSinceMs, lockedSinceMs, isConfirmed } = machine
  const isAwake = sleepsSinceMs !== null && nowMs - sleepsSinceMs > ASLEEP_WITHIN_MS
  const awake = isAwake ? { ...machine, sleepsSinceMs: null } : machine
  if (lockedSinceMs === null) return awake
  if (saysLocked) return { ...awake, isConfirmed: true }
  const isOver = isConfirmed || nowMs - lockedSinceMs > UNCONFIRMED_WITHIN_MS
  return isOver ? { ...awake, lockedSinceMs: null, isConfirmed: false } : awake
}

/** Nothing is judged meanwhile. */
export function isDark({ sleepsSinceMs, lockedSinceMs }: DarkMachine): boolean {
  return sleepsSinceMs !== null || lockedSinceMs !== null
}
