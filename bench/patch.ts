import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createBoardService } from '../src/main/board/board-service.ts'
import type { BenchFigure } from './run.ts'
import { LOCATION, openLargeStore, pricesOf, productIdOf, PRODUCTS } from './large-store.ts'
import { HOUSE_AS_DELIVERED } from '../test/main/board/house-as-delivered.ts'

const CHANGES = 1000

function percentileOf(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/**
 * **patch**: one changed product on a board of 5,000, from the commit of its price to the pushed patch, p99 in ms, against
 * the median of what a whole board costs: built anew and made into its JSON.
 */
export async function benchPatch(): Promise<readonly BenchFigure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'topshelf-patch-'))
  try {
    const store = openLargeStore(folder)
    const boards = createBoardService({
      ...HOUSE_AS_DELIVERED,
      reader: store
    })
    const query = { locationId: LOCATION, atMs: null, groupId: null, customer: 'recreational' as const }
    let pushed: string | null = null
    const subscribed = boards.subscribeBoard(query, ({ event, data }) => {
      if (event === 'patch') pushed = data
    })
    if (!subscribed.ok) throw new Error(subscribed.message)

    const patching: number[] = []
    const run = store.startRun('prices', 'changes', 2)
    for (let change = 0; change < CHANGES; change += 1) {
      const index = (change * 37) % PRODUCTS
      const sets = [pricesOf(index, (9 + change / 100).toFixed(2))]
      pushed = null
      const landed = store.landPricePage(run, { count: 1, sets, rejected: [], askedAtMs: 2 + change }, 2 + change)
      const committedMs = performance.now()
      boards.applyChange(landed)
      patching.push(performance.now() - committedMs)
      const text = pushed as string | null
      if (text === null || !text.includes(productIdOf(index))) throw new Error('no patch was pushed for the change')
    }

    const whole: number[] = []
    for (let round = 0; round < 7; round += 1) {
      const startedMs = performance.now()
      const answer = boards.boardJson({ ...query, atMs: Date.now() })
      whole.push(performance.now() - startedMs)
      if (!answer.ok) throw new Error(answer.message)
    }
    boards.stop()
    store.close()
    const value = percentileOf(patching, 0.99)
    const reference = percentileOf(whole, 0.5)
    return [{ name: 'patch', value, unit: 'ms', reference, ratio: value / reference }]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
