import { appendFileSync, closeSync, mkdirSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { withoutSecrets } from '../cova/secret-redaction.ts'

const LOG_FOLDER = 'logs'
const LOG_FILE = 'topshelf.log'
/** Beside the file that is written to: topshelf.1.log is the newer. */
const EARLIER_FILES = 2
const MOST_BYTES = 512 * 1024
const LONGEST_LINE = 2000
/** While it waits: a line is cut once no credential is in it, for one across the cut would leave its head. */
const LONGEST_WAITING = 20_000
/** Lines that wait for a disk, or for the secrets that must not be in them. */
const MOST_WAITING = 500
/** A burst of lines is one write. */
const WRITE_AFTER_MS = 1000
/** Of earlier runs, for a support bundle. */
const EARLIER_LINES = 300
const EARLIER_BYTES = 64 * 1024

/** What the program says, kept over its runs: installed as an app, nobody sees its stderr. */
export interface LogFile {
  readonly note: (line: string, atMs: number) => void
  /** From now on lines can be written: what must stand in none of them is known. Asked anew for each write. */
  readonly writeWithout: (secrets: () => Promise<readonly string[]>) => void
  /** The last lines of earlier runs. */
  readonly earlierLines: () => readonly string[]
  /** Writes what waits. */
  readonly flush: () => Promise<void>
}

/**
 * The log in the data directory: at most three files of half a megabyte, each line cut at 2,000 characters and without any
 * credential. What cannot be written (no room, no right) is dropped: a log stops no board.
 */
export function createLogFile(dataDir: string, limits: { readonly mostBytes?: number } = {}): LogFile {
  const folder = join(dataDir, LOG_FOLDER)
  const file = join(folder, LOG_FILE)
  const mostBytes = limits.mostBytes ?? MOST_BYTES
  const earlier = tailOf(file) ?? tailOf(earlierName(1)) ?? []
  let waiting: string[] = []
  let dropped = 0
  let secretsNow: (() => Promise<readonly string[]>) | null = null
  let timer: NodeJS.Timeout | null = null

  function earlierName(number: number): string {
    return join(folder, `topshelf.${number}.log`)
  }

  function turnOver(bytes: number): void {
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
    if (size === 0 || size + bytes <= mostBytes) return
    rmSync(earlierName(EARLIER_FILES), { force: true })
    for (let number = EARLIER_FILES; number >= 1; number -= 1) {
      const from = number === 1 ? file : earlierName(number - 1)
      if (statSync(from, { throwIfNoEntry: false }) !== undefined) renameSync(from, earlierName(number))
    }
  }

  async function flush(): Promise<void> {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (secretsNow === null || waiting.length === 0) return
    try {
      const secrets = await secretsNow()
      const lines = waiting
      waiting = []
      const notice = dropped === 0 ? [] : [`(${dropped} lines before this were too many to be written)`]
      dropped = 0
      const text = [...notice, ...lines]
        .map((line) => `${String(withoutSecrets(line, secrets)).slice(0, LONGEST_LINE)}\n`)
        .join('')
      mkdirSync(folder, { recursive: true })
      turnOver(Buffer.byteLength(text))
      appendFileSync(file, text, { mode: 0o600 })
    } catch {
      // No room, no right, or no secrets to be had: the next line tries again.
    }
  }

  function writeSoon(): void {
    if (secretsNow === null || timer !== null) return
    timer = setTimeout(() => void flush(), WRITE_AFTER_MS)
    timer.unref()
  }

  return {
    note: (line, atMs) => {
      waiting.push(`${new Date(atMs).toISOString()} ${line.slice(0, LONGEST_WAITING)}`)
      if (waiting.length > MOST_WAITING) {
        waiting.shift()
        dropped += 1
      }
      writeSoon()
    },
    writeWithout: (secrets) => {
      secretsNow = secrets
      writeSoon()
    },
    earlierLines: () => earlier,
    flush
  }
}

/** The last lines of a file, without one that is cut off; null where there is none to read. */
function tailOf(file: string): readonly string[] | null {
  let opened: number | null = null
  try {
    const { size } = statSync(file)
    opened = openSync(file, 'r')
    const bytes = Buffer.alloc(Math.min(size, EARLIER_BYTES))
    readSync(opened, bytes, 0, bytes.length, size - bytes.length)
    const lines = bytes.toString('utf8').split('\n')
    return (size > bytes.length ? lines.slice(1) : lines).filter((line) => line !== '').slice(-EARLIER_LINES)
  } catch {
    return null
  } finally {
    if (opened !== null) closeSync(opened)
  }
}
