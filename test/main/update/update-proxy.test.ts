import { rmSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type NetworkFront, startNetworkFront, trustTestAuthority } from '../../faults/network-front.ts'
import { type ConnectProxy, startConnectProxy } from '../proxy/connect-proxy.ts'
import { type Feed, makeTestKey, startFeed } from './feed.ts'
import { storeMachine, type StoreMachine } from './store-machine.ts'

const key = makeTestKey()
/** The name of the front's second certificate, which nobody knows but the proxy. */
const FEED_URL = 'https://login.portal.example/'

let feed: Feed
let front: NetworkFront
let proxy: ConnectProxy
let machine: StoreMachine

beforeEach(async () => {
  trustTestAuthority()
  feed = await startFeed()
  front = await startNetworkFront(feed.url.replace(/\/$/, ''))
  await front.use('portal-certificate')
  proxy = await startConnectProxy(Number(new URL(front.origin).port))
  process.env['HTTPS_PROXY'] = proxy.url
  machine = storeMachine(feed, [key])
  machine.settings = { ...machine.settings, feedUrl: FEED_URL }
})
afterEach(async () => {
  delete process.env['HTTPS_PROXY']
  delete process.env['NO_PROXY']
  machine.updater.close()
  await proxy.close()
  await front.close()
  await feed.close()
  for (const dir of [machine.dataDir, feed.dir]) rmSync(dir, { recursive: true, force: true })
})

test('an update comes through the proxy that the machine is to use: its list, its signature and its file', async () => {
  feed.publish({ version: '1.1.0', key })
  await machine.check()
  expect(machine.updater.state()).toMatchObject({ ready: { version: '1.1.0' }, fault: null })
  expect(proxy.asked).toEqual(Array.from({ length: 3 }, () => 'login.portal.example:443'))
  machine.updater.ask('install')
  await machine.updater.step()
  expect(machine.installed.map(({ version }) => version)).toEqual(['1.1.0'])
})

test('not what NO_PROXY names; and a proxy that is gone is a server that does not answer', async () => {
  feed.publish({ version: '1.1.0', key })
  process.env['NO_PROXY'] = 'portal.example'
  await machine.check()
  expect(machine.updater.state()).toMatchObject({ ready: null, fault: { code: 'no-answer' } })
  expect(proxy.asked).toEqual([])
  delete process.env['NO_PROXY']
  await proxy.close()
  await machine.check()
  expect(machine.updater.state()).toMatchObject({ ready: null, fault: { code: 'no-answer' } })
})
