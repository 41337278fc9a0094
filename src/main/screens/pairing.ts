import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { CODE_ALPHABET, CODE_LENGTH, codeOf, shownCodeOf, typedCodeOf } from '../../domain/screen/pairing-code.ts'
import type { PairingFault } from '../../domain/screen/pairing-words.ts'
import { loadPaired, type PairedScreen, savePaired } from './paired-file.ts'

const MINUTE_MS = 60_000
/** A code goes for so long, and the next one takes its place on the screen. */
const CODE_LASTS_MS = 10 * MINUTE_MS
/** A browser that has not asked for so long is gone. */
const TICKET_LASTS_MS = 30 * MINUTE_MS
const MOST_WRONG = 10
/** Browsers that wait at a time: of one address, and of all. */
const MOST_OF_ADDRESS = 8
const MOST_WAITING = 200
/** When a screen was seen last is written down no oftener. */
const SEEN_EVERY_MS = MINUTE_MS

interface Waiting {
  readonly address: string
  code: string
  madeAtMs: number
  askedAtMs: number
  /** Once it is paired, until the browser has it. */
  token: string | null
}

export type Waited =
  | { readonly kind: 'code'; readonly ticket: string; readonly code: string }
  | { readonly kind: 'paired'; readonly token: string }

export type CodeTried =
  | { readonly ok: true; readonly ticket: string }
  | { readonly ok: false; readonly fault: PairingFault }

/** Browsers that wait for a board, and those that have one of their own. */
export interface Pairing {
  /** The code of a browser that waits, by the ticket it was given; a new one for a browser without. */
  readonly wait: (ticket: string | null, address: string) => Waited
  /** The browser that shows a code. Wrong ones are counted, and after ten in a minute none is looked at. */
  readonly tryCode: (typed: string) => CodeTried
  /** Gives the browser of the ticket its identity. Throws as the file system does. */
  readonly pair: (ticket: string, screen: Pick<PairedScreen, 'name' | 'locationId' | 'board'>) => PairedScreen | null
  /** Throws as the file system does. */
  readonly change: (id: string, screen: Partial<Pick<PairedScreen, 'name' | 'locationId' | 'board'>>) => void
  /** Throws as the file system does. */
  readonly unpair: (id: string) => void
  readonly list: () => readonly PairedScreen[]
  /** Whose token it is; null for nobody's. */
  readonly find: (token: string) => PairedScreen | null
  /** The screen is there, or was until now. */
  readonly seen: (id: string) => void
}

/** `elapsedMs` counts up whatever is done to the machine's clock. */
export function createPairing(options: {
  readonly dataDir: string
  readonly nowMs: () => number
  readonly elapsedMs: () => number
  readonly warn: (line: string) => void
}): Pairing {
  const { dataDir, nowMs, elapsedMs } = options
  const waiting = new Map<string, Waiting>()
  let screens = loadPaired(dataDir, nowMs())
  let wrongAtMs: readonly number[] = []

  function keep(next: readonly PairedScreen[]): void {
    savePaired(dataDir, next)
    screens = next
  }

  function freshCode(): string {
    for (;;) {
      const code = codeOf(Array.from({ length: CODE_LENGTH }, () => randomInt(CODE_ALPHABET.length)))
      if (![...waiting.values()].some((other) => other.code === code)) return code
    }
  }

  function sweep(atMs: number): void {
    for (const [ticket, { askedAtMs }] of waiting) if (atMs - askedAtMs > TICKET_LASTS_MS) waiting.delete(ticket)
  }

  function admit(address: string, atMs: number): string {
    const ofAddress = [...waiting].filter(([, one]) => one.address === address)
    const [oldest] = ofAddress.length >= MOST_OF_ADDRESS ? ofAddress : waiting.size >= MOST_WAITING ? [...waiting] : []
    if (oldest !== undefined) waiting.delete(oldest[0])
    const ticket = randomBytes(32).toString('base64url')
    waiting.set(ticket, { address, code: freshCode(), madeAtMs: atMs, askedAtMs: atMs, token: null })
    return ticket
  }

  return {
    wait: (given, address) => {
      const atMs = elapsedMs()
      sweep(atMs)
      const ticket = given !== null && waiting.has(given) ? given : admit(address, atMs)
      const one = waiting.get(ticket)
      if (one === undefined) throw new Error('a ticket that was just given is known')
      one.askedAtMs = atMs
      // Kept until the ticket ends: an answer may be lost on its way.
      if (one.token !== null) return { kind: 'paired', token: one.token }
      if (atMs - one.madeAtMs >= CODE_LASTS_MS) {
        one.code = freshCode()
        one.madeAtMs = atMs
      }
      return { kind: 'code', ticket, code: shownCodeOf(one.code) }
    },
    tryCode: (typed) => {
      const atMs = elapsedMs()
      wrongAtMs = wrongAtMs.filter((wrong) => atMs - wrong < MINUTE_MS)
      const [first] = wrongAtMs
      if (wrongAtMs.length >= MOST_WRONG && first !== undefined)
        return { ok: false, fault: { kind: 'wait', seconds: Math.ceil((first + MINUTE_MS - atMs) / 1000) } }
      const code = typedCodeOf(typed)
      // What can be no code guesses nothing.
      if (code === null) return { ok: false, fault: { kind: 'code-shape' } }
      const found = [...waiting].find(
        ([, one]) => one.token === null && one.code === code && atMs - one.madeAtMs < CODE_LASTS_MS
      )
      if (found !== undefined) return { ok: true, ticket: found[0] }
      wrongAtMs = [...wrongAtMs, atMs]
      return { ok: false, fault: { kind: 'code-unknown' } }
    },
    pair: (ticket, screen) => {
      const one = waiting.get(ticket)
      if (one === undefined || one.token !== null) return null
      const token = randomBytes(32).toString('base64url')
      const paired: PairedScreen = {
        ...screen,
        id: randomBytes(9).toString('base64url'),
        tokenHash: hashOf(token),
        pairedAtMs: nowMs(),
        lastSeenAtMs: null
      }
      keep([...screens, paired])
      one.token = token
      return paired
    },
    change: (id, screen) => keep(screens.map((one) => (one.id === id ? { ...one, ...screen } : one))),
    unpair: (id) => {
      const gone = screens.find((one) => one.id === id)
      keep(screens.filter((one) => one !== gone))
      // A browser that has not fetched its identity yet waits again, under its code.
      for (const one of waiting.values())
        if (one.token !== null && hashOf(one.token) === gone?.tokenHash) one.token = null
    },
    list: () => screens,
    find: (token) => {
      const hash = Buffer.from(hashOf(token))
      return screens.find(({ tokenHash }) => timingSafeEqual(Buffer.from(tokenHash), hash)) ?? null
    },
    seen: (id) => {
      const one = screens.find((screen) => screen.id === id)
      const atMs = nowMs()
      if (one === undefined || Math.abs(atMs - (one.lastSeenAtMs ?? 0)) < SEEN_EVERY_MS) return
      try {
        keep(screens.map((screen) => (screen === one ? { ...one, lastSeenAtMs: atMs } : screen)))
      } catch (error) {
        // It only tells a manager when: the screen has its board all the same.
        options.warn(`paired-screens.json cannot be written: ${(error as Error).message}`)
      }
    }
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
