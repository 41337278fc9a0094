/** What stands before the manager's window. */
export type GateState =
  | { readonly kind: 'no-pin'; readonly mayChoose: boolean }
  | {
      readonly kind: 'locked'
      /** Attempts before the next wait. */
      readonly attemptsLeft: number
      /** Seconds until the next attempt is looked at; 0 when it may be made now. */
      readonly waitSeconds: number
    }
  /** The file of the PIN cannot be read: nothing opens until it is reset; `message` says how. */
  | { readonly kind: 'damaged'; readonly message: string }

export interface GateNews {
  readonly state: GateState
  /** "en-CA": the language of the manager's window. */
  readonly language: string
  /** Name of the store that this machine shows, where one is chosen and known. */
  readonly storeName: string | null
}

/** The only channels that are answered without a session. */
export interface GateChannels {
  'gate:state': { readonly args: readonly []; readonly answer: GateNews }
  /** Only while there is none. Answers a session's token. */
  'gate:choose-pin': { readonly args: readonly [pin: string]; readonly answer: string }
  /** Answers a session's token. */
  'gate:unlock': { readonly args: readonly [pin: string]; readonly answer: string }
}
