import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { loadSettings } from '../../../src/main/settings/settings-file.ts'
import { SCREENS } from '../built-page.ts'
import { builtRenderer } from '../renderer-build.ts'
import { launchChromium } from '../chromium.ts'
import {
  axeFindingsOn,
  chooseScreenByKey,
  keepManagerScreen,
  openManagerPage,
  pressByKey,
  startManagerHost,
  tabTo,
  type ManagerHost
} from './manager-host.ts'

const HAMILTON = 110502
const LIST = { timeout: 20_000 }

let browser: Browser
let rendererDir: string
let host: ManagerHost
const contexts: BrowserContext[] = []
const faults: string[] = []

beforeAll(async () => {
  rendererDir = await builtRenderer()
  host = await startManagerHost(rendererDir, { kind: 'demo' }, { locationId: HAMILTON, language: 'en-CA' })
  browser = await launchChromium()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await host?.close()
})
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close()
  const reply = await host.call('screens:list')
  for (const { id, kind } of reply.ok ? reply.answer.screens : [])
    if (kind === 'paired') await host.call('screens:unpair', id)
  expect(faults.splice(0)).toEqual([])
})

/** A television's browser: what it keeps is its own. */
async function openTelevision(path: string, viewport = { width: 1280, height: 720 }): Promise<Page> {
  const context = await browser.newContext({ viewport })
  contexts.push(context)
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(String(error)))
  await page.goto(`${host.url}${path}`)
  return page
}

async function openScreensView(viewport = { width: 1440, height: 900 }, to: ManagerHost = host): Promise<Page> {
  const context = await browser.newContext()
  contexts.push(context)
  return openManagerPage(browser, to, 'screens', viewport).then((page) => {
    page.on('pageerror', (error) => faults.push(String(error)))
    contexts.push({ close: () => page.close() } as unknown as BrowserContext)
    return page
  })
}

async function codeOn(page: Page): Promise<string> {
  await page.waitForSelector('.pair-code')
  return (await page.locator('.pair-code').textContent()) ?? ''
}

/** Pairs the browser by the keyboard alone, from the manager's page. */
async function pairByKeyboard(manager: Page, code: string, name: string): Promise<void> {
  await pressByKey(manager.getByRole('button', { name: 'Pair a browser' }))
  await manager.waitForSelector('.modal input')
  // This host listens on loopback, where no television comes.
  await manager.getByText('Only browsers on this machine reach that address.').waitFor()
  await manager.keyboard.type(code)
  await manager.keyboard.press('Tab')
  await manager.keyboard.type(name)
  // The store is known once an engine runs: the test before may have had another one started.
  await manager.waitForSelector('.modal .picker button:has-text("Tern & Timber")', LIST)
  await manager.keyboard.press('Enter')
  await manager.waitForSelector('.modal', { state: 'detached', timeout: 20_000 })
}

describe('the screens of a store', () => {
  it('stand side by side with their very boards, and are clean for axe at both sizes', async () => {
    await openTelevision(`/boards/${HAMILTON}?screen=till&set=class:Flower`, { width: 1920, height: 1080 })
    await openTelevision(`/boards/${HAMILTON}?theme=light&set=class:Vapes`, { width: 1080, height: 1920 })
    for (const [viewport, name] of [
      [{ width: 1440, height: 900 }, 'screens-1440'],
      [{ width: 1280, height: 720 }, 'screens-1280'],
      [{ width: 1024, height: 768 }, 'screens-1024']
    ] as const) {
      const manager = await openScreensView(viewport)
      await expect.poll(() => manager.locator('.wall-screen').count(), LIST).toBe(2)
      await manager.waitForSelector('.thumbnail .board[data-page]', LIST)
      await expect.poll(() => manager.locator('.thumbnail .board [data-item]').count(), LIST).toBeGreaterThan(5)
      await manager.getByRole('option', { name: /till/ }).click()
      await manager.waitForSelector('.screen-form')
      await keepManagerScreen(manager, name)
      expect(await axeFindingsOn(manager)).toEqual([])
    }
  })

  it('show the page that is on the screen, and follow it', async () => {
    const television = await openTelevision(`/boards/${HAMILTON}?dwell=3000&set=class:Flower`)
    await television.waitForSelector('main.board[data-revision]')
    expect(Number(await television.getAttribute('main.board', 'data-pages'))).toBeGreaterThan(1)
    const manager = await openScreensView()
    const pages = new Set<string | null>()
    await expect
      .poll(
        async () => {
          pages.add(await manager.locator('.thumbnail .board').getAttribute('data-page'))
          return pages.size
        },
        { timeout: 25_000, interval: 500 }
      )
      .toBeGreaterThan(1)
  })
})

