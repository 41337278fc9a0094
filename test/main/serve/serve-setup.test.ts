import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  environmentOf,
  eventually,
  getJson,
  removeDir,
  type Serving,
  startServe,
  temporaryDir
} from './serve-process.ts'

let dir: string
const started: Serving[] = []

beforeEach(() => void (dir = temporaryDir()))
afterEach(async () => {
  for (const serving of started.splice(0)) await serving.stop('SIGKILL')
  removeDir(dir)
})

async function serve(args: readonly string[], dataDir: string): Promise<Serving> {
  const serving = await startServe(args, environmentOf(null, dataDir))
  started.push(serving)
  return serving
}

describe('serve --setup', () => {
  it('says in one line why nothing can be stored, serves first run all the same, and ends when it is told to', async () => {
    const dataDir = join(dir, 'a-file')
    writeFileSync(dataDir, '')
    const serving = await serve(['--setup', '--demo'], dataDir)
    let stderr = ''
    serving.child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
    const answer = await fetch(`${serving.url}/setup/use-demo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}'
    })
    const refused = (await answer.json()) as { ok: boolean; message: string }
    expect(refused).toMatchObject({ ok: false })
    expect(refused.message).toContain(dataDir)
    expect(await getJson(`${serving.url}/setup/state`)).toEqual({ phase: 'choose-source' })
    await eventually(
      async () => stderr,
      (text) => text.includes(`${refused.message}\n`)
    )
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(await serving.stop()).toBe(0)
  })

  it('tells a television that waits why there is no board', async () => {
    const first = await serve(['--demo'], dir)
    writeFileSync(join(dir, 'settings.json'), JSON.stringify({ source: 'demo', locationId: 110502 }))
    const second = await serve(['--setup'], dir)
    const answer = await eventually(
      async () => getJson<{ error: { code: string; message: string } }>(`${second.url}/boards/110502/stream`),
      ({ error }) => error.code === 'unavailable'
    )
    expect(answer.error.message).toContain(dir)
    expect(await getJson(`${second.url}/setup/state`)).toMatchObject({ phase: 'ready', locationId: 110502 })
    expect([await second.stop(), await first.stop()]).toEqual([0, 0])
  })
})
