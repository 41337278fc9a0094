import type {
  BoardView,
  MoneyText,
  StrainType,
  ViewHead,
  ViewItem,
  ViewRung,
  ViewScreen
} from '../../src/shared/board-view.ts'

const NBSP = '\u00a0'

const TWICE = { i: 'indica', s: 'sativa', h: 'hybrid', c: 'cbd' } as const

export function money(digits: string, sign = '$', signAfter = false): MoneyText {
  return { digits, sign, signAfter }
}

export const SCREEN: ViewScreen = {
  theme: 'dark',
  themeTokens: {},
  priceStyle: 'you-pay',
  soldOut: 'last',
  calm: false,
  dwellMs: 12_000,
  diagonalInches: 55,
  distanceMetres: 3,
  level: 'standard',
  safeMarginPercent: 2.5,
  mode: 'board',
  orientation: 'auto',
  groupName: null,
  rowLabels: { group: null, beforeTax: 'Before tax', youPay: 'You pay, tax included' }
}

interface RungWords {
  readonly pay: string | null
  readonly shelf?: string | null
  readonly was?: string
  readonly unit?: string | null
  readonly best?: boolean
  readonly until?: string
}

export function rung(quantity: string, words: RungWords): ViewRung {
  return {
    quantity: quantity.replace(' ', NBSP),
    youPay: words.pay === null ? null : money(words.pay),
    shelfPrice: words.shelf ?? null,
    regular: words.was ?? null,
    unitPrice: words.unit ?? null,
    best: words.best ?? false,
    reduced: words.was !== undefined,
    until: words.until ?? null,
    mixes: true,
    groupPays: null
  }
}

export function headOf(changes: Partial<ViewHead> = {}): ViewHead {
  return {
    screen: SCREEN,
    locationId: 7,
    storeName: 'Tern & Timber',
    language: 'en-CA',
    revision: 'r1',
    clock: '4:18 pm',
    railLabel: ['You pay,', 'tax included'],
    taxPricing: 'Exclusive',
    taxLine: 'Large prices include 5% GST and 7% PST',
    ageLine: 'Prices checked 4:16 pm',
    staleAgeLine: 'Prices from 4:16 pm, please ask',
    stale: false,
    heldLine: null,
    askLine: 'Ask for today’s price',
    askInMs: 24 * 3_600_000,
    legend: [],
    panels: null,
    rewards: null,
    notice: null,
    storeColour: null,
    logo: null,
    light: { now: 'on', later: [] },
    ...changes
  }
}

export function itemOf(changes: Partial<ViewItem> & { readonly productId: string; readonly name: string }): ViewItem {
  return {
    brand: 'Wickerby',
    strain: 'indica',
    thc: '22–26%',
    cbd: null,
    classification: ['Flower', 'Indica'],
    soldOut: false,
    state: null,
    unit: 'g',
    shelf: null,
    tickets: [],
    rungs: [rung('3.5 g', { pay: '42.56', shelf: '38.00', unit: '10.86' })],
    picture: null,
    ...changes
  }
}

const CEDAR: readonly ViewRung[] = [
  rung('1 g', { pay: '8.96', shelf: '8.00', unit: '8.00' }),
  rung('3.5 g', { pay: '27.20', shelf: '24.29', unit: '6.94' }),
  rung('7 g', { pay: '47.04', shelf: '42.00', was: '47.00', unit: '6.00' }),
  rung('14 g', { pay: '91.84', shelf: '82.00', unit: '5.86', best: true })
]

const ALDER: readonly ViewRung[] = [
  rung('3.5 g', { pay: '21.28', shelf: '19.00', unit: '5.43' }),
  rung('7 g', { pay: '39.20', shelf: '35.00', unit: '5.00' }),
  rung('14 g', { pay: '72.80', shelf: '65.00', unit: '4.65' }),
  rung('28 g', { pay: '134.40', shelf: '120.00', unit: '4.29', best: true })
]

type Letter = keyof typeof TWICE

function slug(name: string, suffix = ''): string {
  return `${name.toLowerCase().replaceAll(' ', '-')}${suffix}`
}

