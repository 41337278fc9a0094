/** Where first run goes on, behind the PIN. */
export type SetupAgain =
  /** On the board's window of this machine. */
  | { readonly kind: 'window' }
  /** On another page of the same host. */
  | { readonly kind: 'page'; readonly path: string }
  /** This program has its credentials from whoever started it: there is nothing to ask. */
  | { readonly kind: 'given' }

export interface SetupAgainChannels {
  /** Opens first run again: another source, company or store. What is shown stays until something else is chosen. */
  'setup:again': { readonly args: readonly []; readonly answer: SetupAgain }
}
