import { describe, expect, it } from 'vitest'
import { explanationTextOf } from '../../../src/domain/explain/explanation.ts'
import type { Explanation } from '../../../src/shared/manager/explanation.ts'
import { BOTTOM_SHELF, flat, percentage, priceRecord, sale, tier, VETERANS } from '../price-records.ts'
import { explained, HARBOUR_STREET, plain } from './explained.ts'

const QUARTER = tier(3, '1/4 oz', '7')
const MEMBERS = { groupId: 5, name: 'Members' }
const GST = percentage('GST', '0.05')
const PST = percentage('PST', '0.07')
const INCLUSIVE = { ...HARBOUR_STREET, taxPricing: 'Inclusive' as const }
/** Friday 20 to Sunday 29 November, 11:59 pm, in Regina. */
const TEN_DAYS = ['2026-11-20T06:00:00Z', '2026-11-30T05:59:00Z'] as const

/** What stands at the right of each step, and whether it counts. */
function amountsOf({ steps }: Explanation): readonly (readonly [string, string | null, string])[] {
  return steps.map(({ title, amount, part }) => [plain(title), amount === null ? null : plain(amount), part])
}

function textOf({ steps }: Explanation, title: string): string {
  return plain(steps.find((step) => plain(step.title) === title)?.text ?? 'no such step')
}

function lostOf({ notUsed }: Explanation): readonly string[] {
  return notUsed.lines.map(plain)
}

describe('the price of the drawing: 7 g from Cedar shelf', () => {
  const cedar = {
    records: [
      priceRecord({
        price: '6.72',
        atTierPrice: '47',
        tier: QUARTER,
        fromEntityId: 94450,
        shelf: { shelfId: 1, name: 'Cedar shelf' },
        sales: [sale('6', ...TEN_DAYS, '42'), sale('6.29', null, null, '44')]
      }),
      priceRecord({ price: '6.22', atTierPrice: '43.50', tier: QUARTER, group: MEMBERS })
    ],
    taxRates: [PST, GST]
  }
  const why = explained(cedar, { quantity: '7' })

  it('asks as a person would', () => {
    expect(`${plain(why.question)} ${why.answer}`).toBe('Why is any 7 g from Cedar shelf $47.04?')
  })

  it('goes from the record over the sale and each tax to what is paid', () => {
    expect(amountsOf(why)).toEqual([
      ['Price record', '47.00', 'replaced'],
      ['Sale', '42.00', 'counts'],
      ['GST 5%', '2.10', 'counts'],
      ['PST 7%', '2.94', 'counts']
    ])
    expect(why.youPay).toEqual({ title: 'You pay', amount: '47.04', exact: '47.04' })
  })

  it('names the record, its tier, the node it is set at and the shelf', () => {
    expect(textOf(why, 'Price record')).toBe(
      'At-tier price for 7 g (tier “1/4 oz”), set at Coast region and inherited by Harbour Street. ' +
        'What is bought from Cedar shelf counts together.'
    )
  })

  it('names the window of the sale, and why it is in force', () => {
    expect(textOf(why, 'Sale')).toBe(
      'Friday 20 to Sunday 29 November, 11:59 pm. At-tier sale price for 7 g (tier “1/4 oz”). ' +
        'The lowest of the prices for 7 g, so it is in force.'
    )
  })

  it('names what is not used, and why not', () => {
    expect(lostOf(why)).toEqual([
      'Standing sale 44.00: a dated sale replaces it.',
      'Members 43.50: this screen names no group.'
    ])
  })

  it('says of each tax what it is taken on', () => {
    expect(textOf(why, 'GST 5%')).toBe('of 42.00, added at the till here')
    expect(textOf(why, 'PST 7%')).toBe('of 42.00, not on top of GST')
  })

  it('says what it will be next, from when, and why', () => {
    expect(why.next).toEqual({
      lead: '49.28 from Sunday 29 November, 11:59 pm,',
      text: 'when the sale ends.'
    })
  })

  it('can be copied as text', () => {
    expect(plain(explanationTextOf(why)).split('\n').slice(0, 4)).toEqual([
      'Why is any 7 g from Cedar shelf $47.04?',
      '',
      'Price record  47.00',
      expect.stringContaining('At-tier price')
    ])
    expect(explanationTextOf(why)).toContain('You pay  47.04')
  })
})

