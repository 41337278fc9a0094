import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { json, SECRETS, startScriptedCova, token, type Answer, type ScriptedCova } from './scripted-cova.ts'

let cova: ScriptedCova
beforeEach(async () => {
  cova = await startScriptedCova()
})
afterEach(() => cova.close())

const authorizations = () => cova.calls().map((call) => call.headers.authorization)

describe('the token', () => {
  test('is asked for with the five values of the password grant, form-encoded', async () => {
    const client = cova.client()
    expect(await client.checkCredentials()).toEqual({ ok: true, value: null })
    const [login] = cova.logins()
    expect(login?.method).toBe('POST')
    expect(login?.headers['content-type']).toBe('application/x-www-form-urlencoded')
    expect(Object.fromEntries(new URLSearchParams(login?.body))).toEqual({
      grant_type: 'password',
      client_id: SECRETS.clientId,
      client_secret: SECRETS.clientSecret,
      username: SECRETS.username,
      password: SECRETS.password
    })
  })

  test('is kept for its life and renewed before its end by logging in again, never by the refresh token', async () => {
    let nowMs = Date.UTC(2026, 0, 5)
    cova.script({ login: [token('token-1', 43_199), token('token-2', 43_199)] })
    const client = cova.client({ nowMs: () => nowMs })
    await client.fetchPromotions()
    nowMs += 11.5 * 3_600_000
    await client.fetchPromotions()
    expect(cova.logins()).toHaveLength(1)
    nowMs += 0.45 * 3_600_000
    await client.fetchPromotions()
    expect(cova.logins()).toHaveLength(2)
    expect(cova.logins()[1]?.body).not.toContain('refresh')
    expect(authorizations()).toEqual(['Bearer token-1', 'Bearer token-1', 'Bearer token-2'])
  })

  test('is asked for anew when the device clock was set back', async () => {
    let nowMs = Date.UTC(2026, 0, 5)
    const client = cova.client({ nowMs: () => nowMs })
    await client.checkCredentials()
    nowMs -= 86_400_000
    await client.checkCredentials()
    expect(cova.logins()).toHaveLength(2)
  })

  test('is shared: calls at the same time log in once', async () => {
    const client = cova.client()
    await Promise.all([client.fetchPromotions(), client.fetchPromotions(), client.checkCredentials()])
    expect(cova.logins()).toHaveLength(1)
    expect(cova.calls()).toHaveLength(2)
  })

  test('a caller who gives up does not take the shared log-in from the others', async () => {
    const held: (() => void)[] = []
    const asked = new Promise<void>((resolve) => {
      const hold: Answer = (request, response) => {
        held.push(() => token('token-1')(request, response))
        resolve()
      }
      cova.script({ login: [hold] })
    })
    const client = cova.client()
    const abort = new AbortController()
    const first = client.checkCredentials(abort.signal)
    const second = client.checkCredentials()
    await asked
    abort.abort()
    expect(await first).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
    for (const answer of held) answer()
    expect(await second).toEqual({ ok: true, value: null })
    expect(cova.logins()).toHaveLength(1)
  })

  test('a 401 on a data call logs in again and asks once more', async () => {
    cova.script({ login: [token('token-1'), token('token-2')], data: [json({ Message: 'expired' }, 401), json([])] })
    expect(await cova.client().fetchPromotions()).toMatchObject({ ok: true })
    expect(authorizations()).toEqual(['Bearer token-1', 'Bearer token-2'])
  })

  test('a second 401 is the end of it', async () => {
    cova.script({ data: [json({ Message: 'no' }, 401)] })
    expect(await cova.client().fetchPromotions()).toMatchObject({
      ok: false,
      failure: { code: 'unauthorized', status: 401, retryAfterMs: null }
    })
    expect(cova.calls()).toHaveLength(2)
    expect(cova.logins()).toHaveLength(2)
  })

  test.each([400, 401])('wrong credentials (%i) say what to check, and are not tried again', async (status) => {
    cova.script({ login: [json({ error: 'invalid_grant', error_description: 'Bad user or password' }, status)] })
    const result = await cova.client().fetchLocations()
    expect(result).toMatchObject({ ok: false, failure: { code: 'bad-credentials', status } })
    expect(!result.ok && result.failure.message).toMatch(/client id, client secret, user name and password/)
    expect(!result.ok && result.failure.message).toContain('Bad user or password')
    expect(cova.logins()).toHaveLength(1)
    expect(cova.calls()).toHaveLength(0)
  })

  test.each([
    ['no token', { expires_in: 5 }],
    ['a token that no header can carry', { access_token: 'a\nb', expires_in: 5 }],
    ['a list', []]
  ])('a log-in reply with %s is a bad reply', async (_name, body) => {
    cova.script({ login: [json(body)] })
    expect(await cova.client().checkCredentials()).toMatchObject({ ok: false, failure: { code: 'bad-reply' } })
  })

  test('a log-in that fails for a moment is tried again', async () => {
    cova.script({ login: [json({}, 503), token('token-1')] })
    expect(await cova.client().checkCredentials()).toMatchObject({ ok: true })
    expect(cova.pauses).toHaveLength(1)
  })
})

