import { describe, expect, it } from 'vitest'
import {
  type CheckedLine,
  checkedReceiptOf,
  type CheckSource,
  compareChecked
} from '../../../src/domain/parity/checked-receipt.ts'
import type { Cause } from '../../../src/domain/parity/cause.ts'
import { causeInWords, lineInWords } from '../../../src/domain/parity/line-in-words.ts'
import type { RegisterLine } from '../../../src/domain/parity/register-line.ts'
import { locationFormatOf } from '../../../src/domain/display/location-format.ts'
import { BOTTOM_SHELF, location, percentage, priceRecord, product, sale, tier, VETERANS } from '../price-records.ts'
import { GST, HOUR_MS, line, MINUTE_MS, NOON, PST, shownAs, sourceOf, WREN } from './parity-case.ts'

const at = (minutes: number): number => NOON + minutes * MINUTE_MS
const textAt = (minutes: number): string => new Date(at(minutes)).toISOString()

/** "agrees", "-1.70 tax-missing", "unchecked held". */
function tellOf({ verdict }: CheckedLine): string {
  switch (verdict.kind) {
    case 'agrees':
      return 'agrees'
    case 'differs':
      return `${verdict.difference.toFixed(2)} ${verdict.cause.kind}`
    case 'unchecked':
      return `unchecked ${verdict.why}`
  }
}

const check = (lines: readonly RegisterLine[], source: CheckSource): readonly string[] =>
  checkedReceiptOf(lines, source).map(tellOf)

const causeOf = (one: RegisterLine, source: CheckSource): unknown => {
  const verdict = checkedReceiptOf([one], source)[0]?.verdict
  return verdict?.kind === 'differs' ? verdict.cause : verdict
}

describe('a receipt that agrees', () => {
  it('by its total with tax, by its amount before tax, by its unit price', () => {
    const source = sourceOf([{ facts: WREN }])
    for (const told of [{ amount: '24.29', tax: '2.91', total: '27.20' }, { amount: '24.29' }, { total: '27.20' }])
      expect(check([line('Blue Wren', '3.5', told)], source)).toEqual(['agrees'])
    expect(check([line('Blue Wren', '1', { unitPrice: '10' })], source)).toEqual(['agrees'])
  })

  it('jars of one shelf count together on a receipt, and share its cents', () => {
    const shelf = (productId: string) =>
      product({
        productId,
        records: WREN.records.map((record) => ({ ...record, shelf: BOTTOM_SHELF })),
        taxRates: []
      })
    const source = sourceOf([{ facts: shelf('a') }, { facts: shelf('b') }])
    expect(check([line('a', '2', { amount: '13.88' }), line('b', '1.5', { amount: '10.41' })], source)).toEqual([
      'agrees',
      'agrees'
    ])
    // The same jars rung up on receipts of their own are worth the price of a gram.
    expect(check([line('a', '2', { amount: '13.88' })], source)).toEqual(['-6.12 tier-given'])
  })

  it('what is more than a tier goes by the tier, unrounded', () => {
    // 24.29 / 3.5 x 5 = 34.70
    expect(check([line('Blue Wren', '5', { amount: '34.70' })], sourceOf([{ facts: WREN }]))).toEqual(['agrees'])
  })

  it('a return', () => {
    const source = sourceOf([{ facts: WREN }])
    expect(check([line('Blue Wren', '-3.5', { amount: '-24.29', total: '-27.20' })], source)).toEqual(['agrees'])
    // Too little given back is the shopper's loss.
    expect(check([line('Blue Wren', '-3.5', { total: '-20.00' })], source)[0]).toMatch(/^7\.20 /)
  })

  it('a return that is told by its amounts alone', () => {
    const source = sourceOf([{ facts: WREN }])
    const returned = (told: Parameters<typeof line>[2]) => checkedReceiptOf([line('Blue Wren', '3.5', told)], source)[0]
    for (const told of [
      { amount: '-24.29' },
      { total: '-27.20' },
      { amount: '-24.29', tax: '-2.91', total: '-27.20' },
      { unitPrice: '-6.94', amount: '-24.29' }
    ]) {
      const checked = returned(told)
      expect(checked?.charged.isReturn).toBe(true)
      expect(checked?.verdict.kind).toBe('agrees')
    }
    expect(check([line('Blue Wren', '3.5', { total: '-20.00' })], source)[0]).toMatch(/^7\.20 /)
    // Jars that were given back do not make those that were sold cheaper.
    expect(
      check([line('Blue Wren', '1', { amount: '10.00' }), line('Blue Wren', '2.5', { amount: '-25.00' })], source)
    ).toEqual(['agrees', 'agrees'])
    // Some registers write a discount below zero: it makes no return.
    expect(returned({ amount: '24.29', discount: '-2.00' })?.charged.isReturn).toBe(false)
  })

  it('an amount before its discount, told by the unit price', () => {
    const source = sourceOf([{ facts: WREN }])
    const told = { unitPrice: '10', amount: '10', discount: '2', total: '8.96' }
    expect(causeOf(line('Blue Wren', '1', told), source)).toEqual({ kind: 'discount', amount: '2.00' })
    expect(check([line('Blue Wren', '1', told)], source)).toEqual(['-2.24 discount'])
  })
})

