import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DEFAULT_SCREEN } from '../../../src/domain/screen/default-screen.ts'
import { startDemoStore } from '../../../src/main/demo-store/demo-store.ts'
import type { DemoStore } from '../../../src/main/demo-store/demo-store.types.ts'
import { loadSettings, saveSettings } from '../../../src/main/settings/settings-file.ts'
import { launchChromium } from '../chromium.ts'
import { builtRenderer } from '../renderer-build.ts'
import { keepManagerScreen, openManagerPage, startManagerHost, type ManagerHost } from './manager-host.ts'

const REGINA = 110501

let browser: Browser
let store: DemoStore
let host: ManagerHost

/** A store with something wrong in every corner, so that every view has to say it. */
beforeAll(async () => {
  const rendererDir = await builtRenderer()
  store = await startDemoStore({ living: false })
  const source = {
    kind: 'cova',
    settings: { apiUrl: store.url, tokenUrl: store.tokenUrl, ...store.credentials }
  } as const
  const anHourAgoMs = Date.now() - 3_600_000
  const paired = { board: null, tokenHash: '0'.repeat(64), pairedAtMs: anHourAgoMs, lastSeenAtMs: anHourAgoMs }
  host = await startManagerHost(
    rendererDir,
    source,
    {
      screens: {
        Caisse: { ...DEFAULT_SCREEN, level: 'dense' },
        Vitrine: { ...DEFAULT_SCREEN, set: { kind: 'on-promotion' }, theme: 'custom:gone' }
      },
      storeLogo: 'gone.svg',
      locationId: REGINA,
      market: { profile: 'massachusetts-adult-use', confirmed: true }
    },
    {
      paired: [
        { ...paired, id: 'bar', name: 'Bar', locationId: REGINA },
        { ...paired, id: 'far', name: 'Loin', locationId: 7, tokenHash: '1'.repeat(64) }
      ]
    }
  )
  writeFileSync(join(host.dataDir, 'cache.sqlite.damaged-2026-11-20T16-20-00-000Z'), '')
  store.faults.always('menu-board-promotions', { kind: 'status', status: 403 })
  store.faults.always('catalogue', {
    kind: 'transform',
    transform: (body) => ({
      ...body,
      Products: body.Products.map((product: Record<string, unknown>, index: number) =>
        index === 0 ? { ...product, MeasurementType: 'Volume' } : index === 1 ? { ...product, Name: null } : product
      )
    })
  })
  browser = await launchChromium()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await host?.close()
  await store?.close()
})

/** Words of English that no French or Spanish sentence has, but for what is quoted and what the store's data say. */
const ENGLISH =
  /(?<![\p{L}’'-])(?:the|is|are|was|were|not|of|with|and|has|have|cannot|which|from|until|its|this|that|it|you|your|shows?|shown|store|stores|price|prices|screens?|page|today|choose|open|close|save|add|remove|none|all|every|each|other|unknown|missing|settings|loading|looking|search|dark|light|standard|dense|sold|out|new|day|hours?)(?![\p{L}’'-])/iu

/** What French and Spanish write the same. */
const SAME = new Set(['page', 'standard', 'dense', 'has', 'it', 'are'])

interface Line {
  readonly text: string
  readonly where: string
}

/** Every line that the page shows or reads out, but boards (the shoppers' own language) and raw records. */
async function linesOf(page: Page): Promise<readonly Line[]> {
  return page.evaluate(() => {
    const skipped = (element: Element | null): boolean =>
      element?.closest('.board, pre, script, style, [data-own], datalist, option') !== null
    const lines: { text: string; where: string }[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? ''
      if (text === '' || skipped(node.parentElement)) continue
      lines.push({ text, where: node.parentElement?.className ?? '' })
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title], [alt], [aria-valuetext]'))
      for (const name of ['aria-label', 'placeholder', 'title', 'alt', 'aria-valuetext']) {
        const text = element.getAttribute(name)
        if (text !== null && !skipped(element)) lines.push({ text, where: name })
      }
    return lines
  })
}

const QUOTED = /(?:Ce|ce) que dit le système\u00a0: «[^»]*»|(?:L|l)o que dice el sistema: «[^»]*»/g

