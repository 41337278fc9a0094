import type { InLanguages } from './language.ts'

/** The fixed words of the time machine. Whatever names an amount, a day or a time comes in words already. */
export interface TimeMachineWords {
  readonly screens: string
  readonly screen: string
  readonly page: (page: number, count: number) => string
  readonly pageBefore: string
  readonly pageAfter: string
  readonly board: string
  /** All prices of the board, for whoever goes through them. */
  readonly prices: string
  readonly larger: string
  readonly whole: string
  /** While another board is on its way: which one still stands there. */
  readonly stillShows: (screen: string, moment: string) => string
  readonly working: string
  readonly inForce: string
  readonly moreAbove: (count: number) => string
  readonly moreBelow: (count: number) => string
  readonly record: string
  /** On a price of the board. */
  readonly whyShelf: (quantity: string, shelfName: string, price: string) => string
  readonly whyProduct: (quantity: string, productName: string, price: string) => string
  readonly timeOfDay: string
  readonly days: string
  readonly chooseDay: string
  readonly calendarBefore: string
  readonly calendarAfter: string
  readonly lanes: string
  readonly noLanes: string
  readonly now: string
  readonly reasons: string
  readonly events: string
  readonly eventsNote: string
  readonly noEvents: string
  readonly pickPrice: string
  readonly close: string
  readonly showRecord: string
  readonly hideRecord: string
  readonly copyText: string
  readonly copied: string
  readonly notCopied: string
  readonly everybody: string
  readonly changes: string
  readonly meanwhile: string
}

