import { benchNames } from '../../bench/run.ts'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sourceStamp } from '../../scripts/build-stamp.ts'
import { filesToRunAgain, sumsOf } from '../../scripts/test-sums.ts'
import type { FileSums, RunSums } from '../setup/sums-reporter.ts'

const root = resolve(import.meta.dirname, '../..')
let folder: string

beforeEach(() => {
  // Inside the project, so that packages are found from it.
  mkdirSync(join(root, 'test/output'), { recursive: true })
  folder = mkdtempSync(join(root, 'test/output/scripts-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function runSums(tests: Readonly<Record<string, string>>): RunSums {
  for (const [name, source] of Object.entries(tests)) writeFileSync(join(folder, name), source)
  const sums = join(folder, 'sums.json')
  const reporter = join(root, 'test/setup/sums-reporter.ts')
  spawnSync(
    process.execPath,
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--root', folder, '--reporter', reporter],
    { env: { ...process.env, TOPSHELF_TEST_SUMS: sums }, encoding: 'utf8' }
  )
  return JSON.parse(readFileSync(sums, 'utf8')) as RunSums
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
  it('tell of each file what passed and was skipped, and what failed by name and message', () => {
    const { files, failures } = runSums({
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
    expect(files.find(({ path }) => path === 'mixed.test.ts')).toEqual({
      path: 'mixed.test.ts',
      passed: 2,
      skipped: 2,
      failures: [expect.stringMatching(/^mixed\.test\.ts > fails: expected 1 to be 2/)],
      hasDied: false
    })
    expect(files.find(({ path }) => path === 'broken.test.ts')?.failures).toEqual(['broken.test.ts: at the top'])
    expect(failures).toEqual([])
  })

  it('tell of an error that no test caught, with the file it came from', () => {
    const { files } = runSums({
      'stray.test.ts': `
        import { it } from 'vitest'
        it('leaves an error behind', async () => {
          void Promise.reject(new Error('stray'))
          await new Promise((resolve) => setTimeout(resolve, 10))
        })`
    })
    expect(files).toEqual([
      { path: 'stray.test.ts', passed: 1, skipped: 0, failures: ['stray.test.ts: stray'], hasDied: false }
    ])
  })

  it('tell of a file whose process a signal ended', () => {
    const { files } = runSums({
      'dies.test.ts': `
        import { it } from 'vitest'
        it('passes before', () => undefined)
        it('is ended', () => process.kill(process.pid, 'SIGSEGV'))`,
      'lives.test.ts': 'import { it } from "vitest"\nit("passes", () => undefined)'
    })
    expect(files.map(({ path, hasDied }) => [path, hasDied]).sort()).toEqual([
      ['dies.test.ts', true],
      ['lives.test.ts', false]
    ])
    expect(files.find(({ hasDied }) => hasDied)?.failures).toEqual([expect.stringContaining('SIGSEGV')])
  })

  const well: FileSums = { path: 'well.test.ts', passed: 3, skipped: 1, failures: [], hasDied: false }
  const failed: FileSums = { path: 'failed.test.ts', passed: 2, skipped: 0, failures: ['it failed'], hasDied: false }
  const dead: FileSums = { path: 'dead.test.ts', passed: 0, skipped: 4, failures: ['SIGSEGV'], hasDied: true }
  const first: RunSums = { files: [well, failed, dead], failures: [] }

  it('run a file once more that a signal ended, and on a shared machine one that failed', () => {
    expect(filesToRunAgain(first, false)).toEqual([dead])
    expect(filesToRunAgain(first, true)).toEqual([failed, dead])
  })

  it('count a file that ran once more as it came out then, and never less than failed for good', () => {
    expect(sumsOf(first, null, [])).toEqual({ passed: 5, skipped: 5, failures: ['it failed', 'SIGSEGV'] })
    const second: RunSums = { files: [{ ...failed, passed: 3, failures: [] }], failures: [] }
    expect(sumsOf(first, second, [failed, dead])).toEqual({
      passed: 6,
      skipped: 1,
      failures: ['dead.test.ts: did not run the second time']
    })
    expect(
      sumsOf(first, { files: [failed, { ...dead, passed: 4, skipped: 0, failures: [] }], failures: ['no port'] }, [
        failed,
        dead
      ])
    ).toEqual({ passed: 9, skipped: 1, failures: ['no port', 'it failed'] })
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
