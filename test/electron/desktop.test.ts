import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { startDemoStore, type DemoStore } from '../../src/main/demo-store/demo-store.ts'
import { environmentOf, startServe } from '../main/serve/serve-process.ts'
import {
  covaVariables,
  environmentWith,
  freePort,
  hamilton,
  hasOnePlainPrice,
  holdPage,
  keepScreen,
  launchArguments,
  launchDesktop,
  root,
  runtime,
  type DesktopApp
} from './desktop-app.ts'

const opened: DesktopApp[] = []
const stores: DemoStore[] = []
const folders: string[] = []
const children: ChildProcess[] = []

afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill()
  for (const app of opened.splice(0)) await app.close()
  for (const store of stores.splice(0)) await store.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function newDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'topshelf-desktop-'))
  folders.push(folder)
  return folder
}

async function launch(
  variables: Readonly<Record<string, string>>,
  options: readonly string[] = []
): Promise<DesktopApp> {
  const app = await launchDesktop(variables, options)
  opened.push(app)
  return app
}

async function close(app: DesktopApp): Promise<void> {
  opened.splice(opened.indexOf(app), 1)
  await app.close()
}

async function startStore(): Promise<DemoStore> {
  const store = await startDemoStore({ living: false })
  stores.push(store)
  return store
}

async function stopStore(store: DemoStore): Promise<void> {
  stores.splice(stores.indexOf(store), 1)
  await store.close()
}

async function chooseHamilton(page: Page): Promise<void> {
  await page.getByRole('button', { name: hamilton.name }).click()
  await page.waitForSelector('main.board [data-item], [data-state=finish]')
  // The demo store is in no market: there the board comes at once.
  if ((await page.locator('[data-state=finish]').count()) > 0) {
    await page.locator('label.choice').filter({ hasText: /^No$/ }).click()
    await page.getByRole('button', { name: 'Show the board' }).click()
  }
  await page.waitForSelector('main.board [data-item]')
}

function itemsOn(page: Page): Promise<readonly string[]> {
  return page.$$eval('[data-item]', (items) => items.map((item) => item.getAttribute('data-item') ?? ''))
}

