import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { withProcessLock } from '../../scripts/process-lock.ts'

const module = resolve(import.meta.dirname, '../../scripts/process-lock.ts')
let folder: string
let lock: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'topshelf-lock-'))
  lock = join(folder, 'deeper', '.lock')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A pid that no process has any more. */
function pidOfNobody(): number {
  return spawnSync(process.execPath, ['--version']).pid
}

describe('a lock between processes', () => {
  it('lets one process work at a time', async () => {
    const log = join(folder, 'log')
    const worker = `
      import { appendFileSync } from 'node:fs'
      import { setTimeout } from 'node:timers/promises'
      import { withProcessLock } from ${JSON.stringify(module)}
      await withProcessLock(${JSON.stringify(lock)}, async () => {
        appendFileSync(${JSON.stringify(log)}, 'in ')
        await setTimeout(30)
        appendFileSync(${JSON.stringify(log)}, 'out ')
      })`
    const workers = [1, 2, 3].map(() => spawn(process.execPath, ['--input-type=module', '-e', worker]))
    expect(await Promise.all(workers.map((one) => once(one, 'exit')))).toEqual([1, 2, 3].map(() => [0, null]))
    expect(readFileSync(log, 'utf8')).toBe('in out in out in out ')
    expect(existsSync(lock)).toBe(false)
  })

  it('is taken over from a process that is gone, and from one that holds it beyond all measure', async () => {
    const log = join(folder, 'log')
    await withProcessLock(lock, async () => appendFileSync(log, 'makes the folder '))
    writeFileSync(lock, String(pidOfNobody()))
    await withProcessLock(lock, async () => appendFileSync(log, 'after the dead '))
    writeFileSync(lock, String(process.pid))
    const longAgo = new Date(Date.now() - 3_600_000)
    utimesSync(lock, longAgo, longAgo)
    await withProcessLock(lock, async () => appendFileSync(log, 'after the abandoned'))
    expect(readFileSync(log, 'utf8')).toBe('makes the folder after the dead after the abandoned')
  })

  it('is given back when the work fails', async () => {
    await expect(withProcessLock(lock, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(existsSync(lock)).toBe(false)
  })
})
