/** What a host tells one screen to do. */
export type ScreenOrder =
  /** Shows who it is, over everything, for so long. */
  | {
      readonly kind: 'identify'
      readonly number: string
      readonly name: string
      readonly note: string
      readonly forMs: number
    }
  /** Loads its page anew. */
  | { readonly kind: 'reload' }
  /** A paired browser asks anew which board is its own. */
  | { readonly kind: 'look-up' }
