import { join } from 'node:path'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { ensureBuilt, outDir } from '../scripts/ensure-built.ts'
import type { BoardView } from '../src/shared/board-view.ts'
import { startFakeHost, type FakeHost } from '../test/renderer/built-page.ts'
import { launchChromium } from '../test/renderer/chromium.ts'

export const BOARD_SIZE = { width: 1920, height: 1080 }

/** The built pages, a host that serves them, and a real browser. */
export interface BoardBench {
  readonly host: FakeHost
  readonly browser: Browser
  readonly rendererDir: string
}

/** Runs a bench with a host and a browser of its own, and ends both. */
export async function withBoardBench<Result>(bench: (given: BoardBench) => Promise<Result>): Promise<Result> {
  await ensureBuilt()
  const rendererDir = join(outDir, 'renderer')
  const host = await startFakeHost(rendererDir)
  try {
    const browser = await launchChromium()
    try {
      return await bench({ host, browser, rendererDir })
    } finally {
      await browser.close()
    }
  } finally {
    await host.close()
  }
}

/** A page of its own process, its board drawn whole. `prepare` runs before the page is asked for. */
export async function openBoard(
  { host, browser }: BoardBench,
  view: BoardView,
  query: string,
  prepare: (page: Page) => Promise<void> = () => Promise.resolve()
): Promise<{ readonly page: Page; readonly cdp: CDPSession }> {
  host.view = view
  const context = await browser.newContext({ viewport: BOARD_SIZE })
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await prepare(page)
  await page.goto(`${host.origin}/boards/7${query}`)
  await page.waitForSelector('main[data-state=board][data-revision]')
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  return { page, cdp }
}

/** A page whose view is drawn as its screen's mode says: not waited for. */
export async function openBoardPage(
  { host, browser }: BoardBench,
  view: BoardView,
  viewport: typeof BOARD_SIZE
): Promise<Page> {
  host.view = view
  const context = await browser.newContext({ viewport })
  const page = await context.newPage()
  await page.goto(`${host.origin}/boards/7`)
  return page
}

/** A figure of `Performance.getMetrics`; seconds, bytes or a count. */
export async function metricsOf(cdp: CDPSession): Promise<(name: string) => number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  const byName = new Map(metrics.map(({ name, value }) => [name, value]))
  return (name) => {
    const value = byName.get(name)
    if (value === undefined) throw new Error(`the browser does not measure ${name}`)
    return value
  }
}

export function percentileOf(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
