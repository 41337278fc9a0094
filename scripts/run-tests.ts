import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RunSums } from '../test/setup/sums-reporter.ts'
import { projectRoot } from './project-root.ts'
import { filesToRunAgain, sumsOf } from './test-sums.ts'

/**
 * Runs one vitest project and ends stdout with what failed, a line `failed: ...` each, and `N passed, N failed, N skipped`.
 * Resolves with the exit code: not 0 when something failed, when the runner itself failed, or when no test ran.
 *
 * Some files are run once more, a machine where CI is set being a shared one. That is said, and what fails again has failed.
 */
export async function runTests(
  project: 'unit' | 'electron',
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env
): Promise<number> {
  const first = await runOnce(project, args, env)
  const again = filesToRunAgain(first, env['CI'] !== undefined)
  for (const { path, failures } of again) {
    process.stdout.write(`once more: ${path}\n`)
    for (const failure of failures) process.stdout.write(`  failed at the first try: ${failure}\n`)
  }
  const second =
    again.length === 0 ? null : await runOnce(project, ['--no-file-parallelism', ...again.map(({ path }) => path)], env)
  const { passed, skipped, failures } = sumsOf(first, second, again)
  for (const failure of failures) process.stdout.write(`failed: ${failure}\n`)
  process.stdout.write(`${passed} passed, ${failures.length} failed, ${skipped} skipped\n`)
  return failures.length === 0 && passed > 0 ? 0 : 1
}

async function runOnce(project: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<RunSums> {
  const folder = mkdtempSync(join(tmpdir(), 'topshelf-sums-'))
  const sumsFile = join(folder, 'sums.json')
  try {
    const vitest = join(projectRoot, 'node_modules/vitest/vitest.mjs')
    const child = spawn(process.execPath, [vitest, 'run', '--project', project, ...args], {
      cwd: projectRoot,
      env: { ...env, TOPSHELF_TEST_SUMS: sumsFile },
      stdio: ['ignore', 'inherit', 'inherit']
    })
    const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
    const sums = readSums(sumsFile)
    const isExplained = sums.failures.length > 0 || sums.files.some((file) => file.failures.length > 0)
    if (code === 0 || isExplained) return sums
    return { ...sums, failures: [`the test runner ended with ${signal ?? `exit code ${code}`}`] }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readSums(path: string): RunSums {
  if (!existsSync(path)) return { files: [], failures: [] }
  return JSON.parse(readFileSync(path, 'utf8')) as RunSums
}
