import type { BoardLocation } from '../../shared/board-snapshot.ts'
import type { RewardInWords, RewardsInWords } from '../../shared/rewards.ts'
import type { LocationFormat } from '../display/location-format.ts'
import { isolatedName } from '../display/isolated-name.ts'
import { Amount } from '../money/amount.ts'
import { type InLanguages, managerLanguageOf } from '../settings/manager-language.ts'
import type { OfferedReward } from './reward-amount.ts'

interface RewardWords {
  readonly title: string
  /** How many of them an order takes. */
  readonly rule: string
  readonly off: (amount: string) => string
  readonly beforeTaxes: string
  readonly afterTaxes: string
  readonly points: (count: string, isOne: boolean) => string
}

const WORDS: InLanguages<RewardWords> = {
  en: {
    title: 'Rewards',
    rule: 'One per order',
    off: (amount) => `${amount} off`,
    beforeTaxes: 'before tax',
    afterTaxes: 'after tax',
    points: (count, isOne) => `${count} ${isOne ? 'point' : 'points'}`
  },
  fr: {
    title: 'Récompenses',
    rule: 'Une par commande',
    off: (amount) => `${amount} de rabais`,
    beforeTaxes: 'avant taxes',
    afterTaxes: 'après taxes',
    points: (count, isOne) => `${count} ${isOne ? 'point' : 'points'}`
  },
  es: {
    title: 'Recompensas',
    rule: 'Una por pedido',
    off: (amount) => `${amount} de descuento`,
    beforeTaxes: 'antes de impuestos',
    afterTaxes: 'después de impuestos',
    points: (count, isOne) => `${count} ${isOne ? 'punto' : 'puntos'}`
  }
}

/**
 * A store's rewards as a shopper reads them, on a board and at the kiosk; null where it has none. Where taxes are added to
 * the price it is said of what a reward is taken off; where the price includes them there is one amount alone.
 */
export function rewardsInWords(
  offered: readonly OfferedReward[],
  location: Pick<BoardLocation, 'taxPricing'>,
  format: LocationFormat
): RewardsInWords | null {
  if (offered.length === 0) return null
  const words = WORDS[managerLanguageOf(format.language)]
  const { title, rule } = words
  return { title, rule, rewards: offered.map((reward) => inWords(reward, location, format, words)) }
}

function inWords(
  reward: OfferedReward,
  { taxPricing }: Pick<BoardLocation, 'taxPricing'>,
  format: LocationFormat,
  words: RewardWords
): RewardInWords {
  const offer = words.off(amountOf(reward, format))
  const basis =
    taxPricing === 'Inclusive' ? null : reward.takenFrom === 'before-taxes' ? words.beforeTaxes : words.afterTaxes
  const isNameSaid = reward.name.toLowerCase() === offer.toLowerCase()
  const parts = [isNameSaid ? null : isolatedName(reward.name), basis].filter((part) => part !== null)
  return {
    rewardId: reward.rewardId,
    name: reward.name,
    offer,
    basis,
    note: parts.join(', '),
    points: words.points(format.number(String(reward.points)), reward.points === 1)
  }
}

/** "$5.00", "5,00 $", "10%", "10 %": kept on one line. */
function amountOf({ kind, value }: OfferedReward, format: LocationFormat): string {
  switch (kind) {
    case 'percent':
      return format.percent(new Amount(value).div(100).toFixed())
    case 'flat': {
      const { digits, sign, signAfter } = format.money(value.toFixed())
      return signAfter ? `${digits}\u00a0${sign}` : `${sign}${digits}`
    }
  }
}
