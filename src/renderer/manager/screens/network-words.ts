import type { InLanguages } from '../words/language.ts'

/** Words of what this machine shows its network. */
export interface NetworkWords {
  readonly title: string
  /** Of the button that opens it. */
  readonly open: string
  readonly serve: string
  readonly serveNote: string
  readonly boards: string
  readonly boardsFor: Readonly<Record<'paired' | 'everybody', { readonly name: string; readonly note: string }>>
  readonly at: (address: string) => string
  readonly nowhere: string
  readonly failed: string
  readonly byOptions: string
  readonly keep: string
  readonly close: string
}

const NBSP = '\u00a0'

export const NETWORK_WORDS: InLanguages<NetworkWords> = {
  en: {
    title: 'Other screens in the network',
    open: 'Network',
    serve: 'Show boards on other screens',
    serveNote:
      'Televisions, tablets and phones in the store’s network reach this machine then. From there nobody can change anything.',
    boards: 'Who sees boards',
    boardsFor: {
      paired: {
        name: 'Paired screens, and phones with a printed code',
        note: 'Each screen is let in by a code of six letters and figures, and can be sent away again.'
      },
      everybody: {
        name: 'Everybody in the network',
        note: 'Whoever reaches this machine reads every board. Only in a network that no shopper is in.'
      }
    },
    at: (address) => `Open ${address} there.`,
    nowhere: 'Boards are served to this machine alone.',
    failed: 'It was switched on, but no port could be had. The windows of this machine are not affected.',
    byOptions: 'Where boards are served is said by the options that this program was started with: --host, --port.',
    keep: 'Save',
    close: 'Close'
  },
  fr: {
    title: 'Autres écrans du réseau',
    open: 'Réseau',
    serve: 'Montrer les tableaux sur d’autres écrans',
    serveNote:
      'Les téléviseurs, tablettes et téléphones du réseau du magasin atteignent alors cet appareil. De là, personne ne peut rien changer.',
    boards: 'Qui voit les tableaux',
    boardsFor: {
      paired: {
        name: 'Les écrans jumelés, et les téléphones par un code imprimé',
        note: 'Chaque écran entre par un code de six lettres et chiffres, et peut être renvoyé.'
      },
      everybody: {
        name: 'Tout le monde sur le réseau',
        note: 'Quiconque atteint cet appareil lit tous les tableaux. Seulement sur un réseau où aucun client ne se trouve.'
      }
    },
    at: (address) => `Ouvrez-y ${address}.`,
    nowhere: 'Les tableaux ne sont servis qu’à cet appareil.',
    failed: 'C’est activé, mais aucun port n’était libre. Les fenêtres de cet appareil ne sont pas touchées.',
    byOptions: `Les options données au démarrage disent où les tableaux sont servis${NBSP}: --host, --port.`,
    keep: 'Enregistrer',
    close: 'Fermer'
  },
  es: {
    title: 'Otras pantallas de la red',
    open: 'Red',
    serve: 'Mostrar tableros en otras pantallas',
    serveNote:
      'Los televisores, tabletas y teléfonos de la red de la tienda llegan entonces a este equipo. Desde allí nadie puede cambiar nada.',
    boards: 'Quién ve los tableros',
    boardsFor: {
      paired: {
        name: 'Las pantallas vinculadas, y los teléfonos con un código impreso',
        note: 'Cada pantalla entra con un código de seis letras y cifras, y se la puede echar de nuevo.'
      },
      everybody: {
        name: 'Todos en la red',
        note: 'Quien llegue a este equipo lee todos los tableros. Solo en una red en la que no haya clientes.'
      }
    },
    at: (address) => `Abra allí ${address}.`,
    nowhere: 'Los tableros solo se sirven a este equipo.',
    failed: 'Está activado, pero no había ningún puerto libre. Las ventanas de este equipo no se ven afectadas.',
    byOptions: 'Las opciones con que se inició el programa dicen dónde se sirven los tableros: --host, --port.',
    keep: 'Guardar',
    close: 'Cerrar'
  }
}
