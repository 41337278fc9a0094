import type { Random } from './random.ts'

/** Invented brands, and the wholesalers that deliver them. */
export const BRANDS: readonly string[] = [
  'Wickerby',
  'Ninefold Farm',
  'Tallow Creek',
  'Pell & Quarry',
  'Halfmoon Acre',
  'Brackenjar',
  'Ostrander Lot',
  'Maison Clairval'
]

export const SUPPLIERS: readonly { readonly supplierId: number; readonly name: string }[] = [
  { supplierId: 54301, name: 'Larkmoor Wholesale' },
  { supplierId: 54302, name: 'Greywater Distribution' },
  { supplierId: 54303, name: 'Coopérative du Vieux-Moulin' },
  { supplierId: 54304, name: 'Three Rivers Supply' },
  { supplierId: 54305, name: 'Oxbow & Daughters' }
]

const FIRST: readonly string[] =
  `Copper Lemon Tidewater Brass Quiet Linen Plum Slow Moss Sunday Pewter Ochre Gravel Winter Nettle Amber Low Cobalt Fog
  Saltbox Third Velvet Kettle Hall Harvest Night Paper Silver Marble Lantern Harbour Willow Umber Cellar Northern Glass
  Juniper Cloudberry Orchard Flint Early Walnut Chalk Hidden Rye Mallow Tin Hollow Barley Sable`.split(/\s+/)

const SECOND: readonly string[] =
  `Wren Ferry Semaphore Hymn Almanac Turbine Motor Ledger Comet Antenna Static Barge Finch Timetable Sonnet Cassette Radio
  Turnstile Cathedral Pantry Choir Gantry Ampere Drum Lamp Compass Meadow Postcard Signal Viaduct Atlas Loom Quartet
  Veranda Sparrow Causeway Telegram Trellis Arcade Pavilion`.split(/\s+/)

/** Names with accents, and names too long for any row, that a layout has to live with. */
const ODD: readonly string[] = [
  'Érable d’hiver',
  'Forêt boréale',
  'Prélude nº 4',
  'Crème de cassis',
  'Jardin d’été à l’île aux Chênes',
  'Señal Lejana',
  'Zoë’s Übermorgen',
  'The Long Way Round by the Old Canal Road and Back Again Before the Lamps Are Lit',
  'Tidewater Hymn (Second Verse, Slow) – Late Harvest, Small Lot, Hand-Trimmed'
]

const FLAVOURS: readonly string[] =
  `Pear & Cardamom|Blackcurrant|Peach & Thyme|Grapefruit|Blueberry & Sage|Raspberry|Mango|Rhubarb|Sour Cherry|Apple & Fir|
  Lychee|Plum & Anise|Cloudberry|Melon|Blood Orange|Lemon Curd|Fig|Strawberry & Basil|Pomme et érable|Cassis`
    .split('|')
    .map((flavour) => flavour.trim())

/** Two words, never the same twice. */
export function namesOf(random: Random): () => string {
  const pairs = random.shuffle(FIRST.flatMap((first) => SECOND.map((second) => `${first} ${second}`)))
  const known = ['Copper Wren', 'Night Ferry', 'Lemon Semaphore', 'Tidewater Hymn', 'Brass Almanac', 'Quiet Turbine']
  const rest = pairs.filter((pair) => !known.includes(pair))
  let given = 0
  return () => {
    const odd = given % 12 === 11 ? ODD[(given - 11) / 12] : undefined
    const name = odd ?? known[given] ?? rest[given] ?? `Lot ${given}`
    given++
    return name
  }
}

/** Twenty flavours, then the same as "Little ...". */
export function flavoursOf(random: Random): () => string {
  const flavours = random.shuffle(FLAVOURS)
  let given = 0
  return () => {
    const isRepeated = given >= flavours.length
    const flavour = flavours[given++ % flavours.length] ?? ''
    return isRepeated ? `Little ${flavour}` : flavour
  }
}
