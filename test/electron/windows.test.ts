import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { startDemoStore, type DemoStore } from '../../src/main/demo-store/demo-store.ts'
import {
  covaVariables,
  freePort,
  hamilton,
  hasOnePlainPrice,
  keepScreen,
  launchDesktop,
  type DesktopApp,
  tellSkipped
} from './desktop-app.ts'
import { openDummyDisplays } from './dummy-displays.ts'

/** A screen is missed within this, and given its part back. */
const WITHIN_MS = 5000
/** The window system takes its time. */
const SETTLES = { timeout: 20_000 }

const ends: (() => unknown)[] = []

afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

interface Shop {
  readonly store: DemoStore
  /** Where the app serves the machine's other screens. */
  readonly url: string
  readonly launch: (options: readonly string[], variables?: Readonly<Record<string, string>>) => Promise<DesktopApp>
}

/** A shop whose board shows some classes of Hamilton's menu, a page for five seconds unless the test says otherwise. */
async function openShop(
  classes: readonly string[],
  screen: Readonly<Record<string, unknown>> = {},
  settings: Readonly<Record<string, unknown>> = {}
): Promise<Shop> {
  const dataDir = mkdtempSync(join(tmpdir(), 'topshelf-windows-'))
  ends.push(() => rmSync(dataDir, { recursive: true, force: true }))
  const set = { kind: 'classifications', paths: classes.map((name) => [name]) }
  const displays = { set, dwellSeconds: 5, ...screen }
  writeFileSync(
    join(dataDir, 'settings.json'),
    JSON.stringify({
      version: 1,
      source: 'cova',
      locationId: hamilton.locationId,
      screens: { displays, default: displays },
      ...settings
    })
  )
  const store = await startDemoStore({ living: false })
  ends.push(() => store.close())
  const port = await freePort()
  return {
    store,
    url: `http://127.0.0.1:${port}`,
    launch: async (options, variables = {}) => {
      const app = await launchDesktop(
        { ...covaVariables(store, dataDir), TOPSHELF_SCREENS_PORT: String(port), ...variables },
        options
      )
      ends.push(() => app.close())
      return app
    }
  }
}

/** Every window's page once they show `menu` between them, by the part it shows: from left to right. */
async function windowsOf(app: DesktopApp, count: number): Promise<readonly Page[]> {
  await expect.poll(() => app.electron.windows().length, { timeout: 30_000 }).toBe(count)
  const pages = [...app.electron.windows()]
  for (const page of pages) await page.waitForSelector('main.board [data-item]', { timeout: 60_000 })
  for (const page of pages) await productsGivenTo(page)
  const partsNow = () => Promise.all(pages.map(givenTo))
  // The first shows all of it until the last is there.
  await expect
    .poll(async () => (await partsNow()).flat().toSorted((a, b) => orderOf(a) - orderOf(b)), SETTLES)
    .toEqual(menu)
  const firsts = await partsNow()
  return pages
    .map((page, index) => ({ page, first: firsts[index]?.[0] ?? '' }))
    .toSorted((a, b) => orderOf(a.first) - orderOf(b.first))
    .map(({ page }) => page)
}

let menu: readonly string[] = []

/** Where a product stands in the whole menu, as `menuOf` read it. */
function orderOf(productId: string): number {
  return menu.indexOf(productId)
}

declare global {
  interface Window {
    given?: readonly string[]
    turns?: number[]
  }
}

/** What a window's page was given to show, over its own bridge; from then on kept up to date with whole views. */
function productsGivenTo(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    delete window.given
    window.topshelf?.onBoardView((view) => (window.given = view.items.map(({ productId }) => productId)))
    const view = await window.topshelf?.boardReady()
    // What was pushed since is newer than the answer: another window may have come meanwhile.
    window.given ??= view?.items.map(({ productId }) => productId) ?? []
    return window.given
  })
}

function givenTo(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => window.given ?? [])
}

/** What stands on a window's pages, all of them seen as they turn. */
async function drawnOn(page: Page): Promise<readonly string[]> {
  const drawn = new Map<string, readonly string[]>()
  await expect
    .poll(
      async () => {
        const [at, pages, items] = await page.evaluate(() => {
          const { page: now, pages: all } = document.querySelector<HTMLElement>('main.board')!.dataset
          const sheet = document.querySelector('.sheet:not(.leaving)')!
          return [
            now ?? '',
            Number(all),
            [...sheet.querySelectorAll('[data-item]')].map((item) => item.getAttribute('data-item') ?? '')
          ] as const
        })
        drawn.set(at, items)
        return drawn.size === pages
      },
      { timeout: 60_000, interval: 200 }
    )
    .toBe(true)
  return [...new Set([...drawn.values()].flat())]
}

