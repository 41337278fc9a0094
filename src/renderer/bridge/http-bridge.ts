import type { BoardView, BoardViewPatch } from '../../shared/board-view.ts'
import type { TopshelfBridge } from '../../shared/channels.ts'
import type { KioskReply } from '../../shared/kiosk.ts'
import type { PairedAnswer } from '../../shared/pairing.ts'
import type { ScreenOrder } from '../../shared/screen-order.ts'
import type { SetupResult, SetupState } from '../../shared/setup.ts'
import { openBoardStream } from './board-stream.ts'
import { followHostBuild, hostBuildSettingOf } from './host-build.ts'
import { sayHere } from './screen-identity.ts'
import { callManager } from './manager-calls.ts'

const SETUP_POLL_MS = 700
const REFUSAL_WITHIN_MS = 10_000
const KIOSK_WITHIN_MS = 8000
const ALIVE_WITHIN_MS = 3000
const LOOPBACK_NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])
const REPORT_EVERY_MS = 30_000

export interface HttpBridge extends TopshelfBridge {
  /** The board is another one now: its stream ends, so that nobody counts two screens. */
  readonly end: () => void
}

/** A browser that is a screen by its own identity. */
export interface PairedBrowser {
  readonly token: () => string | null
  /** Where the host says that it belongs: elsewhere, it may be, or nowhere any more. */
  readonly onPlace: (answer: PairedAnswer) => void
}

/**
 * The bridge of a browser page: the board over server-sent events, first run over plain requests. With a location (the
 * page `/boards/{locationId}`) there is nothing to set up. The page's query goes to the host as it is.
 */
