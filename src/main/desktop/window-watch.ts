import { setTimeout as delay } from 'node:timers/promises'
import type { BrowserWindow } from 'electron'
import { newRecovery, nextStep, type RecoveryState, type Seen } from '../../domain/watch/recovery-steps.ts'
import { snapshotHashOf } from '../../domain/watch/painted-proof.ts'
import { newWatchClock, type WatchClock, watchedUntil } from '../../domain/watch/watch-clock.ts'
import { newSight, seenOf, type SightMemory } from '../../domain/watch/window-sight.ts'
import type { Recovery, RecoveryStep, WindowFault } from '../../shared/recovery.ts'
import { type LookedAt, lookAt } from './window-picture.ts'

const LOOK_EVERY_MS = 2000
/** While something is not well, and after an event that may mean so. */
const LOOK_AGAIN_MS = 1000
const LOOK_SOON_MS = 100
/** The whole picture is looked at every so many looks, and at each while there is doubt: it costs more than its corner. */
const WHOLE_EVERY = 2
const CRASHES_WITHIN_MS = 1000
/** A window is shown with its first picture; one that is not by then is not well. */
const SHOWN_WITHIN_MS = 20_000
/** Chromium's code for a navigation that was called off, e.g. to a page that is not ours. */
const navigationAborted = -3

/** A window as its watch knows it. */
export interface WatchedWindow {
  readonly window: BrowserWindow
  /** The screen's name among those of the machine. */
  readonly screen: () => string
  /** The id of the snapshot that its feed handed out last; null while the page has been given none. */
  readonly handed: () => string | null
  readonly load: () => void
  /** Puts another window in its place, which is watched from the course of this one. */
  readonly renew: (course: WatchCourse) => void
}

/** What the watches of all windows share. */
export interface WatchHost {
  /** Whether the machine sleeps, is locked, or has no display: nothing is judged meanwhile. */
  readonly isDark: () => boolean
  /** What a watch saw last; it counts as one of the machine's windows from then on, until it has ended. */
  readonly looked: (watch: object, seen: Seen) => void
  readonly ended: (watch: object) => void
  /** Whether the system ever gave a picture of a window: where it did, that there is none is a fault. */
  readonly hasPictures: () => boolean
  readonly gavePicture: () => void
  /** The largest step that may be taken now: a relaunch ends every window. */
  /** For a window that has been faulty for so long. */
  readonly largestStep: (faultyMs: number) => RecoveryStep
  /** How often the program was started anew of late because of a window. */
  readonly roundsBefore: number
  /** A window is proven to show what it should; null where that is no board. */
  readonly painted: (snapshotId: string | null) => void
  readonly remember: (recovery: Recovery) => void
  readonly relaunch: () => void
  readonly warn: (line: string) => void
  readonly nowMs: () => number
}

/** How far a watch is: goes on with the window that takes another's place. */
export interface WatchCourse {
  readonly recovery: RecoveryState
  readonly clock: WatchClock
  /** When the fault under way was first seen, by the wall clock and by one that never jumps; null without one. */
  readonly began: { readonly atMs: number; readonly elapsedMs: number } | null
  /** How often it was looked at since. */
  readonly looksInDoubt: number
}

export interface WindowWatch {
  /** Something happened that may have to do with windows. */
  readonly lookSoon: () => void
  readonly end: () => void
}

/**
 * Looks at a window's pixels again and again, and mends what is wrong with it step by step (docs/reliability.md). Events
 * are only reasons to look sooner, but for those that say by themselves that there is no page.
 */
