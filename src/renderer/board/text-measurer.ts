import { LEAST_CAP_AM } from '../layout/legibility.ts'
import type { PageGeometry } from '../layout/geometry.ts'
import type { MeasureText, TextStyle } from '../layout/text-fit.ts'
import { boardVariablesOf } from './board-variables.ts'

/** Widths kept in each of two generations: more than a board of 5,000 products asks for. */
const MOST_KEPT = 60_000
/** Text drawn and measured one after the other may differ by the browser's unit of layout. */
const SLACK_PX = 1 / 64
/** So many texts at a time are put into the page to be measured. */
const MOST_AT_ONCE = 4000
/** A long name asks for its next line when it knows where the last one ends: the few that go on longer ask one by one. */
const MOST_ROUNDS = 6

/** About a character's width in arcminutes: wrong guesses cost another round, and no more than that. */
const GUESSED_AM: ReadonlyMap<string, number> = new Map(
  Object.entries(LEAST_CAP_AM).map(([style, capAm]) => {
    const axis = Number(/-(\d+)$/.exec(style)?.[1] ?? 84)
    return [style, capAm * 0.75 * (axis / 100)]
  })
)

interface AskedText {
  readonly text: string
  readonly style: TextStyle
}

/**
 * Measures text as the board will draw it, in elements of the board's own classes: a canvas knows neither widths of the
 * variable font between the named ones nor tabular digits. Contained, so that measuring lays out nothing else. Done
 * together, tasks are first run on guesses, to learn what they ask for; that is measured in one layout, and tasks that
 * guessed are run again.
 */
export function textMeasurerFor(geometry: PageGeometry, document: Document): MeasureText & { dispose: () => void } {
  const host = document.createElement('div')
  host.className = 'board measurer'
  host.ariaHidden = 'true'
  for (const [name, value] of Object.entries(boardVariablesOf(geometry))) host.style.setProperty(name, value)
  let widths = new Map<string, number>()
  let olderWidths: ReadonlyMap<string, number> = new Map()
  /** What is asked for while tasks run on guesses; null while every answer is exact. */
  let asked: Map<string, AskedText> | null = null
  let guesses = 0

  const keep = (key: string, widthPx: number): number => {
    if (widths.size >= MOST_KEPT) {
      olderWidths = widths
      widths = new Map()
    }
    widths.set(key, widthPx)
    return widthPx
  }
  const known = (key: string): number | undefined => {
    const widthPx = widths.get(key)
    if (widthPx !== undefined) return widthPx
    const older = olderWidths.get(key)
    return older === undefined ? undefined : keep(key, older)
  }
  /** Widths in px, in one layout. */
  const measured = (texts: readonly AskedText[]): number[] => {
    // One measurer at a time: one that was made for a drawing that failed is not left behind.
    if (!host.isConnected) {
      document.querySelector('.measurer')?.remove()
      document.body.append(host)
    }
    const spans = texts.map(({ text, style }) => {
      const span = document.createElement('span')
      span.className = style
      span.textContent = text
      return span
    })
    host.replaceChildren(...spans)
    const found = spans.map((span) => span.getBoundingClientRect().width + SLACK_PX)
    host.replaceChildren()
    return found
  }
  const learn = (texts: ReadonlyMap<string, AskedText>) => {
    const entries = [...texts]
    for (let at = 0; at < entries.length; at += MOST_AT_ONCE) {
      const some = entries.slice(at, at + MOST_AT_ONCE)
      for (const [index, widthPx] of measured(some.map(([, text]) => text)).entries()) {
        const key = some[index]?.[0]
        if (key !== undefined) keep(key, widthPx)
      }
    }
  }
  const measure = (text: string, style: TextStyle): number => {
    if (text === '') return 0
    const key = `${style} ${text}`
    const widthPx = known(key)
    if (widthPx !== undefined) return widthPx
    if (asked === null) return keep(key, measured([{ text, style }])[0] ?? 0)
    guesses += 1
    asked.set(key, { text, style })
    return text.length * (GUESSED_AM.get(style) ?? 0) * geometry.amPx
  }

  const together = <T>(tasks: readonly (() => T)[]): T[] => {
    // Tasks within a task are one task.
    if (asked !== null || tasks.length === 0) return tasks.map((task) => task())
    const values = new Map<number, T>()
    let open = [...tasks.keys()]
    for (let round = 0; round < MOST_ROUNDS && open.length > 0; round += 1) {
      const guessed: number[] = []
      asked = new Map()
      try {
        for (const at of open) {
          guesses = 0
          const value = tasks[at]?.()
          if (guesses > 0) guessed.push(at)
          else values.set(at, value as T)
        }
        learn(asked)
      } finally {
        asked = null
      }
      open = guessed
    }
    for (const at of open) values.set(at, tasks[at]?.() as T)
    return tasks.map((_, at) => values.get(at) as T)
  }

  return Object.assign(measure, { together, dispose: () => host.remove() })
}
