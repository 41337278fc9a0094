import type { PrintBlock, PrintFace, PrintPiece } from '../../shared/manager/print.ts'
import { ended } from '../display/sentence.ts'
import { ABOUT_SIZE, ladderOf, largeHeightOf, largeWidthOf, SMALL } from './card-ladder.ts'
import { firstLinesOf, type Letters, linesOf } from './letters.ts'
import { PAGE_NUMBER_WIDTH } from './price-list.ts'
import type { PrintDocument, PrintProduct } from './print-document.ts'
import {
  block,
  footHeightOf,
  footLinesOf,
  footOf,
  type LaidOut,
  lineHeightOf,
  MARGIN,
  type SheetSize,
  sizeOf,
  storeNameAt,
  textAt
} from './sheet.ts'

const COLUMNS = 2
const ROWS = 4
const PADDING = 10
const CROP = 9
const CODE_SIZE = 44
/** Letters of a name, the largest first. */
const SMALLEST_NAME = 9
const NAME_SIZES = [15, 13, 11.5, 10, SMALLEST_NAME] as const
/** Lines that the head of a card may have: fewer where a notice or many notes leave no room for more. */
const HEAD_LINES = [
  { name: 2, about: 2, offers: 2 },
  { name: 3, about: 2, offers: 2 },
  { name: 2, about: 1, offers: 1 },
  { name: 1, about: 1, offers: 1 },
  { name: 1, about: 1, offers: 0 },
  { name: 1, about: 0, offers: 0 }
] as const
const HEAD_GAP = 3

