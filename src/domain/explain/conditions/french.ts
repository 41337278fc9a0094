import type { ConditionWords } from './condition-words.ts'

const NO_BREAK_SPACE = '\u00a0'

export const FRENCH_CONDITIONS: ConditionWords = {
  product: (name) => name,
  anotherProduct: 'un autre produit',
  within: (className) => `dans ${className}`,
  suppliedBy: (name) => `de chez ${name}`,
  specification: (field, value) => `${field} «${NO_BREAK_SPACE}${value}${NO_BREAK_SPACE}»`,
  nonStock: 'sans suivi de stock',
  regular: 'avec suivi de stock',
  batchTracked: 'suivi par lot',
  giftCard: 'une carte-cadeau',
  cannabis: 'un produit du cannabis',
  byWeight: 'vendu au poids',
  byPiece: 'vendu à la pièce',
  medical: 'clientèle médicale',
  recreational: 'clientèle récréative',
  inGroup: (name) => `clientèle du groupe ${name}`,
  inNoGroup: 'clientèle sans groupe de prix',
  atRegularPrice: 'au prix courant',
  anything: 'n’importe quoi',
  nothing: 'rien du tout',
  not: (condition) => `pas ${condition}`,
  byId: (id) => `nº${NO_BREAK_SPACE}${id}`,
  role: (role, condition) => {
    switch (role.kind) {
      case 'match':
        return `à acheter, ${condition}`
      case 'other':
        return `à prix réduit, ${condition}`
      case 'part':
        return `partie ${role.number}, ${condition}`
    }
  },
  holds: (condition) => `${condition}${NO_BREAK_SPACE}: oui`,
  fails: (condition, own) => `${condition}${NO_BREAK_SPACE}: non${own === null ? '' : `, ${own}`}`,
  unknown: (condition) => `${condition}${NO_BREAK_SPACE}: le catalogue ne le dit pas`,
  ownClass: (path) => `il est dans ${path}`,
  ownNoClass: 'il n’est dans aucune classe',
  ownSuppliers: (names) => `il vient de chez ${names}`,
  ownNoSupplier: 'il n’a pas de fournisseur',
  ownValue: (value) => `il a «${NO_BREAK_SPACE}${value}${NO_BREAK_SPACE}»`,
  ownNoValue: 'il n’en a pas',
  ownSale: 'ce prix est un rabais',
  ownGroupPrice: 'c’est le prix d’un groupe',
  ownShoppers: (customer, group) =>
    `cet écran s’adresse à la clientèle ${customer === 'medical' ? 'médicale' : 'récréative'}${
      group === null ? ', et personne n’a choisi de groupe' : ` du groupe ${group}`
    }`
}
