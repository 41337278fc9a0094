import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, it } from 'vitest'
import { buildRenderer } from '../built-page.ts'
import { launchChromium } from '../chromium.ts'
import {
  axeFindingsOn,
  keepManagerScreen,
  openManagerPage,
  startManagerHost,
  type ManagerHost
} from './manager-host.ts'
let browser: Browser
let host: ManagerHost
beforeAll(async () => {
  const rendererDir = await buildRenderer('manager-scratch')
  host = await startManagerHost(rendererDir, { kind: 'demo' })
  browser = await launchChromium()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await host?.close()
})
it('looks', async () => {
  for (const [w, h] of [
    [1440, 900],
    [1280, 720],
    [1024, 768]
  ] as const) {
    const page = await openManagerPage(browser, host, 'time-machine?store=110501&at=2026-11-27@980', {
      width: w,
      height: h
    })
    page.on('console', (m) => console.log(m.text()))
    page.on('pageerror', (e) => console.log(e))
    await page.waitForSelector('.why', { timeout: 15000 }).catch((e: unknown) => console.log(String(e)))
    await page.waitForTimeout(500)
    await keepManagerScreen(page, `scratch-${w}`)
    await page
      .locator('.why')
      .nth(2)
      .click({ timeout: 3000 })
      .catch((e: unknown) => console.log(String(e)))
    await page.waitForSelector('.step.end')
    console.log((await axeFindingsOn(page)).join('\n').slice(0, 3000))
    await page.waitForTimeout(300)
    await keepManagerScreen(page, `scratch-${w}-why`)
    await page.close()
  }
}, 120_000)
