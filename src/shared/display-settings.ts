/** What is said of one display of the machine. What it is recognised by is null where that does not matter. */
export interface KnownDisplay {
  readonly label: string | null
  /** Place and size in the system's own units. */
  readonly x: number | null
  readonly y: number | null
  readonly width: number | null
  readonly height: number | null
  /** False: no board on this display. */
  readonly board: boolean
  /** A name of the settings' `screens`; null goes by those of all displays. */
  readonly screen: string | null
  /** The store it shows; null is the machine's. */
  readonly locationId: number | null
}

/** Which displays of this machine show boards, and how (docs/board.md, Windows of one machine). */
export interface DisplaySettings {
  /** One menu over all displays, or all of it on the primary one alone. */
  readonly mode: 'one-menu' | 'first-only'
  readonly known: readonly KnownDisplay[]
}
