import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readSlots } from '../../src/main/launcher/slots-file.ts'
import { publicLineOf } from '../../src/main/update/update-signature.ts'
import { productVersion } from '../../src/main/settings/product-version.ts'
import { loadSettings, saveSettings } from '../../src/main/settings/settings-file.ts'
import { type Feed, makeTestKey, startFeed, type TestKey } from '../main/update/feed.ts'
import { freePort } from './desktop-app.ts'
import {
  boardAfter,
  giveVersion,
  newerVersion as newer,
  packageApp,
  packagedFolder,
  type PackagedApp,
  startPackaged,
  tellRecovery
} from './packaged-app.ts'

const bad = '90.0.0'

let key: TestKey
let folder: string
let dataDir: string
let feed: Feed
let app: PackagedApp

beforeAll(async () => {
  key = makeTestKey()
  folder = mkdtempSync(join(tmpdir(), 'topshelf-release-'))
  dataDir = mkdtempSync(join(tmpdir(), 'topshelf-updated-'))
  // The one way in which a program gets a key: it is built with it.
  process.env['TOPSHELF_UPDATE_KEYS'] = join(folder, 'keys.json')
  writeFileSync(join(folder, 'keys.json'), JSON.stringify({ keys: [publicLineOf(key.privateKey)] }))
  packageApp()
  feed = await startFeed()
}, 240_000)

afterAll(async () => {
  delete process.env['TOPSHELF_UPDATE_KEYS']
  await app?.close()
  await feed?.close()
  for (const dir of [folder, dataDir, feed?.dir]) if (dir !== undefined) rmSync(dir, { recursive: true, force: true })
})

/** The packaged program under another version, as an archive of a release. */
function releaseOf(version: string, make: (into: string) => void): Buffer {
  const name = `Topshelf-${version}`
  make(join(folder, name))
  const file = join(folder, `${name}.tar.gz`)
  execFileSync('tar', ['-c', '-I', 'gzip -1', '-f', file, '-C', folder, name])
  return readFileSync(file)
}

it('a packaged app takes a version from a feed by itself, starts it, and keeps it once it has painted', async () => {
  const content = releaseOf(newer, (into) => {
    cpSync(packagedFolder, into, { recursive: true, verbatimSymlinks: true })
    giveVersion(join(into, 'topshelf'), newer)
  })
  feed.publish({ version: newer, content, key })
  const closed = Array.from({ length: 7 }, () => null)
  const hours = Object.fromEntries([110_501, 110_502, 110_503, 110_504].map((id) => [id, closed]))
  saveSettings(dataDir, { ...loadSettings(dataDir).settings, openingHours: hours })
  const variables = { TOPSHELF_SCREENS_PORT: String(await freePort()), TOPSHELF_TRIAL_SECONDS: '25' }
  app = startPackaged(dataDir, variables, ['--demo', '--windowed'])
  const before = await boardAfter(dataDir, null)
  expect(before.version).toBe(productVersion)

  const { settings } = loadSettings(dataDir)
  const startedMs = performance.now()
  // As the manager's window saves it: the app looks at its settings every 15 s.
  saveSettings(dataDir, { ...settings, updates: { ...settings.updates, feedUrl: feed.url } })
  const after = await boardAfter(dataDir, before.pid)
  tellRecovery('update from a feed, of which up to 15 s until the settings are looked at', startedMs)
  expect(after.version).toBe(newer)
  await expect.poll(() => readSlots(dataDir), { timeout: 30_000 }).toMatchObject({ current: 'a', trial: null })
  // What the launcher looked at before it started it: the archive as the file that it is, whatever Electron takes it for.
  const list = readFileSync(join(dataDir, 'launch/slots/a/contents.json'), 'utf8')
  const { files } = JSON.parse(list) as { files: readonly { path: string; size: number }[] }
  const archive = files.find(({ path }) => path === `Topshelf-${newer}/resources/app.asar`)
  expect(archive?.size).toBe(statSync(join(packagedFolder, 'resources/app.asar')).size)
}, 240_000)

it('one that paints nothing goes back to the one before, and is not taken again', async () => {
  const { pid } = await boardAfter(dataDir, null)
  const content = releaseOf(bad, (into) => {
    mkdirSync(into)
    writeFileSync(join(into, 'topshelf'), '#!/bin/sh\nexec sleep 600\n', { mode: 0o755 })
  })
  feed.publish({ version: bad, content, channels: ['stable', 'beta'], key })
  const { settings } = loadSettings(dataDir)
  // A change of the settings has the feed asked at once, in place of in four hours.
  saveSettings(dataDir, { ...settings, updates: { ...settings.updates, channel: 'beta' } })
  const startedMs = performance.now()
  const back = await boardAfter(dataDir, pid)
  tellRecovery('update that paints nothing, of which up to 15 s until it is taken and 25 s its trial', startedMs)
  expect(back.version).toBe(newer)
  expect(readSlots(dataDir).refused).toMatchObject([{ version: bad, reason: 'not-painted' }])
  const asked = feed.asked.length
  saveSettings(dataDir, { ...loadSettings(dataDir).settings, updates: { ...settings.updates, channel: 'stable' } })
  await expect.poll(() => feed.asked.length, { timeout: 90_000 }).toBeGreaterThan(asked)
  expect((await boardAfter(dataDir, null)).pid).toBe(back.pid)
}, 300_000)
