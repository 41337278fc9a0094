import type { InLanguages } from './language.ts'

/** The languages that boards and this window have all their words in, as BCP 47 tags. */
export const LISTED_LANGUAGES = ['en-CA', 'en-US', 'fr-CA', 'es-US', 'es-MX'] as const

export interface SettingsWords {
  readonly title: string
  readonly loading: string
  readonly save: (part: string) => string
  readonly saving: string
  readonly forget: string
  readonly saved: string
  readonly nothingChanged: string
  readonly before: (value: string) => string
  readonly none: string
  readonly remove: string

  readonly syncing: string
  readonly syncingNote: string
  readonly notFrozen: string
  readonly freeze: string
  readonly thaw: string
  readonly freezeNote: string

  readonly stores: string
  readonly storesNote: string
  readonly everyMarket: string
  readonly someMarkets: string
  readonly everyStore: string
  readonly someStores: string
  readonly storesIn: (count: number) => string
  readonly thisMachine: string
  readonly show: string
  readonly noChoices: string

  readonly look: string
  readonly languageNote: string
  readonly asInCountry: string
  readonly languages: Readonly<Record<(typeof LISTED_LANGUAGES)[number], string>>
  readonly anotherLanguage: string
  readonly languageTag: string
  readonly storeLanguage: string
  readonly minutes: string
  readonly staleNote: string
  readonly hours: string
  readonly askNote: string
  readonly colourNote: string
  readonly logoNote: (folder: string) => string
  readonly nameWritten: string

  readonly screens: string
  readonly screensNote: string
  readonly addScreen: string
  readonly add: string
  readonly newName: string
  readonly removeScreen: (name: string) => string
  readonly removeReally: (name: string) => string
  readonly keepScreen: string
  readonly screenForm: (name: string) => string

  readonly displays: string
  readonly displaysNote: string
  readonly displaysBrowsers: string
  readonly startAtBootNote: string
  readonly connected: string
  readonly primary: string
  readonly notConnected: string
  readonly board: (display: string) => string
  readonly itsStore: (display: string) => string
  readonly itsScreen: (display: string) => string
  readonly machineStore: string
  readonly asAll: string

  readonly market: string
  readonly marketNote: string
  readonly noProfile: string
  readonly confirm: string
  readonly confirmNote: string

  readonly places: string
  readonly placesNote: string
  readonly asCovaSays: string
  readonly zoneByCova: (timeZone: string) => string

  readonly backup: string
  readonly backupNote: string
  readonly saveBackup: string
  readonly savedAt: (path: string) => string
  readonly chooseFile: string
  readonly wouldChange: string
  readonly wouldNotChange: string
  readonly staysOut: string
  readonly importNow: string
  readonly cancelImport: string
  readonly imported: string
  readonly keptAs: (path: string) => string
  readonly fileTooLarge: string
}

/** A heading within a sentence: names in it keep their letters. */
function inSentence(heading: string): string {
  return heading.charAt(0).toLowerCase() + heading.slice(1)
}

