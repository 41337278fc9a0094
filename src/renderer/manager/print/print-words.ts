import type { NoPhones, PaperSize, PrintKind, WrongAddress } from '../../../shared/manager/print.ts'
import type { InLanguages } from '../words/language.ts'

export interface PrintViewWords {
  readonly title: string
  readonly lead: string
  readonly kind: string
  readonly kinds: Readonly<Record<PrintKind, { readonly name: string; readonly note: string }>>
  readonly what: string
  readonly whats: {
    readonly screen: (count: number) => string
    readonly everything: (count: number) => string
    readonly promotion: (count: number) => string
    readonly classes: string
  }
  readonly classes: string
  readonly classCount: (name: string, count: number) => string
  readonly noClass: string
  readonly screen: string
  readonly screenNote: string
  readonly paper: string
  readonly papers: Readonly<Record<PaperSize, string>>
  readonly language: string
  readonly ownLanguage: string
  readonly soldOut: (count: number) => string
  readonly code: string
  readonly noCode: string
  readonly save: Readonly<Record<PrintKind, string>>
  readonly making: string
  readonly saved: (file: string) => string
  readonly downloaded: (file: string) => string
  readonly preview: string
  readonly pageOf: (page: number, count: number) => string
  readonly before: string
  readonly after: string
  readonly nothing: string
  readonly facts: (products: number, pages: number) => string
  readonly leftOut: (count: number) => string
  readonly incomplete: (names: string) => string
  readonly stale: string
  readonly held: string
  readonly phones: string
  readonly codeOpens: (url: string) => string
  readonly sameNetwork: string
  readonly noPhones: Readonly<Record<NoPhones, string>>
  readonly others: (urls: string) => string
  readonly address: string
  readonly addressNote: string
  readonly keepAddress: string
  readonly forgetAddress: string
  readonly renew: string
  readonly renewSure: string
  readonly renewNow: string
  readonly renewKeep: string
  readonly renewed: string
  readonly kept: string
  readonly wrong: Readonly<Record<WrongAddress, string>>
}

const NBSP = '\u00a0'

