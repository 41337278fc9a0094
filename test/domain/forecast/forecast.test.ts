import { describe, expect, it } from 'vitest'
import type { ProductFacts, PromotionFacts } from '../../../src/domain/board/board-facts.ts'
import { calendarFormatOf } from '../../../src/domain/display/calendar-format.ts'
import { locationFormatOf } from '../../../src/domain/display/location-format.ts'
import { forecastOf, type ForecastFacts } from '../../../src/domain/forecast/forecast.ts'
import { forecastWordsOf } from '../../../src/domain/forecast/forecast-words.ts'
import { preparePromotion } from '../../../src/domain/promotion/promotion-state.ts'
import type { Forecast } from '../../../src/shared/manager/time-machine.ts'
import { location, priceRecord, product, sale, tier, VETERANS } from '../price-records.ts'

/** Tuesday 24 November 2026, 10:00 am in Regina. */
const NOW = Date.parse('2026-11-24T10:00:00-06:00')
const FRIDAY = Date.parse('2026-11-27T16:20:00-06:00')
const CEDAR = { shelfId: 1, name: 'Cedar shelf' }

const event = (...lines: readonly string[]): string => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n')

function promotion(name: string, schedule: string, productIds: readonly string[] = ['a']): PromotionFacts {
  return { promotionId: name, name, type: 'Bundle', enabledAtEntityIds: [94447], schedule, productIds, terms: null }
}

const FERRY_FRIDAY = promotion(
  'Ferry Friday',
  event('DTSTART:20261120T160000', 'DTEND:20261120T210000', 'RRULE:FREQ=WEEKLY')
)

function onSale(
  productId: string,
  from: string | null,
  to: string | null,
  more: Partial<ProductFacts> = {}
): ProductFacts {
  return product({
    productId,
    name: productId,
    records: [priceRecord({ price: '10', sales: [sale('8', from, to)] })],
    ...more
  })
}

interface Asked {
  readonly products?: readonly ProductFacts[]
  readonly promotions?: readonly PromotionFacts[]
  readonly hours?: ForecastFacts['hours']
  readonly atMs?: number
  readonly nowMs?: number
  readonly timeZone?: string
  readonly language?: string
}

function forecast(asked: Asked = {}): Forecast {
  const { products = [product({ productId: 'a', records: [priceRecord({ price: '10' })] })], promotions = [] } = asked
  const { hours = null, nowMs = NOW, atMs = FRIDAY, timeZone = 'America/Regina', language = 'en-CA' } = asked
  const format = locationFormatOf(language, 'CAD', timeZone)
  const facts = {
    location: { ...location({ timeZone }), timeZone },
    products,
    promotions: promotions.map(preparePromotion),
    hours,
    nowMs,
    atMs
  }
  return forecastOf(facts, {
    words: forecastWordsOf(language),
    format,
    calendar: calendarFormatOf(format, timeZone, nowMs)
  })
}

const plain = (text: string | undefined): string => (text ?? '').replaceAll(/[\u00a0\u202f]/g, ' ')
const day = (index: number): number => index / 30

describe('the chosen instant', () => {
  it('is told as the store’s day and time, and how far off it is', () => {
    expect(forecast().chosen).toEqual({
      at: '2026-11-27T22:20:00.000Z',
      day: '2026-11-27',
      minute: 980,
      isNow: false,
      headline: 'Friday 27 November, 4:20 pm',
      note: 'in 3 days, store time (Regina)'
    })
  })

  it('is now, later or earlier today, tomorrow', () => {
    const noteAt = (text: string): string => forecast({ atMs: Date.parse(text) }).chosen.note
    expect(noteAt('2026-11-24T10:00:30-06:00')).toMatch(/^now,/)
    expect(noteAt('2026-11-24T17:00:00-06:00')).toMatch(/^later today,/)
    expect(noteAt('2026-11-24T07:00:00-06:00')).toMatch(/^earlier today,/)
    expect(noteAt('2026-11-25T00:00:00-06:00')).toMatch(/^tomorrow,/)
  })

  it('names the year where it is another one', () => {
    const nowMs = Date.parse('2026-12-20T10:00:00-06:00')
    expect(forecast({ nowMs, atMs: Date.parse('2027-01-05T10:00:00-06:00') }).chosen.headline).toBe(
      'Tuesday 5 January 2027, 10:00 am'
    )
  })
})