describe('the calls', () => {
  const asOfMs = Date.UTC(2026, 3, 18, 15, 55, 0, 410)

  test('are spelled as each service spells them', async () => {
    const client = cova.client()
    cova.script({ data: [json({ Id: 1, Name: 'C', Role: 'Company', Products: [], Configurations: [], Nodes: [] })] })
    await client.fetchLocations()
    await client.fetchTree()
    await client.fetchCataloguePage({ skip: 0, top: 200, changedSinceMs: null })
    await client.fetchCataloguePage({ skip: 200, top: 100, changedSinceMs: asOfMs, locationId: 94451 })
    await client.fetchPricePage({ asOfMs, skip: 500, top: 500 })
    await client.fetchPromotions()
    await client.fetchFullPromotions()
    await client.fetchTaxPricing()
    expect(cova.calls().map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET /entitymanager/v1/Companies(94447)/Locations',
      'GET /entitymanager/v1/Companies(94447)/Tree',
      'POST /dataplatform/v1/Companies/94447/DetailedProductData',
      'POST /dataplatform/v1/Companies/94447/DetailedProductData/UpdatedAsOf/2026-04-18T15:55:00.410Z',
      'GET /pricing/v1/Companies/94447/ChangedPrices/2026-04-18T15:55:00.410Z?skip=500&top=500',
      'GET /promotions/v1/Companies/94447/PromotionsForMenuBoard',
      // All that can be evaluated, in decimal: 24560 + 1 + 2 + 4 + 8192 + 8, and eleven types.
      'GET /promotions/v1/Companies/94447/ConditionCapabilities/32767/PromotionTypeCapabilities/2047/Promotions',
      'GET /taxes/v1/Companies(94447)/TaxPricingConfiguration'
    ])
    for (const call of cova.calls()) {
      expect(call.headers.accept).toBe('application/json')
      expect(call.headers.authorization).toBe('Bearer token-1')
      expect(call.headers['content-type']).toBe(call.method === 'POST' ? 'application/json' : undefined)
    }
    const flags = {
      IncludeProductSkusAndUpcs: true,
      IncludeProductSpecifications: true,
      IncludeClassifications: true,
      IncludeProductAssets: true,
      IncludeAvailability: true,
      IncludePackageDetails: false,
      IncludePricing: true,
      IncludeTaxes: true,
      InStockOnly: false,
      IncludeAllLifecycles: true,
      SellingRoomOnly: false
    }
    expect(JSON.parse(cova.calls()[2]?.body ?? '')).toEqual({ LocationId: null, ...flags, Skip: 0, Top: 200 })
    expect(JSON.parse(cova.calls()[3]?.body ?? '')).toEqual({ LocationId: 94451, ...flags, Skip: 200, Top: 100 })
  })

  test('an API address with a slash at its end is the same address', async () => {
    const { createCovaClient } = await import('../../../src/main/cova/cova-client.ts')
    await createCovaClient({ ...cova.settings, apiUrl: `${cova.origin}/` }).fetchPromotions()
    expect(cova.calls()[0]?.url).toBe('/promotions/v1/Companies/94447/PromotionsForMenuBoard')
  })

  test('a page is dated with the server time at which it was asked for', async () => {
    const serverMs = Date.UTC(2026, 5, 1, 12, 0, 0)
    let nowMs = serverMs - 7_200_000
    const dated = { date: new Date(serverMs).toUTCString() }
    const later = { date: new Date(serverMs + 5000).toUTCString() }
    cova.script({
      login: [json({ access_token: 't', expires_in: 100 }, 200, dated)],
      data: [
        (request, response) => {
          nowMs += 5000
          json([], 200, later)(request, response)
        }
      ]
    })
    const client = cova.client({ nowMs: () => nowMs })
    expect(client.clockOffsetMs()).toBeNull()
    const page = await client.fetchPricePage({ asOfMs, skip: 0, top: 500 })
    expect(client.clockOffsetMs()).toBe(7_200_500)
    expect(page).toMatchObject({ ok: true, value: { count: 0, askedAtMs: serverMs + 500 } })
  })
})

describe('addresses in the settings', () => {
  test.each(['not a url', 'ftp://api.example', 'https://me:hunter22@api.example'])(
    '%s is refused in words, without a request',
    async (apiUrl) => {
      const { createCovaClient } = await import('../../../src/main/cova/cova-client.ts')
      const client = createCovaClient({ ...cova.settings, apiUrl })
      const result = await client.fetchLocations()
      expect(result).toMatchObject({ ok: false, failure: { code: 'unreachable' } })
      expect(!result.ok && result.failure.message).toContain('API address')
      expect(JSON.stringify(result)).not.toContain('hunter22')
      expect(cova.requests).toHaveLength(0)
    }
  )
})