export const TIME_MACHINE_WORDS: InLanguages<TimeMachineWords> = {
  en: {
    screens: 'Screens',
    screen: 'Screen',
    page: (page, count) => `Page ${page} of ${count}`,
    pageBefore: 'Page before',
    pageAfter: 'Next page',
    board: 'The board at this instant',
    prices: 'Prices of the board: the arrow keys go from one to the next',
    larger: 'Larger',
    whole: 'Whole board',
    stillShows: (screen, moment) => `Still ${screen}, ${moment}`,
    working: 'Working it out …',
    inForce: 'on at the chosen moment',
    moreAbove: (count) => `${count} more above`,
    moreBelow: (count) => `${count} more below`,
    record: 'The record',
    whyShelf: (quantity, shelfName, price) => `Why is any ${quantity} from ${shelfName} ${price}?`,
    whyProduct: (quantity, productName, price) => `Why is ${productName}, ${quantity}, ${price}?`,
    timeOfDay: 'Time of day',
    days: 'Days',
    chooseDay: 'Choose a day',
    calendarBefore: 'Month before',
    calendarAfter: 'Next month',
    lanes: 'Promotions and sales',
    noLanes: 'No promotion and no sale in these 30 days.',
    now: 'Now',
    reasons: 'Reasons',
    events: 'What begins and ends',
    eventsNote: 'In the coming 30 days, on this screen. Each goes to its instant.',
    noEvents: 'Nothing begins or ends in these 30 days.',
    pickPrice: 'Pick a price on the board to read how it came to be.',
    close: 'Close',
    showRecord: 'Show the record',
    hideRecord: 'Hide the record',
    copyText: 'Copy as text',
    copied: 'Copied.',
    notCopied: 'This browser does not let a page copy. Here is the text, to be marked and copied:',
    everybody: 'Back to what everybody pays',
    changes: 'What differs on the board',
    meanwhile: 'What begins and ends meanwhile'
  },
  fr: {
    screens: 'Écrans',
    screen: 'Écran',
    page: (page, count) => `Page ${page} sur ${count}`,
    pageBefore: 'Page précédente',
    pageAfter: 'Page suivante',
    board: 'Le tableau à cet instant',
    prices: 'Prix du tableau\u00a0: les flèches vont de l’un à l’autre',
    larger: 'Plus grand',
    whole: 'Tableau entier',
    stillShows: (screen, moment) => `Encore ${screen}, ${moment}`,
    working: 'Calcul en cours …',
    inForce: 'en cours au moment choisi',
    moreAbove: (count) => `${count} de plus au-dessus`,
    moreBelow: (count) => `${count} de plus en dessous`,
    record: 'La fiche',
    whyShelf: (quantity, shelfName, price) => `Pourquoi ${quantity} au choix de ${shelfName} ${price}\u00a0?`,
    whyProduct: (quantity, productName, price) => `Pourquoi ${productName}, ${quantity}, ${price}\u00a0?`,
    timeOfDay: 'Heure du jour',
    days: 'Jours',
    chooseDay: 'Choisir un jour',
    calendarBefore: 'Mois précédent',
    calendarAfter: 'Mois suivant',
    lanes: 'Promotions et rabais',
    noLanes: 'Aucune promotion et aucun rabais pendant ces 30 jours.',
    now: 'Maintenant',
    reasons: 'Raisons',
    events: 'Ce qui commence et finit',
    eventsNote: 'Pendant les 30 prochains jours, sur cet écran. Chacun mène à son instant.',
    noEvents: 'Rien ne commence ni ne finit pendant ces 30 jours.',
    pickPrice: 'Choisissez un prix sur le tableau pour lire d’où il vient.',
    close: 'Fermer',
    showRecord: 'Montrer la fiche',
    hideRecord: 'Cacher la fiche',
    copyText: 'Copier en texte',
    copied: 'Copié.',
    notCopied: 'Ce navigateur ne laisse pas une page copier. Voici le texte, à marquer et à copier\u00a0:',
    everybody: 'Revenir au prix de tout le monde',
    changes: 'Ce qui diffère sur le tableau',
    meanwhile: 'Ce qui commence et finit entre-temps'
  },
  es: {
    screens: 'Pantallas',
    screen: 'Pantalla',
    page: (page, count) => `Página ${page} de ${count}`,
    pageBefore: 'Página anterior',
    pageAfter: 'Página siguiente',
    board: 'El tablero en este instante',
    prices: 'Precios del tablero: las flechas van de uno a otro',
    larger: 'Más grande',
    whole: 'Tablero entero',
    stillShows: (screen, moment) => `Todavía ${screen}, ${moment}`,
    working: 'Calculando …',
    inForce: 'en curso en el momento elegido',
    moreAbove: (count) => `${count} más arriba`,
    moreBelow: (count) => `${count} más abajo`,
    record: 'El registro',
    whyShelf: (quantity, shelfName, price) => `¿Por qué ${quantity} a elegir de ${shelfName} cuesta ${price}?`,
    whyProduct: (quantity, productName, price) => `¿Por qué ${productName}, ${quantity}, cuesta ${price}?`,
    timeOfDay: 'Hora del día',
    days: 'Días',
    chooseDay: 'Elegir un día',
    calendarBefore: 'Mes anterior',
    calendarAfter: 'Mes siguiente',
    lanes: 'Promociones y ofertas',
    noLanes: 'Ninguna promoción y ninguna oferta en estos 30 días.',
    now: 'Ahora',
    reasons: 'Razones',
    events: 'Lo que empieza y termina',
    eventsNote: 'En los próximos 30 días, en esta pantalla. Cada uno lleva a su instante.',
    noEvents: 'Nada empieza ni termina en estos 30 días.',
    pickPrice: 'Elija un precio en el tablero para leer de dónde viene.',
    close: 'Cerrar',
    showRecord: 'Mostrar el registro',
    hideRecord: 'Ocultar el registro',
    copyText: 'Copiar como texto',
    copied: 'Copiado.',
    notCopied: 'Este navegador no deja copiar a una página. Este es el texto, para marcarlo y copiarlo:',
    everybody: 'Volver a lo que paga todo el mundo',
    changes: 'Lo que difiere en el tablero',
    meanwhile: 'Lo que empieza y termina entretanto'
  }
}
