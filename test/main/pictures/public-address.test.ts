import { expect, it } from 'vitest'
import { lookupPublicOnly } from '../../../src/main/pictures/checked-lookup.ts'
import { isPublicAddress } from '../../../src/main/pictures/public-address.ts'

it.each(['8.8.8.8', '104.16.0.1', '2606:4700::1111', '2a00:1450:4001:80b::200e'])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

it.each([
  ['loopback', '127.0.0.1'],
  ['loopback', '127.8.8.8'],
  ['loopback', '::1'],
  ['unspecified', '0.0.0.0'],
  ['unspecified', '::'],
  ['private', '10.1.2.3'],
  ['private', '172.16.0.1'],
  ['private', '192.168.1.1'],
  ["a carrier's", '100.64.0.1'],
  ['link-local', '169.254.169.254'],
  ['link-local', 'fe80::1'],
  ['link-local with a zone', 'fe80::1%eth0'],
  ['unique-local', 'fd12:3456::1'],
  ['site-local', 'fec0::1'],
  ['multicast', '224.0.0.251'],
  ['multicast', 'ff02::1'],
  ['broadcast', '255.255.255.255'],
  ['reserved', '240.0.0.1'],
  ['for documents', '192.0.2.1'],
  ['for documents', '2001:db8::1'],
  ['for benchmarks', '198.18.0.1'],
  ['mapped', '::ffff:10.0.0.1'],
  ['mapped, public too', '::ffff:8.8.8.8'],
  ['IPv4 in the last bits', '::7f00:1'],
  ['NAT64', '64:ff9b::7f00:1'],
  ['6to4', '2002:7f00:1::'],
  ['Teredo', '2001::1'],
  ['not given out', '4000::1'],
  ['no address', 'localhost'],
  ['no address', '']
])('%s is not public: %s', (_kind, address) => {
  expect(isPublicAddress(address)).toBe(false)
})

it('a connection is given the addresses that were checked, from one answer of the DNS', async () => {
  let answers = 0
  const lookup = lookupPublicOnly(async () => {
    answers += 1
    // A name that points elsewhere from its second answer on.
    return [{ address: answers === 1 ? '104.16.0.1' : '127.0.0.1', family: 4 }]
  })
  const given = await new Promise((resolve, reject) =>
    lookup('pictures.example', { all: true }, (error, addresses) =>
      error === null ? resolve(addresses) : reject(error)
    )
  )
  expect(given).toEqual([{ address: '104.16.0.1', family: 4 }])
  expect(answers).toBe(1)
})
