import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startOf } from '../../../src/domain/launch/slots.ts'
import { updateSentence } from '../../../src/domain/update/update-words.ts'
import { readSlots } from '../../../src/main/launcher/slots-file.ts'
import { launcherSlots } from '../../../src/main/update/launcher-slots.ts'
import type { UpdateSlots } from '../../../src/main/update/updater.types.ts'
import { type Feed, makeTestKey, startFeed } from './feed.ts'
import { HOUR_MS, NOON, storeMachine, type StoreMachine } from './store-machine.ts'

const key = makeTestKey()
let feed: Feed
let machine: StoreMachine

beforeEach(async () => {
  feed = await startFeed()
  machine = storeMachine(feed, [key])
})
afterEach(async () => {
  machine.updater.close()
  rmSync(machine.dataDir, { recursive: true, force: true })
  rmSync(feed.dir, { recursive: true, force: true })
  await feed.close()
})

const state = () => machine.updater.state()
const downloads = (): readonly string[] => feed.asked.filter((line) => /\.tar\.gz( bytes.*)?$/.test(line))
const partials = (): readonly string[] => {
  const folder = join(machine.dataDir, 'updates', 'partial')
  return existsSync(folder) ? readdirSync(folder) : []
}

describe('what a feed offers', () => {
  test('no update: the version that runs is the newest', async () => {
    feed.publish({ version: '1.0.0', key })
    await machine.check()
    expect(state()).toMatchObject({ ready: null, held: null, fault: null, checkedAtMs: NOON })
    expect(downloads()).toEqual([])
  })

  test('an update is downloaded in the background, waits for the store to close, and is installed then', async () => {
    const content = Buffer.from('the whole of 1.1.0'.repeat(5000))
    feed.publish({ version: '1.1.0', content, key })
    await machine.check()
    // Closes at 22:00, ten hours from noon.
    expect(state().ready).toEqual({ version: '1.1.0', fromMs: NOON + 10 * HOUR_MS, because: 'closed' })
    machine.nowMs = NOON + 10 * HOUR_MS - 1000
    await machine.updater.step()
    expect(machine.installed).toEqual([])
    machine.nowMs = NOON + 10 * HOUR_MS
    await machine.updater.step()
    expect(machine.installed).toEqual([{ version: '1.1.0', content }])
    expect(machine.begun).toEqual(['1.1.0'])
    expect(machine.restarts).toBe(1)
    machine.startAgain('1.1.0')
    expect(state()).toMatchObject({ running: '1.1.0', ready: null, fault: null })
    expect(readdirSync(join(machine.dataDir, 'updates', 'ready'))).toEqual([])
  })

  test('"Install now" does not wait for the store to close', async () => {
    feed.publish({ version: '1.1.0', key })
    await machine.check()
    machine.updater.ask('install')
    await machine.updater.step()
    expect(machine.installed.map(({ version }) => version)).toEqual(['1.1.0'])
  })

  test('somebody who types at closing time is not cut off: it waits until they are done, and says so', async () => {
    feed.publish({ version: '1.1.0', key })
    await machine.check()
    const closes = NOON + 10 * HOUR_MS
    machine.nowMs = closes
    machine.isInUse = true
    await machine.updater.step()
    expect(machine.installed).toEqual([])
    expect(state().ready).toEqual({ version: '1.1.0', fromMs: closes + HOUR_MS, because: 'in-use' })
    const said = (['en', 'fr', 'es'] as const).map((language) => updateSentence(state(), language, () => '23:00'))
    expect(said).toEqual([
      '1.1.0 is downloaded and waits until nobody uses this computer. At the latest: 23:00.',
      '1.1.0 est téléchargée et attend que personne n’utilise cet ordinateur. Au plus tard\u00a0: 23:00.',
      '1.1.0 está descargada y espera a que nadie use este equipo. A más tardar: 23:00.'
    ])
    machine.nowMs += 20 * 60_000
    machine.isInUse = false
    await machine.updater.step()
    expect(machine.installed.map(({ version }) => version)).toEqual(['1.1.0'])
  })

  test('nobody keeps it out for good by working on: an hour later it is installed all the same', async () => {
    feed.publish({ version: '1.1.0', key })
    await machine.check()
    machine.isInUse = true
    machine.nowMs = NOON + 10 * HOUR_MS
    await machine.updater.step()
    machine.nowMs += HOUR_MS - 1000
    await machine.updater.step()
    expect(machine.restarts).toBe(0)
    machine.nowMs += 1000
    await machine.updater.step()
    expect(machine.restarts).toBe(1)
  })

  test('somebody who comes while it is unpacked is not cut off either; "Install now" ends the wait', async () => {
    feed.publish({ version: '1.1.0', key })
    await machine.check()
    const closes = NOON + 10 * HOUR_MS
    machine.nowMs = closes
    machine.whileUnpacking = () => {
      machine.isInUse = true
    }
    await machine.updater.step()
    expect(machine.installed.map(({ version }) => version)).toEqual(['1.1.0'])
    expect(machine.restarts).toBe(0)
    expect(state().ready).toEqual({ version: '1.1.0', fromMs: closes + HOUR_MS, because: 'in-use' })
    machine.nowMs += 60_000
    await machine.updater.step()
    expect(machine.restarts).toBe(0)
    // A crash meanwhile starts what ran before.
    expect(machine.begun).toEqual([])
    machine.updater.ask('install')
    await machine.updater.step()
    expect(machine.begun).toEqual(['1.1.0'])
    expect(machine.restarts).toBe(1)
    expect(machine.installed).toHaveLength(1)
  })

  test('"Install now" does not wait for whoever asked for it', async () => {
    feed.publish({ version: '1.1.0', key })
    await machine.check()
    machine.isInUse = true
    machine.updater.ask('install')
    await machine.updater.step()
    expect(machine.restarts).toBe(1)
  })

  test('"Install now" while nothing lies ready is not done to what comes later', async () => {
    feed.publish({ version: '1.1.0', key })
    machine.updater.ask('install')
    await machine.updater.step()
    await machine.check()
    await machine.updater.step()
    expect(machine.installed).toEqual([])
  })

  test('a machine that lost its network installs at night what it has, also after a restart', async () => {
    feed.publish({ version: '1.1.0', key })
    await machine.check()
    await feed.close()
    machine.startAgain()
    machine.nowMs = NOON + 11 * HOUR_MS
    await machine.updater.step()
    expect(machine.installed.map(({ version }) => version)).toEqual(['1.1.0'])
  })

  test('downgrade: an older version is never taken, from whichever channel and pinned or not', async () => {
    feed.publish({ version: '0.9.0', channels: ['stable', 'beta'], key })
    for (const channel of ['stable', 'beta'] as const)
      for (const pinnedVersion of [null, '0.9.0']) {
        machine.settings = { ...machine.settings, channel, pinnedVersion }
        await machine.check()
        expect(state().held).toEqual({ version: '0.9.0', why: 'older' })
      }
    expect(downloads()).toEqual([])
  })

  test('staged out: a machine outside the rollout waits, and takes it once everybody may', async () => {
    feed.publish({ version: '1.1.0', key, stagingPercentage: 0 })
    await machine.check()
    expect(state().held).toEqual({ version: '1.1.0', why: 'staged-out' })
    feed.publish({ version: '1.1.0', key, stagingPercentage: 100 })
    await machine.check()
    expect(state()).toMatchObject({ held: null, ready: { version: '1.1.0' } })
  })

  test('a machine is in a rollout or not by an id that it keeps', async () => {
    feed.publish({ version: '1.0.0', key })
    await machine.check()
    const id = readFileSync(join(machine.dataDir, 'updates', '.updaterId'), 'utf8')
    machine.startAgain()
    await machine.check()
    expect(readFileSync(join(machine.dataDir, 'updates', '.updaterId'), 'utf8')).toBe(id)
  })

  test('pinned: another version than that is not taken, and the pinned one is', async () => {
    machine.settings = { ...machine.settings, pinnedVersion: '1.1.0' }
    feed.publish({ version: '1.2.0', key })
    await machine.check()
    expect(state().held).toEqual({ version: '1.2.0', why: 'pinned' })
    feed.publish({ version: '1.1.0', key })
    await machine.check()
    expect(state().ready?.version).toBe('1.1.0')
  })

  test('a version pinned away after it came is not installed', async () => {
    feed.publish({ version: '1.1.0', key })
    await machine.check()
    machine.settings = { ...machine.settings, pinnedVersion: '1.0.0' }
    machine.nowMs = NOON + 11 * HOUR_MS
    await machine.updater.step()
    expect(state().ready).toBeNull()
    expect(machine.installed).toEqual([])
  })

  test('refused: a version that went back is never taken again, and the next one is', async () => {
    machine.refused.push('1.1.0')
    feed.publish({ version: '1.1.0', key })
    await machine.check()
    expect(state()).toMatchObject({
      held: { version: '1.1.0', why: 'refused' },
      ready: null,
      refused: [{ version: '1.1.0' }]
    })
    feed.publish({ version: '1.1.1', key })
    await machine.check()
    expect(state().ready?.version).toBe('1.1.1')
  })

  test('channel: a beta goes to those who chose it', async () => {
    feed.publish({ version: '1.0.0', key })
    feed.publish({ version: '1.1.0-beta.1', channels: ['beta'], key })
    await machine.check()
    expect(state()).toMatchObject({ ready: null, held: null })
    machine.settings = { ...machine.settings, channel: 'beta' }
    await machine.check()
    expect(state().ready?.version).toBe('1.1.0-beta.1')
    machine.settings = { ...machine.settings, channel: 'stable' }
    machine.nowMs = NOON + 11 * HOUR_MS
    await machine.updater.step()
    expect(machine.installed).toEqual([])
  })

  test('a finished version goes to those who take betas too, as soon as it is the newer one', async () => {
    machine.settings = { ...machine.settings, channel: 'beta' }
    feed.publish({ version: '1.1.0', key })
    await machine.check()
    expect(state()).toMatchObject({ ready: { version: '1.1.0' }, fault: null })
    feed.publish({ version: '1.2.0-beta.1', channels: ['beta'], key })
    await machine.check()
    expect(state().ready?.version).toBe('1.2.0-beta.1')
    feed.publish({ version: '1.2.0', key })
    await machine.check()
    expect(state().ready?.version).toBe('1.2.0')
    machine.updater.ask('install')
    await machine.updater.step()
    expect(machine.installed.map(({ version }) => version)).toEqual(['1.2.0'])
  })

  test('a version for a newer system is not taken', async () => {
    feed.publish({ version: '1.1.0', key, minimumSystemVersion: '999.0.0' })
    await machine.check()
    expect(state().held).toEqual({ version: '1.1.0', why: 'system' })
  })

  test('a newer version takes the place of the one that waits', async () => {
    feed.publish({ version: '1.1.0', key })
    await machine.check()
    feed.publish({ version: '1.2.0', key })
    await machine.check()
    expect(state().ready?.version).toBe('1.2.0')
    expect(readdirSync(join(machine.dataDir, 'updates', 'ready'))).toEqual(['topshelf-1.2.0.tar.gz'])
  })

  test('what lies ready is not downloaded again with every check', async () => {
    feed.publish({ version: '1.1.0', key })
    await machine.check()
    await machine.check()
    machine.startAgain()
    await machine.check()
    expect(downloads()).toHaveLength(1)
  })
})

