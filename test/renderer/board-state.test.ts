import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { calmed, cellKeyOf, withPatch, withView } from '../../src/renderer/board/board-state.ts'
import type { ViewItem } from '../../src/shared/board-view.ts'
import { headOf, itemOf, rung, standardView } from './fixture-view.ts'

const errors = vi.fn<(...words: unknown[]) => void>()

beforeEach(() => {
  errors.mockReset()
  vi.spyOn(console, 'error').mockImplementation(errors)
})
afterEach(() => vi.restoreAllMocks())

function priced(productId: string, pay: string): ViewItem {
  return itemOf({ productId, name: productId, rungs: [rung('7 g', { pay })] })
}

const board = withView(null, { head: headOf(), items: [priced('a', '1.00'), priced('b', '2.00')] })

describe('a patch', () => {
  it('replaces whole items and keeps the place of the others', () => {
    const next = withPatch(board, {
      head: headOf({ revision: 'r2' }),
      items: [priced('a', '1.50')],
      removed: [],
      order: null
    })
    expect(next.view.items.map((item) => item.rungs[0]?.youPay?.digits)).toEqual(['1.50', '2.00'])
    expect(next.view.items[1]).toBe(board.view.items[1])
    expect(next.view.head.revision).toBe('r2')
  })

  it('marks the cells whose price changed, and only those', () => {
    const items = [priced('a', '1.50'), itemOf({ ...priced('b', '2.00'), name: 'renamed' })]
    const next = withPatch(board, { head: headOf(), items, removed: [], order: null })
    expect([...next.changed]).toEqual([cellKeyOf('a', '7\u00a0g')])
    expect(calmed(next).changed.size).toBe(0)
    expect(calmed(next).view).toBe(next.view)
  })

  it('takes a product away that it cannot draw: its old price is no longer true', () => {
    const broken = { ...priced('a', '9.99'), state: 'of tomorrow' } as unknown as ViewItem
    const next = withPatch(board, { head: headOf({ revision: 'r2' }), items: [broken], removed: [], order: null })
    expect(next.view.items.map((item) => item.productId)).toEqual(['b'])
    expect(errors).toHaveBeenCalledTimes(1)
  })

  it('adds, removes and orders', () => {
    const next = withPatch(board, {
      head: headOf(),
      items: [priced('c', '3.00')],
      removed: ['a'],
      order: ['c', 'b']
    })
    expect(next.view.items.map((item) => item.productId)).toEqual(['c', 'b'])
  })

  it('that changes nothing is the same state, so that nothing is drawn', () => {
    const same = withPatch(board, { head: headOf(), items: [priced('a', '1.00')], removed: [], order: ['a', 'b'] })
    expect(same).toBe(board)
  })
})

describe('a view', () => {
  it('that comes again after a reconnect is the same state', () => {
    const state = withView(null, standardView())
    expect(withView(state, structuredClone(standardView()))).toBe(state)
  })

  it.each([
    ['no name', '{"name": null}'],
    ['no ladder', '{"rungs": 7}'],
    ['a rung of nothing', '{"rungs": [null]}'],
    ['an amount of nothing', '{"rungs": [{"quantity": "1 g", "youPay": {}}]}'],
    ['a ticket of nothing', '{"tickets": [null]}'],
    ['a classification of numbers', '{"classification": [3]}']
  ])('with an item of %s keeps the others, and names it in the log', (_name, wrong) => {
    const broken: ViewItem = { ...priced('x', '1.00'), ...JSON.parse(wrong) }
    const state = withView(null, { head: headOf(), items: [broken, priced('a', '1.00')] })
    expect(state.view.items.map((item) => item.productId)).toEqual(['a'])
    expect(errors).toHaveBeenCalledTimes(1)
  })

  it('with nothing where an item belongs keeps the others', () => {
    const nothing: ViewItem = JSON.parse('null')
    const state = withView(null, { head: headOf(), items: [nothing, priced('a', '1.00')] })
    expect(state.view.items.map((item) => item.productId)).toEqual(['a'])
  })
})
