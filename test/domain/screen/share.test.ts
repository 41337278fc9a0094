import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sharesOf } from '../../../src/domain/screen/share.ts'
import type { ViewItem } from '../../../src/shared/board-view.ts'

function item(productId: string, classification: readonly string[], shelfId: number | null = null): ViewItem {
  return {
    productId,
    name: productId,
    brand: null,
    strain: null,
    thc: null,
    cbd: null,
    classification,
    soldOut: false,
    state: null,
    unit: 'g',
    shelf: shelfId === null ? null : { shelfId, name: 'Shelf' },
    tickets: [],
    rungs: [],
    picture: null
  }
}

const menus = fc
  .array(
    fc.record({
      section: fc.integer({ min: 0, max: 5 }),
      klass: fc.integer({ min: 0, max: 4 }),
      shelf: fc.option(fc.integer({ min: 1, max: 3 }))
    }),
    { maxLength: 120 }
  )
  .map((list) => list.map(({ section, klass, shelf }, index) => item(`p${index}`, [`s${section}`, `c${klass}`], shelf)))

describe('a board over several screens', () => {
  it('every product is on exactly one of them', () => {
    fc.assert(
      fc.property(menus, fc.integer({ min: 1, max: 6 }), (items, count) => {
        const parts = sharesOf(items, count)
        expect(parts).toHaveLength(count)
        expect(parts.flatMap((part) => [...part]).sort()).toEqual(items.map(({ productId }) => productId).sort())
      })
    )
  })

  it('a shelf, and the singles of a class, stay together', () => {
    fc.assert(
      fc.property(menus, fc.integer({ min: 2, max: 6 }), (items, count) => {
        const parts = sharesOf(items, count)
        const placeOf = new Map<string, number>()
        for (const one of items) {
          const key = `${one.classification[0]} ${one.shelf === null ? one.classification[1] : one.shelf.shelfId}`
          const part = parts.findIndex((ids) => ids.has(one.productId))
          expect(placeOf.get(key) ?? part).toBe(part)
          placeOf.set(key, part)
        }
      })
    )
  })

  it('one screen shows all, and the same menu is always cut the same way', () => {
    const items = ['a', 'b', 'c', 'd'].map((productId) => item(productId, [productId]))
    expect([...(sharesOf(items, 1)[0] ?? [])]).toEqual(['a', 'b', 'c', 'd'])
    expect(sharesOf(items, 2).map((part) => [...part])).toEqual([
      ['a', 'b'],
      ['c', 'd']
    ])
    expect(sharesOf(items, 2)).toEqual(sharesOf(items, 2))
  })

  it('parts a board of promotions between them, in their order', () => {
    const promoted = (productId: string, ...promotionIds: string[]): ViewItem => ({
      ...item(productId, ['Flower', productId]),
      tickets: promotionIds.map((promotionId) => ({ promotionId, short: promotionId }))
    })
    const items = [promoted('a', 'late'), promoted('b', 'early'), promoted('c', 'late', 'early'), promoted('d')]
    const panels = ['early', 'late', null].map((promotionId) => ({ promotionId, headline: 'Offer', note: '' }))
    expect(sharesOf(items, 2, panels).map((part) => [...part])).toEqual([
      ['b', 'c'],
      ['a', 'd']
    ])
    expect(sharesOf(items, 1, panels).map((part) => [...part])).toEqual([['b', 'c', 'a', 'd']])
  })
})
