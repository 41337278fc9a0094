import type { BoardSet } from '../../../shared/screen-settings.ts'
import type { AbsenceSubjects, AbsenceText, AbsenceWords } from '../absence-text.ts'
import type { ProductAbsence } from '../product-absence.ts'
import { FRENCH_FAULTS } from './fault-words.ts'
import { placeText } from './french-place.ts'
import { promotionText } from './french-promotion.ts'

const NBSP = '\u00a0'
const READ_AGAIN = 'la prochaine synchronisation la relira, et la vue Santé montre la fiche telle qu’elle est arrivée'
const quoted = (text: string): string => `«${NBSP}${text}${NBSP}»`

/** Canadian French. */
export const FRENCH_ABSENCE: AbsenceWords = {
  defaultScreen: 'Écran d’origine',
  theDefaultScreen: 'l’écran d’origine',
  up: 'Visible',
  isUp: (name) => `${name} est à l’écran.`,
  upOn: (screens) => `Visible sur${NBSP}: ${screens}.`,
  notOn: (screens) => `Pas sur${NBSP}: ${screens}.`,
  becauseOf: (screen, label) => `${screen} (${label})`,
  shownAsLastRead: (why) =>
    `La dernière fiche de Cova est illisible, donc l’ancienne reste affichée${NBSP}: ${FRENCH_FAULTS.ofRecord(why)}.`,
  priceAsLastRead: (why) =>
    `Un prix plus récent est illisible, donc le dernier bon prix reste affiché${NBSP}: ${FRENCH_FAULTS.ofRecord(why)}.`,
  amountsHeld: `Son prix s’affiche comme ${quoted('Demandez le prix du jour')} jusqu’à ce que tous les prix aient été relus.`,
  frozen:
    'La synchronisation est figée\u00a0: ce qui change dans le hub de Cova n’arrive qu’après sa reprise, dans les réglages de Topshelf.',
  soldOutShown: 'Il est marqué comme épuisé.',
  nothingFound: (text) => ({
    label: 'Inconnu ici',
    reason: `Topshelf n’a rien reçu de Cova qui se nomme ${quoted(text)} ou qui porte ce numéro.`,
    remedy:
      'Vérifiez le nom, le SKU ou le code-barres dans le hub de Cova; ce qui vient d’y être créé arrive avec la prochaine synchronisation.'
  }),
  nothingYet: {
    label: 'Pas encore synchronisé',
    reason: 'La première synchronisation complète avec Cova n’est pas terminée, donc tout n’est pas encore connu ici.',
    remedy: 'Attendez qu’elle se termine; la vue Santé montre où elle en est et ce qui la bloque.'
  },
  product: productText,
  promotion: promotionText,
  set: setText
}

function setText(set: BoardSet, about: AbsenceSubjects): string {
  switch (set.kind) {
    case 'full':
      return 'tout le menu'
    case 'classifications':
      return `seulement ${about.list(set.paths.map((path) => path.join(' > ')))}`
    case 'shelf':
      return `seulement ${about.shelf(set.shelfId)}`
    case 'on-promotion':
      return 'seulement ce qui est en promotion ou en rabais'
    case 'new-arrivals':
      return 'seulement ce qui est arrivé depuis sept jours'
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
        label: 'Inconnu ici',
        reason: 'Topshelf n’a jamais reçu ce produit de Cova.',
        remedy:
          'Vérifiez le nom, le SKU ou le code-barres dans le hub de Cova; ce qui vient d’y être créé arrive avec la prochaine synchronisation.'
      }
    case 'gone':
      return {
        label: 'Disparu de Cova',
        reason: 'La liste de Cova n’a plus ce produit.',
        remedy:
          'Si vous le vendez encore, regardez dans le hub de Cova s’il a été supprimé ou fusionné avec un autre produit.'
      }
    case 'not-synced':
      return notSyncedText(absence.because)
    case 'quarantined':
      return {
        label: 'Fiche illisible',
        reason: absence.olderStored
          ? `La dernière fiche de Cova est illisible, donc Topshelf s’en tient à une plus ancienne${NBSP}: ${FRENCH_FAULTS.ofRecord(absence.why)}.`
          : `La fiche de Cova est illisible${NBSP}: ${FRENCH_FAULTS.ofRecord(absence.why)}.`,
        remedy: `Corrigez ce champ du produit dans le hub de Cova et enregistrez la fiche; ${READ_AGAIN}.`
      }
    case 'lifecycle':
      return {
        label: `Cycle de vie ${absence.lifeCycle}`,
        reason: `Son cycle de vie dans Cova est ${quoted(absence.lifeCycle)}, et les tableaux ne montrent que les produits actifs.`,
        remedy: 'Remettez son cycle de vie à Actif dans le hub de Cova; cela arrive avec la prochaine synchronisation.'
      }
    case 'archived':
      return {
        label: 'Archivé',
        reason: 'Il est archivé dans Cova.',
        remedy: 'Sortez-le des archives dans le hub de Cova; cela arrive avec la prochaine synchronisation.'
      }
    case 'no-price':
      return noPriceText(absence.because, about)
    case 'not-served':
    case 'currency-unknown':
      return placeText(absence, about)
    case 'set': {
      const shown = setText(absence.set, about)
      return {
        label: `montre ${shown}`,
        reason: `${about.screenFirst} montre ${shown}, et ce produit n’en fait pas partie.`,
        remedy:
          absence.next === null
            ? `Choisissez un autre ensemble pour ${about.screen} dans les réglages de Topshelf, sous Écrans.`
            : `Attendez${NBSP}: ${about.screen} le montrera dès ${about.moment(absence.next.atMs)}${newSetText(absence, about)}; pour l’avoir maintenant, choisissez un autre ensemble dans les réglages de Topshelf, sous Écrans.`
      }
    }
    case 'market-quantities': {
      const allowed = about.list(
        absence.allowed.map((quantity) => `${about.number(quantity)}${absence.unit === 'g' ? `${NBSP}g` : ''}`)
      )
      return {
        label: 'Quantité non permise',
        reason: `Le profil de marché ne laisse afficher que ${allowed}${absence.unit === 'g' ? '' : ' à la fois'}, et il n’a pas de prix pour cela.`,
        remedy:
          'Fixez un prix pour une telle quantité dans le hub de Cova, ou faites revoir le profil de marché dans les réglages de Topshelf.'
      }
    }
    case 'sold-out':
      return {
        label: 'Épuisé, masqué',
        reason: `Il est épuisé chez ${about.store}, et ${about.screen} masque ce qui est épuisé.`,
        remedy: absence.inBackRoom
          ? `Déplacez-en de l’arrière-boutique vers la salle de vente dans le hub de Cova${NBSP}: il y en a là en stock.`
          : `Recevez du stock dans la salle de vente dans le hub de Cova, ou laissez ${about.screen} montrer les produits épuisés dans les réglages de Topshelf, sous Écrans.`
      }
  }
}

