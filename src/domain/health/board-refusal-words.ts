import type { BoardRefusalCode } from '../../shared/board-refusal.ts'
import type { InLanguages, ManagerLanguage } from '../settings/manager-language.ts'

const WORDS: Readonly<Record<BoardRefusalCode, InLanguages>> = {
  starting: {
    en: 'The first sync has not finished yet. Until then there is nothing to look at.',
    fr: 'La première synchronisation n’est pas terminée. D’ici là, il n’y a rien à voir.',
    es: 'La primera sincronización no ha terminado. Hasta entonces no hay nada que ver.'
  },
  'unknown-location': {
    en: 'No board is served for this store: it is gone, or left out in the settings. Choose another.',
    fr: 'Aucun tableau n’est servi pour ce magasin\u00a0: il n’existe plus, ou les réglages l’excluent. Choisissez-en un autre.',
    es: 'No se sirve ningún tablero de esta tienda: ya no existe, o los ajustes la dejan fuera. Elija otra.'
  },
  'unknown-currency': {
    en: 'The country of this store is not known, so neither is its currency: choose its currency in the settings.',
    fr: 'Le pays de ce magasin est inconnu, donc sa devise aussi\u00a0: choisissez sa devise dans les réglages.',
    es: 'No se conoce el país de esta tienda, así que tampoco su moneda: elija su moneda en los ajustes.'
  },
  busy: {
    en: 'Too many boards are open already. Close one, and try again.',
    fr: 'Trop de tableaux sont déjà ouverts. Fermez-en un, puis réessayez.',
    es: 'Ya hay demasiados tableros abiertos. Cierre uno e inténtelo de nuevo.'
  },
  'too-many-boards': {
    en: 'Too many boards are open from this address already. Close one, and try again.',
    fr: 'Trop de tableaux sont déjà ouverts depuis cette adresse. Fermez-en un, puis réessayez.',
    es: 'Ya hay demasiados tableros abiertos desde esta dirección. Cierre uno e inténtelo de nuevo.'
  }
}

/** Why no board of a store can be looked at. */
export function boardRefusalWords(code: BoardRefusalCode, language: ManagerLanguage): string {
  return WORDS[code][language]
}
