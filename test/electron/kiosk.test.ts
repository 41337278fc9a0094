import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { DEFAULT_SCREEN } from '../../src/domain/screen/default-screen.ts'
import { loadSettings, saveSettings } from '../../src/main/settings/settings-file.ts'
import { freePort, keepScreen, launchDesktop, type DesktopApp } from './desktop-app.ts'

const SLOW = { timeout: 30_000 }

let app: DesktopApp | null = null
let folder: string | null = null

afterEach(async () => {
  await app?.close()
  if (folder !== null) rmSync(folder, { recursive: true, force: true })
})

describe('a kiosk in the app', () => {
  it('goes from the start to the counter by touch, in a window whose screen is set so', async () => {
    folder = mkdtempSync(join(tmpdir(), 'topshelf-kiosk-'))
    const kiosk = { ...DEFAULT_SCREEN, mode: 'kiosk' as const }
    saveSettings(folder, { ...loadSettings(folder).settings, screens: { default: kiosk } })
    const port = await freePort()
    const started = await launchDesktop({ TOPSHELF_DATA_DIR: folder, TOPSHELF_SCREENS_PORT: String(port) }, [
      '--demo',
      '--windowed'
    ])
    app = started
    const { page } = started
    await page.waitForSelector('main.kiosk[data-page=start]', { timeout: 90_000 })
    await keepScreen(page, 'kiosk-start')
    const fingers = await page.context().newCDPSession(page)
    const touch = async (target: Locator): Promise<void> => {
      await target.waitFor()
      const box = await target.boundingBox()
      if (box === null) throw new Error('nothing to touch')
      const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }]
      await fingers.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints })
      await fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    }

    await touch(page.locator('.begin'))
    await touch(page.getByRole('button', { name: 'Search', exact: true }))
    for (const key of 'PREROLL') await touch(page.getByRole('button', { name: key, exact: true }))
    await page.waitForSelector('.page.search[data-asked=preroll]')
    await touch(page.getByRole('button', { name: /Back to Menu/ }))
    await touch(page.locator('.class-tile', { hasText: 'Flower' }))
    await touch(page.locator('.product-row').nth(1))
    await page.waitForSelector('.page.product[data-pending=false]', SLOW)
    await touch(page.getByRole('button', { name: 'More', exact: true }))
    const total = (await page.locator('.total-amount').textContent()) ?? ''
    expect(total).toMatch(/^\$\d+\.\d\d$/)
    await keepScreen(page, 'kiosk-product')
    await touch(page.getByRole('button', { name: 'Add to basket' }))
    await touch(page.getByRole('button', { name: /^Basket, 1/ }))
    await page.waitForSelector('.basket[data-pending=false] .basket-line', SLOW)
    // What the product's page said is what the basket comes to.
    expect(await page.locator('.total-amount').textContent()).toBe(total)
    await keepScreen(page, 'kiosk-basket')
    await touch(page.getByRole('button', { name: 'Hand over' }))
    await page.waitForSelector('.qr', SLOW)
    await keepScreen(page, 'kiosk-hand-over')
    const code = (await page.locator('.code').textContent()) ?? ''
    expect(code).toMatch(/^[A-Z2-9]{3} [A-Z2-9]{3}$/)

    // The counter of the same machine, by its other way in.
    const counter = (await (
      await fetch(`http://127.0.0.1:${port}/api/counter?code=${encodeURIComponent(code)}`)
    ).json()) as {
      lines: { quantity: string }[]
    }
    expect(counter.lines.map(({ quantity }) => quantity)).toEqual(['1.5'])

    await touch(page.getByRole('button', { name: 'Done' }))
    await page.waitForSelector('main.kiosk[data-page=start]')
    expect(await page.evaluate(() => window.localStorage.length)).toBe(0)
  })
})
