import type { PrintBlock } from '../../shared/manager/print.ts'
import { type Letters, linesOf } from './letters.ts'
import { CODE_SIZE, PAGE_NUMBER_WIDTH } from './price-list.ts'
import { productStripOf, type Strip } from './menu-product.ts'
import type { PrintDocument, PrintSection } from './print-document.ts'
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

/** Sizes that are tried, the largest first; nothing is smaller than the last. */
const SIZES = [12, 11, 10, 9.5, 9, 8.5, 8, 7.5, 7] as const
const GUTTER = 14

/** A class: its heading, and its products. */
interface Group {
  readonly heading: Strip
  readonly products: readonly Strip[]
  /** What stands in the place of so many products. */
  readonly more: (count: number) => Strip
}

/** Everything on one page, as large as it fits; of what does not fit at 7 points the page says how much there is. */
export function onePageMenuOf(document: PrintDocument, letters: Letters): LaidOut {
  const size = sizeOf(document.paper)
  const foot = footLinesOf(document, size.width - 2 * MARGIN - PAGE_NUMBER_WIDTH, letters)
  const head = headOf(document, size, letters)
  const top = MARGIN + head.height
  const height = size.height - MARGIN - footHeightOf(foot) - top
  const groupsAt = (letterSize: number): readonly Group[] =>
    document.sections.map((section) =>
      groupOf(section, columnWidthOf(size, columnCountOf(letterSize)), letterSize, document, letters)
    )
  let letterSize: number = SIZES[SIZES.length - 1] ?? 7
  let columns: readonly (readonly Strip[])[] | null = null
  for (const one of SIZES) {
    columns = inColumns(groupsAt(one).flatMap(allOf), columnCountOf(one), height)
    letterSize = one
    if (columns !== null) break
  }
  let leftOut = 0
  if (columns === null) {
    const shortened = shortenedOf(groupsAt(letterSize), columnCountOf(letterSize), height)
    columns = shortened.columns
    leftOut = shortened.leftOut
  }
  const count = columnCountOf(letterSize)
  const blocks = [...head.blocks]
  for (const [index, column] of columns.entries()) {
    const x = MARGIN + index * (columnWidthOf(size, count) + GUTTER)
    let y = top
    for (const strip of column) {
      blocks.push(block(strip.role, strip.draw(x, y)))
      y += strip.height
    }
  }
  blocks.push(footOf(document, foot, size, 1, 1, letters))
  const isEmpty = document.sections.length === 0
  return { pages: isEmpty ? [] : [{ ...size, blocks }], leftOut, cut: [] }
}

/** Larger letters need wider columns. */
function columnCountOf(letterSize: number): number {
  if (letterSize >= 11) return 2
  return letterSize >= 8 ? 3 : 4
}

function columnWidthOf(size: SheetSize, count: number): number {
  return (size.width - 2 * MARGIN - (count - 1) * GUTTER) / count
}

function headOf(
  { storeName, words, asOf, priceLabel, code }: PrintDocument,
  size: SheetSize,
  letters: Letters
): { readonly height: number; readonly blocks: readonly PrintBlock[] } {
  const right = size.width - MARGIN
  const title = block('title', [
    storeNameAt(letters, storeName, { x: MARGIN, y: MARGIN + 20, width: right - MARGIN - CODE_SIZE - 8, size: 26 }),
    textAt(letters, `${words.titles.menu}. ${asOf}`, MARGIN, MARGIN + 38, 9.5, { ink: 'soft' }),
    textAt(letters, priceLabel, MARGIN, MARGIN + 51, 9.5, { face: 'strong' })
  ])
  if (code === null) return { height: 62, blocks: [title] }
  const picture = block(
    'picture',
    [
      { kind: 'qr', x: right - CODE_SIZE, y: MARGIN, size: CODE_SIZE, code: code.code },
      textAt(letters, words.onYourPhone, right - CODE_SIZE - 8, MARGIN + CODE_SIZE - 11, 8, { align: 'right' })
    ],
    words.codeFor(code.url)
  )
  return { height: CODE_SIZE + 8, blocks: [title, picture] }
}

function allOf({ heading, products }: Group): readonly Strip[] {
  return [heading, ...products]
}

