import type { CovaClientOptions } from '../../src/main/cova/cova-client.ts'
import { startDemoStore } from '../../src/main/demo-store/demo-store.ts'
import type { DemoStore } from '../../src/main/demo-store/demo-store.types.ts'
import { createEngineCore, type EngineCore } from '../../src/main/engine/engine-core.ts'
import type { BoardPatch, BoardRung, BoardSnapshot, TimelineEntry } from '../../src/shared/board-snapshot.ts'
import { removeDir, temporaryDir } from '../main/serve/serve-process.ts'
import { randomOf, type FaultOptions, type FaultPart, type FaultReport, type FaultViolation } from './fault-part.ts'
import { type NetworkFault, type NetworkFront, startNetworkFront, trustTestAuthority } from './network-front.ts'

/** A fault, and how health names it: the code, and words that a manager can act on. */
interface NetworkCase {
  readonly name: string
  readonly fault: NetworkFault | 'no-name'
  readonly code: string
  readonly says: RegExp
}

const CASES: readonly NetworkCase[] = [
  { name: 'nobody listens', fault: 'refused', code: 'unreachable', says: /the connection was refused/ },
  { name: 'DNS gone', fault: 'no-name', code: 'unreachable', says: /\(DNS\)/ },
  { name: 'no answer', fault: 'silent', code: 'timeout', says: /did not answer within/ },
  { name: 'reset', fault: 'reset', code: 'unreachable', says: /the connection was (reset|broken off)/ },
  {
    name: 'reset in the middle of a body',
    fault: 'reset-midway',
    code: 'unreachable',
    says: /reset|broken off|cut off/
  },
  { name: 'a body shorter than it says', fault: 'cut-short', code: 'unreachable', says: /reset|broken off|cut off/ },
  { name: 'a byte at a time', fault: 'byte-by-byte', code: 'timeout', says: /did not answer within/ },
  { name: 'captive portal, its page', fault: 'portal-page', code: 'bad-reply', says: /Welcome to Guest Wi-Fi/ },
  { name: 'captive portal, elsewhere', fault: 'portal-redirect', code: 'bad-reply', says: /redirect|elsewhere|302/i },
  { name: 'captive portal, its certificate', fault: 'portal-certificate', code: 'unreachable', says: /for another name \(TLS\)/ }, // oxfmt-ignore
  { name: 'certificate expired', fault: 'expired-certificate', code: 'unreachable', says: /has expired \(TLS\); check this computer’s date/ }, // oxfmt-ignore
  { name: 'certificate not valid yet', fault: 'future-certificate', code: 'unreachable', says: /not valid yet \(TLS\); check this computer’s date/ }, // oxfmt-ignore
  { name: 'certificate of nobody', fault: 'unknown-certificate', code: 'unreachable', says: /\(TLS, / }
]

const POLL_MS = 500
/** How long anything may take here; a shopper's board is never so late. */
const PATIENCE_MS = 15_000
/** Later than this after its instant, a sale is not on the second. */
const ON_THE_SECOND_MS = 1000

/**
 * One fault after another between an engine and its Cova: while it lasts, a sale that was known begins and ends at its second,
 * and health says the cause; when it is over, a price that changed meanwhile comes by itself.
 */
export const networkPart: FaultPart = {
  name: 'network',
  counts: 'network faults',
  long: { times: 2 * CASES.length, minutes: 5 },
  short: { times: 3, minutes: 0.5 },
  run: runNetwork
}

async function runNetwork({ seed, times, minutes, from, tell }: FaultOptions): Promise<FaultReport> {
  trustTestAuthority()
  const endsAtMs = performance.now() + minutes * 60_000
  const firstCase = Math.floor(randomOf(seed)() * CASES.length)
  const lines: string[] = []
  const violations: FaultViolation[] = []
  const line = await openLine()
  try {
    for (let round = from; round < from + times && performance.now() < endsAtMs; round += 1) {
      const one = CASES[(firstCase + round) % CASES.length] as NetworkCase
      try {
        const { lateMs, backMs, words } = await suffer(line, one)
        lines.push(`recovered: ${one.name} in ${(backMs / 1000).toFixed(1)} s; a sale began ${lateMs} ms after its instant; "${words}"`) // oxfmt-ignore
        tell(lines.at(-1) as string)
      } catch (error) {
        violations.push({ round, message: `${one.name}: ${(error as Error).message}` })
      } finally {
        line.loseNames(false)
        await line.front.use('none')
      }
    }
  } finally {
    await line.close()
  }
  return { lines, violations }
}

interface Line {
  readonly store: DemoStore
  readonly front: NetworkFront
  readonly engine: EngineCore
  readonly board: WatchedBoard
  /** While true, names cannot be looked up. */
  loseNames: (lost: boolean) => void
  readonly close: () => Promise<void>
}

/** An engine that polls its demo store through a front, with times short enough to watch. */
async function openLine(): Promise<Line> {
  const store = await startDemoStore({ living: false })
  const front = await startNetworkFront(store.url)
  const dataDir = temporaryDir()
  let isNameless = false
  const client: CovaClientOptions = {
    fetch: (url, init) => fetch(isNameless ? String(url).replace('//localhost:', '//cova.invalid:') : url, init),
    requestTimeoutMs: 1500,
    bulkTimeoutMs: 4000,
    stallTimeoutMs: 1000,
    retries: 0,
    breakerThreshold: 1000
  }
  const settings = {
    ...store.credentials,
    apiUrl: front.origin,
    tokenUrl: store.tokenUrl.replace(store.url, front.origin)
  }
  const started = await createEngineCore(
    { dataDir, source: { kind: 'cova', settings }, syncIntervalMs: POLL_MS },
    '0.0.0-test',
    () => {},
    client
  )
  if (!started.ok) throw new Error(started.message)
  const engine = started.core
  const locationId = store.state.locations[0]?.Id as number
  await eventually('the first sync', () => engine.health().status === 'ok')
  return {
    store,
    front,
    engine,
    board: watchBoard(engine, locationId),
    loseNames: (lost) => (isNameless = lost),
    close: async () => {
      await engine.stop()
      await front.close()
      await store.close()
      removeDir(dataDir)
    }
  }
}

async function suffer(line: Line, one: NetworkCase): Promise<{ lateMs: number; backMs: number; words: string }> {
  const { store, front, engine, board } = line
  const [onSale, changed] = board.productsWithOnePrice()
  if (onSale === undefined || changed === undefined) throw new Error('the demo store has no plain products')
  const startsAtMs = Math.ceil(Date.now() / 1000) * 1000 + 4000
  const stopsAtMs = startsAtMs + 1000
  store.state.setSale(onSale, board.locationId, { salePrice: '0.05', startsAtMs, stopsAtMs })
  await eventually('the sale to be known', () => isKnown(engine, board.locationId, onSale))
  if (one.fault === 'no-name') line.loseNames(true)
  else await front.use(one.fault)
  const amount = ((Date.now() % 9000) / 100 + 20).toFixed(2)
  store.state.setPrice(changed, board.locationId, amount)
  await eventually(
    'the fault to be told',
    () => {
      const { lastError } = engine.health().feeds.prices
      return lastError !== null && lastError.code === one.code && one.says.test(lastError.message)
    },
    () => JSON.stringify(engine.health().feeds.prices)
  )
  const words = engine.health().feeds.prices.lastError?.message ?? ''
  await eventually('the sale to begin and end', () => board.saleEndedAtMs(onSale) !== null)
  const lateMs = (board.saleBeganAtMs(onSale) ?? Infinity) - startsAtMs
  const endedLateMs = (board.saleEndedAtMs(onSale) ?? Infinity) - stopsAtMs
  if (lateMs < 0 || lateMs > ON_THE_SECOND_MS) throw new Error(`the sale began ${lateMs} ms late`)
  if (endedLateMs < 0 || endedLateMs > ON_THE_SECOND_MS) throw new Error(`the sale ended ${endedLateMs} ms late`)
  line.loseNames(false)
  await front.use('none')
  const backAtMs = Date.now()
  await eventually('the price that changed meanwhile', () => board.regularOf(changed) === amount)
  return { lateMs, backMs: Date.now() - backAtMs, words }
}

interface WatchedBoard {
  readonly locationId: number
  readonly productsWithOnePrice: () => readonly string[]
  readonly regularOf: (productId: string) => string | null
  readonly saleBeganAtMs: (productId: string) => number | null
  readonly saleEndedAtMs: (productId: string) => number | null
}

/** What a screen is sent, and when. */
function watchBoard(engine: EngineCore, locationId: number): WatchedBoard {
  const ladders = new Map<string, readonly BoardRung[]>()
  const began = new Map<string, number>()
  const ended = new Map<string, number>()
  const used = new Set<string>()
  const take = (items: BoardSnapshot['items']): void => {
    for (const { productId, ladder } of items) {
      const wasOnSale = ladders.get(productId)?.[0]?.source === 'sale'
      const isOnSale = ladder[0]?.source === 'sale'
      ladders.set(productId, ladder)
      if (isOnSale && !wasOnSale) began.set(productId, Date.now())
      if (!isOnSale && wasOnSale) ended.set(productId, Date.now())
    }
  }
  const query = { locationId, atMs: null, groupId: null, customer: 'recreational' as const }
  engine.boards.subscribeBoard(query, ({ data }) => take((JSON.parse(data) as BoardSnapshot | BoardPatch).items))
  return {
    locationId,
    productsWithOnePrice: () => {
      const plain = [...ladders].filter(
        ([id, ladder]) =>
          !used.has(id) && ladder.length === 1 && ladder[0]?.source === 'regular' && ladder[0].quantity === '1'
      )
      const [first, second] = plain.map(([id]) => id)
      if (first !== undefined) used.add(first)
      if (second !== undefined) used.add(second)
      return [first, second].filter((id) => id !== undefined)
    },
    regularOf: (productId) => ladders.get(productId)?.[0]?.regular ?? null,
    saleBeganAtMs: (productId) => began.get(productId) ?? null,
    saleEndedAtMs: (productId) => ended.get(productId) ?? null
  }
}

/** Whether the sale that is to come is on the timeline. */
function isKnown(engine: EngineCore, locationId: number, productId: string): boolean {
  const nowMs = Date.now()
  const answer = engine.boards.timelineJson({ locationId, fromMs: nowMs, toMs: nowMs + 60_000 })
  if (!answer.ok) return false
  const entries = JSON.parse(answer.json) as readonly TimelineEntry[]
  return entries.some(({ kind, productIds }) => kind === 'sale-starts' && productIds.includes(productId))
}

async function eventually(what: string, isSo: () => boolean, state: () => string = () => ''): Promise<void> {
  const endsAtMs = performance.now() + PATIENCE_MS
  while (!isSo()) {
    if (performance.now() > endsAtMs) throw new Error(`${what} never came ${state()}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
