import { type ChildProcess, spawn } from 'node:child_process'
import type { AppMessage, LauncherMessage } from './launched.ts'

/** How an app's process ended; both null where nobody could see it, and it said nothing. */
export type ProcessEnd =
  | { readonly kind: 'exit'; readonly code: number | null; readonly signal: NodeJS.Signals | null }
  | { readonly kind: 'no-start'; readonly message: string }

/** The app as its launcher has it, whether it started it or found it. */
export interface AppProcess {
  readonly ended: Promise<ProcessEnd>
  readonly onSaid: (listener: (said: AppMessage) => void) => void
  /** Asks it to end. */
  readonly quit: (signal: NodeJS.Signals) => void
  /** Ends it, with its group where that is its own. */
  readonly kill: () => void
  /** Ends what outlives it. */
  readonly killLeftOver: () => void
}

/**
 * Starts it, as a process group of its own or not: so one that hangs ends with everything it started. One that cannot be
 * started is an app that has ended already.
 */
export function spawnApp(executable: string, args: readonly string[], ownGroup: boolean): AppProcess {
  let child: ChildProcess
  try {
    child = spawn(executable, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], detached: ownGroup })
  } catch (error) {
    // Node says a few errors with an event, and throws all others: no folder, no memory, a disk that cannot be read.
    return notStarted((error as Error).message)
  }
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null
  return {
    ended: endOf(child),
    onSaid: (listener) => child.on('message', (message) => listener(message as AppMessage)),
    quit: (signal) => {
      const message: LauncherMessage = { topshelf: 'quit' }
      if (child.connected && process.platform === 'win32') child.send(message, () => undefined)
      else child.kill(signal)
    },
    kill: () => {
      if (hasEnded() || (ownGroup && killGroup(child.pid))) return
      child.kill('SIGKILL')
    },
    killLeftOver: () => {
      if (ownGroup) killGroup(child.pid)
    }
  }
}

function notStarted(message: string): AppProcess {
  const nothing = (): void => undefined
  return {
    ended: Promise.resolve({ kind: 'no-start', message }),
    onSaid: nothing,
    quit: nothing,
    kill: nothing,
    killLeftOver: nothing
  }
}

function endOf(child: ChildProcess): Promise<ProcessEnd> {
  return new Promise((resolve) => {
    child.once('error', (error) => {
      // Also said of a signal or a message that could not be sent.
      if (child.pid === undefined) resolve({ kind: 'no-start', message: error.message })
    })
    child.once('exit', (code, signal) => resolve({ kind: 'exit', code, signal }))
  })
}

/**
 * The app that started this launcher because its own was gone: it speaks over the channel that it made, and has ended when
 * that ends. Its process id would not tell: it is nobody's child any more, and may stay as a name alone.
 */
export function foundApp(pid: number): AppProcess {
  let leavesWith: number | null = null
  return {
    ended: new Promise((resolve) => {
      const gone = (): void => resolve({ kind: 'exit', code: leavesWith, signal: null })
      if (process.connected !== true) return gone()
      process.once('disconnect', gone)
      process.on('message', (message) => {
        const said = message as AppMessage
        if (said.topshelf === 'leaving') leavesWith = said.code
      })
    }),
    onSaid: (listener) => process.on('message', (message) => listener(message as AppMessage)),
    quit: (signal) => {
      const message: LauncherMessage = { topshelf: 'quit' }
      if (process.platform === 'win32') process.send?.(message, undefined, undefined, () => undefined)
      else killOne(pid, signal)
    },
    kill: () => {
      if (!killGroup(pid)) killOne(pid, 'SIGKILL')
    },
    killLeftOver: () => killGroup(pid)
  }
}

/**
 * Also what outlives the main process of a group: a process that it started may hold the others' channels open, so that pages of
 * an app that is gone stay, and with them a window before the new one.
 */
function killGroup(pid: number | undefined): boolean {
  try {
    // Windows has no groups.
    return pid !== undefined && process.platform !== 'win32' && process.kill(-pid, 'SIGKILL')
  } catch {
    return false
  }
}

function killOne(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It is gone.
  }
}
