import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDemoStore, type DemoStore } from '../../src/main/demo-store/demo-store.ts'
import { covaVariables, type DesktopApp, hamilton, launchDesktop } from './desktop-app.ts'
import { recovered } from './fault-recovery.ts'

/** One app, and one fault after the other: each test leaves a window that is well. */
let store: DemoStore
let dataDir: string
let app: DesktopApp

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'topshelf-faults-'))
  const set = { kind: 'classifications', paths: [['Edibles']] }
  writeFileSync(
    join(dataDir, 'settings.json'),
    JSON.stringify({
      version: 1,
      source: 'cova',
      locationId: hamilton.locationId,
      screens: { displays: { set, dwellSeconds: 120 }, default: { set, dwellSeconds: 120 } }
    })
  )
  store = await startDemoStore({ living: false })
  app = await launchDesktop(covaVariables(store, dataDir), ['--windowed'])
  await app.page.waitForSelector('main.board [data-item]')
})
afterAll(async () => {
  await app.close()
  await store.close()
  rmSync(dataDir, { recursive: true, force: true })
})

/** The page that the window shows now: another object after a crash. */
function page(): Page {
  return app.electron.windows()[0]!
}

/** The process of the window's page. */
function rendererPid(): Promise<number> {
  return app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId())
}

describe('a window whose page', () => {
  it('crashes comes back with its board', async () => {
    await recovered(app, 'renderer crash', () =>
      app.electron.evaluate(({ BrowserWindow }) => {
        BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer()
      })
    )
  })

  it('is killed by the system comes back with its board', async () => {
    await recovered(app, 'renderer killed', async () => {
      process.kill(await rendererPid(), 'SIGKILL')
    })
  })

  it('hangs in an endless loop comes back with its board', async () => {
    await recovered(app, 'hang', async () => {
      void page()
        .evaluate(() => {
          for (;;);
        })
        .catch(() => undefined)
    })
  })

  it('is stopped comes back with its board', async () => {
    await recovered(app, 'renderer stopped', async () => {
      process.kill(await rendererPid(), 'SIGSTOP')
    })
  })

  it('is emptied comes back with its board', async () => {
    await recovered(app, 'empty page', () => page().evaluate(() => document.body.replaceChildren()))
    await recovered(app, 'page without its states', () =>
      page().evaluate(() => document.getElementById('root')!.replaceChildren())
    )
  })

  it('is covered by one colour comes back with its board', async () => {
    await recovered(app, 'one colour', () =>
      page().evaluate(() => {
        const cover = document.createElement('div')
        Object.assign(cover.style, { position: 'fixed', inset: '0', background: '#222', zIndex: '2147483646' })
        document.body.append(cover)
      })
    )
  })

  it('runs out of memory comes back with its board', async () => {
    await recovered(app, 'renderer out of memory', async () => {
      void page()
        .evaluate(() => {
          const held: number[][] = []
          for (;;) held.push(Array.from({ length: 1_000_000 }, (_, at) => at * 1.5))
        })
        .catch(() => undefined)
    })
  })
})

describe('the machine below', () => {
  it('loses the process that draws, and the board is drawn again', async () => {
    await recovered(app, 'GPU process killed', async () => {
      const gpu = await app.electron.evaluate(
        ({ app: electron }) => electron.getAppMetrics().find(({ type }) => type === 'GPU')?.pid ?? null
      )
      expect(gpu, 'a GPU process').not.toBeNull()
      process.kill(gpu!, 'SIGKILL')
    })
  })

  it('sleeps and wakes: the board goes on by itself, and nothing is taken for a fault', async () => {
    const before = app.stderr().length
    const pids = await app.electron.evaluate(({ app: electron }) => electron.getAppMetrics().map(({ pid }) => pid))
    for (const pid of pids) process.kill(pid, 'SIGSTOP')
    await delay(15_000)
    for (const pid of pids) process.kill(pid, 'SIGCONT')
    await recovered(app, 'sleep of 15 s', async () => undefined)
    await delay(6000)
    // No step was taken: neither for the window nor for the engine.
    expect(app.stderr().slice(before)).not.toMatch(/display 1: /)
  })
})

describe('the desktop', () => {
  it('keeps the display awake', async () => {
    expect(await app.electron.evaluate(({ powerSaveBlocker }) => powerSaveBlocker.isStarted(0))).toBe(true)
  })

  it('takes nothing for a fault while a window is minimised, and has its board afterwards', async () => {
    const before = app.stderr().length
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.hide())
    await delay(8000)
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.show())
    await recovered(app, 'window hidden for 8 s', async () => undefined)
    expect(app.stderr().slice(before)).not.toMatch(/display 1: /)
  })
})
