import { manyView } from '../test/renderer/fixture-view.ts'
import { BOARD_SIZE, metricsOf, openBoard, withBoardBench } from './board-page.ts'
import type { BenchFigure } from './run.ts'

const IDLE_SECONDS = 60
const QUICK_SECONDS = 10
/** How often the host says the time, the same one: sooner than a real host does. */
const CLOCK_EVERY_MS = 5000

/**
 * **idle**: CPU time of the renderer's process over 60 s in which nothing changes, ms, against a blank page's over the same
 * 60 s. `TOPSHELF_BENCH_QUICK=1` looks for 10 s.
 */
export function benchIdle(): Promise<readonly BenchFigure[]> {
  const seconds = process.env['TOPSHELF_BENCH_QUICK'] === '1' ? QUICK_SECONDS : IDLE_SECONDS
  return withBoardBench(async (given) => {
    const view = manyView(60)
    const { page, cdp } = await openBoard(given, view, '?dwell=600000')
    const blankContext = await given.browser.newContext({ viewport: BOARD_SIZE })
    const blank = await blankContext.newPage()
    await blank.goto('about:blank')
    const blankCdp = await blankContext.newCDPSession(blank)
    await Promise.all([cdp.send('Performance.enable'), blankCdp.send('Performance.enable')])
    // The garbage of the page's start is no part of its rest.
    await Promise.all([cdp.send('HeapProfiler.collectGarbage'), blankCdp.send('HeapProfiler.collectGarbage')])
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
    const clock = setInterval(() => given.host.push('clock', { clock: view.head.clock }), CLOCK_EVERY_MS)
    const before = [await metricsOf(cdp), await metricsOf(blankCdp)] as const
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
    const after = [await metricsOf(cdp), await metricsOf(blankCdp)] as const
    clearInterval(clock)
    const value = (after[0]('ProcessTime') - before[0]('ProcessTime')) * 1000
    const reference = (after[1]('ProcessTime') - before[1]('ProcessTime')) * 1000
    return [{ name: 'idle', value, unit: 'ms', reference, ratio: value / reference }]
  })
}
