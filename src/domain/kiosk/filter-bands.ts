import type { KioskBand } from '../../shared/kiosk.ts'
import type { LocationFormat } from '../display/location-format.ts'
import { Amount } from '../money/amount.ts'
import { kioskWordsOf } from './kiosk-words.ts'
import { moneyLineOf } from './money-line.ts'

/** Where bands of potency part, in per cent, and of what is told in milligrams. */
const PERCENTS = [15, 20, 25] as const
const MILLIGRAMS = [5, 10] as const
/** Where bands of prices part, in the currency's unit. */
const PRICES = [15, 30, 60] as const

/** A figure of potency ("22–26%", "<1%", "10 mg"): the most that it may be, and whether per cent. */
function contentOf(text: string): { readonly most: number; readonly isPercent: boolean } | null {
  const figures = text.match(/\d+(?:[.,]\d+)?/g)
  const last = figures?.at(-1)
  if (last === undefined) return null
  const isPercent = text.includes('%')
  if (!isPercent && !/mg\b/i.test(text)) return null
  return { most: Number(last.replace(',', '.')), isPercent }
}

/** The band of a product's THC by its name; null where that is not told as a per cent or in milligrams. */
export function potencyBandOf(thc: string | null): string | null {
  const content = thc === null ? null : contentOf(thc)
  if (content === null) return null
  const limits: readonly number[] = content.isPercent ? PERCENTS : MILLIGRAMS
  return `${content.isPercent ? 'percent' : 'mg'}-${limits.filter((limit) => content.most >= limit).length}`
}

/** The band of the least that a product can be had for, out the door; null while amounts are held. */
export function priceBandOf(outTheDoors: readonly (string | null)[]): string | null {
  const known = outTheDoors.filter((amount) => amount !== null)
  if (known.length === 0) return null
  const least = Amount.min(...known)
  return `price-${PRICES.filter((limit) => least.gte(limit)).length}`
}

/** Every band of potency in words, in its order. */
export function potencyBandsIn(format: LocationFormat): readonly KioskBand[] {
  const words = kioskWordsOf(format.language)
  const named = (limits: readonly number[], prefix: string, said: (limit: number) => string): readonly KioskBand[] =>
    bandsOf(limits, prefix, said, format).map(({ id, label }) => ({ id, label: words.thc(label) }))
  return [
    ...named(PERCENTS, 'percent', (limit) => format.content(`${limit}%`)),
    ...named(MILLIGRAMS, 'mg', (limit) => `${format.number(String(limit))}\u00a0mg`)
  ]
}

/** Every band of prices in words, in its order. */
export function priceBandsIn(format: LocationFormat): readonly KioskBand[] {
  const whole = (limit: number): string => moneyLineOf(format.money(String(limit))).replace(/[.,]00(?!\d)/, '')
  return bandsOf(PRICES, 'price', whole, format)
}

function bandsOf(
  limits: readonly number[],
  prefix: string,
  said: (limit: number) => string,
  format: LocationFormat
): readonly KioskBand[] {
  const words = kioskWordsOf(format.language)
  return Array.from({ length: limits.length + 1 }, (_, index) => {
    const from = limits[index - 1]
    const to = limits[index]
    const label =
      to === undefined
        ? words.andOver(said(from ?? 0))
        : from === undefined
          ? words.under(said(to))
          : words.between(said(from), said(to))
    return { id: `${prefix}-${index}`, label }
  })
}
