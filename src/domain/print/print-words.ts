import type { PrintKind } from '../../shared/manager/print.ts'
import type { StrainType } from '../../shared/board-view.ts'

/** The words of printed pages that no board has, in one language. */
export interface PrintWords {
  readonly titles: Readonly<Record<PrintKind, string>>
  /** With date and time of the prices. */
  readonly asOf: (when: string) => string
  readonly asOfUnknown: string
  readonly mayChange: string
  readonly page: (number: string, count: string) => string
  readonly size: string
  readonly shelfPrice: string
  readonly regular: string
  readonly perUnit: { readonly g: string; readonly each: string }
  readonly unitPrice: { readonly g: (price: string) => string; readonly each: (price: string) => string }
  readonly onSale: string
  readonly soldOut: string
  readonly unsorted: string
  readonly continued: (heading: string) => string
  readonly more: (count: string) => string
  readonly moreSizes: (count: string) => string
  readonly onYourPhone: string
  readonly codeFor: (url: string) => string
  readonly strains: Readonly<Record<StrainType, string>>
  readonly nothing: string
}

const NO_BREAK_SPACE = '\u00a0'

const english: PrintWords = {
  titles: { 'price-list': 'Price list', 'shelf-talkers': 'Shelf cards', menu: 'Menu' },
  asOf: (when) => `Prices as of ${when}`,
  asOfUnknown: 'Prices not checked yet, please ask',
  mayChange: 'Prices may change. What the register says applies.',
  page: (number, count) => `Page ${number} of ${count}`,
  size: 'Size',
  shelfPrice: 'Shelf price',
  regular: 'Regular',
  perUnit: { g: 'Per gram', each: 'Each' },
  unitPrice: { g: (price) => `${price} per gram`, each: (price) => `${price} each` },
  onSale: 'Sale',
  soldOut: 'Sold out',
  unsorted: 'Other products',
  continued: (heading) => `${heading}, continued`,
  more: (count) => `and ${count} more: ask us`,
  moreSizes: (count) => `and ${count} more sizes: ask us`,
  onYourPhone: 'Today’s prices on your phone',
  codeFor: (url) => `Code that opens ${url}`,
  strains: { indica: 'Indica', sativa: 'Sativa', hybrid: 'Hybrid', cbd: 'CBD' },
  nothing: 'Nothing to print'
}

const french: PrintWords = {
  titles: { 'price-list': 'Liste de prix', 'shelf-talkers': 'Cartes de tablette', menu: 'Menu' },
  asOf: (when) => `Prix en date du ${when}`,
  asOfUnknown: 'Prix non vérifiés, informez-vous',
  mayChange: 'Les prix peuvent changer. Celui de la caisse fait foi.',
  page: (number, count) => `Page ${number} de ${count}`,
  size: 'Format',
  shelfPrice: 'Prix affiché',
  regular: 'Prix courant',
  perUnit: { g: 'Le gramme', each: 'L’unité' },
  unitPrice: { g: (price) => `${price} le gramme`, each: (price) => `${price} l’unité` },
  onSale: 'Rabais',
  soldOut: 'Épuisé',
  unsorted: 'Autres produits',
  continued: (heading) => `${heading}, suite`,
  more: (count) => `et ${count} de plus${NO_BREAK_SPACE}: demandez-nous`,
  moreSizes: (count) => `et ${count} autres formats${NO_BREAK_SPACE}: demandez-nous`,
  onYourPhone: 'Les prix du jour sur votre téléphone',
  codeFor: (url) => `Code qui ouvre ${url}`,
  strains: { indica: 'Indica', sativa: 'Sativa', hybrid: 'Hybride', cbd: 'CBD' },
  nothing: 'Rien à imprimer'
}

const spanish: PrintWords = {
  titles: { 'price-list': 'Lista de precios', 'shelf-talkers': 'Tarjetas de estante', menu: 'Menú' },
  asOf: (when) => `Precios del ${when}`,
  asOfUnknown: 'Precios sin verificar, pregunte',
  mayChange: 'Los precios pueden cambiar. Vale el de la caja.',
  page: (number, count) => `Página ${number} de ${count}`,
  size: 'Tamaño',
  shelfPrice: 'Precio base',
  regular: 'Precio normal',
  perUnit: { g: 'Por gramo', each: 'Por unidad' },
  unitPrice: { g: (price) => `${price} por gramo`, each: (price) => `${price} por unidad` },
  onSale: 'Oferta',
  soldOut: 'Agotado',
  unsorted: 'Otros productos',
  continued: (heading) => `${heading}, continuación`,
  more: (count) => `y ${count} más: pregúntenos`,
  moreSizes: (count) => `y ${count} tamaños más: pregúntenos`,
  onYourPhone: 'Los precios de hoy en su teléfono',
  codeFor: (url) => `Código que abre ${url}`,
  strains: { indica: 'Índica', sativa: 'Sativa', hybrid: 'Híbrida', cbd: 'CBD' },
  nothing: 'Nada que imprimir'
}

/** Words of a language tag; a language without words of its own reads English. */
export function printWordsOf(language: string): PrintWords {
  switch (language.slice(0, 2).toLowerCase()) {
    case 'fr':
      return french
    case 'es':
      return spanish
    default:
      return english
  }
}