function onShelf(
  shelf: { shelfId: number; name: string },
  rungs: readonly ViewRung[],
  rows: readonly (readonly [Letter, string, string, string, string, 'out'?])[]
): ViewItem[] {
  return rows.map(([letter, name, brand, thc, cbd, out]) =>
    itemOf({
      productId: slug(name),
      name,
      brand,
      strain: TWICE[letter],
      thc,
      cbd,
      shelf,
      rungs,
      soldOut: out === 'out',
      classification: ['Flower']
    })
  )
}

const FERRY = { promotionId: 'ferry', short: '20% off' }
const PAIR = { promotionId: 'pair', short: `2 for $70` }
const ROLLS = { promotionId: 'rolls', short: 'Buy 2' }

function single(
  path: readonly string[],
  letter: Letter,
  name: string,
  brand: string,
  thc: string,
  rungs: readonly ViewRung[],
  ticket?: { promotionId: string; short: string }
): ViewItem {
  const unit = path[0] === 'Pre-rolls' ? 'each' : 'g'
  return itemOf({
    productId: slug(name, unit === 'each' ? '-roll' : ''),
    name,
    brand,
    thc,
    strain: TWICE[letter],
    classification: path,
    unit,
    rungs,
    tickets: ticket === undefined ? [] : [ticket]
  })
}