describe('the days', () => {
  it('are thirty, with their months, weekends and the chosen one', () => {
    const { days, months } = forecast()
    expect(days).toHaveLength(30)
    expect(days[0]).toMatchObject({ label: '24', name: 'Tuesday 24 November', isWeekend: false })
    expect(days.filter(({ isChosen }) => isChosen).map(({ label }) => label)).toEqual(['27'])
    expect(months).toEqual([
      { label: 'November', place: 0 },
      { label: 'December', place: day(7) }
    ])
  })
})

describe('promotions', () => {
  const [lane] = forecast({ promotions: [FERRY_FRIDAY] }).lanes

  it('have a lane with a bar for each window, in force at the chosen instant or not', () => {
    expect(lane).toMatchObject({ name: 'Ferry Friday', kind: 'promotion' })
    expect(lane?.bars).toHaveLength(4)
    expect(lane?.bars.map(({ isInForce }) => isInForce)).toEqual([true, false, false, false])
    expect(lane?.bars[0]?.from).toBeCloseTo(day(3 + 16 / 24), 10)
    expect(lane?.bars[0]?.to).toBeCloseTo(day(3 + 21 / 24), 10)
  })

  it('lead to the end of the bar one is in, to the start of any other', () => {
    expect(lane?.bars[0]?.jump).toEqual({
      at: '2026-11-28T03:00:00.000Z',
      label: 'Ferry Friday, Friday 27 November, 4:00 pm to 9:00 pm. Go to its end: Friday 27 November, 9:00 pm'
    })
    expect(lane?.bars[1]?.jump?.label).toBe(
      'Ferry Friday, Friday 4 December, 4:00 pm to 9:00 pm. Go to its start: Friday 4 December, 4:00 pm'
    )
  })

  it('are open where they began before or run on', () => {
    const [always, long] = forecast({
      promotions: [
        promotion('Always', event('DTSTART:20260101T000000', 'DTEND:20280101T000000')),
        promotion('Twelve for twelve', event('DTSTART:20261201T000000', 'DTEND:20270301T000000'))
      ]
    }).lanes.toReversed()
    expect(long?.bars[0]).toMatchObject({ opensLeft: false, opensRight: true, to: 1, span: 'from Tuesday 1 December' })
    expect(always?.bars[0]).toMatchObject({ opensLeft: true, opensRight: true, from: 0, to: 1, jump: null })
    expect(always?.bars[0]?.span).toBe('all the time')
  })

  it('that list nothing on the screen, are not enabled here or cannot be read have none', () => {
    const elsewhere = { ...FERRY_FRIDAY, enabledAtEntityIds: [1] }
    const others = promotion('Others', FERRY_FRIDAY.schedule, ['z'])
    const garbled = promotion('Garbled', 'BEGIN:VEVENT\r\nEND:VEVENT')
    expect(forecast({ promotions: [elsewhere, others, garbled] }).lanes).toEqual([])
  })

  it('with more windows than anybody can touch are told a day at a time', () => {
    const hourly = promotion('Hourly', event('DTSTART:20261120T001000', 'DTEND:20261120T002000', 'RRULE:FREQ=HOURLY'))
    const [busy] = forecast({ promotions: [hourly] }).lanes
    expect(busy?.bars).toHaveLength(30)
    expect(busy?.bars[0]?.span).toBe('24 times on Tuesday 24 November')
  })
})

