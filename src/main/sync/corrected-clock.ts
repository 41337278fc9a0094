import { uptime } from 'node:os'

/** Offsets below this are the second's resolution of `Date` headers and the network, not a wrong clock. */
const NOTICED_OFFSET_MS = 2000
/** The device's clock is compared with what goes on steadily at least this often, so that drift is not taken for a step. */
const ANCHOR_LASTS_MS = 60_000
/** A start by so much before what was seen already is a wrong clock; less is the resolution of what was written down. */
const BEFORE_SEEN_MS = 60_000
/** So long after what was seen last nobody was away: the clock runs years ahead. */
const FAR_AHEAD_MS = 366 * 24 * 60 * 60_000

/** The clocks of a machine. */
export interface MachineClocks {
  /** The one that people and programs set. */
  readonly nowMs: () => number
  /** Never set; may stand while the machine sleeps. */
  readonly steadyMs: () => number
  /** Never set; goes on while the machine sleeps. Read only where the other two differ. */
  readonly uptimeMs: () => number
}

export const MACHINE_CLOCKS: MachineClocks = {
  nowMs: () => Date.now(),
  steadyMs: () => performance.now(),
  uptimeMs: () => uptime() * 1000
}

/** What an earlier run wrote down. */
export interface KnownTime {
  /** Server less device, as the last reply of that run told. */
  readonly offsetMs: number | null
  /** The newest server time that anything stored bears; null where nothing is stored. */
  readonly seenAtMs: number | null
}

/** The time boards and cursors go by: the device's clock, put right by the server's where it is plainly wrong. */
export interface CorrectedClock {
  readonly nowMs: () => number
  /** Server less device; 0 while the device's clock is good enough. */
  readonly offsetMs: () => number
  /**
   * False where nobody knows what time it is: no server has told yet, and the device's clock is before what was seen
   * already, or years after it. Time then goes on from what was seen last, which it cannot be before.
   */
  readonly isSure: () => boolean
  /**
   * Takes in what the last reply's `Date` header said. `readings` counts the replies that told: the same count is no news,
   * and the device's clock may have been set since.
   */
  readonly learn: (offsetMs: number | null, readings?: number) => void
  /** Told, in a task of its own, when the machine slept, its clock was set, or a server told another time. */
  readonly onMoved: (listener: () => void) => void
}

/**
 * A clock that was set while this runs is seen by what goes on steadily, and time goes on as it did: a server will say
 * whether that was right. One that a server corrected before is taken up with the offset of then.
 */
export function createCorrectedClock(
  clocks: MachineClocks = MACHINE_CLOCKS,
  known: KnownTime = { offsetMs: null, seenAtMs: null }
): CorrectedClock {
  const listeners: (() => void)[] = []
  let readingsSeen: number | null = null
  let anchor = readClocks()
  const start = startOf(anchor.deviceMs, known)
  let offset = start.offsetMs
  let sure = start.isSure

  function readClocks(): { readonly deviceMs: number; readonly steadyMs: number; readonly uptimeMs: number } {
    return { deviceMs: clocks.nowMs(), steadyMs: clocks.steadyMs(), uptimeMs: clocks.uptimeMs() }
  }

  function tellMoved(): void {
    queueMicrotask(() => {
      for (const listener of listeners) listener()
    })
  }

  function nowMs(): number {
    const deviceMs = clocks.nowMs()
    const elapsedMs = clocks.steadyMs() - anchor.steadyMs
    const differs = Math.abs(deviceMs - anchor.deviceMs - elapsedMs) >= NOTICED_OFFSET_MS
    if (!differs && elapsedMs < ANCHOR_LASTS_MS) return deviceMs + offset
    const before = anchor
    anchor = readClocks()
    if (!differs) return anchor.deviceMs + offset
    const setByMs = anchor.deviceMs - before.deviceMs - (anchor.uptimeMs - before.uptimeMs)
    // What is left is sleep, during which the device's clock went on rightly.
    if (Math.abs(setByMs) >= NOTICED_OFFSET_MS) offset -= Math.round(setByMs)
    tellMoved()
    return anchor.deviceMs + offset
  }

  return {
    nowMs,
    offsetMs: () => offset,
    isSure: () => sure,
    learn: (offsetMs, readings) => {
      if (offsetMs === null || (readings !== undefined && readings === readingsSeen)) return
      readingsSeen = readings ?? null
      anchor = readClocks()
      const before = offset
      const wasSure = sure
      offset = Math.abs(offsetMs) >= NOTICED_OFFSET_MS ? offsetMs : 0
      sure = true
      if (!wasSure || Math.abs(offset - before) >= NOTICED_OFFSET_MS) tellMoved()
    },
    onMoved: (listener) => {
      listeners.push(listener)
    }
  }
}

/** With what a run begins that no server has told the time yet. */
function startOf(deviceMs: number, { offsetMs, seenAtMs }: KnownTime): { offsetMs: number; isSure: boolean } {
  const stored = offsetMs === null || Math.abs(offsetMs) < NOTICED_OFFSET_MS ? 0 : offsetMs
  if (seenAtMs === null) return { offsetMs: stored, isSure: true }
  const isPlausible = (offset: number): boolean => {
    const sinceMs = deviceMs + offset - seenAtMs
    return sinceMs >= -BEFORE_SEEN_MS && sinceMs <= FAR_AHEAD_MS
  }
  if (isPlausible(stored)) return { offsetMs: stored, isSure: true }
  // Somebody has put the clock right since.
  if (isPlausible(0)) return { offsetMs: 0, isSure: true }
  return { offsetMs: seenAtMs - deviceMs, isSure: false }
}

/** The newest server time that the feeds' states bear: a success means that a server had told the time. */
export function seenAtMsOf(
  states: Readonly<Record<string, { readonly lastSuccessAtMs: number | null }>>
): number | null {
  const seen = Object.values(states).flatMap(({ lastSuccessAtMs }) => lastSuccessAtMs ?? [])
  return seen.length === 0 ? null : Math.max(...seen)
}