describe('first run', () => {
  it('offers the demo store, then its locations, then shows the board; the next start goes straight to it', async () => {
    const dataDir = newDataDir()
    const first = await launch({ TOPSHELF_DATA_DIR: dataDir })
    await keepScreen(first.page, 'first-run')
    await first.page.getByRole('button', { name: 'Use the demo store' }).click()
    await first.page.getByRole('button', { name: hamilton.name }).waitFor()
    await keepScreen(first.page, 'locations')
    await chooseHamilton(first.page)
    expect((await itemsOn(first.page)).length).toBeGreaterThan(5)
    expect(await first.page.textContent('.spine .wordmark')).toContain('Hamilton')
    await keepScreen(first.page, 'demo-board')
    await close(first)

    const second = await launch({ TOPSHELF_DATA_DIR: dataDir })
    await second.page.waitForSelector('main.board [data-item]')
    expect(await second.page.getByRole('button').count()).toBe(0)
    expect(await second.page.textContent('.spine .wordmark')).toContain('Hamilton')
    await keepScreen(second.page, 'relaunch')
  })

  it('--demo shows a board of the demo store with nothing to click', async () => {
    const app = await launch({ TOPSHELF_DATA_DIR: newDataDir() }, ['--demo'])
    await app.page.waitForSelector('main.board [data-item]')
    expect((await itemsOn(app.page)).length).toBeGreaterThan(5)
  })

  it('shows the pictures of a screen that is set to, and the logo, under its own scheme', async () => {
    const dataDir = newDataDir()
    writeFileSync(
      join(dataDir, 'settings.json'),
      JSON.stringify({ version: 1, storeLogo: 'logo.svg', screens: { default: { pictures: true } } })
    )
    writeFileSync(join(dataDir, 'logo.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="80"/>')
    const app = await launch({ TOPSHELF_DATA_DIR: dataDir }, ['--demo'])
    await app.page.waitForSelector('main.board[data-pictures]:not([data-pictures="0"])', { timeout: 60_000 })
    const [logo = ''] = await app.page.$$eval('.spine img', (images) =>
      images.map((image) => image.getAttribute('src') ?? '')
    )
    expect(logo).toMatch(/^\/pictures\/[0-9a-f]{32}$/)
    const answers = await app.page.evaluate(
      (paths) =>
        Promise.all(
          paths.map(async (path) => [(await fetch(path)).status, (await fetch(path)).headers.get('content-type')])
        ),
      [logo, `/pictures/${'f'.repeat(32)}`, '/pictures/..%2fsettings.json']
    )
    expect(answers).toEqual([
      [200, 'image/webp'],
      [404, 'text/plain'],
      [404, 'text/plain']
    ])
    await keepScreen(app.page, 'pictures')
  })

  it('serves its boards to the other screens of the machine, on loopback', async () => {
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    const app = await launch({ TOPSHELF_DATA_DIR: newDataDir(), TOPSHELF_SCREENS_PORT: String(port) }, ['--demo'])
    await app.page.waitForSelector('main.board [data-item]')
    const locations = (await (await fetch(`${url}/api/locations`)).json()) as readonly { locationId: number }[]
    expect(locations.length).toBe(4)
    const board = await fetch(`${url}/api/boards/${locations[0]?.locationId}`)
    expect(((await board.json()) as { items: unknown[] }).items.length).toBeGreaterThan(300)
  })

  it('says why credentials do not work, and stays where they can be corrected', async () => {
    const store = await startStore()
    const { COVA_API_URL, COVA_TOKEN_URL, TOPSHELF_DATA_DIR } = covaVariables(store, newDataDir())
    const app = await launch({
      COVA_API_URL: COVA_API_URL!,
      COVA_TOKEN_URL: COVA_TOKEN_URL!,
      TOPSHELF_DATA_DIR: TOPSHELF_DATA_DIR!
    })
    const { page } = app
    const entered = { ...store.credentials, password: 'wrong' }
    const letter = Object.entries(entered).map(([field, value]) => `${field}: ${value}`)
    await page.getByLabel('Paste the five values').fill(letter.join('\n'))
    await page.getByRole('button', { name: /connect/i }).click()
    await page.getByRole('alert').waitFor()
    await keepScreen(page, 'wrong-credentials')

    await page.getByRole('button', { name: 'Type them one by one' }).click()
    await page.getByLabel('Password', { exact: true }).fill(store.credentials.password)
    await page.getByRole('button', { name: /connect/i }).click()
    await page.getByRole('button', { name: hamilton.name }).waitFor()
    // Root has no keyring here: what cannot be kept is said, and not written down.
    await page.getByText('This system has no key store').waitFor()
    await keepScreen(page, 'no-key-store')
    await chooseHamilton(page)
    expect((await itemsOn(page)).length).toBeGreaterThan(5)
    const written = readdirSync(TOPSHELF_DATA_DIR!, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('chromium'))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    for (const secret of [store.credentials.password, store.credentials.clientSecret])
      expect(written.some((text) => text.includes(secret))).toBe(false)
  })
})

describe('a board of a Cova store', () => {
  it('follows a price to the pixel, and without a network shows the last board', async () => {
    const store = await startStore()
    const dataDir = newDataDir()
    const variables = covaVariables(store, dataDir)
    const app = await launch(variables)
    await chooseHamilton(app.page)
    await holdPage(app.page)

    const productId = (await itemsOn(app.page)).find((id) => hasOnePlainPrice(store, id))
    expect(productId, 'a product with a single price on the first page').toBeDefined()
    const cell = app.page.locator(`[data-product-id="${productId}"]`).first()
    const before = { text: await cell.textContent(), picture: await cell.screenshot() }
    expect(before.text).not.toContain('77.77')
    await keepScreen(app.page, 'price-before')

    store.state.setPrice(productId!, hamilton.locationId, '77.77')
    await expect.poll(() => cell.textContent(), { timeout: 30_000 }).toContain('77.77')
    // The pulse over a changed price ends before the picture is taken: what differs then is the price.
    await expect.poll(() => cell.locator('.pulse').count(), { timeout: 10_000 }).toBe(0)
    expect((await cell.screenshot()).equals(before.picture)).toBe(false)
    await keepScreen(app.page, 'price-after')
    const items = await itemsOn(app.page)
    await close(app)
    await stopStore(store)

    const offline = await launch(variables)
    await offline.page.waitForSelector('main.board [data-item]')
    await holdPage(offline.page)
    expect(await itemsOn(offline.page)).toEqual(items)
    expect(await offline.page.locator(`[data-product-id="${productId}"]`).first().textContent()).toContain('77.77')
    await keepScreen(offline.page, 'offline')
  })
})

describe('an engine that dies', () => {
  it('leaves the board on the screen, and is followed by another that goes on with it', async () => {
    const store = await startStore()
    const { page, electron, stderr } = await launch(covaVariables(store, newDataDir()))
    await chooseHamilton(page)
    // Whoever is spoken to next is the engine's worker: the page that starts anew asks it for its board.
    await electron.evaluate(() => {
      const { Worker } = process.getBuiltinModule('node:worker_threads')
      const { postMessage } = Worker.prototype
      Worker.prototype.postMessage = function (...given: Parameters<typeof postMessage>) {
        Worker.prototype.postMessage = postMessage
        postMessage.apply(this, given)
        setTimeout(() => void this.terminate(), 500)
      }
    })
    await holdPage(page)
    await expect.poll(stderr, { timeout: 10_000 }).toContain('The engine ended')
    const productId = (await itemsOn(page)).find((id) => hasOnePlainPrice(store, id))
    expect(productId, 'a board with a single price').toBeDefined()
    store.state.setPrice(productId!, hamilton.locationId, '66.66')
    const cell = page.locator(`[data-product-id="${productId}"]`).first()
    await expect.poll(() => cell.textContent(), { timeout: 30_000 }).toContain('66.66')
  })
})

describe('the window', () => {
  it('fills the screen, and loads the board again when its page dies', async () => {
    const { page, electron } = await launch({ TOPSHELF_DATA_DIR: newDataDir() }, ['--demo'])
    await page.waitForSelector('main.board [data-item]')
    expect(await page.evaluate(() => [window.innerWidth, window.innerHeight])).toEqual([1920, 1080])

    await electron.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer()
    })
    const itemsAfter = (): Promise<unknown> =>
      electron.evaluate(({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]!.webContents
        const count = contents.executeJavaScript('document.querySelectorAll("main.board [data-item]").length')
        // A page that dies while it is asked never answers.
        return Promise.race([count, new Promise((resolve) => setTimeout(() => resolve(0), 500))])
      })
    await expect.poll(itemsAfter, { timeout: 20_000 }).toBeGreaterThan(5)
  })

  it('says why there is no board, asks nobody anything, and shows it as soon as there is one', async () => {
    const dataDir = newDataDir()
    writeFileSync(
      join(dataDir, 'settings.json'),
      JSON.stringify({ version: 1, source: 'demo', locationId: hamilton.locationId })
    )
    const other = await startServe(['--demo'], environmentOf(null, dataDir))
    children.push(other.child)
    const { page, stderr } = await launch({ TOPSHELF_DATA_DIR: dataDir })
    await page.waitForSelector('.reason')
    expect(await page.innerText('main')).toContain(dataDir)
    await keepScreen(page, 'no-board-yet')
    await expect.poll(stderr, { timeout: 15_000 }).toContain(dataDir)
    expect(await other.stop()).toBe(0)
    await page.waitForSelector('main.board [data-item]')
    expect(await page.textContent('.spine .wordmark')).toContain('Hamilton')
  })

  it('gives its page named functions and nothing of Node or Electron', async () => {
    const { page } = await launch({ TOPSHELF_DATA_DIR: newDataDir() })
    const seen = await page.evaluate(() => ({
      globals: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter((name) => name in window),
      bridge: Object.entries(window.topshelf ?? {}).map(([name, value]) => `${name}: ${typeof value}`)
    }))
    expect(seen.globals).toEqual([])
    expect(seen.bridge).toEqual(
      [
        'setupState',
        'useDemo',
        'connect',
        'chooseLocation',
        'finishSetup',
        'cancelSetup',
        'boardReady',
        'kioskSheet',
        'kioskBasket',
        'kioskHandOver',
        'openManager',
        'screenAlive',
        'onSetupChanged',
        'onBoardView',
        'onBoardPatch',
        'onClock',
        'onAlive',
        'onBeat',
        'onOrder',
        'onProblem'
      ].map((name) => `${name}: function`)
    )
  })

  it('stays on its own pages, opens no window, asks nothing of the network, and is granted nothing', async () => {
    const { page, electron } = await launch({ TOPSHELF_DATA_DIR: newDataDir() })
    const outcome = await page.evaluate(async () => ({
      opened: window.open('https://example.com/') === null,
      fetched: await fetch('https://example.com/').then(
        () => true,
        () => false
      ),
      outside: (await fetch('app://topshelf/..%2f..%2fpackage.json')).status,
      policy: (await fetch('app://topshelf/index.html')).headers.get('content-security-policy'),
      notifications: await Notification.requestPermission()
    }))
    expect(outcome).toMatchObject({ opened: true, fetched: false, outside: 404, notifications: 'denied' })
    expect(outcome.policy).toContain("default-src 'none'")
    expect(outcome.policy).not.toContain('unsafe-')

    await page.evaluate(() => window.location.assign('https://example.com/'))
    expect(await page.evaluate(() => window.location.href)).toBe('app://topshelf/index.html')
    expect(electron.windows().length).toBe(1)
  })

  it('refuses other arguments than a channel takes, and callers that are no page of ours', async () => {
    const { page, electron } = await launch({ TOPSHELF_DATA_DIR: newDataDir() })
    const refusal = await page.evaluate(() =>
      window.topshelf?.chooseLocation('110502' as unknown as number, null).catch((error: Error) => error.message)
    )
    expect(refusal).toContain('setup:choose-location: wrong arguments')

    const stranger = await electron.evaluate(
      async ({ BrowserWindow }, preload) => {
        const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
        await window.loadURL('data:text/html,stranger')
        const answer: unknown = await window.webContents.executeJavaScript(
          'window.topshelf.setupState().catch((error) => error.message)'
        )
        window.destroy()
        return answer
      },
      join(root, 'out/preload/preload.cjs')
    )
    expect(stranger).toContain('setup:state: refused')
  })

  it('opens once for each data directory: a second start ends by itself', async () => {
    const dataDir = newDataDir()
    const { page } = await launch({ TOPSHELF_DATA_DIR: dataDir })
    const second = spawn(runtime(), launchArguments(), {
      env: environmentWith({ TOPSHELF_DATA_DIR: dataDir }),
      stdio: 'ignore'
    })
    expect(await once(second, 'exit')).toEqual([0, null])
    expect(await page.evaluate(() => window.location.href)).toBe('app://topshelf/index.html')
  })
})

