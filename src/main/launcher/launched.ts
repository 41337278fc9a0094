import type { Unjudged } from '../../domain/launch/child-watch.ts'

/** What the launcher and the app say to each other. A launcher may be older than the app it starts: nothing here changes its meaning. */

/** Given to the app, with the launcher's program: `--launched-by=/path`. Empty where that is none of the app's kind (a checkout's). */
export const LAUNCHED_BY = '--launched-by='

/** The app's exit code for "start me anew" (EX_TEMPFAIL of sysexits.h). */
export const START_ANEW = 75

/** App to launcher. */
export type AppMessage =
  /** Its main thread lives; at most every second. */
  | { readonly topshelf: 'alive' }
  /** A window proved its paint, as the painted note says; this way too, for a disk that is full. */
  | { readonly topshelf: 'painted'; readonly snapshotId: string | null }
  /**
   * There is nothing to judge: no window can be looked at just now. Said with the looks, every two seconds, and holds for no
   * longer than a few; an older launcher does not hear it.
   */
  | { readonly topshelf: 'unjudged'; readonly why: Unjudged }
  /** Another app runs on this data directory; its window is shown, and this one leaves. */
  | { readonly topshelf: 'elsewhere' }
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

/** Says something to the launcher; without one, to nobody. */
export function tellLauncher(message: AppMessage): void {
  if (process.connected !== true) return
  // The launcher may be gone at this very instant: the board stays.
  process.send?.(message, undefined, undefined, () => undefined)
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
  if (launcher !== null && process.connected === true) {
    app.exit(START_ANEW)
    return
  }
  // The launcher is gone: where it is a program of the app's kind, that is started again.
  const args = argv.slice(1).filter((argument) => !argument.startsWith(LAUNCHED_BY))
  app.relaunch(launcher === null || launcher === '' ? { args } : { args, execPath: launcher })
  app.exit(0)
}
