import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { networkAddresses } from '../../src/main/http/network-addresses.ts'
import { SCREENS } from './built-page.ts'
import { launchChromium } from './chromium.ts'
import {
  axeFindingsOn,
  keepManagerScreen,
  type ManagerHost,
  openManagerPage,
  pressByKey,
  startManagerHost,
  tabTo
} from './manager/manager-host.ts'
import { builtRenderer } from './renderer-build.ts'

const HAMILTON = 110502
const WAITS = { timeout: 20_000 }
/** From here this machine is another one to itself; a machine without a network has none. */
const OURS = networkAddresses().find((address) => !address.includes(':'))

let browser: Browser
let host: ManagerHost
let network: string
let isServed = false
const pages: Page[] = []
const faults: string[] = []

beforeAll(async () => {
  const rendererDir = await builtRenderer()
  host = await startManagerHost(
    rendererDir,
    { kind: 'demo' },
    { locationId: HAMILTON, language: 'en-CA', publicUrl: 'http://menu.example' },
    {
      listensOn: '0.0.0.0',
      // As the app's own server is switched; this one listens all the time.
      network: {
        address: () => (isServed ? network : null),
        serve: async (now) => {
          isServed = now
        }
      }
    }
  )
  network = `http://${OURS}:${new URL(host.url).port}`
  browser = await launchChromium()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await host?.close()
})
afterEach(async () => {
  for (const page of pages.splice(0)) await page.close()
  expect(faults.splice(0)).toEqual([])
})

async function openPage(url: string, viewport = { width: 1280, height: 720 }): Promise<Page> {
  const page = await browser.newPage({ viewport })
  pages.push(page)
  page.on('pageerror', (error) => faults.push(String(error)))
  await page.goto(url)
  return page
}

describe.runIf(OURS !== undefined)('a browser of the network', () => {
  it('that is nobody’s is told so in place of a board, and led to the code', async () => {
    const page = await openPage(`${network}/boards/${HAMILTON}?screen=left`)
    await page.waitForSelector('h1:has-text("This menu is not open here")')
    await page.screenshot({ path: join(SCREENS, 'network-closed.png') })
    await page.click('a[href="/pair"]')
    await page.waitForSelector('.pair-code', WAITS)
  })

  it('shows its board once it is paired, and a code again once it is not', { timeout: 60_000 }, async () => {
    const page = await openPage(`${network}/pair`)
    await page.waitForSelector('.pair-code', WAITS)
    const code = (await page.locator('.pair-code').textContent()) ?? ''
    const paired = await host.call('screens:pair', code, { name: 'Door', locationId: HAMILTON })
    if (!paired.ok) throw new Error(paired.message)
    await page.waitForSelector('.board', WAITS)
    // Its name, its alive, its pictures: nothing of it is refused.
    await expect.poll(async () => (await listed(paired.answer))?.isOn, WAITS).toBe(true)
    await page.screenshot({ path: join(SCREENS, 'network-paired.png') })
    expect(await host.call('screens:unpair', paired.answer)).toMatchObject({ ok: true })
    await page.waitForSelector('.pair-code', { timeout: 40_000 })
  })

  it('opens the board of a printed code as a phone', async () => {
    const reply = await host.call('print:address', HAMILTON, null)
    const printed = new URL((reply.ok && reply.answer.url) || '')
    const phone = await openPage(`${network}${printed.pathname}${printed.search}`, { width: 412, height: 915 })
    await phone.waitForSelector('.board', WAITS)
    await phone.screenshot({ path: join(SCREENS, 'network-phone.png') })
    expect(await host.call('print:renew-codes', HAMILTON)).toMatchObject({ ok: true })
    const late = await openPage(`${network}${printed.pathname}${printed.search}`, { width: 412, height: 915 })
    await late.waitForSelector('h1:has-text("This menu is not open here")')
    await late.screenshot({ path: join(SCREENS, 'network-phone-void.png') })
  })
})

async function listed(id: string): Promise<{ readonly isOn: boolean } | undefined> {
  const reply = await host.call('screens:list')
  return reply.ok ? reply.answer.screens.find((one) => one.id === id) : undefined
}

describe('the manager', () => {
  it('says who of the network sees boards, by the keyboard', { timeout: 60_000 }, async () => {
    const page = await openManagerPage(browser, host, 'screens')
    pages.push(page)
    await pressByKey(page.getByRole('button', { name: 'Network', exact: true }))
    await page.waitForSelector('.modal:has-text("Boards are served to this machine alone.")')
    await tabTo(page.getByRole('checkbox', { name: 'Show boards on other screens' }))
    await page.keyboard.press('Space')
    await pressByKey(page.locator('.modal').getByRole('button', { name: /Who sees boards/ }))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.modal:has-text("Whoever reaches this machine reads every board")')
    await pressByKey(page.locator('.modal').getByRole('button', { name: 'Save' }))
    await page.waitForSelector(`.modal [role=status]:has-text("Open ${network} there.")`)
    await keepManagerScreen(page, 'network')
    expect(await axeFindingsOn(page)).toEqual([])
    expect(isServed).toBe(true)
    expect(await host.call('network:read')).toMatchObject({
      answer: { serve: true, boards: 'everybody', failed: false }
    })
    expect(await host.call('network:keep', { serve: false, boards: 'paired' })).toMatchObject({
      answer: { serve: false, boards: 'paired', address: null }
    })
    expect(isServed).toBe(false)
  })
})
