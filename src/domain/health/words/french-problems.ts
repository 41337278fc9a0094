import type {
  ColourFault,
  FileFault,
  LogoFault,
  NoBoardFault,
  PromotionFault,
  PictureRefusal,
  StorageFault,
  ThemeFault,
  TimeZoneFault
} from '../../../shared/problem.ts'
import { FRENCH_FAULTS } from '../../absence/words/fault-words.ts'
import { profileTextWords } from '../../market/market-rule-words.ts'
import { rewardFaultWords } from '../../reward/reward-fault-words.ts'
import type { ProblemDetails } from '../problem-details.ts'

const NBSP = '\u00a0'
const LONGEST_NAME = 60

const quoted = (text: string): string => `«${NBSP}${text}${NBSP}»`
/** What nobody can translate: a program's own line. */
const said = (line: string): string => `ce que dit le système${NBSP}: ${quoted(line)}`

const LOGO: Readonly<Record<LogoFault, (mostMegabytes: string) => string>> = {
  'too-large': (mostMegabytes) => `dépasse ${mostMegabytes}${NBSP}Mo`,
  missing: () => 'est introuvable',
  unreadable: () => 'ne peut pas être lu',
  letters: () => 'contient des lettres qui ne sont pas des tracés',
  'no-picture': () => `ne peut pas être dessiné${NBSP}: il faut une image PNG, JPEG, WebP ou SVG`
}

const PICTURES: Readonly<Record<PictureRefusal, string>> = {
  'bad-address': 'adresse qui n’en est pas une',
  'not-https': 'adresse sans connexion sûre',
  'private-address': 'adresse de ce réseau privé',
  'too-many-redirects': 'trop de renvois d’une adresse à l’autre',
  'bad-status': 'refusée par le serveur',
  'busy-status': 'serveur débordé',
  'wrong-type': 'ce n’est pas une image',
  'too-large': 'fichier trop lourd',
  'too-many-pixels': 'trop de pixels',
  'too-slow': 'trop lente à venir',
  unreachable: 'serveur injoignable',
  broken: 'image abîmée',
  'no-room': 'plus de place pour les garder'
}

const STORAGE: Readonly<Record<StorageFault, (says: string) => string>> = {
  'disk-full': () => 'le disque est plein',
  'data-dir-unwritable': () => 'il n’est pas permis d’écrire dans le dossier de données',
  'database-corrupt': () => 'la base de données est endommagée',
  'database-busy': () => 'un autre programme retient la base de données',
  'internal-error': said
}

const THEMES = { dark: 'sombre', light: 'clair', contrast: 'à contraste élevé' } as const

