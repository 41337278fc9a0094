import type { LocationFormat } from './location-format.ts'

/** Money as it stands in a sentence: "$25.00", "25,00 $" with a no-break space. */
export function moneyWordsOf(amount: string, format: LocationFormat): string {
  const { digits, sign, signAfter } = format.money(amount)
  return signAfter ? `${digits}\u00a0${sign}` : `${sign}${digits}`
}
