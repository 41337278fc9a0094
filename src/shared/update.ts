/** What a manager has chosen about updates. */
export interface UpdateSettings {
  readonly enabled: boolean
  /** "https://updates.example/topshelf/": a directory of files; null is none. */
  readonly feedUrl: string | null
  readonly channel: UpdateChannel
  /** This version alone is taken; null takes whatever is newer. */
  readonly pinnedVersion: string | null
}

export type UpdateChannel = 'stable' | 'beta'

/** Why nothing here updates itself. */
export type UpdateOff =
  | 'switched-off'
  | 'no-feed'
  /** Run from its sources. */
  | 'checkout'
  /** `serve`: whoever runs it, updates it. */
  | 'served'
  /** Built without a key to check signatures by. */
  | 'no-keys'
  /** Installed in a way that has no second place for a version. */
  | 'no-slots'

/** Why an offered version is not taken. */
export type UpdateHeld = 'older' | 'refused' | 'pinned' | 'system' | 'staged-out'

/** What went wrong with a check, a download or an installation. */
export type UpdateFaultCode =
  | 'no-answer'
  | 'no-channel'
  | 'not-a-feed'
  | 'no-file-for-system'
  | 'file-missing'
  | 'broken-off'
  | 'checksum'
  | 'unsigned'
  | 'signature'
  | 'not-https'
  | 'disk-full'
  | 'not-installed'
  | 'failed'

export interface UpdateFault {
  readonly code: UpdateFaultCode
  /** One line in English, for whoever is asked for help. */
  readonly detail: string
  readonly atMs: number
}

/** A version that was tried here and went back. */
export interface UpdateRefusal {
  readonly version: string
  readonly reason: 'not-painted' | 'crashed' | 'cannot-start'
  readonly atMs: number
}

export type UpdateActivity =
  | { readonly kind: 'none' }
  | { readonly kind: 'checking' }
  /** `percent` is whole, 0 to 100. */
  | { readonly kind: 'downloading'; readonly version: string; readonly percent: number }
  | { readonly kind: 'installing'; readonly version: string }

/** All that is to be told of updates. */
export interface UpdateState {
  readonly running: string
  readonly off: UpdateOff | null
  readonly activity: UpdateActivity
  /** A version that the feed offers and that is not taken. */
  readonly held: { readonly version: string; readonly why: UpdateHeld } | null
  /** Downloaded and checked; `fromMs` is when it may be installed, null for now. */
  readonly ready: {
    readonly version: string
    readonly fromMs: number | null
    /** The store is closed then, it is night, or that is the latest moment while somebody uses the machine. */
    readonly because: 'closed' | 'night' | 'in-use'
  } | null
  /** The last check that was answered. */
  readonly checkedAtMs: number | null
  readonly fault: UpdateFault | null
  readonly nextCheckMs: number | null
  readonly refused: readonly UpdateRefusal[]
  /** The store's clock. */
  readonly timeZone: string
}
