import type { InLanguages, ManagerLanguage } from '../settings/manager-language.ts'

/** What the page says that a network's stranger is shown in place of a board. */
export interface ClosedWords {
  readonly title: string
  /** For a shopper whose code was made void, or is of before. */
  readonly forShoppers: string
  readonly forScreens: string
  readonly pair: string
}

export function closedWordsOf(language: ManagerLanguage): ClosedWords {
  return WORDS[language]
}

const WORDS: InLanguages<ClosedWords> = {
  en: {
    title: 'This menu is not open here',
    forShoppers: 'A printed code brought you here? It is no longer in use: please look for a newer one in the store.',
    forScreens: 'A television or tablet of the store shows its menu once it is paired.',
    pair: 'Pair this screen with a code'
  },
  fr: {
    title: 'Ce menu n’est pas ouvert ici',
    forShoppers:
      'Un code imprimé vous a mené ici\u00a0? Il n’est plus utilisé\u00a0: cherchez-en un plus récent dans le magasin.',
    forScreens: 'Un téléviseur ou une tablette du magasin montre son menu une fois jumelé.',
    pair: 'Jumeler cet écran avec un code'
  },
  es: {
    title: 'Este menú no está abierto aquí',
    forShoppers: '¿Lo trajo un código impreso? Ya no se usa: busque uno más reciente en la tienda.',
    forScreens: 'Un televisor o una tableta de la tienda muestra su menú en cuanto se vincula.',
    pair: 'Vincular esta pantalla con un código'
  }
}
