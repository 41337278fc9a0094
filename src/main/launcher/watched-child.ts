import {
  type ChildWatch,
  newWatch,
  type TrialTerms,
  trialVerdictOf,
  unjudgedAs,
  verdictOf,
  type WatchLimits,
  withBeat,
  withDatabaseWork,
  withPaint,
  withTime,
  withUnjudged
} from '../../domain/launch/child-watch.ts'
import type { AppProcess, ProcessEnd } from './app-process.ts'
import { readPaintedNote } from './painted-note.ts'

const tickMs = 1000
/** A step of the timer that took longer than this found the machine asleep. */
const longestTickMs = 2 * tickMs
const stopWithinMs = 15_000

/** How a child ended. */
export type ChildEnd =
  | ProcessEnd
  /** It said that another app runs on this data directory. */
  | { readonly kind: 'elsewhere' }
  /** It said that somebody has this data directory, and cannot be asked. */
  | { readonly kind: 'held' }
  /** Ended by the launcher: its main thread said nothing, it painted nothing, or nothing in the time of its trial. */
  | { readonly kind: 'hung' | 'unpainted' | 'not-painted' }

export interface ChildPlan {
  readonly dataDir: string
  readonly version: string
  readonly limits: WatchLimits
  /** Null for a version that has shown what it can. */
  readonly trial: (TrialTerms & { readonly needsBoard: boolean }) | null
  /** The version on trial painted, or lived for long enough where nobody can see one paint. */
  readonly onProven: (by: 'paint' | 'life') => void
  /** The version on trial has lived for long, and nobody could look at it: this start was no crash. */
  readonly onLived: () => void
  readonly onSettings: () => void
}

export interface WatchedChild {
  readonly ended: Promise<ChildEnd>
  /** Time while the machine was awake. */
  readonly livedMs: () => number
  /** Of it, while its windows could be judged. */
  readonly judgedMs: () => number
  /** Whether it ever said that it lives. */
  readonly hasLived: () => boolean
  /** Ends it cleanly, or after a while in any case. */
  readonly quit: (signal: NodeJS.Signals) => void
}

/** Watches an app by what it does: docs/updates.md, "What it watches". */
export function watchChild(app: AppProcess, plan: ChildPlan): WatchedChild {
  const { dataDir, limits } = plan
  let watch: ChildWatch = newWatch
  let onTrial = plan.trial
  let whoElse: 'elsewhere' | 'held' | null = null
  let endedFor: 'hung' | 'unpainted' | 'not-painted' | null = null
  let note = JSON.stringify(readPaintedNote(dataDir))
  let hasLived = false
  let hasToldLife = false

  function painted(snapshotId: string | null): void {
    watch = withPaint(watch)
    if (onTrial === null || (onTrial.needsBoard && snapshotId === null)) return
    proven('paint')
  }

  function proven(by: 'paint' | 'life'): void {
    onTrial = null
    plan.onProven(by)
  }

  /** A note of this version that was not there before: a disk that works says it as well as the channel does. */
  function readNote(): void {
    const read = readPaintedNote(dataDir)
    const text = JSON.stringify(read)
    if (read === null || text === note || read.version !== plan.version) return
    note = text
    painted(read.snapshotId)
  }

  /** Whether the version on trial has used up its time. */
  function endsTrial(terms: TrialTerms): boolean {
    if (!hasToldLife && watch.unjudgedMs >= limits.lifeMs) {
      hasToldLife = true
      plan.onLived()
    }
    const verdict = trialVerdictOf(watch, terms, limits)
    if (verdict === 'lives') proven('life')
    return verdict === 'not-painted'
  }

  function end(reason: NonNullable<typeof endedFor>): void {
    if (endedFor !== null) return
    endedFor = reason
    app.kill()
  }

  app.onSaid((said) => {
    hasLived = true
    switch (said.topshelf) {
      case 'alive':
        watch = withBeat(watch)
        return
      case 'painted':
        painted(said.snapshotId)
        return
      case 'unjudged':
        watch = withSaid(watch, unjudgedAs(said.why, onTrial), limits)
        return
      case 'elsewhere':
      case 'held':
        whoElse = said.topshelf
        return
      case 'settings':
        plan.onSettings()
    }
  })

  let tickedAtMs = performance.now()
  const timer = setInterval(() => {
    const nowMs = performance.now()
    watch = withTime(watch, nowMs - tickedAtMs, longestTickMs, limits.holdMs)
    tickedAtMs = nowMs
    readNote()
    if (onTrial !== null && endsTrial(onTrial)) return end('not-painted')
    const verdict = verdictOf(watch, limits)
    if (verdict === 'hangs') end('hung')
    if (verdict === 'paints-nothing') end('unpainted')
  }, tickMs)

  const ended = app.ended
    .then((last): ChildEnd => {
      app.killLeftOver()
      if (last.kind === 'no-start') return last
      if (whoElse !== null) return { kind: whoElse }
      return endedFor === null ? last : { kind: endedFor }
    })
    .finally(() => clearInterval(timer))

  return {
    ended,
    livedMs: () => watch.livedMs,
    judgedMs: () => watch.judgedMs,
    hasLived: () => hasLived,
    quit(signal) {
      app.quit(signal)
      setTimeout(app.kill, stopWithinMs).unref()
    }
  }
}

function withSaid(watch: ChildWatch, said: ReturnType<typeof unjudgedAs>, limits: WatchLimits): ChildWatch {
  switch (said) {
    case 'unjudged':
      return withUnjudged(watch)
    case 'database':
      return withDatabaseWork(watch, limits)
    case 'nothing':
      return watch
  }
}
