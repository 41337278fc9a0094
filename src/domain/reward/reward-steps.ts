import type { RewardClass, RewardSystemId } from '../../shared/rewards.ts'
import type { InLanguages, ManagerLanguage } from '../settings/manager-language.ts'
import { ENGLISH_STEPS } from './words/english-steps.ts'
import { FRENCH_STEPS } from './words/french-steps.ts'
import { SPANISH_STEPS } from './words/spanish-steps.ts'
import { REWARD_SYSTEMS, type RedeemedAt } from './reward-systems.ts'

/** What has to be done so that a reward shown is a reward given, in the order it is done in. */
export interface RewardSteps {
  readonly inProgramme: readonly string[]
  readonly inPointOfSale: readonly string[]
  readonly redeemed: string
  /** What else a system asks for; empty for most. */
  readonly conditions: readonly string[]
}

export interface StepWords {
  /** In place of a name, for a system that is not listed. */
  readonly thePointOfSale: string
  readonly classes: Readonly<
    Record<
      RewardClass,
      {
        /** What the class is, for somebody who looks for the one that a system is like. */
        readonly is: string
        readonly inProgramme: (system: string) => readonly string[]
        readonly inPointOfSale: (system: string) => readonly string[]
      }
    >
  >
  readonly redeemed: Readonly<Record<RedeemedAt, (system: string) => string>>
  readonly cova: readonly string[]
}

const WORDS: InLanguages<StepWords> = { en: ENGLISH_STEPS, fr: FRENCH_STEPS, es: SPANISH_STEPS }

/** The steps for a listed system. */
export function stepsOfSystem(id: RewardSystemId, language: ManagerLanguage): RewardSteps {
  const { class: ofClass, name, redeemedAt } = REWARD_SYSTEMS[id]
  const words = WORDS[language]
  const { inProgramme, inPointOfSale } = words.classes[ofClass]
  const system = name[language]
  return {
    inProgramme: inProgramme(system),
    inPointOfSale: inPointOfSale(system),
    redeemed: words.redeemed[redeemedAt](system),
    conditions: id === 'cova' ? words.cova : []
  }
}

/** The steps for a system that is not listed and that somebody has said is like a class. Where it is redeemed, the store knows. */
export function stepsOfClass(like: RewardClass, language: ManagerLanguage): RewardSteps {
  const words = WORDS[language]
  const { inProgramme, inPointOfSale } = words.classes[like]
  return {
    inProgramme: inProgramme(words.thePointOfSale),
    inPointOfSale: inPointOfSale(words.thePointOfSale),
    redeemed: words.redeemed['not-said'](words.thePointOfSale),
    conditions: []
  }
}

/** What a class is, as an answer to "Which of these is it like?". */
export function rewardClassWords(ofClass: RewardClass, language: ManagerLanguage): string {
  return WORDS[language].classes[ofClass].is
}