/** What the drawing of the standard density shows. */
export function standardView(changes: Partial<ViewHead> = {}): BoardView {
  const indica = ['Flower', 'Indica']
  const sativa = ['Flower', 'Sativa']
  const hybrid = ['Flower', 'Hybrid']
  const rolls = ['Pre-rolls', '1 g rolls']
  return {
    head: headOf({
      legend: [
        { promotionId: 'ferry', short: '20% off', text: 'Ferry Friday, until 9 pm' },
        { promotionId: 'sale', short: 'Sale', text: 'Harvest Days, until Sunday' },
        { promotionId: 'rolls', short: 'Buy 2', text: 'get the cheapest for $1.00 plus tax, until Sunday' },
        { promotionId: 'pair', short: '2 for $70', text: 'plus tax, for Members' }
      ],
      ...changes
    }),
    items: [
      ...onShelf({ shelfId: 1, name: 'Cedar shelf' }, CEDAR, [
        ['h', 'Copper Wren', 'Wickerby', '22–26%', '<1%'],
        ['s', 'Lemon Semaphore', 'Ninefold Farm', '24–28%', '<1%'],
        ['i', 'Tidewater Hymn', 'Tallow Creek', '20–24%', '<1%'],
        ['h', 'Brass Almanac', 'Pell & Quarry', '21–25%', '<1%'],
        ['s', 'Quiet Turbine', 'Halfmoon Acre', '23–27%', '<1%'],
        ['c', 'Linen Motor', 'Brackenjar', '5–8%', '9–13%'],
        ['i', 'Plum Ledger', 'Tallow Creek', '21–25%', '<1%', 'out']
      ]),
      ...onShelf({ shelfId: 2, name: 'Alder shelf' }, ALDER, [
        ['i', 'Gravel Sonnet', 'Brackenjar', '19–23%', '<1%'],
        ['h', 'Winter Cassette', 'Ostrander Lot', '18–22%', '<1%'],
        ['s', 'Nettle Radio', 'Ninefold Farm', '17–21%', '<1%'],
        ['h', 'Amber Turnstile', 'Halfmoon Acre', '20–24%', '<1%'],
        ['i', 'Low Cathedral', 'Wickerby', '18–22%', '<1%'],
        ['s', 'Cobalt Pantry', 'Pell & Quarry', '19–23%', '<1%'],
        ['h', 'Fog Orchard', 'Tallow Creek', '17–21%', '<1%', 'out']
      ]),
      single(
        indica,
        'i',
        'Night Ferry',
        'Wickerby',
        '26–30%',
        [rung('3.5 g', { pay: '39.42', shelf: '35.20', was: '44.00' })],
        FERRY
      ),
      single(indica, 'i', 'Slow Comet', 'Ostrander Lot', '20–24%', [
        rung('3.5 g', { pay: '42.56', shelf: '38.00' }),
        rung('7 g', { pay: '78.40', shelf: '70.00' })
      ]),
      single(indica, 'i', 'Moss Antenna', 'Pell & Quarry', '23–27%', [
        rung('1 g', { pay: '12.89', shelf: '11.51' }),
        rung('3.5 g', { pay: '41.44', shelf: '37.00' }),
        rung('7 g', { pay: '71.68', shelf: '64.00', was: '72.00' })
      ]),
      single(
        sativa,
        's',
        'Harvest Static',
        'Halfmoon Acre',
        '22–26%',
        [rung('3.5 g', { pay: '34.94', shelf: '31.20', was: '39.00' })],
        FERRY
      ),
      single(sativa, 's', 'Sunday Barge', 'Ninefold Farm', '24–28%', [
        rung('3.5 g', { pay: '45.92', shelf: '41.00' }),
        rung('7 g', { pay: '85.69', shelf: '76.51' })
      ]),
      single(
        sativa,
        's',
        'Pewter Finch',
        'Brackenjar',
        '21–25%',
        [rung('3.5 g', { pay: '42.56', shelf: '38.00' })],
        PAIR
      ),
      single(sativa, 's', 'Ochre Timetable', 'Wickerby', '25–29%', [
        rung('1 g', { pay: '14.28', shelf: '12.75' }),
        rung('3.5 g', { pay: '47.04', shelf: '42.00' })
      ]),
      single(
        hybrid,
        'h',
        'Saltbox Choir',
        'Tallow Creek',
        '24–28%',
        [rung('3.5 g', { pay: '42.56', shelf: '38.00' })],
        PAIR
      ),
      single(hybrid, 'h', 'Third Gantry', 'Ostrander Lot', '22–26%', [
        rung('3.5 g', { pay: '40.89', shelf: '36.51' }),
        rung('7 g', { pay: '76.16', shelf: '68.00' })
      ]),
      single(hybrid, 'h', 'Velvet Ampere', 'Ninefold Farm', '25–29%', [
        rung('3.5 g', { pay: '29.12', shelf: '26.00' }),
        rung('7 g', { pay: '54.88', shelf: '49.00' }),
        rung('14 g', { pay: '98.56', shelf: '88.00', was: '94.00' })
      ]),
      single(
        rolls,
        's',
        'Kettle Drum',
        'Halfmoon Acre',
        '24–28%',
        [rung('each', { pay: '11.20', shelf: '10.00' })],
        ROLLS
      ),
      single(rolls, 'i', 'Rookery Lamp', 'Pell & Quarry', '20–24%', [
        rung('each', { pay: '9.53', shelf: '8.51' }),
        rung('3 for', { pay: '26.88', shelf: '24.00' })
      ]),
      single(rolls, 'h', 'Hall Light', 'Brackenjar', '22–26%', [rung('each', { pay: '10.36', shelf: '9.25' })], ROLLS),
      single(rolls, 'h', 'Copper Wren', 'Wickerby', '22–26%', [
        rung('each', { pay: '10.08', shelf: '9.00' }),
        rung('3 for', { pay: '28.57', shelf: '25.51' })
      ])
    ]
  }
}

const STRAINS: readonly (StrainType | null)[] = ['indica', 'sativa', 'hybrid', 'cbd', null]
const BRANDS = ['Wickerby', 'Ninefold Farm', 'Tallow Creek', 'Pell & Quarry', 'Halfmoon Acre', 'Brackenjar']
const FIRST = ['Copper', 'Lemon', 'Tidewater', 'Brass', 'Quiet', 'Linen', 'Plum', 'Gravel', 'Winter', 'Nettle', 'Amber']
const SECOND = ['Wren', 'Semaphore', 'Hymn', 'Almanac', 'Turbine', 'Motor', 'Ledger', 'Sonnet', 'Cassette', 'Radio']
const PATHS: readonly (readonly string[])[] = [
  ['Flower', 'Indica'],
  ['Flower', 'Sativa'],
  ['Flower', 'Hybrid'],
  ['Flower', 'Dried', 'Milled'],
  ['Pre-rolls', 'Single'],
  ['Pre-rolls', 'Packs'],
  ['Vapes', '510 cartridges'],
  ['Vapes', 'Disposables'],
  ['Edibles', 'Gummies'],
  ['Edibles', 'Chocolate'],
  ['Edibles', 'Beverages'],
  ['Concentrates & extracts', 'Live rosin'],
  ['Topicals'],
  ['Accessories', 'Rolling papers'],
  []
]