describe('what is not what we signed', () => {
  const faultOf = async (): Promise<string | undefined> => {
    await machine.check()
    expect(state().ready).toBeNull()
    expect(readdirSync(join(machine.dataDir, 'updates')).includes('ready')).toBe(false)
    return state().fault?.code
  }

  test('bad checksum: the file is not the one that the feed and its signature name', async () => {
    const file = feed.publish({ version: '1.1.0', content: Buffer.alloc(50_000, 'a'), key })
    writeFileSync(join(feed.dir, file), Buffer.alloc(50_000, 'b'))
    expect(await faultOf()).toBe('checksum')
    expect(partials()).toEqual([])
  })

  test('a file that is longer than its signature says is cut off while it comes', async () => {
    const file = feed.publish({ version: '1.1.0', content: Buffer.alloc(50_000, 'a'), key })
    writeFileSync(join(feed.dir, file), Buffer.alloc(5_000_000, 'a'))
    expect(await faultOf()).toBe('checksum')
    expect(partials()).toEqual([])
  })

  test('bad signature: by a key that is none of ours, or changed', async () => {
    const stranger = makeTestKey()
    const file = feed.publish({ version: '1.1.0', key: stranger })
    expect(await faultOf()).toBe('signature')
    feed.publish({ version: '1.1.0', key })
    const sig = readFileSync(join(feed.dir, `${file}.sig`), 'utf8')
    writeFileSync(join(feed.dir, `${file}.sig`), sig.replace('"size": 300000', '"size": 300001'))
    expect(await faultOf()).toBe('signature')
    writeFileSync(join(feed.dir, `${file}.sig`), 'not even JSON')
    expect(await faultOf()).toBe('signature')
    expect(downloads()).toEqual([])
  })

  test('unsigned: nothing is downloaded of what nobody signed', async () => {
    feed.publish({ version: '1.1.0', key: null })
    expect(await faultOf()).toBe('unsigned')
    expect(downloads()).toEqual([])
  })

  test.each([
    ['an old file that was once signed, as a new version', { version: '1.0.5' }],
    ['the file of another system', { file: 'topshelf-1.1.0-arm64.tar.gz' }],
    ['a beta as a stable version', { channels: ['beta'] as const }],
    ['another file of the same name', { sha512: Buffer.alloc(64, 1).toString('base64') }]
  ])('a good signature of something else is not taken: %s', async (_what, signed) => {
    feed.publish({ version: '1.1.0', key, signed })
    expect(await faultOf()).toBe('signature')
    expect(downloads()).toEqual([])
  })

  test('keys are changed by a time in which both are accepted', async () => {
    const next = makeTestKey()
    const both = storeMachine(feed, [key, next])
    feed.publish({ version: '1.1.0', key: next })
    await both.check()
    expect(both.updater.state().ready?.version).toBe('1.1.0')
    expect(await faultOf()).toBe('signature')
    rmSync(both.dataDir, { recursive: true, force: true })
  })

  test('a file that was changed on the disk while it waited is not installed, and fetched again', async () => {
    const file = feed.publish({ version: '1.1.0', key })
    await machine.check()
    writeFileSync(join(machine.dataDir, 'updates', 'ready', file), Buffer.alloc(300_000, 'x'))
    machine.updater.ask('install')
    await machine.updater.step()
    expect(machine.installed).toEqual([])
    expect(state()).toMatchObject({ fault: { code: 'checksum' }, ready: null })
    await machine.updater.step()
    expect(state()).toMatchObject({ fault: null, ready: { version: '1.1.0' } })
  })

  test('nor is one whose key this build no longer accepts', async () => {
    feed.publish({ version: '1.1.0', key })
    await machine.check()
    const other = storeMachine(feed, [makeTestKey()], { dataDir: machine.dataDir })
    other.updater.ask('install')
    await other.updater.step()
    expect(other.installed).toEqual([])
    expect(other.updater.state().fault?.code).toBe('signature')
  })
})

