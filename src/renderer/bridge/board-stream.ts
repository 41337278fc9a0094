import type { BoardView, BoardViewPatch, ViewHead } from '../../shared/board-view.ts'

export interface BoardStreamListeners {
  readonly view: (view: BoardView) => void
  readonly patch: (patch: BoardViewPatch) => void
  readonly clock: (clock: string | null) => void
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
  /** Between 0 and 1: spreads the screens of a store that lost their host together. */
  readonly random: () => number
}

const FIRST_RETRY_MS = 1000
const MOST_RETRY_MS = 30_000
/** A host says something at least once a minute (its clock); two such silences mean the line is dead. */
const SILENCE_MS = 130_000
/** Without a host the clock would stand still: no clock is better than a wrong one. */
const CLOCK_LOST_MS = 90_000
/** Prices that nobody has confirmed for so long are shown as old ("Prices from ..."): the host's own limit. */
const PRICES_LOST_MS = 15 * 60_000

/**
 * Listens to a board's server-sent events and never gives up: reconnects with backoff after an error, an answer that is
 * no stream, or a silence. Nothing is taken off the screen; without a host only the clock goes, and prices turn stale.
 * Answers with a function that ends it.
 */
export function openBoardStream(setting: BoardStreamSetting): () => void {
  const { listeners } = setting
  let events: ServerEvents | null = null
  let failures = 0
  let head: ViewHead | null = null
  let ended = false
  const timers = new Map<'retry' | 'silence' | 'clock' | 'prices', ReturnType<typeof setTimeout>>()

  const arm = (name: 'retry' | 'silence' | 'clock' | 'prices', delayMs: number, act: () => void) => {
    clearTimeout(timers.get(name))
    timers.set(name, setTimeout(act, delayMs))
  }

  const heard = () => {
    failures = 0
    arm('silence', SILENCE_MS, retry)
    arm('clock', CLOCK_LOST_MS, () => listeners.clock(null))
    arm('prices', PRICES_LOST_MS, () => {
      if (head === null || head.stale) return
      head = { ...head, stale: true, clock: null }
      listeners.patch({ head, items: [], removed: [], order: null })
    })
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
    const on = (name: 'view' | 'patch' | 'clock', take: (data: unknown) => void) =>
      opened.addEventListener(name, (event) => {
        if (events !== opened) return
        const read = parsed(event.data)
        if (read === undefined) return
        heard()
        take(read)
      })
    on('view', (data) => {
      if (!isBoardView(data)) return
      head = data.head
      listeners.view(data)
    })
    on('patch', (data) => {
      if (!isPatch(data)) return
      head = data.head
      listeners.patch(data)
    })
    on('clock', (data) => listeners.clock(clockOf(data)))
    opened.addEventListener('error', () => {
      if (events === opened) retry()
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

function clockOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  const clock = isObject(value) ? value['clock'] : null
  return typeof clock === 'string' ? clock : null
}