describe('a browser without a board', () => {
  it('shows a code, is paired by the keyboard alone, and finds the same board again', async () => {
    const television = await openTelevision('/pair')
    const code = await codeOn(television)
    await television.screenshot({ path: join(SCREENS, 'pair-code.png') })
    const manager = await openScreensView()
    await pressByKey(manager.getByRole('button', { name: 'Pair a browser' }))
    await manager.waitForSelector('.modal input')
    expect(await axeFindingsOn(manager)).toEqual([])
    // A wrong one first: refused beside the field, and nothing typed is lost.
    await manager.keyboard.type('12')
    await manager.keyboard.press('Tab')
    await manager.keyboard.type('Front window')
    await manager.keyboard.press('Enter')
    await manager.waitForSelector('.modal .field-error:has-text("six letters and figures")')
    await keepManagerScreen(manager, 'screens-pair-refused')
    expect(await manager.getByLabel('Name').inputValue()).toBe('Front window')
    await manager.keyboard.press('Escape')
    await manager.waitForSelector('.modal', { state: 'detached' })

    await pairByKeyboard(manager, code, 'Front window')
    await television.waitForSelector('main.board[data-revision]', { timeout: 30_000 })
    expect(new URL(television.url()).pathname).toBe('/pair')
    await expect.poll(() => manager.locator('.screen-panel h2').textContent(), LIST).toContain('Front window')
    await manager.waitForSelector('.thumbnail .board[data-page]', LIST)
    await keepManagerScreen(manager, 'screens-paired')
    // That it goes to its board is said until it is there, and not again when it has been away.
    await expect.poll(() => manager.locator('.screens-actions .screen-said').innerText(), LIST).toBe('')

    // Loaded anew, and gone and back: the same board, by its own identity.
    await television.reload()
    await television.waitForSelector('main.board[data-revision]', { timeout: 30_000 })
    const { id } = (await pairedScreens())[0]!
    const context = television.context()
    await television.close()
    await expect.poll(async () => (await pairedScreens())[0], LIST).toMatchObject({ id, isOn: false })
    await manager.waitForSelector('.screen-problems:has-text("Its page is closed")', LIST)
    await keepManagerScreen(manager, 'screens-away')
    expect(await manager.locator('.screens-actions .screen-said').innerText()).toBe('')
    expect(await axeFindingsOn(manager)).toEqual([])
    const back = await context.newPage()
    await back.goto(`${host.url}/pair`)
    await back.waitForSelector('main.board[data-revision]', { timeout: 30_000 })
    await expect
      .poll(async () => (await pairedScreens())[0], LIST)
      .toMatchObject({ id, isOn: true, name: 'Front window' })

    // Unpaired, it shows a code again. Whoever thinks better of it is where they were.
    const unpair = manager.getByRole('button', { name: 'Unpair', exact: true })
    await pressByKey(unpair)
    const isAtHand = (name: string): Promise<boolean> =>
      manager.getByRole('button', { name, exact: true }).evaluate((button) => button === document.activeElement)
    await expect.poll(() => isAtHand('Unpair it for good')).toBe(true)
    await pressByKey(manager.getByRole('button', { name: 'Keep it' }))
    await expect.poll(() => isAtHand('Unpair')).toBe(true)
    await manager.keyboard.press('Enter')
    await expect.poll(() => isAtHand('Unpair it for good')).toBe(true)
    await manager.keyboard.press('Enter')
    await back.waitForSelector('.pair-code', { timeout: 30_000 })
  })

  it('has a way from the list of boards', async () => {
    const television = await openTelevision('/')
    await television.getByRole('link', { name: /Pair/ }).click()
    await codeOn(television)
  })
})

