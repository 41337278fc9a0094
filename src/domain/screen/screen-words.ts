import type { CycleAdvice } from '../../shared/screen-report.ts'
import type { InLanguages, ManagerLanguage } from '../settings/manager-language.ts'

/** How a manager is told of screens. Times and numbers come in as text. */
export interface ScreenWords {
  readonly allOfIt: string
  readonly onPromotion: string
  readonly newArrivals: string
  readonly shelf: (name: string) => string
  readonly part: (shown: string, index: number, count: number) => string
  /** `takes`: how long all of them together, in words. */
  readonly page: (page: number, pages: number, takes: string) => string
  readonly pages: (pages: number, takes: string) => string
  readonly emptyPages: string
  readonly heardNow: string
  readonly heardSeconds: (seconds: number) => string
  readonly heardMinutes: (minutes: number) => string
  readonly dimmed: (until: string | null) => string
  readonly off: (until: string | null) => string
  readonly silent: (heard: string) => string
  /** `most` is how long it should take at most. */
  readonly longCycle: (pages: number, takes: string, most: string, ways: readonly string[]) => string
  readonly moreScreens: (count: number) => string
  readonly denseLevel: string
  readonly smallerSet: (classes: string) => string
  readonly dense: string
  /** `products`: those that are new or other in it, as a list; null for none. */
  readonly unlaid: (keepsLast: boolean, products: string | null) => string
  readonly leftOut: (products: string) => string
  readonly unknownScreen: (name: string) => string
  readonly since: (moment: string) => string
  readonly lastSeen: (moment: string) => string
  readonly neverSeen: string
  readonly display: (label: string, size: string) => string
  readonly namelessDisplay: (size: string) => string
  readonly ordinaryWindow: string
  readonly noBoardOnDisplay: string
  readonly browserAt: (address: string) => string
  readonly browserHere: string
  readonly displayName: (number: string) => string
  readonly nameless: string
  readonly closed: string
}

const ENGLISH: ScreenWords = {
  allOfIt: 'The whole menu',
  onPromotion: 'What is on promotion',
  newArrivals: 'New arrivals',
  shelf: (name) => `Shelf ${name}`,
  part: (shown, index, count) => `${shown}, part ${index} of ${count}`,
  page: (page, pages, takes) => (pages === 1 ? 'One page' : `Page ${page} of ${pages}, all of them in ${takes}`),
  pages: (pages, takes) => (pages === 1 ? 'One page' : `${pages} pages, all of them in ${takes}`),
  emptyPages: 'Nothing of the menu is in its set now',
  heardNow: 'Heard a moment ago',
  heardSeconds: (seconds) => `Heard ${seconds}\u00a0s ago`,
  heardMinutes: (minutes) => `Heard ${minutes}\u00a0min ago`,
  dimmed: (until) => (until === null ? 'Dimmed: the store is closed' : `Dimmed until ${until}: the store is closed`),
  off: (until) => (until === null ? 'Off: the store is closed' : `Off until ${until}: the store is closed`),
  silent: (heard) => `It does not answer. ${heard}. Look whether its picture moves, or load it anew.`,
  longCycle: (pages, takes, most, ways) =>
    `All ${pages} pages take ${takes}: a shopper may wait as long for the right one.${
      ways.length === 0 ? '' : ` To bring it under ${most}: ${ways.join(', or ')}.`
    }`,
  moreScreens: (count) => (count === 1 ? 'one more screen' : `${count} more screens`),
  denseLevel: 'the dense level',
  smallerSet: (classes) => `a smaller set such as ${classes}`,
  dense: 'The dense level has letters below the standard for reading from its distance.',
  unlaid: (keepsLast, products) =>
    `It cannot lay out the newest board: ${
      keepsLast ? 'the one before it stays, and its prices may be old' : 'it shows none'
    }.${products === null ? '' : ` New or changed in it: ${products}.`}`,
  leftOut: (products) => `It cannot lay out ${products}: left out, the rest of the board is as it should be.`,
  unknownScreen: (name) => `Its address names the screen “${name}”, which no settings know: it shows the defaults.`,
  since: (moment) => `On since ${moment}`,
  lastSeen: (moment) => `Last seen ${moment}`,
  neverSeen: 'Not seen yet',
  display: (label, size) => `Display ${label}, ${size}`,
  namelessDisplay: (size) => `Display, ${size}`,
  ordinaryWindow: 'A window of this machine',
  noBoardOnDisplay: 'No board on this display',
  browserAt: (address) => `Browser at ${address}`,
  browserHere: 'Browser on this machine',
  displayName: (number) => `Display ${number}`,
  nameless: 'Browser without a name',
  closed: 'Its page is closed, or its browser has lost its power or the network.'
}

