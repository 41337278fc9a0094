import type { BoardItem, BoardRung } from '../../shared/board-snapshot.ts'
import type { PricedLine } from '../../shared/priced-basket.ts'
import type { ProductFacts } from '../board/board-facts.ts'
import type { LocationFormat } from '../display/location-format.ts'
import { taxNameOf } from '../display/board-view.ts'
import { isolatedName } from '../display/isolated-name.ts'
import { Amount, moneyTextOf } from '../money/amount.ts'
import { roundedFractionOf } from '../basket/shelf-shares.ts'
import Fraction from 'fraction.js'
import { kioskWordsOf } from './kiosk-words.ts'

/** The rung that prices a quantity: the greatest not above it, of several the dearest; null where none is as small. */
export function rungForQuantity(ladder: readonly BoardRung[], quantity: string): number | null {
  const asked = new Amount(quantity)
  let found: { readonly index: number; readonly rung: BoardRung } | null = null
  for (const [index, rung] of ladder.entries()) {
    if (asked.lt(rung.quantity)) continue
    const isGreater = found === null || new Amount(rung.quantity).gt(found.rung.quantity)
    const isDearer =
      found !== null &&
      new Amount(rung.quantity).eq(found.rung.quantity) &&
      new Amount(rung.price ?? 0).gt(found.rung.price ?? 0)
    if (isGreater || isDearer) found = { index, rung }
  }
  return found?.index ?? null
}

/** A quantity as it is said in a sentence: "5.5 g", "2". */
export function saidQuantityOf(quantity: string, unit: BoardItem['unit'], format: LocationFormat): string {
  const figure = format.number(quantity)
  return unit === 'g' ? format.words.grams(figure) : figure
}

/** The goal of a nudge and the like: "7 g", "3". */
export const goalOf = saidQuantityOf

/** What a line is, beside its amount: "5.5 g at the 3.5 g price, 6.94 a gram" (art direction, Kiosk). */
export function lineWordsOf(
  { quantity, amount }: Pick<PricedLine, 'quantity' | 'amount'>,
  unit: BoardItem['unit'],
  tier: { readonly quantity: string; readonly unitPrice: string } | null,
  digits: number,
  format: LocationFormat
): string {
  const words = kioskWordsOf(format.language)
  const said = saidQuantityOf(quantity, unit, format)
  const unitPrice = format.plainMoney(tier?.unitPrice ?? unitPriceTextOf(quantity, amount, digits))
  switch (unit) {
    case 'g':
      return words.atPrice(said, saidQuantityOf(tier?.quantity ?? '1', 'g', format), unitPrice)
    case 'each':
      return tier === null || tier.quantity === '1'
        ? words.piecesAt(said, unitPrice)
        : words.piecesAtTier(said, format.number(tier.quantity), unitPrice)
  }
}

function unitPriceTextOf(quantity: string, amount: string, digits: number): string {
  return moneyTextOf(roundedFractionOf(new Fraction(amount).div(quantity), digits), digits)
}

/** A tax of a line by its name, with its rate where the name does not say it. */
export function taxLabelOf(name: string, taxRates: ProductFacts['taxRates'], format: LocationFormat): string {
  const rate = taxRates.find((one) => one.name === name)
  return rate === undefined ? isolatedName(name) : taxNameOf(rate, format)
}
