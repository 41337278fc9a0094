import type { Audience } from '../../domain/board/board-item.ts'
import { forecastWordsOf } from '../../domain/forecast/forecast-words.ts'
import { mayBeOnScreen } from '../../domain/screen/screen-products.ts'
import type { BoardView } from '../../shared/board-view.ts'
import type { ScreenSettings } from '../../shared/screen-settings.ts'
import type { BoardRefusal } from '../engine/engine.types.ts'
import type { FoundLocation } from './board-answers.ts'
import { type BoardHead, boardFrom, createLiveBoard, type LiveBoard } from './live-board.ts'
import { createLiveView, type HouseRules, type LiveView, viewOf } from './live-view.ts'

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

/** Screens whose last look is kept, to make the next from. */
const LOOKS_KEPT = 2

interface Look {
  readonly key: string
  readonly live: LiveBoard
  readonly view: LiveView
}

/** Looks at boards of other instants. */
export interface BoardPreviews {
  /** `near`: the store's board of now, where it is open. */
  readonly look: (
    query: PreviewQuery,
    found: FoundLocation,
    screen: ScreenSettings,
    head: BoardHead,
    near: (audience: Audience) => LiveBoard | null
  ) => Previewed
}

/**
 * Boards of a screen at instants, as every board is built. Most products are the same from one instant to the next: what
 * the last look at a screen built is taken over where neither the time between them nor newer facts can have changed it.
 */
export function createBoardPreviews(house: HouseRules): BoardPreviews {
  let kept: readonly Look[] = []
  return {
    look: ({ locationId, atMs, isNow, changes }, found, screen, head, near) => {
      if (!found.ok) return found
      // A screen that shares its menu with others is shown with all of it.
      const settings = { ...screen, ...changes }
      // What the screen never shows need not be priced for somebody who looks at it.
      const products = new Map([...found.data.products].filter(([, product]) => mayBeOnScreen(product, settings)))
      // States that are kept with the data are of now.
      const data = { ...found.data, products, states: null }
      const audience: Audience = { groupId: null, customer: settings.customer }
      // Words name the store, its money and its time.
      const key = JSON.stringify([locationId, found.location, settings])
      const last = kept.find((look) => look.key === key) ?? null
      const known =
        last?.live ?? near(audience) ?? kept.find(({ live }) => isOf(live, locationId, audience))?.live ?? null
      const live =
        known === null
          ? createLiveBoard(data, found.location, audience, atMs)
          : boardFrom(known, data, found.location, atMs)
      const view = createLiveView(live, data, head, settings, house, null, atMs, last?.view ?? null)
      kept = [{ key, live, view }, ...kept.filter((look) => look !== last)].slice(0, LOOKS_KEPT)
      const { head: viewHead, items } = viewOf(view)
      if (isNow || viewHead.stale) return { ok: true, view: { head: viewHead, items } }
      const { asKnownToday } = forecastWordsOf(viewHead.language)
      return { ok: true, view: { head: { ...viewHead, ageLine: asKnownToday }, items } }
    }
  }
}

function isOf({ location, audience }: LiveBoard, locationId: number, { customer }: Audience): boolean {
  return location.locationId === locationId && audience.customer === customer
}