function notSyncedText(because: Extract<ProductAbsence, { kind: 'not-synced' }>['because']): AbsenceText {
  const label = 'Pas encore synchronisé'
  switch (because) {
    case 'no-full-sync':
      return {
        label,
        reason:
          'La première synchronisation complète avec Cova n’est pas terminée, et aucun tableau ne s’affiche avant cela.',
        remedy: 'Attendez qu’elle se termine; la vue Santé montre où elle en est et ce qui la bloque.'
      }
    case 'price-only':
      return {
        label,
        reason: 'Cova a envoyé un prix pour ce produit, mais pas encore le produit lui-même.',
        remedy:
          'Attendez la prochaine synchronisation complète; s’il manque encore, ouvrez le produit dans le hub de Cova et enregistrez-le.'
      }
    case 'promotion-only':
      return {
        label,
        reason: 'Une promotion nomme ce produit, mais Cova n’a pas encore envoyé le produit lui-même.',
        remedy:
          'Attendez la prochaine synchronisation complète; s’il manque encore, vérifiez dans le hub de Cova que le produit existe.'
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
        label: 'Aucun prix ici',
        reason:
          because.elsewhere.length === 0
            ? `Il n’a aucun prix chez ${about.store}, ni dans un autre magasin.`
            : `Il n’a aucun prix chez ${about.store}, seulement chez ${about.list(because.elsewhere)}.`,
        remedy: `Fixez un prix pour ${about.store}, ou pour un groupe de magasins au-dessus, dans le hub de Cova; les prix changés arrivent avec la prochaine synchronisation.`
      }
    case 'rejected':
      return {
        label: 'Prix illisible',
        reason: `Son prix chez ${about.store} est illisible${NBSP}: ${FRENCH_FAULTS.ofRecord(because.why)}.`,
        remedy: `Corrigez le prix dans le hub de Cova et enregistrez la fiche; ${READ_AGAIN}.`
      }
    case 'groups-only': {
      const { groups, besideGroup } = because
      const only = `Chez ${about.store}, il n’a de prix que pour ${about.list(groups)}`
      const beside = about.list(besideGroup === null ? [] : [besideGroup])
      return {
        label: 'Prix pour un groupe seulement',
        ...(besideGroup === null
          ? {
              reason: `${only}, et le tableau est pour tout le monde.`,
              remedy:
                'Fixez un prix sans groupe de prix dans le hub de Cova; les prix changés arrivent avec la prochaine synchronisation.'
            }
          : {
              reason: `${only}. ${about.screenFirst} montre le prix ${beside} à côté du prix pour tout le monde, et celui-ci manque.`,
              remedy: `Fixez un prix sans groupe de prix dans le hub de Cova; le prix ${beside} s’affiche alors à côté, s’il est plus bas. Les prix changés arrivent avec la prochaine synchronisation.`
            })
      }
    }
  }
}
