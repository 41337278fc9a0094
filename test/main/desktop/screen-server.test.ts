import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createScreenServer, type ScreenServer } from '../../../src/main/desktop/screen-server.ts'
import { networkAddresses } from '../../../src/main/http/network-addresses.ts'
import { PAIRED_ALONE } from '../../../src/main/http/network-border.ts'
import { createHandOvers } from '../../../src/main/kiosk/hand-overs.ts'
import { createScreensHost } from '../../../src/main/screens/screens-host.ts'
import { callFrom } from '../http/network-caller.ts'

const OURS = networkAddresses().find((address) => !address.includes(':'))

let dataDir: string
let server: ScreenServer
let said: (string | null)[]

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'topshelf-screens-'))
  said = []
  server = createScreenServer(
    {
      engine: () => null,
      problem: () => null,
      screens: createScreensHost(dataDir, () => undefined),
      handOvers: createHandOvers(),
      language: () => null,
      network: PAIRED_ALONE
    },
    dataDir,
    0,
    (url) => said.push(url)
  )
})
afterEach(async () => {
  await server.close()
  rmSync(dataDir, { recursive: true, force: true })
})

function portOf(): string {
  return new URL(server.url() ?? '').port
}

/** Whether somebody of the network gets any answer. */
async function answersNetwork(): Promise<boolean> {
  return callFrom(OURS ?? '', `http://${OURS}:${portOf()}/pair`).then(
    () => true,
    () => false
  )
}

it('serves this machine alone until it is switched on, and again when it is switched off, at the same port', async () => {
  await server.serveNetwork(false)
  expect(server.url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(server.listening()).toBeNull()
  const port = portOf()
  if (OURS !== undefined) expect(await answersNetwork()).toBe(false)

  await server.serveNetwork(true)
  expect(server.listening()).toEqual({ host: '0.0.0.0', port: Number(port) })
  if (OURS !== undefined) {
    expect(server.url()).toBe(`http://${networkAddresses()[0]}:${port}`)
    expect(await answersNetwork()).toBe(true)
    expect(await callFrom(OURS, `http://${OURS}:${port}/api/health`)).toMatchObject({ status: 401 })
  }
  expect((await callFrom('127.0.0.1', `http://127.0.0.1:${port}/api/health`)).status).toBe(503)

  await server.serveNetwork(false)
  expect(server.listening()).toBeNull()
  expect(portOf()).toBe(port)
  if (OURS !== undefined) expect(await answersNetwork()).toBe(false)
  expect(said).toHaveLength(3)
})

it('does nothing where it is as it should be, and opens no more once it is closed', async () => {
  await Promise.all([server.serveNetwork(true), server.serveNetwork(true)])
  expect(said).toHaveLength(1)
  await server.close()
  await server.serveNetwork(false)
  expect(said).toHaveLength(1)
})
