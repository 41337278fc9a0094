import { ended as withStop } from '../display/sentence.ts'
import type { Moment } from '../display/words.ts'
import type { Unchecked } from './cause.ts'

/** The sentences of the register check, in one language. Amounts, names, quantities and times come in as text. */
export interface ParityWords {
  /** A time in a sentence: "at 4:16 pm", "on Nov 18 at 4:16 pm". */
  readonly at: (moment: Moment) => string
  /** In the place of a time of day that nobody told. */
  readonly noTime: string
  readonly agrees: string
  /** What the register charged beyond the board, and below it. */
  readonly more: (amount: string) => string
  readonly less: (amount: string) => string
  readonly taxMissing: (taxes: string) => string
  readonly taxExtra: (taxes: string) => string
  readonly taxOther: string
  readonly taxAdded: string
  readonly taxNotAdded: string
  readonly amountWithTax: string
  readonly taxRounding: string
  readonly rounding: string
  readonly saleNotAtRegister: (until: string | null) => string
  readonly saleOverAtRegister: (ended: string) => string
  readonly saleOverOnBoard: (ended: string) => string
  readonly saleNotBegun: (begins: string) => string
  readonly groupPrice: (group: string) => string
  readonly tierNotGiven: (tier: string, counted: string) => string
  readonly tierGiven: (tier: string) => string
  readonly discount: (amount: string) => string
  readonly promotion: (names: string) => string
  readonly promotionApplied: (names: string) => string
  readonly dealNotGiven: (name: string) => string
  readonly registerWasLate: (at: string, minutes: number) => string
  readonly boardWasLate: (at: string, minutes: number) => string
  readonly otherTime: (from: string, to: string | null) => string
  readonly unknown: string
  /** Of a record that was fetched again: a verdict and a sentence. */
  readonly sampledSame: (at: string) => { readonly verdict: string; readonly text: string }
  readonly sampledOther: (at: string) => { readonly verdict: string; readonly text: string }
  readonly unchecked: Readonly<Record<Unchecked, string>>
}

const minutesIn = (one: string, many: string) => (minutes: number) => `${minutes} ${minutes === 1 ? one : many}`
const englishMinutes = minutesIn('minute', 'minutes')
const frenchMinutes = minutesIn('minute', 'minutes')
const spanishMinutes = minutesIn('minuto', 'minutos')

