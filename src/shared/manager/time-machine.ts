import type { BoardView } from '../board-view.ts'

/** An instant as a page has it: now, one it was given, or a minute of a day in the store's time. */
export type ChosenInstant =
  | { readonly kind: 'now' }
  /** ISO 8601, as it came in an answer. */
  | { readonly kind: 'instant'; readonly at: string }
  /** "2026-11-27" and a minute of its wall clock, 0 to 1439; one that the clock skips is the next there is. */
  | { readonly kind: 'wall'; readonly day: string; readonly minute: number }

/** An instant in words. */
export interface InstantWords {
  /** ISO 8601. */
  readonly at: string
  readonly day: string
  readonly minute: number
  readonly isNow: boolean
  /** "Friday 27 November, 4:20 pm" */
  readonly headline: string
  /** "in 3 days, store time (Vancouver)" */
  readonly note: string
}

/** Places on the days' row are fractions of its width, so that the page reckons no time. */
export interface ForecastDay {
  readonly day: string
  /** "27" */
  readonly label: string
  /** "Friday 27 November" */
  readonly name: string
  readonly isWeekend: boolean
  readonly isChosen: boolean
  readonly from: number
  readonly to: number
}

export interface ForecastBar {
  readonly from: number
  readonly to: number
  /** Began before the first day, runs on after the last. */
  readonly opensLeft: boolean
  readonly opensRight: boolean
  /** In force at the chosen instant. */
  readonly isInForce: boolean
  /** What the bar says of itself: "Friday 27 November, 4:00 pm to 9:00 pm". */
  readonly span: string
  /** Where it leads and what that is called; null for one that neither begins nor ends in these days. */
  readonly jump: { readonly at: string; readonly label: string } | null
}

export interface ForecastLane {
  readonly laneId: string
  readonly name: string
  /** "sale", "promotion" */
  readonly kind: string
  readonly bars: readonly ForecastBar[]
}

export interface ForecastEvent {
  readonly at: string
  /** "Friday 27 November, 9:00 pm" */
  readonly moment: string
  /** "Ferry Friday ends" */
  readonly text: string
}

export interface DayStrip {
  /** "Friday 27" */
  readonly label: string
  /** Every fifth minute of the day, in order: 288 of them, fewer or more where the clock is changed. */
  readonly steps: readonly { readonly at: string; readonly time: string }[]
  /** The step at or before the chosen instant. */
  readonly stepIndex: number
  readonly place: number
  readonly ticks: readonly { readonly label: string; readonly place: number }[]
  readonly open: readonly { readonly from: number; readonly to: number; readonly label: string }[]
  /** What begins or ends on the day, with all of it that falls on it. */
  readonly bars: readonly {
    /** Where it begins on this day. */
    readonly at: string
    readonly from: number
    readonly to: number
    readonly isInForce: boolean
    readonly label: string
  }[]
  /** "Ferry Friday, 4 pm to 9 pm", "Ferry Friday, 4 pm to 9 pm, and 2 more"; null where none of the bars is in force. */
  readonly told: string | null
}

export interface Forecast {
  readonly chosen: InstantWords
  readonly days: readonly ForecastDay[]
  readonly months: readonly { readonly label: string; readonly place: number }[]
  readonly lanes: readonly ForecastLane[]
  /** Of the chosen instant on the days' row. */
  readonly place: number
  readonly strip: DayStrip
  readonly events: readonly ForecastEvent[]
  /** "Next change: 9:00 pm, Ferry Friday ends"; null where none comes in these days. */
  readonly next: { readonly at: string; readonly label: string } | null
  readonly previous: { readonly at: string; readonly label: string } | null
  /** "Before we open tomorrow" */
  readonly opening: { readonly at: string; readonly label: string }
}

export interface BoardAtInstant {
  readonly chosen: InstantWords
  readonly view: BoardView
}

export interface BoardChange {
  readonly kind: 'comes' | 'goes' | 'price' | 'offer'
  /** The products or the shelf it is about. */
  readonly title: string
  /** All products' names, where the title does not say them. */
  readonly products: readonly string[]
  /** "7 g: 47.04 becomes 52.64" */
  readonly lines: readonly string[]
}

export interface BoardDifferences {
  /** "What changes before we open tomorrow?" */
  readonly title: string
  /** "Between now and Saturday 28 November, 9:00 am" */
  readonly text: string
  readonly at: string
  /** "Show the board at 9:00 am" */
  readonly jumpLabel: string
  /** What starts and ends meanwhile, each with its instant. */
  readonly events: readonly ForecastEvent[]
  readonly changes: readonly BoardChange[]
  /** Where nothing does: "Nothing changes." */
  readonly nothing: string | null
}

export interface TimeMachineChannels {
  'time-machine:forecast': {
    readonly args: readonly [
      question: { readonly locationId: number; readonly screen: string | null; readonly at: ChosenInstant }
    ]
    readonly answer: Forecast
  }
  /** The board of a screen as it will be, or would have been, with what is known today. */
  'time-machine:board': {
    readonly args: readonly [
      question: { readonly locationId: number; readonly screen: string | null; readonly at: ChosenInstant }
    ]
    readonly answer: BoardAtInstant
  }
  /** What differs between now and the next opening. */
  'time-machine:differences': {
    readonly args: readonly [question: { readonly locationId: number; readonly screen: string | null }]
    readonly answer: BoardDifferences
  }
}
