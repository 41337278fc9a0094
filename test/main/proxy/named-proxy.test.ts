import { describe, expect, it } from 'vitest'
import { unusableProxyOf, wayTo } from '../../../src/main/proxy/named-proxy.ts'

const way = (to: string, env: Readonly<Record<string, string>>): string => {
  const found = wayTo(new URL(to), env)
  return found.kind === 'proxy' ? found.proxy.href : found.kind
}

describe('the way to an address', () => {
  it('is the proxy that the environment names for it, in either spelling, the small one first', () => {
    const proxies = { HTTPS_PROXY: 'http://proxy:3128', HTTP_PROXY: 'http://other:80' }
    expect(way('https://cova.example/api', {})).toBe('direct')
    expect(way('https://cova.example/api', proxies)).toBe('http://proxy:3128/')
    expect(way('http://cova.example/api', proxies)).toBe('http://other/')
    expect(way('https://cova.example/api', { ...proxies, https_proxy: 'https://small:1' })).toBe('https://small:1/')
    expect(way('https://cova.example/api', { HTTP_PROXY: 'http://other' })).toBe('direct')
  })

  it('is direct to this machine, and to what NO_PROXY names, with all below it', () => {
    const env = (no: string) => ({ HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: no })
    for (const here of ['https://127.0.0.1:81', 'https://localhost:81', 'https://[::1]:81'])
      expect(way(here, env(''))).toBe('direct')
    for (const no of [
      'cova.example',
      '.cova.example',
      '*.cova.example',
      'x, api.cova.example',
      'api.Cova.example:443',
      '*'
    ])
      expect(way('https://api.cova.example', env(no)), no).toBe('direct')
    for (const no of ['', 'ova.example', 'cova.example:444', 'other.example', ','])
      expect(way('https://api.cova.example', env(no)), no).toBe('http://proxy:3128/')
    expect(way('https://[2001:db8::7]:444', env('2001:db8::7'))).toBe('direct')
    expect(way('https://[2001:db8::7]:444', env('[2001:db8::7]:444'))).toBe('direct')
    expect(way('https://10.1.2.3', env('10.1.2.3'))).toBe('direct')
  })

  it('is told by the variable alone where what it names is no proxy: there may be a password in it', () => {
    for (const none of ['nonsense', 'socks5://proxy:1080', 'http://', '://user:secret@proxy'])
      expect(wayTo(new URL('https://cova.example'), { https_proxy: none })).toEqual({
        kind: 'unusable',
        variable: 'HTTPS_PROXY'
      })
    expect(unusableProxyOf({ HTTP_PROXY: 'nonsense', NO_PROXY: '*' })).toBe('HTTP_PROXY')
    expect(unusableProxyOf({ HTTPS_PROXY: 'http://proxy' })).toBeNull()
    expect(unusableProxyOf({})).toBeNull()
  })
})
