import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { DEFAULT_SCREEN } from '../../../src/domain/screen/default-screen.ts'
import { filesPutAsideIn } from '../../../src/main/engine/files-put-aside.ts'
import { defaultSettings, loadSettings, saveSettings } from '../../../src/main/settings/settings-file.ts'
import type { Settings } from '../../../src/main/settings/settings.types.ts'

const nowMs = (): number => Date.UTC(2026, 3, 20, 12)

const makeDataDir = (): string => {
  const dataDir = mkdtempSync(join(tmpdir(), 'topshelf-settings-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  return dataDir
}

const fileIn = (dataDir: string): string => join(dataDir, 'settings.json')

const chosen: Settings = {
  startAtBoot: false,
  updates: { enabled: true, feedUrl: 'https://updates.example/topshelf/', channel: 'beta', pinnedVersion: '1.4.2' },
  version: 1,
  source: 'cova',
  locationId: 94451,
  restrictToLocationIds: [94451, 94452],
  markets: ['CA-SK', 'CA-AB'],
  frozen: { since: '2026-04-20T11:00:00.000Z' },
  timeZoneOverrides: { 94451: 'America/Regina' },
  currencyOverrides: { 94452: 'USD' },
  openingHours: { 94451: [null, null, null, null, { opensAt: '16:00', closesAt: '02:00' }, null, null] },
  rewards: {
    94451: {
      system: { kind: 'listed', id: 'cova' },
      takenFrom: 'before-taxes',
      rewards: [{ rewardId: 'five-off', name: 'Five off', kind: 'flat', value: '5', points: 100, linkedId: null }]
    }
  },
  staleAfterMinutes: 20,
  askPriceAfterHours: 12,
  language: 'fr-CA',
  screens: {},
  displays: { mode: 'first-only', known: [] },
  market: { profile: 'north', confirmed: true },
  storeColour: '#1d5a46',
  storeLogo: 'logo.svg',
  publicUrl: 'https://menu.example',
  network: { serve: true, boards: 'everybody', names: ['menu.lan'] },
  registerReport: {
    columns: { date: 'Sold At', code: 'SKU', quantity: 'Qty', total: 'Total' },
    dateOrder: 'mdy',
    decimals: 'point'
  }
}

test('without a file there are defaults, and no file is made', () => {
  const dataDir = makeDataDir()
  expect(loadSettings(dataDir)).toEqual({ settings: defaultSettings, movedAside: null, problem: null })
  expect(defaultSettings).toMatchObject({ source: null, locationId: null, staleAfterMinutes: 15 })
  expect(readdirSync(dataDir)).toEqual([])
})

test('what is saved is loaded, and nothing else is left in the directory', () => {
  const dataDir = join(makeDataDir(), 'made', 'on', 'saving')
  expect(saveSettings(dataDir, chosen)).toEqual({ ok: true })
  expect(saveSettings(dataDir, chosen)).toEqual({ ok: true })
  expect(loadSettings(dataDir)).toEqual({ settings: chosen, movedAside: null, problem: null })
  expect(readdirSync(dataDir)).toEqual(['settings.json'])
})

test('keys that this version does not know are preserved, and so is a newer version', () => {
  const dataDir = makeDataDir()
  writeFileSync(fileIn(dataDir), JSON.stringify({ version: 7, source: 'demo', pairing: [{ id: 1 }] }))
  const { settings } = loadSettings(dataDir)
  expect(settings).toEqual({ ...defaultSettings, version: 7, source: 'demo' })
  saveSettings(dataDir, { ...settings, locationId: 5 })
  expect(JSON.parse(readFileSync(fileIn(dataDir), 'utf8'))).toMatchObject({
    version: 7,
    source: 'demo',
    locationId: 5,
    pairing: [{ id: 1 }]
  })
})

test.each(['{"source": "demo"', '', '[]', 'null', '\u0000\u0000'])(
  'a damaged file (%j) is moved aside and reported',
  (text) => {
    const dataDir = makeDataDir()
    writeFileSync(fileIn(dataDir), text)
    const loaded = loadSettings(dataDir, nowMs)
    expect(loaded.settings).toEqual(defaultSettings)
    expect(loaded.movedAside).toBe(`${fileIn(dataDir)}.damaged-2026-04-20T12-00-00-000Z`)
    expect(loaded.problem).toContain(loaded.movedAside)
    expect(readFileSync(loaded.movedAside ?? '', 'utf8')).toBe(text)
    expect(loadSettings(dataDir, nowMs)).toEqual({ settings: defaultSettings, movedAside: null, problem: null })
  }
)

test('one wrong value takes its default and costs no other: the whole file is kept aside, and reported once', () => {
  const dataDir = makeDataDir()
  const stored = { ...chosen, staleAfterMinutes: -3, currencyOverrides: { 1: 'EUR' }, kept: true }
  writeFileSync(fileIn(dataDir), JSON.stringify(stored))
  const loaded = loadSettings(dataDir, nowMs)
  expect(loaded.settings).toEqual({ ...chosen, staleAfterMinutes: 15, currencyOverrides: {} })
  expect(loaded.problem).toContain('currencyOverrides, staleAfterMinutes')
  expect(JSON.parse(readFileSync(loaded.movedAside ?? '', 'utf8'))).toEqual(stored)
  expect(loadSettings(dataDir, nowMs)).toMatchObject({ problem: null, movedAside: null })
  expect(JSON.parse(readFileSync(fileIn(dataDir), 'utf8'))).toMatchObject({ kept: true })
})

test('a file that cannot be read or written is one line, and the settings stay defaults', () => {
  const dataDir = makeDataDir()
  mkdirSync(fileIn(dataDir))
  expect(loadSettings(dataDir)).toMatchObject({
    settings: defaultSettings,
    problem: expect.stringContaining('cannot be read')
  })
  const saved = saveSettings(dataDir, chosen)
  expect(saved).toMatchObject({ ok: false, code: 'data-dir-unwritable' })
  expect(saved.ok ? '' : saved.message).toContain(dataDir)
  expect(readdirSync(dataDir)).toEqual(['settings.json'])
  const file = join(makeDataDir(), 'file')
  writeFileSync(file, '')
  expect(saveSettings(file, chosen)).toMatchObject({ ok: false, code: 'data-dir-unwritable' })
})

test('displays are read with their defaults, and a word that no display has takes the default of all', () => {
  const dataDir = makeDataDir()
  const displays = { mode: 'first-only', known: [{ label: 'SAMSUNG', screen: 'bar' }] }
  writeFileSync(fileIn(dataDir), JSON.stringify({ ...chosen, displays }))
  const anything = { x: null, y: null, width: null, height: null, locationId: null }
  expect(loadSettings(dataDir, nowMs).settings.displays).toEqual({
    mode: 'first-only',
    known: [{ ...anything, label: 'SAMSUNG', board: true, screen: 'bar' }]
  })
  writeFileSync(fileIn(dataDir), JSON.stringify({ ...chosen, displays: { known: [{ lable: 'SAMSUNG' }] } }))
  const { settings, problem } = loadSettings(dataDir, nowMs)
  expect(settings).toEqual({ ...chosen, displays: { mode: 'one-menu', known: [] } })
  expect(problem).toContain('displays')
})

test('a language that Intl does not take would blank every board: the default is used, and said', () => {
  const dataDir = makeDataDir()
  writeFileSync(fileIn(dataDir), JSON.stringify({ ...chosen, language: 'en_CA' }))
  const { settings, problem } = loadSettings(dataDir, nowMs)
  expect(settings).toEqual({ ...chosen, language: null })
  expect(problem).toContain('language')
})

test.each(['../logo.png', '/etc/logo.png', 'a\\logo.png', 'C:logo.png', 'logo.exe', 'logo', ''])(
  'a logo is a picture of the data directory by its name alone: %s is none',
  (storeLogo) => {
    const dataDir = makeDataDir()
    writeFileSync(fileIn(dataDir), JSON.stringify({ ...chosen, storeLogo }))
    const { settings, problem } = loadSettings(dataDir, nowMs)
    expect(settings).toEqual({ ...chosen, storeLogo: null })
    expect(problem).toContain('storeLogo')
  }
)

test('screens are read by name; what is missing or wrong in one takes its default, the rest stays', () => {
  const dataDir = makeDataDir()
  const bar = {
    set: { kind: 'classifications', paths: [['Flower']] },
    timedSets: [{ from: '16:00', set: { kind: 'on-promotion' } }],
    theme: 'puce',
    distanceMetres: 5,
    pictures: true
  }
  writeFileSync(fileIn(dataDir), JSON.stringify({ ...chosen, screens: { bar, door: {} } }))
  const { settings, problem } = loadSettings(dataDir, nowMs)
  expect(problem).toContain('have a wrong value for screens.bar.theme:')
  expect(settings.screens['bar']).toEqual({
    ...DEFAULT_SCREEN,
    set: bar.set,
    timedSets: bar.timedSets,
    distanceMetres: 5,
    pictures: true
  })
  expect(settings.screens['door']).toEqual(DEFAULT_SCREEN)
})

test('a wrong value inside a screen is named by its place, and so is a key that no screen has', () => {
  const dataDir = makeDataDir()
  const stored = {
    storeColour: 'purple',
    screens: {
      bar: { theme: 'pink', level: 'dense', distanceMeters: 6, timedSets: [{ from: '7:00', set: { kind: 'full' } }] }
    }
  }
  writeFileSync(fileIn(dataDir), JSON.stringify(stored))
  const { settings, movedAside, problem } = loadSettings(dataDir, nowMs)
  expect(settings.screens['bar']).toEqual({ ...DEFAULT_SCREEN, level: 'dense' })
  expect(problem).toContain('screens.bar.theme, screens.bar.distanceMeters, screens.bar.timedSets, storeColour')
  expect(JSON.parse(readFileSync(movedAside ?? '', 'utf8'))).toEqual(stored)
  expect(filesPutAsideIn([dataDir]).map(({ message }) => message)).toEqual([
    expect.stringContaining(
      'had a wrong value for screens.bar.theme, screens.bar.distanceMeters, screens.bar.timedSets, storeColour'
    )
  ])
})

test('rewards are read one by one: what is wrong in one is named by its place, and the rest stays', () => {
  const dataDir = makeDataDir()
  const five = { rewardId: 'five-off', name: 'Five off', kind: 'flat', value: '5', points: 100, linkedId: null }
  const store = { system: { kind: 'listed', id: 'treez' }, takenFrom: 'after-taxes' }
  const stored = {
    rewards: {
      94451: {
        ...store,
        rewards: [
          five,
          { ...five, rewardId: 'b', kind: 'spend-get' },
          { ...five, name: 'Twice' },
          { ...five, rewardId: 'd', value: 5 }
        ]
      },
      94452: { ...store, system: { kind: 'listed', id: 'tillmate' }, rewards: [five] },
      94453: { ...store, system: { kind: 'other', name: 'Tillmate', like: null }, rewards: [five] },
      94454: { system: store.system, rewards: [five] },
      bar: { ...store, rewards: [five] },
      94455: { ...store, rewards: [{ ...five, colour: 'red' }] }
    }
  }
  writeFileSync(fileIn(dataDir), JSON.stringify(stored))
  const { settings, movedAside, problem } = loadSettings(dataDir, nowMs)
  expect(settings.rewards).toEqual({
    94451: { ...store, rewards: [five] },
    94453: { ...store, system: { kind: 'other', name: 'Tillmate', like: null }, rewards: [five] },
    94455: { ...store, rewards: [five] }
  })
  for (const place of [
    '94451.rewards.1.kind',
    '94451.rewards.2.rewardId',
    '94451.rewards.3.value',
    '94452.system',
    '94454.takenFrom',
    'bar',
    '94455.rewards.0.colour'
  ])
    expect(problem).toContain(`rewards.${place}`)
  expect(problem).not.toContain('94453')
  expect(JSON.parse(readFileSync(movedAside ?? '', 'utf8'))).toEqual(stored)
})

test('a reward that its system cannot run stays in the file: health tells it, and no board shows it', () => {
  const dataDir = makeDataDir()
  const half = { rewardId: 'half', name: 'Half', kind: 'percent', value: '150', points: 0.5, linkedId: null } as const
  const rewards = { 94451: { system: { kind: 'listed', id: 'treez' }, takenFrom: 'before-taxes', rewards: [half] } }
  writeFileSync(fileIn(dataDir), JSON.stringify({ rewards }))
  expect(loadSettings(dataDir, nowMs)).toMatchObject({ settings: { rewards }, problem: null, movedAside: null })
})