interface Card {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Cards to cut out and stand on a shelf, eight to a page; each says by itself of when its price is. */
export function shelfTalkersOf(document: PrintDocument, letters: Letters): LaidOut {
  const size = sizeOf(document.paper)
  const products = document.sections.flatMap((section) => section.products)
  const foot = footLinesOf(document, size.width - 2 * MARGIN - PAGE_NUMBER_WIDTH, letters)
  const cards = cardsOf(size, footHeightOf(foot))
  const count = Math.ceil(products.length / cards.length)
  const cut: string[] = []
  const pages = Array.from({ length: count }, (_, index) => {
    const blocks: PrintBlock[] = [headOf(document, size, letters), cropMarksOf(cards)]
    for (const [at, product] of products.slice(index * cards.length, (index + 1) * cards.length).entries()) {
      const card = cards[at]
      if (card !== undefined) blocks.push(...cardBlocksOf(product, card, document, cut, letters))
    }
    blocks.push(footOf(document, foot, size, index + 1, count, letters))
    return { ...size, blocks }
  })
  return { pages, leftOut: 0, cut }
}

function cardsOf(size: SheetSize, footHeight: number): readonly Card[] {
  const top = MARGIN + 22
  const width = (size.width - 2 * MARGIN) / COLUMNS
  const height = (size.height - MARGIN - footHeight - top - CROP) / ROWS
  return Array.from({ length: COLUMNS * ROWS }, (_, index) => ({
    x: MARGIN + (index % COLUMNS) * width,
    y: top + Math.floor(index / COLUMNS) * height,
    width,
    height
  }))
}

function headOf({ storeName, words, asOf }: PrintDocument, size: SheetSize, letters: Letters): PrintBlock {
  return block('around', [
    storeNameAt(letters, storeName, { x: MARGIN, y: MARGIN + 4, width: (size.width - 2 * MARGIN) * 0.4, size: 9.5 }),
    textAt(letters, `${words.titles['shelf-talkers']}. ${asOf}`, size.width - MARGIN, MARGIN + 4, 8, {
      align: 'right',
      ink: 'soft'
    })
  ])
}

/** Marks outside the cards where scissors go, and a hair of a line between two cards. */
function cropMarksOf(cards: readonly Card[]): PrintBlock {
  const xs = [...new Set(cards.flatMap(({ x, width }) => [x, x + width]))]
  const ys = [...new Set(cards.flatMap(({ y, height }) => [y, y + height]))].map((y) => Math.round(y * 100) / 100)
  const lines = [...new Set(ys)]
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [top, bottom] = [Math.min(...lines), Math.max(...lines)]
  const mark = (x: number, y: number, toX: number, toY: number, weight: number): PrintPiece => ({
    kind: 'line',
    x,
    y,
    toX,
    toY,
    weight,
    ink: weight < 0.5 ? 'faint' : 'ink'
  })
  return block('around', [
    ...xs.flatMap((x) => [mark(x, top - CROP, x, top - 2, 0.6), mark(x, bottom + 2, x, bottom + CROP, 0.6)]),
    ...lines.flatMap((y) => [mark(left - CROP, y, left - 2, y, 0.6), mark(right + 2, y, right + CROP, y, 0.6)]),
    ...xs.slice(1, -1).map((x) => mark(x, top, x, bottom, 0.25)),
    ...lines.slice(1, -1).map((y) => mark(left, y, right, y, 0.25))
  ])
}

function cardBlocksOf(
  product: PrintProduct,
  card: Card,
  document: PrintDocument,
  cut: string[],
  letters: Letters
): readonly PrintBlock[] {
  const inner = { x: card.x + PADDING, y: card.y + PADDING, width: card.width - 2 * PADDING }
  const bottom = card.y + card.height - PADDING
  const foot = cardFootOf(document, inner.width - (document.code === null ? 0 : CODE_SIZE + 8), letters)
  const footTop = bottom - foot.length * lineHeightOf(SMALL) - 3
  const codeWidth = document.code === null ? 0 : CODE_SIZE + 8
  const codeTop = document.code === null ? footTop : Math.min(footTop, bottom - CODE_SIZE - 3)
  const blocks: PrintBlock[] = []
  const pieces: PrintPiece[] = []
  let y = inner.y
  const put = (lines: readonly string[], face: PrintFace, size: number, soft = false): void => {
    for (const line of lines) {
      y += lineHeightOf(size)
      pieces.push(textAt(letters, line, inner.x, y - size * 0.28, size, { face, ink: soft ? 'soft' : 'ink' }))
    }
  }
  const width = product.rungs.length > 1 ? largeWidthOf(inner.width) : inner.width - codeWidth
  const room = footTop - inner.y - HEAD_GAP - largeHeightOf(product, width, document, letters)
  const head = headLinesOf(product, document, inner.width, room, letters)
  for (const { line, face, size, soft } of head.lines) put([line], face, size, soft)
  const ladder = ladderOf(
    product,
    { x: inner.x, y: y + HEAD_GAP, width: inner.width, bottom: footTop },
    { bottom: codeTop, codeWidth },
    document,
    letters
  )
  pieces.push(...ladder.pieces)
  if (head.isCut || ladder.isCut) cut.push(product.name)
  pieces.push(
    ...foot.map((line, index) =>
      textAt(letters, line, inner.x, bottom - (foot.length - 1 - index) * lineHeightOf(SMALL) - 1, SMALL, {
        ink: 'soft',
        face: index === 0 && (document.stale || document.held) ? 'strong' : 'text'
      })
    )
  )
  blocks.push(block('text', pieces))
  if (document.code !== null)
    blocks.push(
      block(
        'picture',
        [
          {
            kind: 'qr',
            x: inner.x + inner.width - CODE_SIZE,
            y: bottom - CODE_SIZE,
            size: CODE_SIZE,
            code: document.code.code
          }
        ],
        document.words.codeFor(document.code.url)
      )
    )
  return blocks
}

/** A card stands alone: it says itself of when its price is, what it includes, and what the market demands. */
function cardFootOf(document: PrintDocument, width: number, letters: Letters): readonly string[] {
  const first = document.stale ? document.ageLine : document.asOfShort
  return [`${ended(first)} ${document.words.mayChange}`, document.notice ?? ''].flatMap((text) =>
    linesOf(text, width, 'text', SMALL, letters)
  )
}

interface HeadLine {
  readonly line: string
  readonly face: PrintFace
  readonly size: number
  readonly soft: boolean
}

/** Name, what there is to know, and offers, as large and as whole as the room above the price allows. */
function headLinesOf(
  product: PrintProduct,
  { words }: PrintDocument,
  width: number,
  room: number,
  letters: Letters
): { readonly lines: readonly HeadLine[]; readonly isCut: boolean } {
  const about = [product.soldOut ? words.soldOut : '', product.about].filter((part) => part !== '').join(' · ')
  const offers = product.offers.join(' · ')
  const part = (text: string, face: PrintFace, size: number, most: number, soft: boolean) => {
    const { lines, isCut } = firstLinesOf(text, width, face, size, most, letters)
    return { lines: most === 0 ? [] : lines.map((line) => ({ line, face, size, soft })), isCut }
  }
  let last: { readonly lines: readonly HeadLine[]; readonly isCut: boolean } = { lines: [], isCut: true }
  for (const most of HEAD_LINES)
    for (const size of NAME_SIZES) {
      const parts = [
        part(product.name, 'strong', size, most.name, false),
        part(about, 'text', ABOUT_SIZE, most.about, true),
        part(offers, 'strong', ABOUT_SIZE, most.offers, false)
      ]
      const lines = parts.flatMap((one) => one.lines)
      const isCut = parts.some((one) => one.isCut)
      last = { lines, isCut }
      const height = lines.reduce((sum, line) => sum + lineHeightOf(line.size), 0)
      if (height <= room && (!isCut || size === SMALLEST_NAME)) return last
    }
  return last
}
