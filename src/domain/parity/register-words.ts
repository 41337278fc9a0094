import type { ReportColumn } from '../../shared/manager/register.ts'
import type { MappingFault } from './report-columns.ts'

/** Why a line of a report cannot be read. */
export type LineFault =
  | { readonly kind: 'quote' }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'missing'; readonly header: string }
  | { readonly kind: 'not-number'; readonly header: string; readonly text: string }
  | { readonly kind: 'not-time'; readonly text: string }
  | { readonly kind: 'future'; readonly text: string }

/** What the register check says besides its causes: refusals, counts, faults of a report. In one language. */
export interface RegisterWords {
  readonly unknownStore: string
  readonly noZone: string
  readonly noSuchDay: string
  readonly future: string
  readonly noLines: string
  readonly tooManyLines: (most: string) => string
  readonly productNeeded: string
  readonly quantityNeeded: string
  readonly amountNeeded: string
  readonly tooLarge: (megabytes: string) => string
  readonly noHeader: string
  readonly tooManyColumns: (most: string) => string
  readonly tooManyReportLines: (most: string) => string
  readonly importGone: string
  readonly notInOrder: string
  readonly columns: Readonly<Record<ReportColumn, string>>
  readonly mappingFault: (fault: MappingFault, columns: Readonly<Record<ReportColumn, string>>) => string
  readonly dateOrderWrong: (text: string) => string
  readonly dateOrderNeeded: (text: string) => string
  readonly timeNeeded: (text: string) => string
  /** How lines of a report without times were compared. */
  readonly comparedByDay: string
  /** A typed receipt that was checked before. */
  readonly replaced: (at: string) => string
  readonly lineFault: (fault: LineFault) => string
  readonly agreeOf: (agreed: string, lines: string, isOne: boolean) => string
  readonly nothingChecked: string
  readonly over: (lines: string, amount: string, isOne: boolean) => string
  readonly under: (lines: string, amount: string, isOne: boolean) => string
  readonly progress: (lines: string, differ: string) => string
  readonly notYetChecked: string
  readonly sampleNone: string
  readonly sampleNobody: string
  readonly sampleSame: (when: string, products: string) => string
  readonly sampleDiffers: (when: string, products: string, differ: string) => string
  readonly sampleFailed: (when: string, why: string) => string
  readonly typed: string
}

