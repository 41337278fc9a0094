import type { MarketProfile, MarketRule } from '../../domain/market/market-profile.ts'
import type { DisplaySettings } from '../../shared/display-settings.ts'
import type { MarketAnswer, MarketHide } from '../../shared/setup.ts'
import type { MachineDisplay } from '../desktop/window-plan.ts'

/** The profile that holds what a store said of its market at first run. */
export const FIRST_RUN_PROFILE = 'first-run'

const RULES: Readonly<
  Record<MarketHide, Exclude<MarketRule['kind'], 'show-quantities' | 'require-notice' | 'require-age-gate'>>
> = {
  promotions: 'hide-promotions',
  reductions: 'hide-reductions',
  potency: 'hide-potency',
  pictures: 'hide-pictures'
}

/**
 * A market profile of what the store said is restricted: in force from now on, and a lead until counsel has checked it
 * (docs/market-profiles.md). Null where nothing is.
 */
export function profileOfAnswer(answer: MarketAnswer, nowMs: number): MarketProfile | null {
  if (answer.kind !== 'restricted') return null
  const date = new Date(nowMs).toISOString().slice(0, 10)
  return {
    id: FIRST_RUN_PROFILE,
    name: 'As the store said at first run',
    status: 'lead-for-counsel',
    rules: [...new Set(answer.hides)].map((hide) => ({
      kind: RULES[hide],
      source: 'The store, at first run; no law or bulletin was named',
      date
    }))
  }
}

/** The displays' settings with a board on those that were chosen; what is said of other displays stays. */
export function displaysWithBoards(
  settings: DisplaySettings,
  offered: readonly MachineDisplay[],
  chosen: readonly boolean[]
): DisplaySettings {
  const rest = new Map(offered.map((display, index) => [display, chosen[index] ?? true]))
  const known = settings.known.map((entry) => {
    const display = [...rest.keys()].find(({ label, bounds }) => isAt(entry, label, bounds))
    if (display === undefined) return entry
    const board = rest.get(display) ?? true
    rest.delete(display)
    return { ...entry, board }
  })
  const added = [...rest].flatMap(([{ label, bounds }, board]) =>
    // A display that shows a board needs no word about it.
    board ? [] : [{ label, ...bounds, board, screen: null, locationId: null }]
  )
  return { ...settings, known: [...known, ...added] }
}

function isAt(entry: DisplaySettings['known'][number], label: string, { x, y }: MachineDisplay['bounds']): boolean {
  return entry.label === label && entry.x === x && entry.y === y
}