describe('two paired browsers of one board', () => {
  it('show one menu between them, which nobody else can join; saved, they are away for no moment', async () => {
    const manager = await openScreensView()
    const televisions: Page[] = []
    for (const name of ['Left', 'Right']) {
      const television = await openTelevision('/pair')
      await pairByKeyboard(manager, await codeOn(television), name)
      await television.waitForSelector('main.board[data-revision]', { timeout: 30_000 })
      televisions.push(television)
    }
    const shows = async (): Promise<readonly string[]> => (await pairedScreens()).map(({ facts }) => facts?.shows ?? '')
    for (const { id } of await pairedScreens()) await host.call('screens:change', id, { board: 'wall' })
    await expect.poll(shows, LIST).toEqual(['The whole menu, part 1 of 2', 'The whole menu, part 2 of 2'])
    const other = await openTelevision(`/boards/${HAMILTON}?board=wall&screen=Middle`)
    await other.waitForSelector('main.board[data-revision]')
    await expect.poll(async () => (await listed()).length, LIST).toBe(3)
    expect(await shows()).toEqual(['The whole menu, part 1 of 2', 'The whole menu, part 2 of 2'])

    const before = (await listed()).map(({ number, name }) => [number, name])
    const changed = await host.call('screens:change', (await pairedScreens())[0]!.id, { settings: { theme: 'light' } })
    expect(changed).toMatchObject({ ok: true })
    const state = { isDone: false }
    const followed = televisions[0]!
      .waitForSelector('main.board[data-theme=light]', { timeout: 30_000 })
      .finally(() => (state.isDone = true))
    // Asked all the while: none is away, and none is another one.
    const looks: unknown[] = []
    while (!state.isDone) {
      const screens = await listed()
      await manager.waitForTimeout(100)
      looks.push([
        screens.every(({ isOn, facts }) => isOn && facts !== null),
        screens.map((one) => [one.number, one.name])
      ])
    }
    await followed
    expect(looks.length).toBeGreaterThan(3)
    for (const look of looks) expect(look).toEqual([true, before])
  }, 120_000)
})

