import { z } from 'zod'
import type { RejectedRecord, TaxRateRecord } from '../records.ts'
import { amount, guid, guidOf, integer, name, optionalName } from './fields.ts'
import { fieldOf, wrongShape } from './parse-outcome.ts'
import { reasonOf, rejectedRecord } from './rejected-record.ts'

const taxRateSchema = z.object({
  Id: guid,
  Name: name,
  DisplayName: optionalName,
  Type: z.enum(['Percentage', 'FlatRate']),
  Rate: amount,
  Layer: z.literal([0, 1]),
  CalculatedOn: z.enum(['SoldAtPrice', 'BasePriceListPrice']),
  Locations: z.array(integer)
})

/** The `TaxRates` of a catalogue page. A missing list is an empty one: other pages may carry it. */
export function readTaxRates(list: unknown): {
  readonly taxRates: readonly TaxRateRecord[]
  readonly rejected: readonly RejectedRecord[]
} {
  const taxRates = new Map<string, TaxRateRecord>()
  const rejected: RejectedRecord[] = []
  if (!Array.isArray(list)) {
    if (list !== null && list !== undefined) {
      rejected.push(rejectedRecord('catalogue', 'tax-rate', null, wrongShape('TaxRates', 'array', list).reason, list))
    }
    return { taxRates: [], rejected }
  }
  for (const value of list as readonly unknown[]) {
    const checked = taxRateSchema.safeParse(value)
    if (checked.success) taxRates.set(checked.data.Id, taxRateRecordOf(checked.data))
    else {
      const key = guidOf(fieldOf(value, 'Id'))
      rejected.push(rejectedRecord('catalogue', 'tax-rate', key, reasonOf(checked.error), value))
    }
  }
  return { taxRates: [...taxRates.values()], rejected }
}

function taxRateRecordOf(raw: z.output<typeof taxRateSchema>): TaxRateRecord {
  return {
    taxRateId: raw.Id,
    name: raw.Name,
    displayName: raw.DisplayName,
    kind: raw.Type,
    rate: raw.Rate,
    layer: raw.Layer,
    calculatedOn: raw.CalculatedOn,
    locationIds: [...new Set(raw.Locations)]
  }
}
