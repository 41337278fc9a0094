import { useMemo, useSyncExternalStore } from 'react'

/** Views of the window, in the order of its list. */
export const VIEW_NAMES = [
  'today',
  'screens',
  'time-machine',
  'absence',
  'register-check',
  'health',
  'print',
  'settings'
] as const
export type ViewName = (typeof VIEW_NAMES)[number]

/** Where the window is: a view, and what it is about ("store", "screen", "at", "product"). */
export interface Route {
  readonly view: ViewName
  readonly params: Readonly<Record<string, string>>
}

function onHash(changed: () => void): () => void {
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}

/** "#time-machine?store=94451": a view can be linked to, and the browser's own Back works. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(onHash, () => window.location.hash)
  return useMemo(() => routeOf(hash), [hash])
}

function routeOf(hash: string): Route {
  const [name = '', query = ''] = hash.replace(/^#/, '').split('?')
  const view = VIEW_NAMES.find((one) => one === name) ?? VIEW_NAMES[0]
  return { view, params: Object.fromEntries(new URLSearchParams(query)) }
}

/** The link to a view; the store and the screen at hand go along unless others are given. */
export function hrefOf(view: ViewName, here: Route, params: Readonly<Record<string, string | null>> = {}): string {
  const { store = null, screen = null } = here.params
  const entries = Object.entries({ store, screen, ...params }).filter(
    (entry): entry is [string, string] => entry[1] !== null
  )
  const query = new URLSearchParams(entries).toString()
  return query === '' ? `#${view}` : `#${view}?${query}`
}

export function goTo(view: ViewName, here: Route, params: Readonly<Record<string, string | null>> = {}): void {
  window.location.hash = hrefOf(view, here, params)
}

/** Changes what this view is about without a step for the browser's Back. */
export function amend(here: Route, params: Readonly<Record<string, string | null>>): void {
  const url = hrefOf(here.view, here, { ...here.params, ...params })
  window.history.replaceState(null, '', url)
  window.dispatchEvent(new HashChangeEvent('hashchange'))
}
