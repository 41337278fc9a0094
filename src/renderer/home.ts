import type { TopshelfBridge } from '../shared/channels.ts'
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
}

/** The desktop window has a bridge; a browser page builds one from its path: `/boards/{locationId}` or `/setup`. */
export function homeOf(window: Window): Home {
  if (window.topshelf !== undefined) return { bridge: window.topshelf, onReady: 'show-board' }
  const board = /^\/boards\/(\d+)\/?$/.exec(window.location.pathname)
  if (board === null) return { bridge: httpBridgeFor(null, ''), onReady: 'go-to-board' }
  return { bridge: httpBridgeFor(Number(board[1]), window.location.search), onReady: 'show-board' }
}