export const PRINT_WORDS: InLanguages<PrintViewWords> = {
  en: {
    title: 'Print',
    lead: 'Prices on paper are those of the boards at this moment. Every page says of when they are.',
    kind: 'What to print',
    kinds: {
      'price-list': { name: 'Price list', note: 'Every product with all its sizes' },
      'shelf-talkers': { name: 'Shelf cards', note: 'Eight to a page, to cut out' },
      menu: { name: 'One-page menu', note: 'As much as one page holds' }
    },
    what: 'Products',
    whats: {
      screen: (count) => `What the screen shows now (${count})`,
      everything: (count) => `All products (${count})`,
      promotion: (count) => `On promotion or sale (${count})`,
      classes: 'Some classes'
    },
    classes: 'Classes',
    classCount: (name, count) => `${name} (${count})`,
    noClass: 'Choose at least one class.',
    screen: 'As this screen is set',
    screenNote: 'Its pricing group, customers and prices apply.',
    paper: 'Paper',
    papers: { letter: 'Letter', a4: 'A4' },
    language: 'Language of the print',
    ownLanguage: 'As the screen',
    soldOut: (count) => `Sold-out products too (${count})`,
    code: 'With a code for shoppers’ phones',
    noCode: 'No phone can open the board yet: see “On shoppers’ phones”.',
    save: {
      'price-list': 'Save price list as PDF',
      'shelf-talkers': 'Save shelf cards as PDF',
      menu: 'Save menu as PDF'
    },
    making: 'The PDF is being made',
    saved: (file) => `Saved: ${file}`,
    downloaded: (file) => `Made: ${file}. Your browser keeps it with its downloads.`,
    preview: 'Preview',
    pageOf: (page, count) => `Page ${page} of ${count}`,
    before: 'Previous page',
    after: 'Next page',
    nothing: 'There is nothing to print: no product fits what is chosen.',
    facts: (products, pages) =>
      `${products === 1 ? 'One product' : `${products} products`} on ${pages === 1 ? 'one page' : `${pages} pages`}`,
    leftOut: (count) =>
      `${count === 1 ? 'One product has' : `${count} products have`} no room on the page. The page says so; choose fewer classes to see them all.`,
    incomplete: (names) => `Cut short for want of room, or with letters that no built-in font has: ${names}`,
    stale: 'These prices have not been confirmed lately. Better wait for the next sync.',
    held: 'Amounts are held until all prices have followed a tax setting. The print asks shoppers to ask.',
    phones: 'On shoppers’ phones',
    codeOpens: (url) => `Code that opens ${url}`,
    sameNetwork: 'A phone must be in the same network as this machine, such as the store’s Wi-Fi.',
    noPhones: {
      'this-machine-only':
        'No phone can open the boards: they are served to this machine alone. Start “npm run serve -- --host 0.0.0.0” to serve them to the store’s network, or type an address below.',
      'no-network': 'No phone can open the boards: this machine is in no network.',
      app: 'No phone can open the boards: the app serves them to this machine alone. Switch on “Show boards on other screens” under Screens, Network, or type an address below.'
    },
    others: (urls) => `Also at ${urls}`,
    address: 'Address for phones',
    addressNote:
      'Where phones reach the boards, such as https://menu.example. Empty: this machine’s own in its network.',
    keepAddress: 'Keep this address',
    forgetAddress: 'Forget the address',
    renew: 'Make printed codes void',
    renewSure: 'Every code printed for this store leads nowhere then: it has to be printed anew.',
    renewNow: 'Make them void',
    renewKeep: 'Keep them',
    renewed: 'Codes printed before lead nowhere now. This is the new one.',
    kept: 'Kept.',
    wrong: {
      'no-address': 'That is no web address. It looks like https://menu.example or http://192.168.1.20:4747.',
      'no-web-address': 'The address has to begin with https:// or http://.',
      'this-machine': 'A phone that is told this asks itself. Type the name that others have for this machine.',
      'more-than-a-base': 'Only the address, without a name and password, question mark or #.',
      'too-long': 'At most 300 characters.',
      unwritable: 'It could not be kept: the data directory cannot be written.'
    }
  },
  fr: {
    title: 'Imprimer',
    lead: 'Les prix sur papier sont ceux des tableaux en ce moment. Chaque page dit de quand ils datent.',
    kind: 'À imprimer',
    kinds: {
      'price-list': { name: 'Liste de prix', note: 'Chaque produit et tous ses formats' },
      'shelf-talkers': { name: 'Cartes de tablette', note: 'Huit par page, à découper' },
      menu: { name: 'Menu d’une page', note: 'Autant qu’une page peut contenir' }
    },
    what: 'Produits',
    whats: {
      screen: (count) => `Ce que l’écran montre maintenant (${count})`,
      everything: (count) => `Tous les produits (${count})`,
      promotion: (count) => `En promotion ou en rabais (${count})`,
      classes: 'Certaines catégories'
    },
    classes: 'Catégories',
    classCount: (name, count) => `${name} (${count})`,
    noClass: 'Choisissez au moins une catégorie.',
    screen: 'Selon les réglages de l’écran',
    screenNote: 'Son groupe de prix, sa clientèle et ses prix s’appliquent.',
    paper: 'Papier',
    papers: { letter: 'Lettre', a4: 'A4' },
    language: 'Langue de l’impression',
    ownLanguage: 'Comme l’écran',
    soldOut: (count) => `Produits épuisés aussi (${count})`,
    code: 'Avec un code pour les téléphones des clients',
    noCode: `Aucun téléphone ne peut encore ouvrir le tableau${NBSP}: voir «${NBSP}Sur les téléphones des clients${NBSP}».`,
    save: {
      'price-list': 'Enregistrer la liste de prix en PDF',
      'shelf-talkers': 'Enregistrer les cartes en PDF',
      menu: 'Enregistrer le menu en PDF'
    },
    making: 'Le PDF se prépare',
    saved: (file) => `Enregistré${NBSP}: ${file}`,
    downloaded: (file) => `Prêt${NBSP}: ${file}. Le navigateur le garde avec ses téléchargements.`,
    preview: 'Aperçu',
    pageOf: (page, count) => `Page ${page} de ${count}`,
    before: 'Page précédente',
    after: 'Page suivante',
    nothing: `Rien à imprimer${NBSP}: aucun produit ne correspond au choix.`,
    facts: (products, pages) =>
      `${products === 1 ? 'Un produit' : `${products} produits`} sur ${pages === 1 ? 'une page' : `${pages} pages`}`,
    leftOut: (count) =>
      `${count === 1 ? 'Un produit n’a' : `${count} produits n’ont`} pas de place sur la page. La page le dit; choisissez moins de catégories pour tous les voir.`,
    incomplete: (names) => `Coupés faute de place, ou avec des lettres qui manquent à nos polices${NBSP}: ${names}`,
    stale: 'Ces prix n’ont pas été confirmés récemment. Mieux vaut attendre la prochaine synchronisation.',
    held: 'Les montants sont retenus jusqu’à ce que tous les prix suivent un réglage de taxe. L’impression invite à demander.',
    phones: 'Sur les téléphones des clients',
    codeOpens: (url) => `Code qui ouvre ${url}`,
    sameNetwork: 'Le téléphone doit être sur le même réseau que cet appareil, comme le Wi-Fi du magasin.',
    noPhones: {
      'this-machine-only': `Aucun téléphone ne peut ouvrir les tableaux${NBSP}: ils ne sont servis qu’à cet appareil. Lancez «${NBSP}npm run serve -- --host 0.0.0.0${NBSP}» pour les servir au réseau du magasin, ou entrez une adresse ci-dessous.`,
      'no-network': `Aucun téléphone ne peut ouvrir les tableaux${NBSP}: cet appareil n’est sur aucun réseau.`,
      app: `Aucun téléphone ne peut ouvrir les tableaux${NBSP}: l’application ne les sert qu’à cet appareil. Activez «${NBSP}Montrer les tableaux sur d’autres écrans${NBSP}» sous Écrans, Réseau, ou entrez une adresse ci-dessous.`
    },
    others: (urls) => `Aussi à ${urls}`,
    address: 'Adresse pour les téléphones',
    addressNote: `Où les téléphones trouvent les tableaux, comme https://menu.example. Vide${NBSP}: celle de cet appareil sur son réseau.`,
    keepAddress: 'Garder cette adresse',
    forgetAddress: 'Oublier l’adresse',
    renew: 'Annuler les codes imprimés',
    renewSure:
      'Les codes imprimés pour ce magasin ne mèneront plus nulle part\u00a0: il faudra les imprimer à nouveau.',
    renewNow: 'Les annuler',
    renewKeep: 'Les garder',
    renewed: 'Les codes imprimés avant ne mènent plus nulle part. Voici le nouveau.',
    kept: 'Gardée.',
    wrong: {
      'no-address': 'Ce n’est pas une adresse Web. Par exemple https://menu.example ou http://192.168.1.20:4747.',
      'no-web-address': 'L’adresse doit commencer par https:// ou http://.',
      'this-machine':
        'Un téléphone qui lit cela se demanderait à lui-même. Entrez le nom que les autres donnent à cet appareil.',
      'more-than-a-base': 'L’adresse seule, sans nom ni mot de passe, point d’interrogation ou #.',
      'too-long': '300 caractères au plus.',
      unwritable: `Elle n’a pas pu être gardée${NBSP}: le dossier de données n’accepte pas d’écriture.`
    }
  },
  es: {
    title: 'Imprimir',
    lead: 'Los precios en papel son los de los tableros en este momento. Cada página dice de cuándo son.',
    kind: 'Qué imprimir',
    kinds: {
      'price-list': { name: 'Lista de precios', note: 'Cada producto con todos sus tamaños' },
      'shelf-talkers': { name: 'Tarjetas de estante', note: 'Ocho por página, para recortar' },
      menu: { name: 'Menú de una página', note: 'Todo lo que cabe en una página' }
    },
    what: 'Productos',
    whats: {
      screen: (count) => `Lo que muestra ahora la pantalla (${count})`,
      everything: (count) => `Todos los productos (${count})`,
      promotion: (count) => `En promoción u oferta (${count})`,
      classes: 'Algunas clases'
    },
    classes: 'Clases',
    classCount: (name, count) => `${name} (${count})`,
    noClass: 'Elija al menos una clase.',
    screen: 'Según los ajustes de la pantalla',
    screenNote: 'Se aplican su grupo de precios, sus clientes y sus precios.',
    paper: 'Papel',
    papers: { letter: 'Carta', a4: 'A4' },
    language: 'Idioma de la impresión',
    ownLanguage: 'Como la pantalla',
    soldOut: (count) => `También los agotados (${count})`,
    code: 'Con un código para los teléfonos de los clientes',
    noCode: 'Ningún teléfono puede abrir el tablero todavía: vea «En los teléfonos de los clientes».',
    save: {
      'price-list': 'Guardar la lista de precios en PDF',
      'shelf-talkers': 'Guardar las tarjetas en PDF',
      menu: 'Guardar el menú en PDF'
    },
    making: 'Se prepara el PDF',
    saved: (file) => `Guardado: ${file}`,
    downloaded: (file) => `Listo: ${file}. El navegador lo guarda con sus descargas.`,
    preview: 'Vista previa',
    pageOf: (page, count) => `Página ${page} de ${count}`,
    before: 'Página anterior',
    after: 'Página siguiente',
    nothing: 'No hay nada que imprimir: ningún producto corresponde a lo elegido.',
    facts: (products, pages) =>
      `${products === 1 ? 'Un producto' : `${products} productos`} en ${pages === 1 ? 'una página' : `${pages} páginas`}`,
    leftOut: (count) =>
      `${count === 1 ? 'Un producto no cabe' : `${count} productos no caben`} en la página. La página lo dice; elija menos clases para verlos todos.`,
    incomplete: (names) => `Cortados por falta de espacio, o con letras que no tiene ninguna fuente incluida: ${names}`,
    stale: 'Estos precios no se han confirmado últimamente. Mejor espere a la próxima sincronización.',
    held: 'Los importes se retienen hasta que todos los precios sigan un ajuste de impuestos. La impresión invita a preguntar.',
    phones: 'En los teléfonos de los clientes',
    codeOpens: (url) => `Código que abre ${url}`,
    sameNetwork: 'El teléfono debe estar en la misma red que este equipo, como el wifi de la tienda.',
    noPhones: {
      'this-machine-only':
        'Ningún teléfono puede abrir los tableros: solo se sirven a este equipo. Ejecute «npm run serve -- --host 0.0.0.0» para servirlos a la red de la tienda, o escriba una dirección abajo.',
      'no-network': 'Ningún teléfono puede abrir los tableros: este equipo no está en ninguna red.',
      app: 'Ningún teléfono puede abrir los tableros: la aplicación solo los sirve a este equipo. Active «Mostrar tableros en otras pantallas» en Pantallas, Red, o escriba una dirección abajo.'
    },
    others: (urls) => `También en ${urls}`,
    address: 'Dirección para los teléfonos',
    addressNote:
      'Donde los teléfonos encuentran los tableros, como https://menu.example. Vacío: la de este equipo en su red.',
    keepAddress: 'Guardar esta dirección',
    forgetAddress: 'Olvidar la dirección',
    renew: 'Anular los códigos impresos',
    renewSure: 'Los códigos impresos para esta tienda ya no llevarán a ninguna parte: habrá que imprimirlos de nuevo.',
    renewNow: 'Anularlos',
    renewKeep: 'Conservarlos',
    renewed: 'Los códigos impresos antes ya no llevan a ninguna parte. Este es el nuevo.',
    kept: 'Guardada.',
    wrong: {
      'no-address': 'Eso no es una dirección web. Por ejemplo https://menu.example o http://192.168.1.20:4747.',
      'no-web-address': 'La dirección debe empezar por https:// o http://.',
      'this-machine':
        'Un teléfono que lea eso se preguntaría a sí mismo. Escriba el nombre que otros dan a este equipo.',
      'more-than-a-base': 'Solo la dirección, sin usuario ni contraseña, signo de interrogación o #.',
      'too-long': 'Como mucho 300 caracteres.',
      unwritable: 'No se pudo guardar: no se puede escribir en la carpeta de datos.'
    }
  }
}
