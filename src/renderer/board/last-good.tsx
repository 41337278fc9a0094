import { Component, type ReactElement, type ReactNode } from 'react'

interface Props<T> {
  readonly value: T
  readonly fallback: ReactNode
  readonly children: (value: T) => ReactElement
}

interface State<T> {
  readonly value: T
  readonly failed: boolean
}

/**
 * Draws a value, and where drawing it throws, the last one that could be drawn: one bad push never takes a screen down.
 * A new value is tried again. Without any good one: the fallback.
 */
export class LastGood<T> extends Component<Props<T>, State<T>> {
  private good: { readonly value: T } | null = null
  override state: State<T> = { value: this.props.value, failed: false }

  static getDerivedStateFromError(): { failed: true } {
    return { failed: true }
  }

  static getDerivedStateFromProps<T>(props: Props<T>, state: State<T>): State<T> | null {
    return props.value === state.value ? null : { value: props.value, failed: false }
  }

  override componentDidMount(): void {
    this.keep()
  }

  override componentDidUpdate(): void {
    this.keep()
  }

  override componentDidCatch(error: unknown): void {
    console.error('the screen could not be drawn; the last good one stays', error)
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children(this.state.value)
    if (this.good === null || this.good.value === this.state.value) return this.props.fallback
    return this.props.children(this.good.value)
  }

  private keep(): void {
    if (!this.state.failed) this.good = { value: this.state.value }
  }
}
