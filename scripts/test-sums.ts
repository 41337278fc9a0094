import type { FileSums, RunSums } from '../test/setup/sums-reporter.ts'

export interface TestSums {
  readonly passed: number
  readonly skipped: number
  /** What failed, a line each. */
  readonly failures: readonly string[]
}

/**
 * The files that are run once more: where a signal ended the process, and on a shared machine each in which anything
 * failed, since such a machine may stop a whole browser for longer than a test waits.
 */
export function filesToRunAgain(run: RunSums, isSharedMachine: boolean): readonly FileSums[] {
  return run.files.filter((file) => file.hasDied || (isSharedMachine && file.failures.length > 0))
}

/** The sums of a run. What `again` ran once more counts as it came out then; a file that did not run then has failed. */
export function sumsOf(first: RunSums, again: RunSums | null, ranAgain: readonly FileSums[]): TestSums {
  const second = again?.files ?? []
  const files = [...first.files.filter((file) => !ranAgain.includes(file)), ...second]
  const missing = ranAgain.filter(({ path }) => !second.some((file) => file.path === path))
  return {
    passed: files.reduce((sum, file) => sum + file.passed, 0),
    skipped: files.reduce((sum, file) => sum + file.skipped, 0),
    failures: [
      ...first.failures,
      ...(again?.failures ?? []),
      ...missing.map(({ path }) => `${path}: did not run the second time`),
      ...files.flatMap((file) => file.failures)
    ]
  }
}
