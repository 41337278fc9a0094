import { foundProblem } from '../../domain/health/found-problem.ts'
import { preparePromotion } from '../../domain/promotion/promotion-state.ts'
import type { FoundProblem } from '../../shared/problem.ts'
import type { FactOverrides, StoreReader } from '../store/store.types.ts'

/**
 * Promotions of the served stores that a manager should know of: those whose schedule cannot be read, which are never shown
 * (pricing rules, Promotion schedules), and those whose type or conditions are not known, which are not evaluated.
 */
export function promotionProblemsOf(
  reader: StoreReader,
  overrides: FactOverrides,
  isServed: (locationId: number) => boolean
): readonly FoundProblem[] {
  const problems = new Map<string, FoundProblem>()
  for (const location of reader.locations(overrides).filter(({ locationId }) => isServed(locationId)))
    for (const facts of reader.promotionsAt(location)) {
      const { unreadable, terms } = preparePromotion(facts)
      const { promotionId, name: promotion } = facts
      if (unreadable !== null)
        problems.set(
          `schedule ${promotionId}`,
          foundProblem({ code: 'unreadable-schedule', promotion, reason: unreadable })
        )
      if (terms !== null && !terms.ok)
        problems.set(
          `terms ${promotionId}`,
          foundProblem({ code: 'promotion-not-evaluated', promotion, fault: terms.fault })
        )
    }
  return [...problems.values()]
}

/** Themes of the store's own that a screen names and no file has: the dark one is shown. */
export function unknownThemesOf(names: ReadonlySet<string>): readonly FoundProblem[] {
  return [...names].map((name) => foundProblem({ code: 'unknown-theme', name }))
}

/** Screens that a page asked for by a name the settings do not have: they show the defaults. */
export function unknownScreensOf(names: ReadonlySet<string>): readonly FoundProblem[] {
  return [...names].map((name) => foundProblem({ code: 'unknown-screen', name }))
}