describe('one screen', () => {
  it('shows its number where it is asked to, and the others nothing; loads anew alone', async () => {
    const left = await openTelevision(`/boards/${HAMILTON}?screen=left`)
    const right = await openTelevision(`/boards/${HAMILTON}?screen=right`)
    for (const page of [left, right]) await page.waitForSelector('main.board[data-revision]')
    const manager = await openScreensView()
    const option = manager.getByRole('option', { name: /right/ })
    await option.waitFor()
    await chooseScreenByKey(manager, /right/)
    const number = (await option.locator('.wall-number').textContent()) ?? ''
    await pressByKey(manager.getByRole('button', { name: 'Show its number on it' }))
    await right.waitForSelector(`[data-identity="${number}"]`)
    await right.screenshot({ path: join(SCREENS, 'screen-identity.png') })
    expect(await right.locator('.screen-identity').textContent()).toContain('right')
    expect(await left.locator('.screen-identity').count()).toBe(0)
    await right.waitForSelector('.screen-identity', { state: 'detached', timeout: 15_000 })

    await left.evaluate(() => Object.assign(window, { mark: 1 }))
    await right.evaluate(() => Object.assign(window, { mark: 1 }))
    await pressByKey(manager.getByRole('button', { name: 'Load its page anew' }))
    await right.waitForFunction(() => !('mark' in window), undefined, { timeout: 20_000 })
    await right.waitForSelector('main.board[data-revision]')
    expect(await left.evaluate(() => 'mark' in window)).toBe(true)
  })

  it('becomes a kiosk to be touched by its form, with an idle time of its own', async () => {
    const television = await openTelevision('/pair')
    const manager = await openScreensView()
    await pairByKeyboard(manager, await codeOn(television), 'Till')
    await television.waitForSelector('main.board[data-revision]', { timeout: 30_000 })
    await manager.waitForSelector('.screen-form')
    const idle = manager.locator('.screen-form').getByRole('textbox', { name: /Back to the start after/ })
    expect(await idle.count()).toBe(0)
    await pressByKey(manager.locator('.screen-form .picker', { hasText: 'Used as' }).first().locator('button'))
    await manager.waitForSelector('.popover [role=option]')
    await manager.keyboard.type('a kiosk')
    await manager.keyboard.press('Enter')
    await tabTo(idle)
    await manager.keyboard.press('ControlOrMeta+A')
    await manager.keyboard.type('5')
    await pressByKey(manager.getByRole('button', { name: 'Save and show it so' }))
    await manager.waitForSelector('.screen-form .field-error:has-text("from 15 to 600")', LIST)
    await tabTo(idle)
    await manager.keyboard.press('ControlOrMeta+A')
    await manager.keyboard.type('90')
    await pressByKey(manager.getByRole('button', { name: 'Save and show it so' }))
    await manager.waitForSelector('.screen-said:has-text("Saved. The screen")', LIST)
    await keepManagerScreen(manager, 'screens-kiosk')
    await television.waitForSelector('main.kiosk[data-page=start]', { timeout: 30_000 })
    expect(loadSettings(host.dataDir).settings.screens['Till']).toMatchObject({ mode: 'kiosk', idleSeconds: 90 })
  })

  it('is changed by the keyboard alone, and a form half filled in survives what happens meanwhile', async () => {
    const television = await openTelevision('/pair')
    const manager = await openScreensView()
    await pairByKeyboard(manager, await codeOn(television), 'Bar')
    await television.waitForSelector('main.board[data-revision]', { timeout: 30_000 })
    await manager.waitForSelector('.screen-form')

    const name = manager.locator('.screen-form').getByLabel('Name')
    await tabTo(name)
    await manager.keyboard.press('ControlOrMeta+A')
    await manager.keyboard.type('Long bar')
    const choose = async (label: string, letters: string): Promise<void> => {
      await pressByKey(manager.locator('.screen-form .picker', { hasText: label }).first().locator('button'))
      await manager.waitForSelector('.popover [role=option]')
      await manager.keyboard.type(letters)
      await manager.keyboard.press('Enter')
      await manager.waitForSelector('.popover', { state: 'detached' })
    }
    await choose('Theme', 'Light')
    await choose('What it shows', 'Some')
    const flower = manager.getByRole('checkbox', { name: /^Flower/ }).first()
    await tabTo(flower)
    await manager.keyboard.press('Space')
    await choose('How it hangs', 'Upright, turned to the left')
    // The engine is another one, and the list was asked again many times.
    await host.restart()
    await manager.waitForTimeout(3000)
    expect(await name.inputValue()).toBe('Long bar')
    await keepManagerScreen(manager, 'screens-form')
    expect(await axeFindingsOn(manager)).toEqual([])

    // Refused beside the field, nothing saved.
    const size = manager.locator('.screen-form').getByRole('textbox', { name: /Size/ })
    await tabTo(size)
    await manager.keyboard.press('ControlOrMeta+A')
    await manager.keyboard.type('3')
    await pressByKey(manager.getByRole('button', { name: 'Save and show it so' }))
    await manager.waitForSelector('.screen-form .field-error:has-text("from 7 to 200")', LIST)
    await keepManagerScreen(manager, 'screens-form-refused')
    await tabTo(size)
    await manager.keyboard.press('ControlOrMeta+A')
    await manager.keyboard.type('43')
    await pressByKey(manager.getByRole('button', { name: 'Save and show it so' }))
    await manager.waitForSelector('.screen-said:has-text("Saved. The screen")', LIST)
    expect(loadSettings(host.dataDir).settings.screens['Long bar']).toMatchObject({
      theme: 'light',
      set: { kind: 'classifications', paths: [['Flower']] },
      orientation: 'portrait-left',
      diagonalInches: 43
    })
    // The television follows: light, upright, turned on its side.
    await television.waitForSelector('.screen[data-turn="90"] main.board.portrait[data-theme=light]', {
      timeout: 30_000
    })
    await television.screenshot({ path: join(SCREENS, 'screen-turned.png') })
    // Under its new name alone: the stream of the old one has ended.
    await expect.poll(async () => (await listed()).map(({ name: listedAs }) => listedAs), LIST).toEqual(['Long bar'])
    const box = await television.locator('.screen').boundingBox()
    expect(box).toEqual({ x: 0, y: 0, width: 1280, height: 720 })
    await expect.poll(() => manager.locator('.thumbnail .board.portrait').count(), LIST).toBe(1)
    await keepManagerScreen(manager, 'screens-turned')
  }, 90_000)

  it('says in feet what is kept in metres', async () => {
    await openTelevision(`/boards/${HAMILTON}?screen=feet`)
    const manager = await openScreensView()
    await manager.getByRole('option', { name: /feet/ }).click()
    expect(await manager.getByRole('textbox', { name: 'Looked at from (metres)' }).inputValue()).toBe('3')
    await manager.locator('.distance .picker button').click()
    await manager.getByRole('option', { name: 'feet', exact: true }).last().click()
    const feet = manager.getByRole('textbox', { name: 'Looked at from (feet)' })
    expect(await feet.inputValue()).toBe('9.84')
    await feet.fill('10')
    await feet.press('Tab')
    await manager.getByRole('button', { name: 'Save and show it so' }).click()
    await expect.poll(() => loadSettings(host.dataDir).settings.screens['feet']?.distanceMetres, LIST).toBe(3.048)
  })
})