describe('a receipt that differs by a tax', () => {
  const source = sourceOf([{ facts: WREN }], { rates: [GST, PST, percentage('Excise', '0.1')] })

  it('names the one that was left out', () => {
    expect(causeOf(line('Blue Wren', '3.5', { amount: '24.29', total: '25.50' }), source)).toEqual({
      kind: 'tax-missing',
      taxes: ['PST']
    })
    expect(check([line('Blue Wren', '3.5', { total: '25.99' })], source)).toEqual(['-1.21 tax-missing'])
  })

  it('names one that the store has and the product has not', () => {
    expect(causeOf(line('Blue Wren', '3.5', { amount: '24.29', total: '29.63' }), source)).toEqual({
      kind: 'tax-extra',
      taxes: ['Excise']
    })
  })

  it('without any tax, with them in the amount, a cent off, or by none that is known', () => {
    expect(check([line('Blue Wren', '3.5', { amount: '24.29', total: '24.29' })], source)).toEqual([
      '-2.91 tax-not-added'
    ])
    expect(check([line('Blue Wren', '3.5', { amount: '27.20' })], source)).toEqual(['2.91 amount-with-tax'])
    expect(check([line('Blue Wren', '3.5', { amount: '24.29', total: '27.21' })], source)).toEqual([
      '0.01 tax-rounding'
    ])
    expect(check([line('Blue Wren', '3.5', { amount: '24.29', total: '28.00' })], source)).toEqual(['0.80 tax-other'])
  })

  it('a store whose prices have the taxes in them, and a register that adds them', () => {
    const inclusive = location({ taxPricing: 'Inclusive' })
    const facts = product({
      productId: 'wren',
      records: [priceRecord({ price: '113' })],
      taxRates: [percentage('HST', '0.13')]
    })
    const there = sourceOf([{ facts }], { location: inclusive })
    expect(check([line('wren', '1', { total: '113.00' })], there)).toEqual(['agrees'])
    expect(check([line('wren', '1', { amount: '100.00' })], there)).toEqual(['agrees'])
    expect(check([line('wren', '1', { total: '127.69' })], there)).toEqual(['14.69 tax-added'])
  })
})

describe('an amount before tax at a store whose prices have the taxes in them', () => {
  const inclusive = location({ taxPricing: 'Inclusive' })
  const hst = { taxRates: [percentage('HST', '0.13')] }
  const facts = product({
    productId: 'wren',
    records: [priceRecord({ price: '113', sales: [sale('90.40', textAt(-120), textAt(-30))] })],
    ...hst
  })
  const source = sourceOf([{ facts }], { location: inclusive, promotions: ['Ferry Friday'] })
  const tell = (told: Parameters<typeof line>[2]) => check([line('wren', '1', told)], source)

  it('is held against what is nearer: the price with them, or what is left without', () => {
    expect(tell({ amount: '100.01' })).toEqual(['0.01 rounding'])
    expect(tell({ amount: '99.99' })).toEqual(['-0.01 rounding'])
    expect(tell({ amount: '113.01' })).toEqual(['0.01 rounding'])
    expect(tell({ amount: '94.00' })).toEqual(['-6.00 promotion'])
    expect(tell({ amount: '112.00' })).toEqual(['-1.00 promotion'])
    expect(tell({ amount: '120.00' })).toEqual(['7.00 unknown'])
  })

  it('is told beside the amount that it is held against', () => {
    const format = locationFormatOf('en-CA', 'CAD', 'America/Regina')
    const [checked] = checkedReceiptOf([line('wren', '1', { amount: '94.00' })], source)
    if (checked === undefined) throw new Error('nothing was checked')
    expect(lineInWords(checked, format, NOON, null)).toMatchObject({
      charged: '$94.00',
      promised: '$100.00',
      difference: '$6.00 less than the board said'
    })
  })

  it('is held against the other where that explains it to the cent', () => {
    // Ten off a price that the report tells with its taxes: 103.00 is nearer to 100.00.
    expect(tell({ amount: '103.00', discount: '10.00' })).toEqual(['-10.00 discount'])
    expect(tell({ amount: '90.00', discount: '10.00' })).toEqual(['-10.00 discount'])
  })

  it('and its causes are looked for on the same side', () => {
    const sold = [
      ...shownAs(facts, at(-60), at(-120), at(-30), inclusive),
      ...shownAs(facts, at(0), at(-30), null, inclusive)
    ]
    const there = sourceOf([{ facts, prices: sold }], { location: inclusive })
    // 90.40 with its taxes, 80.00 without.
    for (const told of [{ amount: '80.00', total: '90.40' }, { total: '90.40' }])
      expect(check([line('wren', '1', told)], there)).toEqual(['-22.60 sale-over-on-board'])
    expect(check([line('wren', '1', { amount: '80.00' })], there)).toEqual(['-20.00 sale-over-on-board'])
    expect(check([line('wren', '1', { amount: '90.40' })], there)).toEqual(['-22.60 sale-over-on-board'])
    expect(check([line('wren', '1', { amount: '100.00', total: '113.01' })], there)).toEqual(['0.01 tax-rounding'])
    expect(check([line('wren', '1', { amount: '100.00', total: '105.00' })], there)).toEqual(['-8.00 tax-other'])
  })
})

