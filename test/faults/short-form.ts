import { expect } from 'vitest'
import type { FaultPart } from './fault-part.ts'

/** Seeded, so that every run of the tests draws the same; `npm run test:faults` draws others. */
const SEED = 1

/** The short form of a part, which must hold, and says what it did. */
export async function expectShortFormHolds(part: FaultPart): Promise<void> {
  const report = await part.run({ ...part.short, seed: SEED, from: 0, isShort: true, tell: () => {} })
  for (const line of report.lines) process.stdout.write(`${part.name}: ${line}\n`)
  expect(report.violations).toEqual([])
}

/** A part ends by its own bound; this is for one that does not. */
export function limitMsOf(part: FaultPart): number {
  return part.short.minutes * 60_000 + 120_000
}
