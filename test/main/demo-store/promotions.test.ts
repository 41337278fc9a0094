import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PROMOTION_TYPES } from '../../../src/main/demo-store/promotion-capability.ts'
import { demoStateOf } from '../../../src/main/demo-store/demo-state.ts'
import type { DemoPromotion } from '../../../src/main/demo-store/demo-store.types.ts'
import { callDemoStore, type DemoCaller, plainProductOf, START_MS, withDemoStore } from './demo-caller.ts'

interface SeenPromotion {
  readonly PromotionId: string
  readonly Name: string
  readonly Status: string
  readonly HumanReadablePromotionType: string
  readonly EnabledAtLocationIds: readonly number[]
  readonly ICalEventSchedule?: string
  readonly ICalVEventSchedule?: string
  readonly CreatedDateTimeUTC?: string
  readonly CreatedDateTimeUtc?: string
  readonly Version: number
  readonly CatalogIds?: readonly string[]
  readonly PromotionType?: { readonly Type: string }
}

const ALL_CONDITIONS = 32_767
const ALL_TYPES = 2047

let caller: DemoCaller
let menuBoard: readonly SeenPromotion[]

beforeAll(async () => {
  caller = await callDemoStore()
  menuBoard = await caller.read('/promotions/v1/Companies/110447/PromotionsForMenuBoard')
})
afterAll(() => caller.store.close())

function full(conditions: number, types: number, from: DemoCaller = caller): Promise<readonly SeenPromotion[]> {
  return from.read(
    `/promotions/v1/Companies/110447/ConditionCapabilities/${conditions}/PromotionTypeCapabilities/${types}/Promotions`
  )
}

function promotionNamed(name: string): DemoPromotion {
  const found = caller.store.state.promotions.find((promotion) => promotion.name === name)
  if (found === undefined) throw new Error(`no promotion ${name}`)
  return found
}

function scheduleOf(promotion: SeenPromotion): string {
  return promotion.ICalEventSchedule ?? promotion.ICalVEventSchedule ?? ''
}

describe('menu-board promotions', () => {
  it('lists 25, all active, with the products they can discount and no offer', () => {
    expect(menuBoard).toHaveLength(25)
    const known = new Set(caller.store.state.products.map((product) => product.productId))
    for (const promotion of menuBoard) {
      expect(promotion).toMatchObject({ Status: 'Active', CompanyId: 110447, Version: expect.any(Number) })
      expect(promotion.CatalogIds?.length).toBeGreaterThan(0)
      expect(promotion.CatalogIds?.every((id) => known.has(id.toLowerCase()))).toBe(true)
      expect(promotion).not.toHaveProperty('PromotionType')
    }
  })

  it('writes both spellings of the schedule and of the date of making', () => {
    const spellings = menuBoard.map((promotion) => [
      'ICalEventSchedule' in promotion,
      'ICalVEventSchedule' in promotion,
      'CreatedDateTimeUTC' in promotion,
      'CreatedDateTimeUtc' in promotion
    ])
    expect(spellings.every(([a, b, c, d]) => a !== b && c !== d)).toBe(true)
    expect(new Set(spellings.map(String)).size).toBe(4)
  })

  it('writes product ids in either case', () => {
    const ids = menuBoard.flatMap((promotion) => promotion.CatalogIds ?? [])
    expect(ids.some((id) => id !== id.toLowerCase()) && ids.some((id) => id === id.toLowerCase())).toBe(true)
  })

  it('follows classifications, suppliers and specifications', () => {
    const { state } = caller.store
    const productsOf = (name: string) =>
      (menuBoard.find((promotion) => promotion.Name === name)?.CatalogIds ?? []).map((id) => state.product(id))
    expect(
      productsOf('Ferry Friday').every(
        (product) =>
          state.classificationPathOf(product.productId)[0] === 'Flower' &&
          [54301, 54302].includes(product.supplier?.supplierId ?? 0)
      )
    ).toBe(true)
    expect(
      productsOf('2.00 off Brackenjar vapes').every((product) =>
        product.specifications.some((field) => field.DisplayName === 'Brand' && field.Value === 'Brackenjar')
      )
    ).toBe(true)
    const cards = state.products.filter((product) => product.name.startsWith('Gift card'))
    expect(cards).toHaveLength(2)
    const everything = productsOf('Five per cent on everything but cards and bags')
    expect(everything.some((product) => product.isNonStock || cards.includes(product))).toBe(false)
    expect(
      productsOf('A grinder for 2.99 with half an ounce').every((product) => product.name.includes('grinder'))
    ).toBe(true)
  })

  it('is kept for as long as told: an ended promotion stays on it, and leaves the full feed at once', () =>
    withDemoStore(
      async (lagging) => {
        const feed = '/promotions/v1/Companies/110447/PromotionsForMenuBoard'
        await lagging.read(feed)
        const [first] = lagging.store.state.promotions
        lagging.store.state.removePromotion(first?.promotionId ?? '')
        expect(await lagging.read<readonly unknown[]>(feed)).toHaveLength(25)
        expect(await full(ALL_CONDITIONS, ALL_TYPES, lagging)).toHaveLength(24)
        lagging.clock.nowMs += 3_600_000
        expect(await lagging.read<readonly unknown[]>(feed)).toHaveLength(24)
      },
      { menuBoardCacheMs: 3_600_000 }
    ))
})

