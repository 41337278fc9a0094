import type { ConditionWords } from './condition-words.ts'

export const ENGLISH_CONDITIONS: ConditionWords = {
  product: (name) => name,
  anotherProduct: 'another product',
  within: (className) => `in ${className}`,
  suppliedBy: (name) => `from ${name}`,
  specification: (field, value) => `${field} “${value}”`,
  nonStock: 'without stock counts',
  regular: 'with stock counts',
  batchTracked: 'tracked by batch',
  giftCard: 'a gift card',
  cannabis: 'a cannabis product',
  byWeight: 'sold by weight',
  byPiece: 'sold by the piece',
  medical: 'a medical customer',
  recreational: 'a recreational customer',
  inGroup: (name) => `a customer of ${name}`,
  inNoGroup: 'a customer of no pricing group',
  atRegularPrice: 'at its regular price',
  anything: 'anything at all',
  nothing: 'nothing at all',
  not: (condition) => `not ${condition}`,
  byId: (id) => `no. ${id}`,
  role: (role, condition) => {
    switch (role.kind) {
      case 'match':
        return `to be bought, ${condition}`
      case 'other':
        return `to be discounted, ${condition}`
      case 'part':
        return `part ${role.number}, ${condition}`
    }
  },
  holds: (condition) => `${condition}: yes`,
  fails: (condition, own) => `${condition}: no${own === null ? '' : `, ${own}`}`,
  unknown: (condition) => `${condition}: the catalogue does not say`,
  ownClass: (path) => `it is in ${path}`,
  ownNoClass: 'it is in no class',
  ownSuppliers: (names) => `it comes from ${names}`,
  ownNoSupplier: 'it has no supplier',
  ownValue: (value) => `it has “${value}”`,
  ownNoValue: 'it has none',
  ownSale: 'this price is a sale',
  ownGroupPrice: 'this is a group’s price',
  ownShoppers: (customer, group) =>
    `this screen is for ${customer} customers${group === null ? ', and nobody chose a group' : ` of ${group}`}`
}
