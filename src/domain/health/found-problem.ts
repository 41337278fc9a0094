import type { FoundProblem, ProblemFacts } from '../../shared/problem.ts'
import { problemLineOf } from './problem-details.ts'

/** A problem by its facts; its line is the contract's. */
export function foundProblem(facts: ProblemFacts, locationId: number | null = null): FoundProblem {
  return { code: facts.code, message: problemLineOf(facts), locationId, facts }
}
