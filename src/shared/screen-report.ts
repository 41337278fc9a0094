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
