import { compareCodePoints } from '../../domain/order/code-points.ts'
import type { Inquiries } from './inquiries.ts'
import type { InquiryContext } from './inquiry-context.ts'

/** What Cova's data offers a settings page to choose from: all of it, whatever is served now. */
export function settingsInquiries({
  reader,
  overrides
}: Pick<InquiryContext, 'reader' | 'overrides'>): Pick<Inquiries, 'settings:choices'> {
  return {
    'settings:choices': () => {
      const places = reader.places()
      const marketOf = reader.markets()
      const stores = reader.locations(overrides).map(({ locationId, name, timeZone, currency }) => ({
        locationId,
        name,
        place: places.get(locationId) ?? '',
        market: marketOf.get(locationId)?.market ?? null,
        timeZone,
        currency
      }))
      const counts = new Map<string, { readonly name: string; readonly stores: number }>()
      for (const { market, name } of marketOf.values())
        counts.set(market, { name, stores: (counts.get(market)?.stores ?? 0) + 1 })
      const markets = [...counts]
        .map(([market, one]) => ({ market, ...one }))
        .sort((a, b) => compareCodePoints(a.name, b.name))
      return { ok: true, answer: { stores, markets, groups: reader.pricingGroups() } }
    }
  }
}
