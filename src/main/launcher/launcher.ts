import { setTimeout as delay } from 'node:timers/promises'
import type { WatchLimits } from '../../domain/launch/child-watch.ts'
import {
  type EndKind,
  mayBeOwnApp,
  newPace,
  paceAfter,
  patientLimits,
  pauseOf,
  type RestartPace
} from '../../domain/launch/restart-pace.ts'
import {
  type RefusalReason,
  type SlotsState,
  type Start,
  startOf,
  startsUnread,
  trialStartsMost,
  withEmptied,
  withInstalled,
  withoutSlot,
  withoutStart,
  withProven,
  withRefusal,
  withStart
} from '../../domain/launch/slots.ts'
import { type AppProcess, spawnApp } from './app-process.ts'
import { LAUNCHED_BY, START_ANEW } from './launched.ts'
import { contentsFault } from './slot-contents.ts'
import { slotFolderOf } from './slots-file.ts'
import { createSlotsKeeper, noSlots } from './slots-keeper.ts'
import { readPaintedNote } from './painted-note.ts'
import { type ChildEnd, type ChildPlan, watchChild, type WatchedChild } from './watched-child.ts'

export interface LauncherHost {
  readonly dataDir: string
  /** Of the launcher's own program. */
  readonly version: string
  /** What starts the app of the launcher's own version. */
  readonly program: { readonly executable: string; readonly args: readonly string[] }
  /** What the app is told that it is launched by (`--launched-by=`). */
  readonly launchedBy: string
  /** Handed on to whichever version is started. */
  readonly args: readonly string[]
  /** A checkout has no slots, and its launcher ends with an app that ends before it lived: someone sits before it. */
  readonly isCheckout: boolean
  readonly limits: WatchLimits
  /** An app that runs already, whose launcher is gone; null to begin with a start. */
  readonly found?: { readonly app: AppProcess; readonly version: string } | null
  readonly warn: (line: string) => void
  /** The settings that the launcher acts on may have changed. */
  readonly settingsChanged: () => void
}

/** How the launcher ended: with the app's exit code, or because it could not be started at all. */
export type LauncherEnd =
  | { readonly kind: 'exit'; readonly code: number | null; readonly signal: NodeJS.Signals | null }
  | { readonly kind: 'no-start'; readonly message: string }

export interface Launcher {
  readonly ended: Promise<LauncherEnd>
  /** Ends the app cleanly, or after a while in any case, and then the launcher. */
  readonly quit: (signal: NodeJS.Signals) => void
}

const well: LauncherEnd = { kind: 'exit', code: 0, signal: null }

