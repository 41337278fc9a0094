/**
 * How one screen shows a location's menu. Kept in the settings file by name (`screens`), and named by a board page as
 * `?screen=NAME`; a page that names none gets the defaults, which single query keys may change.
 */
export type BoardSet =
  | { readonly kind: 'full' }
  /** Paths from the top, e.g. [["Flower"], ["Pre-rolls", "Infused"]]; a product belongs by any prefix. */
  | { readonly kind: 'classifications'; readonly paths: readonly (readonly string[])[] }
  | { readonly kind: 'shelf'; readonly shelfId: number }
  | { readonly kind: 'on-promotion' }
  | { readonly kind: 'new-arrivals' }

/** From this time of the location's wall clock on, every day, until the next one begins or the day ends. */
export interface TimedSet {
  /** "16:00". */
  readonly from: string
  readonly set: BoardSet
}

export type ScreenTheme = 'dark' | 'light' | 'contrast'
/** A built-in theme, or the store's own of that file name (docs/renderer.md, Themes). */
export type ThemeChoice = ScreenTheme | `custom:${string}`
/** Which amount is large: what is handed over, or the shelf's. */
export type PriceStyle = 'you-pay' | 'shelf-price'
export type SoldOutStyle = 'hide' | 'grey' | 'last'
/** Art direction, Density: roomy is level 1, standard 0.8, dense 0.65. */
export type DensityLevel = 'roomy' | 'standard' | 'dense'

/**
 * How the television hangs, where its system does not turn the picture: by itself, or turned to the left or to the right as
 * one stands before it.
 */
export type ScreenOrientation = 'auto' | 'landscape' | 'portrait-left' | 'portrait-right'
/** What a screen does while its store is closed. */
export type OutsideHours = 'on' | 'dim' | 'off'

/** A board to be looked at, or a kiosk to be touched (docs/kiosk.md). */
export type ScreenMode = 'board' | 'kiosk'

export interface ScreenSettings {
  readonly mode: ScreenMode
  /** A kiosk that nobody has touched for so long asks whether somebody is there. */
  readonly idleSeconds: number
  readonly set: BoardSet
  /** In force in place of `set` from their time on; empty for none. */
  readonly timedSets: readonly TimedSet[]
  readonly customer: 'recreational' | 'medical'
  readonly groupId: number | null
  readonly theme: ThemeChoice
  readonly priceStyle: PriceStyle
  readonly soldOut: SoldOutStyle
  /** A product with less in stock than this many grams or pieces is marked "Last few"; null marks none. */
  readonly lastFewBelow: string | null
  /** Null: the language of the settings, else the country's. */
  readonly language: string | null
  /** No motion at all. */
  readonly calm: boolean
  readonly dwellSeconds: number
  readonly diagonalInches: number
  readonly distanceMetres: number
  readonly level: DensityLevel
  /** Of the screen's width and height, kept free of text on every side; for televisions that cut the picture's edges. */
  readonly safeMarginPercent: number
  /** Pictures beside products that have a ladder of their own. */
  readonly pictures: boolean
  /** The store's loyalty rewards on a page of their own. */
  readonly rewardsPanel: boolean
  readonly orientation: ScreenOrientation
  readonly outsideHours: OutsideHours
}
