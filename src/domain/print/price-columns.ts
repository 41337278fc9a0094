import type { PrintFace, PrintPiece } from '../../shared/manager/print.ts'
import { type Letters, linesOf } from './letters.ts'
import type { PrintDocument, PrintRung } from './print-document.ts'
import { lineHeightOf, MARGIN, reducedBehind, type SheetSize, textAt } from './sheet.ts'

const AMOUNT_SIZE = 9
const RUNG_HEIGHT = 13.5
const NOTE_HEIGHT = 9
/** The tax line speaks of large prices. */
const PRICE_SIZE = 10.5
export const LABEL_SIZE = 7
export const ABOUT_SIZE = 7.5

export interface Column {
  readonly label: string
  readonly width: number
  readonly face: PrintFace
  readonly struck: boolean
  readonly textOf: (rung: PrintRung) => string | null
  /** The column whose amount is the one that is asked: yellow where it is reduced. */
  readonly isPrice: boolean
}

/** Columns that hold something; from the left, the last one ends at the right margin. */
export function columnsOf(
  { sections, words, youPayLabel, groupLabel, askForPrice }: PrintDocument,
  letters: Letters
): readonly Column[] {
  const rungs = sections.flatMap(({ products }) => products.flatMap((product) => product.rungs))
  const units = new Set(sections.flatMap(({ products }) => products.map(({ unit }) => unit)))
  const perUnit = [...units].map((unit) => words.perUnit[unit]).join(' / ')
  const asks = rungs.some(({ youPay }) => youPay === null)
  const askWidth = asks ? letters.widthOf(askForPrice, 'strong', ABOUT_SIZE) + 10 : 0
  const all: readonly Column[] = [
    amounts(words.size, 58, ({ quantity }) => quantity),
    { ...amounts(words.regular, 56, ({ regular }) => regular), struck: true },
    amounts(words.shelfPrice, 56, ({ shelfPrice }) => shelfPrice),
    amounts(perUnit, 76, ({ unitPrice }) => unitPrice),
    amounts(groupLabel ?? '', 62, ({ groupPays }) => groupPays),
    { ...amounts(youPayLabel, Math.max(72, askWidth), ({ youPay }) => youPay), face: 'strong', isPrice: true }
  ]
  return all.filter(({ isPrice, textOf }) => isPrice || rungs.some((rung) => textOf(rung) !== null))
}

function amounts(label: string, width: number, textOf: Column['textOf']): Column {
  return { label, width, face: 'text', struck: false, textOf, isPrice: false }
}

/** Right edges of the columns. */
export function edgesOf(columns: readonly Column[], size: SheetSize): readonly number[] {
  const edges: number[] = []
  let right = size.width - MARGIN
  for (const { width } of columns.toReversed()) {
    edges.unshift(right)
    right -= width
  }
  return edges
}

export function nameWidthOf(columns: readonly Column[], size: SheetSize): number {
  return size.width - 2 * MARGIN - columns.reduce((sum, { width }) => sum + width, 0) - 8
}

export function labelLinesOf(column: Column, letters: Letters): readonly string[] {
  return linesOf(column.label, column.width - 8, column.face, LABEL_SIZE, letters)
}

export function labelHeightOf(columns: readonly Column[], letters: Letters): number {
  const most = Math.max(...columns.map((column) => labelLinesOf(column, letters).length))
  return most * lineHeightOf(LABEL_SIZE) + 6
}

export function rungHeightOf({ reduction }: PrintRung): number {
  return RUNG_HEIGHT + (reduction === null ? 0 : NOTE_HEIGHT)
}

export function rungPieces(
  rungs: readonly PrintRung[],
  document: PrintDocument,
  columns: readonly Column[],
  size: SheetSize,
  top: number,
  letters: Letters
): readonly PrintPiece[] {
  const edges = edgesOf(columns, size)
  const right = size.width - MARGIN
  const pieces: PrintPiece[] = []
  let y = top
  for (const rung of rungs) {
    const base = y + RUNG_HEIGHT * 0.74
    for (const [index, column] of columns.entries()) {
      const text = column.textOf(rung) ?? (column.isPrice ? document.askForPrice : null)
      if (text === null) continue
      const edge = (edges[index] ?? right) - (column.isPrice ? 3 : 0)
      const amountSize = !column.isPrice ? AMOUNT_SIZE : rung.youPay === null ? ABOUT_SIZE : PRICE_SIZE
      const piece = textAt(letters, text, edge, base, amountSize, {
        align: 'right',
        face: column.face,
        struck: column.struck,
        ink: column.struck ? 'soft' : 'ink'
      })
      if (column.isPrice && rung.reduced && piece.kind === 'text') pieces.push(reducedBehind(piece))
      pieces.push(piece)
    }
    if (rung.reduction !== null)
      pieces.push(textAt(letters, rung.reduction, right - 3, y + RUNG_HEIGHT + 5.5, 7, { align: 'right', ink: 'soft' }))
    y += rungHeightOf(rung)
  }
  return pieces
}
