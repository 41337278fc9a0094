import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { startDemoStore } from '../src/main/demo-store/demo-store.ts'
import { launchChromium } from '../test/renderer/chromium.ts'
import { environmentOf, eventually, getJson, startServe } from '../test/main/serve/serve-process.ts'
import { ensureBuilt } from './ensure-built.ts'
import { projectRoot } from './project-root.ts'

/**
 * Takes the pictures of the docs from the demo store, as a browser shows its boards. Usage: take-screens.ts
 * They are written to docs/screens.
 */
const folder = join(projectRoot, 'docs', 'screens')

const PICTURES = [
  { file: 'board.png', location: 'Regina', query: '', section: 'Flower', width: 1920, height: 1080 },
  { file: 'light.png', location: 'Hamilton', query: '&theme=light', section: 'Pre-rolls', width: 1920, height: 1080 },
  {
    file: 'portrait.png',
    location: 'Regina',
    query: '&theme=contrast&group=701',
    section: 'Flower',
    width: 1080,
    height: 1920
  },
  {
    file: 'french.png',
    location: 'Ottawa',
    query: '&language=fr-CA&set=on-promotion',
    section: 'Flower',
    width: 1920,
    height: 1080
  }
] as const

/** Turns pages until the section is on the screen. */
async function turnTo(page: Page, heading: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => [...document.querySelectorAll('main h1')].some((h1) => h1.textContent?.startsWith(wanted)),
    heading,
    { timeout: 120_000, polling: 50 }
  )
  // The page before it fades for less than half a second.
  await page.waitForTimeout(600)
}

await ensureBuilt()
mkdirSync(folder, { recursive: true })
const dataDir = mkdtempSync(join(tmpdir(), 'topshelf-screens-'))
const store = await startDemoStore({ living: false })
const serving = await startServe([], environmentOf(store, dataDir))
const browser = await launchChromium()
try {
  await eventually(
    () => getJson<{ status: string }>(`${serving.url}/api/health`),
    ({ status }) => status === 'ok'
  )
  for (const { file, location, query, section, width, height } of PICTURES) {
    const locationId = store.state.locations.find(({ Name }) => Name.includes(location))?.Id
    const page = await browser.newPage({ viewport: { width, height } })
    await page.goto(`${serving.url}/boards/${locationId}?dwell=1500${query}`)
    await turnTo(page, section)
    await page.screenshot({ path: join(folder, file) })
    await page.close()
    process.stdout.write(`${join('docs', 'screens', file)}\n`)
  }
} finally {
  await browser.close()
  await serving.stop()
  await store.close()
  rmSync(dataDir, { recursive: true, force: true })
}
