import type { ShownScreen } from '../../domain/screen/screen-problems.ts'
import { settingsOfScreen } from '../../domain/screen/settings-of-screen.ts'
import type { ScreenReport } from '../../shared/screen-report.ts'
import type { ViewQuery } from '../engine/engine.types.ts'
import type { FoundLocation } from './board-answers.ts'
import type { BoardServiceOptions } from './board-service.types.ts'
import type { CrewPlace, Crews } from './crews.ts'
import type { BoardHead } from './live-board.ts'
import { type LiveView, viewOf } from './live-view.ts'
import type { ScreenOn, ScreenOnView } from './screen-on.ts'
import { createScreenReports, type LastWord, type OpenScreen } from './screen-reports.ts'
import { lightChangesAtMs, lightOf } from './view-light.ts'

/** A screen that is on: what it asked for, and the view that it shows. */
interface ReportingScreen extends OpenScreen {
  readonly place: CrewPlace | null
  readonly query: ViewQuery
  readonly live: () => LiveView | null
}

/** The screens that show a board of this service now, as a manager is told of them. */
export interface ShownScreens {
  /** Answers what closes it. */
  readonly open: (screen: ReportingScreen) => () => void
  /** What a page says of itself; null is no more than that it lives. */
  readonly take: (page: string, report: ScreenReport | null) => void
  readonly list: () => readonly ShownScreen[]
  readonly on: () => readonly ScreenOn[]
  /** What such a page shows, whole; null for one that is not open. */
  readonly viewOfPage: (page: string) => ScreenOnView | null
}

export function createShownScreens(
  options: BoardServiceOptions,
  crews: Crews,
  find: (locationId: number) => FoundLocation,
  headAt: (atMs: number) => BoardHead
): ShownScreens {
  const { nowMs } = options
  const reports = createScreenReports<ReportingScreen>()
  /** Revisions of views begin anew with each service. */
  const serviceKey = nowMs().toString(36)

  function list(): readonly (ShownScreen & ReportingScreen & LastWord)[] {
    const shown = [...reports.shown(nowMs())]
    return shown.map((screen) => {
      const { place } = screen
      const screens = crews.shareOf(place)?.count ?? 1
      const sharing = screens === 1 ? [screen] : shown.filter((other) => other.place?.crewKey === place?.crewKey)
      const seconds = sharing.reduce((sum, { report }) => sum + (report?.seconds ?? 0), 0)
      return { ...screen, sharing: { screens, seconds } }
    })
  }

  function viewKeyOf({ revision }: LiveView, { query }: ReportingScreen): string {
    return [serviceKey, query.locationId, query.setAs ?? '', query.screen ?? '', revision].join(' ')
  }

  return {
    open: (screen) => reports.open(screen.query.page ?? null, screen, nowMs()),
    take: (page, report) => reports.take(page, report, nowMs()),
    list,
    on: () => {
      const atMs = nowMs()
      const head = headAt(atMs)
      return list().flatMap((screen): readonly ScreenOn[] => {
        const { page, live: liveNow, query, report, heardAtMs, sharing } = screen
        const live = liveNow()
        const found = find(query.locationId)
        if (page === null || live === null || !found.ok) return []
        const { location } = found
        const { settings, set, share } = live
        const { entry, isUnknown } = settingsOfScreen(options.screens, query)
        const lit = { settings, house: options, location }
        return [
          {
            page,
            screen: query.setAs ?? query.screen ?? null,
            location,
            feeds: head.feeds,
            stale: head.stale,
            settings,
            entry,
            isUnknown,
            set,
            share,
            light: lightOf(lit, atMs).now,
            lightChangesAtMs: lightChangesAtMs(lit, atMs),
            sharing,
            report,
            heardAtMs,
            viewKey: viewKeyOf(live, screen)
          }
        ]
      })
    },
    viewOfPage: (page) => {
      const screen = reports.find(page)
      const live = screen?.live() ?? null
      return screen === null || live === null ? null : { viewKey: viewKeyOf(live, screen), view: viewOf(live) }
    }
  }
}
