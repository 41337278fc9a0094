import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDemoStore } from '../../src/main/demo-store/demo-store.ts'
import type { DemoStore } from '../../src/main/demo-store/demo-store.types.ts'
import type { BoardSnapshot } from '../../src/shared/board-snapshot.ts'
import { pageTextsOf } from '../main/print/pdf-text.ts'
import { SCREENS } from './built-page.ts'
import { launchChromium } from './chromium.ts'
import { type ManagerHost, openManagerPage, startManagerHost } from './manager/manager-host.ts'
import { builtRenderer } from './renderer-build.ts'

/** Regina: what a name of the register may hold that somebody wrote who means harm, or fell asleep on a key. */
const REGINA = 110501
const HOSTILE = [
  '<script>window.ran=1</script><b>Bold</b> Haze',
  '"><img src=x onerror="window.ran=2"> Kush',
  '</title></style></template><svg onload=window.ran=3>',
  "'-alert(1)-' ${window.ran=4} {{constructor.constructor('window.ran=5')()}}",
  'javascript:window.ran=6',
  '\u202e\u2066\u2067txet neddih\u202c Amnesia',
  'Nul\u0000 bell\u0007 escape\u001b[2J line\u2028 break\r\nend',
  `Zalgo ${'o\u0301\u0302\u0303\u0304'.repeat(4000)}`,
  `Long ${'W'.repeat(1_000_000)}`,
  `Words ${'kush '.repeat(200_000)}`,
  'שלום <i>world</i> مرحبا',
  '&lt;b&gt;&#60;script&#62;'
]

let browser: Browser
let store: DemoStore
let host: ManagerHost
const faults: string[] = []

beforeAll(async () => {
  store = await startDemoStore({ living: false })
  const flower = store.state.products.filter(
    ({ productId }) =>
      store.state.classificationPathOf(productId)[0] === 'Flower' && store.state.pricesAt(productId, REGINA).length > 0
  )
  HOSTILE.forEach((name, at) =>
    store.state.changeProduct(flower[at]?.productId ?? '', { name, shortDescription: name })
  )
  for (const promotion of store.state.promotions)
    store.state.replacePromotion(promotion.promotionId, { name: `<img src=x onerror=window.ran=7> ${promotion.name}` })
  const source = {
    kind: 'cova' as const,
    settings: { apiUrl: store.url, tokenUrl: store.tokenUrl, ...store.credentials }
  }
  host = await startManagerHost(await builtRenderer(), source, { locationId: REGINA, language: 'en-CA' })
  browser = await launchChromium()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await host?.close()
  await store?.close()
})

async function openPage(path: string, viewport = { width: 1920, height: 1080 }): Promise<Page> {
  const page = await browser.newPage({ viewport })
  await watch(page)
  await page.goto(`${host.url}${path}`)
  return page
}

async function watch(page: Page): Promise<void> {
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('dialog', (dialog) => {
    faults.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', (event) =>
      Object.assign(window, { violated: `${event.violatedDirective} ${event.blockedURI}` })
    )
  )
}

/** No script ran nor tried to, no element is there that is not ours, and nothing makes the page wider than its screen. */
async function expectSound(page: Page): Promise<void> {
  const seen = await page.evaluate(() => ({
    ran: (window as unknown as Record<string, unknown>)['ran'] ?? null,
    violated: (window as unknown as Record<string, unknown>)['violated'] ?? null,
    injected: [
      ...document.querySelectorAll(
        'body script, iframe, object, embed, [onerror], [onload], img[src="x"], a[href^="javascript"]'
      )
    ].map((element) => element.outerHTML.slice(0, 100)),
    tooWide: document.documentElement.scrollWidth > window.innerWidth,
    bytes: document.documentElement.outerHTML.length
  }))
  expect(seen).toMatchObject({ ran: null, violated: null, injected: [], tooWide: false })
  // A page of all products with names of 250 letters at most.
  expect(seen.bytes).toBeLessThan(4_000_000)
  expect(faults.splice(0)).toEqual([])
}

