import type { Page } from 'playwright-core'
import type { BoardView } from '../src/shared/board-view.ts'
import { manyView } from '../test/renderer/fixture-view.ts'
import { openBoardPage, percentileOf, withBoardBench } from './board-page.ts'
import type { BenchFigure } from './run.ts'

const PRODUCTS = 5000
const SIZE = { width: 1080, height: 1920 }
/** Names, their beginnings, letters exchanged and wrong ones, and what nothing is called. */
const TEXTS = ['copper wren', 'winetr', 'amber', 'tidewater hymn', 'batch4711', 'xqzw', 'brass almanac', 'hybird']
const ROUNDS = 4

declare global {
  interface Window {
    benchKeyMs?: number | null
  }
}

/** Every product with a word of its own beside those of its name: as many words as products. */
function kioskView(): BoardView {
  const { head, items } = manyView(PRODUCTS)
  return {
    head: {
      ...head,
      screen: { ...head.screen, mode: 'kiosk' },
      kiosk: { idleSeconds: 600, ageGate: null, potencyBands: [], priceBands: [], tellsPromotions: true }
    },
    items: items.map((item, index) => ({
      ...item,
      name: `${item.name} batch${index}`,
      kiosk: {
        potency: null,
        price: null,
        words:
          `${item.name} ${item.brand ?? ''} ${item.strain ?? ''} batch${index}`.toLowerCase().match(/[a-z0-9]+/g) ?? [],
        offers: null
      }
    }))
  }
}

/** From the key's own time to the frame after `isDone` was true first. */
async function paintedMs(page: Page, key: string, isDone: string): Promise<number> {
  await page.evaluate((done) => {
    window.benchKeyMs = null
    window.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        const channel = new MessageChannel()
        channel.port1.addEventListener('message', () => (window.benchKeyMs = performance.now() - timeStamp))
        channel.port1.start()
        const isThere = (): boolean =>
          done === '' || document.querySelector<HTMLElement>('.page.search')?.dataset['asked'] === inputValue()
        const inputValue = (): string => document.querySelector<HTMLInputElement>('.search-field')?.value ?? ''
        // The key has done its work by the first frame; what it leads to may need more of them.
        const look = (): void => {
          requestAnimationFrame(() => (isThere() ? channel.port2.postMessage(null) : look()))
        }
        look()
      },
      { once: true, capture: true }
    )
  }, isDone)
  await page.keyboard.press(key)
  await page.waitForFunction(() => typeof window.benchKeyMs === 'number')
  return page.evaluate(() => window.benchKeyMs ?? Number.NaN)
}

/**
 * **search**: from a key on the kiosk's search page to the painted results, of 5,000 products with as many words and more;
 * p99 in ms, against a key in a field of the same page that nothing listens to.
 */
export function benchKioskSearch(): Promise<readonly BenchFigure[]> {
  return withBoardBench(async (given) => {
    const page = await openBoardPage(given, kioskView(), SIZE)
    await page.waitForSelector('main.kiosk')
    await page.locator('.begin').click()
    await page.locator('.dock .go').click()
    await page.waitForSelector('.page.search .product-row')
    await page.evaluate(() => {
      const empty = document.createElement('input')
      empty.id = 'empty'
      empty.style.cssText = 'position:fixed;left:0;bottom:0;z-index:9'
      document.body.append(empty)
    })
    const ours: number[] = []
    const theirs: number[] = []
    for (let round = 0; round < ROUNDS; round += 1)
      for (const text of TEXTS) {
        await page.locator('.search-field').fill('')
        await page.waitForSelector('.page.search[data-asked=""]')
        await page.locator('.search-field').focus()
        for (const key of text) ours.push(await paintedMs(page, key === ' ' ? 'Space' : key, 'results'))
        const found = await page.locator('.page.search .product-row').count()
        if ((found === 0) !== (text === 'xqzw')) throw new Error(`${found} products are shown for ${text}`)
        await page.locator('#empty').focus()
        for (const key of text) theirs.push(await paintedMs(page, key === ' ' ? 'Space' : key, ''))
      }
    const value = percentileOf(ours, 0.99)
    const reference = percentileOf(theirs, 0.99)
    return [{ name: 'search', value, unit: 'ms', reference, ratio: value / reference }]
  })
}
