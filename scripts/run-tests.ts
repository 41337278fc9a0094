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
}

/**
 * Runs one vitest project and ends stdout with `N passed, N failed, N skipped`. Resolves with the exit code: not 0 when
 * something failed, when the runner itself failed, or when no test ran.
 */
export async function runTests(
  project: 'unit' | 'electron',
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env
): Promise<number> {
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
    const failed = sums.failed === 0 && code !== 0 ? 1 : sums.failed
    process.stdout.write(`${sums.passed} passed, ${failed} failed, ${sums.skipped} skipped\n`)
    return failed === 0 && sums.passed > 0 ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readSums(path: string): Sums {
  if (!existsSync(path)) return { passed: 0, failed: 0, skipped: 0 }
  return JSON.parse(readFileSync(path, 'utf8')) as Sums
}
