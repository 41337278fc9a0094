/** What a browser without a board is told while it waits to be paired: words for it, and the code to be typed. */
export interface PairingCode {
  readonly kind: 'code'
  /** Known to this browser alone: it asks again by it. */
  readonly ticket: string
  /** "K7M 4QX". */
  readonly code: string
  readonly words: {
    readonly language: string
    readonly title: string
    /** What the manager does with the code. */
    readonly how: string
    readonly expires: string
  }
}

export type PairingAnswer =
  | PairingCode
  /** The manager typed the code: the browser keeps the token, and is known by it from now on. */
  | { readonly kind: 'paired'; readonly token: string }

/** Where a paired browser belongs. */
export interface PairedPlace {
  readonly kind: 'board'
  readonly locationId: number
  /** Of its board page: "?screen=bar". */
  readonly query: string
}

export type PairedAnswer = PairedPlace | { readonly kind: 'unknown' }
