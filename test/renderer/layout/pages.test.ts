import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { geometryOf, type PageGeometry } from '../../../src/renderer/layout/geometry.ts'
import { layOutBoard } from '../../../src/renderer/layout/pages.ts'
import type { BoardView, ViewItem, ViewRung } from '../../../src/shared/board-view.ts'
import {
  frenchView,
  hardView,
  headOf,
  heldView,
  inclusiveView,
  itemOf,
  manyView,
  money,
  rung,
  standardView,
  usView
} from '../fixture-view.ts'
import { catalogues, geometryFor, PICTURE, sizes } from '../random-catalogue.ts'
import { blocksOf, classesOf, expectSoundBoard, productsIn, shelvesOf } from './board-soundness.ts'
import { fakeMeasure } from './fake-measure.ts'

const SCREEN = geometryOf(1920, 1080)

function layOut(view: BoardView, geometry: PageGeometry = SCREEN) {
  return layOutBoard(view, geometry, fakeMeasure(geometry.amPx))
}

function expectSound(view: BoardView, geometry: PageGeometry): void {
  expectSoundBoard(view, { geometry, layout: layOut(view, geometry) }, fakeMeasure(geometry.amPx))
}

const words = fc
  .array(fc.stringMatching(/^[A-Za-zé&’-]{1,14}$/), { minLength: 1, maxLength: 14 })
  .map((parts) => parts.join(' '))
const shortWords = fc
  .array(fc.stringMatching(/^[A-Za-z]{1,10}$/), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join(' '))

const amount = fc.integer({ min: 1, max: 250_000 }).map((cents) => (cents / 100).toFixed(2))

const anyRung: fc.Arbitrary<ViewRung> = fc
  .record({
    quantity: fc.constantFrom('1\u00a0g', '3.5\u00a0g', '28\u00a0g', 'each', '12\u00a0for', '0.75\u00a0g'),
    pay: fc.option(amount, { freq: 12 }),
    price: amount,
    reduced: fc.boolean(),
    until: fc.constantFrom(null, null, 'until 9 pm', 'until Sunday')
  })
  .map(({ quantity, pay, price, reduced, until }) => ({
    quantity,
    youPay: pay === null ? null : money(pay),
    shelfPrice: price,
    regular: reduced ? price : null,
    unitPrice: price,
    best: false,
    reduced,
    until: reduced ? until : null,
    mixes: true,
    groupPays: null
  }))

const ladders: fc.Arbitrary<readonly ViewRung[]> = fc.array(anyRung, { minLength: 0, maxLength: 8 })

const views: fc.Arbitrary<BoardView> = fc
  .record({
    shelfLadders: fc.tuple(ladders, ladders),
    items: fc.array(
      fc.record({
        name: words,
        brand: fc.option(shortWords),
        strain: fc.constantFrom('indica', 'sativa', 'hybrid', 'cbd', null),
        thc: fc.constantFrom('22–26%', '100 mg', null),
        cbd: fc.constantFrom('<1%', '250–275 mg/g', null),
        path: fc.constantFrom(
          ['Flower', 'Indica'],
          ['Flower', 'Sativa'],
          ['Vapes'],
          ['Edibles', 'Gummies', 'Sour'],
          []
        ),
        state: fc.constantFrom(null, null, 'new' as const, 'last-few' as const),
        soldOut: fc.boolean(),
        own: ladders,
        shelf: fc.constantFrom(null, null, 0, 1),
        tickets: fc.subarray(['a', 'b', 'c', 'd']),
        picture: fc.constantFrom(null, null, PICTURE)
      }),
      { maxLength: 45 }
    ),
    legendText: words,
    store: words,
    inclusive: fc.boolean()
  })
  .map(({ shelfLadders, items, legendText, store, inclusive }) => ({
    head: headOf({
      storeName: store,
      taxPricing: inclusive ? 'Inclusive' : 'Exclusive',
      legend: ['a', 'b', 'c', 'd', 'e'].map((promotionId) => ({
        promotionId,
        short: `Offer ${promotionId}`,
        text: legendText
      }))
    }),
    items: items.map(({ path, own, shelf, tickets, ...rest }, index): ViewItem => ({
      ...rest,
      productId: `p${index}`,
      classification: path,
      unit: 'g',
      shelf: shelf === null ? null : { shelfId: shelf, name: `Shelf ${shelf}` },
      rungs: shelf === null ? own : (shelfLadders[shelf] ?? own),
      tickets: tickets.map((promotionId) => ({ promotionId, short: `Offer ${promotionId}` }))
    }))
  }))