describe('names that mean harm are text', { timeout: 60_000 }, () => {
  it('in the API, each of 250 letters at most', async () => {
    const board = (await (await fetch(`${host.url}/api/boards/${REGINA}`)).json()) as BoardSnapshot
    const names = board.items.map(({ name }) => name)
    for (const name of HOSTILE.slice(0, 7)) expect(names).toContain(name)
    expect(Math.max(...names.map((name) => name.length))).toBeLessThanOrEqual(250)
    expect(names.filter((name) => name.endsWith('…')).length).toBeGreaterThanOrEqual(3)
    expect(board.items.length).toBeGreaterThan(100)
  })

  it('on a board, page after page', async () => {
    const page = await openPage(`/boards/${REGINA}?set=class:Flower&dwell=700`)
    await page.waitForSelector('main.board [data-item]')
    let texts = ''
    for (let turn = 0; turn < 30 && !(texts.includes('<script>') && texts.includes('<img')); turn += 1) {
      texts += await page.locator('main.board').innerText()
      await expectSound(page)
      if (turn === 0) await page.screenshot({ path: join(SCREENS, 'hostile-board.png') })
      await page.waitForTimeout(400)
    }
    expect(texts).toContain('<script>')
    await page.screenshot({ path: join(SCREENS, 'hostile-board-later.png') })
    await page.close()
  })

  it('on a kiosk, in its list, its search and a basket, and at the counter', async () => {
    const page = await openPage(`/boards/${REGINA}?mode=kiosk`, { width: 1080, height: 1920 })
    await page.waitForSelector('main.kiosk[data-page=start]')
    await page.locator('.begin').first().click()
    await page.getByRole('button', { name: 'Search', exact: true }).click()
    await page.locator('.search-field').fill('script')
    await page.locator('.product-row').first().waitFor()
    await page.screenshot({ path: join(SCREENS, 'hostile-kiosk.png') })
    await expectSound(page)
    await page.locator('.product-row', { hasText: '<script>' }).first().click()
    await page.waitForSelector('.page.product[data-pending=false]')
    await page.screenshot({ path: join(SCREENS, 'hostile-kiosk-product.png') })
    await expectSound(page)
    await page.close()
    const board = (await (await fetch(`${host.url}/api/boards/${REGINA}`)).json()) as BoardSnapshot
    const lines = board.items
      .filter(({ name }) => HOSTILE.includes(name))
      .map(({ productId }) => ({ productId, quantity: '1' }))
    const handed = await fetch(`${host.url}/api/kiosk/${REGINA}/hand-over`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ lines })
    })
    const { code } = (await handed.json()) as { code: string }
    const counter = await openPage(`/counter?code=${encodeURIComponent(code)}`, { width: 1024, height: 768 })
    await counter.waitForSelector('table')
    expect(await counter.locator('table').innerText()).toContain('<script>window.ran=1</script>')
    await counter.screenshot({ path: join(SCREENS, 'hostile-counter.png') })
    await expectSound(counter)
    await counter.close()
  })

  it('in the manager’s window: search, today, print', async () => {
    const page = await openManagerPage(browser, host, 'absence', undefined, watch)
    await page.getByRole('combobox').or(page.getByRole('searchbox')).first().fill('script')
    await page.waitForTimeout(1500)
    await page.screenshot({ path: join(SCREENS, 'hostile-manager.png') })
    await expectSound(page)
    for (const view of ['today', 'screens', 'time-machine', 'print', 'health']) {
      await page.evaluate((hash) => (window.location.hash = hash), view)
      await page.waitForTimeout(700)
      await expectSound(page)
    }
    await page.close()
  })

  it('on paper', async () => {
    const printed = await host.call('print:pdf', {
      kind: 'price-list',
      locationId: REGINA,
      screen: null,
      set: { kind: 'classifications', paths: [['Flower']] },
      paper: 'letter',
      language: null,
      soldOut: true,
      qrCode: false
    })
    if (!printed.ok) throw new Error(printed.message)
    const bytes = Buffer.from(printed.answer.base64, 'base64')
    expect(bytes.length).toBeLessThan(3_000_000)
    const text = pageTextsOf(bytes)
      .map(({ all }) => all)
      .join(' ')
    expect(text).toContain('<script>')
    expect(bytes.toString('latin1')).not.toMatch(/\/(JavaScript|JS|OpenAction|Launch|URI)\b/)
  })

  it('in a stream, which is not much longer for them', async () => {
    const response = await fetch(`${host.url}/boards/${REGINA}/stream`)
    const reader = response.body?.getReader()
    let text = ''
    while (!/event: view\ndata: [^\n]*\n\n/.test(text)) {
      const part = await reader?.read()
      if (part?.value === undefined) break
      text += new TextDecoder().decode(part.value)
    }
    await reader?.cancel()
    expect(text.length).toBeLessThan(3_000_000)
    // One line of data for each event: no name can begin another.
    const lines = text.split('\n').filter((line) => line !== '' && !/^(event|data|id|:)/.test(line))
    expect(lines).toEqual([])
  })
})
