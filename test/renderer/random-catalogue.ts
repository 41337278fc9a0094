import * as fc from 'fast-check'
import { geometryOf, amPxOf, type PageGeometry } from '../../src/renderer/layout/geometry.ts'
import type { BoardView, ViewItem, ViewPanel, ViewPicture, ViewRung, ViewScreen } from '../../src/shared/board-view.ts'
import { headOf, money, SCREEN } from './fixture-view.ts'

/** The screens that every catalogue is tried on, in px. */
export const SIZES = [
  { name: '1080p', width: 1920, height: 1080 },
  { name: '4k', width: 3840, height: 2160 },
  { name: 'portrait', width: 1080, height: 1920 },
  { name: '720p', width: 1280, height: 720 }
] as const

export type Size = { readonly name: string; readonly width: number; readonly height: number }

export const sizes: fc.Arbitrary<Size> = fc.constantFrom(...SIZES)

export function geometryFor(size: Size, screen: ViewScreen): PageGeometry {
  return geometryOf(size.width, size.height, amPxOf(size.width, size.height, screen))
}

const CHARACTERS = {
  latin: [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ      0123456789-&’'],
  french: [...'aàâbcçdeéèêëfghiîïjlmnoôœpqrstuùûüvyÉÀÇŒ     '],
  emoji: ['🍃', '🔥', '👩‍🌾', '🇨🇦', ' ', '👍🏽', 'a'],
  rightToLeft: [...'ليلالشمالשלוםעולם    '],
  noSpaces: [...'abcdefghijklmnopqrstuvwxyz']
}

/** 1 to 200 characters, trimmed and never empty. */
const names: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...Object.values(CHARACTERS)),
    fc.oneof({ weight: 8, arbitrary: fc.constant(30) }, { weight: 1, arbitrary: fc.constant(200) })
  )
  .chain(([characters, maxLength]) =>
    fc
      .array(fc.constantFrom(...characters), { minLength: 1, maxLength, size: 'max' })
      .map((parts) => parts.join('').trim())
  )
  .map((name) => (name === '' ? 'x' : name))

const amounts = fc.integer({ min: 1, max: 150_000 }).map((cents) => (cents / 100).toFixed(2))

const rungs: fc.Arbitrary<ViewRung> = fc
  .record({
    quantity: fc.constantFrom('1\u00a0g', '3.5\u00a0g', '14\u00a0g', 'each', '3\u00a0for'),
    held: fc.integer({ min: 0, max: 14 }).map((die) => die === 0),
    pay: amounts,
    price: amounts,
    reduced: fc.integer({ min: 0, max: 3 }).map((die) => die === 0),
    until: fc.constantFrom(null, 'until 9 pm', 'until Wednesday'),
    group: fc.option(amounts)
  })
  .map(({ quantity, held, pay, price, reduced, until, group }) => ({
    quantity,
    youPay: held ? null : money(pay),
    shelfPrice: held ? null : price,
    regular: reduced && !held ? price : null,
    unitPrice: held ? null : price,
    best: false,
    reduced: reduced && !held,
    until: reduced && !held ? until : null,
    mixes: true,
    groupPays: group === null || held ? null : money(group)
  }))

/** Each rung has a quantity of its own, as on a real ladder. */
const ladders: fc.Arbitrary<readonly ViewRung[]> = fc
  .oneof(
    { weight: 6, arbitrary: fc.array(rungs, { maxLength: 4 }) },
    { weight: 1, arbitrary: fc.array(rungs, { maxLength: 12, size: 'max' }) }
  )
  .map((ladder) => ladder.map((rung, at) => ({ ...rung, quantity: at === 0 ? rung.quantity : `${at + 1}\u00a0g` })))

/** The one picture that products of random boards have. */
export const PICTURE: ViewPicture = { href: `/pictures/${'0'.repeat(32)}`, widthPx: 360, heightPx: 360 }

const products = fc.record({
  name: names,
  brand: fc.option(fc.constantFrom('Wickerby', 'Pell & Quarry', 'The Brackenjar Growing Company Limited')),
  strain: fc.constantFrom('indica', 'sativa', 'hybrid', 'cbd', null),
  thc: fc.constantFrom('22–26%', '100 mg', null),
  cbd: fc.constantFrom('<1%', '250–275 mg/g', null),
  classification: fc.constantFrom(
    ['Flower', 'Indica'],
    ['Flower', 'Sativa'],
    ['Concentrates', 'Live resin'],
    ['Edibles', 'Gummies', 'Sour'],
    ['Vapes'],
    []
  ),
  soldOut: fc.integer({ min: 0, max: 6 }).map((die) => die === 0),
  state: fc.constantFrom(null, null, null, 'new' as const, 'last-few' as const),
  own: ladders,
  shelf: fc.constantFrom(null, null, null, 0, 1),
  tickets: fc.oneof(
    { weight: 3, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: fc.subarray(['a', 'b', 'c']) }
  ),
  picture: fc.constantFrom(null, null, PICTURE)
})

