import { Suspense, useCallback, useEffect, useMemo, useReducer, useRef, useState, type ReactElement } from 'react'
import type { BoardView, BoardViewPatch } from '../../shared/board-view.ts'
import type { TopshelfBridge } from '../../shared/channels.ts'
import type { ScreenReport, UnlaidBoard } from '../../shared/screen-report.ts'
import { watchHost } from '../bridge/host-silence.ts'
import { sayAlive } from '../bridge/sign-of-life.ts'
import { Kiosk } from '../kiosk/load-kiosk.ts'
import { geometryOf } from '../layout/geometry.ts'
import { calmed, withoutAmounts, withPatch, withView, type BoardState } from './board-state.ts'
import { Board } from './board.tsx'
import { Connecting } from './connecting.tsx'
import { fontGateFor } from './font-gate.ts'
import { LastGood, type Undrawn } from './last-good.tsx'
import { useManagerCorner } from './manager-corner.ts'
import { useRestingPointer } from './resting-pointer.ts'
import { ScreenLight } from './screen-light.tsx'
import { ScreenOrders } from './screen-orders.tsx'
import { screenTurnOf, turnStyleOf } from './screen-turn.ts'
import { useScreenSize } from './screen-size.ts'
import { unlaidBoardOf, withUnlaid } from './unlaid-board.ts'

interface ScreenState {
  readonly board: BoardState | null
  readonly clock: string | null
  /** No amount may be shown: the host has been silent for longer than its prices may be shown. */
  readonly held: boolean
}

type Push =
  | { readonly kind: 'view'; readonly view: BoardView }
  | { readonly kind: 'patch'; readonly patch: BoardViewPatch }
  | { readonly kind: 'clock'; readonly clock: string | null }
  | { readonly kind: 'calm' }
  | { readonly kind: 'held'; readonly held: boolean }

const RETRY_MS = 1000
const PULSE_MS = 1700

function screenAfter(state: ScreenState, push: Push): ScreenState {
  switch (push.kind) {
    case 'view':
      return settled(state, withView(state.board, push.view), push.view.head.clock)
    case 'patch':
      return state.board === null ? state : settled(state, withPatch(state.board, push.patch), push.patch.head.clock)
    case 'clock':
      return state.clock === push.clock ? state : { ...state, clock: push.clock }
    case 'calm':
      return state.board === null ? state : settled(state, calmed(state.board), state.clock)
    case 'held':
      return state.held === push.held ? state : { ...state, held: push.held }
  }
}

function settled(state: ScreenState, board: BoardState, clock: string | null): ScreenState {
  return state.board === board && state.clock === clock ? state : { ...state, board, clock }
}

/** A board as the host pushes it: whole views and patches, each drawn in one frame. */
export function BoardScreen({
  bridge,
  dwellMs
}: {
  readonly bridge: TopshelfBridge
  readonly dwellMs: number | null
}): ReactElement {
  const [{ board: pushedBoard, clock, held }, push] = useReducer(screenAfter, { board: null, clock: null, held: false })
  const board = useMemo(
    () => (pushedBoard === null || !held ? pushedBoard : withoutAmounts(pushedBoard)),
    [pushedBoard, held]
  )
  const [problem, setProblem] = useState<string | null>(null)
  const [beat, countBeat] = useReducer((count: number) => count + 1, 0)
  const [lateFonts, countLateFont] = useReducer((count: number) => count + 1, 0)
  const report = useRef<ScreenReport | null>(null)
  const keepReport = useCallback((latest: ScreenReport) => {
    report.current = latest
  }, [])
  const unlaid = useRef<UnlaidBoard | null>(null)
  const keepUnlaid = useCallback((undrawn: Undrawn<BoardState> | null) => {
    unlaid.current = undrawn === null ? null : unlaidBoardOf(undrawn)
  }, [])
  const size = useScreenSize()
  const orientation = board?.view.head.screen.orientation ?? 'auto'
  const turn = useMemo(() => screenTurnOf(orientation, size), [orientation, size])
  const geometry = useMemo(() => geometryOf(turn.size.widthPx, turn.size.heightPx), [turn])
  const openManager = useCallback(() => {
    bridge.openManager().catch((cause: unknown) => console.error("the manager's window does not open", cause))
  }, [bridge])
  useManagerCorner(openManager, turn.degrees)
  useRestingPointer()

  useEffect(() => {
    let ended = false
    let pushed = 0
    let timer: ReturnType<typeof setTimeout> | null = null
    const gate = fontGateFor(document.fonts, countLateFont)
    const host = watchHost({
      view: (given) => gate.pass(given, (view) => push({ kind: 'view', view })),
      patch: (given) => gate.pass(given, (patch) => push({ kind: 'patch', patch })),
      clock: (now) => push({ kind: 'clock', clock: now }),
      held: (isHeld) => push({ kind: 'held', held: isHeld })
    })
    const stops = [
      host.end,
      gate.end,
      bridge.onBoardView((view) => {
        pushed += 1
        host.view(view)
      }),
      bridge.onBoardPatch(host.patch),
      bridge.onClock(host.clock),
      bridge.onAlive(host.alive),
      bridge.onBeat(() => {
        host.alive()
        countBeat()
      }),
      bridge.onProblem(setProblem)
    ]
    const ask = async (): Promise<void> => {
      const before = pushed
      try {
        const view = await bridge.boardReady()
        // A push may overtake the answer that was given before it: what is newer stays.
        if (!ended && view !== null && pushed === before) host.view(view)
      } catch (cause) {
        console.error('the host has no board yet', cause)
        if (!ended) timer = setTimeout(() => void ask(), RETRY_MS)
      }
    }
    void ask()
    return () => {
      ended = true
      if (timer !== null) clearTimeout(timer)
      for (const stop of stops) stop()
    }
  }, [bridge])

  useEffect(() => sayAlive(() => bridge.screenAlive(withUnlaid(report.current, unlaid.current))), [bridge])

  const changed = board?.changed
  useEffect(() => {
    if (changed === undefined || changed.size === 0) return
    const timer = setTimeout(() => push({ kind: 'calm' }), PULSE_MS)
    return () => clearTimeout(timer)
  }, [changed])

  if (board === null) return <Connecting problem={problem} />
  return (
    <LastGood value={board} fallback={<Connecting />} onUndrawn={keepUnlaid}>
      {(good, isKept) => (
        <div
          className="screen"
          style={turnStyleOf(turn)}
          data-turn={turn.degrees}
          data-kept={isKept ? board.view.head.revision : undefined}
        >
          {good.view.head.screen.mode === 'kiosk' ? (
            <Suspense fallback={<Connecting />}>
              <Kiosk view={good.view} bridge={bridge} size={turn.size} />
            </Suspense>
          ) : (
            <Board
              state={good}
              clock={clock}
              geometry={geometry}
              lateFonts={lateFonts}
              dwellMs={dwellMs}
              beat={beat}
              onReport={keepReport}
            />
          )}
          <ScreenLight light={good.view.head.light} />
          <ScreenOrders bridge={bridge} />
        </div>
      )}
    </LastGood>
  )
}