describe('where a price is set', () => {
  const setAt = (fromEntityId: number | null): string =>
    textOf(explained({ records: [priceRecord({ price: '10', fromEntityId })] }), 'Price record')

  it('names the node above that the location inherits from', () => {
    expect(setAt(94450)).toContain('set at Coast region and inherited by Harbour Street')
  })

  it('says when it is the location itself', () => {
    expect(setAt(94451)).toContain('set at Harbour Street itself')
  })

  it('gives the number of a node that has no name', () => {
    expect(setAt(7)).toContain('set at node 7 of the company, which has no name here')
  })

  it('says when the register does not tell', () => {
    expect(setAt(null)).toContain('the register does not say where it is set')
  })
})

describe('four amounts compete', () => {
  it('one price alone is in force', () => {
    const why = explained({ records: [priceRecord({ price: '10' })] })
    expect(textOf(why, 'Price record')).toBe(
      'Price for 1 g, set at Tern & Timber and inherited by Harbour Street. The only price for 1 g, so it is in force.'
    )
    expect(lostOf(why)).toEqual([])
  })

  it('a null AtTierPrice is Price times TierQuantity', () => {
    const why = explained({ records: [priceRecord({ price: '6.72', tier: QUARTER })] }, { quantity: '7' })
    expect(textOf(why, 'Price record')).toMatch(/^6\.72 for 1 g, times 7, set at/)
    expect(amountsOf(why)[0]).toEqual(['Price record', '47.04', 'counts'])
  })

  it('something sold by the piece is told in pieces', () => {
    const why = explained(
      { unit: 'each', records: [priceRecord({ price: '9', atTierPrice: '24', tier: tier(1, '3 pack', '3') })] },
      { quantity: '3' }
    )
    expect(why.question).toBe('Why are 3 of Night Ferry')
    expect(textOf(why, 'Price record')).toContain('At-tier price for 3 (tier “3 pack”)')
    const one = explained({ unit: 'each', records: [priceRecord({ price: '9' })] })
    expect(one.question).toBe('Why is one Night Ferry')
    expect(textOf(one, 'Price record')).toMatch(/^Price for one, set at/)
  })

  it('the default sale stands while no dated one runs', () => {
    const why = explained({ records: [priceRecord({ price: '10', sales: [sale('8', null, null)] })] })
    expect(amountsOf(why).slice(0, 2)).toEqual([
      ['Price record', '10.00', 'replaced'],
      ['Standing sale', '8.00', 'counts']
    ])
    expect(textOf(why, 'Standing sale')).toContain('it stands whenever no dated sale runs')
  })

  it('a running dated sale pushes the default sale aside even when it costs more', () => {
    const why = explained({
      records: [priceRecord({ price: '10', sales: [sale('8', null, null), sale('9', ...TEN_DAYS)] })]
    })
    expect(amountsOf(why)[1]).toEqual(['Sale', '9.00', 'counts'])
    expect(lostOf(why)).toEqual(['Standing sale 8.00: a dated sale replaces it.'])
  })

  it('a sale that is dearer than the record loses to it', () => {
    const why = explained({ records: [priceRecord({ price: '10', sales: [sale('12', ...TEN_DAYS)] })] })
    expect(amountsOf(why)[0]).toEqual(['Price record', '10.00', 'counts'])
    expect(lostOf(why)).toEqual(['Sale 12.00: 10.00 is lower.'])
  })

  it('where two are equal the first counts', () => {
    const why = explained({ records: [priceRecord({ price: '10', sales: [sale('10', ...TEN_DAYS)] })] })
    expect(lostOf(why)).toEqual(['Sale 10.00: no lower than the 10.00 that counts.'])
  })

  it('of overlapping sales the dearer applies', () => {
    const why = explained({
      records: [priceRecord({ price: '10', sales: [sale('7', ...TEN_DAYS), sale('8', ...TEN_DAYS)] })]
    })
    expect(amountsOf(why)[1]).toEqual(['Sale', '8.00', 'counts'])
    expect(lostOf(why)).toEqual([
      'Sale Friday 20 to Sunday 29 November, 11:59 pm, 7.00: of two sales at one time the dearer applies.'
    ])
  })

  it('tells of a sale to come and of one that has just ended, and of none of years ago', () => {
    const why = explained({
      records: [
        priceRecord({
          price: '10',
          sales: [
            sale('7', '2026-12-01T06:00:00Z', '2026-12-08T06:00:00Z'),
            sale('6', '2026-11-25T15:00:00Z', '2026-11-26T15:00:00Z'),
            sale('5', '2019-01-01T06:00:00Z', '2019-02-01T06:00:00Z')
          ]
        })
      ]
    })
    expect(lostOf(why)).toEqual([
      'Sale Wednesday 25 November, 9:00 am to Thursday 26 November, 9:00 am, 6.00: it is over.',
      'Sale Tuesday 1 to Monday 7 December, midnight, 7.00: it has not begun.'
    ])
  })

  it('a sale whose stop is not after its start is never in force', () => {
    const why = explained({
      records: [priceRecord({ price: '10', sales: [sale('7', '2026-12-08T06:00:00Z', '2026-12-01T06:00:00Z')] })]
    })
    expect(lostOf(why)[0]).toContain('it ends before it begins, so it is never in force')
  })

  it('a sale with one open end says from when, or until when', () => {
    const from = explained({ records: [priceRecord({ price: '10', sales: [sale('7', TEN_DAYS[0], null)] })] })
    expect(textOf(from, 'Sale')).toMatch(/^From Friday 20 November\. /)
    const until = explained({ records: [priceRecord({ price: '10', sales: [sale('7', null, TEN_DAYS[1])] })] })
    expect(textOf(until, 'Sale')).toMatch(/^Until Sunday 29 November, 11:59 pm\. /)
  })

  it('of two records with one key the dearer applies', () => {
    const why = explained({ records: [priceRecord({ price: '10' }), priceRecord({ price: '9' })] })
    expect(amountsOf(why)[0]).toEqual(['Price record', '10.00', 'counts'])
    expect(lostOf(why)).toEqual(['Another record 9.00: of two records for one price the dearer applies.'])
  })
})

