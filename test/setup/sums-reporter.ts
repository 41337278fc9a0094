import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

/**
 * Writes how many tests passed, failed and were skipped to the file that TOPSHELF_TEST_SUMS names. A file or suite that
 * failed outside of its tests counts as one failure, and so does each error that no test caught. A file whose process was
 * killed by a signal is named in `died` and counted nowhere else: whoever runs the tests runs it again. Tests that needed
 * a second try are named on stdout.
 */
export default class SumsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const path = process.env['TOPSHELF_TEST_SUMS']
    if (path === undefined) return
    const died = new Set(unhandledErrors.flatMap(diedFilesOf))
    const sums = { passed: 0, failed: 0, skipped: 0, died: [...died] }
    sums.failed += unhandledErrors.filter((error) => diedFilesOf(error).length === 0).length
    for (const module of modules) {
      if (died.has(module.moduleId)) continue
      sums.failed += module.errors().length
      for (const suite of module.children.allSuites()) sums.failed += suite.errors().length
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state === 'passed') sums.passed += 1
        else if (state === 'failed') sums.failed += 1
        else sums.skipped += 1
        if (test.diagnostic()?.flaky === true)
          process.stdout.write(`passed at the second try: ${module.relativeModuleId} > ${test.fullName}\n`)
      }
    }
    writeFileSync(path, JSON.stringify(sums))
  }
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
