import type { ConditionWords } from './condition-words.ts'

export const SPANISH_CONDITIONS: ConditionWords = {
  product: (name) => name,
  anotherProduct: 'otro producto',
  within: (className) => `en ${className}`,
  suppliedBy: (name) => `de ${name}`,
  specification: (field, value) => `${field} «${value}»`,
  nonStock: 'sin control de existencias',
  regular: 'con control de existencias',
  batchTracked: 'con seguimiento por lote',
  giftCard: 'una tarjeta de regalo',
  cannabis: 'un producto de cannabis',
  byWeight: 'vendido por peso',
  byPiece: 'vendido por pieza',
  medical: 'cliente médico',
  recreational: 'cliente recreativo',
  inGroup: (name) => `cliente de ${name}`,
  inNoGroup: 'cliente sin grupo de precios',
  atRegularPrice: 'a su precio normal',
  anything: 'cualquier cosa',
  nothing: 'nada',
  not: (condition) => `no ${condition}`,
  byId: (id) => `n.º\u00a0${id}`,
  role: (role, condition) => {
    switch (role.kind) {
      case 'match':
        return `lo que se compra, ${condition}`
      case 'other':
        return `lo que se rebaja, ${condition}`
      case 'part':
        return `parte ${role.number}, ${condition}`
    }
  },
  holds: (condition) => `${condition}: sí`,
  fails: (condition, own) => `${condition}: no${own === null ? '' : `, ${own}`}`,
  unknown: (condition) => `${condition}: el catálogo no lo dice`,
  ownClass: (path) => `está en ${path}`,
  ownNoClass: 'no está en ninguna clase',
  ownSuppliers: (names) => `es de ${names}`,
  ownNoSupplier: 'no tiene proveedor',
  ownValue: (value) => `tiene «${value}»`,
  ownNoValue: 'no tiene ninguno',
  ownSale: 'este precio es una oferta',
  ownGroupPrice: 'este es el precio de un grupo',
  ownShoppers: (customer, group) =>
    `esta pantalla es para clientes ${customer === 'medical' ? 'médicos' : 'recreativos'}${
      group === null ? ', y nadie eligió un grupo' : ` de ${group}`
    }`
}
