import { benchNames } from '../../bench/run.ts'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sourceStamp } from '../../scripts/build-stamp.ts'

const root = resolve(import.meta.dirname, '../..')
let folder: string

beforeEach(() => {
  // Inside the project, so that packages are found from it.
  mkdirSync(join(root, 'test/output'), { recursive: true })
  folder = mkdtempSync(join(root, 'test/output/scripts-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function sumsOf(tests: Readonly<Record<string, string>>): unknown {
  for (const [name, source] of Object.entries(tests)) writeFileSync(join(folder, name), source)
  const sums = join(folder, 'sums.json')
  const reporter = join(root, 'test/setup/sums-reporter.ts')
  spawnSync(
    process.execPath,
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--root', folder, '--reporter', reporter],
    { env: { ...process.env, TOPSHELF_TEST_SUMS: sums }, encoding: 'utf8' }
  )
  return JSON.parse(readFileSync(sums, 'utf8'))
}

describe('the stamp of a build', () => {
  it('follows names and contents of the sources, not their times', () => {
    mkdirSync(join(folder, 'src'))
    const file = join(folder, 'src', 'a.ts')
    writeFileSync(file, 'one')
    const first = sourceStamp(folder)
    utimesSync(file, new Date(0), new Date(0))
    expect(sourceStamp(folder)).toBe(first)
    writeFileSync(file, 'two')
    const second = sourceStamp(folder)
    expect(second).not.toBe(first)
    writeFileSync(join(folder, 'src', 'b.ts'), '')
    expect(sourceStamp(folder)).not.toBe(second)
    writeFileSync(join(folder, 'README.md'), 'not built')
    rmSync(join(folder, 'src', 'b.ts'))
    expect(sourceStamp(folder)).toBe(second)
  })
})

describe('the sums of a test run', () => {
  it('count what passed, failed and was skipped, and a file that cannot be read as a failure', () => {
    expect(
      sumsOf({
        'mixed.test.ts': `
          import { describe, expect, it } from 'vitest'
          it('passes', () => expect(1).toBe(1))
          it('fails', () => expect(1).toBe(2))
          describe('a group', () => {
            it('passes too', () => expect(2).toBe(2))
            it.skip('is skipped', () => undefined)
            it.todo('is to be written')
          })`,
        'broken.test.ts': 'import { it } from "vitest"\nthrow new Error("at the top")'
      })
    ).toEqual({ passed: 2, failed: 2, skipped: 2, died: [] })
  })

  it('count an error that no test caught', () => {
    expect(
      sumsOf({
        'stray.test.ts': `
          import { it } from 'vitest'
          it('leaves an error behind', async () => {
            void Promise.reject(new Error('stray'))
            await new Promise((resolve) => setTimeout(resolve, 10))
          })`
      })
    ).toEqual({ passed: 1, failed: 1, skipped: 0, died: [] })
  })

  it('name a file whose process a signal ended, to be run again, and count nothing of it', () => {
    expect(
      sumsOf({
        'dies.test.ts': `
          import { it } from 'vitest'
          it('passes before', () => undefined)
          it('is ended', () => process.kill(process.pid, 'SIGSEGV'))`,
        'lives.test.ts': 'import { it } from "vitest"\nit("passes", () => undefined)'
      })
    ).toEqual({ passed: 1, failed: 0, skipped: 0, died: [join(folder, 'dies.test.ts')] })
  })
})

describe('npm run bench', () => {
  it('names the benchmarks there are when asked for another, and exits with 2', () => {
    const bench = spawnSync(process.execPath, [join(root, 'scripts/run-bench.ts'), '--json', 'nonsense'], {
      encoding: 'utf8'
    })
    expect(bench.stderr).toBe(`there is no benchmark nonsense; there are ${benchNames.join(', ')}\n`)
    for (const name of ['ingest', 'ingest-again', 'schedule', 'snapshot', 'patch', 'delay', 'start'])
      expect(benchNames).toContain(name)
    for (const name of ['search', 'absence-search', 'time-machine', 'explain', 'register-import', 'price-list'])
      expect(benchNames).toContain(name)
    expect(bench.stdout).toBe('')
    expect(bench.status).toBe(2)
  })
})

describe('a built program', () => {
  it('that is not there is one line and exit code 1', () => {
    const run = spawnSync(process.execPath, [join(root, 'scripts/run-built.ts'), 'nonsense'], { encoding: 'utf8' })
    expect(run.stderr.trim().split('\n').at(-1)).toMatch(/^there is no built program .*nonsense\.js$/)
    expect(run.stdout).toBe('')
    expect(run.status).toBe(1)
  })
})
