import type { BoardItem, BoardRung } from '../../shared/board-snapshot.ts'
import type { KioskNudge, KioskSheet, KioskStep, KioskSum } from '../../shared/kiosk.ts'
import type { PricedBasket } from '../../shared/priced-basket.ts'
import type { ProductFacts } from '../board/board-facts.ts'
import type { PricedLocation } from '../board/board-item.ts'
import type { OfferOf } from '../display/badge-words.ts'
import { quantityOf } from '../display/board-view.ts'
import { isolatedName } from '../display/isolated-name.ts'
import type { LocationFormat } from '../display/location-format.ts'
import { allowedQuantitiesOf, type MarketRule, mayHavePromotions, mayHaveReductions } from '../market/market-profile.ts'
import { Amount, minorDigitsOf, moneyTextOf } from '../money/amount.ts'
import { contentsOf } from './content-scale.ts'
import { kioskWordsOf, type KioskWords } from './kiosk-words.ts'
import { moneyLineOf } from './money-line.ts'
import { offersOnItem } from './offers-on-item.ts'
import { goalOf, lineWordsOf, rungForQuantity, saidQuantityOf, taxLabelOf } from './price-words.ts'
import { quantityStepsOf } from './quantity-steps.ts'

const STRAIN_CLASSES: ReadonlySet<string> = new Set(['indica', 'sativa', 'hybrid', 'cbd'])

export interface SheetSetting {
  readonly location: PricedLocation
  readonly rules: readonly MarketRule[]
  readonly format: LocationFormat
  readonly offerOf: OfferOf
  readonly atMs: number
  /** What a quantity of the product alone comes to; null where nothing prices it. */
  readonly price: (quantity: string) => PricedBasket | null
}

/**
 * A product as a kiosk's page shows it: every quantity that the slider reaches with its amounts, from the same basket that
 * is added up at the end (docs/kiosk.md). Steps have no amounts while the location's are held.
 */
export function productSheetOf(product: ProductFacts, item: BoardItem, setting: SheetSetting): KioskSheet {
  const { location, rules, format } = setting
  const words = kioskWordsOf(format.language)
  const allowed = allowedQuantitiesOf(item.unit, rules)
  const ladder = allowed === null ? item.ladder : item.ladder.filter(({ quantity }) => allowed.has(quantity))
  const quantities =
    item.inStock === false
      ? []
      : quantityStepsOf({
          unit: item.unit,
          rungs: ladder.map(({ quantity }) => quantity),
          stock: product.stock,
          rungsAlone: allowed !== null
        })
  const baskets = quantities.map((quantity) => (location.amountsHeld ? null : setting.price(quantity)))
  const steps = quantities.map((quantity, at) => stepOf(product, ladder, quantity, baskets[at] ?? null, setting))
  const told = mayHavePromotions(rules) && mayHaveReductions(rules)
  const hidesPotency = rules.some(({ kind }) => kind === 'hide-potency')
  const { details } = product
  const last = quantities.at(-1)
  const isShort =
    product.stock !== null && last !== undefined && new Amount(product.stock).lt(ladder.at(-1)?.quantity ?? '0')
  return {
    productId: product.productId,
    kind: words.kindOf({
      strain: details.strain,
      kind: kindOf(item.classification),
      brand: details.brand === null ? null : isolatedName(details.brand),
      shelf: item.shelf?.name == null ? null : isolatedName(item.shelf.name)
    }),
    ...contentsOf(hidesPotency ? null : details.thc, hidesPotency ? null : details.cbd, format),
    offers: offersOnItem(item, rules, format, setting.atMs, setting.offerOf),
    steps: told
      ? steps.map((step, at) => ({ ...step, nudge: nudgeOf(at, steps, ladder, baskets, product, setting) }))
      : steps,
    ticks: ladder.flatMap(({ quantity }, rung) => {
      const step = quantities.indexOf(quantity)
      return step === -1 ? [] : [{ step, rung, label: saidQuantityOf(quantity, item.unit, format) }]
    }),
    firstStep: 0,
    stockNote: isShort ? words.onlyLeft(saidQuantityOf(last, item.unit, format)) : null
  }
}

/** What the product is, by its class: the deepest that says more than a strain. */
function kindOf(classification: readonly string[]): string | null {
  return classification.findLast((name) => !STRAIN_CLASSES.has(name.toLowerCase())) ?? null
}

