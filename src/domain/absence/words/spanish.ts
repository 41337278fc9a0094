import type { BoardSet } from '../../../shared/screen-settings.ts'
import type { AbsenceSubjects, AbsenceText, AbsenceWords } from '../absence-text.ts'
import type { ProductAbsence } from '../product-absence.ts'
import { SPANISH_FAULTS } from './fault-words.ts'
import { placeText } from './spanish-place.ts'
import { promotionText } from './spanish-promotion.ts'

const READ_AGAIN = 'la próxima sincronización la lee de nuevo, y Salud muestra la ficha tal como llegó'

export const SPANISH_ABSENCE: AbsenceWords = {
  defaultScreen: 'Pantalla de fábrica',
  theDefaultScreen: 'la pantalla de fábrica',
  up: 'En pantalla',
  isUp: (name) => `${name} está en pantalla.`,
  upOn: (screens) => `Está en: ${screens}.`,
  notOn: (screens) => `No está en: ${screens}.`,
  becauseOf: (screen, label) => `${screen} (${label})`,
  shownAsLastRead: (why) =>
    `La ficha más reciente de Cova no se pudo leer, así que se muestra la anterior: ${SPANISH_FAULTS.ofRecord(why)}.`,
  priceAsLastRead: (why) =>
    `Un precio más reciente no se pudo leer, así que se muestra el último bueno: ${SPANISH_FAULTS.ofRecord(why)}.`,
  amountsHeld:
    'Su precio se muestra como «Pregunte por el precio de hoy» hasta que se lean de nuevo todos los precios.',
  frozen:
    'La sincronización está congelada: lo que cambie en el hub de Cova llega solo cuando se reanude, en los ajustes de Topshelf.',
  soldOutShown: 'Está marcado como agotado.',
  nothingFound: (text) => ({
    label: 'No se conoce aquí',
    reason: `Topshelf no tiene nada de Cova que se llame «${text}» o que lleve ese número.`,
    remedy:
      'Revise el nombre, el SKU o el código de barras en el hub de Cova; lo que se acaba de crear allí llega con la próxima sincronización.'
  }),
  nothingYet: {
    label: 'Aún sin sincronizar',
    reason: 'La primera sincronización completa con Cova no ha terminado, así que aquí todavía no se conoce todo.',
    remedy: 'Espere a que termine; Salud muestra por dónde va y qué la detiene.'
  },
  product: productText,
  promotion: promotionText,
  set: setText
}

function setText(set: BoardSet, about: AbsenceSubjects): string {
  switch (set.kind) {
    case 'full':
      return 'todo el menú'
    case 'classifications':
      return `solo ${about.list(set.paths.map((path) => path.join(' > ')))}`
    case 'shelf':
      return `solo ${about.shelf(set.shelfId)}`
    case 'on-promotion':
      return 'solo lo que está en promoción o en oferta'
    case 'new-arrivals':
      return 'solo lo que llegó en los últimos siete días'
  }
}

/** Which set brings it, where that is another one than now. */
function newSetText({ set, next }: Extract<ProductAbsence, { kind: 'set' }>, about: AbsenceSubjects): string {
  if (next === null || JSON.stringify(next.set) === JSON.stringify(set)) return ''
  return ` (${setText(next.set, about)})`
}

