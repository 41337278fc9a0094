import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ResolveHost } from '../../../src/main/pictures/checked-lookup.ts'
import { type FetchRules, fetchPicture } from '../../../src/main/pictures/fetch-picture.ts'
import { pngOf, type PictureHost, send, startPictureHost } from './picture-host.ts'

let host: PictureHost
let png: Buffer
/** Names that the resolver was asked for. */
let resolved: string[]

beforeAll(async () => {
  host = await startPictureHost()
  png = await pngOf(40, 30)
})
afterAll(() => host.close())
beforeEach(() => {
  resolved = []
  host.asked.length = 0
})

const answering =
  (...addresses: readonly string[]): ResolveHost =>
  async (hostname) => {
    resolved.push(hostname)
    return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
  }

async function refusalOf(address: string, rules: Partial<FetchRules> = {}): Promise<string> {
  const all: FetchRules = { trustedOrigin: host.origin, resolve: answering('10.0.0.7'), ...rules }
  const fetched = await fetchPicture(address, all, new AbortController().signal)
  return fetched.ok ? 'nothing refused' : fetched.refusal
}

describe('before anybody is asked', () => {
  it.each([
    ['plain HTTP', 'http://pictures.example/1.png', 'not-https'],
    ['a file', 'file:///etc/passwd', 'not-https'],
    ['data', 'data:image/png;base64,AAAA', 'not-https'],
    ['no URL', 'not a url', 'bad-address'],
    ['a path alone', '/1.png', 'bad-address'],
    ['a name and a password in it', 'https://me:secret@pictures.example/1.png', 'bad-address'],
    ['a private address', 'https://192.168.1.1/1.png', 'private-address'],
    ["a cloud's own address", 'https://169.254.169.254/latest/meta-data', 'private-address'],
    ['loopback', 'https://127.0.0.1/1.png', 'private-address'],
    ['loopback as one number', 'https://2130706433/1.png', 'private-address'],
    ['loopback in octal', 'https://0177.0.0.1/1.png', 'private-address'],
    ['loopback of IPv6', 'https://[::1]/1.png', 'private-address'],
    ['no address in particular', 'https://0.0.0.0/1.png', 'private-address'],
    ['no address in particular of IPv6', 'https://[::]/1.png', 'private-address'],
    ['link-local of IPv6', 'https://[fe80::1]/1.png', 'private-address'],
    ['a mapped address', 'https://[::ffff:10.0.0.1]/1.png', 'private-address']
  ])('%s is refused', async (_what, address, refusal) => {
    expect(await refusalOf(address)).toBe(refusal)
    expect(resolved).toEqual([])
  })

  it('loopback without TLS is refused, but for the one origin that the caller trusts', async () => {
    host.answer = (_path, response) => send(response, png)
    expect(await refusalOf(`${host.origin}/1.png`, { trustedOrigin: null })).toBe('not-https')
    expect(await refusalOf(`${host.origin}/1.png`, { trustedOrigin: 'http://127.0.0.1:1' })).toBe('not-https')
    expect(host.asked).toEqual([])
    expect(await refusalOf(`${host.origin}/1.png`)).toBe('nothing refused')
  })
})

describe('a name', () => {
  it.each([
    ['private', ['10.0.0.7']],
    ['loopback', ['127.0.0.1']],
    ['loopback of IPv6', ['::1']],
    ['public and private both', ['104.16.0.1', '192.168.0.9']]
  ])('whose address is %s is refused', async (_what, addresses) => {
    const port = new URL(host.origin).port
    const rules = { resolve: answering(...addresses) }
    expect(await refusalOf(`https://pictures.example:${port}/1.png`, rules)).toBe('private-address')
    expect(resolved).toEqual(['pictures.example'])
    expect(host.asked).toEqual([])
  })

  it('that nobody has is unreachable', async () => {
    const resolve: ResolveHost = () => Promise.reject(new Error('ENOTFOUND'))
    expect(await refusalOf('https://pictures.example/1.png', { resolve })).toBe('unreachable')
    expect(await refusalOf('https://pictures.example/1.png', { resolve: answering() })).toBe('unreachable')
  })
})

