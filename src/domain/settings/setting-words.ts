import type { SettingNamesNews } from '../../shared/manager/settings.ts'
import type { InLanguages, ManagerLanguage } from './manager-language.ts'

/** How a settings page names things, and the words its values are told in. */
export interface SettingWords extends Omit<SettingNamesNews, 'numbers'> {
  readonly none: string
  readonly all: string
  readonly on: string
  readonly off: string
  readonly fromCova: string
  readonly reward: (name: string, store: string) => string
  /** `amount` is "5.00" or "10\u00a0%". */
  readonly rewardOf: (amount: string, points: string, linkedId: string | null) => string
  readonly takenFrom: Readonly<Record<'before-taxes' | 'after-taxes', string>>
  readonly storeCountry: string
  readonly themeOwn: string
  readonly nameWritten: string
  readonly minutes: (count: string) => string
  readonly hours: (count: string) => string
  readonly seconds: (count: string) => string
  readonly inches: (count: string) => string
  readonly metres: (count: string) => string
  readonly store: (locationId: string) => string
  readonly group: (groupId: string) => string
  readonly shelf: (shelfId: string) => string
  readonly screen: (name: string) => string
  readonly storeSetting: (label: string, store: string) => string
  readonly screenSetting: (label: string, screen: string) => string
  readonly notThere: string
  readonly there: string
  readonly notConfirmed: (name: string) => string
  readonly frozenSince: (moment: string) => string
  readonly notFrozen: string
  readonly display: (label: string) => string
  readonly noBoard: string
  readonly changedFromTo: (label: string, before: string, after: string) => string
}

const english: SettingWords = {
  labels: {
    locationId: 'Store on this machine',
    restrictToLocationIds: 'Stores that are served',
    markets: 'Provinces and states',
    frozen: 'Syncing',
    timeZoneOverrides: 'Time zone',
    currencyOverrides: 'Currency',
    openingHours: 'Opening hours',
    rewards: 'Loyalty rewards',
    staleAfterMinutes: 'Prices count as old after',
    askPriceAfterHours: 'Amounts are not shown any more after',
    language: 'Language',
    screens: 'Screens',
    displays: 'Displays of this machine',
    storeColour: 'Store colour',
    storeLogo: 'Logo',
    market: 'Market profile',
    updates: 'Updates',
    startAtBoot: 'Start with the machine'
  },
  updateLabels: {
    enabled: 'Take updates by itself',
    feedUrl: 'Address of updates',
    channel: 'Channel',
    pinnedVersion: 'Only this version'
  },
  screenLabels: {
    mode: 'Used as',
    idleSeconds: 'Back to the start after',
    set: 'What it shows',
    timedSets: 'By time of day',
    customer: 'Customers',
    groupId: 'Pricing group',
    theme: 'Theme',
    priceStyle: 'Large price',
    soldOut: 'Sold out',
    lastFewBelow: '“Last few” below',
    language: 'Language',
    calm: 'No motion',
    dwellSeconds: 'A page stays for',
    diagonalInches: 'Size',
    distanceMetres: 'Looked at from',
    level: 'Density',
    safeMarginPercent: 'Safe margin',
    pictures: 'Pictures',
    rewardsPanel: 'Loyalty rewards',
    orientation: 'Orientation',
    outsideHours: 'Outside opening hours'
  },
  none: 'none',
  all: 'all',
  on: 'on',
  off: 'off',
  fromCova: 'as Cova says',
  reward: (name, store) => `Reward “${name}”, ${store}`,
  rewardOf: (amount, points, linkedId) =>
    `${amount} off for ${points} points${linkedId === null ? '' : `, ID ${linkedId}`}`,
  takenFrom: { 'before-taxes': 'before taxes', 'after-taxes': 'after taxes' },
  storeCountry: 'as in the store’s country',
  themeOwn: 'the theme’s own',
  nameWritten: 'the store’s name, written',
  minutes: (count) => `${count} min`,
  hours: (count) => `${count} h`,
  seconds: (count) => `${count} s`,
  inches: (count) => `${count} in`,
  metres: (count) => `${count} m`,
  store: (locationId) => `store ${locationId}`,
  group: (groupId) => `group ${groupId}`,
  shelf: (shelfId) => `shelf ${shelfId}`,
  screen: (name) => `Screen ${name}`,
  storeSetting: (label, store) => `${label}, ${store}`,
  screenSetting: (label, screen) => `${label}, screen ${screen}`,
  notThere: 'not there',
  there: 'there',
  notConfirmed: (name) => `${name}, not confirmed`,
  frozenSince: (moment) => `Frozen since ${moment}`,
  notFrozen: 'on',
  sets: { full: 'the whole menu', 'on-promotion': 'on promotion', 'new-arrivals': 'new arrivals' },
  values: {
    stable: 'finished versions',
    beta: 'try-outs too',
    board: 'a board to look at',
    kiosk: 'a kiosk to touch',
    recreational: 'recreational',
    medical: 'medical',
    dark: 'dark',
    light: 'light',
    contrast: 'high contrast',
    'you-pay': 'what is paid, tax included',
    'shelf-price': 'the shelf price',
    hide: 'hidden',
    grey: 'grey, in place',
    last: 'last',
    roomy: 'roomy',
    standard: 'standard',
    dense: 'dense',
    auto: 'as the system has it',
    landscape: 'wide',
    'portrait-left': 'upright, turned to the left',
    'portrait-right': 'upright, turned to the right',
    on: 'on',
    dim: 'dimmed',
    off: 'off'
  },
  displayModes: { 'one-menu': 'one menu over all', 'first-only': 'the primary one alone' },
  display: (label) => `Display ${label}`,
  noBoard: 'no board',
  currencies: { CAD: 'Canadian dollars', USD: 'US dollars' },
  changedFromTo: (label, before, after) => `${label}: ${before}, now ${after}`
}

