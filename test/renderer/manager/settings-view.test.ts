import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loadSettings, saveSettings } from '../../../src/main/settings/settings-file.ts'
import type { SettingsChange } from '../../../src/shared/manager/settings.ts'
import { eventually } from '../../main/serve/serve-process.ts'
import { builtRenderer } from '../renderer-build.ts'
import { launchChromium } from '../chromium.ts'
import {
  axeFindingsOn,
  keepManagerScreen,
  openManagerPage,
  startManagerHost,
  type ManagerHost
} from './manager-host.ts'

const REGINA = 110_501

let browser: Browser
let host: ManagerHost

beforeAll(async () => {
  const rendererDir = await builtRenderer()
  host = await startManagerHost(rendererDir, { kind: 'demo' }, { locationId: REGINA })
  browser = await launchChromium()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await host?.close()
})

function stored() {
  return loadSettings(host.dataDir).settings
}

/** As another window of the manager would. */
async function saveElsewhere(change: SettingsChange): Promise<void> {
  const read = await host.call('settings:read')
  if (!read.ok) throw new Error(read.message)
  const saved = await host.call('settings:save', read.answer.revision, change)
  if (!saved.ok) throw new Error(saved.message)
}

async function engineIsBack(): Promise<void> {
  await eventually(
    () => host.call('settings:choices'),
    ({ ok }) => ok
  )
}

beforeEach(async () => {
  if (stored().language !== null || stored().frozen !== null) await saveElsewhere({ language: null, frozen: false })
  await engineIsBack()
})

async function openSettings(viewport?: { width: number; height: number }): Promise<Page> {
  const page = await openManagerPage(browser, host, 'settings', viewport)
  // Stores and groups come from the engine.
  await page.waitForSelector('.settings-part [role=group] .choice')
  page.setDefaultTimeout(12_000)
  return page
}

/** Types into a field in place of what stands there, by the keyboard alone. */
async function retype(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).first().focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}

describe('the settings', () => {
  it.each([
    [1440, 900],
    [1024, 768]
  ])('stand on one page at %i x %i, and axe finds nothing', async (width, height) => {
    const page = await openSettings({ width, height })
    expect(await axeFindingsOn(page)).toEqual([])
    await keepManagerScreen(page, `settings-${width}`)
    for (const part of ['look', 'market', 'backup']) {
      await page.locator(`#part-${part}`).scrollIntoViewIfNeeded()
      await keepManagerScreen(page, `settings-${part}-${width}`)
    }
    // Nothing is wider than the window.
    expect(await page.evaluate(() => document.querySelector('.stage')?.scrollWidth ?? 0)).toBeLessThanOrEqual(
      width - 176
    )
    await page.close()
  })

  it('refuse a wrong value beside its field, and take a right one, by the keyboard alone', async () => {
    const page = await openSettings()
    await retype(page, 'Prices count as old after', '0')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.field-error:has-text("Choose a number from 1 to 10080")')
    const field = page.getByLabel('Prices count as old after', { exact: true })
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    expect(await axeFindingsOn(page)).toEqual([])
    await field.scrollIntoViewIfNeeded()
    await keepManagerScreen(page, 'settings-refused')
    await retype(page, 'Prices count as old after', '25')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.settings-saved:has-text("25 min")')
    expect(stored().staleAfterMinutes).toBe(25)
    await page.close()
  })

  it('keep what is half typed through a sync and a refresh', async () => {
    const page = await openSettings()
    await retype(page, 'Store colour', '#12')
    await host.engine().syncOnce(() => undefined)
    // The page's own next question, which it asks by itself.
    await page.waitForResponse((response) => /settings(:|%3A)read$/.test(response.url()), { timeout: 20_000 })
    expect(await page.getByLabel('Store colour', { exact: true }).inputValue()).toBe('#12')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
    await page.close()
  })

  it('tell who saves second what the first one changed, and keep what was typed', async () => {
    const page = await openSettings()
    await retype(page, 'Store colour', '#aa3300')
    await saveElsewhere({ staleAfterMinutes: 40 })
    await page.keyboard.press('Enter')
    await page.waitForSelector('.alert:has-text("Prices count as old after: 25 min, now 40 min")')
    await page.waitForFunction(() => {
      const { bottom = 0 } = document.querySelector('.alert')?.getBoundingClientRect() ?? {}
      return bottom > 0 && bottom <= window.innerHeight
    })
    await keepManagerScreen(page, 'settings-stale')
    expect(stored().storeColour).toBeNull()
    expect(await page.getByLabel('Store colour', { exact: true }).inputValue()).toBe('#aa3300')
    await engineIsBack()
    await page.getByLabel('Store colour', { exact: true }).press('Enter')
    await page.waitForSelector('.settings-saved:has-text("#aa3300")')
    expect(stored()).toMatchObject({ storeColour: '#aa3300', staleAfterMinutes: 40 })
    await page.close()
  })

  it('serve only chosen provinces, and never leave out the store of this machine', async () => {
    const page = await openSettings()
    const group = page.getByRole('group', { name: 'Provinces and states' })
    await group.getByText('Every province and state').click()
    await group.getByText('Ontario').click()
    await page.getByRole('button', { name: 'Save stores' }).click()
    await page.waitForSelector('.field-error:has-text("This would leave out")')
    await keepManagerScreen(page, 'settings-stores')
    await group.getByText('Saskatchewan').click()
    await page.getByRole('button', { name: 'Save stores' }).click()
    await page.waitForSelector('.settings-saved:has-text("Ontario, Saskatchewan")')
    expect(stored().markets).toEqual(['CA-ON', 'CA-SK'])
    await engineIsBack()
    const denver = await fetch(`${host.url}/api/boards/110503`)
    expect(denver.status).toBe(404)
    await saveElsewhere({ markets: null })
    await page.close()
  })
})

