import { type ChildProcess, spawn } from 'node:child_process'
import { handedOn, launcherOf, setSuccessor, takesOver, tellLauncher } from './launched.ts'

const beatEveryMs = 1000
const firstPauseMs = 2000
const longestPauseMs = 60 * 60_000

/**
 * Says to the launcher that the main thread lives, and does what it asks; nothing where the app has none. A launcher that is
 * gone is followed by another one, which the app starts and speaks to: the board stays meanwhile. Answers what ends that.
 */
export function linkToLauncher(options: {
  readonly argv: readonly string[]
  readonly version: string
  readonly quit: () => void
  readonly warn: (line: string) => void
}): () => void {
  const { warn } = options
  const launcher = launcherOf(options.argv)
  if (launcher === null || process.connected !== true) return () => undefined
  let hasEnded = false
  let starts = 0
  const beat = (): void => void tellLauncher({ topshelf: 'alive' })
  beat()
  const beats = setInterval(beat, beatEveryMs)

  function hear(message: unknown): void {
    // The one thing it says.
    if ((message as { topshelf?: unknown } | null)?.topshelf === 'quit') options.quit()
  }

  function startSuccessor(program: string): void {
    if (hasEnded) return
    starts += 1
    const args = [takesOver(process.pid, options.version), ...handedOn(options.argv.slice(1))]
    let isGone = false
    const gone = (): void => {
      if (isGone || hasEnded) return
      isGone = true
      setSuccessor(null)
      const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** (starts - 1))
      warn(`the launcher is gone: the board stays, and another one is started in ${Math.round(pauseMs / 1000)} s`)
      setTimeout(startSuccessor, pauseMs, program).unref()
    }
    let successor: ChildProcess
    try {
      // Not of this app's group: it is to outlive it.
      successor = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], detached: true })
    } catch {
      // Most of what keeps a program from being started is thrown, and would end the app over its launcher.
      gone()
      return
    }
    setSuccessor(successor)
    successor.on('message', hear)
    successor.once('error', gone)
    successor.once('exit', gone)
  }

  process.on('message', hear)
  process.once('disconnect', () => {
    if (hasEnded) return
    if (launcher === '') {
      clearInterval(beats)
      warn('the launcher is gone: the board stays, and nobody watches this app until it is started again')
      return
    }
    warn('the launcher is gone: the board stays, and another one is started')
    startSuccessor(launcher)
  })
  return () => {
    // It goes on saying that it lives: closing takes its time.
    hasEnded = true
  }
}
