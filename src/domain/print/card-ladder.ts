import type { PrintPiece } from '../../shared/manager/print.ts'
import { type Letters, linesOf } from './letters.ts'
import type { PrintDocument, PrintProduct, PrintRung } from './print-document.ts'
import { lineHeightOf, reducedBehind, textAt } from './sheet.ts'

/** Of what stands small on a card, in points. */
export const SMALL = 7
export const ABOUT_SIZE = 8
const RUNG_SIZES = [9, 8, 7] as const
const PRICE_SIZES = [38, 34, 30, 26, 22, 18] as const
interface Room {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly bottom: number
}

/** The first quantity in large figures, the others of the ladder small beside it. */
export function ladderOf(
  product: PrintProduct,
  room: Room,
  beside: { readonly bottom: number; readonly codeWidth: number },
  document: PrintDocument,
  letters: Letters
): readonly PrintPiece[] {
  const [first, ...others] = product.rungs
  if (first === undefined) return []
  const width = others.length === 0 ? room.width - beside.codeWidth : room.width * 0.58
  return [
    ...largePriceOf(first, product, { ...room, width }, document, letters),
    ...(others.length === 0
      ? []
      : otherRungsOf(
          others,
          { y: room.y, x: room.x + width + 6, width: room.width - width - 6, bottom: beside.bottom },
          document,
          letters
        ))
  ]
}

function largePriceOf(
  rung: PrintRung,
  product: PrintProduct,
  room: Room,
  document: PrintDocument,
  letters: Letters
): readonly PrintPiece[] {
  const notes = [
    [rung.quantity, document.priceLabel].join(' · '),
    [rung.reduction, rung.beside].filter((part) => part !== null).join(' · '),
    rung.groupPays === null ? '' : `${document.groupLabel ?? ''} ${rung.groupPays}`,
    product.rungs.length === 1 && product.unit === 'g' ? (rung.unitPrice ?? '') : ''
  ].filter((note) => note !== '')
  const noteLines: string[] = notes.flatMap((note) => [...linesOf(note, room.width, 'text', ABOUT_SIZE, letters)])
  // Beside a price with tax in it stands no older one without.
  const regularLine = rung.was === null && rung.regular !== null ? `${document.words.regular} ` : null
  if (regularLine !== null) noteLines.push(regularLine)
  const height = room.bottom - room.y - noteLines.length * lineHeightOf(ABOUT_SIZE)
  const text = rung.price ?? document.askForPrice
  const struckWidth = rung.was === null ? 0 : letters.widthOf(rung.was, 'text', 12) + 10
  const fits = (size: number): boolean =>
    letters.widthOf(text, 'display', size) + size * 0.4 + struckWidth <= room.width && size * 1.15 <= height
  const size = PRICE_SIZES.find(fits) ?? 14
  const base = room.y + Math.max(height, size) - size * 0.25
  const price = textAt(letters, text, room.x + (rung.reduced ? size * 0.2 : 0), base, size, { face: 'display' })
  const pieces: PrintPiece[] = []
  if (rung.reduced && price.kind === 'text') pieces.push(reducedBehind(price))
  pieces.push(price)
  if (rung.was !== null && price.kind === 'text')
    pieces.push(
      textAt(letters, rung.was, price.x + price.width + size * 0.2 + 6, base, 12, { struck: true, ink: 'soft' })
    )
  for (const [index, line] of noteLines.entries()) {
    const at = room.bottom - (noteLines.length - 1 - index) * lineHeightOf(ABOUT_SIZE) - 1
    pieces.push(textAt(letters, line, room.x, at, ABOUT_SIZE, { face: index === 0 ? 'strong' : 'text' }))
    if (line === regularLine && rung.regular !== null) {
      const x = room.x + letters.widthOf(line, 'text', ABOUT_SIZE)
      pieces.push(textAt(letters, rung.regular, x, at, ABOUT_SIZE, { struck: true, ink: 'soft' }))
    }
  }
  return pieces
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
        textAt(letters, rung.was ?? document.words.onSale, amount.x - size * 0.5, base, size - 1, {
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
