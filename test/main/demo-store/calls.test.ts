import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askForToken, callDemoStore, type DemoCaller, logIn, REGINA, START_MS, withDemoStore } from './demo-caller.ts'

let caller: DemoCaller

beforeAll(async () => {
  caller = await callDemoStore()
})
afterAll(() => caller.store.close())

const DATA_CALLS: readonly (readonly [string, string])[] = [
  ['GET', '/entitymanager/v1/Companies(110447)/Locations'],
  ['GET', '/entitymanager/v1/Companies(110447)/Tree'],
  ['POST', '/dataplatform/v1/Companies/110447/DetailedProductData'],
  ['POST', '/dataplatform/v1/Companies/110447/DetailedProductData/UpdatedAsOf/2026-06-01T00:00:00Z'],
  ['GET', '/pricing/v1/Companies/110447/ChangedPrices/2026-06-01T00:00:00Z?skip=0&top=5'],
  ['GET', `/pricing/v1/Companies/110447/Locations/${REGINA}/ChangedPrices/2026-06-01T00:00:00Z?skip=0&top=5`],
  ['GET', '/taxes/v1/Companies(110447)/TaxPricingConfiguration'],
  ['GET', '/promotions/v1/Companies/110447/PromotionsForMenuBoard'],
  ['GET', '/promotions/v1/Companies/110447/ConditionCapabilities/1/PromotionTypeCapabilities/1024/Promotions']
]

describe('token', () => {
  it('answers a password grant with a token of twelve hours', async () => {
    const reply = await askForToken(caller.store)
    expect(reply.status).toBe(200)
    expect(await reply.json()).toEqual({
      access_token: expect.stringMatching(/^[0-9a-f]{64}$/),
      token_type: 'bearer',
      expires_in: 43_199,
      refresh_token: expect.any(String)
    })
  })

  it.each([
    ['grant_type', 'refresh_token', 'unsupported_grant_type'],
    ['client_secret', 'wrong', 'invalid_client'],
    ['client_id', 'wrong', 'invalid_client'],
    ['password', 'wrong', 'invalid_grant'],
    ['username', 'wrong', 'invalid_grant']
  ])('refuses a wrong %s with 400 and a reason', async (field, value, error) => {
    const reply = await askForToken(caller.store, { [field]: value })
    expect(reply.status).toBe(400)
    expect(await reply.json()).toEqual({ error, error_description: expect.stringMatching(/\w/) })
  })

  it('refuses a login that is not form-encoded', async () => {
    const reply = await fetch(caller.store.tokenUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ grant_type: 'password' })
    })
    expect(reply.status).toBe(400)
  })

  it('is refused once twelve hours of the store’s clock have gone', () =>
    withDemoStore(async ({ get, clock }) => {
      clock.nowMs += 43_198_000
      expect((await get('/entitymanager/v1/Companies(110447)/Tree')).status).toBe(200)
      clock.nowMs += 1000
      expect((await get('/entitymanager/v1/Companies(110447)/Tree')).status).toBe(401)
    }))

  it('is refused after expireTokens, and a new login works', () =>
    withDemoStore(async ({ store, get }) => {
      store.expireTokens()
      const refused = await get('/entitymanager/v1/Companies(110447)/Tree')
      expect(refused.status).toBe(401)
      expect(await refused.json()).toEqual({ Message: expect.any(String) })
      const authorization = await logIn(store)
      expect((await get('/entitymanager/v1/Companies(110447)/Tree', { headers: { authorization } })).status).toBe(200)
    }))
})

