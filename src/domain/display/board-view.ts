import type { BoardFeeds, BoardItem, BoardRung } from '../../shared/board-snapshot.ts'
import type {
  ViewHead,
  ViewItem,
  ViewLegend,
  ViewPanel,
  ViewPicture,
  ViewRung,
  ViewScreen
} from '../../shared/board-view.ts'
import type { RewardsInWords } from '../../shared/rewards.ts'
import type { PriceStyle, ScreenSettings } from '../../shared/screen-settings.ts'
import type { CustomTheme } from '../theme/custom-theme.ts'
import type { LocationFacts, ProductDetails, ProductFacts } from '../board/board-facts.ts'
import type { PricedLocation } from '../board/board-item.ts'
import { Amount, minorDigitsOf, moneyTextOf } from '../money/amount.ts'
import { compareCodePoints } from '../order/code-points.ts'
import { unitPriceOf } from '../pricing/rung-price.ts'
import type { TaxRate } from '../tax/tax-rate.ts'
import { type OfferOf, ticketOf } from './badge-words.ts'
import { isolatedName } from './isolated-name.ts'
import type { LocationFormat } from './location-format.ts'

/** More taxes than these would be a list that nobody reads. */
const MOST_TAXES_NAMED = 4

/** What a screen shows of a product beside its board item. */
export interface BesideItem {
  readonly details: ProductDetails
  readonly state: ViewItem['state']
  /** The same product's ladder for the screen's pricing group; null without one. */
  readonly groupLadder: readonly BoardRung[] | null
  readonly picture: ViewPicture | null
  readonly offerOf: OfferOf
}

/** One product of a board in words (art direction, Ladder and Badges). `atMs` is the instant the texts are true for. */
export function viewItemOf(
  item: BoardItem,
  beside: BesideItem,
  location: Pick<PricedLocation, 'taxPricing' | 'currency'>,
  format: LocationFormat,
  atMs: number
): ViewItem {
  const { details, state, groupLadder, picture, offerOf } = beside
  const digits = minorDigitsOf(location.currency)
  const ladder = item.ladder.map((rung) => withDeal(rung, digits))
  const bestAt = bestRungOf(ladder)
  return {
    productId: item.productId,
    name: item.name,
    brand: details.brand,
    strain: details.strain,
    thc: details.thc === null ? null : format.content(details.thc),
    cbd: details.cbd === null ? null : format.content(details.cbd),
    classification: item.classification,
    soldOut: item.inStock === false,
    state,
    unit: item.unit,
    shelf: item.shelf === null ? null : { shelfId: item.shelf.shelfId, name: item.shelf.name ?? '' },
    tickets: item.badges.map((badge) => ({
      promotionId: badge.promotionId,
      short: ticketOf(badge, offerOf(badge.promotionId), format)
    })),
    rungs: ladder.map((rung, index) =>
      viewRungOf(
        rung,
        {
          item,
          inclusive: location.taxPricing === 'Inclusive',
          best: index === bestAt,
          groupLadder: groupLadder?.map((groupRung) => withDeal(groupRung, digits)) ?? null
        },
        format,
        atMs
      )
    ),
    picture
  }
}

/** A rung as its deal leaves it: what the register takes off by itself is off on the board (contract, BoardSnapshot). */
function withDeal(rung: BoardRung, digits: number): BoardRung {
  const { deal } = rung
  if (deal === null) return rung
  const unitPrice = moneyTextOf(unitPriceOf(new Amount(deal.price), new Amount(rung.quantity), digits), digits)
  // The end of a promotion is said where its ticket is explained.
  return { ...rung, price: deal.price, outTheDoor: deal.outTheDoor, unitPrice, saleEndsAt: null }
}

