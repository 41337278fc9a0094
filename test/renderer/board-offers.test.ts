import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { DEFAULT_SCREEN } from '../../src/domain/screen/default-screen.ts'
import { startDemoStore } from '../../src/main/demo-store/demo-store.ts'
import type { DemoStore } from '../../src/main/demo-store/demo-store.types.ts'
import { SCREENS } from './built-page.ts'
import { launchChromium } from './chromium.ts'
import { type ManagerHost, startManagerHost } from './manager/manager-host.ts'
import { builtRenderer } from './renderer-build.ts'

/** Saturday 28 November 2026, 1:00 pm in Regina: five kinds of the demo store's promotions are on. */
const NOW = Date.parse('2026-11-28T13:00:00-06:00')
const deals = { ...DEFAULT_SCREEN, set: { kind: 'on-promotion' as const } }
const vapes = { ...DEFAULT_SCREEN, set: { kind: 'classifications' as const, paths: [['Vapes']] } }

let browser: Browser
let store: DemoStore
let host: ManagerHost

beforeAll(async () => {
  const startedAt = Date.now()
  store = await startDemoStore({ living: false, nowMs: () => NOW + Date.now() - startedAt })
  const source = {
    kind: 'cova' as const,
    settings: { apiUrl: store.url, tokenUrl: store.tokenUrl, ...store.credentials }
  }
  host = await startManagerHost(await builtRenderer(), source, {
    screens: {
      Deals: deals,
      Offres: { ...deals, language: 'fr-CA' },
      Ofertas: { ...deals, language: 'es-US' },
      Vapes: vapes,
      Vapoteuses: { ...vapes, language: 'fr-CA', theme: 'light' }
    }
  })
  browser = await launchChromium()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await host?.close()
  await store?.close()
})

/** The texts of a screen's board, page by page as they are laid out, with no-break spaces as spaces. */
async function shownOn(screen: string): Promise<string> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  page.on('pageerror', (error) => {
    throw error
  })
  await page.goto(`${host.url}/boards/110501?screen=${screen}`)
  await page.waitForSelector('.board .clock')
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(SCREENS, `board-offers-${screen}.png`) })
  const text = await page.locator('.board').first().innerText()
  await page.close()
  return text.replaceAll(/[\s\u00a0]+/g, ' ')
}

it.each([
  ['Vapes', ['20% off', '$2.00 off each', 'from Vapes by Brackenjar, before tax, not with sale prices']],
  ['Vapoteuses', ['20 % de rabais', 'sur chaque article (Vapes de chez Brackenjar), avant taxes, sauf prix réduits']]
])('a board tells offers on rows and explains them below: %s', async (screen, said) => {
  const text = await shownOn(screen)
  for (const words of said) expect(text).toContain(words)
})

it.each([
  ['Deals', ['Singles + Papers + Lighters for $12.00', 'plus tax, Roll, papers and a light for 12, until 8 pm']],
  [
    'Offres',
    ['Singles + Papers + Lighters pour 12,00 $', 'taxes en sus, Roll, papers and a light for 12, jusqu’à 20 h']
  ],
  [
    'Ofertas',
    ['Singles + Papers + Lighters por $12.00', 'más impuestos, Roll, papers and a light for 12, hasta las 8 p.m.']
  ]
])(
  'a screen of promotions has the offer as the headline of its panel, its limits, name and end below: %s',
  async (screen, said) => {
    const text = await shownOn(screen)
    for (const words of said) expect(text).toContain(words)
  }
)
