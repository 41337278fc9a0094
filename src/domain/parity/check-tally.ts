import { Amount, ZERO } from '../money/amount.ts'
import { type CheckedLine, compareChecked } from './checked-receipt.ts'

/** What a check has found so far: counts, sums, and the lines to look at, worst first, up to a bound. */
export interface CheckTally {
  readonly add: (line: CheckedLine) => void
  readonly refuse: () => void
  readonly counts: () => Counts
  /** Lines that do not agree, worst first. */
  readonly lines: () => readonly CheckedLine[]
}

export interface Counts {
  readonly lines: number
  readonly agreed: number
  readonly over: number
  readonly under: number
  readonly unchecked: number
  readonly malformed: number
  readonly overSum: Amount
  readonly underSum: Amount
}

/** A tally that holds at most `most` lines: of more, the worst. */
export function createCheckTally(most: number): CheckTally {
  const counts = { agreed: 0, over: 0, under: 0, unchecked: 0, malformed: 0 }
  let overSum = ZERO
  let underSum = ZERO
  let held: CheckedLine[] = []
  let isSorted = true

  function sort(): void {
    if (isSorted) return
    held.sort(compareChecked)
    if (held.length > most) held = held.slice(0, most)
    isSorted = true
  }

  return {
    add: (line) => {
      const { verdict } = line
      if (verdict.kind === 'agrees') {
        counts.agreed += 1
        return
      }
      if (verdict.kind === 'unchecked') counts.unchecked += 1
      else if (verdict.difference.isNegative()) {
        counts.under += 1
        underSum = underSum.plus(verdict.difference.abs())
      } else {
        counts.over += 1
        overSum = overSum.plus(verdict.difference)
      }
      held.push(line)
      isSorted = false
      if (held.length >= most * 2) sort()
    },
    refuse: () => {
      counts.malformed += 1
    },
    counts: () => ({
      ...counts,
      lines: counts.agreed + counts.over + counts.under + counts.unchecked + counts.malformed,
      overSum,
      underSum
    }),
    lines: () => {
      sort()
      return held
    }
  }
}
