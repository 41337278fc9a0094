import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDemoStore, type DemoStore } from '../../src/main/demo-store/demo-store.ts'
import { covaVariables, type DesktopApp, freePort, hamilton, launchDesktop, runtime } from './desktop-app.ts'
import { recovered, stepsIn, waitForBoards, withstood } from './fault-recovery.ts'
import { boardAfter, tellRecovery } from './packaged-app.ts'

const WINDOWS = 2

let store: DemoStore
let dataDir: string
let app: DesktopApp

/** The app under the product's launcher, as it runs in a shop, on screens that it has for itself. */
beforeAll(async () => {
  store = await startDemoStore({ living: false })
  dataDir = mkdtempSync(join(tmpdir(), 'topshelf-steps-'))
  const program = join(dataDir, 'launched-app')
  writeFileSync(
    program,
    `#!/bin/sh\nexec '${process.execPath}' '${join(import.meta.dirname, 'launched-app.ts')}' "$@"\n`
  )
  chmodSync(program, 0o755)
  const displays = { set: { kind: 'classifications', paths: [['Edibles']] }, dwellSeconds: 120 }
  writeFileSync(
    join(dataDir, 'settings.json'),
    JSON.stringify({ version: 1, source: 'cova', locationId: hamilton.locationId, screens: { displays } })
  )
  app = await launchDesktop(
    {
      ...covaVariables(store, dataDir),
      TOPSHELF_SCREENS_PORT: String(await freePort()),
      TOPSHELF_TEST_ELECTRON: runtime()
    },
    [`--windows=${WINDOWS}`, '--kiosk'],
    program
  )
  await waitForBoards(app, WINDOWS)
})

afterAll(async () => {
  const launcher = app.electron.process()
  if (launcher.exitCode === null) {
    const ended = new Promise((resolve) => launcher.once('exit', resolve))
    launcher.kill('SIGTERM')
    await ended
  }
  await store.close()
  rmSync(dataDir, { recursive: true, force: true })
})

/** Lines since then of windows that were taken for faulty, or of an app that was. */
const faultsSince = (at: number): readonly string[] =>
  app
    .stderr()
    .slice(at)
    .match(/display \d: .*|launcher: .*/g) ?? []

const emit = (event: string): Promise<unknown> =>
  app.electron.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name as never), event)

describe('a kiosk under its launcher', () => {
  it('stands full-screen before everything else, without a menu, and its pages hide the pointer', async () => {
    const windows = await app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => ({
        isKiosk: window.isKiosk(),
        isFullScreen: window.isFullScreen(),
        isAlwaysOnTop: window.isAlwaysOnTop(),
        isMenuShown: window.isMenuBarVisible()
      }))
    )
    expect(windows).toEqual(
      Array.from({ length: WINDOWS }, () => ({
        isKiosk: true,
        isFullScreen: true,
        isAlwaysOnTop: true,
        isMenuShown: false
      }))
    )
    for (const page of app.electron.windows())
      expect(await page.locator('main.board').evaluate((board) => getComputedStyle(board).cursor)).toBe('none')
  })

  it('is not started anew for its windows being hidden, for longer than it may paint nothing', async () => {
    const before = app.stderr().length
    await app.electron.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) window.hide()
    })
    // The launcher of this test ends an app that paints nothing for 12 s.
    await delay(15_000)
    await app.electron.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) window.show()
    })
    await withstood(app, 'windows hidden for 15 s, under a launcher', async () => undefined)
    expect(faultsSince(before)).toEqual([])
  })

  it('asks for the time anew when the machine wakes, and takes nothing for a fault', async () => {
    const before = app.stderr().length
    await app.electron.evaluate(() => {
      const { Worker } = process.getBuiltinModule('worker_threads')
      const post = Worker.prototype.postMessage
      const told: string[] = []
      Object.assign(globalThis, { told })
      Worker.prototype.postMessage = function (this: typeof Worker.prototype, ...args: Parameters<typeof post>) {
        told.push(String((args[0] as { kind?: unknown }).kind))
        return post.apply(this, args)
      }
    })
    const clocksAsked = (): Promise<number> =>
      app.electron.evaluate(
        () =>
          (globalThis as unknown as { told: string[] }).told.filter((kind) => kind === 'clock-may-have-jumped').length
      )
    await emit('suspend')
    await delay(3000)
    expect(await clocksAsked()).toBe(0)
    await emit('resume')
    expect(await clocksAsked()).toBe(1)
    await withstood(app, 'suspend and resume', async () => undefined)
    expect(faultsSince(before)).toEqual([])
  })
})

describe('a window whose page is emptied', () => {
  it('under a locked screen is left alone until the screen is unlocked', async () => {
    const before = app.stderr().length
    await emit('lock-screen')
    await app.electron.evaluate(({ BrowserWindow }) => {
      const [first] = BrowserWindow.getAllWindows().toSorted((a, b) => a.id - b.id)
      return first!.webContents.executeJavaScript('document.body.replaceChildren()')
    })
    await delay(5000)
    expect(faultsSince(before)).toEqual([])
    const steps = await recovered(app, 'page emptied under a locked screen, unlocked', () => emit('unlock-screen'))
    expect(steps.slice(0, 2)).toEqual(['repaint', 'reload'])
  })

  it('whenever it loads is opened anew', async () => {
    const before = app.stderr().length
    const steps = await recovered(app, 'a page that a reload does not help', () =>
      app.electron.evaluate(({ BrowserWindow }) => {
        const { webContents } = BrowserWindow.getAllWindows().toSorted((a, b) => b.id - a.id)[0]!
        const empty = (): void => void webContents.executeJavaScript('document.body.replaceChildren()')
        webContents.on('dom-ready', empty)
        webContents.on('did-finish-load', empty)
        empty()
      })
    )
    expect(steps).toEqual(['repaint', 'reload', 'new-window'])
    expect(faultsSince(before).join('\n')).not.toContain('launcher:')
  })

  it('in every window that is opened comes back with the program started anew', async () => {
    const before = app.stderr().length
    const { pid } = await boardAfter(dataDir, null)
    const startedMs = performance.now()
    await app.electron.evaluate(({ app: electron, BrowserWindow }) => {
      const spoil = (webContents: Electron.WebContents): void => {
        const empty = (): void => void webContents.executeJavaScript('document.body.replaceChildren()')
        webContents.on('dom-ready', empty)
        webContents.on('did-finish-load', empty)
        empty()
      }
      electron.on('web-contents-created', (_event, webContents) => spoil(webContents))
      for (const { webContents } of BrowserWindow.getAllWindows()) spoil(webContents)
    })
    await boardAfter(dataDir, pid)
    tellRecovery('pages that no new window helps', startedMs)
    expect(stepsIn(app, before).at(-1)).toBe('relaunch')
    expect(faultsSince(before).join('\n')).toContain('launcher: the app asks to be started anew; started anew at once')
  })
})