describe('npm start', () => {
  it('opens the app, and ends it when it is told to', async () => {
    const started = spawn(process.execPath, [join(root, 'scripts/start.ts'), '--demo'], {
      env: environmentWith({
        TOPSHELF_DATA_DIR: newDataDir(),
        ELECTRON_OVERRIDE_DIST_PATH: dirname(runtime()),
        TOPSHELF_ELECTRON_ARGS: launchArguments()
          .filter((argument) => argument !== root)
          .concat('--remote-debugging-port=0')
          .join(' ')
      }),
      stdio: ['ignore', 'ignore', 'pipe']
    })
    children.push(started)
    let stderr = ''
    started.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
    await expect.poll(() => stderr, { timeout: 30_000 }).toMatch(/DevTools listening on ws:/)
    const port = /ws:\/\/127\.0\.0\.1:(\d+)/.exec(stderr)![1]
    await expect
      .poll(async () => (await fetch(`http://127.0.0.1:${port}/json/list`)).text(), { timeout: 30_000 })
      .toContain('app://topshelf/index.html')
    started.kill('SIGTERM')
    expect(await once(started, 'exit')).toEqual([0, null])
    expect(stderr).not.toContain('No window')
  })
})

describe('the built preload', () => {
  it('is one file that requires electron and nothing else', () => {
    expect(readdirSync(join(root, 'out/preload')).toSorted()).toEqual(['manager-preload.cjs', 'preload.cjs'])
    for (const name of ['preload.cjs', 'manager-preload.cjs']) {
      const source = readFileSync(join(root, 'out/preload', name), 'utf8')
      expect([...source.matchAll(/require\(([^)]*)\)/g)].map(([, required]) => required)).toEqual(['"electron"'])
      expect(source).not.toMatch(/^\s*(import|export) /m)
    }
  })
})
