import type { ViewKiosk, ViewKioskItem } from './kiosk.ts'
import type { RewardsInWords } from './rewards.ts'
import type {
  DensityLevel,
  OutsideHours,
  PriceStyle,
  ScreenMode,
  ScreenOrientation,
  ScreenTheme,
  SoldOutStyle
} from './screen-settings.ts'

/**
 * What a screen is given: every amount, instant and duration already put into words for the location,
 * so that the renderer computes no money and no time. Built beside the snapshot, from the same items.
 */

/** A money text in parts, because the currency sign is set small: "$" before 27.20, or after it in French. */
export interface MoneyText {
  readonly digits: string
  readonly sign: string
  readonly signAfter: boolean
}

export type StrainType = 'indica' | 'sativa' | 'hybrid' | 'cbd'

export interface ViewRung {
  /** "3.5 g", "1 g", "each", "3 for" - with a no-break space. */
  readonly quantity: string
  /** Out-the-door amount; null while amounts are held. */
  readonly youPay: MoneyText | null
  /** The shelf price in force; null at an inclusive location without a sale and while held. */
  readonly shelfPrice: string | null
  /** The struck-out regular price, only beside a lower one. */
  readonly regular: string | null
  /** Per gram or each; null while held. */
  readonly unitPrice: string | null
  /** The lowest unit price of a ladder of several rungs; a tie marks the smaller quantity only. */
  readonly best: boolean
  /** A sale, a group price or a deal: the rung is yellow. */
  readonly reduced: boolean
  /** True where jars of a shelf may be mixed for it: a deal is taken off what there is of each product by itself. */
  readonly mixes: boolean
  /** "until 9 pm", "until Sunday", or null. */
  readonly until: string | null
  /** What a shopper of the screen's pricing group hands over; null without a group, or where it pays no less. */
  readonly groupPays: MoneyText | null
}

/** A picture on the host that serves the page: never another address. The hash in `href` is of what it is. */
export interface ViewPicture {
  /** "/pictures/0f3c...", from the page's own origin. */
  readonly href: string
  readonly widthPx: number
  readonly heightPx: number
}

export interface ViewTicket {
  readonly promotionId: string
  /** Short form on the row: the offer where it is known, else the promotion's name cut to a few words by the retailer. */
  readonly short: string
}

export interface ViewItem {
  readonly productId: string
  readonly name: string
  readonly brand: string | null
  readonly strain: StrainType | null
  /** "22-26%" with an en dash, or null. */
  readonly thc: string | null
  readonly cbd: string | null
  readonly classification: readonly string[]
  readonly soldOut: boolean
  /** Seen for the first time within the week, or little left, as the screen is set. Sold out has its own field. */
  readonly state: 'new' | 'last-few' | null
  readonly unit: 'g' | 'each'
  readonly shelf: { readonly shelfId: number; readonly name: string } | null
  readonly tickets: readonly ViewTicket[]
  readonly rungs: readonly ViewRung[]
  /** Null where there is none, where it is not here yet, and on a screen or in a market without pictures. */
  readonly picture: ViewPicture | null
  /** On a kiosk alone. */
  readonly kiosk?: ViewKioskItem
}

export interface ViewLegend {
  readonly promotionId: string
  readonly short: string
  /** Name, end and audience in words: "Ferry Friday, until 9 pm". */
  readonly text: string
}

/** A promotion as a panel that points at its products, on a screen that shows promotions alone. */
export interface ViewPanel {
  /** Null for what is reduced without a promotion. */
  readonly promotionId: string | null
  /** The offer where it is known, else the promotion's name. */
  readonly headline: string
  /** What else there is to say of it: its name after an offer, its end. */
  readonly note: string
}

/** How this screen shows it; the renderer's part of the screen's settings. */
export interface ViewScreen {
  readonly mode: ScreenMode
  readonly theme: ScreenTheme
  /** Colours of the store's own theme over that one's, by token ("ground": "#0b1412"); empty without one. */
  readonly themeTokens: Readonly<Record<string, string>>
  readonly priceStyle: PriceStyle
  /** Sold-out products keep their place in grey, or come last in their class; hidden ones are not in the view. */
  readonly soldOut: Exclude<SoldOutStyle, 'hide'>
  readonly calm: boolean
  readonly dwellMs: number
  readonly diagonalInches: number
  readonly distanceMetres: number
  readonly level: DensityLevel
  readonly safeMarginPercent: number
  readonly orientation: ScreenOrientation
  /** Name of the pricing group whose prices stand in a row of their own; null for none. */
  readonly groupName: string | null
  /** Label of that row and of the reversed rail: "Members pay", "Before tax", "You pay". */
  readonly rowLabels: { readonly group: string | null; readonly beforeTax: string; readonly youPay: string }
}

/** Whether the screen is lit: on, dimmed, or off while the store is closed. */
export interface ViewLight {
  readonly now: OutsideHours
  /** What follows, for a screen that loses its host: after the last step it is on. ms from when this was sent. */
  readonly later: readonly { readonly light: OutsideHours; readonly inMs: number }[]
}

export interface ViewHead {
  readonly screen: ViewScreen
  readonly locationId: number
  readonly storeName: string
  readonly language: string
  /** Changes with every pushed state; the page carries it, so that what is painted can be told. */
  readonly revision: string
  /** "4:18 pm", or null where the store's zone is unknown. */
  readonly clock: string | null
  /** "You pay," / "tax included" in two lines. */
  readonly railLabel: readonly [string, string]
  readonly taxPricing: 'Inclusive' | 'Exclusive'
  /** "Large prices include 5% GST and 7% PST", "All prices include 13% HST". */
  readonly taxLine: string
  /** "Prices checked 4:16 pm", or the alert's words once stale. */
  readonly ageLine: string
  /** The alert's words for the same prices: what `ageLine` becomes when nobody confirms them any more. */
  readonly staleAgeLine: string
  readonly stale: boolean
  /** "Ask for today's price", where amounts are held; else null. */
  readonly heldLine: string | null
  /** The same words in any case, and after how many ms from when this was sent a page whose host is silent says them. Null: never. */
  readonly askLine: string
  readonly askInMs: number | null
  readonly legend: readonly ViewLegend[]
  /**
   * The promotions of a screen that shows nothing else, in their order: a product stands beside the first that is its own.
   * Null where the menu is in classes.
   */
  readonly panels: readonly ViewPanel[] | null
  /** The store's loyalty rewards, on a screen that shows them; null shows none. */
  readonly rewards: RewardsInWords | null
  /** What a market requires on every page; null for nothing. */
  readonly notice: string | null
  /** The store's own spine: hex colours of ground and text; null keeps the theme's. */
  readonly storeColour: { readonly ground: string; readonly ink: string } | null
  /** In the place of the written name; null writes the name. */
  readonly logo: ViewPicture | null
  readonly light: ViewLight
  /** On a kiosk alone. */
  readonly kiosk?: ViewKiosk
}

export interface BoardView {
  readonly head: ViewHead
  readonly items: readonly ViewItem[]
}

/** Applied whole and at once, so that no screen is half old and half new. */
export interface BoardViewPatch {
  readonly head: ViewHead
  readonly items: readonly ViewItem[]
  readonly removed: readonly string[]
  /** All product ids in board order, given when the order or the set changed. */
  readonly order: readonly string[] | null
}
