import type { CredentialField, MarketHide, SetupNotice } from '../../shared/setup.ts'
import { ENGLISH_FAULTS, type FaultWords, FRENCH_FAULTS, PERMISSION, SPANISH_FAULTS } from './fault-words.ts'

/** The words of first run, in one language. */
export interface SetupWords extends FaultWords {
  readonly firstRun: string
  readonly firstRunNote: string
  readonly steps: string
  readonly stepTitles: {
    readonly source: string
    readonly sync: string
    readonly store: string
    readonly finish: string
  }
  readonly whereIsTheMenu: string
  readonly demo: string
  readonly demoNote: string
  readonly useDemo: string
  readonly openingDemo: string
  readonly connect: string
  readonly connectNote: string
  readonly connectAction: string
  readonly connecting: string
  readonly paste: string
  readonly pasteNote: string
  readonly foundAll: string
  readonly found: (count: number) => string
  readonly oneByOne: string
  readonly fields: Readonly<Record<CredentialField, string>>
  readonly fieldMissing: (label: string) => string
  readonly whereFrom: string
  readonly whereFromSteps: readonly string[]
  readonly noAnswer: string
  readonly syncingDemo: string
  readonly syncingCova: string
  readonly syncNote: string
  readonly syncFailed: string
  readonly feeds: Readonly<Record<string, string>>
  readonly feed: string
  readonly records: string
  readonly state: string
  readonly complete: string
  readonly comingIn: string
  readonly waiting: string
  readonly starting: string
  readonly ofRecords: (records: number, expected: number) => string
  /** How far the first sync is, of all feeds. */
  readonly ofFeeds: (complete: number, all: number) => string
  readonly stop: string
  readonly stopNote: string
  readonly whichStore: string
  readonly storesOfDemo: (count: string) => string
  readonly storesOfCompany: (count: string) => string
  readonly countOfStores: (count: number) => string
  readonly searchStores: string
  readonly foundStores: (count: string) => string
  readonly province: string
  readonly everyProvince: string
  readonly openingBoard: string
  readonly restrict: string
  readonly restrictNote: string
  readonly restrictChosen: (count: number) => string
  readonly lastQuestions: (store: string) => string
  readonly displays: string
  readonly displaysNote: string
  readonly displayFacts: (width: number, height: number, isPrimary: boolean) => string
  readonly browsersNote: string
  readonly market: string
  readonly marketNote: string
  readonly marketFree: string
  readonly marketRestricted: string
  readonly marketUnsure: string
  readonly marketUnsureNote: string
  readonly hides: Readonly<Record<MarketHide, string>>
  readonly answerMarket: string
  readonly chooseHides: string
  readonly chooseDisplay: string
  readonly showBoard: string
  readonly savingBoard: string
  readonly back: string
  readonly notices: Readonly<Record<SetupNotice['code'], string>>
}

