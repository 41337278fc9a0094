import { parse } from 'csv-parse'
import { finished } from 'node:stream/promises'
import { setImmediate as turn } from 'node:timers/promises'
import PDFDocument from 'pdfkit'
import { fontFileOf } from '../src/main/print/font-files.ts'
import type { PrintedPdf, PrintRequest } from '../src/shared/manager/print.ts'
import { answered, type AskedStore, figureOf, median, MINUTE_MS, msOf, QUERY, withAskedStore } from './asked-store.ts'
import { LOCATION, PRODUCTS, skuOf } from './large-store.ts'
import type { BenchFigure } from './run.ts'

const REPORT_LINES = 100_000
/** As the page sends it. */
const PIECE = 131_072
const LINES_A_PAGE = 60

interface ListedItem {
  readonly name: string
  readonly ladder: readonly { readonly outTheDoor: string }[]
}

/**
 * Files that come and go, in a store of 5,000 products with six rungs each.
 * **register-import**: a report of 100,000 lines, each put beside the board of its minute, lines/s, against csv-parse alone on
 * the same pieces. **price-list**: the PDF of the whole menu, ms, against pdfkit alone writing the same names and prices.
 */
export function benchFiles(): Promise<readonly BenchFigure[]> {
  return withAskedStore(async (asked) => [await importing(asked), await printing(asked)])
}

/** Receipts of one line each, at the base price of 8.25 with 5 % on top. */
function reportOf(shownFromMs: number): string {
  const lines = ['Transaction ID,Sold At,SKU,Product Name,Qty,Net Sales,Total Tax,Total']
  for (let line = 0; line < REPORT_LINES; line += 1) {
    const index = (line * 37) % PRODUCTS
    // In the first minute of the board, which is known to have been shown. Regina is six hours behind all year.
    const wall = new Date(shownFromMs + 1000 + (line % 50) * 1000 - 6 * 60 * MINUTE_MS).toISOString()
    lines.push(`R${line},${wall.slice(0, 19).replace('T', ' ')},${skuOf(index)},Product ${index},1,8.25,0.41,8.66`)
  }
  return lines.join('\n')
}

async function importing({ ask, shownFromMs }: AskedStore): Promise<BenchFigure> {
  const text = reportOf(shownFromMs)
  const pieces = Array.from({ length: Math.ceil(text.length / PIECE) }, (_, at) =>
    text.slice(at * PIECE, (at + 1) * PIECE)
  )
  const oursMs = await msOf(async () => {
    const begun = await answered(
      ask['register:import-begin'](LOCATION, 'report.csv', text.length, text.slice(0, 65_536))
    )
    const report = { columns: begun.suggested, dateOrder: 'ymd', decimals: 'point' } as const
    await answered(ask['register:import-map'](begun.importId, report))
    for (const [index, piece] of pieces.entries())
      await answered(ask['register:import-chunk'](begun.importId, index, piece))
    const { summary } = await answered(ask['register:import-end'](begun.importId))
    if (summary.counts.agreed !== REPORT_LINES)
      throw new Error(`not what was to be measured: ${JSON.stringify(summary)}`)
  })
  let records = 0
  const theirsMs = await msOf(async () => {
    const parser = parse({
      on_record: () => {
        records += 1
        return null
      }
    })
    parser.resume()
    for (const piece of pieces) {
      if (!parser.write(piece)) await new Promise((resolve) => parser.once('drain', resolve))
      await turn()
    }
    parser.end()
    await finished(parser)
  })
  if (records !== REPORT_LINES + 1) throw new Error(`csv-parse read ${records} records`)
  return figureOf(
    'register-import',
    'lines/s',
    Math.round((REPORT_LINES / oursMs) * 1000),
    Math.round((REPORT_LINES / theirsMs) * 1000)
  )
}

async function printing({ ask, boards, nowMs }: AskedStore): Promise<BenchFigure> {
  const request: PrintRequest = {
    kind: 'price-list',
    locationId: LOCATION,
    screen: null,
    set: { kind: 'full' },
    paper: 'letter',
    language: null,
    soldOut: true,
    qrCode: false
  }
  const board = boards.boardJson({ ...QUERY, atMs: nowMs })
  if (!board.ok) throw new Error(board.message)
  const { items } = JSON.parse(board.json) as {
    items: readonly ListedItem[]
  }
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < 3; round += 1) {
    ours.push(
      await msOf(async () => {
        const { base64, facts }: PrintedPdf = await answered(ask['print:document'](request, null))
        if (facts.products !== PRODUCTS || base64.length < 100_000) throw new Error('the list is not whole')
      })
    )
    theirs.push(await msOf(() => bareList(items)))
  }
  return figureOf('price-list', 'ms', median(ours), median(theirs))
}

/** The rate to be measured against: a name and its prices a line, in the font of the prints, and nothing else. */
function bareList(items: readonly ListedItem[]): Promise<Buffer> {
  const document = new PDFDocument({
    size: [612, 792],
    margin: 0,
    autoFirstPage: false,
    compress: true,
    pdfVersion: '1.7',
    tagged: false,
    lang: 'en-CA',
    displayTitle: false,
    font: '',
    info: {}
  })
  const chunks: Uint8Array[] = []
  const ended = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (chunk) => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.on('error', reject)
  })
  document.registerFont('text', fontFileOf('archivo-text').bytes)
  for (const [at, { name, ladder }] of items.entries()) {
    const y = 36 + (at % LINES_A_PAGE) * 12
    if (at % LINES_A_PAGE === 0)
      document
        .addPage({ size: [612, 792], margin: 0 })
        .font('text')
        .fontSize(9)
    document.text(name, 36, y, { lineBreak: false, baseline: 'alphabetic' })
    for (const [rung, { outTheDoor }] of ladder.entries())
      document.text(outTheDoor, 200 + rung * 60, y, { lineBreak: false, baseline: 'alphabetic' })
  }
  document.end()
  return ended
}
