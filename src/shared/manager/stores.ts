import type { DayHours } from './screens.ts'

/** The stores and screens that a view of the manager's window can be about. */
export interface StoreChoice {
  readonly locationId: number
  readonly name: string
  /** City, region; empty where Cova does not say. */
  readonly place: string
  /** IANA name; null where the store's zone is unknown. */
  readonly timeZone: string | null
  /** Why its boards cannot be shown, in words; null when they can. */
  readonly problem: string | null
}

export interface ScreenChoice {
  /** Name of the settings' `screens`; null is a screen that nobody has set up. */
  readonly name: string | null
}

export interface StoresNews {
  readonly stores: readonly StoreChoice[]
  readonly screens: readonly ScreenChoice[]
  /** "Tern & Timber": the company of these stores, as Cova names it; null where its tree is not known. */
  readonly companyName: string | null
  /** Ground and text of the list of views; null keeps the theme's. */
  readonly storeColour: { readonly ground: string; readonly ink: string } | null
  /** The store that this machine shows; null where none is chosen. */
  readonly locationId: number | null
}

/** When the stores that this machine shows are open, by the engine's clock. */
export interface StoreHoursNews {
  readonly nowMs: number
  readonly stores: readonly {
    /** IANA name. */
    readonly timeZone: string
    /** Monday first; null where nobody has said any. */
    readonly hours: readonly (DayHours | null)[] | null
  }[]
}

export interface StoresChannels {
  /** Served stores, and how screens are set up. */
  'stores:list': { readonly args: readonly []; readonly answer: StoresNews }
  /** For an update, which waits until they are closed. */
  'stores:hours': { readonly args: readonly []; readonly answer: StoreHoursNews }
}