/** Strips in so many columns; null where they do not fit. A heading is never the last of a column. */
function inColumns(strips: readonly Strip[], count: number, height: number): readonly (readonly Strip[])[] | null {
  const columns: Strip[][] = [[]]
  let y = 0
  for (const [index, strip] of strips.entries()) {
    const following = strip.role === 'heading' ? (strips[index + 1]?.height ?? 0) : 0
    if (y + strip.height + following > height && y > 0) {
      columns.push([])
      y = 0
      if (columns.length > count) return null
    }
    if (strip.height > height) return null
    columns.at(-1)?.push(strip)
    y += strip.height
  }
  return columns
}

/** As many products of every class as fit, in their order, and words for those that do not. */
function shortenedOf(
  groups: readonly Group[],
  count: number,
  height: number
): { readonly columns: readonly (readonly Strip[])[]; readonly leftOut: number } {
  const columnsWith = (counts: readonly number[]): readonly (readonly Strip[])[] | null =>
    inColumns(
      groups.flatMap((group, index) => partOf(group, counts[index] ?? 0)),
      count,
      height
    )
  const all = groups.reduce((sum, { products }) => sum + products.length, 0)
  let counts: readonly number[] = groups.map(() => 0)
  let columns = columnsWith(counts)
  if (columns === null) return { columns: headingsOnlyOf(groups, count, height), leftOut: all }
  // Every class gives up the same part, so that none vanishes for standing last.
  const sharesOf = (share: number): readonly number[] =>
    groups.map(({ products }) => Math.floor((products.length * share) / all))
  let [low, high] = [0, all]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (columnsWith(sharesOf(middle)) === null) high = middle - 1
    else low = middle
  }
  counts = sharesOf(low)
  columns = columnsWith(counts) ?? columns
  // What room that leaves is filled one product at a time.
  const full = new Set<number>()
  while (full.size < groups.length)
    for (const [index, { products }] of groups.entries()) {
      if (full.has(index)) continue
      const tried = (counts[index] ?? 0) < products.length ? counts.with(index, (counts[index] ?? 0) + 1) : null
      const fitting = tried === null ? null : columnsWith(tried)
      if (tried === null || fitting === null) full.add(index)
      else [counts, columns] = [tried, fitting]
    }
  return { columns, leftOut: all - counts.reduce((sum, shown) => sum + shown, 0) }
}

function partOf(group: Group, count: number): readonly Strip[] {
  const rest = group.products.length - count
  return [group.heading, ...group.products.slice(0, count), ...(rest === 0 ? [] : [group.more(rest)])]
}

/** More classes than the page has lines: it says how many products there are in all. */
function headingsOnlyOf(groups: readonly Group[], count: number, height: number): readonly (readonly Strip[])[] {
  const all = groups.reduce((sum, { products }) => sum + products.length, 0)
  const last = groups.at(-1)?.more(all)
  for (let kept = groups.length; kept > 0; kept -= 1) {
    const strips = groups.slice(0, kept).map(({ heading }) => heading)
    const columns = inColumns([...strips, ...(last === undefined ? [] : [last])], count, height)
    if (columns !== null) return columns
  }
  return last === undefined ? [] : [[last]]
}

function groupOf(
  { heading, products }: PrintSection,
  width: number,
  size: number,
  document: PrintDocument,
  letters: Letters
): Group {
  const headingSize = size * 1.15
  const headingLines = linesOf(heading, width, 'strong', headingSize, letters)
  return {
    heading: {
      height: headingLines.length * lineHeightOf(headingSize) + size * 0.9,
      role: 'heading',
      draw: (x, top) => {
        const bottom = top + headingLines.length * lineHeightOf(headingSize) + size * 0.55
        return [
          ...headingLines.map((line, index) =>
            textAt(letters, line, x, top + size * 0.45 + (index + 0.8) * lineHeightOf(headingSize), headingSize, {
              face: 'strong'
            })
          ),
          { kind: 'line', x, y: bottom, toX: x + width, toY: bottom, weight: 0.9, ink: 'ink' }
        ]
      }
    },
    products: products.map((product) => productStripOf(product, width, size, document, letters)),
    more: (count) => noteStripOf(document.words.more(document.number(count)), width, size, letters)
  }
}

function noteStripOf(text: string, width: number, size: number, letters: Letters): Strip {
  const lines = linesOf(text, width, 'text', size, letters)
  return {
    height: lines.length * lineHeightOf(size),
    role: 'text',
    draw: (x, top) =>
      lines.map((line, index) => textAt(letters, line, x, top + (index + 0.78) * lineHeightOf(size), size))
  }
}