describe('every call', () => {
  it.each(DATA_CALLS)('%s %s answers JSON to a token and 401 without one', async (method, path) => {
    const init = {
      method,
      ...(method === 'POST' ? { body: '{"Top":1}', headers: { 'content-type': 'application/json' } } : {})
    }
    const reply = await caller.get(path, init)
    expect(reply.status).toBe(200)
    expect(reply.headers.get('content-type')).toContain('application/json')
    expect(reply.headers.get('cova-apim-ratelimit-limit')).toBe('1000')
    expect(typeof (await reply.json())).toBe('object')
    const refused = await fetch(`${caller.store.url}${path}`, init)
    expect(refused.status).toBe(401)
  })

  it('tells the time of the store’s own clock', async () => {
    const reply = await caller.get('/entitymanager/v1/Companies(110447)/Tree')
    expect(reply.headers.get('date')).toBe(new Date(START_MS).toUTCString())
  })

  it.each([
    '/entitymanager/v1/companies(110447)/Locations',
    '/entitymanager/v1/Companies/110447/Locations',
    '/EntityManager/v1/Companies(110447)/Tree',
    '/pricing/v1/Companies(110447)/ChangedPrices/2026-06-01T00:00:00Z',
    '/taxes/v1/Companies/110447/TaxPricingConfiguration',
    '/promotions/v1/Companies(110447)/PromotionsForMenuBoard',
    '/'
  ])('knows no other casing and no other way to write the company: %s', async (path) => {
    const reply = await caller.get(path)
    expect(reply.status).toBe(404)
    expect(await reply.json()).toEqual({ Message: expect.any(String) })
  })

  it('refuses another company, a wrong method, a wrong body and a wrong date in the words of its service', async () => {
    const other = await caller.get('/entitymanager/v1/Companies(1)/Tree')
    expect([other.status, await other.json()]).toEqual([403, { statusCode: 403, message: expect.any(String) }])

    expect((await caller.get('/dataplatform/v1/Companies/110447/DetailedProductData')).status).toBe(405)

    const catalogue = '/dataplatform/v1/Companies/110447/DetailedProductData'
    const headers = { 'content-type': 'application/json' }
    for (const body of ['no JSON', '[]', '{"Skip":-1}', '{"InStockOnly":"no"}', '{"LocationId":"x"}']) {
      const reply = await caller.get(catalogue, { method: 'POST', headers, body })
      expect([reply.status, await reply.json()]).toEqual([400, { Message: 'The request is invalid.' }])
    }
    expect((await caller.get(catalogue, { method: 'POST', body: '{}' })).status).toBe(415)
    expect((await caller.get(catalogue, { method: 'POST', headers, body: '{"LocationId":7}' })).status).toBe(404)

    const date = await caller.get('/pricing/v1/Companies/110447/ChangedPrices/yesterday?skip=0&top=5')
    expect([date.status, await date.json()]).toEqual([400, { statusCode: 400, message: expect.any(String) }])
  })

  it('is written down with its status', () =>
    withDemoStore(async ({ store, get }) => {
      await get('/entitymanager/v1/Companies(110447)/Tree')
      await get('/nowhere?x=1')
      expect(store.requests.map(({ method, path, endpoint, status }) => [method, path, endpoint, status])).toEqual([
        ['POST', '/v1/oauth2/token', 'token', 200],
        ['GET', '/entitymanager/v1/Companies(110447)/Tree', 'tree', 200],
        ['GET', '/nowhere?x=1', null, 404]
      ])
      expect(store.requests[0]?.atMs).toBe(START_MS)
    }))

  it('is refused with 429 beyond the limit of its service, until the minute is over', () =>
    withDemoStore(
      async ({ get, clock }) => {
        const taxes = '/taxes/v1/Companies(110447)/TaxPricingConfiguration'
        clock.nowMs += 1
        expect([(await get(taxes)).status, (await get(taxes)).status]).toEqual([200, 200])
        clock.nowMs += 20_000
        const refused = await get(taxes)
        expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '40'])
        expect((await get('/entitymanager/v1/Companies(110447)/Tree')).status).toBe(200)
        clock.nowMs += 40_000
        expect((await get(taxes)).status).toBe(200)
      },
      { rateLimit: 2 }
    ))
})

describe('locations, tree and tax pricing', () => {
  interface Node {
    readonly Id: number
    readonly Role: string
    readonly Nodes: readonly Node[]
  }

  it('gives four locations in three Windows zones and two countries', async () => {
    const locations = await caller.read<
      readonly {
        Id: number
        TimeZone: { Id: string }
        Address: { CountryCode: string; Zip: unknown }
        StoreHours: object
      }[]
    >('/entitymanager/v1/Companies(110447)/Locations')
    expect(locations.map((location) => location.TimeZone.Id)).toEqual([
      'Canada Central Standard Time',
      'Eastern Standard Time',
      'Mountain Standard Time',
      'Eastern Standard Time'
    ])
    expect(new Set(locations.map((location) => location.Address.CountryCode))).toEqual(new Set(['CA', 'US']))
    expect(new Set(locations.map((location) => typeof location.Address.Zip))).toEqual(new Set(['string', 'number']))
    expect(locations.some((location) => Object.values(location.StoreHours).includes(null))).toBe(true)
  })

  it('gives a tree of company, divisions, groups and locations, at least three levels deep', async () => {
    const tree = await caller.read<Node>('/entitymanager/v1/Companies(110447)/Tree')
    const paths: string[][] = []
    const walk = (node: Node, above: readonly string[]): void => {
      const path = [...above, node.Role]
      if (node.Nodes.length === 0) paths.push(path)
      for (const child of node.Nodes) walk(child, path)
    }
    walk(tree, [])
    expect(paths).toEqual([
      ['Company', 'Division', 'Group', 'Location'],
      ['Company', 'Division', 'Group', 'Group', 'Location'],
      ['Company', 'Division', 'Group', 'Location'],
      ['Company', 'Division', 'Group', 'Location']
    ])
  })

  it('gives two exclusive locations, an inclusive one, and leaves one out', async () => {
    const reply = await caller.read<{
      Id: number
      Configurations: readonly { LocationId: number; TaxPricing: string }[]
    }>('/taxes/v1/Companies(110447)/TaxPricingConfiguration')
    expect(reply.Configurations.map((entry) => entry.TaxPricing)).toEqual(['Exclusive', 'Inclusive', 'Exclusive'])
  })

  it('writes the configuration as an array when told to, and follows edits', () =>
    withDemoStore(
      async ({ store, read }) => {
        store.state.setTaxPricing(REGINA, 'Inclusive')
        store.state.setTaxPricing(110503, null)
        const reply = await read<readonly { Configurations: readonly unknown[] }[]>(
          '/taxes/v1/Companies(110447)/TaxPricingConfiguration'
        )
        expect(reply).toHaveLength(1)
        expect(reply[0]?.Configurations).toEqual([
          { Id: 110501, LocationId: 110501, CompanyId: 110447, TaxPricing: 'Inclusive' },
          { Id: 110502, LocationId: 110502, CompanyId: 110447, TaxPricing: 'Inclusive' }
        ])
      },
      { taxPricingAsArray: true }
    ))
})
