import type { ViewItem } from '../../shared/board-view.ts'
import { METRICS } from './metrics.ts'
import type { Detail, NameLine, TicketLine } from './page.types.ts'
import { fitText, fitTextAnyway, wrapText, type MeasureText, type TextStyle } from './text-fit.ts'

const NAME_STYLES: readonly [TextStyle, ...TextStyle[]] = ['name-90', 'name-84', 'name-80']

/**
 * A name with its tickets in `widthPx`: on one line where width can yield enough, else the tickets go below and the name
 * wraps, to `mostLines` (null: as many as it takes). Null where that is not enough: the caller gives it the full measure.
 */
export function nameLineOf(
  measure: MeasureText,
  item: Pick<ViewItem, 'name' | 'tickets'>,
  widthPx: number,
  amPx: number,
  lineAm: number,
  mostLines: number | null
): NameLine | null {
  const besidePx = item.tickets.reduce(
    (sum, ticket) => sum + METRICS.ticketGap * amPx + measure(ticket.short, 'ticket'),
    0
  )
  const onOne = fitText(measure, item.name, NAME_STYLES, widthPx - besidePx, 1)
  if (onOne !== null) {
    const tickets =
      item.tickets.length === 0
        ? []
        : [{ tickets: item.tickets.map((ticket) => ({ ticket, lines: [ticket.short] })), heightPx: 0 }]
    return { name: onOne, tickets, inline: true, heightPx: lineAm * amPx }
  }
  const name =
    mostLines === null
      ? fitTextAnyway(measure, item.name, NAME_STYLES, widthPx)
      : fitText(measure, item.name, NAME_STYLES, widthPx, mostLines)
  if (name === null) return null
  const tickets = ticketLinesOf(measure, item.tickets, widthPx, amPx)
  const ticketsPx = tickets.reduce((sum, line) => sum + line.heightPx, 0)
  return { name, tickets, inline: false, heightPx: name.lines.length * lineAm * amPx + ticketsPx }
}

function ticketLinesOf(
  measure: MeasureText,
  tickets: ViewItem['tickets'],
  widthPx: number,
  amPx: number
): TicketLine[] {
  const lines: { tickets: TicketLine['tickets'][number][]; usedPx: number; heightPx: number }[] = []
  for (const ticket of tickets) {
    const ticketPx = measure(ticket.short, 'ticket')
    const last = lines.at(-1)
    const gapPx = METRICS.ticketGap * amPx
    if (last !== undefined && last.usedPx + gapPx + ticketPx <= widthPx) {
      last.tickets.push({ ticket, lines: [ticket.short] })
      last.usedPx += gapPx + ticketPx
      continue
    }
    const broken = ticketPx <= widthPx ? [ticket.short] : wrapText(measure, ticket.short, 'ticket', widthPx)
    lines.push({
      tickets: [{ ticket, lines: broken }],
      usedPx: broken.length > 1 ? widthPx : ticketPx,
      heightPx: (METRICS.ticketLine + (broken.length - 1) * METRICS.detailLine) * amPx
    })
  }
  return lines.map((line) => ({ tickets: line.tickets, heightPx: line.heightPx }))
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
  const style: TextStyle = label === null ? 'detail' : 'detail-strong'
  const labelPx = label === null ? 0 : measure(`${label} `, 'detail') + measure('\u00a0', 'detail')
  const wholePx = labelPx + measure(text, style)
  for (let span = 1; span <= mostSpan; span += 1) {
    if (wholePx <= span * columnPx - insetPx) return { kind, label, lines: [text], column, span }
  }
  const lines = wrapText(measure, text, style, mostSpan * columnPx - insetPx - labelPx)
  return { kind, label, lines, column, span: mostSpan }
}
