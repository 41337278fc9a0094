import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

/**
 * Writes how many tests passed, failed and were skipped to the file that TOPSHELF_TEST_SUMS names. A file or suite that
 * failed outside of its tests counts as one failure, and so does each error that no test caught.
 */
export default class SumsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const path = process.env['TOPSHELF_TEST_SUMS']
    if (path === undefined) return
    const sums = { passed: 0, failed: unhandledErrors.length, skipped: 0 }
    for (const module of modules) {
      sums.failed += module.errors().length
      for (const suite of module.children.allSuites()) sums.failed += suite.errors().length
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state === 'passed') sums.passed += 1
        else if (state === 'failed') sums.failed += 1
        else sums.skipped += 1
      }
    }
    writeFileSync(path, JSON.stringify(sums))
  }
}
