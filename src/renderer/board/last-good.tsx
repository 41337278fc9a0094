import { Component, type ReactElement, type ReactNode } from 'react'

/** A value that could not be drawn, and what stays on the screen in its place; null is the fallback. */
export interface Undrawn<T> {
  readonly value: T
  readonly kept: T | null
}

interface Props<T> {
  readonly value: T
  readonly fallback: ReactNode
  /** `isKept` where the value is not the newest: that one could not be drawn. */
  readonly children: (value: T, isKept: boolean) => ReactElement
  /** Told whenever drawing fails, and null whenever the newest value is drawn. */
  readonly onUndrawn?: (undrawn: Undrawn<T> | null) => void
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
    this.props.onUndrawn?.({ value: this.state.value, kept: this.good?.value ?? null })
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children(this.state.value, false)
    if (this.good === null || this.good.value === this.state.value) return this.props.fallback
    return this.props.children(this.good.value, true)
  }

  private keep(): void {
    if (this.state.failed || this.good?.value === this.state.value) return
    this.good = { value: this.state.value }
    this.props.onUndrawn?.(null)
  }
}
