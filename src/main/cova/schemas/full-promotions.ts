import { z } from 'zod'
import type { WrittenTerms } from '../../../domain/promotion/promotion-terms.ts'
import type { FullPromotionRecord, FullPromotionsReply } from '../records.ts'
import { isObject } from './fields.ts'
import type { ParseOutcome } from './parse-outcome.ts'
import { isPrivateKey } from './private-keys.ts'
import { headOf, promotionHead, readPromotionList, requireSchedule } from './promotions.ts'
import { reasonOf } from './rejected-record.ts'

/** Kept as JSON, whatever it says: which types and conditions there are is the rules' to know. */
const jsonNode = z.custom<Record<string, unknown>>(isObject, { error: 'expected object' })

const fullPromotionSchema = z
  .object({
    ...promotionHead,
    PromotionType: jsonNode,
    CartCondition: jsonNode.nullish(),
    LineCondition: jsonNode.nullish()
  })
  .superRefine(requireSchedule)

/**
 * The full Promotions reply, a list (Promotions guide, "Promotion"). A type or a condition that nobody knows is no reason to
 * reject a promotion: it is kept as it came. Of two with one id the greater version stands, of equal ones the last. Never
 * throws.
 */
export function parseFullPromotions(json: unknown): ParseOutcome<FullPromotionsReply> {
  return readPromotionList<FullPromotionRecord>(json, 'full-promotions', (value) => {
    const checked = fullPromotionSchema.safeParse(value)
    if (!checked.success) return { reason: reasonOf(checked.error) }
    const { PromotionType, CartCondition, LineCondition } = checked.data
    const terms = termsTextOf({
      promotionType: PromotionType,
      cartCondition: CartCondition ?? null,
      lineCondition: LineCondition ?? null
    })
    return terms === null
      ? { reason: 'PromotionType: nested too deeply' }
      : { record: { ...headOf(checked.data), terms } }
  })
}

/** JSON text of the terms without private keys; null where they are nested deeper than can be written. */
function termsTextOf(terms: WrittenTerms): string | null {
  try {
    return JSON.stringify(terms, (key, inner: unknown) => (isPrivateKey(key) ? undefined : inner))
  } catch {
    // JSON.parse reads any depth, JSON.stringify runs out of stack.
    return null
  }
}
