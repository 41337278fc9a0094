/** How this machine is with updates, in the reader's words. */
export interface UpdatesNews {
  /** The version that runs. */
  readonly version: string
  /** What it does or waits for: "1.3.0 is downloaded and waits until the store closes at 10:00 pm." */
  readonly words: string
  /** Nothing here updates itself; `words` say why. */
  readonly isOff: boolean
  readonly isBusy: boolean
  /** 0 to 100 while a download runs. */
  readonly percent: number | null
  /** Something lies ready to be installed at once. */
  readonly canInstall: boolean
  /** "4:20 pm"; null where none was answered yet. */
  readonly lastCheck: string | null
  readonly nextCheck: string | null
  /** Of the last attempt; null where that one succeeded. `detail` is the line as it was written down, in English. */
  readonly fault: { readonly what: string; readonly at: string; readonly detail: string } | null
  /** "1.2.0: it painted no board. Nov 20, 4:20 am" */
  readonly refused: readonly { readonly version: string; readonly words: string }[]
}

/** Answered by the host. */
export interface UpdatesChannels {
  'updates:read': { readonly args: readonly []; readonly answer: UpdatesNews }
  /** Asks the feed now. The answer does not wait for it. */
  'updates:check': { readonly args: readonly []; readonly answer: UpdatesNews }
  /** Installs what lies ready, open or not, and starts it. */
  'updates:install': { readonly args: readonly []; readonly answer: UpdatesNews }
}
