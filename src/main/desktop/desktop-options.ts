export interface DesktopOptions {
  /** Straight into the demo store, for this run. */
  readonly demo: boolean
  /** An ordinary window of 1920 x 1080 in place of the whole screen. */
  readonly windowed: boolean
  /** The whole screen, with no way out but ending the program. */
  readonly kiosk: boolean
}

/** Our options among Electron's and Chromium's own, which are left to them. */
export function readDesktopOptions(argv: readonly string[]): DesktopOptions {
  return {
    demo: argv.includes('--demo'),
    windowed: argv.includes('--windowed'),
    kiosk: argv.includes('--kiosk')
  }
}