export function watchWindow(watched: WatchedWindow, host: WatchHost, course: WatchCourse | null): WindowWatch {
  const { window } = watched
  const { webContents } = window
  let clock = course?.clock ?? newWatchClock(performance.now())
  let recovery = course?.recovery ?? newRecovery(host.roundsBefore)
  let began = course?.began ?? null
  let dueMs = Infinity
  let sight: SightMemory = newSight(clock.watchedMs, recovery.fault !== null)
  const openedAtMs = clock.watchedMs
  let hasShown = false
  /** What an event said of the page; null for a page that is there. */
  let gone: WindowFault | null = null
  let looks = 0
  let looksInDoubt = course?.looksInDoubt ?? 0
  const self = {}
  let saidNoPictures = false
  let hasEnded = false
  let isLooking = false
  let timer: NodeJS.Timeout | undefined

  function lookIn(delayMs: number): void {
    clearTimeout(timer)
    dueMs = performance.now() + delayMs
    if (!hasEnded) timer = setTimeout(() => void look(), delayMs)
  }

  function lookSoon(): void {
    // One that is under way asks for the next by itself; one that is due as soon is not put off by the next event.
    if (!isLooking && dueMs > performance.now() + LOOK_SOON_MS) lookIn(LOOK_SOON_MS)
  }

  async function look(): Promise<void> {
    isLooking = true
    let nextInMs = LOOK_EVERY_MS
    try {
      const seen = await see()
      if (hasEnded || window.isDestroyed()) return
      host.looked(self, seen)
      await follow(seen)
      if (recovery.fault !== null) nextInMs = LOOK_AGAIN_MS
    } catch (error) {
      // A watch that ends with one bad look would be worse than none.
      host.warn(`${watched.screen()}: a look at its window failed: ${(error as Error).message}`)
    } finally {
      isLooking = false
      lookIn(nextInMs)
    }
  }

  async function see(): Promise<Seen> {
    clock = watchedUntil(clock, performance.now(), LOOK_EVERY_MS)
    if (gone !== null) return { kind: 'faulty', fault: gone }
    if (host.isDark()) return { kind: 'unjudged', why: 'dark' }
    if (!window.isVisible() || window.isMinimized()) {
      const isLate = !hasShown && clock.watchedMs - openedAtMs > SHOWN_WITHIN_MS
      if (isLate) return { kind: 'faulty', fault: 'no-picture' }
      return hasShown ? { kind: 'unjudged', why: 'hidden' } : unknown
    }
    hasShown = true
    looks += 1
    const handed = watched.handed()
    const isWhole = looks % WHOLE_EVERY === 0 || sight.wasOneColour || recovery.fault !== null
    const before = sight
    const looked = await lookAt(window, isWhole)
    // Its page began anew, or its process ended, while the picture was taken.
    if (before !== sight || gone !== null) return unknown
    return judge(looked, handed)
  }

  function judge(looked: LookedAt, handed: string | null): Seen {
    if (looked.kind === 'picture') host.gavePicture()
    else if (!host.hasPictures()) {
      // A system that gives no pictures at all is no window's fault.
      if (!saidNoPictures) host.warn(`${watched.screen()}: this system gives no picture of its window`)
      saidNoPictures = true
      return { kind: 'unjudged', why: 'no-pictures' }
    }
    const handedHash = handed === null ? null : snapshotHashOf(handed)
    const { memory, seen } = seenOf(sight, looked, handedHash, clock.watchedMs)
    sight = memory
    if (seen.kind === 'well') host.painted(memory.shownHash === handedHash ? handed : null)
    return seen
  }

  async function follow(seen: Seen): Promise<void> {
    // A system that gives no picture gives none to a program that was started anew either.
    const faultyMs = began === null ? 0 : performance.now() - began.elapsedMs
    const largest = seen.kind === 'faulty' && seen.fault === 'no-picture' ? 'new-window' : host.largestStep(faultyMs)
    const hadFault = recovery.fault !== null
    const decision = nextStep(recovery, seen, clock.watchedMs, largest)
    recovery = decision.state
    if (recovery.fault !== null && (!hadFault || began === null))
      began = { atMs: host.nowMs(), elapsedMs: performance.now() }
    looksInDoubt = hadFault ? looksInDoubt + 1 : 0
    if (decision.over !== null && decision.over.step !== null) tell(decision.over.fault, decision.over.step)
    if (recovery.fault === null) began = null
    if (decision.step !== null && recovery.fault !== null) await take(decision.step, recovery.fault.kind)
  }

  function tell(fault: WindowFault, step: RecoveryStep): void {
    const { atMs, elapsedMs } = began ?? { atMs: host.nowMs(), elapsedMs: performance.now() }
    const tookMs = Math.round(performance.now() - elapsedMs)
    const after = `${(tookMs / 1000).toFixed(1)} s, ${looksInDoubt} looks`
    host.warn(`${watched.screen()}: ${fault}, well again after ${after} (${step})`)
    host.remember({ atMs, screen: watched.screen(), fault, step, tookMs })
  }

  async function take(step: RecoveryStep, fault: WindowFault): Promise<void> {
    host.warn(`${watched.screen()}: ${fault}: ${step}`)
    switch (step) {
      case 'repaint':
        return webContents.invalidate()
      case 'reload':
        return reload(fault)
      case 'new-window':
        return watched.renew({ recovery, clock, began, looksInDoubt })
      case 'relaunch': {
        const tookMs = began === null ? 0 : Math.round(performance.now() - began.elapsedMs)
        host.remember({ atMs: host.nowMs(), screen: watched.screen(), fault, step, tookMs })
        return host.relaunch()
      }
    }
  }

  /** A page that hangs does not hear that it is to be loaded anew: its process is ended first. */
  async function reload(fault: WindowFault): Promise<void> {
    if (fault === 'still' || fault === 'unresponsive') {
      const ended = new Promise<void>((resolve) => webContents.once('render-process-gone', () => resolve()))
      // Not by Chromium's own call: to a process that the system has stopped that is told and not done, and the next page
      // would be given to it.
      if (!endProcess(webContents.getOSProcessId())) webContents.forcefullyCrashRenderer()
      await Promise.race([ended, delay(CRASHES_WITHIN_MS)])
    }
    if (!hasEnded && !window.isDestroyed()) watched.load()
  }

  webContents.on('did-start-navigation', (details) => {
    if (!details.isMainFrame || details.isSameDocument) return
    sight = newSight(clock.watchedMs, recovery.fault !== null)
    gone = null
  })
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') gone = 'crashed'
    lookSoon()
  })
  webContents.on('did-fail-load', (_event, code, _description, _url, isMainFrame) => {
    if (!isMainFrame || code === navigationAborted) return
    gone = 'not-loaded'
    lookSoon()
  })
  webContents.on('unresponsive', () => {
    gone ??= 'unresponsive'
    lookSoon()
  })
  webContents.on('responsive', () => {
    if (gone === 'unresponsive') gone = null
  })
  host.looked(self, unknown)
  lookIn(LOOK_EVERY_MS)

  return {
    lookSoon,
    end: () => {
      hasEnded = true
      host.ended(self)
      clearTimeout(timer)
    }
  }
}

/** Ends a page's process without asking it; false where there is none, or the system does not let it. */
function endProcess(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 'SIGKILL')
  } catch {
    return false
  }
}

const unknown: Seen = { kind: 'unknown' }
