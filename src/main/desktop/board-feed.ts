import type { BoardView, BoardViewPatch } from '../../shared/board-view.ts'
import type { ScreenReport } from '../../shared/screen-report.ts'
import type { Engine, ViewEvent, ViewQuery } from '../engine/engine.types.ts'
import type { WindowPart } from './window-plan.ts'

/** What a board is fed from: the engine, the location, and which part of its menu the window shows. */
export interface BoardSource {
  readonly engine: Engine
  readonly locationId: number
  readonly part: WindowPart
}

export interface BoardOutlet {
  readonly view: (view: BoardView) => void
  readonly patch: (patch: BoardViewPatch) => void
  readonly clock: (clock: string | null) => void
  readonly alive: () => void
  readonly beat: () => void
  /** Why there is no board, in words; null once there is one. */
  readonly problem: (message: string | null) => void
}

export interface BoardFeed {
  /** The page can draw: answers with the board, or null where it is pushed later. */
  readonly pageReady: () => Promise<BoardView | null>
  /** The page is gone: nothing is pushed until it says ready again. */
  readonly pageGone: () => void
  /** The page lives; the engine is told, with what it reports, so that other screens need not take its part. */
  readonly alive: (report: ScreenReport | null) => void
  /** The engine, the location or the part may be another one. */
  readonly sourceChanged: () => void
  /** The id of the board that the page was handed last; null while it has none. */
  readonly handed: () => string | null
  /** The engine that feeds it, and what it asked that for; null for nothing. */
  readonly shown: () => { readonly engine: Engine; readonly query: ViewQuery } | null
  readonly close: () => void
}

const retryAfterMs = 2000
/** A page waits this long for the board in its answer; after it, the board comes as a push. */
const answerWithinMs = 3000

/**
 * Feeds one page with one location's board. Nothing is pushed before the page says that it is ready, and a page that
 * starts anew gets a whole board first, so that no patch can meet a page without its base.
 * `sourceProblem` says why there is no source although there should be one; null where that is as it should be.
 */
export function createBoardFeed(
  currentSource: () => BoardSource | null,
  sourceProblem: () => string | null,
  outlet: BoardOutlet
): BoardFeed {
  let pageIsReady = false
  let fed: BoardSource | null = null
  /** Ends the subscription in force; a late answer to an ended one is closed at once. */
  let end: (() => void) | null = null
  /** What the page was told last, and what stderr was. */
  let toldProblem: string | null = null
  let loggedProblem: string | null = null
  let handed: string | null = null

  function tellProblem(message: string | null): void {
    if (pageIsReady && message !== toldProblem) {
      toldProblem = message
      outlet.problem(message)
    }
  }

  function refused(message: string): void {
    if (message !== loggedProblem) process.stderr.write(`topshelf: no board yet: ${message}\n`)
    loggedProblem = message
    tellProblem(message)
  }

  function stop(): void {
    end?.()
    end = null
    fed = null
    handed = null
  }

  function start(firstView: (view: BoardView) => void): void {
    stop()
    const source = currentSource()
    if (!pageIsReady) return
    if (source === null) {
      tellProblem(sourceProblem())
      return
    }
    fed = source
    let ended = false
    let isFirst = true
    let close: (() => void) | null = null
    let retry: NodeJS.Timeout | null = null
    end = () => {
      ended = true
      close?.()
      if (retry !== null) clearTimeout(retry)
    }

    const receive = (event: ViewEvent): void => {
      if (ended) return
      switch (event.kind) {
        case 'view':
          handed = event.view.head.revision
          if (isFirst) firstView(event.view)
          else outlet.view(event.view)
          isFirst = false
          loggedProblem = null
          tellProblem(null)
          return
        case 'patch':
          handed = event.patch.head.revision
          outlet.patch(event.patch)
          return
        case 'clock':
          outlet.clock(event.clock)
          return
        case 'beat':
          outlet.beat()
          return
        case 'alive':
          outlet.alive()
      }
    }
    /** The engine died or was stopped: the next one is found where the source says. */
    const onEnded = (): void => {
      if (!ended) retry = setTimeout(() => start(outlet.view), retryAfterMs)
    }
    const subscribe = async (): Promise<void> => {
      let why: string
      try {
        const answer = await source.engine.subscribeView(queryOf(source), receive, onEnded)
        if (answer.ok) {
          if (ended) answer.close()
          else {
            close = answer.close
            // One that hangs before its first word must be missed too.
            source.engine.screenAlive(queryOf(source), null)
          }
          return
        }
        why = answer.message
      } catch (error) {
        why = (error as Error).message
      }
      if (ended) return
      refused(why)
      retry = setTimeout(() => void subscribe(), retryAfterMs)
    }
    void subscribe()
  }

  return {
    pageReady: () => {
      pageIsReady = true
      toldProblem = null
      return new Promise((resolve) => {
        let answered = false
        const answer = (view: BoardView | null): void => {
          answered = true
          clearTimeout(limit)
          resolve(view)
        }
        const limit = setTimeout(() => answer(null), answerWithinMs)
        start((view) => (answered ? outlet.view(view) : answer(view)))
        if (fed === null) answer(null)
      })
    },
    pageGone: () => {
      pageIsReady = false
      stop()
    },
    alive: (report) => {
      if (fed !== null) fed.engine.screenAlive(queryOf(fed), report)
    },
    handed: () => handed,
    shown: () => (fed === null ? null : { engine: fed.engine, query: queryOf(fed) }),
    sourceChanged: () => {
      const source = currentSource()
      if (!isSameSource(source, fed)) start(outlet.view)
      else if (source === null) tellProblem(sourceProblem())
    },
    close: () => {
      pageIsReady = false
      stop()
    }
  }
}

/** The engine's name for the page of a window. */
export function pageNameOf({ screen }: WindowPart): string {
  return `window ${screen}`
}

function queryOf({ locationId, part }: BoardSource): ViewQuery {
  return {
    locationId,
    atMs: null,
    groupId: null,
    customer: 'recreational',
    // Alone a window has no place among others, and its name is no name of the settings.
    screen: part.board === null ? part.setAs : part.screen,
    board: part.board,
    setAs: part.setAs,
    isOwn: true,
    page: pageNameOf(part)
  }
}

function isSameSource(a: BoardSource | null, b: BoardSource | null): boolean {
  if (a === null || b === null) return a === b
  return a.engine === b.engine && JSON.stringify(queryOf(a)) === JSON.stringify(queryOf(b))
}