describe('a group', () => {
  const eighth = tier(2, '1/8 oz', '3.5')
  const records = [
    priceRecord({ price: '10', shelf: BOTTOM_SHELF }),
    priceRecord({ price: '9', group: VETERANS }),
    priceRecord({
      price: '6.94',
      atTierPrice: '24.29',
      tier: eighth,
      sales: [sale('5.72', '2024-04-20T06:00:00Z', '2024-04-23T05:59:00Z', '20')]
    }),
    priceRecord({ price: '5.71', atTierPrice: '19.98', tier: eighth, group: VETERANS })
  ]

  it('a Veteran pays 19.98 at any time', () => {
    const why = explained(
      { records },
      { quantity: '3.5', payer: VETERANS, screenGroup: VETERANS, atMs: Date.parse('2024-04-21T12:00:00Z') }
    )
    expect(amountsOf(why).slice(0, 2)).toEqual([
      ['Price record', '24.29', 'replaced'],
      ['Veterans', '19.98', 'counts']
    ])
    expect(lostOf(why)).toEqual(['Sale 20.00: 19.98 is lower.'])
    expect(plain(why.question)).toBe('What Veterans pay for 3.5 g of Night Ferry: why')
  })

  it('everybody else pays 20.00 while the sale runs; the group has a row of its own', () => {
    const why = explained(
      { records },
      { quantity: '3.5', screenGroup: VETERANS, atMs: Date.parse('2024-04-21T12:00:00Z') }
    )
    expect(amountsOf(why)[1]).toEqual(['Sale', '20.00', 'counts'])
    expect(lostOf(why)).toEqual([
      'Veterans 19.98: for this group alone, and shown in a row of its own where it is lower.'
    ])
  })

  it('is not the group that the screen names', () => {
    const why = explained({ records }, { quantity: '3.5', screenGroup: MEMBERS })
    expect(lostOf(why)).toEqual(['Veterans 19.98: this screen names Members.'])
  })

  it('a group sale is told as such', () => {
    const why = explained(
      {
        records: [
          priceRecord({ price: '10' }),
          priceRecord({ price: '9', group: VETERANS, sales: [sale('8', ...TEN_DAYS)] })
        ]
      },
      { payer: VETERANS, screenGroup: VETERANS }
    )
    expect(amountsOf(why).slice(0, 2)).toEqual([
      ['Price record', '10.00', 'replaced'],
      ['Sale for Veterans', '8.00', 'counts']
    ])
    expect(lostOf(why)).toEqual(['Veterans 9.00: 8.00 is lower.'])
  })

  it('a tier that only the group has is a rung for that group', () => {
    const why = explained(
      { records: [priceRecord({ price: '6', atTierPrice: '19', tier: eighth, group: VETERANS })] },
      { quantity: '3.5', payer: VETERANS, screenGroup: VETERANS }
    )
    expect(amountsOf(why)[0]).toEqual(['Veterans', '19.00', 'counts'])
  })

  it('a tier of quantity 1 stands where the base would', () => {
    const why = explained({
      records: [priceRecord({ price: '11' }), priceRecord({ price: '10', tier: tier(1, '1 g', '1') })]
    })
    expect(lostOf(why)).toEqual(['Base price 11.00: the tier for 1 g takes its place.'])
  })
})

