import type { PricedLocation } from '../../domain/board/board-item.ts'
import { type CalendarFormat, calendarFormatOf } from '../../domain/display/calendar-format.ts'
import { languageOf, type LocationFormat, locationFormatOf } from '../../domain/display/location-format.ts'
import { boardRefusalWords } from '../../domain/health/board-refusal-words.ts'
import { managerLanguageOf } from '../../domain/settings/manager-language.ts'
import type { ManagerRefusal } from '../../shared/manager/manager-channels.ts'
import type { BoardRefusal } from '../engine/engine.types.ts'
import type { InquiryContext } from './inquiry-context.ts'

/** How a manager is spoken to about a location: in the settings' language, else its country's. */
export function managerFormatOf(
  location: PricedLocation,
  language: string | null,
  nowMs: number
): { readonly format: LocationFormat; readonly calendar: CalendarFormat } {
  const { currency, timeZone } = location
  const format = locationFormatOf(languageOf(currency, language), currency, timeZone)
  return { format, calendar: calendarFormatOf(format, timeZone, nowMs) }
}

/** A board's refusal as one of the manager's window, in that language. */
export function managerRefusalOf({ status, code }: BoardRefusal, language: string | null): ManagerRefusal {
  const message = boardRefusalWords(code, managerLanguageOf(language))
  return status === 503
    ? { ok: false, code: 'unavailable', field: null, message }
    : { ok: false, code: 'refused', field: 'locationId', message }
}

/** A screen of the settings; null for one that they do not have any more, which is shown as delivered. */
export function knownScreen({ settings }: Pick<InquiryContext, 'settings'>, screen: string | null): string | null {
  return screen !== null && Object.hasOwn(settings.screens, screen) ? screen : null
}
