import type { StrainType, ViewItem } from '../../shared/board-view.ts'

/** The fixed words of a board. Everything that names an amount or a time comes in the view, already in words. */
export interface BoardWords {
  readonly shelfPrice: string
  readonly regular: string
  readonly perGram: string
  readonly each: string
  readonly bestPrice: string
  readonly best: string
  /** Before a shelf's quantity: it says that jars mix. */
  readonly any: string
  /** The same in the label column, where quantities have no room for it. */
  readonly mixes: string
  readonly soldOut: string
  /** Outlined after a name. */
  readonly states: Readonly<Record<NonNullable<ViewItem['state']>, string>>
  /** Heading of the page that explains the offers running now. */
  readonly offers: string
  /** Heading of the pages that show promotions alone. */
  readonly onPromotion: string
  readonly held: string
  readonly unsorted: string
  readonly empty: string
  readonly connecting: string
  readonly strains: Readonly<Record<StrainType, string>>
  /** No time is wider. */
  readonly widestClock: string
  readonly part: (index: number, count: number) => string
  /** On a screen whose letters cannot have the size that its distance demands. */
  readonly readableTo: (metres: string) => string
}

const english: BoardWords = {
  shelfPrice: 'Shelf price',
  regular: 'Regular',
  perGram: 'Per gram',
  each: 'Each',
  bestPrice: 'best price',
  best: 'best',
  any: 'any',
  mixes: 'mix jars',
  soldOut: 'Sold out',
  states: { new: 'New', 'last-few': 'Last few' },
  offers: 'Offers running now',
  onPromotion: 'On promotion',
  held: 'Ask for today’s price',
  unsorted: 'Menu',
  empty: 'Nothing here right now',
  connecting: 'Connecting',
  strains: { indica: 'Indica', sativa: 'Sativa', hybrid: 'Hybrid', cbd: 'CBD' },
  widestClock: '12:59 pm',
  part: (index, count) => `${index} of ${count}`,
  readableTo: (metres) => `Small screen: readable up to ${metres}\u00a0m away`
}

const french: BoardWords = {
  shelfPrice: 'Prix affiché',
  regular: 'Prix courant',
  perGram: 'Le gramme',
  each: 'L’unité',
  bestPrice: 'meilleur prix',
  best: 'meilleur',
  any: 'tout',
  mixes: 'au choix',
  soldOut: 'Épuisé',
  states: { new: 'Nouveau', 'last-few': 'Presque épuisé' },
  offers: 'Offres en cours',
  onPromotion: 'En promotion',
  held: 'Demandez le prix du jour',
  unsorted: 'Menu',
  empty: 'Rien ici pour le moment',
  connecting: 'Connexion en cours',
  strains: { indica: 'Indica', sativa: 'Sativa', hybrid: 'Hybride', cbd: 'CBD' },
  widestClock: '22 h 59',
  part: (index, count) => `${index} sur ${count}`,
  readableTo: (metres) => `Petit écran\u00a0: lisible jusqu’à ${metres}\u00a0m`
}

const spanish: BoardWords = {
  shelfPrice: 'Precio base',
  regular: 'Precio normal',
  perGram: 'Por gramo',
  each: 'Por unidad',
  bestPrice: 'mejor precio',
  best: 'mejor',
  any: 'cada',
  mixes: 'a elegir',
  soldOut: 'Agotado',
  states: { new: 'Nuevo', 'last-few': 'Quedan pocos' },
  offers: 'Ofertas vigentes',
  onPromotion: 'En promoción',
  held: 'Pregunte por el precio de hoy',
  unsorted: 'Menú',
  empty: 'No hay nada aquí por ahora',
  connecting: 'Conectando',
  strains: { indica: 'Índica', sativa: 'Sativa', hybrid: 'Híbrida', cbd: 'CBD' },
  widestClock: '12:59 p.\u00a0m.',
  part: (index, count) => `${index} de ${count}`,
  readableTo: (metres) => `Pantalla pequeña: legible hasta ${metres}\u00a0m`
}

/** The words for a BCP 47 language tag; English where the language is not one of ours. */
export function wordsOf(language: string): BoardWords {
  switch (language.toLowerCase().slice(0, 2)) {
    case 'fr':
      return french
    case 'es':
      return spanish
    default:
      return english
  }
}
