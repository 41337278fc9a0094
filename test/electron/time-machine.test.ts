import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { keepScreen, launchDesktop, type DesktopApp } from './desktop-app.ts'
import { openManagerWindow } from './manager-window.ts'

const ENDS: (() => Promise<void> | void)[] = []

afterEach(async () => {
  for (const end of ENDS.splice(0)) await end()
})

async function launchDemo(): Promise<DesktopApp> {
  const dataDir = mkdtempSync(join(tmpdir(), 'topshelf-time-machine-'))
  const app = await launchDesktop({ TOPSHELF_DATA_DIR: dataDir }, ['--demo', '--windowed'])
  ENDS.push(app.close, () => rmSync(dataDir, { recursive: true, force: true }))
  await app.page.waitForSelector('main.board [data-item]')
  return app
}

describe('the time machine of the app', () => {
  it('shows the board of the next change, and why a price on it is what it is', async () => {
    const app = await launchDemo()
    const manager = await openManagerWindow(app)
    await manager.getByRole('link', { name: 'Time machine', exact: true }).click()
    await manager.waitForSelector('.why')
    const now = await manager.locator('.when h1').innerText()
    await manager.getByRole('button', { name: /^Next change: / }).click()
    await manager.locator('.when h1', { hasNotText: now }).waitFor()
    await manager.waitForSelector('.stage[aria-busy=false]')
    const price = manager.locator('.why').first()
    const label = (await price.getAttribute('aria-label')) ?? ''
    await price.click()
    await manager.waitForSelector('.step.end')
    expect(label).toContain(await manager.locator('.step.end .step-amount').innerText())
    await keepScreen(manager, 'time-machine')
    await manager.getByRole('button', { name: /^Before we open / }).click()
    await manager.locator('.slip-question', { hasText: 'What changes before we open' }).waitFor()
    // The boards of the shop go on meanwhile.
    expect(await app.page.isVisible('main.board [data-item]')).toBe(true)
  })
})