const screens: fc.Arbitrary<ViewScreen> = fc
  .record({
    level: fc.constantFrom('roomy', 'standard', 'dense'),
    priceStyle: fc.constantFrom('you-pay', 'shelf-price'),
    soldOut: fc.constantFrom('grey', 'last'),
    groupName: fc.constantFrom(null, 'Members')
  })
  .map((changes) => ({
    ...SCREEN,
    ...changes,
    rowLabels: { group: changes.groupName === null ? null : 'Members pay', beforeTax: 'Before tax', youPay: 'You pay' }
  }))

type Place = Pick<ViewScreen, 'diagonalInches' | 'distanceMetres'>

/** Where screens stand in shops. */
export const shopPlaces: fc.Arbitrary<Place> = fc.record({
  diagonalInches: fc.constantFrom(32, 43, 55, 65, 75),
  distanceMetres: fc.constantFrom(1.5, 2, 3, 4, 5)
})

/** Where a screen may stand: all that its settings allow, and mostly what there is in shops. */
export const places: fc.Arbitrary<Place> = fc.oneof(
  { weight: 3, arbitrary: shopPlaces },
  {
    weight: 1,
    arbitrary: fc.record({
      diagonalInches: fc.integer({ min: 7, max: 200 }),
      distanceMetres: fc.integer({ min: 3, max: 500 }).map((tenths) => tenths / 10)
    })
  }
)

/** What a screen of promotions is about: offers that the catalogue has, in any words, and reductions. */
export const panelLists: fc.Arbitrary<readonly ViewPanel[]> = fc
  .record({
    headline: fc.oneof(fc.constantFrom('20% off', 'Buy three of these, the cheapest for $0.49'), names),
    note: fc.constantFrom(
      'on now',
      'Ferry Friday, until 9 pm',
      'plus tax, for Members, not with sale prices, until Sunday'
    ),
    promotionIds: fc.subarray(['a', 'b', null])
  })
  .map(({ headline, note, promotionIds }) =>
    promotionIds.map((promotionId) => ({ promotionId, headline: promotionId === null ? 'Sale' : headline, note }))
  )

/** Boards of up to `most` products in every script, style and level; never less than `least`. */
export function catalogues(most: number, least = 1): fc.Arbitrary<BoardView> {
  return fc
    .record({
      screen: screens,
      inclusive: fc.boolean(),
      language: fc.constantFrom('en-CA', 'fr-CA', 'es-US'),
      legendText: fc.constantFrom(
        'until 9 pm',
        'Buy three of these, the cheapest for 0.49 plus tax, for Members, until Sunday'
      ),
      stale: fc.boolean(),
      notice: fc.constantFrom(null, null, 'For adults of 19 and older. Keep out of reach of children and of animals.'),
      storeName: fc.constantFrom(
        'Tern & Timber',
        'The Tern and Timber Cannabis Company of Harbour Street, North Vancouver'
      ),
      panels: fc.option(panelLists, { freq: 3 }),
      shelfLadders: fc.tuple(ladders, ladders),
      drafts: fc.array(products, { minLength: Math.min(least, 40), maxLength: Math.min(most, 40), size: 'max' }),
      copies: fc.integer({ min: Math.ceil(least / 40), max: Math.max(1, Math.floor(most / 40)) })
    })
    .map(
      ({
        screen,
        inclusive,
        language,
        stale,
        notice,
        storeName,
        legendText,
        panels,
        shelfLadders,
        drafts,
        copies
      }) => ({
        head: headOf({
          screen,
          language,
          stale,
          notice,
          panels: panels ?? null,
          storeName,
          ageLine: stale ? 'Prices from 4:16 pm, please ask' : 'Prices checked 4:16 pm',
          taxPricing: inclusive ? 'Inclusive' : 'Exclusive',
          legend: ['a', 'b', 'c', 'd'].map((promotionId) => ({
            promotionId,
            short: `Offer ${promotionId}`,
            text: legendText
          }))
        }),
        items: Array.from({ length: copies }, () => drafts)
          .flat()
          .map(({ own, shelf, tickets, ...rest }, at): ViewItem => {
            const rungsOf = shelf === null ? own : (shelfLadders[shelf] ?? own)
            return {
              ...rest,
              productId: `p${at}`,
              unit: 'g',
              shelf: shelf === null ? null : { shelfId: shelf, name: `Shelf ${shelf}` },
              rungs: screen.groupName === null ? rungsOf.map((rung) => ({ ...rung, groupPays: null })) : rungsOf,
              tickets: tickets.map((promotionId) => ({ promotionId, short: `Offer ${promotionId}` }))
            }
          })
      })
    )
}
