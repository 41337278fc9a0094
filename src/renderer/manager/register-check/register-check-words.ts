import type { DateOrder, ReportColumn } from '../../../shared/manager/register.ts'
import type { InLanguages } from '../words/language.ts'

export interface RegisterCheckWords {
  readonly title: string
  readonly lead: string
  readonly typeReceipt: string
  readonly importReport: string
  readonly day: string
  readonly time: string
  readonly timeNote: string
  readonly lines: string
  readonly line: (number: number) => string
  readonly product: string
  readonly productNote: string
  readonly nothingFound: string
  readonly quantity: string
  readonly amount: string
  readonly total: string
  readonly totalNote: string
  readonly addLine: string
  readonly removeLine: (number: number) => string
  readonly receiptNumber: string
  readonly receiptNote: string
  readonly nextReceipt: string
  readonly changedSince: string
  readonly counted: string
  readonly notCounted: string
  readonly forget: string
  readonly byDay: string
  readonly byDayNote: string
  readonly compare: string
  readonly comparing: string
  readonly dropHere: string
  readonly dropArea: string
  readonly chooseFile: string
  readonly otherFile: string
  readonly reading: string
  readonly unreadable: string
  readonly mapTitle: string
  readonly mapNote: string
  readonly mapRemembered: string
  readonly customerNote: (headers: string) => string
  readonly columns: Readonly<Record<ReportColumn, string>>
  readonly notInReport: string
  readonly neverRead: string
  readonly dates: string
  readonly dateOrders: Readonly<Record<DateOrder, string>>
  readonly decimals: string
  readonly point: string
  readonly comma: string
  readonly checkReport: (name: string) => string
  readonly progress: string
  readonly cancel: string
  readonly cancelled: string
  readonly results: string
  readonly resultsOf: (name: string) => string
  readonly columnProduct: string
  readonly columnSold: string
  readonly columnBoard: string
  readonly withoutTax: string
  readonly columnRegister: string
  readonly columnCause: string
  readonly onReceipt: (receipt: string) => string
  readonly reportLine: (number: number) => string
  readonly returned: string
  readonly kinds: Readonly<Record<'over' | 'under' | 'agrees' | 'unchecked', string>>
  readonly uncheckedCount: (count: number) => string
  readonly malformedTitle: (count: number) => string
  readonly malformedFirst: (count: number) => string
  readonly showMore: string
  readonly allAgree: string
  readonly scoreTitle: string
  readonly sampleTitle: string
  readonly sampleNow: string
  readonly sampling: string
  readonly keptTitle: string
  readonly kept: string
}

