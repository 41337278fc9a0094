import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { startDemoStore } from '../src/main/demo-store/demo-store.ts'
import type { DemoStore } from '../src/main/demo-store/demo-store.types.ts'
import type { BoardView } from '../src/shared/board-view.ts'
import { environmentOf, eventually, getJson, startServe } from '../test/main/serve/serve-process.ts'
import { startFakeHost } from '../test/renderer/built-page.ts'
import { builtRenderer } from '../test/renderer/renderer-build.ts'
import { launchChromium } from '../test/renderer/chromium.ts'
import { manyView } from '../test/renderer/fixture-view.ts'
import { ensureBuilt } from './ensure-built.ts'
import { keepPicture, picturesDir } from './kept-picture.ts'
import { takeKiosk } from './kiosk-pictures.ts'
import { takeManagerWindow } from './manager-pictures.ts'

/**
 * Takes the pictures of the docs and writes them to docs/screens: the demo store's boards as a browser shows them, made-up menus
 * of 1 and 600 products, which no store of the demo has, the manager's window and the kiosk. Usage: take-screens.ts [boards]
 * [manager] [kiosk]
 */
const DWELL_MS = 40_000
const MOST_PAGES = 400

interface Picture {
  readonly file: string
  /** Part of the name of the demo's location. */
  readonly location: string
  readonly query: string
  /** Heading of the page to take; null takes the first. */
  readonly section: string | null
  readonly width: number
  readonly height: number
}

const WIDE = { width: 1920, height: 1080 } as const
const UPRIGHT = { width: 1080, height: 1920 } as const

const PICTURES: readonly Picture[] = [
  { file: 'board', location: 'Regina', query: '', section: 'Flower', ...WIDE },
  { file: 'board-4k', location: 'Regina', query: '', section: 'Pre-rolls', width: 3840, height: 2160 },
  { file: 'portrait', location: 'Hamilton', query: 'theme=light', section: 'Edibles', ...UPRIGHT },
  { file: 'roomy', location: 'Regina', query: 'level=roomy&distance=5&set=shelf:27', section: null, ...WIDE },
  { file: 'light', location: 'Hamilton', query: 'theme=light', section: 'Pre-rolls', ...WIDE },
  { file: 'contrast', location: 'Regina', query: 'theme=contrast&group=701', section: 'Flower', ...WIDE },
  { file: 'french', location: 'Ottawa', query: 'language=fr-CA', section: 'Flower', ...WIDE },
  { file: 'on-promotion', location: 'Regina', query: 'set=on-promotion', section: null, ...WIDE },
  { file: 'shelf', location: 'Regina', query: 'set=shelf:26&level=roomy', section: null, ...WIDE }
]

/** Opens a board with a clock of the page's own, and turns its pages to the first with this heading. */
async function openAt(
  browser: Browser,
  picture: Pick<Picture, 'section' | 'width' | 'height'>,
  url: string
): Promise<Page> {
  const { section, width, height } = picture
  const page = await browser.newPage({ viewport: { width, height } })
  await page.clock.install()
  await page.goto(url)
  await page.waitForSelector('[data-state=board]')
  for (let turned = 0; turned < MOST_PAGES; turned += 1) {
    const heading = await page.locator('.sheet:not(.leaving) h1').textContent()
    if (section === null || heading?.startsWith(section) === true) return page
    await page.clock.fastForward(DWELL_MS)
    await page.clock.fastForward(1000)
    await page.waitForSelector('.leaving', { state: 'detached' })
  }
  throw new Error(`no page is headed ${section}`)
}

function boardUrlOf(store: DemoStore, host: string, location: string, query: string): string {
  const found = store.state.locations.find(({ Name }) => Name.includes(location))
  if (found === undefined) throw new Error(`the demo store has no location ${location}`)
  return `${host}/boards/${found.Id}?${query}`
}

