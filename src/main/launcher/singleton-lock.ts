import { existsSync, mkdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { LAUNCH_FOLDER } from './painted-note.ts'
import { makeFolder } from '../store/make-folder.ts'
import { takeProcessLock } from '../store/writer-lock.ts'

/** Who has a Chromium folder, as its lock says: a link to `HOST-PID` (process_singleton_posix.cc). Linux and macOS. */
interface Holder {
  readonly host: string
  readonly pid: number
}

/** How a data directory was claimed. */
export type Claim =
  | { readonly kind: 'claimed'; readonly release: () => void }
  /** An app runs on it, and was asked to show its window. */
  | { readonly kind: 'elsewhere' }
  /** Somebody has it whom this machine cannot ask, or nobody can prove that nobody has. */
  | { readonly kind: 'held'; readonly why: string }

/** Electron's own lock: by it a second start finds the first. */
export interface SingleInstance {
  readonly request: () => boolean
  readonly release: () => void
}

/**
 * Claims a data directory for one app. Chromium's lock names a host and a process, and outlives both: a machine that was
 * renamed or whose disk was restored is kept out by itself, and after a power cut the number may be that of any other
 * process, which Chromium then waits for, and may end. So there is a lock of our own beside it, which the system drops with
 * its process: who has that, and finds nobody at Chromium's socket, takes Chromium's away. Where either says that somebody
 * is there, nobody comes in.
 */
export function claimFolder(
  dataDir: string,
  instance: SingleInstance,
  warn: (line: string) => void,
  platform: NodeJS.Platform = process.platform
): Claim {
  const chromium = join(dataDir, 'chromium')
  const own = takeOwnLock(dataDir)
  const holder = platform === 'win32' ? null : readHolder(chromium)
  if (own.kind === 'ours' && holder !== null && !isListening(chromium, holder, platform)) {
    warn(`the lock of ${holder.host}, process ${holder.pid}, is of an app that is gone: it is taken away`)
    for (const name of LINKS) rmSync(join(chromium, name), { force: true })
  }
  if (!instance.request()) {
    own.release()
    if (platform === 'win32') return { kind: 'elsewhere' }
    const found = readHolder(chromium)
    // It answers the same where it cannot make its lock at all: then nobody was asked, and nobody shows a window.
    if (found === null) return { kind: 'held', why: 'nobody has its lock, and none can be made' }
    if (isListening(chromium, found, platform)) return { kind: 'elsewhere' }
    return { kind: 'held', why: `${found.host}, process ${found.pid}, has its lock` }
  }
  if (own.kind !== 'theirs') return { kind: 'claimed', release: own.release }
  instance.release()
  return { kind: 'held', why: `process ${own.pid ?? 'unknown'} has its lock` }
}

const LINKS = ['SingletonLock', 'SingletonSocket', 'SingletonCookie']

type OwnLock =
  | { readonly kind: 'ours'; readonly release: () => void }
  | { readonly kind: 'theirs'; readonly pid: number | null; readonly release: () => void }
  /** A full disk, or one that cannot be written: Chromium's lock alone decides. */
  | { readonly kind: 'unknown'; readonly release: () => void }

function takeOwnLock(dataDir: string): OwnLock {
  const release = (): void => undefined
  try {
    const folder = join(dataDir, LAUNCH_FOLDER)
    makeFolder(dataDir)
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 })
    const lock = takeProcessLock(join(folder, 'app.lock.sqlite'))
    return lock.ok ? { kind: 'ours', release: lock.release } : { kind: 'theirs', pid: lock.pid, release }
  } catch {
    return { kind: 'unknown', release }
  }
}

function readHolder(chromium: string): Holder | null {
  try {
    const [, host = '', pid = ''] = /^(.*)-(\d+)$/.exec(readlinkSync(join(chromium, 'SingletonLock'))) ?? []
    return { host, pid: Number(pid) }
  } catch {
    return null
  }
}

/** Whether anybody on this machine answers for the folder. */
function isListening(chromium: string, { pid }: Holder, platform: NodeJS.Platform): boolean {
  try {
    const socket = readlinkSync(join(chromium, 'SingletonSocket'))
    if (platform === 'linux') return readFileSync('/proc/net/unix', 'utf8').includes(` ${socket}\n`)
    // Not ours either where it is of another user: then it answers with another error.
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
