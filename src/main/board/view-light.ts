import { type ScreenLight, screenLightAt, viewLightOf } from '../../domain/screen/screen-light.ts'
import type { ViewLight } from '../../shared/board-view.ts'
import type { ScreenSettings } from '../../shared/screen-settings.ts'
import type { HouseRules } from './live-view.ts'

/** Whose light it is: how the screen is set, the house's hours, and where it hangs. */
interface LitScreen {
  readonly settings: ScreenSettings
  readonly house: HouseRules
  readonly location: { readonly locationId: number; readonly timeZone: string | null }
}

/** Whether the screen is lit at an instant, as it is told. */
export function lightOf(screen: LitScreen, nowMs: number): ViewLight {
  return viewLightOf(screenLightIn(screen, nowMs), nowMs)
}

/** When it goes on, dims or goes off next; null where it never does. */
export function lightChangesAtMs(screen: LitScreen, nowMs: number): number | null {
  return screenLightIn(screen, nowMs).changes[0]?.atMs ?? null
}

function screenLightIn({ settings, house, location }: LitScreen, nowMs: number): ScreenLight {
  const hours = house.hoursOf?.(location.locationId) ?? null
  return screenLightAt(settings.outsideHours, hours, location.timeZone, nowMs)
}