export function httpBridgeFor(
  locationId: number | null,
  query: string,
  paired: PairedBrowser | null = null
): HttpBridge {
  const viewListeners = new Set<(view: BoardView) => void>()
  const patchListeners = new Set<(patch: BoardViewPatch) => void>()
  const clockListeners = new Set<(clock: string | null) => void>()
  const aliveListeners = new Set<() => void>()
  const beatListeners = new Set<() => void>()
  const orderListeners = new Set<(order: ScreenOrder) => void>()
  const problemListeners = new Set<(problem: string | null) => void>()
  const setupListeners = new Set<(state: SetupState) => void>()
  const asked = new URLSearchParams(query)
  /** The other screens take the part of one that is not heard. */
  const isOfSeveral = asked.get('board') !== null && asked.get('screen') !== null
  const followBuild = followHostBuild(hostBuildSettingOf(window))
  /** The host's name for this page, and when what was reported to it last. */
  let page: string | null = null
  let told = ''
  let toldAtMs: number | null = null
  let endStream: (() => void) | null = null
  let hasEnded = false
  /** What came before anybody listened, in its order; null from the first listener on. */
  let early: (() => void)[] | null = []
  const deliver = (event: () => void): void => {
    if (early === null) event()
    else early.push(event)
  }
  let pollTimer: ReturnType<typeof setTimeout> | null = null

  const pollSetup = async (): Promise<void> => {
    try {
      const state = await readJson<SetupState>('/setup/state')
      for (const listener of setupListeners) listener(state)
    } catch (cause) {
      console.error('setup state cannot be read', cause)
    }
    pollTimer = setupListeners.size > 0 ? setTimeout(() => void pollSetup(), SETUP_POLL_MS) : null
  }

  /** The manager's list names a browser by its tab, and a paired one by its own name. */
  const sayWho = (): void => {
    sayHere(paired?.token() ?? null, page).then(
      (answer) => {
        if (!hasEnded) paired?.onPlace(answer)
      },
      (cause: unknown) => console.warn('the host does not take who this screen is', cause)
    )
  }

  /** As the stream's own query, so that it is answered for the same screen. */
  const askKiosk = <Answer>(call: string, body: unknown): Promise<KioskReply<Answer>> =>
    askJson(`/api/kiosk/${locationId}/${call}${queryWithToken(query, paired?.token() ?? null)}`, body)

  return {
    setupState: () =>
      locationId === null
        ? readJson<SetupState>('/setup/state')
        : Promise.resolve({ phase: 'ready', source: 'cova', locationId }),
    useDemo: () => post('/setup/use-demo', {}),
    connect: (credentials) => post('/setup/connect', credentials),
    chooseLocation: (chosen, restrictToLocationIds) =>
      post('/setup/choose-location', { locationId: chosen, restrictToLocationIds }),
    finishSetup: (answers) => post('/setup/finish', answers),
    cancelSetup: () => post('/setup/cancel', {}),
    // May be called before anybody listens, so that the board is under way while the page is still being made.
    boardReady: () => {
      endStream ??= openBoardStream({
        url: `/boards/${locationId}/stream${queryWithToken(query, paired?.token() ?? null)}`,
        listeners: {
          view: (view) => deliver(() => viewListeners.forEach((listener) => listener(view))),
          patch: (patch) => deliver(() => patchListeners.forEach((listener) => listener(patch))),
          clock: (clock) => deliver(() => clockListeners.forEach((listener) => listener(clock))),
          alive: () => deliver(() => aliveListeners.forEach((listener) => listener())),
          beat: () => deliver(() => beatListeners.forEach((listener) => listener())),
          order: (order) => {
            if (order.kind === 'look-up') sayWho()
            deliver(() => orderListeners.forEach((listener) => listener(order)))
          },
          problem: (problem) => {
            // It may be paired no more: then it shows a code again.
            if (problem !== null && paired !== null) sayWho()
            deliver(() => problemListeners.forEach((listener) => listener(problem)))
          },
          host: (host) => {
            page = host.page
            toldAtMs = null
            followBuild(host.build)
            sayWho()
          }
        },
        refusalOf,
        openEvents: (url) => new EventSource(url),
        random: Math.random
      })
      return Promise.resolve(null)
    },
    kioskSheet: (productId) => askKiosk('sheet', { productId }),
    kioskBasket: (lines, rewardId) => askKiosk('basket', { lines, rewardId }),
    kioskHandOver: (lines) => askKiosk('hand-over', { lines }),
    openManager: async () => {
      // Other machines get boards, never this; and without a PIN nothing would stand before it (docs/manager.md).
      if (LOOPBACK_NAMES.has(window.location.hostname) && (await hasManagerPin()))
        window.open('/manager', 'topshelf-manager')
      return null
    },
    screenAlive: async (report) => {
      const json = JSON.stringify(report)
      const isNews = json !== told || toldAtMs === null || Date.now() - toldAtMs >= REPORT_EVERY_MS
      // A screen that shares with nobody has only its report to give.
      if (!isOfSeveral && (page === null || report === null || !isNews)) return null
      told = json
      toldAtMs = Date.now()
      const names = page === null ? query : `${query}${query === '' ? '?' : '&'}page=${page}`
      await fetch(`/boards/${locationId}/alive${queryWithToken(names, paired?.token() ?? null)}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: json,
        signal: AbortSignal.timeout(ALIVE_WITHIN_MS)
      })
      return null
    },
    onSetupChanged: (listener) => {
      setupListeners.add(listener)
      if (locationId === null && pollTimer === null) pollTimer = setTimeout(() => void pollSetup(), SETUP_POLL_MS)
      return () => {
        setupListeners.delete(listener)
        if (setupListeners.size > 0 || pollTimer === null) return
        clearTimeout(pollTimer)
        pollTimer = null
      }
    },
    onBoardView: (listener) => {
      const stop = subscribe(viewListeners, listener)
      // The listeners of the other events are added with this one.
      queueMicrotask(() => {
        const events = early ?? []
        early = null
        for (const event of events) event()
      })
      return stop
    },
    onBoardPatch: (listener) => subscribe(patchListeners, listener),
    onClock: (listener) => subscribe(clockListeners, listener),
    onAlive: (listener) => subscribe(aliveListeners, listener),
    onBeat: (listener) => subscribe(beatListeners, listener),
    end: () => {
      hasEnded = true
      endStream?.()
    },
    onOrder: (listener) => subscribe(orderListeners, listener),
    onProblem: (listener) => subscribe(problemListeners, listener)
  }
}

/** A screen that shares its board with others is given its part by who it is. */
function queryWithToken(query: string, token: string | null): string {
  if (token === null) return query
  return `${query === '' ? '?' : `${query}&`}${new URLSearchParams({ token })}`
}

/** A host that does not say so has none. */
async function hasManagerPin(): Promise<boolean> {
  const reply = await callManager('gate:state', null, [])
  return reply.ok && reply.answer.state.kind !== 'no-pin'
}

function subscribe<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** A host that does not answer within a few seconds is asked again by whoever asked. */
async function askJson<Answer>(path: string, body: unknown): Promise<KioskReply<Answer>> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(KIOSK_WITHIN_MS)
  })
  if (response.ok) {
    const answer: Answer = await response.json()
    return { ok: true, answer }
  }
  const refusal: unknown = await response.json()
  return {
    ok: false,
    code: errorTextOf(refusal, 'code') ?? 'unavailable',
    message: errorTextOf(refusal, 'message') ?? ''
  }
}

async function readJson<T>(path: string): Promise<T> {
  const response = await fetch(path, { headers: { accept: 'application/json' }, cache: 'no-store' })
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  const body: T = await response.json()
  return body
}

/** What a host says for itself when it refuses a stream (contract, HTTP errors); an EventSource does not tell. */
async function refusalOf(url: string): Promise<string | null> {
  const asking = new AbortController()
  const limit = setTimeout(() => asking.abort(), REFUSAL_WITHIN_MS)
  try {
    const response = await fetch(url, { cache: 'no-store', signal: asking.signal })
    if (response.ok) return null
    const body: unknown = await response.json()
    return messageOf(body)
  } catch {
    return null
  } finally {
    clearTimeout(limit)
    // A stream that opened after all would stay open.
    asking.abort()
  }
}

function messageOf(body: unknown): string | null {
  return errorTextOf(body, 'message')
}

/** A field of the contract's errors. */
function errorTextOf(body: unknown, field: 'code' | 'message'): string | null {
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : null
  const fields: Readonly<Record<string, unknown>> = typeof error === 'object' && error !== null ? { ...error } : {}
  const text = fields[field]
  return typeof text === 'string' ? text : null
}

/** Setup answers say in their body what went wrong, whatever the status; anything else is one plain sentence. */
async function post(path: string, body: unknown): Promise<SetupResult> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body)
    })
    const answer: unknown = await response.json()
    if (isSetupResult(answer)) return answer
    return {
      ok: false,
      field: null,
      code: 'no-answer',
      message: `Topshelf answered with an error (${response.status}). Try again.`
    }
  } catch {
    return {
      ok: false,
      field: null,
      code: 'no-answer',
      message: 'Topshelf does not answer. Check that it is still running, then try again.'
    }
  }
}

function isSetupResult(answer: unknown): answer is SetupResult {
  return typeof answer === 'object' && answer !== null && 'ok' in answer
}