/** The menu that the store's board should have, in its order, from the engine that serves browsers as well. */
async function menuOf({ url }: Shop, classes: readonly string[]): Promise<readonly string[]> {
  const ask = async (): Promise<readonly { productId: string; classification: string[] }[]> => {
    const answer = await fetch(`${url}/api/boards/${hamilton.locationId}`).catch(() => null)
    return answer?.ok === true ? ((await answer.json()) as { items: [] }).items : []
  }
  await expect.poll(async () => (await ask()).length, { timeout: 60_000 }).toBeGreaterThan(300)
  return (await ask())
    .filter(({ classification }) => classes.includes(classification[0] ?? ''))
    .map(({ productId }) => productId)
}

describe('several windows of one machine', () => {
  const classes = ['Edibles', 'Concentrates']

  it('show one menu: nothing twice, nothing missing, and all turn their pages at one instant', async () => {
    const shop = await openShop(classes)
    const app = await shop.launch(['--windows=2'])
    menu = await menuOf(shop, classes)
    const [left, right] = (await windowsOf(app, 2)) as [Page, Page]
    expect([...(await givenTo(left)), ...(await givenTo(right))]).toEqual(menu)
    await keepScreen(left, 'windows-left')
    await keepScreen(right, 'windows-right')
    const drawn = await Promise.all([drawnOn(left), drawnOn(right)])
    expect(drawn.flat().toSorted()).toEqual([...menu].toSorted())
    expect(await left.getAttribute('main', 'data-pages')).not.toBe('1')

    for (const page of [left, right])
      await page.evaluate(() => {
        const turns: number[] = []
        window.turns = turns
        new MutationObserver(() => turns.push(Date.now())).observe(document.querySelector('main.board')!, {
          attributeFilter: ['data-page']
        })
      })
    const turnsOf = (page: Page): Promise<readonly number[]> => page.evaluate(() => window.turns ?? [])
    for (const page of [left, right])
      await expect.poll(async () => (await turnsOf(page)).length, { timeout: 45_000 }).toBeGreaterThanOrEqual(3)
    const [onLeft, onRight] = [await turnsOf(left), await turnsOf(right)]
    // Screens that turned by themselves would be seconds apart: they began at different times.
    for (const [index, atMs] of onRight.slice(0, 3).entries()) expect(Math.abs(atMs - onLeft[index]!)).toBeLessThan(500)
  })

  it('take the part of one whose page hangs, dies or is closed, and give it back', async () => {
    const shop = await openShop(classes)
    const app = await shop.launch(['--windows=2'])
    menu = await menuOf(shop, classes)
    const [left, right] = (await windowsOf(app, 2)) as [Page, Page]
    const parts = [await givenTo(left), await givenTo(right)]

    const hangs = right.evaluate(() => {
      // Missed by the other after four seconds, and loaded anew by its watch after eight.
      const untilMs = Date.now() + 6000
      while (Date.now() < untilMs);
    })
    await expect.poll(() => givenTo(left), { timeout: WITHIN_MS, interval: 100 }).toEqual(menu)
    await keepScreen(left, 'windows-other-hangs')
    await hangs
    await expect.poll(() => givenTo(left), { timeout: WITHIN_MS, interval: 100 }).toEqual(parts[0])
    // It has what was pushed while it hung to get through first.
    await expect.poll(() => givenTo(right), SETTLES).toEqual(parts[1])

    const seen = left.evaluate(
      (whole) =>
        new Promise<boolean>((resolve) => {
          window.topshelf?.onBoardView((view) => {
            if (view.items.length === whole) resolve(true)
          })
        }),
      menu.length
    )
    const url = right.url()
    await app.electron.evaluate(({ BrowserWindow }, title) => {
      // Windows in the order they were opened: the second is the right one.
      const window = BrowserWindow.getAllWindows().toSorted((a, b) => a.id - b.id)[1]
      if (window?.webContents.getURL() !== title) throw new Error('another window')
      window.webContents.forcefullyCrashRenderer()
    }, url)
    expect(await seen).toBe(true)
    // The page that died is loaded anew by itself, and has its part again.
    await expect.poll(() => givenTo(left), { timeout: 20_000 }).toEqual(parts[0])

    await app.electron.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()
        .toSorted((a, b) => a.id - b.id)[1]!
        .close()
    })
    await expect.poll(() => givenTo(left), { timeout: WITHIN_MS, interval: 100 }).toEqual(menu)
  })

  it('change prices at one instant, never one before the other', async () => {
    const onePageEach = ['Beverages', 'Topicals']
    const shop = await openShop(onePageEach, { dwellSeconds: 120 })
    const app = await shop.launch(['--windows=2'])
    menu = await menuOf(shop, onePageEach)
    const pages = await windowsOf(app, 2)
    const productIds = await Promise.all(
      pages.map(async (page) => {
        const productId = (await givenTo(page)).find((id) => hasOnePlainPrice(shop.store, id))
        expect(productId, 'a product with a single price on each window').toBeDefined()
        return productId!
      })
    )
    const cells = pages.map((page, index) => page.locator(`[data-product-id="${productIds[index]}"]`).first())
    const changedAt = pages.map((page, index) =>
      page.evaluate(
        (productId) =>
          new Promise<{ atMs: number; painted: readonly string[] }>((resolve) => {
            // Prices alone: the age below them goes on by itself, at the edge of a minute also just now.
            const pricesNow = (): string =>
              [...document.querySelectorAll('.sheet:not(.leaving) [data-product-id]')]
                .map((each) => each.textContent)
                .join('|')
            const painted = [pricesNow()]
            new MutationObserver((_mutations, observer) => {
              if (painted.at(-1) !== pricesNow()) painted.push(pricesNow())
              const cell = document.querySelector(`[data-product-id="${productId}"]`)
              if (cell?.textContent?.includes('88.88') !== true) return
              observer.disconnect()
              resolve({ atMs: Date.now(), painted })
            }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
          }),
        productIds[index]!
      )
    )
    for (const productId of productIds) shop.store.state.setPrice(productId, hamilton.locationId, '88.88')
    const changes = await Promise.all(changedAt)
    // One that had waited for the next question to the store would be a whole interval behind.
    expect(Math.abs(changes[0]!.atMs - changes[1]!.atMs)).toBeLessThan(900)
    // Each went from the old prices to the new in one state, with none between.
    expect(changes.map(({ painted }) => painted.length)).toEqual([2, 2])
    for (const cell of cells) expect(await cell.textContent()).toContain('88.88')
    for (const [index, page] of pages.entries()) await keepScreen(page, `windows-price-${index + 1}`)
  })

  it('report how long their pages take, and health says what would shorten it', async () => {
    const many = ['Flower', 'Vapes', 'Pre-rolls', 'Edibles', 'Accessories']
    const shop = await openShop(many, { dwellSeconds: 30 })
    const app = await shop.launch(['--windows=2'])
    menu = await menuOf(shop, many)
    const [left, right] = (await windowsOf(app, 2)) as [Page, Page]
    const told = async (): Promise<readonly string[]> => {
      const health = await fetch(`${shop.url}/api/health`)
      const { problems } = (await health.json()) as { problems: readonly { code: string; message: string }[] }
      return problems.filter(({ code }) => code === 'long-cycle').map(({ message }) => message)
    }
    const wordsOf = async (page: Page, name: string): Promise<string> => {
      const { pages, cycleSeconds } = await page.$eval('main.board', (main) => ({ ...(main as HTMLElement).dataset }))
      return `Screen ${name} at ${hamilton.name}: all ${pages} pages take ${cycleSeconds} s. `
    }
    // The cycle is another one once the host has called the first turn.
    await expect
      .poll(async () => {
        const both = [await wordsOf(left, 'display 1'), await wordsOf(right, 'display 2')]
        return (await told()).toSorted().map((message, index) => message.startsWith(both[index]!))
      }, SETTLES)
      .toEqual([true, true])
    for (const message of await told()) expect(message).toMatch(/ more screens?,? .*would bring it under 90 s$/)
    await right.close()
    await expect.poll(async () => (await told()).length, SETTLES).toBe(1)
  })

  it('ask for nothing but in the first one: the others wait, and show their board on while it is set up anew', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'topshelf-windows-'))
    ends.push(() => rmSync(dataDir, { recursive: true, force: true }))
    const app = await launchDesktop({ TOPSHELF_DATA_DIR: dataDir }, ['--windows=2'])
    ends.push(() => app.close())
    await expect.poll(() => app.electron.windows().length, { timeout: 30_000 }).toBe(2)
    const pages = app.electron.windows()
    await expect
      .poll(
        async () => (await Promise.all(pages.map((page) => page.getByRole('button').count()))).filter(Boolean).length
      )
      .toBe(1)
    const asks = await Promise.all(pages.map((page) => page.getByRole('button').count()))
    const first = pages[asks.findIndex((count) => count > 0)]!
    const other = pages.find((page) => page !== first)!
    expect(await other.getAttribute('main', 'data-state')).toBe('connecting')
    await keepScreen(other, 'windows-waiting')
    const refusal = await other.evaluate(() => window.topshelf?.useDemo().catch((error: Error) => error.message))
    expect(refusal).toContain('refused')

    await first.getByRole('button', { name: 'Use the demo store' }).click()
    await first.getByRole('button', { name: hamilton.name }).click()
    for (const page of pages) await page.waitForSelector('main.board [data-item]')
    await app.electron.evaluate(({ BrowserWindow }) => {
      const [second] = BrowserWindow.getAllWindows().toSorted((a, b) => b.id - a.id)
      second!.webContents.sendInputEvent({ type: 'keyDown', keyCode: 'S', modifiers: ['control', 'shift'] })
    })
    await first.getByRole('button', { name: 'Use the demo store' }).waitFor()
    expect(await other.locator('main.board [data-item]').count()).toBeGreaterThan(5)
    // All of the menu, while the first window shows none of it.
    expect((await productsGivenTo(other)).length).toBeGreaterThan(300)
  })
})

