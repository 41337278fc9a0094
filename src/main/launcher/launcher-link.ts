import { launcherOf, tellLauncher } from './launched.ts'

const beatEveryMs = 1000

/** Says to the launcher that the main thread lives, and does what it asks; nothing where the app has none. */
export function linkToLauncher(options: {
  readonly argv: readonly string[]
  readonly quit: () => void
  readonly warn: (line: string) => void
}): void {
  if (launcherOf(options.argv) === null || process.connected !== true) return
  const beat = (): void => tellLauncher({ topshelf: 'alive' })
  beat()
  const timer = setInterval(beat, beatEveryMs)
  process.on('message', (message) => {
    // The one thing it says.
    if ((message as { topshelf?: unknown } | null)?.topshelf === 'quit') options.quit()
  })
  process.once('disconnect', () => {
    clearInterval(timer)
    options.warn('the launcher is gone: the board stays, and the next start brings the launcher back')
  })
}
