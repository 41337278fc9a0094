import { lazy, Suspense, useEffect, useState, type ReactElement } from 'react'
import type { SetupState } from '../shared/setup.ts'
import { BoardScreen } from './board/board-screen.tsx'
import { Connecting } from './board/connecting.tsx'
import { LastGood } from './board/last-good.tsx'
import type { Home } from './home.ts'

/** Needed once, by somebody who waits anyway: a television need not read it at each start. */
const FirstRun = lazy(() => import('./setup/first-run.tsx'))

const RETRY_MS = 1000
const RELOAD_MS = 5000

/** First run until a location is chosen, then its board. Never a blank page: what is not known yet says so. */
export function App({ home, dwellMs }: { readonly home: Home; readonly dwellMs: number | null }): ReactElement {
  const [state, setState] = useState<SetupState | null>(home.state)
  const { bridge, onReady } = home

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    let ended = false
    const ask = async (): Promise<void> => {
      try {
        const answer = await bridge.setupState()
        if (!ended) setState((known) => known ?? answer)
      } catch (cause) {
        console.error('the host does not answer yet', cause)
        if (!ended) timer = setTimeout(() => void ask(), RETRY_MS)
      }
    }
    const stop = bridge.onSetupChanged(setState)
    void ask()
    return () => {
      ended = true
      stop()
      if (timer !== null) clearTimeout(timer)
    }
  }, [bridge])

  const goTo = state?.phase === 'ready' && onReady === 'go-to-board' ? state.locationId : null
  useEffect(() => {
    if (goTo !== null) window.location.assign(`/boards/${goTo}`)
  }, [goTo])

  if (state === null || state.phase === 'elsewhere' || goTo !== null) return <Connecting />
  if (state.phase !== 'ready') {
    return (
      <LastGood value={state} fallback={<Reloading />}>
        {(last) => (
          <Suspense fallback={<Connecting />}>
            <FirstRun bridge={bridge} state={last} onState={setState} />
          </Suspense>
        )}
      </LastGood>
    )
  }
  return (
    <LastGood value={bridge} fallback={<Reloading />}>
      {(lastBridge) => <BoardScreen bridge={lastBridge} dwellMs={dwellMs} key={state.locationId} />}
    </LastGood>
  )
}

/** In place of a screen that failed as a whole: nothing but a new page draws it again, and nobody is there to ask for one. */
function Reloading(): ReactElement {
  useEffect(() => {
    const timer = setTimeout(() => window.location.reload(), RELOAD_MS)
    return () => clearTimeout(timer)
  }, [])
  return <Connecting />
}