/** A menu of `count` products in fifteen classes, of the same make each time. */
export function manyView(count: number, changes: Partial<ViewHead> = {}): BoardView {
  const items = Array.from({ length: count }, (_, index): ViewItem => {
    const path = PATHS[Math.floor((index * PATHS.length) / count)] ?? []
    const each = path[0] !== 'Flower' && path[0] !== 'Concentrates & extracts'
    const onCedar = path[0] === 'Flower' && index % 3 === 0
    const base = 8 + ((index * 7) % 40)
    const own = Array.from({ length: 1 + (index % 5 === 0 ? 3 : index % 3) }, (_rung, step) => {
      const grams = [1, 3.5, 7, 14][step] ?? 28
      const shelf = (base * (step + 1)).toFixed(2)
      const pay = (base * (step + 1) * 1.12).toFixed(2)
      const quantity = each ? (step === 0 ? 'each' : `${step + 2} for`) : `${grams} g`
      const reduced = index % 9 === 0 && step === 0
      return rung(quantity, {
        pay,
        shelf,
        unit: (base / (step + 1)).toFixed(2),
        best: false,
        ...(reduced ? { was: (base + 5).toFixed(2) } : {}),
        ...(reduced && index % 2 === 0 ? { until: 'until Sunday' } : {})
      })
    })
    return itemOf({
      productId: `p${index}`,
      name: `${FIRST[index % FIRST.length]} ${SECOND[Math.floor(index / FIRST.length) % SECOND.length]}`,
      brand: index % 11 === 0 ? null : (BRANDS[index % BRANDS.length] ?? null),
      strain: STRAINS[index % STRAINS.length] ?? null,
      thc: each && index % 2 === 0 ? '10 mg' : '20–24%',
      cbd: index % 4 === 0 ? '<1%' : null,
      classification: path,
      soldOut: index % 13 === 5,
      unit: each ? 'each' : 'g',
      shelf: onCedar ? { shelfId: 1 + (index % 2), name: index % 2 === 0 ? 'Cedar shelf' : 'Alder shelf' } : null,
      tickets: index % 7 === 3 ? [index % 2 === 0 ? FERRY : PAIR] : [],
      rungs: onCedar ? (index % 2 === 0 ? CEDAR : ALDER) : own
    })
  })
  return { head: headOf({ legend: standardView().head.legend, ...changes }), items }
}

function withRungs(item: ViewItem, change: (rung: ViewRung) => ViewRung): ViewItem {
  return { ...item, rungs: item.rungs.map(change) }
}

/** Amounts held: words in place of every amount. */
export function heldView(): BoardView {
  const view = standardView({ heldLine: 'Ask for today’s price', taxLine: 'Prices are being checked' })
  return { head: view.head, items: view.items.map((item) => withRungs(item, heldRung)) }
}

/** A location whose prices include their taxes. */
export function inclusiveView(): BoardView {
  const view = standardView({ taxPricing: 'Inclusive', taxLine: 'All prices include 13% HST' })
  return { head: view.head, items: view.items.map((item) => withRungs(item, inclusiveRung)) }
}

/** Products that are new, and such of which few are left. */
export function statesView(): BoardView {
  const view = standardView()
  const stateOf = (at: number) => (at % 5 === 1 ? 'new' : at % 7 === 3 ? 'last-few' : null)
  return { head: view.head, items: view.items.map((item, at) => ({ ...item, state: stateOf(at) })) }
}

const ROW_LABELS = { group: 'Members pay', beforeTax: 'Before tax', youPay: 'You pay' }

