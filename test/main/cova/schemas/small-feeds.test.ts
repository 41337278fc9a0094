import { describe, expect, test } from 'vitest'
import { parseLocations } from '../../../../src/main/cova/schemas/locations.ts'
import type { ParseOutcome } from '../../../../src/main/cova/schemas/parse-outcome.ts'
import { parsePromotions } from '../../../../src/main/cova/schemas/promotions.ts'
import { parseTaxPricing } from '../../../../src/main/cova/schemas/tax-pricing.ts'
import { parseTree } from '../../../../src/main/cova/schemas/tree.ts'
import { PRODUCT_A, PRODUCT_B, SCHEDULE, location, promotion, type Json } from './samples.ts'

function valueOf<T>(parsed: ParseOutcome<T>): T {
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.value
}

describe('locations', () => {
  test('land with their Windows zone and hours; the Zip is not kept', () => {
    const { locations, presentLocationIds, rejected } = valueOf(parseLocations([location()]))
    expect(locations).toEqual([
      {
        locationId: 94451,
        name: 'Hamilton',
        city: 'Hamilton',
        stateCode: 'ON',
        stateName: 'Ontario',
        countryCode: 'CA',
        windowsZone: 'Eastern Standard Time',
        observesDaylightSaving: true,
        storeHours: JSON.stringify(location()['StoreHours'])
      }
    ])
    expect([presentLocationIds, rejected]).toEqual([[94451], []])
  })

  test('may lack address, zone and hours', () => {
    const bare = { Address: null, TimeZone: null, StoreHours: null }
    expect(valueOf(parseLocations([location(bare), { Id: 2, Name: 'B' }])).locations).toMatchObject([
      { locationId: 94451, countryCode: null, windowsZone: null, storeHours: null },
      { locationId: 2, city: null, observesDaylightSaving: null }
    ])
  })

  test('that break the rules are rejected beside good ones; of two with one id the last stands', () => {
    const reply = valueOf(
      parseLocations([
        location({ Name: 7 }),
        location({ Id: 'x' }),
        location({ Id: 3, TimeZone: { Id: 5 } }),
        location({ Id: 4, Name: 'first' }),
        location({ Id: 4, Name: 'last' }),
        null
      ])
    )
    expect(reply.locations.map(({ name }) => name)).toEqual(['last'])
    expect(reply.presentLocationIds).toEqual([94451, 3, 4])
    expect(reply.rejected.map(({ key, reason }) => [key, reason])).toEqual([
      ['94451', 'Name: expected string, received number'],
      ['?', 'Id: expected number, received string'],
      ['3', 'TimeZone.Id: expected string, received number'],
      ['?', 'expected object, received null']
    ])
  })
})

const node = (Id: unknown, Nodes: unknown = [], changes: Json = {}) => ({
  Id,
  Name: `n${String(Id)}`,
  Role: 'Group',
  Nodes,
  ...changes
})
const parents = (json: unknown) => valueOf(parseTree(json)).nodes.map(({ entityId, parentId }) => [entityId, parentId])

describe('the company tree', () => {
  test('is flattened, parents first', () => {
    const tree = node(1, [node(2, [node(4, null, { Role: 'Location' })]), node(3)], { Role: 'Company' })
    expect(parents(tree)).toEqual([
      [1, null],
      [2, 1],
      [3, 1],
      [4, 2]
    ])
    expect(valueOf(parseTree(tree)).nodes[3]).toEqual({ entityId: 4, name: 'n4', role: 'Location', parentId: 2 })
  })

  test('children of a rejected node stay', () => {
    const tree = node(1, [node(2, [node(4)], { Role: 'Region' }), node('x', [node(5)]), node(3, 'none'), null])
    expect(parents(tree)).toEqual([
      [1, null],
      [4, 2],
      [5, 1]
    ])
    expect(valueOf(parseTree(tree)).rejected.map(({ key, reason }) => [key, reason])).toEqual([
      ['2', 'Role: expected one of "Company"|"Division"|"Group"|"Location"'],
      ['?', 'Id: expected number, received string'],
      ['3', 'Nodes: expected array, received string'],
      ['?', 'expected object, received null']
    ])
  })

  test('an id counts once, so there is no cycle', () => {
    const tree = node(1, [node(2, [node(1, [node(3)])])])
    expect(parents(tree)).toEqual([
      [1, null],
      [2, 1],
      [3, 1]
    ])
    expect(valueOf(parseTree(tree)).rejected).toMatchObject([{ key: '1', reason: 'Id: 1 appears twice' }])
  })

  test('nested beyond reason ends where it is cut', () => {
    let tree = node(0)
    for (let id = 1; id < 5000; id += 1) tree = node(id, [tree])
    const { nodes, rejected } = valueOf(parseTree(tree))
    expect(nodes).toHaveLength(100)
    expect(rejected).toMatchObject([{ key: '4899', reason: 'nested deeper than 100' }])
  })

  test('another shape is a reason', () => {
    expect(parseTree([])).toMatchObject({ ok: false })
  })
})