const FRENCH: ScreenWords = {
  allOfIt: 'Tout le menu',
  onPromotion: 'Les promotions',
  newArrivals: 'Les nouveautés',
  shelf: (name) => `Étagère ${name}`,
  part: (shown, index, count) => `${shown}, partie ${index} de ${count}`,
  page: (page, pages, takes) => (pages === 1 ? 'Une page' : `Page ${page} de ${pages}, toutes en ${takes}`),
  pages: (pages, takes) => (pages === 1 ? 'Une page' : `${pages} pages, toutes en ${takes}`),
  emptyPages: 'Rien du menu n’est dans sa sélection en ce moment',
  heardNow: 'Entendu à l’instant',
  heardSeconds: (seconds) => `Entendu il y a ${seconds}\u00a0s`,
  heardMinutes: (minutes) => `Entendu il y a ${minutes}\u00a0min`,
  dimmed: (until) =>
    until === null ? 'Atténué\u00a0: le magasin est fermé' : `Atténué jusqu’à ${until}\u00a0: le magasin est fermé`,
  off: (until) =>
    until === null ? 'Éteint\u00a0: le magasin est fermé' : `Éteint jusqu’à ${until}\u00a0: le magasin est fermé`,
  silent: (heard) => `Il ne répond pas. ${heard}. Vérifiez si son image bouge, ou rechargez-le.`,
  longCycle: (pages, takes, most, ways) =>
    `Ses ${pages} pages prennent ${takes}\u00a0: un client peut attendre la bonne aussi longtemps.${
      ways.length === 0 ? '' : ` Pour descendre sous ${most}\u00a0: ${ways.join(', ou ')}.`
    }`,
  moreScreens: (count) => (count === 1 ? 'un écran de plus' : `${count} écrans de plus`),
  denseLevel: 'la densité dense',
  smallerSet: (classes) => `une sélection plus petite comme ${classes}`,
  dense: 'La densité dense a des lettres sous la norme de lecture à cette distance.',
  unlaid: (keepsLast, products) =>
    `Il ne peut pas mettre en page le dernier tableau\u00a0: ${
      keepsLast ? 'celui d’avant reste, et ses prix peuvent dater' : 'il n’en affiche aucun'
    }.${products === null ? '' : ` Nouveau ou changé\u00a0: ${products}.`}`,
  leftOut: (products) =>
    `Il ne peut pas mettre en page ${products}\u00a0: laissé de côté, le reste du tableau est comme il doit être.`,
  unknownScreen: (name) =>
    `Son adresse nomme l’écran «\u00a0${name}\u00a0», inconnu des réglages\u00a0: il montre l’écran d’origine.`,
  since: (moment) => `Allumé depuis ${moment}`,
  lastSeen: (moment) => `Vu pour la dernière fois\u00a0: ${moment}`,
  neverSeen: 'Pas encore vu',
  display: (label, size) => `Affichage ${label}, ${size}`,
  namelessDisplay: (size) => `Affichage, ${size}`,
  ordinaryWindow: 'Une fenêtre de cet appareil',
  noBoardOnDisplay: 'Aucun tableau sur cet affichage',
  browserAt: (address) => `Navigateur à ${address}`,
  browserHere: 'Navigateur de cet appareil',
  displayName: (number) => `Affichage ${number}`,
  nameless: 'Navigateur sans nom',
  closed: 'Sa page est fermée, ou son navigateur n’a plus de courant ou de réseau.'
}

