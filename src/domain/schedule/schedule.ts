import type { WindowSource } from './window-source.ts'

/** Whose clock a time is read from: the location's, or that of a fixed zone ("UTC" for a time with Z). */
export type ClockFrame = { readonly kind: 'location' } | { readonly kind: 'zone'; readonly timeZone: string }

/** A promotion's schedule, read once and ready to be asked at any instant and in any zone. */
export interface Schedule {
  /** SUMMARY as written, null without one. */
  readonly summary: string | null
  /** DTSTART's frame: the one in which windows open and close. */
  readonly frame: ClockFrame
  /**
   * Windows of the wall clock of `frame`, for a location in `locationZone` (IANA). Null when the location's zone is
   * needed and not known: such a promotion is never active.
   */
  readonly windowsIn: (locationZone: string | null) => readonly WindowSource[] | null
}
