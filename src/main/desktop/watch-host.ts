import { app, powerMonitor, powerSaveBlocker, screen } from 'electron'
import type { Unjudged } from '../../domain/launch/child-watch.ts'
import { asAsked, isDark, litMachine, type PowerEvent, withPowerEvent } from '../../domain/watch/dark-machine.ts'
import { type LastLook, unjudgedOf } from '../../domain/watch/judged-windows.ts'
import { largestStepOf } from '../../domain/watch/largest-step.ts'
import type { Recoveries } from '../screens/recoveries.ts'
import type { WatchHost } from './window-watch.ts'

const SAID_EVERY_MS = 2000
/** Whoever touched mouse or keys within this is still there. */
const AT_THE_KEYS_SECONDS = 120

/** What the machine does for windows, and tells of itself. `lookSoon` is called when something happened to the GPU or the power. Answers whether nobody can see it now. */
export function setupPower(events: { readonly resumed: () => void; readonly lookSoon: () => void }): () => boolean {
  let machine = litMachine
  const told = (event: PowerEvent): void => {
    machine = withPowerEvent(machine, event, performance.now())
  }
  const woken = (event: PowerEvent) => () => {
    told(event)
    events.resumed()
    events.lookSoon()
  }
  // The display stays on.
  powerSaveBlocker.start('prevent-display-sleep')
  powerMonitor.on('suspend', () => told('suspend'))
  powerMonitor.on('resume', woken('resume'))
  powerMonitor.on('lock-screen', () => told('lock-screen'))
  // Not every system tells of waking; a look costs little.
  powerMonitor.on('unlock-screen', woken('unlock-screen'))
  app.on('child-process-gone', (_event, { type }) => {
    if (type === 'GPU') events.lookSoon()
  })
  return () => {
    if (!isDark(machine)) return false
    machine = asAsked(machine, powerMonitor.getSystemIdleState(AT_THE_KEYS_SECONDS) === 'locked', performance.now())
    return isDark(machine)
  }
}

/** What the watches of all windows share on this machine. */
export function createWatchHost(given: {
  readonly recoveries: Recoveries
  /** Whether the machine sleeps or is locked. */
  readonly isDark: () => boolean
  /** Whether any display is to show a board. */
  readonly isWindowWanted: () => boolean
  /** Whether the database is still to be opened: no window can show a board before. */
  readonly isDatabaseBroughtOn: () => boolean
  /** Whether something is being typed on this machine that a relaunch would lose. */
  readonly mayBeTyping: () => boolean
  readonly painted: (snapshotId: string | null) => void
  /** No window can be judged, or none for a board: said every two seconds, as long as it is so. */
  readonly unjudged: (why: Unjudged) => void
  readonly relaunch: () => void
  readonly warn: (line: string) => void
}): WatchHost {
  const { recoveries, painted, relaunch, warn } = given
  const looks = new Map<object, LastLook>()
  let hasPictures = false
  const isDarkNow = (): boolean => given.isDark() || screen.getAllDisplays().length === 0
  const tellUnjudged = (): void => {
    const why = unjudgedOf([...looks.values()], isDarkNow(), given.isWindowWanted(), performance.now())
    if (why !== null) given.unjudged(why)
    if (given.isDatabaseBroughtOn()) given.unjudged('database')
  }
  // Not with the looks alone: a machine without a display may have no window.
  setInterval(tellUnjudged, SAID_EVERY_MS).unref()
  return {
    isDark: isDarkNow,
    looked: (watch, seen) => {
      looks.set(watch, { seen, atMs: performance.now() })
    },
    ended: (watch) => looks.delete(watch),
    hasPictures: () => hasPictures,
    gavePicture: () => {
      hasPictures = true
    },
    largestStep: (faultyMs) =>
      largestStepOf({
        isTyping: given.mayBeTyping() && powerMonitor.getSystemIdleTime() < AT_THE_KEYS_SECONDS,
        mayRelaunch: recoveries.mayRelaunch(),
        faultyMs
      }),
    roundsBefore: recoveries.relaunchesLately(),
    painted,
    remember: recoveries.remember,
    relaunch,
    warn,
    nowMs: Date.now
  }
}
