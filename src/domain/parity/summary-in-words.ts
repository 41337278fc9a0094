import type { CheckCounts, CheckSummary } from '../../shared/manager/register.ts'
import type { LocationFormat } from '../display/location-format.ts'
import { moneyTextOf } from '../money/amount.ts'
import type { Counts } from './check-tally.ts'
import { moneyOf } from './line-in-words.ts'
import { registerWordsOf } from './register-words.ts'

/** The counts alone, as the page takes them. */
export function plainCountsOf({ lines, agreed, over, under, unchecked, malformed }: Counts): CheckCounts {
  return { lines, agreed, over, under, unchecked, malformed }
}

/** What a check found, in words. */
export function summaryInWords(counts: Counts, format: LocationFormat): CheckSummary {
  const words = registerWordsOf(format.language)
  const number = (count: number): string => format.number(String(count))
  const { agreed, over, under, overSum, underSum } = counts
  const compared = agreed + over + under
  return {
    counts: plainCountsOf(counts),
    headline: compared === 0 ? words.nothingChecked : words.agreeOf(number(agreed), number(compared), compared === 1),
    overText: over === 0 ? null : words.over(number(over), moneyOf(format, moneyTextOf(overSum, 2)), over === 1),
    underText: under === 0 ? null : words.under(number(under), moneyOf(format, moneyTextOf(underSum, 2)), under === 1)
  }
}

/** How far an import is. */
export function progressInWords(counts: Counts, format: LocationFormat): string {
  const number = (count: number): string => format.number(String(count))
  return registerWordsOf(format.language).progress(number(counts.lines), number(counts.over + counts.under))
}