export const ENGLISH_PARITY: ParityWords = {
  at: ({ day, time }) => (day === null ? `at ${time}` : `on ${day} at ${time}`),
  noTime: 'no time told',
  agrees: 'The register charged what the board said.',
  more: (amount) => `${amount} more than the board said`,
  less: (amount) => `${amount} less than the board said`,
  taxMissing: (taxes) => `The register left out ${taxes}, which the board adds.`,
  taxExtra: (taxes) => `The register took ${taxes} besides. The board does not add it to this product.`,
  taxOther: 'The price is the same, the tax is not. Compare the product’s tax rates in Cova with the register’s.',
  taxAdded: 'The board’s price has the taxes in it, and the register added them on top. Check the store’s tax setting.',
  taxNotAdded:
    'The register charged the price without adding taxes. The board adds them. Check the store’s tax setting.',
  amountWithTax: 'The amount has the taxes in it, and is then what the board said. Choose its column as the total.',
  taxRounding: 'The tax is a cent or two off: one rounds it for each line, the other for the whole receipt.',
  rounding: 'A cent or two from rounding.',
  saleNotAtRegister: (until) =>
    `The board showed a sale${until === null ? '' : ` until ${until}`}. The register charged the regular price.`,
  saleOverAtRegister: (ended) =>
    `The sale had ended ${ended}. The board still showed it; the register charged the regular price.`,
  saleOverOnBoard: (ended) =>
    `The sale had ended ${ended}. The register still gave it; the board showed the regular price.`,
  saleNotBegun: (begins) => `The sale began only ${begins}. The register already gave it.`,
  groupPrice: (group) => `This is the price for ${group}. The board shows everybody’s.`,
  tierNotGiven: (tier, counted) =>
    `The register did not charge the price at ${tier} for ${counted}, but that of a smaller quantity.`,
  tierGiven: (tier) => `The register charged the price at ${tier}: several jars counted together.`,
  discount: (amount) => `The register gave a discount of ${amount}.`,
  promotion: (names) => `Less was charged while ${names} was on; no figure says that it was that.`,
  promotionApplied: (names) => `What was charged is the price with ${names}.`,
  dealNotGiven: (name) => `The board showed ${name}. The register charged the price without it.`,
  registerWasLate: (at, minutes) =>
    `The price changed ${at}. The register still charged the earlier one, ${englishMinutes(minutes)} later.`,
  boardWasLate: (at, minutes) =>
    `The price had changed. The board caught up ${at}, ${englishMinutes(minutes)} after this sale.`,
  otherTime: (from, to) =>
    `The board showed this price at another time: from ${from}${to === null ? ' on' : ` to ${to}`}.`,
  unknown: 'No cause is known. Look at the price and its records in Cova.',
  sampledSame: (at) => ({
    verdict: 'The register agrees.',
    text: `This record was fetched again ${at} and gave the same price.`
  }),
  sampledOther: (at) => ({
    verdict: 'The register said something else.',
    text: `This record was fetched again ${at} and was put right by what came.`
  }),
  unchecked: {
    'unknown-product': 'No product of this store has this name or code.',
    'several-products': 'Several products have this name. Use the SKU or the barcode.',
    'no-history':
      'What the board showed then is not kept. It is kept for 30 days, from when this store was first shown.',
    'not-shown': 'No screen showed this store then, or Topshelf was not running.',
    'not-on-board': 'The product was not on the board then.',
    held: 'The board asked shoppers to ask for the price then.',
    'no-price-for-quantity': 'The board shows no price for this quantity.',
    'no-amount': 'The line names no amount.'
  }
}