describe('a screen', () => {
  it('is added, set up, renamed and removed by the keyboard alone', async () => {
    const page = await openSettings()
    await retype(page, 'Name of a new screen', 'bar')
    await page.keyboard.press('Enter')
    await eventually(
      async () => Object.keys(stored().screens),
      (names) => names.includes('bar')
    )
    await engineIsBack()
    const trigger = page.getByRole('button', { name: 'bar', exact: true })
    await trigger.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /Theme/ }).focus()
    await page.keyboard.press('Enter')
    await page.waitForSelector('.popover [role=option]')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await retype(page, 'Looked at from', '99')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.field-error:has-text("0.3 to 50")')
    expect(await axeFindingsOn(page)).toEqual([])
    await page.getByLabel('Looked at from').scrollIntoViewIfNeeded()
    await keepManagerScreen(page, 'settings-screen')
    await retype(page, 'Looked at from', '4')
    await retype(page, 'Name', 'counter')
    await page.keyboard.press('Enter')
    await eventually(
      async () => stored().screens['counter'] ?? null,
      (screen) => screen?.theme === 'light' && screen.distanceMetres === 4
    )
    expect(Object.keys(stored().screens)).toEqual(['counter'])
    await engineIsBack()
    await page.getByRole('button', { name: 'counter', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Remove screen counter' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForSelector('text=Screen counter shows the defaults then')
    await page.keyboard.press('Enter')
    await eventually(
      async () => Object.keys(stored().screens).length,
      (count) => count === 0
    )
    await page.close()
  })
})

describe('a board meanwhile', () => {
  it('never goes blank when settings are saved, and takes them up', async () => {
    await engineIsBack()
    const board = await browser.newPage({ viewport: { width: 1280, height: 720 } })
    await board.goto(`${host.url}/boards/${REGINA}`)
    await board.waitForSelector('.board .jar, .board .shelf')
    await board.evaluate(() => {
      const seen = window as unknown as { blanks: number; looks: number }
      seen.blanks = 0
      seen.looks = 0
      const look = (): void => {
        seen.looks += 1
        if ((document.querySelector('.board')?.textContent ?? '').length < 200) seen.blanks += 1
        requestAnimationFrame(look)
      }
      look()
    })
    await saveElsewhere({ storeColour: '#7a1f5c' })
    await board.waitForFunction(() => {
      const spine = document.querySelector('.spine')
      return spine !== null && getComputedStyle(spine).backgroundColor === 'rgb(122, 31, 92)'
    })
    const { blanks, looks } = await board.evaluate(() => {
      const seen = window as unknown as { blanks: number; looks: number }
      return { blanks: seen.blanks, looks: seen.looks }
    })
    expect(looks).toBeGreaterThan(10)
    expect(blanks).toBe(0)
    await board.close()
  })

  it('stays when syncing is frozen, and says how old its prices are; thawed, it goes on', async () => {
    const page = await openSettings()
    const board = await browser.newPage({ viewport: { width: 1280, height: 720 } })
    await board.goto(`${host.url}/boards/${REGINA}`)
    await board.waitForSelector('.board .jar, .board .shelf')
    await page.getByRole('button', { name: 'Freeze syncing' }).click()
    await page.waitForSelector('.alert:has-text("Frozen since")')
    await keepManagerScreen(page, 'settings-frozen')
    await engineIsBack()
    expect(await host.call('health:read')).toMatchObject({ ok: true, answer: { status: 'frozen' } })
    expect(await host.call('home:today', REGINA)).toMatchObject({
      ok: true,
      answer: {
        wants: expect.arrayContaining([
          { words: expect.stringMatching(/^Frozen since/), detail: null, place: 'settings' }
        ])
      }
    })
    // As if it had been frozen for long: the age is an alert on the board, as it is offline.
    await saveElsewhere({ staleAfterMinutes: 1 })
    await board.waitForSelector('.age-stale', { timeout: 90_000 })
    expect(await board.locator('.age-stale').first().innerText()).toMatch(/Prices from .*please ask/)
    expect((await board.locator('main.board').innerText()).length).toBeGreaterThan(200)
    await page.getByRole('button', { name: 'Thaw: sync now' }).click()
    await eventually(
      async () => stored().frozen,
      (frozen) => frozen === null
    )
    await board.close()
    await page.close()
  }, 150_000)
})