/** Canadian French. */
export const FRENCH_DETAILS: ProblemDetails = {
  'time-zone-unknown': ({ store, fault }) => `${store}${NBSP}: ${zoneFault(fault)}`,
  'daylight-saving-contradiction': ({ store, saysOn, timeZone }) =>
    `${store}${NBSP}: Cova dit que l’heure d’été ${saysOn ? 'y est en usage' : 'n’y est pas en usage'}, mais son fuseau ${timeZone} ${saysOn ? 'ne la connaît pas' : 'la connaît'}. ${timeZone} est suivi; réglez le fuseau du magasin si c’est faux.`,
  'currency-unknown': ({ store, country }) =>
    `${store} ${country === null ? 'n’a pas de pays' : `est dans le pays ${quoted(country)}`}${country === null ? `${NBSP}: sa devise est inconnue` : ', dont la devise est inconnue'}. Choisissez sa devise dans les réglages.`,
  'amounts-held': ({ store }) =>
    `${store}${NBSP}: ses prix comprennent-ils les taxes? La réponse a changé. Jusqu’à ce que tous les prix aient été relus, le tableau dit ${quoted('Demandez le prix du jour')}.`,
  'prices-too-old': ({ agedSeconds, limitSeconds }, { duration }) =>
    `Cova ${agedSeconds === null ? 'n’a jamais confirmé les prix' : `n’a pas confirmé les prix depuis ${duration(agedSeconds)}`}, et ils sont affichés pendant ${duration(limitSeconds)} au plus. Les tableaux disent ${quoted('Demandez le prix du jour')} jusqu’à ce que Cova réponde de nouveau.`,
  'promotions-too-old': ({ agedSeconds }, { duration }) =>
    `Cova ${agedSeconds === null ? 'n’a jamais confirmé les promotions' : `n’a pas confirmé les promotions depuis ${duration(agedSeconds)}`}. Elles ne déduisent rien, ni sur les tableaux ni dans les paniers, et seul leur nom est affiché, jusqu’à ce que Cova réponde de nouveau.`,
  'clock-wrong': ({ seconds, isAhead }, { duration }) =>
    `L’horloge de cet appareil a ${duration(seconds)} ${isAhead ? 'd’avance' : 'de retard'} sur celle de Cova. Les tableaux suivent celle de Cova; mettez l’appareil à l’heure, sinon les connexions sûres peuvent échouer.`,
  'clock-unknown': ({ machineDay, seenDay }, { day }) =>
    `L’horloge de cet appareil dit ${day(machineDay)}, ce qui est impossible${NBSP}: la dernière réponse de Cova date du ${day(seenDay)}. Les tableaux n’affichent ni montants ni promotions jusqu’à ce que Cova donne l’heure. Si les connexions sûres échouent, réglez la date et l’heure de l’appareil.`,
  'removals-held-back': ({ store, what, count, shown }, { number }) =>
    `${store === null ? '' : `${store}${NBSP}: `}la dernière réponse complète de Cova n’avait plus ${number(count)} ${WHAT[what]} sur ${number(shown)}. Ils restent jusqu’à ce que la prochaine réponse complète le confirme.`,
  'doubled-prices': ({ store, count, example }, { number }) =>
    `${store}${NBSP}: ${count === 1 ? 'un produit a' : `${number(count)} produits ont`} deux prix pour un même palier et un même groupe, par exemple ${example}. Le plus cher s’applique.`,
  'overlapping-sales': ({ store, count, example }, { number }) =>
    `${store}${NBSP}: ${count === 1 ? 'un produit a' : `${number(count)} produits ont`} des rabais qui se chevauchent, par exemple ${example}. Le plus cher s’applique.`,
  'tax-rate-unknown': ({ count, example }, { number }) =>
    `${count === 1 ? 'Un produit a' : `${number(count)} produits ont`} un taux de taxe que Cova n’a pas décrit, par exemple ${example}${NBSP}: des prix taxes comprises peuvent être trop bas.`,
  'market-profile-unreadable': ({ file, fault }) =>
    `Le profil de marché confirmé ${file} ${profileFault(fault)}${NBSP}: ses règles ne sont pas appliquées.`,
  'market-profile-unchecked': ({ id, name }) =>
    `Le profil de marché ${id} (${quoted(profileTextWords(name, 'fr'))}) est en vigueur parce que le magasin l’a confirmé${NBSP}: c’est une piste pour un conseiller juridique, pas un avis.`,
  'market-unknown': ({ store }) =>
    `Cova ne dit pas dans quelle province ou quel État se trouve ${store}${NBSP}: son tableau est servi, quel que soit le choix.`,
  'reward-refused': ({ store, reward, fault }) =>
    `${store}\u00a0: ${reward === null ? 'ses récompenses ne sont' : `la récompense «\u00a0${reward}\u00a0» n’est`} sur aucun tableau et dans aucun panier. ${rewardFaultWords(fault).fr}`,
  'theme-refused': ({ file, shows, fault }) =>
    fault.kind === 'folder'
      ? `Le dossier ${file} ne peut pas être lu${NBSP}: aucun de ses thèmes n’est affiché.`
      : `Le thème ${file} n’est pas affiché, mais le thème ${THEMES[shows]}${NBSP}: ${themeFault(fault)}.`,
  'unknown-theme': ({ name }) =>
    `Un écran a le thème ${quoted(`custom:${name}`)}, et il n’y a pas de fichier themes/${name}.json${NBSP}: il montre le thème sombre.`,
  'unknown-screen': ({ name }) =>
    `Une page demande l’écran ${quoted(shortened(name))}, qui n’est pas dans les réglages${NBSP}: elle montre l’écran d’origine.`,
  'screen-without-store': ({ name, fault }) =>
    `L’écran jumelé ${quoted(name)} n’a pas de tableau${NBSP}: ${noBoard(fault)}.`,
  'long-cycle': ({ screen, store, pages, seconds, ways, mostSeconds }, { number, duration, all, any }) => {
    const takes = `${screenAt(screen, store)}${NBSP}: ses ${number(pages)} pages prennent ${duration(seconds)}.`
    const shorter = [
      ways.screensMore > 0
        ? ways.screensMore === 1
          ? 'un écran de plus'
          : `${ways.screensMore} écrans de plus`
        : null,
      ways.denseLevel ? 'la densité dense' : null,
      ways.set.length > 0 ? `une sélection plus petite comme ${all(ways.set.map(shortened))} seulement` : null
    ].filter((way) => way !== null)
    return shorter.length === 0
      ? takes
      : `${takes} Pour descendre sous ${duration(mostSeconds)}${NBSP}: ${any(shorter)}.`
  },
  'dense-screen': ({ screen, store }) =>
    `${screenAt(screen, store)} est à la densité dense, dont les lettres sont sous la norme de lecture à sa distance.`,
  'board-not-laid-out': ({ screen, store, keepsLast, products }, { all }) =>
    `${screenAt(screen, store)} ne peut pas mettre en page le dernier tableau${NBSP}: ${
      keepsLast ? 'celui d’avant reste, et ses prix peuvent dater' : 'il n’en affiche aucun'
    }.${products.length === 0 ? '' : ` Nouveau ou changé${NBSP}: ${all(products.map(shortened))}.`}`,
  'products-not-laid-out': ({ screen, store, products }, { all }) =>
    `${screenAt(screen, store)} ne peut pas mettre en page ${all(products.map(shortened))}${NBSP}: laissé de côté, le reste du tableau est comme il doit être.`,
  'pictures-missing': ({ missing, wanted, causes }, { number }) =>
    `${number(missing)} images de produits sur ${number(wanted)} sont introuvables (${causes.map(({ refusal, count }) => `${number(count)}${NBSP}: ${PICTURES[refusal]}`).join('; ')}). Leurs produits n’en montrent pas, et Topshelf réessaie.`,
  'logo-unreadable': ({ file, fault, mostMegabytes }, { number }) =>
    `Le logo du magasin ${file} ${LOGO[fault](number(mostMegabytes))}${NBSP}: son nom est écrit à la place.`,
  'file-moved-aside': ({ file, day: isoDay, kept, wrong }, { day, all }) =>
    wrong.length === 0
      ? `${file} a été trouvé endommagé le ${day(isoDay)} et gardé sous ${kept}${NBSP}: supprimez-le quand plus personne n’en a besoin.`
      : `${file} avait une valeur fausse pour ${all(wrong)} le ${day(isoDay)}${NBSP}: la valeur d’origine est utilisée, et le fichier tel qu’il était est gardé sous ${kept}. Supprimez-le quand ce sera corrigé.`,
  'newer-version-taken-back': ({ holds, day: isoDay, kept }, { day }) =>
    holds === 'catalogue'
      ? `Une version plus récente de Topshelf a été retirée le ${day(isoDay)}${NBSP}: les tableaux sont repartis du catalogue tel qu’il était avant elle, et ce qui a changé est redemandé à Cova. Le sien est gardé sous ${kept} jusqu’à ce qu’une version plus récente arrive; vous pouvez le supprimer.`
      : `Une version plus récente de Topshelf a été retirée le ${day(isoDay)}${NBSP}: ce qu’elle a noté elle-même, par exemple ce que montraient les tableaux, manque jusqu’à ce qu’une version plus récente arrive et le reprenne. C’est gardé sous ${kept}${NBSP}: ne le supprimez pas.`,
  'sample-differs': ({ checked, differed, names }, { number, all }) =>
    `Sur ${number(checked)} produits redemandés à Cova, ${number(differed)} différaient de ce qui était gardé, par exemple ${all(names)}. Ils sont justes maintenant; si cela continue, vérifiez ce que Cova répond aux prix changés.`,
  'history-not-kept': ({ fault, says }) =>
    `Ce que montrent les tableaux n’est pas noté, donc la caisse ne peut pas y être comparée${NBSP}: ${STORAGE[fault](says)}.`,
  'unreadable-schedule': ({ promotion, reason }) =>
    `L’horaire de la promotion ${quoted(promotion)} est illisible, donc elle n’est jamais affichée${NBSP}: ${FRENCH_FAULTS.ofSchedule(reason)}.`,
  'promotion-not-evaluated': ({ promotion, fault }) =>
    `La promotion ${quoted(promotion)} n’est pas évaluée${NBSP}: ${promotionFault(fault)}. Son étiquette est affichée; aucun prix n’en découle, et les paniers le disent.`
}

