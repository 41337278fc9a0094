/** What a complete pass no longer has, at one location. */
export interface Missing {
  readonly locationId: number
  /** How much the location shows now; what is missing is part of it. */
  readonly shown: number
  readonly keys: readonly string[]
}

export interface Verdict {
  readonly locationId: number
  readonly shown: number
  /** Leave now. */
  readonly removed: readonly string[]
  /** Stay until the next complete pass misses them again. */
  readonly held: readonly string[]
}

/**
 * Pricing rules, "Leaving and staying": a pass that would remove more than 20 % of what a location shows is held back
 * until the next pass agrees. What the pass before held and this one misses again leaves; only what is newly missing
 * counts against the 20 %.
 */
export const judgeRemovals = (missing: Missing, heldBefore: ReadonlySet<string>): Verdict => {
  const { locationId, shown } = missing
  const agreed = missing.keys.filter((key) => heldBefore.has(key))
  const fresh = missing.keys.filter((key) => !heldBefore.has(key))
  // Whole numbers: more than a fifth.
  return fresh.length * 5 > shown
    ? { locationId, shown, removed: agreed, held: fresh }
    : { locationId, shown, removed: [...agreed, ...fresh], held: [] }
}