async function englishOn(page: Page, ownWords: ReadonlySet<string>): Promise<readonly string[]> {
  const lines = await linesOf(page)
  return [
    ...new Set(
      lines
        .map(({ text, where }) => ({ where, text, bare: text.replaceAll(QUOTED, '') }))
        .filter(({ bare }) => ![...ownWords].some((own) => bare.includes(own)))
        .filter(({ bare }) => {
          const words = [...bare.matchAll(new RegExp(ENGLISH, 'giu'))].map(([word]) => word.toLowerCase())
          return words.some((word) => !SAME.has(word))
        })
        .map(({ text, where }) => `${where}: ${text}`)
    )
  ]
}

/** Each view, what shows that it has its answer, and what else is looked at in it. */
const VIEWS: readonly (readonly [hash: string, ready: string, more: (page: Page, look: Look) => Promise<void>])[] = [
  ['', '.today-parts li', async () => {}],
  [
    'screens',
    '.wall-screen',
    async (page, look) => {
      const tiles = page.locator('.wall-screen')
      for (let n = 0; n < (await tiles.count()); n += 1) {
        await tiles.nth(n).click()
        await page.locator('.wall-screen[data-selected]').waitFor()
        const name = await page.locator('.wall-screen[data-selected] .wall-name').innerText()
        await page.locator('.screen-panel h2', { hasText: name.split(' ').at(-1) ?? '' }).waitFor()
        await look(`screens-${n}`)
      }
    }
  ],
  ['time-machine', '.lane-name', async () => {}],
  [
    'absence',
    '.stage input',
    async (page, look) => {
      await page.locator('.stage input').first().fill('grinder')
      await page.getByText('A grinder for 2.99').first().waitFor()
      await look('absence-found')
      await page.getByText('A grinder for 2.99').first().click()
      await page.locator('.absence-headline').waitFor()
      await look('absence-answer')
    }
  ],
  [
    'register-check',
    '[role=tab]',
    async (page, look) => {
      await page.locator('[role=tab]').nth(1).click()
      await page.locator('[role=tabpanel] input[type=file]').waitFor({ state: 'attached' })
      await look('register-import')
    }
  ],
  [
    'health',
    '.health-sheet tbody tr',
    async (page, look) => {
      for (const [n, ready] of [
        '.health-problems li',
        '.health-sheet td',
        '.health-record',
        '.health-facts'
      ].entries()) {
        await page
          .locator('[role=tab]')
          .nth(n + 1)
          .click()
        await page.locator(`[role=tabpanel] ${ready}`).first().waitFor()
        await look(`health-${n + 1}`)
      }
    }
  ],
  ['print', '.print-picks', async () => {}],
  [
    'settings',
    '.stage .select button',
    async (page, look) => {
      const part = page.locator('[aria-labelledby=part-rewards]')
      await part.locator('.disclosure button[slot=trigger]').first().click()
      const form = part.locator('.disclosure[data-expanded] form')
      await form.locator('.reward-steps li').first().waitFor()
      await look('settings-rewards')
      await form.locator('.form-actions button').first().click()
      await form.locator('fieldset').waitFor()
      await form.locator('button[type=submit]').click()
      await form.locator('.field-error').first().waitFor()
      await form.locator('.select button').first().click()
      await page.getByRole('option').last().click()
      await look('settings-rewards-refused')
      await part.locator('.disclosure button[slot=trigger]').first().click()
    }
  ]
]

type Look = (name: string) => Promise<void>

describe.each(['fr-CA', 'es-MX'])('the manager’s window in %s', (language) => {
  let own: ReadonlySet<string>
  const screens: Page[] = []

  beforeAll(async () => {
    saveSettings(host.dataDir, { ...loadSettings(host.dataDir).settings, language })
    await host.restart()
    await host.engine().syncOnce(() => undefined)
    own = new Set([...store.state.products, ...store.state.promotions].map(({ name }) => name))
    for (const screen of ['Caisse', 'zzz', 'Vitrine']) {
      const board = await browser.newPage({ viewport: { width: 1280, height: 720 } })
      await board.goto(`${host.url}/boards/${REGINA}?screen=${screen}`)
      await board.waitForSelector('[data-state=board]')
      screens.push(board)
    }
  }, 60_000)

  afterAll(async () => {
    await Promise.all(screens.map((screen) => screen.close()))
  })

  it.each(VIEWS)(
    'has no English in the view "%s"',
    async (hash, ready, more) => {
      const page = await openManagerPage(browser, host, hash)
      await page.locator(ready).first().waitFor()
      const look = async (name: string): Promise<void> => {
        await keepManagerScreen(page, `language-${language}-${name}`)
        expect(await englishOn(page, own), name).toEqual([])
      }
      await look(hash === '' ? 'today' : hash)
      await more(page, look)
      await page.close()
    },
    60_000
  )
})
