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
  chooseByKey,
  keepManagerScreen,
  openManagerPage,
  pressByKey,
  startManagerHost,
  tabTo,
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
  await tabTo(page.getByLabel(label, { exact: true }).first())
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

  it('name every wrong value beside its own field', async () => {
    const page = await openSettings()
    await retype(page, 'Prices count as old after', '0')
    await retype(page, 'Store colour', 'green')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.field-error:has-text("Choose a number from 1 to 10080")')
    await page.waitForSelector('.field-error:has-text("such as #1d5a46")')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true')
    await keepManagerScreen(page, 'settings-both-refused')
    await page.close()
  })

  it('refuse letters in a field of numbers once it is left, and take a comma for a point', async () => {
    const page = await openSettings()
    await retype(page, 'Prices count as old after', 'soon')
    expect(await page.locator('.field-error').count()).toBe(0)
    await page.keyboard.press('Tab')
    await page.waitForSelector('.field-error:has-text("Choose a number from 1 to 10080")')
    expect(await page.getByLabel('Prices count as old after', { exact: true }).inputValue()).toBe('soon')
    await retype(page, 'Prices count as old after', '7,5')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.settings-saved:has-text("7.5 min")')
    expect(stored().staleAfterMinutes).toBe(7.5)
    await saveElsewhere({ staleAfterMinutes: 25 })
    await page.close()
  })

  it.each([
    [1440, 900],
    [1280, 720],
    [1024, 768]
  ])('say that they are saved where the button is, at %i x %i', async (width, height) => {
    const page = await openSettings({ width, height })
    await retype(page, 'Store colour', '#203040')
    const button = page.getByRole('button', { name: 'Save look and language' })
    // At the lower edge of the window, where nothing below it is in sight.
    await button.evaluate((element) => element.scrollIntoView({ block: 'end' }))
    await button.click()
    await page.waitForSelector('.settings-saved:has-text("Saved")')
    const isInSight = (): Promise<boolean> =>
      page.evaluate(() => {
        const { top = 0, bottom = 0 } = document.querySelector('.settings-saved p')?.getBoundingClientRect() ?? {}
        return top >= 0 && bottom > 0 && bottom <= window.innerHeight
      })
    await expect.poll(isInSight).toBe(true)
    await keepManagerScreen(page, `settings-saved-${width}`)
    await saveElsewhere({ storeColour: null })
    await page.close()
  })

  it('ask for no store of this machine where all screens are browsers', async () => {
    const before = stored()
    saveSettings(host.dataDir, { ...before, locationId: null })
    const page = await openSettings()
    expect(await page.getByText('Only these stores').count()).toBe(0)
    expect(await page.getByText('Every store there').count()).toBe(1)
    expect(await page.getByText('Screens of this machine show').count()).toBe(0)
    saveSettings(host.dataDir, before)
    await page.getByText('Screens of this machine show').waitFor({ timeout: 15_000 })
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
    await pressByKey(trigger)
    await pressByKey(page.getByRole('button', { name: /Theme/ }))
    await page.waitForSelector('.popover [role=option]')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await retype(page, 'Looked at from (metres)', '99')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.field-error:has-text("0.3 to 50 metres")')
    expect(await axeFindingsOn(page)).toEqual([])
    await page.getByLabel('Looked at from (metres)').scrollIntoViewIfNeeded()
    await keepManagerScreen(page, 'settings-screen')
    await retype(page, 'Looked at from (metres)', '4')
    await retype(page, 'Name', 'counter')
    await page.keyboard.press('Enter')
    await eventually(
      async () => stored().screens['counter'] ?? null,
      (screen) => screen?.theme === 'light' && screen.distanceMetres === 4
    )
    expect(Object.keys(stored().screens)).toEqual(['counter'])
    await engineIsBack()
    await pressByKey(page.getByRole('button', { name: 'counter', exact: true }))
    await pressByKey(page.getByRole('button', { name: 'Remove screen counter' }))
    await page.waitForSelector('text=Screen counter shows the defaults then')
    await page.keyboard.press('Enter')
    await eventually(
      async () => Object.keys(stored().screens).length,
      (count) => count === 0
    )
    await page.close()
  })
})

