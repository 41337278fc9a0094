import type { InLanguages } from '../words/language.ts'

export interface AbsenceViewWords {
  readonly search: string
  readonly searchNote: string
  readonly nothingFound: string
  readonly found: (count: number, shown: number) => string
  readonly matches: string
  /** What the reasons at the right are called. */
  readonly answer: string
  readonly product: string
  readonly promotion: string
  readonly whatToDo: string
  readonly also: string
  readonly screens: string
  readonly didYouMean: string
  readonly lookUp: string
  readonly noStore: string
  readonly hintTitle: string
  readonly hint: string
  readonly seeThen: (moment: string) => string
}

export const ABSENCE_VIEW_WORDS: InLanguages<AbsenceViewWords> = {
  en: {
    search: 'Product or promotion',
    searchNote: 'Type a name, SKU or barcode, or scan one.',
    nothingFound: 'Nothing found',
    found: (count, shown) =>
      shown < count ? `${count} found, the first ${shown} here` : count === 1 ? 'One found' : `${count} found`,
    matches: 'Found',
    answer: 'Answer',
    product: 'Product',
    promotion: 'Promotion',
    whatToDo: 'What to do',
    also: 'Also in the way',
    screens: 'On each screen',
    didYouMean: 'Did you mean',
    lookUp: 'Products to look up',
    noStore: 'No store is known yet: the first sync with Cova has not brought one.',
    hintTitle: 'What are you looking for?',
    hint: 'Choose a product or a promotion, and read here what keeps it off the screen and what to do about it.',
    seeThen: (moment) => `See the board then: ${moment}`
  },
  fr: {
    search: 'Produit ou promotion',
    searchNote: 'Tapez un nom, un SKU ou un code-barres, ou lisez-en un au lecteur.',
    nothingFound: 'Rien trouvé',
    found: (count, shown) =>
      shown < count
        ? `${count} trouvés, les ${shown} premiers ici`
        : count < 2
          ? `${count} trouvé`
          : `${count} trouvés`,
    matches: 'Trouvés',
    answer: 'Réponse',
    product: 'Produit',
    promotion: 'Promotion',
    whatToDo: 'Que faire',
    also: 'Autres obstacles',
    screens: 'Sur chaque écran',
    didYouMean: 'Vouliez-vous dire',
    lookUp: 'Produits à chercher',
    noStore: 'Aucun magasin n’est encore connu\u00a0: la première synchronisation avec Cova n’en a pas apporté.',
    hintTitle: 'Que cherchez-vous?',
    hint: 'Choisissez un produit ou une promotion, et lisez ici ce qui l’empêche d’être à l’écran et que faire.',
    seeThen: (moment) => `Voir le tableau à ce moment\u00a0: ${moment}`
  },
  es: {
    search: 'Producto o promoción',
    searchNote: 'Escriba un nombre, un SKU o un código de barras, o léalo con el lector.',
    nothingFound: 'No se encontró nada',
    found: (count, shown) =>
      shown < count
        ? `${count} encontrados, los primeros ${shown} aquí`
        : count === 1
          ? 'Uno encontrado'
          : `${count} encontrados`,
    matches: 'Encontrados',
    answer: 'Respuesta',
    product: 'Producto',
    promotion: 'Promoción',
    whatToDo: 'Qué hacer',
    also: 'También lo impide',
    screens: 'En cada pantalla',
    didYouMean: '¿Quiso decir?',
    lookUp: 'Productos para buscar',
    noStore: 'Todavía no se conoce ninguna tienda: la primera sincronización con Cova no ha traído ninguna.',
    hintTitle: '¿Qué busca?',
    hint: 'Elija un producto o una promoción, y lea aquí qué impide que esté en pantalla y qué hacer.',
    seeThen: (moment) => `Ver el tablero en ese momento: ${moment}`
  }
}
