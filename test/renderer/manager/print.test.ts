import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PrintHost } from '../../../src/main/manager/print-handlers.ts'
import { loadSettings, saveSettings } from '../../../src/main/settings/settings-file.ts'
import { pageTextsOf, type PageText } from '../../main/print/pdf-text.ts'
import { builtRenderer } from '../renderer-build.ts'
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
let listening: ReturnType<PrintHost['listening']> = null

beforeAll(async () => {
  const rendererDir = await builtRenderer()
  host = await startManagerHost(
    rendererDir,
    { kind: 'demo' },
    {},
    { print: { listening: () => listening, addresses: () => ['192.168.1.20'], savePdf: null } }
  )
  browser = await launchChromium()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await host?.close()
})

async function openPrint(): Promise<{ readonly page: Page; readonly faults: readonly string[] }> {
  const page = await openManagerPage(browser, host, 'print?store=110501')
  const faults: string[] = []
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on('pageerror', (error) => faults.push(error.message))
  await page.waitForSelector('.print-sheet')
  return { page, faults }
}

/** Tabs until the focus is on what is asked for. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not reach ${selector}`)
}

async function pdfAfter(page: Page, press: () => Promise<void>): Promise<{ name: string; pages: readonly PageText[] }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  return { name: download.suggestedFilename(), pages: pageTextsOf(readFileSync(await download.path())) }
}

describe('printing, by the keyboard alone', () => {
  it(
    'chooses cards of one class, and saves them as a PDF with the prices of the board',
    { timeout: 60_000 },
    async () => {
      listening = { host: '0.0.0.0', port: 4747 }
      const { page, faults } = await openPrint()
      await keepManagerScreen(page, 'print')
      await tabTo(page, 'input[type=radio][value="price-list"]')
      await page.keyboard.press('ArrowDown')
      await tabTo(page, 'input[type=radio][value="everything"]')
      for (const _ of ['promotion', 'screen', 'classes']) await page.keyboard.press('ArrowDown')
      await page.waitForSelector('.field-error:has-text("Choose at least one class")')
      expect(await page.getByRole('button', { name: 'Save shelf cards as PDF' }).isDisabled()).toBe(true)
      await tabTo(page, 'input[type=checkbox][value="Topicals"]')
      await page.keyboard.press('Space')
      await page.waitForSelector('.print-facts:has-text("on 2 pages")')
      await page.waitForSelector('.print-sheet text:has-text("Shelf cards")')
      expect(await axeFindingsOn(page)).toEqual([])
      await keepManagerScreen(page, 'print-cards')
      await tabTo(page, '.print-save button')
      const { name, pages } = await pdfAfter(page, () => page.keyboard.press('Enter'))
      expect(name).toMatch(/^tern-timber-regina-shelf-cards-\d{4}-\d\d-\d\d\.pdf$/)
      expect(pages).toHaveLength(2)
      await page.waitForSelector(`[role=status]:has-text("${name}")`)
      // What the page showed beforehand is what was printed.
      const shown = await page.locator('.print-sheet text').allTextContents()
      const amounts = (texts: readonly string[]): readonly string[] => texts.filter((text) => /^\$\d/.test(text))
      expect(amounts(shown).length).toBeGreaterThan(7)
      expect(amounts(pages[0]?.texts ?? [])).toEqual(amounts(shown))
      expect(faults).toEqual([])
      await page.close()
    }
  )

  it('says beside each choice how many products it prints, also in a small window', async () => {
    const page = await openManagerPage(browser, host, 'print?store=110501', { width: 1280, height: 720 })
    await page.waitForSelector('.print-sheet')
    const soldOut = page.locator('label.choice', { hasText: 'Sold-out products too' })
    const numberIn = (text: string): number => Number(/\((\d+)\)/.exec(text)?.[1])
    for (const what of ['everything', 'promotion', 'screen'])
      for (const presses of [0, 1]) {
        const choice = page.locator(`label.choice:has(input[value="${what}"])`)
        await choice.click()
        if (presses > 0) await soldOut.click()
        await page.waitForFunction(() => document.querySelector('.print-sheet')?.getAttribute('aria-busy') === 'false')
        const products = numberIn(await choice.innerText())
        expect(products).toBeGreaterThan(50)
        expect(await page.locator('.print-facts').innerText()).toMatch(new RegExp(`^${products} products `))
        if (presses > 0) await soldOut.click()
      }
    const save = await page.getByRole('button', { name: 'Save price list as PDF' }).boundingBox()
    expect((save?.y ?? 720) + (save?.height ?? 0)).toBeLessThanOrEqual(720)
    await keepManagerScreen(page, 'print-1280')
    await page.close()
  })

  it('turns the pages of the preview', async () => {
    const { page } = await openPrint()
    await tabTo(page, '.print-pages button:not([disabled])')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.print-pages [role=status]:has-text("Page 2 of")')
    await page.waitForSelector('.print-sheet text:has-text("Page 2 of")')
    await page.close()
  })
})

describe('a menu', () => {
  it('says on the page and beside it what has no room', { timeout: 60_000 }, async () => {
    const { page } = await openPrint()
    await page.locator('label.choice:has(input[value="menu"])').click()
    await page.waitForSelector('.print-notes:has-text("have no room on the page")')
    await page.waitForSelector('.print-sheet text:has-text("more: ask us")')
    await keepManagerScreen(page, 'print-menu')
    const { pages } = await pdfAfter(page, () => page.getByRole('button', { name: 'Save menu as PDF' }).click())
    expect(pages).toHaveLength(1)
    expect(pages[0]?.all).toMatch(/and \d+ more: ask us/)
    expect(pages[0]?.all).toMatch(/Prices as of .*202\d/)
    await page.close()
  })
})

describe('the code for shoppers’ phones', () => {
  it('is shown with its address where phones reach the boards', async () => {
    listening = { host: '0.0.0.0', port: 4747 }
    const { page } = await openPrint()
    await page.getByRole('img', { name: 'Code that opens http://192.168.1.20:4747/boards/110501?phone=1' }).waitFor()
    await page.close()
  })

  it(
    'is not where they cannot: the page says how to change that, and takes an address',
    { timeout: 60_000 },
    async () => {
      listening = { host: '127.0.0.1', port: 4747 }
      const { page, faults } = await openPrint()
      await page.waitForSelector('.no-phones:has-text("npm run serve -- --host 0.0.0.0")')
      expect(await page.locator('.phone-code').count()).toBe(0)
      await tabTo(page, '.phone-address input')
      await page.keyboard.type('menu.example')
      await page.keyboard.press('Enter')
      await page.waitForSelector('.field-error:has-text("That is no web address")')
      expect(await axeFindingsOn(page)).toEqual([])
      await keepManagerScreen(page, 'print-no-phones')
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type('https://menu.example')
      await page.keyboard.press('Enter')
      await page.getByRole('img', { name: 'Code that opens https://menu.example/boards/110501?phone=1' }).waitFor()
      expect(await axeFindingsOn(page)).toEqual([])
      await tabTo(page, '.phone-actions button:last-child')
      await page.keyboard.press('Enter')
      await page.waitForSelector('.no-phones')
      expect(faults).toEqual([])
      await page.close()
    }
  )
})

describe('in the other languages', () => {
  it.each([
    ['fr-CA', 'Imprimer', 'Enregistrer la liste de prix en PDF', 'Prix en date du'],
    ['es-US', 'Imprimir', 'Guardar la lista de precios en PDF', 'Precios del']
  ])('%s', { timeout: 60_000 }, async (language, title, save, asOf) => {
    const { settings } = loadSettings(host.dataDir)
    saveSettings(host.dataDir, { ...settings, language })
    const { page } = await openPrint()
    await page.getByRole('heading', { name: title, level: 1 }).waitFor()
    await page.getByRole('button', { name: save }).waitFor()
    // The engine speaks the language it was started with; the print is asked for in this one.
    await page.locator('.print-picks .select button').last().click()
    await page.getByRole('option', { name: language === 'fr-CA' ? 'Français' : 'Español' }).click()
    await page.waitForSelector(`.print-sheet text:has-text("${asOf}")`)
    expect(await axeFindingsOn(page)).toEqual([])
    await keepManagerScreen(page, `print-${language}`)
    saveSettings(host.dataDir, { ...settings, language: null })
    await page.close()
  })
})
