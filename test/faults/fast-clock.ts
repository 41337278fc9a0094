/**
 * A clock for a whole process that goes from one timer to the next: `Date`, `performance.now` and the timers of `globalThis`.
 * What waits for sockets and disks stays real, and is waited for between two timers.
 */
export interface FastClock {
  readonly nowMs: () => number
  /** Runs every timer up to an instant. `settled` is asked after each until nothing is under way. */
  readonly runTo: (untilMs: number, settled: () => boolean) => Promise<void>
  /** The machine's own time since it began, whatever this clock says. */
  readonly realMs: () => number
  readonly restore: () => void
}

interface Timer {
  atMs: number
  readonly waitMs: number
  readonly isRepeated: boolean
  isCleared: boolean
  readonly act: () => void
}

const RealDate = Date
const realPerformanceNow = performance.now.bind(performance)
const real = {
  setTimeout: globalThis.setTimeout,
  clearTimeout: globalThis.clearTimeout,
  setInterval: globalThis.setInterval,
  clearInterval: globalThis.clearInterval
}

export function startFastClock(startMs: number): FastClock {
  let nowMs = startMs
  let lastId = 0
  const timers = new Map<number, Timer>()

  class FastDate extends RealDate {
    constructor(...given: unknown[]) {
      if (given.length === 0) super(nowMs)
      // @ts-expect-error -- any of Date's own forms
      else super(...given)
    }
    static override now(): number {
      return nowMs
    }
  }

  function handleOf(id: number, own: Timer): object {
    const handle = {
      ref: () => handle,
      unref: () => handle,
      hasRef: () => true,
      refresh: () => {
        // One that has run begins anew too: undici's timers live by that.
        own.atMs = nowMs + own.waitMs
        if (!own.isCleared) timers.set(id, own)
        return handle
      },
      close: () => timers.delete(id),
      [Symbol.toPrimitive]: () => id
    }
    return handle
  }

  function add(
    act: (...args: never[]) => void,
    delayMs: number,
    isRepeated: boolean,
    args: readonly unknown[]
  ): object {
    lastId += 1
    const waitMs = Math.max(1, Number.isFinite(delayMs) ? delayMs : 1)
    const call = () => (act as (...given: readonly unknown[]) => void)(...args)
    const timer: Timer = { atMs: nowMs + waitMs, waitMs, isRepeated, isCleared: false, act: call }
    timers.set(lastId, timer)
    return handleOf(lastId, timer)
  }

  function clear(handle: unknown): void {
    if (handle === null || handle === undefined) return
    const timer = timers.get(Number(handle))
    if (timer !== undefined) timer.isCleared = true
    timers.delete(Number(handle))
  }

  Object.assign(globalThis, {
    Date: FastDate,
    setTimeout: (act: () => void, delayMs = 0, ...args: unknown[]) => add(act, Number(delayMs), false, args),
    setInterval: (act: () => void, delayMs = 0, ...args: unknown[]) => add(act, Number(delayMs), true, args),
    clearTimeout: clear,
    clearInterval: clear
  })
  performance.now = () => nowMs - startMs

  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

  /** Until nothing is under way any more, and then what that leads to. */
  async function settle(settled: () => boolean): Promise<void> {
    do await turn()
    while (!settled())
    await turn()
    if (!settled()) await settle(settled)
  }

  return {
    nowMs: () => nowMs,
    realMs: realPerformanceNow,
    runTo: async (untilMs, settled) => {
      for (;;) {
        let nextId = 0
        let next: Timer | null = null
        for (const [id, timer] of timers)
          if (next === null || timer.atMs < next.atMs) {
            next = timer
            nextId = id
          }
        if (next === null || next.atMs > untilMs) break
        nowMs = Math.max(nowMs, Math.ceil(next.atMs))
        if (next.isRepeated) next.atMs = nowMs + next.waitMs
        else timers.delete(nextId)
        next.act()
        await settle(settled)
      }
      nowMs = Math.ceil(untilMs)
      await settle(settled)
    },
    restore: () => {
      Object.assign(globalThis, { Date: RealDate, ...real })
      performance.now = realPerformanceNow
    }
  }
}
