import { describe, expect, it } from 'vitest'
import { DEFAULT_SCREEN } from '../../../src/domain/screen/default-screen.ts'
import { aPrice, aSale } from '../store/store-fixture.ts'
import { answerOf, askedStore, aWeekly, GST, NOW, PST, type StoredThings } from './asked-store.ts'

const STORE = { locationId: 1, screen: null }
const FRIDAY = { kind: 'wall', day: '2026-11-27', minute: 980 } as const
const FERRY = aWeekly('ferry', 'Ferry Friday', ['p1', 'p2'], '20261120T160000 20261120T210000')
const MORNING = Date.parse('2026-11-25T06:00:00-06:00')

const things: StoredThings = {
  products: [
    { id: 'p1', name: 'Night Ferry', records: [aPrice('10', { sales: [aSale('8', NOW - 1, MORNING)] })] },
    {
      id: 'p2',
      name: 'Slow Comet',
      records: [aPrice('20')],
      more: { classificationPath: 'Vapes', classificationName: null }
    }
  ],
  promotions: [FERRY],
  taxRates: [GST, PST]
}

describe('the forecast of a store', () => {
  it('tells lanes, events and the chosen day from what is stored', async () => {
    const { inquiries } = askedStore(things)
    const forecast = await answerOf(inquiries['time-machine:forecast']({ ...STORE, at: FRIDAY }))
    expect(forecast.chosen.headline).toBe('Friday 27 November, 4:20 pm')
    expect(forecast.chosen.note).toBe('in 3 days, store time (Regina)')
    expect(forecast.lanes.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'Night Ferry sale',
      'Ferry Friday promotion'
    ])
    expect(forecast.next?.label).toBe('Next change: 9:00 pm, Ferry Friday ends')
    expect(forecast.opening.label).toBe('Before we open tomorrow')
  })

  it('goes by the hours that the manager has set, else by those of the register, else by nine', async () => {
    const openingOf = async (more: Partial<StoredThings>): Promise<string> => {
      const { inquiries } = askedStore({ ...things, ...more })
      return (await answerOf(inquiries['time-machine:forecast']({ ...STORE, at: { kind: 'now' } }))).opening.at
    }
    const ten = { Open: { Hour: 10, Minute: 30 }, Close: { Hour: 21, Minute: 0 } }
    const storeHours = JSON.stringify({
      Monday: ten,
      Tuesday: ten,
      Wednesday: ten,
      Thursday: ten,
      Friday: ten,
      Saturday: ten,
      Sunday: null
    })
    const eleven = Array.from({ length: 7 }, () => ({ opensAt: '11:00', closesAt: '21:00' }))
    expect(await openingOf({})).toBe('2026-11-25T15:00:00.000Z')
    expect(await openingOf({ location: { storeHours } })).toBe('2026-11-24T16:30:00.000Z')
    expect(await openingOf({ location: { storeHours }, settings: { openingHours: { 1: eleven } } })).toBe(
      '2026-11-24T17:00:00.000Z'
    )
    expect(await openingOf({ location: { storeHours: '{"Monday":"late"}' } })).toBe('2026-11-25T15:00:00.000Z')
  })

  it('is about what the screen may show', async () => {
    const vapes = { ...DEFAULT_SCREEN, set: { kind: 'classifications' as const, paths: [['Vapes']] } }
    const { inquiries } = askedStore({ ...things, settings: { screens: { vapes } } })
    const { lanes } = await answerOf(inquiries['time-machine:forecast']({ locationId: 1, screen: 'vapes', at: FRIDAY }))
    expect(lanes.map(({ name }) => name)).toEqual(['Ferry Friday'])
  })

  it('is refused for an instant outside of its days, for no store, and where the zone is not known', async () => {
    const { inquiries } = askedStore(things)
    const asked = inquiries['time-machine:forecast']
    expect(await asked({ ...STORE, at: { kind: 'instant', at: '2027-03-01T00:00:00Z' } })).toMatchObject({
      ok: false,
      code: 'refused',
      field: 'at',
      message:
        'This instant is out of reach: the time machine goes from Tuesday 24 November to Wednesday 23 December, midnight.'
    })
    expect(await asked({ ...STORE, at: { kind: 'wall', day: '2026-02-30', minute: 0 } })).toMatchObject({ field: 'at' })
    expect(await asked({ locationId: 77, screen: null, at: FRIDAY })).toMatchObject({ ok: false, field: 'locationId' })
    const lost = askedStore({ ...things, location: { windowsZone: 'Middle Earth Standard Time' } })
    expect(await lost.inquiries['time-machine:forecast']({ ...STORE, at: FRIDAY })).toMatchObject({
      ok: false,
      code: 'unavailable',
      message: expect.stringContaining('The time zone of Harbour Street is not known')
    })
  })
})