describe('a redirect', () => {
  const redirecting = (location: string): void => {
    host.answer = (path, response) => {
      if (path === '/1.png') response.writeHead(302, { location }).end()
      else send(response, png)
    }
  }

  it('is followed where it leads to what may be asked', async () => {
    redirecting('/2.png')
    expect(await refusalOf(`${host.origin}/1.png`)).toBe('nothing refused')
    expect(host.asked).toEqual(['/1.png', '/2.png'])
  })

  it.each([
    ['a private address', 'https://10.0.0.1/1.png', 'private-address'],
    ['a name with a private address', 'https://inside.example/1.png', 'private-address'],
    ['plain HTTP', 'http://pictures.example/1.png', 'not-https'],
    ['loopback, another port', 'http://127.0.0.1:9/1.png', 'not-https'],
    ['no URL', 'https://', 'bad-address']
  ])('to %s is refused', async (_what, location, refusal) => {
    redirecting(location)
    expect(await refusalOf(`${host.origin}/1.png`)).toBe(refusal)
    expect(host.asked).toEqual(['/1.png'])
  })

  it('to nowhere is refused, and so are too many', async () => {
    host.answer = (_path, response) => response.writeHead(302).end()
    expect(await refusalOf(`${host.origin}/1.png`)).toBe('bad-status')
    host.answer = (_path, response) => response.writeHead(302, { location: '/again' }).end()
    host.asked.length = 0
    expect(await refusalOf(`${host.origin}/1.png`)).toBe('too-many-redirects')
    expect(host.asked).toHaveLength(4)
  })
})

describe('a reply', () => {
  it.each([
    ['404', 404, 'bad-status'],
    ['206', 206, 'bad-status'],
    ['429', 429, 'busy-status'],
    ['503', 503, 'busy-status']
  ])('of %s is refused', async (_what, status, refusal) => {
    host.answer = (_path, response) => response.writeHead(status, { 'content-type': 'image/png' }).end(png)
    expect(await refusalOf(`${host.origin}/1.png`)).toBe(refusal)
  })

  it.each(['text/html; charset=utf-8', 'image/svg+xml', 'image/gif', 'application/octet-stream', ''])(
    'that says it is %s is refused',
    async (type) => {
      host.answer = (_path, response) => send(response, png, type)
      expect(await refusalOf(`${host.origin}/1.png`)).toBe('wrong-type')
    }
  )

  it('that is packed, though nobody asked for that, is refused', async () => {
    host.answer = (_path, response) =>
      response.writeHead(200, { 'content-type': 'image/png', 'content-encoding': 'gzip' }).end(gzipSync(png))
    expect(await refusalOf(`${host.origin}/1.png`)).toBe('wrong-type')
  })

  it('that announces more than may be is not read', async () => {
    let sent = 0
    host.answer = (_path, response) => {
      response.writeHead(200, { 'content-type': 'image/png', 'content-length': 1001 })
      response.flushHeaders()
      response.on('close', () => (sent = response.socket?.bytesWritten ?? 0))
    }
    expect(await refusalOf(`${host.origin}/1.png`, { mostBytes: 1000 })).toBe('too-large')
    expect(sent).toBeLessThan(1000)
  })

  it('that does not say how long it is, and is longer, is cut off', async () => {
    let open = true
    host.answer = (_path, response) => {
      response.on('close', () => (open = false))
      response.writeHead(200, { 'content-type': 'image/png' })
      const more = (): void => {
        if (open) response.write(Buffer.alloc(1000), () => setImmediate(more))
      }
      more()
    }
    expect(await refusalOf(`${host.origin}/1.png`, { mostBytes: 50_000 })).toBe('too-large')
  })

  it('that never comes, or comes a byte at a time, is too slow', async () => {
    host.answer = () => {}
    expect(await refusalOf(`${host.origin}/1.png`, { timeoutMs: 100 })).toBe('too-slow')
    host.answer = (_path, response) => {
      response.writeHead(200, { 'content-type': 'image/png' })
      const more = setInterval(() => response.write('a'), 10)
      response.on('close', () => clearInterval(more))
    }
    expect(await refusalOf(`${host.origin}/1.png`, { timeoutMs: 200 })).toBe('too-slow')
  })

  it('that is cut off is no picture', async () => {
    host.answer = (_path, response) => {
      response.writeHead(200, { 'content-type': 'image/png', 'content-length': png.length })
      response.write(png.subarray(0, 20), () => response.socket?.resetAndDestroy())
    }
    expect(await refusalOf(`${host.origin}/1.png`)).toBe('unreachable')
  })

  it('is asked for without anything that tells who asks', async () => {
    let headers: Readonly<Record<string, unknown>> = {}
    host.answer = (_path, response, request) => {
      headers = request.headers
      send(response, png)
    }
    const rules = { trustedOrigin: host.origin }
    const fetched = await fetchPicture(`${host.origin}/1.png`, rules, new AbortController().signal)
    expect(fetched.ok && Buffer.from(fetched.bytes).equals(png)).toBe(true)
    expect(Object.keys(headers).sort()).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent'])
  })

  it('that nobody waits for any more ends with who waited', async () => {
    host.answer = () => {}
    const abort = new AbortController()
    const fetched = fetchPicture(`${host.origin}/1.png`, { trustedOrigin: host.origin }, abort.signal)
    abort.abort(new Error('closed'))
    await expect(fetched).rejects.toThrow('closed')
  })
})
