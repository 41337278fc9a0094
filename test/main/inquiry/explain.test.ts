import { describe, expect, it } from 'vitest'
import { DEFAULT_SCREEN } from '../../../src/domain/screen/default-screen.ts'
import type { ExplanationChannels } from '../../../src/shared/manager/explanation.ts'
import { aPrice, aSale } from '../store/store-fixture.ts'
import { answerOf, askedStore, aWeekly, GST, NOW, PST, type StoredThings } from './asked-store.ts'

const QUARTER = { tierId: 3, name: '1/4 oz', quantity: '7' }
const CEDAR = { shelfId: 1, name: 'Cedar shelf' }
const MEMBERS = { groupId: 5, name: 'Members' }
const DAY_MS = 86_400_000

const onCedar = (atTierPrice: string) => [
  aPrice('6.72', {
    fromEntityId: 10,
    tier: QUARTER,
    atTierPrice,
    shelf: CEDAR,
    sales: [{ ...aSale('6', NOW - DAY_MS, NOW + DAY_MS), atTierSalePrice: '42' }]
  }),
  aPrice('6', { tier: QUARTER, atTierPrice: '41', group: MEMBERS })
]

const things: StoredThings = {
  products: [
    { id: 'p1', name: 'Copper Wren', records: onCedar('47') },
    { id: 'p2', name: 'Lemon Semaphore', records: onCedar('47') },
    { id: 'p3', name: 'Cedar Roll', records: [aPrice('9')], more: { measurementType: 'SingleUnit' } }
  ],
  promotions: [aWeekly('ferry', 'Ferry Friday', ['p1'], '20261120T160000 20261120T210000')],
  taxRates: [GST, PST]
}

type Asked = ExplanationChannels['price:explain']['args'][0]

const asked: Asked = {
  locationId: 1,
  screen: null,
  at: { kind: 'now' },
  productIds: ['p1', 'p2'],
  quantity: '7\u00a0g',
  payer: 'everybody'
}

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ')

describe('a price of a real store', () => {
  it('is explained from its record, with the name of the node it is set at', async () => {
    const { inquiries } = askedStore(things)
    const { explanation, text, group } = await answerOf(inquiries['price:explain'](asked))
    expect(plain(`${explanation.question} ${explanation.answer}`)).toBe('Why is any 7 g from Cedar shelf $47.04?')
    expect(plain(explanation.steps[0]?.text ?? '')).toContain('set at Coast region and inherited by Harbour Street')
    expect(explanation.youPay.amount).toBe('47.04')
    expect(explanation.remarks).toEqual([])
    expect(explanation.promotions.notes[0]?.text).toContain('Next: Friday 27 November, 4:00 pm to 9:00 pm')
    expect(text.split('\n')).toContain('You pay  47.04')
    expect(group).toBeNull()
  })

  it('is the board’s own, at any instant', async () => {
    const { inquiries } = askedStore(things)
    for (const at of [asked.at, { kind: 'wall', day: '2026-11-28', minute: 0 }] as const) {
      const { view } = await answerOf(inquiries['time-machine:board']({ locationId: 1, screen: null, at }))
      for (const item of view.items)
        for (const { quantity, youPay } of item.rungs) {
          const question = { ...asked, at, productIds: [item.productId], quantity }
          const { explanation } = await answerOf(inquiries['price:explain'](question))
          expect(explanation.youPay.amount).toBe(youPay?.digits)
        }
    }
  })

  it('names products of the shelf that cost something else', async () => {
    const { inquiries } = askedStore({
      ...things,
      products: [
        { id: 'p1', name: 'Copper Wren', records: onCedar('47') },
        {
          id: 'p2',
          name: 'Lemon Semaphore',
          records: [aPrice('7', { tier: QUARTER, atTierPrice: '50', shelf: CEDAR })]
        },
        { id: 'p3', name: 'Plum Ledger', records: [aPrice('8', { shelf: CEDAR })] }
      ]
    })
    const { explanation } = await answerOf(inquiries['price:explain']({ ...asked, productIds: ['p1', 'p2', 'p3'] }))
    expect(explanation.remarks).toEqual(['Products of this shelf differ: Lemon Semaphore 56.00 and Plum Ledger.'])
  })

  it('finds the rung by the words of the screen’s own language', async () => {
    const screens = { bar: { ...DEFAULT_SCREEN, language: 'fr-CA' } }
    const { inquiries } = askedStore({ ...things, settings: { screens } })
    const { explanation } = await answerOf(
      inquiries['price:explain']({ ...asked, screen: 'bar', productIds: ['p3'], quantity: 'ch.' })
    )
    expect(explanation.question).toBe('Why is one Cedar Roll')
  })

  it('answers in the manager’s language', async () => {
    const { inquiries } = askedStore({ ...things, settings: { language: 'fr-CA' } })
    const { explanation } = await answerOf(inquiries['price:explain'](asked))
    expect(plain(`${explanation.question} ${explanation.answer}`)).toBe(
      'Pourquoi 7 g au choix de Cedar shelf 47,04 $ ?'
    )
  })

  it('asks about the price that the screen shows large', async () => {
    const screens = { bar: { ...DEFAULT_SCREEN, priceStyle: 'shelf-price' as const } }
    const { inquiries } = askedStore({ ...things, settings: { screens } })
    const { explanation } = await answerOf(inquiries['price:explain']({ ...asked, screen: 'bar' }))
    expect(explanation.answer).toBe('$42.00?')
    expect(explanation.youPay.amount).toBe('47.04')
  })

  it('offers the price of the screen’s group, and explains that in its turn', async () => {
    const screens = { bar: { ...DEFAULT_SCREEN, groupId: 5 } }
    const { inquiries } = askedStore({ ...things, settings: { screens } })
    const open = await answerOf(inquiries['price:explain']({ ...asked, screen: 'bar' }))
    expect(open.group).toEqual({ groupId: 5, label: 'Explain what Members pay' })
    const members = await answerOf(inquiries['price:explain']({ ...asked, screen: 'bar', payer: 'group' }))
    expect(members.explanation.steps.map(({ title, part }) => [title, part])).toContainEqual(['Members', 'counts'])
    expect(members.explanation.youPay.amount).toBe('45.92')
  })

  it('says that a market keeps its promotions off the screen', async () => {
    const rule = { kind: 'hide-promotions', source: 'x', date: '2026-01-01' } as const
    const at = { kind: 'wall', day: '2026-11-27', minute: 980 } as const
    const { inquiries } = askedStore({ ...things, marketRules: [rule] })
    const { explanation } = await answerOf(inquiries['price:explain']({ ...asked, at }))
    expect(explanation.promotions.notes[0]?.text).toContain('The market profile keeps its badge off this screen.')
  })
})

