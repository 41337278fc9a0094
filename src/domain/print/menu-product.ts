import type { PrintBlock, PrintFace, PrintPiece } from '../../shared/manager/print.ts'
import { type Letters, linesOf } from './letters.ts'
import type { PrintDocument, PrintProduct, PrintRung } from './print-document.ts'
import { lineHeightOf, REDUCED_EDGE, reducedBehind, textAt } from './sheet.ts'

/** Something of one column's width. */
export interface Strip {
  readonly height: number
  readonly role: PrintBlock['role']
  readonly draw: (x: number, top: number) => readonly PrintPiece[]
}

/** A text that keeps together, and whether it is struck, strong, or stands on yellow. */
interface Word {
  readonly text: string
  readonly face: PrintFace
  readonly struck: boolean
  readonly reduced: boolean
  /** What stands from here on may go to the next line. */
  readonly parts?: boolean
}

/** Words that are not parted from one another: a quantity and its price. */
type Cluster = readonly Word[]

/** The name, then each quantity with what it costs; a single price stands at the right of a name that leaves room. */
export function productStripOf(
  product: PrintProduct,
  width: number,
  size: number,
  document: PrintDocument,
  letters: Letters
): Strip {
  const step = lineHeightOf(size)
  const space = letters.widthOf('n', 'text', size) * 0.55
  const name = product.soldOut ? `${product.name} (${document.words.soldOut})` : product.name
  const clusters = clustersOf(product, document)
  const widthOf = (cluster: Cluster): number =>
    cluster.reduce((sum, word) => sum + wordWidthOf(word, size, letters), 0) + (cluster.length - 1) * space
  const [only] = clusters
  const besideName = clusters.length === 1 && only !== undefined ? widthOf(only) + space * 3 : 0
  const nameLines = linesOf(name, width - besideName, 'strong', size, letters)
  const isBeside = besideName > 0 && besideName < width * 0.6 && nameLines.length <= 2
  const lines = isBeside ? nameLines : linesOf(name, width, 'strong', size, letters)
  const rows = isBeside
    ? []
    : rowsOf(
        clusters.flatMap((cluster) => withinWidth(cluster, width, size, widthOf, letters)),
        width,
        space * 2,
        widthOf
      )
  const noteSize = Math.max(7, size - 1)
  const notes = linesOf(
    [...new Set([...reductionsOf(product), ...product.offers])].join(' · '),
    width,
    'text',
    noteSize,
    letters
  )
  return {
    height: (lines.length + rows.length + notes.length) * step + size * 0.35,
    role: 'text',
    draw: (x, top) => {
      const at = (index: number): number => top + (index + 0.78) * step
      const pieces: PrintPiece[] = lines.map((line, index) =>
        textAt(letters, line, x, at(index), size, { face: 'strong' })
      )
      if (isBeside && only !== undefined)
        pieces.push(...clusterPieces(only, x + width - widthOf(only), at(0), size, space, letters))
      for (const [row, onRow] of rows.entries()) {
        let left = x
        for (const cluster of onRow) {
          pieces.push(...clusterPieces(cluster, left, at(lines.length + row), size, space, letters))
          left += widthOf(cluster) + space * 2
        }
      }
      for (const [index, note] of notes.entries())
        pieces.push(textAt(letters, note, x, at(lines.length + rows.length + index), noteSize, { ink: 'soft' }))
      return pieces
    }
  }
}

/** Each once: sales of several quantities mostly end together. */
function reductionsOf({ rungs }: PrintProduct): readonly string[] {
  return [...new Set(rungs.map(({ reduction }) => reduction).filter((text) => text !== null))]
}

function clustersOf(product: PrintProduct, document: PrintDocument): readonly Cluster[] {
  const [first] = product.rungs
  // Amounts that are held are held together: the words stand once.
  if (first !== undefined && product.rungs.every(({ price }) => price === null))
    return [[{ text: document.askForPrice, face: 'text', struck: false, reduced: false }]]
  return product.rungs.map((rung) => clusterOf(rung, product, document))
}

function clusterOf(rung: PrintRung, product: PrintProduct, document: PrintDocument): Cluster {
  const word = (text: string, rest: Partial<Word> = {}): Word => ({
    text,
    face: 'text',
    struck: false,
    reduced: false,
    ...rest
  })
  // A single piece needs no "each".
  const isPlain = product.rungs.length === 1 && product.unit === 'each'
  const { was, regular, shelfPrice, groupPays } = rung
  return [
    ...(isPlain ? [] : [word(rung.quantity)]),
    ...(was === null ? [] : [word(was, { struck: true })]),
    word(rung.price ?? document.askForPrice, { face: 'strong', reduced: rung.reduced }),
    // What was paid on other days is not known with its tax: the two are told before it.
    ...(was !== null || regular === null || shelfPrice === null
      ? []
      : [
          word(lowerFirst(document.beforeTaxLabel), { parts: true }),
          word(regular, { struck: true }),
          word(shelfPrice)
        ]),
    ...(groupPays === null ? [] : [word(`(${document.groupLabel ?? ''} ${groupPays})`)])
  ]
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

function rowsOf(
  clusters: readonly Cluster[],
  width: number,
  space: number,
  widthOf: (cluster: Cluster) => number
): readonly (readonly Cluster[])[] {
  const rows: Cluster[][] = []
  let used = 0
  for (const cluster of clusters) {
    const row = rows.at(-1)
    const wide = widthOf(cluster)
    if (row === undefined || used + space + wide > width) {
      rows.push([cluster])
      used = wide
    } else {
      row.push(cluster)
      used += space + wide
    }
  }
  return rows
}

/** A cluster that is wider than the column is parted where it may be, else between its words, else within them. */
function withinWidth(
  cluster: Cluster,
  width: number,
  size: number,
  widthOf: (cluster: Cluster) => number,
  letters: Letters
): readonly Cluster[] {
  if (widthOf(cluster) <= width) return [cluster]
  const at = cluster.findIndex(({ parts }) => parts === true)
  if (at > 0)
    return [cluster.slice(0, at), cluster.slice(at)].flatMap((part) => withinWidth(part, width, size, widthOf, letters))
  return cluster.flatMap((word) =>
    linesOf(word.text, width, word.face, size, letters).map((text) => [{ ...word, text }])
  )
}

/** Of a reduced price with the yellow around it. */
function wordWidthOf({ text, face, reduced }: Word, size: number, letters: Letters): number {
  return letters.widthOf(text, face, size) + (reduced ? 2 * REDUCED_EDGE * size : 0)
}

function clusterPieces(
  cluster: Cluster,
  x: number,
  y: number,
  size: number,
  space: number,
  letters: Letters
): readonly PrintPiece[] {
  const pieces: PrintPiece[] = []
  let left = x
  for (const word of cluster) {
    const { text, face, struck, reduced } = word
    const piece = textAt(letters, text, left + (reduced ? REDUCED_EDGE * size : 0), y, size, {
      face,
      struck,
      ink: struck ? 'soft' : 'ink'
    })
    if (piece.kind !== 'text') continue
    if (reduced) pieces.push(reducedBehind(piece))
    pieces.push(piece)
    left += wordWidthOf(word, size, letters) + space
  }
  return pieces
}
