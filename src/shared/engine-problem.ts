/** Why no engine runs although one should. */
export type EngineProblemCode =
  | 'data-dir-unwritable'
  | 'database-newer'
  /** Another Topshelf syncs into the same data directory. */
  | 'writer-busy'
  /** It ended by itself, or threw while it started. */
  | 'engine-failed'

export interface EngineProblem {
  readonly code: EngineProblemCode
  /** One line in English that names the place. */
  readonly message: string
}
