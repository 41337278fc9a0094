import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { pageTextsOf } from '../main/print/pdf-text.ts'
import { keepScreen, launchDesktop, type DesktopApp } from './desktop-app.ts'
import { openManagerWindow } from './manager-window.ts'

let app: DesktopApp | null = null
let folder: string | null = null

afterEach(async () => {
  await app?.close()
  if (folder !== null) rmSync(folder, { recursive: true, force: true })
})

describe('printing in the app', () => {
  it('asks where to, and writes the PDF there', async () => {
    folder = mkdtempSync(join(tmpdir(), 'topshelf-print-'))
    const file = join(folder, 'menu.pdf')
    const started = await launchDesktop({ TOPSHELF_DATA_DIR: folder }, ['--demo', '--windowed'])
    app = started
    await started.page.waitForSelector('main.board [data-item]')
    const manager = await openManagerWindow(started)
    await manager.getByRole('link', { name: 'Print', exact: true }).click()
    await manager.waitForSelector('.print-sheet')
    // The app's own boards are on loopback.
    await manager.waitForSelector('.no-phones:has-text("the app serves them to this machine alone")')
    await manager.locator('label.choice:has(input[value="menu"])').click()
    await manager.waitForSelector('.print-sheet text:has-text("Menu. Prices as of")')
    await keepScreen(manager, 'print')
    // Nobody is here to answer the system's own dialog.
    const askedFor = started.electron.evaluate(
      ({ dialog }, filePath) =>
        new Promise<string | undefined>((resolve) => {
          dialog.showSaveDialog = (async (...given: readonly unknown[]) => {
            resolve((given.at(-1) as { readonly defaultPath?: string }).defaultPath)
            return { canceled: false, filePath }
          }) as typeof dialog.showSaveDialog
        }),
      file
    )
    await manager.getByRole('button', { name: 'Save menu as PDF' }).click()
    expect(await askedFor).toMatch(/-menu-\d{4}-\d\d-\d\d\.pdf$/)
    await manager.waitForSelector(`[role=status]:has-text("${file}")`)
    const pages = pageTextsOf(readFileSync(file))
    expect(pages).toHaveLength(1)
    expect(pages[0]?.all).toMatch(/Prices as of .*202\d/)
    expect(pages[0]?.all).toMatch(/\$\d+\.\d\d/)
  })
})
