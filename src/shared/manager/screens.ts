import type { BoardView } from '../board-view.ts'
import type { ScreenSettings } from '../screen-settings.ts'

/** A screen's board as the engine knows it, in the manager's words. */
export interface ScreenFacts {
  /** The host's name for its page. */
  readonly page: string
  readonly locationId: number
  readonly storeName: string
  /** For what the host says of it in the store's time. */
  readonly timeZone: string | null
  /** "Flower and Pre-rolls, part 1 of 2". */
  readonly shows: string
  readonly theme: string
  /** "Page 2 of 7, all pages in 84 s"; null before it has reported. */
  readonly pages: string | null
  /** The page that is on it, from 0; null where it does not say. */
  readonly pageAt: number | null
  /** "Prices checked 4:16 pm". */
  readonly priceAge: string
  readonly stale: boolean
  /** "Heard a moment ago", "Heard 40 s ago". */
  readonly heard: string
  /** For longer than a screen that lives ever is. */
  readonly isSilent: boolean
  readonly clock: string | null
  /** "Dimmed until 9 am"; null while it is on. */
  readonly light: string | null
  /** What a manager should do something about. */
  readonly problems: readonly string[]
  /** As the board is laid out; null where the screen does not say. */
  readonly widthPx: number | null
  readonly heightPx: number | null
  /** Another one whenever its board looks otherwise. */
  readonly viewKey: string
}

export interface ScreenView {
  readonly viewKey: string
  readonly view: BoardView
}

/** What a store's menu is made of, for choosing a set from. */
export interface MenuParts {
  readonly classes: readonly {
    readonly path: readonly string[]
    /** "Flower, Indica": from the top. */
    readonly name: string
    readonly products: number
  }[]
  readonly shelves: readonly { readonly shelfId: number; readonly name: string; readonly products: number }[]
}

export type ScreenKind = 'display' | 'paired' | 'browser'

export interface ListedScreen {
  readonly id: string
  /** As "Identify" shows it. */
  readonly number: number
  readonly kind: ScreenKind
  readonly name: string
  /** "Display DELL U2412M, 1920 x 1080", "Browser at 192.168.1.20". */
  readonly where: string
  /** Whether it shows a board now; a display without one, and a browser that is closed, do not. */
  readonly isOn: boolean
  /** Whether it is paired and its page has been closed for longer than it takes to load it anew. */
  readonly isAway: boolean
  /** "Since 9:02 am"; "Last seen Nov 20, 4:20 pm". */
  readonly since: string
  readonly problems: readonly string[]
  /** Null while it shows no board, and while no engine can say. */
  readonly facts: ScreenFacts | null
  readonly locationId: number | null
  /** As it goes by them, whatever their name. */
  readonly settings: ScreenSettings
  /** The board that it shows with others; null alone. */
  readonly board: string | null
  /** A browser that is not paired has its name and its store in its address. */
  readonly mayMove: boolean
  readonly mayShare: boolean
}

export interface ScreensNews {
  readonly screens: readonly ListedScreen[]
  /** Why the engine says nothing of them, in words; null when it does. */
  readonly problem: string | null
  /** Address of the page where a browser shows its code. */
  readonly pairingAddress: string | null
  /** Browsers of other machines do not reach it. */
  readonly isPairingHere: boolean
}

/** What is to be different of a screen; a key that is absent stays. Checked one by one. */
export interface ScreenChange {
  readonly name?: string | undefined
  readonly locationId?: number | null | undefined
  readonly board?: string | null | undefined
  readonly settings?: Readonly<Record<string, unknown>> | undefined
}

export interface DayHours {
  readonly opensAt: string
  readonly closesAt: string
}

/** A store's week, Monday first. */
export interface StoreHours {
  readonly locationId: number
  /** Null is a day on which it stays closed; null as a whole where nobody has said. */
  readonly hours: readonly (DayHours | null)[] | null
  /** Names of the days, Monday first, in the manager's language. */
  readonly days: readonly string[]
  /** Whether they are the manager's own, or what Cova says. */
  readonly isOwn: boolean
}

/** Answered by the engine. */
export interface ShownScreensChannels {
  /** The screens that show a board of the engine now. */
  'screens:shown': { readonly args: readonly []; readonly answer: readonly ScreenFacts[] }
  /** The board of one of them. `viewKey` is that of the list, so that an answer is asked for once for each. */
  'screens:view': { readonly args: readonly [page: string, viewKey: string]; readonly answer: ScreenView }
  'screens:menu': { readonly args: readonly [locationId: number]; readonly answer: MenuParts }
  'screens:hours': { readonly args: readonly [locationId: number]; readonly answer: StoreHours }
}

/** Answered by the host. */
export interface ScreensChannels {
  'screens:list': { readonly args: readonly []; readonly answer: ScreensNews }
  'screens:change': { readonly args: readonly [id: string, change: ScreenChange]; readonly answer: null }
  'screens:identify': { readonly args: readonly [id: string]; readonly answer: null }
  'screens:reload': { readonly args: readonly [id: string]; readonly answer: null }
  /** Answers the id of the screen that is paired now. */
  'screens:pair': { readonly args: readonly [code: string, screen: ScreenChange]; readonly answer: string }
  'screens:unpair': { readonly args: readonly [id: string]; readonly answer: null }
  /** Null goes by what Cova says again. */
  'screens:set-hours': {
    readonly args: readonly [locationId: number, hours: readonly (DayHours | null)[] | null]
    readonly answer: null
  }
}
