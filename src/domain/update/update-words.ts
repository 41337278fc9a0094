import { isNewer } from '../launch/version-order.ts'
import type { UpdateFaultCode, UpdateHeld, UpdateOff, UpdateRefusal, UpdateState } from '../../shared/update.ts'
import type { InLanguages, ManagerLanguage } from '../settings/manager-language.ts'

interface UpdateWords {
  readonly off: Readonly<Record<UpdateOff, string>>
  readonly checking: string
  readonly downloading: (version: string, percent: string) => string
  readonly installing: (version: string) => string
  readonly ready: (version: string) => string
  readonly untilClosed: (version: string, moment: string) => string
  readonly untilNight: (version: string, moment: string) => string
  readonly untilUnused: (version: string, moment: string) => string
  readonly held: Readonly<Record<UpdateHeld, (version: string, running: string) => string>>
  readonly newest: string
  readonly neverChecked: string
  readonly faults: Readonly<Record<UpdateFaultCode, string>>
  readonly refusals: Readonly<Record<UpdateRefusal['reason'], string>>
  /** For the home view. */
  readonly wentBack: (version: string, running: string) => string
  readonly notAgain: string
  readonly nextOne: string
  readonly nothingReady: string
}

const english: UpdateWords = {
  off: {
    'switched-off': 'Updates are switched off.',
    'no-feed': 'No address of updates is set, so none come.',
    checkout: 'Topshelf runs from its sources here: it does not update itself.',
    served: 'Under serve, Topshelf does not update itself: whoever runs it installs the next version.',
    'no-keys': 'This build was made without a key to check updates by, so it takes none.',
    'no-slots': 'This installation has no place for a second version: it is updated the way it was installed.'
  },
  checking: 'Asking for a newer version.',
  downloading: (version, percent) => `${version} is being downloaded: ${percent}.`,
  installing: (version) => `${version} is being installed. Boards come back in a moment.`,
  ready: (version) => `${version} is downloaded and is installed within a minute: the store is closed.`,
  untilClosed: (version, moment) => `${version} is downloaded and waits until the store closes: ${moment}.`,
  untilNight: (version, moment) => `${version} is downloaded and waits for the night: ${moment}.`,
  untilUnused: (version, moment) =>
    `${version} is downloaded and waits until nobody uses this computer. At the latest: ${moment}.`,
  held: {
    older: (version, running) => `${version} is offered, which is older than ${running}: nothing older is installed.`,
    refused: (version) => `${version} is offered, and went back when it was tried here: it is not tried again.`,
    pinned: (version) => `${version} is offered, and this machine is to have another one alone: it is not taken.`,
    system: (version) => `${version} is offered, and needs a newer operating system.`,
    'staged-out': (version) => `${version} is given out little by little: this machine’s turn has not come yet.`
  },
  newest: 'This is the newest version.',
  neverChecked: 'Nobody has been asked yet.',
  faults: {
    'no-answer': 'The server of updates does not answer.',
    'no-channel': 'At the address of updates there is no list for this channel.',
    'not-a-feed':
      'What answers at the address of updates is no list of versions. A network that wants a sign-in does so.',
    'no-file-for-system': 'The new version has no file for this system.',
    'file-missing': 'The file of the new version is not on the server.',
    'broken-off': 'The download broke off. It goes on from there with the next try.',
    checksum: 'The downloaded file is not the one that was signed. It was thrown away.',
    unsigned: 'The new version is not signed. It is not taken.',
    signature: 'The signature of the new version is not right. It is not taken.',
    'not-https': 'The address leads to one that is not https. It is not followed.',
    'disk-full': 'The disk has no room for an update.',
    'not-installed': 'The new version could not be unpacked. It is tried again later.',
    failed: 'Something went wrong with the update.'
  },
  refusals: {
    'not-painted': 'It painted no board in two minutes, and the version before was started again.',
    crashed: 'It ended by itself again and again, and the version before was started again.',
    'cannot-start': 'It could not be started, and the version before was started again.'
  },
  wentBack: (version, running) => `Version ${version} did not prove itself here: ${running} is on again.`,
  notAgain: 'It is not tried again.',
  nextOne: 'The version after it is taken as usual.',
  nothingReady: 'There is nothing to install now.'
}

