import type { BoardSnapshot, TimelineEntry } from '../../src/shared/board-snapshot.ts'
import { boardsWrong } from './soak-boards.ts'
import { changeSomething } from './soak-life.ts'
import { HOUR_MS, MINUTE_MS, type World } from './soak-world.ts'

/** The store's limit, as delivered: older prices are not shown. */
const ASK_AFTER_MS = 24 * HOUR_MS
export const OUTAGE_MS = 30 * HOUR_MS
/** How long a store may have no amounts once the network is back. */
const BACK_WITHIN_MS = 15 * MINUTE_MS

export interface OutageReport {
  readonly wrong: readonly string[]
  readonly line: string
}

/**
 * Thirty hours without a network, while the store goes on changing: a sale and promotions that were known begin and end on their second, prices
 * are marked, leave at the limit and not before, and come back; what changed meanwhile is caught up with, without a stampede.
 */
export async function liveThroughOutage(world: World): Promise<OutageReport> {
  const { clock, engine, store, settled, events, locationIds } = world
  const wrong: string[] = []
  const [locationId = 0] = locationIds
  const query = { locationId, atMs: null, groupId: null, customer: 'recreational' as const }
  const boardNow = (): BoardSnapshot => {
    const answer = engine.boards.boardJson(query)
    if (!answer.ok) throw new Error(answer.message)
    return JSON.parse(answer.json) as BoardSnapshot
  }
  const startsAtMs = clock.nowMs() + 3 * HOUR_MS
  const stopsAtMs = startsAtMs + 2 * HOUR_MS
  const onSale = plainProductOn(boardNow(), world)
  store.state.setSale(onSale, locationId, { salePrice: '0.05', startsAtMs, stopsAtMs })
  await clock.runTo(clock.nowMs() + 20 * MINUTE_MS, settled)

  world.cut(true)
  const cutAtMs = clock.nowMs()
  events.cutMinutes += OUTAGE_MS / MINUTE_MS
  const limitMs = Date.parse(boardNow().feeds.prices ?? '') + ASK_AFTER_MS
  const due = turnsUntil(world, locationId, limitMs - MINUTE_MS)
  if (!due.some(({ kind }) => kind.startsWith('promotion'))) wrong.push('no promotion turns while the network is gone')
  const pushedAtMs: number[] = []
  const watched = engine.boards.subscribeBoard(query, () => pushedAtMs.push(clock.nowMs()))
  const goOn = async (untilMs: number): Promise<BoardSnapshot> => {
    await clock.runTo(untilMs, settled)
    return boardNow()
  }
  const paidFor = (board: BoardSnapshot): string | null =>
    board.items.find(({ productId }) => productId === onSale)?.ladder[0]?.price ?? null

  if (!(await goOn(cutAtMs + 17 * MINUTE_MS)).stale) wrong.push('prices are not marked after 15 minutes')
  const prices = [startsAtMs - 1000, startsAtMs + 1000, stopsAtMs - 1000, stopsAtMs + 1000]
  const paid: (string | null)[] = []
  for (const atMs of prices) paid.push(paidFor(await goOn(atMs)))
  const [before, begun, ending, after] = paid
  if (before === begun || begun !== ending || before !== after || Number(begun) !== 0.05)
    wrong.push(`a sale of 0.05 shows ${paid.join(', ')} around its begin and end`)
  for (let atMs = clock.nowMs() + HOUR_MS; atMs < limitMs - HOUR_MS; atMs += HOUR_MS) {
    await clock.runTo(atMs, settled)
    changeSomething(world)
  }
  if (!hasAmounts(await goOn(limitMs - 1000))) wrong.push('prices are gone before the limit of 24 hours')
  if (hasAmounts(await goOn(limitMs + 1000))) wrong.push('prices are shown beyond the limit of 24 hours')
  for (const { at, kind, productIds } of due)
    if (productIds.length > 0 && !pushedAtMs.some((pushedMs) => Math.abs(pushedMs - Date.parse(at)) <= 1000))
      wrong.push(`${kind} at ${at} is not pushed to the board on its second`)
  if (hasAmounts(await goOn(cutAtMs + OUTAGE_MS))) wrong.push('prices are shown again before the network is back')

  world.cut(false)
  const callsBefore = events.polls
  const backAtMs = clock.nowMs()
  while (!hasAmounts(boardNow()) && clock.nowMs() < backAtMs + BACK_WITHIN_MS)
    await clock.runTo(clock.nowMs() + 1000, settled)
  const backS = (clock.nowMs() - backAtMs) / 1000
  if (!hasAmounts(boardNow())) wrong.push('prices are not back a quarter of an hour after the network')
  await clock.runTo(backAtMs + BACK_WITHIN_MS, settled)
  const calls = events.polls - callsBefore
  // A poll a minute and all feeds once; a stampede would be a call for each poll that was missed.
  const most = world.firstCalls + 2 * (BACK_WITHIN_MS / MINUTE_MS)
  if (calls > most) wrong.push(`${calls} calls in the quarter of an hour after the outage, at most ${most} were due`)
  if (watched.ok) watched.close()
  wrong.push(...(await boardsWrong(world)))
  return {
    wrong: wrong.map((one) => `outage of 30 hours: ${one}`),
    line: `outage of 30 hours: ${due.length} sales and promotions began or ended on their second, prices gone at 24 h to the second, back ${backS} s after the network, ${calls} calls in the first quarter of an hour` // oxfmt-ignore
  }
}

/** What starts and ends at a location from now on, as its own data says. */
function turnsUntil({ engine, clock }: World, locationId: number, untilMs: number): readonly TimelineEntry[] {
  const answer = engine.boards.timelineJson({ locationId, fromMs: clock.nowMs() + 1, toMs: untilMs })
  if (!answer.ok) throw new Error(answer.message)
  return JSON.parse(answer.json) as readonly TimelineEntry[]
}

/** A product on the board with one price that nothing changes by itself. */
function plainProductOn({ items, locationId }: BoardSnapshot, { store }: World): string {
  const found = items.find(({ productId, ladder, badges }) => {
    const prices = store.state.pricesAt(productId, locationId)
    return (
      ladder.length === 1 &&
      badges.length === 0 &&
      prices.length === 1 &&
      prices[0]?.sales.length === 0 &&
      ladder[0]?.price !== null
    )
  })
  if (found === undefined) throw new Error('no product on the board has one plain price')
  return found.productId
}

function hasAmounts({ items }: BoardSnapshot): boolean {
  return items.some(({ ladder }) => ladder.some(({ price }) => price !== null))
}
