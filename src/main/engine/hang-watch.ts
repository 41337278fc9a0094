import { readHeartbeat } from './heartbeat.ts'

const LOOK_EVERY_MS = 500
/**
 * Between two signs of life lies little (the longest silence of the largest pass is measured in docs/reliability.md); SQLite waits five
 * seconds for a database that somebody else has.
 */
const SILENT_MOST_MS = 6000
/** Each hang doubles what the next worker is given, up to this: a machine that is slow is not taken for one that hangs, over and over. */
const LONGEST_SILENT_MS = 60_000
const FORGOTTEN_AFTER_MS = 30 * 60_000

let hangsOfLate = 0
let lastHangMs = 0
/** Of the workers that are watched. */
const memories = new Set<Int32Array>()

/** Whether a worker checks its database, or brings it on to this version: no board can be there before that is done. */
export function isDatabaseBroughtOn(): boolean {
  return [...memories].some((memory) => {
    const name = readHeartbeat(memory).piece?.name
    return name === 'the check of the database' || name === 'a new version of the database'
  })
}

/** Other times than the product's own. */
export interface HangLimits {
  readonly lookEveryMs?: number
  readonly silentMostMs?: number
}

/**
 * Watches the signs of life of a worker, and tells once that there have been none for too long, and in the middle of what. Silence
 * is counted in looks, not by a clock: after a sleep, or where this thread itself had no time to look, nobody is blamed.
 */
export function watchForHang(memory: Int32Array, onHung: (what: string) => void, limits: HangLimits = {}): () => void {
  const lookEveryMs = limits.lookEveryMs ?? LOOK_EVERY_MS
  if (performance.now() - lastHangMs > FORGOTTEN_AFTER_MS) hangsOfLate = 0
  const mostMs = Math.min(LONGEST_SILENT_MS, (limits.silentMostMs ?? SILENT_MOST_MS) * 2 ** hangsOfLate)
  let seen = readHeartbeat(memory)
  let silentMs = 0
  memories.add(memory)
  const end = (): void => {
    clearInterval(looks)
    memories.delete(memory)
  }
  const looks = setInterval(() => {
    const now = readHeartbeat(memory)
    silentMs = now.beats === seen.beats && now.piece === seen.piece ? silentMs + lookEveryMs : 0
    seen = now
    if (silentMs < (now.piece?.boundMs ?? mostMs)) return
    end()
    hangsOfLate += 1
    lastHangMs = performance.now()
    onHung(now.piece === null ? '' : ` (${now.piece.name})`)
  }, lookEveryMs)
  looks.unref()
  return end
}
