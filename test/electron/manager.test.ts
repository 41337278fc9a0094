import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { argumentsOf } from '../../src/main/manager/manager-arguments.ts'
import { keepScreen, launchDesktop, type DesktopApp } from './desktop-app.ts'
import { openManagerWindow, PIN, pressShortcut } from './manager-window.ts'

const opened: DesktopApp[] = []
const folders: string[] = []

afterEach(async () => {
  for (const app of opened.splice(0)) await app.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function newDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'topshelf-manager-'))
  folders.push(folder)
  return folder
}

async function launchDemo(dataDir: string): Promise<DesktopApp> {
  const app = await launchDesktop({ TOPSHELF_DATA_DIR: dataDir }, ['--demo', '--windowed'])
  opened.push(app)
  await app.page.waitForSelector('main.board [data-item]')
  return app
}

async function close(app: DesktopApp): Promise<void> {
  opened.splice(opened.indexOf(app), 1)
  await app.close()
}

/** The next window that the app opens, while something is done. */
async function windowOf(app: DesktopApp, act: () => Promise<void>): Promise<Page> {
  const [page] = await Promise.all([app.electron.waitForEvent('window'), act()])
  await page.waitForSelector('.gate')
  return page
}

/** Two seconds by the page's own clock, from when it has the press; afterwards the host has heard of it. */
async function longPress(page: Page): Promise<void> {
  const held = page.evaluate(
    () =>
      new Promise((resolve) =>
        window.addEventListener('pointerdown', () => setTimeout(resolve, 2050), { once: true, capture: true })
      )
  )
  await page.mouse.move(40, 40)
  await page.mouse.down()
  await held
  await page.mouse.up()
  await page.evaluate(() => window.topshelf?.setupState())
}