const french: UpdateWords = {
  off: {
    'switched-off': 'Les mises à jour sont désactivées.',
    'no-feed': 'Aucune adresse de mises à jour n’est indiquée\u00a0: il n’en vient pas.',
    checkout: 'Topshelf est lancé depuis ses sources\u00a0: il ne se met pas à jour lui-même.',
    served: 'Avec serve, Topshelf ne se met pas à jour lui-même\u00a0: qui le lance installe la version suivante.',
    'no-keys': 'Cette version a été construite sans clé pour vérifier les mises à jour\u00a0: elle n’en prend aucune.',
    'no-slots':
      'Cette installation n’a pas de place pour une seconde version\u00a0: elle se met à jour comme elle a été installée.'
  },
  checking: 'Recherche d’une version plus récente.',
  downloading: (version, percent) => `Téléchargement de ${version}\u00a0: ${percent}.`,
  installing: (version) => `Installation de ${version}. Les tableaux reviennent dans un instant.`,
  ready: (version) => `${version} est téléchargée et s’installe dans la minute\u00a0: le magasin est fermé.`,
  untilClosed: (version, moment) => `${version} est téléchargée et attend la fermeture du magasin\u00a0: ${moment}.`,
  untilNight: (version, moment) => `${version} est téléchargée et attend la nuit\u00a0: ${moment}.`,
  untilUnused: (version, moment) =>
    `${version} est téléchargée et attend que personne n’utilise cet ordinateur. Au plus tard\u00a0: ${moment}.`,
  held: {
    older: (version, running) =>
      `${version} est offerte, plus ancienne que ${running}\u00a0: rien d’ancien n’est installé.`,
    refused: (version) => `${version} est offerte, mais a échoué ici\u00a0: elle n’est plus essayée.`,
    pinned: (version) =>
      `${version} est offerte, mais cet appareil n’en veut qu’une autre\u00a0: elle n’est pas prise.`,
    system: (version) => `${version} est offerte, mais demande un système plus récent.`,
    'staged-out': (version) => `${version} est distribuée peu à peu\u00a0: le tour de cet appareil n’est pas venu.`
  },
  newest: 'C’est la version la plus récente.',
  neverChecked: 'Personne n’a encore été interrogé.',
  faults: {
    'no-answer': 'Le serveur des mises à jour ne répond pas.',
    'no-channel': 'À l’adresse des mises à jour, il n’y a pas de liste pour ce canal.',
    'not-a-feed':
      'Ce qui répond à l’adresse des mises à jour n’est pas une liste de versions. Un réseau qui demande une connexion fait cela.',
    'no-file-for-system': 'La nouvelle version n’a pas de fichier pour ce système.',
    'file-missing': 'Le fichier de la nouvelle version n’est pas sur le serveur.',
    'broken-off': 'Le téléchargement s’est interrompu. Il reprendra de là au prochain essai.',
    checksum: 'Le fichier téléchargé n’est pas celui qui a été signé. Il a été jeté.',
    unsigned: 'La nouvelle version n’est pas signée. Elle n’est pas prise.',
    signature: 'La signature de la nouvelle version n’est pas bonne. Elle n’est pas prise.',
    'not-https': 'L’adresse mène à une autre qui n’est pas en https. Elle n’est pas suivie.',
    'disk-full': 'Le disque n’a pas de place pour une mise à jour.',
    'not-installed': 'La nouvelle version n’a pas pu être décompressée. Un autre essai suivra.',
    failed: 'La mise à jour a rencontré un problème.'
  },
  refusals: {
    'not-painted': 'Elle n’a peint aucun tableau en deux minutes, et la version d’avant a été relancée.',
    crashed: 'Elle s’est arrêtée plusieurs fois d’elle-même, et la version d’avant a été relancée.',
    'cannot-start': 'Elle n’a pas pu démarrer, et la version d’avant a été relancée.'
  },
  wentBack: (version, running) => `La version ${version} n’a pas fait ses preuves ici\u00a0: ${running} a repris.`,
  notAgain: 'Elle n’est plus essayée.',
  nextOne: 'La version qui la suivra sera prise comme d’habitude.',
  nothingReady: 'Il n’y a rien à installer maintenant.'
}