function promotionFault(fault: PromotionFault): string {
  switch (fault.kind) {
    case 'unknown-type':
      return `son type ${quoted(fault.type)} est inconnu`
    case 'unknown-condition':
      return `sa condition ${quoted(fault.type)} à ${fault.where} est inconnue`
    case 'unreadable':
      return `ce que Cova donne à ${fault.where} est illisible`
  }
}

const WHAT = {
  catalogue: 'produits',
  promotions: 'promotions',
  locations: 'magasins',
  tree: 'éléments de l’arbre de l’entreprise'
} as const

function zoneFault(fault: TimeZoneFault): string {
  switch (fault.kind) {
    case 'set-unknown':
      return `le fuseau horaire ${quoted(fault.zone)} des réglages est inconnu. Employez un nom comme America/Toronto.`
    case 'none':
      return 'Cova ne donne pas de fuseau horaire. Choisissez-le dans les réglages.'
    case 'unknown':
      return `le fuseau horaire ${quoted(fault.zone)} de Cova est inconnu. Choisissez-le dans les réglages.`
  }
}

/** Goes on from the file's name. */
export function profileFault(fault: FileFault): string {
  switch (fault.kind) {
    case 'missing':
      return 'est introuvable'
    case 'not-json':
      return 'n’est pas du JSON'
    case 'unreadable':
      return 'ne peut pas être lu'
    case 'wrong-at':
      return `${wrongAt(fault.place)}${fault.says === null ? '' : ` (${said(fault.says)})`}`
  }
}

