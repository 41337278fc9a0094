import { Temporal } from 'temporal-polyfill'
import { locationFormatOf } from '../../domain/display/location-format.ts'
import { shelfOf } from '../../domain/pricing/ladder.ts'
import { pairingFaultWords } from '../../domain/screen/pairing-words.ts'
import { screenFactsOf } from '../../domain/screen/screen-facts.ts'
import { managerLanguageOf, managerTagOf } from '../../domain/settings/manager-language.ts'
import { compareCodePoints, sortKeyOf } from '../../domain/order/code-points.ts'
import type { MenuParts, ScreenFacts } from '../../shared/manager/screens.ts'
import type { ScreenOn } from '../board/screen-on.ts'
import type { Inquiries } from './inquiries.ts'
import type { InquiryContext } from './inquiry-context.ts'
import { openingHoursOf } from './store-hours.ts'

/** A Monday, for the names of the days. */
const A_MONDAY = Temporal.PlainDate.from('2026-11-23')

/** What screens show, what a set can be chosen from, and when stores are open. */
export function screensInquiries({
  reader,
  boards,
  nowMs,
  settings
}: InquiryContext): Pick<Inquiries, 'screens:shown' | 'screens:view' | 'screens:menu' | 'screens:hours'> {
  const shelvesOf = shelvesOnceOf(reader)
  return {
    'screens:shown': () => ({
      ok: true,
      answer: boards.screensOn().map((screen) => factsOf(screen, shelvesOf, settings.language, nowMs()))
    }),
    'screens:view': (page) => {
      const shown = boards.viewOfPage(page)
      if (shown !== null) return { ok: true, answer: shown }
      return {
        ok: false,
        code: 'unavailable',
        field: null,
        message: pairingFaultWords({ kind: 'not-on' }, managerLanguageOf(settings.language))
      }
    },
    'screens:menu': (locationId) => ({ ok: true, answer: menuPartsOf(reader, locationId) }),
    'screens:hours': (locationId) => ({
      ok: true,
      answer: {
        locationId,
        hours: openingHoursOf(locationId, settings, reader),
        days: Array.from({ length: 7 }, (_, day) =>
          A_MONDAY.add({ days: day }).toLocaleString(managerTagOf(settings.language), { weekday: 'long' })
        ),
        isOwn: settings.openingHours[locationId] !== undefined
      }
    })
  }
}

function factsOf(
  screen: ScreenOn,
  shelvesOf: (locationId: number) => ReadonlyMap<number, string>,
  language: string | null,
  nowMs: number
): ScreenFacts {
  const { location, report, feeds } = screen
  const format = locationFormatOf(managerTagOf(language), location.currency ?? 'CAD', location.timeZone)
  const words = screenFactsOf(
    {
      ...screen,
      pricesAtMs: feeds.prices === null ? null : Date.parse(feeds.prices),
      unknownName: screen.isUnknown ? screen.screen : null
    },
    (shelfId) => shelvesOf(location.locationId).get(shelfId) ?? null,
    format,
    managerLanguageOf(language),
    nowMs
  )
  return {
    ...words,
    page: screen.page,
    locationId: location.locationId,
    storeName: location.name,
    timeZone: location.timeZone,
    pageAt: report?.page ?? null,
    widthPx: report?.widthPx ?? null,
    heightPx: report?.heightPx ?? null,
    viewKey: screen.viewKey
  }
}

/** Shelves by location; read again for another one only, because names of shelves hardly change. */
function shelvesOnceOf(reader: InquiryContext['reader']): (locationId: number) => ReadonlyMap<number, string> {
  const known = new Map<number, ReadonlyMap<number, string>>()
  return (locationId) => {
    const shelves =
      known.get(locationId) ??
      new Map(menuPartsOf(reader, locationId).shelves.map(({ shelfId, name }) => [shelfId, name] as const))
    known.set(locationId, shelves)
    return shelves
  }
}

/** The classes and shelves that products of a store are in, from the top, each with how many it holds. */
function menuPartsOf(reader: InquiryContext['reader'], locationId: number): MenuParts {
  const classes = new Map<string, { readonly path: readonly string[]; products: number }>()
  const shelves = new Map<number, { readonly name: string; products: number }>()
  for (const { classification, records } of reader.productsAt(locationId)) {
    for (let depth = 1; depth <= classification.length; depth += 1) {
      const path = classification.slice(0, depth)
      const key = path.map(sortKeyOf).join('\n')
      const known = classes.get(key) ?? { path, products: 0 }
      known.products += 1
      classes.set(key, known)
    }
    const shelf = shelfOf(records)
    if (shelf === null) continue
    const known = shelves.get(shelf.shelfId) ?? { name: shelf.name ?? String(shelf.shelfId), products: 0 }
    known.products += 1
    shelves.set(shelf.shelfId, known)
  }
  return {
    classes: [...classes]
      .sort(([a], [b]) => compareCodePoints(a, b))
      .map(([, { path, products }]) => ({ path, name: path.join(', '), products })),
    shelves: [...shelves]
      .map(([shelfId, shelf]) => ({ shelfId, ...shelf }))
      .sort((a, b) => compareCodePoints(sortKeyOf(a.name), sortKeyOf(b.name)))
  }
}
