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
        label: 'Magasin non servi',
        reason: `${about.store} n’est pas parmi les magasins que ce Topshelf sert.`,
        remedy: `Choisissez ${about.store}, ou sa province ou son État, parmi les magasins servis dans les réglages de Topshelf.`
      }
    case 'currency-unknown':
      return {
        label: 'Devise inconnue',
        reason: `Le pays de ${about.store} est inconnu, donc rien ne peut y être chiffré et aucun tableau ne s’affiche.`,
        remedy: `Choisissez la devise de ${about.store} dans les réglages de Topshelf, ou indiquez le pays dans son adresse dans le hub de Cova.`
      }
  }
}
