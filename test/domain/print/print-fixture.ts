import { locationFormatOf } from '../../../src/domain/display/location-format.ts'
import type { Letters } from '../../../src/domain/print/letters.ts'
import { type PrintDocument, printDocumentOf, type PrintFrame } from '../../../src/domain/print/print-document.ts'
import { printPagesOf } from '../../../src/domain/print/print-pages.ts'
import type { LaidOut } from '../../../src/domain/print/sheet.ts'
import type { BoardView } from '../../../src/shared/board-view.ts'
import type { PrintPage, PrintPiece } from '../../../src/shared/manager/print.ts'

/** 4:18 pm in Regina, on a Saturday. */
export const AT_MS = Date.parse('2026-11-21T22:18:00Z')

/** Every letter is half as wide as it is high. */
export const EVEN_LETTERS: Letters = { widthOf: (text, _face, size) => text.length * size * 0.5 }

export function documentOf(view: BoardView, frame: Partial<PrintFrame> = {}, language = 'en-CA'): PrintDocument {
  return printDocumentOf(
    view,
    {
      kind: 'price-list',
      paper: 'letter',
      atMs: AT_MS,
      pricesAtMs: AT_MS - 120_000,
      timeZone: 'America/Regina',
      code: null,
      ...frame
    },
    locationFormatOf(language, 'CAD', 'America/Regina')
  )
}

export function laidOut(view: BoardView, frame: Partial<PrintFrame> = {}, language = 'en-CA'): LaidOut {
  return printPagesOf(documentOf(view, frame, language), EVEN_LETTERS)
}

export type TextPiece = PrintPiece & { readonly kind: 'text' }

export function textsOn(page: PrintPage | undefined): readonly TextPiece[] {
  return (page?.blocks ?? []).flatMap(({ pieces }) => pieces.filter((piece) => piece.kind === 'text'))
}

export function wordsOn(page: PrintPage | undefined): string {
  return textsOn(page)
    .map(({ text }) => text)
    .join(' ')
}

/** Texts and boxes that reach over the edge of their page, or into the margin that printers leave white. */
export function outsideOf(page: PrintPage, margin = 26): readonly string[] {
  return page.blocks.flatMap(({ pieces }) =>
    pieces.flatMap((piece) => {
      if (piece.kind !== 'text' && piece.kind !== 'qr' && piece.kind !== 'box') return []
      const width = piece.kind === 'qr' ? piece.size : piece.width
      const isInside =
        piece.x >= margin &&
        piece.y >= margin &&
        piece.x + width <= page.width - margin &&
        piece.y <= page.height - margin
      return isInside ? [] : [`${piece.kind === 'text' ? piece.text : piece.kind} at ${piece.x}, ${piece.y}`]
    })
  )
}

/** Texts that stand on one another. */
export function overlapsOn(page: PrintPage): readonly string[] {
  const texts = textsOn(page)
  return texts.flatMap((a, index) =>
    texts
      .slice(index + 1)
      .filter(
        (b) =>
          Math.abs(a.y - b.y) < Math.min(a.size, b.size) * 0.6 && a.x < b.x + b.width - 0.5 && b.x < a.x + a.width - 0.5
      )
      .map((b) => `"${a.text}" on "${b.text}"`)
  )
}
