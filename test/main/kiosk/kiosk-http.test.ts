import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BoardSnapshot } from '../../../src/shared/board-snapshot.ts'
import type { KioskBasket, KioskHandOver, KioskSheet } from '../../../src/shared/kiosk.ts'
import type { PricedBasket } from '../../../src/shared/priced-basket.ts'
import { type ManagerHost, startManagerHost } from '../../renderer/manager/manager-host.ts'

const STORE = 110501
const STRANGER = '00000000-0000-4000-8000-000000000000'

let host: ManagerHost
let board: BoardSnapshot

beforeAll(async () => {
  host = await startManagerHost(
    '/nowhere',
    { kind: 'demo' },
    {
      rewards: {
        [STORE]: {
          system: { kind: 'listed', id: 'cova' },
          takenFrom: 'before-taxes',
          rewards: [{ rewardId: 'five', name: 'Five off', kind: 'flat', value: '5', points: 100, linkedId: null }]
        }
      }
    }
  )
  board = (await (await fetch(`${host.url}/api/boards/${STORE}`)).json()) as BoardSnapshot
}, 60_000)
afterAll(() => host.close())

async function post(path: string, body: unknown): Promise<{ readonly status: number; readonly body: unknown }> {
  const response = await fetch(`${host.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body)
  })
  return { status: response.status, body: await response.json() }
}

async function ask<Answer>(call: string, body: unknown, query = ''): Promise<Answer> {
  const answer = await post(`/api/kiosk/${STORE}/${call}${query}`, body)
  expect(answer).toMatchObject({ status: 200 })
  return answer.body as Answer
}

async function priced(lines: readonly { productId: string; quantity: string }[]): Promise<PricedBasket> {
  return (await post('/api/baskets', { locationId: STORE, lines })).body as PricedBasket
}

const sold = () => board.items.filter(({ inStock, ladder }) => inStock !== false && ladder.length > 0)

describe('the sheet of a product', () => {
  it('promises for each quantity what the basket call does, to the cent', async () => {
    const flower = sold().filter(({ unit, ladder }) => unit === 'g' && ladder.length > 2)
    const pieces = sold().filter(({ unit, ladder }) => unit === 'each' && ladder.length > 1)
    for (const { productId } of [flower[0]!, flower[5]!, pieces[0]!, pieces[3]!]) {
      const sheet = await ask<KioskSheet>('sheet', { productId })
      expect(sheet.steps.length).toBeGreaterThan(1)
      for (const step of [sheet.steps[0]!, sheet.steps[1]!, sheet.steps.at(-1)!]) {
        const basket = await priced([{ productId, quantity: step.quantity }])
        expect(step.total?.digits.replaceAll(',', '')).toBe(basket.total)
      }
    }
  })

  it('has each rung at its own place, with the amount that the board has for it', async () => {
    const item = sold().find(({ unit, ladder }) => unit === 'g' && ladder.length === 4)!
    const sheet = await ask<KioskSheet>('sheet', { productId: item.productId })
    for (const { step, rung } of sheet.ticks) {
      expect(sheet.steps[step]).toMatchObject({ rung, quantity: item.ladder[rung]!.quantity })
    }
  })

  it('has no second amount for what a rung says, but with the name of the offer that makes it', async () => {
    const named: string[] = []
    for (const { productId, ladder } of sold().filter((one) => one.badges.length > 0 && one.ladder.length > 1)) {
      const { steps, ticks } = await ask<KioskSheet>('sheet', { productId })
      for (const nudge of steps.flatMap((step) => (step.nudge === null ? [] : [step.nudge]))) {
        const rung = ladder[ticks.find(({ step }) => step === nudge.step)!.rung]!
        const [, total, offer] = / comes to \$([\d,.]+\d)( with “.+”)?,/.exec(nudge.note) ?? []
        const isAsTold = total?.replaceAll(',', '') === (rung.deal?.outTheDoor ?? rung.outTheDoor)
        expect(isAsTold, nudge.note).toBe(offer === undefined)
        if (offer !== undefined) named.push(nudge.note)
      }
    }
    expect(named.length).toBeGreaterThan(0)
  }, 60_000)

  it('is in the words of the screen', async () => {
    const { productId } = sold().find(({ unit }) => unit === 'g')!
    const sheet = await ask<KioskSheet>('sheet', { productId }, '?language=fr-CA')
    expect(sheet.steps[0]!.sums[0]!.label).toContain('le gramme')
    expect(sheet.steps[0]!.total).toMatchObject({ signAfter: true })
  })

  it('is refused for a product that is not on the menu', async () => {
    expect(await post(`/api/kiosk/${STORE}/sheet`, { productId: STRANGER })).toEqual({
      status: 404,
      body: { error: { code: 'unknown-product', message: 'productId: not on the menu of this screen' } }
    })
  })
})

describe('a basket', () => {
  it('has lines of one product merged, and the total of the basket call', async () => {
    const [a, b] = sold().filter(({ unit }) => unit === 'each')
    const asked = [
      { productId: a!.productId, quantity: '1' },
      { productId: b!.productId, quantity: '2' },
      { productId: a!.productId, quantity: '1' }
    ]
    const basket = await ask<KioskBasket>('basket', { lines: asked })
    expect(basket.lines.map(({ quantity }) => quantity)).toEqual(['2', '2'])
    expect(basket.total?.digits).toBe((await priced(asked)).total)
  })

  it('adds up what is sold, and says of the rest why it is not', async () => {
    const [a] = sold()
    const gone = board.items.find(({ inStock: there }) => there === false)!
    const lines = [
      { productId: a!.productId, quantity: '1' },
      { productId: STRANGER, quantity: '1' },
      { productId: gone.productId, quantity: '1' }
    ]
    const basket = await ask<KioskBasket>('basket', { lines })
    expect(basket.lines.map(({ note }) => note)).toEqual([
      null,
      'Not on the menu any more: not in the total',
      'Sold out: not in the total'
    ])
    expect(basket.total?.digits).toBe((await priced(lines.slice(0, 1))).total)
  })

  it('takes a reward of the store before the taxes, and one that is not there not at all', async () => {
    const lines = [{ productId: sold().find(({ ladder }) => Number(ladder[0]!.price) > 10)!.productId, quantity: '1' }]
    const without = await ask<KioskBasket>('basket', { lines })
    expect(without.rewards).toEqual([{ rewardId: 'five', label: 'Five off, $5.00 off, 100 points', isChosen: false }])
    const chosen = await ask<KioskBasket>('basket', { lines, rewardId: 'five' })
    expect(chosen.sums.map(({ label, amount }) => `${label} ${amount}`)).toContain('Five off \u22125.00')
    expect(chosen.rewardNote).toBe('Redeemed at the counter with your points.')
    expect(Number(chosen.total?.digits)).toBeLessThan(Number(without.total?.digits) - 4.99)
    const unknown = await ask<KioskBasket>('basket', { lines, rewardId: 'nobody' })
    expect(unknown.total).toEqual(without.total)
  })

  it('proposes what makes an offer apply, and that does it', async () => {
    const lines = sold()
      .filter(({ badges, unit }) => badges.length > 0 && unit === 'each')
      .slice(0, 60)
    const proposals: string[] = []
    for (const { productId } of lines) {
      const basket = await ask<KioskBasket>('basket', { lines: [{ productId, quantity: '1' }] })
      for (const { promotionId, fix } of basket.near) {
        if (fix === null) continue
        const after = await priced([fix.line])
        expect(after.applied.map((one) => one.promotionId)).toContain(promotionId)
        proposals.push(promotionId)
      }
    }
    expect(proposals.length).toBeGreaterThan(0)
  })
})

describe('what is refused', () => {
  const line = { productId: STRANGER, quantity: '1' }
  it.each<[string, string, unknown, string]>([
    ['sheet', 'no body', null, 'body'],
    ['sheet', 'no product', {}, 'productId'],
    ['sheet', 'a product that is none', { productId: 'x' }, 'productId'],
    ['basket', 'no lines', {}, 'lines'],
    ['basket', 'an empty basket', { lines: [] }, 'lines'],
    ['basket', 'a number where text belongs', { lines: [{ ...line, quantity: 1 }] }, 'lines[0].quantity'],
    ['basket', 'nothing of it', { lines: [line, { ...line, quantity: '0' }] }, 'lines[1].quantity'],
    ['basket', 'less than nothing', { lines: [{ ...line, quantity: '-1' }] }, 'lines[0].quantity'],
    ['basket', 'a billion', { lines: [{ ...line, quantity: '1000000000' }] }, 'lines[0].quantity'],
    ['basket', 'a reward that is no text', { lines: [line], rewardId: 5 }, 'rewardId'],
    ['hand-over', 'ten thousand lines', { lines: Array.from({ length: 10_000 }, () => line) }, 'lines'],
    ['hand-over', 'a basket of text', { lines: 'all' }, 'lines']
  ])('%s: %s', async (call, _what, body, field) => {
    const answer = await post(`/api/kiosk/${STORE}/${call}`, body)
    expect(answer.status).toBe(400)
    expect((answer.body as { error: { message: string } }).error.message).toMatch(
      new RegExp(`^${field.replaceAll(/[[\].]/g, '\\$&')}: `)
    )
  })

  it('a body that is no JSON, another store, another method, another mode', async () => {
    expect((await post(`/api/kiosk/${STORE}/basket`, '{')).status).toBe(400)
    expect((await post('/api/kiosk/1/basket', { lines: [line] })).status).toBe(404)
    expect((await fetch(`${host.url}/api/kiosk/${STORE}/basket`)).status).toBe(405)
    expect(await post(`/api/kiosk/${STORE}/sheet?mode=sofa`, { productId: STRANGER })).toMatchObject({
      status: 400,
      body: { error: { message: 'mode: expected board or kiosk' } }
    })
  })
})

describe('the counter', () => {
  it('sees names, SKUs and quantities of a code, typed or scanned, and nothing runs on its page', async () => {
    const item = sold().find(({ unit }) => unit === 'g')!
    const kept = await ask<KioskHandOver>('hand-over', { lines: [{ productId: item.productId, quantity: '5.5' }] })
    for (const code of [kept.code, kept.text ?? '']) {
      const json = await (await fetch(`${host.url}/api/counter?code=${encodeURIComponent(code)}`)).json()
      expect(json).toMatchObject({ lines: [{ name: item.name, quantity: '5.5', unit: 'g' }] })
      const response = await fetch(`${host.url}/counter?code=${encodeURIComponent(code)}`)
      const html = await response.text()
      expect(html).toContain(item.name)
      expect(html).toContain('5.5\u00a0g')
      expect(html).not.toContain('<script')
      expect(response.headers.get('content-security-policy')).not.toContain('script-src')
    }
  })

  it('is not asked by a page of another site, where the browser says so', async () => {
    for (const path of ['/counter', '/api/counter'])
      for (const [site, status] of [
        ['cross-site', 403],
        ['same-site', 403],
        ['same-origin', 404],
        ['none', 404]
      ] as const) {
        const answer = await fetch(`${host.url}${path}?code=ZZZZZY`, { headers: { 'sec-fetch-site': site } })
        expect(answer.status, `${path} ${site}`).toBe(path === '/counter' && status === 404 ? 200 : status)
      }
    // A link to it may stand anywhere.
    expect((await fetch(`${host.url}/counter`, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(200)
  })

  it('says what is wrong with a code, and has nothing of it in its page but text', async () => {
    const html = await (
      await fetch(`${host.url}/counter?code=${encodeURIComponent('"><script>alert(1)</script>')}`)
    ).text()
    expect(html).toContain('role="alert"')
    expect(html).not.toContain('<script')
    expect((await fetch(`${host.url}/api/counter?code=ZZZZZZ`)).status).toBe(404)
    expect((await fetch(`${host.url}/api/counter?code=nothing+like+it`)).status).toBe(400)
  })
})
