/** The fixed words of a kiosk. Everything that names an amount or a quantity comes from the host, already in words. */
export interface KioskPageWords {
  readonly begin: string
  readonly beginNote: string
  readonly menu: string
  readonly all: string
  /** What the store has put into no class. */
  readonly other: string
  readonly onPromotion: string
  readonly products: (count: number) => string
  readonly startOver: string
  readonly backTo: (place: string) => string
  readonly search: string
  readonly searchLabel: string
  readonly searchNote: string
  readonly nothingFound: string
  readonly filter: string
  readonly filtersOn: (count: number) => string
  readonly showProducts: (count: number) => string
  readonly clear: string
  readonly type: string
  readonly potency: string
  readonly price: string
  readonly brand: string
  readonly basket: (count: number) => string
  readonly basketTitle: string
  readonly basketEmpty: string
  readonly basketFull: string
  readonly emptyBasket: string
  readonly add: string
  readonly added: (quantity: string, name: string) => string
  readonly addedShort: string
  readonly less: string
  readonly more: string
  readonly howMuch: string
  readonly plusTax: (price: string) => string
  readonly aGram: (price: string) => string
  readonly eachAt: (price: string) => string
  readonly youPay: string
  readonly anEstimate: string
  readonly pending: string
  readonly cannotPrice: string
  readonly gone: string
  readonly soldOut: string
  readonly changed: string
  readonly notHad: string
  readonly remove: (name: string) => string
  readonly removeShort: string
  readonly lessOf: (name: string) => string
  readonly moreOf: (name: string) => string
  readonly offers: string
  /** On a row that has no room for them. */
  readonly offerCount: (count: number) => string
  readonly backToProduct: string
  readonly seeOffers: (count: number) => string
  readonly seeRewards: (count: number) => string
  readonly extras: string
  readonly rewards: string
  readonly handOver: string
  readonly handOverTitle: string
  readonly handOverNote: string
  readonly handOverCodeOnly: string
  readonly codeLabel: string
  readonly qrLabel: string
  readonly done: string
  readonly stillThere: string
  readonly stillThereNote: (seconds: number) => string
  readonly yesStill: string
  readonly keys: { readonly space: string; readonly back: string; readonly clear: string }
  readonly scaleOf: (end: string) => string
  readonly pay: (quantity: string) => string
}

const english: KioskPageWords = {
  begin: 'Touch to begin',
  beginNote: 'See the menu, and what it comes to with tax. Our staff fill your order at the counter.',
  menu: 'Menu',
  all: 'Everything',
  other: 'Other',
  onPromotion: 'On promotion',
  products: (count) => (count === 1 ? '1 product' : `${count} products`),
  startOver: 'Start over',
  backTo: (place) => `Back to ${place}`,
  search: 'Search',
  searchLabel: 'Search the menu',
  searchNote: 'A name, a brand, a type',
  nothingFound: 'Nothing goes by that name. Try fewer letters.',
  filter: 'Filter',
  filtersOn: (count) => `Filter, ${count} on`,
  showProducts: (count) => (count === 1 ? 'Show 1 product' : `Show ${count} products`),
  clear: 'Clear all',
  type: 'Type',
  potency: 'Potency',
  price: 'Price, tax included',
  brand: 'Brand',
  basket: (count) => `Basket, ${count}`,
  basketTitle: 'Your basket',
  basketEmpty: 'Nothing in it yet.',
  basketFull: 'The basket is full. Please see our staff.',
  emptyBasket: 'Empty it',
  add: 'Add to basket',
  added: (quantity, name) => `Added ${quantity} of ${name}`,
  addedShort: 'Added',
  less: 'Less',
  more: 'More',
  howMuch: 'How much?',
  plusTax: (price) => `${price} + tax`,
  aGram: (price) => `${price} a gram`,
  eachAt: (price) => `${price} each`,
  youPay: 'You pay',
  anEstimate: 'an estimate',
  pending: '…',
  cannotPrice: 'It cannot be added up just now. Please ask.',
  gone: 'This is not on the menu any more.',
  soldOut: 'Sold out',
  changed: 'The price has just changed.',
  notHad: 'There is not enough left to choose from. Please ask.',
  remove: (name) => `Remove ${name}`,
  removeShort: 'Remove',
  lessOf: (name) => `Less of ${name}`,
  moreOf: (name) => `More of ${name}`,
  offers: 'Offers',
  offerCount: (count) => (count === 1 ? '1 offer' : `${count} offers`),
  backToProduct: 'Back to the product',
  seeOffers: (count) => (count === 1 ? 'See the offer' : `See ${count} offers`),
  seeRewards: (count) => (count === 1 ? '1 reward' : `${count} rewards`),
  extras: 'Offers and rewards',
  rewards: 'Rewards',
  handOver: 'Hand over',
  handOverTitle: 'Show this at the counter',
  handOverNote: 'Take a picture of it, or tell us the code.',
  handOverCodeOnly: 'Tell us this code at the counter.',
  codeLabel: 'Code of your basket',
  qrLabel: 'QR code of your basket',
  done: 'Done',
  stillThere: 'Still there?',
  stillThereNote: (seconds) => (seconds === 1 ? 'Starting over in 1 second' : `Starting over in ${seconds} seconds`),
  yesStill: 'Yes, go on',
  keys: { space: 'Space', back: 'Delete', clear: 'Clear' },
  scaleOf: (end) => `of ${end}`,
  pay: (quantity) => `${quantity}, you pay`
}

