import type { BoardItem } from '../../shared/board-snapshot.ts'
import type { KioskBasket, KioskBasketLine, KioskLine, KioskNearOffer, KioskSum } from '../../shared/kiosk.ts'
import type { PricedBasket } from '../../shared/priced-basket.ts'
import type { ProductFacts } from '../board/board-facts.ts'
import type { PricedLocation } from '../board/board-item.ts'
import { isolatedName } from '../display/isolated-name.ts'
import type { LocationFormat } from '../display/location-format.ts'
import { type MarketRule, mayHavePromotions } from '../market/market-profile.ts'
import { Amount, minorDigitsOf, moneyTextOf, ZERO } from '../money/amount.ts'
import type { OfferedReward } from '../reward/reward-amount.ts'
import { rewardsInWords } from '../reward/rewards-in-words.ts'
import { kioskWordsOf } from './kiosk-words.ts'
import { moneyLineOf } from './money-line.ts'
import { lineWordsOf, rungForQuantity, saidQuantityOf, taxLabelOf } from './price-words.ts'
import { neighboursOf } from './quantity-steps.ts'

/** A line of a kiosk's basket and what is known of its product. */
export interface BasketWordsLine extends KioskLine {
  /** Null for one that is not sold here any more. */
  readonly product: ProductFacts | null
  readonly item: BoardItem | null
  readonly steps: readonly string[]
  readonly fault: 'not-sold' | 'sold-out' | 'no-price' | null
}

export interface BasketWordsSetting {
  readonly location: PricedLocation
  readonly rules: readonly MarketRule[]
  readonly format: LocationFormat
  /** That may be taken with it, and the one that is. */
  readonly rewards: readonly OfferedReward[]
  readonly reward: OfferedReward | null
  /** By promotion: the line that makes an offer apply that nearly does. */
  readonly fixes: ReadonlyMap<string, KioskLine>
}

/** A basket in words. `basket` is of the lines without a fault; null where there is none, or while amounts are held. */
export function kioskBasketOf(
  lines: readonly BasketWordsLine[],
  basket: PricedBasket | null,
  setting: BasketWordsSetting
): KioskBasket {
  const { format, location, rules, rewards, reward, fixes } = setting
  const words = kioskWordsOf(format.language)
  const told = mayHavePromotions(rules)
  const total = basket === null ? null : format.money(basket.total)
  return {
    lines: lines.map((line) => lineInWords(line, basket, setting)),
    sums: basket === null ? [] : sumsOf(lines, basket, setting),
    applied:
      basket === null || !told ? [] : basket.applied.map(({ name, times }) => words.offer(isolatedName(name), times)),
    near:
      basket === null || !told
        ? []
        : basket.near.map(({ promotionId, name, needs }) => ({
            promotionId,
            words: words.near(isolatedName(name), needs),
            fix: fixInWords(fixes.get(promotionId) ?? null, lines, format)
          })),
    rewards: (rewardsInWords(rewards, location, format)?.rewards ?? []).map(({ rewardId, name, offer, points }) => ({
      rewardId,
      label: words.reward(isolatedName(name), offer, points),
      isChosen: rewardId === reward?.rewardId
    })),
    rewardNote: reward === null ? null : words.rewardNote,
    total,
    about: total === null ? null : words.about(moneyLineOf(total)),
    notes: location.currency === 'CAD' && total !== null ? [words.cashNote] : []
  }
}

function fixInWords(
  line: KioskLine | null,
  lines: readonly BasketWordsLine[],
  format: LocationFormat
): KioskNearOffer['fix'] {
  const product = lines.find(({ productId }) => productId === line?.productId)?.product ?? null
  if (line === null || product === null) return null
  const said = saidQuantityOf(line.quantity, product.unit, format)
  return { line: { ...line, said }, label: kioskWordsOf(format.language).makeIt(said) }
}