const ENGLISH: RegisterWords = {
  unknownStore: 'This store is not known, or its currency is not.',
  noZone: 'The store’s time zone is not known. Set it first: a receipt’s time means nothing without it.',
  noSuchDay: 'A day such as 2026-11-21 is needed.',
  future: 'This time is still to come.',
  noLines: 'Type at least one line.',
  tooManyLines: (most) => `At most ${most} lines at a time. Import a report for more.`,
  productNeeded: 'Type a name, a SKU or a barcode.',
  quantityNeeded: 'A quantity such as 3.5 is needed.',
  amountNeeded: 'An amount such as 24.29 is needed.',
  tooLarge: (megabytes) => `The file is larger than ${megabytes} MB. Export fewer days at a time.`,
  noHeader: 'The file has no first line with the names of its columns.',
  tooManyColumns: (most) => `The file has more than ${most} columns. Is it a line-item report?`,
  tooManyReportLines: (most) =>
    `The file has more than ${most} lines. What was checked up to there is kept; export fewer days at a time.`,
  importGone: 'This import is over. Choose the file again.',
  notInOrder: 'A part of the file was lost on its way. Choose the file again.',
  columns: {
    receipt: 'Receipt number',
    date: 'Date',
    time: 'Time',
    code: 'SKU or barcode',
    name: 'Product name',
    quantity: 'Quantity',
    unitPrice: 'Price of one',
    amount: 'Amount before tax',
    discount: 'Discount',
    tax: 'Tax',
    total: 'Total with tax'
  },
  mappingFault: (fault, columns) => {
    switch (fault.why) {
      case 'needed':
        return `Choose the column for: ${columns[fault.column]}.`
      case 'not-there':
        return 'The file has no such column.'
      case 'about-customer':
        return 'This column may hold something about the customer. It is never read.'
      case 'used-twice':
        return 'This column is chosen twice.'
      case 'product-needed':
        return 'Choose the column of the SKU or barcode, or that of the name.'
      case 'amount-needed':
        return 'Choose at least one column with an amount: the total, the amount before tax or the price of one.'
    }
  },
  dateOrderWrong: (text) => `“${text}” is no date and time in this order.`,
  dateOrderNeeded: (text) => `Say how “${text}” is to be read.`,
  timeNeeded: (text) =>
    `“${text}” tells the day alone. Choose the column of the time, or say that the report tells none.`,
  comparedByDay:
    'The report tells no time of day: each line was compared with everything the board showed on its day, not at its minute.',
  replaced: (at) => `It takes the place of the same receipt, checked ${at}: it counts once.`,
  lineFault: (fault) => {
    switch (fault.kind) {
      case 'quote':
        return 'A quotation mark is opened and not closed.'
      case 'too-long':
        return 'The line is too long to be one of a report.'
      case 'missing':
        return `Nothing stands in “${fault.header}”.`
      case 'not-number':
        return `“${fault.text}” in “${fault.header}” is no number.`
      case 'not-time':
        return `“${fault.text}” is no date and time as chosen.`
      case 'future':
        return `“${fault.text}” is still to come.`
    }
  },
  agreeOf: (agreed, lines, isOne) =>
    isOne ? `${agreed} of 1 line agrees with the board.` : `${agreed} of ${lines} lines agree with the board.`,
  nothingChecked: 'No line could be put beside the board.',
  over: (lines, amount, isOne) =>
    `${lines} ${isOne ? 'line' : 'lines'} charged more than the board said, ${amount} in all.`,
  under: (lines, amount, isOne) => `${lines} ${isOne ? 'line' : 'lines'} charged less, ${amount} in all.`,
  progress: (lines, differ) => `${lines} lines checked, ${differ} differ`,
  notYetChecked: 'No receipt has been checked in the last 30 days.',
  sampleNone: 'No sample has been fetched again yet. One is fetched every night between 3 and 4 am.',
  sampleNobody: 'Cova cannot be asked now: syncing is frozen, or the first sync is still under way.',
  sampleSame: (when, products) => `${when}: ${products} products fetched again from Cova, all as stored.`,
  sampleDiffers: (when, products, differ) =>
    `${when}: ${products} products fetched again from Cova, ${differ} differed from what was stored. They are right now.`,
  sampleFailed: (when, why) => `${when}: the sample could not be fetched. ${why}`,
  typed: 'Typed receipt'
}

