import { sentenceOf } from '../../../display/sentence.ts'
import type { Count, OfferPhrases, Reduction, ThingWords } from '../offer-phrases.ts'

/** "por $1.00", "gratis", "$2.00 de descuento": after what it is about. */
function after(reduction: Reduction): string {
  switch (reduction.kind) {
    case 'price':
      return `por ${reduction.money}`
    case 'free':
      return 'gratis'
    case 'off':
      return `${reduction.money} de descuento`
    case 'share':
      return `${reduction.percent} de descuento`
  }
}

/** The same around what it is about: "el más barato por $1.00", "$2.00 de descuento en el más barato". */
function about(reduction: Reduction, what: string): string {
  switch (reduction.kind) {
    case 'price':
    case 'free':
      return `${what} ${after(reduction)}`
    case 'off':
    case 'share':
      return `${after(reduction)} en ${what}`
  }
}

/** A price ends the sentence; what comes off stands apart. */
function beside(what: string, reduction: Reduction): string {
  switch (reduction.kind) {
    case 'price':
    case 'free':
      return `${what} ${after(reduction)}`
    case 'off':
    case 'share':
      return `${what}, ${after(reduction)}`
  }
}

function counted(count: Count): string {
  return count.kind === 'each' ? count.count : count.total
}

function of(things: ThingWords | null): string {
  switch (things?.kind) {
    case undefined:
      return ''
    case 'anything':
      return ' de lo que quiera'
    case 'these':
      return ' de estos artículos'
    case 'named':
      return ` de ${things.text}`
  }
}

function bare(things: ThingWords): string {
  switch (things.kind) {
    case 'anything':
      return 'todo'
    case 'these':
      return 'estos artículos'
    case 'named':
      return things.text
  }
}

function unitOf(unit: Count): string {
  if (unit.kind === 'each') return 'cada artículo'
  return unit.isGram ? 'cada gramo' : `cada ${unit.unit}`
}

function cheapestOf(count: Count): string {
  if (count.kind === 'each') return 'el más barato'
  return count.isGram ? 'el gramo más barato' : `los ${count.unit} más baratos`
}

const capitalOf = (text: string): string => sentenceOf(text, 'es')

export const SPANISH_OFFERS: OfferPhrases = {
  madeBy: (names, makers) => `${names} de ${makers}`,
  allOf: (reduction, things) => capitalOf(things === null ? after(reduction) : about(reduction, bare(things))),
  eachOf: (reduction, unit, things) => capitalOf(about(reduction, `${unitOf(unit)}${of(things)}`)),
  eachShort: (reduction, unit) => capitalOf(about(reduction, unitOf(unit))),
  buy: (count, things) => `Compre ${counted(count)}${of(things)}`,
  getCheapest: (reduction, count) => `lleve ${about(reduction, cheapestOf(count))}`,
  getOther: (reduction, count, other) => {
    if (other === null)
      return `lleve ${about(reduction, count.kind === 'each' ? 'otro' : count.isGram ? 'otro gramo' : `otros ${count.unit}`)}`
    if (other.kind === 'these')
      return `lleve ${about(reduction, count.kind === 'each' ? 'uno de los otros artículos' : `${count.unit} de los otros artículos`)}`
    return `lleve ${about(reduction, `${count.kind === 'each' ? 'un artículo' : count.unit}${of(other)}`)}`
  },
  any: (reduction, count, things) =>
    beside(`${counted(count)}${things === null ? ' a elegir' : of(things)}`, reduction),
  bundle: (reduction, parts) =>
    beside(
      parts
        .map(({ count, things }) => {
          if (count.kind === 'grams') return `${count.total} de ${things.text}`
          return count.isOne ? things.text : `${count.count} × ${things.text}`
        })
        .join(' + '),
      reduction
    ),
  bundleOf: (reduction, count) => beside(`${count} de estos artículos juntos`, reduction),
  bundleShort: (reduction) =>
    reduction.kind === 'price' || reduction.kind === 'free'
      ? `Paquete ${after(reduction)}`
      : `${after(reduction)} en el paquete`,
  buyAndGet: 'Compre y lleve',
  missing: (count, things, isMore) => {
    const more = isMore ? `${counted(count)} más` : counted(count)
    return `${more}${things.kind === 'these' ? ' de los productos de esta promoción' : of(things)}`
  },
  orGrams: (grams) => `o ${grams}`,
  limits: {
    plusTax: 'más impuestos',
    beforeTax: 'antes de impuestos',
    gramsCountAsOne: (grams) => `un artículo = ${grams}`,
    timesPerOrder: (count, text) => (count === 1 ? 'una vez por compra' : `hasta ${text} veces por compra`),
    notWithSalePrices: 'salvo precios de oferta',
    salePricesOnly: 'solo en precios de oferta',
    forNobody: 'para nadie',
    forMedical: 'para clientes médicos',
    forRecreational: 'para clientes recreativos',
    forGroups: (names) => `para ${names}`,
    forMedicalIn: (names) => `para ${names} (clientes médicos)`,
    forRecreationalIn: (names) => `para ${names} (clientes recreativos)`,
    forAnyGroup: 'para clientes con precio de grupo',
    forNoGroup: 'para clientes sin precio de grupo',
    customersOfNoGroup: 'clientes sin precio de grupo',
    butNot: (names) => `excepto para ${names}`,
    aGroup: 'clientes con precio de grupo'
  }
}
