import { describe, expect, it } from 'vitest'
import { differencesBetween } from '../../../src/domain/forecast/differences.ts'
import { forecastWordsOf } from '../../../src/domain/forecast/forecast-words.ts'
import type { BoardView, ViewItem, ViewRung } from '../../../src/shared/board-view.ts'
import type { BoardChange } from '../../../src/shared/manager/time-machine.ts'

const CEDAR = { shelfId: 1, name: 'Cedar shelf' }

function rung(quantity: string, pay: string | null, groupPays: string | null = null): ViewRung {
  const money = (digits: string | null) => (digits === null ? null : { digits, sign: '$', signAfter: false })
  return {
    quantity,
    youPay: money(pay),
    shelfPrice: pay,
    regular: null,
    unitPrice: null,
    best: false,
    reduced: false,
    until: null,
    mixes: true,
    groupPays: money(groupPays)
  }
}

function item(name: string, rungs: readonly ViewRung[], more: Partial<ViewItem> = {}): ViewItem {
  return {
    productId: name,
    name,
    brand: null,
    strain: null,
    thc: null,
    cbd: null,
    classification: ['Flower'],
    soldOut: false,
    state: null,
    unit: 'g',
    shelf: null,
    tickets: [],
    rungs,
    picture: null,
    ...more
  }
}

/** Only what differences are read from. */
function board(items: readonly ViewItem[], groupName: string | null = null): BoardView {
  return { head: { screen: { groupName } } as unknown as BoardView['head'], items }
}

function changes(before: BoardView, after: BoardView, language = 'en'): readonly BoardChange[] {
  return differencesBetween(before, after, new Map([['ferry', 'Ferry Friday']]), forecastWordsOf(language))
}

describe('between two boards', () => {
  it('every price that differs is told, from what to what, and no other', () => {
    const before = board([item('A', [rung('1 g', '8.96'), rung('7 g', '47.04')]), item('B', [rung('1 g', '5.00')])])
    const after = board([item('A', [rung('1 g', '8.96'), rung('7 g', '52.64')]), item('B', [rung('1 g', '5.00')])])
    expect(changes(before, after)).toEqual([
      { kind: 'price', title: 'A', products: [], lines: ['7 g: $47.04 becomes $52.64'] }
    ])
    expect(changes(before, before)).toEqual([])
  })

  it('a shelf whose prices change alike is told once', () => {
    const shelf = (pay: string): BoardView =>
      board(['A', 'B', 'C'].map((name) => item(name, [rung('7 g', pay)], { shelf: CEDAR })))
    expect(changes(shelf('47.04'), shelf('52.64'))).toEqual([
      { kind: 'price', title: 'Cedar shelf', products: ['A', 'B', 'C'], lines: ['7 g: $47.04 becomes $52.64'] }
    ])
  })

  it('a part of a shelf is told by its products', () => {
    const shelf = (pay: string): BoardView =>
      board(['A', 'B', 'C'].map((name) => item(name, [rung('7 g', name === 'C' ? '9' : pay)], { shelf: CEDAR })))
    expect(changes(shelf('47.04'), shelf('52.64'))[0]?.title).toBe('A, B')
  })

  it('products that come and go are told', () => {
    const told = changes(board([item('A', [rung('1 g', '1')])]), board([item('B', [rung('1 g', '1')])]))
    expect(told.map(({ kind, title, lines }) => [kind, title, ...lines])).toEqual([
      ['comes', 'B', 'comes onto the board'],
      ['goes', 'A', 'leaves the board']
    ])
  })

  it('a ticket is told once for all products that it comes to or leaves', () => {
    const ticket = { tickets: [{ promotionId: 'ferry', short: '20% off' }] }
    const before = board([item('A', [], ticket), item('B', []), item('C', [])])
    const after = board([item('A', []), item('B', [], ticket), item('C', [], ticket)])
    expect(changes(before, after)).toEqual([
      { kind: 'offer', title: 'Ferry Friday', products: ['B', 'C'], lines: ['Its ticket comes to 2 products'] },
      { kind: 'offer', title: 'Ferry Friday', products: ['A'], lines: ['Its ticket leaves one product'] }
    ])
  })

  it('what a screen’s group pays is told beside what everybody does', () => {
    const before = board([item('A', [rung('1 g', '9.00', '8.00')])], 'Members')
    const after = board([item('A', [rung('1 g', '9.00', null)])], 'Members')
    expect(changes(before, after)[0]?.lines).toEqual(['Members, 1 g: $8.00 becomes no price of their own'])
  })

  it('amounts that are held are told as none', () => {
    expect(
      changes(board([item('A', [rung('1 g', '9.00')])]), board([item('A', [rung('1 g', null)])]))[0]?.lines
    ).toEqual(['1 g: $9.00 becomes no amount'])
  })

  it('two rungs of one quantity are told apart by their place', () => {
    const before = board([item('A', [rung('1 g', '9.00'), rung('1 g', '7.00')])])
    const after = board([item('A', [rung('1 g', '9.00'), rung('1 g', '6.00')])])
    expect(changes(before, after)[0]?.lines).toEqual(['1 g: $7.00 becomes $6.00'])
  })

  it('is told in French and Spanish too', () => {
    const before = board([item('A', [rung('1 g', '9.00')])])
    const after = board([item('A', [rung('1 g', '7.00')])])
    expect(changes(before, after, 'fr-CA')[0]?.lines).toEqual(['1 g\u00a0: $9.00 devient $7.00'])
    expect(changes(before, after, 'es')[0]?.lines).toEqual(['1 g: $9.00 pasa a $7.00'])
  })
})
