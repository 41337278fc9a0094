import type { PaperSize, PrintBlock, PrintFace, PrintInk, PrintPage, PrintPiece } from '../../shared/manager/print.ts'
import { ended } from '../display/sentence.ts'
import { firstLinesOf, type Letters, linesOf } from './letters.ts'
import type { PrintDocument } from './print-document.ts'

/** Points. */
export interface SheetSize {
  readonly width: number
  readonly height: number
}

/** Printers leave this much of every edge white. */
export const MARGIN = 36
/** Of a line, in parts of its letters' size. */
const LINE = 1.28

export function sizeOf(paper: PaperSize): SheetSize {
  switch (paper) {
    case 'letter':
      return { width: 612, height: 792 }
    case 'a4':
      return { width: 595.28, height: 841.89 }
  }
}

export function lineHeightOf(size: number): number {
  return size * LINE
}

/** A text at its baseline; `align` says which end stands at `x`. */
export function textAt(
  letters: Letters,
  text: string,
  x: number,
  y: number,
  size: number,
  options: {
    readonly face?: PrintFace
    readonly ink?: PrintInk
    readonly struck?: boolean
    readonly align?: 'left' | 'right' | 'centre'
  } = {}
): PrintPiece {
  const face = options.face ?? 'text'
  const width = letters.widthOf(text, face, size)
  const left = options.align === 'right' ? x - width : options.align === 'centre' ? x - width / 2 : x
  const { ink = 'ink', struck = false } = options
  return { kind: 'text', x: left, y, width, size, face, ink, text, struck }
}

export function block(role: PrintBlock['role'], pieces: readonly PrintPiece[], alt: string | null = null): PrintBlock {
  return { role, pieces, alt }
}

/** A store's name in one line, as large as the width allows; in the smallest letters it is cut. */
export function storeNameAt(
  letters: Letters,
  name: string,
  room: { readonly x: number; readonly y: number; readonly width: number; readonly size: number }
): PrintPiece {
  const face: PrintFace = room.size > 12 ? 'display' : 'strong'
  let { size } = room
  while (size > 9 && letters.widthOf(name, face, size) > room.width) size -= 0.5
  const [line = ''] = firstLinesOf(name, room.width, face, size, 1, letters).lines
  return textAt(letters, line, room.x, room.y, size, { face })
}

/** How far the yellow goes beyond its text at either side, in parts of the letters' size. */
export const REDUCED_EDGE = 0.2

/** The yellow that stands behind a reduced price, a little larger than its text. */
export function reducedBehind(text: PrintPiece & { readonly kind: 'text' }): PrintPiece {
  return {
    kind: 'box',
    x: text.x - text.size * REDUCED_EDGE,
    y: text.y - text.size * 0.92,
    width: text.width + text.size * 2 * REDUCED_EDGE,
    height: text.size * 1.2,
    fill: 'reduced'
  }
}

/** What every page says beneath its products: of when the prices are, what they include, what the market demands. */
export function footLinesOf(document: PrintDocument, width: number, letters: Letters): readonly string[] {
  const { asOf, ageLine, words, taxLine, notice } = document
  const honest = [...new Set([asOf, ageLine])].filter((part) => part !== '').map(ended)
  return [[...honest, words.mayChange].join(' '), taxLine, notice ?? ''].flatMap((text) =>
    linesOf(text, width, 'text', FOOT_SIZE, letters)
  )
}

export const FOOT_SIZE = 7.5

export function footHeightOf(lines: readonly string[]): number {
  return lines.length * lineHeightOf(FOOT_SIZE) + 12
}

/** The foot of a page, with its number at the right of the first line. */
export function footOf(
  document: PrintDocument,
  lines: readonly string[],
  size: SheetSize,
  pageNumber: number,
  pages: number,
  letters: Letters
): PrintBlock {
  const top = size.height - MARGIN - footHeightOf(lines) + 4
  const { words, number, stale, held } = document
  return block('around', [
    { kind: 'line', x: MARGIN, y: top, toX: size.width - MARGIN, toY: top, weight: 0.75, ink: 'ink' },
    ...lines.map((line, index) =>
      textAt(letters, line, MARGIN, top + (index + 1) * lineHeightOf(FOOT_SIZE), FOOT_SIZE, {
        face: index === 0 && (stale || held) ? 'strong' : 'text',
        ink: index === 0 ? 'ink' : 'soft'
      })
    ),
    textAt(
      letters,
      words.page(number(pageNumber), number(pages)),
      size.width - MARGIN,
      top + lineHeightOf(FOOT_SIZE),
      FOOT_SIZE,
      { align: 'right', ink: 'soft' }
    )
  ])
}

/** Pages whose count is known only when all are laid out. */
export interface LaidOut {
  readonly pages: readonly PrintPage[]
  /** Products that found no place. */
  readonly leftOut: number
  /** Names that are cut. */
  readonly cut: readonly string[]
}
