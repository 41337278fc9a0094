import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

/** What became of one test file. */
export interface FileSums {
  /** Relative to the project. */
  readonly path: string
  readonly passed: number
  readonly skipped: number
  /** What failed: each test, each suite or file outside of its tests, each error that nothing caught; with its message. */
  readonly failures: readonly string[]
  /** A signal ended its process. */
  readonly hasDied: boolean
}

export interface RunSums {
  readonly files: readonly FileSums[]
  /** Errors that belong to no file. */
  readonly failures: readonly string[]
}

/** Writes what became of each test file to the file that TOPSHELF_TEST_SUMS names, as {@link RunSums}. */
export default class SumsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const path = process.env['TOPSHELF_TEST_SUMS']
    if (path === undefined) return
    const uncaught = unhandledErrors.map((error) => ({
      error,
      files: filesOf(error),
      isDeath: diedFilesOf(error).length > 0
    }))
    const files = modules.map((module) =>
      sumsOf(
        module,
        uncaught.filter((one) => one.files.includes(module.moduleId))
      )
    )
    const known = new Set(modules.map((module) => module.moduleId))
    const failures = uncaught
      .filter((one) => !one.files.some((file) => known.has(file)))
      .map(({ error }) => messageOf(error))
    writeFileSync(path, JSON.stringify({ files, failures } satisfies RunSums))
  }
}

function sumsOf(module: TestModule, uncaught: readonly { error: unknown; isDeath: boolean }[]): FileSums {
  const path = module.relativeModuleId
  const failures = [...uncaught.map(({ error }) => error), ...module.errors()].map(
    (error) => `${path}: ${messageOf(error)}`
  )
  for (const suite of module.children.allSuites())
    failures.push(...suite.errors().map((error) => `${path} > ${suite.fullName}: ${messageOf(error)}`))
  let passed = 0
  let skipped = 0
  for (const test of module.children.allTests()) {
    const result = test.result()
    if (result.state === 'passed') passed += 1
    else if (result.state === 'failed') failures.push(`${path} > ${test.fullName}: ${messageOf(result.errors[0])}`)
    else skipped += 1
  }
  return { path, passed, skipped, failures, hasDied: uncaught.some(({ isDeath }) => isDeath) }
}

function messageOf(error: unknown): string {
  const { message, cause } = (error ?? {}) as { readonly message?: unknown; readonly cause?: unknown }
  const text = (typeof message === 'string' ? message : String(error)).split('\n').slice(0, 6).join(' ').slice(0, 400)
  return cause === undefined ? text : `${text} ${messageOf(cause)}`
}

/** The test files that an error nothing caught belongs to; none where it cannot be told. */
function filesOf(error: unknown): readonly string[] {
  const path = (error as { readonly VITEST_TEST_PATH?: unknown } | null)?.VITEST_TEST_PATH
  return typeof path === 'string' ? [path] : diedFilesOf(error)
}

/** The test files that a process ran when a signal ended it; none for any other error. */
function diedFilesOf(error: unknown): readonly string[] {
  if (typeof error !== 'object' || error === null) return []
  const { message, cause } = error as { readonly message?: unknown; readonly cause?: unknown }
  const files =
    typeof message === 'string'
      ? /^Worker exited unexpectedly with .*signal SIG\w+ .*while running test files? (.+)$/.exec(message)?.[1]
      : undefined
  return files === undefined ? diedFilesOf(cause) : files.split(', ')
}
