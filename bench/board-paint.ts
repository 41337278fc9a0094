import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { startFakeHost } from '../test/renderer/built-page.ts'
import { manyView } from '../test/renderer/fixture-view.ts'
import { BOARD_SIZE, openBoard, percentileOf, withBoardBench } from './board-page.ts'
import type { BenchFigure } from './run.ts'

const ROUNDS = 15

declare global {
  interface Window {
    readonly benchPainted?: Promise<number>
  }
}

/** Ms from the navigation's start until the board stands, set in its own font, in a frame that has been drawn. */
async function msToPaint(browser: Browser, url: string): Promise<number> {
  // Nothing is cached from round to round: a context has its own.
  const context = await browser.newContext({ viewport: BOARD_SIZE })
  try {
    const page = await context.newPage()
    await page.addInitScript(() => {
      const drawn = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
      const standing = new Promise<void>((resolve) => {
        const look = () => {
          if (document.querySelector('main[data-revision]') === null || document.readyState !== 'complete') return
          observer.disconnect()
          document.removeEventListener('readystatechange', look)
          resolve()
        }
        const observer = new MutationObserver(look)
        observer.observe(document, { subtree: true, childList: true })
        document.addEventListener('readystatechange', look)
      })
      const painted = async (): Promise<number> => {
        await standing
        await document.fonts.ready
        await drawn()
        await drawn()
        return performance.now()
      }
      Object.assign(window, { benchPainted: painted() })
    })
    await page.goto(url)
    const tookMs = await page.evaluate(() => window.benchPainted)
    if (tookMs === undefined) throw new Error('the page was not measured')
    return tookMs
  } finally {
    await context.close()
  }
}

/**
 * **paint**: a navigation until its board is complete, median ms, against the same board as a static HTML file from the same
 * host: the elements as they were drawn, the style sheet and the fonts, and no script. Aim: at most 1.5.
 */
export function benchPaint(): Promise<readonly BenchFigure[]> {
  return withBoardBench(async (given) => {
    const view = manyView(60)
    const { page } = await openBoard(given, view, '?dwell=600000')
    const elements = await page.locator('main').evaluate((main) => main.outerHTML)
    await page.context().close()
    const folder = mkdtempSync(join(tmpdir(), 'topshelf-paint-'))
    cpSync(given.rendererDir, folder, { recursive: true })
    const html = readFileSync(join(folder, 'index.html'), 'utf8')
    const bare = html.replaceAll(/<script\b[^>]*>[^<]*<\/script>/g, '').replace(/<body>[^]*<\/body>/, '<body></body>')
    writeFileSync(
      join(folder, 'still.html'),
      bare.replace('<body></body>', () => `<body>${elements}</body>`)
    )
    const host = await startFakeHost(folder)
    host.view = view
    try {
      const live: number[] = []
      const still: number[] = []
      for (let round = 0; round < ROUNDS; round += 1) {
        live.push(await msToPaint(given.browser, `${host.origin}/boards/7?dwell=600000`))
        still.push(await msToPaint(given.browser, `${host.origin}/still.html`))
      }
      const value = percentileOf(live, 0.5)
      const reference = percentileOf(still, 0.5)
      return [{ name: 'paint', value, unit: 'ms', reference, ratio: value / reference }]
    } finally {
      await host.close()
      rmSync(folder, { recursive: true, force: true })
    }
  })
}
