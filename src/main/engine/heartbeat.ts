/**
 * Signs of life of the engine worker, in memory that its host reads (`hang-watch.ts`): a count that goes up while anything gets
 * on, also in the middle of a transaction, where no message is sent; and which piece of work is under way that cannot count.
 * Where nobody reads (command line, tests), all of it does nothing.
 */

/** Pieces of work that say nothing until they are done, mostly one statement of SQLite's, and how long each may take. */
export const LONG_PIECES = [
  { name: 'the start of the program', boundMs: 60_000 },
  { name: 'the check of the database', boundMs: 600_000 },
  { name: 'a new version of the database', boundMs: 1_800_000 },
  { name: 'writing to the disk', boundMs: 60_000 },
  { name: 'tidying the database', boundMs: 60_000 },
  { name: 'an answer to the manager', boundMs: 10_000 }
] as const

export type LongPiece = (typeof LONG_PIECES)[number]['name']

/** An idle worker counts this often. */
const IDLE_BEAT_MS = 500
const BEATS = 0
/** Place of the piece under way in `LONG_PIECES`, from 1; 0 for none. */
const PIECE = 1

let own: Int32Array | null = null

/** Memory for one worker, as before its start. */
export function newHeartbeat(): Int32Array {
  const memory = new Int32Array(new SharedArrayBuffer(8))
  Atomics.store(memory, PIECE, placeOf('the start of the program'))
  return memory
}

/** The worker begins to count, also while it waits for work; answers what ends the latter. */
export function beatInto(memory: Int32Array): () => void {
  own = memory
  Atomics.store(memory, PIECE, 0)
  beat()
  const idle = setInterval(beat, IDLE_BEAT_MS)
  idle.unref()
  return () => clearInterval(idle)
}

/** Called wherever work gets on: for each product landed or built. Costs some nanoseconds. */
export function beat(): void {
  if (own !== null) Atomics.add(own, BEATS, 1)
}

/** Names a piece of work that cannot count, while it lasts. Answers what ends it: one within another gives back the outer one. */
export function pieceBegins(name: LongPiece): () => void {
  if (own === null) return () => {}
  const memory = own
  const outer = Atomics.exchange(memory, PIECE, placeOf(name))
  beat()
  return () => {
    Atomics.store(memory, PIECE, outer)
    beat()
  }
}

export function asOnePiece<T>(name: LongPiece, work: () => T): T {
  const ends = pieceBegins(name)
  try {
    return work()
  } finally {
    ends()
  }
}

function placeOf(name: LongPiece): number {
  return LONG_PIECES.findIndex((piece) => piece.name === name) + 1
}

/** The count, and the piece under way. */
export function readHeartbeat(memory: Int32Array): {
  readonly beats: number
  readonly piece: (typeof LONG_PIECES)[number] | null
} {
  return {
    beats: Atomics.load(memory, BEATS),
    piece: LONG_PIECES[Atomics.load(memory, PIECE) - 1] ?? null
  }
}
