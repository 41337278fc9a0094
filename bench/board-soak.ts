import type { CDPSession, Page } from 'playwright-core'
import type { BoardView } from '../src/shared/board-view.ts'
import { manyView, money } from '../test/renderer/fixture-view.ts'
import { metricsOf, openBoard, withBoardBench } from './board-page.ts'
import type { BenchFigure } from './run.ts'

const ROUNDS = 10_000
const ROUNDS_BEFORE = 200
/** Turns and patches between two looks at whether all patches have come. */
const ROUNDS_A_STEP = 20
/** On the page's own clock, which runs as fast as the page can. */
const DWELL_MS = 1000
/** Prices come again, as they do in a store. */
const PRICES = 89

interface Weight {
  /** All of the heap. */
  readonly heapBytes: number
  /** The heap without code: what V8 compiles while the page warms to its work is none of the page's memory. */
  readonly heldBytes: number
  readonly nodes: number
}

declare global {
  interface Window {
    /** Lets the page's clock run until the board has turned so many times and shows the revision. */
    readonly benchTurn?: (turns: number, revision: string) => Promise<void>
  }
}

/** Puts the page's timers on a clock that goes from one to the next, each followed by what it makes the page draw. */
async function hurryClock(page: Page): Promise<void> {
  await page.addInitScript(() => {
    interface Timer {
      readonly atMs: number
      readonly act: () => void
    }
    const timers = new Map<number, Timer>()
    let nowMs = 0
    let lastId = 0
    const setTimer = (act: () => void, delayMs = 0) => {
      lastId += 1
      // The host's silence is waited for in real time, and it is never silent.
      if (Number(delayMs) < 60_000) timers.set(lastId, { atMs: nowMs + Number(delayMs), act })
      return lastId
    }
    Object.assign(window, {
      setTimeout: setTimer,
      clearTimeout: (id: number) => {
        timers.delete(id)
      }
    })
    const task = new MessageChannel()
    const idle = () =>
      new Promise<void>((resolve) => {
        task.port1.addEventListener('message', () => resolve(), { once: true })
        task.port1.start()
        task.port2.postMessage(null)
      })
    const attribute = (name: string) => document.querySelector('main')?.getAttribute(name) ?? null
    const runNext = async () => {
      let next: [number, Timer] | null = null
      for (const entry of timers) if (next === null || entry[1].atMs < next[1].atMs) next = entry
      if (next !== null) {
        timers.delete(next[0])
        nowMs = Math.max(nowMs, next[1].atMs)
        next[1].act()
      }
      // React draws in a task of its own.
      await idle()
      await idle()
    }
    const benchTurn = async (turns: number, revision: string) => {
      for (let turned = 0; turned < turns;) {
        const before = attribute('data-page')
        await runNext()
        if (attribute('data-page') !== before) turned += 1
      }
      while (attribute('data-revision') !== revision) await idle()
      // Nothing is half done: the page that left is gone, the highlight too, and one page stands still.
      while (document.querySelector('.leaving, .pulse') !== null) await runNext()
    }
    Object.assign(window, { benchTurn })
  })
}

interface HeapSnapshot {
  readonly snapshot: {
    readonly meta: { readonly node_fields: readonly string[]; readonly node_types: readonly unknown[] }
  }
  readonly nodes: readonly number[]
}

async function weightOf(cdp: CDPSession): Promise<Weight> {
  // What the first collection lets go of may hold more that only the next one finds.
  for (let round = 0; round < 3; round += 1) await cdp.send('HeapProfiler.collectGarbage')
  const metric = await metricsOf(cdp)
  return { heapBytes: metric('JSHeapUsedSize'), heldBytes: await heldBytesOf(cdp), nodes: metric('Nodes') }
}

async function heldBytesOf(cdp: CDPSession): Promise<number> {
  const chunks: string[] = []
  const take = ({ chunk }: { chunk: string }) => chunks.push(chunk)
  cdp.on('HeapProfiler.addHeapSnapshotChunk', take)
  await cdp.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  cdp.off('HeapProfiler.addHeapSnapshotChunk', take)
  const { snapshot, nodes } = JSON.parse(chunks.join('')) as HeapSnapshot
  const { node_fields: fields, node_types: types } = snapshot.meta
  const typeAt = fields.indexOf('type')
  const sizeAt = fields.indexOf('self_size')
  const names = types[typeAt] as readonly string[]
  // "native" is the DOM, which is counted by its nodes.
  const left = new Set([names.indexOf('code'), names.indexOf('native')])
  let bytes = 0
  for (let at = 0; at < nodes.length; at += fields.length)
    if (!left.has(nodes[at + typeAt]!)) bytes += nodes[at + sizeAt]!
  return bytes
}

/**
 * **soak-heap**: bytes that the page holds after a forced collection, **soak-nodes**: DOM nodes, **soak-heap-code**: the whole
 * heap, compiled code too; after 10,000 page turns and as many patches on a fast clock, against those after the first 200,
 * on the same page of the board. Aim: within 3 %. Takes over a minute.
 */
export function benchSoak(): Promise<readonly BenchFigure[]> {
  return withBoardBench(async (given) => {
    let view: BoardView = manyView(60)
    const priced = view.items.filter((item) => item.shelf === null && item.rungs.length > 0)
    const { page, cdp } = await openBoard(given, view, `?dwell=${DWELL_MS}`, hurryClock)
    await cdp.send('Performance.enable')
    const pages = Number(await page.locator('main').getAttribute('data-pages'))
    if (pages < 2) throw new Error('a board of one page does not turn')
    let patches = 0
    const pushPatch = () => {
      const item = priced[patches % priced.length]!
      const digits = `${20 + (patches % PRICES)}.05`
      patches += 1
      const head = { ...view.head, revision: `s${patches}` }
      const rungs = item.rungs.map((rung, at) => (at === 0 ? { ...rung, youPay: money(digits) } : rung))
      view = { head, items: view.items }
      given.host.push('patch', { head, items: [{ ...item, rungs }], removed: [], order: null })
    }
    const run = async (rounds: number) => {
      for (let done = 0; done < rounds; done += ROUNDS_A_STEP) {
        for (let round = 0; round < ROUNDS_A_STEP; round += 1) pushPatch()
        await page.evaluate(
          async ([turns, revision]) => {
            await window.benchTurn?.(turns, revision)
          },
          [ROUNDS_A_STEP, `s${patches}`] as const
        )
      }
      // Weighed on the first page, so that two weights are of the same board.
      while ((await page.locator('main').getAttribute('data-page')) !== '1')
        await page.evaluate(async (revision) => {
          await window.benchTurn?.(1, revision)
        }, `s${patches}`)
      return weightOf(cdp)
    }
    const first = await run(ROUNDS_BEFORE)
    const last = await run(ROUNDS - ROUNDS_BEFORE)
    const figure = (name: string, unit: string, weight: (of: Weight) => number): BenchFigure => {
      const value = weight(last)
      const reference = weight(first)
      return { name, value, unit, reference, ratio: value / reference }
    }
    return [
      figure('soak-heap', 'bytes', ({ heldBytes }) => heldBytes),
      figure('soak-nodes', 'nodes', ({ nodes }) => nodes),
      figure('soak-heap-code', 'bytes', ({ heapBytes }) => heapBytes)
    ]
  })
}
