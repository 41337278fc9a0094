/** So many units of a line. */
export interface Taking {
  readonly line: number
  readonly units: number
}

/** What one application takes: units of lines, all of them consumed, and the line of the one unit that it discounts. */
export interface OneApplication {
  readonly taken: readonly Taking[]
  readonly discountedLine: number
}

/** An application as often as it can be made in the same way. */
export interface RepeatedApplication extends OneApplication {
  readonly times: number
}

/**
 * The first so many units in an order of lines, of those that are left beside what is taken `before`; null where there are
 * not that many.
 */
export function takeFirst(
  order: readonly number[],
  counts: readonly number[],
  wanted: number,
  before: readonly Taking[] = []
): Taking[] | null {
  const taken: Taking[] = []
  let missing = wanted
  for (const line of order) {
    if (missing === 0) break
    if (counts[line] === 0) continue
    const units = Math.min(unitsBeside(before, line, counts), missing)
    if (units === 0) continue
    taken.push({ line, units })
    missing -= units
  }
  return missing === 0 ? taken : null
}

/** The first line in an order that has a unit left beside what is taken; null where none has. */
export function firstWithUnits(
  order: readonly number[],
  counts: readonly number[],
  taken: readonly Taking[] = []
): number | null {
  for (const line of order) if (counts[line] !== 0 && unitsBeside(taken, line, counts) > 0) return line
  return null
}

/** What is left of a line's units beside those that are taken. Few lines are, so they are looked through. */
function unitsBeside(taken: readonly Taking[], line: number, counts: readonly number[]): number {
  let left = counts[line] as number
  for (const one of taken) if (one.line === line) left -= one.units
  return left
}

export function countsWithout(counts: readonly number[], taken: readonly Taking[], times: number): number[] {
  const rest = [...counts]
  for (const { line, units } of taken) rest[line] = (rest[line] as number) - units * times
  return rest
}

/**
 * How often the same units can be taken. Orders stand still and a line that is taken from twice counts as one, so the next
 * application is the same one until a line has too few left.
 */
export function timesPossible(counts: readonly number[], taken: readonly Taking[]): number {
  const byLine = new Map<number, number>()
  for (const { line, units } of taken) byLine.set(line, (byLine.get(line) ?? 0) + units)
  let times = Infinity
  for (const [line, units] of byLine) times = Math.min(times, Math.floor((counts[line] as number) / units))
  return times
}

/** Makes applications until none is possible or there are `most`; equal ones in one step. */
export function repeatedApplications(
  counts: readonly number[],
  most: number,
  next: (counts: readonly number[]) => OneApplication | null
): readonly RepeatedApplication[] {
  const made: RepeatedApplication[] = []
  let left = counts
  let remaining = most
  while (remaining > 0) {
    const one = next(left)
    if (one === null) break
    const times = Math.min(remaining, timesPossible(left, one.taken))
    made.push({ ...one, times })
    left = countsWithout(left, one.taken, times)
    remaining -= times
  }
  return made
}
