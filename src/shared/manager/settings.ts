import type { DisplaySettings, KnownDisplay } from '../display-settings.ts'
import type { ScreenSettings } from '../screen-settings.ts'
import type { RewardClass, RewardSystem, RewardSystemId, RewardTakenFrom, StoreRewards } from '../rewards.ts'
import type { UpdateSettings } from '../update.ts'
import type { DayHours } from './screens.ts'

/** What a manager may see and change of the settings file. Credentials and the PIN are no settings. */
export interface ManagedSettings {
  /** The store that this machine's screens show. */
  readonly locationId: number | null
  readonly restrictToLocationIds: readonly number[] | null
  /** "CA-SK": provinces and states whose stores are served; null is all. */
  readonly markets: readonly string[] | null
  readonly frozen: { readonly since: string } | null
  readonly timeZoneOverrides: Readonly<Record<number, string>>
  readonly currencyOverrides: Readonly<Record<number, 'CAD' | 'USD'>>
  /** By location, Monday first; null is a day on which the store stays closed. */
  readonly openingHours: Readonly<Record<number, readonly (DayHours | null)[]>>
  /** Loyalty rewards by location. */
  readonly rewards: Readonly<Record<number, StoreRewards>>
  readonly staleAfterMinutes: number
  readonly askPriceAfterHours: number
  readonly language: string | null
  readonly screens: Readonly<Record<string, ScreenSettings>>
  readonly displays: DisplaySettings
  readonly storeColour: string | null
  readonly storeLogo: string | null
  readonly market: { readonly profile: string; readonly confirmed: boolean } | null
  readonly updates: UpdateSettings
  readonly startAtBoot: boolean
}

/**
 * What is to be different. A key that is absent stays. Values come as they were typed and are checked one by one, so that
 * a wrong one is refused beside its field.
 */
export interface SettingsChange {
  readonly restrictToLocationIds?: readonly number[] | null | undefined
  readonly markets?: readonly string[] | null | undefined
  /** True freezes from now on, false asks again at once. */
  readonly frozen?: boolean | undefined
  /** By location; null takes the override away. */
  readonly timeZoneOverrides?: Readonly<Record<string, string | null>> | undefined
  readonly currencyOverrides?: Readonly<Record<string, string | null>> | undefined
  /** By location; null goes by what Cova says again. */
  readonly openingHours?: Readonly<Record<string, readonly (DayHours | null)[] | null>> | undefined
  /** By location, whole; null takes a store's rewards away. */
  readonly rewards?: Readonly<Record<string, TypedRewards | null>> | undefined
  readonly staleAfterMinutes?: number | undefined
  readonly askPriceAfterHours?: number | undefined
  readonly language?: string | null | undefined
  readonly storeColour?: string | null | undefined
  readonly storeLogo?: string | null | undefined
  readonly market?: { readonly profile: string; readonly confirmed: boolean } | null | undefined
  readonly displays?: DisplaySettings | undefined
  readonly startAtBoot?: boolean | undefined
  /** What differs of it. */
  readonly updates?: Partial<UpdateSettings> | undefined
  /** New names before their old ones: what refers to a screen follows it. Worked before `screens`. */
  readonly renamedScreens?: Readonly<Record<string, string>> | undefined
  /** By name: what differs of a screen, or of the defaults for one that is new; null removes it. */
  readonly screens?: Readonly<Record<string, Readonly<Record<string, unknown>> | null>> | undefined
}

/** A store's rewards as they were typed. */
export interface TypedRewards {
  readonly system: RewardSystem
  /** Empty while nobody has chosen. */
  readonly takenFrom: RewardTakenFrom | ''
  readonly rewards: readonly TypedReward[]
}

export interface TypedReward {
  /** Null for a new one: it is made of the name. */
  readonly rewardId: string | null
  readonly name: string
  /** "flat", "percent"; "spend-get" may be asked for, and is refused with the reason. */
  readonly kind: string
  readonly value: string
  /** Text where no number was typed. */
  readonly points: number | string
  readonly linkedId: string | null
}

/** One thing that differs, in the reader's words. */
export interface SettingDifference {
  /** As a refusal names it: "screens.bar.theme". */
  readonly field: string
  readonly label: string
  readonly before: string
  readonly after: string
}

/** A display of this machine, or one that the settings remember. */
export interface DisplayRow {
  /** "SAMSUNG, 1920 × 1080" */
  readonly words: string
  readonly isConnected: boolean
  readonly isPrimary: boolean
  readonly entry: KnownDisplay
  /** Whether the settings have the entry already; one that says nothing new need not be saved. */
  readonly isKnown: boolean
}