describe('full promotions', () => {
  it('has all eleven types of the guide', async () => {
    const promotions = await full(ALL_CONDITIONS, ALL_TYPES)
    expect(promotions).toHaveLength(25)
    expect(new Set(promotions.map((promotion) => promotion.PromotionType?.Type))).toEqual(new Set(PROMOTION_TYPES))
    expect(PROMOTION_TYPES).toHaveLength(11)
    expect(new Set(promotions.map((promotion) => promotion.HumanReadablePromotionType))).toEqual(
      new Set(['BOGO', 'Buy X Get Y', 'Bundle', 'Dollar Off', 'Percent Off'])
    )
  })

  it.each(PROMOTION_TYPES.map((type, index) => [type, 2 ** index] as const))(
    'gives %s for bit %i',
    async (type, bit) => {
      const promotions = await full(ALL_CONDITIONS, bit)
      expect(promotions.length).toBeGreaterThan(0)
      expect(promotions.every((promotion) => promotion.PromotionType?.Type === type)).toBe(true)
    }
  )

  it('gives product selections alone to a caller that knows no condition (the guide’s example sends 1)', async () => {
    const names = (await full(1, 1024)).map((promotion) => promotion.Name)
    expect(names).toEqual(['20% off Harvest Days'])
  })

  it('gives classification and supplier for 16 + 4096 (the guide’s example)', async () => {
    expect((await full(4112, 1024)).map((promotion) => promotion.Name)).toContain('Ferry Friday')
    expect((await full(16, 1024)).map((promotion) => promotion.Name)).not.toContain('Ferry Friday')
    expect((await full(4096, 1024)).map((promotion) => promotion.Name)).not.toContain('Ferry Friday')
  })

  it.each([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16_384])(
    'leaves out what needs condition bit %i when it is missing',
    async (bit) => {
      const promotions = await full(ALL_CONDITIONS & ~bit, ALL_TYPES)
      expect(promotions.length).toBeLessThan(25)
      expect(promotions.length).toBeGreaterThan(0)
    }
  )

  it('has conditions on the cart and on lines, nested, and both spellings of the supplier’s node', async () => {
    const text = JSON.stringify(await full(ALL_CONDITIONS, ALL_TYPES))
    for (const node of ['AllOf', 'AnyOf', 'NoneOf', 'None', 'Supplier', 'SupplierId', 'MedCustomer', 'NoSalePricing']) {
      expect(text).toContain(`"Type":"${node}"`)
    }
  })
})

