import type { ViewItem } from '../../shared/board-view.ts'
import type { BoardWords } from '../words/words.ts'
import { METRICS } from './metrics.ts'
import type { Detail, DetailLine, NameLine, Tag, TagLine } from './page.types.ts'
import { fitText, fitTextAnyway, wrapText, type MeasureText, type TextStyle } from './text-fit.ts'

const NAME_STYLES: readonly [TextStyle, ...TextStyle[]] = ['name-90', 'name-84', 'name-80']

/** What follows a product's name: its tickets, then its state; one that is sold out is neither new nor nearly gone. */
export function tagsOf(item: Pick<ViewItem, 'tickets' | 'state' | 'soldOut'>, words: BoardWords): Tag[] {
  const tags = item.tickets.map(({ promotionId, short }): Tag => ({ kind: 'ticket', key: promotionId, lines: [short] }))
  if (item.state === null || item.soldOut) return tags
  return [...tags, { kind: 'state', key: item.state, lines: [words.states[item.state]] }]
}

/**
 * A name with its tags in `widthPx`: on one line where width can yield enough, else the tags go below and the name
 * wraps, to `mostLines` (null: as many as it takes). Null where that is not enough: the caller gives it the full measure.
 */
export function nameLineOf(
  measure: MeasureText,
  text: string,
  tags: readonly Tag[],
  widthPx: number,
  amPx: number,
  lineAm: number,
  mostLines: number | null
): NameLine | null {
  const besidePx = tags.reduce((sum, tag) => sum + METRICS.ticketGap * amPx + tagPxOf(measure, tag), 0)
  const onOne = fitText(measure, text, NAME_STYLES, widthPx - besidePx, 1)
  if (onOne !== null)
    return {
      name: onOne,
      tags: tags.length === 0 ? [] : [{ tags, heightPx: 0 }],
      inline: true,
      heightPx: lineAm * amPx
    }
  const name =
    mostLines === null
      ? fitTextAnyway(measure, text, NAME_STYLES, widthPx)
      : fitText(measure, text, NAME_STYLES, widthPx, mostLines)
  if (name === null) return null
  const tagLines = tagLinesOf(measure, tags, widthPx, amPx)
  const tagsPx = tagLines.reduce((sum, line) => sum + line.heightPx, 0)
  return { name, tags: tagLines, inline: false, heightPx: name.lines.length * lineAm * amPx + tagsPx }
}

/** The style that a tag is set in. */
function tagStyleOf({ kind }: Tag): TextStyle {
  return kind === 'part' ? 'detail' : kind
}

function tagPxOf(measure: MeasureText, tag: Tag): number {
  return measure(tag.lines.join(' '), tagStyleOf(tag))
}

function tagLinesOf(measure: MeasureText, tags: readonly Tag[], widthPx: number, amPx: number): TagLine[] {
  const lines: { tags: Tag[]; usedPx: number; heightPx: number }[] = []
  for (const tag of tags) {
    const tagPx = tagPxOf(measure, tag)
    const last = lines.at(-1)
    const gapPx = METRICS.ticketGap * amPx
    if (last !== undefined && last.usedPx + gapPx + tagPx <= widthPx) {
      last.tags.push(tag)
      last.usedPx += gapPx + tagPx
      continue
    }
    const broken = tagPx <= widthPx ? tag.lines : wrapText(measure, tag.lines.join(' '), tagStyleOf(tag), widthPx)
    lines.push({
      tags: [{ ...tag, lines: broken }],
      usedPx: broken.length > 1 ? widthPx : tagPx,
      heightPx: (METRICS.ticketLine + (broken.length - 1) * METRICS.detailLine) * amPx
    })
  }
  return lines.map((line) => ({ tags: line.tags, heightPx: line.heightPx }))
}

export interface WantedDetail {
  readonly kind: Detail['kind']
  readonly label: string | null
  readonly text: string
}

/** Details one after the other, in as many lines as they take; one wider than a line is wrapped. */
export function flowLinesOf(
  measure: MeasureText,
  wanted: readonly WantedDetail[],
  widthPx: number,
  amPx: number
): DetailLine[] {
  const lines: { details: Detail[]; usedPx: number; heightPx: number }[] = []
  for (const { kind, label, text } of wanted) {
    const detail = detailOf(measure, kind, label, text, 0, widthPx, 0, 1)
    const detailPx =
      labelPxOf(measure, detail.label) + Math.max(...detail.lines.map((line) => measure(line, styleOf(detail.label))))
    const last = lines.at(-1)
    const besidePx = last === undefined ? 0 : last.usedPx + METRICS.flowGap * amPx
    if (last !== undefined && detail.lines.length === 1 && besidePx + detailPx <= widthPx) {
      last.details.push(detail)
      last.usedPx = besidePx + detailPx
    } else
      lines.push({
        details: [detail],
        usedPx: detail.lines.length > 1 ? widthPx : detailPx,
        heightPx: detail.lines.length * METRICS.detailLine * amPx
      })
  }
  return lines.map(({ details, heightPx }) => ({ flows: true, details, heightPx }))
}

function styleOf(label: string | null): TextStyle {
  return label === null ? 'detail' : 'detail-strong'
}

function labelPxOf(measure: MeasureText, label: string | null): number {
  return label === null ? 0 : measure(`${label}\u00a0`, 'detail')
}

/**
 * A detail in columns of `columnPx`: one column where it fits, else up to `mostSpan`, else wrapped in those.
 * A value after a label ("THC") is never parted from it on a first line.
 */
export function detailOf(
  measure: MeasureText,
  kind: Detail['kind'],
  label: string | null,
  text: string,
  column: number,
  columnPx: number,
  insetPx: number,
  mostSpan: number
): Detail {
  const style = styleOf(label)
  const labelPx = labelPxOf(measure, label)
  const wholePx = labelPx + measure(text, style)
  for (let span = 1; span <= mostSpan; span += 1) {
    if (wholePx <= span * columnPx - insetPx) return { kind, label, lines: [text], column, span }
  }
  const mostPx = mostSpan * columnPx - insetPx
  // A value that would be parted beside its label stands below it, whole.
  const parts = label !== null && text.split(' ').some((word) => measure(word, style) > mostPx - labelPx)
  if (parts)
    return { kind, label: null, lines: wrapText(measure, `${label} ${text}`, style, mostPx), column, span: mostSpan }
  return { kind, label, lines: wrapText(measure, text, style, mostPx - labelPx), column, span: mostSpan }
}
