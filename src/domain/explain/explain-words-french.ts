import { ended } from '../display/sentence.ts'
import type { AskedQuantity, ExplainWords, LossReason, PriceOrigin, Reckoning } from './explain-words.ts'

const NO_BREAK_SPACE = '\u00a0'

function quantity({ kind, text }: AskedQuantity): string {
  return kind === 'one' ? 'une unité' : kind === 'several' ? `${text} unités` : text
}

function setAt(origin: PriceOrigin): string {
  switch (origin.kind) {
    case 'unsaid':
      return 'la caisse ne dit pas où il est fixé'
    case 'unnamed':
      return `fixé au nœud ${origin.entityId} de l’entreprise, qui n’a pas de nom ici`
    case 'own':
      return `fixé à ${origin.locationName} même`
    case 'inherited':
      return `fixé à «${NO_BREAK_SPACE}${origin.nodeName}${NO_BREAK_SPACE}», dont ${origin.locationName} hérite`
  }
}

function reckoned(reckoning: Reckoning, unit: 'g' | 'each', isSale: boolean): string {
  const price = isSale ? 'Prix en rabais' : 'Prix'
  const one = unit === 'g' ? `1${NO_BREAK_SPACE}g` : 'une unité'
  switch (reckoning.kind) {
    case 'unit':
      return `${price} pour ${one}`
    case 'at-tier': {
      const tier =
        reckoning.tierName === null ? '' : ` (palier «${NO_BREAK_SPACE}${reckoning.tierName}${NO_BREAK_SPACE}»)`
      return `${price} au palier pour ${reckoning.quantity}${tier}`
    }
    case 'times':
      return `${reckoning.each} pour ${one}, multiplié par ${reckoning.quantity}`
  }
}

function reasonText(reason: LossReason): string {
  switch (reason.kind) {
    case 'dated-sale-replaces-it':
      return 'un rabais daté le remplace'
    case 'not-begun':
      return 'il n’a pas commencé'
    case 'over':
      return 'il est terminé'
    case 'ends-before-it-begins':
      return 'il finit avant de commencer, donc il ne vaut jamais'
    case 'dearer-sale-at-the-same-time':
      return 'de deux rabais en même temps, le plus cher s’applique'
    case 'another-is-lower':
      return `${reason.amount} est plus bas`
    case 'no-lower':
      return `pas plus bas que le ${reason.amount} qui compte`
    case 'screen-names-no-group':
      return 'cet écran ne nomme aucun groupe'
    case 'screen-names-other-group':
      return `cet écran nomme ${reason.groupName}`
    case 'row-of-its-own':
      return 'pour ce groupe seulement, et montré sur sa propre ligne là où c’est plus bas'
    case 'dearer-of-two-records':
      return 'de deux fiches pour un même prix, la plus chère s’applique'
    case 'tier-takes-its-place':
      return `le palier de ${reason.quantity} prend sa place`
    case 'group-has-its-own-tier':
      return 'le groupe a son propre prix à ce palier'
    case 'no-price':
      return 'il ne nomme aucun prix'
  }
}

