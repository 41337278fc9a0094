import type { CDPSession, Page } from 'playwright-core'
import { manyView } from '../test/renderer/fixture-view.ts'
import { openBoard, withBoardBench } from './board-page.ts'
import type { BenchFigure } from './run.ts'

const TURNS = 200
/** A turn takes less than half a second, and there must be a pause between two. */
const DWELL_MS = 520
const MOST_TASK_MS = 50
/** The event of a transition's start comes a frame after it. */
const FRAME_MS = 17
/** A host is never silent for long: after a while without a word the page would take the clock away. */
const SPEAKS_EVERY_MS = 15_000
const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing', 'toplevel']

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Microseconds. */
  readonly ts: number
  readonly dur?: number
  readonly args?: { readonly name?: string }
}

declare global {
  interface Window {
    readonly benchTurns?: () => number
    readonly benchTransitionMs?: () => number
  }
}

/**
 * Marks each transition in the trace: the events come in the frames in which it begins and ends. One whose page is taken away
 * before the frame of its end has no end.
 */
async function markTurns(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let begun = 0
    let transitionMs = 0
    document.addEventListener('animationstart', (event) => {
      if (event.animationName !== 'leave' || !(event.target instanceof Element)) return
      performance.mark('turn-start')
      begun += 1
      // Once, before anything is measured.
      if (transitionMs === 0) transitionMs = Number.parseFloat(getComputedStyle(event.target).animationDuration) * 1000
    })
    document.addEventListener('animationend', (event) => {
      if (event.animationName === 'leave') performance.mark('turn-end')
    })
    Object.assign(window, { benchTurns: () => begun, benchTransitionMs: () => transitionMs })
  })
}

async function traceOf(cdp: CDPSession, act: () => Promise<void>): Promise<readonly TraceEvent[]> {
  const events: TraceEvent[] = []
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve))
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    bufferUsageReportingInterval: 0,
    traceConfig: {
      recordMode: 'recordAsMuchAsPossible',
      includedCategories: CATEGORIES,
      excludedCategories: ['*']
    }
  })
  await act()
  await cdp.send('Tracing.end')
  await complete
  return events
}

/**
 * **turn**: of 200 page turns in a trace, those with a Layout or Paint between the transition's start and its end, against
 * the 200. Aim: none. **turn-task**: the longest task of the page's main thread over those turns, ms, against 50. Takes about
 * 105 s: turns are looked at in real time.
 */
export function benchTurn(): Promise<readonly BenchFigure[]> {
  return withBoardBench(async (given) => {
    const view = manyView(60)
    const { page, cdp } = await openBoard(given, view, `?dwell=${DWELL_MS}`, markTurns)
    const browserCdp = await given.browser.newBrowserCDPSession()
    await page.waitForFunction(() => (window.benchTurns?.() ?? 0) >= 3)
    const before = (await page.evaluate(() => window.benchTurns?.())) ?? 0
    const transitionMs = (await page.evaluate(() => window.benchTransitionMs?.())) ?? 0
    if (!(transitionMs > FRAME_MS && transitionMs < DWELL_MS)) throw new Error(`a turn takes ${transitionMs} ms`)
    const events = await traceOf(browserCdp, async () => {
      const speaking = setInterval(() => given.host.push('clock', { clock: view.head.clock }), SPEAKS_EVERY_MS)
      await page.waitForFunction((wanted) => (window.benchTurns?.() ?? 0) > wanted, before + TURNS + 1, {
        timeout: (TURNS + 50) * DWELL_MS * 2,
        polling: 250
      })
      clearInterval(speaking)
    })
    await cdp.detach()
    const starts = events.filter((event) => event.name === 'turn-start').toSorted((a, b) => a.ts - b.ts)
    const ends = events.filter((event) => event.name === 'turn-end').toSorted((a, b) => a.ts - b.ts)
    const first = starts[0]
    if (first === undefined) throw new Error('the trace holds no turn')
    const main = events.filter((event) => event.pid === first.pid && event.tid === first.tid)
    const drawn = main.filter((event) => event.name === 'Layout' || event.name === 'Paint')
    const turns = starts.slice(0, -1).map((start, at) => {
      const end = ends.find((each) => each.ts > start.ts && each.ts < starts[at + 1]!.ts)
      return { startUs: start.ts, endUs: end?.ts ?? start.ts + (transitionMs - FRAME_MS) * 1000 }
    })
    const looked = turns.slice(0, TURNS)
    if (looked.length < TURNS) throw new Error(`the trace holds ${looked.length} turns, not ${TURNS}`)
    if (drawn.length < TURNS) throw new Error('the trace does not tell when the page was laid out and painted')
    const disturbed = looked.filter(({ startUs, endUs }) =>
      drawn.some((event) => event.ts + (event.dur ?? 0) > startUs && event.ts < endUs)
    ).length
    const longestMs =
      main
        .filter((event) => event.name === 'RunTask' || event.name === 'ThreadControllerImpl::RunTask')
        .reduce((longest, event) => Math.max(longest, event.dur ?? 0), 0) / 1000
    if (longestMs === 0) throw new Error('the trace tells of no task')
    return [
      { name: 'turn', value: disturbed, unit: 'turns', reference: TURNS, ratio: disturbed / TURNS },
      { name: 'turn-task', value: longestMs, unit: 'ms', reference: MOST_TASK_MS, ratio: longestMs / MOST_TASK_MS }
    ]
  })
}
