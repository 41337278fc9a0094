import { describe, expect, it } from 'vitest'
import type { DemoFault } from '../../../src/main/demo-store/demo-store.types.ts'
import { askForToken, type DemoCaller, type SeenCatalogue, START_MS, withDemoStore } from './demo-caller.ts'

const LOCATIONS = '/entitymanager/v1/Companies(110447)/Locations'
const TREE = '/entitymanager/v1/Companies(110447)/Tree'

async function spoiledLocations(caller: DemoCaller, fault: DemoFault): Promise<Response> {
  caller.store.faults.next('locations', fault)
  return caller.get(LOCATIONS)
}

describe('faults', () => {
  it('hit the next replies in order, and leave those after them alone', () =>
    withDemoStore(async ({ store, get }) => {
      store.faults.next('locations', { kind: 'status', status: 500 }, null, { kind: 'status', status: 403 })
      const statuses: number[] = []
      for (let call = 0; call < 4; call++) statuses.push((await get(LOCATIONS)).status)
      expect(statuses).toEqual([500, 200, 403, 200])
      expect((await get(TREE)).status).toBe(200)
    }))

  it('hit every reply until cleared, of one call or of all', () =>
    withDemoStore(async ({ store, get }) => {
      store.faults.always('all', { kind: 'status', status: 503 })
      store.faults.always('tree', { kind: 'html', status: 200 })
      expect([(await get(LOCATIONS)).status, (await get(LOCATIONS)).status]).toEqual([503, 503])
      expect(await (await get(TREE)).text()).toContain('<html>')
      expect((await askForToken(store)).status).toBe(503)
      store.faults.next('tree', null)
      expect((await get(TREE)).headers.get('content-type')).toContain('json')
      store.faults.always('tree', null)
      expect((await get(TREE)).status).toBe(503)
      store.faults.clear()
      expect((await get(TREE)).status).toBe(200)
    }))

  it('answer text that is no JSON, JSON that is cut off, or a page of HTML', () =>
    withDemoStore(async (caller) => {
      const plain = await spoiledLocations(caller, { kind: 'not-json' })
      expect(plain.status).toBe(200)
      await expect(plain.json()).rejects.toThrow(SyntaxError)
      const whole = await (await caller.get(LOCATIONS)).text()
      const cut = await (await spoiledLocations(caller, { kind: 'truncated' })).text()
      expect(cut).toBe(whole.slice(0, Math.floor(whole.length / 2)))
      const page = await spoiledLocations(caller, { kind: 'html' })
      expect([page.status, page.headers.get('content-type')]).toEqual([503, 'text/html'])
    }))

  it('answer any status, with Retry-After and a body of one’s own', () =>
    withDemoStore(async (caller) => {
      const busy = await spoiledLocations(caller, { kind: 'status', status: 429, retryAfter: '7' })
      expect([busy.status, busy.headers.get('retry-after')]).toEqual([429, '7'])
      expect(await busy.json()).toEqual({ statusCode: 429, message: 'Scripted 429.' })
      const worded = await spoiledLocations(caller, { kind: 'status', status: 400, body: { error_description: 'No.' } })
      expect(await worded.json()).toEqual({ error_description: 'No.' })
    }))

  it('tear the connection down, at once or midway, or never answer', () =>
    withDemoStore(async (caller) => {
      await expect(spoiledLocations(caller, { kind: 'reset' })).rejects.toThrow('fetch failed')
      const midway = await spoiledLocations(caller, { kind: 'reset-midway' })
      await expect(midway.text()).rejects.toThrow('terminated')
      caller.store.faults.next('locations', { kind: 'never-answers' })
      const given = new AbortController()
      const unanswered = caller.get(LOCATIONS, { signal: given.signal })
      await expect.poll(() => caller.store.requests.at(-1)?.endpoint).toBe('locations')
      await expect.poll(() => caller.store.requests.filter((request) => request.status === null).length).toBe(2)
      // A later call is answered while the first still waits.
      expect((await caller.get(TREE)).status).toBe(200)
      given.abort()
      await expect(unanswered).rejects.toThrow('aborted')
      expect(caller.store.requests.filter((request) => request.status === null)).toHaveLength(2)
    }))

  it('close ends replies that nobody will get', async () => {
    let waiting: Promise<unknown> = Promise.resolve()
    await withDemoStore(async (caller) => {
      caller.store.faults.always('locations', { kind: 'never-answers' })
      waiting = caller.get(LOCATIONS).catch((error: unknown) => error)
      await expect.poll(() => caller.store.requests.at(-1)?.endpoint).toBe('locations')
    })
    expect(await waiting).toBeInstanceOf(Error)
  })

  it('send the right body slowly', () =>
    withDemoStore(async (caller) => {
      const whole = await (await caller.get(LOCATIONS)).text()
      const slow = await spoiledLocations(caller, { kind: 'slow', bytesPerStep: 400, stepMs: 1 })
      expect(await slow.text()).toBe(whole)
    }))

  it('empty a page, double its entries, or blow it up', () =>
    withDemoStore(async ({ store, products, changedPrices }) => {
      store.faults.next(
        'catalogue',
        { kind: 'empty-page' },
        { kind: 'duplicate-ids' },
        { kind: 'huge-page', bytes: 2_000_000 }
      )
      expect((await products({ Top: 3 })).Products).toEqual([])
      const doubled = (await products({ Top: 3 })).Products.map((product) => product.ProductId)
      expect(doubled).toHaveLength(6)
      expect(new Set(doubled).size).toBe(3)
      expect(JSON.stringify(await products({ Top: 3 })).length).toBeGreaterThan(2_000_000)
      store.faults.next('prices', { kind: 'duplicate-ids' })
      expect(await changedPrices(0, undefined, 'skip=0&top=2')).toHaveLength(4)
    }))

  it('cap a page below Top', () =>
    withDemoStore(async ({ store, products }) => {
      store.faults.always('catalogue', [{ kind: 'page-cap', cap: 5 }, { kind: 'duplicate-ids' }])
      expect((await products({ Top: 500 })).Products).toHaveLength(10)
      expect((await products({ Skip: 5, Top: 500 })).Products).toHaveLength(10)
    }))

  it('shift the clock in Date, or write nonsense there, or nothing', () =>
    withDemoStore(async (caller) => {
      const dateOf = async (fault: DemoFault) => (await spoiledLocations(caller, fault)).headers.get('date')
      expect(await dateOf({ kind: 'clock', offsetMs: -3_600_000 })).toBe(new Date(START_MS - 3_600_000).toUTCString())
      expect(await dateOf({ kind: 'clock', header: 'soon' })).toBe('soon')
      expect(await dateOf({ kind: 'clock', header: '' })).toBeNull()
    }))

  it('break a body in any way a test thinks of, without breaking the store', () =>
    withDemoStore(async ({ store, products }) => {
      store.faults.next('catalogue', {
        kind: 'transform',
        transform: (body: SeenCatalogue) => {
          Object.assign(body.Products[0] ?? {}, { Name: 42, Prices: null })
          return { ...body, TaxRates: 'none' }
        }
      })
      const broken = await products({ Top: 1 })
      expect(broken).toMatchObject({ Products: [{ Name: 42, Prices: null }], TaxRates: 'none' })
      expect((await products({ Top: 1 })).Products[0]?.Name).toEqual(expect.any(String))
    }))

  it('leave a login its faults too', () =>
    withDemoStore(async ({ store }) => {
      store.faults.next('token', { kind: 'status', status: 401, body: { error: 'invalid_grant' } })
      expect((await askForToken(store)).status).toBe(401)
      expect((await askForToken(store)).status).toBe(200)
    }))
})
