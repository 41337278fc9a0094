import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const pollMs = 100
/** Beyond this the owner's pid is taken to have been given to another process. */
const abandonedAfterMs = 10 * 60_000

/**
 * Runs `work` while holding the lock file at `path`, waiting for whoever holds it. The file holds its owner's pid; a lock
 * whose owner is gone is taken over. The file is linked into place, so it is never seen without its content.
 */
export async function withProcessLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(path), { recursive: true })
  while (!tryTake(path)) {
    if (isAbandoned(path)) rmSync(path, { force: true })
    else await delay(pollMs)
  }
  try {
    return await work()
  } finally {
    rmSync(path, { force: true })
  }
}

function tryTake(path: string): boolean {
  const own = `${path}.${process.pid}`
  writeFileSync(own, String(process.pid))
  try {
    linkSync(own, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(own, { force: true })
  }
}

function isAbandoned(path: string): boolean {
  try {
    const pid = Number(readFileSync(path, 'utf8'))
    const ageMs = Date.now() - statSync(path).mtimeMs
    return ageMs > abandonedAfterMs || !isRunning(pid)
  } catch (error) {
    // Released between two looks.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
