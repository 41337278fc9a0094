import { ended } from '../display/sentence.ts'
import type { SaleSubject } from './lanes.ts'

/** What the time machine says, in one language. Names, money and times come in already formatted. */
export interface ForecastWords {
  readonly promotion: string
  readonly sale: string
  /** A lane's name, beside the word "sale". */
  readonly subject: (subject: SaleSubject) => string
  /** The same in a sentence: "Sale on 20 products in Flower". */
  readonly saleOn: (subject: SaleSubject) => string
  readonly begins: (name: string) => string
  readonly ends: (name: string) => string
  readonly andMore: (text: string, count: number) => string
  readonly nextChange: (moment: string, text: string) => string
  readonly previousChange: (moment: string, text: string) => string
  readonly goToStart: (name: string, span: string, moment: string) => string
  readonly goToEnd: (name: string, span: string, moment: string) => string
  readonly allTheTime: string
  /** Windows too many to be told one by one. */
  readonly severalTimes: (count: number, day: string) => string
  readonly now: string
  readonly laterToday: string
  readonly earlierToday: string
  /** Days from today; below zero they are past. */
  readonly inDays: (days: number) => string
  readonly storeTime: (city: string) => string
  readonly noon: string
  readonly open: (from: string, to: string) => string
  readonly asKnownToday: string
  /** Refusals, as they are read. */
  readonly outside: (span: string) => string
  readonly zoneUnknown: (storeName: string) => string

  /** `day` is null for today, 'tomorrow', or a weekday. */
  readonly beforeOpening: (day: OpeningDay) => string
  readonly whatChanges: (day: OpeningDay) => string
  readonly between: (moment: string) => string
  readonly showBoardAt: (moment: string) => string
  readonly becomes: (quantity: string, before: string, after: string) => string
  readonly groupBecomes: (groupName: string, quantity: string, before: string, after: string) => string
  readonly noGroupPrice: string
  readonly comes: string
  readonly goes: string
  readonly ticketComes: (count: number) => string
  readonly ticketGoes: (count: number) => string
  readonly nothing: string
  readonly held: string
}

export type OpeningDay =
  | { readonly kind: 'today' }
  | { readonly kind: 'tomorrow' }
  | { readonly kind: 'weekday'; readonly name: string }

function inEnglish(day: OpeningDay): string {
  switch (day.kind) {
    case 'today':
      return 'today'
    case 'tomorrow':
      return 'tomorrow'
    case 'weekday':
      return `on ${day.name}`
  }
}

const ENGLISH: ForecastWords = {
  promotion: 'promotion',
  sale: 'sale',
  subject: (subject) => {
    switch (subject.kind) {
      case 'product':
      case 'shelf':
        return subject.name
      case 'class':
        return `${subject.count} in ${subject.name}`
      case 'products':
        return `${subject.count} products`
    }
  },
  saleOn: (subject) => {
    switch (subject.kind) {
      case 'product':
      case 'shelf':
        return `Sale on ${subject.name}`
      case 'class':
        return `Sale on ${subject.count} products in ${subject.name}`
      case 'products':
        return `Sale on ${subject.count} products`
    }
  },
  begins: (name) => `${name} begins`,
  ends: (name) => `${name} ends`,
  andMore: (text, count) => `${text}, and ${count} more`,
  nextChange: (moment, text) => `Next change: ${moment}, ${text}`,
  previousChange: (moment, text) => `Change before: ${moment}, ${text}`,
  goToStart: (name, span, moment) => `${name}, ${span}. Go to its start: ${moment}`,
  goToEnd: (name, span, moment) => `${name}, ${span}. Go to its end: ${moment}`,
  allTheTime: 'all the time',
  severalTimes: (count, day) => `${count} times on ${day}`,
  now: 'now',
  laterToday: 'later today',
  earlierToday: 'earlier today',
  inDays: (days) =>
    days === 1 ? 'tomorrow' : days === -1 ? 'yesterday' : days > 0 ? `in ${days} days` : `${-days} days ago`,
  storeTime: (city) => `store time (${city})`,
  noon: 'noon',
  open: (from, to) => `open ${from} to ${to}`,
  asKnownToday: 'As known today',
  outside: (span) => ended(`This instant is out of reach: the time machine goes from ${span}`),
  zoneUnknown: (storeName) =>
    `The time zone of ${storeName} is not known, so its days cannot be told. Set the store’s time zone in the settings.`,
  beforeOpening: (day) => `Before we open ${inEnglish(day)}`,
  whatChanges: (day) => `What changes before we open ${inEnglish(day)}?`,
  between: (moment) => ended(`Between now and ${moment}, with what is known today`),
  showBoardAt: (moment) => `Show the board at ${moment}`,
  becomes: (quantity, before, after) => `${quantity}: ${before} becomes ${after}`,
  groupBecomes: (groupName, quantity, before, after) => `${groupName}, ${quantity}: ${before} becomes ${after}`,
  noGroupPrice: 'no price of their own',
  comes: 'comes onto the board',
  goes: 'leaves the board',
  ticketComes: (count) => (count === 1 ? 'Its ticket comes to one product' : `Its ticket comes to ${count} products`),
  ticketGoes: (count) => (count === 1 ? 'Its ticket leaves one product' : `Its ticket leaves ${count} products`),
  nothing: 'Nothing changes. The board at opening is the board of now.',
  held: 'no amount'
}

