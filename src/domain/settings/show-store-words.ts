import type { ShowStoreFault } from '../../shared/setup.ts'
import type { InLanguages, ManagerLanguage } from './manager-language.ts'

const WORDS: Readonly<Record<ShowStoreFault, InLanguages>> = {
  'not-over': {
    en: 'First run is not over yet: go through it on the screen of this machine.',
    fr: 'La première mise en marche n’est pas terminée\u00a0: finissez-la à l’écran de cet appareil.',
    es: 'La primera puesta en marcha no ha terminado: complétela en la pantalla de este equipo.'
  },
  opening: {
    en: 'The menu is being opened. Try again in a moment.',
    fr: 'Le menu est en train de s’ouvrir. Réessayez dans un instant.',
    es: 'El menú se está abriendo. Inténtelo de nuevo en un momento.'
  },
  'no-such-store': {
    en: 'The company has no such store any more. Choose another.',
    fr: 'L’entreprise n’a plus ce magasin. Choisissez-en un autre.',
    es: 'La empresa ya no tiene esta tienda. Elija otra.'
  },
  'currency-unknown': {
    en: 'The country of this store is not known, so neither is its currency: choose its currency first.',
    fr: 'Le pays de ce magasin est inconnu, donc sa devise aussi\u00a0: choisissez d’abord sa devise.',
    es: 'No se conoce el país de esta tienda, así que tampoco su moneda: elija primero su moneda.'
  },
  'disk-full': {
    en: 'The disk of this machine is full: delete what is not needed, and try again.',
    fr: 'Le disque de cet appareil est plein\u00a0: supprimez ce qui ne sert pas, puis réessayez.',
    es: 'El disco de este equipo está lleno: borre lo que no haga falta e inténtelo de nuevo.'
  },
  'data-dir-unwritable': {
    en: 'Topshelf may not write in its data directory.',
    fr: 'Topshelf ne peut pas écrire dans son dossier de données.',
    es: 'Topshelf no puede escribir en su carpeta de datos.'
  }
}

/** Why this machine's screens do not show another store. */
export function showStoreFaultWords(fault: ShowStoreFault, language: ManagerLanguage): string {
  return WORDS[fault][language]
}
