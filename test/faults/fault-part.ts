/** How much of a part is done, and how long it may take at most. */
export interface FaultAmount {
  /** Kills, copies, payloads, days: what the part counts. */
  readonly times: number
  /** No further round begins after so many minutes: the part says how far it came. */
  readonly minutes: number
}

/** What a part is asked to do. */
export interface FaultOptions extends FaultAmount {
  /** The same seed draws the same faults. */
  readonly seed: number
  /** The first round to do, from 0: to see one again, its number and `times` 1. */
  readonly from: number
  /** The form that every test run has: smaller stores and shorter waits, where the part has such. */
  readonly isShort: boolean
  /** A line of progress, on stderr in the long form. */
  readonly tell: (line: string) => void
}

/** Something that must never be, and how to see it again. */
export interface FaultViolation {
  /** The round it was in, from 0. */
  readonly round: number
  /** Rounds that are needed to see it again, from that one; one when absent. */
  readonly times?: number
  readonly message: string
}

export interface FaultReport {
  /** What was done and measured, a line each. */
  readonly lines: readonly string[]
  readonly violations: readonly FaultViolation[]
}

/** One kind of fault, injected again and again; each part is a module of its own in this folder. */
export interface FaultPart {
  readonly name: string
  /** What `times` counts, for the usage: "kills". */
  readonly counts: string
  readonly long: FaultAmount
  readonly short: FaultAmount
  readonly run: (options: FaultOptions) => Promise<FaultReport>
}

/** Seeded numbers in [0, 1): mulberry32, so that a round can be drawn again anywhere. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The numbers of one round alone, whatever rounds came before it. */
export function randomOfRound(seed: number, round: number): () => number {
  return randomOf(Math.imul(seed, 0x9e3779b1) ^ Math.imul(round + 1, 0x85ebca6b))
}