function stepOf(
  product: ProductFacts,
  ladder: readonly BoardRung[],
  quantity: string,
  basket: PricedBasket | null,
  { location, rules, format }: SheetSetting
): KioskStep {
  const rung = rungForQuantity(ladder, quantity)
  return {
    quantity,
    figure: format.number(quantity),
    unit: product.unit === 'g' ? 'g' : '',
    spoken: saidQuantityOf(quantity, product.unit, format),
    rung,
    sums: basket === null ? [] : sumsOf(product, ladder, rung, basket, location, rules, format),
    total: basket === null ? null : format.money(basket.total),
    nudge: null,
    missing:
      basket === null || !mayHavePromotions(rules)
        ? []
        : basket.near.map(({ promotionId, needs }) => ({ promotionId, needs }))
  }
}

function sumsOf(
  product: ProductFacts,
  ladder: readonly BoardRung[],
  rung: number | null,
  basket: PricedBasket,
  location: PricedLocation,
  rules: readonly MarketRule[],
  format: LocationFormat
): readonly KioskSum[] {
  const words = kioskWordsOf(format.language)
  const digits = minorDigitsOf(location.currency)
  const [line] = basket.lines
  if (line === undefined) return []
  const told = mayHavePromotions(rules)
  const discount = new Amount(line.discount)
  // What must not be told is off the amount all the same.
  const amount = told ? line.amount : moneyTextOf(new Amount(line.amount).minus(discount), digits)
  const inForce = rung === null ? undefined : ladder[rung]
  const tier =
    inForce?.unitPrice == null || (!told && discount.gt(0))
      ? null
      : { quantity: inForce.quantity, unitPrice: inForce.unitPrice }
  const about = lineWordsOf({ ...line, amount }, product.unit, tier, digits, format)
  return [
    { label: about, amount: format.plainMoney(amount) },
    ...(told
      ? line.promotions.map(({ name, discount: off }) => ({
          label: isolatedName(name),
          amount: words.off(format.plainMoney(off))
        }))
      : []),
    ...line.taxes.map((tax) => {
      const label = taxLabelOf(tax.name, product.taxRates, format)
      return {
        label: location.taxPricing === 'Inclusive' ? words.taxInside(label) : label,
        amount: format.plainMoney(tax.amount)
      }
    })
  ]
}

/** What to add for the next tier, where a gram or a piece costs less there (art direction, Kiosk). */
function nudgeOf(
  at: number,
  steps: readonly KioskStep[],
  ladder: readonly BoardRung[],
  baskets: readonly (PricedBasket | null)[],
  product: ProductFacts,
  { location, format, offerOf }: SheetSetting
): KioskNudge | null {
  const step = steps[at]
  const here = baskets[at]
  if (step === undefined || here === undefined || here === null) return null
  const next = ladder.find(({ quantity }) => new Amount(quantity).gt(step.quantity))
  const goalStep = next === undefined ? -1 : steps.findIndex(({ quantity }) => quantity === next.quantity)
  const there = baskets[goalStep]
  if (next === undefined || there === undefined || there === null) return null
  const isCheaper = new Amount(there.total).div(next.quantity).lt(new Amount(here.total).div(step.quantity))
  if (!isCheaper) return null
  const words = kioskWordsOf(format.language)
  const goal = goalOf(next.quantity, product.unit, format)
  const difference = new Amount(there.total).minus(here.total)
  const money = (amount: Amount): string =>
    moneyLineOf(format.money(moneyTextOf(amount, minorDigitsOf(location.currency))))
  const total = goalTotalOf(next, there, words, offerOf, format)
  const more = saidQuantityOf(new Amount(next.quantity).minus(step.quantity).toFixed(), product.unit, format)
  return {
    words:
      product.unit === 'g'
        ? words.nudge(more, goal)
        : words.nudgePieces(more, quantityOf(next.quantity, product.unit, format)),
    note: difference.gt(0)
      ? words.nudgeNote(goal, total, money(difference))
      : difference.lt(0)
        ? words.nudgeNoteLess(goal, total, money(difference.neg()))
        : words.nudgeNoteSame(goal, total),
    action: words.makeIt(goal),
    step: goalStep
  }
}

/**
 * What the goal comes to. Where offers that the rung does not tell make it less than the rung says, they are named: one
 * quantity never stands there with two amounts and no word why.
 */
function goalTotalOf(
  rung: BoardRung,
  there: PricedBasket,
  words: KioskWords,
  offerOf: OfferOf,
  format: LocationFormat
): string {
  const total = moneyLineOf(format.money(there.total))
  const told = rung.deal?.outTheDoor ?? rung.outTheDoor
  if (told !== null && new Amount(told).eq(there.total)) return total
  const offers = (there.lines[0]?.promotions ?? []).map(
    ({ promotionId, name }) => offerOf(promotionId)?.label ?? isolatedName(name)
  )
  return offers.length === 0 ? total : words.withOffers(total, offers.join(', '))
}
