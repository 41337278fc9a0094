import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from '../scripts/ensure-built.ts'
import type { BoardView } from '../src/shared/board-view.ts'
import { startDemoStore } from '../src/main/demo-store/demo-store.ts'
import type { DemoStore } from '../src/main/demo-store/demo-store.types.ts'
import {
  environmentOf,
  eventually,
  getJson,
  removeDir,
  startServe,
  temporaryDir
} from '../test/main/serve/serve-process.ts'
import { percentileOf } from './board-page.ts'
import type { BenchFigure } from './run.ts'

const SCREENS = 200
const CHANGES = 50
/** How often the host asks Cova: the wait for it is in both figures. */
const SYNC_SECONDS = '0.2'
const WITHIN_MS = 20_000
const SCREENS_PROGRAM = fileURLToPath(new URL('./board-screens.ts', import.meta.url))

interface Arrival {
  /** From the change at Cova to the last screen. */
  readonly lastMs: number
  /** From the first screen to the last. */
  readonly spreadMs: number
}

interface Seen {
  readonly wanted: string
  readonly firstMs: number
  readonly lastMs: number
}

function isSeen(message: unknown): message is Seen {
  return typeof message === 'object' && message !== null && 'wanted' in message
}

function seenBy(child: ChildProcess, text: string): Promise<Seen> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${text} did not come to every screen`)), WITHIN_MS)
    child.once('message', (message) => {
      clearTimeout(late)
      if (isSeen(message) && message.wanted === text) resolve(message)
      else reject(new Error('a screen saw another price'))
    })
    child.send(text)
  })
}

async function arrivalsAt(
  screens: number,
  boardUrl: string,
  setPrice: (amount: string) => void,
  firstPrice: number
): Promise<readonly Arrival[]> {
  const child = fork(SCREENS_PROGRAM, [`${boardUrl}/stream`, String(screens)])
  try {
    await once(child, 'message')
    const arrivals: Arrival[] = []
    for (let change = 0; change < CHANGES; change += 1) {
      const amount = `${firstPrice + change}.37`
      const seen = seenBy(child, amount)
      const changedMs = performance.timeOrigin + performance.now()
      setPrice(amount)
      const { firstMs, lastMs } = await seen
      arrivals.push({ lastMs: lastMs - changedMs, spreadMs: lastMs - firstMs })
    }
    return arrivals
  } finally {
    child.kill()
  }
}

/** A product on the board with one price of its own, that nothing else moves. */
async function plainProductOf(boardUrl: string, store: DemoStore, locationId: number): Promise<string> {
  const view = await firstView(`${boardUrl}/stream`)
  const found = view.items.find(
    ({ productId, rungs, shelf, tickets, soldOut }) =>
      rungs.length === 1 &&
      shelf === null &&
      tickets.length === 0 &&
      !soldOut &&
      rungs[0]?.reduced === false &&
      store.state.pricesAt(productId, locationId).length === 1
  )
  if (found === undefined) throw new Error('no plain product in the demo store')
  return found.productId
}

async function firstView(url: string): Promise<BoardView> {
  const response = await fetch(url)
  let text = ''
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk
    const data = /^event: view\ndata: (.*)\n\n/m.exec(text)?.[1]
    if (data !== undefined) return JSON.parse(data) as BoardView
  }
  throw new Error('the stream ended without a board')
}

/**
 * **fan-out**: 200 browser screens on one `serve`: a price changed at Cova until the last screen has the patch, p99 of 50
 * changes, ms, against the same with one screen; **fan-out-spread**: from the first screen to the last, p99, against the
 * whole way with one. The host asks Cova five times a second here.
 */
export async function benchFanOut(): Promise<readonly BenchFigure[]> {
  await ensureBuilt()
  const dataDir = temporaryDir()
  const store = await startDemoStore({ living: false })
  try {
    const serving = await startServe(['--sync-interval', SYNC_SECONDS], environmentOf(store, dataDir))
    try {
      await eventually(
        () => getJson<{ status: string }>(`${serving.url}/api/health`),
        ({ status }) => status === 'ok'
      )
      const locationId = store.state.locations[0]!.Id
      const boardUrl = `${serving.url}/boards/${locationId}`
      const productId = await plainProductOf(boardUrl, store, locationId)
      const setPrice = (amount: string) => store.state.setPrice(productId, locationId, amount)
      const one = await arrivalsAt(1, boardUrl, setPrice, 100)
      const many = await arrivalsAt(SCREENS, boardUrl, setPrice, 200)
      const p99 = (arrivals: readonly Arrival[], of: (arrival: Arrival) => number) =>
        percentileOf(arrivals.map(of), 0.99)
      const value = p99(many, ({ lastMs }) => lastMs)
      const reference = p99(one, ({ lastMs }) => lastMs)
      const spread = p99(many, ({ spreadMs }) => spreadMs)
      return [
        { name: 'fan-out', value, unit: 'ms', reference, ratio: value / reference },
        { name: 'fan-out-spread', value: spread, unit: 'ms', reference, ratio: spread / reference }
      ]
    } finally {
      await serving.stop()
    }
  } finally {
    await store.close()
    removeDir(dataDir)
  }
}