export const FRENCH_PARITY: ParityWords = {
  at: ({ day, time }) => (day === null ? `à ${time}` : `le ${day} à ${time}`),
  noTime: 'sans heure',
  agrees: 'La caisse a demandé ce que le tableau affichait.',
  more: (amount) => `${amount} de plus que le tableau`,
  less: (amount) => `${amount} de moins que le tableau`,
  taxMissing: (taxes) => `La caisse a omis ${taxes}, que le tableau ajoute.`,
  taxExtra: (taxes) => `La caisse a pris ${taxes} en plus. Le tableau ne l’ajoute pas à ce produit.`,
  taxOther: 'Le prix est le même, pas la taxe. Comparez les taux du produit dans Cova avec ceux de la caisse.',
  taxAdded:
    'Le prix du tableau comprend les taxes, et la caisse les a ajoutées. Vérifiez le réglage de taxe du magasin.',
  taxNotAdded:
    'La caisse a demandé le prix sans ajouter les taxes. Le tableau les ajoute. Vérifiez le réglage de taxe du magasin.',
  amountWithTax:
    'Le montant comprend les taxes, et c’est alors ce que le tableau affichait. Choisissez sa colonne comme total.',
  taxRounding: 'La taxe diffère d’un cent ou deux\u00a0: l’une est arrondie par ligne, l’autre sur tout le reçu.',
  rounding: 'Un cent ou deux d’arrondi.',
  saleNotAtRegister: (until) =>
    `Le tableau affichait un rabais${until === null ? '' : ` jusqu’à ${until}`}. La caisse a demandé le prix courant.`,
  saleOverAtRegister: (ended) =>
    `Le rabais avait pris fin ${ended}. Le tableau l’affichait encore; la caisse a demandé le prix courant.`,
  saleOverOnBoard: (ended) =>
    `Le rabais avait pris fin ${ended}. La caisse l’accordait encore; le tableau affichait le prix courant.`,
  saleNotBegun: (begins) => `Le rabais n’a commencé que ${begins}. La caisse l’accordait déjà.`,
  groupPrice: (group) => `C’est le prix du groupe ${group}. Le tableau affiche celui de tous.`,
  tierNotGiven: (tier, counted) =>
    `La caisse n’a pas demandé le prix à ${tier} pour ${counted}, mais celui d’une quantité moindre.`,
  tierGiven: (tier) => `La caisse a demandé le prix à ${tier}\u00a0: plusieurs pots comptés ensemble.`,
  discount: (amount) => `La caisse a accordé une remise de ${amount}.`,
  promotion: (names) =>
    `Moins a été demandé pendant que ${names} était en vigueur; aucun montant ne dit que c’est cela.`,
  promotionApplied: (names) => `Ce qui a été demandé est le prix avec ${names}.`,
  dealNotGiven: (name) => `Le tableau affichait ${name}. La caisse a demandé le prix sans cette promotion.`,
  registerWasLate: (at, minutes) =>
    `Le prix a changé ${at}. La caisse demandait encore l’ancien, ${frenchMinutes(minutes)} plus tard.`,
  boardWasLate: (at, minutes) =>
    `Le prix avait changé. Le tableau a suivi ${at}, ${frenchMinutes(minutes)} après cette vente.`,
  otherTime: (from, to) =>
    `Le tableau affichait ce prix à un autre moment\u00a0: ${to === null ? `depuis ${from}` : `de ${from} à ${to}`}.`,
  unknown: 'Aucune cause connue. Regardez le prix et ses fiches dans Cova.',
  sampledSame: (at) => ({
    verdict: 'La caisse est d’accord.',
    text: `Cette fiche a été relue ${at} et a donné le même prix.`
  }),
  sampledOther: (at) => ({
    verdict: 'La caisse disait autre chose.',
    text: `Cette fiche a été relue ${at} et corrigée par ce qui est venu.`
  }),
  unchecked: {
    'unknown-product': 'Aucun produit de ce magasin ne porte ce nom ou ce code.',
    'several-products': 'Plusieurs produits portent ce nom. Utilisez le SKU ou le code-barres.',
    'no-history':
      'Ce que le tableau affichait alors n’est pas conservé. C’est gardé 30 jours, dès la première fois que ce magasin est affiché.',
    'not-shown': 'Aucun écran n’affichait ce magasin alors, ou Topshelf était arrêté.',
    'not-on-board': 'Le produit n’était pas au tableau à ce moment.',
    held: 'Le tableau invitait alors à demander le prix.',
    'no-price-for-quantity': 'Le tableau n’affiche aucun prix pour cette quantité.',
    'no-amount': 'La ligne n’indique aucun montant.'
  }
}

