import { preparePromotion } from '../../domain/promotion/promotion-state.ts'
import type { Problem } from '../../shared/board-snapshot.ts'
import type { FactOverrides, StoreReader } from '../store/store.types.ts'

/** Promotions whose schedule cannot be read: they are never shown, and a manager should know (pricing rules, Promotion schedules). */
export function unreadableSchedulesOf(
  reader: StoreReader,
  overrides: FactOverrides,
  isServed: (locationId: number) => boolean
): readonly Problem[] {
  const problems = new Map<string, Problem>()
  for (const location of reader.locations(overrides).filter(({ locationId }) => isServed(locationId)))
    for (const facts of reader.promotionsAt(location)) {
      const { unreadable } = preparePromotion(facts)
      if (unreadable !== null)
        problems.set(facts.promotionId, {
          code: 'unreadable-schedule',
          message: `The schedule of the promotion "${facts.name}" cannot be read, so it is never shown: ${unreadable}`,
          locationId: null
        })
    }
  return [...problems.values()]
}

/** Themes of the store's own that a screen names and no file has: the dark one is shown. */
export function unknownThemesOf(names: ReadonlySet<string>): readonly Problem[] {
  return [...names].map((name) => ({
    code: 'unknown-theme',
    message: `A screen has the theme "custom:${name}", and there is no file themes/${name}.json: it shows the dark one`,
    locationId: null
  }))
}

/** Screens that a page asked for by a name the settings do not have: they show the defaults. */
export function unknownScreensOf(names: ReadonlySet<string>): readonly Problem[] {
  return [...names].map((name) => ({
    code: 'unknown-screen',
    message: `A page asks for the screen "${name.slice(0, 60)}", which is not in the settings: it shows the defaults`,
    locationId: null
  }))
}
