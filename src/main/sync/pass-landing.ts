import { storeFailureOf } from '../store/store-failure.ts'
import type { StoreChange, StoreWriter } from '../store/store.types.ts'

/** What a pass may keep in memory, and for how long known prices may wait for the rest of it. */
export interface HoldingLimits {
  /** Records of prices, and products as ten of them: some 300 bytes each. */
  readonly records: number
  readonly forMs: number
}

const HOLDING_LIMITS: HoldingLimits = { records: 150_000, forMs: 60_000 }

/**
 * The pages of one pass on their way into the store. They are held until the pass has come whole and land in one
 * transaction with its end, so that a board goes from one state to the next at once, however many pages that took, and
 * whenever the program dies. What cannot be waited for lands as it is: what a pass that fails has brought is newer than
 * what is stored, and so is what a pass beyond the limits has.
 */
export interface PassLanding {
  /** Takes a page; `land` lands it, later. */
  readonly add: (records: number, land: () => StoreChange) => void
  /** Lands what is held, in one transaction. */
  readonly landHeld: () => void
  /** Lands what is held, and ends the run with it. */
  readonly end: <End extends StoreChange>(finish: () => End) => End
}

/** `holds` false lands each page as it comes: a first filling, which has nothing on a board yet. */
export function createPassLanding(options: {
  readonly store: StoreWriter
  readonly runId: number
  readonly holds: boolean
  readonly steadyMs: () => number
  readonly onChange: (change: StoreChange) => void
  readonly limits?: HoldingLimits
}): PassLanding {
  const { store, runId, onChange, steadyMs } = options
  const limits = options.limits ?? HOLDING_LIMITS
  let held: (() => StoreChange)[] = []
  let heldRecords = 0
  let sinceMs: number | null = null
  let isHolding = options.holds
  /** A page that does not come must not hold up those that have: prices that rose are shown too low meanwhile. */
  let overdue: NodeJS.Timeout | undefined

  function takeHeld(): readonly (() => StoreChange)[] {
    clearTimeout(overdue)
    overdue = undefined
    const taken = held
    held = []
    heldRecords = 0
    return taken
  }

  /** A fault of ours in one page keeps the others from nothing: they land by themselves, and the fault is thrown on. */
  function together<T>(pages: readonly (() => StoreChange)[], work: () => T): T {
    try {
      return store.landTogether(runId, work)
    } catch (error) {
      if (storeFailureOf(error, '') !== null) throw error
      for (const land of pages)
        try {
          onChange(land())
        } catch {
          // The one of the fault, which is thrown on.
        }
      throw error
    }
  }

  function landHeld(): void {
    const pages = takeHeld()
    if (pages.length > 0) onChange(together(pages, () => joined(pages.map((land) => land()))))
  }

  /** Nobody waits for it: what a fault keeps from landing stays held, and lands or fails with the next page. */
  function landOverdue(): void {
    const pages = held
    const records = heldRecords
    isHolding = false
    try {
      landHeld()
    } catch {
      held = [...pages]
      heldRecords = records
    }
  }

  return {
    add: (records, land) => {
      held.push(land)
      heldRecords += records
      sinceMs ??= steadyMs()
      // Once a pass is too much to hold, what it has brought shows half of it anyway.
      if (heldRecords > limits.records || steadyMs() - sinceMs > limits.forMs) isHolding = false
      if (!isHolding) landHeld()
      else overdue ??= setTimeout(landOverdue, limits.forMs).unref()
    },
    landHeld,
    end: (finish) => {
      const pages = takeHeld()
      const end = together(pages, () => {
        const landed = pages.map((land) => land())
        const ended = finish()
        return { ...ended, ...joined([...landed, ended]) }
      })
      onChange(end)
      return end
    }
  }
}

function joined(changes: readonly StoreChange[]): StoreChange {
  return {
    productIds: [...new Set(changes.flatMap(({ productIds }) => productIds))],
    promotions: changes.some(({ promotions }) => promotions),
    locations: changes.some(({ locations }) => locations)
  }
}