describe('a bad line', () => {
  test('truncated download: gone on with from where it broke off', async () => {
    const content = Buffer.from(Array.from({ length: 300_000 }, (_, at) => (at * 7919) % 256))
    feed.publish({ version: '1.1.0', content, key })
    let cuts = 2
    feed.fault((_request, response, file) => {
      if (!file.endsWith('.gz') || cuts === 0 || response.req.headers.range?.endsWith('-') === false) return false
      cuts -= 1
      const from = Number(/\d+/.exec(response.req.headers.range ?? '0')?.[0])
      const head =
        from === 0
          ? { 'content-length': content.length }
          : { 'content-range': `bytes ${from}-${content.length - 1}/${content.length}` }
      response.writeHead(from === 0 ? 200 : 206, head)
      response.write(content.subarray(from, from + 100_000), () => setTimeout(() => response.destroy(), 50))
      return true
    })
    await machine.check()
    expect(state()).toMatchObject({ ready: { version: '1.1.0' }, fault: null })
    expect(downloads()).toEqual([
      'GET topshelf-1.1.0.tar.gz',
      'GET topshelf-1.1.0.tar.gz bytes=100000-',
      'GET topshelf-1.1.0.tar.gz bytes=200000-'
    ])
    machine.updater.ask('install')
    await machine.updater.step()
    expect(machine.installed[0]?.content.equals(content)).toBe(true)
  })

  test('truncated, and again nothing comes: kept, and gone on with by the next check, also of another start', async () => {
    feed.publish({ version: '1.1.0', key })
    feed.fault((request, response, file) => {
      if (!file.endsWith('.gz')) return false
      if (request.headers.range !== undefined) response.destroy()
      else {
        response.writeHead(200, { 'content-length': 300_000 })
        response.write(Buffer.alloc(300_000, '1.1.0').subarray(0, 120_000), () =>
          setTimeout(() => response.destroy(), 50)
        )
      }
      return true
    })
    await machine.check()
    expect(['broken-off', 'no-answer']).toContain(state().fault?.code)
    expect(partials()).toHaveLength(1)
    feed.fault(null)
    machine.startAgain()
    await machine.check()
    expect(state()).toMatchObject({ ready: { version: '1.1.0' }, fault: null })
    expect(downloads().at(-1)).toBe('GET topshelf-1.1.0.tar.gz bytes=120000-')
  })

  test('a server without ranges sends it all again', async () => {
    const content = Buffer.alloc(300_000, '1.1.0')
    feed.publish({ version: '1.1.0', content, key })
    let isCut = true
    feed.fault((_request, response, file) => {
      if (!file.endsWith('.gz')) return false
      response.writeHead(200, { 'content-length': content.length })
      if (isCut) response.write(content.subarray(0, 1000), () => setTimeout(() => response.destroy(), 50))
      else response.end(content)
      isCut = false
      return true
    })
    await machine.check()
    expect(state()).toMatchObject({ ready: { version: '1.1.0' }, fault: null })
  })

  test('what came of a version that is no longer offered is thrown away', async () => {
    feed.publish({ version: '1.1.0', key })
    feed.fault((_request, response, file) => {
      if (!file.endsWith('.gz')) return false
      response.writeHead(200, { 'content-length': 300_000 })
      response.write(Buffer.alloc(9000), () => setTimeout(() => response.destroy(), 50))
      return true
    })
    await machine.check()
    expect(partials()).toHaveLength(1)
    feed.fault(null)
    feed.publish({ version: '1.2.0', key })
    await machine.check()
    expect(partials()).toEqual([])
    expect(state().ready?.version).toBe('1.2.0')
  })

  test('missing file: the feed names what is not there', async () => {
    const file = feed.publish({ version: '1.1.0', key })
    rmSync(join(feed.dir, file))
    await machine.check()
    expect(state().fault?.code).toBe('file-missing')
  })

  test('no file for this system', async () => {
    const other = storeMachine(feed, [key], {
      slots: {
        fileEnding: '.zip',
        refused: () => [],
        isFree: () => true,
        unpack: () => expect.unreachable(),
        begin: () => expect.unreachable()
      }
    })
    feed.publish({ version: '1.1.0', key })
    await other.check()
    expect(other.updater.state().fault?.code).toBe('no-file-for-system')
    rmSync(other.dataDir, { recursive: true, force: true })
  })

  test('feed gone: tried again sooner, then at doubled distances up to four hours', async () => {
    feed.fault((_request, response) => {
      response.writeHead(503).end()
      return true
    })
    const waits: number[] = []
    for (let round = 0; round < 8; round += 1) {
      await machine.check()
      expect(state().fault?.code).toBe('no-answer')
      waits.push(((state().nextCheckMs ?? 0) - machine.nowMs) / 60_000)
    }
    expect(waits).toEqual([10, 20, 40, 80, 160, 240, 240, 240])
  })

  test('feed gone: nobody listens there', async () => {
    await feed.close()
    await machine.check()
    expect(state()).toMatchObject({ fault: { code: 'no-answer' }, checkedAtMs: null })
  })

  test('a feed without the channel says so', async () => {
    await machine.check()
    expect(state().fault?.code).toBe('no-channel')
  })

  test('feed that is HTML: a captive portal is no feed', async () => {
    feed.fault((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Please sign in: yes</body></html>')
      return true
    })
    await machine.check()
    expect(state().fault?.code).toBe('not-a-feed')
  })

  test('a portal that leads away from https is not followed', async () => {
    feed.fault((_request, response) => {
      response.writeHead(302, { location: 'http://portal.example/login' }).end()
      return true
    })
    await machine.check()
    expect(state().fault?.code).toBe('not-https')
  })

  test('slow feed: a byte at a time is given up, and so is one without an end', async () => {
    const slow = storeMachine(feed, [key], {
      limits: { answerMs: 300, answerBytes: 100_000, stallMs: 300, fileMs: 5000 }
    })
    feed.publish({ version: '1.1.0', key })
    feed.fault((_request, response, file) => {
      if (!file.endsWith('.yml')) return false
      response.writeHead(200)
      const drip = setInterval(() => response.write('#'), 20)
      response.on('close', () => clearInterval(drip))
      return true
    })
    await slow.check()
    expect(slow.updater.state().fault).toMatchObject({ code: 'no-answer' })
    feed.fault((_request, response, file) => {
      if (!file.endsWith('.yml')) return false
      response.writeHead(200).end('#'.repeat(3_000_000))
      return true
    })
    await slow.check()
    expect(slow.updater.state().fault).toMatchObject({ code: 'not-a-feed' })
    rmSync(slow.dataDir, { recursive: true, force: true })
  })

  test('a download that comes to a stop is ended, kept, and gone on with', async () => {
    const slow = storeMachine(feed, [key], {
      limits: { answerMs: 5000, answerBytes: 100_000, stallMs: 300, fileMs: 5000 }
    })
    const content = Buffer.alloc(300_000, '1.1.0')
    feed.publish({ version: '1.1.0', content, key })
    let isHeld = true
    feed.fault((_request, response, file) => {
      if (!file.endsWith('.gz') || !isHeld) return false
      isHeld = false
      response.writeHead(200, { 'content-length': content.length }).write(content.subarray(0, 150_000))
      return true
    })
    await slow.check()
    expect(slow.updater.state()).toMatchObject({ ready: { version: '1.1.0' }, fault: null })
    expect(downloads().at(-1)).toBe('GET topshelf-1.1.0.tar.gz bytes=150000-')
    rmSync(slow.dataDir, { recursive: true, force: true })
  })

  test('disk full: an update leaves the database its room, and begins no download', async () => {
    feed.publish({ version: '1.1.0', key })
    machine.freeBytes = 400_000_000
    await machine.check()
    expect(state().fault?.code).toBe('disk-full')
    expect(downloads()).toEqual([])
  })
})

