import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageConfiguration } from '../../electron-builder.config.ts'
import type { InvokeChannel } from '../../src/shared/channels.ts'
import { type DesktopApp, launchDesktop, root } from './desktop-app.ts'
import { openManagerWindow } from './manager-window.ts'

/**
 * Electron's security checklist, each item by its name (docs/security.md), asked of the running app: one start for all.
 * Fuses are set when a package is made: what is asked for is looked at here, what a package has in packaged.test.ts.
 */
let dataDir: string
let app: DesktopApp
let stranger: Server
let strangerUrl: string
/** The window of a board, and the manager's. */
const ours: Page[] = []
/** What pages of the app asked for, from the first on. */
const asked: string[] = []

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'topshelf-security-'))
  stranger = createServer((_request, response) => response.setHeader('content-type', 'text/html').end('stranger'))
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve))
  const address = stranger.address()
  strangerUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`
  app = await launchDesktop({ TOPSHELF_DATA_DIR: dataDir }, ['--demo', '--windowed'])
  await app.page.waitForSelector('main.board [data-item]')
  const manager = await openManagerWindow(app)
  ours.push(app.page, manager)
  for (const page of ours) {
    page.on('request', (request) => asked.push(request.url()))
    await page.reload()
    await page.waitForSelector('main')
  }
}, 180_000)
afterAll(async () => {
  await app?.close()
  stranger?.close()
  rmSync(dataDir, { recursive: true, force: true })
})

/** Main's own code as it is built, without what it bundles of others: a line before each module says where it is from. */
function builtMain(): string {
  const folder = join(root, 'out/main')
  const built = readdirSync(folder).filter((name) => name.endsWith('.js'))
  const modules = built.flatMap((name) =>
    readFileSync(join(folder, name), 'utf8').split(/^(?=\/\/ (?:src|node_modules)\/)/m)
  )
  return modules.filter((source) => !source.startsWith('// node_modules/')).join('\n')
}

interface Preferences {
  readonly url: string
  readonly sandbox: boolean
  readonly [name: string]: unknown
}

/** What every window was really made with. */
function preferences(): Promise<readonly Preferences[]> {
  return app.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      const made = contents as unknown as { getLastWebPreferences: () => Record<string, unknown> }
      return { url: contents.getURL(), ...made.getLastWebPreferences() } as unknown as Preferences
    })
  )
}

/** Calls main from a window that Node is in: what our bridge does not let through is sent all the same. */
function invokeFrom(url: string, channel: string, args: readonly unknown[]): Promise<string> {
  return app.electron.evaluate(
    async ({ BrowserWindow }, call) => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: { nodeIntegration: true, contextIsolation: false, sandbox: false }
      })
      try {
        await window.loadURL(call.url)
        const asks = `require('electron').ipcRenderer.invoke(${JSON.stringify(call.channel)}, ...${JSON.stringify(call.args)})`
        return String(
          await window.webContents.executeJavaScript(`${asks}.then((answer) => 'answered', (error) => error.message)`)
        )
      } finally {
        window.destroy()
      }
    },
    { url, channel, args }
  )
}

/** Arguments that no channel takes, for every channel: TypeScript misses none. */
const WRONG_ARGUMENTS: Readonly<Record<InvokeChannel, readonly (readonly unknown[])[]>> = {
  'setup:state': [[1]],
  'setup:use-demo': [['x']],
  'setup:connect': [[], [null], [{ companyId: 1 }], ['__proto__']],
  'setup:choose-location': [['110502', null], [1.5, null], [1, [{}]], [1]],
  'setup:finish': [[], [{}], ['x']],
  'setup:cancel': [[{}]],
  'board:ready': [[{}]],
  'kiosk:sheet': [[], [1], ['x'.repeat(200)], [{ toString: 'x' }]],
  'kiosk:basket': [
    [[{ productId: 1, quantity: '1' }], null],
    [Array.from({ length: 1001 }, () => ({ productId: 'x', quantity: '1' })), null],
    ['x', null]
  ],
  'kiosk:hand-over': [['x'], [[{}]], [null]],
  'manager:open': [[1]],
  'screen:alive': [[], [{}], ['x'], [{ problems: 'x' }]]
}

describe('Electron’s checklist', () => {
  it('1, 18: loads nothing but its own pages by its own protocol; nothing over a network, nothing from a file', () => {
    expect(asked.length).toBeGreaterThan(5)
    expect(asked.filter((url) => !url.startsWith('app://topshelf/'))).toEqual([])
    expect(builtMain()).not.toMatch(/\bloadFile\(|loadURL\(["'`](https?|file):/)
  })

  it('2: no page has Node', async () => {
    for (const made of await preferences())
      for (const name of ['nodeIntegration', 'nodeIntegrationInWorker', 'nodeIntegrationInSubFrames'])
        expect(made[name] ?? false).toBe(false)
    for (const page of ours)
      expect(
        await page.evaluate(() => ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window))
      ).toEqual([])
  })

  it('3: every page’s context is isolated', async () => {
    const made = await preferences()
    expect(made.map(({ contextIsolation }) => contextIsolation)).toEqual([true, true])
    expect(made.map(({ url }) => new URL(url).pathname).toSorted()).toEqual(['/index.html', '/manager.html'])
  })

  it('4: every page is sandboxed, and every page to come', async () => {
    for (const made of await preferences()) expect(made.sandbox).toBe(true)
    expect(builtMain()).toContain('enableSandbox()')
  })

  it('5: every permission is denied, asked and looked up', async () => {
    const granted = await app.page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'midi', 'camera', 'microphone', 'clipboard-read', 'storage-access']
      const states = await Promise.all(
        names.map((name) =>
          navigator.permissions.query({ name: name as PermissionName }).then(
            ({ state }) => state,
            () => 'denied'
          )
        )
      )
      const asks: readonly Promise<unknown>[] = [
        new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
        navigator.mediaDevices.getUserMedia({ audio: true, video: true }),
        navigator.mediaDevices.getDisplayMedia({ video: true }),
        Notification.requestPermission().then((said) => (said === 'granted' ? said : Promise.reject(new Error(said)))),
        navigator.clipboard.readText()
      ]
      const settled = await Promise.allSettled(asks)
      return { states, given: settled.map(({ status }) => status) }
    })
    expect(granted.states).not.toContain('granted')
    expect(new Set(granted.given)).toEqual(new Set(['rejected']))
  })

  it('6, 8, 9, 10: web security stays on; no insecure content, no experiments, no Blink features', async () => {
    for (const made of await preferences()) {
      expect(made['webSecurity']).toBe(true)
      expect(made['allowRunningInsecureContent'] ?? false).toBe(false)
      expect(made['experimentalFeatures'] ?? false).toBe(false)
      expect(made['enableBlinkFeatures'] ?? '').toBe('')
    }
    // Nor by a switch of the command line.
    expect(builtMain()).not.toMatch(
      /disable-web-security|allow-running-insecure-content|ignore-certificate-errors|disable-site-isolation/
    )
    expect(builtMain()).not.toMatch(/setCertificateVerifyProc|on\(["']certificate-error/)
  })

  it('7: every answer of the own protocol has a strict policy, and it holds', async () => {
    for (const page of ours) {
      const seen = await page.evaluate(async () => {
        const paths = [
          '/index.html',
          '/manager.html',
          '/nothing',
          '/pictures/00000000000000000000000000000000',
          '/..%2f..%2fpackage.json'
        ]
        const policies = await Promise.all(
          paths.map(async (path) => (await fetch(`app://topshelf${path}`)).headers.get('content-security-policy'))
        )
        const ran: string[] = []
        Object.assign(window, { ran })
        const script = document.createElement('script')
        script.textContent = 'window.ran.push("inline")'
        document.body.append(script)
        const image = document.createElement('img')
        image.setAttribute('onerror', 'window.ran.push("handler")')
        image.src = 'app://topshelf/nothing.png'
        document.body.append(image)
        try {
          // oxlint-disable-next-line no-new-func -- it must not run
          new Function('window.ran.push("eval")')()
        } catch {
          // As it should be.
        }
        await new Promise((resolve) => setTimeout(resolve, 200))
        script.remove()
        image.remove()
        return { policies, ran }
      })
      expect(seen.ran).toEqual([])
      for (const policy of seen.policies) {
        expect(policy).toContain("default-src 'none'")
        expect(policy).toContain("script-src 'self'")
        expect(policy).toContain("frame-ancestors 'none'")
        expect(policy).not.toMatch(/unsafe-|\*|https?:|data:|blob:/)
      }
    }
  })

  it('11, 12: there are no webviews, and none is attached where one is asked for', async () => {
    for (const made of await preferences()) expect(made['webviewTag']).toBe(false)
    const attached = await app.electron.evaluate(async ({ BrowserWindow, webContents }, url) => {
      const window = new BrowserWindow({ show: false, webPreferences: { webviewTag: true, sandbox: true } })
      await window.loadURL('data:text/html,stranger')
      const before = webContents.getAllWebContents().length
      await window.webContents.executeJavaScript(
        `document.body.innerHTML = '<webview src="${url}" nodeintegration allowpopups disablewebsecurity></webview>'; new Promise((resolve) => setTimeout(resolve, 500)).then(() => null)`
      )
      const after = webContents.getAllWebContents().length
      window.destroy()
      return after - before
    }, strangerUrl)
    expect(attached).toBe(0)
  })

  it('13: a page goes nowhere else', async () => {
    for (const page of ours) {
      const before = page.url()
      for (const url of [
        strangerUrl,
        'data:text/html,x',
        'file:///etc/hostname',
        'app://elsewhere/index.html',
        'javascript:window.ran.push(1)'
      ])
        await page.evaluate((to) => window.location.assign(to), url).catch(() => undefined)
      await page.evaluate((to) => {
        const form = document.createElement('form')
        form.action = to
        document.body.append(form)
        form.submit()
        const link = document.createElement('a')
        link.href = to
        link.download = 'x'
        document.body.append(link)
        link.click()
        form.remove()
        link.remove()
      }, strangerUrl)
      await page.waitForTimeout(300)
      expect(page.url()).toBe(before)
    }
  })

  it('14: a page opens no window', async () => {
    const before = app.electron.windows().length
    for (const page of ours)
      expect(
        await page.evaluate(
          (url) =>
            [url, 'app://topshelf/index.html', 'about:blank'].map(
              (to) => window.open(to, '_blank', 'nodeIntegration=1') === null
            ),
          strangerUrl
        )
      ).toEqual([true, true, true])
    expect(app.electron.windows().length).toBe(before)
  })

  it('no crash dumps are sent anywhere, nor written', () => {
    expect(builtMain()).not.toMatch(/crashReporter/)
  })

  it('15: nothing is handed to the system to open', () => {
    expect(builtMain()).not.toMatch(/openExternal|openPath|showItemInFolder/)
  })

  it('16: Electron is an exact version of the last three majors that the lockfile knows', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      devDependencies: Record<string, string>
    }
    expect(devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/)
    expect(Number(devDependencies['electron']?.split('.')[0])).toBeGreaterThanOrEqual(44)
  })

  it('17: no channel answers a page that is not ours', async () => {
    const file = join(dataDir, 'stranger.html')
    writeFileSync(file, 'stranger')
    const senders = [strangerUrl, 'data:text/html,x', `file://${file}`, 'about:blank']
    for (const channel of Object.keys(WRONG_ARGUMENTS))
      expect(await invokeFrom(senders[0] ?? '', channel, [])).toContain(`${channel}: refused`)
    for (const sender of senders) {
      expect(await invokeFrom(sender, 'setup:state', [])).toContain('setup:state: refused')
      expect(await invokeFrom(sender, 'manager:call', ['gate:state', null, []])).toContain('manager:call: refused')
    }
    // A page of ours that is not the manager's window is none for its desk.
    expect(await invokeFrom('app://topshelf/manager.html', 'manager:call', ['gate:state', null, []])).toContain(
      'manager:call: refused'
    )
  })

  it('17: no channel takes other arguments than its own', async () => {
    for (const [channel, several] of Object.entries(WRONG_ARGUMENTS))
      for (const args of several)
        expect(await invokeFrom('app://topshelf/index.html', channel, args)).toContain(`${channel}: wrong arguments`)
  })

  it('17: a channel that nobody handles answers nobody', async () => {
    for (const channel of ['ELECTRON_BROWSER_REQUIRE', 'shell:open', '__proto__'])
      expect(await invokeFrom('app://topshelf/index.html', channel, [])).toContain('No handler registered')
  })

  it('19: a package is made with every fuse hardened; packaged.test.ts reads them back from its program', () => {
    expect(packageConfiguration({ version: '1.0.0', dist: null }, 'x64', null).electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false
    })
    const packaged = readFileSync(join(root, 'test/electron/packaged.test.ts'), 'utf8')
    expect(packaged).toContain('getCurrentFuseWire(packagedProgram)')
  })

  it('20: a page is given functions of ours, and nothing of Electron', async () => {
    for (const page of ours) {
      const given = await page.evaluate(() => {
        const bridges = Object.entries(window).filter(([name]) => name.startsWith('topshelf'))
        return bridges.flatMap(([name, bridge]) =>
          Object.entries(bridge as object).map(
            ([key, value]) => `${name}.${key} ${typeof value} ${'sender' in Object(value)}`
          )
        )
      })
      expect(given.length).toBeGreaterThan(0)
      for (const one of given) expect(one).toMatch(/^topshelf(Manager)?\.\w+ function false$/)
    }
  })
})