describe('rounding', () => {
  it('is a step where the exact amount differs, half up', () => {
    const why = explained({ records: [priceRecord({ price: '3.4675', tier: QUARTER })] }, { quantity: '7' })
    expect(amountsOf(why).slice(0, 2)).toEqual([
      ['Price record', '24.2725', 'counts'],
      ['Rounding', '\u22120.0025', 'counts']
    ])
    expect(textOf(why, 'Rounding')).toBe('24.2725 becomes 24.27: to the cent, half up.')
    const half = explained({ records: [priceRecord({ price: '24.285' })] })
    expect(amountsOf(half)[1]).toEqual(['Rounding', '+0.005', 'counts'])
    expect(half.youPay.amount).toBe('24.29')
  })

  it('is none where the amount is whole cents', () => {
    expect(explained({ records: [priceRecord({ price: '10' })] }).steps.map(({ kind }) => kind)).toEqual([
      'record',
      'note'
    ])
  })
})

describe('taxes', () => {
  const records = [priceRecord({ price: '24.29' })]

  it('GST 5 % layer 0, PST 7 % layer 1: the 1.79 is taken on the price with GST on it', () => {
    const why = explained({ records, taxRates: [GST, { ...PST, layer: 1 }] })
    expect(amountsOf(why).slice(1)).toEqual([
      ['GST 5%', '1.21', 'counts'],
      ['PST 7%', '1.79', 'counts']
    ])
    expect(textOf(why, 'GST 5%')).toBe('of 24.29, added at the till here; 1.2145 rounded to 1.21')
    expect(textOf(why, 'PST 7%')).toBe('of 25.5045, on top of GST; 1.785315 rounded to 1.79')
    expect(why.youPay.amount).toBe('27.29')
  })

  it('a tax on the list price says so', () => {
    const levy = percentage('Levy', '0.1', { calculatedOn: 'BasePriceListPrice' })
    const why = explained({
      records: [priceRecord({ price: '10', sales: [sale('8', ...TEN_DAYS)] })],
      taxRates: [levy]
    })
    expect(textOf(why, 'Levy 10%')).toBe('of the regular price, 10.00, added at the till here')
    expect(why.youPay.amount).toBe('9.00')
  })

  it('a flat tax is by quantity', () => {
    const why = explained(
      { records: [priceRecord({ price: '6', tier: QUARTER })], taxRates: [flat('Deposit', '0.1')] },
      { quantity: '7' }
    )
    expect(textOf(why, 'Deposit')).toBe('0.10 for each gram: 7 g, added at the till here')
    expect(amountsOf(why)[1]).toEqual(['Deposit', '0.70', 'counts'])
  })

  it('113.00 at an inclusive location has 13.00 inside it, and is what is paid', () => {
    const why = explained(
      { records: [priceRecord({ price: '113' })], taxRates: [percentage('HST', '0.13')] },
      { location: INCLUSIVE }
    )
    expect(amountsOf(why)).toEqual([
      ['Price record', '113.00', 'counts'],
      ['Before tax', '100.00', 'inside'],
      ['HST 13%', '13.00', 'inside']
    ])
    expect(textOf(why, 'HST 13%')).toBe('of 100.00, already inside the price here')
    expect(why.youPay.amount).toBe('113.00')
  })

  it('flat taxes above an inclusive amount are not known', () => {
    const why = explained(
      { records: [priceRecord({ price: '2' })], taxRates: [flat('Excise', '3')] },
      { location: INCLUSIVE }
    )
    expect(textOf(why, 'Taxes')).toMatch(/^Not known: /)
    expect(why.youPay.amount).toBe('2.00')
  })

  it('no tax is said, not left out', () => {
    expect(textOf(explained({ records }), 'Taxes')).toBe('No tax applies to this product here.')
  })

  it('a name that says its rate does not say it twice', () => {
    const why = explained({ records, taxRates: [percentage('GST 5%', '0.05')] })
    expect(amountsOf(why)[1]?.[0]).toBe('GST 5%')
  })
})