describe('a screen that the settings do not have', () => {
  it('is shown as delivered, and is no problem of the store’s', async () => {
    const { inquiries, problems } = askedStore(things)
    const { view } = await answerOf(inquiries['time-machine:board']({ locationId: 1, screen: 'gone', at: FRIDAY }))
    expect(view.items).toHaveLength(2)
    expect(problems()).toEqual([])
  })
})

describe('the board at an instant', () => {
  it('is the board as it will be: price, ticket, clock', async () => {
    const { inquiries } = askedStore(things)
    const now = await answerOf(inquiries['time-machine:board']({ ...STORE, at: { kind: 'now' } }))
    const friday = await answerOf(inquiries['time-machine:board']({ ...STORE, at: FRIDAY }))
    const ferryOf = (answer: typeof now) => answer.view.items.find(({ productId }) => productId === 'p1')
    expect(ferryOf(now)?.rungs[0]).toMatchObject({ youPay: { digits: '8.96' }, reduced: true })
    expect(ferryOf(friday)?.rungs[0]).toMatchObject({ youPay: { digits: '11.20' }, reduced: false })
    expect(ferryOf(friday)?.tickets).toEqual([{ promotionId: 'ferry', short: 'Ferry Friday' }])
    expect(friday.view.head.clock).toBe('4:20 pm')
    expect(friday.view.head.legend[0]?.text).toBe('until 9 pm')
    expect(friday.view.head.ageLine).toBe('As known today')
    expect(now.view.head.ageLine).toMatch(/^Prices/)
  })

  it('is of the screen as it is set up', async () => {
    const bar = { ...DEFAULT_SCREEN, language: 'fr-CA', set: { kind: 'classifications' as const, paths: [['Vapes']] } }
    const { inquiries } = askedStore({ ...things, settings: { screens: { bar } } })
    const { view, chosen } = await answerOf(
      inquiries['time-machine:board']({ locationId: 1, screen: 'bar', at: FRIDAY })
    )
    expect(view.items.map(({ name }) => name)).toEqual(['Slow Comet'])
    expect(view.head.clock?.replaceAll(/\s/g, ' ')).toBe('16 h 20')
    expect(chosen.headline).toBe('Friday 27 November, 4:20 pm')
  })
})

describe('what changes before we open tomorrow', () => {
  it('names every price that differs, from what to what, and what begins and ends meanwhile', async () => {
    const { inquiries } = askedStore(things)
    const differences = await answerOf(inquiries['time-machine:differences'](STORE))
    expect(differences).toMatchObject({
      title: 'What changes before we open tomorrow?',
      text: 'Between now and Wednesday 25 November, 9:00 am, with what is known today.',
      at: '2026-11-25T15:00:00.000Z',
      nothing: null
    })
    expect(differences.events).toEqual([
      {
        at: '2026-11-25T12:00:00.000Z',
        moment: 'Wednesday 25 November, 6:00 am',
        text: 'Sale on Night Ferry ends'
      }
    ])
    expect(
      differences.changes.map(({ title, lines }) => [title, ...lines.map((line) => line.replaceAll(/\s/g, ' '))])
    ).toEqual([['Night Ferry', '1 g: $8.96 becomes $11.20']])
  })

  it('names tickets that come', async () => {
    const nowMs = Date.parse('2026-11-26T20:00:00-06:00')
    const early = aWeekly('early', 'Early Friday', ['p1', 'p2'], '20261127T080000 20261127T120000')
    const { inquiries } = askedStore({ ...things, promotions: [early], nowMs })
    const { changes } = await answerOf(inquiries['time-machine:differences'](STORE))
    expect(changes).toEqual([
      {
        kind: 'offer',
        title: 'Early Friday',
        products: ['Night Ferry', 'Slow Comet'],
        lines: ['Its ticket comes to 2 products']
      }
    ])
  })

  it('says so where nothing does', async () => {
    const { inquiries } = askedStore({ products: [{ id: 'p1', records: [aPrice('10')] }] })
    const { changes, nothing, events } = await answerOf(inquiries['time-machine:differences'](STORE))
    expect([changes, events]).toEqual([[], []])
    expect(nothing).toBe('Nothing changes. The board at opening is the board of now.')
  })

  it('does not take another set of the morning for a change', async () => {
    const screens = {
      bar: {
        ...DEFAULT_SCREEN,
        set: { kind: 'classifications' as const, paths: [['Vapes']] },
        timedSets: [{ from: '09:00', set: { kind: 'full' as const } }]
      }
    }
    const nowMs = Date.parse('2026-11-25T06:30:00-06:00')
    const { inquiries } = askedStore({ ...things, nowMs, settings: { screens } })
    const { changes } = await answerOf(inquiries['time-machine:differences']({ locationId: 1, screen: 'bar' }))
    expect(changes).toEqual([])
  })
})