describe('pages of a board', { timeout: 180_000 }, () => {
  it('hold every product exactly once, nothing over its leaf, no heading alone, whatever the menu', () => {
    const screens = fc.constantFrom(
      SCREEN,
      geometryOf(1080, 1920),
      geometryOf(1920, 1080, 2.2935),
      geometryOf(5760, 1080)
    )
    fc.assert(
      fc.property(views, screens, (view, geometry) => expectSound(view, geometry)),
      { numRuns: 120, endOnFailure: true }
    )
  })

  it('do so for up to 600 products of any script and ladder, on every screen, level and style', () => {
    fc.assert(
      fc.property(catalogues(600), sizes, (view, size) => expectSound(view, geometryFor(size, view.head.screen))),
      { numRuns: 60, endOnFailure: true }
    )
  })

  it.each([
    ['the standard content', standardView()],
    ['one product', manyView(1)],
    ['30 products', manyView(30)],
    ['600 products', manyView(600)],
    ['held amounts', heldView()],
    ['an inclusive location', inclusiveView()],
    ['French', frenchView()],
    ['US dollars', usView()],
    ['everything that is hard to set', hardView()]
  ])('are sound for %s', (_name, view) => expectSound(view, SCREEN))

  it('of the standard content is one page with a shelf opening each leaf', () => {
    const { pages } = layOut(standardView())
    expect(pages).toHaveLength(1)
    expect(pages[0]?.leaves.map((leaf) => leaf.blocks[0]?.block.kind)).toEqual(['shelf', 'shelf'])
    expect(pages[0]?.part).toBeNull()
  })

  it('repeat the heading of a split section with its part', () => {
    const flower = manyView(200).items.map((item) => itemOf({ ...item, classification: ['Flower', 'Indica'] }))
    const { pages } = layOut({ head: headOf(), items: flower })
    expect(pages.length).toBeGreaterThan(2)
    for (const [index, page] of pages.entries()) {
      expect(page.heading.lines).toEqual(['Flower'])
      expect(page.part).toEqual({ index: index + 1, count: pages.length })
    }
  })

  it('repeat the ladder of a split shelf and the title of a split class', () => {
    const rungs = [rung('1 g', { pay: '8.96' }), rung('3.5 g', { pay: '27.20' })]
    const items = Array.from({ length: 70 }, (_, index) =>
      index < 50
        ? itemOf({ productId: `p${index}`, name: `Jar ${index}`, shelf, rungs })
        : itemOf({ productId: `p${index}`, name: `Jar ${index}` })
    )
    const { pages } = layOut({ head: headOf(), items })
    const shelves = shelvesOf(pages)
    expect(shelves.length).toBeGreaterThan(1)
    for (const block of shelves)
      expect(block.ladder.rails[0]?.cells.map((cell) => cell.youPay?.digits)).toEqual(['8.96', '27.20'])
    const classes = classesOf(pages)
    expect(classes.length).toBeGreaterThan(1)
    for (const block of classes) expect(block.title?.lines).toEqual(['Indica'])
  })

  it('let a small section follow on the page before under its own name, and never split it there', () => {
    const items = [
      itemOf({ productId: 'a', name: 'Jar' }),
      itemOf({ productId: 'b', name: 'Tin', classification: ['Edibles', 'Mints'] })
    ]
    const { pages } = layOut({ head: headOf(), items })
    expect(pages).toHaveLength(1)
    const titles = classesOf(pages).map((block) => [block.title?.lines[0], block.subtitle?.lines[0]])
    expect(titles).toEqual([
      ['Indica', undefined],
      ['Edibles', 'Mints']
    ])
  })

  it('let a section of several pages begin below another, and count that page as its first', () => {
    const tins = Array.from({ length: 60 }, (_, index) =>
      itemOf({ productId: `t${index}`, name: `Tin ${index}`, classification: ['Edibles', 'Mints'] })
    )
    const { pages } = layOut({ head: headOf(), items: [itemOf({ productId: 'a', name: 'Jar' }), ...tins] })
    expect(pages[0]?.heading.lines).toEqual(['Flower'])
    expect(pages[0]?.leaves.map((leaf) => leaf.blocks.length)).toEqual([2, 1])
    const begun = pages[0]?.leaves[0]?.blocks[1]?.block
    expect(begun?.kind === 'class' && begun.title?.lines).toEqual(['Edibles'])
    expect(pages.slice(1).map((page) => [page.heading.lines[0], page.part?.index, page.part?.count])).toEqual(
      pages.slice(1).map((_, index) => ['Edibles', index + 2, pages.length])
    )
  })

  it('never have fewer pages for more content, and never another size', () => {
    const counts = [30, 100, 200, 400].map((count) => layOut(manyView(count)).pages.length)
    expect(counts).toEqual(counts.toSorted((a, b) => a - b))
    expect(new Set(counts).size).toBe(counts.length)
  })
})

