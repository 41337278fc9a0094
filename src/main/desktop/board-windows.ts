import type { BrowserWindow, WebContents } from 'electron'
import type { PushChannel, PushChannels } from '../../shared/channels.ts'
import type { SetupState } from '../../shared/setup.ts'
import type { Engine } from '../engine/engine.types.ts'
import type { SetupSession } from '../setup/setup-session.ts'
import type { OpenScreens, ScreenDescription } from '../screens/open-screens.ts'
import { type BoardFeed, type BoardSource, createBoardFeed, pageNameOf } from './board-feed.ts'
import { coverPlace, loadBoardPage, openBoardWindow } from './board-window.ts'
import type { DesktopOptions } from './desktop-options.ts'
import { push } from './ipc.ts'
import { isSamePlace, type PlannedWindow, windowsKept } from './window-plan.ts'
import { type WatchCourse, type WatchHost, watchWindow, type WindowWatch } from './window-watch.ts'

/** A window that takes another's place is shown by then, or the other one goes without. */
const REPLACED_WITHIN_MS = 10_000

interface OpenWindow {
  plan: PlannedWindow
  readonly window: BrowserWindow
  readonly feed: BoardFeed
  readonly watch: WindowWatch
  /** It is no screen of the host any more. */
  readonly leave: () => void
}

/** The windows of this machine, each a screen with a feed of its own. */
export interface BoardWindows {
  /** Opens, moves and closes windows until they are as planned. Without any planned, all stay: a board is never blank. */
  readonly follow: (planned: readonly PlannedWindow[]) => void
  /** Whether any window was planned; those there were stay all the same. */
  readonly isAnyPlanned: () => boolean
  /** The feed of the window that a page asks from; null for a page of no window of ours. */
  readonly feedOf: (page: WebContents) => BoardFeed | null
  /** How far first run is, as this window is to show it. */
  readonly stateOf: (page: WebContents) => SetupState
  /** Whether this page may set up: that of the first window. */
  readonly maySetUp: (page: WebContents) => boolean
  /** Brings the first window to the front. */
  readonly showFirst: () => void
  /** Something happened that may have to do with what windows show. */
  readonly lookSoon: () => void
  readonly close: () => void
}

