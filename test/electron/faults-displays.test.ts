import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, expect, it } from 'vitest'
import { startDemoStore } from '../../src/main/demo-store/demo-store.ts'
import { covaVariables, type DesktopApp, freePort, hamilton, launchDesktop, tellSkipped } from './desktop-app.ts'
import { openDummyDisplays } from './dummy-displays.ts'
import { waitForBoards, withstood } from './fault-recovery.ts'

const SETTLES_MS = 30_000
const FULL = [1920, 1080] as const

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

type Place = readonly [x: number, y: number, width: number, height: number]

/** Waits until windows lie just where they should, from left to right. */
async function untilAt(app: DesktopApp, places: readonly Place[]): Promise<void> {
  const now = (): Promise<readonly (readonly number[])[]> =>
    app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .map((window) => [window.getBounds(), window.getContentSize()] as const)
        .toSorted(([a], [b]) => a.x - b.x)
        .map(([{ x, y }, [width = 0, height = 0]]) => [x, y, width, height])
    )
  await expect.poll(now, { timeout: SETTLES_MS, interval: 100 }).toEqual(places)
}

it('a display that goes, comes back, has another size, or is turned has its board again, and no window is taken for faulty', async ({
  skip
}) => {
  const displays = await openDummyDisplays()
  if (displays === null) return skip(tellSkipped('faults of displays: there is no X server with the dummy driver here'))
  ends.push(displays.close)
  // A television that the system turns is one of another shape; this driver turns nothing by itself.
  displays.arrange('--newmode', '1080x1920', ...'148.5 1080 1100 1120 1200 1920 1930 1940 1960'.split(' '))
  for (const mode of ['1920x1080', '1280x720', '1080x1920']) displays.arrange('--addmode', 'DUMMY1', mode)
  const right = (...more: readonly string[]): void =>
    displays.arrange('--output', 'DUMMY1', ...more, '--right-of', 'DUMMY0')
  displays.arrange('--output', 'DUMMY0', '--mode', '1920x1080')
  right('--mode', '1920x1080')

  const dataDir = mkdtempSync(join(tmpdir(), 'topshelf-displays-'))
  ends.push(() => rmSync(dataDir, { recursive: true, force: true }))
  const screens = { displays: { set: { kind: 'classifications', paths: [['Edibles']] }, dwellSeconds: 120 } }
  writeFileSync(
    join(dataDir, 'settings.json'),
    JSON.stringify({ version: 1, source: 'cova', locationId: hamilton.locationId, screens })
  )
  const store = await startDemoStore({ living: false })
  ends.push(() => store.close())
  const app = await launchDesktop(
    {
      ...covaVariables(store, dataDir),
      TOPSHELF_SCREENS_PORT: String(await freePort()),
      DISPLAY: displays.name
    },
    ['--kiosk']
  )
  ends.push(() => app.close())
  const left: Place = [0, 0, ...FULL]
  await untilAt(app, [left, [1920, 0, ...FULL]])
  await waitForBoards(app, 2)
  const before = app.stderr().length

  await withstood(app, 'display unplugged', async () => {
    displays.arrange('--output', 'DUMMY1', '--off')
    await untilAt(app, [left])
  })
  await withstood(app, 'display back', async () => {
    right('--mode', '1920x1080')
    await untilAt(app, [left, [1920, 0, ...FULL]])
  })
  await withstood(app, 'resolution changed', async () => {
    right('--mode', '1280x720')
    await untilAt(app, [left, [1920, 0, 1280, 720]])
  })
  await withstood(app, 'display turned', async () => {
    right('--mode', '1080x1920')
    await untilAt(app, [left, [1920, 0, 1080, 1920]])
  })
  // Longer than a fault is left alone.
  await delay(5000)
  expect(app.stderr().slice(before)).not.toMatch(/display \d: /)
  expect(
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().every((one) => one.isKiosk()))
  ).toBe(true)
})
