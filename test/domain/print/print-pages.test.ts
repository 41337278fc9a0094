import { describe, expect, it } from 'vitest'
import type { BoardView } from '../../../src/shared/board-view.ts'
import type { PrintKind } from '../../../src/shared/manager/print.ts'
import {
  frenchView,
  groupView,
  hardView,
  headOf,
  heldView,
  inclusiveView,
  itemOf,
  manyView,
  money,
  rung,
  shelfPriceView,
  standardView
} from '../../renderer/fixture-view.ts'
import { AT_MS, documentOf, laidOut, outsideOf, overlapsOn, textsOn, wordsOn } from './print-fixture.ts'

const KINDS: readonly PrintKind[] = ['price-list', 'shelf-talkers', 'menu']

const ONE: BoardView = {
  head: headOf({
    notice: 'For use only by adults 21 and older.',
    legend: [{ promotionId: 'p', short: 'BOGO', text: 'Friday, until 9 pm' }]
  }),
  items: [
    itemOf({
      productId: 'a',
      name: 'Cedar Kush',
      cbd: '1%',
      tickets: [{ promotionId: 'p', short: 'BOGO' }],
      rungs: [
        rung('1 g', { pay: '8.96', shelf: '8.00', unit: '8.00' }),
        rung('7 g', { pay: '47.04', shelf: '42.00', was: '47.00', unit: '6.00', until: 'until Sunday' })
      ]
    })
  ]
}

describe.each(KINDS)('every page of a %s', (kind) => {
  it('says the store, of when its prices are, that the register decides, what they include, the notice, and its number', () => {
    const { pages } = laidOut(manyView(60, { notice: 'For use only by adults 21 and older.' }), { kind })
    expect(pages.length).toBeGreaterThan(0)
    for (const [index, page] of pages.entries()) {
      const words = wordsOn(page)
      expect(words).toContain('Prices as of Saturday, November 21, 2026, 4:18')
      expect(words).toContain('Prices checked 4:16 pm')
      expect(words).toContain('What the register says applies.')
      expect(words).toMatch(/(include|before|added)/)
      expect(words).toContain('For use only by adults 21 and older.')
      expect(words).toContain(`Page ${index + 1} of ${pages.length}`)
    }
  })

  it('keeps within its paper, and no text stands on another', () => {
    for (const paper of ['letter', 'a4'] as const)
      for (const view of [
        standardView(),
        hardView(),
        manyView(120),
        groupView(),
        shelfPriceView(),
        inclusiveView(),
        heldView()
      ]) {
        const { pages } = laidOut(view, { kind, paper, code: { code: { rows: ['1'] }, url: 'http://x' } })
        for (const page of pages) {
          expect(outsideOf(page)).toEqual([])
          expect(overlapsOn(page)).toEqual([])
        }
      }
  })

  it('has nothing smaller than 7 points', () => {
    for (const page of laidOut(manyView(300), { kind }).pages)
      for (const { size } of textsOn(page)) expect(size).toBeGreaterThanOrEqual(7)
  })

  it('asks for today’s price where amounts are held, and shows none', () => {
    const texts = laidOut(heldView(), { kind })
      .pages.flatMap(textsOn)
      .map(({ text }) => text)
    expect(texts).toContain('Ask for today’s price')
    expect(texts.filter((text) => text.startsWith('$'))).toEqual([])
  })

  it('dates old prices by their own time, and asks', () => {
    const stale = { stale: true, ageLine: 'Prices from 2:10 pm, please ask' }
    const view = { ...ONE, head: headOf(stale) }
    const [page] = laidOut(view, { kind, pricesAtMs: AT_MS - 128 * 60_000 }).pages
    expect(wordsOn(page)).toContain('Prices from 2:10 pm, please ask')
    expect(wordsOn(page)).toContain('2:10 pm')
    expect(wordsOn(page)).not.toContain('4:18 pm')
  })

  it('marks a reduced price by more than its yellow', () => {
    const [page] = laidOut(ONE, { kind }).pages
    const boxes = page?.blocks.flatMap(({ pieces }) => pieces.filter((piece) => piece.kind === 'box')) ?? []
    expect(boxes).toHaveLength(1)
    expect(wordsOn(page)).toContain('Sale')
    if (kind === 'shelf-talkers') return
    expect(
      textsOn(page)
        .filter(({ struck }) => struck)
        .map(({ text }) => text)
    ).toEqual(['47.00'])
    expect(wordsOn(page)).toContain('until Sunday')
  })

  it('is empty without products', () => {
    expect(laidOut({ head: headOf(), items: [] }, { kind }).pages).toEqual([])
  })

  it('puts the words in the language of the view', () => {
    const words = laidOut(frenchView(), { kind }, 'fr-CA').pages.map(wordsOn).join(' ')
    expect(words).toContain('Prix en date du samedi 21 novembre 2026')
    expect(words).toContain('Celui de la caisse fait foi.')
    expect(words).toMatch(/Page 1 de \d+/)
    expect(laidOut(ONE, { kind }, 'es-US').pages.map(wordsOn).join(' ')).toContain('Vale el de la caja.')
  })
})