describe('a screen that is not on', () => {
  it('is set by its name in all that the Screens view sets, with every wrong value beside its field', async () => {
    await saveElsewhere({ screens: { shelf: { set: { kind: 'shelf', shelfId: 26 } } } })
    await engineIsBack()
    for (const width of [1440, 1280, 1024]) {
      const page = await openSettings({ width, height: 800 })
      await page.getByRole('button', { name: 'shelf', exact: true }).click()
      await page.locator('.screen-fields').first().scrollIntoViewIfNeeded()
      await keepManagerScreen(page, `settings-screen-${width}`)
      expect(await page.evaluate(() => document.querySelector('.stage')?.scrollWidth ?? 0)).toBeLessThanOrEqual(
        width - 176
      )
      await page.close()
    }
    const page = await openSettings()
    await page.getByRole('button', { name: 'shelf', exact: true }).click()
    await retype(page, 'Size (inches)', 'wide')
    await retype(page, 'Looked at from (metres)', '99')
    await retype(page, '“Last few” below', 'some')
    await page.keyboard.press('Enter')
    for (const right of ['from 7 to 200', '0.3 to 50 metres, which is 1 to 164 feet', 'a quantity such as 5 or 3.5'])
      await page.waitForSelector(`.field-error:has-text("${right}")`)
    expect(stored().screens['shelf']).toMatchObject({ diagonalInches: 55, lastFewBelow: null })
    await keepManagerScreen(page, 'settings-screen-refused')
    await retype(page, 'Size (inches)', '43')
    await retype(page, 'Looked at from (metres)', '2,5')
    await retype(page, '“Last few” below', '4')
    const choose = async (label: string, option: string): Promise<void> => {
      await page.locator('.screen-fields .picker', { hasText: label }).first().locator('button').click()
      await page.getByRole('option', { name: option, exact: true }).click()
    }
    await choose('What it shows', 'Some classes')
    await tabTo(page.getByRole('checkbox', { name: /^Flower/ }).first())
    await page.keyboard.press('Space')
    await choose('How it hangs', 'Upright, turned to the left')
    await choose('While the store is closed', 'Dimmed')
    expect(await axeFindingsOn(page)).toEqual([])
    await page.getByRole('button', { name: 'Save screen shelf' }).click()
    await eventually(
      async () => stored().screens['shelf'] ?? null,
      (screen) => screen?.diagonalInches === 43
    )
    expect(stored().screens['shelf']).toMatchObject({
      distanceMetres: 2.5,
      lastFewBelow: '4',
      set: { kind: 'classifications', paths: [['Flower']] },
      orientation: 'portrait-left',
      outsideHours: 'dim'
    })
    await engineIsBack()
    await saveElsewhere({ screens: { shelf: null } })
    await engineIsBack()
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
    await pressByKey(page.getByRole('button', { name: 'Freeze syncing' }))
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
    await pressByKey(page.getByRole('button', { name: 'Thaw: sync now' }))
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
      pressByKey(page.getByRole('button', { name: 'Save a backup' }))
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

    const choose = page.getByRole('button', { name: 'Choose a backup to import' })
    await chooseByKey(choose, {
      name: 'cut.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text.slice(0, 200))
    })
    await page.waitForSelector('.alert:has-text("damaged at line")')
    await chooseByKey(choose, file)
    await page.waitForSelector('.settings-dry-run')
    const told = await page.locator('.settings-dry-run').innerText()
    expect(told).toContain('33 min')
    expect(told).toContain('Screen till')
    expect(stored().staleAfterMinutes).toBe(15)
    expect(await axeFindingsOn(page)).toEqual([])
    await page.locator('.settings-dry-run').scrollIntoViewIfNeeded()
    await keepManagerScreen(page, 'settings-import')
    await pressByKey(page.getByRole('button', { name: 'Import it now' }))
    await page.waitForSelector('text=The settings before are kept as')
    expect(stored()).toMatchObject({ staleAfterMinutes: 33, screens: { till: { theme: 'contrast' } } })
    await page.close()
  })
})

describe('the language', () => {
  it('is picked from those that the words are there in', async () => {
    const page = await openSettings()
    const field = page.getByRole('button', { name: /^Language|Language$/ }).first()
    await pressByKey(field)
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
