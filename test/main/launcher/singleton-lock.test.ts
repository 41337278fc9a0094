import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, lstatSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Claim, claimFolder } from '../../../src/main/launcher/singleton-lock.ts'

let dataDir: string
let chromium: string
let said: string[]
const ends: (() => unknown)[] = []

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'topshelf-claim-'))
  chromium = join(dataDir, 'chromium')
  mkdirSync(chromium)
  said = []
})
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
  rmSync(dataDir, { recursive: true, force: true })
})

const lock = (): string => join(chromium, 'SingletonLock')
const isThere = (): boolean => lstatSync(lock(), { throwIfNoEntry: false }) !== undefined

/** As Chromium leaves it. */
function lockedBy(holder: string, socket = join(dataDir, 'nobody-listens')): void {
  symlinkSync(holder, lock())
  symlinkSync(socket, join(chromium, 'SingletonSocket'))
  symlinkSync('1234567890', join(chromium, 'SingletonCookie'))
}

/** What Chromium answers: no, as long as its lock is there. */
const instance = { request: () => !isThere(), release: () => undefined }

function claim(): Claim {
  const claimed = claimFolder(dataDir, instance, (line) => said.push(line))
  if (claimed.kind === 'claimed') ends.push(claimed.release)
  return claimed
}

describe('a data directory', () => {
  it.each([
    ['the name that this machine had before', 'old-name-of-this-one-4711'],
    ['the machine that the disk was taken from', `other.example-${process.pid}`],
    ['this machine, before a power cut, and a process that has its number now', `${hostname()}-${process.pid}`],
    ['nobody that can be read', 'nothing']
  ])('is claimed from %s', (_whose, holder) => {
    lockedBy(holder)
    expect(claim().kind).toBe('claimed')
    expect(isThere()).toBe(false)
    expect(existsSync(join(chromium, 'SingletonSocket'))).toBe(false)
    expect(said).toHaveLength(1)
  })

  it.skipIf(process.platform !== 'linux')(
    'is left to an app that answers, whatever name its machine has now',
    async () => {
      const socket = join(dataDir, 'answers')
      const server = createServer().listen(socket)
      await once(server, 'listening')
      ends.push(() => server.close())
      lockedBy('old-name-4711', socket)
      expect(claim().kind).toBe('elsewhere')
      expect(isThere()).toBe(true)
      expect(said).toEqual([])
    }
  )

  it('is never given to two, though Chromium would: the second tries again', async () => {
    const first = spawn(process.execPath, [join(import.meta.dirname, 'claiming-app.ts'), dataDir], {
      stdio: ['ignore', 'pipe', 'inherit']
    })
    ends.push(() => first.kill('SIGKILL'))
    await once(first.stdout, 'data')
    expect(claim()).toEqual({ kind: 'held', why: `process ${first.pid} has its lock` })
    lockedBy('another-name-4711')
    expect(claim()).toEqual({ kind: 'held', why: 'another-name, process 4711, has its lock' })
    expect(isThere()).toBe(true)

    // However it ends.
    const ended = once(first, 'exit')
    first.kill('SIGKILL')
    await ended
    expect(claim().kind).toBe('claimed')
  })

  it('that cannot be written is claimed by Chromium alone', () => {
    symlinkSync('/dev/null/nowhere', join(dataDir, 'launch'))
    expect(claim().kind).toBe('claimed')
    lockedBy('another-name-4711')
    expect(claim()).toMatchObject({ kind: 'held' })
    expect(isThere()).toBe(true)
  })

  it.skipIf(process.platform === 'win32')('on which Chromium can make no lock is tried again: nobody has it', () => {
    // Its answer is the same no: a disk that cannot be written, or that has no room for one more name.
    const noLock = { request: () => false, release: () => undefined }
    const claimed = claimFolder(dataDir, noLock, (line) => said.push(line))
    expect(claimed).toEqual({ kind: 'held', why: 'nobody has its lock, and none can be made' })
    // What it took of its own lies open again.
    expect(claim().kind).toBe('claimed')
  })

  it('on Windows, where no lock can be read, is left to the one that Chromium means', () => {
    const taken = { request: () => false, release: () => undefined }
    expect(claimFolder(dataDir, taken, (line) => said.push(line), 'win32').kind).toBe('elsewhere')
  })
})