describe('amounts held', () => {
  it('gives no amount at all, and says when they return', () => {
    const why = explained(
      { records: [priceRecord({ price: '10', sales: [sale('8', ...TEN_DAYS)] })], taxRates: [GST] },
      { location: { ...HARBOUR_STREET, amountsHeld: true } }
    )
    expect(why.answer).toBe('Ask for today’s price')
    expect(why.steps).toHaveLength(1)
    expect(why.steps[0]?.text).toContain('until prices have been read again')
    expect(why.youPay).toEqual({ title: 'You pay', amount: null, exact: null })
    expect(why.next).toBeNull()
    expect(JSON.stringify(why)).not.toMatch(/8\.00|10\.00|8\.40/)
  })
})

describe('the next change of this price', () => {
  it('is none where none is known', () => {
    expect(explained({ records: [priceRecord({ price: '10' })] }).next).toEqual({
      lead: null,
      text: 'No change of this price is known for the coming 60 days.'
    })
  })

  it('passes over a sale that changes nothing', () => {
    const why = explained({
      records: [
        priceRecord({
          price: '10',
          sales: [
            sale('12', '2026-11-28T06:00:00Z', '2026-11-29T06:00:00Z'),
            sale('9', '2026-12-04T06:00:00Z', '2026-12-05T06:00:00Z')
          ]
        })
      ]
    })
    expect(why.next).toEqual({ lead: '9.00 from Friday 4 December, 12:00 am,', text: 'when a sale begins.' })
  })

  it('one sale that follows another is told as such', () => {
    const why = explained({
      records: [
        priceRecord({
          price: '10',
          sales: [sale('8', ...TEN_DAYS), sale('7', TEN_DAYS[1], '2026-12-05T06:00:00Z')]
        })
      ]
    })
    expect(why.next?.text).toBe('when one sale ends and another begins.')
  })
})

describe('in the store’s languages', () => {
  const asked = (language: string): Explanation =>
    explained(
      {
        records: [
          priceRecord({ price: '10', fromEntityId: 94450, sales: [sale('8', ...TEN_DAYS), sale('9', null, null)] })
        ],
        taxRates: [percentage('TPS', '0.05')]
      },
      { language }
    )

  it('speaks Canadian French', () => {
    const why = asked('fr-CA')
    expect(plain(`${why.question} ${why.answer}`)).toBe('Pourquoi 1 g de Night Ferry 8,40 $ ?')
    expect(textOf(why, 'Fiche de prix')).toBe('Prix pour 1 g, fixé à « Coast region », dont Harbour Street hérite.')
    expect(textOf(why, 'Rabais')).toMatch(/^Du vendredi 20 au dimanche 29 novembre, 23 h 59\. /)
    expect(lostOf(why)).toEqual(['Rabais permanent 9,00 : un rabais daté le remplace.'])
    expect(textOf(why, 'TPS 5 %')).toBe('sur 8,00, ajoutée à la caisse ici')
    expect(plain(why.next?.lead ?? '')).toBe('9,45 à partir du dimanche 29 novembre, 23 h 59,')
  })

  it('speaks Spanish', () => {
    const why = asked('es-US')
    expect(plain(`${why.question} ${why.answer}`)).toBe('¿Por qué 1 g de Night Ferry cuesta $8.40?')
    expect(textOf(why, 'Oferta')).toMatch(/^Del viernes 20 al domingo 29 de noviembre, 11:59 p\.m\. Precio/)
    expect(lostOf(why)).toEqual(['Oferta permanente 9.00: una oferta con fechas la reemplaza.'])
  })

  it('a store whose zone is not known is told times of UTC, as such', () => {
    const why = explained(
      { records: [priceRecord({ price: '10', sales: [sale('8', ...TEN_DAYS)] })] },
      { location: { ...HARBOUR_STREET, timeZone: null } }
    )
    expect(textOf(why, 'Sale')).toMatch(/^Friday 20 November, 06:00 UTC to Monday 30 November, 05:59 UTC\. /)
  })
})
