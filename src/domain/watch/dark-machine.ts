/** What the system says of its power and its screen. */
export type PowerEvent = 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen'

/** Whether nobody can see what this machine shows; instants of a clock that does not go back. */
export interface DarkMachine {
  /** Since when it is about to sleep, or sleeps; null while it is awake. */
  readonly sleepsSinceMs: number | null
  readonly isLocked: boolean
  /** The system has confirmed the lock when it was asked, and so can say too when it is over. */
  readonly isConfirmed: boolean
}

export const litMachine: DarkMachine = { sleepsSinceMs: null, isLocked: false, isConfirmed: false }

/** Whoever runs for so long after it was told to sleep is awake, and the event of its waking was lost. */
const ASLEEP_WITHIN_MS = 60_000

export function withPowerEvent(machine: DarkMachine, event: PowerEvent, nowMs: number): DarkMachine {
  switch (event) {
    case 'suspend':
      return { ...machine, sleepsSinceMs: nowMs }
    case 'resume':
      // It may wake into a locked screen.
      return { ...machine, sleepsSinceMs: null }
    case 'lock-screen':
      return { ...machine, isLocked: true, isConfirmed: false }
    case 'unlock-screen':
      return litMachine
  }
}

/** As time goes on and the system is asked: an event that was lost must not leave windows unwatched for good. */
export function asAsked(machine: DarkMachine, saysLocked: boolean, nowMs: number): DarkMachine {
  const { sleepsSinceMs, isLocked, isConfirmed } = machine
  const isAwake = sleepsSinceMs !== null && nowMs - sleepsSinceMs > ASLEEP_WITHIN_MS
  const isOver = isLocked && isConfirmed && !saysLocked
  return {
    sleepsSinceMs: isAwake ? null : sleepsSinceMs,
    isLocked: isLocked && !isOver,
    isConfirmed: isLocked && !isOver && (isConfirmed || saysLocked)
  }
}

/** Nothing is judged meanwhile. */
export function isDark({ sleepsSinceMs, isLocked }: DarkMachine): boolean {
  return sleepsSinceMs !== null || isLocked
}
