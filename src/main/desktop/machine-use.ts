/** Whoever touched mouse, keys or glass within this is still there. */
const AT_IT_SECONDS = 5 * 60
/** A basket that nobody has asked about for so long was left behind. */
const BASKET_MS = 15 * 60_000

/** Whether somebody uses this machine's windows in a way that a restart would take from them. */
export interface MachineUse {
  /** A kiosk's page has asked about a product or a basket. */
  readonly kioskAsked: () => void
  readonly isInUse: () => boolean
}

/**
 * Somebody is at it where the manager's window or first run is open, or a kiosk has a basket, and the machine was touched within the last
 * minutes. A board that is only looked at is nobody's work. `elapsedMs` counts up whatever is done to the machine's clock.
 */
export function createMachineUse(host: {
  readonly mayBeTyping: () => boolean
  /** How long nothing of the machine was touched. */
  readonly idleSeconds: () => number
  readonly elapsedMs: () => number
}): MachineUse {
  let askedMs: number | null = null
  return {
    kioskAsked: () => {
      askedMs = host.elapsedMs()
    },
    isInUse: () => {
      const hasBasket = askedMs !== null && host.elapsedMs() - askedMs < BASKET_MS
      return (hasBasket || host.mayBeTyping()) && host.idleSeconds() < AT_IT_SECONDS
    }
  }
}
