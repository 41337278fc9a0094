import type { PairingCode } from '../../shared/pairing.ts'
import type { InLanguages, ManagerLanguage } from '../settings/manager-language.ts'

/** Why a screen cannot be paired or told something, each with what would be right. */
export type PairingFault =
  | { readonly kind: 'code-shape' }
  | { readonly kind: 'code-unknown' }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'no-store' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'not-on' }
  | { readonly kind: 'fixed-place' }
  | { readonly kind: 'hours'; readonly day: string }
  | { readonly kind: 'unwritable' }

/** What a browser that waits for its board says, by the language of the settings. */
export function pairingPageWords(language: ManagerLanguage): Omit<PairingCode['words'], 'language'> {
  return PAGE[language]
}

const PAGE: InLanguages<Omit<PairingCode['words'], 'language'>> = {
  en: {
    title: 'This screen has no board yet',
    how: 'On the machine that runs Topshelf, open the manager’s window, Screens, “Pair a browser”, and type this code.',
    expires: 'A new code comes every ten minutes.'
  },
  fr: {
    title: 'Cet écran n’a pas encore de tableau',
    how: 'Sur l’appareil où tourne Topshelf, ouvrez la fenêtre du gérant, Écrans, «\u00a0Jumeler un navigateur\u00a0», et tapez ce code.',
    expires: 'Un nouveau code vient toutes les dix minutes.'
  },
  es: {
    title: 'Esta pantalla aún no tiene tablero',
    how: 'En el equipo donde funciona Topshelf, abra la ventana del gerente, Pantallas, «Vincular un navegador», y escriba este código.',
    expires: 'Cada diez minutos aparece un código nuevo.'
  }
}

/** What is wrong and what would be right. */
export function pairingFaultWords(fault: PairingFault, language: ManagerLanguage): string {
  return wordsOf(fault)[language]
}

function wordsOf(fault: PairingFault): InLanguages {
  switch (fault.kind) {
    case 'code-shape':
      return {
        en: 'Type the six letters and figures that the screen shows, such as K7M 4QX. There is no 0, O, 1, I or L in them.',
        fr: 'Tapez les six lettres et chiffres que montre l’écran, comme K7M 4QX. Il n’y a ni 0, ni O, ni 1, ni I, ni L.',
        es: 'Escriba las seis letras y cifras que muestra la pantalla, como K7M 4QX. No llevan 0, O, 1, I ni L.'
      }
    case 'code-unknown':
      return {
        en: 'No screen shows this code now. Read it again: it changes every ten minutes.',
        fr: 'Aucun écran ne montre ce code en ce moment. Relisez-le\u00a0: il change toutes les dix minutes.',
        es: 'Ninguna pantalla muestra este código ahora. Léalo de nuevo: cambia cada diez minutos.'
      }
    case 'wait':
      return {
        en: `Too many wrong codes. Try again in ${fault.seconds}\u00a0s.`,
        fr: `Trop de codes erronés. Réessayez dans ${fault.seconds}\u00a0s.`,
        es: `Demasiados códigos erróneos. Inténtelo de nuevo en ${fault.seconds}\u00a0s.`
      }
    case 'no-store':
      return {
        en: 'Choose the store that the screen shows.',
        fr: 'Choisissez le magasin que montre l’écran.',
        es: 'Elija la tienda que muestra la pantalla.'
      }
    case 'gone':
      return {
        en: 'There is no such screen any more. Choose from the list.',
        fr: 'Cet écran n’existe plus. Choisissez dans la liste.',
        es: 'Esa pantalla ya no existe. Elija de la lista.'
      }
    case 'not-on':
      return {
        en: 'The screen shows no board now, so it cannot be told anything.',
        fr: 'L’écran ne montre aucun tableau en ce moment\u00a0: on ne peut rien lui dire.',
        es: 'La pantalla no muestra ningún tablero ahora, así que no se le puede decir nada.'
      }
    case 'fixed-place':
      return {
        en: 'The address of this browser says its name and its store. Pair it to choose them here.',
        fr: 'L’adresse de ce navigateur dit son nom et son magasin. Jumelez-le pour les choisir ici.',
        es: 'La dirección de este navegador dice su nombre y su tienda. Vincúlelo para elegirlos aquí.'
      }
    case 'hours':
      return {
        en: `${fault.day}: write times of 24 hours such as 09:00 and 22:00.`,
        fr: `${fault.day}\u00a0: écrivez des heures sur 24\u00a0h comme 09:00 et 22:00.`,
        es: `${fault.day}: escriba horas de 24 horas como 09:00 y 22:00.`
      }
    case 'unwritable':
      return {
        en: 'That could not be kept: the data directory cannot be written.',
        fr: 'Cela n’a pas pu être gardé\u00a0: le dossier de données n’accepte pas d’écriture.',
        es: 'No se pudo guardar: no se puede escribir en la carpeta de datos.'
      }
  }
}
