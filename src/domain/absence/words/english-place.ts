import type { AbsenceSubjects, AbsenceText } from '../absence-text.ts'
import type { ProductAbsence } from '../product-absence.ts'

/** What keeps a whole store's board away, and with it products and promotions. */
export function placeText(
  absence: Extract<ProductAbsence, { kind: 'not-served' | 'currency-unknown' }>,
  about: AbsenceSubjects
): AbsenceText {
  switch (absence.kind) {
    case 'not-served':
      return {
        label: 'Store not served',
        reason: `${about.store} is not among the stores that this Topshelf serves.`,
        remedy: `Choose ${about.store}, or its province or state, among the stores served in Topshelf’s settings.`
      }
    case 'currency-unknown':
      return {
        label: 'Currency not known',
        reason: `The country of ${about.store} is not known, so nothing can be priced there and no board is shown.`,
        remedy: `Choose the currency of ${about.store} in Topshelf’s settings, or put the country into its address in Cova’s hub.`
      }
  }
}