describe('a sale', () => {
  const onSale = {
    ...WREN,
    records: [priceRecord({ price: '10', sales: [sale('8', textAt(-120), textAt(-30))] })],
    taxRates: []
  }
  const sold = [...shownAs(onSale, at(-60), at(-120), at(-30)), ...shownAs(onSale, at(0), at(-30), null)]
  const source = sourceOf([{ facts: onSale, prices: sold }])

  it('that had ended, still given by the register', () => {
    expect(causeOf(line('Blue Wren', '1', { amount: '8.00' }), source)).toEqual({
      kind: 'sale-over-on-board',
      endedAtMs: at(-30)
    })
    expect(check([line('Blue Wren', '1', { amount: '8.00' })], source)).toEqual(['-2.00 sale-over-on-board'])
  })

  it('that had ended, still shown by the board: the bad one', () => {
    // The manager ended it an hour before the board knew.
    const late = [...shownAs(onSale, at(-60), at(-120), at(10)), ...shownAs(onSale, at(0), at(10), null)].map(
      (price) => ({ ...price, saleEndsAtMs: null })
    )
    const known = sourceOf([{ facts: onSale, prices: late }])
    expect(check([line('Blue Wren', '1', { amount: '10.00' })], known)).toEqual(['2.00 sale-over-at-register'])
    expect(causeOf(line('Blue Wren', '1', { amount: '10.00' }), known)).toEqual({
      kind: 'sale-over-at-register',
      endedAtMs: at(-30)
    })
  })

  it('that had ended, of the rung that was sold: what another tier or group had ends by itself', () => {
    const eighth = tier(4, '1/8 oz', '3.5')
    const many = {
      ...WREN,
      records: [
        priceRecord({ price: '10', sales: [sale('8', textAt(-120), textAt(-30))] }),
        priceRecord({ price: '7', tier: eighth, sales: [sale('6', textAt(-120), textAt(-5))] }),
        priceRecord({ price: '9', group: VETERANS, sales: [sale('7', textAt(-120), textAt(-2))] })
      ],
      taxRates: []
    }
    const late = [...shownAs(many, at(-60), at(-120), at(10)), ...shownAs(many, at(0), at(10), null)].map((price) => ({
      ...price,
      saleEndsAtMs: null
    }))
    const known = sourceOf([{ facts: many, prices: late }])
    expect(causeOf(line('Blue Wren', '1', { amount: '10.00' }), known)).toEqual({
      kind: 'sale-over-at-register',
      endedAtMs: at(-30)
    })
    expect(causeOf(line('Blue Wren', '3.5', { amount: '24.50' }), known)).toEqual({
      kind: 'sale-over-at-register',
      endedAtMs: at(-5)
    })
  })

  it('that the register does not give while it runs', () => {
    expect(causeOf(line('Blue Wren', '1', { amount: '10.00' }, { atMs: at(-60) }), source)).toEqual({
      kind: 'sale-not-at-register',
      untilMs: at(-30)
    })
  })

  it('that the register gave before it began, by the stored record', () => {
    const coming = {
      ...WREN,
      records: [priceRecord({ price: '10', sales: [sale('8', textAt(45), textAt(90))] })],
      taxRates: []
    }
    expect(causeOf(line('Blue Wren', '1', { amount: '8.00' }), sourceOf([{ facts: coming }]))).toEqual({
      kind: 'sale-not-begun',
      beginsAtMs: at(45)
    })
  })
})