describe('a price list', () => {
  it('has a row for each quantity: what is paid, the shelf’s price, the struck one, and what a gram costs', () => {
    const [page] = laidOut(ONE).pages
    const row = (text: string): readonly string[] => {
      const { y } = textsOn(page).find((piece) => piece.text === text)!
      return textsOn(page)
        .filter((piece) => piece.y === y)
        .map((piece) => piece.text)
    }
    expect(row('1\u00a0g')).toEqual(expect.arrayContaining(['8.00', '8.00 per gram', '$8.96']))
    expect(row('7\u00a0g')).toEqual(expect.arrayContaining(['47.00', '42.00', '6.00 per gram', '$47.04']))
    expect(wordsOn(page)).toContain('Wickerby · Indica · THC\u00a022–26% · CBD\u00a01%')
    expect(wordsOn(page)).toContain('BOGO: Friday, until 9 pm')
  })

  it('leaves no product and no rung out, however many there are', () => {
    const view = manyView(500)
    const { pages, leftOut } = laidOut(view)
    const words = pages.map(wordsOn).join(' ')
    expect(leftOut).toBe(0)
    for (const { name } of view.items) expect(words).toContain(name)
    const amounts = pages.flatMap(textsOn).filter(({ text }) => /^\$[\d,.]+$/.test(text))
    expect(amounts).toHaveLength(view.items.reduce((sum, { rungs }) => sum + rungs.length, 0))
  })

  it('names a class again where it goes on over the page, and never ends a page with a class’s name', () => {
    const { pages } = laidOut(manyView(200))
    for (const page of pages) {
      const products = page.blocks.filter(({ role }) => role === 'text' || role === 'heading')
      expect(products.at(-1)?.role).toBe('text')
    }
    expect(pages.map(wordsOn).join(' ')).toMatch(/, continued/)
  })

  it('parts a ladder that alone is longer than a page', () => {
    const rungs = Array.from({ length: 90 }, (_, index) =>
      rung(`${index + 1} g`, { pay: `${index + 1}.00`, shelf: '1.00' })
    )
    const { pages } = laidOut({ head: headOf(), items: [itemOf({ productId: 'a', name: 'Long', rungs })] })
    expect(pages.length).toBe(3)
    for (const page of pages) expect(outsideOf(page)).toEqual([])
    expect(pages.flatMap(textsOn).filter(({ text }) => text.startsWith('$'))).toHaveLength(90)
  })

  it('has a column for the prices of the screen’s group', () => {
    const words = laidOut(groupView()).pages.map(wordsOn).join(' ')
    expect(words).toContain(groupView().head.screen.rowLabels.group)
  })
})

