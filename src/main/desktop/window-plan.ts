import type { DisplaySettings, KnownDisplay } from '../../shared/display-settings.ts'

export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A display as the system tells of it, as far as windows go by it. */
export interface MachineDisplay {
  /** The system's; two displays of one model may have the same, and it may be another after a restart. */
  readonly id: number
  readonly label: string
  /** In the system's own units. */
  readonly bounds: Bounds
  readonly isPrimary: boolean
}

/** Which part of the machine's menu a window shows, and as what. */
export interface WindowPart {
  /** The screen's name among those of the machine. */
  readonly screen: string
  /** The board that it shows with the others; null where it is alone. */
  readonly board: string | null
  /** The settings it goes by; null are those of all displays. */
  readonly setAs: string | null
  /** Null is the machine's own location. */
  readonly locationId: number | null
}

export interface PlannedWindow {
  /** Null for an ordinary window, which no display holds. */
  readonly display: MachineDisplay | null
  readonly part: WindowPart
  /** First run and what is asked of the manager is here. */
  readonly isFirst: boolean
}

/** The board that the windows of a machine show together, and the screen of the settings that all of them go by. */
export const DISPLAYS_BOARD = 'displays'

/**
 * The windows there should be: one for each display that is to show a board, named from left to right and from top to
 * bottom, so that the menu reads as the displays hang (docs/board.md, Windows of one machine). Empty for no display.
 */
export function planWindows(displays: readonly MachineDisplay[], settings: DisplaySettings): readonly PlannedWindow[] {
  const placed = placedOf(displays)
  const entries = entriesFor(placed, settings.known)
  const used = placed.filter(
    (display) =>
      entries.get(display)?.board !== false && (settings.mode === 'one-menu' || placed.length < 2 || display.isPrimary)
  )
  const first = used.find(({ isPrimary }) => isPrimary) ?? used[0]
  return used.map((display, index) => ({
    display,
    part: {
      screen: screenNameOf(index, used.length),
      board: used.length > 1 ? DISPLAYS_BOARD : null,
      setAs: entries.get(display)?.screen ?? null,
      locationId: entries.get(display)?.locationId ?? null
    },
    isFirst: display === first
  }))
}

/** Ordinary windows that share the menu as displays would, for trying on a machine with one display. */
export function planOrdinaryWindows(count: number): readonly PlannedWindow[] {
  return Array.from({ length: count }, (_, index) => ({
    display: null,
    part: {
      screen: screenNameOf(index, count),
      board: count > 1 ? DISPLAYS_BOARD : null,
      setAs: null,
      locationId: null
    },
    isFirst: index === 0
  }))
}

/** From left to right, then from top to bottom. Displays at one place mirror each other and are one. */
function placedOf(displays: readonly MachineDisplay[]): readonly MachineDisplay[] {
  return displays
    .toSorted((a, b) => a.bounds.x - b.bounds.x || a.bounds.y - b.bounds.y)
    .filter((display, _, all) => {
      const there = all.filter(({ bounds }) => isSamePlace(bounds, display.bounds))
      return display === (there.find(({ isPrimary }) => isPrimary) ?? there[0])
    })
}

/** Parts go by name, in the order of code points: ten and more are numbered with two digits. */
function screenNameOf(index: number, count: number): string {
  return `display ${String(index + 1).padStart(String(count).length, '0')}`
}

/** Each entry is about the first display that has everything it names. */
function entriesFor(
  displays: readonly MachineDisplay[],
  known: readonly KnownDisplay[]
): ReadonlyMap<MachineDisplay, KnownDisplay> {
  const entries = new Map<MachineDisplay, KnownDisplay>()
  for (const entry of known) {
    const display = displays.find((one) => !entries.has(one) && isNamedBy(one, entry))
    if (display !== undefined) entries.set(display, entry)
  }
  return entries
}

/** A display as a settings page lists it: connected or remembered, with the entry it goes by, or the one it would get. */
export interface DisplayRow {
  /** Null for one that is not connected now. */
  readonly display: MachineDisplay | null
  readonly entry: KnownDisplay
  /** Whether the settings have the entry already. */
  readonly isKnown: boolean
}

/** Displays from left to right, then what the settings remember of others. */
export function displayRowsOf(displays: readonly MachineDisplay[], settings: DisplaySettings): readonly DisplayRow[] {
  const placed = placedOf(displays)
  const entries = entriesFor(placed, settings.known)
  const used = new Set(entries.values())
  return [
    ...placed.map((display): DisplayRow => {
      const entry = entries.get(display)
      const { label, bounds } = display
      return entry === undefined
        ? { display, entry: { label, ...bounds, board: true, screen: null, locationId: null }, isKnown: false }
        : { display, entry, isKnown: true }
    }),
    ...settings.known
      .filter((entry) => !used.has(entry))
      .map((entry): DisplayRow => ({ display: null, entry, isKnown: true }))
  ]
}

function isNamedBy({ label, bounds }: MachineDisplay, entry: KnownDisplay): boolean {
  const named = [
    [entry.label, label],
    [entry.x, bounds.x],
    [entry.y, bounds.y],
    [entry.width, bounds.width],
    [entry.height, bounds.height]
  ]
  return named.every(([wanted, is]) => wanted === null || wanted === is)
}

/** From the surest to the weakest: an id alone may be another display's of the same model. */
const RECOGNITIONS: readonly ((a: MachineDisplay, b: MachineDisplay) => boolean)[] = [
  (a, b) => a.id === b.id && isSamePlace(a.bounds, b.bounds),
  (a, b) => a.id === b.id,
  (a, b) => a.label === b.label && isSamePlace(a.bounds, b.bounds),
  (a, b) => a.label === b.label && a.bounds.width === b.bounds.width && a.bounds.height === b.bounds.height
]

/**
 * Which open window becomes which planned one: that on the same display, recognised by id, label, size and place, each
 * at most once. An ordinary window is recognised by its screen's name.
 */
export function windowsKept<Open extends { readonly plan: PlannedWindow }>(
  open: readonly Open[],
  planned: readonly PlannedWindow[]
): ReadonlyMap<Open, PlannedWindow> {
  const kept = new Map<Open, PlannedWindow>()
  const taken = new Set<PlannedWindow>()
  for (const isSame of RECOGNITIONS)
    for (const window of open) {
      if (kept.has(window)) continue
      const plan = planned.find((one) => !taken.has(one) && isSameWindow(window.plan, one, isSame))
      if (plan === undefined) continue
      kept.set(window, plan)
      taken.add(plan)
    }
  return kept
}

function isSameWindow(
  a: PlannedWindow,
  b: PlannedWindow,
  isSameDisplay: (a: MachineDisplay, b: MachineDisplay) => boolean
): boolean {
  if (a.display === null || b.display === null) return a.display === b.display && a.part.screen === b.part.screen
  return isSameDisplay(a.display, b.display)
}

/** The displays as an entry of `known` names them: `"SAMSUNG" 1920 x 1080 at 0, 0`, from left to right. */
export function displayWordsOf(displays: readonly MachineDisplay[]): string {
  return placedOf(displays)
    .map(({ label, bounds: { x, y, width, height } }) => `${JSON.stringify(label)} ${width} x ${height} at ${x}, ${y}`)
    .join('; ')
}

/** Whether two rectangles are the same one. */
export function isSamePlace(a: Bounds, b: Bounds): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
}