/** A screen that names a pricing group: what its members hand over, on every rung. */
export function groupView(): BoardView {
  const view = standardView({ screen: { ...SCREEN, groupName: 'Members', rowLabels: ROW_LABELS } })
  return { head: view.head, items: view.items.map((item) => withRungs(item, groupRung)) }
}

/** A screen whose large amounts are the shelf's. */
export function shelfPriceView(): BoardView {
  return standardView({ screen: { ...SCREEN, priceStyle: 'shelf-price', rowLabels: ROW_LABELS } })
}

/** More offers than any footer has room for. */
export function offersView(): BoardView {
  const view = standardView()
  const offers = Array.from({ length: 24 }, (_, at) => ({
    promotionId: `offer-${at}`,
    short: `Offer ${at + 1}`,
    text: 'Buy three of these and get the cheapest for 0.49 plus tax, for Members, not with sale prices, until Sunday'
  }))
  const items = view.items.map((item, at) => {
    const offer = offers[at % offers.length]
    return item.shelf !== null || offer === undefined
      ? item
      : { ...item, tickets: [{ promotionId: offer.promotionId, short: offer.short }] }
  })
  return { head: { ...view.head, legend: offers }, items }
}

const PANELS: NonNullable<ViewHead['panels']> = [
  { promotionId: 'ferry', headline: '20% off', note: 'Ferry Friday, until 9 pm' },
  { promotionId: 'rolls', headline: 'Buy 2, get the cheapest for $1.00', note: 'plus tax, Long Roll Week' },
  { promotionId: 'three', headline: '3 for $25', note: 'plus tax, for Members' }
]

function promoted(
  letter: Letter,
  name: string,
  promotionIds: readonly string[],
  rungs: readonly ViewRung[],
  changes: Partial<ViewItem> = {}
): ViewItem {
  return itemOf({
    productId: slug(name),
    name,
    strain: TWICE[letter],
    rungs,
    tickets: promotionIds.map((promotionId) => ({
      promotionId,
      short: { ferry: '20% off', rolls: 'Buy 2' }[promotionId] ?? '3 for $25'
    })),
    ...changes
  })
}

/** What the drawing of the promotions shows. */
export function promotionsView(changes: Partial<ViewHead> = {}): BoardView {
  return {
    head: headOf({
      screen: { ...SCREEN, theme: 'contrast', level: 'roomy', distanceMetres: 5 },
      panels: PANELS,
      ...changes
    }),
    items: [
      promoted('i', 'Night Ferry', ['ferry'], [rung('3.5 g', { pay: '39.42', shelf: '35.20', was: '44.00' })]),
      promoted('s', 'Harvest Static', ['ferry'], [rung('3.5 g', { pay: '34.94', shelf: '31.20', was: '39.00' })]),
      promoted('h', 'Tin Roof', ['ferry'], [rung('1 g', { pay: '40.32', shelf: '36.00', was: '45.00' })]),
      promoted('s', 'Kettle Drum', ['rolls'], [rung('1 g', { pay: '11.20', shelf: '10.00' })]),
      promoted('h', 'Hall Light', ['rolls'], [rung('2 × 0.5 g', { pay: '13.44', shelf: '12.00' })]),
      promoted('i', 'Slow Comet', ['rolls'], [rung('3 × 0.5 g', { pay: '16.80', shelf: '15.00' })]),
      promoted('s', 'Peach Telegram', ['three'], [rung('10 mg', { pay: '10.65', shelf: '9.50' })]),
      promoted('i', 'Night Bramble', ['three'], [rung('10 mg', { pay: '10.65', shelf: '9.50' })]),
      promoted('h', 'Ginger Parade', ['three'], [rung('10 mg', { pay: '12.32', shelf: '11.00' })])
    ]
  }
}

