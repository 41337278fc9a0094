import { defineConfig } from 'vitest/config'

/** What a test waits for comes as fast as the machine lets it: the second that is the default is no time for a busy one. */
const poll = { timeout: 20_000 }

export default defineConfig({
  test: {
    reporters: ['default', './test/setup/sums-reporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/electron/**', 'test/output/**'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          expect: { poll }
        }
      },
      {
        test: {
          name: 'electron',
          include: ['test/electron/**/*.test.ts'],
          // Each file starts a whole browser.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll }
        }
      }
    ]
  }
})