const french: KioskPageWords = {
  begin: 'Touchez pour commencer',
  beginNote: 'Voyez le menu et ce qu’il en coûte, taxes comprises. Notre personnel prépare votre commande au comptoir.',
  menu: 'Menu',
  all: 'Tout le menu',
  other: 'Autres',
  onPromotion: 'En promotion',
  products: (count) => (count <= 1 ? `${count} produit` : `${count} produits`),
  startOver: 'Au début',
  backTo: (place) => `Retour\u00a0: ${place}`,
  search: 'Rechercher',
  searchLabel: 'Rechercher dans le menu',
  searchNote: 'Un nom, une marque, un type',
  nothingFound: 'Rien ne porte ce nom. Essayez avec moins de lettres.',
  filter: 'Filtrer',
  filtersOn: (count) => `Filtrer (${count})`,
  showProducts: (count) => (count <= 1 ? `Voir ${count} produit` : `Voir ${count} produits`),
  clear: 'Tout effacer',
  type: 'Type',
  potency: 'Teneur',
  price: 'Prix, taxes comprises',
  brand: 'Marque',
  basket: (count) => `Panier, ${count}`,
  basketTitle: 'Votre panier',
  basketEmpty: 'Il est encore vide.',
  basketFull: 'Le panier est plein. Adressez-vous à notre personnel.',
  emptyBasket: 'Le vider',
  add: 'Ajouter au panier',
  added: (quantity, name) => `${quantity} de ${name} au panier`,
  addedShort: 'Ajouté',
  less: 'Moins',
  more: 'Plus',
  howMuch: 'Quelle quantité?',
  plusTax: (price) => `${price} + taxes`,
  aGram: (price) => `${price} le g`,
  eachAt: (price) => `${price} l’unité`,
  youPay: 'Vous payez',
  anEstimate: 'une estimation',
  pending: '…',
  cannotPrice: 'Le total n’est pas disponible pour l’instant. Informez-vous.',
  gone: 'Ce produit n’est plus au menu.',
  soldOut: 'Épuisé',
  changed: 'Le prix vient de changer.',
  notHad: 'Il n’en reste pas assez pour choisir. Informez-vous.',
  remove: (name) => `Retirer ${name}`,
  removeShort: 'Retirer',
  lessOf: (name) => `Moins de ${name}`,
  moreOf: (name) => `Plus de ${name}`,
  offers: 'Offres',
  offerCount: (count) => (count === 1 ? '1 offre' : `${count} offres`),
  backToProduct: 'Retour au produit',
  seeOffers: (count) => (count === 1 ? 'Voir l’offre' : `Voir les ${count} offres`),
  seeRewards: (count) => (count === 1 ? '1 récompense' : `${count} récompenses`),
  extras: 'Offres et récompenses',
  rewards: 'Récompenses',
  handOver: 'Remettre au comptoir',
  handOverTitle: 'Montrez ceci au comptoir',
  handOverNote: 'Prenez-en une photo, ou dites-nous le code.',
  handOverCodeOnly: 'Dites-nous ce code au comptoir.',
  codeLabel: 'Code de votre panier',
  qrLabel: 'Code QR de votre panier',
  done: 'Terminé',
  stillThere: 'Toujours là?',
  stillThereNote: (seconds) => `Retour au début dans ${seconds} ${seconds <= 1 ? 'seconde' : 'secondes'}`,
  yesStill: 'Oui, je continue',
  keys: { space: 'Espace', back: 'Effacer', clear: 'Tout effacer' },
  scaleOf: (end) => `sur ${end}`,
  pay: (quantity) => `${quantity}, vous payez`
}

