import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createBackupCalls } from '../../../src/main/manager/backup-calls.ts'
import { createSettingsCalls } from '../../../src/main/manager/settings-calls.ts'
import { LEFT_OUT } from '../../../src/main/manager/backup-file.ts'
import { defaultSettings, fieldSchemas, loadSettings, saveSettings } from '../../../src/main/settings/settings-file.ts'
import type { Settings } from '../../../src/main/settings/settings.types.ts'
import { DEFAULT_SCREEN } from '../../../src/domain/screen/default-screen.ts'
import type { BackupTried } from '../../../src/shared/manager/backup.ts'
import type { SettingsChoices } from '../../../src/shared/manager/settings.ts'
import { removeDir, temporaryDir } from '../serve/serve-process.ts'

const NOW = Date.parse('2026-11-20T22:20:00Z')
const REGINA = 110_501
const store = (locationId: number, name: string, market: string): SettingsChoices['stores'][number] => ({
  locationId,
  name,
  place: name,
  market,
  timeZone: 'America/Regina',
  currency: 'CAD'
})
const HERE: SettingsChoices = {
  stores: [store(REGINA, 'Regina', 'CA-SK'), store(110_502, 'Hamilton', 'CA-ON')],
  markets: [
    { market: 'CA-ON', name: 'Ontario', stores: 1 },
    { market: 'CA-SK', name: 'Saskatchewan', stores: 1 }
  ],
  groups: []
}
const ELSEWHERE: SettingsChoices = { stores: [store(7, 'Denver', 'US-CO')], markets: [], groups: [] }

let dirs: string[]
let restarts: number
beforeEach(() => {
  dirs = []
  restarts = 0
})
afterEach(() => dirs.forEach(removeDir))

/** A machine with settings of its own. */
function machine(
  settings: Partial<Settings> = {},
  choices: SettingsChoices | null = HERE,
  paired: readonly { readonly name: string; readonly locationId: number }[] = []
) {
  const dataDir = temporaryDir()
  dirs.push(dataDir)
  saveSettings(dataDir, { ...loadSettings(dataDir).settings, ...settings })
  const host = {
    dataDir,
    nowMs: () => NOW,
    choices: async () => choices,
    restartEngine: () => void (restarts += 1),
    displays: () => [],
    displaysChanged: () => undefined,
    showStore: async () => ({ ok: true }) as const,
    pairedScreens: () => paired,
    saveFile: async (file: { fileName: string; text: string }) => ({ kind: 'content', file }) as const
  }
  const { saveWhole } = createSettingsCalls(host)
  const calls = createBackupCalls({ ...host, saveWhole })
  return {
    dataDir,
    calls,
    settings: () => loadSettings(dataDir).settings,
    exported: async () => {
      const reply = await calls['backup:export']()
      if (!reply.ok) throw new Error(reply.message)
      return reply.answer.text
    },
    tried: async (text: string): Promise<BackupTried> => {
      const reply = await calls['backup:try'](text)
      if (!reply.ok) throw new Error(reply.message)
      return reply.answer
    }
  }
}

const RICH: Partial<Settings> = {
  source: 'cova',
  locationId: REGINA,
  markets: ['CA-SK'],
  timeZoneOverrides: { [REGINA]: 'America/Regina' },
  openingHours: { [REGINA]: [null, null, null, null, { opensAt: '16:00', closesAt: '02:00' }, null, null] },
  rewards: {
    [REGINA]: {
      system: { kind: 'listed', id: 'treez' },
      takenFrom: 'after-taxes',
      rewards: [{ rewardId: 'five', name: 'Five off', kind: 'flat', value: '5', points: 100, linkedId: 'D-7' }]
    }
  },
  staleAfterMinutes: 30,
  askPriceAfterHours: 48,
  language: null,
  storeColour: '#1d5a46',
  storeLogo: 'logo.png',
  frozen: { since: '2026-11-20T10:00:00.000Z' },
  market: { profile: 'ours', confirmed: true },
  screens: { bar: { ...DEFAULT_SCREEN, theme: 'custom:sea' }, front: { ...DEFAULT_SCREEN, level: 'dense' } },
  displays: {
    mode: 'first-only',
    known: [
      { label: 'Left', x: null, y: null, width: null, height: null, board: true, screen: 'bar', locationId: null }
    ]
  }
}