describe('other causes', () => {
  const source = sourceOf([{ facts: WREN }])

  it('a group price names the group', () => {
    expect(causeOf(line('Blue Wren', '3.5', { amount: '19.98' }), source)).toEqual({
      kind: 'group-price',
      group: 'Veterans'
    })
  })

  it('the price of a gram times the quantity, where the board has a tier', () => {
    expect(check([line('Blue Wren', '3.5', { amount: '35.00' })], source)).toEqual(['10.71 tier-not-given'])
    expect(causeOf(line('Blue Wren', '3.5', { amount: '35.00' }), source)).toEqual({
      kind: 'tier-not-given',
      tierQuantity: '3.5',
      counted: '3.5'
    })
  })

  it('a price that changed some minutes off, whichever of the two was late', () => {
    const before = product({ productId: 'wren', name: 'Blue Wren', records: [priceRecord({ price: '10' })] })
    const after = { ...before, records: [priceRecord({ price: '12' })] }
    const changing = (minute: number): CheckSource =>
      sourceOf([
        {
          facts: before,
          stored: after,
          prices: [...shownAs(before, NOON, at(-600), at(minute)), ...shownAs(after, NOON, at(minute), null)]
        }
      ])
    expect(causeOf(line('Blue Wren', '1', { amount: '12.00' }), changing(4))).toEqual({
      kind: 'price-changed',
      atMs: at(4),
      minutes: 4,
      boardWasLater: true
    })
    expect(causeOf(line('Blue Wren', '1', { amount: '10.00' }), changing(-6))).toEqual({
      kind: 'price-changed',
      atMs: at(-6),
      minutes: 6,
      boardWasLater: false
    })
    expect(causeOf(line('Blue Wren', '1', { amount: '10.00' }), changing(-300))).toEqual({
      kind: 'price-of-another-time',
      fromMs: at(-600),
      toMs: at(-300)
    })
  })

  it('a promotion that was on, a cent of rounding, and what nobody knows', () => {
    const promoted = sourceOf([{ facts: WREN }], { promotions: ['Ferry Friday'] })
    expect(causeOf(line('Blue Wren', '3.5', { amount: '17.00' }), promoted)).toEqual({
      kind: 'promotion',
      names: ['Ferry Friday']
    })
    expect(check([line('Blue Wren', '3.5', { amount: '24.30' })], source)).toEqual(['0.01 rounding'])
    expect(check([line('Blue Wren', '3.5', { amount: '31.00' })], promoted)).toEqual(['6.71 unknown'])
  })
})

describe('a line that cannot be put beside a board', () => {
  const held = location({ amountsHeld: true })

  it('says why', () => {
    const source = sourceOf([{ facts: WREN }])
    const one = (text: string, minutes: number) => line(text, '1', { amount: '10' }, { atMs: at(minutes) })
    expect(check([one('Grey Heron', 0)], source)).toEqual(['unchecked unknown-product'])
    const twice = sourceOf([{ facts: WREN }, { facts: { ...WREN, productId: 'wren-2' } }])
    expect(check([one('Blue Wren', 0)], twice)).toEqual(['unchecked several-products'])
    expect(check([one('Blue Wren', -60 * 49)], source)).toEqual(['unchecked no-history'])
    const closed = sourceOf([{ facts: WREN }], {
      stretches: [
        { fromMs: at(-600), toMs: at(-300) },
        { fromMs: at(30), toMs: at(60) }
      ]
    })
    expect(check([one('Blue Wren', 0)], closed)).toEqual(['unchecked not-shown'])
    const gone = sourceOf([{ facts: WREN, prices: shownAs(WREN, NOON, at(-600), at(-10)) }])
    expect(check([one('Blue Wren', 0)], gone)).toEqual(['unchecked not-on-board'])
    expect(check([one('Blue Wren', 0)], sourceOf([{ facts: WREN }], { location: held }))).toEqual(['unchecked held'])
    expect(check([line('Blue Wren', '1', {})], source)).toEqual(['unchecked no-amount'])
    expect(check([line('Blue Wren', '0', { amount: '0' })], source)).toEqual(['unchecked no-price-for-quantity'])
  })
})

