import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { startDemoStore } from '../src/main/demo-store/demo-store.ts'
import type { DemoStore } from '../src/main/demo-store/demo-store.types.ts'
import {
  environmentOf,
  eventually,
  getJson,
  removeDir,
  startServe,
  temporaryDir
} from '../test/main/serve/serve-process.ts'
import { faultsOf } from '../test/renderer/drawn-page.ts'
import { startChromium108 } from '../test/renderer/old-browsers-chromium.ts'
import { startFirefox } from '../test/renderer/old-browsers-firefox.ts'
import { startWebKit } from '../test/renderer/old-browsers-webkit.ts'
import { PAGE_SIZE, type NoBrowser, type OtherBrowser } from '../test/renderer/old-browsers.ts'
import { ensureBuilt } from './ensure-built.ts'
import { projectRoot } from './project-root.ts'
import { runScript } from './run-script.ts'

/**
 * Opens a demo store's board in browsers other than the tests' own and says how each was run and what it does not do as it
 * should. Usage: try-browsers.ts [chromium-108] [firefox] [webkit]; all of them by default. Pictures go to
 * test/output/screens. Exit code 1 for a fault, 3 where a browser could not be had and the others are sound.
 */
const browsers: Readonly<Record<string, () => Promise<OtherBrowser | NoBrowser>>> = {
  'chromium-108': startChromium108,
  firefox: startFirefox,
  webkit: startWebKit
}

const folder = join(projectRoot, 'test', 'output', 'screens')
const STAYING_MS = 600_000
const TURNING_MS = 4000
const WITHIN_MS = 30_000

interface Demo {
  readonly store: DemoStore
  readonly locationId: number
  readonly boardUrl: string
}

await runScript(async () => {
  const names = process.argv.slice(2)
  const unknown = names.find((name) => browsers[name] === undefined)
  if (unknown !== undefined) {
    process.stderr.write(`there is no browser ${unknown}; there are ${Object.keys(browsers).join(', ')}\n`)
    return 2
  }
  await ensureBuilt()
  mkdirSync(folder, { recursive: true })
  const dataDir = temporaryDir()
  const store = await startDemoStore({ living: false })
  try {
    const serving = await startServe(['--sync-interval', '0.5'], environmentOf(store, dataDir))
    try {
      await eventually(
        () => getJson<{ status: string }>(`${serving.url}/api/health`),
        ({ status }) => status === 'ok'
      )
      const locationId = store.state.locations[0]!.Id
      const demo = { store, locationId, boardUrl: `${serving.url}/boards/${locationId}` }
      const codes: number[] = []
      for (const name of names.length === 0 ? Object.keys(browsers) : names) codes.push(await tryBrowser(name, demo))
      return codes.includes(1) ? 1 : Math.max(...codes)
    } finally {
      await serving.stop()
    }
  } finally {
    await store.close()
    removeDir(dataDir)
  }
})

/** Tries one browser and says what it found: 0 sound, 1 a fault, 3 not to be had. */
async function tryBrowser(name: string, demo: Demo): Promise<0 | 1 | 3> {
  const browser = await browsers[name]!()
  if ('why' in browser) {
    process.stdout.write(`${name}: not tried: ${browser.why}\n`)
    return 3
  }
  try {
    process.stdout.write(`${name}: ${browser.version}, ${browser.how}\n`)
    const faults = await faultsIn(browser, name, demo)
    for (const fault of faults) process.stdout.write(`  fault: ${fault}\n`)
    if (faults.length === 0) process.stdout.write('  sound: items, a page turn, a changed price, no complaint\n')
    return faults.length === 0 ? 0 : 1
  } finally {
    await browser.close()
  }
}

async function faultsIn(browser: OtherBrowser, name: string, demo: Demo): Promise<readonly string[]> {
  const faults: string[] = []
  const take = async (as: string) => {
    const path = join(folder, `browser-${name}-${as}.png`)
    writeFileSync(path, await browser.screenshot())
  }
  const drawnFaults = async (where: string) => {
    // Only `evaluate` is asked of the page.
    const page = {
      evaluate: (look: (given: unknown) => unknown, given: unknown) =>
        browser.evaluate(`(${look.toString()})(${JSON.stringify(given)})`)
    } as unknown as Page
    for (const { fault, texts } of await faultsOf(page)) faults.push(`${where}: ${fault}: ${texts.join(' | ')}`)
  }
  const open = async (dwellMs: number) => {
    await browser.goTo(`${demo.boardUrl}?dwell=${dwellMs}`)
    await until(
      browser,
      `document.querySelectorAll('main[data-state=board] [data-item]').length > 0`,
      'no item is shown'
    )
  }
  try {
    await open(STAYING_MS)
    const loaded = await browser.evaluate(
      `document.fonts.ready.then(() => [...document.fonts].filter((each) => each.status === 'loaded').length)`
    )
    if (loaded === 0) faults.push("the board's own font is not loaded")
    const size = await browser.evaluate('[innerWidth, innerHeight]')
    if (String(size) !== `${PAGE_SIZE.width},${PAGE_SIZE.height}`)
      process.stdout.write(`  page of ${String(size)} px\n`)
    await drawnFaults('first page')
    await take('first')
    await changePrice(browser, demo)
    await drawnFaults('after a changed price')
    await take('changed')
    await open(TURNING_MS)
    const first = await browser.evaluate(`document.querySelector('main').dataset.page`)
    await until(browser, `document.querySelector('main').dataset.page !== '${String(first)}'`, 'no page turns')
    await until(browser, `document.querySelectorAll('.sheet').length === 1`, 'the page that left stays')
    await drawnFaults('second page')
    await take('turned')
  } catch (error) {
    faults.push((error as Error).message)
    await take('fault')
  }
  for (const complaint of new Set(browser.complaints())) faults.push(`console: ${complaint}`)
  return faults
}

/** Changes the price of a product that is on the screen, and waits until the new one stands there. */
async function changePrice(browser: OtherBrowser, { store, locationId }: Demo): Promise<void> {
  const ids = `[...document.querySelectorAll('[data-item]')].map((row) => row.dataset.item)`
  const isPlain = (id: string) => {
    const prices = store.state.pricesAt(id, locationId)
    return prices.length === 1 && prices[0]?.shelf === null && prices[0].sales.length === 0
  }
  const shown = await eventually(
    async () => ((await browser.evaluate(ids)) as string[]).find(isPlain),
    (id) => id !== undefined
  )
  const amount = `${70 + Math.floor(Math.random() * 20)}.${10 + Math.floor(Math.random() * 90)}`
  store.state.setPrice(shown!, locationId, amount)
  await until(
    browser,
    `document.querySelector('main').textContent.includes('${amount}')`,
    `the price ${amount} does not come to the screen`
  )
}

async function until(browser: OtherBrowser, condition: string, otherwise: string): Promise<void> {
  const endsAtMs = Date.now() + WITHIN_MS
  while ((await browser.evaluate(condition)) !== true) {
    if (Date.now() > endsAtMs) throw new Error(otherwise)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
