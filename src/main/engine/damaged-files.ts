import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { SETTINGS_FILE, wrongSettingsIn } from '../settings/settings-file.ts'
import { foundProblem } from '../../domain/health/found-problem.ts'
import type { FoundProblem } from '../../shared/problem.ts'

/** `settings.json.damaged-2026-11-20T16-20-00-000Z`; a database's -wal and -shm go with it. */
const DAMAGED = /^(.+)\.damaged-(\d{4}-\d{2}-\d{2})T[\dZ-]+$/

/** Files that were found damaged and put aside, for as long as they lie there: a manager should know, and may delete them. */
export function damagedFilesIn(dirs: readonly string[]): readonly FoundProblem[] {
  return dirs.flatMap((dir) =>
    namesIn(dir).flatMap((name): readonly FoundProblem[] => {
      const [, file, day] = DAMAGED.exec(name) ?? []
      if (file === undefined || day === undefined) return []
      const kept = join(dir, name)
      const wrong = file === SETTINGS_FILE ? (wrongSettingsIn(kept) ?? []) : []
      return [foundProblem({ code: 'file-moved-aside', file, day, kept, wrong })]
    })
  )
}

function namesIn(dir: string): readonly string[] {
  try {
    return readdirSync(dir)
  } catch {
    return []
  }
}
