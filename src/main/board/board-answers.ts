import { pricedBasketOf } from '../../domain/basket/priced-basket.ts'
import type { BasketLine } from '../../domain/basket/line-prices.ts'
import type { Audience, PricedLocation } from '../../domain/board/board-item.ts'
import { locationFormatOf } from '../../domain/display/location-format.ts'
import { timelineOf } from '../../domain/board/timeline.ts'
import { Amount } from '../../domain/money/amount.ts'
import { rungsOf } from '../../domain/pricing/ladder.ts'
import { promotionStatesAt } from '../../domain/promotion/promotion-state.ts'
import type { BoardRefusal, JsonAnswer } from '../engine/engine.types.ts'
import { instantMsOf } from '../http/board-query.ts'
import { checkBasketRequest } from './basket-request.ts'
import type { LocationData } from './location-data.ts'
import type { HouseRules } from './live-view.ts'
import { offerContextOf } from './offer-context.ts'
import { askedRewardOf } from './store-rewards.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const DEFAULT_TIMELINE_MS = 30 * DAY_MS
const LONGEST_TIMELINE_MS = 400 * DAY_MS

/** A location that boards can be made for, or why there are none. */
export type FoundLocation =
  | { readonly ok: true; readonly data: LocationData; readonly location: PricedLocation }
  | ({ readonly ok: false } & BoardRefusal)

function refused(code: string, message: string): JsonAnswer {
  return { ok: false, status: 400, code, message }
}

/** The timeline as JSON; without a range the coming 30 days (contract, timeline). */
export function timelineJsonOf(
  query: { readonly locationId: number; readonly fromMs: number | null; readonly toMs: number | null },
  find: (locationId: number) => FoundLocation,
  nowMs: number
): JsonAnswer {
  const fromMs = query.fromMs ?? nowMs
  const toMs = query.toMs ?? fromMs + DEFAULT_TIMELINE_MS
  if (toMs < fromMs) return refused('bad-range', 'to: expected an instant not before from')
  if (toMs - fromMs > LONGEST_TIMELINE_MS) return refused('bad-range', 'to: expected at most 400 days after from')
  const found = find(query.locationId)
  if (!found.ok) return found
  const shown = [...found.data.products.values()].filter(({ records }) => rungsOf(records, null).length > 0)
  return { ok: true, json: JSON.stringify(timelineOf(found.location, shown, found.data.promotions, fromMs, toMs)) }
}

/** A PricedBasket as JSON; a refusal names the field (contract, PricedBasket). */
export function basketJsonOf(
  body: unknown,
  find: (locationId: number) => FoundLocation,
  nowMs: number,
  house: Pick<HouseRules, 'rewardsOf'>
): JsonAnswer {
  const checked = checkBasketRequest(body)
  if (!checked.ok) return refused('bad-basket', checked.message)
  const { request } = checked
  const found = find(request.locationId)
  if (!found.ok) return found
  const asked = askedRewardOf(request.reward?.rewardId ?? null, house, found.location)
  if (!asked.ok) return refused('unknown-reward', asked.message)
  const lines: BasketLine[] = []
  for (const [index, line] of request.lines.entries()) {
    const product = found.data.products.get(line.productId.toLowerCase())
    if (product === undefined) return refused('unknown-product', `lines[${index}].productId: not sold at this location`)
    const quantity = new Amount(line.quantity)
    if (product.unit === 'each' && !quantity.isInteger())
      return refused('bad-quantity', `lines[${index}].quantity: expected whole pieces`)
    lines.push({ product, quantity })
  }
  if (found.location.amountsHeld)
    return {
      ok: false,
      status: 503,
      code: 'amounts-held',
      message: found.data.location.amountsHeld
        ? "The location's tax setting has changed and its prices have not followed yet: ask for today's price"
        : "Nobody has confirmed the location's prices for longer than the store allows: ask for today's price"
    }
  const atMs = request.at === undefined ? nowMs : (instantMsOf(request.at) ?? nowMs)
  const audience: Audience = {
    groupId: request.customer?.groupId ?? null,
    customer: request.customer?.medical === true ? 'medical' : 'recreational'
  }
  const states = promotionStatesAt(found.data.promotions, found.location, atMs)
  const result = pricedBasketOf({
    location: found.location,
    audience,
    lines,
    promotions: states,
    reward: asked.reward,
    // Programs are spoken to in English, as errors are.
    offers: offerContextOf(
      found.data,
      found.location,
      locationFormatOf('en', found.location.currency, found.location.timeZone)
    ),
    atMs
  })
  if (result.ok) return { ok: true, json: JSON.stringify(result.basket) }
  const index = request.lines.findIndex(({ productId }) => productId.toLowerCase() === result.productId)
  return refused('no-price', `lines[${index}].quantity: the product ${result.reason}`)
}
