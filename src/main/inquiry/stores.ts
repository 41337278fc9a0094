import { boardRefusalWords } from '../../domain/health/board-refusal-words.ts'
import { managerLanguageOf } from '../../domain/settings/manager-language.ts'
import { storeColourOf } from '../../domain/display/store-colour.ts'
import { locationProblemOf } from '../store/location-choices.ts'
import { openingHoursOf } from './store-hours.ts'
import type { Inquiries } from './inquiries.ts'
import type { InquiryContext } from './inquiry-context.ts'

/** Which stores and screens there are to look at. */
export function storesInquiries({
  reader,
  boards,
  settings,
  overrides,
  ownStoreId,
  nowMs
}: InquiryContext): Pick<Inquiries, 'stores:list' | 'stores:hours'> {
  return {
    'stores:hours': () => {
      const shown = new Set([ownStoreId(), ...settings.displays.known.map(({ locationId }) => locationId)])
      const stores = reader
        .locations(overrides)
        .filter(({ locationId }) => shown.has(locationId))
        .flatMap(({ locationId, timeZone }) =>
          timeZone === null ? [] : [{ timeZone, hours: openingHoursOf(locationId, settings, reader) }]
        )
      return { ok: true, answer: { nowMs: nowMs(), stores } }
    },
    'stores:list': () => {
      const served = new Set(boards.locations().map(({ locationId }) => locationId))
      const places = reader.places()
      const locations = reader.locations(overrides)
      const names = reader.treeNames()
      const stores = locations
        .filter(({ locationId }) => served.has(locationId))
        .map(({ locationId, name, timeZone, currency }) => ({
          locationId,
          name,
          place: places.get(locationId) ?? '',
          timeZone,
          problem:
            locationProblemOf(currency) === null
              ? null
              : boardRefusalWords('unknown-currency', managerLanguageOf(settings.language))
        }))
      const screens = [{ name: null }, ...Object.keys(settings.screens).map((name) => ({ name }))]
      return {
        ok: true,
        answer: {
          stores,
          screens,
          // The tree's root is above every store.
          companyName: names.get(locations[0]?.ancestry.at(-1) ?? 0) ?? null,
          storeColour: settings.storeColour === null ? null : storeColourOf(settings.storeColour),
          locationId: ownStoreId()
        }
      }
    }
  }
}
