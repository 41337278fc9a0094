import { setImmediate as turn } from 'node:timers/promises'
import PDFDocument from 'pdfkit'
import type { Letters } from '../../domain/print/letters.ts'
import type { PrintBlock, PrintInk, PrintPage, PrintPiece } from '../../shared/manager/print.ts'
import { fontFileOf, type FontName } from './font-files.ts'
import { QUIET_MODULES } from './qr-code.ts'
import { textRunsOf } from './text-runs.ts'

const INKS: Readonly<Record<PrintInk, string>> = { ink: '#000000', soft: '#3c3c3c', faint: '#9a9a9a', paper: '#ffffff' }
/** On a printer without colours yellow is a light grey, on which black is easily read. */
const FILLS = { reduced: '#ffd21f', ink: '#000000', band: '#ececec' } as const
/** What a reader is told of a block; what stands around the products is read out on no page. */
const TAGS = { title: 'H1', heading: 'H2', text: 'P', picture: 'Figure' } as const

export interface PdfOptions {
  readonly title: string
  readonly author: string
  /** BCP 47. */
  readonly language: string
  readonly createdAtMs: number
  /** False keeps the texts of the file readable, for tests. */
  readonly compress?: boolean
}

/** Pages as a PDF: the same pages and options give the same bytes. Other work has its turn after every page. */
export async function pdfOf(pages: readonly PrintPage[], options: PdfOptions, letters: Letters): Promise<Buffer> {
  const created = new Date(options.createdAtMs)
  const document = new PDFDocument({
    size: [612, 792],
    margin: 0,
    autoFirstPage: false,
    compress: options.compress ?? true,
    pdfVersion: '1.7',
    tagged: true,
    lang: options.language,
    displayTitle: true,
    font: '',
    info: {
      Title: options.title,
      Author: options.author,
      Creator: 'Topshelf',
      Producer: 'Topshelf',
      CreationDate: created,
      ModDate: created
    }
  })
  const chunks: Uint8Array[] = []
  const ended = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (chunk) => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.on('error', reject)
  })
  const pen = penOn(document, letters)
  const root = document.struct('Document', {})
  document.addStructure(root)
  for (const page of pages) {
    document.addPage({ size: [page.width, page.height], margin: 0 })
    for (const block of page.blocks) drawBlock(block, document, root, pen)
    await turn()
  }
  root.end()
  document.end()
  return ended
}

type Pen = (piece: PrintPiece) => void

function drawBlock(
  { role, pieces, alt }: PrintBlock,
  document: PDFDocument,
  root: ReturnType<PDFDocument['struct']>,
  pen: Pen
): void {
  if (pieces.length === 0) return
  if (role === 'around') {
    document.markContent('Artifact', { type: 'Pagination' })
    for (const piece of pieces) pen(piece)
    document.endMarkedContent()
    return
  }
  const structure = document.struct(TAGS[role], alt === null ? {} : { alt }, () => {
    for (const piece of pieces) pen(piece)
  })
  root.add(structure)
  structure.end()
}

function penOn(document: PDFDocument, letters: Letters): Pen {
  const known = new Set<FontName>()
  const choose = (font: FontName): void => {
    if (!known.has(font)) document.registerFont(font, fontFileOf(font).bytes)
    known.add(font)
    document.font(font)
  }
  const line = (x: number, y: number, toX: number, toY: number, weight: number, ink: PrintInk): void => {
    document.lineWidth(weight).strokeColor(INKS[ink]).moveTo(x, y).lineTo(toX, toY).stroke()
  }

  return (piece) => {
    switch (piece.kind) {
      case 'text': {
        let { x } = piece
        for (const run of textRunsOf(piece.text, piece.face)) {
          choose(run.font)
          document
            .fontSize(piece.size)
            .fillColor(INKS[piece.ink])
            .text(run.text, x, piece.y, { lineBreak: false, baseline: 'alphabetic' })
          x += document.widthOfString(run.text)
        }
        if (piece.struck) {
          const y = piece.y - piece.size * 0.27
          line(
            piece.x - 1,
            y,
            piece.x + letters.widthOf(piece.text, piece.face, piece.size) + 1,
            y,
            piece.size * 0.08,
            piece.ink
          )
        }
        return
      }
      case 'box':
        document.rect(piece.x, piece.y, piece.width, piece.height).fill(FILLS[piece.fill])
        return
      case 'line':
        line(piece.x, piece.y, piece.toX, piece.toY, piece.weight, piece.ink)
        return
      case 'qr': {
        const { rows } = piece.code
        const module = piece.size / (rows.length + 2 * QUIET_MODULES)
        // Nothing shows through the quiet zone.
        document.rect(piece.x, piece.y, piece.size, piece.size).fill(INKS.paper)
        for (const [y, row] of rows.entries())
          for (const dark of row.matchAll(/1+/g))
            document.rect(
              piece.x + (dark.index + QUIET_MODULES) * module,
              piece.y + (y + QUIET_MODULES) * module,
              dark[0].length * module,
              module
            )
        document.fill(INKS.ink)
        return
      }
    }
  }
}
