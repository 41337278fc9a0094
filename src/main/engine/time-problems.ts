import { foundProblem } from '../../domain/health/found-problem.ts'
import type { FoundProblem } from '../../shared/problem.ts'
import { type PriceAgeLimits, pricesConfirmedAtMs, trustAt } from '../board/price-age.ts'
import type { StoreReader } from '../store/store.types.ts'
import { type CorrectedClock, seenAtMsOf } from '../sync/corrected-clock.ts'

/** A clock that is off by less is no trouble to anybody. */
const WRONG_CLOCK_MS = 60_000

/** What a manager should know of the machine's clock, and of prices and promotions that are too old to be promised. */
export function timeProblemsOf(
  reader: StoreReader,
  clock: Pick<CorrectedClock, 'nowMs' | 'offsetMs' | 'isSure'>,
  limits: PriceAgeLimits
): readonly FoundProblem[] {
  const nowMs = clock.nowMs()
  const offsetMs = clock.offsetMs()
  if (!clock.isSure()) {
    const seenAtMs = seenAtMsOf(reader.feedStates()) ?? nowMs
    return [foundProblem({ code: 'clock-unknown', machineDay: dayOf(nowMs - offsetMs), seenDay: dayOf(seenAtMs) })]
  }
  const problems: FoundProblem[] = []
  if (Math.abs(offsetMs) >= WRONG_CLOCK_MS)
    problems.push(
      foundProblem({ code: 'clock-wrong', seconds: Math.round(Math.abs(offsetMs) / 1000), isAhead: offsetMs < 0 })
    )
  // Before the first full pass there is nothing that could be too old.
  if (reader.lastFullPassStartedAtMs() === null) return problems
  const trust = trustAt(reader, limits, nowMs)
  if (!trust.amounts)
    problems.push(
      foundProblem({
        code: 'prices-too-old',
        agedSeconds: agedSecondsOf(pricesConfirmedAtMs(reader), nowMs),
        limitSeconds: Math.round((limits.askAfterMs ?? 0) / 1000)
      })
    )
  else if (!trust.offers)
    problems.push(
      foundProblem({
        code: 'promotions-too-old',
        agedSeconds: agedSecondsOf(reader.feedStates().promotions.lastSuccessAtMs, nowMs)
      })
    )
  return problems
}

/** In whole minutes: a line that says something else each second is news to nobody. */
function agedSecondsOf(atMs: number | null, nowMs: number): number | null {
  return atMs === null ? null : Math.max(0, Math.floor((nowMs - atMs) / 60_000) * 60)
}

function dayOf(atMs: number): string {
  const date = new Date(atMs)
  return Number.isNaN(date.getTime()) ? '?' : date.toISOString().slice(0, 10)
}
