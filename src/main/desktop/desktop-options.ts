export interface DesktopOptions {
  /** Straight into the demo store, for this run. */
  readonly demo: boolean
  /** Ordinary windows of 1920 x 1080 in place of whole screens: so many of them; null covers the displays. */
  readonly ordinaryWindows: number | null
  /** The whole screen, with no way out but ending the program. */
  readonly kiosk: boolean
}

const WINDOWS = '--windows='
const MOST_WINDOWS = 8

/** Our options among Electron's and Chromium's own, which are left to them. `problem` is one line, or null. */
export function readDesktopOptions(argv: readonly string[]): {
  readonly options: DesktopOptions
  readonly problem: string | null
} {
  const count = argv.find((argument) => argument.startsWith(WINDOWS))?.slice(WINDOWS.length) ?? null
  const isWrong = count !== null && !(/^\d$/.test(count) && Number(count) >= 1 && Number(count) <= MOST_WINDOWS)
  const windows = count === null || isWrong ? 1 : Number(count)
  return {
    options: {
      demo: argv.includes('--demo'),
      ordinaryWindows: argv.includes('--windowed') || count !== null ? windows : null,
      kiosk: argv.includes('--kiosk')
    },
    problem: isWrong ? `--windows: expected a number from 1 to ${MOST_WINDOWS}; one is opened` : null
  }
}