/** Promotions of every kind on one menu: ladders, several tickets, one product, many, a sale without a promotion. */
export function manyPromotionsView(changes: Partial<ViewHead> = {}): BoardView {
  const { items } = manyView(60)
  const panels = [...PANELS, { promotionId: null, headline: 'Sale', note: 'on now' }]
  return {
    head: headOf({ panels, legend: standardView().head.legend, ...changes }),
    items: [
      promoted('c', 'Linen Motor', ['rolls', 'ferry'], CEDAR, { state: 'new' }),
      promoted('h', 'Fog Orchard', ['rolls'], ALDER, { soldOut: true }),
      promoted(
        's',
        'Grandmother Willow’s Extraordinarily Long Winded Midnight Reserve',
        ['three', 'ferry'],
        [rung('28 g', { pay: '1,234.56', shelf: '1,102.29', was: '1,299.00', until: 'until 9 pm' })]
      ),
      ...items.map((item, at): ViewItem => {
        const promotionId = ['ferry', 'rolls', 'three', null][at % 4] ?? null
        return { ...item, tickets: promotionId === null ? [] : [{ promotionId, short: 'Offer' }] }
      })
    ]
  }
}

/** The words of a store in Quebec: the sign after the number, a comma, French labels from the host. */
/** A menu of four products, and what its shop gives for points. */
export function rewardsView(changes: Partial<ViewHead> = {}): BoardView {
  const row = (rewardId: string, offer: string, note: string, points: string) => ({
    rewardId,
    name: note,
    offer,
    basis: 'before tax',
    note,
    points
  })
  const rewards = {
    title: 'Rewards',
    rule: 'One per order',
    rewards: [
      row('five', '$5.00 off', 'before tax', '100 points'),
      row('ten', '10% off', 'Regulars’ thanks, before tax', '250 points'),
      row('twenty', '$20.00 off', 'For a year of coming back every single Friday evening, before tax', '1,250 points')
    ]
  }
  return manyView(4, { rewards, ...changes })
}

export function frenchRewardsView(): BoardView {
  const row = (rewardId: string, offer: string, note: string, points: string) => ({
    rewardId,
    name: note,
    offer,
    basis: 'avant taxes',
    note,
    points
  })
  const rewards = {
    title: 'Récompenses',
    rule: 'Une par commande',
    rewards: [
      row('cinq', '5,00\u00a0$ de rabais', 'avant taxes', '100 points'),
      row('dix', '12,5\u00a0% de rabais', 'Merci aux habitués, avant taxes', '1\u00a0250 points')
    ]
  }
  return rewardsView({ language: 'fr-CA', rewards })
}

export function frenchView(): BoardView {
  const view = standardView({
    storeName: 'Sterne et Bois',
    language: 'fr-CA',
    clock: `16${NBSP}h${NBSP}18`,
    railLabel: ['Vous payez,', 'taxes comprises'],
    taxLine: `Les prix en gros caractères incluent${NBSP}: TPS de 5${NBSP}% et TVQ de 9,975${NBSP}%`,
    ageLine: `Prix vérifiés à 16${NBSP}h${NBSP}16`
  })
  return {
    head: view.head,
    items: view.items.map((item) => withRungs(item, frenchRung))
  }
}

