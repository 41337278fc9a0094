import type { BoardView, BoardViewPatch, ViewHead } from '../../shared/board-view.ts'

export interface BoardListeners {
  readonly view: (view: BoardView) => void
  readonly patch: (patch: BoardViewPatch) => void
  readonly clock: (clock: string | null) => void
}

export interface SilenceListeners extends BoardListeners {
  /** True: the host has been silent for so long that no amount may be shown any more; false once it speaks. */
  readonly held: (isHeld: boolean) => void
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
interface Clocks {
  readonly wallMs: number
  readonly steadyMs: number
}

function clocksNow(): Clocks {
  return { wallMs: Date.now(), steadyMs: performance.now() }
}

/** One clock may be set, the other may stand while the machine sleeps: the longer of the two. */
function elapsedSince({ wallMs, steadyMs }: Clocks): number {
  const now = clocksNow()
  return Math.max(now.wallMs - wallMs, now.steadyMs - steadyMs)
}

/** How often a page whose host is silent looks whether its amounts may stay. */
const LOOK_MS = 60_000

/**
 * Hands on what a host pushes, and marks what is shown as old where the host says nothing any more, whatever the bridge:
 * the clock goes, later the line under the prices turns into the alert, in the words the host sent for it. When the prices
 * are older than the store's limit (`askInMs`, the host's distance), the amounts go. All is as before once the host speaks
 * again.
 */
export function watchHost(listeners: SilenceListeners): HostWatch {
  let head: ViewHead | null = null
  let headAt = clocksNow()
  let marked = false
  let held = false
  let clockTimer: ReturnType<typeof setTimeout> | undefined
  let pricesTimer: ReturnType<typeof setTimeout> | undefined
  let heldTimer: ReturnType<typeof setTimeout> | undefined

  const showHead = (shown: ViewHead) =>
    listeners.patch({ head: { ...shown, clock: null }, items: [], removed: [], order: null })

  const lookAtAge = () => {
    if (head === null || head.askInMs === null) return
    const agedMs = elapsedSince(headAt)
    if (agedMs >= head.askInMs) {
      held = true
      listeners.held(true)
    } else heldTimer = setTimeout(lookAtAge, Math.min(LOOK_MS, head.askInMs - agedMs))
  }

  const heard = () => {
    clearTimeout(pricesTimer)
    clearTimeout(heldTimer)
    pricesTimer = setTimeout(() => {
      lookAtAge()
      if (head === null || head.stale) return
      marked = true
      showHead({ ...head, stale: true, ageLine: head.staleAgeLine })
    }, PRICES_LOST_MS)
    if (held) listeners.held(false)
    held = false
    if (marked && head !== null) showHead(head)
    marked = false
  }

  const heardTheTime = () => {
    clearTimeout(clockTimer)
    clockTimer = setTimeout(() => listeners.clock(null), CLOCK_LOST_MS)
  }

  const heardHead = (next: ViewHead) => {
    head = next
    headAt = clocksNow()
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
      clearTimeout(heldTimer)
    }
  }
}
