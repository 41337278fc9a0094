import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCataloguePage } from '../../../../src/main/cova/schemas/catalogue.ts'
import { parseFullPromotions } from '../../../../src/main/cova/schemas/full-promotions.ts'
import { parseLocations } from '../../../../src/main/cova/schemas/locations.ts'
import type { ParseOutcome } from '../../../../src/main/cova/schemas/parse-outcome.ts'
import { parsePricePage } from '../../../../src/main/cova/schemas/prices.ts'
import { parsePromotions } from '../../../../src/main/cova/schemas/promotions.ts'
import { parseTaxPricing } from '../../../../src/main/cova/schemas/tax-pricing.ts'
import { parseTree } from '../../../../src/main/cova/schemas/tree.ts'
import {
  PRODUCT_A,
  PRODUCT_B,
  SCHEDULE,
  basePrice,
  cataloguePage,
  changedPrices,
  eighth,
  fullPromotion,
  location,
  product,
  promotion,
  taxRate
} from './samples.ts'

const GOOD_ID = 'ffffffff-ffff-4fff-8fff-ffffffffffff'

/** Every parser, a good reply for it, and how a list of its entries becomes a reply. */
const feeds: readonly {
  readonly name: string
  readonly parse: (json: unknown) => ParseOutcome<{ readonly rejected: readonly unknown[] }>
  readonly good: unknown
  readonly reply: (entries: readonly unknown[]) => unknown
}[] = [
  {
    name: 'locations',
    parse: parseLocations,
    good: location({ Id: 777 }),
    reply: (entries) => entries
  },
  {
    name: 'tree',
    parse: parseTree,
    good: { Id: 777, Name: 'good', Role: 'Location' },
    reply: (entries) => ({ Id: 778, Name: 'root', Role: 'Company', Nodes: entries })
  },
  {
    name: 'promotions',
    parse: parsePromotions,
    good: promotion({ PromotionId: GOOD_ID, ICalEventSchedule: SCHEDULE }),
    reply: (entries) => entries
  },
  {
    name: 'full promotions',
    parse: parseFullPromotions,
    good: fullPromotion({ PromotionId: GOOD_ID }),
    reply: (entries) => entries
  },
  {
    name: 'tax pricing',
    parse: parseTaxPricing,
    good: { LocationId: 777, TaxPricing: 'Inclusive' },
    reply: (entries) => [{ Configurations: entries }]
  },
  {
    name: 'changed prices',
    parse: (json) => parsePricePage(json, 0),
    good: changedPrices([basePrice({ ProductId: GOOD_ID })], { ChangedProductId: GOOD_ID }),
    reply: (entries) => entries
  },
  {
    name: 'price records',
    parse: (json) => parsePricePage(json, 0),
    good: basePrice({ GroupId: 777 }),
    reply: (entries) => [changedPrices(entries)]
  },
  {
    name: 'products',
    parse: (json) => parseCataloguePage(json, 0),
    good: product({ ProductId: GOOD_ID, Prices: [] }),
    reply: (entries) => cataloguePage(entries)
  },
  {
    name: 'tax rates',
    parse: (json) => parseCataloguePage(json, 0),
    good: taxRate({ Id: GOOD_ID }),
    reply: (entries) => cataloguePage([], { TaxRates: entries })
  },
  {
    name: 'prices of a product',
    parse: (json) => parseCataloguePage(json, 0),
    good: basePrice({ GroupId: 777 }),
    reply: (entries) => cataloguePage([product({ Prices: entries })])
  }
]

/** JSON that now and then has one of Cova's keys, with whatever below it. */
const keys = ['Products', 'Locations', 'Prices', 'Configurations', 'Nodes', 'Role', '__proto__', 'toString'].concat(
  Object.keys({ ...changedPrices([]), ...basePrice(), ...product(), ...location(), ...promotion(), ...taxRate() })
)
const leaf = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    null,
    94451,
    Infinity,
    -0,
    1e300,
    'Active',
    'Mass',
    PRODUCT_A,
    PRODUCT_B,
    SCHEDULE,
    'constructor'
  )
)
const { covaish } = fc.letrec<{ covaish: unknown; node: unknown }>((tie) => ({
  covaish: fc.oneof({ maxDepth: 4, withCrossShrink: true }, leaf, tie('node')),
  node: fc.oneof(
    fc.array(tie('covaish'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...keys), tie('covaish'), { maxKeys: 6 }),
    fc.tuple(fc.constantFrom(basePrice, eighth, product, location, promotion, taxRate), fc.constantFrom(...keys), tie('covaish')).map(([make, key, value]) => make({ [key]: value })) // oxfmt-ignore
  )
}))

describe.each(feeds)('$name', ({ parse, good, reply }) => {
  test('whatever JSON comes is read without an exception, and what is said of it is short', () => {
    fc.assert(
      fc.property(covaish, (json) => {
        const parsed = parse(json)
        if (!parsed.ok) expect(parsed.reason.length).toBeLessThan(400)
        const nested = parse(reply([json]))
        expect(nested.ok).toBe(true)
      }),
      { numRuns: 400 }
    )
  })

  test('a good record beside any other lands as if it were alone', () => {
    const alone = parse(reply([good]))
    if (!alone.ok) throw new Error(alone.reason)
    expect(alone.value.rejected).toEqual([])
    const expected = landedOf(alone.value)
    expect(expected).not.toBeUndefined()
    fc.assert(
      fc.property(fc.array(covaish, { maxLength: 3 }), fc.array(covaish, { maxLength: 3 }), (before, after) => {
        const parsed = parse(reply([...before, good, ...after]))
        if (!parsed.ok) throw new Error(parsed.reason)
        expect(landedOf(parsed.value)).toEqual(expect.arrayContaining(expected ?? []))
      }),
      { numRuns: 200 }
    )
  })

  test('a value nested deeper than the stack is rejected like any other', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`)
    const parsed = parse(reply([deep, good, { Id: { deep }, ProductId: { deep }, Price: { deep } }]))
    expect(parsed).toMatchObject({ ok: true })
    expect(parsed.ok && parsed.value.rejected.length).toBeGreaterThan(1)
  })
})

/** The innermost objects that came of the good record, as text. */
const landedOf = (value: object) =>
  JSON.stringify(listsOf(value))
    .match(/\{[^{}]*(?:777|ffffffff)[^{}]*/g)
    ?.sort()

/** What landed, without what was rejected and what is counted. */
function listsOf(value: object): unknown {
  return Object.entries(value).filter(([key, list]) => key !== 'rejected' && Array.isArray(list))
}

test('a rejected record keeps its JSON to a bound', () => {
  const parsed = parseLocations([location({ Name: null, Filler: 'x'.repeat(100_000) })])
  expect(parsed.ok && parsed.value.rejected[0]?.raw).toHaveLength(20_000)
})
