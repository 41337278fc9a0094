import type { MoneyText } from '../../shared/board-view.ts'

/** An amount within a sentence: "$47.04", "47,04 $". */
export function moneyLineOf({ digits, sign, signAfter }: MoneyText): string {
  return signAfter ? `${digits}\u00a0${sign}` : `${sign}${digits}`
}