export const SPANISH_PARITY: ParityWords = {
  at: ({ day, time }) => (day === null ? `a ${articleOf(time)} ${time}` : `el ${day} a ${articleOf(time)} ${time}`),
  noTime: 'sin hora',
  agrees: 'La caja cobró lo que decía el tablero.',
  more: (amount) => `${amount} más que el tablero`,
  less: (amount) => `${amount} menos que el tablero`,
  taxMissing: (taxes) => `La caja omitió ${taxes}, que el tablero suma.`,
  taxExtra: (taxes) => `La caja cobró además ${taxes}. El tablero no lo suma a este producto.`,
  taxOther: 'El precio es el mismo, el impuesto no. Compare las tasas del producto en Cova con las de la caja.',
  taxAdded:
    'El precio del tablero incluye los impuestos, y la caja los sumó. Revise el ajuste de impuestos de la tienda.',
  taxNotAdded:
    'La caja cobró el precio sin sumar impuestos. El tablero los suma. Revise el ajuste de impuestos de la tienda.',
  amountWithTax: 'El importe incluye los impuestos, y así es lo que decía el tablero. Elija su columna como total.',
  taxRounding: 'El impuesto difiere en uno o dos centavos: uno se redondea por línea, el otro por recibo.',
  rounding: 'Uno o dos centavos de redondeo.',
  saleNotAtRegister: (until) =>
    `${withStop(`El tablero mostraba una oferta${until === null ? '' : ` hasta ${until}`}`)} La caja cobró el precio normal.`,
  saleOverAtRegister: (ended) =>
    `${withStop(`La oferta había terminado ${ended}`)} El tablero aún la mostraba; la caja cobró el precio normal.`,
  saleOverOnBoard: (ended) =>
    `${withStop(`La oferta había terminado ${ended}`)} La caja aún la daba; el tablero mostraba el precio normal.`,
  saleNotBegun: (begins) => `${withStop(`La oferta empezó apenas ${begins}`)} La caja ya la daba.`,
  groupPrice: (group) => `Es el precio del grupo ${group}. El tablero muestra el de todos.`,
  tierNotGiven: (tier, counted) =>
    `La caja no cobró el precio de ${tier} por ${counted}, sino el de una cantidad menor.`,
  tierGiven: (tier) => `La caja cobró el precio de ${tier}: varios frascos contados juntos.`,
  discount: (amount) => `La caja dio un descuento de ${amount}.`,
  promotion: (names) => `Se cobró menos mientras ${names} estaba vigente; ninguna cifra dice que fue eso.`,
  promotionApplied: (names) => `Lo que se cobró es el precio con ${names}.`,
  dealNotGiven: (name) => `El tablero mostraba ${name}. La caja cobró el precio sin esa promoción.`,
  registerWasLate: (at, minutes) =>
    `${withStop(`El precio cambió ${at}`)} La caja aún cobraba el anterior, ${spanishMinutes(minutes)} después.`,
  boardWasLate: (at, minutes) =>
    `El precio había cambiado. El tablero se puso al día ${at}, ${spanishMinutes(minutes)} después de esta venta.`,
  otherTime: (from, to) =>
    `El tablero mostró este precio en otro momento: ${to === null ? `desde ${from}` : `de ${from} a ${to}`}.`,
  unknown: 'No se conoce la causa. Mire el precio y sus registros en Cova.',
  sampledSame: (at) => ({
    verdict: 'La caja está de acuerdo.',
    text: `Este registro se leyó de nuevo ${at} y dio el mismo precio.`
  }),
  sampledOther: (at) => ({
    verdict: 'La caja decía otra cosa.',
    text: `Este registro se leyó de nuevo ${at} y se corrigió con lo que vino.`
  }),
  unchecked: {
    'unknown-product': 'Ningún producto de esta tienda tiene este nombre o código.',
    'several-products': 'Varios productos tienen este nombre. Use el SKU o el código de barras.',
    'no-history':
      'Lo que mostraba el tablero entonces no se conserva. Se guarda 30 días, desde que esta tienda se mostró por primera vez.',
    'not-shown': 'Ninguna pantalla mostraba esta tienda entonces, o Topshelf no estaba en marcha.',
    'not-on-board': 'El producto no estaba en el tablero en ese momento.',
    held: 'El tablero pedía entonces preguntar por el precio.',
    'no-price-for-quantity': 'El tablero no muestra precio para esta cantidad.',
    'no-amount': 'La línea no indica ningún importe.'
  }
}

function articleOf(time: string): 'la' | 'las' {
  return /^1(?!\d)/.test(time) ? 'la' : 'las'
}

/** Sentences of a language tag; a language without words of its own reads English. */
export function parityWordsOf(language: string): ParityWords {
  switch (language.slice(0, 2).toLowerCase()) {
    case 'fr':
      return FRENCH_PARITY
    case 'es':
      return SPANISH_PARITY
    default:
      return ENGLISH_PARITY
  }
}
