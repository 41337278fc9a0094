import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { startDemoStore } from '../../src/main/demo-store/demo-store.ts'
import type { BoardSnapshot } from '../../src/shared/board-snapshot.ts'
import type { BoardView } from '../../src/shared/board-view.ts'
import { freePort, hamilton, keepScreen, launchDesktop } from './desktop-app.ts'
import { openDummyDisplays, type DummyDisplays } from './dummy-displays.ts'

const OTTAWA = 110504
const ends: (() => unknown)[] = []

afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

/** Two displays side by side; null where this machine has no server that can show them. */
async function openTwoDisplays(): Promise<DummyDisplays | null> {
  const displays = await openDummyDisplays()
  if (displays === null) return null
  ends.push(displays.close)
  displays.arrange('--addmode', 'DUMMY1', '1920x1080')
  displays.arrange('--output', 'DUMMY0', '--mode', '1920x1080')
  displays.arrange('--output', 'DUMMY1', '--mode', '1920x1080', '--right-of', 'DUMMY0')
  return displays
}

const press = (page: Page, label: string): Promise<void> =>
  page.locator('label.choice').filter({ hasText: label }).click()

const shownOn = (page: Page): Promise<BoardView> =>
  page.evaluate(async () => {
    const view = await window.topshelf?.boardReady()
    if (view === undefined || view === null) throw new Error('no board')
    return view
  })

describe('first run of a company in several provinces', () => {
  it('keeps what was chosen, on the disk and on the board: province, stores, displays, what the market restricts', async () => {
    const displays = await openTwoDisplays()
    const store = await startDemoStore({ living: false })
    ends.push(() => store.close())
    const dataDir = mkdtempSync(join(tmpdir(), 'topshelf-first-run-'))
    ends.push(() => rmSync(dataDir, { recursive: true, force: true }))
    const port = await freePort()
    const app = await launchDesktop({
      TOPSHELF_DATA_DIR: dataDir,
      TOPSHELF_SCREENS_PORT: String(port),
      COVA_API_URL: store.url,
      COVA_TOKEN_URL: store.tokenUrl,
      ...(displays === null ? {} : { DISPLAY: displays.name })
    })
    ends.push(app.close)
    await expect.poll(() => app.electron.windows().length).toBe(displays === null ? 1 : 2)
    // One of the windows asks; the others wait.
    const asks = (): Promise<readonly number[]> =>
      Promise.all(app.electron.windows().map((window) => window.getByLabel('Paste the five').count()))
    await expect.poll(async () => (await asks()).filter(Boolean).length).toBe(1)
    const page = app.electron.windows()[(await asks()).indexOf(1)]!

    const letter = Object.entries(store.credentials).map(([field, value]) => `${field}: ${value}`)
    const connect = async (): Promise<void> => {
      await page.getByLabel('Paste the five values').fill(letter.join('\n'))
      await page.getByRole('button', { name: 'Connect to Cova' }).click()
    }
    // The company's stores do not come: what comes stands there, and the sync can be stopped and begun again.
    store.faults.next('locations', { kind: 'never-answers' })
    await connect()
    await page.getByRole('progressbar', { name: '0 of 5 complete' }).waitFor()
    await keepScreen(page, 'first-run-sync')
    await page.getByRole('button', { name: 'Stop and go back' }).click()
    await connect()
    await page.getByRole('heading', { name: 'Which store is this screen in?' }).waitFor()
    expect(await page.locator('.setup-locations li').count()).toBe(4)
    await press(page, 'Ontario')
    await page.getByText('2 locations found').waitFor()
    expect((await page.locator('.setup-locations b').allTextContents()).toSorted()).toEqual([
      hamilton.name,
      'Tern & Timber Ottawa / Marché'
    ])
    await page.getByRole('button', { name: 'Serve some stores only' }).click()
    await press(page, 'Ottawa')
    await page.getByText('1 store is served.').waitFor()
    await keepScreen(page, 'first-run-stores')
    await page.locator('.setup-locations').getByRole('button', { name: hamilton.name }).click()

    await page.getByRole('heading', { name: `Before the board of ${hamilton.name} comes up` }).waitFor()
    if (displays !== null) {
      // The second display shows no board.
      const offered = page.locator('.setup-finish > .choices').first().locator('label.choice')
      expect(await offered.count()).toBe(2)
      await offered.filter({ hasNotText: 'main' }).last().click()
    }
    await press(page, 'Yes, these must not be shown:')
    await press(page, 'Promotions and their names')
    await press(page, 'That a price is reduced')
    await keepScreen(page, 'first-run-market')
    await page.getByRole('button', { name: 'Show the board' }).click()
    await page.waitForSelector('main.board [data-item]')

    const settings = JSON.parse(readFileSync(join(dataDir, 'settings.json'), 'utf8'))
    expect(settings).toMatchObject({
      source: 'cova',
      locationId: hamilton.locationId,
      restrictToLocationIds: [hamilton.locationId, OTTAWA],
      markets: null,
      market: { profile: 'first-run', confirmed: true }
    })
    const profile = JSON.parse(readFileSync(join(dataDir, 'market-profiles', 'first-run.json'), 'utf8'))
    expect(profile.rules.map(({ kind }: { kind: string }) => kind)).toEqual(['hide-reductions', 'hide-promotions'])
    if (displays !== null) {
      expect(settings.displays.known).toMatchObject([{ x: 1920, y: 0, width: 1920, height: 1080, board: false }])
      await expect.poll(() => app.electron.windows()).toEqual([page])
    }

    // The stores that were chosen are served, and no other.
    const ask = async <T>(path: string): Promise<T> =>
      (await (await fetch(`http://127.0.0.1:${port}${path}`)).json()) as T
    const served = (): Promise<readonly { locationId: number }[]> => ask('/api/locations')
    await expect
      .poll(async () => (await served()).map(({ locationId }) => locationId))
      .toEqual([hamilton.locationId, OTTAWA])
    // The store has offers; its board shows the prices in force, and no word of them.
    const board = (): Promise<BoardSnapshot> => ask(`/api/boards/${hamilton.locationId}`)
    await expect.poll(async () => (await board()).items.some(({ badges }) => badges.length > 0)).toBe(true)
    const { items } = await board()
    expect(items.some(({ ladder }) => ladder.some(({ source }) => source === 'sale'))).toBe(true)
    const view = await shownOn(page)
    expect(view.items.length).toBe(items.length)
    expect(view.items.flatMap(({ tickets }) => tickets)).toEqual([])
    expect(
      view.items.flatMap(({ rungs }) => rungs).filter(({ reduced, regular }) => reduced || regular !== null)
    ).toEqual([])
    expect(await page.locator('.ticket').count()).toBe(0)
    await keepScreen(page, 'first-run-board')
  })
})
