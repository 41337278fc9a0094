import type { ChildProcess } from 'node:child_process'
import type { Unjudged } from '../../domain/launch/child-watch.ts'

/** What the launcher and the app say to each other. A launcher may be older than the app it starts: nothing here changes its meaning. */

/** Given to the app, with the launcher's program: `--launched-by=/path`. Empty where that is none of the app's kind (a checkout's). */
export const LAUNCHED_BY = '--launched-by='

/** Given to a launcher by an app whose own is gone: `--takes-over=PID,VERSION`. It speaks over the channel to that launcher. */
const TAKES_OVER = '--takes-over='

/** The app's exit code for "start me anew" (EX_TEMPFAIL of sysexits.h). */
export const START_ANEW = 75

/** App to launcher. */
export type AppMessage =
  /** Its main thread lives; at most every second. */
  | { readonly topshelf: 'alive' }
  /** A window proved its paint, as the painted note says; this way too, for a disk that is full. */
  | { readonly topshelf: 'painted'; readonly snapshotId: string | null }
  /**
   * There is nothing to judge: no window can be looked at just now, or no board can be there yet. Said with the looks, every two seconds, and holds for no
   * longer than a few; an older launcher does not hear it, and one that does not know the reason holds a trial for half an hour at most.
   */
  | { readonly topshelf: 'unjudged'; readonly why: Unjudged }
  /** Another app runs on this data directory; its window is shown, and this one leaves. */
  | { readonly topshelf: 'elsewhere' }
  /** Somebody has this data directory whom nobody can ask: this one leaves by START_ANEW, and that is no crash of its. */
  | { readonly topshelf: 'held' }
  /** To a launcher that did not start it, and cannot see its exit code: it leaves with this one. */
  | { readonly topshelf: 'leaving'; readonly code: number }
  /** The settings that the launcher acts on may have changed. */
  | { readonly topshelf: 'settings' }

/** Launcher to app: end cleanly. Windows has no signal for that. */
export interface LauncherMessage {
  readonly topshelf: 'quit'
}

/** The launcher's program, or null for an app that was started without one. */
export function launcherOf(argv: readonly string[]): string | null {
  return argv.find((argument) => argument.startsWith(LAUNCHED_BY))?.slice(LAUNCHED_BY.length) ?? null
}

/** The launcher that this app started, since its own was gone; null otherwise. */
let successor: ChildProcess | null = null

export function setSuccessor(launcher: ChildProcess | null): void {
  successor = launcher
}

/** Whether there is a launcher that watches this app. */
export function hasLauncher(): boolean {
  return process.connected === true || successor?.connected === true
}

/** Says something to the launcher; without one, to nobody. Resolves once it is on its way, or cannot be. */
export function tellLauncher(message: AppMessage): Promise<void> {
  return new Promise((resolve) => {
    // The launcher may be gone at this very instant: the board stays.
    const sent = (): void => resolve()
    if (process.connected === true) process.send?.(message, undefined, undefined, sent)
    else if (successor?.connected === true) successor.send(message, sent)
    else resolve()
  })
}

/**
 * Which app a launcher is to take over; null for one that begins with a start. Never 0 or 1: to the system those are a
 * launcher's own group, and everybody.
 */
export function takenOver(argv: readonly string[]): { readonly pid: number; readonly version: string } | null {
  const said = argv.find((argument) => argument.startsWith(TAKES_OVER))?.slice(TAKES_OVER.length)
  const [, pid, version] = /^([2-9]|[1-9]\d+),(.+)$/.exec(said ?? '') ?? []
  return pid === undefined || version === undefined ? null : { pid: Number(pid), version }
}

/** An app's or a launcher's arguments without those of this file: what is handed on. */
export function handedOn(args: readonly string[]): string[] {
  return args.filter((argument) => !argument.startsWith(LAUNCHED_BY) && !argument.startsWith(TAKES_OVER))
}

export function takesOver(pid: number, version: string): string {
  return `${TAKES_OVER}${pid},${version}`
}

/** Leaves at once with a code, which the launcher is told where it cannot see it. */
export function leaveWith(app: Pick<Leaving, 'exit'>, code: number): void {
  const leave = (): void => app.exit(code)
  if (successor === null) leave()
  else void tellLauncher({ topshelf: 'leaving', code }).then(leave)
}

/**
 * Leaves with a code once the launcher was told why, or cannot be. Where channels are slow (Windows) what is said right before
 * an end is lost, and the end counts as a crash.
 */
export function leaveSaying(
  app: Pick<Leaving, 'exit'>,
  why: Extract<AppMessage, { topshelf: 'elsewhere' | 'held' }>,
  code: number
): void {
  void tellLauncher(why).then(() => app.exit(code))
}

/** What leaving takes, of Electron's `app`. */
export interface Leaving {
  readonly relaunch: (options: { args: string[]; execPath?: string }) => void
  readonly exit: (code: number) => void
}

/**
 * Leaves at once and is started anew: by the launcher, or without one by Electron. The caller has closed what needs
 * closing.
 */
export function startAnew(app: Leaving, argv: readonly string[] = process.argv): void {
  const launcher = launcherOf(argv)
  if (launcher !== null && hasLauncher()) return leaveWith(app, START_ANEW)
  // The launcher is gone: where it is a program of the app's kind, that is started again.
  const args = handedOn(argv.slice(1))
  app.relaunch(launcher === null || launcher === '' ? { args } : { args, execPath: launcher })
  app.exit(0)
}