describe("the manager's window of the app", () => {
  it('opens by Ctrl+Shift+M, has its PIN chosen, and asks for it after a restart; a long press finds it too', async () => {
    const dataDir = newDataDir()
    const first = await launchDemo(dataDir)
    const manager = await windowOf(first, () => pressShortcut(first))
    await manager.waitForSelector('.gate input')
    await keepScreen(manager, 'manager-choose-pin')
    await manager.keyboard.type(PIN)
    await manager.keyboard.press('Tab')
    await manager.keyboard.type(PIN)
    await manager.keyboard.press('Enter')
    await manager.waitForSelector('.window .stage h1')
    await manager.waitForSelector('.window .select button')
    await keepScreen(manager, 'manager-open')
    // The same window, not a second one.
    await pressShortcut(first)
    await first.page.waitForTimeout(500)
    expect(first.electron.windows()).toHaveLength(2)
    await close(first)

    const second = await launchDemo(dataDir)
    const again = await windowOf(second, () => longPress(second.page))
    await again.waitForSelector('h1:has-text("Enter the PIN")')
    await again.keyboard.type('1357')
    await again.keyboard.press('Enter')
    await again.waitForSelector('.field-error')
    await again.keyboard.type(PIN)
    await again.keyboard.press('Enter')
    await again.waitForSelector('.window .stage h1')
    // A board goes on behind it, and outlives it.
    await again.close()
    expect(await second.page.isVisible('main.board [data-item]')).toBe(true)
  })

  it('keeps a support bundle and a backup where its dialog says, and takes settings up with the board in sight', async () => {
    const dataDir = newDataDir()
    const app = await launchDemo(dataDir)
    const manager = await openManagerWindow(app)
    const saveAs = (path: string | null): Promise<void> =>
      app.electron.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? '' })
      }, path)
    const bundle = join(dataDir, 'kept-bundle.json')
    await saveAs(bundle)
    await manager.getByRole('link', { name: 'Health', exact: true }).click()
    await manager.getByRole('button', { name: 'Save a support bundle' }).click()
    await manager.waitForSelector('text=Saved as')
    expect(JSON.parse(readFileSync(bundle, 'utf8'))).toMatchObject({
      kind: 'topshelf-support-bundle',
      source: 'demo',
      lines: expect.arrayContaining([expect.stringContaining('boards for other screens')])
    })
    await keepScreen(manager, 'manager-health')

    await saveAs(null)
    await manager.getByRole('link', { name: 'Settings', exact: true }).click()
    await manager.getByRole('button', { name: 'Save a backup' }).click()
    const backup = join(dataDir, 'kept-backup.json')
    await saveAs(backup)
    await manager.getByRole('button', { name: 'Save a backup' }).click()
    await manager.waitForSelector('text=Saved as')
    expect(JSON.parse(readFileSync(backup, 'utf8'))).toMatchObject({ kind: 'topshelf-backup' })

    await app.page.evaluate(() => {
      const seen = window as unknown as { blanks: number }
      seen.blanks = 0
      const look = (): void => {
        if ((document.querySelector('main.board')?.textContent ?? '').length < 200) seen.blanks += 1
        requestAnimationFrame(look)
      }
      look()
    })
    await manager.getByLabel('Store colour', { exact: true }).fill('#7a1f5c')
    await manager.getByLabel('Store colour', { exact: true }).press('Enter')
    await app.page.waitForFunction(() => {
      const spine = document.querySelector('.spine')
      return spine !== null && getComputedStyle(spine).backgroundColor === 'rgb(122, 31, 92)'
    })
    expect(await app.page.evaluate(() => (window as unknown as { blanks: number }).blanks)).toBe(0)
  })

  it('is not opened by a long press while nobody has chosen a PIN', async () => {
    const app = await launchDemo(newDataDir())
    await longPress(app.page)
    expect(await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  it('answers no channel of the map without a session, and a board’s page none at all', async () => {
    const app = await launchDemo(newDataDir())
    const manager = await windowOf(app, () => pressShortcut(app))
    const gated = Object.keys(argumentsOf).filter((channel) => !channel.startsWith('gate:'))
    const codes = await manager.evaluate(async (channels) => {
      const bridge = (window as unknown as ManagerWindow).topshelfManager
      const replies = await Promise.all(
        channels.flatMap((channel) => [bridge.call(channel, null, []), bridge.call(channel, 'guess', [])])
      )
      return replies.map(({ code }) => code)
    }, gated)
    expect(codes).toHaveLength(2 * gated.length)
    expect(new Set(codes)).toEqual(new Set(['locked']))
    expect(await app.page.evaluate(() => 'topshelfManager' in window)).toBe(false)
    // The page of a board that goes to the manager's address has no way through either.
    await app.page.goto('app://topshelf/manager.html')
    expect(await app.page.evaluate(() => 'topshelfManager' in window)).toBe(false)
  })

  it('is loaded again when its page dies, and asks for the PIN anew', async () => {
    const app = await launchDemo(newDataDir())
    await windowOf(app, () => pressShortcut(app))
    await app.electron.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().endsWith('/manager.html'))
      window?.webContents.forcefullyCrashRenderer()
    })
    await expect
      .poll(
        () =>
          app.electron.evaluate(async ({ BrowserWindow }) => {
            const window = BrowserWindow.getAllWindows().find((one) =>
              one.webContents.getURL().endsWith('/manager.html')
            )
            if (window === undefined || window.webContents.isCrashed()) return null
            const count = window.webContents.executeJavaScript('document.querySelectorAll(".gate input").length')
            // A page that dies while it is asked never answers.
            return Promise.race([count, new Promise((resolve) => setTimeout(() => resolve(null), 500))])
          }),
        { timeout: 20_000 }
      )
      .toBeGreaterThan(0)
    expect(await app.page.isVisible('main.board [data-item]')).toBe(true)
  })
})

interface ManagerWindow {
  readonly topshelfManager: {
    readonly call: (
      channel: string,
      token: string | null,
      args: readonly unknown[]
    ) => Promise<{ readonly code: string }>
  }
}