it('the board that promised less heads the list, then what was charged below it, then the rest', () => {
  const source = sourceOf([{ facts: WREN }])
  const lines = [
    line('Blue Wren', '3.5', { amount: '24.29' }, { lineNumber: 1, receipt: '1' }),
    line('Grey Heron', '3.5', { amount: '24.29' }, { lineNumber: 2, receipt: '2' }),
    line('Blue Wren', '3.5', { amount: '19.98' }, { lineNumber: 3, receipt: '3' }),
    line('Blue Wren', '3.5', { amount: '24.30' }, { lineNumber: 4, receipt: '4' }),
    line('Blue Wren', '3.5', { amount: '35.00' }, { lineNumber: 5, receipt: '5' })
  ]
  const sorted = lines.flatMap((one) => checkedReceiptOf([one], source)).sort(compareChecked)
  expect(sorted.map(({ line: { lineNumber } }) => lineNumber)).toEqual([5, 4, 3, 2, 1])
})

const CAUSES: readonly Cause[] = [
  { kind: 'tax-missing', taxes: ['GST', 'PST'] },
  { kind: 'tax-extra', taxes: ['Excise'] },
  { kind: 'tax-other' },
  { kind: 'tax-added' },
  { kind: 'tax-not-added' },
  { kind: 'amount-with-tax' },
  { kind: 'tax-rounding' },
  { kind: 'rounding' },
  { kind: 'sale-not-at-register', untilMs: null },
  { kind: 'sale-not-at-register', untilMs: at(45) },
  { kind: 'sale-over-at-register', endedAtMs: at(-45) },
  { kind: 'sale-over-on-board', endedAtMs: at(-45) },
  { kind: 'sale-not-begun', beginsAtMs: at(45) },
  { kind: 'group-price', group: 'Veterans' },
  { kind: 'tier-not-given', tierQuantity: '3.5', counted: '4' },
  { kind: 'tier-given', tierQuantity: '7' },
  { kind: 'discount', amount: '2.00' },
  { kind: 'promotion', names: ['Ferry Friday', 'Long Roll Week'] },
  { kind: 'price-changed', atMs: at(4), minutes: 1, boardWasLater: true },
  { kind: 'price-changed', atMs: at(-4), minutes: 4, boardWasLater: false },
  { kind: 'price-of-another-time', fromMs: at(-300), toMs: at(-200) },
  { kind: 'price-of-another-time', fromMs: at(-300), toMs: null },
  { kind: 'unknown' }
]

describe('in words', () => {
  const source = sourceOf([{ facts: WREN }])
  const inLanguage = (language: string) => {
    const [checked] = checkedReceiptOf([line('Blue Wren', '3.5', { amount: '24.29', total: '25.50' })], source)
    if (checked === undefined) throw new Error('nothing was checked')
    return lineInWords(checked, locationFormatOf(language, 'CAD', 'America/Regina'), NOON + HOUR_MS, 'g')
  }

  it('a line with its amounts, its difference and its cause, in three languages', () => {
    expect(inLanguage('en-CA')).toMatchObject({
      kind: 'under',
      quantity: '3.5\u00a0g',
      charged: '$25.50',
      promised: '$27.20',
      difference: '$1.70 less than the board said',
      cause: 'The register left out PST, which the board adds.',
      soldAt: { day: null, time: '12:00 pm' }
    })
    expect(inLanguage('fr-CA')).toMatchObject({
      charged: '25,50\u00a0$',
      difference: '1,70\u00a0$ de moins que le tableau',
      cause: 'La caisse a omis PST, que le tableau ajoute.'
    })
    expect(inLanguage('es')).toMatchObject({ cause: 'La caja omitió PST, que el tablero suma.' })
  })

  it.each(CAUSES)('$kind: a sentence of its own in each language, with what it speaks of', (cause) => {
    const said = ['en-CA', 'fr-CA', 'es'].map((language) =>
      causeInWords(cause, locationFormatOf(language, 'CAD', 'America/Regina'), NOON + 24 * HOUR_MS, 'g')
    )
    expect(new Set(said).size).toBe(3)
    for (const sentence of said) {
      expect(sentence).toMatch(/^\p{Lu}.*\.$/u)
      expect(sentence).not.toMatch(/undefined|null|NaN|\$\{/)
    }
  })

  it('a time says its day where that is not today', () => {
    const format = locationFormatOf('en-CA', 'CAD', 'America/Regina')
    const cause = { kind: 'sale-over-at-register', endedAtMs: at(-30) } as const
    expect(causeInWords(cause, format, NOON, 'g')).toBe(
      'The sale had ended at 11:30 am. The board still showed it; the register charged the regular price.'
    )
    expect(causeInWords(cause, format, NOON + 24 * HOUR_MS, 'g')).toContain('on Nov 20 at 11:30 am')
  })
})
