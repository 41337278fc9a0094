import { isScreen } from '../board/asked-screens.ts'
import type { ViewQuery } from '../engine/engine.types.ts'
import type { Pairing } from '../screens/pairing.ts'

/** Longer ones are nobody's. */
const LONGEST_TOKEN = 100

/** What a page asked for, and what it is given. */
export interface AskedPage {
  readonly query: ViewQuery
  /** Of the screen that it is paired as; null for any other page. */
  readonly pairedId: string | null
}

/** The board pages that are open, each by the name that the host gave it, which nobody else knows. */
export interface ScreenPages {
  /** What of an address is true: whose the page is, the manager's list says, and never the address (docs/board.md). */
  readonly take: (asked: ViewQuery, token: unknown) => AskedPage
  /** Answers what forgets the page. */
  readonly open: (page: string, asked: ViewQuery, token: unknown) => () => void
  /** As what a page is heard that says it lives. */
  readonly heard: (asked: ViewQuery, page: string | null) => ViewQuery
}

/** `pairing` is null where no browser can be paired. */
export function createScreenPages(pairing: Pick<Pairing, 'find'> | null): ScreenPages {
  const pages = new Map<string, { readonly asked: ViewQuery; readonly token: unknown; readonly query: ViewQuery }>()

  function take(asked: ViewQuery, token: unknown): AskedPage {
    const isToken = typeof token === 'string' && token.length <= LONGEST_TOKEN
    const paired = isToken && isScreen(asked) ? (pairing?.find(token) ?? null) : null
    if (paired === null) return { query: asked, pairedId: null }
    const { id, locationId, name, board } = paired
    return { query: { ...asked, locationId, screen: name, board, isOwn: true }, pairedId: id }
  }

  return {
    take,
    open: (page, asked, token) => {
      pages.set(page, { asked, token, query: { ...take(asked, token).query, page } })
      return () => void pages.delete(page)
    },
    heard: (asked, page) => {
      const known = page === null ? undefined : pages.get(page)
      // A name that no stream was given may be a window's.
      if (known === undefined) return { ...asked, page: null }
      const now = { ...take(known.asked, known.token).query, page }
      // The list says otherwise by now, and the page has not gone there yet: the others take its part.
      return isSamePlace(now, known.query) ? known.query : { ...known.query, board: null }
    }
  }
}

function isSamePlace(a: ViewQuery, b: ViewQuery): boolean {
  return (['isOwn', 'locationId', 'screen', 'board'] as const).every((key) => a[key] === b[key])
}