function withFiles(dataDir: string): void {
  mkdirSync(join(dataDir, 'themes'))
  mkdirSync(join(dataDir, 'market-profiles'))
  writeFileSync(join(dataDir, 'themes', 'sea.json'), '{"name": "Sea", "base": "light", "tokens": {}}')
  writeFileSync(join(dataDir, 'market-profiles', 'ours.json'), '{"id": "ours", "name": "Ours", "rules": []}')
  writeFileSync(join(dataDir, 'logo.png'), Buffer.from([137, 80, 78, 71]))
}

describe('a backup', () => {
  it('taken here and imported on a new machine brings all of it, and tells it beforehand', async () => {
    const old = machine(RICH)
    withFiles(old.dataDir)
    const text = await old.exported()
    const fresh = machine({ source: 'cova' })
    const before = readFileSync(join(fresh.dataDir, 'settings.json'), 'utf8')
    const tried = await fresh.tried(text)
    expect(tried.made).toMatch(/^Made: /)
    expect(tried.files).toEqual([
      'The theme sea is added.',
      'The market profile ours is added.',
      'The logo logo.png is added.'
    ])
    expect(tried.notes).toEqual([])
    expect(tried.changes.map(({ field }) => field).sort()).toEqual(
      [
        'locationId',
        'markets',
        'staleAfterMinutes',
        'askPriceAfterHours',
        'storeColour',
        'storeLogo',
        'market',
        `timeZoneOverrides.${REGINA}`,
        `openingHours.${REGINA}`,
        `rewards.${REGINA}`,
        `rewards.${REGINA}.five`,
        'screens.bar',
        'screens.bar.theme',
        'screens.front',
        'screens.front.level',
        'displays.mode',
        'displays.known.0'
      ].sort()
    )
    expect(tried.changes).toContainEqual({
      field: 'locationId',
      label: 'Store on this machine',
      before: 'none',
      after: 'Regina'
    })
    expect(
      tried.changes.filter(({ field }) => field.startsWith('rewards')).map(({ label, after }) => `${label}: ${after}`)
    ).toEqual([
      'Loyalty rewards, Regina: Treez, after taxes',
      'Reward “Five off”, Regina: Five off: 5 off for 100 points, ID D-7'
    ])
    // A dry run writes nothing.
    expect(readFileSync(join(fresh.dataDir, 'settings.json'), 'utf8')).toBe(before)
    expect(existsSync(join(fresh.dataDir, 'themes'))).toBe(false)

    const imported = await fresh.calls['backup:import'](tried.revision, text)
    expect(imported).toMatchObject({ ok: true, answer: { changes: tried.changes, files: tried.files } })
    expect(fresh.settings()).toEqual({ ...old.settings(), frozen: null })
    expect(readFileSync(join(fresh.dataDir, 'logo.png'))).toEqual(readFileSync(join(old.dataDir, 'logo.png')))
    expect(await fresh.exported()).toBe(text)
    expect(restarts).toBeGreaterThan(0)
    // Again, there is nothing to do, and nothing is done.
    const again = await fresh.tried(text)
    expect([again.changes, again.files, again.notes]).toEqual([[], [], []])
    restarts = 0
    expect(await fresh.calls['backup:import'](again.revision, text)).toMatchObject({
      ok: true,
      answer: { keptAs: null }
    })
    expect(restarts).toBe(0)
  })

  it('brings back every setting, but for those that are left out by name', async () => {
    const week = Array.from({ length: 7 }, () => ({ opensAt: '09:00', closesAt: '22:00' }))
    const full: Settings = {
      ...defaultSettings,
      ...RICH,
      source: 'cova',
      restrictToLocationIds: [REGINA],
      currencyOverrides: { [REGINA]: 'USD' },
      openingHours: { [REGINA]: [...week.slice(0, 6), null] },
      language: 'en-US',
      publicUrl: 'https://menu.example',
      network: { serve: true, boards: 'everybody', names: ['menu.example'] },
      registerReport: { columns: { code: 'SKU' }, dateOrder: 'ymd', decimals: 'point' },
      updates: { enabled: false, feedUrl: 'https://updates.example/', channel: 'beta', pinnedVersion: '1.4.2' },
      startAtBoot: false
    }
    const { version: _version, ...told } = full
    for (const [key, value] of Object.entries(told))
      expect([key, value]).not.toEqual([key, defaultSettings[key as keyof Settings]])
    const old = machine(full)
    withFiles(old.dataDir)
    const text = await old.exported()
    const fresh = machine({ openingHours: { 110_502: [...week] } })
    const before = fresh.settings()
    const tried = await fresh.tried(text)
    expect(tried.notes).toEqual([])
    expect(await fresh.calls['backup:import'](tried.revision, text)).toMatchObject({ ok: true })
    const after = fresh.settings()
    for (const key of Object.keys(fieldSchemas) as (keyof Settings)[])
      expect([key, after[key]]).toEqual([key, (Object.hasOwn(LEFT_OUT, key) ? before : full)[key]])
    for (const key of Object.keys(LEFT_OUT)) expect(JSON.parse(text).content.settings).not.toHaveProperty(key)
  })

  it('tells the opening hours that it would bring, and those that it would take away', async () => {
    const day = { opensAt: '09:00', closesAt: '22:00' }
    const week = [day, day, day, day, day, { opensAt: '10:00', closesAt: '18:00' }, null]
    const text = await machine({ source: 'cova', openingHours: { [REGINA]: week } }).exported()
    const other = async (language: string | null) =>
      (await machine({ source: 'cova', language, openingHours: { 110_502: week } }).tried(text)).changes.filter(
        ({ field }) => field.startsWith('openingHours')
      )
    expect(await other(null)).toEqual([
      {
        field: `openingHours.${REGINA}`,
        label: 'Opening hours, Regina',
        before: 'as Cova says',
        after: 'Mon–Fri 09:00–22:00, Sat 10:00–18:00, Sun closed'
      },
      {
        field: 'openingHours.110502',
        label: 'Opening hours, Hamilton',
        before: 'Mon–Fri 09:00–22:00, Sat 10:00–18:00, Sun closed',
        after: 'as Cova says'
      }
    ])
    expect(await other('fr-CA')).toMatchObject([
      { label: 'Heures d’ouverture, Regina', after: 'lun–ven 09:00–22:00, sam 10:00–18:00, dim fermé' },
      { after: 'selon Cova' }
    ])
    expect(await other('es-US')).toMatchObject([
      { label: 'Horario, Regina', after: 'lun–vie 09:00–22:00, sáb 10:00–18:00, dom cerrado' },
      { after: 'según Cova' }
    ])
  })

  it.each([
    [null, 'The address for phones stays as it is here: https://menu.example names another machine.'],
    ['fr-CA', /L’adresse pour les téléphones reste/],
    ['es-US', /La dirección para los teléfonos queda/]
  ])('of an earlier Topshelf leaves the address for phones here, and says so (%s)', async (language, note) => {
    const { createHash } = await import('node:crypto')
    const file = JSON.parse(await machine({ source: 'cova', language }).exported())
    file.content.settings.publicUrl = 'https://menu.example'
    file.checksum = createHash('sha256').update(JSON.stringify(file.content)).digest('hex')
    const other = machine({ source: 'cova', language, publicUrl: 'https://ours.example' })
    const { notes, revision } = await other.tried(JSON.stringify(file))
    expect(notes).toEqual([typeof note === 'string' ? note : expect.stringMatching(note)])
    expect(await other.calls['backup:import'](revision, JSON.stringify(file))).toMatchObject({ ok: true })
    expect(other.settings().publicUrl).toBe('https://ours.example')
  })

  it('keeps the settings that it replaces, as a backup that brings them back', async () => {
    const text = await machine(RICH).exported()
    const other = machine({
      source: 'cova',
      staleAfterMinutes: 45,
      screens: { bar: DEFAULT_SCREEN, till: DEFAULT_SCREEN }
    })
    const before = other.settings()
    const { revision } = await other.tried(text)
    await other.calls['backup:import'](revision, text)
    expect(Object.keys(other.settings().screens).sort()).toEqual(['bar', 'front'])
    const kept = readdirSync(other.dataDir).find((name) => name.startsWith('before-import-'))
    expect(kept).toBe('before-import-2026-11-20T22-20-00-000Z.json')
    const back = readFileSync(join(other.dataDir, kept ?? ''), 'utf8')
    const undo = await other.tried(back)
    expect(await other.calls['backup:import'](undo.revision, back)).toMatchObject({ ok: true })
    expect(other.settings()).toEqual(before)
  })

  it('keeps every file that it replaces, also what no backup could bring back', async () => {
    const old = machine({ ...RICH, screens: { bar: DEFAULT_SCREEN } })
    withFiles(old.dataDir)
    const text = await old.exported()
    const other = machine({ source: 'cova', storeLogo: 'logo.png' })
    withFiles(other.dataDir)
    const large = Buffer.alloc(300_000, 7)
    const before = [
      [['logo.png'], large],
      [['themes', 'sea.json'], Buffer.from('{"name": "Sea", half a theme')],
      [['market-profiles', 'ours.json'], Buffer.from('{"id": "ours", half a profile')]
    ] as const
    for (const [path, bytes] of before) writeFileSync(join(other.dataDir, ...path), bytes)
    const { revision, files } = await other.tried(text)
    expect(files.length).toBe(3)
    const reply = await other.calls['backup:import'](revision, text)
    if (!reply.ok) throw new Error(reply.message)
    const folder = reply.answer.keptAs?.replace(/\.json$/, '') ?? ''
    for (const [path, bytes] of before) {
      expect(readFileSync(join(other.dataDir, ...path)).equals(bytes)).toBe(false)
      expect(readFileSync(join(folder, ...path)).equals(bytes)).toBe(true)
    }
    // Nothing but what was replaced: a second import replaces nothing.
    const again = await other.tried(text)
    expect(again.files).toEqual([])
  })

  it('has no credential, no PIN, no source and no freeze in it', async () => {
    const old = machine(RICH)
    writeFileSync(join(old.dataDir, 'manager-pin.json'), '{"hash": "SECRET-HASH"}')
    writeFileSync(join(old.dataDir, 'credentials.bin'), 'SECRET-KEYS')
    writeFileSync(
      join(old.dataDir, 'settings.json'),
      JSON.stringify({
        ...JSON.parse(readFileSync(join(old.dataDir, 'settings.json'), 'utf8')),
        clientSecret: 'SECRET-X'
      })
    )
    mkdirSync(join(old.dataDir, 'themes'))
    writeFileSync(
      join(old.dataDir, 'themes', 'bad.json'),
      '{"name": "SECRET-Y", "base": "light", "tokens": {}, "x": 1}'
    )
    const text = await old.exported()
    expect(text).not.toContain('SECRET')
    expect(text).not.toContain('frozen')
    expect(JSON.parse(text).content.settings).not.toHaveProperty('source')
  })

  it('of another company brings the look, and leaves stores and displays as they are', async () => {
    const text = await machine(RICH).exported()
    const denver = machine({ source: 'cova', locationId: 7 }, ELSEWHERE)
    const tried = await denver.tried(text)
    expect(tried.notes).toEqual([
      expect.stringContaining('The theme sea is not in the backup'),
      expect.stringContaining('The market profile ours is not in the backup'),
      'The logo stays as it is: the file logo.png is not in the backup.',
      'This machine goes on showing its own store: the company here has no store 110501.',
      'The rewards of store 110501 are left out: the company here has no such store.',
      expect.stringMatching(/^What is set for stores and displays stays as it is here.*CA-SK/)
    ])
    await denver.calls['backup:import'](tried.revision, text)
    expect(denver.settings()).toMatchObject({ locationId: 7, markets: null, staleAfterMinutes: 30, storeLogo: null })
  })

  it('leaves the stores as they are here where a paired screen would lose its own, and names it', async () => {
    const text = await machine({ ...RICH, storeLogo: null }).exported()
    const other = machine({ source: 'cova' }, HERE, [{ name: 'Window TV', locationId: 110_502 }])
    const tried = await other.tried(text)
    expect(tried.notes).toContainEqual(
      expect.stringMatching(/^What is set for stores.*leave out Hamilton, which the paired screen “Window TV” shows/)
    )
    expect(await other.calls['backup:import'](tried.revision, text)).toMatchObject({ ok: true })
    expect(other.settings()).toMatchObject({ markets: null, staleAfterMinutes: 30 })
  })

  it('is refused where the settings were saved since the dry run', async () => {
    const text = await machine(RICH).exported()
    const other = machine({ source: 'cova' })
    const { revision } = await other.tried(text)
    saveSettings(other.dataDir, { ...other.settings(), staleAfterMinutes: 99 })
    expect(await other.calls['backup:import'](revision, text)).toMatchObject({
      ok: false,
      code: 'refused',
      field: 'file'
    })
    expect(other.settings().staleAfterMinutes).toBe(99)
  })
})

