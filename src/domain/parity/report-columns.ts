import type { ReportColumn, ReportColumns } from '../../shared/manager/register.ts'

export const REPORT_COLUMNS: readonly ReportColumn[] = [
  'date',
  'time',
  'receipt',
  'code',
  'name',
  'quantity',
  'unitPrice',
  'amount',
  'discount',
  'tax',
  'total'
]

/** What registers call a column, in English, French and Spanish; the likelier name first. Compared as words alone. */
const KNOWN: Readonly<Record<ReportColumn, readonly string[]>> = {
  date: [
    'date time',
    'datetime',
    'sale date',
    'sold at',
    'transaction date',
    'invoice date',
    'receipt date',
    'date and time',
    'created at',
    'completed at',
    'timestamp',
    'date et heure',
    'date heure',
    'date de vente',
    'date de transaction',
    'fecha y hora',
    'fecha hora',
    'fecha de venta',
    'fecha de transaccion',
    'date',
    'fecha'
  ],
  time: ['time', 'sale time', 'transaction time', 'time of sale', 'heure', 'heure de vente', 'hora', 'hora de venta'],
  receipt: [
    'receipt id',
    'receipt number',
    'receipt',
    'transaction id',
    'transaction number',
    'transaction',
    'invoice number',
    'invoice id',
    'invoice',
    'order id',
    'order number',
    'ticket number',
    'no de recu',
    'n de recu',
    'numero de recu',
    'recu',
    'no de facture',
    'n de facture',
    'numero de facture',
    'facture',
    'numero de recibo',
    'no de recibo',
    'n de recibo',
    'recibo',
    'numero de factura',
    'factura',
    'ticket'
  ],
  code: [
    'sku',
    'product sku',
    'item sku',
    'catalog sku',
    'product id',
    'item id',
    'upc',
    'barcode',
    'bar code',
    'product code',
    'item number',
    'code',
    'code produit',
    'code barres',
    'ugs',
    'code a barres',
    'codigo',
    'codigo de producto',
    'codigo de barras'
  ],
  name: [
    'product name',
    'item name',
    'product',
    'item',
    'description',
    'product description',
    'nom du produit',
    'produit',
    'article',
    'nombre del producto',
    'producto',
    'articulo',
    'descripcion'
  ],
  quantity: [
    'quantity',
    'qty',
    'quantity sold',
    'qty sold',
    'units',
    'units sold',
    'net quantity',
    'quantite',
    'qte',
    'quantite vendue',
    'cantidad',
    'cant',
    'cantidad vendida',
    'unidades'
  ],
  unitPrice: [
    'unit price',
    'price',
    'price each',
    'sold at price',
    'item price',
    'prix unitaire',
    'prix',
    'precio unitario',
    'precio'
  ],
  amount: [
    'net sales',
    'subtotal',
    'sub total',
    'line subtotal',
    'net amount',
    'net price',
    'net sale',
    'amount before tax',
    'total before tax',
    'pre tax total',
    'amount',
    'line amount',
    'extended price',
    'gross sales',
    'sous total',
    'montant avant taxes',
    'montant net',
    'ventes nettes',
    'montant',
    'importe neto',
    'ventas netas',
    'importe antes de impuestos',
    'importe'
  ],
  discount: [
    'discount',
    'discounts',
    'total discount',
    'discount amount',
    'line discount',
    'remise',
    'remises',
    'rabais',
    'descuento',
    'descuentos'
  ],
  tax: [
    'tax',
    'taxes',
    'total tax',
    'tax amount',
    'tax total',
    'taxe',
    'total taxes',
    'montant de taxe',
    'impuesto',
    'impuestos',
    'total impuestos'
  ],
  total: [
    'total',
    'line total',
    'total with tax',
    'total incl tax',
    'total including tax',
    'total price',
    'grand total',
    'total invoice price',
    'amount paid',
    'total ttc',
    'total avec taxes',
    'total con impuestos',
    'importe total'
  ]
}

