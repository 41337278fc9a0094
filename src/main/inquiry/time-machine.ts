import type { ProductFacts } from '../../domain/board/board-facts.ts'
import { isolatedName } from '../../domain/display/isolated-name.ts'
import { differencesBetween } from '../../domain/forecast/differences.ts'
import { instantOfChoice } from '../../domain/forecast/days.ts'
import { forecastDaysOf, forecastOf } from '../../domain/forecast/forecast.ts'
import { forecastWordsOf } from '../../domain/forecast/forecast-words.ts'
import { instantWordsOf } from '../../domain/forecast/instant-words.ts'
import { eventOf, type ForecastWording } from '../../domain/forecast/lane-words.ts'
import { edgesOf, lanesOf } from '../../domain/forecast/lanes.ts'
import { openingAfter } from '../../domain/forecast/opening.ts'
import type { PricedLocation } from '../../domain/board/board-item.ts'
import { instantTextOf } from '../../domain/instant/instant-text.ts'
import { rungsOf } from '../../domain/pricing/ladder.ts'
import { mayBeOnScreen } from '../../domain/screen/screen-products.ts'
import { setInForceAt } from '../../domain/screen/set-in-force.ts'
import type { ManagerRefusal } from '../../shared/manager/manager-channels.ts'
import type { BoardDifferences, ChosenInstant, Forecast } from '../../shared/manager/time-machine.ts'
import type { ScreenSettings } from '../../shared/screen-settings.ts'
import type { LocationData } from '../board/location-data.ts'
import type { Inquiries } from './inquiries.ts'
import type { InquiryContext } from './inquiry-context.ts'
import { knownScreen, managerFormatOf, managerRefusalOf } from './manager-words.ts'
import { openingHoursOf } from './store-hours.ts'

type Subject = 'time-machine:forecast' | 'time-machine:board' | 'time-machine:differences'

/** A store whose own time can be told, and in whose words. */
export interface FoundStore {
  readonly location: PricedLocation & { readonly timeZone: string }
  readonly data: LocationData
  readonly wording: ForecastWording
  readonly nowMs: number
}

/** The board as it will be, and what begins and ends until then. */
export function timeMachineInquiries(context: InquiryContext): Pick<Inquiries, Subject> {
  const { boards } = context
  return {
    'time-machine:forecast': ({ locationId, screen: asked, at }) => {
      const screen = knownScreen(context, asked)
      const store = storeOf(context, locationId)
      if (!store.ok) return store
      const instant = instantWithin(at, store.found)
      if (!instant.ok) return instant
      return { ok: true, answer: forecastAt(context, store.found, boards.screenNamed(screen), instant.atMs) }
    },
    'time-machine:board': ({ locationId, screen: asked, at }) => {
      const screen = knownScreen(context, asked)
      const store = storeOf(context, locationId)
      if (!store.ok) return store
      const { found } = store
      const instant = instantWithin(at, found)
      if (!instant.ok) return instant
      const { atMs } = instant
      const previewed = boards.viewAt({ locationId, screen, atMs, isNow: at.kind === 'now' })
      if (!previewed.ok) return managerRefusalOf(previewed, context.settings.language)
      const { words, calendar } = found.wording
      const chosen = instantWordsOf(atMs, found.nowMs, found.location.timeZone, calendar, words)
      return { ok: true, answer: { chosen, view: previewed.view } }
    },
    'time-machine:differences': ({ locationId, screen }) => {
      const store = storeOf(context, locationId)
      return store.ok ? differencesUntilOpening(context, store.found, knownScreen(context, screen)) : store
    }
  }
}