const ENGLISH: SetupWords = {
  ...ENGLISH_FAULTS,
  firstRun: 'First run',
  firstRunNote: 'What you choose here can be changed later.',
  steps: 'Set-up steps',
  stepTitles: { source: 'Your menu', sync: 'First sync', store: 'Your store', finish: 'On the screen' },
  whereIsTheMenu: 'Where is your menu?',
  demo: 'Demo store',
  demoNote:
    'A made-up store with four locations, hundreds of products and prices that change while you watch. Nothing to fill in.',
  useDemo: 'Use the demo store',
  openingDemo: 'Opening the demo store',
  connect: 'Connect to Cova',
  connectNote: 'The five values Cova gave you for its API. They stay on this machine.',
  connectAction: 'Connect to Cova',
  connecting: 'Connecting',
  paste: 'Paste the five values from Cova’s letter',
  pasteNote: 'One to a line, such as “Client ID: abc”.',
  foundAll: 'All five found.',
  found: (count) => `Found ${count} of 5. The others are below.`,
  oneByOne: 'Type them one by one',
  fields: {
    companyId: 'Company ID',
    clientId: 'Client ID',
    clientSecret: 'Client secret',
    username: 'Username',
    password: 'Password'
  },
  fieldMissing: (label) => `${label} is missing.`,
  whereFrom: 'Where do these come from?',
  whereFromSteps: [
    'Write to Cova support and ask for API keys for your own menu board. Cova usually sends a data release form first.',
    `Ask in the same message for the permission “${PERMISSION}” for the API user.`,
    'Cova answers with the five values. If the company ID is missing from the letter, ask for it.'
  ],
  noAnswer: 'Topshelf does not answer. Try again.',
  syncingDemo: 'Stocking the demo store',
  syncingCova: 'Fetching your menu from Cova',
  syncNote: 'This takes a moment the first time. The next start shows the last board at once.',
  syncFailed: 'Something did not come through, as the list says. Topshelf keeps trying.',
  feeds: {
    locations: 'Locations',
    catalogue: 'Products',
    prices: 'Prices',
    promotions: 'Promotions',
    taxes: 'Taxes'
  },
  feed: 'Feed',
  records: 'Records',
  state: 'State',
  complete: 'Complete',
  comingIn: 'Coming in',
  waiting: 'Waiting',
  starting: 'Starting',
  ofRecords: (records, expected) => `${records} of ${expected}`,
  ofFeeds: (complete, all) => `${complete} of ${all} complete`,
  stop: 'Stop and go back',
  stopNote: 'What has come so far is kept.',
  whichStore: 'Which store is this screen in?',
  storesOfDemo: (count) => `The demo company has ${count}.`,
  storesOfCompany: (count) => `Your company has ${count}.`,
  countOfStores: (count) => (count === 1 ? '1 location' : `${count} locations`),
  searchStores: 'Search by name or place',
  foundStores: (count) => `${count} found`,
  province: 'Province or state',
  everyProvince: 'All',
  openingBoard: 'One moment',
  restrict: 'Serve some stores only',
  restrictNote: 'Boards of the others are not served by this machine, and their names are not listed.',
  restrictChosen: (count) =>
    count === 0 ? 'Every store is served.' : count === 1 ? '1 store is served.' : `${count} stores are served.`,
  lastQuestions: (store) => `Before the board of ${store} comes up`,
  displays: 'Which displays show the menu?',
  displaysNote: 'Several share one menu: a longer menu turns its pages less often.',
  displayFacts: (width, height, isPrimary) => `${width} × ${height}${isPrimary ? ', main display' : ''}`,
  browsersNote: 'Every browser that opens this machine’s address shows the board. Screens can be named later.',
  market: 'Does your market restrict what a menu board shows?',
  marketNote: 'Some provinces and states do. Topshelf assumes nothing; if you do not know, ask your counsel.',
  marketFree: 'No',
  marketRestricted: 'Yes, these must not be shown:',
  marketUnsure: 'I do not know yet',
  marketUnsureNote: 'Nothing is hidden until you say so in the settings.',
  hides: {
    promotions: 'Promotions and their names',
    reductions: 'That a price is reduced, or what it was before',
    potency: 'THC and CBD',
    pictures: 'Pictures of products'
  },
  answerMarket: 'Choose one of the three.',
  chooseHides: 'Choose what must not be shown.',
  chooseDisplay: 'Choose one display at least.',
  showBoard: 'Show the board',
  savingBoard: 'Opening the board',
  back: 'Back to the first question',
  notices: {
    'no-key-store':
      'This system has no key store, so the five values are not kept: they are asked for again after a restart. To start unattended, set the COVA_ variables.',
    'not-written': 'The five values could not be kept: they are asked for again after a restart.',
    'until-end':
      'The five values are kept until this program ends. Set the COVA_ variables to have them at every start.',
    forgotten: 'The five values are not known any more: the last board is shown until they are entered again.'
  }
}