describe('outside opening hours', () => {
  it('a screen that is set so goes dark with the close, is woken by a touch, and is on without known hours', async () => {
    const television = await openTelevision('/pair')
    const manager = await openScreensView()
    await pairByKeyboard(manager, await codeOn(television), 'Night')
    await television.waitForSelector('main.board[data-revision]', { timeout: 30_000 })
    const { id } = (await pairedScreens())[0]!
    // Closed now, whatever the time: open for a minute on the day that is farthest from today.
    const week = Array.from({ length: 7 }, (_, day) =>
      day === (new Date().getUTCDay() + 2) % 7 ? { opensAt: '12:00', closesAt: '12:01' } : null
    )
    expect(await host.call('screens:set-hours', HAMILTON, week)).toEqual({ ok: true, answer: null })
    await expect.poll(async () => (await host.call('stores:list')).ok, LIST).toBe(true)
    for (const outsideHours of ['dim', 'off'] as const) {
      expect(await host.call('screens:change', id, { settings: { outsideHours } })).toMatchObject({ ok: true })
      await television.waitForSelector(`[data-light=${outsideHours}]`, { state: 'attached', timeout: 30_000 })
      await television.screenshot({ path: join(SCREENS, `screen-${outsideHours}.png`) })
      await manager.waitForSelector('.thumbnail-light', LIST)
      // The board is there all the time: its prices go on being true.
      expect(await television.locator('main.board [data-item]').count()).toBeGreaterThan(0)
    }
    await keepManagerScreen(manager, 'screens-off')
    await television.mouse.click(600, 300)
    await television.waitForSelector('[data-light]', { state: 'detached' })
    await host.call('screens:set-hours', HAMILTON, null)
  }, 90_000)

  it('are chosen for each day by the keyboard, and a time that is none is refused beside it', async () => {
    const manager = await openScreensView()
    await pressByKey(manager.getByRole('button', { name: 'Opening hours' }))
    const monday = manager.getByLabel('Monday, opens at')
    await monday.waitFor()
    expect(await axeFindingsOn(manager)).toEqual([])
    await tabTo(monday)
    await manager.keyboard.press('ControlOrMeta+A')
    await manager.keyboard.type('8')
    await manager.keyboard.press('Enter')
    await manager.waitForSelector('.modal .field-error:has-text("Monday: write times")', LIST)
    await keepManagerScreen(manager, 'screens-hours')
    await tabTo(monday)
    await manager.keyboard.press('ControlOrMeta+A')
    await manager.keyboard.type('08:30')
    await manager.keyboard.press('Enter')
    await manager.waitForSelector('.modal', { state: 'detached', timeout: 20_000 })
    expect(loadSettings(host.dataDir).settings.openingHours[HAMILTON]?.[0]?.opensAt).toBe('08:30')
  })
})

describe('in the other languages', () => {
  it.each([
    ['fr-CA', 'Écrans', 'Jumeler un navigateur', 'Cet écran n’a pas encore de tableau'],
    ['es-US', 'Pantallas', 'Vincular un navegador', 'Esta pantalla aún no tiene tablero']
  ])(
    '%s',
    async (language, title, pair, page) => {
      const other = await startManagerHost(rendererDir, { kind: 'demo' }, { locationId: HAMILTON, language })
      const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
      try {
        const television = await context.newPage()
        await television.goto(`${other.url}/pair`)
        await codeOn(television)
        expect(await television.locator('h1').textContent()).toBe(page)
        const board = await context.newPage()
        await board.goto(`${other.url}/boards/${HAMILTON}?screen=bar`)
        await board.waitForSelector('main.board[data-revision]')
        const manager = await openScreensView({ width: 1440, height: 900 }, other)
        expect(await manager.locator('.stage > h1').textContent()).toBe(title)
        await manager.getByRole('option', { name: /bar/ }).click()
        await manager.waitForSelector('.thumbnail .board[data-page]', LIST)
        await keepManagerScreen(manager, `screens-${language}`)
        expect(await axeFindingsOn(manager)).toEqual([])
        await manager.getByRole('button', { name: pair }).click()
        await manager.waitForSelector('.modal input')
      } finally {
        await context.close()
        for (const one of contexts.splice(0)) await one.close()
        await other.close()
      }
    },
    60_000
  )
})

async function listed() {
  const reply = await host.call('screens:list')
  if (!reply.ok) throw new Error(reply.message)
  return reply.answer.screens
}

/** A browser of the test before may be expected back still. */
async function pairedScreens() {
  return (await listed()).filter(({ kind }) => kind === 'paired')
}
