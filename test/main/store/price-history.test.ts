import { statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { percentage } from '../../domain/price-records.ts'
import type { ProductShown } from '../../../src/main/store/price-history.ts'
import { makeDataDir, openTestStore } from './store-fixture.ts'

const START = Date.UTC(2026, 10, 1, 15)
const DAY_MS = 24 * 60 * 60_000
const EVERYONE = { locationId: 1, groupId: null }
const TAX_RATES = [percentage('GST', '0.05'), percentage('PST', '0.07')]

/** A product of six rungs, `by` cents dearer than it was. */
function shown(productId: string, by = 0): ProductShown {
  return {
    productId,
    name: `Product ${productId}`,
    unit: 'g',
    taxPricing: 'Exclusive',
    taxRates: TAX_RATES,
    rungs: ['1', '3.5', '7', '14', '28', '56'].map((quantity, index) => {
      const price = (Number(quantity) * 9 + by / 100).toFixed(2)
      return {
        tierId: index === 0 ? null : 4000 + index,
        quantity,
        shelfId: 26,
        price,
        exact: price,
        regular: (Number(quantity) * 12).toFixed(2),
        outTheDoor: (Number(price) * 1.12).toFixed(2),
        source: 'sale' as const,
        saleEndsAtMs: START + 40 * DAY_MS
      }
    })
  }
}

describe('the size of what is kept', () => {
  it('30 days of 5,000 products with six rungs, 200 of them changing a day, stay below 8 MB', () => {
    const dataDir = makeDataDir()
    const { history, retain } = openTestStore(dataDir)
    // Ids as Cova makes them.
    const ids = Array.from({ length: 5000 }, (_, n) => `${String(n).padStart(8, '0')}-6f1d-4c1e-9d55-1b2c3d4e5f60`)
    history.begin(EVERYONE, START)
    history.write(() => ids.forEach((id) => history.note(EVERYONE, shown(id), START, START)))
    let again = 0
    history.write(() => ids.forEach((id) => (again += history.note(EVERYONE, shown(id), START, START))))
    expect(again).toBe(0)
    for (let day = 0; day < 30; day += 1)
      history.write(() => {
        const atMs = START + day * DAY_MS
        for (let n = 0; n < 200; n += 1)
          history.note(EVERYONE, shown(ids[(day * 200 + n * 37) % 5000] ?? '', 1 + day), atMs, atMs)
      })
    retain(START - DAY_MS, START - DAY_MS)
    expect(statSync(join(dataDir, 'keep.sqlite')).size).toBeLessThan(8_000_000)
    expect(history.names(1).size).toBe(5000)
  })
})

describe('a row', () => {
  it('that would end before it began was never seen', () => {
    const { history } = openTestStore()
    history.begin(EVERYONE, START)
    history.write(() => {
      history.note(EVERYONE, shown('p', 0), START, START)
      history.note(EVERYONE, shown('p', 5), START, START)
    })
    expect(history.product(EVERYONE, 'p')?.prices).toHaveLength(6)
  })

  it('gives back what it was given, taxes included, for each audience by itself', () => {
    const { history } = openTestStore()
    const veterans = { locationId: 1, groupId: 700 }
    history.begin(EVERYONE, START)
    history.begin(veterans, START)
    history.write(() => {
      history.note(EVERYONE, shown('p'), START, START)
      history.note(veterans, { ...shown('p', -100), taxRates: [] }, START, START)
    })
    const [first] = history.product(EVERYONE, 'p')?.prices ?? []
    expect(first).toEqual({
      ...shown('p').rungs[0],
      deal: null,
      taxPricing: 'Exclusive',
      taxRates: TAX_RATES,
      fromMs: START,
      toMs: null
    })
    expect(history.product(veterans, 'p')?.prices[0]).toMatchObject({ price: '8.00', taxRates: [] })
    expect(history.product({ locationId: 2, groupId: null }, 'p')).toBeNull()
  })

  it('a failed write leaves nothing half done, and its ids to nobody', () => {
    const { history } = openTestStore()
    expect(() =>
      history.write(() => {
        history.begin(EVERYONE, START)
        history.note(EVERYONE, shown('p'), START, START)
        throw new Error('no room')
      })
    ).toThrow('no room')
    expect(history.stretches(EVERYONE)).toEqual([])
    history.write(() => {
      history.begin(EVERYONE, START)
      history.note(EVERYONE, shown('p'), START, START)
    })
    expect(history.product(EVERYONE, 'p')?.prices[0]?.taxRates).toEqual(TAX_RATES)
  })
})

describe('what is older than is kept', () => {
  it('is no part of a stretch, however long the board has been shown without a break', () => {
    const { history, retain } = openTestStore()
    history.begin(EVERYONE, START)
    history.write(() => history.note(EVERYONE, shown('p'), START, START))
    const veterans = { locationId: 1, groupId: 700 }
    history.begin(veterans, START + 35 * DAY_MS)
    history.goOn(EVERYONE, START + 45 * DAY_MS)
    retain(START + 15 * DAY_MS, START + 15 * DAY_MS)
    expect(history.stretches(EVERYONE)).toEqual([{ fromMs: START + 15 * DAY_MS, toMs: START + 45 * DAY_MS }])
    expect(history.stretches(veterans)).toEqual([{ fromMs: START + 35 * DAY_MS, toMs: START + 35 * DAY_MS }])
    // What still stands on the board is known from then on.
    expect(history.product(EVERYONE, 'p')?.prices).toHaveLength(6)
  })
})
