/** Offsets below this are the second's resolution of `Date` headers and the network, not a wrong clock. */
const NOTICED_OFFSET_MS = 2000

/** The time boards and cursors go by: the device's clock, put right by the server's where it is plainly wrong. */
export interface CorrectedClock {
  readonly nowMs: () => number
  /** Server less device; 0 while the device's clock is good enough. */
  readonly offsetMs: () => number
  /** Takes in what the last reply's `Date` header said. */
  readonly learn: (offsetMs: number | null) => void
}

/** `deviceNowMs` is the only clock read. */
export function createCorrectedClock(deviceNowMs: () => number): CorrectedClock {
  let offset = 0
  return {
    nowMs: () => deviceNowMs() + offset,
    offsetMs: () => offset,
    learn: (offsetMs) => {
      if (offsetMs !== null) offset = Math.abs(offsetMs) >= NOTICED_OFFSET_MS ? offsetMs : 0
    }
  }
}
