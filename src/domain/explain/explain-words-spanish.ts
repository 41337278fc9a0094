import { ended } from '../display/sentence.ts'
import type { AskedQuantity, ExplainWords, LossReason, PriceOrigin, Reckoning } from './explain-words.ts'

function quantity({ kind, text }: AskedQuantity): string {
  return kind === 'one' ? 'una unidad' : kind === 'several' ? `${text} unidades` : text
}

function setAt(origin: PriceOrigin): string {
  switch (origin.kind) {
    case 'unsaid':
      return 'la caja no dice dónde se fija'
    case 'unnamed':
      return `fijado en el nodo ${origin.entityId} de la empresa, que aquí no tiene nombre`
    case 'own':
      return `fijado en ${origin.locationName} misma`
    case 'inherited':
      return `fijado en ${origin.nodeName} y heredado por ${origin.locationName}`
  }
}

function reckoned(reckoning: Reckoning, unit: 'g' | 'each', isSale: boolean): string {
  const price = isSale ? 'Precio de oferta' : 'Precio'
  const one = unit === 'g' ? '1\u00a0g' : 'una unidad'
  switch (reckoning.kind) {
    case 'unit':
      return `${price} por ${one}`
    case 'at-tier': {
      const tier = reckoning.tierName === null ? '' : ` (nivel «${reckoning.tierName}»)`
      return `${price} del nivel por ${reckoning.quantity}${tier}`
    }
    case 'times':
      return `${reckoning.each} por ${one}, por ${reckoning.quantity}`
  }
}

function reasonText(reason: LossReason): string {
  switch (reason.kind) {
    case 'dated-sale-replaces-it':
      return 'una oferta con fechas la reemplaza'
    case 'not-begun':
      return 'no ha empezado'
    case 'over':
      return 'ya terminó'
    case 'ends-before-it-begins':
      return 'termina antes de empezar, así que nunca rige'
    case 'dearer-sale-at-the-same-time':
      return 'de dos ofertas a la vez se aplica la más cara'
    case 'another-is-lower':
      return `${reason.amount} es más bajo`
    case 'no-lower':
      return `no es más bajo que el ${reason.amount} que cuenta`
    case 'screen-names-no-group':
      return 'esta pantalla no nombra ningún grupo'
    case 'screen-names-other-group':
      return `esta pantalla nombra ${reason.groupName}`
    case 'row-of-its-own':
      return 'solo para este grupo, y se muestra en una fila propia donde es más bajo'
    case 'dearer-of-two-records':
      return 'de dos registros para un mismo precio se aplica el más caro'
    case 'tier-takes-its-place':
      return `el nivel de ${reason.quantity} ocupa su lugar`
    case 'group-has-its-own-tier':
      return 'el grupo tiene su propio precio en este nivel'
    case 'no-price':
      return 'no nombra ningún precio'
  }
}

