/** A sync that a manager cancelled goes on by itself after this: a forgotten click makes no board old for long. */
export const HOLD_LASTS_MS = 15 * 60_000

/**
 * The manager's hand on a sync: held, nothing is asked, and a pass waits at the page it had reached; released, it asks
 * for that page again and goes on. Stopping the sync ends the waiting too.
 */
export interface SyncHold {
  /** Ends when the sync is held or stopped: for one call. */
  readonly signal: () => AbortSignal
  readonly isHeld: () => boolean
  readonly isStopped: () => boolean
  /** Resolves once nothing holds; at once where nothing does. */
  readonly released: () => Promise<void>
  readonly hold: () => void
  readonly release: () => void
}

/** `onReleased` is told each time a hold ends but by stopping: by hand, or after `lastsMs`. */
export function createSyncHold(
  stop: AbortSignal,
  options: { readonly onReleased?: () => void; readonly lastsMs?: number } = {}
): SyncHold {
  let calls = new AbortController()
  let held: {
    readonly released: Promise<void>
    readonly resolve: () => void
    readonly timer: NodeJS.Timeout
  } | null = null

  function end(): void {
    if (held === null) return
    clearTimeout(held.timer)
    held.resolve()
    held = null
  }

  function release(): void {
    if (held === null) return
    calls = new AbortController()
    end()
    options.onReleased?.()
  }

  stop.addEventListener('abort', end, { once: true })
  return {
    signal: () => AbortSignal.any([stop, calls.signal]),
    isHeld: () => held !== null,
    isStopped: () => stop.aborted,
    released: async () => {
      await held?.released
    },
    hold: () => {
      if (held !== null || stop.aborted) return
      let resolve = (): void => {}
      const released = new Promise<void>((done) => (resolve = done))
      held = { released, resolve, timer: setTimeout(release, options.lastsMs ?? HOLD_LASTS_MS) }
      held.timer.unref()
      calls.abort()
    },
    release
  }
}
