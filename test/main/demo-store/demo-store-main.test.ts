import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { startDemoStore } from '../../../src/main/demo-store/demo-store.ts'

const PROGRAM = resolve(import.meta.dirname, '../../../src/main/demo-store/demo-store-main.ts')

describe('the demo store as a process', () => {
  it('prints one line with its origin and credentials, answers a login, and ends on SIGTERM', async () => {
    const child = spawn(process.execPath, [PROGRAM, '--port', '0', '--still'], { stdio: ['ignore', 'pipe', 'inherit'] })
    const ended = once(child, 'exit')
    const lines = createInterface({ input: child.stdout })
    const [line] = (await once(lines, 'line')) as [string]
    const { url, tokenUrl, credentials } = JSON.parse(line)
    expect(tokenUrl).toBe(`${url}/v1/oauth2/token`)
    const reply = await fetch(tokenUrl, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'password',
        client_id: credentials.clientId,
        client_secret: credentials.clientSecret,
        username: credentials.username,
        password: credentials.password
      })
    })
    expect(reply.status).toBe(200)
    child.kill('SIGTERM')
    expect(await ended).toEqual([0, null])
  })

  it('says in one line that its port is taken', async () => {
    const store = await startDemoStore({ living: false })
    const child = spawn(process.execPath, [PROGRAM, '--port', new URL(store.url).port], {
      stdio: ['ignore', 'ignore', 'pipe']
    })
    const ended = once(child, 'exit')
    let said = ''
    for await (const chunk of child.stderr) said += String(chunk)
    expect(await ended).toEqual([1, null])
    expect(said).toMatch(/^the demo store did not start: .*EADDRINUSE.*\n$/)
    await store.close()
  })
})
