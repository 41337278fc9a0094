import { app, powerMonitor, powerSaveBlocker, screen } from 'electron'
import type { Recoveries } from '../screens/recoveries.ts'
import type { WatchHost } from './window-watch.ts'

/** Whoever touched mouse or keys within this is still there. */
const AT_THE_KEYS_SECONDS = 120

/** What the machine does for windows, and tells of itself. `lookSoon` is called when something happened to the GPU or the power. */
export function setupPower(events: { readonly resumed: () => void; readonly lookSoon: () => void }): () => boolean {
  let sleeps = false
  // The display stays on.
  powerSaveBlocker.start('prevent-display-sleep')
  powerMonitor.on('suspend', () => (sleeps = true))
  powerMonitor.on('resume', () => {
    sleeps = false
    events.resumed()
    events.lookSoon()
  })
  // Not every system tells of waking; a look costs little.
  powerMonitor.on('unlock-screen', () => {
    sleeps = false
    events.resumed()
    events.lookSoon()
  })
  app.on('child-process-gone', (_event, { type }) => {
    if (type === 'GPU') events.lookSoon()
  })
  return () => sleeps
}

/** What the watches of all windows share on this machine. */
export function createWatchHost(given: {
  readonly recoveries: Recoveries
  readonly sleeps: () => boolean
  /** Whether something is being typed on this machine that a relaunch would lose. */
  readonly mayBeTyping: () => boolean
  readonly painted: (snapshotId: string | null) => void
  readonly relaunch: () => void
  readonly warn: (line: string) => void
}): WatchHost {
  const { recoveries, painted, relaunch, warn } = given
  return {
    isDark: () => given.sleeps() || screen.getAllDisplays().length === 0,
    largestStep: () => {
      const isInUse = given.mayBeTyping() && powerMonitor.getSystemIdleTime() < AT_THE_KEYS_SECONDS
      return isInUse || !recoveries.mayRelaunch() ? 'new-window' : 'relaunch'
    },
    roundsBefore: recoveries.relaunchesLately(),
    painted,
    remember: recoveries.remember,
    relaunch,
    warn,
    nowMs: Date.now
  }
}
