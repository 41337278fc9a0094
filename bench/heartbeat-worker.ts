import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { createBoardService } from '../src/main/board/board-service.ts'
import { beatInto } from '../src/main/engine/heartbeat.ts'
import { createPassLanding } from '../src/main/sync/pass-landing.ts'
import { LOCATION, openLargeStore, pricesOf } from './large-store.ts'
import { HOUSE_AS_DELIVERED } from '../test/main/board/house-as-delivered.ts'

/** With six records each: all that a pass may hold. */
const PRODUCTS = 25_000
const PAGE = 500

// The engine's worker while the largest pass there is lands in one transaction, and its boards follow.
const folder = mkdtempSync(join(tmpdir(), 'topshelf-heartbeat-'))
try {
  const store = openLargeStore(folder, PRODUCTS)
  const boards = createBoardService({
    ...HOUSE_AS_DELIVERED,
    reader: store
  })
  let pushed = 0
  const query = { locationId: LOCATION, atMs: null, groupId: null, customer: 'recreational' as const }
  for (const changes of [{}, { groupId: 700 }]) {
    const subscribed = boards.subscribeView({ ...query, changes }, () => (pushed += 1))
    if (!subscribed.ok) throw new Error(subscribed.message)
  }
  const views = pushed
  const runId = store.startRun('prices', 'changes', 2)
  const landing = createPassLanding({
    store,
    runId,
    holds: true,
    steadyMs: () => performance.now(),
    onChange: boards.applyChange
  })
  for (let first = 0; first < PRODUCTS; first += PAGE) {
    const sets = Array.from({ length: PAGE }, (_, at) => pricesOf(first + at, '9.75'))
    landing.add(6 * PAGE, () => store.landPricePage(runId, { count: PAGE, sets, rejected: [], askedAtMs: 2 }, 2))
  }
  beatInto((workerData as { readonly heartbeat: Int32Array }).heartbeat)
  parentPort?.postMessage('begins')
  landing.end(() => store.finishRun(runId, 2, 2))
  if (pushed === views) throw new Error('no board followed the pass')
  parentPort?.postMessage('done')
  boards.stop()
  store.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
