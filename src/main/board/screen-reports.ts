import type { ShownScreen } from '../../domain/screen/screen-problems.ts'
import type { ScreenReport } from '../../shared/screen-report.ts'

/** Pages say anew within half this that they live: what is older is of a screen that is off. */
export const REPORT_LASTS_MS = 75_000

/** A screen that is on, without what it reports. */
export type OpenScreen = Omit<ShownScreen, 'sharing' | 'report'>

/** What a screen last said of itself, and when. */
export interface LastWord {
  /** The host's name for its page; null for a reader that is none. */
  readonly page: string | null
  /** Null where it is too old to be true. */
  readonly report: ScreenReport | null
  /** When it last said that it lives, or came. */
  readonly heardAtMs: number
}

interface Page<Screen> {
  screen: Screen
  readonly name: string | null
  /** Streams open under the page's name: one that comes back overlaps itself. */
  streams: number
  report: ScreenReport | null
  reportedAtMs: number
  heardAtMs: number
}

/** The screens that are on, each with what it reported last; gone with its stream. */
export interface ScreenReports<Screen extends OpenScreen> {
  /** `page` is the host's name for it; null for a reader that reports nothing. Answers what closes it. */
  readonly open: (page: string | null, screen: Screen, atMs: number) => () => void
  /** A page that has no stream open is not listened to. */
  readonly take: (page: string, report: ScreenReport | null, atMs: number) => void
  readonly shown: (atMs: number) => Iterable<Screen & LastWord>
  /** The screen of a page that is open. */
  readonly find: (page: string) => Screen | null
}

export function createScreenReports<Screen extends OpenScreen>(): ScreenReports<Screen> {
  const pages = new Map<string | symbol, Page<Screen>>()
  return {
    open: (page, screen, atMs) => {
      const key = page ?? Symbol('reader')
      const known = pages.get(key)
      if (known === undefined)
        pages.set(key, { screen, name: page, streams: 1, report: null, reportedAtMs: 0, heardAtMs: atMs })
      else {
        known.screen = screen
        known.streams += 1
        known.heardAtMs = atMs
      }
      return () => {
        const open = pages.get(key)
        if (open === undefined) return
        open.streams -= 1
        if (open.streams <= 0) pages.delete(key)
      }
    },
    take: (page, report, atMs) => {
      const open = pages.get(page)
      if (open === undefined) return
      open.heardAtMs = atMs
      if (report === null) return
      open.report = report
      open.reportedAtMs = atMs
    },
    shown: function* (atMs) {
      for (const { screen, name, report, reportedAtMs, heardAtMs } of pages.values())
        yield {
          ...screen,
          page: name,
          report: Math.abs(atMs - reportedAtMs) > REPORT_LASTS_MS ? null : report,
          heardAtMs
        }
    },
    find: (page) => pages.get(page)?.screen ?? null
  }
}