/** How the settings and their values are called, in the reader's language. */
export interface SettingNamesNews {
  readonly labels: Readonly<Record<keyof ManagedSettings, string>>
  readonly updateLabels: Readonly<Record<keyof UpdateSettings, string>>
  readonly screenLabels: Readonly<Record<keyof ScreenSettings, string>>
  /** Of themes, price styles and the like, by the value as it is stored. */
  readonly values: Readonly<Record<string, string>>
  readonly sets: Readonly<Record<'full' | 'on-promotion' | 'new-arrivals', string>>
  readonly displayModes: Readonly<Record<DisplaySettings['mode'], string>>
  readonly currencies: Readonly<Record<'CAD' | 'USD', string>>
  /** What would be right in a field of numbers, as a refusal says it. */
  readonly numbers: Readonly<Record<NumberSetting, string>>
}

export type NumberSetting =
  | 'staleAfterMinutes'
  | 'askPriceAfterHours'
  | 'dwellSeconds'
  | 'idleSeconds'
  | 'diagonalInches'
  | 'distanceMetres'
  | 'safeMarginPercent'

export interface MarketProfileChoice {
  readonly id: string
  readonly name: string
  /** What it does to a board, a sentence a rule, each with its source and date. */
  readonly rules: readonly { readonly words: string; readonly source: string }[]
  /** Whether counsel has checked it, in words. */
  readonly status: string
  /** Why it cannot be used, in words; null when it can. */
  readonly problem: string | null
}

export interface SettingsNews {
  /** Whether this way of running can be started with the machine. */
  readonly canStartAtBoot: boolean
  /** Names these settings; a save that names others is refused. */
  readonly revision: string
  readonly settings: ManagedSettings
  readonly source: 'demo' | 'cova' | null
  /** "Frozen since Nov 20, 4:20 pm"; null when it is not. */
  readonly frozenWords: string | null
  /** The store's own themes, as a screen names them: "custom:harbour". */
  readonly themes: readonly string[]
  readonly profiles: readonly MarketProfileChoice[]
  /** Files of the data directory that may be a logo. */
  readonly logos: readonly string[]
  /** Where a logo, a theme or a profile is to be put. */
  readonly dataDir: string
  readonly displays: readonly DisplayRow[]
  readonly names: SettingNamesNews
  /** IANA names. */
  readonly timeZones: readonly string[]
}

export interface SettingsSaved extends SettingsNews {
  readonly changes: readonly SettingDifference[]
}

export interface SettingsTried {
  readonly changes: readonly SettingDifference[]
}

/** What has to be done in the loyalty programme and in the point of sale, in words. */
export interface RewardStepsNews {
  readonly needsId: boolean
  readonly inProgramme: readonly string[]
  readonly inPointOfSale: readonly string[]
  readonly redeemed: string
  readonly conditions: readonly string[]
}

/** The list of point-of-sale systems, in the reader's language. */
export interface RewardSystemsNews {
  readonly systems: readonly ({ readonly id: RewardSystemId; readonly name: string } & RewardStepsNews)[]
  /** What an unlisted system may be like. */
  readonly classes: readonly ({ readonly id: RewardClass; readonly words: string } & RewardStepsNews)[]
}

/** What there is to choose from, as Cova said it. */
export interface SettingsChoices {
  readonly stores: readonly {
    readonly locationId: number
    readonly name: string
    readonly place: string
    /** Null where its address names no province or state: then it is always served. */
    readonly market: string | null
    readonly timeZone: string | null
    readonly currency: 'CAD' | 'USD' | null
  }[]
  readonly markets: readonly { readonly market: string; readonly name: string; readonly stores: number }[]
  readonly groups: readonly { readonly groupId: number; readonly name: string }[]
}

/** Answered by the engine. */
export interface SettingsChoicesChannels {
  'settings:choices': { readonly args: readonly []; readonly answer: SettingsChoices }
}

/** Answered by the host, with or without an engine. */
export interface SettingsChannels {
  'settings:read': { readonly args: readonly []; readonly answer: SettingsNews }
  /** `revision` is that of the settings the change was made to. */
  'settings:save': {
    readonly args: readonly [revision: string, change: SettingsChange]
    readonly answer: SettingsSaved
  }
  /** What a save would do, and nothing is done. */
  'settings:try': { readonly args: readonly [revision: string, change: SettingsChange]; readonly answer: SettingsTried }
  /** How a reward is set up with each point of sale. */
  'settings:reward-systems': { readonly args: readonly []; readonly answer: RewardSystemsNews }
  /** The store that this machine's screens show from now on. */
  'settings:show-store': { readonly args: readonly [locationId: number]; readonly answer: SettingsNews }
}