describe('installing', () => {
  test('not while a version is on trial', async () => {
    feed.publish({ version: '1.1.0', key })
    await machine.check()
    machine.isTrialUnderWay = true
    machine.nowMs = NOON + 11 * HOUR_MS
    await machine.updater.step()
    expect(machine.installed).toEqual([])
    machine.isTrialUnderWay = false
    await machine.updater.step()
    expect(machine.installed).toHaveLength(1)
  })

  test('a file that cannot be unpacked is told, and tried again later, not every minute', async () => {
    feed.publish({ version: '1.1.0', key })
    await machine.check()
    machine.slotFault = 'topshelf-1.1.0.tar.gz cannot be unpacked: the disk is full'
    machine.nowMs = NOON + 11 * HOUR_MS
    await machine.updater.step()
    expect(state()).toMatchObject({
      fault: { code: 'not-installed', detail: machine.slotFault },
      ready: { version: '1.1.0', fromMs: machine.nowMs + 10 * 60_000 }
    })
    expect(machine.restarts).toBe(0)
  })

  /** A slow disk, or somebody at the machine: it lies in its slot, and the program goes on. */
  async function unpackedAndHeld(): Promise<void> {
    feed.publish({ version: '1.1.0', key })
    await machine.check()
    machine.nowMs = NOON + 10 * HOUR_MS
    machine.whileUnpacking = () => {
      machine.isInUse = true
    }
    await machine.updater.step()
    machine.whileUnpacking = () => undefined
    expect(machine).toMatchObject({ installed: [{ version: '1.1.0' }], begun: [], restarts: 0 })
  }

  test('a crash after it was unpacked starts the version before, and it is installed from the file that still lies there', async () => {
    await unpackedAndHeld()
    machine.isInUse = false
    machine.startAgain()
    expect(state().ready?.version).toBe('1.1.0')
    await machine.updater.step()
    expect(machine).toMatchObject({ begun: ['1.1.0'], restarts: 1 })
    expect(machine.installed).toHaveLength(2)
    expect(downloads()).toHaveLength(1)
  })

  test('of the launcher’s own slots: until the restart it starts what ran before', async () => {
    const app = join(machine.dataDir, 'app')
    mkdirSync(app)
    writeFileSync(join(app, 'topshelf'), 'one', { mode: 0o755 })
    const content = execFileSync('tar', ['-cz', '-C', machine.dataDir, 'app'])
    const { dataDir } = machine
    const kept = launcherSlots(dataDir)
    let isInUse = false
    const slots: UpdateSlots = {
      ...kept,
      fileEnding: '.tar.gz',
      unpack: async (file, version) => {
        const unpacked = await kept.unpack(file, version)
        isInUse = true
        return unpacked
      }
    }
    const other = storeMachine(feed, [key], { dataDir, slots, isInUse: () => isInUse })
    feed.publish({ version: '1.1.0', content, key })
    await other.check()
    other.nowMs = NOON + 10 * HOUR_MS
    await other.updater.step()
    const executable = join(dataDir, 'launch/slots/a/app/topshelf')
    expect(existsSync(executable)).toBe(true)
    expect(startOf(readSlots(dataDir), '1.0.0')).toMatchObject({ place: 'installed', isTrial: false })
    isInUse = false
    await other.updater.step()
    expect(startOf(readSlots(dataDir), '1.0.0')).toEqual({ place: 'a', version: '1.1.0', executable, isTrial: true })
    expect(other.restarts).toBe(1)
  })

  test.each([
    ['pinned away', () => ({ ...machine.settings, pinnedVersion: '1.0.0' })],
    ['switched off', () => ({ ...machine.settings, enabled: false })],
    ['moved to another channel', () => ({ ...machine.settings, channel: 'stable' as const })]
  ])('%s after it was unpacked: it is not started', async (_what, settings) => {
    machine.settings = { ...machine.settings, channel: 'beta' }
    feed.publish({ version: '1.1.0', channels: ['beta'], key })
    await machine.check()
    machine.nowMs = NOON + 10 * HOUR_MS
    machine.whileUnpacking = () => {
      machine.settings = settings()
    }
    await machine.updater.step()
    await machine.updater.step()
    machine.updater.ask('install')
    await machine.updater.step()
    expect(machine).toMatchObject({ installed: [{ version: '1.1.0' }], begun: [], restarts: 0 })
    // And taken up again, once it is wanted again, from its slot.
    machine.settings = { ...machine.settings, channel: 'beta', enabled: true, pinnedVersion: null }
    feed.fault((_request, response) => response.writeHead(503).end() !== null)
    await machine.updater.step()
    await machine.updater.step()
    expect(machine).toMatchObject({ begun: ['1.1.0'], restarts: 1 })
    expect(machine.installed).toHaveLength(1)
  })

  test('unpacking that lasts into the opening hours: it waits for the next closing, and checks go on', async () => {
    feed.publish({ version: '1.1.0', key })
    await machine.check()
    machine.nowMs = NOON + 10 * HOUR_MS
    machine.whileUnpacking = () => {
      machine.nowMs = NOON + 22 * HOUR_MS
    }
    await machine.updater.step()
    expect(machine).toMatchObject({ begun: [], restarts: 0 })
    expect(state().ready).toEqual({ version: '1.1.0', fromMs: NOON + 34 * HOUR_MS, because: 'closed' })
    feed.publish({ version: '1.2.0', key })
    await machine.check()
    expect(state().ready?.version).toBe('1.2.0')
    machine.whileUnpacking = () => undefined
    machine.nowMs = NOON + 34 * HOUR_MS
    await machine.updater.step()
    expect(machine).toMatchObject({ begun: ['1.2.0'], restarts: 1 })
  })

  test('a trial that cannot begin is told, and tried again later from what was downloaded', async () => {
    feed.publish({ version: '1.1.0', key })
    await machine.check()
    machine.trialFault = 'the trial cannot begin: under-way'
    machine.nowMs = NOON + 11 * HOUR_MS
    await machine.updater.step()
    expect(state()).toMatchObject({
      fault: { code: 'not-installed', detail: machine.trialFault },
      ready: { version: '1.1.0', fromMs: machine.nowMs + 10 * 60_000 }
    })
    expect(machine.restarts).toBe(0)
    machine.trialFault = null
    machine.nowMs += 10 * 60_000
    await machine.updater.step()
    expect(machine).toMatchObject({ begun: ['1.1.0'], restarts: 1 })
  })

  test('by the clock that the engine has corrected, not the machine’s own', async () => {
    feed.publish({ version: '1.1.0', key })
    await machine.check()
    // The machine believes in noon; it is 23:00.
    machine.clockAheadMs = 11 * HOUR_MS
    await machine.updater.step()
    expect(machine.installed).toHaveLength(1)
  })

  test('a clock that is put back by a year keeps no check waiting', async () => {
    feed.publish({ version: '1.0.0', key })
    await machine.check()
    machine.nowMs -= 365 * 24 * HOUR_MS
    const before = feed.asked.length
    await machine.updater.step()
    expect(feed.asked.length).toBeGreaterThan(before)
  })
})

