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
        label: 'Tienda no atendida',
        reason: `${about.store} no está entre las tiendas que atiende este Topshelf.`,
        remedy: `Elija ${about.store}, o su provincia o estado, entre las tiendas atendidas en los ajustes de Topshelf.`
      }
    case 'currency-unknown':
      return {
        label: 'Moneda desconocida',
        reason: `No se conoce el país de ${about.store}, así que allí nada puede llevar precio y no se muestra ningún tablero.`,
        remedy: `Elija la moneda de ${about.store} en los ajustes de Topshelf, o ponga el país en su dirección en el hub de Cova.`
      }
  }
}
