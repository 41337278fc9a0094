import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { keepScreen, launchDesktop } from './desktop-app.ts'
import { openManagerWindow } from './manager-window.ts'

const LIST = { timeout: 30_000 }
const ends: (() => unknown)[] = []

afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

describe('the windows of the app, as the manager sees them', () => {
  it('are listed with their boards; one shows its number, is loaded anew and changed, and the other is not', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'topshelf-screens-'))
    ends.push(() => rmSync(dataDir, { recursive: true, force: true }))
    const app = await launchDesktop({ TOPSHELF_DATA_DIR: dataDir }, ['--demo', '--windows=2'])
    ends.push(() => app.close())
    await expect.poll(() => app.electron.windows().length, LIST).toBe(2)
    const boards = [...app.electron.windows()]
    for (const board of boards) await board.waitForSelector('main.board [data-item]', { timeout: 60_000 })
    const manager = await openManagerWindow(app)
    await manager.getByRole('link', { name: 'Screens', exact: true }).click()
    await expect.poll(() => manager.locator('.wall-screen').count(), LIST).toBe(2)
    await expect.poll(() => manager.locator('.wall-facts', { hasText: 'part 2 of 2' }).count(), LIST).toBe(1)
    await manager.waitForSelector('.thumbnail .board[data-page]', LIST)

    const second = manager.getByRole('option', { name: /Display 2/ })
    await second.click()
    await manager.waitForSelector('.screen-form')
    await keepScreen(manager, 'manager-screens')
    await manager.getByRole('button', { name: 'Show its number on it' }).click()
    const numbersOn = () => Promise.all(boards.map((board) => board.locator('[data-identity="2"]').count()))
    await expect.poll(async () => (await numbersOn()).toSorted(), LIST).toEqual([0, 1])
    const shown = boards[(await numbersOn()).indexOf(1)] as Page
    const other = boards.find((board) => board !== shown) as Page
    await keepScreen(shown, 'screen-identity')

    for (const board of boards) await board.evaluate(() => Object.assign(window, { mark: 1 }))
    await manager.getByRole('button', { name: 'Load its page anew' }).click()
    await shown.waitForFunction(() => !('mark' in window), undefined, { timeout: 30_000 })
    await shown.waitForSelector('main.board [data-item]')
    expect(await other.evaluate(() => 'mark' in window)).toBe(true)

    await manager.locator('.screen-form .picker', { hasText: 'Theme' }).locator('button').click()
    await manager.getByRole('option', { name: 'Light' }).click()
    await manager.getByRole('button', { name: 'Save and show it so' }).click()
    await shown.waitForSelector('main.board[data-theme=light]', { timeout: 60_000 })
    expect(await other.getAttribute('main.board', 'data-theme')).toBe('dark')
  })
})
