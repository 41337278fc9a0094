import { sentenceOf } from '../../domain/display/sentence.ts'
import {
  REWARD_CLASS_IDS,
  REWARD_CLASSES,
  REWARD_SYSTEM_IDS,
  REWARD_SYSTEMS
} from '../../domain/reward/reward-systems.ts'
import { rewardClassWords, stepsOfClass, stepsOfSystem } from '../../domain/reward/reward-steps.ts'
import type { ManagerLanguage } from '../../domain/settings/manager-language.ts'
import type { RewardSystemsNews } from '../../shared/manager/settings.ts'

/** The list of point-of-sale systems and what each asks for, in words. */
export function rewardSystemsNewsOf(language: ManagerLanguage): RewardSystemsNews {
  return {
    systems: REWARD_SYSTEM_IDS.map((id) => ({
      id,
      name: sentenceOf(REWARD_SYSTEMS[id].name[language], language),
      needsId: REWARD_CLASSES[REWARD_SYSTEMS[id].class].needsId,
      ...stepsOfSystem(id, language)
    })),
    classes: REWARD_CLASS_IDS.map((id) => ({
      id,
      words: rewardClassWords(id, language),
      needsId: REWARD_CLASSES[id].needsId,
      ...stepsOfClass(id, language)
    }))
  }
}
