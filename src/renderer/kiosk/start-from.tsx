import { Component, Fragment, type ReactElement, type ReactNode } from 'react'

/** So soon again is no accident. */
const SOON_MS = 2000

interface State {
  readonly attempt: number
  readonly error: unknown
  /** It failed again at once: for whoever stands around the kiosk. */
  readonly isLasting: boolean
}

/** Draws a kiosk, and where a page of it throws, begins it anew: one bad page never takes the screen down. */
export class StartFrom extends Component<{ readonly children: () => ReactElement }, State> {
  private failedAtMs: number | null = null
  override state: State = { attempt: 0, error: null, isLasting: false }

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error }
  }

  override componentDidCatch(error: unknown): void {
    console.error('a page of the kiosk could not be drawn; it begins anew', error)
    const nowMs = performance.now()
    const isSoon = this.failedAtMs !== null && nowMs - this.failedAtMs < SOON_MS
    this.failedAtMs = nowMs
    if (isSoon) this.setState({ isLasting: true })
    else this.setState(({ attempt }) => ({ attempt: attempt + 1, error: null }))
  }

  override render(): ReactNode {
    const { attempt, error, isLasting } = this.state
    if (isLasting) throw error
    if (error !== null) return null
    return <Fragment key={attempt}>{this.props.children()}</Fragment>
  }
}
