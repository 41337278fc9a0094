import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { proxiedFetch } from '../../../src/main/proxy/proxied-fetch.ts'
import { type NetworkFront, startNetworkFront, trustTestAuthority } from '../../faults/network-front.ts'
import { type ConnectProxy, startConnectProxy } from './connect-proxy.ts'

/** The name of the front's second certificate, which nobody knows but the proxy. */
const FAR = 'https://login.portal.example'

let answer: (request: IncomingMessage, response: ServerResponse) => void
let server: Server
let front: NetworkFront
let proxy: ConnectProxy

beforeEach(async () => {
  trustTestAuthority()
  server = createServer((request, response) => answer(request, response))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  front = await startNetworkFront(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  await front.use('portal-certificate')
  proxy = await startConnectProxy(Number(new URL(front.origin).port))
})
afterEach(async () => {
  await proxy.close()
  await front.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const through = (url: string, init?: RequestInit) => proxiedFetch({ HTTPS_PROXY: proxy.url })(url, init)

describe('a call through a proxy', () => {
  it('carries method, headers and body there and back, TLS whole, on one connection for several', async () => {
    answer = (request, response) => {
      let body = ''
      request.on('data', (chunk: Buffer) => (body += chunk.toString()))
      request.on('end', () => {
        response.writeHead(201, { 'x-said': request.headers['x-asked'] })
        response.end(`${request.method} ${request.url} ${body}`)
      })
    }
    const fetchIt = proxiedFetch({ HTTPS_PROXY: proxy.url.replace('//', '//till%201:p%40ss@') })
    for (const path of ['/a', '/b']) {
      const given = await fetchIt(FAR + path, {
        method: 'POST',
        headers: { 'X-Asked': 'yes' },
        body: '{"ü":1}'
      })
      expect(given.status).toBe(201)
      expect(given.headers.get('x-said')).toBe('yes')
      expect(await given.text()).toBe(`POST ${path} {"ü":1}`)
    }
    const login = Buffer.from('till 1:p@ss').toString('base64')
    expect(proxy.asked).toEqual([`login.portal.example:443 Basic ${login}`])
  })

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync]
  ] as const)('unpacks %s; one that is damaged is an error of the body', async (encoding, pack) => {
    const text = 'price '.repeat(10_000)
    answer = ({ url }, response) => {
      const packed = pack(text)
      response.writeHead(200, { 'content-encoding': encoding })
      response.end(url === '/cut' ? Buffer.concat([packed.subarray(0, 20), Buffer.alloc(20, 7)]) : packed)
    }
    expect(await (await through(`${FAR}/whole`)).text()).toBe(text)
    await expect((await through(`${FAR}/cut`)).text()).rejects.toThrow()
  })

  it('takes a redirect and an empty answer for answers, and ends by its signal', async () => {
    answer = ({ url }, response) => {
      if (url === '/there') response.writeHead(302, { location: 'https://elsewhere.example/' }).end()
      else if (url === '/empty') response.writeHead(204).end()
    }
    expect((await through(`${FAR}/there`)).status).toBe(302)
    expect((await through(`${FAR}/empty`)).status).toBe(204)
    await expect(through(`${FAR}/silent`, { signal: AbortSignal.timeout(200) })).rejects.toMatchObject({
      message: 'fetch failed'
    })
  })

  it('that the proxy refuses is an error that says so, and no password', async () => {
    const strict = await startConnectProxy(1, '407 Proxy Authentication Required')
    const failed = proxiedFetch({ HTTPS_PROXY: strict.url.replace('//', '//till:secret@') })(FAR)
    await expect(failed).rejects.toMatchObject({
      cause: { code: 'ERR_PROXY_TUNNEL', message: 'the proxy does not let it through (407)' }
    })
    await strict.close()
  })
})
