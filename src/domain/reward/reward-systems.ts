import type { RewardClass, RewardKind, RewardSystem, RewardSystemId } from '../../shared/rewards.ts'
import type { InLanguages } from '../settings/manager-language.ts'

/** What holds for every system of a class (docs/rewards.md). What nobody says is null, and is asked, not guessed. */
export interface RewardClassFacts {
  /** Whether the discount is made in the point of sale as well as in the loyalty programme. */
  readonly madeInPointOfSale: boolean | null
  /** Whether the loyalty programme is given the point of sale's id of the discount. */
  readonly needsId: boolean
  readonly kinds: readonly RewardKind[]
  /** Whether it is known that "spend X, get Y" does not run. */
  readonly refusesSpendGet: boolean
}

export const REWARD_CLASSES: Readonly<Record<RewardClass, RewardClassFacts>> = {
  mirrored: { madeInPointOfSale: true, needsId: true, kinds: ['flat', 'percent'], refusesSpendGet: false },
  triggered: { madeInPointOfSale: true, needsId: true, kinds: ['flat', 'percent'], refusesSpendGet: false },
  'static-only': { madeInPointOfSale: null, needsId: false, kinds: ['flat', 'percent'], refusesSpendGet: true },
  'mirrored-apart': { madeInPointOfSale: true, needsId: false, kinds: ['flat', 'percent'], refusesSpendGet: false },
  'programme-only': { madeInPointOfSale: false, needsId: false, kinds: ['flat', 'percent'], refusesSpendGet: true }
}

/** Where a shopper's points become money. */
export type RedeemedAt = 'register' | 'programme-at-register' | 'not-in-point-of-sale' | 'staff-app' | 'not-said'

export interface RewardSystemFacts {
  readonly class: RewardClass
  /** As it stands within a sentence. */
  readonly name: InLanguages
  readonly redeemedAt: RedeemedAt
}

const named = (name: string): InLanguages => ({ en: name, fr: name, es: name })
const mirrored = (name: string): RewardSystemFacts => ({
  class: 'mirrored',
  name: named(name),
  redeemedAt: 'register'
})
const triggered = (name: string): RewardSystemFacts => ({
  class: 'triggered',
  name: named(name),
  redeemedAt: 'programme-at-register'
})
const apart = (name: string): RewardSystemFacts => ({
  class: 'mirrored-apart',
  name: named(name),
  redeemedAt: 'not-in-point-of-sale'
})

/** Every system of the list, in the order in which it is chosen from: our own first. */
export const REWARD_SYSTEMS: Readonly<Record<RewardSystemId, RewardSystemFacts>> = {
  cova: { class: 'programme-only', name: named('Cova'), redeemedAt: 'register' },
  alleaves: { class: 'static-only', name: named('Alleaves POS'), redeemedAt: 'not-said' },
  biotrack: mirrored('Biotrack'),
  blaze: triggered('Blaze POS'),
  dutchie: mirrored('Dutchie POS'),
  ecommerce: {
    class: 'static-only',
    name: {
      en: 'an ecommerce platform',
      fr: 'une plateforme de commerce en ligne',
      es: 'una plataforma de comercio en línea'
    },
    redeemedAt: 'not-said'
  },
  flourish: triggered('Flourish POS'),
  flowhub: triggered('Flowhub'),
  jane: mirrored('Jane POS'),
  korona: apart('Korona'),
  meadow: apart('Meadow'),
  'mj-freeway': apart('MJ Freeway'),
  'mj-freeway-pa': apart('MJ Freeway PA'),
  posabit: mirrored('POSaBIT'),
  square: apart('Square POS'),
  'staff-app': {
    class: 'programme-only',
    name: {
      en: 'the loyalty programme’s staff app',
      fr: 'l’application du personnel du programme de fidélité',
      es: 'la aplicación para el personal del programa de lealtad'
    },
    redeemedAt: 'staff-app'
  },
  treez: triggered('Treez')
}

export const REWARD_SYSTEM_IDS = Object.keys(REWARD_SYSTEMS) as readonly RewardSystemId[]
export const REWARD_CLASS_IDS = Object.keys(REWARD_CLASSES) as readonly RewardClass[]

/** The class whose rules a system has; null while nobody has said what an unlisted one is like. */
export function rewardClassOf(system: RewardSystem): RewardClass | null {
  switch (system.kind) {
    case 'listed':
      return REWARD_SYSTEMS[system.id].class
    case 'other':
      return system.like
  }
}
