import type { RecoveryStep, WindowFault } from '../../shared/recovery.ts'
import type { InLanguages, ManagerLanguage } from '../settings/manager-language.ts'

interface RecoveryWords {
  readonly faults: Readonly<Record<WindowFault, string>>
  readonly steps: Readonly<Record<RecoveryStep, string>>
  readonly byItself: string
}

const WORDS: InLanguages<RecoveryWords> = {
  en: {
    faults: {
      crashed: 'The page’s process ended',
      unresponsive: 'The page did not answer any more',
      'not-loaded': 'The page did not load',
      still: 'The picture stood still',
      'one-colour': 'The screen was of one colour',
      'no-proof': 'The page was not what it should be',
      empty: 'The page was empty',
      'old-board': 'An older board stayed on the screen',
      'no-picture': 'Nothing could be seen of the window'
    },
    steps: {
      repaint: 'drawn anew',
      reload: 'page loaded anew',
      'new-window': 'window opened anew',
      relaunch: 'program started anew'
    },
    byItself: 'came back by itself'
  },
  fr: {
    faults: {
      crashed: 'Le processus de la page s’est arrêté',
      unresponsive: 'La page ne répondait plus',
      'not-loaded': 'La page ne s’est pas chargée',
      still: 'L’image était figée',
      'one-colour': 'L’écran était d’une seule couleur',
      'no-proof': 'La page n’était pas celle qu’il fallait',
      empty: 'La page était vide',
      'old-board': 'Un ancien tableau restait à l’écran',
      'no-picture': 'On ne voyait rien de la fenêtre'
    },
    steps: {
      repaint: 'redessinée',
      reload: 'page rechargée',
      'new-window': 'fenêtre rouverte',
      relaunch: 'programme redémarré'
    },
    byItself: 'revenue d’elle-même'
  },
  es: {
    faults: {
      crashed: 'El proceso de la página terminó',
      unresponsive: 'La página ya no respondía',
      'not-loaded': 'La página no se cargó',
      still: 'La imagen se quedó quieta',
      'one-colour': 'La pantalla era de un solo color',
      'no-proof': 'La página no era la debida',
      empty: 'La página estaba vacía',
      'old-board': 'Un tablero anterior seguía en la pantalla',
      'no-picture': 'No se veía nada de la ventana'
    },
    steps: {
      repaint: 'dibujada de nuevo',
      reload: 'página cargada de nuevo',
      'new-window': 'ventana abierta de nuevo',
      relaunch: 'programa iniciado de nuevo'
    },
    byItself: 'volvió por sí sola'
  }
}

/** What was wrong with a window, in a few words. */
export function windowFaultWords(fault: WindowFault, language: ManagerLanguage): string {
  return WORDS[language].faults[fault]
}

/** What mended it; null is nothing that the program did. */
export function recoveryStepWords(step: RecoveryStep | null, language: ManagerLanguage): string {
  return step === null ? WORDS[language].byItself : WORDS[language].steps[step]
}
