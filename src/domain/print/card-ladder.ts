import type { PrintPiece } from '../../shared/manager/print.ts'
import { type Letters, linesOf } from './letters.ts'
import type { PrintDocument, PrintProduct, PrintRung } from './print-document.ts'
import { lineHeightOf, REDUCED_EDGE, reducedBehind, textAt } from './sheet.ts'

/** Of what stands small on a card, in points. */
export const SMALL = 7
export const ABOUT_SIZE = 8
const RUNG_SIZES = [9, 8, 7] as const
const SMALLEST_PRICE = 15
const PRICE_SIZES = [38, 34, 30, 26, 22, 18, SMALLEST_PRICE] as const
/** A price with the room around it, in parts of its size. */
const PRICE_ROOM = 1.15

interface Room {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly bottom: number
}

export interface CardLadder {
  readonly pieces: readonly PrintPiece[]
  /** Something of it has no room on the card. */
  readonly isCut: boolean
}

/** What is left of a card's width for the large price where the others stand beside it. */
export function largeWidthOf(width: number): number {
  return width * 0.58
}

/** Height that the large price needs with all that is said of it, in its smallest figures. */
export function largeHeightOf(product: PrintProduct, width: number, document: PrintDocument, letters: Letters): number {
  const [first] = product.rungs
  if (first === undefined) return 0
  return (
    SMALLEST_PRICE * PRICE_ROOM + notesOf(first, product, width, document, letters).length * lineHeightOf(ABOUT_SIZE)
  )
}

/** The first quantity in large figures, the others of the ladder small beside it. */
export function ladderOf(
  product: PrintProduct,
  room: Room,
  beside: { readonly bottom: number; readonly codeWidth: number },
  document: PrintDocument,
  letters: Letters
): CardLadder {
  const [first, ...others] = product.rungs
  if (first === undefined) return { pieces: [], isCut: false }
  const width = others.length === 0 ? room.width - beside.codeWidth : largeWidthOf(room.width)
  const large = largePriceOf(first, product, { ...room, width }, document, letters)
  if (others.length === 0) return large
  const right = { y: room.y, x: room.x + width + 6, width: room.width - width - 6, bottom: beside.bottom }
  return { pieces: [...large.pieces, ...otherRungsOf(others, right, document, letters)], isCut: large.isCut }
}

interface Note {
  readonly text: string
  /** Stands struck out after it. */
  readonly struck: string | null
}

/** What is said of the large price beneath it, the most needed first. */
function notesOf(
  rung: PrintRung,
  product: PrintProduct,
  width: number,
  document: PrintDocument,
  letters: Letters
): readonly Note[] {
  const inLines = (text: string, face: 'text' | 'strong' = 'text'): readonly Note[] =>
    linesOf(text, width, face, ABOUT_SIZE, letters).map((line) => ({ text: line, struck: null }))
  return [
    ...inLines([rung.quantity, document.priceLabel].join(' · '), 'strong'),
    ...inLines([rung.reduction, rung.beside].filter((part) => part !== null).join(' · ')),
    // Beside a price with tax in it stands no older one without.
    ...(rung.was === null && rung.regular !== null ? [{ text: document.words.regular, struck: rung.regular }] : []),
    ...(rung.groupPays === null ? [] : inLines(`${document.groupLabel ?? ''} ${rung.groupPays}`)),
    ...(product.rungs.length === 1 && product.unit === 'g' ? inLines(rung.unitPrice ?? '') : [])
  ]
}

function largePriceOf(
  rung: PrintRung,
  product: PrintProduct,
  room: Room,
  document: PrintDocument,
  letters: Letters
): CardLadder {
  const all = notesOf(rung, product, room.width, document, letters)
  const step = lineHeightOf(ABOUT_SIZE)
  const most = Math.max(1, Math.floor((room.bottom - room.y - SMALLEST_PRICE * PRICE_ROOM) / step))
  const notes = all.slice(0, most)
  const height = room.bottom - room.y - notes.length * step
  const text = rung.price ?? document.askForPrice
  const struckWidth = rung.was === null ? 0 : letters.widthOf(rung.was, 'text', 12) + 10
  const fits = (size: number): boolean =>
    letters.widthOf(text, 'display', size) + size * 2 * REDUCED_EDGE + struckWidth <= room.width &&
    size * PRICE_ROOM <= height
  const size =
    PRICE_SIZES.find(fits) ??
    Math.min(
      SMALLEST_PRICE,
      (SMALLEST_PRICE * room.width) / (letters.widthOf(text, 'display', SMALLEST_PRICE) + struckWidth + 6)
    )
  const base = room.y + height - size * 0.25
  const price = textAt(letters, text, room.x + (rung.reduced ? size * REDUCED_EDGE : 0), base, size, {
    face: 'display'
  })
  const pieces: PrintPiece[] = []
  if (rung.reduced && price.kind === 'text') pieces.push(reducedBehind(price))
  pieces.push(price)
  if (rung.was !== null && price.kind === 'text')
    pieces.push(
      textAt(letters, rung.was, price.x + price.width + size * REDUCED_EDGE + 6, base, 12, {
        struck: true,
        ink: 'soft'
      })
    )
  for (const [index, { text: note, struck }] of notes.entries()) {
    const at = room.bottom - (notes.length - 1 - index) * step - 1
    const piece = textAt(letters, note, room.x, at, ABOUT_SIZE, { face: index === 0 ? 'strong' : 'text' })
    pieces.push(piece)
    if (struck === null) continue
    const x = room.x + letters.widthOf(`${note} `, 'text', ABOUT_SIZE)
    pieces.push(textAt(letters, struck, x, at, ABOUT_SIZE, { struck: true, ink: 'soft' }))
  }
  return { pieces, isCut: notes.length < all.length }
}

function otherRungsOf(
  rungs: readonly PrintRung[],
  room: Room,
  document: PrintDocument,
  letters: Letters
): readonly PrintPiece[] {
  const height = room.bottom - room.y
  const smallest = RUNG_SIZES[RUNG_SIZES.length - 1] ?? SMALL
  const size = RUNG_SIZES.find((one) => rungs.length * lineHeightOf(one) * 1.15 <= height) ?? smallest
  const step = lineHeightOf(size) * 1.15
  const most = Math.max(1, Math.floor(height / step))
  const shown = rungs.length <= most ? rungs : rungs.slice(0, most - 1)
  const left = rungs.length - shown.length
  const right = room.x + room.width
  const top = room.bottom - (shown.length + (left > 0 ? 1 : 0)) * step
  const pieces: PrintPiece[] = []
  for (const [index, rung] of shown.entries()) {
    const base = top + (index + 1) * step - 2
    const text = rung.price ?? document.askForPrice
    const amount = textAt(letters, text, right - 2, base, rung.price === null ? smallest : size, {
      align: 'right',
      face: 'strong'
    })
    if (amount.kind !== 'text') continue
    if (rung.reduced) pieces.push(reducedBehind(amount))
    pieces.push(amount)
    if (rung.price !== null) pieces.push(textAt(letters, rung.quantity, room.x, base, size))
    if (rung.reduced)
      pieces.push(
        textAt(letters, rung.was ?? document.words.onSale, amount.x - size * 0.5, base, Math.max(SMALL, size - 1), {
          align: 'right',
          struck: rung.was !== null,
          ink: 'soft'
        })
      )
  }
  if (left > 0)
    pieces.push(
      textAt(letters, document.words.moreSizes(document.number(left)), right, room.bottom - 2, smallest, {
        align: 'right'
      })
    )
  return pieces
}
