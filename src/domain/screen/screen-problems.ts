import type { CycleAdvice, ScreenReport } from '../../shared/screen-report.ts'
import type { FoundProblem, ShorterWays } from '../../shared/problem.ts'
import type { DensityLevel } from '../../shared/screen-settings.ts'
import { foundProblem } from '../health/found-problem.ts'

/** A screen that shows a board now. */
export interface ShownScreen {
  /** Null for a page that names none. */
  readonly name: string | null
  readonly locationId: number
  readonly locationName: string
  readonly level: DensityLevel
  /** Those that show the board between them, this one included: how many, and the seconds of all their cycles. */
  readonly sharing: { readonly screens: number; readonly seconds: number }
  readonly report: ScreenReport | null
}

/** The limit of a cycle that screens report by. */
const MOST_SECONDS = 90

/** What a manager should know of the screens that are on (docs/board.md, What the manager is told), each once. */
export function screenProblemsOf(shown: Iterable<ShownScreen>): readonly FoundProblem[] {
  const problems = new Map<string, FoundProblem>()
  for (const screen of shown)
    for (const problem of problemsOf(screen)) problems.set(`${problem.code} ${problem.message}`, problem)
  return [...problems.values()]
}

function problemsOf({ name, locationName, locationId, report, level, sharing }: ShownScreen): readonly FoundProblem[] {
  const screen = { screen: name, store: locationName }
  const problems: FoundProblem[] = []
  if (report !== null && report.advice !== null) {
    const { pages, seconds, advice } = report
    const ways = waysOf(advice, sharing)
    problems.push(
      foundProblem({ code: 'long-cycle', ...screen, pages, seconds, ways, mostSeconds: MOST_SECONDS }, locationId)
    )
  }
  if (report?.unlaid !== undefined)
    problems.push(foundProblem({ code: 'board-not-laid-out', ...screen, ...report.unlaid }, locationId))
  if (report?.leftOut !== undefined)
    problems.push(foundProblem({ code: 'products-not-laid-out', ...screen, products: report.leftOut }, locationId))
  // Art direction, Density: dense is 13 and 9 arcminutes, where the standards ask for 16.
  if (level === 'dense') problems.push(foundProblem({ code: 'dense-screen', ...screen }, locationId))
  return problems
}

/** Alone, what the screen says; of several, what all of their pages take together. */
function waysOf(advice: CycleAdvice, { screens, seconds }: ShownScreen['sharing']): ShorterWays {
  const screensMore = screens === 1 ? advice.screensMore : Math.max(1, Math.ceil(seconds / MOST_SECONDS) - screens)
  return { screensMore, denseLevel: advice.orLevel === 'dense', set: advice.orSet }
}
