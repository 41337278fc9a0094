import type { ShownScreen } from '../../domain/screen/screen-problems.ts'
import type { ScreenReport } from '../../shared/screen-report.ts'

/** Pages say anew within half this that they live: what is older is of a screen that is off. */
const REPORT_LASTS_MS = 75_000

/** A screen that is on, without what it reports. */
export type OpenScreen = Omit<ShownScreen, 'sharing' | 'report'>

interface Page<Screen> {
  screen: Screen
  /** Streams open under the page's name: one that comes back overlaps itself. */
  streams: number
  report: ScreenReport | null
  reportedAtMs: number
}

/** The screens that are on, each with what it reported last; gone with its stream. */
export interface ScreenReports<Screen extends OpenScreen> {
  /** `page` is the host's name for it; null for a reader that reports nothing. Answers what closes it. */
  readonly open: (page: string | null, screen: Screen) => () => void
  /** A page that has no stream open is not listened to. */
  readonly take: (page: string, report: ScreenReport, atMs: number) => void
  readonly shown: (atMs: number) => Iterable<Screen & { readonly report: ScreenReport | null }>
}

export function createScreenReports<Screen extends OpenScreen>(): ScreenReports<Screen> {
  const pages = new Map<string | symbol, Page<Screen>>()
  return {
    open: (page, screen) => {
      const key = page ?? Symbol('reader')
      const known = pages.get(key)
      if (known === undefined) pages.set(key, { screen, streams: 1, report: null, reportedAtMs: 0 })
      else {
        known.screen = screen
        known.streams += 1
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
      open.report = report
      open.reportedAtMs = atMs
    },
    shown: function* (atMs) {
      for (const { screen, report, reportedAtMs } of pages.values())
        yield { ...screen, report: Math.abs(atMs - reportedAtMs) > REPORT_LASTS_MS ? null : report }
    }
  }
}