const SPANISH: ScreenWords = {
  allOfIt: 'Todo el menú',
  onPromotion: 'Lo que está en promoción',
  newArrivals: 'Las novedades',
  shelf: (name) => `Estante ${name}`,
  part: (shown, index, count) => `${shown}, parte ${index} de ${count}`,
  page: (page, pages, takes) => (pages === 1 ? 'Una página' : `Página ${page} de ${pages}, todas en ${takes}`),
  pages: (pages, takes) => (pages === 1 ? 'Una página' : `${pages} páginas, todas en ${takes}`),
  emptyPages: 'Nada del menú está ahora en su selección',
  heardNow: 'Dio señal hace un momento',
  heardSeconds: (seconds) => `Dio señal hace ${seconds}\u00a0s`,
  heardMinutes: (minutes) => `Dio señal hace ${minutes}\u00a0min`,
  dimmed: (until) =>
    until === null ? 'Atenuada: la tienda está cerrada' : `Atenuada hasta ${until}: la tienda está cerrada`,
  off: (until) =>
    until === null ? 'Apagada: la tienda está cerrada' : `Apagada hasta ${until}: la tienda está cerrada`,
  silent: (heard) => `No responde. ${heard}. Mire si su imagen se mueve, o recárguela.`,
  longCycle: (pages, takes, most, ways) =>
    `Sus ${pages} páginas tardan ${takes}: un cliente puede esperar la suya todo ese tiempo.${
      ways.length === 0 ? '' : ` Para bajar de ${most}: ${ways.join(', o ')}.`
    }`,
  moreScreens: (count) => (count === 1 ? 'una pantalla más' : `${count} pantallas más`),
  denseLevel: 'la densidad densa',
  smallerSet: (classes) => `una selección más pequeña como ${classes}`,
  dense: 'La densidad densa tiene letras por debajo de la norma de lectura a su distancia.',
  unlaid: (keepsLast, products) =>
    `No puede componer el último tablero: ${
      keepsLast ? 'queda el anterior, y sus precios pueden ser viejos' : 'no muestra ninguno'
    }.${products === null ? '' : ` Nuevo o cambiado: ${products}.`}`,
  leftOut: (products) => `No puede componer ${products}: queda fuera, y el resto del tablero está como debe.`,
  unknownScreen: (name) =>
    `Su dirección nombra la pantalla «${name}», que ningún ajuste conoce: muestra los de fábrica.`,
  since: (moment) => `Encendida desde ${moment}`,
  lastSeen: (moment) => `Vista por última vez: ${moment}`,
  neverSeen: 'Aún no se ha visto',
  display: (label, size) => `Monitor ${label}, ${size}`,
  namelessDisplay: (size) => `Monitor, ${size}`,
  ordinaryWindow: 'Una ventana de este equipo',
  noBoardOnDisplay: 'Sin tablero en este monitor',
  browserAt: (address) => `Navegador en ${address}`,
  browserHere: 'Navegador de este equipo',
  displayName: (number) => `Monitor ${number}`,
  nameless: 'Navegador sin nombre',
  closed: 'Su página está cerrada, o su navegador se quedó sin corriente o sin red.'
}

const WORDS: InLanguages<ScreenWords> = { en: ENGLISH, fr: FRENCH, es: SPANISH }

export function screenWordsOf(language: ManagerLanguage): ScreenWords {
  return WORDS[language]
}

/** What would shorten a cycle, each alone; `list` joins names. */
export function shorterWaysOf(
  advice: CycleAdvice,
  words: ScreenWords,
  list: (names: readonly string[]) => string
): readonly string[] {
  return [
    advice.screensMore > 0 ? words.moreScreens(advice.screensMore) : null,
    advice.orLevel === null ? null : words.denseLevel,
    advice.orSet.length === 0 ? null : words.smallerSet(list(advice.orSet))
  ].filter((way) => way !== null)
}
