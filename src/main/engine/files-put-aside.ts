import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { SETTINGS_FILE, wrongSettingsIn } from '../settings/settings-file.ts'
import { KEEP_FILE } from '../store/open-store.ts'
import { foundProblem } from '../../domain/health/found-problem.ts'
import type { FoundProblem } from '../../shared/problem.ts'

/**
 * `settings.json.damaged-2026-11-20T16-20-00-000Z`, `cache.sqlite.newer-2026-...`; a database's -wal and -shm go with it, and are not
 * told of on their own.
 */
const PUT_ASIDE = /^(?<file>.+)\.(?<why>damaged|newer)-(?<day>\d{4}-\d{2}-\d{2})T[\dZ-]+$/

/**
 * Files that were found damaged, and databases of a newer version that was taken back, for as long as they lie there: a manager should
 * know, and of the former may delete them.
 */
export function filesPutAsideIn(dirs: readonly string[]): readonly FoundProblem[] {
  return dirs.flatMap((dir) =>
    namesIn(dir).flatMap((name): readonly FoundProblem[] => {
      const { file, why, day } = PUT_ASIDE.exec(name)?.groups ?? {}
      if (file === undefined || day === undefined) return []
      const kept = join(dir, name)
      if (why === 'newer') {
        const holds = file === KEEP_FILE ? 'what-was-seen' : 'catalogue'
        return [foundProblem({ code: 'newer-version-taken-back', holds, day, kept })]
      }
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