describe('shelf cards', () => {
  it('are eight to a page, each with its date, and marks to cut along', () => {
    const { pages } = laidOut(manyView(17), { kind: 'shelf-talkers' })
    expect(pages).toHaveLength(3)
    const dated = (index: number): number =>
      textsOn(pages[index]).filter(({ text, size }) => size === 7 && text.startsWith('Prices as of Nov 21, 2026'))
        .length
    expect([dated(0), dated(1), dated(2)]).toEqual([8, 8, 1])
    const lines = pages[0]?.blocks.flatMap(({ pieces }) => pieces.filter((piece) => piece.kind === 'line')) ?? []
    expect(lines.length).toBeGreaterThan(16)
  })

  it('carry the market’s notice each, because they are cut apart', () => {
    const { pages } = laidOut(manyView(8, { notice: 'Adults only.' }), { kind: 'shelf-talkers' })
    expect(textsOn(pages[0]).filter(({ text }) => text === 'Adults only.')).toHaveLength(9)
  })

  it('show the first quantity large, the others small, and say what they have no room for', () => {
    const rungs = Array.from({ length: 30 }, (_, index) =>
      rung(`${index + 1} g`, { pay: `${index + 1}.25`, shelf: '1.00' })
    )
    const [page] = laidOut(
      { head: headOf(), items: [itemOf({ productId: 'a', name: 'Many', rungs })] },
      { kind: 'shelf-talkers' }
    ).pages
    const shown = textsOn(page).filter(({ text }) => text.startsWith('$'))
    expect(shown[0]).toMatchObject({ text: '$1.25', face: 'display' })
    const rest = 30 - shown.length
    expect(rest).toBeGreaterThan(0)
    expect(wordsOn(page)).toContain(`and ${rest} more sizes: ask us`)
  })

  it('do not strike a price without tax beside one with tax', () => {
    const items = [
      itemOf({ productId: 'a', name: 'A', rungs: [rung('1 g', { pay: '9.00', shelf: '8.00', was: '8.50' })] })
    ]
    const [page] = laidOut({ head: headOf(), items }, { kind: 'shelf-talkers' }).pages
    const struck = textsOn(page).find((piece) => piece.struck)!
    const label = textsOn(page).find(({ text }) => text === 'Regular')!
    expect([struck.text, struck.y]).toEqual(['8.50', label.y])
    const [inclusive] = laidOut(
      {
        head: headOf({ taxPricing: 'Inclusive' }),
        items: [itemOf({ productId: 'a', name: 'A', rungs: [rung('1 g', { pay: '9.00', was: '9.50' })] })]
      },
      { kind: 'shelf-talkers' }
    ).pages
    const price = textsOn(inclusive).find(({ text }) => text === '$9.00')!
    expect(textsOn(inclusive).find((piece) => piece.struck)).toMatchObject({ text: '9.50', y: price.y })
  })

  it('keep their texts apart with the longest of everything', () => {
    const long = (words: number): string => 'Lorem '.repeat(words).trim()
    const rungs = Array.from({ length: 8 }, (_, index) => ({
      ...rung(`${index + 1} g`, { pay: '1,234.56', shelf: '1,100.00', was: '1,200.00', until: 'until Wednesday' }),
      groupPays: money('1,100.00')
    }))
    const item = itemOf({
      productId: 'a',
      name: long(60),
      brand: long(12),
      thc: '22.5–26%',
      cbd: '1.5–2%',
      tickets: ['a', 'b', 'c', 'd'].map((promotionId) => ({ promotionId, short: long(4) })),
      rungs
    })
    const screen = { ...headOf().screen, groupName: 'V', rowLabels: { ...headOf().screen.rowLabels, group: long(4) } }
    for (const notice of [null, long(50)])
      for (const priceStyle of ['you-pay', 'shelf-price'] as const) {
        const head = headOf({ notice, screen: { ...screen, priceStyle } })
        const { pages, cut } = laidOut(
          { head, items: Array.from({ length: 8 }, () => item) },
          { kind: 'shelf-talkers', code: { code: { rows: ['1'] }, url: 'http://x' } }
        )
        expect(cut.length).toBeGreaterThan(0)
        for (const page of pages) {
          expect(outsideOf(page)).toEqual([])
          expect(overlapsOn(page)).toEqual([])
          expect(
            textsOn(page).filter(({ text }) => text === '$1,234.56' || text === '1,100.00').length
          ).toBeGreaterThan(7)
        }
      }
  })

  it('tell which names are cut', () => {
    const name = 'An endless name '.repeat(40)
    expect(
      laidOut({ head: headOf(), items: [itemOf({ productId: 'a', name })] }, { kind: 'shelf-talkers' }).cut
    ).toEqual([name])
  })
})

