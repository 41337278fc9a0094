/** What a screen tells its host about its pages: figures and names, which the host puts into words. */
export interface ScreenReport {
  readonly pages: number
  /** Of a full cycle. */
  readonly seconds: number
  /** Null where the cycle is short enough. */
  readonly advice: CycleAdvice | null
  /** The page that is on the screen, from 0. Absent from a page of an older build, as are those below. */
  readonly page?: number | undefined
  /** As the board is laid out: turned with a television that hangs on its side. CSS px. */
  readonly widthPx?: number | undefined
  readonly heightPx?: number | undefined
  /** The newest board cannot be laid out; absent while it can. */
  readonly unlaid?: UnlaidBoard | undefined
  /** Products that the newest board leaves out because they cannot be laid out, by name; absent for none. */
  readonly leftOut?: readonly string[] | undefined
}

/** A board that a page was given and cannot lay out. */
export interface UnlaidBoard {
  /** Whether the board before it stays on the screen; else there is none to show. */
  readonly keepsLast: boolean
  /** Products that are new or other in it, by name: a few of them; none where its products are the same. */
  readonly products: readonly string[]
}

/** What would bring a long cycle under the limit: each alone. */
export interface CycleAdvice {
  /** So many screens beside this one, the pages shared out. */
  readonly screensMore: number
  /** The denser level, if that alone is enough by the room it makes. */
  readonly orLevel: 'dense' | null
  /** Top-level classifications that together are short enough, in the menu's order; empty for none. */
  readonly orSet: readonly string[]
}
