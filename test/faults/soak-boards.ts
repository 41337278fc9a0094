import type { BoardSnapshot } from '../../src/shared/board-snapshot.ts'
import { MINUTE_MS, type World } from './soak-world.ts'

/** Two polls after the last change, each board is what one built anew would be, and has what the store's prices are. */
export async function boardsWrong({ clock, engine, store, locationIds, settled }: World): Promise<readonly string[]> {
  await clock.runTo(clock.nowMs() + 10 * MINUTE_MS, settled)
  const wrong: string[] = []
  for (const locationId of locationIds) {
    const query = { locationId, atMs: null, groupId: null, customer: 'recreational' as const }
    const pushed = engine.boards.boardJson(query)
    const anew = engine.boards.boardJson({ ...query, atMs: clock.nowMs() })
    if (!pushed.ok || !anew.ok) {
      wrong.push(`there is no board of ${locationId}`)
      continue
    }
    const [shown, built] = [pushed, anew].map(({ json }) => (JSON.parse(json) as BoardSnapshot).items)
    if (JSON.stringify(shown) !== JSON.stringify(built)) wrong.push(`the board of ${locationId} is not what it would be built anew`) // oxfmt-ignore
    const sold = new Set(store.state.products.map((product) => product.productId))
    for (const { productId, ladder } of shown ?? []) {
      // Gone from the store without a word: it leaves the board with the next full pass.
      if (!sold.has(productId)) continue
      const entries = store.state
        .pricesAt(productId, locationId)
        .filter(({ tier, group }) => tier === null && group === null)
      const base = ladder.find(({ tierId }) => tierId === null)
      if (base === undefined || entries.length !== 1) continue
      if (Number(base.regular) !== Number(Number(entries[0]?.price).toFixed(2)))
        wrong.push(`${productId} at ${locationId} shows ${base.regular}, the store has ${entries[0]?.price}`)
    }
  }
  return wrong.slice(0, 5)
}
