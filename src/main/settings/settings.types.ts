import type { WeeklyHours } from '../../domain/schedule/opening-hours.ts'
import type { ScreenSettings } from '../../shared/screen-settings.ts'
import type { RegisterReport } from '../../shared/manager/register.ts'
import type { StoreRewards } from '../../shared/rewards.ts'
import type { UpdateSettings } from '../../shared/update.ts'
import type { DisplaySettings } from '../../shared/display-settings.ts'

/** What this machine gives to its network (docs/security.md). */
export interface NetworkSettings {
  /** Whether the desktop app serves its boards to others; `serve` goes by its `--host`. */
  readonly serve: boolean
  /** Who of the network may read boards without showing who they are. */
  readonly boards: 'paired' | 'everybody'
  /** What others call this machine by, beside its own name and addresses: "menu.lan". */
  readonly names: readonly string[]
}

/**
 * What a manager has chosen. It cannot be had from Cova again, so it lives in a file of its own beside the cache.
 * Credentials are not here.
 */
export interface Settings {
  readonly version: number
  readonly source: 'demo' | 'cova' | null
  /** The location that this machine's screen shows. */
  readonly locationId: number | null
  /** Locations to serve; null is every one. */
  readonly restrictToLocationIds: readonly number[] | null
  /** Provinces and states to serve, such as "CA-SK" (country and Cova's state code); null is every one. */
  readonly markets: readonly string[] | null
  /** Nothing is asked of Cova since then; boards stay, and say how old their prices are. */
  readonly frozen: { readonly since: string } | null
  /** IANA names by location id. */
  readonly timeZoneOverrides: Readonly<Record<number, string>>
  readonly currencyOverrides: Readonly<Record<number, 'CAD' | 'USD'>>
  /** By location id; a store without goes by what Cova says of it. */
  readonly openingHours: Readonly<Record<number, WeeklyHours>>
  /** Prices older than this are stale (contract). */
  readonly staleAfterMinutes: number
  /** Prices that nobody has confirmed for longer are not shown any more: "Ask for today's price" in their place. */
  readonly askPriceAfterHours: number
  /** BCP 47; null follows the location. */
  readonly language: string | null
  /** How screens show a menu, by the name a board page gives (`?screen=`); `default` is for pages that give none. */
  readonly screens: Readonly<Record<string, ScreenSettings>>
  readonly displays: DisplaySettings
  /** "#1d5a46": the spine of every board; null keeps the theme's. */
  readonly storeColour: string | null
  /** File of the data directory with the store's logo; null writes the store's name (docs/pictures.md). */
  readonly storeLogo: string | null
  /** "https://menu.example": what phones call this machine, where that is not its own address; null goes by the network. */
  readonly publicUrl: string | null
  readonly network: NetworkSettings
  /** How the register's report is read: header by column. Null until one has been imported. */
  readonly registerReport: RegisterReport | null
  /** Loyalty rewards by location id; a store without an entry has none. */
  readonly rewards: Readonly<Record<number, StoreRewards>>
  /** Where new versions come from, and which (docs/updates.md). */
  readonly updates: UpdateSettings
  /** Whether a packaged app that shows a real store is started with the machine (docs/updates.md). */
  readonly startAtBoot: boolean
  /** The market profile in use; its rules apply only once the store has confirmed it. */
  readonly market: { readonly profile: string; readonly confirmed: boolean } | null
}

export interface LoadedSettings {
  readonly settings: Settings
  /** Where a copy of a damaged file was put, or null. */
  readonly movedAside: string | null
  /** One line for the manager where something was wrong with the file, or null. */
  readonly problem: string | null
}

export type SavedSettings =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'disk-full' | 'data-dir-unwritable'; readonly message: string }
