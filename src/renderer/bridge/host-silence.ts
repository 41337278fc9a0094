import type { BoardView, BoardViewPatch, ViewHead } from '../../shared/board-view.ts'

export interface BoardListeners {
  readonly view: (view: BoardView) => void
  readonly patch: (patch: BoardViewPatch) => void
  readonly clock: (clock: string | null) => void
}

export interface HostWatch extends BoardListeners {
  /** The host still answers, and has nothing new. */
  readonly alive: () => void
  readonly end: () => void
}

/** A host tells the time once a minute. When it does not, no clock is better than one that stands still. */
const CLOCK_LOST_MS = 90_000
/** Prices that nobody has confirmed for so long are shown as old ("Prices from ..."): the host's own limit. */
const PRICES_LOST_MS = 15 * 60_000

/**
 * Hands on what a host pushes, and marks what is shown as old where the host says nothing any more, whatever the bridge:
 * the clock goes, later the line under the prices turns into the alert, in the words the host sent for it. Nothing is
 * taken off the screen, and all is as before once the host speaks again.
 */
export function watchHost(listeners: BoardListeners): HostWatch {
  let head: ViewHead | null = null
  let marked = false
  let clockTimer: ReturnType<typeof setTimeout> | undefined
  let pricesTimer: ReturnType<typeof setTimeout> | undefined

  const showHead = (shown: ViewHead) =>
    listeners.patch({ head: { ...shown, clock: null }, items: [], removed: [], order: null })

  const heard = () => {
    clearTimeout(pricesTimer)
    pricesTimer = setTimeout(() => {
      if (head === null || head.stale) return
      marked = true
      showHead({ ...head, stale: true, ageLine: head.staleAgeLine })
    }, PRICES_LOST_MS)
    if (marked && head !== null) showHead(head)
    marked = false
  }

  const heardTheTime = () => {
    clearTimeout(clockTimer)
    clockTimer = setTimeout(() => listeners.clock(null), CLOCK_LOST_MS)
  }

  const heardHead = (next: ViewHead) => {
    head = next
    marked = false
    heard()
    heardTheTime()
  }

  return {
    view: (view) => {
      heardHead(view.head)
      listeners.view(view)
    },
    patch: (patch) => {
      heardHead(patch.head)
      listeners.patch(patch)
    },
    clock: (clock) => {
      heard()
      heardTheTime()
      listeners.clock(clock)
    },
    alive: heard,
    end: () => {
      clearTimeout(clockTimer)
      clearTimeout(pricesTimer)
    }
  }
}
