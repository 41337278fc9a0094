import type { AbsenceSubjects, AbsenceText } from '../absence-text.ts'
import type { PromotionAbsence } from '../promotion-absence.ts'
import { FRENCH_FAULTS } from './fault-words.ts'
import { placeText } from './french-place.ts'

const NBSP = '\u00a0'
const READ_AGAIN = 'la prochaine synchronisation la relira, et la vue Santé montre la fiche telle qu’elle est arrivée'
const quoted = (text: string): string => `«${NBSP}${text}${NBSP}»`

/** Why a promotion is not up. */
export function promotionText(absence: PromotionAbsence, about: AbsenceSubjects): AbsenceText {
  switch (absence.kind) {
    case 'never-seen':
      return {
        label: 'Inconnue ici',
        reason: 'La liste des promotions de Cova n’a pas celle-ci.',
        remedy:
          'Vérifiez-la dans le hub de Cova; il peut s’écouler une heure avant que Cova ne donne une nouvelle promotion.'
      }
    case 'not-synced':
      return {
        label: 'Pas encore synchronisée',
        reason:
          'La première synchronisation complète avec Cova n’est pas terminée, et aucun tableau ne s’affiche avant cela.',
        remedy: 'Attendez qu’elle se termine; la vue Santé montre où elle en est et ce qui la bloque.'
      }
    case 'quarantined':
      return {
        label: 'Fiche illisible',
        reason: `La fiche de cette promotion est illisible${NBSP}: ${FRENCH_FAULTS.ofRecord(absence.why)}.`,
        remedy: `Corrigez ce champ de la promotion dans le hub de Cova et enregistrez la fiche; ${READ_AGAIN}.`
      }
    case 'inactive':
      return {
        label: `Statut ${absence.status}`,
        reason: `Son statut dans Cova est ${quoted(absence.status)}, et seules les promotions actives ont lieu.`,
        remedy:
          'Activez-la dans le hub de Cova; cela arrive avec la prochaine synchronisation des promotions, d’ici une heure.'
      }
    case 'left':
      return {
        label: 'Disparue de Cova',
        reason: 'La liste des promotions de Cova ne l’a plus.',
        remedy:
          'Si elle doit encore avoir lieu, regardez dans le hub de Cova si elle a été supprimée, et créez-la de nouveau.'
      }
    case 'dropped':
      return {
        label: 'Disparue de Cova',
        reason: 'La liste complète des promotions de Cova ne l’a plus; celle du menu peut avoir une heure de retard.',
        remedy:
          'Si elle doit encore avoir lieu, regardez dans le hub de Cova si elle a été supprimée, et créez-la de nouveau.'
      }
    case 'not-enabled-here':
      return {
        label: 'Non activée ici',
        reason:
          absence.enabledAt.length === 0
            ? 'Elle n’est activée dans aucun magasin.'
            : `Elle est activée pour ${about.list(absence.enabledAt)}, et non pour ${about.store}.`,
        remedy: `Activez-la pour ${about.store}, ou pour un groupe de magasins au-dessus, dans le hub de Cova.`
      }
    case 'not-served':
    case 'currency-unknown':
      return placeText(absence, about)
    case 'unreadable-schedule':
      return {
        label: 'Horaire illisible',
        reason: `Son horaire est illisible, donc elle n’a jamais lieu${NBSP}: ${FRENCH_FAULTS.ofSchedule(absence.why)}.`,
        remedy: 'Fixez de nouveau ses dates et ses heures dans le hub de Cova et enregistrez-la.'
      }
    case 'zone-unknown':
      return {
        label: 'Fuseau horaire inconnu',
        reason: `Le fuseau horaire de ${about.store} est inconnu, donc personne ne peut dire quand cette promotion y a lieu.`,
        remedy: `Choisissez le fuseau horaire de ${about.store} dans les réglages de Topshelf.`
      }
    case 'not-now':
      return notNowText(absence, about)
    case 'audience':
      return {
        label: 'Pour une autre clientèle',
        reason: `Elle est ${about.shoppers(absence.shoppers)}; ${about.screen} est réglé pour la clientèle ${
          absence.customer === 'medical' ? 'médicale' : 'récréative'
        }.`,
        remedy: `Réglez à qui s’adresse ${about.screen} dans les réglages de Topshelf, ou changez à qui s’adresse la promotion dans le hub de Cova.`
      }
    case 'no-products':
      return absence.because === 'none-listed'
        ? {
            label: 'Aucun produit',
            reason: 'Elle ne nomme aucun produit auquel elle pourrait s’appliquer.',
            remedy: 'Vérifiez dans le hub de Cova à quels produits la promotion s’applique.'
          }
        : {
            label: 'Aucun de ses produits n’est affiché',
            reason:
              absence.listed === 1
                ? `Le seul produit qu’elle nomme n’est pas sur ${about.screen}.`
                : `Aucun des ${about.number(String(absence.listed))} produits qu’elle nomme n’est sur ${about.screen}.`,
            remedy: 'Cherchez ici un de ses produits pour lire pourquoi il n’est pas à l’écran.'
          }
    case 'prices-left-out':
      return {
        label: 'Exclut leurs prix',
        reason: `Ses conditions, comme ${quoted('pas avec les prix réduits')}, excluent tous les prix que ses produits ont maintenant sur ${about.screen}.`,
        remedy:
          'Elle revient d’elle-même quand ces prix changent, comme à la fin d’un rabais; ses conditions se trouvent dans le hub de Cova.'
      }
    case 'market-hides':
      return {
        label: 'Le marché masque les promotions',
        reason: 'Le profil de marché en vigueur masque les promotions; leurs produits s’affichent sans elles.',
        remedy:
          'Laissez-le ainsi tant que le marché l’exige; le profil de marché se trouve dans les réglages de Topshelf.'
      }
  }
}

function notNowText(
  { next, endedAtMs, timeZone }: Extract<PromotionAbsence, { kind: 'not-now' }>,
  about: AbsenceSubjects
): AbsenceText {
  if (next !== null) {
    return {
      label: 'Pas maintenant',
      reason: `Elle n’a pas lieu maintenant; la prochaine fois${NBSP}: ${about.window(next.startsAtMs, next.endsAtMs, timeZone)}.`,
      remedy: 'Attendez, elle commencera d’elle-même; pour l’avoir plus tôt, changez son horaire dans le hub de Cova.'
    }
  }
  if (endedAtMs !== null) {
    return {
      label: 'Terminée',
      reason: `Elle est terminée${NBSP}: elle a pris fin ${about.moment(endedAtMs, timeZone)}, et ne revient pas d’ici un an.`,
      remedy: 'Donnez-lui de nouvelles dates dans le hub de Cova si elle doit revenir.'
    }
  }
  return {
    label: 'Pas maintenant',
    reason: 'Elle n’a pas lieu maintenant, et son horaire ne prévoit rien d’ici un an.',
    remedy: 'Vérifiez ses dates et ses heures dans le hub de Cova.'
  }
}
