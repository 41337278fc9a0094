import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { BoardLocation, Health } from '../../../src/shared/board-snapshot.ts'
import { SCREENS } from '../../renderer/built-page.ts'
import { launchChromium } from '../../renderer/chromium.ts'
import { faultsOf } from '../../renderer/drawn-page.ts'
import {
  environmentOf,
  eventually,
  getJson,
  removeDir,
  type Serving,
  startServe,
  temporaryDir
} from './serve-process.ts'

const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="80" viewBox="0 0 300 80">
  <circle cx="40" cy="40" r="36" fill="#f2efe4"/><path d="M40 12 L64 66 L16 66Z" fill="#1d5a46"/>
  <path d="M100 20h60v12h-24v32h-12V32h-24Z M180 20h14v30q0 6 6 6h30v8h-36q-14 0-14-14Z" fill="#f2efe4"/></svg>`

let dataDir: string
let serving: Serving
let browser: Browser
let regina: number

beforeAll(async () => {
  dataDir = temporaryDir()
  mkdirSync(SCREENS, { recursive: true })
  writeFileSync(join(dataDir, 'logo.svg'), LOGO)
  const settings = { version: 1, storeLogo: 'logo.svg', screens: { pictured: { pictures: true } } }
  writeFileSync(join(dataDir, 'settings.json'), JSON.stringify(settings))
  serving = await startServe(['--demo'], environmentOf(null, dataDir))
  browser = await launchChromium()
  await eventually(
    () => getJson<Health>(`${serving.url}/api/health`),
    ({ status }) => status === 'ok'
  )
  const locations = await getJson<readonly BoardLocation[]>(`${serving.url}/api/locations`)
  regina = locations.find(({ name }) => name.includes('Regina'))?.locationId ?? 0
})
afterAll(async () => {
  await browser.close()
  await serving.stop()
  removeDir(dataDir)
})

/** A board's page; `asked` are the addresses of all that it asked for, `said` what its console said. */
async function open(query: string, size = { width: 1920, height: 1080 }) {
  const page: Page = await browser.newPage({ viewport: size })
  const asked: string[] = []
  const said: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(error.message))
  await page.goto(`${serving.url}/boards/${regina}?dwell=700&${query}`)
  await page.waitForSelector('[data-state=board]')
  return { page, asked, said }
}

/** Until many of the demo store's pictures have come. */
async function withPictures(page: Page): Promise<void> {
  await page.waitForFunction(() => Number(document.querySelector('main')?.dataset['pictures']) > 60)
  await page.waitForSelector('.sheet:not(.leaving) img.picture')
}

it.each([
  ['landscape', { width: 1920, height: 1080 }],
  ['portrait', { width: 1080, height: 1920 }]
])('the demo store’s pictures and a logo stand on its board, from its own host alone: %s', async (name, size) => {
  const { page, asked, said } = await open('screen=pictured', size)
  await withPictures(page)
  await page.waitForSelector('.spine img')
  expect(await faultsOf(page)).toEqual([])
  await page.screenshot({ path: join(SCREENS, `demo-pictures-${name}.png`) })
  expect(asked.filter((url) => new URL(url).pathname.startsWith('/pictures/')).length).toBeGreaterThan(20)
  expect(asked.filter((url) => new URL(url).origin !== serving.url)).toEqual([])
  expect(said).toEqual([])
  await page.close()
})

it('a page may turn them on and off, and nobody else’s picture is ever let in', async () => {
  const off = await open('screen=pictured&pictures=off')
  expect(await off.page.locator('main').getAttribute('data-pictures')).toBe('0')
  await off.page.close()
  const { page, said } = await open('pictures=on')
  await withPictures(page)
  const loaded = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const image = new Image()
        image.addEventListener('load', () => resolve(true))
        image.addEventListener('error', () => resolve(false))
        image.src = 'https://pictures.example/1.png'
      })
  )
  expect(loaded).toBe(false)
  expect(said.join()).toMatch(/Content Security Policy/)
  await page.close()
  expect((await fetch(`${serving.url}/boards/${regina}/stream?pictures=yes`)).status).toBe(400)
})
