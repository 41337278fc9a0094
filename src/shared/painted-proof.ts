/** What a page has drawn, as its proof strip says (docs/reliability.md, Proof of pixels). */
export type PaintedState =
  /** The page runs, and draws none of its states. */
  | 'empty'
  | 'connecting'
  | 'board'
  | 'kiosk'
  | 'setup'
  | 'pairing'
  /** A board under a screen that is off outside opening hours: black on purpose. */
  | 'dark'
  /** The newest board could not be laid out: the one before stays. */
  | 'kept'

/** What stands in a proof strip. */
export interface PaintedProof {
  readonly state: PaintedState
  /** Of the snapshot's id: the low 24 bits of its FNV-1a over UTF-16 units; 0 where the state draws no snapshot. */
  readonly snapshotHash: number
  /** Goes on with each painted frame that the heartbeat asked for, from 0 to 255 and over again. */
  readonly frame: number
}