const spanish: KioskPageWords = {
  begin: 'Toque para empezar',
  beginNote: 'Vea el menú y cuánto sale con impuestos. Nuestro personal prepara su pedido en el mostrador.',
  menu: 'Menú',
  all: 'Todo',
  other: 'Otros',
  onPromotion: 'En promoción',
  products: (count) => (count === 1 ? '1 producto' : `${count} productos`),
  startOver: 'Empezar de nuevo',
  backTo: (place) => `Volver a ${place}`,
  search: 'Buscar',
  searchLabel: 'Buscar en el menú',
  searchNote: 'Un nombre, una marca, un tipo',
  nothingFound: 'Nada se llama así. Pruebe con menos letras.',
  filter: 'Filtrar',
  filtersOn: (count) => `Filtrar (${count})`,
  showProducts: (count) => (count === 1 ? 'Ver 1 producto' : `Ver ${count} productos`),
  clear: 'Borrar todo',
  type: 'Tipo',
  potency: 'Potencia',
  price: 'Precio con impuestos',
  brand: 'Marca',
  basket: (count) => `Cesta, ${count}`,
  basketTitle: 'Su cesta',
  basketEmpty: 'Todavía está vacía.',
  basketFull: 'La cesta está llena. Consulte a nuestro personal.',
  emptyBasket: 'Vaciarla',
  add: 'Agregar a la cesta',
  added: (quantity, name) => `${quantity} de ${name} en la cesta`,
  addedShort: 'Agregado',
  less: 'Menos',
  more: 'Más',
  howMuch: '¿Cuánto?',
  plusTax: (price) => `${price} + imp.`,
  aGram: (price) => `${price} por g`,
  eachAt: (price) => `${price} c/u`,
  youPay: 'Usted paga',
  anEstimate: 'una estimación',
  pending: '…',
  cannotPrice: 'Ahora no se puede sumar. Pregunte, por favor.',
  gone: 'Este producto ya no está en el menú.',
  soldOut: 'Agotado',
  changed: 'El precio acaba de cambiar.',
  notHad: 'No queda suficiente para elegir. Pregunte, por favor.',
  remove: (name) => `Quitar ${name}`,
  removeShort: 'Quitar',
  lessOf: (name) => `Menos de ${name}`,
  moreOf: (name) => `Más de ${name}`,
  offers: 'Ofertas',
  offerCount: (count) => (count === 1 ? '1 oferta' : `${count} ofertas`),
  backToProduct: 'Volver al producto',
  seeOffers: (count) => (count === 1 ? 'Ver la oferta' : `Ver ${count} ofertas`),
  seeRewards: (count) => (count === 1 ? '1 recompensa' : `${count} recompensas`),
  extras: 'Ofertas y recompensas',
  rewards: 'Recompensas',
  handOver: 'Entregar',
  handOverTitle: 'Muestre esto en el mostrador',
  handOverNote: 'Tómele una foto, o díganos el código.',
  handOverCodeOnly: 'Díganos este código en el mostrador.',
  codeLabel: 'Código de su cesta',
  qrLabel: 'Código QR de su cesta',
  done: 'Listo',
  stillThere: '¿Sigue ahí?',
  stillThereNote: (seconds) => `Se vuelve al inicio en ${seconds} ${seconds === 1 ? 'segundo' : 'segundos'}`,
  yesStill: 'Sí, sigo',
  keys: { space: 'Espacio', back: 'Borrar', clear: 'Borrar todo' },
  scaleOf: (end) => `de ${end}`,
  pay: (quantity) => `${quantity}, usted paga`
}

/** The words for a BCP 47 language tag; English where the language is not one of ours. */
export function kioskWordsOf(language: string): KioskPageWords {
  switch (language.toLowerCase().slice(0, 2)) {
    case 'fr':
      return french
    case 'es':
      return spanish
    default:
      return english
  }
}
