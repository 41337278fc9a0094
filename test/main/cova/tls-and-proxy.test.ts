import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { spawn } from 'node:child_process'
import { startDemoStore } from '../../../src/main/demo-store/demo-store.ts'
import type { DemoStore } from '../../../src/main/demo-store/demo-store.types.ts'
import { createCovaClient } from '../../../src/main/cova/cova-client.ts'
import { connectionWayOf } from '../../../src/domain/health/connection-fault.ts'
import { startConnectProxy } from '../proxy/connect-proxy.ts'
import {
  type NetworkFault,
  type NetworkFront,
  startNetworkFront,
  trustTestAuthority
} from '../../faults/network-front.ts'

let store: DemoStore
let front: NetworkFront

beforeAll(async () => {
  trustTestAuthority()
  store = await startDemoStore({ living: false })
  front = await startNetworkFront(store.url)
})
afterEach(() => front.use('none'))
afterAll(async () => {
  await front.close()
  await store.close()
})

function settingsAt(origin: string) {
  return { ...store.credentials, apiUrl: origin, tokenUrl: store.tokenUrl.replace(store.url, origin) }
}

async function failureUnder(fault: NetworkFault): Promise<string> {
  await front.use(fault)
  const result = await createCovaClient(settingsAt(front.origin), { retries: 0 }).checkCredentials()
  if (result.ok) throw new Error('it went through')
  expect(result.failure.code).toBe('unreachable')
  return result.failure.message
}

describe('a certificate that is not right, on a real TLS server', () => {
  it('of which each kind is told in words, as a fault of TLS', async () => {
    const told = {
      expired: await failureUnder('expired-certificate'),
      future: await failureUnder('future-certificate'),
      portal: await failureUnder('portal-certificate'),
      unknown: await failureUnder('unknown-certificate')
    }
    expect(told.expired).toContain('its certificate has expired (TLS); check this computer’s date')
    expect(told.future).toContain('its certificate is not valid yet (TLS); check this computer’s date')
    expect(told.portal).toContain('its certificate is for another name (TLS)')
    expect(told.unknown).toContain('no secure connection could be made (TLS, DEPTH_ZERO_SELF_SIGNED_CERT)')
    expect(Object.values(told).map(connectionWayOf)).toEqual(['tls', 'tls', 'tls', 'tls'])
  })

  it('that is right goes through', async () => {
    const client = createCovaClient(settingsAt(front.origin), { retries: 0 })
    expect(await client.checkCredentials()).toEqual({ ok: true, value: null })
  })
})

describe('a proxy', () => {
  /** A process of its own: a proxy is for all of one. Answers what the client said. */
  async function askThrough(variables: Record<string, string>, origin: string): Promise<string> {
    const source = `
      import { trustTestAuthority } from './test/faults/network-front.ts'
      import { createCovaClient } from './src/main/cova/cova-client.ts'
      trustTestAuthority()
      const settings = JSON.parse(process.env.SETTINGS)
      const result = await createCovaClient(settings, { retries: 0, requestTimeoutMs: 10_000 }).checkCredentials()
      console.log(result.ok ? 'in' : result.failure.message)
      process.exit(0)`
    const child = spawn(process.execPath, ['--input-type=module', '-e', source], {
      env: { PATH: process.env['PATH'], ...variables, SETTINGS: JSON.stringify(settingsAt(origin)) },
      stdio: ['ignore', 'pipe', 'pipe']
    })
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    await new Promise((resolve) => child.once('close', resolve))
    return said
  }

  const portOf = (url: string): number => Number(new URL(url).port)

  it('that HTTPS_PROXY names carries every call to Cova, and none to this machine', async () => {
    const proxy = await startConnectProxy(portOf(front.origin))
    try {
      // Nobody knows the name but the proxy; its certificate is of "localhost", which says that TLS goes through whole.
      const elsewhere = await askThrough({ HTTPS_PROXY: proxy.url }, 'https://cova.invalid')
      expect(proxy.asked).toEqual(['cova.invalid:443'])
      expect(elsewhere).toContain('its certificate is for another name (TLS)')
      expect(await askThrough({ https_proxy: proxy.url }, front.origin)).toContain('in')
      expect(await askThrough({ HTTPS_PROXY: proxy.url, NO_PROXY: 'cova.invalid' }, 'https://cova.invalid')).toContain('(DNS)') // oxfmt-ignore
      expect(proxy.asked).toHaveLength(1)
      await front.use('portal-certificate')
      expect(await askThrough({ HTTPS_PROXY: proxy.url }, 'https://login.portal.example')).toBe('in\n')
    } finally {
      await proxy.close()
    }
  })

  it('that is not there, or refuses, is told in words, as what it is', async () => {
    const proxy = await startConnectProxy(1, '403 Forbidden')
    const refused = await askThrough({ HTTPS_PROXY: proxy.url }, 'https://cova.invalid')
    expect(refused).toContain('the proxy of this computer does not let it through')
    await proxy.close()
    expect(await askThrough({ HTTPS_PROXY: proxy.url }, 'https://cova.invalid')).toContain('the connection was refused')
  })

  it('whose address is none is said on stderr, without what stands in it', async () => {
    const said = await askThrough({ HTTPS_PROXY: 'nonsense:secret' }, front.origin)
    expect(said).toMatch(/HTTPS_PROXY is no proxy that can be used[^]*in/)
    expect(said).not.toContain('secret')
  })
})
