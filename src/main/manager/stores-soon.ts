import type { BoardLocation } from '../../shared/board-snapshot.ts'
import type { Engine } from '../engine/engine.types.ts'

/** Five seconds in all: an engine that takes longer is not about to come. */
const TRIES = 25
const AGAIN_MS = 200

/** The stores that are served. A save a moment ago has another engine started: it is waited for. Null where none comes. */
export async function storesSoon(engine: () => Engine | null): Promise<readonly BoardLocation[] | null> {
  for (let tries = 0; ; tries += 1) {
    try {
      const stores = (await engine()?.locations()) ?? null
      if (stores !== null) return stores
    } catch {
      // It was stopped while it was asked.
    }
    if (tries >= TRIES) return null
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
  }
}
