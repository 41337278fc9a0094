/** What a watch sees of a window that is not well (docs/reliability.md, Steps of a window). */
export type WindowFault =
  /** The page's process ended. */
  | 'crashed'
  /** The system says that the page answers no more. */
  | 'unresponsive'
  | 'not-loaded'
  /** Frames are drawn no more. */
  | 'still'
  | 'one-colour'
  /** The page draws no proof of itself. */
  | 'no-proof'
  /** The page runs and draws nothing. */
  | 'empty'
  /** It shows another board than the one it was given. */
  | 'old-board'
  /** The system gives no picture of the window. */
  | 'no-picture'

/** From the smallest to the largest. */
export type RecoveryStep = 'repaint' | 'reload' | 'new-window' | 'relaunch'

/** A fault that is over, as it is remembered. */
export interface Recovery {
  /** When it was first seen. */
  readonly atMs: number
  /** The screen's name among those of the machine: "display 1". */
  readonly screen: string
  readonly fault: WindowFault
  /** The last step that was taken; null where the window came back by itself. */
  readonly step: RecoveryStep | null
  readonly tookMs: number
}
