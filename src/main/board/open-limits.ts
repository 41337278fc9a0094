import type { BoardRefusal, Peer } from '../engine/engine.types.ts'

/** Ways of showing a board that an address makes up, each a whole menu put together anew: of one peer, and of all. */
const MOST_OF_PEER = 16
const MOST_OPEN = 64
const WHAT = 'boards of a group, a board name or changes of their own'

export type Admitted = { readonly ok: true; readonly leave: () => void } | ({ readonly ok: false } & BoardRefusal)

/** Who has which of them open. */
export interface OpenLimits {
  /** A board that is open already takes any number of readers. `peer` null is this program itself. */
  readonly admit: (peer: Peer | null, key: string) => Admitted
}

export function createOpenLimits(): OpenLimits {
  /** Readers of each, by their addresses. */
  const open = new Map<string, Map<string, number>>()

  function openOf(address: string): number {
    let count = 0
    for (const readers of open.values()) if (readers.has(address)) count += 1
    return count
  }

  return {
    admit: (peer, key) => {
      if (peer === null) return FREE
      const known = open.get(key)
      const { address } = peer
      if (known === undefined && !peer.isThisMachine && openOf(address) >= MOST_OF_PEER) return OF_PEER
      if (known === undefined && open.size >= MOST_OPEN) return OF_ALL
      const readers = known ?? new Map<string, number>()
      open.set(key, readers)
      readers.set(address, (readers.get(address) ?? 0) + 1)
      return {
        ok: true,
        leave: () => {
          const left = (readers.get(address) ?? 0) - 1
          if (left > 0) readers.set(address, left)
          else readers.delete(address)
          if (readers.size === 0) open.delete(key)
        }
      }
    }
  }
}

/** Whoever makes nothing up is never refused. */
export const FREE: Admitted = { ok: true, leave: () => undefined }

const OF_PEER: Admitted = {
  ok: false,
  status: 429,
  code: 'too-many-boards',
  message: `${MOST_OF_PEER} ${WHAT} are open from this address already`
}

const OF_ALL: Admitted = { ok: false, status: 503, code: 'busy', message: `${MOST_OPEN} ${WHAT} are open already` }
