import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from './project-root.ts'

interface Sums {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** Test files whose process a signal ended, counted in none of the others. */
  readonly died: readonly string[]
}

/**
 * Runs one vitest project and ends stdout with `N passed, N failed, N skipped`. Resolves with the exit code: not 0 when
 * something failed, when the runner itself failed, or when no test ran. A file whose process a signal ended is run once
 * more, which is said; one that dies again has failed.
 */
export async function runTests(
  project: 'unit' | 'electron',
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env
): Promise<number> {
  const first = await runOnce(project, args, env)
  let { passed, failed, skipped } = first
  if (first.died.length > 0) {
    process.stdout.write(`a signal ended the process of ${first.died.join(', ')}: once more\n`)
    const again = await runOnce(project, first.died, env)
    passed += again.passed
    failed += again.failed + again.died.length
    skipped += again.skipped
  }
  process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`)
  return failed === 0 && passed > 0 ? 0 : 1
}

async function runOnce(project: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Sums> {
  const folder = mkdtempSync(join(tmpdir(), 'topshelf-sums-'))
  const sumsFile = join(folder, 'sums.json')
  try {
    const vitest = join(projectRoot, 'node_modules/vitest/vitest.mjs')
    const child = spawn(process.execPath, [vitest, 'run', '--project', project, ...args], {
      cwd: projectRoot,
      env: { ...env, TOPSHELF_TEST_SUMS: sumsFile },
      stdio: ['ignore', 'inherit', 'inherit']
    })
    const [code] = (await once(child, 'exit')) as [number | null]
    const sums = readSums(sumsFile)
    const isUnexplained = code !== 0 && sums.failed === 0 && sums.died.length === 0
    return isUnexplained ? { ...sums, failed: 1 } : sums
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readSums(path: string): Sums {
  if (!existsSync(path)) return { passed: 0, failed: 0, skipped: 0, died: [] }
  return JSON.parse(readFileSync(path, 'utf8')) as Sums
}