const FRENCH: SetupWords = {
  ...FRENCH_FAULTS,
  firstRun: 'Première mise en marche',
  firstRunNote: 'Ce que vous choisissez ici peut être changé plus tard.',
  steps: 'Étapes',
  stepTitles: { source: 'Votre menu', sync: 'Première synchro', store: 'Votre magasin', finish: 'À l’écran' },
  whereIsTheMenu: 'Où est votre menu?',
  demo: 'Magasin de démonstration',
  demoNote:
    'Un magasin inventé\u00a0: quatre succursales, des centaines de produits et des prix qui changent sous vos yeux. Rien à remplir.',
  useDemo: 'Utiliser la démonstration',
  openingDemo: 'Ouverture de la démonstration',
  connect: 'Se connecter à Cova',
  connectNote: 'Les cinq valeurs que Cova vous a remises pour son API. Elles restent sur cet appareil.',
  connectAction: 'Se connecter à Cova',
  connecting: 'Connexion',
  paste: 'Collez les cinq valeurs de la lettre de Cova',
  pasteNote: 'Une par ligne, comme «\u00a0Client ID: abc\u00a0».',
  foundAll: 'Les cinq sont là.',
  found: (count) => `${count} sur 5. Les autres sont ci-dessous.`,
  oneByOne: 'Les saisir une à une',
  fields: {
    companyId: 'Company ID',
    clientId: 'Client ID',
    clientSecret: 'Client secret',
    username: 'Nom d’utilisateur',
    password: 'Mot de passe'
  },
  fieldMissing: (label) => `Il manque\u00a0: ${label}.`,
  whereFrom: 'D’où viennent-elles?',
  whereFromSteps: [
    'Écrivez au soutien de Cova et demandez des clés d’API pour votre propre tableau de menu. Cova envoie d’habitude d’abord un formulaire de divulgation de données.',
    `Demandez dans le même message la permission «\u00a0${PERMISSION}\u00a0» pour l’utilisateur de l’API.`,
    'Cova répond avec les cinq valeurs. Si le Company ID manque dans la lettre, demandez-le.'
  ],
  noAnswer: 'Topshelf ne répond pas. Réessayez.',
  syncingDemo: 'Préparation du magasin de démonstration',
  syncingCova: 'Votre menu arrive de Cova',
  syncNote: 'La première fois prend un moment. Ensuite, le dernier tableau paraît tout de suite.',
  syncFailed: 'Quelque chose n’est pas arrivé, comme le dit la liste. Topshelf réessaie sans cesse.',
  feeds: {
    locations: 'Succursales',
    catalogue: 'Produits',
    prices: 'Prix',
    promotions: 'Promotions',
    taxes: 'Taxes'
  },
  feed: 'Flux',
  records: 'Fiches',
  state: 'État',
  complete: 'Complet',
  comingIn: 'En cours',
  waiting: 'En attente',
  starting: 'Démarrage',
  ofRecords: (records, expected) => `${records} sur ${expected}`,
  ofFeeds: (complete, all) => `${complete} sur ${all} au complet`,
  stop: 'Arrêter et revenir',
  stopNote: 'Ce qui est déjà arrivé est gardé.',
  whichStore: 'Dans quel magasin est cet écran?',
  storesOfDemo: (count) => `L’entreprise de démonstration a ${count}.`,
  storesOfCompany: (count) => `Votre entreprise a ${count}.`,
  countOfStores: (count) => (count === 1 ? '1 succursale' : `${count} succursales`),
  searchStores: 'Chercher par nom ou lieu',
  foundStores: (count) => `${count} trouvées`,
  province: 'Province ou État',
  everyProvince: 'Toutes',
  openingBoard: 'Un instant',
  restrict: 'Ne servir que certains magasins',
  restrictNote: 'Les tableaux des autres ne sont pas servis par cet appareil, et leurs noms ne sont pas listés.',
  restrictChosen: (count) =>
    count === 0
      ? 'Tous les magasins sont servis.'
      : count === 1
        ? '1 magasin est servi.'
        : `${count} magasins sont servis.`,
  lastQuestions: (store) => `Avant d’afficher le tableau de ${store}`,
  displays: 'Quels écrans montrent le menu?',
  displaysNote: 'Plusieurs se partagent un menu\u00a0: un long menu tourne alors moins souvent ses pages.',
  displayFacts: (width, height, isPrimary) => `${width} × ${height}${isPrimary ? ', écran principal' : ''}`,
  browsersNote:
    'Tout navigateur qui ouvre l’adresse de cet appareil montre le tableau. Les écrans peuvent être nommés plus tard.',
  market: 'Votre marché restreint-il ce qu’un tableau de menu peut montrer?',
  marketNote:
    'Certaines provinces et certains États le font. Topshelf ne suppose rien; si vous ne le savez pas, demandez à votre conseiller juridique.',
  marketFree: 'Non',
  marketRestricted: 'Oui, ceci ne doit pas être montré\u00a0:',
  marketUnsure: 'Je ne sais pas encore',
  marketUnsureNote: 'Rien n’est caché tant que vous ne le dites pas dans les réglages.',
  hides: {
    promotions: 'Les promotions et leurs noms',
    reductions: 'Qu’un prix est réduit, ou ce qu’il était avant',
    potency: 'Le THC et le CBD',
    pictures: 'Les images des produits'
  },
  answerMarket: 'Choisissez une des trois réponses.',
  chooseHides: 'Choisissez ce qui ne doit pas être montré.',
  chooseDisplay: 'Choisissez au moins un écran.',
  showBoard: 'Afficher le tableau',
  savingBoard: 'Ouverture du tableau',
  back: 'Retour à la première question',
  notices: {
    'no-key-store':
      'Ce système n’a pas de trousseau\u00a0: les cinq valeurs ne sont pas gardées et seront redemandées après un redémarrage. Pour démarrer sans surveillance, définissez les variables COVA_.',
    'not-written': 'Les cinq valeurs n’ont pas pu être gardées\u00a0: elles seront redemandées après un redémarrage.',
    'until-end':
      'Les cinq valeurs sont gardées jusqu’à la fin de ce programme. Définissez les variables COVA_ pour les avoir à chaque démarrage.',
    forgotten:
      'Les cinq valeurs ne sont plus connues\u00a0: le dernier tableau reste affiché jusqu’à ce qu’elles soient saisies de nouveau.'
  }
}

