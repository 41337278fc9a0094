import type { ViewItem } from '../../shared/board-view.ts'
import { jarDraftOf, namePxOf, underNameOf, type JarChoice, type JarDraft } from './jar.ts'
import { jarGridOf } from './jar-grid.ts'
import type { DraftSetting } from './ladder.ts'
import { METRICS } from './metrics.ts'
import { nameLineOf, tagsOf } from './name-line.ts'
import type { DetailLine, Jar, JarCellLine, NameLine, Tag, TagLine } from './page.types.ts'

/** What a part is made of, from the top of a single to its foot; none is parted any further. */
type Piece =
  | { readonly kind: 'name'; readonly line: string; readonly heightPx: number }
  | { readonly kind: 'tags'; readonly line: TagLine; readonly heightPx: number }
  | { readonly kind: 'cells'; readonly line: JarCellLine; readonly heightPx: number }
  | { readonly kind: 'detail'; readonly line: DetailLine; readonly heightPx: number }

interface OpenPart {
  readonly head: NameLine
  readonly pieces: Piece[]
  heightPx: number
}

/** Stands for the part's words while their number is not known; no later words are wider. */
const MOST_PARTS = 88

/**
 * A single that is taller than `roomPx` in parts that are not: its prices first, then its details, each line exactly once.
 * Every part bears the name with its tickets and says which part it is. A name that leaves no line of room goes on like
 * the rest, and the parts after it repeat as many of its first lines as they have room for. Null where a single line has
 * no room.
 */
export function jarPartsOf(
  item: ViewItem,
  markInTitle: boolean,
  roomPx: number,
  setting: DraftSetting
): readonly Jar[] | null {
  const draft = jarDraftOf(item, markInTitle, setting)
  const partTag: Tag = { kind: 'part', key: 'part', lines: [setting.words.part(MOST_PARTS, MOST_PARTS)] }
  const pieces = piecesOf(draft, roomPx)
  const whole = topOf(draft, [...tagsOf(item, setting.words), partTag])
  const parts =
    whole.heightPx + tallestPxOf(pieces) <= roomPx
      ? filledParts(pieces, roomPx, () => whole)
      : partsWithName(draft, partTag, pieces, roomPx)
  return parts === null ? null : parts.map((part, index) => jarOfPart(draft, part, index + 1, parts.length))
}

/** The ways a single may stand on a page of its section, in parts where it is taller than that; null where not even those have room. */
export function choicesIn(
  roomPx: number,
  item: ViewItem,
  given: JarChoice,
  underMark: boolean,
  setting: DraftSetting
): readonly JarChoice[] | null {
  if (!given.fits) return null
  const half = given.half !== null && given.half.heightPx <= roomPx ? given.half : null
  const whole = given.whole !== null && given.whole.heightPx <= roomPx ? given.whole : null
  if (half !== null || whole !== null)
    return half === given.half && whole === given.whole ? [given] : [{ ...given, half, whole }]
  const parts = jarPartsOf(item, underMark, roomPx, setting)
  return parts === null ? null : parts.map((part) => ({ half: null, whole: part, fits: true }))
}

function topOf(draft: JarDraft, tags: readonly Tag[]): NameLine {
  const { geometry, measure } = draft.setting
  const { columns } = jarGridOf(geometry)
  const top = nameLineOf(measure, draft.item.name, tags, namePxOf(draft, columns), geometry.amPx, METRICS.jarName, null)
  if (top === null) throw new Error(`no room for the name of product ${draft.item.productId}`)
  return top
}

/** The name and its tickets go on over the parts; those after them repeat the name's first lines. */
function partsWithName(
  draft: JarDraft,
  partTag: Tag,
  pieces: readonly Piece[],
  roomPx: number
): readonly OpenPart[] | null {
  const am = draft.setting.geometry.amPx
  const { name, tags } = topOf(draft, tagsOf(draft.item, draft.setting.words))
  const linePx = METRICS.jarName * am
  const label: TagLine = { tags: [partTag], heightPx: METRICS.ticketLine * am }
  const headWith = (lines: readonly string[]): NameLine => ({
    name: { lines, style: name.style },
    tags: [label],
    inline: false,
    heightPx: lines.length * linePx + label.heightPx
  })
  const afterName: Piece[] = [
    // On the name's own line tags have no height of their own.
    ...tags.map((line) => tagPieceOf({ tags: line.tags, heightPx: Math.max(line.heightPx, label.heightPx) })),
    ...pieces
  ]
  const repeated = Math.floor((roomPx - label.heightPx - tallestPxOf(afterName)) / linePx + 1e-6)
  if (repeated < 1) return null
  const nameLines = name.lines.map((line): Piece => ({ kind: 'name', line, heightPx: linePx }))
  return filledParts([...nameLines, ...afterName], roomPx, (first) =>
    headWith(first.kind === 'name' ? [] : name.lines.slice(0, repeated))
  )
}

