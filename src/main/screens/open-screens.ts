import type { ScreenOrder } from '../../shared/screen-order.ts'

/** One that comes back within this has been on all the time: a stream ends with its engine. */
const GAP_MS = 20_000
/** One whose engine ended comes back within this; until then it is as it was. */
const BACK_WITHIN_MS = 12_000
const MOST_REMEMBERED = 500

/** A screen of this host as it is now: a window of this machine, or a page in some browser. */
export interface ScreenDescription {
  /** The host's name for its page, as the engine knows it. */
  readonly page: string
  readonly locationId: number | null
  /** Its own name, that of the board it shows with others, and the settings it goes by where that is not its name. */
  readonly screen: string | null
  readonly board: string | null
  readonly setAs: string | null
  readonly place:
    | { readonly kind: 'display'; readonly display: DisplayPlace | null }
    | { readonly kind: 'browser'; readonly address: string }
}

/** What a display is recognised by in the settings. */
export interface DisplayPlace {
  readonly label: string
  readonly bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

export interface OpenScreen {
  readonly describe: () => ScreenDescription
  readonly tell: (order: ScreenOrder) => void
}

/** A screen that is open, with what it said of itself since. */
export interface ListedOpenScreen extends ScreenDescription {
  readonly sinceMs: number
  /** Of the page as long as it is loaded, whatever happens to its stream; null where it has not said. */
  readonly tab: string | null
  readonly pairedId: string | null
  /** Its engine ended, and it is expected to come back to the next one. */
  readonly isComingBack: boolean
}

/** The screens that are open on this host. It outlives the engine. */
export interface OpenScreens {
  /** Answers what closes it; told whether that was for its engine's end, after which a page comes back by itself. */
  readonly open: (screen: OpenScreen) => (engineEnded?: boolean) => void
  /** A page says which of its tabs it is, and the host knows whether it is paired. */
  readonly identified: (page: string, who: { readonly tab: string | null; readonly pairedId: string | null }) => void
  /** In the order they came. */
  readonly list: () => readonly ListedOpenScreen[]
  /** False where no such page is open. */
  readonly tell: (page: string, order: ScreenOrder) => boolean
}

interface Entry {
  readonly screen: OpenScreen
  tab: string | null
  pairedId: string | null
  openedAtMs: number
  /** When its engine ended; null while it is open. */
  leftAtMs: number | null
}

/** `onGone` is told when a paired screen's page is closed. */
export function createOpenScreens(nowMs: () => number, onGone: (pairedId: string) => void): OpenScreens {
  const entries = new Set<Entry>()
  /** Since when each has been on, and when it left. */
  const spans = new Map<string, { readonly sinceMs: number; leftAtMs: number | null }>()

  function keyOf({ screen, tab, pairedId }: Entry): string {
    return pairedId ?? tab ?? screen.describe().page
  }

  function sinceOf(entry: Entry): number {
    const key = keyOf(entry)
    const known = spans.get(key)
    const goesOn = known !== undefined && (known.leftAtMs === null || nowMs() - known.leftAtMs < GAP_MS)
    const span = goesOn ? known : { sinceMs: entry.openedAtMs, leftAtMs: null }
    span.leftAtMs = null
    spans.delete(key)
    spans.set(key, span)
    const [oldest] = spans.keys()
    if (spans.size > MOST_REMEMBERED && oldest !== undefined) spans.delete(oldest)
    return span.sinceMs
  }

  function find(page: string): Entry | undefined {
    return [...entries].findLast(({ screen, leftAtMs }) => leftAtMs === null && screen.describe().page === page)
  }

  /** Those that were expected back, until they are or it has been too long. */
  function comingBack(): readonly Entry[] {
    const coming: Entry[] = []
    for (const entry of entries) {
      if (entry.leftAtMs === null) continue
      const isBack = [...entries].some((one) => one.leftAtMs === null && keyOf(one) === keyOf(entry))
      if (isBack || Math.abs(nowMs() - entry.leftAtMs) > BACK_WITHIN_MS) entries.delete(entry)
      else coming.push(entry)
    }
    return coming
  }

  return {
    open: (screen) => {
      const entry: Entry = { screen, tab: null, pairedId: null, openedAtMs: nowMs(), leftAtMs: null }
      entries.add(entry)
      return (engineEnded = false) => {
        if (!entries.has(entry) || entry.leftAtMs !== null) return
        if (engineEnded) entry.leftAtMs = nowMs()
        else entries.delete(entry)
        const key = keyOf(entry)
        const span = spans.get(key)
        if (span !== undefined && ![...entries].some((one) => one.leftAtMs === null && keyOf(one) === key))
          span.leftAtMs = nowMs()
        if (entry.pairedId !== null) onGone(entry.pairedId)
      }
    },
    identified: (page, { tab, pairedId }) => {
      const entry = find(page)
      // A window is known by its display, and says nothing over the network.
      if (entry?.screen.describe().place.kind !== 'browser') return
      entry.tab = tab ?? entry.tab
      entry.pairedId = pairedId
      sinceOf(entry)
    },
    list: () => {
      const coming = comingBack()
      const listed = [...entries].filter((entry) => !isUnsaid(entry) || !coming.some((one) => looksAlike(one, entry)))
      return listed.map((entry) => ({
        ...entry.screen.describe(),
        sinceMs: entry.leftAtMs === null ? sinceOf(entry) : (spans.get(keyOf(entry))?.sinceMs ?? entry.openedAtMs),
        tab: entry.tab,
        pairedId: entry.pairedId,
        isComingBack: entry.leftAtMs !== null
      }))
    },
    tell: (page, order) => {
      const entry = find(page)
      entry?.screen.tell(order)
      return entry !== undefined
    }
  }
}

/** A page says which of its tabs it is only once its stream is open. */
function isUnsaid({ tab, pairedId, leftAtMs, screen }: Entry): boolean {
  return leftAtMs === null && tab === null && pairedId === null && screen.describe().place.kind === 'browser'
}

/** May be the one that is expected back: listed when it has said so, and not as another one meanwhile. */
function looksAlike(a: Entry, b: Entry): boolean {
  const look = ({ screen }: Entry): string => JSON.stringify({ ...screen.describe(), page: '' })
  return look(a) === look(b)
}