const FRENCH: RegisterWords = {
  unknownStore: 'Ce magasin n’est pas connu, ou sa monnaie ne l’est pas.',
  noZone:
    'Le fuseau horaire du magasin n’est pas connu. Réglez-le d’abord\u00a0: sans lui, l’heure d’un reçu ne dit rien.',
  noSuchDay: 'Il faut un jour comme 2026-11-21.',
  future: 'Cette heure est encore à venir.',
  noLines: 'Entrez au moins une ligne.',
  tooManyLines: (most) => `Au plus ${most} lignes à la fois. Importez un rapport pour plus.`,
  productNeeded: 'Entrez un nom, un SKU ou un code-barres.',
  quantityNeeded: 'Il faut une quantité comme 3,5.',
  amountNeeded: 'Il faut un montant comme 24,29.',
  tooLarge: (megabytes) => `Le fichier dépasse ${megabytes} Mo. Exportez moins de jours à la fois.`,
  noHeader: 'Le fichier n’a pas de première ligne avec les noms de ses colonnes.',
  tooManyColumns: (most) => `Le fichier a plus de ${most} colonnes. Est-ce un rapport par ligne?`,
  tooManyReportLines: (most) =>
    `Le fichier a plus de ${most} lignes. Ce qui a été vérifié jusque-là est gardé; exportez moins de jours à la fois.`,
  importGone: 'Cette importation est terminée. Choisissez le fichier de nouveau.',
  notInOrder: 'Une partie du fichier s’est perdue en route. Choisissez le fichier de nouveau.',
  columns: {
    receipt: 'Numéro de reçu',
    date: 'Date',
    time: 'Heure',
    code: 'SKU ou code-barres',
    name: 'Nom du produit',
    quantity: 'Quantité',
    unitPrice: 'Prix unitaire',
    amount: 'Montant avant taxes',
    discount: 'Remise',
    tax: 'Taxe',
    total: 'Total avec taxes'
  },
  mappingFault: (fault, columns) => {
    switch (fault.why) {
      case 'needed':
        return `Choisissez la colonne pour\u00a0: ${columns[fault.column]}.`
      case 'not-there':
        return 'Le fichier n’a pas cette colonne.'
      case 'about-customer':
        return 'Cette colonne peut concerner le client. Elle n’est jamais lue.'
      case 'used-twice':
        return 'Cette colonne est choisie deux fois.'
      case 'product-needed':
        return 'Choisissez la colonne du SKU ou du code-barres, ou celle du nom.'
      case 'amount-needed':
        return 'Choisissez au moins une colonne de montant\u00a0: le total, le montant avant taxes ou le prix unitaire.'
    }
  },
  dateOrderWrong: (text) => `«\u00a0${text}\u00a0» n’est pas une date et une heure dans cet ordre.`,
  dateOrderNeeded: (text) => `Dites comment lire «\u00a0${text}\u00a0».`,
  timeNeeded: (text) =>
    `«\u00a0${text}\u00a0» ne dit que le jour. Choisissez la colonne de l’heure, ou dites que le rapport n’en donne pas.`,
  comparedByDay:
    'Le rapport ne donne pas l’heure\u00a0: chaque ligne a été comparée à tout ce que le tableau a montré ce jour-là, et non à sa minute.',
  replaced: (at) => `Il prend la place du même reçu, vérifié ${at}\u00a0: il compte une fois.`,
  lineFault: (fault) => {
    switch (fault.kind) {
      case 'quote':
        return 'Un guillemet est ouvert et n’est pas fermé.'
      case 'too-long':
        return 'La ligne est trop longue pour un rapport.'
      case 'missing':
        return `Rien dans «\u00a0${fault.header}\u00a0».`
      case 'not-number':
        return `«\u00a0${fault.text}\u00a0» dans «\u00a0${fault.header}\u00a0» n’est pas un nombre.`
      case 'not-time':
        return `«\u00a0${fault.text}\u00a0» n’est pas une date et une heure comme choisi.`
      case 'future':
        return `«\u00a0${fault.text}\u00a0» est encore à venir.`
    }
  },
  agreeOf: (agreed, lines) =>
    // In French the count of what agrees rules the verb, and none is singular.
    agreed === '0' || agreed === '1'
      ? `${agreed} ligne sur ${lines} concorde avec le tableau.`
      : `${agreed} lignes sur ${lines} concordent avec le tableau.`,
  nothingChecked: 'Aucune ligne n’a pu être comparée au tableau.',
  over: (lines, amount, isOne) =>
    `${lines} ${isOne ? 'ligne demandait' : 'lignes demandaient'} plus que le tableau, ${amount} en tout.`,
  under: (lines, amount, isOne) =>
    `${lines} ${isOne ? 'ligne demandait' : 'lignes demandaient'} moins, ${amount} en tout.`,
  progress: (lines, differ) => `${lines} lignes vérifiées, ${differ} diffèrent`,
  notYetChecked: 'Aucun reçu n’a été vérifié ces 30 derniers jours.',
  sampleNone: 'Aucun échantillon n’a encore été relu. Il y en a un chaque nuit entre 3 h et 4 h.',
  sampleNobody: 'Cova ne peut être interrogé\u00a0: la synchronisation est figée, ou la première est en cours.',
  sampleSame: (when, products) => `${when}\u00a0: ${products} produits relus dans Cova, tous comme gardés.`,
  sampleDiffers: (when, products, differ) =>
    `${when}\u00a0: ${products} produits relus dans Cova, ${differ} différaient de ce qui était gardé. Ils sont justes maintenant.`,
  sampleFailed: (when, why) => `${when}\u00a0: l’échantillon n’a pas pu être lu. ${why}`,
  typed: 'Reçu entré à la main'
}