export const REGISTER_CHECK_WORDS: InLanguages<RegisterCheckWords> = {
  en: {
    title: 'Register check',
    lead: 'See each line of a receipt beside what the board said at that minute.',
    typeReceipt: 'Type a receipt',
    importReport: 'Import a report',
    day: 'Day',
    time: 'Time',
    timeNote: 'As the receipt says it, by the store’s clock.',
    lines: 'Lines of the receipt',
    line: (number) => `Line ${number}`,
    product: 'Product',
    productNote: 'Name, SKU or barcode',
    nothingFound: 'No product has this name.',
    quantity: 'Quantity',
    amount: 'Before tax',
    total: 'With tax',
    totalNote: 'With tax: if the receipt says.',
    addLine: 'Add a line',
    removeLine: (number) => `Remove line ${number}`,
    receiptNumber: 'Receipt number',
    receiptNote: 'If you like: typed again, the same receipt counts once.',
    nextReceipt: 'Type the next receipt',
    changedSince: 'The receipt was changed since. This is what was found before.',
    counted: 'This check counts in the score.',
    notCounted: 'This check does not count any more.',
    forget: 'Do not count this check',
    byDay: 'This report tells no time of day',
    byDayNote:
      'Each line is then compared with everything the board showed on its day. A price that was right at another hour passes.',
    compare: 'Compare with the board',
    comparing: 'Comparing',
    dropHere: 'Drop the register’s line-item report here (CSV), or',
    dropArea: 'Report file',
    chooseFile: 'Choose a file',
    otherFile: 'Choose another file',
    reading: 'Reading',
    unreadable: 'The file cannot be read.',
    mapTitle: 'Which column is what?',
    mapNote: 'Asked once and remembered. Columns that are not chosen are never read.',
    mapRemembered: 'These columns were chosen the last time.',
    customerNote: (headers) => `Never read, because they may be about the customer: ${headers}.`,
    columns: {
      receipt: 'Receipt number',
      date: 'Date',
      time: 'Time, if apart',
      code: 'SKU or barcode',
      name: 'Product name',
      quantity: 'Quantity',
      unitPrice: 'Price of one',
      amount: 'Amount before tax',
      discount: 'Discount',
      tax: 'Tax',
      total: 'Total with tax'
    },
    notInReport: 'Not in this report',
    neverRead: 'About the customer: never read',
    dates: 'How are dates written?',
    dateOrders: { ymd: 'Year, month, day', mdy: 'Month, day, year', dmy: 'Day, month, year' },
    decimals: 'How are cents written?',
    point: 'With a point: 24.29',
    comma: 'With a comma: 24,29',
    checkReport: (name) => `Check ${name}`,
    progress: 'Checking the report',
    cancel: 'Stop',
    cancelled: 'Stopped. Nothing of it was kept.',
    results: 'Beside the board',
    resultsOf: (name) => `${name} beside the board`,
    columnProduct: 'Product',
    columnSold: 'Sold',
    columnBoard: 'Board said',
    withoutTax: 'before tax',
    columnRegister: 'Charged',
    columnCause: 'What explains it',
    onReceipt: (receipt) => `receipt ${receipt}`,
    reportLine: (number) => `line ${number}`,
    returned: 'returned',
    kinds: { over: 'Too much', under: 'Less', agrees: 'Agrees', unchecked: 'Not compared' },
    uncheckedCount: (count) =>
      count === 1 ? '1 line could not be compared.' : `${count} lines could not be compared.`,
    malformedTitle: (count) => (count === 1 ? '1 line cannot be read' : `${count} lines cannot be read`),
    malformedFirst: (count) => `The first ${count}:`,
    showMore: 'Show more lines',
    allAgree: 'Every line agrees.',
    scoreTitle: 'Lines that agree, 30 days',
    sampleTitle: 'Fetched again',
    sampleNow: 'Fetch a sample now',
    sampling: 'Fetching',
    keptTitle: 'What is kept',
    kept: 'The figures of each check for 90 days: when, how many lines, how many agree, the sums. No line, no receipt, nothing about a customer.'
  },
  fr: {
    title: 'Vérifier la caisse',
    lead: 'Chaque ligne d’un reçu à côté de ce que le tableau affichait à cette minute.',
    typeReceipt: 'Entrer un reçu',
    importReport: 'Importer un rapport',
    day: 'Jour',
    time: 'Heure',
    timeNote: 'Comme le dit le reçu, à l’heure du magasin.',
    lines: 'Lignes du reçu',
    line: (number) => `Ligne ${number}`,
    product: 'Produit',
    productNote: 'Nom, SKU ou code-barres',
    nothingFound: 'Aucun produit ne porte ce nom.',
    quantity: 'Quantité',
    amount: 'Avant taxes',
    total: 'Avec taxes',
    totalNote: 'Avec taxes\u00a0: si le reçu le dit.',
    addLine: 'Ajouter une ligne',
    removeLine: (number) => `Retirer la ligne ${number}`,
    receiptNumber: 'Numéro du reçu',
    receiptNote: 'Facultatif\u00a0: entré de nouveau, le même reçu compte une fois.',
    nextReceipt: 'Entrer le reçu suivant',
    changedSince: 'Le reçu a été modifié depuis. Voici ce qui a été trouvé avant.',
    counted: 'Cette vérification compte dans le résultat.',
    notCounted: 'Cette vérification ne compte plus.',
    forget: 'Ne pas compter cette vérification',
    byDay: 'Ce rapport ne donne pas l’heure',
    byDayNote:
      'Chaque ligne est alors comparée à tout ce que le tableau a montré ce jour-là. Un prix juste à une autre heure passe.',
    compare: 'Comparer au tableau',
    comparing: 'Comparaison',
    dropHere: 'Déposez ici le rapport par ligne de la caisse (CSV), ou',
    dropArea: 'Fichier du rapport',
    chooseFile: 'Choisir un fichier',
    otherFile: 'Choisir un autre fichier',
    reading: 'Lecture',
    unreadable: 'Le fichier ne peut pas être lu.',
    mapTitle: 'Quelle colonne est quoi?',
    mapNote: 'Demandé une fois et retenu. Les colonnes non choisies ne sont jamais lues.',
    mapRemembered: 'Ces colonnes ont été choisies la dernière fois.',
    customerNote: (headers) => `Jamais lues, car elles peuvent concerner le client\u00a0: ${headers}.`,
    columns: {
      receipt: 'Numéro de reçu',
      date: 'Date',
      time: 'Heure, si à part',
      code: 'SKU ou code-barres',
      name: 'Nom du produit',
      quantity: 'Quantité',
      unitPrice: 'Prix unitaire',
      amount: 'Montant avant taxes',
      discount: 'Remise',
      tax: 'Taxe',
      total: 'Total avec taxes'
    },
    notInReport: 'Pas dans ce rapport',
    neverRead: 'Concerne le client\u00a0: jamais lue',
    dates: 'Comment les dates sont-elles écrites?',
    dateOrders: { ymd: 'Année, mois, jour', mdy: 'Mois, jour, année', dmy: 'Jour, mois, année' },
    decimals: 'Comment les cents sont-ils écrits?',
    point: 'Avec un point\u00a0: 24.29',
    comma: 'Avec une virgule\u00a0: 24,29',
    checkReport: (name) => `Vérifier ${name}`,
    progress: 'Vérification du rapport',
    cancel: 'Arrêter',
    cancelled: 'Arrêté. Rien n’en a été gardé.',
    results: 'À côté du tableau',
    resultsOf: (name) => `${name} à côté du tableau`,
    columnProduct: 'Produit',
    columnSold: 'Vendu',
    columnBoard: 'Tableau',
    withoutTax: 'avant taxes',
    columnRegister: 'Demandé',
    columnCause: 'Ce qui l’explique',
    onReceipt: (receipt) => `reçu ${receipt}`,
    reportLine: (number) => `ligne ${number}`,
    returned: 'retourné',
    kinds: { over: 'Trop', under: 'Moins', agrees: 'Concorde', unchecked: 'Non comparée' },
    uncheckedCount: (count) =>
      count === 1 ? '1 ligne n’a pas pu être comparée.' : `${count} lignes n’ont pas pu être comparées.`,
    malformedTitle: (count) => (count === 1 ? '1 ligne illisible' : `${count} lignes illisibles`),
    malformedFirst: (count) => `Les ${count} premières\u00a0:`,
    showMore: 'Montrer plus de lignes',
    allAgree: 'Toutes les lignes concordent.',
    scoreTitle: 'Lignes qui concordent, 30 jours',
    sampleTitle: 'Relu dans Cova',
    sampleNow: 'Relire un échantillon',
    sampling: 'Lecture',
    keptTitle: 'Ce qui est gardé',
    kept: 'Les chiffres de chaque vérification pendant 90 jours\u00a0: quand, combien de lignes, combien concordent, les sommes. Aucune ligne, aucun reçu, rien sur un client.'
  },
  es: {
    title: 'Revisar la caja',
    lead: 'Cada línea de un recibo junto a lo que decía el tablero en ese minuto.',
    typeReceipt: 'Escribir un recibo',
    importReport: 'Importar un informe',
    day: 'Día',
    time: 'Hora',
    timeNote: 'Como la dice el recibo, por el reloj de la tienda.',
    lines: 'Líneas del recibo',
    line: (number) => `Línea ${number}`,
    product: 'Producto',
    productNote: 'Nombre, SKU o código de barras',
    nothingFound: 'Ningún producto tiene este nombre.',
    quantity: 'Cantidad',
    amount: 'Antes de impuestos',
    total: 'Con impuestos',
    totalNote: 'Con impuestos: si lo dice el recibo.',
    addLine: 'Añadir una línea',
    removeLine: (number) => `Quitar la línea ${number}`,
    receiptNumber: 'Número del recibo',
    receiptNote: 'Si quiere: escrito de nuevo, el mismo recibo cuenta una vez.',
    nextReceipt: 'Escribir el recibo siguiente',
    changedSince: 'El recibo se cambió después. Esto es lo que se encontró antes.',
    counted: 'Esta revisión cuenta en el resultado.',
    notCounted: 'Esta revisión ya no cuenta.',
    forget: 'No contar esta revisión',
    byDay: 'Este informe no da la hora',
    byDayNote:
      'Cada línea se compara entonces con todo lo que el tablero mostró ese día. Un precio correcto a otra hora pasa.',
    compare: 'Comparar con el tablero',
    comparing: 'Comparando',
    dropHere: 'Suelte aquí el informe por línea de la caja (CSV), o',
    dropArea: 'Archivo del informe',
    chooseFile: 'Elegir un archivo',
    otherFile: 'Elegir otro archivo',
    reading: 'Leyendo',
    unreadable: 'El archivo no se puede leer.',
    mapTitle: '¿Qué columna es qué?',
    mapNote: 'Se pregunta una vez y se recuerda. Las columnas no elegidas nunca se leen.',
    mapRemembered: 'Estas columnas se eligieron la última vez.',
    customerNote: (headers) => `Nunca se leen, porque pueden tratar del cliente: ${headers}.`,
    columns: {
      receipt: 'Número de recibo',
      date: 'Fecha',
      time: 'Hora, si va aparte',
      code: 'SKU o código de barras',
      name: 'Nombre del producto',
      quantity: 'Cantidad',
      unitPrice: 'Precio unitario',
      amount: 'Importe antes de impuestos',
      discount: 'Descuento',
      tax: 'Impuesto',
      total: 'Total con impuestos'
    },
    notInReport: 'No está en este informe',
    neverRead: 'Trata del cliente: nunca se lee',
    dates: '¿Cómo se escriben las fechas?',
    dateOrders: { ymd: 'Año, mes, día', mdy: 'Mes, día, año', dmy: 'Día, mes, año' },
    decimals: '¿Cómo se escriben los centavos?',
    point: 'Con punto: 24.29',
    comma: 'Con coma: 24,29',
    checkReport: (name) => `Revisar ${name}`,
    progress: 'Revisando el informe',
    cancel: 'Detener',
    cancelled: 'Detenido. No se guardó nada.',
    results: 'Junto al tablero',
    resultsOf: (name) => `${name} junto al tablero`,
    columnProduct: 'Producto',
    columnSold: 'Vendido',
    columnBoard: 'Tablero',
    withoutTax: 'sin impuestos',
    columnRegister: 'Cobrado',
    columnCause: 'Qué lo explica',
    onReceipt: (receipt) => `recibo ${receipt}`,
    reportLine: (number) => `línea ${number}`,
    returned: 'devuelto',
    kinds: { over: 'De más', under: 'Menos', agrees: 'Coincide', unchecked: 'Sin comparar' },
    uncheckedCount: (count) =>
      count === 1 ? '1 línea no se pudo comparar.' : `${count} líneas no se pudieron comparar.`,
    malformedTitle: (count) => (count === 1 ? '1 línea no se puede leer' : `${count} líneas no se pueden leer`),
    malformedFirst: (count) => `Las primeras ${count}:`,
    showMore: 'Mostrar más líneas',
    allAgree: 'Todas las líneas coinciden.',
    scoreTitle: 'Líneas que coinciden, 30 días',
    sampleTitle: 'Leído de nuevo',
    sampleNow: 'Leer una muestra ahora',
    sampling: 'Leyendo',
    keptTitle: 'Qué se guarda',
    kept: 'Las cifras de cada revisión durante 90 días: cuándo, cuántas líneas, cuántas coinciden, las sumas. Ninguna línea, ningún recibo, nada de un cliente.'
  }
}
