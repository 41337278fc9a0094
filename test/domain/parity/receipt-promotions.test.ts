import { describe, expect, it } from 'vitest'
import type { PromotionFacts } from '../../../src/domain/board/board-facts.ts'
import { checkedReceiptOf, type CheckSource } from '../../../src/domain/parity/checked-receipt.ts'
import { causeInWords } from '../../../src/domain/parity/line-in-words.ts'
import type { RegisterLine } from '../../../src/domain/parity/register-line.ts'
import type { ShownPrice } from '../../../src/domain/parity/shown-price.ts'
import { locationFormatOf } from '../../../src/domain/display/location-format.ts'
import { preparePromotion, promotionStatesAt } from '../../../src/domain/promotion/promotion-state.ts'
import { location, priceRecord, product } from '../price-records.ts'
import { line, NOON, shownAs, sourceOf } from './parity-case.ts'

const GUMMY = product({ productId: 'gummy', name: 'Gummies', unit: 'each', records: [priceRecord({ price: '12.45' })] })
const GRINDER = product({
  productId: 'grinder',
  name: 'Grinder',
  unit: 'each',
  records: [priceRecord({ price: '20' })]
})

const ALL_YEAR = 'BEGIN:VEVENT\r\nDTSTART:20260101T000000\r\nDTEND:20271231T235959\r\nEND:VEVENT'

function promotion(name: string, promotionType: unknown, cartCondition?: unknown): PromotionFacts {
  return {
    promotionId: name,
    name,
    type: 'BOGO',
    enabledAtEntityIds: [94447],
    productIds: ['gummy', 'grinder'],
    schedule: ALL_YEAR,
    terms: { promotionType, cartCondition, lineCondition: undefined }
  }
}

const FERRY_FRIDAY = promotion('Ferry Friday', {
  Type: 'EachMatchedPercentOff',
  PercentOffOfEach: 0.2,
  ItemsToMatch: { Type: 'None' }
})
const SECOND_FOR_A_DOLLAR = promotion('Second for a dollar', {
  Type: 'CheapestMatchedForDollar',
  DollarValueOfCheapest: 1,
  ItemsToMatch: { Type: 'None' },
  NumberToMatch: 2
})
const MEDICAL = promotion(
  'Medical mornings',
  { Type: 'EachMatchedPercentOff', PercentOffOfEach: 0.1, ItemsToMatch: { Type: 'None' } },
  { Type: 'MedCustomer' }
)

function shown(facts: typeof GUMMY, deal: string | null): readonly ShownPrice[] {
  const prices = shownAs(facts, NOON, NOON - 3_600_000, null)
  return prices.map((price) => ({
    ...price,
    deal:
      deal === null
        ? null
        : {
            promotionId: 'Ferry Friday',
            price: deal,
            outTheDoor: deal,
            discount: { kind: 'share' as const, share: '0.2' }
          }
  }))
}

function source(promotions: readonly PromotionFacts[], deal: string | null = null): CheckSource {
  const prepared = promotions.map(preparePromotion)
  return sourceOf(
    [
      { facts: GUMMY, prices: shown(GUMMY, deal) },
      { facts: GRINDER, prices: shown(GRINDER, null) }
    ],
    { promotionsAt: (atMs) => promotionStatesAt(prepared, location(), atMs) }
  )
}

function check(lines: readonly RegisterLine[], against: CheckSource): readonly string[] {
  return checkedReceiptOf(lines, against).map(({ verdict }) => {
    if (verdict.kind !== 'differs') return verdict.kind
    const { cause } = verdict
    const about =
      cause.kind === 'promotion-applied' ? cause.names.join() : cause.kind === 'deal-not-given' ? cause.name : ''
    return `${verdict.difference.toFixed(2)} ${cause.kind} ${about}`.trim()
  })
}

const gummies = (amount: string, quantity = '1') => line('Gummies', quantity, { amount })

describe('a deal that the board showed', () => {
  it('agrees where the register took it off', () => {
    expect(check([gummies('9.96')], source([FERRY_FRIDAY], '9.96'))).toEqual(['agrees'])
  })

  it('agrees for several, as the promotion makes of them', () => {
    // 20 % of 37.35 is 7.47.
    expect(check([gummies('29.88', '3')], source([FERRY_FRIDAY], '9.96'))).toEqual(['agrees'])
  })

  it('is what the board promised too little by where the register left it out', () => {
    expect(check([gummies('12.45')], source([FERRY_FRIDAY], '9.96'))).toEqual(['2.49 deal-not-given Ferry Friday'])
  })

  it('is believed from the history where the promotion is gone since', () => {
    expect(check([gummies('9.96')], source([], '9.96'))).toEqual(['agrees'])
    expect(check([gummies('24.90', '2')], source([], '9.96'))).toEqual(['4.98 deal-not-given Ferry Friday'])
  })

  it('is believed of a return with it and without', () => {
    expect(check([gummies('-9.96', '-1')], source([FERRY_FRIDAY], '9.96'))).toEqual(['agrees'])
    expect(check([gummies('-12.45', '-1')], source([FERRY_FRIDAY], '9.96'))).toEqual(['agrees'])
  })
})

describe('a promotion that no price of the board could show', () => {
  it('explains the lines that it took something off, by its name', () => {
    const grinder = line('Grinder', '1', { amount: '20.00' })
    expect(check([gummies('1.00'), grinder], source([SECOND_FOR_A_DOLLAR]))).toEqual([
      '-11.45 promotion-applied Second for a dollar',
      'agrees'
    ])
  })

  it('explains nothing that is not its own to the cent', () => {
    expect(check([gummies('5.00'), gummies('12.45')], source([SECOND_FOR_A_DOLLAR]))[0]).toBe('-7.45 unknown')
  })

  it('explains a price of shoppers that the receipt does not name', () => {
    expect(check([gummies('11.21')], source([MEDICAL]))).toEqual(['-1.24 promotion-applied Medical mornings'])
  })

  it('never turns a line that is what the board said into one that differs', () => {
    expect(check([gummies('12.45'), gummies('12.45')], source([SECOND_FOR_A_DOLLAR, MEDICAL]))).toEqual([
      'agrees',
      'agrees'
    ])
  })
})

describe('these causes in words', () => {
  it.each([
    [
      'en-CA',
      'What was charged is the price with Ferry Friday.',
      'The board showed Ferry Friday. The register charged the price without it.'
    ],
    [
      'fr-CA',
      'Ce qui a été demandé est le prix avec Ferry Friday.',
      'Le tableau affichait Ferry Friday. La caisse a demandé le prix sans cette promotion.'
    ],
    [
      'es-US',
      'Lo que se cobró es el precio con Ferry Friday.',
      'El tablero mostraba Ferry Friday. La caja cobró el precio sin esa promoción.'
    ]
  ])('%s', (language, applied, notGiven) => {
    const format = locationFormatOf(language, 'CAD', 'America/Regina')
    expect(causeInWords({ kind: 'promotion-applied', names: ['Ferry Friday'] }, format, NOON, null)).toBe(applied)
    expect(causeInWords({ kind: 'deal-not-given', name: 'Ferry Friday' }, format, NOON, null)).toBe(notGiven)
  })
})
