import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDemoStore, type DemoStore } from '../../src/main/demo-store/demo-store.ts'
import { covaVariables, type DesktopApp, freePort, hamilton, launchDesktop, tellSkipped } from './desktop-app.ts'
import { recovered, waitForBoards, withstood } from './fault-recovery.ts'

/** Each fault gets a window that had none before: a second one within two minutes is met with a larger step. */
const WINDOWS = 4

let store: DemoStore
const dataDirs: string[] = []

beforeAll(async () => {
  store = await startDemoStore({ living: false })
})
afterAll(async () => {
  await store.close()
  for (const dataDir of dataDirs) rmSync(dataDir, { recursive: true, force: true })
})

async function openWindows(): Promise<{ readonly app: DesktopApp; readonly pages: readonly Page[] }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'topshelf-faults-'))
  dataDirs.push(dataDir)
  const displays = {
    set: { kind: 'classifications', paths: [['Edibles'], ['Concentrates'], ['Vapes']] },
    dwellSeconds: 120
  }
  writeFileSync(
    join(dataDir, 'settings.json'),
    JSON.stringify({ version: 1, source: 'cova', locationId: hamilton.locationId, screens: { displays } })
  )
  const app = await launchDesktop(
    { ...covaVariables(store, dataDir), TOPSHELF_SCREENS_PORT: String(await freePort()) },
    [`--windows=${WINDOWS}`]
  )
  await waitForBoards(app, WINDOWS)
  return { app, pages: [...app.electron.windows()] }
}

/** The process of a window's page. */
async function processOf(app: DesktopApp, page: Page): Promise<number> {
  const window = await app.electron.browserWindow(page)
  return window.evaluate(({ webContents }) => webContents.getOSProcessId())
}

function linesSince(app: DesktopApp, at: number): string {
  return app.stderr().slice(at)
}

describe('a window whose page', () => {
  let app: DesktopApp
  let pages: readonly Page[]

  beforeAll(async () => {
    ;({ app, pages } = await openWindows())
  })
  afterAll(() => app?.close())

  it('crashes has its board again', async () => {
    const window = await app.electron.browserWindow(pages[0]!)
    const steps = await recovered(app, 'renderer crash', () =>
      window.evaluate(({ webContents }) => webContents.forcefullyCrashRenderer())
    )
    expect(steps[0]).toBe('reload')
    expect(app.stderr()).toMatch(/topshelf: display \d: crashed, well again after [\d.]+ s, \d+ looks \([a-z-]+\)\n/)
  })

  it('hangs in an endless loop has its board again', async () => {
    const steps = await recovered(app, 'renderer hang', async () => {
      void pages[1]!
        .evaluate(() => {
          for (;;);
        })
        .catch(() => undefined)
    })
    expect(steps[0]).toBe('reload')
  })

  it('is emptied has its board again', async () => {
    const steps = await recovered(app, 'empty page', () => pages[2]!.evaluate(() => document.body.replaceChildren()))
    expect(steps.slice(0, 2)).toEqual(['repaint', 'reload'])
  })

  it('is covered by one colour has its board again', async () => {
    const steps = await recovered(app, 'one colour', () =>
      pages[3]!.evaluate(() => {
        const cover = document.createElement('div')
        // Below the strip: the page itself says that all is well.
        Object.assign(cover.style, { position: 'fixed', inset: '0', background: '#222', zIndex: '2147483646' })
        document.body.append(cover)
      })
    )
    expect(steps.slice(0, 2)).toEqual(['repaint', 'reload'])
  })

  it('keeps its board through the sleep of the machine, and nothing is taken for a fault', async () => {
    const before = app.stderr().length
    const pids = await app.electron.evaluate(({ app: electron }) => electron.getAppMetrics().map(({ pid }) => pid))
    for (const pid of pids) process.kill(pid, 'SIGSTOP')
    await delay(12_000)
    for (const pid of pids) process.kill(pid, 'SIGCONT')
    await withstood(app, 'sleep of 12 s', async () => undefined)
    await delay(6000)
    expect(linesSince(app, before)).not.toMatch(/display \d: /)
  })

  it('stands on a display that stays awake', async () => {
    expect(await app.electron.evaluate(({ powerSaveBlocker }) => powerSaveBlocker.isStarted(0))).toBe(true)
  })
})

describe('a window whose process', () => {
  let app: DesktopApp
  let pages: readonly Page[]

  beforeAll(async () => {
    ;({ app, pages } = await openWindows())
  })
  afterAll(() => app.close())

  it('is killed by the system has its board again', async () => {
    const pid = await processOf(app, pages[0]!)
    const steps = await recovered(app, 'renderer killed', async () => process.kill(pid, 'SIGKILL'))
    expect(steps[0]).toBe('reload')
  })

  it('is stopped has its board again', async () => {
    const pid = await processOf(app, pages[1]!)
    const steps = await recovered(app, 'renderer stopped', async () => process.kill(pid, 'SIGSTOP'))
    expect(steps[0]).toBe('reload')
  })

  it('draws none of its states any more has its board again', async () => {
    const steps = await recovered(app, 'page without its states', () =>
      pages[2]!.evaluate(() => document.getElementById('root')!.replaceChildren())
    )
    expect(steps).toContain('reload')
  })

  it('runs out of memory has its board again', async () => {
    const steps = await recovered(app, 'renderer out of memory', async () => {
      void pages[3]!
        .evaluate(() => {
          const held: number[][] = []
          for (;;) held.push(Array.from({ length: 1_000_000 }, (_, at) => at * 1.5))
        })
        .catch(() => undefined)
    })
    expect(steps[0]).toBe('reload')
  })

  it('draws by a GPU process that dies is drawn again', async ({ skip }) => {
    const gpu = await app.electron.evaluate(
      ({ app: electron }) => electron.getAppMetrics().find(({ type }) => type === 'GPU')?.pid ?? null
    )
    if (gpu === null) return skip(tellSkipped('death of the GPU process: this machine draws without one'))
    await withstood(app, 'GPU process killed', async () => process.kill(gpu, 'SIGKILL'))
  })
})
