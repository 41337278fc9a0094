import type { Updater } from './updater.types.ts'

export interface KeptUpdater {
  readonly state: Updater['state']
  /** As the updater's own, and at once. */
  readonly ask: Updater['ask']
  readonly close: () => void
}

/** Not longer: changed settings, a machine that slept, and a clock that was set are noticed within this. */
const LOOK_EVERY_MS = 15_000
const LOOK_SOONEST_MS = 1000

/** Has an updater do what is due, as long as the program runs. */
export function keepUpdating(updater: Updater): KeptUpdater {
  let timer: NodeJS.Timeout | undefined
  let isClosed = false

  function lookIn(delayMs: number): void {
    clearTimeout(timer)
    if (isClosed) return
    timer = setTimeout(look, delayMs)
    // No reason to keep a program going that has nothing else to do.
    timer.unref()
  }

  function look(): void {
    // Set before: a step may take hours, and is looked at meanwhile.
    lookIn(LOOK_EVERY_MS)
    void updater.step().then((dueMs) => lookIn(Math.min(LOOK_EVERY_MS, Math.max(LOOK_SOONEST_MS, dueMs - Date.now()))))
  }

  lookIn(LOOK_SOONEST_MS)
  return {
    state: updater.state,
    ask: (what) => {
      updater.ask(what)
      lookIn(0)
    },
    close: () => {
      isClosed = true
      clearTimeout(timer)
      updater.close()
    }
  }
}