const spanish: UpdateWords = {
  off: {
    'switched-off': 'Las actualizaciones están desactivadas.',
    'no-feed': 'No hay dirección de actualizaciones, así que no llega ninguna.',
    checkout: 'Topshelf se ejecuta aquí desde sus fuentes: no se actualiza solo.',
    served: 'Con serve, Topshelf no se actualiza solo: quien lo ejecuta instala la versión siguiente.',
    'no-keys': 'Esta versión se hizo sin clave para comprobar actualizaciones, así que no toma ninguna.',
    'no-slots': 'Esta instalación no tiene lugar para una segunda versión: se actualiza como se instaló.'
  },
  checking: 'Buscando una versión más nueva.',
  downloading: (version, percent) => `Se descarga ${version}: ${percent}.`,
  installing: (version) => `Se instala ${version}. Los tableros vuelven en un momento.`,
  ready: (version) => `${version} está descargada y se instala en un minuto: la tienda está cerrada.`,
  untilClosed: (version, moment) => `${version} está descargada y espera a que cierre la tienda: ${moment}.`,
  untilNight: (version, moment) => `${version} está descargada y espera a la noche: ${moment}.`,
  untilUnused: (version, moment) =>
    `${version} está descargada y espera a que nadie use este equipo. A más tardar: ${moment}.`,
  held: {
    older: (version, running) => `Se ofrece ${version}, más antigua que ${running}: nada antiguo se instala.`,
    refused: (version) => `Se ofrece ${version}, que falló cuando se probó aquí: no se prueba otra vez.`,
    pinned: (version) => `Se ofrece ${version}, pero este equipo solo quiere otra: no se toma.`,
    system: (version) => `Se ofrece ${version}, que necesita un sistema más nuevo.`,
    'staged-out': (version) => `${version} se reparte poco a poco: aún no le toca a este equipo.`
  },
  newest: 'Esta es la versión más nueva.',
  neverChecked: 'Aún no se ha preguntado a nadie.',
  faults: {
    'no-answer': 'El servidor de actualizaciones no responde.',
    'no-channel': 'En la dirección de actualizaciones no hay lista para este canal.',
    'not-a-feed':
      'Lo que responde en la dirección de actualizaciones no es una lista de versiones. Una red que pide iniciar sesión hace eso.',
    'no-file-for-system': 'La versión nueva no tiene archivo para este sistema.',
    'file-missing': 'El archivo de la versión nueva no está en el servidor.',
    'broken-off': 'La descarga se cortó. Sigue desde ahí en el próximo intento.',
    checksum: 'El archivo descargado no es el que se firmó. Se desechó.',
    unsigned: 'La versión nueva no está firmada. No se toma.',
    signature: 'La firma de la versión nueva no es correcta. No se toma.',
    'not-https': 'La dirección lleva a otra que no es https. No se sigue.',
    'disk-full': 'El disco no tiene espacio para una actualización.',
    'not-installed': 'La versión nueva no se pudo desempaquetar. Se intenta más tarde.',
    failed: 'Algo salió mal con la actualización.'
  },
  refusals: {
    'not-painted': 'No pintó ningún tablero en dos minutos, y se inició otra vez la versión anterior.',
    crashed: 'Se cerró sola una y otra vez, y se inició otra vez la versión anterior.',
    'cannot-start': 'No se pudo iniciar, y se inició otra vez la versión anterior.'
  },
  wentBack: (version, running) => `La versión ${version} no pasó la prueba aquí: volvió la ${running}.`,
  notAgain: 'No se prueba otra vez.',
  nextOne: 'La versión que le siga se toma como siempre.',
  nothingReady: 'No hay nada que instalar ahora.'
}

const WORDS: InLanguages<UpdateWords> = { en: english, fr: french, es: spanish }

/** What an update does or waits for, in a sentence; `moment` puts an instant of the store's clock into words. */
export function updateSentence(
  { off, activity, ready, held, running, checkedAtMs, fault }: UpdateState,
  language: ManagerLanguage,
  moment: (atMs: number) => string
): string {
  const words = WORDS[language]
  if (off !== null) return words.off[off]
  switch (activity.kind) {
    case 'checking':
      return words.checking
    case 'downloading':
      return words.downloading(activity.version, `${activity.percent}\u00a0%`)
    case 'installing':
      return words.installing(activity.version)
    case 'none':
      break
  }
  if (ready !== null) {
    if (ready.fromMs === null) return words.ready(ready.version)
    return waitWords(words, ready.because)(ready.version, moment(ready.fromMs))
  }
  if (held !== null) return words.held[held.why](held.version, running)
  // A version that is offered and could not be had is not the newest one; the fault says so beside this.
  if (fault !== null) return words.faults[fault.code]
  return checkedAtMs === null ? words.neverChecked : words.newest
}

function waitWords(words: UpdateWords, because: NonNullable<UpdateState['ready']>['because']) {
  switch (because) {
    case 'closed':
      return words.untilClosed
    case 'night':
      return words.untilNight
    case 'in-use':
      return words.untilUnused
  }
}

export function updateFaultWords(code: UpdateFaultCode, language: ManagerLanguage): string {
  return WORDS[language].faults[code]
}

export function updateRefusalWords(reason: UpdateRefusal['reason'], language: ManagerLanguage): string {
  return WORDS[language].refusals[reason]
}

/**
 * That the newest version which was tried here went back, why, and what comes now, for the home view; null where none did, or
 * a later one runs by now.
 */
export function wentBackWords(
  { refused, running, off }: UpdateState,
  language: ManagerLanguage,
  moment: (atMs: number) => string
): { readonly words: string; readonly detail: string } | null {
  const words = WORDS[language]
  const [last] = refused.filter(({ version }) => isNewer(version, running)).toSorted((a, b) => b.atMs - a.atMs)
  if (last === undefined) return null
  const next = off === null ? [words.nextOne] : []
  return {
    words: words.wentBack(last.version, running),
    detail: [words.refusals[last.reason], words.notAgain, ...next, `(${moment(last.atMs)})`].join(' ')
  }
}

export function nothingReadyWords(language: ManagerLanguage): string {
  return WORDS[language].nothingReady
}