function storeOf(
  { boards, nowMs, settings }: InquiryContext,
  locationId: number
): { readonly ok: true; readonly found: FoundStore } | ManagerRefusal {
  const found = boards.find(locationId)
  if (!found.ok) return managerRefusalOf(found, settings.language)
  const { location, data } = found
  const atMs = nowMs()
  const { format, calendar } = managerFormatOf(location, settings.language, atMs)
  const wording = { format, calendar, words: forecastWordsOf(format.language) }
  const { timeZone } = location
  if (timeZone === null)
    return {
      ok: false,
      code: 'unavailable',
      field: null,
      message: wording.words.zoneUnknown(isolatedName(location.name))
    }
  return { ok: true, found: { location: { ...location, timeZone }, data, wording, nowMs: atMs } }
}

/** The chosen instant, which is on one of the days that the time machine looks at. */
function instantWithin(
  at: ChosenInstant,
  { location, nowMs, wording }: FoundStore
): { readonly ok: true; readonly atMs: number } | ManagerRefusal {
  const atMs = instantOfChoice(at, location.timeZone, nowMs)
  const days = forecastDaysOf(location.timeZone, nowMs)
  const [first] = days
  const last = days.at(-1)
  if (atMs !== null && first !== undefined && last !== undefined && atMs >= first.startsAtMs && atMs < last.endsAtMs)
    return { ok: true, atMs }
  const span = first === undefined || last === undefined ? '' : wording.calendar.span(first.startsAtMs, last.endsAtMs)
  return { ok: false, code: 'refused', field: 'at', message: wording.words.outside(span ?? '') }
}

function forecastAt(
  { settings, reader }: InquiryContext,
  { location, data, wording, nowMs }: FoundStore,
  screen: ScreenSettings,
  atMs: number
): Forecast {
  return forecastOf(
    {
      location,
      products: productsOn(screen, data),
      promotions: data.promotions,
      hours: openingHoursOf(location.locationId, settings, reader),
      nowMs,
      atMs
    },
    wording
  )
}

/** Products with a price for everybody that the screen shows at some time. */
function productsOn(screen: ScreenSettings, data: LocationData): readonly ProductFacts[] {
  return [...data.products.values()].filter(
    (product) => rungsOf(product.records, null).length > 0 && mayBeOnScreen(product, screen)
  )
}

function differencesUntilOpening(
  { boards, settings, reader }: InquiryContext,
  { location, data, wording, nowMs }: FoundStore,
  screenName: string | null
): { readonly ok: true; readonly answer: BoardDifferences } | ManagerRefusal {
  const { locationId, timeZone } = location
  const { words, calendar } = wording
  const hours = openingHoursOf(locationId, settings, reader)
  const opening = openingAfter(hours, timeZone, nowMs, calendar)
  const screen = boards.screenNamed(screenName)
  // A screen that shows other classes in the morning than in the evening: what differs is looked for in the morning's.
  const changes = { set: setInForceAt(screen, timeZone, opening.atMs).set, timedSets: [] }
  const now = boards.viewAt({ locationId, screen: screenName, atMs: nowMs, isNow: true, changes })
  if (!now.ok) return managerRefusalOf(now, settings.language)
  const then = boards.viewAt({ locationId, screen: screenName, atMs: opening.atMs, isNow: false, changes })
  if (!then.ok) return managerRefusalOf(then, settings.language)
  const names = new Map(data.promotions.map(({ facts }) => [facts.promotionId, facts.name]))
  const lanes = lanesOf(location, productsOn(screen, data), data.promotions, nowMs, opening.atMs + 1)
  const events = edgesOf(lanes).filter(({ atMs }) => atMs > nowMs && atMs <= opening.atMs)
  const differences = differencesBetween(now.view, then.view, names, words)
  return {
    ok: true,
    answer: {
      title: words.whatChanges(opening.day),
      text: words.between(calendar.moment(opening.atMs)),
      at: instantTextOf(opening.atMs),
      jumpLabel: words.showBoardAt(calendar.moment(opening.atMs)),
      events: events.map((edge) => eventOf(edge, wording)),
      changes: differences,
      nothing: differences.length === 0 ? words.nothing : null
    }
  }
}
