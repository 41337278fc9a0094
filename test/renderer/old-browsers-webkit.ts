import { existsSync, readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import {
  PAGE_SIZE,
  programOf,
  startProgram,
  type NoBrowser,
  type OtherBrowser,
  type StartedProgram
} from './old-browsers.ts'

/** The system's WebKitGTK in its MiniBrowser, over WebDriver; on a display of its own where there is none. */
export async function startWebKit(): Promise<OtherBrowser | NoBrowser> {
  const driver = programOf('WebKitWebDriver')
  if (driver === null) return { why: 'there is no WebKitWebDriver (Debian: apt-get install webkit2gtk-driver)' }
  const browser = miniBrowser()
  if (browser === null) return { why: 'WebKitWebDriver is there and MiniBrowser is not' }
  const given = process.env['DISPLAY']
  const xvfb = programOf('Xvfb')
  if (given === undefined && xvfb === null) return { why: 'this system has no display and no Xvfb' }

  const display = given === undefined && xvfb !== null ? await startDisplay(xvfb) : null
  const port = await freePort()
  const env = {
    ...process.env,
    DISPLAY: display === null ? given : `:${display.found[1]}`,
    // A software display has nothing to share buffers with.
    WEBKIT_DISABLE_DMABUF_RENDERER: '1'
  }
  let program: StartedProgram | null = null
  try {
    program = await startProgram(
      '/bin/sh',
      ['-c', 'echo ready; exec "$@"', 'sh', driver, `--port=${port}`],
      env,
      /ready/
    )
    return await openSession({ program, origin: `http://127.0.0.1:${port}`, binary: browser, env, display })
  } catch (error) {
    await program?.stop()
    await display?.stop()
    throw error
  }
}

interface Driven {
  readonly program: StartedProgram
  readonly origin: string
  readonly binary: string
  readonly env: NodeJS.ProcessEnv
  readonly display: StartedProgram | null
}

/**
 * A driven MiniBrowser keeps its console to itself. So a second one, that nobody drives, shows the same page and writes its
 * console to its output, line by line.
 */
function startWatcher({ binary, env }: Driven, url: string): Promise<StartedProgram> {
  const args = ['-oL', binary, '--enable-write-console-messages-to-stdout=true', url]
  return startProgram('/bin/sh', ['-c', 'echo ready; exec stdbuf "$@"', 'sh', ...args], env, /ready/)
}

async function openSession(driven: Driven): Promise<OtherBrowser> {
  const { program, origin, binary, display } = driven
  let watcher: StartedProgram | null = null
  let watched = ''
  const session = (await call('POST', `${origin}/session`, {
    capabilities: {
      alwaysMatch: {
        'webkitgtk:browserOptions': { binary, args: ['--automation'] }
      }
    }
  })) as {
    readonly sessionId: string
    readonly capabilities: { readonly browserName: string; readonly browserVersion: string }
  }
  const at = `${origin}/session/${session.sessionId}`
  await call('POST', `${at}/timeouts`, { script: 30_000, pageLoad: 30_000 })
  await call('POST', `${at}/window/rect`, { x: 0, y: 0, ...PAGE_SIZE })
  return {
    version: `WebKitGTK ${session.capabilities.browserVersion}`,
    how: `${binary} ${display === null ? 'on the display' : 'under Xvfb'}, over WebDriver`,
    goTo: async (url) => {
      watched += watcher?.output() ?? ''
      await watcher?.stop()
      watcher = await startWatcher(driven, url)
      await call('POST', `${at}/url`, { url })
    },
    evaluate: async (expression) => {
      const text = await call('POST', `${at}/execute/async`, {
        script: `const done = arguments[arguments.length - 1];
          (async () => JSON.stringify((await (${expression})) ?? null))().then(done, (error) => done('!' + error))`,
        args: []
      })
      if (typeof text !== 'string' || text.startsWith('!')) throw new Error(String(text))
      return JSON.parse(text) as unknown
    },
    screenshot: async () => Buffer.from(String(await call('GET', `${at}/screenshot`)), 'base64'),
    complaints: () => (watched + (watcher?.output() ?? '')).match(/^.*\bCONSOLE (?:[A-Z]+ )?ERROR\b.*$/gm) ?? [],
    close: async () => {
      await watcher?.stop()
      await call('DELETE', at)
      await program.stop()
      await display?.stop()
    }
  }
}

/** A call of WebDriver; the first ones wait until the driver listens. */
async function call(method: 'GET' | 'POST' | 'DELETE', url: string, body?: object): Promise<unknown> {
  for (let tries = 0; ; tries += 1) {
    try {
      const response = await fetch(url, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
      const { value } = (await response.json()) as { readonly value: unknown }
      if (!response.ok) throw new Error(`WebDriver: ${JSON.stringify(value).slice(0, 400)}`)
      return value
    } catch (error) {
      const notYet = error instanceof TypeError && tries < 100
      if (!notYet) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

/** Debian keeps it beside the library, under the machine's own name. */
function miniBrowser(): string | null {
  const roots = readdirSync('/usr/lib').filter((name) => name.includes('-linux-'))
  for (const root of roots)
    for (const library of ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0']) {
      const path = join('/usr/lib', root, library, 'MiniBrowser')
      if (existsSync(path)) return path
    }
  return programOf('MiniBrowser')
}

function startDisplay(xvfb: string): Promise<StartedProgram> {
  const { width, height } = PAGE_SIZE
  // It picks a free number itself and writes it to stdout; the window's own bars want some room.
  return startProgram(
    xvfb,
    ['-displayfd', '1', '-screen', '0', `${width}x${height + 200}x24`, '-nolisten', 'tcp'],
    process.env,
    /^(\d+)\n/m
  )
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