const french: SettingWords = {
  labels: {
    locationId: 'Magasin de cet appareil',
    restrictToLocationIds: 'Magasins servis',
    markets: 'Provinces et États',
    frozen: 'Synchronisation',
    timeZoneOverrides: 'Fuseau horaire',
    currencyOverrides: 'Devise',
    openingHours: 'Heures d’ouverture',
    rewards: 'Récompenses de fidélité',
    staleAfterMinutes: 'Prix considérés vieux après',
    askPriceAfterHours: 'Les montants ne sont plus affichés après',
    language: 'Langue',
    screens: 'Écrans',
    displays: 'Affichages de cet appareil',
    storeColour: 'Couleur du magasin',
    storeLogo: 'Logo',
    market: 'Profil de marché',
    updates: 'Mises à jour',
    startAtBoot: 'Démarrer avec l’appareil'
  },
  updateLabels: {
    enabled: 'Mises à jour automatiques',
    feedUrl: 'Adresse des mises à jour',
    channel: 'Canal',
    pinnedVersion: 'Seulement cette version'
  },
  screenLabels: {
    mode: 'Utilisé comme',
    idleSeconds: 'Retour au début après',
    set: 'Ce qu’il montre',
    timedSets: 'Selon l’heure',
    customer: 'Clientèle',
    groupId: 'Groupe de prix',
    theme: 'Thème',
    priceStyle: 'Prix en gros',
    soldOut: 'Épuisé',
    lastFewBelow: '«\u00a0Presque épuisé\u00a0» sous',
    language: 'Langue',
    calm: 'Sans mouvement',
    dwellSeconds: 'Durée d’une page',
    diagonalInches: 'Taille',
    distanceMetres: 'Distance de lecture',
    level: 'Densité',
    safeMarginPercent: 'Marge de sécurité',
    pictures: 'Images',
    rewardsPanel: 'Récompenses de fidélité',
    orientation: 'Orientation',
    outsideHours: 'Hors des heures d’ouverture'
  },
  none: 'aucun',
  all: 'tous',
  on: 'oui',
  off: 'non',
  fromCova: 'selon Cova',
  reward: (name, store) => `Récompense «\u00a0${name}\u00a0», ${store}`,
  rewardOf: (amount, points, linkedId) =>
    `${amount} de rabais pour ${points} points${linkedId === null ? '' : `, identifiant ${linkedId}`}`,
  takenFrom: { 'before-taxes': 'avant taxes', 'after-taxes': 'après taxes' },
  storeCountry: 'celle du pays du magasin',
  themeOwn: 'celle du thème',
  nameWritten: 'le nom du magasin, écrit',
  minutes: (count) => `${count}\u00a0min`,
  hours: (count) => `${count}\u00a0h`,
  seconds: (count) => `${count}\u00a0s`,
  inches: (count) => `${count}\u00a0po`,
  metres: (count) => `${count}\u00a0m`,
  store: (locationId) => `magasin ${locationId}`,
  group: (groupId) => `groupe ${groupId}`,
  shelf: (shelfId) => `étagère ${shelfId}`,
  screen: (name) => `Écran ${name}`,
  storeSetting: (label, store) => `${label}, ${store}`,
  screenSetting: (label, screen) => `${label}, écran ${screen}`,
  notThere: 'absent',
  there: 'présent',
  notConfirmed: (name) => `${name}, non confirmé`,
  frozenSince: (moment) => `Figée depuis ${moment}`,
  notFrozen: 'active',
  sets: { full: 'tout le menu', 'on-promotion': 'les promotions', 'new-arrivals': 'les nouveautés' },
  values: {
    stable: 'versions finales',
    beta: 'aussi les essais',
    board: 'un tableau à regarder',
    kiosk: 'une borne à toucher',
    recreational: 'récréative',
    medical: 'médicale',
    dark: 'sombre',
    light: 'clair',
    contrast: 'contraste élevé',
    'you-pay': 'ce qui est payé, taxes comprises',
    'shelf-price': 'le prix affiché',
    hide: 'caché',
    grey: 'en gris, à sa place',
    last: 'à la fin',
    roomy: 'aérée',
    standard: 'normale',
    dense: 'dense',
    auto: 'comme le système',
    landscape: 'horizontale',
    'portrait-left': 'verticale, tournée à gauche',
    'portrait-right': 'verticale, tournée à droite',
    on: 'allumé',
    dim: 'atténué',
    off: 'éteint'
  },
  displayModes: { 'one-menu': 'un menu sur tous', 'first-only': 'le principal seulement' },
  display: (label) => `Affichage ${label}`,
  noBoard: 'sans tableau',
  currencies: { CAD: 'dollars canadiens', USD: 'dollars américains' },
  changedFromTo: (label, before, after) => `${label}\u00a0: ${before}, maintenant ${after}`
}