export const SETTINGS_WORDS: InLanguages<SettingsWords> = {
  en: {
    title: 'Settings',
    loading: 'Reading the settings',
    save: (part) => `Save ${inSentence(part)}`,
    saving: 'Saving',
    forget: 'Undo what I typed',
    saved: 'Saved. Boards take it up within seconds:',
    nothingChanged: 'Nothing was different, so nothing was saved.',
    before: (value) => `before: ${value}`,
    none: 'None',
    remove: 'Remove',
    syncing: 'Syncing',
    syncingNote: 'Freezing asks Cova for nothing. Boards stay, and say how old their prices are.',
    notFrozen: 'Topshelf asks Cova for what changed, every minute.',
    freeze: 'Freeze syncing',
    thaw: 'Thaw: sync now',
    freezeNote: 'Sales and promotions that are known already start and end at their time.',
    stores: 'Stores',
    storesNote: 'A store that is left out has no board and no page.',
    everyMarket: 'Every province and state',
    someMarkets: 'Only stores in',
    everyStore: 'Every store there',
    someStores: 'Only these stores',
    storesIn: (count) => (count === 1 ? '1 store' : `${count} stores`),
    thisMachine: 'Screens of this machine show',
    show: 'Show this store',
    noChoices: 'Stores can be chosen once Cova’s data is there.',
    look: 'Look and language',
    languageNote: 'Such as en-CA, fr-CA or es-US. Empty: as in the store’s country.',
    asInCountry: 'As in the store’s country',
    languages: {
      'en-CA': 'English (Canada)',
      'en-US': 'English (US)',
      'fr-CA': 'French (Canada)',
      'es-US': 'Spanish (US)',
      'es-MX': 'Spanish (Mexico)'
    },
    anotherLanguage: 'Another',
    languageTag: 'Language tag',
    storeLanguage: 'as in the store’s country',
    minutes: 'minutes',
    staleNote: 'Then every board says from when its prices are, and asks shoppers to ask.',
    hours: 'hours',
    askNote: 'Without word from Cova for so long, every board says “Ask for today’s price” in place of amounts.',
    colourNote: 'Such as #1d5a46. Empty: the theme’s own.',
    logoNote: (folder) => `A picture file in ${folder}.`,
    nameWritten: 'The store’s name, written',
    screens: 'Screens',
    screensNote: 'How a screen shows the menu, by the name that its page asks for.',
    addScreen: 'Name of a new screen',
    add: 'Add',
    newName: 'Name',
    removeScreen: (name) => `Remove screen ${name}`,
    removeReally: (name) => `Screen ${name} shows the defaults then. Remove it?`,
    keepScreen: 'Keep it',
    screenForm: (name) => `screen ${name}`,
    displays: 'Displays',
    displaysNote: 'What hangs on this machine. Windows follow at once.',
    displaysBrowsers: 'No display belongs to this program: its boards are shown by browsers.',
    startAtBootNote: 'After a power cut the board is back by itself, once this machine shows a real store.',
    connected: 'connected',
    primary: 'primary',
    notConnected: 'not connected now',
    board: (display) => `A board on ${display}`,
    itsStore: (display) => `Store on ${display}`,
    itsScreen: (display) => `Set up as, ${display}`,
    machineStore: 'This machine’s store',
    asAll: 'As all displays',
    market: 'Market profile',
    marketNote: 'What your market lets a board show. Nothing is assumed.',
    noProfile: 'None: nothing is hidden',
    confirm: 'Our store confirms this profile',
    confirmNote: 'Its rules apply only once this is ticked.',
    places: 'Time and money',
    placesNote: 'Only where Cova’s own answer is wrong or missing.',
    asCovaSays: 'As Cova says',
    zoneByCova: (timeZone) => `As Cova says: ${timeZone}`,
    backup: 'Backup',
    backupNote:
      'Settings, screens, themes, market profiles and the logo in one file. Never the PIN, never what Cova’s access needs, and not the address for phones: it names this machine.',
    saveBackup: 'Save a backup',
    savedAt: (path) => `Saved as ${path}`,
    chooseFile: 'Choose a backup to import',
    wouldChange: 'This backup would change:',
    wouldNotChange: 'This backup has nothing that is not so already.',
    staysOut: 'What stays as it is here:',
    importNow: 'Import it now',
    cancelImport: 'Leave it',
    imported: 'Imported. Boards take it up within seconds.',
    keptAs: (path) => `The settings before are kept as ${path}, a backup too.`,
    fileTooLarge: 'This file is larger than a backup can be.'
  },
  fr: {
    title: 'Réglages',
    loading: 'Lecture des réglages',
    save: (part) => `Enregistrer\u00a0: ${inSentence(part)}`,
    saving: 'Enregistrement',
    forget: 'Annuler ma saisie',
    saved: 'Enregistré. Les tableaux suivent en quelques secondes\u00a0:',
    nothingChanged: 'Rien n’était différent\u00a0: rien n’a été enregistré.',
    before: (value) => `avant\u00a0: ${value}`,
    none: 'Aucun',
    remove: 'Retirer',
    syncing: 'Synchronisation',
    syncingNote: 'Figer ne demande plus rien à Cova. Les tableaux restent et disent l’âge de leurs prix.',
    notFrozen: 'Topshelf demande à Cova ce qui a changé, chaque minute.',
    freeze: 'Figer la synchronisation',
    thaw: 'Dégeler\u00a0: synchroniser',
    freezeNote: 'Les rabais et promotions déjà connus commencent et finissent à leur heure.',
    stores: 'Magasins',
    storesNote: 'Un magasin laissé de côté n’a ni tableau ni page.',
    everyMarket: 'Toutes les provinces et tous les États',
    someMarkets: 'Seulement les magasins en',
    everyStore: 'Tous les magasins qui s’y trouvent',
    someStores: 'Seulement ces magasins',
    storesIn: (count) => (count === 1 ? '1 magasin' : `${count} magasins`),
    thisMachine: 'Les écrans de cet appareil montrent',
    show: 'Montrer ce magasin',
    noChoices: 'Les magasins se choisissent une fois les données de Cova arrivées.',
    look: 'Apparence et langue',
    languageNote: 'Comme en-CA, fr-CA ou es-US. Vide\u00a0: celle du pays du magasin.',
    asInCountry: 'Celle du pays du magasin',
    languages: {
      'en-CA': 'Anglais (Canada)',
      'en-US': 'Anglais (États-Unis)',
      'fr-CA': 'Français (Canada)',
      'es-US': 'Espagnol (États-Unis)',
      'es-MX': 'Espagnol (Mexique)'
    },
    anotherLanguage: 'Une autre',
    languageTag: 'Code de langue',
    storeLanguage: 'celle du pays du magasin',
    minutes: 'minutes',
    staleNote: 'Ensuite, chaque tableau dit de quand datent ses prix et invite à s’informer.',
    hours: 'heures',
    askNote:
      'Sans nouvelles de Cova aussi longtemps, chaque tableau affiche «\u00a0Demandez le prix du jour\u00a0» à la place des montants.',
    colourNote: 'Comme #1d5a46. Vide\u00a0: celle du thème.',
    logoNote: (folder) => `Un fichier image dans ${folder}.`,
    nameWritten: 'Le nom du magasin, écrit',
    screens: 'Écrans',
    screensNote: 'Comment un écran montre le menu, selon le nom que sa page demande.',
    addScreen: 'Nom d’un nouvel écran',
    add: 'Ajouter',
    newName: 'Nom',
    removeScreen: (name) => `Retirer l’écran ${name}`,
    removeReally: (name) => `L’écran ${name} montrera alors les valeurs par défaut. Le retirer?`,
    keepScreen: 'Le garder',
    screenForm: (name) => `écran ${name}`,
    displays: 'Affichages',
    displaysNote: 'Ce qui est branché à cet appareil. Les fenêtres suivent aussitôt.',
    displaysBrowsers: 'Aucun affichage n’appartient à ce programme\u00a0: des navigateurs montrent ses tableaux.',
    startAtBootNote:
      'Après une panne de courant, le tableau revient de lui-même, dès que cet appareil montre un vrai magasin.',
    connected: 'branché',
    primary: 'principal',
    notConnected: 'débranché',
    board: (display) => `Un tableau sur ${display}`,
    itsStore: (display) => `Magasin sur ${display}`,
    itsScreen: (display) => `Réglé comme, ${display}`,
    machineStore: 'Le magasin de cet appareil',
    asAll: 'Comme tous les affichages',
    market: 'Profil de marché',
    marketNote: 'Ce que votre marché permet de montrer. Rien n’est présumé.',
    noProfile: 'Aucun\u00a0: rien n’est caché',
    confirm: 'Notre magasin confirme ce profil',
    confirmNote: 'Ses règles ne s’appliquent qu’une fois cette case cochée.',
    places: 'Heure et monnaie',
    placesNote: 'Seulement là où la réponse de Cova est fausse ou manque.',
    asCovaSays: 'Selon Cova',
    zoneByCova: (timeZone) => `Selon Cova\u00a0: ${timeZone}`,
    backup: 'Sauvegarde',
    backupNote:
      'Réglages, écrans, thèmes, profils de marché et logo en un fichier. Jamais le NIP, jamais les accès de Cova, ni l’adresse pour les téléphones\u00a0: elle désigne cet appareil.',
    saveBackup: 'Enregistrer une sauvegarde',
    savedAt: (path) => `Enregistrée sous ${path}`,
    chooseFile: 'Choisir une sauvegarde à importer',
    wouldChange: 'Cette sauvegarde changerait\u00a0:',
    wouldNotChange: 'Cette sauvegarde n’a rien qui ne soit déjà ainsi.',
    staysOut: 'Ce qui reste tel quel ici\u00a0:',
    importNow: 'L’importer maintenant',
    cancelImport: 'La laisser',
    imported: 'Importée. Les tableaux suivent en quelques secondes.',
    keptAs: (path) => `Les réglages d’avant sont gardés sous ${path}, une sauvegarde aussi.`,
    fileTooLarge: 'Ce fichier est plus gros qu’une sauvegarde peut l’être.'
  },
  es: {
    title: 'Ajustes',
    loading: 'Leyendo los ajustes',
    save: (part) => `Guardar: ${inSentence(part)}`,
    saving: 'Guardando',
    forget: 'Deshacer lo escrito',
    saved: 'Guardado. Los tableros lo adoptan en segundos:',
    nothingChanged: 'No había nada distinto, así que no se guardó nada.',
    before: (value) => `antes: ${value}`,
    none: 'Ninguno',
    remove: 'Quitar',
    syncing: 'Sincronización',
    syncingNote: 'Congelar no pide nada a Cova. Los tableros quedan y dicen la edad de sus precios.',
    notFrozen: 'Topshelf pregunta a Cova qué cambió, cada minuto.',
    freeze: 'Congelar la sincronización',
    thaw: 'Descongelar: sincronizar',
    freezeNote: 'Las ofertas y promociones ya conocidas empiezan y terminan a su hora.',
    stores: 'Tiendas',
    storesNote: 'Una tienda que queda fuera no tiene tablero ni página.',
    everyMarket: 'Todas las provincias y estados',
    someMarkets: 'Solo tiendas en',
    everyStore: 'Todas las tiendas de ahí',
    someStores: 'Solo estas tiendas',
    storesIn: (count) => (count === 1 ? '1 tienda' : `${count} tiendas`),
    thisMachine: 'Las pantallas de este equipo muestran',
    show: 'Mostrar esta tienda',
    noChoices: 'Las tiendas se pueden elegir cuando lleguen los datos de Cova.',
    look: 'Aspecto e idioma',
    languageNote: 'Como en-CA, fr-CA o es-US. Vacío: el del país de la tienda.',
    asInCountry: 'El del país de la tienda',
    languages: {
      'en-CA': 'Inglés (Canadá)',
      'en-US': 'Inglés (EE. UU.)',
      'fr-CA': 'Francés (Canadá)',
      'es-US': 'Español (EE. UU.)',
      'es-MX': 'Español (México)'
    },
    anotherLanguage: 'Otro',
    languageTag: 'Código de idioma',
    storeLanguage: 'el del país de la tienda',
    minutes: 'minutos',
    staleNote: 'Después, cada tablero dice de cuándo son sus precios y pide preguntar.',
    hours: 'horas',
    askNote:
      'Sin noticias de Cova durante tanto tiempo, cada tablero dice «Pregunte por el precio de hoy» en lugar de los importes.',
    colourNote: 'Como #1d5a46. Vacío: el del tema.',
    logoNote: (folder) => `Un archivo de imagen en ${folder}.`,
    nameWritten: 'El nombre de la tienda, escrito',
    screens: 'Pantallas',
    screensNote: 'Cómo muestra el menú una pantalla, según el nombre que pide su página.',
    addScreen: 'Nombre de una pantalla nueva',
    add: 'Añadir',
    newName: 'Nombre',
    removeScreen: (name) => `Quitar la pantalla ${name}`,
    removeReally: (name) => `La pantalla ${name} mostrará entonces lo predeterminado. ¿Quitarla?`,
    keepScreen: 'Conservarla',
    screenForm: (name) => `pantalla ${name}`,
    displays: 'Monitores',
    displaysNote: 'Lo que está conectado a este equipo. Las ventanas siguen al momento.',
    displaysBrowsers: 'Ningún monitor pertenece a este programa: sus tableros los muestran navegadores.',
    startAtBootNote:
      'Tras un corte de luz, el tablero vuelve solo, en cuanto este equipo muestra una tienda de verdad.',
    connected: 'conectado',
    primary: 'principal',
    notConnected: 'desconectado ahora',
    board: (display) => `Un tablero en ${display}`,
    itsStore: (display) => `Tienda en ${display}`,
    itsScreen: (display) => `Configurado como, ${display}`,
    machineStore: 'La tienda de este equipo',
    asAll: 'Como todos los monitores',
    market: 'Perfil de mercado',
    marketNote: 'Lo que su mercado deja mostrar a un tablero. No se supone nada.',
    noProfile: 'Ninguno: no se oculta nada',
    confirm: 'Nuestra tienda confirma este perfil',
    confirmNote: 'Sus reglas solo se aplican con esta casilla marcada.',
    places: 'Hora y moneda',
    placesNote: 'Solo donde la respuesta de Cova es errónea o falta.',
    asCovaSays: 'Según Cova',
    zoneByCova: (timeZone) => `Según Cova: ${timeZone}`,
    backup: 'Copia de seguridad',
    backupNote:
      'Ajustes, pantallas, temas, perfiles de mercado y logotipo en un archivo. Nunca el PIN, nunca los accesos de Cova, ni la dirección para los teléfonos: nombra este equipo.',
    saveBackup: 'Guardar una copia',
    savedAt: (path) => `Guardada como ${path}`,
    chooseFile: 'Elegir una copia para importar',
    wouldChange: 'Esta copia cambiaría:',
    wouldNotChange: 'Esta copia no tiene nada que no sea ya así.',
    staysOut: 'Lo que queda como está aquí:',
    importNow: 'Importarla ahora',
    cancelImport: 'Dejarla',
    imported: 'Importada. Los tableros lo adoptan en segundos.',
    keptAs: (path) => `Los ajustes de antes se guardan en ${path}, también una copia.`,
    fileTooLarge: 'Este archivo es más grande de lo que puede ser una copia.'
  }
}
