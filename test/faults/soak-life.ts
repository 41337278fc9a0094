import { HOUR_MS, MINUTE_MS, START_MS, type World } from './soak-world.ts'

/** Some hours: something changes every twenty minutes, and once the network is gone for a while. */
export async function live(world: World, period: number, hours: number): Promise<void> {
  const { clock, random, events } = world
  const fromMs = Math.max(START_MS + (period - 1) * hours * HOUR_MS + 30 * MINUTE_MS, clock.nowMs())
  const untilMs = Math.max(fromMs, START_MS + period * hours * HOUR_MS + 30 * MINUTE_MS)
  const cutAtMs = fromMs + random() * 0.5 * hours * HOUR_MS
  const backAtMs = cutAtMs + random() * 0.28 * hours * HOUR_MS
  await world.readers.comeBack()
  for (let atMs = fromMs; atMs <= untilMs; atMs += 20 * MINUTE_MS) {
    await clock.runTo(Math.max(atMs, clock.nowMs()), world.settled)
    const isCut = atMs >= cutAtMs && atMs < backAtMs
    if (isCut) events.cutMinutes += 20
    world.cut(isCut)
    changeSomething(world)
    world.store.faults.clear()
    if (random() < 0.1)
      world.store.faults.next('all', { kind: 'status', status: 503 }, { kind: 'html' }, { kind: 'reset' })
  }
  world.cut(false)
  await clock.runTo(Math.max(untilMs, clock.nowMs()), world.settled)
}

export function changeSomething({ store, random, events, locationIds, clock }: World): void {
  const { state } = store
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T
  const locationId = pick(locationIds)
  const { productId } = pick(state.products)
  events.changes += 1
  const hasBase = state.pricesAt(productId, locationId).some(({ tier, group }) => tier === null && group === null)
  const what = random()
  if (what < 0.4 && hasBase) state.setPrice(productId, locationId, (1 + random() * 80).toFixed(2))
  else if (what < 0.7 && hasBase) {
    const startsAtMs = clock.nowMs() + random() * HOUR_MS
    state.setSale(productId, locationId, { salePrice: '0.05', startsAtMs, stopsAtMs: startsAtMs + random() * HOUR_MS })
    // Nobody keeps sales that are over: the world must not grow where the store is weighed.
    setTimeout(() => {
      if (state.products.some((one) => one.productId === productId)) state.endSale(productId, locationId)
    }, 3 * HOUR_MS)
  } else if (what < 0.8) state.setStock(productId, locationId, String(Math.floor(random() * 30)))
  else if (what < 0.9) {
    // A product that comes for a while: what is kept of those that are gone must not grow.
    const added = state.addProduct(productId, { name: `Guest ${Math.floor(random() * 1e6)}` })
    setTimeout(() => {
      if (state.products.some((one) => one.productId === added)) state.removeProduct(added)
    }, 12 * HOUR_MS)
  } else {
    const promotion = pick(state.promotions)
    state.replacePromotion(promotion.promotionId, {
      name: `${promotion.name.slice(0, 30)} ${Math.floor(random() * 10)}`
    })
  }
}
