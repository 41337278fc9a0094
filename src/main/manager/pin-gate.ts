import type { GateState } from '../../shared/manager/gate.ts'
import { type KeptPin, readPin, writePin } from './pin-file.ts'
import { hashPin, isPin, PIN_COST, type PinCost } from './pin-hash.ts'

/** Attempts before the first wait. */
const FREE_ATTEMPTS = 5
const FIRST_WAIT_MS = 60_000
const LONGEST_WAIT_MS = 60 * 60_000

export type PinAnswer = 'right' | 'wrong' | 'wait' | 'damaged' | 'no-pin'
export type PinChoice = 'chosen' | 'has-one' | 'digits' | 'easy' | 'unwritable'

export interface PinGate {
  readonly state: () => Exclude<GateState, { kind: 'no-pin' }> | { readonly kind: 'no-pin' }
  /** Looks at one attempt at a time; each is counted before it is looked at. */
  readonly try: (pin: string) => Promise<PinAnswer>
  /** The first PIN; later ones go by `change`. */
  readonly choose: (pin: string) => Promise<PinChoice>
  /** Another PIN for whoever knows this one. */
  readonly change: (current: string, next: string) => Promise<PinAnswer | PinChoice>
}

/** The PIN of a data directory (docs/manager.md, PIN). `nowMs` is the machine's clock: a wait outlives the process. */
export function createPinGate(options: {
  readonly dataDir: string
  readonly nowMs: () => number
  readonly cost?: PinCost
}): PinGate {
  const { dataDir, nowMs } = options
  const cost = options.cost ?? PIN_COST
  /** Where the disk cannot be written, attempts are counted here. */
  let counted: { readonly hash: string; readonly failedAttempts: number; readonly waitUntilMs: number | null } | null =
    null
  let tail: Promise<unknown> = Promise.resolve()

  function inTurn<T>(step: () => Promise<T>): Promise<T> {
    const result = tail.then(step)
    tail = result.catch(() => undefined)
    return result
  }

  function read(): ReturnType<typeof readPin> {
    const stored = readPin(dataDir)
    if (stored.kind !== 'kept' || counted === null || counted.hash !== stored.kept.pin.hash.toString('hex'))
      return stored
    const { failedAttempts, waitUntilMs } = counted
    return { kind: 'kept', kept: { ...stored.kept, failedAttempts, waitUntilMs } }
  }

  function write(kept: KeptPin): boolean {
    const { failedAttempts, waitUntilMs } = kept
    counted = { hash: kept.pin.hash.toString('hex'), failedAttempts, waitUntilMs }
    try {
      writePin(dataDir, kept)
      return true
    } catch {
      return false
    }
  }

  async function tryPin(pin: string): Promise<PinAnswer> {
    const stored = read()
    if (stored.kind === 'none') return 'no-pin'
    if (stored.kind === 'damaged') return 'damaged'
    const { kept } = stored
    const atMs = nowMs()
    if (waitMsOf(kept, atMs) > 0) return 'wait'
    const failedAttempts = kept.failedAttempts + 1
    const nextWaitMs = waitAfter(failedAttempts)
    write({ ...kept, failedAttempts, waitUntilMs: nextWaitMs === 0 ? null : atMs + nextWaitMs })
    if (!(await isPin(pin, kept.pin))) return 'wrong'
    write({ pin: kept.pin, failedAttempts: 0, waitUntilMs: null })
    return 'right'
  }

  async function keep(pin: string): Promise<PinChoice> {
    const fault = faultOf(pin)
    if (fault !== null) return fault
    return write({ pin: await hashPin(pin, cost), failedAttempts: 0, waitUntilMs: null }) ? 'chosen' : 'unwritable'
  }

  return {
    state: () => {
      const stored = read()
      switch (stored.kind) {
        case 'none':
          return { kind: 'no-pin' }
        case 'damaged':
          return { kind: 'damaged' }
        case 'kept':
          return {
            kind: 'locked',
            attemptsLeft: Math.max(1, FREE_ATTEMPTS - stored.kept.failedAttempts),
            waitSeconds: Math.ceil(waitMsOf(stored.kept, nowMs()) / 1000)
          }
      }
    },
    try: (pin) => inTurn(() => tryPin(pin)),
    choose: (pin) => inTurn(async () => (read().kind === 'none' ? keep(pin) : 'has-one')),
    change: (current, next) =>
      inTurn(async () => {
        const fault = faultOf(next)
        if (fault !== null) return fault
        const tried = await tryPin(current)
        return tried === 'right' ? keep(next) : tried
      })
  }
}

/** Length of the wait that follows so many failed attempts. */
function waitAfter(failedAttempts: number): number {
  if (failedAttempts < FREE_ATTEMPTS) return 0
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failedAttempts - FREE_ATTEMPTS))
}

/** Never longer than the wait itself: a clock that was set back must not lock the store out for a year. */
function waitMsOf({ failedAttempts, waitUntilMs }: KeptPin, nowMs: number): number {
  if (waitUntilMs === null) return 0
  return Math.min(Math.max(0, waitUntilMs - nowMs), waitAfter(failedAttempts))
}

/** What is wrong with a PIN that somebody wants to choose: four to twelve digits, not one digit again and again, no run. */
export function faultOf(pin: string): 'digits' | 'easy' | null {
  if (!/^\d{4,12}$/.test(pin)) return 'digits'
  const steps = [...pin].slice(1).map((digit, index) => (Number(digit) - Number(pin[index]) + 10) % 10)
  return [0, 1, 9].some((step) => steps.every((each) => each === step)) ? 'easy' : null
}