function inFrench(day: OpeningDay): string {
  switch (day.kind) {
    case 'today':
      return 'aujourd’hui'
    case 'tomorrow':
      return 'demain'
    case 'weekday':
      return day.name
  }
}

/** Canadian French. */
const FRENCH: ForecastWords = {
  promotion: 'promotion',
  sale: 'rabais',
  subject: (subject) => {
    switch (subject.kind) {
      case 'product':
      case 'shelf':
        return subject.name
      case 'class':
        return `${subject.count} dans ${subject.name}`
      case 'products':
        return `${subject.count} produits`
    }
  },
  saleOn: (subject) => {
    switch (subject.kind) {
      case 'product':
      case 'shelf':
        return `Rabais sur ${subject.name}`
      case 'class':
        return `Rabais sur ${subject.count} produits dans ${subject.name}`
      case 'products':
        return `Rabais sur ${subject.count} produits`
    }
  },
  begins: (name) => `${name} commence`,
  ends: (name) => `${name} prend fin`,
  andMore: (text, count) => `${text}, et ${count} de plus`,
  nextChange: (moment, text) => `Prochain changement\u00a0: ${moment}, ${text}`,
  previousChange: (moment, text) => `Changement d’avant\u00a0: ${moment}, ${text}`,
  goToStart: (name, span, moment) => `${name}, ${span}. Aller à son début\u00a0: ${moment}`,
  goToEnd: (name, span, moment) => `${name}, ${span}. Aller à sa fin\u00a0: ${moment}`,
  allTheTime: 'tout le temps',
  severalTimes: (count, day) => `${count} fois le ${day}`,
  now: 'maintenant',
  laterToday: 'plus tard aujourd’hui',
  earlierToday: 'plus tôt aujourd’hui',
  inDays: (days) =>
    days === 1 ? 'demain' : days === -1 ? 'hier' : days > 0 ? `dans ${days} jours` : `il y a ${-days} jours`,
  storeTime: (city) => `heure du magasin (${city})`,
  noon: 'midi',
  open: (from, to) => `ouvert de ${from} à ${to}`,
  asKnownToday: 'Selon ce qu’on sait aujourd’hui',
  outside: (span) => ended(`Cet instant est hors de portée\u00a0: le voyage va ${span}`),
  zoneUnknown: (storeName) =>
    `Le fuseau horaire de ${storeName} n’est pas connu, donc ses jours ne peuvent pas être dits. Fixez-le dans les réglages.`,
  beforeOpening: (day) => `Avant l’ouverture ${inFrench(day)}`,
  whatChanges: (day) => `Qu’est-ce qui change avant l’ouverture ${inFrench(day)}?`,
  between: (moment) => ended(`Entre maintenant et ${moment}, selon ce qu’on sait aujourd’hui`),
  showBoardAt: (moment) => `Montrer le tableau à cet instant\u00a0: ${moment}`,
  becomes: (quantity, before, after) => `${quantity}\u00a0: ${before} devient ${after}`,
  groupBecomes: (groupName, quantity, before, after) => `${groupName}, ${quantity}\u00a0: ${before} devient ${after}`,
  noGroupPrice: 'pas de prix propre',
  comes: 'arrive sur le tableau',
  goes: 'quitte le tableau',
  ticketComes: (count) =>
    count === 1 ? 'Son étiquette arrive sur un produit' : `Son étiquette arrive sur ${count} produits`,
  ticketGoes: (count) => (count === 1 ? 'Son étiquette quitte un produit' : `Son étiquette quitte ${count} produits`),
  nothing: 'Rien ne change. Le tableau à l’ouverture est celui de maintenant.',
  held: 'aucun montant'
}