describe('what the register said when it was asked again', () => {
  const noteAfter = async (atMs: number, differed: boolean, language: string | null = null): Promise<string | null> => {
    const { store, inquiries } = askedStore({ ...things, settings: { language } })
    const run = { atMs, isNightly: true, checked: 1, differed: differed ? 1 : 0, error: null }
    store.register.keepSample(run, [{ productId: 'p1', locationId: 1, atMs, differed }])
    const { explanation } = await answerOf(inquiries['price:explain'](asked))
    return explanation.register === null ? null : plain(`${explanation.register.lead} ${explanation.register.text}`)
  }
  const THREE = Date.parse('2026-11-24T03:05:00-06:00')

  it('is told with its time, and with the day where that is not today', async () => {
    expect(await noteAfter(THREE, false)).toBe(
      'The register agrees. This product was fetched again at 3:05 am and had the same prices and taxes.'
    )
    expect(await noteAfter(THREE - DAY_MS, false)).toContain('fetched again on Monday 23 November at 3:05 am')
    expect(await noteAfter(THREE, true)).toMatch(/^The register had differed\. .* the board has followed it since\.$/)
  })

  it('is told in French and Spanish too, and not at all where it was not asked', async () => {
    expect(await noteAfter(THREE, false, 'fr-CA')).toMatch(/^La caisse concorde\. Ce produit a été relu à 3 h 05/)
    expect(await noteAfter(THREE, false, 'es-US')).toMatch(/^La caja coincide\. .* a las 3:05 a\.m\./)
    const { inquiries } = askedStore(things)
    expect((await answerOf(inquiries['price:explain'](asked))).explanation.register).toBeNull()
  })
})

describe('the record behind it', () => {
  it('is what is stored, to read, and has no costs', async () => {
    const { inquiries } = askedStore(things)
    const { record } = await answerOf(inquiries['price:explain'](asked))
    const read = JSON.parse(record) as { records: { setAt: unknown; sales: unknown }[]; taxRates: unknown[] }
    expect(read.records[0]).toMatchObject({
      setAt: { entityId: 10, name: 'Coast region' },
      atTierPrice: '47',
      sales: [{ atTierSalePrice: '42', startsAt: '2026-11-23T16:00:00.000Z' }]
    })
    expect(read.taxRates).toHaveLength(2)
    expect(record).not.toMatch(/cost/i)
  })
})

describe('a question that has no answer', () => {
  const refusalOf = async (more: Partial<Asked>): Promise<unknown> => {
    const { inquiries } = askedStore(things)
    return inquiries['price:explain']({ ...asked, ...more })
  }

  it('names what is wrong with it', async () => {
    expect(await refusalOf({ productIds: ['gone'] })).toMatchObject({ ok: false, field: 'productIds' })
    expect(await refusalOf({ quantity: '9\u00a0g' })).toMatchObject({ ok: false, field: 'quantity' })
    expect(await refusalOf({ payer: 'group' })).toMatchObject({ ok: false, field: 'payer' })
    expect(await refusalOf({ locationId: 7 })).toMatchObject({ ok: false, field: 'locationId' })
    expect(await refusalOf({ at: { kind: 'wall', day: '2026-02-30', minute: 0 } })).toMatchObject({ field: 'at' })
  })
})
