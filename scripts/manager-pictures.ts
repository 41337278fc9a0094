import type { Browser, Page } from 'playwright-core'
import { DEFAULT_SCREEN } from '../src/domain/screen/default-screen.ts'
import { startDemoStore } from '../src/main/demo-store/demo-store.ts'
import type { BoardItem, BoardRung, BoardSnapshot } from '../src/shared/board-snapshot.ts'
import { openManagerPage, startManagerHost, type ManagerHost } from '../test/renderer/manager/manager-host.ts'
import { builtRenderer } from '../test/renderer/renderer-build.ts'
import { keepPicture } from './kept-picture.ts'

const REGINA = 110501
const NINE_TO_TEN = Array.from({ length: 7 }, () => ({ opensAt: '09:00', closesAt: '22:00' }))

const SETTINGS = {
  locationId: REGINA,
  language: 'en-CA',
  openingHours: { [REGINA]: NINE_TO_TEN },
  screens: {
    'Front window': { ...DEFAULT_SCREEN, set: { kind: 'classifications', paths: [['Flower']] } },
    'Vape corner': { ...DEFAULT_SCREEN, set: { kind: 'classifications', paths: [['Vapes']] }, theme: 'light' },
    Till: { ...DEFAULT_SCREEN, set: { kind: 'on-promotion' } }
  }
} as const

/** The manager's window over the demo store, with three screens on. */
export async function takeManagerWindow(browser: Browser): Promise<void> {
  const store = await startDemoStore({ living: false })
  const source = {
    kind: 'cova',
    settings: { apiUrl: store.url, tokenUrl: store.tokenUrl, ...store.credentials }
  } as const
  const host = await startManagerHost(await builtRenderer(), source, SETTINGS)
  try {
    for (const screen of Object.keys(SETTINGS.screens)) {
      const board = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
      await board.goto(`${host.url}/boards/${REGINA}?screen=${encodeURIComponent(screen)}`)
      await board.waitForSelector('main.board [data-item]')
    }
    await take(browser, host, 'register-check', checkReceipt)
    await take(browser, host, 'screens', chooseScreen)
    await take(browser, host, 'time-machine', explainPrice, '&screen=Front%20window')
    await take(browser, host, 'absence', lookUp, '&screen=Front%20window')
    await take(browser, host, 'today', (page) => page.waitForSelector('.today-parts'))
  } finally {
    await host.close()
    await store.close()
  }
}

/** One view, brought to what is to be seen. */
async function take(
  browser: Browser,
  host: ManagerHost,
  view: string,
  bring: (page: Page, host: ManagerHost) => Promise<unknown>,
  query = ''
): Promise<void> {
  const page = await openManagerPage(browser, host, `${view}?store=${REGINA}${query}`)
  await bring(page, host)
  await page.evaluate(() => document.fonts.ready)
  await keepPicture(page, `manager-${view}`)
  await page.close()
}

/** A receipt of which one line is right, and one was charged as if its sale were over. */
async function checkReceipt(page: Page, host: ManagerHost): Promise<void> {
  const { items } = (await (await fetch(`${host.url}/api/boards/${REGINA}`)).json()) as BoardSnapshot
  const single = items.filter(
    ({ name, ladder }) => ladder.length === 1 && items.filter((other) => other.name === name).length === 1
  )
  const found = (source: BoardRung['source']): BoardItem & { readonly rung: BoardRung } => {
    const item = single.find(({ ladder }) => ladder[0]?.quantity === '1' && ladder[0].source === source)
    if (item?.ladder[0] === undefined) throw new Error(`the demo store has no product with a price of kind ${source}`)
    return { ...item, rung: item.ladder[0] }
  }
  const [regular, sale] = [found('regular'), found('sale')]
  await page.waitForSelector('.receipt-line input')
  const lines = [
    [regular.name, '1', regular.rung.price ?? '', regular.rung.outTheDoor ?? ''],
    [sale.name, '1', sale.rung.regular ?? '', '']
  ]
  for (const [index, texts] of lines.entries()) {
    if (index > 0) await page.getByRole('button', { name: 'Add a line' }).click()
    for (const [at, text] of texts.entries())
      await page.locator('.receipt-line').nth(index).locator('input').nth(at).fill(text)
    await page.keyboard.press('Escape')
  }
  await page.getByRole('button', { name: 'Compare with the board' }).click()
  await page.waitForSelector('.check-table tbody tr')
  await page.locator('.check-results').scrollIntoViewIfNeeded()
}

async function chooseScreen(page: Page): Promise<void> {
  await page.getByRole('option', { name: /Front window/ }).click()
  await page.waitForSelector('.screen-form')
  await page.waitForFunction(
    (count) => document.querySelectorAll('.thumbnail .board[data-page]').length === count,
    Object.keys(SETTINGS.screens).length
  )
}

/** When Ferry Friday begins, and why a price is what it is then. */
async function explainPrice(page: Page): Promise<void> {
  const ferry = page.locator('.lane', { hasText: 'Ferry Friday' })
  await ferry
    .getByRole('button', { name: /Go to its start/ })
    .first()
    .click()
  await page.locator('.when h1', { hasText: '4:00 pm' }).waitFor()
  await page.waitForSelector('.stage[aria-busy=false]')
  await page.locator('.why').first().click()
  await page.waitForSelector('.step.end')
}

/** A product that is up at the vape corner, on a screen of flower. */
async function lookUp(page: Page): Promise<void> {
  await page.keyboard.type('amber')
  await page.locator('.absence-match', { hasText: 'Pavilion' }).waitFor()
  await page.locator('.absence-match', { hasText: 'Loom' }).click()
  await page.waitForSelector('.absence-headline')
}
