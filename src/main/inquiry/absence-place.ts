import type { AbsenceSubjects, AbsenceWords } from '../../domain/absence/absence-text.ts'
import { absenceWordsOf } from '../../domain/absence/absence-words.ts'
import {
  absencesOfProduct,
  type AskedPlace,
  type ProductAbsence,
  type StatesAt
} from '../../domain/absence/product-absence.ts'
import type { ProductStanding } from '../../domain/absence/product-absence.ts'
import { absencesOfPromotion, type PromotionAbsence } from '../../domain/absence/promotion-absence.ts'
import type { PromotionStanding } from '../../domain/absence/promotion-absence.ts'
import { momentTextOf, windowTextOf } from '../../domain/absence/window-words.ts'
import type { ProductFacts } from '../../domain/board/board-facts.ts'
import { builtItemAt } from '../../domain/board/board-item.ts'
import { isolatedName } from '../../domain/display/isolated-name.ts'
import { languageOf, locationFormatOf } from '../../domain/display/location-format.ts'
import { shopperWordsOf } from '../../domain/promotion/offer/limit-words.ts'
import {
  preparePromotion,
  type PreparedPromotion,
  type PromotionState,
  promotionStatesAt,
  statesByProductOf
} from '../../domain/promotion/promotion-state.ts'
import { DEFAULT_SCREEN } from '../../domain/screen/default-screen.ts'
import type { ScreenSettings } from '../../shared/screen-settings.ts'
import type { UnreadRecord } from '../store/unread-record.ts'
import type { InquiryContext } from './inquiry-context.ts'

/** Settings of a page that names no screen (`settings.screens`). */
const DEFAULT_SCREEN_NAME = 'default'

/** One way screens are set, with its name in words. */
export interface NamedScreen {
  readonly name: string | null
  readonly label: string
  readonly settings: ScreenSettings
}

/** A location as it is known at one instant, for one question; what is read of it is kept until that is answered. */
export interface PlaceLook {
  readonly words: AbsenceWords
  readonly language: string
  readonly timeZone: string | null
  readonly nowMs: number
  readonly amountsHeld: boolean
  readonly screens: readonly NamedScreen[]
  /** Null where the settings have no such screen. */
  readonly screenOf: (name: string | null) => NamedScreen | null
  readonly subjectsFor: (screen: NamedScreen) => AbsenceSubjects
  readonly product: (productId: string) => ProductStanding
  readonly promotion: (promotionId: string) => PromotionStanding
  readonly unread: (id: string) => UnreadRecord | null
  readonly productAbsences: (
    productId: string,
    product: ProductStanding,
    screen: NamedScreen,
    looksAhead: boolean
  ) => readonly ProductAbsence[]
  readonly promotionAbsences: (
    promotion: PromotionStanding,
    screen: NamedScreen,
    looksAhead: boolean
  ) => readonly PromotionAbsence[]
}