/** Canadian French. */
export const FRENCH: ExplainWords = {
  quantity,
  whyShelf: (asked, shelfName) => `Pourquoi ${quantity(asked)} au choix de ${shelfName}`,
  whyProduct: (asked, productName) => `Pourquoi ${quantity(asked)} de ${productName}`,
  whyGroup: (groupName, asked, name) =>
    `Prix ${groupName} pour ${quantity(asked)} de ${name}${NO_BREAK_SPACE}: pourquoi`,
  askGroup: (groupName) => `Expliquer le prix ${groupName}`,
  answer: (amount) => `${amount}${NO_BREAK_SPACE}?`,
  askForPrice: 'Demandez le prix du jour',

  priceRecord: 'Fiche de prix',
  sale: 'Rabais',
  standingSale: 'Rabais permanent',
  groupSale: (groupName) => `Rabais pour ${groupName}`,
  unnamedGroup: (groupId) => `Groupe ${groupId}`,
  reckoned,
  setAt,
  onShelf: (shelfName) => `Ce qu’on achète de ${shelfName} compte ensemble.`,
  groupRecord: 'Le groupe a son propre prix ici.',
  standing: 'Il n’a pas de dates\u00a0: il vaut chaque fois qu’aucun rabais daté n’a cours.',
  only: (amount) => `Le seul prix pour ${amount}, donc il est en vigueur.`,
  lowest: (amount) => `Le plus bas des prix pour ${amount}, donc il est en vigueur.`,

  rounding: 'Arrondi',
  rounded: (exact, price) => `${exact} devient ${price}${NO_BREAK_SPACE}: au cent, la demie vers le haut.`,
  tax: (name, percent) => `${name} ${percent}`,
  of: (base, kind) => {
    switch (kind.kind) {
      case 'price':
        return `sur ${base}`
      case 'regular':
        return `sur le prix courant, ${base}`
      case 'price-and-taxes':
        return `sur ${base}, par-dessus ${kind.names}`
      case 'regular-and-taxes':
        return `sur ${base}${NO_BREAK_SPACE}: le prix courant, par-dessus ${kind.names}`
    }
  },
  addedHere: 'ajoutée à la caisse ici',
  insideHere: 'déjà comprise dans le prix ici',
  notOnTopOf: (names) => `pas par-dessus ${names}`,
  flatTax: (rate, amount, unit) => `${rate} par ${unit === 'g' ? 'gramme' : 'unité'}${NO_BREAK_SPACE}: ${amount}`,
  taxRounded: (exact, amount) => `${exact} arrondi à ${amount}`,
  taxes: 'Taxes',
  noTaxes: 'Aucune taxe ne s’applique à ce produit ici.',
  taxesUnknown:
    'Inconnues\u00a0: les taxes à la quantité dépassent le prix, donc on ne peut pas dire ce qui s’y trouve.',
  beforeTax: 'Avant taxes',
  netOf: 'Ce qui reste du prix sans les taxes qu’il comprend.',
  held: 'Les montants sont retenus jusqu’à ce que les prix aient été relus\u00a0: on vient de changer s’ils comprennent les taxes, ou personne ne les a confirmés depuis plus longtemps que le magasin ne le permet. La page Santé dit lequel.',
  youPay: 'Vous payez',

  notUsed: 'Non retenu',
  lost: (name, amount, reason) =>
    ended(`${name}${amount === null ? '' : ` ${amount}`}${NO_BREAK_SPACE}: ${reasonText(reason)}`),
  saleWithin: (span) => `Rabais ${span},`,
  basePrice: 'Prix de base',
  anotherRecord: 'Une autre fiche',

  nextAmount: (amount, moment) => `${amount} à partir du ${moment},`,
  because: (cause) => {
    switch (cause) {
      case 'sale-starts':
        return 'quand un rabais commence.'
      case 'sale-ends':
        return 'quand le rabais prend fin.'
      case 'sales-change':
        return 'quand un rabais prend fin et qu’un autre commence.'
      case 'promotion-starts':
        return 'quand une promotion commence.'
      case 'promotion-ends':
        return 'quand la promotion prend fin.'
      case 'promotions-change':
        return 'quand une promotion prend fin et qu’une autre s’applique.'
    }
  },
  noNext: 'Aucun changement de ce prix n’est connu pour les 60 prochains jours.',

  fetchedAt: (day, time) => (day === null ? `à ${time}` : `le ${day} à ${time}`),
  registerAgrees: 'La caisse concorde.',
  fetchedSame: (when) => `Ce produit a été relu ${when} et avait les mêmes prix et taxes.`,
  registerDiffered: 'La caisse différait.',
  fetchedOther: (when) =>
    `Ce produit a été relu ${when} et avait un autre prix ou une autre taxe que ceux montrés; le tableau l’a suivi depuis.`,

  promotions: 'Promotions sur ce produit',
  onUntil: (until) => ended(`En cours, ${until}`),
  onForLong: 'En cours, sans fin dans les 60 prochains jours.',
  notOnNext: (span) => ended(`Pas en cours à cet instant. Prochaine fois${NO_BREAK_SPACE}: ${span}`),
  notSoon: 'Pas en cours à cet instant, ni dans les 60 jours qui suivent.',
  unreadable: (reason) => `Jamais montrée${NO_BREAK_SPACE}: son horaire est illisible (${reason}).`,
  zoneUnknown: 'Jamais montrée\u00a0: elle suit l’horloge du magasin, et le fuseau horaire du magasin n’est pas connu.',
  badgesHidden: 'Le profil du marché garde son étiquette hors de cet écran.',

  shelfDiffers: (names) => `Des produits de cette tablette diffèrent${NO_BREAK_SPACE}: ${names}.`,
  sameQuantity: 'Plus d’un palier a cette quantité; voici le premier.',

  refusals: {
    at: 'Ce jour n’existe pas.',
    payer: 'Cet écran ne nomme plus de groupe.',
    productIds: 'Ce produit n’est plus vendu ici.',
    quantity: 'Ce produit n’a plus de prix pour cette quantité.'
  }
}