describe('a one-page menu', () => {
  it('is as large as everything on it allows', () => {
    const sizeOf = (count: number): number => {
      const { pages, leftOut } = laidOut(manyView(count), { kind: 'menu' })
      expect([pages.length, leftOut]).toEqual([1, 0])
      return textsOn(pages[0]).find(({ text }) => text === manyView(count).items[0]?.name)!.size
    }
    expect(sizeOf(6)).toBeGreaterThan(sizeOf(60))
  })

  it('says how many products it has no room for, and each class keeps some', () => {
    const view = manyView(600)
    const { pages, leftOut } = laidOut(view, { kind: 'menu' })
    expect(pages).toHaveLength(1)
    const told = textsOn(pages[0]).flatMap(({ text }) => /^and (\d+) more: ask us$/.exec(text)?.[1] ?? [])
    expect(told.reduce((sum, count) => sum + Number(count), 0)).toBe(leftOut)
    const headings = new Set(view.items.map(({ classification }) => classification.join(' / ')))
    const shown = view.items.filter(({ name }) => textsOn(pages[0]).some(({ text }) => text === name))
    expect(new Set(shown.map(({ classification }) => classification.join(' / ')))).toEqual(headings)
  })

  it('says so too where there are more classes than lines', () => {
    const items = Array.from({ length: 900 }, (_, index) =>
      itemOf({ productId: `${index}`, name: `Product ${index}`, classification: [`Class ${index}`] })
    )
    const { pages, leftOut } = laidOut({ head: headOf(), items }, { kind: 'menu' })
    expect(leftOut).toBe(900)
    expect(wordsOn(pages[0])).toContain('and 900 more: ask us')
    expect(outsideOf(pages[0]!)).toEqual([])
  })
})

describe('a screen whose large prices are the shelf’s', () => {
  it('prints those large, and what is paid beside them', () => {
    const view: BoardView = {
      head: headOf({ screen: { ...headOf().screen, priceStyle: 'shelf-price' } }),
      items: [itemOf({ productId: 'a', name: 'A', rungs: [rung('1 g', { pay: '9.00', shelf: '8.00', was: '8.50' })] })]
    }
    const { priceLabel, sections } = documentOf(view)
    expect(priceLabel).toBe('Before tax')
    expect(sections[0]?.products[0]?.rungs[0]).toMatchObject({
      price: '8.00',
      was: '8.50',
      beside: 'You pay, tax included $9.00'
    })
  })
})

it('puts a sign behind its amount where the language does', () => {
  const items = [
    itemOf({ productId: 'a', name: 'A', rungs: [{ ...rung('1 g', { pay: '1' }), youPay: money('9,00', '$', true) }] })
  ]
  expect(documentOf({ head: headOf(), items }).sections[0]?.products[0]?.rungs[0]?.price).toBe('9,00\u00a0$')
})

it('dates a print by UTC where nobody knows the store’s zone', () => {
  expect(documentOf(ONE, { timeZone: null }).asOf).toBe('Prices as of 2026-11-21 22:18 UTC')
})

it('parts on a menu what is wider than its column', () => {
  const label = 'Veterans of the longest name '.repeat(3).trim()
  const screen = { ...headOf().screen, groupName: 'V', rowLabels: { ...headOf().screen.rowLabels, group: label } }
  const rungs = [{ ...rung('3.5 g', { pay: '42.56', shelf: '38.00', was: '44.00' }), groupPays: money('40.00') }]
  const items = Array.from({ length: 150 }, (_, index) =>
    itemOf({
      productId: `${index}`,
      name: `Unbreakable${'x'.repeat(60)}`,
      classification: [`Class${'y'.repeat(90)}`],
      rungs
    })
  )
  const [page] = laidOut({ head: headOf({ screen }), items }, { kind: 'menu' }).pages
  expect(outsideOf(page!)).toEqual([])
  expect(overlapsOn(page!)).toEqual([])
})

it('ends a sentence once, also after "p.m."', () => {
  const view = { ...ONE, head: headOf({ ageLine: 'Precios verificados a las 4:16 p.m.' }) }
  for (const kind of KINDS) expect(wordsOn(laidOut(view, { kind }, 'es-US').pages[0])).not.toMatch(/\.\./)
})
