import type { StrainType } from '../../shared/board-view.ts'
import type { KioskAgeGate } from '../../shared/kiosk.ts'
import { type ManagerLanguage, managerLanguageOf } from '../settings/manager-language.ts'

const NBSP = '\u00a0'
const MINUS = '\u2212'

/** What a product is, of its parts as the store writes them. */
export interface KindParts {
  readonly strain: StrainType | null
  readonly kind: string | null
  readonly brand: string | null
  /** "Cedar shelf": as the store calls it. */
  readonly shelf: string | null
}

/** The sentences of a kiosk that name an amount, a quantity or what the store wrote. Figures come in already formatted. */
export interface KioskWords {
  readonly kindOf: (parts: KindParts) => string
  /** "5.5 g at the 3.5 g price, 6.94 a gram". */
  readonly atPrice: (quantity: string, rung: string, unitPrice: string) => string
  /** "2 at 12.00 each". */
  readonly piecesAt: (quantity: string, unitPrice: string) => string
  /** "4 at the price for 3, 10.00 each". */
  readonly piecesAtTier: (quantity: string, tier: string, unitPrice: string) => string
  readonly taxInside: (tax: string) => string
  readonly nudge: (more: string, goal: string) => string
  /** `tier` as the rung says it: "3 for". */
  readonly nudgePieces: (more: string, tier: string) => string
  /** "$92.32 with “Buy 2, get $3.33 off”". */
  readonly withOffers: (total: string, offers: string) => string
  readonly nudgeNote: (goal: string, total: string, more: string) => string
  readonly nudgeNoteLess: (goal: string, total: string, less: string) => string
  readonly nudgeNoteSame: (goal: string, total: string) => string
  readonly makeIt: (goal: string) => string
  readonly onlyLeft: (quantity: string) => string
  readonly soldOut: string
  readonly notSold: string
  readonly noPrice: string
  readonly subtotal: string
  readonly off: (amount: string) => string
  readonly offer: (name: string, times: number) => string
  readonly offerOnLine: (name: string, amount: string) => string
  readonly near: (name: string, needs: string) => string
  readonly about: (total: string) => string
  readonly cashNote: string
  readonly rewardNote: string
  readonly reward: (name: string, offer: string, points: string) => string
  readonly under: (limit: string) => string
  readonly between: (from: string, to: string) => string
  readonly andOver: (from: string) => string
  readonly thc: (band: string) => string
  readonly ageGate: (age: number) => KioskAgeGate
}

const english: KioskWords = {
  kindOf: ({ strain, kind, brand, shelf }) => {
    const strains = { indica: 'Indica', sativa: 'Sativa', hybrid: 'Hybrid', cbd: 'CBD' }
    const what = joined(' ', strain === null ? null : strains[strain], strain === null ? kind : lower(kind, 'en'))
    return joined(', ', joined(' by ', what, brand), shelf)
  },
  atPrice: (quantity, rung, unitPrice) => `${quantity} at the ${rung} price, ${unitPrice} a gram`,
  piecesAt: (quantity, unitPrice) => `${quantity} at ${unitPrice} each`,
  piecesAtTier: (quantity, tier, unitPrice) => `${quantity} at the price for ${tier}, ${unitPrice} each`,
  taxInside: (tax) => `${tax}, included`,
  nudgePieces: (more, tier) => `Add ${more} for the “${tier}” price`,
  nudge: (more, goal) => `Add ${more} for the ${goal} price`,
  withOffers: (total, offers) => `${total} with “${offers}”`,
  nudgeNote: (goal, total, more) => `${goal} comes to ${total}, that is ${more} more`,
  nudgeNoteLess: (goal, total, less) => `${goal} comes to ${total}, that is ${less} less`,
  nudgeNoteSame: (goal, total) => `${goal} comes to ${total}, the same`,
  makeIt: (goal) => `Make it ${goal}`,
  onlyLeft: (quantity) => `Only ${quantity} left`,
  soldOut: 'Sold out: not in the total',
  notSold: 'Not on the menu any more: not in the total',
  noPrice: 'No price for this quantity: not in the total',
  subtotal: 'Before tax',
  off: (amount) => `${MINUS}${amount}`,
  offer: (name, times) => (times > 1 ? `${name}, ${times} times` : name),
  offerOnLine: (name, amount) => `${name} ${MINUS}${amount}`,
  near: (name, needs) => `${name}: ${needs}`,
  about: (total) => `about ${total}`,
  cashNote: 'Cash is rounded to five cents at the counter.',
  rewardNote: 'Redeemed at the counter with your points.',
  reward: rewardLabel,
  under: (limit) => `under ${limit}`,
  between: (from, to) => `${from} to ${to}`,
  andOver: (from) => `${from} and over`,
  thc: (band) => `THC ${band}`,
  ageGate: (age) => ({
    question: `Are you ${age} or older?`,
    yes: `Yes, ${age} or older`,
    no: 'No',
    refusal: 'This menu is for adults. Please see our staff.'
  })
}

