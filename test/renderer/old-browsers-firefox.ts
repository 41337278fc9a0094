import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCommandSocket } from './old-browsers-socket.ts'
import { PAGE_SIZE, programOf, startProgram, type NoBrowser, type OtherBrowser } from './old-browsers.ts'

/** The system's Firefox, headless, over WebDriver BiDi, which it speaks itself. */
export async function startFirefox(): Promise<OtherBrowser | NoBrowser> {
  const firefox = programOf('firefox-esr', 'firefox')
  if (firefox === null) return { why: 'there is no firefox-esr (Debian: apt-get install firefox-esr)' }
  const profile = mkdtempSync(join(tmpdir(), 'topshelf-firefox-'))
  const program = await startProgram(
    firefox,
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0', 'about:blank'],
    { PATH: process.env['PATH'], HOME: profile },
    /WebDriver BiDi listening on (ws:\S+)/
  )
  const socket = await openCommandSocket(`${program.found[1]}/session`)
  const { capabilities } = await socket.send('session.new', { capabilities: {} })
  const { browserName, browserVersion } = capabilities as {
    readonly browserName: string
    readonly browserVersion: string
  }
  const complaints: string[] = []
  socket.onEvent((method, params) => {
    if (method === 'log.entryAdded' && params['level'] === 'error')
      complaints.push(`${String(params['type'])}: ${String(params['text'])}`)
  })
  await socket.send('session.subscribe', { events: ['log.entryAdded'] })
  const { context } = await socket.send('browsingContext.create', { type: 'tab' })
  await socket.send('browsingContext.setViewport', { context, viewport: PAGE_SIZE })
  return {
    version: `${browserName} ${browserVersion}`,
    how: `headless, ${firefox}, over WebDriver BiDi`,
    goTo: async (url) => {
      await socket.send('browsingContext.navigate', { context, url, wait: 'complete' })
    },
    evaluate: async (expression) => {
      const answer = await socket.send('script.evaluate', {
        // A value comes over as it is only as text.
        expression: `(async () => JSON.stringify((await (${expression})) ?? null))()`,
        target: { context },
        awaitPromise: true
      })
      if (answer['type'] !== 'success') throw new Error(JSON.stringify(answer).slice(0, 600))
      return JSON.parse((answer['result'] as { readonly value: string }).value) as unknown
    },
    screenshot: async () => {
      const { data } = await socket.send('browsingContext.captureScreenshot', { context })
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