describe('a backup', () => {
  it('is saved by the browser, and imported after a dry run that says what would change', async () => {
    await saveElsewhere({ staleAfterMinutes: 33, screens: { till: { theme: 'contrast' } } })
    await engineIsBack()
    const page = await openSettings()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save a backup' }).click()
    ])
    const file = join(host.dataDir, download.suggestedFilename())
    await download.saveAs(file)
    const text = readFileSync(file, 'utf8')
    expect(JSON.parse(text)).toMatchObject({
      kind: 'topshelf-backup',
      content: { settings: { staleAfterMinutes: 33 } }
    })
    await saveElsewhere({ staleAfterMinutes: 15, screens: { till: null } })
    await engineIsBack()

    const [cut] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Choose a backup to import' }).click()
    ])
    await cut.setFiles({ name: 'cut.json', mimeType: 'application/json', buffer: Buffer.from(text.slice(0, 200)) })
    await page.waitForSelector('.alert:has-text("damaged at line")')

    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Choose a backup to import' }).click()
    ])
    await chooser.setFiles(file)
    await page.waitForSelector('.settings-dry-run')
    const told = await page.locator('.settings-dry-run').innerText()
    expect(told).toContain('33 min')
    expect(told).toContain('Screen till')
    expect(stored().staleAfterMinutes).toBe(15)
    expect(await axeFindingsOn(page)).toEqual([])
    await page.locator('.settings-dry-run').scrollIntoViewIfNeeded()
    await keepManagerScreen(page, 'settings-import')
    await page.getByRole('button', { name: 'Import it now' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForSelector('text=The settings before are kept as')
    expect(stored()).toMatchObject({ staleAfterMinutes: 33, screens: { till: { theme: 'contrast' } } })
    await page.close()
  })
})

describe('the language', () => {
  it('is picked from those that the words are there in', async () => {
    const page = await openSettings()
    const field = page.getByRole('button', { name: /^Language|Language$/ }).first()
    await field.focus()
    await page.keyboard.press('Enter')
    await page.waitForSelector('[role=option]')
    expect(await page.getByRole('option').allInnerTexts()).toEqual([
      'As in the store’s country',
      'English (Canada)',
      'English (US)',
      'French (Canada)',
      'Spanish (US)',
      'Spanish (Mexico)'
    ])
    await keepManagerScreen(page, 'settings-language')
    await page.getByRole('option', { name: 'English (US)' }).click()
    await page.getByRole('button', { name: 'Save look and language' }).click()
    await eventually(
      async () => stored().language,
      (language) => language === 'en-US'
    )
    await page.close()
  })

  it('that is another stays, and is typed', async () => {
    await saveElsewhere({ language: 'en-GB' })
    await engineIsBack()
    const page = await openSettings()
    expect(await page.getByLabel('Language tag').inputValue()).toBe('en-GB')
    await retype(page, 'Language tag', 'en-AU')
    expect(await axeFindingsOn(page)).toEqual([])
    await page.keyboard.press('Enter')
    await eventually(
      async () => stored().language,
      (language) => language === 'en-AU'
    )
    await page.close()
  })
})

describe('the settings speak', () => {
  it.each([
    ['fr-CA', 'Réglages', 'Choisissez un nombre de 1 à 10080.', 'Prix considérés vieux après'],
    ['es-US', 'Ajustes', 'Elija un número de 1 a 10080.', 'Los precios se consideran viejos después de']
  ])('%s', async (language, title, refusal, label) => {
    await saveElsewhere({ language })
    await engineIsBack()
    const page = await openManagerPage(browser, host, 'settings', { width: 1024, height: 768 })
    await page.waitForSelector(`h1:has-text("${title}")`)
    await page.waitForSelector('#part-backup')
    await retype(page, label, 'x')
    await page.keyboard.press('Enter')
    await page.waitForSelector(`.field-error:has-text("${refusal}")`)
    expect(await axeFindingsOn(page)).toEqual([])
    await keepManagerScreen(page, `settings-${language}`)
    await page.close()
  })
})

it('does not leave the settings file other than it should be', () => {
  const { settings } = loadSettings(host.dataDir)
  expect(saveSettings(host.dataDir, settings)).toEqual({ ok: true })
})
