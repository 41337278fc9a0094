import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { snapshotHashOf } from '../../../src/domain/watch/painted-proof.ts'
import type { BoardView, ViewScreen } from '../../../src/shared/board-view.ts'
import { SCREENS, startFakeHost, type FakeHost } from '../built-page.ts'
import { launchChromium } from '../chromium.ts'
import { SCREEN, itemOf, rung, standardView } from '../fixture-view.ts'
import { kioskView } from '../kiosk/kiosk-view-fixture.ts'
import { builtRenderer } from '../renderer-build.ts'
import { cornerOf, proofOn } from './painted-page.ts'

let browser: Browser
let host: FakeHost
let page: Page

beforeAll(async () => {
  host = await startFakeHost(await builtRenderer())
  browser = await launchChromium()
})
afterAll(async () => {
  await browser.close()
  await host.close()
})
afterEach(() => page.close())

async function open(view: BoardView | null, path: string, scale = 1): Promise<void> {
  host.view = view
  page = await browser.newPage({ viewport: { width: 1280, height: 720 }, deviceScaleFactor: scale })
  await page.goto(`${host.origin}${path}${path.includes('?') ? '&' : '?'}proof`)
}

function viewWith(screen: Partial<ViewScreen>, head: Partial<BoardView['head']> = {}): BoardView {
  const view = standardView(head)
  return { ...view, head: { ...view.head, screen: { ...SCREEN, ...screen } } }
}

/** How many levels the strip is from what lies beside it, at most. */
async function swingOf(): Promise<number> {
  const { widthPx, heightPx, bgra } = await cornerOf(page)
  const levelAt = (x: number, y: number, channel: number): number => bgra[(y * widthPx + x) * 4 + channel]!
  let most = 0
  for (let y = heightPx - 8; y < heightPx; y += 1)
    for (let x = 0; x < 32; x += 1)
      for (const channel of [0, 1, 2])
        most = Math.max(most, Math.abs(levelAt(x, y, channel) - levelAt(x, heightPx - 10, channel)))
  return most
}

const BOARD = '/boards/7?dwell=3600000'

describe('the strip that proves what is painted', () => {
  it.each([
    ['dark', { theme: 'dark' }],
    ['light', { theme: 'light' }],
    ['contrast', { theme: 'contrast' }],
    ['custom', { themeTokens: { ground: '#401020', store: '#803010' } }],
    ['upright', { orientation: 'portrait-left' }],
    ['upright the other way', { orientation: 'portrait-right' }]
  ] as const)('names state and snapshot of a board: %s', async (_name, screen) => {
    await open(viewWith(screen), BOARD)
    const snapshotHash = snapshotHashOf(standardView().head.revision)
    await expect.poll(() => proofOn(page)).toMatchObject({ state: 'board', snapshotHash })
    // Eight levels where a ground is black or white: it cannot go below.
    expect(await swingOf()).toBeLessThanOrEqual(8)
  })

  it.each([1.25, 1.5, 2])('is read off a screen of scale %d', async (scale) => {
    await open(viewWith({}), BOARD, scale)
    await expect.poll(() => proofOn(page)).toMatchObject({ state: 'board' })
  })

  it('goes on with the frames, and follows the board that is drawn', async () => {
    await open(viewWith({}), BOARD)
    await expect.poll(() => proofOn(page)).toMatchObject({ state: 'board' })
    const { frame } = (await proofOn(page))!
    await expect.poll(async () => (await proofOn(page))?.frame).not.toBe(frame)
    const { head } = host.view!
    host.push('patch', { head: { ...head, revision: 'another' }, items: [], removed: [], order: null })
    await expect.poll(() => proofOn(page)).toMatchObject({ state: 'board', snapshotHash: snapshotHashOf('another') })
    await page.screenshot({ path: join(SCREENS, 'proof-strip.png') })
  })

  it('stands over a screen that is dimmed or off', async () => {
    await open(viewWith({ theme: 'light' }, { light: { now: 'dim', later: [] } }), BOARD)
    await expect.poll(() => proofOn(page)).toMatchObject({ state: 'board' })
    expect(await swingOf()).toBeLessThanOrEqual(8)
    const { head } = host.view!
    host.push('patch', {
      head: { ...head, revision: 'closed', light: { now: 'off', later: [] } },
      items: [],
      removed: [],
      order: null
    })
    await expect.poll(() => proofOn(page)).toMatchObject({ state: 'dark', snapshotHash: snapshotHashOf('closed') })
    await expect.poll(swingOf).toBeLessThanOrEqual(8)
  })

  it('stands on a kiosk, on first run, and before the first board', async () => {
    await open(kioskView(), '/boards/7')
    await expect.poll(() => proofOn(page)).toMatchObject({ state: 'kiosk' })
    await page.close()
    await open(null, '/setup')
    await expect.poll(() => proofOn(page)).toMatchObject({ state: 'setup', snapshotHash: 0 })
    await page.close()
    await open(null, '/boards/7')
    await expect.poll(() => proofOn(page)).toMatchObject({ state: 'connecting', snapshotHash: 0 })
  })

  it('is not drawn in a browser, where nobody reads it', async () => {
    host.view = viewWith({})
    page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
    await page.goto(`${host.origin}${BOARD}`)
    await page.waitForSelector('main.board[data-revision]')
    expect(await page.locator('[data-proof]').count()).toBe(0)
    expect(await proofOn(page)).toBeNull()
  })

  it('goes with a page that is emptied, and says so of one whose states are gone', async () => {
    await open(viewWith({}), BOARD)
    await expect.poll(() => proofOn(page)).toMatchObject({ state: 'board' })
    await page.evaluate(() => document.getElementById('root')!.replaceChildren())
    await expect.poll(() => proofOn(page)).toMatchObject({ state: 'empty' })
    await page.evaluate(() => document.body.replaceChildren())
    await expect.poll(() => proofOn(page)).toBeNull()
  })
})

describe('a board that cannot be laid out', () => {
  const told = (): unknown => (host.reports.at(-1)?.body as { unlaid?: unknown } | undefined)?.unlaid
  /** No line of the foot: nothing that main writes, and enough to stop whoever lays it out. */
  const broken = { legend: null } as unknown as Partial<BoardView['head']>

  it('leaves the one before on the screen, says so in its proof and its report, and goes with the next good one', async () => {
    await open(viewWith({}), `${BOARD}&board=front&screen=left`)
    await page.waitForSelector('[data-state=board]')
    const textBefore = await page.locator('main.board .sheet').first().innerText()
    const { head } = host.view!
    const added = itemOf({ productId: 'new', name: 'Maple Haze', rungs: [rung('3.5 g', { pay: '31.00' })] })
    host.push('patch', { head: { ...head, ...broken, revision: 'broken' }, items: [added], removed: [], order: null })
    await page.waitForSelector('[data-kept=broken]')
    expect(await page.locator('main.board .sheet').first().innerText()).toBe(textBefore)
    await expect.poll(() => proofOn(page)).toMatchObject({ state: 'kept', snapshotHash: snapshotHashOf(head.revision) })
    await page.screenshot({ path: join(SCREENS, 'board-kept.png') })
    await expect.poll(told).toEqual({ keepsLast: true, products: ['Maple Haze'] })

    host.push('patch', { head: { ...head, revision: 'good' }, items: [], removed: [], order: null })
    await expect.poll(() => proofOn(page)).toMatchObject({ state: 'board', snapshotHash: snapshotHashOf('good') })
    await expect.poll(told).toBeUndefined()
  })
})