describe('a single with a picture', () => {
  const jarsOf = (items: readonly ViewItem[], geometry = SCREEN) =>
    classesOf(layOut({ head: headOf(), items }, geometry).pages).flatMap(({ lines }) => lines.map(({ jars }) => jars))

  it('has its line to itself, and three of the rung columns; the others stand two to a line', () => {
    const items = ['a', 'b', 'c'].map((productId) => itemOf({ productId, name: 'Jar' }))
    const pictured = items.map((item, index) => (index === 0 ? { ...item, picture: PICTURE } : item))
    const lines = jarsOf(pictured)
    expect(lines.map((jars) => jars.map(({ productId }) => productId))).toEqual([['a'], ['b', 'c']])
    expect(lines[0]?.[0]).toMatchObject({ columns: 3, picture: { href: PICTURE.href } })
  })

  it('is laid out like any other where it would not fit beside it: no picture pushes a product off its page', () => {
    const rungs = Array.from({ length: 40 }, (_, index) => rung(`${index} g`, { pay: '8.96' }))
    const long = itemOf({ productId: 'a', name: 'Jar', rungs })
    const wide = itemOf({ productId: 'b', name: 'Jar', rungs: [rung('3.5 g', { pay: '8'.repeat(40) })] })
    for (const item of [long, wide]) expect(jarsOf([{ ...item, picture: PICTURE }])).toEqual(jarsOf([item]))
  })

  it('of a shelf shows none', () => {
    const rungs = [rung('3.5 g', { pay: '27.20' })]
    const items = ['a', 'b'].map((productId) => itemOf({ productId, name: productId, shelf, rungs }))
    const { pages } = layOut({ head: headOf(), items: items.map((item) => ({ ...item, picture: PICTURE })) })
    expect(pages).toEqual(layOut({ head: headOf(), items }).pages)
  })
})

const shelf = { shelfId: 1, name: 'Cedar shelf' }

function inclusivePair(reduced: boolean): ViewItem[] {
  const sevenGrams = rung('7 g', {
    pay: '42.00',
    shelf: reduced ? '42.00' : null,
    ...(reduced ? { was: '47.00' } : {})
  })
  return ['a', 'b'].map((productId) => itemOf({ productId, name: productId, shelf, rungs: [sevenGrams] }))
}

function inclusiveRowsOf(reduced: boolean) {
  const { pages } = layOut({ head: headOf({ taxPricing: 'Inclusive' }), items: inclusivePair(reduced) })
  return shelvesOf(pages)[0]?.ladder.rails[0]?.rows
}

describe('a shelf', () => {
  const rungs = [rung('3.5 g', { pay: '27.20', shelf: '24.29' })]

  it('takes the products whose rungs are the same; another ladder stays its own', () => {
    const other = [rung('3.5 g', { pay: '27.21', shelf: '24.29' })]
    const items = [
      itemOf({ productId: 'a', name: 'A', shelf, rungs }),
      itemOf({ productId: 'b', name: 'B', shelf, rungs: structuredClone(rungs) }),
      itemOf({ productId: 'c', name: 'C', shelf, rungs: other })
    ]
    const { pages } = layOut({ head: headOf(), items })
    expect(shelvesOf(pages).map(productsIn)).toEqual([['a', 'b']])
    expect(classesOf(pages).map(productsIn)).toEqual([['c']])
  })

  it('says that its jars mix, but not at prices that a deal makes: it is taken off each jar by itself', () => {
    const dealt = [rungs[0], { ...rung('7 g', { pay: '42.00', shelf: '37.50' }), mixes: false }].filter(
      (one) => one !== undefined
    )
    const shelfOf = (those: readonly ViewRung[]) => {
      const items = ['a', 'b'].map((productId) => itemOf({ productId, name: productId, shelf, rungs: those }))
      return shelvesOf(layOut({ head: headOf(), items }).pages)[0]
    }
    expect(shelfOf(rungs)).toMatchObject({ mixes: true, ladder: { any: true } })
    // "any" stands before all quantities of a ladder or none.
    expect(shelfOf(dealt)).toMatchObject({ mixes: false, ladder: { any: false } })
  })

  it('of one product is no shelf', () => {
    const { pages } = layOut({ head: headOf(), items: [itemOf({ productId: 'a', name: 'A', shelf, rungs })] })
    expect(shelvesOf(pages)).toEqual([])
  })

  it('shows sold-out products last', () => {
    const items = ['a', 'b', 'c'].map((productId) =>
      itemOf({ productId, name: productId, shelf, rungs, soldOut: productId === 'a' })
    )
    expect(shelvesOf(layOut({ head: headOf(), items }).pages).map(productsIn)).toEqual([['b', 'c', 'a']])
  })

  it('begins a second rail at the fifth rung', () => {
    const five = ['1 g', '3.5 g', '7 g', '14 g', '28 g'].map((quantity) => rung(quantity, { pay: '8.96' }))
    const items = ['a', 'b'].map((productId) => itemOf({ productId, name: productId, shelf, rungs: five }))
    const block = shelvesOf(layOut({ head: headOf(), items }).pages)[0]
    expect(block?.ladder.rails.map((rail) => rail.cells.length)).toEqual([4, 1])
  })

  it('has a row of struck regular prices at an inclusive location only while a rung is reduced', () => {
    expect(inclusiveRowsOf(false)).toEqual([])
    expect(inclusiveRowsOf(true)?.map((row) => [row.label.lines[0], row.cells[0]?.was, row.cells[0]?.now])).toEqual([
      ['Regular', '47.00', null]
    ])
  })
})