describe('sales', () => {
  const WEEKEND = ['2026-11-28T06:00:00Z', '2026-11-30T05:59:00Z'] as const

  it('of one window are one, named by the product, the shelf, the class or their number', () => {
    const nameOf = (products: readonly ProductFacts[]): readonly string[] =>
      forecast({ products }).lanes.map(({ name, kind }) => `${name} ${kind}`)
    const onCedar = { records: [priceRecord({ price: '10', shelf: CEDAR, sales: [sale('8', ...WEEKEND)] })] }
    expect(nameOf([onSale('Night Ferry', ...WEEKEND)])).toEqual(['Night Ferry sale'])
    expect(nameOf([onSale('a', ...WEEKEND, onCedar), onSale('b', ...WEEKEND, onCedar)])).toEqual(['Cedar shelf sale'])
    expect(nameOf([onSale('a', ...WEEKEND), onSale('b', ...WEEKEND)])).toEqual(['2 in Flower sale'])
    expect(nameOf([onSale('a', ...WEEKEND), onSale('b', ...WEEKEND, { classification: ['Vapes'] })])).toEqual([
      '2 products sale'
    ])
  })

  it('of several windows on the same products share a lane', () => {
    const record = priceRecord({
      price: '10',
      sales: [sale('8', ...WEEKEND), sale('8', '2026-12-05T06:00:00Z', '2026-12-07T06:00:00Z')]
    })
    const { lanes } = forecast({ products: [product({ productId: 'a', name: 'Night Ferry', records: [record] })] })
    expect(lanes.map(({ bars }) => bars.map(({ span }) => span))).toEqual([
      ['Saturday 28 to Sunday 29 November, 11:59 pm', 'Saturday 5 to Sunday 6 December, midnight']
    ])
  })

  it('that change nothing have none: dearer ones, default ones, a group’s, ones that end before they begin', () => {
    const records = [
      priceRecord({ price: '10', sales: [sale('12', ...WEEKEND), sale('9', null, null)] }),
      priceRecord({ price: '9', group: VETERANS, sales: [sale('7', ...WEEKEND)] }),
      priceRecord({ price: '8', tier: tier(2, '1/8 oz', '3.5'), sales: [sale('7', WEEKEND[1], WEEKEND[0])] })
    ]
    expect(forecast({ products: [product({ productId: 'a', records })] }).lanes).toEqual([])
  })

  it('in force come first, then by their start; what never changes comes last', () => {
    const { lanes } = forecast({
      products: [
        onSale('Later', '2026-12-10T06:00:00Z', null),
        onSale('Running', '2026-11-01T06:00:00Z', '2026-11-30T05:59:00Z'),
        onSale('Steady', '2026-01-01T06:00:00Z', null)
      ],
      promotions: [promotion('Ferry Friday', FERRY_FRIDAY.schedule, ['Later'])]
    })
    expect(lanes.map(({ name }) => name)).toEqual(['Running', 'Ferry Friday', 'Later', 'Steady'])
    expect(lanes[0]?.bars[0]).toMatchObject({ opensLeft: true, isInForce: true, from: 0 })
  })
})

describe('events', () => {
  const products = [
    onSale('Night Ferry', '2026-11-20T06:00:00Z', '2026-11-30T05:59:00Z'),
    product({ productId: 'a', records: [priceRecord({ price: '10' })] })
  ]

  it('are every start and end, in order, each with its instant', () => {
    const { events } = forecast({ products, promotions: [FERRY_FRIDAY] })
    expect(events.slice(0, 3)).toEqual([
      { at: '2026-11-27T22:00:00.000Z', moment: 'Friday 27 November, 4:00 pm', text: 'Ferry Friday begins' },
      { at: '2026-11-28T03:00:00.000Z', moment: 'Friday 27 November, 9:00 pm', text: 'Ferry Friday ends' },
      { at: '2026-11-30T05:59:00.000Z', moment: 'Sunday 29 November, 11:59 pm', text: 'Sale on Night Ferry ends' }
    ])
  })

  it('next and before say their time, with the day where it is another one', () => {
    const { next, previous } = forecast({ products, promotions: [FERRY_FRIDAY] })
    expect(next).toEqual({ at: '2026-11-28T03:00:00.000Z', label: 'Next change: 9:00 pm, Ferry Friday ends' })
    expect(previous?.label).toBe('Change before: 4:00 pm, Ferry Friday begins')
    const later = forecast({ products, promotions: [FERRY_FRIDAY], atMs: Date.parse('2026-11-27T21:00:00-06:00') })
    expect(later.next?.label).toBe('Next change: Sunday 29 November, 11:59 pm, Sale on Night Ferry ends')
  })

  it('at one instant are told as one button', () => {
    const twin = promotion('Twin', FERRY_FRIDAY.schedule)
    expect(forecast({ promotions: [FERRY_FRIDAY, twin] }).next?.label).toBe(
      'Next change: 9:00 pm, Ferry Friday ends, and 1 more'
    )
  })

  it('are none where nothing changes', () => {
    const { next, previous, events } = forecast()
    expect([next, previous, events]).toEqual([null, null, []])
  })
})

