import type { RewardFault } from './rewards.ts'
import type { Problem } from './board-snapshot.ts'

/** Why a store has no time zone. */
export type TimeZoneFault =
  /** A manager has set a name that is none. */
  | { readonly kind: 'set-unknown'; readonly zone: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly zone: string }

/** What is wrong with a file that the store wrote. `says` is the reader's own line, in English. */
export type FileFault =
  | { readonly kind: 'missing' | 'not-json' | 'unreadable' }
  | { readonly kind: 'wrong-at'; readonly place: string | null; readonly says: string | null }

/** What keeps the colours of a theme from being shown. */
export type ColourFault =
  | {
      readonly kind: 'contrast'
      readonly ink: string
      readonly ground: string
      readonly contrast: string
      readonly least: string
    }
  | { readonly kind: 'yellow'; readonly token: string }

export type ThemeFault =
  /** `folder`: none of the folder's themes can be read, and `file` is the folder. */
  | { readonly kind: 'folder' | 'file-name' | 'not-json' | 'unreadable' }
  | { readonly kind: 'wrong-at'; readonly place: string | null; readonly says: string | null }
  | { readonly kind: 'colours'; readonly faults: readonly ColourFault[] }

export type LogoFault = 'too-large' | 'missing' | 'unreadable' | 'letters' | 'no-picture'

/** Why there is no picture of an address (docs/pictures.md, What is refused). */
export type PictureRefusal =
  | 'bad-address'
  | 'not-https'
  | 'private-address'
  | 'too-many-redirects'
  | 'bad-status'
  | 'busy-status'
  | 'wrong-type'
  | 'too-large'
  | 'too-many-pixels'
  | 'too-slow'
  | 'unreachable'
  | 'broken'
  | 'no-room'

/** Why a file of ours cannot be written or read. */
export type StorageFault =
  | 'disk-full'
  | 'data-dir-unwritable'
  | 'database-corrupt'
  | 'database-busy'
  /** A fault in the program itself. */
  | 'internal-error'

/** Why a paired screen has no board. */
export type NoBoardFault =
  | { readonly kind: 'no-such-store'; readonly storeId: number }
  | {
      readonly kind: 'left-out'
      readonly store: string
      readonly storeId: number
      readonly filter: 'markets' | 'restrictToLocationIds'
    }

/** What would bring a cycle under its limit, each alone. */
export interface ShorterWays {
  readonly screensMore: number
  readonly denseLevel: boolean
  /** Classes of a smaller set. */
  readonly set: readonly string[]
}

/** Why a promotion is not evaluated. `where` is the path of a field in Cova's own names. */
export type PromotionFault =
  | { readonly kind: 'unknown-type'; readonly type: string }
  | { readonly kind: 'unknown-condition'; readonly where: string; readonly type: string }
  | { readonly kind: 'unreadable'; readonly where: string }

