import type { BoardView, BoardViewPatch } from '../../shared/board-view.ts'
import type { ScreenOrder } from '../../shared/screen-order.ts'
import type { BoardListeners } from './host-silence.ts'

export interface BoardStreamListeners extends BoardListeners {
  readonly alive: () => void
  readonly beat: () => void
  /** Told first: the build of the page that the host serves now, and its name for this page while the stream is open. */
  readonly host: (host: { readonly build: string; readonly page: string }) => void
  /** What the host tells this one screen to do. */
  readonly order: (order: ScreenOrder) => void
  /** Why the host gives no board, in words; null once it does. */
  readonly problem: (message: string | null) => void
}

/** The part of the browser's EventSource that a stream needs. */
export interface ServerEvents {
  addEventListener: (name: string, listener: (event: { readonly data?: unknown }) => void) => void
  close: () => void
}

export interface BoardStreamSetting {
  readonly url: string
  readonly listeners: BoardStreamListeners
  readonly openEvents: (url: string) => ServerEvents
  /** Why a stream is refused, in words; null where it is not, or nobody answers. */
  readonly refusalOf: (url: string) => Promise<string | null>
  /** Between 0 and 1: spreads the screens of a store that lost their host together. */
  readonly random: () => number
}

const FIRST_RETRY_MS = 1000
const MOST_RETRY_MS = 30_000
/** A host says several times a minute that it is alive; without a word for so long the line is dead. */
const SILENCE_MS = 130_000

/**
 * Listens to a board's server-sent events and never gives up: reconnects with backoff after an error, an answer that is
 * no stream, or a silence. Where a stream is refused, the host is asked for the reason.
 * Answers with a function that ends it.
 */
export function openBoardStream(setting: BoardStreamSetting): () => void {
  const { listeners } = setting
  let events: ServerEvents | null = null
  let failures = 0
  let ended = false
  const timers = new Map<'retry' | 'silence', ReturnType<typeof setTimeout>>()

  const arm = (name: 'retry' | 'silence', delayMs: number, act: () => void) => {
    clearTimeout(timers.get(name))
    timers.set(name, setTimeout(act, delayMs))
  }

  const heard = () => {
    failures = 0
    arm('silence', SILENCE_MS, retry)
  }

  const askForReason = async (): Promise<void> => {
    const problem = await setting.refusalOf(setting.url)
    // A stream that opened meanwhile says more than an old answer.
    if (!ended && problem !== null && failures > 0) listeners.problem(problem)
  }

  const retry = () => {
    events?.close()
    events = null
    if (ended) return
    const delayMs = Math.min(MOST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(failures, 10))
    failures += 1
    clearTimeout(timers.get('silence'))
    arm('retry', delayMs * (0.8 + 0.4 * setting.random()), connect)
  }

  const connect = () => {
    const opened = setting.openEvents(setting.url)
    events = opened
    let spoke = false
    const on = (
      name: 'host' | 'view' | 'patch' | 'clock' | 'alive' | 'beat' | 'order',
      take: (data: unknown) => void
    ) =>
      opened.addEventListener(name, (event) => {
        if (events !== opened) return
        const read = parsed(event.data)
        if (read === undefined) return
        heard()
        if (!spoke) listeners.problem(null)
        spoke = true
        take(read)
      })
    on('host', (data) => {
      const { build, page } = isObject(data) ? data : {}
      if (typeof build === 'string' && typeof page === 'string') listeners.host({ build, page })
    })
    on('view', (data) => {
      if (isBoardView(data)) listeners.view(data)
    })
    on('patch', (data) => {
      if (isPatch(data)) listeners.patch(data)
    })
    on('clock', (data) => listeners.clock(clockOf(data)))
    on('alive', () => listeners.alive())
    on('beat', () => listeners.beat())
    on('order', (data) => {
      if (isOrder(data)) listeners.order(data)
    })
    opened.addEventListener('error', () => {
      if (events !== opened) return
      retry()
      if (!spoke) void askForReason()
    })
    arm('silence', SILENCE_MS, retry)
  }

  connect()
  return () => {
    ended = true
    events?.close()
    events = null
    for (const timer of timers.values()) clearTimeout(timer)
  }
}

/** A payload that is not JSON is told to the log and dropped: the board stays as it is. */
function parsed(data: unknown): unknown {
  try {
    return typeof data === 'string' ? JSON.parse(data) : undefined
  } catch (cause) {
    console.error('board event is not JSON', cause)
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isBoardView(value: unknown): value is BoardView {
  const sound = isObject(value) && isObject(value['head']) && Array.isArray(value['items'])
  if (!sound) console.error('board event without a head or items')
  return sound
}

function isPatch(value: unknown): value is BoardViewPatch {
  return isBoardView(value) && 'removed' in value && Array.isArray(value.removed) && 'order' in value
}

/** Of a host that is newer than this page, an order may be unknown: it is passed over. */
function isOrder(value: unknown): value is ScreenOrder {
  const kind = isObject(value) ? value['kind'] : null
  return kind === 'identify' || kind === 'reload' || kind === 'look-up'
}

function clockOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  const clock = isObject(value) ? value['clock'] : null
  return typeof clock === 'string' ? clock : null
}