describe('the strip of the chosen day', () => {
  const WEEK = Array.from({ length: 7 }, () => ({ opensAt: '09:00', closesAt: '22:00' }))
  const { strip } = forecast({ promotions: [FERRY_FRIDAY], hours: WEEK })

  it('has every fifth minute with its time', () => {
    expect(strip.label).toBe('Friday 27')
    expect(strip.steps).toHaveLength(288)
    expect(strip.steps[strip.stepIndex]).toEqual({ at: '2026-11-27T22:20:00.000Z', time: '4:20 pm' })
    expect(strip.place).toBeCloseTo(980 / 1440, 10)
  })

  it('has the opening hours, and what begins or ends on the day', () => {
    expect(strip.open).toEqual([{ from: 9 / 24, to: 22 / 24, label: 'open 9 am to 10 pm' }])
    expect(strip.bars).toEqual([
      {
        at: '2026-11-27T22:00:00.000Z',
        from: 16 / 24,
        to: 21 / 24,
        isInForce: true,
        label: 'Ferry Friday, 4 pm to 9 pm'
      }
    ])
    expect(strip.told).toBe('Ferry Friday, 4 pm to 9 pm')
    expect(strip.ticks.map(({ label }) => label)).toEqual(['12 am', '6 am', 'noon', '6 pm'])
  })

  it('tells of several in force the one that has begun last, and how many more', () => {
    const early = promotion('Early', event('DTSTART:20261120T120000', 'DTEND:20261120T200000', 'RRULE:FREQ=WEEKLY'))
    const over = promotion('Over', event('DTSTART:20261120T090000', 'DTEND:20261120T100000', 'RRULE:FREQ=WEEKLY'))
    expect(forecast({ promotions: [early, FERRY_FRIDAY, over] }).strip.told).toBe(
      'Ferry Friday, 4 pm to 9 pm, and 1 more'
    )
    expect(forecast({ promotions: [over] }).strip.told).toBeNull()
  })

  it('has 276 or 300 steps on a day whose clock is changed', () => {
    const on = (nowMs: number): Forecast => forecast({ timeZone: 'America/Denver', nowMs, atMs: nowMs })
    const spring = on(Date.parse('2026-03-08T12:00:00-06:00')).strip
    expect(spring.steps).toHaveLength(276)
    expect(spring.steps[24]?.time).toBe('3:00 am')
    const autumn = on(Date.parse('2026-11-01T12:00:00-07:00')).strip
    expect(autumn.steps).toHaveLength(300)
    expect([autumn.steps[12]?.time, autumn.steps[24]?.time]).toEqual(['1:00 am', '1:00 am'])
  })
})

describe('before the next opening', () => {
  const labelAt = (nowText: string, hours: Asked['hours'] = null): string =>
    forecast({ nowMs: Date.parse(nowText), atMs: Date.parse(nowText), hours }).opening.label

  it('is tomorrow’s, today’s while that is ahead, or a weekday’s', () => {
    expect(labelAt('2026-11-24T10:00:00-06:00')).toBe('Before we open tomorrow')
    expect(labelAt('2026-11-24T08:00:00-06:00')).toBe('Before we open today')
    const closedWednesday = [
      null,
      { opensAt: '10:00', closesAt: '18:00' },
      null,
      null,
      { opensAt: '10:00', closesAt: '18:00' },
      null,
      null
    ]
    expect(labelAt('2026-11-24T12:00:00-06:00', closedWednesday)).toBe('Before we open on Friday')
  })
})

describe('in French and Spanish', () => {
  it('says the same', () => {
    const french = forecast({ promotions: [FERRY_FRIDAY], language: 'fr-CA' })
    expect(plain(french.chosen.headline)).toBe('Vendredi 27 novembre, 16 h 20')
    expect(plain(french.chosen.note)).toBe('dans 3 jours, heure du magasin (Regina)')
    expect(plain(french.next?.label)).toBe('Prochain changement : 21 h, Ferry Friday prend fin')
    expect(plain(french.lanes[0]?.bars[0]?.span)).toBe('le vendredi 27 novembre, de 16 h à 21 h')
    expect(french.opening.label).toBe('Avant l’ouverture demain')
    const spanish = forecast({ promotions: [FERRY_FRIDAY], language: 'es-US' })
    expect(plain(spanish.chosen.headline)).toBe('Viernes 27 de noviembre, 4:20 p.m.')
    expect(plain(spanish.next?.label)).toBe('Próximo cambio: 9:00 p.m., Ferry Friday termina')
    expect(spanish.months.map(({ label }) => label)).toEqual(['noviembre', 'diciembre'])
  })
})