/** Each window shows the session's board in its part; first run is in the first one alone. */
export function createBoardWindows(
  options: DesktopOptions,
  session: SetupSession,
  screens: OpenScreens,
  manager: {
    /** Whoever has a PIN goes by the manager's window. */
    readonly mayReopenSetup: () => boolean
    readonly openManager: () => void
  },
  watchHost: WatchHost
): BoardWindows {
  let open: readonly OpenWindow[] = []
  /** The board that was shown last, which the others show on while the first window is back in first run. */
  let held: { readonly engine: Engine; readonly state: SetupState & { readonly phase: 'ready' } } | null = null

  function holdBoard(): void {
    const state = session.state()
    const engine = session.engine()
    if (state.phase === 'ready' && engine !== null) held = { engine, state }
  }

  function stateFor({ isFirst, part }: PlannedWindow): SetupState {
    const state = session.state()
    const shown = state.phase === 'ready' ? state : isFirst ? null : (held?.state ?? null)
    if (shown === null) return isFirst ? state : { phase: 'elsewhere' }
    return { ...shown, locationId: part.locationId ?? shown.locationId }
  }

  function sourceFor(plan: PlannedWindow): BoardSource | null {
    const state = stateFor(plan)
    const engine = session.engine()
    if (state.phase !== 'ready' || engine === null) return null
    // Another engine than the board's own may be another company's.
    if (session.state().phase !== 'ready' && engine !== held?.engine) return null
    return { engine, locationId: state.locationId, part: plan.part }
  }

  function openWindow(plan: PlannedWindow, course: WatchCourse | null = null): OpenWindow {
    const tellPage = <C extends PushChannel>(channel: C, payload: PushChannels[C]): void =>
      push(webContents, channel, payload)
    const feed = createBoardFeed(
      () => sourceFor(opened.plan),
      () => session.problem()?.message ?? null,
      {
        view: (view) => tellPage('board:view', view),
        patch: (patch) => tellPage('board:patch', patch),
        clock: (clock) => tellPage('board:clock', clock),
        alive: () => tellPage('board:alive', null),
        beat: () => tellPage('board:beat', null),
        problem: (message) => tellPage('board:problem', message)
      }
    )
    let planNow = (): PlannedWindow => plan
    const window = openBoardWindow(options, () => planNow().display?.bounds ?? null, {
      onSetup: () => {
        if (!manager.mayReopenSetup()) return manager.openManager()
        session.reopen()
        showFirst()
      },
      onManager: manager.openManager,
      onPageGone: feed.pageGone
    })
    const { webContents } = window
    const watch = watchWindow(
      {
        window,
        screen: () => opened.plan.part.screen,
        handed: feed.handed,
        load: () => void loadBoardPage(window),
        renew: (from) => renew(opened, from)
      },
      watchHost,
      course
    )
    const leave = screens.open({
      describe: () => describe(opened),
      tell: (order) => tellPage('screen:order', order)
    })
    const opened: OpenWindow = { plan, window, feed, watch, leave }
    planNow = () => opened.plan
    window.on('closed', () => {
      leave()
      watch.end()
      feed.close()
      open = open.filter((one) => one !== opened)
    })
    return opened
  }

  /** Another window in the place of one that nothing else mends; the old one goes once the new one covers it. */
  function renew(old: OpenWindow, course: WatchCourse): void {
    old.watch.end()
    old.leave()
    old.feed.close()
    const made = openWindow(old.plan, course)
    open = open.map((one) => (one === old ? made : one))
    const destroyOld = (): void => {
      clearTimeout(limit)
      if (!old.window.isDestroyed()) old.window.destroy()
    }
    const limit = setTimeout(destroyOld, REPLACED_WITHIN_MS)
    made.window.once('show', destroyOld)
  }

  function describe({ plan }: OpenWindow): ScreenDescription {
    const state = stateFor(plan)
    const { part, display } = plan
    return {
      page: pageNameOf(part),
      locationId: state.phase === 'ready' ? state.locationId : null,
      screen: part.board === null ? part.setAs : part.screen,
      board: part.board,
      setAs: part.setAs,
      place: { kind: 'display', display: display === null ? null : { label: display.label, bounds: display.bounds } }
    }
  }

  function move(opened: OpenWindow, plan: PlannedWindow): void {
    const before = opened.plan.display?.bounds ?? null
    opened.plan = plan
    const bounds = plan.display?.bounds ?? null
    if (bounds !== null && (before === null || !isSamePlace(before, bounds)))
      void coverPlace(opened.window, bounds, options.kiosk)
  }

  function tell(opened: OpenWindow): void {
    opened.feed.sourceChanged()
    push(opened.window.webContents, 'setup:changed', stateFor(opened.plan))
  }

  function of(page: WebContents): OpenWindow | null {
    return open.find(({ window }) => window.webContents === page) ?? null
  }

  function showFirst(): void {
    const first = open.find(({ plan }) => plan.isFirst)?.window
    if (first === undefined) return
    if (first.isMinimized()) first.restore()
    first.show()
    first.focus()
  }

  /** Before the first plan one is. */
  let isAnyPlanned = true

  session.onChanged(() => {
    holdBoard()
    for (const opened of open) tell(opened)
  })

  return {
    isAnyPlanned: () => isAnyPlanned,
    follow: (planned) => {
      isAnyPlanned = planned.length > 0
      if (planned.length === 0) return
      const kept = windowsKept(open, planned)
      const unwanted = open.filter((opened) => !kept.has(opened))
      for (const [opened, plan] of kept) move(opened, plan)
      const isOpen = new Set(kept.values())
      const added = planned.filter((plan) => !isOpen.has(plan)).map((plan) => openWindow(plan))
      open = [...kept.keys(), ...added]
      for (const opened of kept.keys()) tell(opened)
      // Last, so that there is a window throughout: the app ends with its last one.
      for (const { window } of unwanted) window.destroy()
    },
    feedOf: (page) => of(page)?.feed ?? null,
    stateOf: (page) => {
      const opened = of(page)
      return opened === null ? { phase: 'elsewhere' } : stateFor(opened.plan)
    },
    maySetUp: (page) => of(page)?.plan.isFirst === true,
    showFirst,
    lookSoon: () => {
      for (const { watch } of open) watch.lookSoon()
    },
    close: () => {
      for (const { feed, watch } of open) {
        watch.end()
        feed.close()
      }
    }
  }
}
