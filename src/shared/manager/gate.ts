/** What stands before the manager's window. */
export type GateState =
  /** `mayChoose` is false where the window was opened by a long press: a shopper's hand is no manager's. */
  | { readonly kind: 'no-pin'; readonly mayChoose: boolean }
  | {
      readonly kind: 'locked'
      /** Attempts before the next wait. */
      readonly attemptsLeft: number
      /** Seconds until the next attempt is looked at; 0 when it may be made now. */
      readonly waitSeconds: number
    }
  /** The file of the PIN cannot be read: nothing opens until it is reset. */
  | { readonly kind: 'damaged' }

export interface GateNews {
  readonly state: GateState
  /** "en-CA": the language of the manager's window. */
  readonly language: string
}

/** Why a PIN was not taken. */
export type PinRefusal = 'wrong' | 'wait' | 'damaged' | 'no-pin' | 'has-one' | 'digits' | 'easy' | 'unwritable'

/** The window opens with the token of a session; `state` is what stands before the next attempt. */
export type Opened =
  | { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly why: PinRefusal; readonly state: GateState }

/** The only channels that are answered without a session. */
export interface GateChannels {
  'gate:state': { readonly args: readonly []; readonly answer: GateNews }
  /** Only while there is none. */
  'gate:choose-pin': { readonly args: readonly [pin: string]; readonly answer: Opened }
  'gate:unlock': { readonly args: readonly [pin: string]; readonly answer: Opened }
}

export interface SessionChannels {
  /** Locks the window that asks. */
  'session:end': { readonly args: readonly []; readonly answer: null }
  'session:change-pin': {
    readonly args: readonly [current: string, next: string]
    readonly answer: { readonly ok: true } | { readonly ok: false; readonly why: PinRefusal }
  }
}