const SPANISH: RegisterWords = {
  unknownStore: 'Esta tienda no se conoce, o no se conoce su moneda.',
  noZone: 'No se conoce la zona horaria de la tienda. Fíjela primero: sin ella la hora de un recibo no dice nada.',
  noSuchDay: 'Hace falta un día como 2026-11-21.',
  future: 'Esta hora aún no ha llegado.',
  noLines: 'Escriba al menos una línea.',
  tooManyLines: (most) => `Como máximo ${most} líneas a la vez. Importe un informe para más.`,
  productNeeded: 'Escriba un nombre, un SKU o un código de barras.',
  quantityNeeded: 'Hace falta una cantidad como 3.5.',
  amountNeeded: 'Hace falta un importe como 24.29.',
  tooLarge: (megabytes) => `El archivo supera ${megabytes} MB. Exporte menos días a la vez.`,
  noHeader: 'El archivo no tiene una primera línea con los nombres de sus columnas.',
  tooManyColumns: (most) => `El archivo tiene más de ${most} columnas. ¿Es un informe por línea?`,
  tooManyReportLines: (most) =>
    `El archivo tiene más de ${most} líneas. Lo verificado hasta ahí se guarda; exporte menos días a la vez.`,
  importGone: 'Esta importación terminó. Elija el archivo de nuevo.',
  notInOrder: 'Una parte del archivo se perdió en el camino. Elija el archivo de nuevo.',
  columns: {
    receipt: 'Número de recibo',
    date: 'Fecha',
    time: 'Hora',
    code: 'SKU o código de barras',
    name: 'Nombre del producto',
    quantity: 'Cantidad',
    unitPrice: 'Precio unitario',
    amount: 'Importe antes de impuestos',
    discount: 'Descuento',
    tax: 'Impuesto',
    total: 'Total con impuestos'
  },
  mappingFault: (fault, columns) => {
    switch (fault.why) {
      case 'needed':
        return `Elija la columna para: ${columns[fault.column]}.`
      case 'not-there':
        return 'El archivo no tiene esa columna.'
      case 'about-customer':
        return 'Esta columna puede tratar del cliente. Nunca se lee.'
      case 'used-twice':
        return 'Esta columna está elegida dos veces.'
      case 'product-needed':
        return 'Elija la columna del SKU o código de barras, o la del nombre.'
      case 'amount-needed':
        return 'Elija al menos una columna con un importe: el total, el importe antes de impuestos o el precio unitario.'
    }
  },
  dateOrderWrong: (text) => `«${text}» no es una fecha y hora en este orden.`,
  dateOrderNeeded: (text) => `Diga cómo se lee «${text}».`,
  timeNeeded: (text) => `«${text}» dice solo el día. Elija la columna de la hora, o diga que el informe no la da.`,
  comparedByDay:
    'El informe no da la hora: cada línea se comparó con todo lo que el tablero mostró ese día, no en su minuto.',
  replaced: (at) => `Ocupa el lugar del mismo recibo, revisado ${at}: cuenta una vez.`,
  lineFault: (fault) => {
    switch (fault.kind) {
      case 'quote':
        return 'Unas comillas se abren y no se cierran.'
      case 'too-long':
        return 'La línea es demasiado larga para un informe.'
      case 'missing':
        return `No hay nada en «${fault.header}».`
      case 'not-number':
        return `«${fault.text}» en «${fault.header}» no es un número.`
      case 'not-time':
        return `«${fault.text}» no es una fecha y hora como se eligió.`
      case 'future':
        return `«${fault.text}» aún no ha llegado.`
    }
  },
  agreeOf: (agreed, lines, isOne) =>
    isOne ? `${agreed} de 1 línea coincide con el tablero.` : `${agreed} de ${lines} líneas coinciden con el tablero.`,
  nothingChecked: 'Ninguna línea se pudo comparar con el tablero.',
  over: (lines, amount, isOne) =>
    `${lines} ${isOne ? 'línea cobró' : 'líneas cobraron'} más de lo que decía el tablero, ${amount} en total.`,
  under: (lines, amount, isOne) => `${lines} ${isOne ? 'línea cobró' : 'líneas cobraron'} menos, ${amount} en total.`,
  progress: (lines, differ) => `${lines} líneas verificadas, ${differ} difieren`,
  notYetChecked: 'No se ha verificado ningún recibo en los últimos 30 días.',
  sampleNone: 'Aún no se ha leído de nuevo ninguna muestra. Se hace cada noche entre las 3 y las 4.',
  sampleNobody: 'No se puede preguntar a Cova ahora: la sincronización está congelada, o la primera sigue en curso.',
  sampleSame: (when, products) =>
    `${when}: ${products} productos leídos de nuevo en Cova, todos como estaban guardados.`,
  sampleDiffers: (when, products, differ) =>
    `${when}: ${products} productos leídos de nuevo en Cova, ${differ} diferían de lo guardado. Ya están bien.`,
  sampleFailed: (when, why) => `${when}: no se pudo leer la muestra. ${why}`,
  typed: 'Recibo escrito a mano'
}

/** Words of a language tag; a language without words of its own reads English. */
export function registerWordsOf(language: string): RegisterWords {
  switch (language.slice(0, 2).toLowerCase()) {
    case 'fr':
      return FRENCH
    case 'es':
      return SPANISH
    default:
      return ENGLISH
  }
}
