import { languageOf, locationFormatOf } from '../../domain/display/location-format.ts'
import { mayHavePromotions } from '../../domain/market/market-profile.ts'
import { promotionStatesAt } from '../../domain/promotion/promotion-state.ts'
import type { ScreenSettings } from '../../shared/screen-settings.ts'
import type { LiveBoard } from '../board/live-board.ts'
import type { HouseRules } from '../board/live-view.ts'
import type { LocationData } from '../board/location-data.ts'
import { offeredRewardsAt } from '../board/store-rewards.ts'
import type { JsonAnswer, Refusal } from '../engine/engine.types.ts'
import { kioskBasketFor, type KioskMenu, kioskSheetOf } from './kiosk-answers.ts'
import { checkKioskRequest, type EngineKioskCall } from './kiosk-request.ts'

type FoundMenu = { readonly ok: true; readonly menu: KioskMenu } | ({ readonly ok: false } & Refusal)

/** What a screen's kiosk is answered from: everybody's prices, in the screen's language. */
export function kioskMenuOf(
  board: LiveBoard,
  data: LocationData,
  settings: ScreenSettings,
  house: HouseRules,
  atMs: number
): KioskMenu {
  const { location } = board
  return {
    data,
    location,
    board,
    audience: board.audience,
    states: promotionStatesAt(data.promotions, location, atMs),
    rules: house.marketRules,
    rewards: mayHavePromotions(house.marketRules) ? offeredRewardsAt(house, location) : [],
    format: locationFormatOf(
      languageOf(location.currency, settings.language ?? house.language),
      location.currency,
      location.timeZone
    ),
    atMs
  }
}

/** Answers a kiosk's page as JSON; a refusal names the field (contract, Kiosk). */
export function kioskJsonOf(call: EngineKioskCall, body: unknown, find: () => FoundMenu): JsonAnswer {
  switch (call) {
    case 'sheet': {
      const checked = checkKioskRequest(call, body)
      if (!checked.ok) return badRequest(checked.message)
      const found = find()
      if (!found.ok) return found
      const sheet = kioskSheetOf(found.menu, checked.request.productId)
      if (sheet === null)
        return { ok: false, status: 404, code: 'unknown-product', message: 'productId: not on the menu of this screen' }
      return { ok: true, json: JSON.stringify(sheet) }
    }
    case 'basket': {
      const checked = checkKioskRequest(call, body)
      if (!checked.ok) return badRequest(checked.message)
      const found = find()
      if (!found.ok) return found
      const { lines, rewardId } = checked.request
      return { ok: true, json: JSON.stringify(kioskBasketFor(found.menu, lines, rewardId)) }
    }
  }
}

function badRequest(message: string): JsonAnswer {
  return { ok: false, status: 400, code: 'bad-request', message }
}