function viewRungOf(
  rung: BoardRung,
  about: {
    readonly item: BoardItem
    readonly inclusive: boolean
    readonly best: boolean
    readonly groupLadder: readonly BoardRung[] | null
  },
  format: LocationFormat,
  atMs: number
): ViewRung {
  const { item, inclusive, best, groupLadder } = about
  const reduced = (rung.source !== 'regular' || rung.deal !== null) && rung.price !== rung.regular
  return {
    quantity: quantityOf(rung.quantity, item.unit, format),
    youPay: rung.outTheDoor === null ? null : format.money(rung.outTheDoor),
    shelfPrice: inclusive || rung.price === null ? null : format.plainMoney(rung.price),
    regular: reduced && rung.regular !== null ? format.plainMoney(rung.regular) : null,
    unitPrice: rung.unitPrice === null ? null : format.plainMoney(rung.unitPrice),
    best,
    reduced,
    mixes: rung.deal === null,
    until: rung.saleEndsAt === null ? null : format.until(Date.parse(rung.saleEndsAt), atMs),
    groupPays: groupPaysOf(rung, groupLadder, format)
  }
}

/** What the group hands over at the same tier, where its price there is lower. */
function groupPaysOf(
  rung: BoardRung,
  groupLadder: readonly BoardRung[] | null,
  format: LocationFormat
): ViewRung['groupPays'] {
  const same = groupLadder?.find(({ tierId, quantity }) => tierId === rung.tierId && quantity === rung.quantity)
  if (same === undefined || same.price === null || same.outTheDoor === null || rung.price === null) return null
  return new Amount(same.price).lt(rung.price) ? format.money(same.outTheDoor) : null
}

/** A rung's quantity as its cell says it: "3.5 g", "each", "3 for". */
export function quantityOf(quantity: string, unit: BoardItem['unit'], format: LocationFormat): string {
  switch (unit) {
    case 'g':
      return format.words.grams(format.number(quantity))
    case 'each':
      return quantity === '1' ? format.words.each : format.words.severalFor(format.number(quantity))
  }
}

/** The rung with the lowest unit price; a tie goes to the smaller quantity; none where there is one rung or no amount. */
function bestRungOf(ladder: readonly BoardRung[]): number | null {
  if (ladder.length < 2) return null
  let best: { readonly index: number; readonly unitPrice: Amount } | null = null
  for (const [index, { unitPrice }] of ladder.entries()) {
    if (unitPrice === null) return null
    const amount = new Amount(unitPrice)
    if (best === null || amount.lt(best.unitPrice)) best = { index, unitPrice: amount }
  }
  return best?.index ?? null
}

export interface HeadFacts {
  readonly location: LocationFacts
  readonly feeds: BoardFeeds
  readonly stale: boolean
  /** When the amounts go where nobody confirms them any more; null for never. */
  readonly amountsUntilMs: number | null
  readonly revision: string
  readonly legend: readonly ViewLegend[]
  readonly panels: readonly ViewPanel[] | null
  readonly rewards: RewardsInWords | null
  readonly taxLine: string
  readonly taxed: boolean
  readonly notice: string | null
  readonly storeColour: ViewHead['storeColour']
  readonly logo: ViewPicture | null
  readonly light: ViewHead['light']
  readonly screen: ScreenSettings
  /** The screen's theme, a store's own as its base and its colours. */
  readonly theme: CustomTheme
  /** Name of the screen's pricing group, where it has prices here. */
  readonly groupName: string | null
}

/** What stands around the products: store, clock, tax line, price age, legend. */
export function viewHeadOf(facts: HeadFacts, format: LocationFormat, atMs: number): ViewHead {
  const { location, feeds } = facts
  return {
    screen: viewScreenOf(facts.screen, facts.theme, facts.groupName, format),
    locationId: location.locationId,
    storeName: location.name,
    language: format.language,
    revision: facts.revision,
    clock: format.time(atMs),
    railLabel: facts.taxed ? format.words.youPay : format.words.youPayUntaxed,
    taxPricing: location.taxPricing,
    taxLine: facts.taxLine,
    ageLine: ageLineOf(feeds.prices, facts.stale, format, atMs),
    staleAgeLine: ageLineOf(feeds.prices, true, format, atMs),
    stale: facts.stale,
    heldLine: location.amountsHeld ? format.words.askForPrice : null,
    askLine: format.words.askForPrice,
    askInMs: facts.amountsUntilMs === null ? null : Math.max(0, facts.amountsUntilMs - atMs),
    legend: facts.legend,
    panels: facts.panels,
    rewards: facts.rewards,
    notice: facts.notice,
    storeColour: facts.storeColour,
    logo: facts.logo,
    light: facts.light
  }
}

