import { type InLanguages, managerLanguageOf } from '../settings/manager-language.ts'

/** The words of the page where a counter types or scans a code. */
export interface CounterWords {
  readonly title: string
  readonly field: string
  readonly show: string
  readonly product: string
  readonly sku: string
  readonly quantity: string
  readonly unknownProduct: string
  readonly faults: Readonly<Record<'shape' | 'unknown' | 'wait', string>>
  readonly noEngine: string
}

const IN_LANGUAGES: InLanguages<CounterWords> = {
  en: {
    title: 'Counter',
    field: 'Code of the basket, typed or scanned',
    show: 'Show the basket',
    product: 'Product',
    sku: 'SKU',
    quantity: 'Quantity',
    unknownProduct: 'Not in the catalogue',
    faults: {
      shape: 'That is no code: six letters and figures, or what the QR code holds.',
      unknown: 'Nobody handed over a basket with that code, or it is more than four hours ago.',
      wait: 'Too many wrong codes. Try again in a minute.'
    },
    noEngine: 'The menu is not ready yet. Try again in a moment.'
  },
  fr: {
    title: 'Comptoir',
    field: 'Code du panier, tapé ou numérisé',
    show: 'Afficher le panier',
    product: 'Produit',
    sku: 'UGS',
    quantity: 'Quantité',
    unknownProduct: 'Absent du catalogue',
    faults: {
      shape: 'Ce n’est pas un code\u00a0: six lettres et chiffres, ou le contenu du code QR.',
      unknown: 'Aucun panier n’a ce code, ou il date de plus de quatre heures.',
      wait: 'Trop de codes erronés. Réessayez dans une minute.'
    },
    noEngine: 'Le menu n’est pas encore prêt. Réessayez dans un instant.'
  },
  es: {
    title: 'Mostrador',
    field: 'Código de la cesta, escrito o escaneado',
    show: 'Mostrar la cesta',
    product: 'Producto',
    sku: 'SKU',
    quantity: 'Cantidad',
    unknownProduct: 'No está en el catálogo',
    faults: {
      shape: 'Eso no es un código: seis letras y cifras, o lo que contiene el código QR.',
      unknown: 'Ninguna cesta tiene ese código, o es de hace más de cuatro horas.',
      wait: 'Demasiados códigos incorrectos. Inténtelo de nuevo en un minuto.'
    },
    noEngine: 'El menú aún no está listo. Inténtelo de nuevo en un momento.'
  }
}

export function counterWordsOf(language: string | null): CounterWords {
  return IN_LANGUAGES[managerLanguageOf(language)]
}
