import type { PrintBlock, PrintFace, PrintPage, PrintPiece } from '../../shared/manager/print.ts'
import { type Letters, linesOf } from './letters.ts'
import {
  ABOUT_SIZE,
  type Column,
  columnsOf,
  edgesOf,
  LABEL_SIZE,
  labelHeightOf,
  labelLinesOf,
  nameWidthOf,
  rungHeightOf,
  rungPieces
} from './price-columns.ts'
import type { PrintDocument, PrintProduct, PrintRung, PrintSection } from './print-document.ts'
import {
  block,
  FOOT_SIZE,
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

const NAME_SIZE = 9.5
const ROW_GAP = 5
const HEADING_HEIGHT = 24
/** Kept for the number of the page, at the right of the foot's first line. */
export const PAGE_NUMBER_WIDTH = 84
export const CODE_SIZE = 62

/** Something that stands between two lines of the page and is not parted. */
interface Strip {
  readonly height: number
  readonly role: PrintBlock['role']
  readonly draw: (top: number) => readonly PrintPiece[]
  /** Begins a class: never the last on a page. */
  readonly heading: string | null
}

/** Every product with its whole ladder, a row for each quantity, under its class. */
export function priceListOf(document: PrintDocument, letters: Letters): LaidOut {
  const size = sizeOf(document.paper)
  const columns = columnsOf(document, letters)
  const foot = footLinesOf(document, size.width - 2 * MARGIN - PAGE_NUMBER_WIDTH, letters)
  const bottom = size.height - MARGIN - footHeightOf(foot)
  const top = (isFirst: boolean): number => headHeightOf(document, isFirst) + labelHeightOf(columns, letters)
  const onPages: Strip[][] = [[]]
  let y = MARGIN + top(true)
  let heading: string | null = null
  const strips = document.sections.flatMap((section) => stripsOf(section, document, columns, size, letters))
  for (const [index, strip] of [...strips, ...legendStripsOf(document, size, letters)].entries()) {
    if (strip.heading !== null) heading = strip.heading
    const following = strip.heading === null ? 0 : (strips[index + 1]?.height ?? 0)
    const page = onPages.at(-1) ?? []
    if (y + strip.height + following > bottom && page.length > 0) {
      onPages.push([])
      y = MARGIN + top(false)
      if (strip.heading === null && heading !== null && index < strips.length) {
        const again = headingStripOf(document.words.continued(heading), null, size, letters)
        onPages.at(-1)?.push(again)
        y += again.height
      }
    }
    onPages.at(-1)?.push(strip)
    y += strip.height
  }
  const pages = onPages.map((onPage, index): PrintPage => {
    let at = MARGIN + top(index === 0)
    const blocks: PrintBlock[] = headOf(document, columns, index === 0, size, letters)
    for (const strip of onPage) {
      blocks.push(block(strip.role, strip.draw(at)))
      at += strip.height
    }
    blocks.push(footOf(document, foot, size, index + 1, onPages.length, letters))
    return { ...size, blocks }
  })
  return { pages, leftOut: 0, cut: [] }
}

function headHeightOf(document: PrintDocument, isFirst: boolean): number {
  if (!isFirst) return 20
  return document.code === null ? 50 : CODE_SIZE + 14
}

function headOf(
  document: PrintDocument,
  columns: readonly Column[],
  isFirst: boolean,
  size: SheetSize,
  letters: Letters
): PrintBlock[] {
  const { storeName, words, code } = document
  const right = size.width - MARGIN
  const blocks: PrintBlock[] = []
  if (isFirst) {
    blocks.push(
      block('title', [
        storeNameAt(letters, storeName, { x: MARGIN, y: MARGIN + 18, width: right - MARGIN - CODE_SIZE - 8, size: 22 }),
        textAt(letters, `${words.titles['price-list']}. ${document.asOf}`, MARGIN, MARGIN + 36, 9.5, { ink: 'soft' })
      ])
    )
    if (code !== null)
      blocks.push(
        block(
          'picture',
          [
            { kind: 'qr', x: right - CODE_SIZE, y: MARGIN, size: CODE_SIZE, code: code.code },
            textAt(letters, words.onYourPhone, right - CODE_SIZE - 8, MARGIN + CODE_SIZE - 6, 8, { align: 'right' })
          ],
          words.codeFor(code.url)
        )
      )
  } else {
    blocks.push(
      block('around', [
        storeNameAt(letters, storeName, { x: MARGIN, y: MARGIN + 9, width: (right - MARGIN) * 0.7, size: 9.5 }),
        textAt(letters, words.titles['price-list'], right, MARGIN + 9, 9.5, { align: 'right', ink: 'soft' })
      ])
    )
  }
  const bottom = MARGIN + headHeightOf(document, isFirst) + labelHeightOf(columns, letters) - 4
  const edges = edgesOf(columns, size)
  blocks.push(
    block('around', [
      ...columns.flatMap((column, index) => {
        const lines = labelLinesOf(column, letters)
        return lines.map((line, at) =>
          textAt(
            letters,
            line,
            (edges[index] ?? right) - (column.isPrice ? 3 : 0),
            bottom - 3 - (lines.length - 1 - at) * lineHeightOf(LABEL_SIZE),
            LABEL_SIZE,
            { align: 'right', face: column.face, ink: column.isPrice ? 'ink' : 'soft' }
          )
        )
      }),
      { kind: 'line', x: MARGIN, y: bottom, toX: right, toY: bottom, weight: 1.25, ink: 'ink' }
    ])
  )
  return blocks
}

function stripsOf(
  section: PrintSection,
  document: PrintDocument,
  columns: readonly Column[],
  size: SheetSize,
  letters: Letters
): readonly Strip[] {
  return [
    headingStripOf(section.heading, section.heading, size, letters),
    ...section.products.flatMap((product) => productStripsOf(product, document, columns, size, letters))
  ]
}

function headingStripOf(text: string, heading: string | null, size: SheetSize, letters: Letters): Strip {
  const lines = linesOf(text, size.width - 2 * MARGIN, 'strong', 12, letters)
  return {
    height: HEADING_HEIGHT + (lines.length - 1) * lineHeightOf(12),
    role: heading === null ? 'around' : 'heading',
    heading,
    draw: (top) =>
      lines.map((line, index) =>
        textAt(letters, line, MARGIN, top + 17 + index * lineHeightOf(12), 12, { face: 'strong' })
      )
  }
}

interface Line {
  readonly text: string
  readonly face: PrintFace
  readonly size: number
  readonly height: number
}

/** A product is one strip, unless its ladder alone would fill a page. */
function productStripsOf(
  product: PrintProduct,
  document: PrintDocument,
  columns: readonly Column[],
  size: SheetSize,
  letters: Letters
): readonly Strip[] {
  const names = productLinesOf(product, document, nameWidthOf(columns, size), letters)
  const mostRungs = 36
  const parts: (readonly PrintRung[])[] = []
  for (let from = 0; from < Math.max(1, product.rungs.length); from += mostRungs)
    parts.push(product.rungs.slice(from, from + mostRungs))
  return parts.map((rungs, part) => {
    const lines = part === 0 ? names : []
    const namesHeight = lines.reduce((sum, { height }) => sum + height, 0)
    const rungsHeight = rungs.reduce((sum, rung) => sum + rungHeightOf(rung), 0)
    return {
      height: Math.max(namesHeight, rungsHeight) + ROW_GAP,
      role: 'text',
      heading: null,
      draw: (top) => [
        ...nameP(lines, top, letters),
        ...rungPieces(rungs, document, columns, size, top, letters),
        {
          kind: 'line',
          x: MARGIN,
          y: top + Math.max(namesHeight, rungsHeight) + 2.5,
          toX: size.width - MARGIN,
          toY: top + Math.max(namesHeight, rungsHeight) + 2.5,
          weight: 0.4,
          ink: 'faint'
        }
      ]
    }
  })
}

function productLinesOf(
  product: PrintProduct,
  { words }: PrintDocument,
  width: number,
  letters: Letters
): readonly Line[] {
  const set = (text: string, face: PrintFace, size: number): readonly Line[] =>
    linesOf(text, width, face, size, letters).map((line) => ({
      text: line,
      face,
      size,
      height: lineHeightOf(size)
    }))
  const about = [product.soldOut ? words.soldOut : '', product.about].filter((part) => part !== '').join(' · ')
  return [
    ...set(product.name, 'strong', NAME_SIZE),
    ...set(about, 'text', ABOUT_SIZE),
    ...set(product.offers.join(' · '), 'strong', ABOUT_SIZE)
  ]
}

function nameP(lines: readonly Line[], top: number, letters: Letters): readonly PrintPiece[] {
  let y = top
  return lines.map(({ text, face, size, height }) => {
    y += height
    return textAt(letters, text, MARGIN, y - height * 0.22, size, { face, ink: face === 'text' ? 'soft' : 'ink' })
  })
}

/** What the offers' short names mean, after the last product. */
function legendStripsOf(document: PrintDocument, size: SheetSize, letters: Letters): readonly Strip[] {
  return document.legend.flatMap((text, index) =>
    linesOf(text, size.width - 2 * MARGIN, 'text', FOOT_SIZE + 0.5, letters).map((line, at) => ({
      height: lineHeightOf(FOOT_SIZE + 0.5) + (index === 0 && at === 0 ? 10 : 0),
      role: 'text' as const,
      heading: null,
      draw: (top: number) => [
        textAt(
          letters,
          line,
          MARGIN,
          top + lineHeightOf(FOOT_SIZE + 0.5) - 2 + (index === 0 && at === 0 ? 10 : 0),
          FOOT_SIZE + 0.5
        )
      ]
    }))
  )
}