/** The renderer's part of a screen's settings, its labels in words. */
export function viewScreenOf(
  settings: ScreenSettings,
  theme: CustomTheme,
  groupName: string | null,
  format: LocationFormat
): ViewScreen {
  return {
    mode: settings.mode,
    theme: theme.base,
    themeTokens: theme.tokens,
    priceStyle: settings.priceStyle,
    soldOut: settings.soldOut === 'hide' ? 'last' : settings.soldOut,
    calm: settings.calm,
    dwellMs: settings.dwellSeconds * 1000,
    diagonalInches: settings.diagonalInches,
    distanceMetres: settings.distanceMetres,
    level: settings.level,
    safeMarginPercent: settings.safeMarginPercent,
    orientation: settings.orientation,
    groupName,
    rowLabels: {
      group: groupName === null ? null : format.words.groupPays(isolatedName(groupName)),
      beforeTax: format.words.beforeTax,
      youPay: format.words.youPay.join(' ')
    }
  }
}

function ageLineOf(prices: string | null, stale: boolean, format: LocationFormat, atMs: number): string {
  const time = prices === null ? null : format.timeSince(Date.parse(prices), atMs)
  if (prices === null) return format.words.pricesUnchecked
  if (time === null) return stale ? format.words.pricesOld : ''
  return stale ? format.words.pricesFrom(time) : format.words.pricesChecked(time)
}

/**
 * "Large prices include 5% GST and 7% PST", with "where they apply" when some taxed products carry fewer; "all taxes" where
 * there are too many to name (art direction, Ladder: every large price says what it includes, and on a screen whose large
 * prices are the shelf's that they do not).
 */
export function taxLineOf(
  products: readonly ProductFacts[],
  taxPricing: LocationFacts['taxPricing'],
  format: LocationFormat,
  priceStyle: PriceStyle = 'you-pay'
): { readonly taxLine: string; readonly taxed: boolean } {
  const rates = new Map<string, TaxRate>()
  for (const { taxRates } of products) for (const taxRate of taxRates) rates.set(taxRate.taxRateId, taxRate)
  if (rates.size === 0) return { taxLine: format.words.noTaxes, taxed: taxPricing === 'Inclusive' }
  const named =
    rates.size > MOST_TAXES_NAMED ? format.words.allTaxes : format.words.taxList(namesOf([...rates.values()], format))
  const everywhere =
    rates.size > MOST_TAXES_NAMED ||
    products.every(({ taxRates }) => taxRates.length === 0 || new Set(taxRates.map(idOf)).size === rates.size)
  const taxes = everywhere ? named : format.words.whereTheyApply(named)
  switch (taxPricing) {
    case 'Exclusive':
      return {
        taxLine:
          priceStyle === 'shelf-price'
            ? format.words.largePricesAreBefore(taxes)
            : format.words.largePricesInclude(taxes),
        taxed: true
      }
    case 'Inclusive':
      return { taxLine: format.words.allPricesInclude(taxes), taxed: true }
  }
}

function idOf({ taxRateId }: TaxRate): string {
  return taxRateId
}

function namesOf(rates: readonly TaxRate[], format: LocationFormat): string {
  const sorted = rates.toSorted(
    (a, b) =>
      Number(a.kind === 'FlatRate') - Number(b.kind === 'FlatRate') ||
      a.layer - b.layer ||
      compareCodePoints(a.name, b.name)
  )
  return format.list([...new Set(sorted.map((rate) => taxNameOf(rate, format)))])
}

/** A rate's name often says its percentage already: "GST 5%". */
export function taxNameOf({ name, rate, kind }: TaxRate, format: LocationFormat): string {
  switch (kind) {
    case 'FlatRate':
      return isolatedName(name)
    case 'Percentage':
      return /\d/.test(name) ? isolatedName(name) : format.words.taxAt(format.percent(rate), isolatedName(name))
  }
}
