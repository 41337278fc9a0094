import { ended } from '../../display/sentence.ts'
import type { AbsenceSubjects, AbsenceText } from '../absence-text.ts'
import type { PromotionAbsence } from '../promotion-absence.ts'
import { SPANISH_FAULTS } from './fault-words.ts'
import { placeText } from './spanish-place.ts'

const READ_AGAIN = 'la próxima sincronización la lee de nuevo, y Salud muestra la ficha tal como llegó'

/** Why a promotion is not up. */
export function promotionText(absence: PromotionAbsence, about: AbsenceSubjects): AbsenceText {
  switch (absence.kind) {
    case 'never-seen':
      return {
        label: 'No se conoce aquí',
        reason: 'La lista de promociones de Cova no tiene esta.',
        remedy: 'Revísela en el hub de Cova; una promoción nueva puede tardar una hora hasta que Cova la dé.'
      }
    case 'not-synced':
      return {
        label: 'Aún sin sincronizar',
        reason: 'La primera sincronización completa con Cova no ha terminado, y antes no se muestra ningún tablero.',
        remedy: 'Espere a que termine; Salud muestra por dónde va y qué la detiene.'
      }
    case 'quarantined':
      return {
        label: 'Ficha ilegible',
        reason: `La ficha de esta promoción no se pudo leer: ${SPANISH_FAULTS.ofRecord(absence.why)}.`,
        remedy: `Corrija ese campo de la promoción en el hub de Cova y guarde la ficha; ${READ_AGAIN}.`
      }
    case 'inactive':
      return {
        label: `Estado ${absence.status}`,
        reason: `Su estado en Cova es «${absence.status}», y solo corren las promociones activas.`,
        remedy:
          'Actívela en el hub de Cova; eso llega con la próxima sincronización de promociones, en menos de una hora.'
      }
    case 'left':
      return {
        label: 'Ya no está en Cova',
        reason: 'La lista de promociones de Cova ya no la tiene.',
        remedy: 'Si todavía debe correr, mire en el hub de Cova si se eliminó, y créela de nuevo.'
      }
    case 'dropped':
      return {
        label: 'Ya no está en Cova',
        reason:
          'La lista completa de promociones de Cova ya no la tiene; la del menú puede llevar una hora de retraso.',
        remedy: 'Si todavía debe correr, mire en el hub de Cova si se eliminó, y créela de nuevo.'
      }
    case 'not-enabled-here':
      return {
        label: 'No habilitada aquí',
        reason:
          absence.enabledAt.length === 0
            ? 'No está habilitada en ninguna tienda.'
            : `Está habilitada en ${about.list(absence.enabledAt)}, y no en ${about.store}.`,
        remedy: `Habilítela para ${about.store}, o para un grupo de tiendas por encima, en el hub de Cova.`
      }
    case 'not-served':
    case 'currency-unknown':
      return placeText(absence, about)
    case 'unreadable-schedule':
      return {
        label: 'Horario ilegible',
        reason: `Su horario no se puede leer, así que nunca corre: ${SPANISH_FAULTS.ofSchedule(absence.why)}.`,
        remedy: 'Ponga de nuevo sus fechas y horas en el hub de Cova y guárdela.'
      }
    case 'zone-unknown':
      return {
        label: 'Zona horaria desconocida',
        reason: `No se conoce la zona horaria de ${about.store}, así que nadie puede decir cuándo corre allí esta promoción.`,
        remedy: `Elija la zona horaria de ${about.store} en los ajustes de Topshelf.`
      }
    case 'not-now':
      return notNowText(absence, about)
    case 'audience':
      return {
        label: 'Para otros clientes',
        reason: `Es ${about.shoppers(absence.shoppers)}; ${about.screen} está puesta para clientes ${
          absence.customer === 'medical' ? 'médicos' : 'recreativos'
        }.`,
        remedy: `Ponga para quién es ${about.screen} en los ajustes de Topshelf, o cambie para quién es la promoción en el hub de Cova.`
      }
    case 'no-products':
      return absence.because === 'none-listed'
        ? {
            label: 'Sin productos',
            reason: 'No nombra ningún producto al que pueda aplicarse.',
            remedy: 'Revise en el hub de Cova para qué productos es la promoción.'
          }
        : {
            label: 'Ninguno de sus productos está en pantalla',
            reason:
              absence.listed === 1
                ? `El único producto que nombra no está en ${about.screen}.`
                : `Ninguno de los ${about.number(String(absence.listed))} productos que nombra está en ${about.screen}.`,
            remedy: 'Busque aquí uno de sus productos, para leer por qué no está en pantalla.'
          }
    case 'prices-left-out':
      return {
        label: 'Excluye sus precios',
        reason: `Sus condiciones, como «no con precios de oferta», excluyen todos los precios que sus productos tienen ahora en ${about.screen}.`,
        remedy:
          'Vuelve por sí sola cuando esos precios cambian, como al terminar una oferta; sus condiciones están en el hub de Cova.'
      }
    case 'market-hides':
      return {
        label: 'El mercado oculta promociones',
        reason: 'El perfil de mercado en vigor oculta las promociones; sus productos se muestran sin ellas.',
        remedy: 'Déjelo así mientras el mercado lo pida; el perfil de mercado está en los ajustes de Topshelf.'
      }
  }
}

function notNowText(
  { next, endedAtMs, timeZone }: Extract<PromotionAbsence, { kind: 'not-now' }>,
  about: AbsenceSubjects
): AbsenceText {
  if (next !== null) {
    return {
      label: 'Ahora no',
      reason: ended(`Ahora no corre; la próxima vez: ${about.window(next.startsAtMs, next.endsAtMs, timeZone)}`),
      remedy: 'Espere, empieza por sí sola; para tenerla antes, cambie su horario en el hub de Cova.'
    }
  }
  if (endedAtMs !== null) {
    return {
      label: 'Terminada',
      reason: `Terminó ${about.moment(endedAtMs, timeZone)}, y no vuelve a correr dentro de un año.`,
      remedy: 'Dele fechas nuevas en el hub de Cova si debe volver.'
    }
  }
  return {
    label: 'Ahora no',
    reason: 'Ahora no corre, y su horario no prevé nada dentro de un año.',
    remedy: 'Revise sus fechas y horas en el hub de Cova.'
  }
}
