import { z } from 'zod'
import type { RejectedRecord, TaxPricingRecord, TaxPricingReply } from '../records.ts'
import { integer, integerOf } from './fields.ts'
import { fieldOf, wrongShape, type ParseOutcome } from './parse-outcome.ts'
import { reasonOf, rejectedRecord } from './rejected-record.ts'

const configurationSchema = z.object({ LocationId: integer, TaxPricing: z.enum(['Inclusive', 'Exclusive']) })

/**
 * The TaxPricingConfiguration reply: one object (Product Pricing guide, Figure 9), or a list of such objects. A store
 * that is not listed is Exclusive, so a reply whose lists cannot be found is refused as a whole. Never throws.
 */
export function parseTaxPricing(json: unknown): ParseOutcome<TaxPricingReply> {
  const companies: readonly unknown[] = Array.isArray(json) ? json : [json]
  const configurations = new Map<number, TaxPricingRecord>()
  const presentLocationIds = new Set<number>()
  const rejected: RejectedRecord[] = []
  for (const [index, company] of companies.entries()) {
    const list = fieldOf(company, 'Configurations')
    if (!Array.isArray(list)) {
      return wrongShape(Array.isArray(json) ? `[${index}].Configurations` : 'Configurations', 'array', list)
    }
    for (const value of list as readonly unknown[]) {
      const locationId = integerOf(fieldOf(value, 'LocationId'))
      if (locationId !== null) presentLocationIds.add(locationId)
      const checked = configurationSchema.safeParse(value)
      if (checked.success) {
        const { LocationId, TaxPricing } = checked.data
        configurations.set(LocationId, { locationId: LocationId, taxPricing: TaxPricing })
      } else rejected.push(rejectedRecord('taxes', 'tax-pricing', locationId, reasonOf(checked.error), value))
    }
  }
  return {
    ok: true,
    value: { configurations: [...configurations.values()], presentLocationIds: [...presentLocationIds], rejected }
  }
}
