import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompressSync } from 'node:zlib'
import { openCommandSocket } from './old-browsers-socket.ts'
import { PAGE_SIZE, startProgram, type NoBrowser, type OtherBrowser } from './old-browsers.ts'

const run = promisify(execFile)

/** The oldest Chromium that a board is promised for, packed with the libraries it needs. */
const PACKAGE = '@sparticuz/chromium@108.0.3'

/**
 * Chromium 108 out of an npm package of that age, which is no dependency: fetched once into the system's temporary folder.
 * Driven over CDP by hand: what drives today's browsers need not speak to it.
 */
export async function startChromium108(): Promise<OtherBrowser | NoBrowser> {
  let home: string
  try {
    home = await unpackedChromium108()
  } catch (error) {
    return { why: `${PACKAGE} cannot be fetched (${(error as Error).message.split('\n')[0]})` }
  }
  const profile = mkdtempSync(join(tmpdir(), 'topshelf-chromium-108-profile-'))
  const program = await startProgram(
    join(home, 'chromium'),
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--hide-scrollbars',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      `--window-size=${PAGE_SIZE.width},${PAGE_SIZE.height}`,
      'about:blank'
    ],
    {
      PATH: process.env['PATH'],
      HOME: profile,
      LD_LIBRARY_PATH: join(home, 'lib'),
      FONTCONFIG_PATH: home
    },
    /DevTools listening on (ws:\S+)/
  )
  const socket = await openCommandSocket(program.found[1]!)
  const { product } = await socket.send('Browser.getVersion', {})
  const { targetId } = await socket.send('Target.createTarget', { url: 'about:blank', ...PAGE_SIZE })
  const { sessionId } = await socket.send('Target.attachToTarget', { targetId, flatten: true })
  const send = (method: string, params: object = {}) => socket.send(method, params, { sessionId })
  const complaints: string[] = []
  socket.onEvent((method, params) => {
    const isError = method === 'Runtime.consoleAPICalled' && params['type'] === 'error'
    if (isError || method === 'Runtime.exceptionThrown') complaints.push(JSON.stringify(params).slice(0, 600))
    if (method === 'Log.entryAdded' && /"level":"error"/.test(JSON.stringify(params)))
      complaints.push(JSON.stringify(params).slice(0, 600))
  })
  await send('Runtime.enable')
  await send('Log.enable')
  await send('Page.enable')
  await send('Emulation.setDeviceMetricsOverride', { ...PAGE_SIZE, deviceScaleFactor: 1, mobile: false })
  return {
    version: String(product),
    how: `headless, from npm's ${PACKAGE}, over CDP`,
    goTo: async (url) => {
      await send('Page.navigate', { url })
    },
    evaluate: async (expression) => {
      const { result, exceptionDetails } = await send('Runtime.evaluate', {
        expression,
        returnByValue: true,
        awaitPromise: true
      })
      if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails).slice(0, 600))
      return (result as { readonly value?: unknown }).value
    },
    screenshot: async () => {
      const { data } = await send('Page.captureScreenshot', { format: 'png' })
      return Buffer.from(String(data), 'base64')
    },
    complaints: () => complaints,
    close: async () => {
      socket.close()
      await program.stop()
      rmSync(profile, { recursive: true, force: true })
    }
  }
}

async function unpackedChromium108(): Promise<string> {
  const home = join(tmpdir(), 'topshelf-chromium-108.0.3')
  if (existsSync(home)) return home
  const draft = mkdtempSync(`${home}-`)
  try {
    await run('npm', ['pack', PACKAGE, '--silent', '--pack-destination', draft])
    await run('tar', ['xzf', 'sparticuz-chromium-108.0.3.tgz'], { cwd: draft })
    const packed = join(draft, 'package', 'bin')
    const ready = join(draft, 'ready')
    mkdirSync(ready)
    const inflated = (name: string) => brotliDecompressSync(readFileSync(join(packed, `${name}.br`)))
    writeFileSync(join(ready, 'chromium'), inflated('chromium'), { mode: 0o755 })
    for (const name of ['aws.tar', 'swiftshader.tar']) {
      writeFileSync(join(draft, name), inflated(name))
      await run('tar', ['xf', join(draft, name)], { cwd: ready })
    }
    writeFileSync(
      join(ready, 'fonts.conf'),
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${home}/.fonts</dir><cachedir>${home}/fonts-cache</cachedir></fontconfig>`
    )
    renameSync(ready, home)
    return home
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}
