import type { PaintedProof } from '../../shared/painted-proof.ts'
import type { WindowFault } from '../../shared/recovery.ts'
import { RELOAD_MS, type Seen } from './recovery-steps.ts'

/** What one look at a window found. */
export type Sight =
  /** The system gave no picture. */
  | { readonly kind: 'none' }
  | {
      readonly kind: 'picture'
      readonly proof: PaintedProof | null
      /** Null where nobody looked at the whole picture this time. */
      readonly isOneColour: boolean | null
    }

/** What is remembered from look to look; instants are of the watch's clock. */
export interface SightMemory {
  readonly frame: number | null
  readonly frameMovedAtMs: number
  /** Since when the page loads; null once it has shown its proof. */
  readonly loadingSinceMs: number | null
  /** What it is given for that. */
  readonly loadedWithinMs: number
  readonly wasOneColour: boolean
  /** The board it showed, by the hash of its snapshot's id; null for none. */
  readonly shownHash: number | null
  /** Since when it shows neither the board it was given nor one after the other; null while it keeps up. */
  readonly behindSinceMs: number | null
}

/** A page beats once a second: this many missed beats are a stand-still. */
const STILL_AFTER_MS = 4000
/** A page waits for pictures and fonts before it draws a new board, and a large one takes its time to be laid out. */
const DRAWN_WITHIN_MS = 8000
/** The first proof comes before the first board: with the script. */
const LOADED_WITHIN_MS = 15_000

/** A page that has begun to load; for what was not well before, that is a step with a time of its own. */
export function newSight(atMs: number, isMending = false): SightMemory {
  return {
    loadedWithinMs: isMending ? RELOAD_MS : LOADED_WITHIN_MS,
    frame: null,
    frameMovedAtMs: atMs,
    loadingSinceMs: atMs,
    wasOneColour: false,
    shownHash: null,
    behindSinceMs: null
  }
}

/**
 * What a look says of a window: well, not well, or nothing yet. `handedHash` is of the board that its feed
 * gave it last; null for none.
 */
export function seenOf(
  memory: SightMemory,
  sight: Sight,
  handedHash: number | null,
  atMs: number
): { readonly memory: SightMemory; readonly seen: Seen } {
  if (sight.kind === 'none') return { memory, seen: faulty('no-picture') }
  const { proof } = sight
  const isOneColour = sight.isOneColour ?? memory.wasOneColour
  const hasMoved = proof !== null && proof.frame !== memory.frame
  const shownHash = proof === null ? memory.shownHash : shownHashOf(proof)
  const keepsUp = proof === null || !showsBoards(proof) || handedHash === null || shownHash === handedHash
  const next: SightMemory = {
    loadedWithinMs: memory.loadedWithinMs,
    shownHash,
    behindSinceMs: keepsUp ? null : shownHash === memory.shownHash ? (memory.behindSinceMs ?? atMs) : atMs,
    frame: proof?.frame ?? memory.frame,
    frameMovedAtMs: hasMoved ? atMs : memory.frameMovedAtMs,
    loadingSinceMs: proof === null || proof.state === 'empty' ? memory.loadingSinceMs : null,
    wasOneColour: isOneColour
  }
  const fault = faultOf(next, proof, isOneColour, atMs)
  if (fault === null) return { memory: next, seen: { kind: 'well' } }
  const isLoading = next.loadingSinceMs !== null && atMs - next.loadingSinceMs < next.loadedWithinMs
  return { memory: next, seen: isLoading ? { kind: 'unknown' } : faulty(fault) }
}

function faultOf(
  { frameMovedAtMs, behindSinceMs }: SightMemory,
  proof: PaintedProof | null,
  isOneColour: boolean,
  atMs: number
): WindowFault | null {
  // A screen that is off is black on purpose, and says so.
  if (isOneColour && proof?.state !== 'dark') return 'one-colour'
  if (proof === null) return 'no-proof'
  if (atMs - frameMovedAtMs >= STILL_AFTER_MS) return 'still'
  if (proof.state === 'empty') return 'empty'
  return behindSinceMs !== null && atMs - behindSinceMs >= DRAWN_WITHIN_MS ? 'old-board' : null
}

/** Whether a page in this state should show the board it was given. One that cannot be laid out is said by the page. */
function showsBoards({ state }: PaintedProof): boolean {
  switch (state) {
    case 'board':
    case 'kiosk':
    case 'dark':
    case 'connecting':
      return true
    case 'empty':
    case 'kept':
    case 'setup':
    case 'pairing':
      return false
  }
}

function shownHashOf({ state, snapshotHash }: PaintedProof): number | null {
  return state === 'connecting' ? null : snapshotHash
}

function faulty(fault: WindowFault): Seen {
  return { kind: 'faulty', fault }
}