/** What a manager should look at, in facts: a line is written from them in each language. */
export type ProblemFacts =
  | { readonly code: 'time-zone-unknown'; readonly store: string; readonly fault: TimeZoneFault }
  | {
      readonly code: 'daylight-saving-contradiction'
      readonly store: string
      /** What Cova says; the zone says the other. */
      readonly saysOn: boolean
      readonly timeZone: string
    }
  | { readonly code: 'currency-unknown'; readonly store: string; readonly country: string | null }
  | { readonly code: 'amounts-held'; readonly store: string }
  /** Nobody has confirmed them for longer than the store allows. `agedSeconds`: null where nobody ever did. */
  | { readonly code: 'prices-too-old'; readonly agedSeconds: number | null; readonly limitSeconds: number }
  | { readonly code: 'promotions-too-old'; readonly agedSeconds: number | null }
  /** By how much the machine's clock differs from Cova's. */
  | { readonly code: 'clock-wrong'; readonly seconds: number; readonly isAhead: boolean }
  /** No server has told the time, and the machine's is not possible. Days as "2026-11-20". */
  | { readonly code: 'clock-unknown'; readonly machineDay: string; readonly seenDay: string }
  | {
      readonly code: 'removals-held-back'
      /** Null where it is the company's. */
      readonly store: string | null
      readonly what: 'catalogue' | 'promotions' | 'locations' | 'tree'
      readonly count: number
      readonly shown: number
    }
  | { readonly code: 'doubled-prices'; readonly store: string; readonly count: number; readonly example: string }
  | { readonly code: 'overlapping-sales'; readonly store: string; readonly count: number; readonly example: string }
  | { readonly code: 'tax-rate-unknown'; readonly count: number; readonly example: string }
  | { readonly code: 'market-profile-unreadable'; readonly file: string; readonly fault: FileFault }
  | { readonly code: 'market-profile-unchecked'; readonly id: string; readonly name: string }
  | { readonly code: 'market-unknown'; readonly store: string }
  | {
      readonly code: 'reward-refused'
      readonly store: string
      /** Null where it is the store's system that is not known. */
      readonly reward: string | null
      readonly fault: RewardFault
    }
  | {
      readonly code: 'theme-refused'
      readonly file: string
      readonly shows: 'dark' | 'light' | 'contrast'
      readonly fault: ThemeFault
    }
  | { readonly code: 'unknown-theme'; readonly name: string }
  | { readonly code: 'unknown-screen'; readonly name: string }
  | { readonly code: 'screen-without-store'; readonly name: string; readonly fault: NoBoardFault }
  | {
      readonly code: 'long-cycle'
      /** Null for a page that names none. */
      readonly screen: string | null
      readonly store: string
      readonly pages: number
      readonly seconds: number
      readonly ways: ShorterWays
      readonly mostSeconds: number
    }
  | { readonly code: 'dense-screen'; readonly screen: string | null; readonly store: string }
  | {
      readonly code: 'board-not-laid-out'
      readonly screen: string | null
      readonly store: string
      /** Whether the board before it stays on the screen. */
      readonly keepsLast: boolean
      /** Products that are new or other in it. */
      readonly products: readonly string[]
    }
  | {
      readonly code: 'products-not-laid-out'
      readonly screen: string | null
      readonly store: string
      readonly products: readonly string[]
    }
  | {
      readonly code: 'pictures-missing'
      readonly missing: number
      readonly wanted: number
      /** The most frequent first. */
      readonly causes: readonly { readonly refusal: PictureRefusal; readonly count: number }[]
    }
  | {
      readonly code: 'logo-unreadable'
      readonly file: string
      readonly fault: LogoFault
      readonly mostMegabytes: number
    }
  | {
      readonly code: 'file-moved-aside'
      readonly file: string
      /** "2026-11-20" */
      readonly day: string
      readonly kept: string
      /** Settings whose value was wrong; none where the file was damaged as a whole. */
      readonly wrong: readonly string[]
    }
  | {
      readonly code: 'newer-version-taken-back'
      /** The catalogue can be fetched again; what this machine alone saw cannot, and the next newer version joins it again. */
      readonly holds: 'catalogue' | 'what-was-seen'
      /** "2026-11-20" */
      readonly day: string
      readonly kept: string
    }
  | {
      readonly code: 'sample-differs'
      readonly checked: number
      readonly differed: number
      readonly names: readonly string[]
    }
  | { readonly code: 'history-not-kept'; readonly fault: StorageFault; readonly says: string }
  | { readonly code: 'unreadable-schedule'; readonly promotion: string; readonly reason: string }
  | { readonly code: 'promotion-not-evaluated'; readonly promotion: string; readonly fault: PromotionFault }

export type ProblemCode = ProblemFacts['code']

/** A problem as it is found: the contract's own, whose line is English, and what other lines are written from. */
export interface FoundProblem extends Problem {
  readonly code: ProblemCode
  readonly facts: ProblemFacts
}