async function takeDemo(browser: Browser): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'topshelf-screens-'))
  // Prices are old after three seconds without the store, so that nobody has to wait for it.
  writeFileSync(join(dataDir, 'settings.json'), JSON.stringify({ staleAfterMinutes: 0.05 }))
  const store = await startDemoStore({ living: false })
  const serving = await startServe(['--sync-interval', '1'], environmentOf(store, dataDir))
  try {
    await eventually(
      () => getJson<{ status: string }>(`${serving.url}/api/health`),
      ({ status }) => status === 'ok'
    )
    for (const picture of PICTURES) {
      const url = boardUrlOf(store, serving.url, picture.location, `dwell=${DWELL_MS}&${picture.query}`)
      const page = await openAt(browser, picture, url)
      await keepPicture(page, picture.file)
      await page.close()
    }
    await takeTwoScreens(browser, store, serving.url)

    const url = boardUrlOf(store, serving.url, 'Regina', 'dwell=3600000&set=class:Vapes')
    const stale = await openAt(browser, { section: null, ...WIDE }, url)
    const offline = await openAt(browser, { section: null, ...WIDE }, url)
    await store.close()
    await stale.waitForSelector('.age.stale', { timeout: 60_000 })
    await keepPicture(stale, 'stale')
    await serving.stop()
    // The host has been gone for longer than prices are good for.
    await offline.clock.fastForward('16:00')
    await offline.waitForSelector('.age.stale')
    await keepPicture(offline, 'offline')
  } finally {
    await serving.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Pictures of the demo store's own: no other store on this machine is asked for any. */
async function takePictures(browser: Browser): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'topshelf-screens-'))
  const serving = await startServe(['--demo'], environmentOf(null, dataDir))
  try {
    await eventually(
      () => getJson<{ status: string }>(`${serving.url}/api/health`),
      ({ status }) => status === 'ok'
    )
    const locations = await getJson<readonly { locationId: number; name: string }[]>(`${serving.url}/api/locations`)
    const regina = locations.find(({ name }) => name.includes('Regina'))
    const url = `${serving.url}/boards/${regina?.locationId}?dwell=${DWELL_MS}&pictures=on&set=class:Vapes`
    const page = await browser.newPage({ viewport: WIDE })
    await page.goto(url)
    // All that come, and not the first few: they come a page at a time.
    await page.waitForFunction(() => document.querySelectorAll('.sheet:not(.leaving) .picture').length > 3, null, {
      timeout: 60_000
    })
    await page.waitForTimeout(6000)
    await keepPicture(page, 'pictures')
    await page.close()
  } finally {
    await serving.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** One menu on two screens side by side. */
async function takeTwoScreens(browser: Browser, store: DemoStore, host: string): Promise<void> {
  const pages: Page[] = []
  let pagesAlone: string | null = null
  for (const name of ['left', 'right']) {
    const page = await browser.newPage({ viewport: WIDE })
    await page.goto(boardUrlOf(store, host, 'Regina', `set=class:Flower&board=front&screen=${name}`))
    await page.waitForSelector('[data-state=board]')
    pagesAlone ??= await page.locator('[data-state=board]').getAttribute('data-pages')
    pages.push(page)
  }
  // The first has given half of its menu to the second.
  await pages[0]?.waitForFunction(
    (all) => document.querySelector('[data-state=board]')?.getAttribute('data-pages') !== all,
    pagesAlone
  )
  const shots = await Promise.all(pages.map((page) => page.screenshot()))
  const wall = await browser.newPage({ viewport: { width: 3880, height: 1080 } })
  const images = shots.map(
    (shot) => `<img width="1920" height="1080" src="data:image/png;base64,${shot.toString('base64')}">`
  )
  await wall.setContent(`<body style="margin:0;display:flex;gap:40px;background:#5b6560">${images.join('')}</body>`)
  await keepPicture(wall, 'two-screens')
  for (const page of [...pages, wall]) await page.close()
}

async function takeMadeUp(browser: Browser): Promise<void> {
  const host = await startFakeHost(await builtRenderer())
  const pictures: readonly (readonly [string, BoardView])[] = [
    ['one-product', manyView(1)],
    ['600-products', manyView(600)]
  ]
  try {
    for (const [file, view] of pictures) {
      host.view = view
      const page = await openAt(browser, { section: null, ...WIDE }, `${host.origin}/boards/7`)
      await keepPicture(page, file)
      await page.close()
    }
  } finally {
    await host.close()
  }
}

/** Which part of the docs' pictures a file belongs to. */
function partOf(file: string): string {
  return ['manager', 'kiosk'].find((part) => file.startsWith(`${part}-`)) ?? 'boards'
}

const parts = process.argv.length > 2 ? process.argv.slice(2) : ['boards', 'manager', 'kiosk']
await ensureBuilt()
mkdirSync(picturesDir, { recursive: true })
for (const file of readdirSync(picturesDir)) if (parts.includes(partOf(file))) rmSync(join(picturesDir, file))
const browser = await launchChromium()
try {
  if (parts.includes('boards')) {
    await takeDemo(browser)
    await takePictures(browser)
    await takeMadeUp(browser)
  }
  if (parts.includes('manager')) await takeManagerWindow(browser)
  if (parts.includes('kiosk')) await takeKiosk(browser)
} finally {
  await browser.close()
}
