import { createEngineCore, type EngineCore } from '../../../src/main/engine/engine-core.ts'
import type { CovaClientOptions } from '../../../src/main/cova/cova-client.ts'
import type { DemoStore } from '../../../src/main/demo-store/demo-store.types.ts'
import type { BoardItem, BoardSnapshot } from '../../../src/shared/board-snapshot.ts'

/** Short pauses between attempts. How long an answer may take is as in a store: a busy machine's takes its time. */
export const BRISK: CovaClientOptions = {
  retries: 1,
  firstRetryDelayMs: 10,
  maxSleepMs: 50,
  breakerThreshold: 1000
}

/** An engine in this process against a demo store, its files in `dataDir`. */
export async function runEngine(
  store: DemoStore,
  dataDir: string,
  more: { readonly syncsByItself?: boolean; readonly syncIntervalMs?: number; readonly client?: CovaClientOptions } = {}
): Promise<EngineCore> {
  const started = await createEngineCore(
    {
      dataDir,
      source: { kind: 'cova', settings: { apiUrl: store.url, tokenUrl: store.tokenUrl, ...store.credentials } },
      syncIntervalMs: more.syncIntervalMs ?? 60_000,
      syncsByItself: more.syncsByItself ?? false
    },
    '0.0.0-test',
    () => {},
    more.client ?? BRISK
  )
  if (!started.ok) throw new Error(started.message)
  return started.core
}

/** One full sync; answers its failure in words, or null. */
export async function syncOnce(engine: EngineCore): Promise<string | null> {
  return (await engine.syncOnce(() => {})).message
}

export function boardOf(engine: EngineCore, locationId: number, atMs: number | null = null): BoardSnapshot {
  const answer = engine.boards.boardJson({ locationId, atMs, groupId: null, customer: 'recreational' })
  if (!answer.ok) throw new Error(answer.message)
  return JSON.parse(answer.json) as BoardSnapshot
}

export function itemsOf(engine: EngineCore, locationId: number): readonly BoardItem[] {
  return boardOf(engine, locationId).items
}

/** A product at a location with one base price, no group, no sale: an edit has one meaning. */
export function plainProductOf(store: DemoStore, locationId: number): string {
  const found = store.state.products.find(({ productId, isArchived, isNonStock, lifeCycle }) => {
    const prices = store.state.pricesAt(productId, locationId)
    const [only] = prices
    return (
      !isArchived &&
      !isNonStock &&
      lifeCycle === 'Active' &&
      prices.length === 1 &&
      only?.tier === null &&
      only.group === null &&
      only.sales.length === 0
    )
  })
  if (found === undefined) throw new Error('the demo store has no plain product')
  return found.productId
}