function productText(absence: ProductAbsence, about: AbsenceSubjects): AbsenceText {
  switch (absence.kind) {
    case 'never-seen':
      return {
        label: 'No se conoce aquí',
        reason: 'Topshelf nunca ha recibido este producto de Cova.',
        remedy:
          'Revise el nombre, el SKU o el código de barras en el hub de Cova; lo que se acaba de crear allí llega con la próxima sincronización.'
      }
    case 'gone':
      return {
        label: 'Ya no está en Cova',
        reason: 'La lista de Cova ya no tiene este producto.',
        remedy: 'Si todavía lo vende, mire en el hub de Cova si se eliminó o se unió a otro producto.'
      }
    case 'not-synced':
      return notSyncedText(absence.because)
    case 'quarantined':
      return {
        label: 'Ficha ilegible',
        reason: absence.olderStored
          ? `La ficha más reciente de Cova no se pudo leer, así que Topshelf sigue con una anterior: ${SPANISH_FAULTS.ofRecord(absence.why)}.`
          : `La ficha de Cova no se pudo leer: ${SPANISH_FAULTS.ofRecord(absence.why)}.`,
        remedy: `Corrija ese campo del producto en el hub de Cova y guarde la ficha; ${READ_AGAIN}.`
      }
    case 'lifecycle':
      return {
        label: `Ciclo de vida ${absence.lifeCycle}`,
        reason: `Su ciclo de vida en Cova es «${absence.lifeCycle}», y los tableros solo muestran productos activos.`,
        remedy: 'Ponga su ciclo de vida en Activo en el hub de Cova; eso llega con la próxima sincronización.'
      }
    case 'archived':
      return {
        label: 'Archivado',
        reason: 'Está archivado en Cova.',
        remedy: 'Sáquelo del archivo en el hub de Cova; eso llega con la próxima sincronización.'
      }
    case 'no-price':
      return noPriceText(absence.because, about)
    case 'not-served':
    case 'currency-unknown':
      return placeText(absence, about)
    case 'set': {
      const shown = setText(absence.set, about)
      return {
        label: `muestra ${shown}`,
        reason: `${about.screenFirst} muestra ${shown}, y este producto no forma parte de eso.`,
        remedy:
          absence.next === null
            ? `Elija otro conjunto para ${about.screen} en los ajustes de Topshelf, en Pantallas.`
            : `Espere: ${about.screen} lo muestra desde ${about.moment(absence.next.atMs)}${newSetText(absence, about)}; para tenerlo ahora, elija otro conjunto en los ajustes de Topshelf, en Pantallas.`
      }
    }
    case 'market-quantities': {
      const allowed = about.list(
        absence.allowed.map((quantity) => `${about.number(quantity)}${absence.unit === 'g' ? '\u00a0g' : ''}`)
      )
      return {
        label: 'Cantidad no permitida',
        reason: `El perfil de mercado solo deja mostrar ${allowed}${absence.unit === 'g' ? '' : ' a la vez'}, y no tiene precio para eso.`,
        remedy:
          'Ponga un precio para una cantidad así en el hub de Cova, o haga revisar el perfil de mercado en los ajustes de Topshelf.'
      }
    }
    case 'sold-out':
      return {
        label: 'Agotado, oculto',
        reason: `Está agotado en ${about.store}, y ${about.screen} oculta lo agotado.`,
        remedy: absence.inBackRoom
          ? 'Pase una parte de la trastienda a la sala de ventas en el hub de Cova: allí hay existencias.'
          : `Reciba existencias en la sala de ventas en el hub de Cova, o deje que ${about.screen} muestre lo agotado en los ajustes de Topshelf, en Pantallas.`
      }
  }
}

function notSyncedText(because: Extract<ProductAbsence, { kind: 'not-synced' }>['because']): AbsenceText {
  const label = 'Aún sin sincronizar'
  switch (because) {
    case 'no-full-sync':
      return {
        label,
        reason: 'La primera sincronización completa con Cova no ha terminado, y antes no se muestra ningún tablero.',
        remedy: 'Espere a que termine; Salud muestra por dónde va y qué la detiene.'
      }
    case 'price-only':
      return {
        label,
        reason: 'Cova ha enviado un precio para este producto, pero todavía no el producto mismo.',
        remedy:
          'Espere la próxima sincronización completa; si entonces sigue faltando, abra el producto en el hub de Cova y guárdelo.'
      }
    case 'promotion-only':
      return {
        label,
        reason: 'Una promoción nombra este producto, pero Cova todavía no ha enviado el producto mismo.',
        remedy:
          'Espere la próxima sincronización completa; si entonces sigue faltando, revise en el hub de Cova que el producto exista.'
      }
  }
}

function noPriceText(
  because: Extract<ProductAbsence, { kind: 'no-price' }>['because'],
  about: AbsenceSubjects
): AbsenceText {
  switch (because.kind) {
    case 'none':
      return {
        label: 'Sin precio aquí',
        reason:
          because.elsewhere.length === 0
            ? `No tiene precio en ${about.store}, ni en ninguna otra tienda.`
            : `No tiene precio en ${about.store}, solo en ${about.list(because.elsewhere)}.`,
        remedy: `Ponga un precio para ${about.store}, o para un grupo de tiendas por encima, en el hub de Cova; los precios cambiados llegan con la próxima sincronización.`
      }
    case 'rejected':
      return {
        label: 'Precio ilegible',
        reason: `Su precio en ${about.store} no se pudo leer: ${SPANISH_FAULTS.ofRecord(because.why)}.`,
        remedy: `Corrija el precio en el hub de Cova y guarde la ficha; ${READ_AGAIN}.`
      }
    case 'groups-only': {
      const { groups, besideGroup } = because
      const only = `En ${about.store} solo tiene precio para ${about.list(groups)}`
      const beside = about.list(besideGroup === null ? [] : [besideGroup])
      return {
        label: 'Precio solo para un grupo',
        ...(besideGroup === null
          ? {
              reason: `${only}, y el tablero es para todos.`,
              remedy:
                'Ponga un precio sin grupo de precios en el hub de Cova; los precios cambiados llegan con la próxima sincronización.'
            }
          : {
              reason: `${only}. ${about.screenFirst} muestra el precio ${beside} junto al precio para todos, y este falta.`,
              remedy: `Ponga un precio sin grupo de precios en el hub de Cova; el precio ${beside} aparece entonces a su lado, si es más bajo. Los precios cambiados llegan con la próxima sincronización.`
            })
      }
    }
  }
}
