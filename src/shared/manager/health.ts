import type { FeedName, Health } from '../board-snapshot.ts'
import type { ProblemCode } from '../problem.ts'

/** A failure as a manager reads it. */
export interface FaultNews {
  readonly code: string
  /** What happened: "Cova did not accept the user name or password." */
  readonly what: string
  /** What to do about it. */
  readonly todo: string
  /** The line as it was written down, in English: for whoever is asked for help. */
  readonly detail: string
}

export interface FeedNews {
  readonly feed: FeedName
  readonly name: string
  readonly state: 'ok' | 'late' | 'failed' | 'never'
  /** "2 minutes ago"; null where it never came. */
  readonly age: string | null
  /** "Nov 20, 4:20 pm" */
  readonly at: string | null
  /** Of the last attempt; null where that one succeeded. */
  readonly fault: (FaultNews & { readonly at: string }) | null
}

export interface ProblemNews {
  readonly code: ProblemCode
  /** What kind of thing it is, in the reader's language like all of it. */
  readonly title: string
  /** With names and numbers. */
  readonly detail: string
  readonly store: string | null
}

/** A screen that shows a board now. */
export interface ScreenOn {
  /** As the settings or its page name it; null for a page that says none. */
  readonly name: string | null
  readonly store: string
  /** "27 pages in 330 s"; null until it has reported. */
  readonly pages: string | null
}

export interface HealthNews {
  readonly status: Health['status']
  /** In a sentence. */
  readonly statusWords: string
  readonly feeds: readonly FeedNews[]
  /** "All 5 feeds fresh, the oldest 2 minutes ago" */
  readonly feedsSummary: string
  readonly quarantined: number
  readonly problems: readonly ProblemNews[]
  readonly screens: readonly ScreenOn[]
}

export interface RunNews {
  readonly runId: number
  readonly feed: string
  readonly name: string
  /** "all of it", "changes" */
  readonly kind: string
  readonly at: string
  /** Null while it runs. */
  readonly took: string | null
  readonly pages: number
  readonly records: number
  readonly changed: number
  readonly rejected: number
  readonly fault: FaultNews | null
}

export interface QuarantineNews {
  readonly feed: string
  readonly name: string
  readonly kind: string
  readonly key: string
  /** Names the field that is wrong, as Cova names it: "The field “Price” is missing." */
  readonly reason: string
  /** The line as it was written down, in English, with the field's place: for whoever is asked for help. */
  readonly detail: string
  /** The record's JSON on several lines, without costs and people; null where it cannot be shown without them. */
  readonly raw: string | null
  readonly firstSeen: string
  readonly lastSeen: string
}

export interface SyncFeedNews {
  readonly feed: string
  readonly name: string
  readonly records: number
  /** What the last full pass had; null where nothing is known: then there is a count, and no bar. */
  readonly expected: number | null
  readonly state: 'waiting' | 'running' | 'done' | 'failed'
  /** "412 of about 450" */
  readonly words: string
}

export interface SyncNews {
  readonly kind: 'idle' | 'running' | 'held' | 'frozen' | 'no-source'
  readonly words: string
  readonly feeds: readonly SyncFeedNews[]
}

/** What the host knows, with or without an engine. */
export interface HostNews {
  readonly version: string
  readonly system: string
  readonly uptime: string
  /** Why no engine runs, in one line; null while one does. */
  readonly engineProblem: string | null
  readonly dataDir: string
  /** "12.4 GB"; null where the system does not say. */
  readonly diskFree: string | null
  /** So little that databases may fail to grow. */
  readonly diskIsLow: boolean
  readonly databases: readonly { readonly file: string; readonly size: string }[]
  readonly pictures: { readonly count: number; readonly size: string }
  /** Windows that were not well, the latest first; none where there are no windows. */
  readonly recoveries: readonly RecoveryNews[]
  /** What the host alone can tell, beside what the engine has found. */
  readonly problems: readonly ProblemNews[]
}

/** A window of this machine that was not well, and what mended it. */
export interface RecoveryNews {
  /** "Nov 20, 2026, 4:20 pm" */
  readonly at: string
  readonly screen: string
  /** "The page’s process ended" */
  readonly what: string
  /** "page loaded anew" */
  readonly mended: string
  /** "3 s" */
  readonly took: string
}

/** A file to keep or to send: made by the host, saved by a browser. */
export interface FileText {
  readonly fileName: string
  readonly text: string
}

export type SavedFile =
  /** Where the desktop app's dialog put it. */
  | { readonly kind: 'saved'; readonly path: string }
  | { readonly kind: 'cancelled' }
  /** There is no dialog here: the page saves it. */
  | { readonly kind: 'content'; readonly file: FileText }

/** Answered by the engine. */
export interface HealthInquiryChannels {
  'health:read': { readonly args: readonly []; readonly answer: HealthNews }
  /** The last 200, the latest first. */
  'health:runs': { readonly args: readonly []; readonly answer: readonly RunNews[] }
  /** At most 200, the last seen first. */
  'health:quarantine': { readonly args: readonly []; readonly answer: readonly QuarantineNews[] }
  'sync:state': { readonly args: readonly []; readonly answer: SyncNews }
  /** Asks every feed at once, but for what the server wants to wait. */
  'sync:now': { readonly args: readonly []; readonly answer: SyncNews }
  /** What is under way stops where it is, for a quarter of an hour at most. */
  'sync:cancel': { readonly args: readonly []; readonly answer: SyncNews }
  'sync:resume': { readonly args: readonly []; readonly answer: SyncNews }
}

/** Answered by the host. */
export interface HealthHostChannels {
  'health:host': { readonly args: readonly []; readonly answer: HostNews }
  /** All of this view in one file, without secrets. */
  'health:bundle': { readonly args: readonly []; readonly answer: FileText }
  'health:save-bundle': { readonly args: readonly []; readonly answer: SavedFile }
}
