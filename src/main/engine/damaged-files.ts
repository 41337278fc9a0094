import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { SETTINGS_FILE, wrongSettingsIn } from '../settings/settings-file.ts'
import type { Problem } from '../../shared/board-snapshot.ts'

/** `settings.json.damaged-2026-11-20T16-20-00-000Z`; a database's -wal and -shm go with it. */
const DAMAGED = /^(.+)\.damaged-(\d{4}-\d{2}-\d{2})T[\dZ-]+$/

/** Files that were found damaged and put aside, for as long as they lie there: a manager should know, and may delete them. */
export function damagedFilesIn(dirs: readonly string[]): readonly Problem[] {
  return dirs.flatMap((dir) =>
    namesIn(dir).flatMap((name): readonly Problem[] => {
      const [, file, day] = DAMAGED.exec(name) ?? []
      if (file === undefined || day === undefined) return []
      const kept = join(dir, name)
      const wrong = file === SETTINGS_FILE ? (wrongSettingsIn(kept) ?? []) : []
      const message =
        wrong.length === 0
          ? `${file} was found damaged on ${day} and is kept as ${kept}: delete it once nobody needs it`
          : `${file} had a wrong value for ${wrong.join(', ')} on ${day}: the default is used, and the file as it was is kept as ${kept}; delete it once that is put right`
      return [{ code: 'file-moved-aside', message, locationId: null }]
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
