import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Files that were put aside are kept so many of a kind: the newest. */
const ASIDE_KEPT = 3

/**
 * What was put aside, with its time in its name: a damaged file, one of a newer program or of another owner
 * (`cache.sqlite.damaged-2026-11-20T...`, `cache.sqlite.newer-2026-...`, `cache.sqlite.of-123-2026-...`), and settings before an import (`before-import-2026-....json`, and the folder beside it).
 */
const KINDS = [
  /^(?<kind>.+\.(?:damaged|newer|of-[\w-]+?))-(?<stamp>\d{4}-\d{2}-\d{2}T[\dZ-]+?)(?:-wal|-shm)?$/,
  /^(?<kind>before-import)-(?<stamp>\d{4}-\d{2}-\d{2}T[\dZ-]+?)(?:\.json)?$/
]

/**
 * Removes what was put aside but for the newest of each kind, so that no year of small damages fills a disk. Answers the names that
 * went; what cannot be removed stays.
 */
export function forgetOldAside(dir: string): readonly string[] {
  const stamps = new Map<string, Map<string, string[]>>()
  for (const name of namesIn(dir)) {
    const match = KINDS.map((kind) => kind.exec(name)).find((found) => found !== null)
    const { kind, stamp } = match?.groups ?? {}
    if (kind === undefined || stamp === undefined) continue
    const ofKind = stamps.get(kind) ?? new Map<string, string[]>()
    ofKind.set(stamp, [...(ofKind.get(stamp) ?? []), name])
    stamps.set(kind, ofKind)
  }
  const old = [...stamps.values()].flatMap((ofKind) =>
    [...ofKind]
      .toSorted(([a], [b]) => (a < b ? 1 : -1))
      .slice(ASIDE_KEPT)
      .flatMap(([, names]) => names)
  )
  return old.filter((name) => {
    try {
      rmSync(join(dir, name), { recursive: true, force: true })
      return true
    } catch {
      return false
    }
  })
}

function namesIn(dir: string): readonly string[] {
  try {
    return readdirSync(dir)
  } catch {
    return []
  }
}

/** Moves a file with its -wal and -shm to a name with the time, never over another; answers the new path. */
export const moveAside = (file: string, nowMs: number, why = 'damaged'): string => {
  const stamp = new Date(nowMs).toISOString().replaceAll(/[:.]/g, '-')
  let target = `${file}.${why}-${stamp}`
  for (let n = 2; existsSync(target); n += 1) target = `${file}.${why}-${stamp}-${n}`
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, target + suffix)
  }
  return target
}