const SPANISH: SetupWords = {
  ...SPANISH_FAULTS,
  firstRun: 'Primera puesta en marcha',
  firstRunNote: 'Lo que elija aquí se puede cambiar después.',
  steps: 'Pasos',
  stepTitles: { source: 'Su menú', sync: 'Primera carga', store: 'Su tienda', finish: 'En la pantalla' },
  whereIsTheMenu: '¿Dónde está su menú?',
  demo: 'Tienda de demostración',
  demoNote:
    'Una tienda inventada con cuatro sucursales, cientos de productos y precios que cambian a la vista. Nada que llenar.',
  useDemo: 'Usar la demostración',
  openingDemo: 'Abriendo la demostración',
  connect: 'Conectar con Cova',
  connectNote: 'Los cinco valores que Cova le dio para su API. Se quedan en este equipo.',
  connectAction: 'Conectar con Cova',
  connecting: 'Conectando',
  paste: 'Pegue los cinco valores de la carta de Cova',
  pasteNote: 'Uno por línea, como «Client ID: abc».',
  foundAll: 'Los cinco están.',
  found: (count) => `${count} de 5. Los demás están abajo.`,
  oneByOne: 'Escribirlos uno a uno',
  fields: {
    companyId: 'Company ID',
    clientId: 'Client ID',
    clientSecret: 'Client secret',
    username: 'Usuario',
    password: 'Contraseña'
  },
  fieldMissing: (label) => `Falta: ${label}.`,
  whereFrom: '¿De dónde salen?',
  whereFromSteps: [
    'Escriba al soporte de Cova y pida claves de API para su propio tablero de menú. Cova suele enviar antes un formulario de entrega de datos.',
    `Pida en el mismo mensaje el permiso «${PERMISSION}» para el usuario de la API.`,
    'Cova responde con los cinco valores. Si falta el Company ID en la carta, pídalo.'
  ],
  noAnswer: 'Topshelf no responde. Inténtelo de nuevo.',
  syncingDemo: 'Surtiendo la tienda de demostración',
  syncingCova: 'Su menú llega desde Cova',
  syncNote: 'La primera vez tarda un momento. Después, el último tablero aparece enseguida.',
  syncFailed: 'Algo no llegó, como dice la lista. Topshelf sigue intentándolo.',
  feeds: {
    locations: 'Sucursales',
    catalogue: 'Productos',
    prices: 'Precios',
    promotions: 'Promociones',
    taxes: 'Impuestos'
  },
  feed: 'Fuente',
  records: 'Registros',
  state: 'Estado',
  complete: 'Completo',
  comingIn: 'Llegando',
  waiting: 'En espera',
  starting: 'Empezando',
  ofRecords: (records, expected) => `${records} de ${expected}`,
  ofFeeds: (complete, all) => `${complete} de ${all} completos`,
  stop: 'Detener y volver',
  stopNote: 'Lo que ya llegó se conserva.',
  whichStore: '¿En qué tienda está esta pantalla?',
  storesOfDemo: (count) => `La empresa de demostración tiene ${count}.`,
  storesOfCompany: (count) => `Su empresa tiene ${count}.`,
  countOfStores: (count) => (count === 1 ? '1 sucursal' : `${count} sucursales`),
  searchStores: 'Buscar por nombre o lugar',
  foundStores: (count) => `${count} encontradas`,
  province: 'Provincia o estado',
  everyProvince: 'Todas',
  openingBoard: 'Un momento',
  restrict: 'Servir solo algunas tiendas',
  restrictNote: 'Este equipo no sirve los tableros de las demás, y sus nombres no aparecen en la lista.',
  restrictChosen: (count) =>
    count === 0 ? 'Se sirven todas las tiendas.' : count === 1 ? 'Se sirve 1 tienda.' : `Se sirven ${count} tiendas.`,
  lastQuestions: (store) => `Antes de mostrar el tablero de ${store}`,
  displays: '¿Qué pantallas muestran el menú?',
  displaysNote: 'Varias comparten un menú: uno largo pasa entonces sus páginas con menos frecuencia.',
  displayFacts: (width, height, isPrimary) => `${width} × ${height}${isPrimary ? ', pantalla principal' : ''}`,
  browsersNote:
    'Todo navegador que abra la dirección de este equipo muestra el tablero. Las pantallas se pueden nombrar después.',
  market: '¿Su mercado restringe lo que muestra un tablero de menú?',
  marketNote:
    'Algunas provincias y algunos estados lo hacen. Topshelf no supone nada; si no lo sabe, pregunte a su asesor legal.',
  marketFree: 'No',
  marketRestricted: 'Sí, esto no se puede mostrar:',
  marketUnsure: 'Todavía no lo sé',
  marketUnsureNote: 'Nada se oculta hasta que usted lo diga en los ajustes.',
  hides: {
    promotions: 'Las promociones y sus nombres',
    reductions: 'Que un precio está rebajado, o cuánto era antes',
    potency: 'THC y CBD',
    pictures: 'Imágenes de los productos'
  },
  answerMarket: 'Elija una de las tres respuestas.',
  chooseHides: 'Elija lo que no se puede mostrar.',
  chooseDisplay: 'Elija al menos una pantalla.',
  showBoard: 'Mostrar el tablero',
  savingBoard: 'Abriendo el tablero',
  back: 'Volver a la primera pregunta',
  notices: {
    'no-key-store':
      'Este sistema no tiene almacén de claves: los cinco valores no se guardan y se pedirán otra vez tras un reinicio. Para arrancar sin nadie, defina las variables COVA_.',
    'not-written': 'No se pudieron guardar los cinco valores: se pedirán otra vez tras un reinicio.',
    'until-end':
      'Los cinco valores se guardan hasta que termine este programa. Defina las variables COVA_ para tenerlos en cada arranque.',
    forgotten: 'Los cinco valores ya no se conocen: se muestra el último tablero hasta que se escriban de nuevo.'
  }
}

/** Words for the browser's language; English where it is not one of ours. */
export function setupWordsOf(language: string): SetupWords {
  switch (language.slice(0, 2).toLowerCase()) {
    case 'fr':
      return FRENCH
    case 'es':
      return SPANISH
    default:
      return ENGLISH
  }
}