export const SPANISH: ExplainWords = {
  quantity,
  whyShelf: (asked, shelfName) => `¿Por qué ${quantity(asked)} a elegir de ${shelfName} cuesta`,
  whyProduct: (asked, productName) => `¿Por qué ${quantity(asked)} de ${productName} cuesta`,
  whyGroup: (groupName, asked, name) => `¿Por qué el precio ${groupName} por ${quantity(asked)} de ${name} es`,
  askGroup: (groupName) => `Explicar el precio ${groupName}`,
  answer: (amount) => `${amount}?`,
  askForPrice: 'Pregunte por el precio de hoy',

  priceRecord: 'Registro de precio',
  sale: 'Oferta',
  standingSale: 'Oferta permanente',
  groupSale: (groupName) => `Oferta para ${groupName}`,
  unnamedGroup: (groupId) => `Grupo ${groupId}`,
  reckoned,
  setAt,
  onShelf: (shelfName) => `Lo que se compra de ${shelfName} cuenta junto.`,
  groupRecord: 'El grupo tiene aquí un precio propio.',
  standing: 'No tiene fechas: rige siempre que no hay una oferta con fechas.',
  only: (amount) => `El único precio por ${amount}, así que rige.`,
  lowest: (amount) => `El más bajo de los precios por ${amount}, así que rige.`,

  rounding: 'Redondeo',
  rounded: (exact, price) => `${exact} pasa a ${price}: al centavo, la mitad hacia arriba.`,
  tax: (name, percent) => `${name} ${percent}`,
  of: (base, kind) => {
    switch (kind.kind) {
      case 'price':
        return `sobre ${base}`
      case 'regular':
        return `sobre el precio normal, ${base}`
      case 'price-and-taxes':
        return `sobre ${base}, encima de ${kind.names}`
      case 'regular-and-taxes':
        return `sobre ${base}: el precio normal, encima de ${kind.names}`
    }
  },
  addedHere: 'se suma en la caja aquí',
  insideHere: 'ya incluido en el precio aquí',
  notOnTopOf: (names) => `no encima de ${names}`,
  flatTax: (rate, amount, unit) => `${rate} por cada ${unit === 'g' ? 'gramo' : 'unidad'}: ${amount}`,
  taxRounded: (exact, amount) => `${exact} redondeado a ${amount}`,
  taxes: 'Impuestos',
  noTaxes: 'A este producto no se le aplica aquí ningún impuesto.',
  taxesUnknown:
    'No se saben: los impuestos por cantidad superan el precio, así que no se puede decir qué hay dentro de él.',
  beforeTax: 'Antes de impuestos',
  netOf: 'Lo que queda del precio sin los impuestos que incluye.',
  held: 'Los importes se retienen hasta que los precios se hayan vuelto a leer: acaba de cambiar si incluyen impuestos, o nadie los ha confirmado desde hace más tiempo del que permite la tienda. La página Salud dice cuál.',
  youPay: 'Usted paga',

  notUsed: 'No se usa',
  lost: (name, amount, reason) => ended(`${name}${amount === null ? '' : ` ${amount}`}: ${reasonText(reason)}`),
  saleWithin: (span) => `Oferta ${span},`,
  basePrice: 'Precio base',
  anotherRecord: 'Otro registro',

  nextAmount: (amount, moment) => `${amount} desde el ${moment},`,
  because: (cause) => {
    switch (cause) {
      case 'sale-starts':
        return 'cuando empieza una oferta.'
      case 'sale-ends':
        return 'cuando termina la oferta.'
      case 'sales-change':
        return 'cuando una oferta termina y otra empieza.'
      case 'promotion-starts':
        return 'cuando empieza una promoción.'
      case 'promotion-ends':
        return 'cuando termina la promoción.'
      case 'promotions-change':
        return 'cuando una promoción termina y se aplica otra.'
    }
  },
  noNext: 'No se conoce ningún cambio de este precio en los próximos 60 días.',

  fetchedAt: (day, time) => {
    const article = /^1(?!\d)/.test(time) ? 'la' : 'las'
    return day === null ? `a ${article} ${time}` : `el ${day} a ${article} ${time}`
  },
  registerAgrees: 'La caja coincide.',
  fetchedSame: (when) => `Este producto se volvió a leer ${when} y tenía los mismos precios e impuestos.`,
  registerDiffered: 'La caja difería.',
  fetchedOther: (when) =>
    `Este producto se volvió a leer ${when} y tenía otro precio u otro impuesto que el mostrado; el tablero lo sigue desde entonces.`,

  promotions: 'Promociones de este producto',
  onUntil: (until) => ended(`Vigente ${until}`),
  onForLong: 'Vigente, sin fin en los próximos 60 días.',
  notOnNext: (span) => ended(`No está vigente en este instante. La próxima vez: ${span}`),
  notSoon: 'No está vigente en este instante, ni en los 60 días que siguen.',
  unreadable: (reason) => `Nunca se muestra: su horario no se puede leer (${reason}).`,
  zoneUnknown: 'Nunca se muestra: sigue el reloj de la tienda, y no se conoce la zona horaria de la tienda.',
  badgesHidden: 'El perfil del mercado deja su etiqueta fuera de esta pantalla.',

  shelfDiffers: (names) => `Productos de este estante difieren: ${names}.`,
  sameQuantity: 'Más de un nivel tiene esta cantidad; este es el primero.',

  refusals: {
    at: 'Ese día no existe.',
    payer: 'Esta pantalla ya no nombra ningún grupo.',
    productIds: 'Este producto ya no se vende aquí.',
    quantity: 'Este producto ya no tiene precio para esa cantidad.'
  }
}