function themeFault(fault: ThemeFault): string {
  switch (fault.kind) {
    case 'folder':
    case 'unreadable':
      return 'il ne peut pas être lu'
    case 'file-name':
      return 'le nom du fichier ne peut avoir que de petites lettres sans accent, des chiffres et des traits d’union, 40 au plus'
    case 'not-json':
      return 'ce n’est pas du JSON'
    case 'wrong-at':
      return `il ${wrongAt(fault.place)}${fault.says === null ? '' : ` (${said(fault.says)})`}`
    case 'colours':
      return fault.faults.map(colourFault).join('; ')
  }
}

function wrongAt(place: string | null): string {
  return place === null ? 'est faux dès le début' : `est faux à ${place}`
}

function colourFault(fault: ColourFault): string {
  switch (fault.kind) {
    case 'contrast':
      return `${fault.ink} sur ${fault.ground} a un contraste de ${comma(fault.contrast)}, il faut ${comma(fault.least)}`
    case 'yellow':
      return `${fault.token} est jaune, ce qui signifie un prix réduit`
  }
}

function comma(figures: string): string {
  return figures.replace('.', ',')
}

function noBoard(fault: NoBoardFault): string {
  switch (fault.kind) {
    case 'no-such-store':
      return `l’entreprise n’a pas de magasin ${fault.storeId}. Donnez-lui un autre magasin, ou dissociez-le`
    case 'left-out': {
      const by = fault.filter === 'markets' ? 'par province ou État' : 'par magasin'
      return `son magasin ${fault.store} (${fault.storeId}) est exclu par le filtre ${by}. Donnez-lui un autre magasin, ou servez celui-ci`
    }
  }
}

function screenAt(screen: string | null, store: string): string {
  return screen === null ? `Un écran à ${store}` : `L’écran ${shortened(screen)} à ${store}`
}

function shortened(name: string): string {
  return name.slice(0, LONGEST_NAME)
}