/** Starts the app and keeps it running: docs/updates.md, "The launcher". */
export function runLauncher(host: LauncherHost): Launcher {
  const { warn } = host
  const slots = host.isCheckout ? noSlots : createSlotsKeeper(host.dataDir, warn)
  const quitting = new AbortController()
  let running: WatchedChild | null = null
  let pace: RestartPace = newPace
  /** Of the version on trial, over all its starts. */
  let triedMs = 0
  /** When an app last ended that may have had the data directory. */
  let ownEndedAtMs: number | null = null
  /** In a row, of a slot that could not be looked at. */
  let unreadStarts = 0

  async function run(): Promise<LauncherEnd> {
    let found = host.found ?? null
    while (!quitting.signal.aborted) {
      const start = found === null ? nextStart() : startOfFound(found.version)
      // An app that runs already is looked at as it is.
      if (found === null && (await isDamaged(start))) continue
      if (quitting.signal.aborted) {
        if (start.isTrial) slots.keep(withoutStart(slots.read()))
        break
      }
      running = watch(start, found?.app ?? spawn(start))
      found = null
      const end = believed(await running.ended)
      const child = running
      running = null
      // It may itself have begun the trial of another: that one has its time yet.
      const isOnTrial = start.isTrial && slots.read().trial?.slot === start.place
      if (isOnTrial) triedMs += child.judgedMs()
      if (child.livedMs() >= host.limits.lifeMs) unreadStarts = 0
      const outcome = outcomeOf(end, isOnTrial)
      const isLeaving = quitting.signal.aborted || outcome.kind === 'leave'
      if (isOnTrial && (isLeaving || end.kind === 'held')) slots.keep(withoutStart(slots.read()))
      if (isLeaving) {
        return end.kind === 'exit' ? end : well
      }
      if (host.isCheckout && !child.hasLived() && (end.kind === 'exit' || end.kind === 'no-start')) return end
      await goOn(start, outcome, child.livedMs())
    }
    return well
  }

  /** Another app that may be this launcher's own last one is none to leave to. */
  function believed(end: ChildEnd): ChildEnd {
    const nowMs = performance.now()
    if (end.kind === 'elsewhere')
      return mayBeOwnApp(ownEndedAtMs === null ? null : nowMs - ownEndedAtMs) ? { kind: 'held' } : end
    if (end.kind !== 'held' && end.kind !== 'no-start') ownEndedAtMs = nowMs
    return end
  }

  function nextStart(): Start {
    const found = slots.read()
    let known = withInstalled(found, host.version)
    if ((known.trial?.starts ?? 0) >= trialStartsMost) {
      refuse('crashed')
      known = withInstalled(slots.read(), host.version)
    }
    const counted = withStart(known)
    if (counted !== found) slots.keep(counted)
    return startOf(counted, host.version)
  }

  /** Whether a slot is not as it was unpacked; it is empty from then on. A version on trial is looked at whole. */
  async function isDamaged({ place, version, isTrial }: Start): Promise<boolean> {
    if (place === 'installed') return false
    const fault = await contentsFault(slotFolderOf(host.dataDir, place), isTrial ? 'digests' : 'sizes')
    if (fault?.kind === 'unread' && startsUnread(unreadStarts, isTrial)) {
      unreadStarts += 1
      warn(`version ${version} cannot be looked at on the disk, and is started all the same: ${fault.message}`)
      return false
    }
    unreadStarts = 0
    if (fault === null) return false
    const what = fault.kind === 'unread' ? 'still cannot be read from' : 'is damaged on'
    warn(`version ${version} ${what} the disk, and the one before is started: ${fault.message}`)
    slots.keep(withEmptied(slots.read(), place))
    triedMs = 0
    return true
  }

  /** As which start an app that was found counts; its trial, where it is on one, goes on with all its time. */
  function startOfFound(version: string): Start {
    const next = startOf(slots.read(), host.version)
    warn(`version ${version} runs, and its launcher is gone: this one takes over`)
    return next.version === version ? next : { place: 'installed', executable: null, version, isTrial: false }
  }

  function spawn(start: Start): AppProcess {
    const isOwn = start.executable === null
    if (start.isTrial) warn(`version ${start.version} is started on trial`)
    return spawnApp(
      start.executable ?? host.program.executable,
      [...(isOwn ? host.program.args : []), `${LAUNCHED_BY}${host.launchedBy}`, ...host.args],
      !host.isCheckout && process.platform !== 'win32'
    )
  }

  function watch(start: Start, app: AppProcess): WatchedChild {
    const limits = patientLimits(host.limits, pace)
    return watchChild(app, {
      dataDir: host.dataDir,
      version: start.version,
      limits,
      trial: start.isTrial ? termsOf(slots.read(), limits.trialMs - triedMs) : null,
      onProven: (by) => {
        slots.keep(withProven(slots.read()))
        triedMs = 0
        warn(
          `version ${start.version} ${by === 'paint' ? 'painted' : 'lives, where no window can be looked at,'} and is kept`
        )
      },
      onLived: () => slots.keep(withoutStart(slots.read())),
      onSettings: host.settingsChanged
    })
  }

  function termsOf({ trial }: SlotsState, leftMs: number): NonNullable<ChildPlan['trial']> {
    const needsBoard = trial?.needsBoard ?? false
    return { needsBoard, needsProof: needsBoard || readPaintedNote(host.dataDir) !== null, leftMs }
  }

  async function goOn(start: Start, outcome: Exclude<Outcome, { kind: 'leave' }>, livedMs: number): Promise<void> {
    if (outcome.kind === 'refuse') {
      refuse('not-painted')
      return
    }
    if (outcome.kind === 'lost' && start.place !== 'installed') {
      warn(`version ${start.version} cannot be started: ${outcome.why}`)
      slots.keep(withoutSlot(slots.read(), start.place, Date.now()))
      triedMs = 0
      return
    }
    pace = paceAfter(pace, livedMs, outcome.kind === 'lost' ? 'ended' : outcome.end)
    const pauseMs = pauseOf(pace)
    warn(`${outcome.why}; started anew ${pauseMs === 0 ? 'at once' : `in ${pauseMs / 1000} s`}`)
    await delay(pauseMs, undefined, { signal: quitting.signal }).catch(() => undefined)
  }

  function refuse(reason: RefusalReason): void {
    const state = slots.read()
    const version = state.trial === null ? null : state.slots[state.trial.slot]?.version
    slots.keep(withRefusal(state, reason, Date.now()))
    warn(`version ${version ?? 'unknown'} is refused from now on (${reason}); the one before is started`)
    pace = newPace
    triedMs = 0
  }

  return {
    ended: run(),
    quit(signal) {
      quitting.abort()
      running?.quit(signal)
    }
  }
}

/** What follows the end of a child. */
type Outcome =
  /** The user ended it, or another one is there. */
  | { readonly kind: 'leave' }
  | { readonly kind: 'again'; readonly end: EndKind; readonly why: string }
  | { readonly kind: 'refuse' }
  /** Its program could not be started. */
  | { readonly kind: 'lost'; readonly why: string }

function outcomeOf(end: ChildEnd, isOnTrial: boolean): Outcome {
  switch (end.kind) {
    case 'elsewhere':
      return { kind: 'leave' }
    case 'held':
      return { kind: 'again', end: 'ended', why: 'somebody else has the data directory' }
    case 'hung':
      return { kind: 'again', end: 'hung', why: 'the app hung and was ended' }
    case 'unpainted':
      return { kind: 'again', end: 'unpainted', why: 'the app painted nothing for too long and was ended' }
    case 'not-painted':
      return { kind: 'refuse' }
    case 'no-start':
      return { kind: 'lost', why: end.message }
    case 'exit':
      // A version on trial that ends well before it painted has shown no board all the same.
      if (end.code === 0 && !isOnTrial) return { kind: 'leave' }
      if (end.code === START_ANEW) return { kind: 'again', end: 'ended', why: 'the app asks to be started anew' }
      return { kind: 'again', end: 'ended', why: `the app ended (${end.signal ?? `exit ${end.code ?? 'unknown'}`})` }
  }
}
