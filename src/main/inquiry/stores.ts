import type { Inquiries } from './inquiries.ts'
import type { InquiryContext } from './inquiry-context.ts'

/** Which stores and screens there are to look at. */
export function storesInquiries({
  reader,
  boards,
  settings,
  overrides,
  ownStoreId
}: InquiryContext): Pick<Inquiries, 'stores:list'> {
  return {
    'stores:list': () => {
      const served = new Set(boards.locations().map(({ locationId }) => locationId))
      const places = reader.places()
      const stores = reader
        .locations(overrides)
        .filter(({ locationId }) => served.has(locationId))
        .map(({ locationId, name, timeZone, currency }) => ({
          locationId,
          name,
          place: places.get(locationId) ?? '',
          timeZone,
          problem: currency === null ? 'The country is not known, so prices cannot be shown in its currency' : null
        }))
      const screens = [{ name: null }, ...Object.keys(settings.screens).map((name) => ({ name }))]
      return { ok: true, answer: { stores, screens, locationId: ownStoreId() } }
    }
  }
}
