import type { PageGeometry } from '../layout/geometry.ts'
import type { MeasureText, TextStyle } from '../layout/text-fit.ts'
import { boardVariablesOf } from './board-variables.ts'

const MOST_CACHED = 20_000

/** Text drawn and measured one after the other may differ by a fraction of a px. */
const SLACK_PX = 0.25

/**
 * Measures text as the board will draw it, in an element of the board's own classes: a canvas knows neither widths of the
 * variable font between the named ones nor tabular digits. Contained, so that measuring lays out nothing else.
 */
export function textMeasurerFor(geometry: PageGeometry, document: Document): MeasureText & { dispose: () => void } {
  const host = document.createElement('div')
  host.className = 'board measurer'
  host.ariaHidden = 'true'
  for (const [name, value] of Object.entries(boardVariablesOf(geometry))) host.style.setProperty(name, value)
  const spans = new Map<TextStyle, HTMLElement>()
  const widths = new Map<string, number>()
  const measure = (text: string, style: TextStyle): number => {
    const key = `${style} ${text}`
    const known = widths.get(key)
    if (known !== undefined) return known
    if (!host.isConnected) {
      // One measurer at a time: one that was made for a drawing that failed is not left behind.
      document.querySelector('.measurer')?.remove()
      document.body.append(host)
    }
    let span = spans.get(style)
    if (span === undefined) {
      span = document.createElement('span')
      span.className = style
      spans.set(style, span)
      host.append(span)
    }
    span.textContent = text
    const widthPx = text === '' ? 0 : span.getBoundingClientRect().width + SLACK_PX
    if (widths.size >= MOST_CACHED) widths.clear()
    widths.set(key, widthPx)
    return widthPx
  }
  return Object.assign(measure, { dispose: () => host.remove() })
}
