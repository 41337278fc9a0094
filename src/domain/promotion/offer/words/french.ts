import { sentenceOf } from '../../../display/sentence.ts'
import type { Count, OfferPhrases, Reduction, ThingWords } from '../offer-phrases.ts'

const NO_BREAK_SPACE = '\u00a0'

/** "à 1,00 $", "sans frais", "2,00 $ de rabais": after what it is about. */
function after(reduction: Reduction): string {
  switch (reduction.kind) {
    case 'price':
      return `à ${reduction.money}`
    case 'free':
      return 'sans frais'
    case 'off':
      return `${reduction.money} de rabais`
    case 'share':
      return `${reduction.percent} de rabais`
  }
}

/** The same around what it is about: "le moins cher à 1,00 $", "2,00 $ de rabais sur le moins cher". */
function about(reduction: Reduction, what: string): string {
  switch (reduction.kind) {
    case 'price':
    case 'free':
      return `${what} ${after(reduction)}`
    case 'off':
    case 'share':
      return `${after(reduction)} sur ${what}`
  }
}

/** Several together cost a sum. */
function together(what: string, reduction: Reduction): string {
  switch (reduction.kind) {
    case 'price':
      return `${what} pour ${reduction.money}`
    case 'free':
      return `${what} ${after(reduction)}`
    case 'off':
    case 'share':
      return `${what}, ${after(reduction)}`
  }
}

/** Names stand in brackets: nobody knows their gender, their number or their first sound. */
function counted(count: Count, things: ThingWords): string {
  const of = count.kind === 'grams' ? count.total : count.count
  const articles = count.kind === 'grams' ? of : `${of}${NO_BREAK_SPACE}${count.isOne ? 'article' : 'articles'}`
  switch (things.kind) {
    case 'anything':
      return `${articles} au choix`
    case 'these':
      return `${of} de ces articles`
    case 'named':
      return `${articles} (${things.text})`
  }
}

function bare(things: ThingWords): string {
  switch (things.kind) {
    case 'anything':
      return 'tout'
    case 'these':
      return 'ces articles'
    case 'named':
      return things.text
  }
}

function unitOf(unit: Count): string {
  if (unit.kind === 'each') return 'chaque article'
  return unit.isGram ? 'chaque gramme' : `chaque tranche de ${unit.unit}`
}

function cheapestOf(count: Count): string {
  if (count.kind === 'each') return 'le moins cher'
  return count.isGram ? 'le gramme le moins cher' : `les ${count.unit} les moins chers`
}

function bracketed(things: ThingWords | null): string {
  return things?.kind === 'named' ? ` (${things.text})` : ''
}

const capitalOf = (text: string): string => sentenceOf(text, 'fr-CA')

/** Canadian French. */
export const FRENCH_OFFERS: OfferPhrases = {
  madeBy: (names, makers) => `${names} de chez ${makers}`,
  allOf: (reduction, things) => capitalOf(things === null ? after(reduction) : about(reduction, bare(things))),
  eachOf: (reduction, unit, things) => capitalOf(about(reduction, `${unitOf(unit)}${bracketed(things)}`)),
  eachShort: (reduction, unit) => capitalOf(about(reduction, unitOf(unit))),
  buy: (count, things) => {
    if (things !== null) return `Achetez ${counted(count, things)}`
    return count.kind === 'grams' ? `Achetez ${count.total}` : `Achetez-en${NO_BREAK_SPACE}${count.count}`
  },
  getCheapest: (reduction, count) => `obtenez ${about(reduction, cheapestOf(count))}`,
  getOther: (reduction, count, other) => {
    if (other === null)
      return `obtenez ${about(reduction, count.kind === 'each' ? 'un autre' : `${count.unit} de plus`)}`
    if (other.kind === 'these')
      return `obtenez ${about(reduction, count.kind === 'each' ? 'un des autres articles' : `${count.unit} des autres articles`)}`
    const what = count.kind === 'each' ? 'un article' : count.unit
    return `obtenez ${about(reduction, `${what}${other.kind === 'anything' ? ' au choix' : bracketed(other)}`)}`
  },
  any: (reduction, count, things) => {
    if (things !== null) return together(counted(count, things), reduction)
    return together(`${count.kind === 'grams' ? count.total : count.count} au choix`, reduction)
  },
  bundle: (reduction, parts) =>
    together(
      parts
        .map(({ count, things }) => {
          if (count.kind === 'grams') return `${count.total} (${things.text})`
          return count.isOne ? things.text : `${count.count}${NO_BREAK_SPACE}× ${things.text}`
        })
        .join(' + '),
      reduction
    ),
  bundleOf: (reduction, count) => together(`${count} de ces articles ensemble`, reduction),
  bundleShort: (reduction) =>
    reduction.kind === 'price' || reduction.kind === 'free'
      ? `Ensemble ${after(reduction)}`
      : `${after(reduction)} sur l’ensemble`,
  buyAndGet: 'Achetez et obtenez',
  missing: (count, things, isMore) => {
    const articles = count.isOne ? 'article' : 'articles'
    const what = count.kind === 'grams' ? count.total : `${count.count}${NO_BREAK_SPACE}${articles}`
    const more = isMore ? `${what} de plus` : what
    if (things.kind === 'these') return `${more} parmi les produits de cette offre`
    return `${more}${things.kind === 'anything' ? ' au choix' : bracketed(things)}`
  },
  orGrams: (grams) => `ou ${grams}`,
  limits: {
    plusTax: 'taxes en sus',
    beforeTax: 'avant taxes',
    gramsCountAsOne: (grams) => `un article = ${grams}`,
    timesPerOrder: (count, text) =>
      count === 1 ? 'une fois par achat' : `jusqu’à ${text}${NO_BREAK_SPACE}fois par achat`,
    notWithSalePrices: 'sauf prix réduits',
    salePricesOnly: 'sur les prix réduits seulement',
    forNobody: 'pour personne',
    forMedical: 'pour la clientèle médicale',
    forRecreational: 'pour la clientèle récréative',
    forGroups: (names) => `pour ${names}`,
    forMedicalIn: (names) => `pour ${names} (clientèle médicale)`,
    forRecreationalIn: (names) => `pour ${names} (clientèle récréative)`,
    forAnyGroup: 'pour la clientèle avec un prix de groupe',
    forNoGroup: 'pour la clientèle sans prix de groupe',
    customersOfNoGroup: 'la clientèle sans prix de groupe',
    butNot: (names) => `sauf pour ${names}`,
    aGroup: 'la clientèle avec un prix de groupe'
  }
}