describe('off', () => {
  test.each([
    ['switched off', { enabled: false }, {}, 'switched-off'],
    ['without an address', { feedUrl: null }, {}, 'no-feed'],
    ['in a checkout', {}, { off: 'checkout' as const }, 'checkout'],
    ['under serve', {}, { off: 'served' as const }, 'served'],
    ['in a build without keys', {}, { keys: [] }, 'no-keys'],
    ['without slots', {}, { slots: null }, 'no-slots']
  ])('%s nothing is asked, even by hand', async (_what, settings, host, off) => {
    const other = storeMachine(feed, [key], host)
    other.settings = { ...other.settings, ...settings }
    feed.publish({ version: '1.1.0', key })
    await other.check()
    expect(feed.asked).toEqual([])
    expect(other.updater.state()).toMatchObject({ off, nextCheckMs: null })
    rmSync(other.dataDir, { recursive: true, force: true })
  })

  test('switched off while a download runs ends it, and what came stays', async () => {
    const content = Buffer.alloc(300_000, '1.1.0')
    feed.publish({ version: '1.1.0', content, key })
    feed.fault((_request, response, file) => {
      if (!file.endsWith('.gz')) return false
      response.writeHead(200, { 'content-length': content.length }).write(content.subarray(0, 150_000))
      return true
    })
    const checking = machine.check()
    await expect
      .poll(() => machine.updater.state().activity)
      .toEqual({ kind: 'downloading', version: '1.1.0', percent: 50 })
    machine.settings = { ...machine.settings, enabled: false }
    await machine.updater.step()
    await checking
    expect(state()).toMatchObject({ off: 'switched-off', activity: { kind: 'none' }, fault: null })
    expect(partials()).toHaveLength(1)
  })
})