function tagPieceOf(line: TagLine): Piece {
  return { kind: 'tags', line, heightPx: line.heightPx }
}

function tallestPxOf(pieces: readonly Piece[]): number {
  return Math.max(0, ...pieces.map((piece) => piece.heightPx))
}

function filledParts(
  pieces: readonly Piece[],
  roomPx: number,
  headBefore: (first: Piece) => NameLine
): readonly OpenPart[] {
  const parts: OpenPart[] = []
  for (const piece of pieces) {
    let part = parts.at(-1)
    if (part === undefined || part.heightPx + piece.heightPx > roomPx + 1e-6) {
      const head = headBefore(piece)
      part = { head, pieces: [], heightPx: head.heightPx }
      parts.push(part)
    }
    part.pieces.push(piece)
    part.heightPx += piece.heightPx
  }
  return parts
}

function jarOfPart({ item, strain, setting }: JarDraft, part: OpenPart, index: number, count: number): Jar {
  const { head, pieces } = part
  const nameLines = pieces.flatMap((piece) => (piece.kind === 'name' ? [piece.line] : []))
  const tagLines = pieces.flatMap((piece) => (piece.kind === 'tags' ? [piece.line] : []))
  // Its lines parted, a single may stand on a page whole after all.
  const label = count === 1 ? null : [setting.words.part(index, count)]
  const named = (line: TagLine): TagLine => ({
    tags: line.tags.flatMap((tag) => (tag.kind !== 'part' ? [tag] : label === null ? [] : [{ ...tag, lines: label }])),
    heightPx: line.heightPx
  })
  const topPx = pieces
    .filter(({ kind }) => kind === 'name' || kind === 'tags')
    .reduce((sum, piece) => sum + piece.heightPx, head.heightPx)
  return {
    productId: item.productId,
    part: count === 1 ? null : { index, count },
    columns: jarGridOf(setting.geometry).columns,
    strain,
    soldOut: item.soldOut,
    top: {
      name: { lines: [...head.name.lines, ...nameLines], style: head.name.style },
      tags: [...tagLines, ...head.tags.map(named)],
      inline: head.inline,
      heightPx: topPx
    },
    beside: null,
    details: pieces.flatMap((piece) => (piece.kind === 'detail' ? [piece.line] : [])),
    cellLines: pieces.flatMap((piece) => (piece.kind === 'cells' ? [piece.line] : [])),
    picture: null,
    heightPx: part.heightPx
  }
}

/** The lines under a name; one that would take most of the room alone is parted into its lines of text. */
function piecesOf(draft: JarDraft, roomPx: number): Piece[] {
  const { columns } = jarGridOf(draft.setting.geometry)
  const { cellLines, details } = underNameOf(draft, columns, true)
  const linePx = METRICS.detailLine * draft.setting.geometry.amPx
  const tall = ({ heightPx }: { readonly heightPx: number }) => heightPx > roomPx / 2
  const cells = cellLines.flatMap((line) => (tall(line) ? textLinesOfHeld(line, linePx) : [line]))
  const texts = details.flatMap((line) => (tall(line) ? textLinesOfDetails(line, linePx) : [line]))
  return [
    ...cells.map((line): Piece => ({ kind: 'cells', line, heightPx: line.heightPx })),
    ...texts.map((line): Piece => ({ kind: 'detail', line, heightPx: line.heightPx }))
  ]
}

function textLinesOfHeld(line: JarCellLine, linePx: number): JarCellLine[] {
  const [only] = line.cells
  if (line.cells.length !== 1 || only?.kind !== 'held') return [line]
  return only.lines.map((text, index) => ({
    cells: [{ ...only, quantity: index === 0 ? only.quantity : null, lines: [text] }],
    heightPx: linePx
  }))
}

function textLinesOfDetails(line: DetailLine, linePx: number): DetailLine[] {
  const count = Math.max(...line.details.map((detail) => detail.lines.length))
  return Array.from({ length: count }, (_, index) => ({
    flows: line.flows,
    heightPx: linePx,
    details: line.details.flatMap((detail) => {
      const text = detail.lines[index]
      return text === undefined ? [] : [{ ...detail, label: index === 0 ? detail.label : null, lines: [text] }]
    })
  }))
}