describe('schedules', () => {
  it('are VEVENTs that name their promotion', () => {
    for (const promotion of menuBoard) {
      const schedule = scheduleOf(promotion)
      expect(schedule).toMatch(/^BEGIN:VEVENT\r\n[^]*\r\nEND:VEVENT\r\n$/)
      const event = new ICAL.Component(ICAL.parse(schedule.trimEnd()) as [string, [], []])
      expect(event.getFirstPropertyValue('summary')).toBe(promotion.PromotionId.toLowerCase())
      const start = event.getFirstPropertyValue('dtstart') as ICAL.Time
      const end = event.getFirstPropertyValue('dtend') as ICAL.Time
      expect(start.compare(end)).toBeLessThan(0)
    }
  })

  it.each(['2026-03-08T08:30:00Z', '2026-11-01T06:02:30Z', '2028-02-29T23:59:59Z', '2026-12-31T05:59:00Z'])(
    'are sound whenever the store starts: %s',
    (startedAt) => {
      const startMs = Date.parse(startedAt)
      for (const { schedule } of demoStateOf(3, startMs, () => startMs).state.promotions) {
        const event = new ICAL.Component(ICAL.parse(schedule.trimEnd()) as [string, [], []])
        const start = event.getFirstPropertyValue('dtstart') as ICAL.Time
        const end = event.getFirstPropertyValue('dtend') as ICAL.Time
        expect(start.compare(end)).toBeLessThan(0)
        expect(start.toString()).not.toContain('NaN')
      }
    }
  )

  it.each([
    ['a daily evening window', /DTSTART:\d{8}T180000\r\nDTEND:\d{8}T200000\r\nRRULE:FREQ=DAILY;UNTIL=\d{8}T200000/],
    [
      'all day on Tuesdays and Thursdays',
      /T000000\r\nDTEND:\d{8}T235959\r\nRRULE:FREQ=WEEKLY;UNTIL=\d{8}T235959;BYDAY=TU,TH/
    ],
    ['a window over midnight', /T210000\r\nDTEND:\d{8}T020000/],
    ['weekends', /BYDAY=SA,SU/],
    ['a number of times', /COUNT=30/],
    ['every second week', /FREQ=WEEKLY;INTERVAL=2/],
    ['a zone of its own', /DTSTART;TZID=America\/Toronto:/],
    ['UTC', /DTSTART:\d{8}T\d{6}Z\r\nDTEND:\d{8}T\d{6}Z\r\nRRULE:FREQ=DAILY;UNTIL=\d{8}T\d{6}Z/],
    ['once', /DTEND:\d{8}T235959\r\nSUMMARY/]
  ])('have %s among them', (_, pattern) => {
    expect(menuBoard.some((promotion) => pattern.test(scheduleOf(promotion)))).toBe(true)
  })

  it('start or end within minutes of the start of the store, on the wall clock of the location', () => {
    // 22:20:00 UTC is 16:20 in Regina and 18:20 in Hamilton.
    expect(promotionNamed('Quarter hour').schedule).toContain('DTSTART:20260612T222200Z\r\nDTEND:20260612T223400Z')
    expect(promotionNamed('Starting soon: rosin, 10% off').schedule).toContain('DTSTART:20260612T162300')
    expect(promotionNamed('Ending soon: packs, 3.00 off').schedule).toContain('DTEND:20260612T182500')
  })

  it('have one that is over and one that is weeks away', () => {
    expect(promotionNamed('The last of summer').schedule).toContain('DTEND:20260415T235959')
    expect(promotionNamed('First frost').schedule).toContain('DTSTART:20260703T000000')
  })

  it('are enabled at the company, at a division, at groups and at single locations', () => {
    const enabledAt = new Set(menuBoard.flatMap((promotion) => promotion.EnabledAtLocationIds))
    for (const entityId of [110447, 110450, 110452, 110460, 110461, 110501, 110502, 110503, 110504]) {
      expect(enabledAt).toContain(entityId)
    }
  })
})

describe('editing promotions', () => {
  it('adds, replaces with a higher version, and removes', () =>
    withDemoStore(async (own) => {
      const { state } = own.store
      const productId = plainProductOf(own.store)
      const added = state.addPromotion({
        name: 'Low Tide',
        schedule: promotionNamed('Quarter hour').schedule,
        promotionType: { Type: 'EachMatchedPercentOff', PercentOffOfEach: 0.1, ItemsToMatch: { Type: 'None' } },
        catalogIds: [productId]
      })
      const seen = async () =>
        (await own.read<readonly SeenPromotion[]>('/promotions/v1/Companies/110447/PromotionsForMenuBoard')).find(
          (promotion) => promotion.PromotionId.toLowerCase() === added.promotionId
        )
      expect(await seen()).toMatchObject({ Name: 'Low Tide', Version: 1, CatalogIds: [expect.any(String)] })
      state.replacePromotion(added.promotionId, { name: 'High Tide' })
      expect(await seen()).toMatchObject({ Name: 'High Tide', Version: 2, EnabledAtLocationIds: [110447] })
      state.removePromotion(added.promotionId)
      expect(await seen()).toBeUndefined()
      expect(() => state.removePromotion(added.promotionId)).toThrow('no promotion')
      expect(added.createdAtMs).toBe(START_MS)
    }))
})
