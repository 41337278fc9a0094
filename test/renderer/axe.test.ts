import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Transformer } from '@napi-rs/image'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { stillLifeOf } from '../../src/main/demo-store/still-life.ts'
import type { BoardView } from '../../src/shared/board-view.ts'
import type { LocationChoice, SetupState } from '../../src/shared/setup.ts'
import { startFakeHost, type FakeHost } from './built-page.ts'
import { builtRenderer } from './renderer-build.ts'
import { launchChromium } from './chromium.ts'
import {
  frenchView,
  groupView,
  hardView,
  headOf,
  heldView,
  manyPromotionsView,
  manyView,
  promotionsView,
  shelfPriceView,
  standardView
} from './fixture-view.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeResult {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

declare global {
  interface Window {
    readonly axe?: {
      readonly run: (context: Document) => Promise<{ violations: AxeResult[]; passes: AxeResult[] }>
    }
  }
}

const LOCATIONS: readonly LocationChoice[] = [
  {
    locationId: 7,
    name: 'Tern & Timber Harbour Street',
    place: 'North Vancouver, BC',
    market: { market: 'CA-BC', name: 'British Columbia' },
    problem: null
  },
  {
    locationId: 9,
    name: 'Warehouse',
    place: 'Laval, QC',
    market: { market: 'CA-QC', name: 'Quebec' },
    problem: 'currency-unknown'
  }
]

const SYNCING: SetupState = {
  phase: 'syncing',
  source: 'demo',
  progress: [
    { feed: 'locations', records: 4, done: true, error: null },
    { feed: 'catalogue', records: 412, done: false, error: null },
    {
      feed: 'taxes',
      records: 0,
      done: false,
      error: { code: 'timeout', way: null, message: 'Cova did not answer in 10 s.' }
    }
  ]
}

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

async function openPage(path: string, selector: string, size = { width: 1920, height: 1080 }): Promise<void> {
  page = await browser.newPage({ viewport: size })
  await page.goto(`${host.origin}${path}`)
  await page.waitForSelector(selector)
}

/** What axe-core finds with all of its rules, in words; it must have looked at something. */
async function findings(): Promise<string[]> {
  await page.evaluate(AXE)
  const { violations, looked } = await page.evaluate(async () => {
    if (window.axe === undefined) throw new Error('axe-core is not in the page')
    const results = await window.axe.run(document)
    return { violations: results.violations, looked: results.passes.length }
  })
  expect(looked).toBeGreaterThan(5)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`)
  )
}

describe('axe-core finds nothing', () => {
  it.each<[string, BoardView, string]>([
    ['a dark board', standardView(), ''],
    ['a light board', standardView(), 'light'],
    ['a board of high contrast', standardView(), 'contrast'],
    ['a board of many pages', manyView(60), ''],
    ['a board that is hard to set', hardView(), ''],
    ['a stale board', standardView({ stale: true, ageLine: 'Prices from 2:10 pm, please ask' }), ''],
    ['a stale light board', standardView({ stale: true, ageLine: 'Prices from 2:10 pm, please ask' }), 'light'],
    ['a board whose amounts are held', heldView(), ''],
    ['a board of promotions', manyPromotionsView(), ''],
    ['a light board of promotions', manyPromotionsView(), 'light'],
    ['a board of promotions of high contrast', promotionsView(), 'contrast'],
    ['a board of shelf prices', shelfPriceView(), ''],
    ["a board with a group's prices", groupView(), 'light'],
    ['a French board', frenchView(), ''],
    ['an empty board', { head: headOf(), items: [] }, '']
  ])('on %s', async (_name, view, theme) => {
    host.view = view
    await openPage(`/boards/7?dwell=600000${theme === '' ? '' : `&theme=${theme}`}`, '[data-state=board]')
    expect(await findings()).toEqual([])
  })

  it('on a board in portrait', async () => {
    host.view = manyView(30)
    await openPage('/boards/7?dwell=600000', '[data-state=board]', { width: 1080, height: 1920 })
    expect(await findings()).toEqual([])
  })

  it('on a board with pictures and a logo', async () => {
    const png = stillLifeOf([150, 170, 160], [90, 110, 104], [])
    host.pictures.set('0'.repeat(32), await new Transformer(png).webp(80))
    const picture = { href: `/pictures/${'0'.repeat(32)}`, widthPx: 360, heightPx: 360 }
    const { head, items } = manyView(20)
    host.view = { head: { ...head, logo: picture }, items: items.map((item) => ({ ...item, picture })) }
    await openPage('/boards/7?dwell=600000', '[data-pictures="20"] .spine img')
    expect(await findings()).toEqual([])
  })

  it('on a screen that waits for its board', async () => {
    host.view = null
    await openPage('/boards/7', '[data-state=connecting]')
    expect(await findings()).toEqual([])
  })

  it.each<[string, SetupState, string]>([
    ['the choice of a source', { phase: 'choose-source' }, 'Connect to Cova'],
    ['the sync', SYNCING, 'Stocking the demo store'],
    [
      'the choice of a location',
      { phase: 'choose-location', source: 'demo', locations: LOCATIONS },
      'Which store is this screen in?'
    ]
  ])('on first run, %s', async (_name, state, words) => {
    host.setup = state
    await openPage('/setup', '.setup', { width: 1440, height: 900 })
    await page.getByText(words).first().waitFor()
    expect(await findings()).toEqual([])
  })

  it('on first run with a value missing and the help open', async () => {
    host.setup = { phase: 'choose-source' }
    await openPage('/setup', '.setup', { width: 1440, height: 900 })
    await page.getByText('Where do these come from?').click()
    await page.getByRole('button', { name: 'Connect to Cova' }).click()
    await page.getByText('Company ID is missing.').waitFor()
    expect(await findings()).toEqual([])
  })

  it('on first run, the last questions with one that is not answered', async () => {
    const display = { label: 'TV', width: 1920, height: 1080, isPrimary: true }
    host.setup = { phase: 'finish', source: 'cova', locationName: 'Regina', displays: [display, display] }
    await openPage('/setup', '.setup', { width: 1440, height: 900 })
    await page.getByText('Yes, these must not be shown:').click()
    await page.getByRole('button', { name: 'Show the board' }).click()
    await page.getByText('Choose what must not be shown.').waitFor()
    expect(await findings()).toEqual([])
  })
})

it('is looked at in earnest: a picture without words is found', async () => {
  host.view = standardView()
  await openPage('/boards/7?dwell=600000', '[data-state=board]')
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('img')))
  expect((await findings()).map((each) => each.split(':')[0])).toContain('image-alt')
})