function jarWith(rungs: readonly ViewRung[]) {
  const { pages } = layOut({ head: headOf(), items: [itemOf({ productId: 'a', name: 'Jar', rungs })] })
  return classesOf(pages)[0]?.lines[0]?.jars[0]
}

function plain(quantity: string): ViewRung {
  return rung(quantity, { pay: '42.56', shelf: '38.00' })
}

describe('a single', () => {
  it('of one rung takes two columns, its shelf price after it', () => {
    const jar = jarWith([plain('3.5 g')])
    expect(jar?.columns).toBe(2)
    expect(jar?.cellLines[0]?.cells.map((cell) => cell.kind)).toEqual(['rung', 'price'])
  })

  it('of two rungs takes two columns', () => {
    const jar = jarWith([plain('3.5 g'), plain('7 g')])
    expect(jar?.columns).toBe(2)
    expect(jar?.cellLines[0]?.cells.map((cell) => cell.kind)).toEqual(['rung', 'rung'])
  })

  it("of three rungs takes all four, the last rung's shelf price in the fourth", () => {
    const jar = jarWith([plain('1 g'), plain('3.5 g'), plain('7 g')])
    expect(jar?.columns).toBe(4)
    expect(jar?.cellLines.map((line) => line.cells.map((cell) => cell.kind))).toEqual([
      ['rung', 'rung', 'rung', 'price']
    ])
  })

  it('of twelve rungs wraps to further lines', () => {
    const jar = jarWith(Array.from({ length: 12 }, (_, index) => plain(`${index + 1} g`)))
    expect(jar?.cellLines.map((line) => line.cells.length)).toEqual([4, 4, 4])
  })

  it('says a struck price beside every reduced rung, never by colour alone', () => {
    const jar = jarWith([rung('3.5 g', { pay: '39.42', shelf: '35.20', was: '44.00' }), plain('7 g')])
    expect(
      jar?.cellLines.flatMap((line) => line.cells.map((cell) => (cell.kind === 'price' ? cell.was : cell.kind)))
    ).toEqual(['rung', '44.00', 'rung', null])
  })

  it('gives a price too wide for its column two', () => {
    const jar = jarWith([rung('28 g', { pay: '12,345.67', shelf: '11,022.92' })])
    expect(jar?.cellLines[0]?.cells[0]).toMatchObject({ kind: 'rung', span: 2 })
  })
})

describe('an offer that a page has yet to explain', () => {
  it('leaves no leaf empty because another, full to the foot, has no room for its line', () => {
    const infused = Array.from({ length: 17 }, (_, at) =>
      itemOf({ productId: `infused-${at}`, name: `Infused ${at}`, classification: ['Pre-rolls', 'Infused'] })
    )
    const packs = Array.from({ length: 17 }, (_, at) =>
      itemOf({
        productId: `pack-${at}`,
        name: `Pack ${at}`,
        classification: ['Pre-rolls', 'Packs'],
        tickets: [{ promotionId: 'sale', short: 'Sale' }]
      })
    )
    const legend = [{ promotionId: 'sale', short: 'Sale', text: 'until 9 pm' }]
    const { pages } = layOut({ head: headOf({ legend }), items: [...infused, ...packs] })
    expect(pages).toHaveLength(2)
    expect(pages[0]?.productIds).toContain('pack-0')
    expect(pages[0]?.fullness).toBeGreaterThan(0.75)
  })
})

describe('an item that cannot be measured', () => {
  it('is left out and named; the rest of the board stays', () => {
    const broken = itemOf({ productId: 'bad', name: 'Bad' })
    const items = [itemOf({ productId: 'a', name: 'A' }), broken, itemOf({ productId: 'b', name: 'B' })]
    const measure = fakeMeasure(SCREEN.amPx)
    const { pages, skipped } = layOutBoard({ head: headOf(), items }, SCREEN, (text, style) => {
      if (text === 'Bad') throw new Error('no such glyph')
      return measure(text, style)
    })
    expect(skipped.map((item) => item.productId)).toEqual(['bad'])
    expect(blocksOf(pages).flatMap(({ block }) => productsIn(block))).toEqual(['a', 'b'])
  })
})
