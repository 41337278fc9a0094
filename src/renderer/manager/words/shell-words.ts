import type { PinRefusal } from '../../../shared/manager/gate.ts'
import type { ViewName } from '../route.ts'
import type { InLanguages } from './language.ts'

export interface ShellWords {
  readonly title: string
  readonly views: Readonly<Record<ViewName, string>>
  readonly navigation: string
  readonly toContent: string
  readonly lock: string
  readonly store: string
  readonly screen: string
  readonly defaultScreen: string
  readonly choosePin: string
  readonly choosePinNote: string
  readonly choosePinElsewhere: string
  readonly pin: string
  readonly pinAgain: string
  readonly pinsDiffer: string
  readonly keepPin: string
  readonly enterPin: string
  readonly open: string
  readonly opening: string
  readonly erase: string
  readonly digit: (digit: string) => string
  readonly attemptsLeft: (count: number) => string
  readonly wait: (seconds: number) => string
  readonly damaged: string
  readonly forgotten: string
  readonly pinRefusals: Readonly<Record<PinRefusal, string>>
  readonly noAnswer: string
  readonly opensSoon: string
}

export const SHELL_WORDS: InLanguages<ShellWords> = {
  en: {
    title: 'Manager’s window',
    views: {
      today: 'Today',
      screens: 'Screens',
      'time-machine': 'Time machine',
      absence: 'Why isn’t it up?',
      'register-check': 'Register check',
      health: 'Health',
      print: 'Print',
      settings: 'Settings'
    },
    navigation: 'Views',
    toContent: 'To the content',
    lock: 'Lock',
    store: 'Store',
    screen: 'Screen',
    defaultScreen: 'Screen as delivered',
    choosePin: 'Choose a PIN',
    choosePinNote: 'Four to twelve digits. Whoever knows them can change what the boards show.',
    choosePinElsewhere: 'Nobody has chosen a PIN yet. Open this window from the tray icon, or with Ctrl+Shift+M.',
    pin: 'PIN',
    pinAgain: 'The same PIN again',
    pinsDiffer: 'The two are not the same.',
    keepPin: 'Keep this PIN and open',
    enterPin: 'Enter the PIN',
    open: 'Open',
    opening: 'Opening',
    erase: 'Erase',
    digit: (digit) => `Digit ${digit}`,
    attemptsLeft: (count) => (count === 1 ? 'One attempt before a wait.' : `${count} attempts before a wait.`),
    wait: (seconds) =>
      seconds > 60
        ? `Too many attempts. The next one in ${Math.ceil(seconds / 60)} minutes.`
        : `Too many attempts. The next one in ${seconds} seconds.`,
    damaged:
      'The file of the PIN is damaged, so the window stays shut. Run “npm run cli -- reset-pin” on this machine, then choose another.',
    forgotten: 'Forgotten? Run “npm run cli -- reset-pin” on this machine.',
    pinRefusals: {
      wrong: 'That is not the PIN.',
      wait: 'Too many attempts.',
      damaged: 'The file of the PIN is damaged.',
      'no-pin': 'There is no PIN yet.',
      'has-one': 'A PIN has been chosen meanwhile.',
      digits: 'Four to twelve digits, nothing else.',
      easy: 'Too easy to guess: not one digit again and again, and not a run such as 1234.',
      unwritable: 'The PIN could not be kept: the data directory cannot be written.'
    },
    noAnswer: 'Topshelf does not answer. Check that it is still running.',
    opensSoon: 'Opening'
  },
  fr: {
    title: 'Fenêtre du gérant',
    views: {
      today: 'Aujourd’hui',
      screens: 'Écrans',
      'time-machine': 'Voyage dans le temps',
      absence: 'Pourquoi pas à l’écran?',
      'register-check': 'Vérifier la caisse',
      health: 'Santé',
      print: 'Imprimer',
      settings: 'Réglages'
    },
    navigation: 'Vues',
    toContent: 'Aller au contenu',
    lock: 'Verrouiller',
    store: 'Magasin',
    screen: 'Écran',
    defaultScreen: 'Écran d’origine',
    choosePin: 'Choisissez un NIP',
    choosePinNote: 'De quatre à douze chiffres. Qui les connaît peut changer ce que montrent les tableaux.',
    choosePinElsewhere:
      'Personne n’a encore choisi de NIP. Ouvrez cette fenêtre par l’icône de la barre d’état, ou avec Ctrl+Maj+M.',
    pin: 'NIP',
    pinAgain: 'Le même NIP une seconde fois',
    pinsDiffer: 'Les deux ne sont pas identiques.',
    keepPin: 'Garder ce NIP et ouvrir',
    enterPin: 'Entrez le NIP',
    open: 'Ouvrir',
    opening: 'Ouverture',
    erase: 'Effacer',
    digit: (digit) => `Chiffre ${digit}`,
    attemptsLeft: (count) => (count === 1 ? 'Un essai avant une attente.' : `${count} essais avant une attente.`),
    wait: (seconds) =>
      seconds > 60
        ? `Trop d’essais. Le prochain dans ${Math.ceil(seconds / 60)} minutes.`
        : `Trop d’essais. Le prochain dans ${seconds} secondes.`,
    damaged:
      'Le fichier du NIP est endommagé et la fenêtre reste fermée. Lancez «\u00a0npm run cli -- reset-pin\u00a0» sur cet appareil, puis choisissez-en un autre.',
    forgotten: 'Oublié? Lancez «\u00a0npm run cli -- reset-pin\u00a0» sur cet appareil.',
    pinRefusals: {
      wrong: 'Ce n’est pas le NIP.',
      wait: 'Trop d’essais.',
      damaged: 'Le fichier du NIP est endommagé.',
      'no-pin': 'Il n’y a pas encore de NIP.',
      'has-one': 'Un NIP a été choisi entre-temps.',
      digits: 'De quatre à douze chiffres, rien d’autre.',
      easy: 'Trop facile à deviner\u00a0: ni un seul chiffre répété, ni une suite comme 1234.',
      unwritable: 'Le NIP n’a pas pu être gardé\u00a0: le dossier de données n’accepte pas d’écriture.'
    },
    noAnswer: 'Topshelf ne répond pas. Vérifiez qu’il fonctionne toujours.',
    opensSoon: 'Ouverture'
  },
  es: {
    title: 'Ventana del gerente',
    views: {
      today: 'Hoy',
      screens: 'Pantallas',
      'time-machine': 'Máquina del tiempo',
      absence: '¿Por qué no está?',
      'register-check': 'Revisar la caja',
      health: 'Salud',
      print: 'Imprimir',
      settings: 'Ajustes'
    },
    navigation: 'Vistas',
    toContent: 'Ir al contenido',
    lock: 'Bloquear',
    store: 'Tienda',
    screen: 'Pantalla',
    defaultScreen: 'Pantalla de fábrica',
    choosePin: 'Elija un PIN',
    choosePinNote: 'De cuatro a doce dígitos. Quien los conozca puede cambiar lo que muestran los tableros.',
    choosePinElsewhere:
      'Nadie ha elegido un PIN todavía. Abra esta ventana desde el icono de la bandeja, o con Ctrl+Mayús+M.',
    pin: 'PIN',
    pinAgain: 'El mismo PIN otra vez',
    pinsDiffer: 'Los dos no son iguales.',
    keepPin: 'Guardar este PIN y abrir',
    enterPin: 'Escriba el PIN',
    open: 'Abrir',
    opening: 'Abriendo',
    erase: 'Borrar',
    digit: (digit) => `Dígito ${digit}`,
    attemptsLeft: (count) => (count === 1 ? 'Un intento antes de esperar.' : `${count} intentos antes de esperar.`),
    wait: (seconds) =>
      seconds > 60
        ? `Demasiados intentos. El próximo en ${Math.ceil(seconds / 60)} minutos.`
        : `Demasiados intentos. El próximo en ${seconds} segundos.`,
    damaged:
      'El archivo del PIN está dañado y la ventana sigue cerrada. Ejecute «npm run cli -- reset-pin» en este equipo y elija otro.',
    forgotten: '¿Lo olvidó? Ejecute «npm run cli -- reset-pin» en este equipo.',
    pinRefusals: {
      wrong: 'Ese no es el PIN.',
      wait: 'Demasiados intentos.',
      damaged: 'El archivo del PIN está dañado.',
      'no-pin': 'Todavía no hay PIN.',
      'has-one': 'Entretanto se eligió un PIN.',
      digits: 'De cuatro a doce dígitos, nada más.',
      easy: 'Demasiado fácil de adivinar: ni un solo dígito repetido ni una serie como 1234.',
      unwritable: 'No se pudo guardar el PIN: no se puede escribir en la carpeta de datos.'
    },
    noAnswer: 'Topshelf no responde. Compruebe que sigue en marcha.',
    opensSoon: 'Abriendo'
  }
}