/** Everything that is hard to set: long names, twelve rungs, wide prices, many tickets, sold out singles, other scripts. */
export function hardView(): BoardView {
  const twelve = Array.from({ length: 12 }, (_, step) =>
    rung(`${step + 1} g`, {
      pay: (11.2 * (step + 1)).toFixed(2),
      shelf: (10 * (step + 1)).toFixed(2),
      unit: '10.00',
      best: step === 0,
      ...(step === 4 ? { was: '58.00', until: 'until 9 pm' } : {})
    })
  )
  const wide = [
    rung('28 g', { pay: '1,234.56', shelf: '1,102.29', was: '1,299.00', until: 'until Sunday', unit: '39.37' })
  ]
  const long = 'Grandmother Willow’s Extraordinarily Long Winded Midnight Reserve Batch Number Forty-Seven'
  const tickets = ['Buy 2, get 1 for $0.49', '20% off', 'Members save', 'Weekend deal', '3 for $99'].map(
    (short, index) => ({
      promotionId: `t${index}`,
      short
    })
  )
  const shelf = { shelfId: 9, name: 'Top of the very highest shelf' }
  return {
    head: headOf({
      storeName: 'The Tern and Timber Cannabis Company of Harbour Street, North Vancouver',
      legend: tickets.map(({ promotionId, short }) => ({
        promotionId,
        short,
        text: `A promotion with quite some words to it, number ${promotionId}, not with sale prices, until Sunday`
      })),
      ageLine: 'Prices from 2:10 pm, please ask',
      stale: true,
      taxLine:
        'Large prices include 5% GST, 7% PST, 2.5% municipal tax, and a container deposit of $0.10 on every bottle sold'
    }),
    items: [
      itemOf({ productId: 's1', name: long, shelf, rungs: twelve, tickets: tickets.slice(0, 2), cbd: '<1%' }),
      itemOf({
        productId: 's2',
        name: 'Short',
        shelf,
        rungs: twelve,
        soldOut: true,
        brand: 'The Brackenjar Growing Company Limited'
      }),
      itemOf({ productId: 's3', name: `${long} ${long}`, shelf, rungs: twelve }),
      itemOf({ productId: 'n1', name: long, rungs: twelve, tickets }),
      itemOf({ productId: 'n2', name: 'Dear Old Thing', rungs: wide, tickets: tickets.slice(0, 1) }),
      itemOf({ productId: 'n3', name: 'Hundred', rungs: [rung('14 g', { pay: '112.00', shelf: '100.00' })] }),
      itemOf({
        productId: 'n4',
        name: 'Two Hundreds',
        rungs: [rung('14 g', { pay: '112.00', shelf: '100.00' }), rung('28 g', { pay: '212.80', shelf: '190.00' })]
      }),
      itemOf({ productId: 'n5', name: 'Gone', soldOut: true }),
      itemOf({
        productId: 'n6',
        name: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch',
        tickets: tickets.slice(0, 1)
      }),
      itemOf({ productId: 'n7', name: 'ليل الشمال', brand: 'Żółć Ōkami', strain: null, cbd: '12–15%' }),
      itemOf({ productId: 'n8', name: 'Five', rungs: twelve.slice(0, 5) }),
      itemOf({ productId: 'n9', name: 'Six', rungs: twelve.slice(0, 6), soldOut: true }),
      itemOf({
        productId: 'n10',
        name: 'Balanced Oil',
        strain: 'cbd',
        thc: '10–12 mg/g',
        cbd: '250–275 mg/g',
        brand: 'The Brackenjar Growing Company Limited'
      }),
      itemOf({ productId: 'n11', name: 'No ladder at all', rungs: [] })
    ]
  }
}

/** Amounts in US dollars, written so that they cannot be mistaken. */
export function usView(): BoardView {
  const view = standardView({
    storeName: 'Harbour Light, Tacoma',
    taxLine: 'Large prices include 37% excise and 10.3% sales tax'
  })
  return { head: view.head, items: view.items.map((item) => withRungs(item, usRung)) }
}

function heldRung(each: ViewRung): ViewRung {
  return {
    ...each,
    youPay: null,
    shelfPrice: null,
    regular: null,
    unitPrice: null,
    best: false,
    reduced: false,
    until: null
  }
}

function groupRung(each: ViewRung): ViewRung {
  const digits = each.youPay === null ? null : (Number(each.youPay.digits) - 1).toFixed(2)
  return { ...each, groupPays: digits === null ? null : money(digits) }
}

function inclusiveRung(each: ViewRung): ViewRung {
  return {
    ...each,
    shelfPrice: each.regular === null ? null : each.shelfPrice
  }
}

function frenchRung(each: ViewRung): ViewRung {
  return {
    ...each,
    quantity: each.quantity.replace('.', ',').replace('each', 'l’unité').replace('3 for', '3 pour'),
    youPay: each.youPay === null ? null : money(each.youPay.digits.replace('.', ','), '$', true),
    shelfPrice: comma(each.shelfPrice),
    regular: comma(each.regular),
    unitPrice: comma(each.unitPrice)
  }
}

function usRung(each: ViewRung): ViewRung {
  return {
    ...each,
    youPay: each.youPay === null ? null : money(each.youPay.digits, 'US$')
  }
}

function comma(text: string | null): string | null {
  return text === null ? null : text.replace('.', ',')
}