/**
 * What a header that speaks of the shopper contains, of three languages, also where its words are written as one
 * ("customername"): such a column cannot be chosen, and what stands in it is never kept. A column too many is left out
 * rather than one too few.
 */
const PARTS_ABOUT_CUSTOMERS =
  /customer|client|patient|pacient|caregiver|shopper|buyer|acheteu|comprador|purchaser|consumer|consumidor|consommat|guest|invitad|member|membre|miembro|visitor|recipient|destinatai?r|contact|account|cardholder|loyalty|fidelite|lealtad|phone|telefono|mobile|movil|email|courriel|correo|birth|naissance|nacimiento|medical|medico|medica|physician|doctor|medecin|address|adresse|direccion|postal|postcode|licen[cs]e|licencia|passport|pasaporte|gender|first ?name|last ?name|full ?name|surname|prenom|apellido|nom de famille/
/** The same, of words that are part of others: "age" of "package". */
const WORDS_ABOUT_CUSTOMERS =
  /\b(cust(?!om)\w*|[fl]name|party|tel\d*|tel ?(no|number)|cell\w*|e ?mail|mail|dob|age|edad|mmj|rx|street|addr\w*|zip\w*|permis|ssn|sexe?o?|(bill(ed|ing)?|sold|ship(ped|ping)?|deliver(ed|y)?) ?to|bill(ed|ing) ?name|(purchased|bought) by|(facture|livre|vendu|achete) (a|par)|(facturar|facturado|vendido|enviar|enviado|comprado) (a|por))\b/

/** "ReceiptId", "receipt_id" and "Reçu n°" as plain words. */
export function headerWordsOf(header: string): string {
  return header
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Whether a column may hold something about the customer. */
export function isAboutCustomer(header: string): boolean {
  const words = headerWordsOf(header)
  return PARTS_ABOUT_CUSTOMERS.test(words) || WORDS_ABOUT_CUSTOMERS.test(words)
}

/** What each column of a report probably is; a header stands for one column at most. */
export function suggestedColumnsOf(headers: readonly string[]): ReportColumns {
  const free = new Map(
    headers.filter((header) => !isAboutCustomer(header)).map((header) => [header, headerWordsOf(header)])
  )
  const suggested: { -readonly [Column in ReportColumn]?: string } = {}
  for (const column of REPORT_COLUMNS) {
    const names = KNOWN[column]
    const found = [...free]
      .map(([header, words]) => ({ header, rank: names.indexOf(words) }))
      .filter(({ rank }) => rank >= 0)
      .sort((a, b) => a.rank - b.rank)[0]
    if (found === undefined) continue
    suggested[column] = found.header
    free.delete(found.header)
  }
  return suggested
}

export type MappingFault =
  | { readonly column: ReportColumn; readonly why: 'needed' | 'not-there' | 'about-customer' | 'used-twice' }
  | { readonly column: 'code'; readonly why: 'product-needed' }
  | { readonly column: 'total'; readonly why: 'amount-needed' }

/** What is wrong with a mapping for a file with these headers; null where it can be used. */
export function mappingFaultOf(columns: ReportColumns, headers: readonly string[]): MappingFault | null {
  const used = new Set<string>()
  for (const column of REPORT_COLUMNS) {
    const header = columns[column]
    if (header === undefined) continue
    if (isAboutCustomer(header)) return { column, why: 'about-customer' }
    if (!headers.includes(header)) return { column, why: 'not-there' }
    if (used.has(header)) return { column, why: 'used-twice' }
    used.add(header)
  }
  if (columns.date === undefined) return { column: 'date', why: 'needed' }
  if (columns.quantity === undefined) return { column: 'quantity', why: 'needed' }
  if (columns.code === undefined && columns.name === undefined) return { column: 'code', why: 'product-needed' }
  const hasAmount = columns.amount !== undefined || columns.unitPrice !== undefined || columns.total !== undefined
  return hasAmount ? null : { column: 'total', why: 'amount-needed' }
}
