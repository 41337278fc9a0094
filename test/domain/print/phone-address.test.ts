import { describe, expect, it } from 'vitest'
import { boardUrlOf, phoneBaseOf, publicUrlOf } from '../../../src/domain/print/phone-address.ts'

describe('the address that a manager types for phones', () => {
  it.each([
    ['https://menu.example', 'https://menu.example'],
    [' http://192.168.1.20:4747/ ', 'http://192.168.1.20:4747'],
    ['https://shop.example/boards-of-ours/', 'https://shop.example/boards-of-ours'],
    ['HTTPS://Menu.Example', 'https://menu.example']
  ])('%s is kept as %s', (typed, url) => expect(publicUrlOf(typed)).toEqual({ ok: true, url }))

  it.each([
    ['menu.example', 'no-address'],
    ['', 'no-address'],
    ['http://', 'no-address'],
    ['ftp://menu.example', 'no-web-address'],
    ['javascript:alert(1)', 'no-web-address'],
    ['http://localhost:4747', 'this-machine'],
    ['http://127.0.0.1:4747', 'this-machine'],
    ['http://127.1.2.3', 'this-machine'],
    ['http://[::1]:4747', 'this-machine'],
    ['http://0.0.0.0:4747', 'this-machine'],
    ['https://me:secret@menu.example', 'more-than-a-base'],
    ['https://menu.example/?a=1', 'more-than-a-base'],
    ['https://menu.example/#x', 'more-than-a-base'],
    [`https://menu.example/${'a'.repeat(300)}`, 'too-long']
  ])('%s is refused: %s', (typed, why) => expect(publicUrlOf(typed)).toEqual({ ok: false, why }))
})

describe('where a phone finds the boards', () => {
  const network = ['192.168.1.20', 'fd00::5']

  it('is what the manager typed, before anything else', () => {
    const listening = { host: '0.0.0.0', port: 4747 } as const
    expect(phoneBaseOf('https://menu.example', listening, network)).toMatchObject({
      url: 'https://menu.example',
      noPhones: null
    })
  })

  it('is this machine in its network where every address is listened on', () => {
    for (const host of ['0.0.0.0', '::'])
      expect(phoneBaseOf(null, { host, port: 4747 }, network)).toEqual({
        url: 'http://192.168.1.20:4747',
        others: ['http://[fd00::5]:4747'],
        noPhones: null
      })
  })

  it('is the one address that is listened on', () => {
    expect(phoneBaseOf(null, { host: '10.0.0.7', port: 80 }, network).url).toBe('http://10.0.0.7')
  })

  it('is nowhere, and why, where the boards are for this machine alone', () => {
    for (const host of ['127.0.0.1', 'localhost', '::1'])
      expect(phoneBaseOf(null, { host, port: 4747 }, network)).toEqual({
        url: null,
        others: [],
        noPhones: 'this-machine-only'
      })
    expect(phoneBaseOf(null, { host: '0.0.0.0', port: 4747 }, []).noPhones).toBe('no-network')
    expect(phoneBaseOf(null, null, network).noPhones).toBe('app')
  })

  it('names the store and the screen, and that it is a phone', () => {
    expect(boardUrlOf('https://menu.example/shop', 110501, 'Bar & grill', 'abc')).toBe(
      'https://menu.example/shop/boards/110501?screen=Bar%20%26%20grill&phone=1&link=abc'
    )
    expect(boardUrlOf('https://menu.example', 110501, null, 'abc')).toBe(
      'https://menu.example/boards/110501?phone=1&link=abc'
    )
  })
})