function inSpanish(day: OpeningDay): string {
  switch (day.kind) {
    case 'today':
      return 'hoy'
    case 'tomorrow':
      return 'mañana'
    case 'weekday':
      return `el ${day.name}`
  }
}

const SPANISH: ForecastWords = {
  promotion: 'promoción',
  sale: 'oferta',
  subject: (subject) => {
    switch (subject.kind) {
      case 'product':
      case 'shelf':
        return subject.name
      case 'class':
        return `${subject.count} en ${subject.name}`
      case 'products':
        return `${subject.count} productos`
    }
  },
  saleOn: (subject) => {
    switch (subject.kind) {
      case 'product':
      case 'shelf':
        return `Oferta en ${subject.name}`
      case 'class':
        return `Oferta en ${subject.count} productos en ${subject.name}`
      case 'products':
        return `Oferta en ${subject.count} productos`
    }
  },
  begins: (name) => `${name} empieza`,
  ends: (name) => `${name} termina`,
  andMore: (text, count) => `${text}, y ${count} más`,
  nextChange: (moment, text) => `Próximo cambio: ${moment}, ${text}`,
  previousChange: (moment, text) => `Cambio anterior: ${moment}, ${text}`,
  goToStart: (name, span, moment) => `${name}, ${span}. Ir a su comienzo: ${moment}`,
  goToEnd: (name, span, moment) => `${name}, ${span}. Ir a su fin: ${moment}`,
  allTheTime: 'todo el tiempo',
  severalTimes: (count, day) => `${count} veces el ${day}`,
  now: 'ahora',
  laterToday: 'hoy más tarde',
  earlierToday: 'hoy más temprano',
  inDays: (days) =>
    days === 1 ? 'mañana' : days === -1 ? 'ayer' : days > 0 ? `en ${days} días` : `hace ${-days} días`,
  storeTime: (city) => `hora de la tienda (${city})`,
  noon: 'mediodía',
  open: (from, to) => `abierto de ${from} a ${to}`,
  asKnownToday: 'Según lo que se sabe hoy',
  outside: (span) => ended(`Este instante está fuera de alcance: la máquina va ${span}`),
  zoneUnknown: (storeName) =>
    `No se conoce la zona horaria de ${storeName}, así que no se pueden decir sus días. Fíjela en los ajustes.`,
  beforeOpening: (day) => `Antes de abrir ${inSpanish(day)}`,
  whatChanges: (day) => `¿Qué cambia antes de abrir ${inSpanish(day)}?`,
  between: (moment) => ended(`Entre ahora y el ${moment}, según lo que se sabe hoy`),
  showBoardAt: (moment) => `Mostrar el tablero en este instante: ${moment}`,
  becomes: (quantity, before, after) => `${quantity}: ${before} pasa a ${after}`,
  groupBecomes: (groupName, quantity, before, after) => `${groupName}, ${quantity}: ${before} pasa a ${after}`,
  noGroupPrice: 'sin precio propio',
  comes: 'llega al tablero',
  goes: 'deja el tablero',
  ticketComes: (count) => (count === 1 ? 'Su etiqueta llega a un producto' : `Su etiqueta llega a ${count} productos`),
  ticketGoes: (count) => (count === 1 ? 'Su etiqueta deja un producto' : `Su etiqueta deja ${count} productos`),
  nothing: 'Nada cambia. El tablero a la apertura es el de ahora.',
  held: 'sin importe'
}

/** Words of a language tag; English where the language has none of its own. */
export function forecastWordsOf(language: string): ForecastWords {
  switch (language.slice(0, 2).toLowerCase()) {
    case 'fr':
      return FRENCH
    case 'es':
      return SPANISH
    default:
      return ENGLISH
  }
}
