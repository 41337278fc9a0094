import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { launchChromium } from '../renderer/chromium.ts'
import { freePort, hamilton, keepScreen, launchDesktop } from './desktop-app.ts'
import { openManagerWindow } from './manager-window.ts'

const ends: (() => unknown)[] = []

afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

describe('a browser beside the app', () => {
  it('shows a code, is given its board in the manager’s window, and shows a code again once it is unpaired', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'topshelf-pairing-'))
    ends.push(() => rmSync(dataDir, { recursive: true, force: true }))
    const port = await freePort()
    const app = await launchDesktop({ TOPSHELF_DATA_DIR: dataDir, TOPSHELF_SCREENS_PORT: String(port) }, [
      '--demo',
      '--windowed'
    ])
    ends.push(app.close)
    await app.page.waitForSelector('main.board [data-item]')
    const browser = await launchChromium()
    ends.push(() => browser.close())
    const television = await browser.newPage({ viewport: { width: 1280, height: 720 } })
    television.setDefaultTimeout(60_000)
    await television.goto(`http://127.0.0.1:${port}/pair`)
    const code = (await television.locator('.pair-code').textContent()) ?? ''
    expect(code.replaceAll(/\s/g, '')).toMatch(/^[A-Z2-9]{6}$/)

    const manager = await openManagerWindow(app)
    await manager.getByRole('link', { name: 'Screens', exact: true }).click()
    await manager.getByRole('button', { name: 'Pair a browser' }).click()
    await manager.waitForSelector('.modal input')
    await manager.keyboard.type(code)
    await manager.getByLabel('Name').fill('Front window')
    await manager.locator('.modal .picker', { hasText: 'Store' }).locator('button').click()
    await manager.getByRole('option', { name: hamilton.name }).click()
    await manager.locator('.modal').getByRole('button', { name: 'Pair it', exact: true }).click()
    await manager.waitForSelector('.modal', { state: 'detached' })

    await television.waitForSelector('main.board [data-item]')
    expect(await television.textContent('.spine .wordmark')).toContain('Hamilton')
    const paired = (): readonly unknown[] =>
      (JSON.parse(readFileSync(join(dataDir, 'paired-screens.json'), 'utf8')) as { screens: unknown[] }).screens
    expect(paired()).toMatchObject([{ name: 'Front window', locationId: hamilton.locationId }])
    // The window shows the very board: it stands beside the app's own.
    await manager.getByRole('option', { name: /Front window/ }).click()
    await expect.poll(() => manager.locator('.screen-panel h2').textContent()).toContain('Front window')
    await expect.poll(() => manager.locator('.thumbnail .board[data-page]').count()).toBe(2)
    await keepScreen(manager, 'manager-paired')
    await television.reload()
    await television.waitForSelector('main.board [data-item]')

    await manager.getByRole('button', { name: 'Unpair', exact: true }).click()
    await manager.getByRole('button', { name: 'Unpair it for good' }).click()
    await television.waitForSelector('.pair-code')
    expect(await television.textContent('.pair-code')).not.toBe(code)
    expect(paired()).toEqual([])
  })
})