const spanish: SettingWords = {
  labels: {
    locationId: 'Tienda de este equipo',
    restrictToLocationIds: 'Tiendas que se sirven',
    markets: 'Provincias y estados',
    frozen: 'Sincronización',
    timeZoneOverrides: 'Zona horaria',
    currencyOverrides: 'Moneda',
    openingHours: 'Horario',
    rewards: 'Recompensas de lealtad',
    staleAfterMinutes: 'Los precios se consideran viejos después de',
    askPriceAfterHours: 'Los importes dejan de mostrarse después de',
    language: 'Idioma',
    screens: 'Pantallas',
    displays: 'Monitores de este equipo',
    storeColour: 'Color de la tienda',
    storeLogo: 'Logotipo',
    market: 'Perfil de mercado',
    updates: 'Actualizaciones',
    startAtBoot: 'Iniciar con el equipo'
  },
  updateLabels: {
    enabled: 'Actualizarse solo',
    feedUrl: 'Dirección de las actualizaciones',
    channel: 'Canal',
    pinnedVersion: 'Solo esta versión'
  },
  screenLabels: {
    mode: 'Se usa como',
    idleSeconds: 'Vuelve al inicio tras',
    set: 'Qué muestra',
    timedSets: 'Según la hora',
    customer: 'Clientes',
    groupId: 'Grupo de precios',
    theme: 'Tema',
    priceStyle: 'Precio grande',
    soldOut: 'Agotado',
    lastFewBelow: '«Quedan pocos» por debajo de',
    language: 'Idioma',
    calm: 'Sin movimiento',
    dwellSeconds: 'Duración de una página',
    diagonalInches: 'Tamaño',
    distanceMetres: 'Distancia de lectura',
    level: 'Densidad',
    safeMarginPercent: 'Margen de seguridad',
    pictures: 'Imágenes',
    rewardsPanel: 'Recompensas de lealtad',
    orientation: 'Orientación',
    outsideHours: 'Fuera del horario'
  },
  none: 'ninguno',
  all: 'todos',
  on: 'sí',
  off: 'no',
  fromCova: 'según Cova',
  reward: (name, store) => `Recompensa «${name}», ${store}`,
  rewardOf: (amount, points, linkedId) =>
    `${amount} de descuento por ${points} puntos${linkedId === null ? '' : `, ID ${linkedId}`}`,
  takenFrom: { 'before-taxes': 'antes de impuestos', 'after-taxes': 'después de impuestos' },
  storeCountry: 'el del país de la tienda',
  themeOwn: 'el del tema',
  nameWritten: 'el nombre de la tienda, escrito',
  minutes: (count) => `${count}\u00a0min`,
  hours: (count) => `${count}\u00a0h`,
  seconds: (count) => `${count}\u00a0s`,
  inches: (count) => `${count}\u00a0pulgadas`,
  metres: (count) => `${count}\u00a0m`,
  store: (locationId) => `tienda ${locationId}`,
  group: (groupId) => `grupo ${groupId}`,
  shelf: (shelfId) => `estante ${shelfId}`,
  screen: (name) => `Pantalla ${name}`,
  storeSetting: (label, store) => `${label}, ${store}`,
  screenSetting: (label, screen) => `${label}, pantalla ${screen}`,
  notThere: 'no está',
  there: 'está',
  notConfirmed: (name) => `${name}, sin confirmar`,
  frozenSince: (moment) => `Congelada desde ${moment}`,
  notFrozen: 'activa',
  sets: { full: 'todo el menú', 'on-promotion': 'las promociones', 'new-arrivals': 'las novedades' },
  values: {
    stable: 'versiones terminadas',
    beta: 'también las de prueba',
    board: 'un tablero para mirar',
    kiosk: 'un quiosco táctil',
    recreational: 'recreativos',
    medical: 'médicos',
    dark: 'oscuro',
    light: 'claro',
    contrast: 'alto contraste',
    'you-pay': 'lo que se paga, impuestos incluidos',
    'shelf-price': 'el precio base',
    hide: 'oculto',
    grey: 'en gris, en su lugar',
    last: 'al final',
    roomy: 'amplia',
    standard: 'normal',
    dense: 'densa',
    auto: 'la del sistema',
    landscape: 'horizontal',
    'portrait-left': 'vertical, girada a la izquierda',
    'portrait-right': 'vertical, girada a la derecha',
    on: 'encendida',
    dim: 'atenuada',
    off: 'apagada'
  },
  displayModes: { 'one-menu': 'un menú en todos', 'first-only': 'solo el principal' },
  display: (label) => `Monitor ${label}`,
  noBoard: 'sin tablero',
  currencies: { CAD: 'dólares canadienses', USD: 'dólares estadounidenses' },
  changedFromTo: (label, before, after) => `${label}: ${before}, ahora ${after}`
}

const WORDS: InLanguages<SettingWords> = { en: english, fr: french, es: spanish }

export function settingWordsOf(language: ManagerLanguage): SettingWords {
  return WORDS[language]
}
