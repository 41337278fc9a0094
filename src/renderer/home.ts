import type { TopshelfBridge } from '../shared/channels.ts'
import type { SetupState } from '../shared/setup.ts'
import { httpBridgeFor } from './bridge/http-bridge.ts'

declare global {
  interface Window {
    /** Exposed by the desktop app's preload; a browser page has none. */
    readonly topshelf?: TopshelfBridge
  }
}

/** Where this page runs, and what it does once set up. */
export interface Home {
  readonly bridge: TopshelfBridge
  readonly onReady: 'show-board' | 'go-to-board'
  /** Known without asking: a board's own page has nothing to set up. */
  readonly state: SetupState | null
}

/** The desktop window has a bridge; a browser page builds one from its path: `/boards/{locationId}` or `/setup`. */
export function homeOf(window: Window): Home {
  if (window.topshelf !== undefined) return { bridge: window.topshelf, onReady: 'show-board', state: null }
  const board = /^\/boards\/(\d+)\/?$/.exec(window.location.pathname)
  if (board === null) return { bridge: httpBridgeFor(null, ''), onReady: 'go-to-board', state: null }
  const locationId = Number(board[1])
  return {
    bridge: httpBridgeFor(locationId, window.location.search),
    onReady: 'show-board',
    state: { phase: 'ready', source: 'cova', locationId }
  }
}
