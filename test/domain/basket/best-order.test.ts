import { mkdirSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyPromotions, type Candidate, leftAfter } from '../../../src/domain/basket/apply-promotions.ts'
import { applicationOf, basketLinesOf, offerOnLines } from '../../../src/domain/basket/offer-on-lines.ts'
import { allOf, type Left, stockLinesOf } from '../../../src/domain/basket/stock-line.ts'
import { pricesOf, randomLines, randomPromotions } from './random-baskets.ts'

/** Baskets and promotions are the same in every run, so that the figures in the docs can be had again. */
const SEED = 20261120
const BASKETS = 6000
const OUTPUT = 'test/output/best-order.txt'

interface Saving {
  readonly first: string
  readonly saved: bigint
}

/** What each order of promotions saves, each with all its applications; by the first of the order. */
function savingsOfOrders(candidates: readonly Candidate[], left: Left): readonly Saving[] {
  return candidates.flatMap((candidate) => {
    const application = applicationOf(candidate.offer, left)
    if (application === null) return []
    const others = candidates.filter((other) => other !== candidate)
    const after = savingsOfOrders(others, leftAfter(left, application))
    const most = after.reduce((best, { saved }) => (saved > best ? saved : best), 0n)
    return [{ first: candidate.promotionId, saved: application.saved + most }]
  })
}

const contended = fc
  .sample(fc.tuple(randomLines, randomPromotions(5)), { seed: SEED, numRuns: BASKETS })
  .flatMap(([lines, promotions]) => {
    const stock = stockLinesOf(pricesOf(lines), 2)
    const basket = basketLinesOf(stock, 2)
    const candidates: readonly Candidate[] = promotions.map(({ promotionId, terms }) => ({
      promotionId,
      offer: offerOnLines(terms, basket, terms.line)
    }))
    const whole = allOf(stock)
    const could = candidates.filter(({ offer }) => applicationOf(offer, whole) !== null)
    return could.length < 2 ? [] : [{ candidates, whole }]
  })

describe('the documented order beside every other order of promotions', () => {
  it('each promotion applied is the one that saves most on what those before it have left, the lowest id of equals', () => {
    for (const { candidates, whole } of contended) {
      const { applied } = applyPromotions(candidates, whole)
      let left = whole
      const rest = new Set(candidates)
      for (const { candidate, application } of applied) {
        for (const other of rest) {
          const saved = applicationOf(other.offer, left)?.saved ?? 0n
          expect(saved <= application.saved).toBe(true)
          if (saved === application.saved) expect(candidate.promotionId <= other.promotionId).toBe(true)
        }
        rest.delete(candidate)
        left = leftAfter(left, application)
      }
      for (const other of rest) expect(applicationOf(other.offer, left)).toBeNull()
    }
  })

  it('never saves more than the best order, and by how much it saves less is written down', () => {
    const missedPerMille: number[] = []
    for (const { candidates, whole } of contended) {
      const saved = applyPromotions(candidates, whole).applied.reduce((sum, one) => sum + one.application.saved, 0n)
      const best = savingsOfOrders(candidates, whole).reduce((most, one) => (one.saved > most ? one.saved : most), 0n)
      expect(saved <= best).toBe(true)
      missedPerMille.push(Number(((best - saved) * 1000n) / best))
    }
    missedPerMille.sort((a, b) => a - b)
    const at = (share: number): string =>
      ((missedPerMille[Math.ceil(missedPerMille.length * share) - 1] ?? 0) / 10).toFixed(1)
    const exact = missedPerMille.filter((missed) => missed === 0).length
    const mean = missedPerMille.reduce((sum, missed) => sum + missed, 0) / missedPerMille.length / 10
    const report = [
      `baskets that two promotions or more could discount: ${missedPerMille.length} (seed ${SEED})`,
      `the best order is found in ${((exact / missedPerMille.length) * 100).toFixed(1)} %`,
      `of what the best order saves is missed: mean ${mean.toFixed(2)} %, p90 ${at(0.9)} %, p95 ${at(0.95)} %, p99 ${at(0.99)} %, most ${at(1)} %`
    ].join('\n')
    mkdirSync('test/output', { recursive: true })
    writeFileSync(OUTPUT, `${report}\n`)
    expect(missedPerMille.length).toBeGreaterThan(500)
    expect(exact / missedPerMille.length).toBeGreaterThan(0.8)
  })
})
