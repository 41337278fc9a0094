import { managerLanguageOf, type ManagerLanguage } from '../../domain/settings/manager-language.ts'
import { momentWordsOf } from '../../domain/settings/moment-words.ts'
import { type ScreenWords, screenWordsOf } from '../../domain/screen/screen-words.ts'
import { SILENT_MS } from '../../domain/screen/screen-facts.ts'
import { settingsOfScreen } from '../../domain/screen/settings-of-screen.ts'
import type { ListedScreen, ScreenFacts } from '../../shared/manager/screens.ts'
import type { DisplayPlace, ListedOpenScreen } from '../screens/open-screens.ts'
import type { PairedScreen } from '../screens/paired-file.ts'
import type { Settings } from '../settings/settings.types.ts'
import { LOOPBACK } from '../http/loopback.ts'
import { machineZone } from './settings-news.ts'

/** A screen that the manager is told of: open, paired, or a display that shows nothing. */
export interface KnownScreen {
  readonly id: string
  readonly open: ListedOpenScreen | null
  readonly paired: PairedScreen | null
  readonly unused: DisplayPlace | null
}

/** Displays in their order, those without a board, paired browsers by name, then the other browsers as they came. */
export function knownScreensOf(
  open: readonly ListedOpenScreen[],
  paired: readonly PairedScreen[],
  unused: readonly DisplayPlace[]
): readonly KnownScreen[] {
  const windows = open.filter(({ place }) => place.kind === 'display')
  // Of two tabs of one browser, the one that came last is the screen.
  const pageOf = new Map(open.flatMap((one) => (one.pairedId === null ? [] : [[one.pairedId, one] as const])))
  const isScreen = (one: ListedOpenScreen): boolean => one.pairedId !== null && pageOf.get(one.pairedId) === one
  return [
    ...windows
      .toSorted((a, b) => compare(a.page, b.page))
      .map((one): KnownScreen => ({ id: one.page, open: one, paired: null, unused: null })),
    ...unused.map((display): KnownScreen => ({ id: unusedIdOf(display), open: null, paired: null, unused: display })),
    ...paired
      .toSorted((a, b) => compare(a.name, b.name))
      .map((one): KnownScreen => ({
        id: `paired ${one.id}`,
        open: pageOf.get(one.id) ?? null,
        paired: one,
        unused: null
      })),
    ...open
      .filter((one) => one.place.kind === 'browser' && !isScreen(one))
      .map((one): KnownScreen => ({ id: `browser ${one.tab ?? one.page}`, open: one, paired: null, unused: null }))
  ]
}

/** Time zones of the stores by id, as far as they are known: a screen that is away is told of by its store's clock. */
export type StoreZones = ReadonlyMap<number, string | null>

/** The screens as the manager reads of them, by their numbers. */
export function listedScreensOf(
  known: readonly KnownScreen[],
  numbers: readonly number[],
  /** By the ids of the screens. */
  facts: ReadonlyMap<string, ScreenFacts>,
  settings: Settings,
  nowMs: number,
  zones: StoreZones
): readonly ListedScreen[] {
  const language = managerLanguageOf(settings.language)
  return known
    .map((screen, index) => {
      const number = numbers[index] ?? index + 1
      return listedOf(screen, number, facts.get(screen.id) ?? null, settings, language, nowMs, zones)
    })
    .toSorted((a, b) => a.number - b.number)
}

function listedOf(
  { id, open, paired, unused }: KnownScreen,
  number: number,
  facts: ScreenFacts | null,
  settings: Settings,
  language: ManagerLanguage,
  nowMs: number,
  zones: StoreZones
): ListedScreen {
  const words = screenWordsOf(language)
  const storeId = paired?.locationId ?? settings.locationId
  const { settings: screen } = settingsOfScreen(settings.screens, namesOf({ open, paired }))
  const isWindow = open?.place.kind === 'display'
  const kind = isWindow || unused !== null ? 'display' : paired === null ? 'browser' : 'paired'
  const momentOf = (atMs: number): string =>
    momentWordsOf(atMs, nowMs, settings.language, facts?.timeZone ?? zones.get(storeId ?? 0) ?? machineZone())
  const seenAtMs = paired?.lastSeenAtMs ?? null
  return {
    id,
    number,
    kind,
    name: nameOf({ open, paired, unused }, words),
    where: whereOf(open, unused, words),
    isOn: open !== null,
    isAway: open === null && paired !== null && Math.abs(nowMs - (seenAtMs ?? paired.pairedAtMs)) > SILENT_MS,
    since:
      open !== null
        ? words.since(momentOf(open.sinceMs))
        : unused !== null
          ? words.noBoardOnDisplay
          : seenAtMs === null
            ? words.neverSeen
            : words.lastSeen(momentOf(seenAtMs)),
    problems: [...(facts?.problems ?? []), ...(open === null && paired !== null ? [words.closed] : [])],
    facts,
    locationId: paired?.locationId ?? facts?.locationId ?? open?.locationId ?? null,
    settings: screen,
    board: paired?.board ?? null,
    mayMove: paired !== null || displayOf(open, unused) !== null,
    mayShare: paired !== null
  }
}

/** What of the settings a screen goes by. */
export function namesOf({ open, paired }: Pick<KnownScreen, 'open' | 'paired'>) {
  if (paired !== null) return { screen: paired.name, board: paired.board, setAs: null }
  return { screen: open?.screen ?? null, board: open?.board ?? null, setAs: open?.setAs ?? null }
}

/** The display that a screen is on; null for a browser, and for an ordinary window. */
export function displayOf(open: ListedOpenScreen | null, unused: DisplayPlace | null): DisplayPlace | null {
  return unused ?? (open?.place.kind === 'display' ? open.place.display : null)
}

function nameOf({ open, paired, unused }: Omit<KnownScreen, 'id'>, words: ScreenWords): string {
  if (paired !== null) return paired.name
  if (unused !== null) return unused.label === '' ? words.displayName('') : unused.label
  if (open === null) return words.nameless
  const named = open.setAs ?? open.screen
  if (open.place.kind === 'browser') return named ?? words.nameless
  return open.setAs ?? words.displayName(/\d+$/.exec(open.page)?.[0] ?? '')
}

function whereOf(open: ListedOpenScreen | null, unused: DisplayPlace | null, words: ScreenWords): string {
  const display = displayOf(open, unused)
  if (display !== null) {
    const { width, height } = display.bounds
    const size = `${width} × ${height}`
    return display.label === '' ? words.namelessDisplay(size) : words.display(display.label, size)
  }
  if (open?.place.kind === 'display') return words.ordinaryWindow
  if (open === null) return ''
  const address = open.place.address
  return LOOPBACK.has(address) ? words.browserHere : words.browserAt(address.replace(/^::ffff:/, ''))
}

function unusedIdOf({ label, bounds: { x, y, width, height } }: DisplayPlace): string {
  return `unused ${[label, x, y, width, height].join(' ')}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
