import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
let dataDir: string
let child: ChildProcess | null = null

beforeEach(() => void (dataDir = mkdtempSync(join(tmpdir(), 'topshelf-start-'))))
afterEach(async () => {
  if (child !== null && child.exitCode === null) {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  child = null
  rmSync(dataDir, { recursive: true, force: true })
})

/** Starts `npm start`'s script where there is no Electron, and waits for its first line. */
async function start(options: readonly string[]): Promise<{ readonly url: string; readonly stderr: string }> {
  const started = spawn(process.execPath, [join(root, 'scripts/start.ts'), '--port', '0', ...options], {
    env: { ...process.env, TOPSHELF_DATA_DIR: dataDir, ELECTRON_OVERRIDE_DIST_PATH: join(dataDir, 'nowhere') },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  child = started
  let stderr = ''
  started.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const [first] = (await once(started.stdout, 'data')) as [Buffer]
  const url = /^listening on (http:\/\/127\.0\.0\.1:\d+)\n/.exec(first.toString())?.[1]
  if (url === undefined) throw new Error(`the first line was ${first.toString()}`)
  return { url, stderr }
}

describe('npm start where no window can be had', () => {
  it('says so in one line, offers first run in a browser, and ends cleanly', async () => {
    const { url, stderr } = await start([])
    expect(stderr).toMatch(/^No window: [^\n]*\. Serving the board to a browser instead\.\n$/)
    expect(await (await fetch(`${url}/setup/state`)).json()).toEqual({ phase: 'choose-source' })
    child!.kill('SIGTERM')
    expect(await once(child!, 'exit')).toEqual([0, null])
  })

  it('with --demo goes straight to a board', async () => {
    const { url } = await start(['--demo', '--windowed'])
    await expect
      .poll(async () => (await fetch(url, { redirect: 'manual' })).headers.get('location'), { timeout: 20_000 })
      .toMatch(/^\/boards\/\d+$/)
  })
})

describe('npm run serve', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends cleanly when npm is sent %s, and leaves nothing behind',
    async (signal) => {
      const started = spawn('npm', ['run', '--silent', 'serve', '--', '--demo', '--port', '0', '--data-dir', dataDir], {
        cwd: root,
        stdio: ['ignore', 'pipe', 'inherit'],
        shell: process.platform === 'win32'
      })
      child = started
      const [first] = (await once(started.stdout, 'data')) as [Buffer]
      const url = first.toString().trim().replace('listening on ', '')
      expect((await fetch(`${url}/api/health`)).status).toBe(200)
      started.kill(signal)
      expect(await once(started, 'exit')).toEqual([0, null])
      await expect(fetch(`${url}/api/health`)).rejects.toThrow('fetch failed')
    }
  )
})