describe('displays that come and go', () => {
  const classes = ['Edibles', 'Concentrates']

  it('have a window each, which goes and comes back with its display, and follows its size', async ({ skip }) => {
    const displays = await openDummyDisplays()
    if (displays === null)
      return skip(tellSkipped('displays that come and go: there is no X server with the dummy driver here'))
    ends.push(displays.close)
    const outputs = ['--output', 'DUMMY0', '--mode', '1920x1080', '--output', 'DUMMY1', '--mode', '1920x1080']
    displays.arrange('--addmode', 'DUMMY1', '1920x1080')
    displays.arrange('--addmode', 'DUMMY1', '1280x720')
    displays.arrange(...outputs, '--right-of', 'DUMMY0')

    const shop = await openShop(classes)
    const app = await shop.launch([], { DISPLAY: displays.name })
    menu = await menuOf(shop, classes)
    const [left, right] = (await windowsOf(app, 2)) as [Page, Page]
    const part = await givenTo(left)
    expect([...part, ...(await givenTo(right))]).toEqual(menu)
    const places = (): Promise<readonly (readonly number[])[]> =>
      app.electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()
          .map((window) => window.getBounds())
          .toSorted((a, b) => a.x - b.x)
          .map(({ x, y, width, height }) => [x, y, width, height])
      )
    const both = [
      [0, 0, 1920, 1080],
      [1920, 0, 1920, 1080]
    ]
    await expect.poll(places, SETTLES).toEqual(both)

    // The right one is unplugged: its window goes, and the left one has the whole menu.
    displays.arrange('--output', 'DUMMY1', '--off')
    await expect.poll(() => givenTo(left), { timeout: WITHIN_MS, interval: 100 }).toEqual(menu)
    expect(app.electron.windows()).toEqual([left])
    expect(app.stderr()).toContain('displays: "" 1920 x 1080 at 0, 0\n')
    displays.arrange('--output', 'DUMMY1', '--mode', '1920x1080', '--right-of', 'DUMMY0')
    await expect.poll(() => givenTo(left), { timeout: 20_000 }).toEqual(part)
    await expect.poll(places, SETTLES).toEqual(both)

    // It turns to another size, and its window with it.
    displays.arrange('--output', 'DUMMY1', '--mode', '1280x720', '--right-of', 'DUMMY0')
    const again = app.electron.windows().find((page) => page !== left)!
    await expect.poll(() => again.evaluate(() => [window.innerWidth, window.innerHeight]), SETTLES).toEqual([1280, 720])
    await again.waitForSelector('main.board [data-item]')
    await keepScreen(again, 'display-smaller')

    // The left one, the first, goes: the system moves the other to its place, and it is the first now.
    displays.arrange('--output', 'DUMMY0', '--off', '--output', 'DUMMY1', '--mode', '1920x1080', '--pos', '0x0')
    await productsGivenTo(again)
    await expect.poll(() => givenTo(again), { timeout: WITHIN_MS, interval: 100 }).toEqual(menu)
    await expect.poll(places, SETTLES).toEqual([[0, 0, 1920, 1080]])
    displays.arrange('--output', 'DUMMY0', '--mode', '1920x1080', '--pos', '0x0')
    displays.arrange('--output', 'DUMMY1', '--mode', '1920x1080', '--right-of', 'DUMMY0')
    await expect.poll(places, SETTLES).toEqual(both)
    await expect
      .poll(() => givenTo(again), { timeout: 20_000 })
      .toEqual(menu.filter((productId) => !part.includes(productId)))
  })
})
