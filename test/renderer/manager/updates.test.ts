import { readFileSync, rmSync } from 'node:fs'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadSettings, saveSettings } from '../../../src/main/settings/settings-file.ts'
import { type Feed, makeTestKey, startFeed } from '../../main/update/feed.ts'
import { storeMachine, type StoreMachine } from '../../main/update/store-machine.ts'
import { launchChromium } from '../chromium.ts'
import { builtRenderer } from '../renderer-build.ts'
import {
  axeFindingsOn,
  keepManagerScreen,
  openManagerPage,
  pressByKey,
  startManagerHost,
  tabTo,
  type ManagerHost
} from './manager-host.ts'

const REGINA = 110_501
const key = makeTestKey()

let browser: Browser
let feed: Feed
let host: ManagerHost
let machine: StoreMachine

/** "14:35" on Regina's clock, which is six hours behind all year. */
const reginaTime = (atMs: number): string => new Date(atMs - 6 * 3_600_000).toISOString().slice(11, 16)

beforeAll(async () => {
  feed = await startFeed()
  const now = Date.now()
  const open = { opensAt: reginaTime(now - 2 * 3_600_000), closesAt: reginaTime(now + 2 * 3_600_000) }
  host = await startManagerHost(
    await builtRenderer(),
    { kind: 'demo' },
    { locationId: REGINA, openingHours: { [REGINA]: Array.from({ length: 7 }, () => open) } },
    {
      updates: {
        state: () => machine.updater.state(),
        ask: (what) => {
          machine.updater.ask(what)
          void machine.updater.step()
        }
      }
    }
  )
  machine = storeMachine(feed, [key], {
    dataDir: host.dataDir,
    settings: () => loadSettings(host.dataDir).settings.updates,
    nowMs: Date.now,
    hours: async () => {
      const reply = await host.engine().inquire('stores:hours', [])
      return reply.ok ? reply.answer : null
    }
  })
  browser = await launchChromium()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await host?.close()
  await feed?.close()
  if (feed !== undefined) rmSync(feed.dir, { recursive: true, force: true })
})

async function openUpdates(): Promise<Page> {
  const page = await openManagerPage(browser, host, 'settings')
  await page.locator('#part-updates').scrollIntoViewIfNeeded()
  return page
}

/** From below it. */
async function pressBackwards(control: Locator): Promise<void> {
  await tabTo(control, 'Shift+Tab')
  await control.page().keyboard.press('Enter')
}

async function retype(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page.getByLabel(label, { exact: true }))
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Delete')
  await page.keyboard.type(text)
}

it('an address of updates is chosen, a version comes, waits for the store to close, and is installed by hand, all by the keyboard', async () => {
  feed.publish({ version: '1.1.0', content: Buffer.alloc(50_000, 'new'), key })
  const page = await openUpdates()
  await page.waitForSelector('text=No address of updates is set')
  // Everything below is reached from here, forwards and back.
  await page.getByRole('checkbox', { name: 'Take updates by itself' }).focus()

  await retype(page, 'Address of updates', 'http://updates.example/')
  await retype(page, 'Only this version', 'newest')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.field-error:has-text("begins with https://")')
  await page.waitForSelector('.field-error:has-text("such as 1.4.2")')
  expect(await axeFindingsOn(page)).toEqual([])
  await keepManagerScreen(page, 'updates-refused')

  await retype(page, 'Address of updates', feed.url)
  await retype(page, 'Only this version', '')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.settings-saved:has-text("Address of updates")')
  expect(loadSettings(host.dataDir).settings.updates).toEqual({
    enabled: true,
    feedUrl: feed.url,
    channel: 'stable',
    pinnedVersion: null
  })

  await pressBackwards(page.getByRole('button', { name: 'Check now' }))
  await page.waitForSelector('text=/1\\.1\\.0 is downloaded and waits until the store closes: .*\\d/')
  expect(await axeFindingsOn(page)).toEqual([])
  await keepManagerScreen(page, 'updates-waiting')

  await pressByKey(page.getByRole('button', { name: 'Install now' }))
  expect(machine.installed).toEqual([])
  await pressByKey(page.getByRole('button', { name: 'Install, and restart the boards' }))
  await expect.poll(() => machine.installed.map(({ version }) => version)).toEqual(['1.1.0'])
  await page.close()
}, 60_000)

it('what went wrong and which versions went back is told, in the settings, in health and on the home view', async () => {
  machine.refused.push('1.0.5')
  saveSettings(host.dataDir, {
    ...loadSettings(host.dataDir).settings,
    updates: { enabled: true, feedUrl: feed.url, channel: 'stable', pinnedVersion: null }
  })
  feed.publish({ version: '1.2.0', key: null })
  machine.updater.ask('check')
  await machine.updater.step()
  const page = await openManagerPage(browser, host, 'health?tab=machine')
  await page.waitForSelector('text=The new version is not signed. It is not taken.')
  await page.waitForSelector('text=/1\\.0\\.5/')
  expect(await page.locator('.updates-refused').textContent()).toContain('painted no board in two minutes')
  expect(await axeFindingsOn(page)).toEqual([])
  await keepManagerScreen(page, 'updates-health')
  await page.close()
  const today = await openManagerPage(browser, host, 'today')
  await today.waitForSelector('text=Version 1.0.5 did not prove itself here: 1.0.0 is on again.')
  expect(await today.locator('main').textContent()).toContain('It is not tried again. The version after it is taken')
  await keepManagerScreen(today, 'today-went-back')
  await today.close()
  const bundle = await host.call('health:bundle')
  expect(bundle.ok && bundle.answer.text).toContain('"feedUrl"')
  expect(readFileSync(`${host.dataDir}/updates/state.json`, 'utf8')).toContain('"unsigned"')
})
