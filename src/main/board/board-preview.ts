import { forecastWordsOf } from '../../domain/forecast/forecast-words.ts'
import { mayBeOnScreen } from '../../domain/screen/screen-products.ts'
import type { BoardView } from '../../shared/board-view.ts'
import type { ScreenSettings } from '../../shared/screen-settings.ts'
import type { BoardRefusal } from '../engine/engine.types.ts'
import type { FoundLocation } from './board-answers.ts'
import { type BoardHead, createLiveBoard } from './live-board.ts'
import { createLiveView, type HouseRules, viewOf } from './live-view.ts'

export interface PreviewQuery {
  readonly locationId: number
  /** A name of the settings' screens; null is a screen that nobody has set up. */
  readonly screen: string | null
  readonly atMs: number
  /** The words about the prices' age hold for now; another instant's say that it is looked at from today. */
  readonly isNow: boolean
  /** Single settings in place of the screen's own. */
  readonly changes?: Partial<ScreenSettings>
}

export type Previewed = { readonly ok: true; readonly view: BoardView } | ({ readonly ok: false } & BoardRefusal)

/**
 * The board of a screen at an instant, built as every board is, and kept by nobody. A screen that shares its menu with
 * others is shown with all of it.
 */
export function previewOf(
  { atMs, isNow, changes }: PreviewQuery,
  found: FoundLocation,
  screen: ScreenSettings,
  head: BoardHead,
  house: HouseRules
): Previewed {
  if (!found.ok) return found
  const settings = { ...screen, ...changes }
  // States that are kept with the data are of now.
  const data = { ...found.data, states: null }
  // What the screen never shows need not be priced for somebody who looks at it.
  const products = new Map([...data.products].filter(([, product]) => mayBeOnScreen(product, settings)))
  const audience = { groupId: null, customer: settings.customer }
  const live = createLiveBoard({ ...data, products }, found.location, audience, atMs)
  const { head: viewHead, items } = viewOf(createLiveView(live, data, head, settings, house, null, atMs))
  if (isNow || viewHead.stale) return { ok: true, view: { head: viewHead, items } }
  const { asKnownToday } = forecastWordsOf(viewHead.language)
  return { ok: true, view: { head: { ...viewHead, ageLine: asKnownToday }, items } }
}
