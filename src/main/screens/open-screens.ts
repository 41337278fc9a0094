import type { ScreenOrder } from '../../shared/screen-order.ts'

/** One that comes back within this has been on all the time: a stream ends with its engine. */
const GAP_MS = 20_000
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
}

/** The screens that are open on this host. It outlives the engine. */
export interface OpenScreens {
  /** Answers what closes it. */
  readonly open: (screen: OpenScreen) => () => void
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
    return [...entries].findLast(({ screen }) => screen.describe().page === page)
  }

  return {
    open: (screen) => {
      const entry: Entry = { screen, tab: null, pairedId: null, openedAtMs: nowMs() }
      entries.add(entry)
      return () => {
        if (!entries.delete(entry)) return
        const key = keyOf(entry)
        const span = spans.get(key)
        if (span !== undefined && ![...entries].some((other) => keyOf(other) === key)) span.leftAtMs = nowMs()
        if (entry.pairedId !== null) onGone(entry.pairedId)
      }
    },
    identified: (page, { tab, pairedId }) => {
      const entry = find(page)
      // A window is known by its display, and says nothing over the network.
      if (entry?.screen.describe().place.kind !== 'browser') return
      entry.tab = tab
      entry.pairedId = pairedId
      sinceOf(entry)
    },
    list: () =>
      [...entries].map((entry) => ({
        ...entry.screen.describe(),
        sinceMs: sinceOf(entry),
        tab: entry.tab,
        pairedId: entry.pairedId
      })),
    tell: (page, order) => {
      const entry = find(page)
      entry?.screen.tell(order)
      return entry !== undefined
    }
  }
}