const french: KioskWords = {
  kindOf: ({ strain, kind, brand, shelf }) => {
    const strains = { indica: 'indica', sativa: 'sativa', hybrid: 'hybride', cbd: 'CBD' }
    const what = joined(', ', kind, strain === null ? null : strains[strain])
    return joined(', ', joined(' de ', what, brand), shelf)
  },
  atPrice: (quantity, rung, unitPrice) => `${quantity} au prix de ${rung}, ${unitPrice} le gramme`,
  piecesAt: (quantity, unitPrice) => `${quantity} à ${unitPrice} l’unité`,
  piecesAtTier: (quantity, tier, unitPrice) => `${quantity} au prix de ${tier}, ${unitPrice} l’unité`,
  taxInside: (tax) => `${tax}, comprise`,
  nudgePieces: (more, tier) => `Ajoutez-en ${more} pour le prix «${NBSP}${tier}${NBSP}»`,
  nudge: (more, goal) => `Ajoutez ${more} pour le prix de ${goal}`,
  withOffers: (total, offers) => `${total} avec «${NBSP}${offers}${NBSP}»`,
  nudgeNote: (goal, total, more) => `${goal} revient à ${total}, soit ${more} de plus`,
  nudgeNoteLess: (goal, total, less) => `${goal} revient à ${total}, soit ${less} de moins`,
  nudgeNoteSame: (goal, total) => `${goal} revient à ${total}, le même prix`,
  makeIt: (goal) => `Passer à ${goal}`,
  onlyLeft: (quantity) => `Il ne reste que ${quantity}`,
  soldOut: `Épuisé${NBSP}: non compté dans le total`,
  notSold: `N’est plus au menu${NBSP}: non compté dans le total`,
  noPrice: `Aucun prix pour cette quantité${NBSP}: non comptée dans le total`,
  subtotal: 'Avant taxes',
  off: (amount) => `${MINUS}${amount}`,
  offer: (name, times) => (times > 1 ? `${name}, ${times} fois` : name),
  offerOnLine: (name, amount) => `${name} ${MINUS}${amount}`,
  near: (name, needs) => `${name}${NBSP}: ${needs}`,
  about: (total) => `environ ${total}`,
  cashNote: 'En espèces, le total est arrondi à cinq cents près au comptoir.',
  rewardNote: 'Échangée au comptoir contre vos points.',
  reward: rewardLabel,
  under: (limit) => `moins de ${limit}`,
  between: (from, to) => `de ${from} à ${to}`,
  andOver: (from) => `${from} et plus`,
  thc: (band) => `THC, ${band}`,
  ageGate: (age) => ({
    question: `Avez-vous ${age}${NBSP}ans ou plus?`,
    yes: `Oui, ${age}${NBSP}ans ou plus`,
    no: 'Non',
    refusal: 'Ce menu est réservé aux adultes. Adressez-vous à notre personnel.'
  })
}

const spanish: KioskWords = {
  kindOf: ({ strain, kind, brand, shelf }) => {
    const strains = { indica: 'índica', sativa: 'sativa', hybrid: 'híbrida', cbd: 'CBD' }
    const what = joined(', ', kind, strain === null ? null : strains[strain])
    return joined(', ', joined(' de ', what, brand), shelf)
  },
  atPrice: (quantity, rung, unitPrice) => `${quantity} al precio de ${rung}, ${unitPrice} por gramo`,
  piecesAt: (quantity, unitPrice) => `${quantity} a ${unitPrice} cada uno`,
  piecesAtTier: (quantity, tier, unitPrice) => `${quantity} al precio de ${tier}, ${unitPrice} cada uno`,
  taxInside: (tax) => `${tax}, incluido`,
  nudgePieces: (more, tier) => `Agregue ${more} para el precio «${tier}»`,
  nudge: (more, goal) => `Agregue ${more} para el precio de ${goal}`,
  withOffers: (total, offers) => `${total} con «${offers}»`,
  nudgeNote: (goal, total, more) => `${goal} sale en ${total}, son ${more} más`,
  nudgeNoteLess: (goal, total, less) => `${goal} sale en ${total}, son ${less} menos`,
  nudgeNoteSame: (goal, total) => `${goal} sale en ${total}, lo mismo`,
  makeIt: (goal) => `Que sean ${goal}`,
  onlyLeft: (quantity) => `Solo quedan ${quantity}`,
  soldOut: 'Agotado: no está en el total',
  notSold: 'Ya no está en el menú: no está en el total',
  noPrice: 'Sin precio para esta cantidad: no está en el total',
  subtotal: 'Antes de impuestos',
  off: (amount) => `${MINUS}${amount}`,
  offer: (name, times) => (times > 1 ? `${name}, ${times} veces` : name),
  offerOnLine: (name, amount) => `${name} ${MINUS}${amount}`,
  near: (name, needs) => `${name}: ${needs}`,
  about: (total) => `unos ${total}`,
  cashNote: 'En efectivo, el total se redondea a cinco centavos en el mostrador.',
  rewardNote: 'Se canjea en el mostrador con sus puntos.',
  reward: rewardLabel,
  under: (limit) => `menos de ${limit}`,
  between: (from, to) => `de ${from} a ${to}`,
  andOver: (from) => `${from} o más`,
  thc: (band) => `THC ${band}`,
  ageGate: (age) => ({
    question: `¿Tiene ${age} años o más?`,
    yes: `Sí, ${age} años o más`,
    no: 'No',
    refusal: 'Este menú es para adultos. Consulte a nuestro personal.'
  })
}

const IN_LANGUAGES: Readonly<Record<ManagerLanguage, KioskWords>> = { en: english, fr: french, es: spanish }

/** Of a BCP 47 tag; English where there is no other. */
export function kioskWordsOf(language: string): KioskWords {
  return IN_LANGUAGES[managerLanguageOf(language)]
}

/** "Gold, $5.00 off, 100 points"; a name that says the offer stands alone. */
function rewardLabel(name: string, offer: string, points: string): string {
  return (name.toLowerCase() === offer.toLowerCase() ? [offer, points] : [name, offer, points]).join(', ')
}

function joined(by: string, ...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(by)
}

function lower(text: string | null, language: string): string | null {
  return text === null ? null : text.toLocaleLowerCase(language)
}
