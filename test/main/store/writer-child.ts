/** A writer in a process of its own: lands pages until it is killed, and says so. Argument: the data directory. */
import { writeSync } from 'node:fs'
import { openStoreWriter } from '../../../src/main/store/open-store.ts'

const [dataDir] = process.argv.slice(2)
const opened = openStoreWriter({ dataDir: dataDir ?? '', nowMs: Date.now })
if (!opened.ok) {
  writeSync(1, `${opened.code}\n`)
  process.exit(1)
}
const { store } = opened
const record = { fromEntityId: 1, tier: null, group: null, shelf: null, atTierPrice: null, sales: [] }
const productIds = ['p1', 'p2', 'p3']
const run = store.startRun('prices', 'changes', 1)
for (let page = 1; ; page += 1) {
  // All products of a page cost the same: a page that is half there would show.
  const records = [{ ...record, price: String(page) }]
  const sets = productIds.map((productId) => ({ locationId: 1, productId, records, rejectedCount: 0 }))
  store.landPricePage(run, { count: 3, sets, rejected: [], askedAtMs: page }, page)
  if (page % 50 === 0) writeSync(1, `landed ${page}\n`)
}
