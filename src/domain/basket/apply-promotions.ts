import { compareCodePoints } from '../order/code-points.ts'
import type { Application } from './application.ts'
import { applicationOf, type OfferOnLines, touchedLinesOf } from './offer-on-lines.ts'
import type { Left } from './stock-line.ts'

/** A promotion that may apply to a basket. */
export interface Candidate {
  readonly promotionId: string
  readonly offer: OfferOnLines
}

export interface AppliedPromotion<C extends Candidate = Candidate> {
  readonly candidate: C
  readonly application: Application
}

export interface AppliedPromotions<C extends Candidate = Candidate> {
  /** In the order applied. */
  readonly applied: readonly AppliedPromotion<C>[]
  readonly left: Left
  /** Those that would have saved something had no other been applied first, but were not applied. */
  readonly beaten: ReadonlySet<C>
}

interface Standing<C extends Candidate> {
  readonly candidate: C
  readonly touches: ReadonlySet<number>
  application: Application | null
}

/**
 * The promotion that saves most is applied, with all its applications; then the best of the others on what is left, until
 * none saves; ties by promotionId (pricing rules, Promotions in a basket). What a promotion saves can rise as well as fall
 * when another takes units from it, so each is looked at anew whenever a line that it may touch has changed.
 */
export function applyPromotions<C extends Candidate>(candidates: readonly C[], whole: Left): AppliedPromotions<C> {
  let standing: Standing<C>[] = candidates
    .toSorted((a, b) => compareCodePoints(a.promotionId, b.promotionId))
    .map((candidate) => ({
      candidate,
      touches: touchedLinesOf(candidate.offer),
      application: applicationOf(candidate.offer, whole)
    }))
    .filter(({ touches }) => touches.size > 0)
  const couldSave = standing.filter(({ application }) => application !== null).map(({ candidate }) => candidate)
  const applied: AppliedPromotion<C>[] = []
  let left = whole
  for (;;) {
    const best = bestOf(standing)
    if (best === null) break
    const { candidate, application } = best
    applied.push(best)
    left = leftAfter(left, application)
    standing = standing.filter((one) => one.candidate !== candidate)
    for (const one of standing)
      if (application.uses.some(({ line }) => one.touches.has(line)))
        one.application = applicationOf(one.candidate.offer, left)
  }
  const done = new Set(applied.map(({ candidate }) => candidate))
  return { applied, left, beaten: new Set(couldSave.filter((candidate) => !done.has(candidate))) }
}

/** The first of those that save most. */
function bestOf<C extends Candidate>(standing: readonly Standing<C>[]): AppliedPromotion<C> | null {
  let best: AppliedPromotion<C> | null = null
  for (const { candidate, application } of standing)
    if (application !== null && (best === null || application.saved > best.application.saved))
      best = { candidate, application }
  return best
}

/** What an application leaves: quantities without what it consumed, amounts without what it took off. */
export function leftAfter(left: Left, application: Application): Left {
  const quanta = [...left.quanta]
  const cents = [...left.cents]
  for (const { line, consumed, discount } of application.uses) {
    quanta[line] = (quanta[line] as bigint) - consumed
    cents[line] = (cents[line] as bigint) - discount
  }
  return { quanta, cents }
}