describe('menu-board promotions', () => {
  test('land with the ids of nodes and products', () => {
    expect(valueOf(parsePromotions([promotion()]))).toEqual({
      promotions: [
        {
          promotionId: '18a509c5-82fa-4b97-83ee-c20037d26e5b',
          name: 'Happy hour',
          status: 'Active',
          type: 'Percent Off',
          enabledAtEntityIds: [94447],
          schedule: SCHEDULE,
          version: 3,
          productIds: [PRODUCT_A, PRODUCT_B]
        }
      ],
      presentPromotionIds: ['18a509c5-82fa-4b97-83ee-c20037d26e5b'],
      rejected: []
    })
  })

  test.each<Json>([
    { ICalEventSchedule: undefined, ICalVEventSchedule: SCHEDULE },
    { ICalEventSchedule: null, ICalVEventSchedule: SCHEDULE },
    { ICalVEventSchedule: null, CreatedDateTimeUTC: undefined, CreatedDateTimeUtc: '2024-09-16T18:55:52Z' },
    { Status: 'Deleted', HumanReadablePromotionType: 'Something new' }
  ])('both spellings, any status and any type: %o', (changes) => {
    const { promotions, rejected } = valueOf(parsePromotions([promotion(changes)]))
    expect(rejected).toEqual([])
    expect(promotions[0]?.schedule).toBe(SCHEDULE)
    if (changes['Status'] !== undefined) expect(promotions[0]?.status).toBe('Deleted')
  })

  test.each<[Json, string]>([
    [{ ICalEventSchedule: null }, 'ICalEventSchedule: expected string, received neither it nor ICalVEventSchedule'],
    [{ ICalEventSchedule: 5 }, 'ICalEventSchedule: expected string, received number'],
    [{ EnabledAtLocationIds: null }, 'EnabledAtLocationIds: expected array, received null'],
    [{ EnabledAtLocationIds: ['94451'] }, 'EnabledAtLocationIds[0]: expected number, received string'],
    [{ CatalogIds: [PRODUCT_A, 'x'] }, 'CatalogIds[1]: not a guid'],
    [{ Version: '3' }, 'Version: expected number, received string'],
    [{ Name: null, Status: null }, 'Name: expected string, received null (and 1 more)']
  ])('%o is rejected, the next lands, and nothing of who made it is kept', (changes, reason) => {
    const reply = valueOf(parsePromotions([promotion(changes), promotion({ PromotionId: PRODUCT_B })]))
    expect(reply.rejected).toMatchObject([{ kind: 'promotion', key: '18a509c5-82fa-4b97-83ee-c20037d26e5b', reason }])
    expect(reply.rejected[0]?.raw).not.toContain('424242')
    expect(reply.promotions.map(({ promotionId }) => promotionId)).toEqual([PRODUCT_B])
    expect(reply.presentPromotionIds).toHaveLength(2)
  })

  test('of two with one id the greater version stands', () => {
    const versions = [4, 6, 6, 5].map((Version, index) => promotion({ Version, Name: `n${index}` }))
    expect(valueOf(parsePromotions(versions)).promotions).toMatchObject([{ version: 6, name: 'n2' }])
  })
})

const company = (...Configurations: readonly unknown[]) => ({ Id: 94447, CompanyId: 94447, Configurations })
const at = (LocationId: unknown, TaxPricing: unknown) => ({
  Id: LocationId,
  LocationId,
  CompanyId: 94447,
  TaxPricing
})

describe('tax pricing', () => {
  test('is one object (Product Pricing guide, Figure 9) or a list of them', () => {
    const one = valueOf(parseTaxPricing(company(at(94451, 'Exclusive'))))
    expect(one.configurations).toEqual([{ locationId: 94451, taxPricing: 'Exclusive' }])
    const list = valueOf(parseTaxPricing([company(at(1, 'Inclusive')), company(at(2, 'Exclusive'))]))
    expect(list.configurations).toHaveLength(2)
    expect(list.presentLocationIds).toEqual([1, 2])
  })

  test('an unknown scheme is rejected and the location stays named', () => {
    const reply = valueOf(
      parseTaxPricing(company(at(1, 'Mixed'), at(2, null), at('3', 'Inclusive'), at(4, 'Inclusive')))
    )
    expect(reply.configurations).toEqual([{ locationId: 4, taxPricing: 'Inclusive' }])
    expect(reply.presentLocationIds).toEqual([1, 2, 4])
    expect(reply.rejected.map(({ key, reason }) => [key, reason])).toEqual([
      ['1', 'TaxPricing: expected one of "Inclusive"|"Exclusive"'],
      ['2', 'TaxPricing: expected one of "Inclusive"|"Exclusive"'],
      ['?', 'LocationId: expected number, received string']
    ])
  })

  test('a reply without its list is refused: it would make every store exclusive', () => {
    expect(parseTaxPricing({ Id: 1, Configurations: null })).toEqual({
      ok: false,
      reason: 'Configurations: expected array, received null'
    })
    expect(parseTaxPricing([company(), 5])).toEqual({
      ok: false,
      reason: '[1].Configurations: expected array, it is missing'
    })
  })
})