/** Null where the store knows no such location. */
export function lookAtPlace(context: InquiryContext, locationId: number): PlaceLook | null {
  const { reader, settings, overrides, marketRules } = context
  const location = reader.location(locationId, overrides)
  if (location === null) return null
  const nowMs = context.nowMs()
  const language = languageOf(location.currency ?? 'CAD', settings.language)
  const words = absenceWordsOf(language)
  const format = locationFormatOf(language, location.currency ?? 'CAD', location.timeZone)
  const place: AskedPlace = {
    location,
    isServed: context.boards.locations().some((served) => served.locationId === locationId),
    firstSyncDone: reader.lastFullPassStartedAtMs() !== null,
    marketRules,
    nowMs,
    looksAhead: false
  }
  const screens: readonly NamedScreen[] = [
    {
      name: null,
      label: words.defaultScreen,
      settings: { ...DEFAULT_SCREEN, ...settings.screens[DEFAULT_SCREEN_NAME] }
    },
    ...Object.entries(settings.screens)
      .filter(([name]) => name !== DEFAULT_SCREEN_NAME)
      .map(([name, screen]) => ({ name, label: isolatedName(name), settings: screen }))
  ]

  const installedAtMs = reader.installedAtMs()
  let standing: readonly PreparedPromotion[] | null = null
  const states = new Map<number, ReadonlyMap<string, readonly PromotionState[]>>()
  /** States of the promotions that stand here, by the products they list; each instant is worked out once. */
  const statesOn =
    (productId: string): StatesAt =>
    (atMs) => {
      standing ??= reader.promotionsAt(location).map(preparePromotion)
      let byProduct = states.get(atMs)
      if (byProduct === undefined) {
        byProduct = statesByProductOf(promotionStatesAt(standing, location, atMs))
        states.set(atMs, byProduct)
      }
      return byProduct.get(productId) ?? []
    }

  let shown: ReadonlyMap<string, ProductFacts> | null = null
  /** Products that may be shown here at all, read once. */
  const showable = (): ReadonlyMap<string, ProductFacts> => {
    shown ??= new Map(reader.productsAt(locationId).map((facts) => [facts.productId, facts]))
    return shown
  }
  let seen: ReadonlyMap<string, number> | null = null
  const upOn = new Map<string, boolean>()
  const isUp = (productId: string, screen: NamedScreen): boolean => {
    const key = JSON.stringify([screen.name, productId])
    const known = upOn.get(key)
    if (known !== undefined) return known
    const facts = showable().get(productId)
    seen ??= reader.firstSeenAtMs([...showable().keys()])
    const up =
      facts !== undefined &&
      absencesOfProduct(
        {
          stored: { facts, lifeCycle: 'Active', isArchived: false, inBackRoom: false },
          firstSeenAtMs: seen.get(productId) ?? null,
          installedAtMs,
          namedBy: null,
          unreadRecord: null,
          unreadPrice: null,
          pricedElsewhere: []
        },
        place,
        statesOn(productId),
        screen.settings
      ).length === 0
    upOn.set(key, up)
    return up
  }

  /** Promotions whose badges a product has on a screen. */
  const badgesOn = (productId: string, { settings: { customer } }: NamedScreen): readonly string[] => {
    const facts = showable().get(productId)
    const { currency } = location
    if (facts === undefined || currency === null) return []
    const audience = { groupId: null, customer }
    const built = builtItemAt(facts, { ...location, currency }, audience, statesOn(productId)(nowMs), nowMs)
    return built?.item.badges.map(({ promotionId }) => promotionId) ?? []
  }
  let groupNames: ReadonlyMap<number, string> | null = null
  const groupName = (groupId: number): string | null => {
    groupNames ??= new Map(reader.pricingGroups().map((group) => [group.groupId, group.name]))
    return groupNames.get(groupId) ?? null
  }

  return {
    words,
    language,
    timeZone: location.timeZone,
    nowMs,
    amountsHeld: location.amountsHeld,
    screens,
    screenOf: (name) => {
      const asked = name === DEFAULT_SCREEN_NAME ? null : name
      return screens.find((screen) => screen.name === asked) ?? null
    },
    subjectsFor: (screen) => ({
      store: isolatedName(location.name),
      screen: screen.name === null ? words.theDefaultScreen : screen.label,
      screenFirst: screen.name === null ? sentenceStart(words.theDefaultScreen) : screen.label,
      list: (parts) => format.list(parts.map(isolatedName)),
      number: format.number,
      shelf: (shelfId) => isolatedName(reader.shelfName(shelfId) ?? String(shelfId)),
      shoppers: (shoppers) => shopperWordsOf(shoppers, format, groupName).join(', '),
      moment: (atMs, clock = location.timeZone ?? 'UTC') =>
        momentTextOf(atMs, nowMs, language, { clock, store: location.timeZone }),
      window: (startsAtMs, endsAtMs, clock) =>
        windowTextOf({ startsAtMs, endsAtMs }, nowMs, language, { clock, store: location.timeZone })
    }),
    product: (productId) => reader.productStanding(productId, locationId),
    promotion: (promotionId) => {
      const { stored, unreadRecord } = reader.promotionStanding(promotionId, locationId)
      return {
        stored: stored === null ? null : { ...stored, prepared: preparePromotion(stored.facts) },
        unreadRecord
      }
    },
    unread: (id) => reader.unreadRecords().find((record) => record.id === id) ?? null,
    productAbsences: (productId, product, screen, looksAhead) =>
      absencesOfProduct(product, { ...place, looksAhead }, statesOn(productId), screen.settings),
    promotionAbsences: (promotion, screen, looksAhead) =>
      absencesOfPromotion(promotion, { ...place, looksAhead }, screen.settings, {
        isSomeProductUp: () => listedBy(promotion).some((productId) => isUp(productId, screen)),
        isSomeBadgeUp: () => {
          const { promotionId } = promotion.stored?.prepared.facts ?? {}
          return listedBy(promotion).some(
            (productId) => isUp(productId, screen) && badgesOn(productId, screen).includes(promotionId ?? '')
          )
        }
      })
  }
}

function listedBy({ stored }: PromotionStanding): readonly string[] {
  return stored?.prepared.facts.productIds ?? []
}

function sentenceStart(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
