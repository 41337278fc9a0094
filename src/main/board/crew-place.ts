import type { ScreenSettings } from '../../shared/screen-settings.ts'
import type { ViewQuery } from '../engine/engine.types.ts'
import type { CrewPlace } from './crews.ts'

/**
 * A page that names its board and itself is one of several screens. It shares with those that show the same: parts of
 * different menus would leave products out. Screens of the host's own share with each other alone: whoever else names
 * their board must not take products off them.
 */
export function placeOf(query: ViewQuery, settings: ScreenSettings): CrewPlace | null {
  const { locationId, board, screen, atMs, phone, isOwn = false } = query
  // A kiosk shows the whole menu to whoever stands before it.
  if (settings.mode === 'kiosk') return null
  if (typeof board !== 'string' || typeof screen !== 'string' || phone === true) return null
  const { customer, set, timedSets, soldOut } = settings
  return {
    crewKey: JSON.stringify([isOwn, locationId, board, atMs, customer, set, timedSets, soldOut === 'hide']),
    screen
  }
}

/** What an address can name without end. What the settings know are few, and the host's own screens are let in. */
export function isMadeUp({ changes = {}, groupId, isOwn }: ViewQuery, place: CrewPlace | null): boolean {
  return groupId !== null || Object.keys(changes).length > 0 || (place !== null && isOwn !== true)
}