function lineInWords(line: BasketWordsLine, basket: PricedBasket | null, setting: BasketWordsSetting): KioskBasketLine {
  const { format, location, rules } = setting
  const words = kioskWordsOf(format.language)
  const digits = minorDigitsOf(location.currency)
  const priced = line.fault === null ? basket?.lines.find(({ productId }) => productId === line.productId) : undefined
  const told = mayHavePromotions(rules)
  const unit = line.product?.unit ?? 'each'
  const amount =
    priced === undefined
      ? null
      : told
        ? priced.amount
        : moneyTextOf(new Amount(priced.amount).minus(priced.discount), digits)
  const rung = line.item === null ? null : rungForQuantity(line.item.ladder, line.quantity)
  const isOnShelf = line.item?.shelf != null
  const inForce = rung === null ? undefined : line.item?.ladder[rung]
  const tier =
    inForce?.unitPrice == null || isOnShelf || !told
      ? null
      : { quantity: inForce.quantity, unitPrice: inForce.unitPrice }
  const { less, more } = neighboursOf(line.quantity, line.fault === 'not-sold' ? [] : line.steps)
  return {
    productId: line.productId,
    quantity: line.quantity,
    said: saidQuantityOf(line.quantity, unit, format),
    name: line.product === null ? words.notSold : isolatedName(line.product.name),
    about:
      amount === null || (unit === 'g' && tier === null)
        ? saidQuantityOf(line.quantity, unit, format)
        : lineWordsOf({ quantity: line.quantity, amount }, unit, tier, digits, format),
    amount: amount === null ? null : format.plainMoney(amount),
    offers:
      priced === undefined || !told
        ? []
        : priced.promotions.map(({ name, discount }) =>
            words.offerOnLine(isolatedName(name), format.plainMoney(discount))
          ),
    note: noteOf(line, setting),
    less: less === null ? null : { quantity: less, said: saidQuantityOf(less, unit, format) },
    more: more === null ? null : { quantity: more, said: saidQuantityOf(more, unit, format) }
  }
}

function noteOf({ fault, product, quantity }: BasketWordsLine, { format }: BasketWordsSetting): string | null {
  const words = kioskWordsOf(format.language)
  switch (fault) {
    case 'not-sold':
      return words.notSold
    case 'sold-out':
      return words.soldOut
    case 'no-price':
      return words.noPrice
    case null:
      return product?.stock != null && new Amount(product.stock).lt(quantity)
        ? words.onlyLeft(saidQuantityOf(product.stock, product.unit, format))
        : null
  }
}

/** Before tax, what offers take off, each tax once; inside an inclusive total the taxes are told as such. */
function sumsOf(
  lines: readonly BasketWordsLine[],
  basket: PricedBasket,
  { location, rules, format, reward }: BasketWordsSetting
): readonly KioskSum[] {
  const words = kioskWordsOf(format.language)
  const digits = minorDigitsOf(location.currency)
  const told = mayHavePromotions(rules)
  const isInclusive = location.taxPricing === 'Inclusive'
  const subtotal = told ? basket.subtotal : moneyTextOf(new Amount(basket.subtotal).minus(basket.discount), digits)
  const taxes = new Map<string, { readonly label: string; amount: Amount }>()
  for (const line of basket.lines) {
    const rates = lines.find(({ productId }) => productId === line.productId)?.product?.taxRates ?? []
    for (const { name, amount } of line.taxes) {
      const label = taxLabelOf(name, rates, format)
      const tax = taxes.get(label) ?? { label, amount: ZERO }
      tax.amount = tax.amount.plus(amount)
      taxes.set(label, tax)
    }
  }
  const off: readonly KioskSum[] =
    basket.reward === null
      ? []
      : [{ label: isolatedName(basket.reward.name), amount: words.off(format.plainMoney(basket.reward.amount)) }]
  const isOffTotal = reward?.takenFrom === 'after-taxes'
  return [
    ...(isInclusive ? [] : [{ label: words.subtotal, amount: format.plainMoney(subtotal) }]),
    ...(told
      ? basket.applied
          .filter(({ discount }) => new Amount(discount).gt(0))
          .map(({ name, times, discount }) => ({
            label: words.offer(isolatedName(name), times),
            amount: words.off(format.plainMoney(discount))
          }))
      : []),
    ...(isOffTotal ? [] : off),
    ...[...taxes.values()].map(({ label, amount }) => ({
      label: isInclusive ? words.taxInside(label) : label,
      amount: format.plainMoney(moneyTextOf(amount, digits))
    })),
    ...(isOffTotal ? off : [])
  ]
}
