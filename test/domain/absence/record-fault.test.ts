import { expect, test } from 'vitest'
import { recordFaultOf, scheduleFaultOf } from '../../../src/domain/absence/record-fault.ts'
import { FAULT_WORDS } from '../../../src/domain/absence/words/fault-words.ts'
import { parseSchedule } from '../../../src/domain/schedule/parse-schedule.ts'
import { parseCataloguePage } from '../../../src/main/cova/schemas/catalogue.ts'
import { parsePromotions } from '../../../src/main/cova/schemas/promotions.ts'

const PRODUCT = {
  ProductId: '30c195a4-1ad7-48ea-a01e-0639470cb9b3',
  Name: 'Copper Plover',
  LifeCycle: 'Active',
  IsArchived: false,
  MeasurementType: 'Mass',
  ApplicableTaxRates: [],
  Prices: []
}

/** What the wire's own schema says of a product with this change, told apart. */
function faultOf(change: object): unknown {
  const parsed = parseCataloguePage({ Products: [{ ...PRODUCT, ...change }] }, 0)
  if (!parsed.ok) throw new Error(parsed.reason)
  return recordFaultOf(parsed.value.rejected[0]?.reason ?? 'nothing was rejected')
}

test('what the schemas refuse is told apart, and the field named as Cova names it', () => {
  expect(faultOf({ Name: ' ' })).toEqual({ kind: 'empty', field: 'Name' })
  expect(faultOf({ Name: undefined })).toEqual({ kind: 'missing', field: 'Name' })
  expect(faultOf({ LifeCycle: null })).toEqual({ kind: 'missing', field: 'LifeCycle' })
  expect(faultOf({ LifeCycle: 7 })).toEqual({ kind: 'wrong-kind', field: 'LifeCycle' })
  expect(faultOf({ MeasurementType: 'Litre' })).toEqual({ kind: 'not-known', field: 'MeasurementType' })
  expect(faultOf({ ProductId: 'lost' })).toEqual({ kind: 'not-known', field: 'ProductId' })
  const price = { ProductId: PRODUCT.ProductId, LocationId: 110501, Price: 5 }
  expect(faultOf({ Prices: [price, { ...price, Price: 'free' }] })).toEqual({ kind: 'wrong-kind', field: 'Price' })
  expect(faultOf({ Prices: [{ ...price, Price: -1 }] })).toEqual({ kind: 'negative', field: 'Price' })
  expect(faultOf({ Prices: [{ ...price, SalePrices: [{}] }] })).toEqual({ kind: 'missing', field: 'SalePrice' })
  expect(faultOf({ Prices: null })).toEqual({ kind: 'missing', field: 'Prices' })
})

test('the rarest are told apart too', () => {
  expect(recordFaultOf('Prices[0].LocationId: 1 in the list of 2')).toEqual({ kind: 'elsewhere', field: 'LocationId' })
  expect(recordFaultOf('Id: 7 appears twice')).toEqual({ kind: 'twice', field: 'Id' })
  expect(recordFaultOf('nested deeper than 100')).toEqual({ kind: 'too-deep' })
  expect(recordFaultOf('more than 5000 nodes')).toEqual({ kind: 'too-many' })
  const price = { ProductId: PRODUCT.ProductId, LocationId: 110501, Price: 5 }
  expect(faultOf({ Prices: [{ ...price, Price: 1e15 }] })).toEqual({ kind: 'too-large', field: 'Price' })
  expect(faultOf({ Prices: [{ ...price, TierId: 3 }] })).toEqual({ kind: 'missing', field: 'TierQuantity' })
  expect(faultOf({ Prices: [{ ...price, TierQuantity: 3.5 }] })).toEqual({ kind: 'missing', field: 'TierId' })
})

test('each is said in three languages; what is not told apart is quoted as what the system says', () => {
  const REASONS = [
    'Name: it is missing',
    'Name: is empty',
    'Name: expected string, received number',
    'Price: must not be negative',
    'Price: too large to be an amount',
    'MeasurementType: expected one of "Each"',
    'Prices[0].LocationId: 1 in the list of 2',
    'Id: 7 appears twice',
    'nested deeper than 100',
    'more than 5000 nodes',
    'not a valid record'
  ]
  const said = REASONS.map((reason) =>
    (['en', 'fr', 'es'] as const).map((tongue) => FAULT_WORDS[tongue].ofRecord(reason))
  )
  for (const [index, lines] of said.entries()) expect(new Set(lines).size, REASONS[index]).toBe(3)
  for (const tongue of [0, 1, 2]) expect(new Set(said.map((lines) => lines[tongue])).size).toBe(REASONS.length)
  expect(FAULT_WORDS.fr.ofRecord('not a valid record')).toBe(
    'ce que dit le système\u00a0: «\u00a0not a valid record\u00a0»'
  )
})

test('a promotion without any schedule lacks the field', () => {
  const parsed = parsePromotions([
    {
      PromotionId: PRODUCT.ProductId,
      Name: 'Lantern Hour',
      Status: 'Active',
      HumanReadablePromotionType: 'Bundle',
      EnabledAtLocationIds: [],
      Version: 1,
      CatalogIds: []
    }
  ])
  const [rejected] = parsed.ok ? parsed.value.rejected : []
  expect(recordFaultOf(rejected?.reason ?? '')).toEqual({ kind: 'missing', field: 'ICalEventSchedule' })
})

test('schedules that cannot be followed say by which part', () => {
  const faultIn = (...lines: readonly string[]): string => {
    const parsed = parseSchedule(['BEGIN:VEVENT', ...lines, 'END:VEVENT', ''].join('\r\n'))
    return parsed.ok ? 'readable' : scheduleFaultOf(parsed.reason)
  }
  const start = 'DTSTART:20261106T160000'
  expect(faultIn('DTEND:20261106T160000')).toBe('start')
  expect(faultIn('DTSTART:soon')).toBe('start')
  expect(faultIn(start, 'DTEND:20261105T160000')).toBe('end')
  expect(faultIn(start, 'DURATION:long')).toBe('end')
  expect(faultIn(start, 'RRULE:FREQ=OFTEN')).toBe('repetition')
  expect(faultIn(start, 'RRULE:FREQ=WEEKLY;UNTIL=never')).toBe('repetition')
  expect(faultIn('DTSTART;TZID=Atlantis:20261106T160000')).toBe('zone')
  expect(faultIn('?')).toBe('other')
  expect(scheduleFaultOf('The schedule is empty.')).toBe('other')
})
