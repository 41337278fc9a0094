import type { ViewLight } from '../../shared/board-view.ts'
import type { OutsideHours } from '../../shared/screen-settings.ts'
import { openSpansIn, type WeeklyHours } from '../schedule/opening-hours.ts'
import { DAY_MS } from '../schedule/wall-clock.ts'

/** A screen that loses its host goes by itself for so long, and is on after it. */
const PLANNED_MS = 8 * DAY_MS

/** Whether a screen is lit at an instant, and what follows. */
export interface ScreenLight {
  readonly now: OutsideHours
  /** In order; the last turns it on. Empty where nothing changes. */
  readonly changes: readonly { readonly atMs: number; readonly light: OutsideHours }[]
}

const ALWAYS_ON: ScreenLight = { now: 'on', changes: [] }

/**
 * A screen is on while its store is open, and outside the hours as it is set. Without known hours, without a known zone and
 * in a week without any opening it is always on: a board never goes dark by a mistake.
 */
export function screenLightAt(
  outside: OutsideHours,
  hours: WeeklyHours | null,
  timeZone: string | null,
  atMs: number
): ScreenLight {
  if (outside === 'on' || hours === null || timeZone === null) return ALWAYS_ON
  const spans = openSpansIn(hours, timeZone, atMs, atMs + PLANNED_MS)
  if (spans.length === 0) return ALWAYS_ON
  const isOpen = spans.some(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs)
  const changes = spans
    .flatMap(({ fromMs, toMs }): ScreenLight['changes'] => [
      { atMs: fromMs, light: 'on' },
      { atMs: toMs, light: outside }
    ])
    .filter((change) => change.atMs > atMs && change.atMs < atMs + PLANNED_MS)
  return {
    now: isOpen ? 'on' : outside,
    changes:
      changes.at(-1)?.light === 'on' || changes.length === 0
        ? changes
        : [...changes, { atMs: atMs + PLANNED_MS, light: 'on' }]
  }
}

/** The same as a screen is told it: times are distances, so that it needs no clock. */
export function viewLightOf({ now, changes }: ScreenLight, atMs: number): ViewLight {
  return { now, later: changes.map((change) => ({ light: change.light, inMs: change.atMs - atMs })) }
}
