import type { ManagerRefusalCode } from '../../shared/manager/manager-channels.ts'
import type { InLanguages, ManagerLanguage } from '../settings/manager-language.ts'

/** Refusals of the desk itself; the others are said by whoever refuses. */
export type DeskRefusalCode = Exclude<ManagerRefusalCode, 'refused' | 'unavailable'> | 'browser-saves' | 'not-written'

const WORDS: Readonly<Record<DeskRefusalCode, InLanguages>> = {
  'unknown-call': {
    en: 'This window is of another version than Topshelf: load it anew.',
    fr: 'Cette fenêtre n’est pas de la même version que Topshelf\u00a0: rechargez-la.',
    es: 'Esta ventana no es de la misma versión que Topshelf: recárguela.'
  },
  locked: {
    en: 'The manager’s window is locked.',
    fr: 'La fenêtre du gérant est verrouillée.',
    es: 'La ventana del gerente está bloqueada.'
  },
  'wrong-arguments': {
    en: 'That cannot be taken as it was entered. Check it and try again.',
    fr: 'Ce qui a été saisi ne peut pas être accepté tel quel. Vérifiez et réessayez.',
    es: 'Lo que se escribió no se puede aceptar así. Revíselo e inténtelo de nuevo.'
  },
  failed: {
    en: 'That did not work. The support bundle says why.',
    fr: 'Cela n’a pas fonctionné. Le fichier de soutien dit pourquoi.',
    es: 'Eso no funcionó. El archivo de soporte dice por qué.'
  },
  'not-written': {
    en: 'The file cannot be written there: choose another place.',
    fr: 'Le fichier ne peut pas être écrit à cet endroit\u00a0: choisissez-en un autre.',
    es: 'El archivo no se puede escribir ahí: elija otro lugar.'
  },
  'browser-saves': {
    en: 'The browser saves files here.',
    fr: 'Ici, c’est le navigateur qui enregistre les fichiers.',
    es: 'Aquí los archivos los guarda el navegador.'
  }
}

export function deskRefusalWords(code: DeskRefusalCode, language: ManagerLanguage): string {
  return WORDS[code][language]
}