describe('a file that is no good is refused, and the message names the place', () => {
  const cases: readonly [string, (text: string) => string, RegExp][] = [
    [
      'with a word in place of a figure',
      (text) => text.replace('"version": 1', '"version": one'),
      /line 3, column 1[34]/
    ],
    ['cut off', (text) => text.slice(0, 300), /damaged at line \d+, column \d+/],
    ['a comma too many', (text) => text.replace('"kind"', ',"kind"'), /line 2, column 3/],
    ['empty', () => '', /line 1, column 1/],
    ['a photograph', () => '\u0089PNG', /line 1, column 1/],
    ['another program’s', () => '{"version": 1}', /no backup of Topshelf/],
    ['a list', () => '[]', /no backup of Topshelf/],
    ['of a newer Topshelf', (text) => text.replace('"version": 1', '"version": 9'), /version 9.*Update Topshelf/],
    ['changed by hand', (text) => text.replace('"staleAfterMinutes": 30', '"staleAfterMinutes": 31'), /checksum/],
    ['without its content', (text) => text.replace('"content"', '"contents"'), /wrong at content/]
  ]
  it.each(cases)('%s', async (_what, spoil, message) => {
    const old = machine(RICH)
    const text = spoil(await old.exported())
    const other = machine({ source: 'cova' })
    const before = other.settings()
    const reply = await other.calls['backup:try'](text)
    expect(reply).toMatchObject({ ok: false, code: 'refused', field: 'file', message: expect.stringMatching(message) })
    expect(await other.calls['backup:import']('x', text)).toMatchObject({ ok: false })
    expect(other.settings()).toEqual(before)
    expect(readdirSync(other.dataDir)).toEqual(['settings.json'])
  })

  it.each([
    [
      'settings.staleAfterMinutes',
      (content: any) => (content.settings.staleAfterMinutes = -1),
      'content.settings.staleAfterMinutes'
    ],
    [
      'a theme of a screen',
      (content: any) => (content.settings.screens.bar.theme = 'mauve'),
      'content.settings.screens.bar.theme'
    ],
    ['an unknown setting', (content: any) => (content.settings.password = 'x'), 'content.settings.password'],
    ['the source', (content: any) => (content.settings.source = 'demo'), 'content.settings.source'],
    [
      'a theme’s colour',
      (content: any) => (content.themes.sea = { name: 'S', base: 'light', tokens: { ink: 'blue' } }),
      'content.themes.sea.tokens.ink'
    ],
    [
      'a theme elsewhere',
      (content: any) => (content.themes['../sea'] = { name: 'S', base: 'light', tokens: {} }),
      'content.themes'
    ],
    ['a logo elsewhere', (content: any) => (content.logo = { name: '../x.png', base64: 'AAAA' }), 'content.logo.name'],
    ...['\0', '\n', '\u0085'].map((control): [string, (content: any) => unknown, string] => [
      `a logo with ${JSON.stringify(control)} in its name`,
      (content) => (content.logo = { name: `x${control}.png`, base64: 'AAAA' }),
      'content.logo.name'
    ]),
    [
      'the name of a logo that no system could keep',
      (content: any) => (content.settings.storeLogo = 'x\0.png'),
      'content.settings.storeLogo'
    ]
  ])('%s, although its checksum is right', async (_what, spoil, place) => {
    const { createHash } = await import('node:crypto')
    const file = JSON.parse(await machine({ ...RICH, screens: { bar: DEFAULT_SCREEN } }).exported())
    spoil(file.content)
    file.checksum = createHash('sha256').update(JSON.stringify(file.content)).digest('hex')
    const other = machine({ source: 'cova' })
    expect(await other.calls['backup:try'](JSON.stringify(file))).toMatchObject({
      ok: false,
      field: 'file',
      message: expect.stringContaining(place)
    })
  })

  it('in the language that the manager reads', async () => {
    expect(await machine({ language: 'fr-CA' }).calls['backup:try']('[]')).toMatchObject({
      message: expect.stringContaining('Ce n’est pas une sauvegarde')
    })
    expect(await machine({ language: 'es-US' }).calls['backup:try']('{')).toMatchObject({
      message: expect.stringContaining('la línea 1, columna 2')
    })
  })
})
