import type { Problem } from '../../shared/board-snapshot.ts'
import type { CycleAdvice, ScreenReport } from '../../shared/screen-report.ts'
import type { DensityLevel } from '../../shared/screen-settings.ts'

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
const LONGEST_NAME = 60

/** What a manager should know of the screens that are on (docs/board.md, What the manager is told), each once. */
export function screenProblemsOf(shown: Iterable<ShownScreen>): readonly Problem[] {
  const problems = new Map<string, Problem>()
  for (const screen of shown)
    for (const problem of problemsOf(screen)) problems.set(`${problem.code} ${problem.message}`, problem)
  return [...problems.values()]
}

function problemsOf(screen: ShownScreen): readonly Problem[] {
  const { locationId, report, level } = screen
  const problems: Problem[] = []
  if (report !== null && report.advice !== null)
    problems.push({ code: 'long-cycle', message: longCycleWords(screen, report), locationId })
  // Art direction, Density: dense is 13 and 9 arcminutes, where the standards ask for 16.
  if (level === 'dense')
    problems.push({
      code: 'dense-screen',
      message: `${nameOf(screen)} is set to the dense level, whose letters are below the standard for reading at its distance`,
      locationId
    })
  return problems
}

/** "Screen left at Tern & Timber Regina: all 27 pages take 330 s. 3 more screens or ... would bring it under 90 s". */
function longCycleWords(screen: ShownScreen, { pages, seconds, advice }: ScreenReport): string {
  const takes = `${nameOf(screen)}: all ${pages} pages take ${seconds} s`
  if (advice === null) return takes
  const more = screensMoreOf(screen, advice)
  const ways = [
    more > 0 ? `${more} more ${more === 1 ? 'screen' : 'screens'}` : null,
    advice.orLevel === 'dense' ? 'the dense level' : null,
    advice.orSet.length > 0 ? `a smaller set such as ${listed(advice.orSet.map(shortened), 'and')} only` : null
  ].filter((way) => way !== null)
  return ways.length === 0 ? takes : `${takes}. ${listed(ways, 'or')} would bring it under ${MOST_SECONDS} s`
}

/** Alone, what the screen says; of several, what all of their pages take together. */
function screensMoreOf({ sharing: { screens, seconds } }: ShownScreen, advice: CycleAdvice): number {
  return screens === 1 ? advice.screensMore : Math.max(1, Math.ceil(seconds / MOST_SECONDS) - screens)
}

function nameOf({ name, locationName }: ShownScreen): string {
  return name === null ? `A screen at ${locationName}` : `Screen ${shortened(name)} at ${locationName}`
}

/** "a", "a or b", "a, b, or c". */
function listed(parts: readonly string[], word: 'and' | 'or'): string {
  if (parts.length < 3) return parts.join(` ${word} `)
  return `${parts.slice(0, -1).join(', ')}, ${word} ${parts.at(-1)}`
}

function shortened(name: string): string {
  return name.slice(0, LONGEST_NAME)
}
