import { describe, expect, test } from 'vitest'
import { readPromotionTerms, type WrittenTerms } from '../../../../src/domain/promotion/promotion-terms.ts'
import type { FullPromotionsReply } from '../../../../src/main/cova/records.ts'
import { parseFullPromotions } from '../../../../src/main/cova/schemas/full-promotions.ts'
import { PRODUCT_B, SCHEDULE, fullPromotion, type Json } from './samples.ts'

const ID = '18a509c5-82fa-4b97-83ee-c20037d26e5b'

function valueOf(json: unknown): FullPromotionsReply {
  const parsed = parseFullPromotions(json)
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.value
}

const termsOf = (changes: Json): WrittenTerms =>
  JSON.parse(valueOf([fullPromotion(changes)]).promotions[0]?.terms ?? 'null') as WrittenTerms

describe('full promotions', () => {
  test('land with their head, and with what they do as it came', () => {
    const { promotions, presentPromotionIds, rejected } = valueOf([fullPromotion()])
    expect(rejected).toEqual([])
    expect(presentPromotionIds).toEqual([ID])
    expect(promotions).toEqual([
      {
        promotionId: ID,
        name: 'Happy hour',
        status: 'Active',
        type: 'Percent Off',
        enabledAtEntityIds: [94447],
        schedule: SCHEDULE,
        version: 3,
        terms: expect.any(String)
      }
    ])
    const { PromotionType, CartCondition, LineCondition } = fullPromotion()
    expect(JSON.parse(promotions[0]?.terms ?? '')).toEqual({
      promotionType: PromotionType,
      cartCondition: CartCondition,
      lineCondition: LineCondition
    })
  })

  test('no digit of a number is lost on the way', () => {
    const reply = JSON.parse(
      JSON.stringify([
        fullPromotion({ PromotionType: { Type: 'EachMatchedDollarOff', DollarOffOfEach: '#' } })
      ]).replace('"#"', '1234567.0123456')
    )
    expect(valueOf(reply).promotions[0]?.terms).toContain('"DollarOffOfEach":1234567.0123456')
  })

  test.each<Json>([
    { ICalEventSchedule: undefined, ICalVEventSchedule: SCHEDULE },
    { ICalVEventSchedule: null, CreatedDateTimeUTC: undefined, CreatedDateTimeUtc: '2024-09-16T18:55:52Z' },
    { Status: 'Deleted', HumanReadablePromotionType: 'Something new' }
  ])('both spellings, any status and any words for its type: %o', (changes) => {
    const { promotions, rejected } = valueOf([fullPromotion(changes)])
    expect(rejected).toEqual([])
    expect(promotions[0]?.schedule).toBe(SCHEDULE)
  })

  test('a promotion without conditions of cart and lines has none', () => {
    expect(readPromotionTerms(termsOf({ CartCondition: null, LineCondition: undefined }))).toMatchObject({
      ok: true,
      value: { cart: { kind: 'none' }, line: { kind: 'none' } }
    })
  })

  test('a type and a condition that nobody knows are kept, and told by the rules and not by the wire', () => {
    const unknown = { Type: 'PairForLess', Discount: { Of: [1, 2.5] } }
    expect(termsOf({ PromotionType: unknown }).promotionType).toEqual(unknown)
    expect(readPromotionTerms(termsOf({ PromotionType: unknown }))).toEqual({
      ok: false,
      fault: { kind: 'unknown-type', type: 'PairForLess' }
    })
    expect(readPromotionTerms(termsOf({ CartCondition: { Type: 'Birthday' } }))).toEqual({
      ok: false,
      fault: { kind: 'unknown-condition', where: 'CartCondition', type: 'Birthday' }
    })
  })

  test('what names customers and costs inside of them is not kept', () => {
    const written = termsOf({
      CartCondition: { Type: 'Named', CustomerEmail: 'a@b.example', UnitCost: 3, PricingGroupId: 4 }
    })
    expect(written.cartCondition).toEqual({ Type: 'Named', PricingGroupId: 4 })
  })

  test.each<[Json, string]>([
    [{ PromotionType: null }, 'PromotionType: expected object'],
    [{ PromotionType: [] }, 'PromotionType: expected object'],
    [{ CartCondition: 'None' }, 'CartCondition: expected object'],
    [{ LineCondition: 8 }, 'LineCondition: expected object'],
    [{ ICalEventSchedule: null }, 'ICalEventSchedule: expected string, received neither it nor ICalVEventSchedule'],
    [{ EnabledAtLocationIds: ['94451'] }, 'EnabledAtLocationIds[0]: expected number, received string'],
    [{ Version: 3.5 }, 'Version: expected int, received number']
  ])('%o is rejected with its place, the next lands, and nothing of who made it is kept', (changes, reason) => {
    const reply = valueOf([fullPromotion(changes), fullPromotion({ PromotionId: PRODUCT_B })])
    expect(reply.rejected).toMatchObject([{ feed: 'full-promotions', kind: 'promotion', key: ID, reason }])
    expect(reply.rejected[0]?.raw).not.toContain('424242')
    expect(reply.promotions.map(({ promotionId }) => promotionId)).toEqual([PRODUCT_B])
    expect(reply.presentPromotionIds).toEqual([ID, PRODUCT_B])
  })

  test('nested deeper than anything can be written, it is rejected and the next lands', () => {
    let deep: unknown = { Type: 'None' }
    for (let depth = 0; depth < 200_000; depth += 1) deep = { Type: 'AllOf', Conditions: [deep] }
    const reply = valueOf([fullPromotion({ CartCondition: deep }), fullPromotion({ PromotionId: PRODUCT_B })])
    expect(reply.rejected).toMatchObject([{ key: ID, reason: expect.stringContaining('nested too deeply') }])
    expect(reply.promotions).toHaveLength(1)
  })

  test('of two with one id the greater version stands', () => {
    const versions = [4, 6, 6, 5].map((Version, index) => fullPromotion({ Version, Name: `n${index}` }))
    expect(valueOf(versions).promotions).toMatchObject([{ version: 6, name: 'n2' }])
  })

  test('another shape is a reason', () => {
    expect(parseFullPromotions({ Promotions: [] })).toMatchObject({ ok: false })
  })
})
