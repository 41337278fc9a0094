import type { InLanguages } from './language.ts'

export interface AccessWords {
  readonly title: string
  readonly changePin: string
  readonly currentPin: string
  readonly newPin: string
  readonly newPinAgain: string
  readonly change: string
  readonly changed: string
  readonly setUpAgain: string
  readonly setUpAgainNote: string
  readonly openSetUp: string
  readonly given: string
}

export const ACCESS_WORDS: InLanguages<AccessWords> = {
  en: {
    title: 'PIN and connection',
    changePin: 'Change the PIN',
    currentPin: 'PIN now',
    newPin: 'New PIN',
    newPinAgain: 'The new PIN again',
    change: 'Change the PIN',
    changed: 'The PIN is changed. Other windows that were open are locked.',
    setUpAgain: 'Connect anew',
    setUpAgainNote:
      'Opens first run again: for new values from Cova, another company, or the demo store. The boards show what they show until something else is chosen.',
    openSetUp: 'Open first run again',
    given: 'This program was started with its values from Cova: whoever starts it changes them there.'
  },
  fr: {
    title: 'NIP et connexion',
    changePin: 'Changer le NIP',
    currentPin: 'NIP actuel',
    newPin: 'Nouveau NIP',
    newPinAgain: 'Le nouveau NIP une seconde fois',
    change: 'Changer le NIP',
    changed: 'Le NIP est changé. Les autres fenêtres ouvertes sont verrouillées.',
    setUpAgain: 'Se connecter de nouveau',
    setUpAgainNote:
      'Rouvre la première mise en marche\u00a0: pour de nouvelles valeurs de Cova, une autre entreprise ou la démonstration. Les tableaux restent tels quels jusqu’à un autre choix.',
    openSetUp: 'Rouvrir la mise en marche',
    given: 'Ce programme a été lancé avec ses valeurs de Cova\u00a0: c’est là qu’elles se changent.'
  },
  es: {
    title: 'PIN y conexión',
    changePin: 'Cambiar el PIN',
    currentPin: 'PIN actual',
    newPin: 'PIN nuevo',
    newPinAgain: 'El PIN nuevo otra vez',
    change: 'Cambiar el PIN',
    changed: 'El PIN se cambió. Las demás ventanas abiertas quedan bloqueadas.',
    setUpAgain: 'Conectar de nuevo',
    setUpAgainNote:
      'Vuelve a abrir la puesta en marcha: para valores nuevos de Cova, otra empresa o la demostración. Los tableros siguen igual hasta que se elija otra cosa.',
    openSetUp: 'Abrir otra vez la puesta en marcha',
    given: 'Este programa se inició con sus valores de Cova: se cambian allí.'
  }
}
