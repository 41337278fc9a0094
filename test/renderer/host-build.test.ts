import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Engine, ViewEvent } from '../../src/main/engine/engine.types.ts'
import { type BoardServer, createBoardServer } from '../../src/main/http/board-server.ts'
import { pageBuildOf, withPageBuild } from '../../src/main/http/page-build.ts'
import { followHostBuild } from '../../src/renderer/bridge/host-build.ts'
import { builtRenderer } from './renderer-build.ts'
import { launchChromium } from './chromium.ts'
import { standardView } from './fixture-view.ts'

let built: string
let browser: Browser

beforeAll(async () => {
  built = await builtRenderer()
  browser = await launchChromium()
})
afterAll(() => browser.close())

/** One board that never changes, from a host whose build does. */
const engine = {
  subscribeView: async (_query: unknown, listener: (event: ViewEvent) => void) => {
    listener({ kind: 'view', view: standardView() })
    return { ok: true, close: () => {} }
  },
  locations: async () => [{ locationId: 7 }],
  screenAlive: () => {}
} as unknown as Engine

describe('a board page whose host has another build', () => {
  let folder: string
  let host: BoardServer
  let port: number
  let asked: string[]
  let page: Page
  let loads: number
  let said: string[]
  /** The build that a page in between serves in place of the host's, as a cache gone wrong would. */
  let cached: string | null

  async function startHost(): Promise<void> {
    host = createBoardServer({
      engine: () => engine,
      rendererDir: folder,
      extend: (server) => {
        server.addHook('onRequest', async (request) => {
          asked.push(request.url)
        })
        server.addHook('onSend', async (request, _reply, payload) => {
          const isNavigation = request.headers['sec-fetch-dest'] === 'document'
          return isNavigation && cached !== null && typeof payload === 'string' ? withPageBuild(cached) : payload
        })
      }
    })
    const url = await host.server.listen({ port, host: '127.0.0.1' })
    port = Number(new URL(url).port)
  }

  /** The same page with other content, as another build of the program has. */
  function rebuild(): string {
    const file = join(folder, 'index.html')
    writeFileSync(file, `${readFileSync(file, 'utf8')}<!-- built again -->`)
    return pageBuildOf(readFileSync(file, 'utf8'))
  }

  const ownBuild = (): Promise<string | null> => page.getAttribute('meta[name=topshelf-build]', 'content')

  /** Lets the page's clock run until something holds. */
  async function untilTrue(holds: () => boolean | Promise<boolean>): Promise<void> {
    await expect
      .poll(
        async () => {
          await page.clock.fastForward(5000)
          return holds()
        },
        { timeout: 20_000 }
      )
      .toBe(true)
  }

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'topshelf-build-'))
    cpSync(built, folder, { recursive: true })
    port = 0
    asked = []
    loads = 0
    said = []
    cached = null
    await startHost()
    page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    page.on('load', () => (loads += 1))
    page.on('console', (message) => said.push(message.text()))
    await page.clock.install()
    await page.goto(`http://127.0.0.1:${port}/boards/7?theme=light`)
    await page.waitForSelector('[data-state=board]')
  })
  afterEach(async () => {
    await page.close()
    await host.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('stays while the host is gone and while the new page cannot be had whole, then loads it, once', async () => {
    expect(await ownBuild()).toBe(pageBuildOf(readFileSync(join(folder, 'index.html'), 'utf8')))
    await host.close()
    const build = rebuild()
    await page.clock.fastForward(60_000)
    expect([loads, await page.locator('[data-state=board]').count()]).toEqual([1, 1])

    const scripts = join(folder, 'assets')
    // The page's own; the manager's window has others there.
    const script = /assets\/([^"]+\.js)/.exec(readFileSync(join(folder, 'index.html'), 'utf8'))![1]!
    renameSync(join(scripts, script), join(folder, 'not-there-yet'))
    // The old page has its script in its cache; a new build's has another name.
    const renamed = script.replace('.js', '-2.js')
    const file = join(folder, 'index.html')
    writeFileSync(file, readFileSync(file, 'utf8').replace(script, renamed))
    const newest = pageBuildOf(readFileSync(file, 'utf8'))
    expect(newest).not.toBe(build)
    await startHost()
    await untilTrue(() => asked.filter((url) => url === `/assets/${renamed}`).length > 1)
    expect([loads, await page.locator('[data-state=board]').count()]).toEqual([1, 1])

    await host.close()
    renameSync(join(folder, 'not-there-yet'), join(scripts, renamed))
    expect(existsSync(join(scripts, renamed))).toBe(true)
    await startHost()
    await untilTrue(async () => loads === 2 && (await ownBuild()) === newest)
    await page.waitForSelector('[data-state=board]')
    expect(page.url()).toContain('theme=light')
    await page.clock.fastForward(120_000)
    expect(loads).toBe(2)
  })

  it('stays, and says so, where it was loaded anew and is still the old one', async () => {
    cached = readFileSync(join(folder, 'index.html'), 'utf8')
    const old = await ownBuild()
    await host.close()
    const build = rebuild()
    await startHost()
    await untilTrue(() => loads === 2)
    await page.waitForSelector('[data-state=board]')
    await expect.poll(() => said.filter((line) => line.includes('it stays')).length).toBe(1)
    expect(said.find((line) => line.includes('it stays'))).toContain(build)
    expect(await ownBuild()).toBe(old)
    await page.clock.fastForward(120_000)
    expect([loads, await page.locator('[data-state=board]').count()]).toEqual([2, 1])
  })
})

describe('the screens of a store whose host has another build', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('do not come at once', async () => {
    const reloads: number[] = []
    for (let screen = 0; screen < 200; screen += 1)
      followHostBuild({
        ownBuild: 'old',
        canBeHad: async () => true,
        loadedFor: () => [],
        remember: () => true,
        reload: () => reloads.push(Date.now()),
        random: () => screen / 200
      })('new')
    const startMs = Date.now()
    await vi.advanceTimersByTimeAsync(10_000)
    const bySecond = reloads.map((atMs) => Math.floor((atMs - startMs) / 1000))
    expect(Array.from({ length: 10 }, (_, second) => bySecond.filter((at) => at === second).length)).toEqual(
      Array.from({ length: 10 }, () => 20)
    )
  })

  it('stay where the host goes back to their own, and where they could not know that they had loaded anew', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    let remembers = true
    let reloads = 0
    const heard = followHostBuild({
      ownBuild: 'old',
      canBeHad: async () => true,
      loadedFor: () => [],
      remember: () => remembers,
      reload: () => (reloads += 1),
      random: () => 0.5
    })
    heard('new')
    heard('old')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(reloads).toBe(0)
    remembers = false
    heard('newer')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(reloads).toBe(0)
    expect(warn).toHaveBeenCalledOnce()
    warn.mockRestore()
  })
})
