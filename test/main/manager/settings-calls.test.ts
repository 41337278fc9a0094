import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSettingsCalls, type SettingsHost } from '../../../src/main/manager/settings-calls.ts'
import { loadSettings, saveSettings } from '../../../src/main/settings/settings-file.ts'
import type { SettingsChange, SettingsChoices, SettingsSaved } from '../../../src/shared/manager/settings.ts'
import { removeDir, temporaryDir } from '../serve/serve-process.ts'

const NOW = Date.parse('2026-11-20T22:20:00Z')
const REGINA = 110_501
const HAMILTON = 110_502

const CHOICES: SettingsChoices = {
  stores: [
    {
      locationId: REGINA,
      name: 'Regina',
      place: 'Regina, SK',
      market: 'CA-SK',
      timeZone: 'America/Regina',
      currency: 'CAD'
    },
    {
      locationId: HAMILTON,
      name: 'Hamilton',
      place: 'Hamilton, ON',
      market: 'CA-ON',
      timeZone: 'America/Toronto',
      currency: 'CAD'
    }
  ],
  markets: [
    { market: 'CA-ON', name: 'Ontario', stores: 1 },
    { market: 'CA-SK', name: 'Saskatchewan', stores: 1 }
  ],
  groups: [{ groupId: 700, name: 'Veterans' }]
}

let dataDir: string
let told: string[]
let choices: SettingsChoices | null

beforeEach(() => {
  dataDir = temporaryDir()
  told = []
  choices = CHOICES
})
afterEach(() => removeDir(dataDir))

function callsOf(more: Partial<SettingsHost> = {}) {
  return createSettingsCalls({
    dataDir,
    nowMs: () => NOW,
    choices: async () => choices,
    restartEngine: () => void told.push('restart'),
    displays: () => [],
    displaysChanged: () => void told.push('displays'),
    showStore: async () => ({ ok: true }),
    pairedScreens: () => [],
    ...more
  })
}

async function revisionNow(calls = callsOf()): Promise<string> {
  const read = await calls['settings:read']()
  if (!read.ok) throw new Error(read.message)
  return read.answer.revision
}

async function save(change: SettingsChange, calls = callsOf()) {
  return calls['settings:save'](await revisionNow(calls), change)
}

async function saved(change: SettingsChange): Promise<SettingsSaved> {
  const reply = await save(change)
  if (!reply.ok) throw new Error(`${reply.field}: ${reply.message}`)
  return reply.answer
}

function stored(): Record<string, unknown> {
  return JSON.parse(readFileSync(join(dataDir, 'settings.json'), 'utf8')) as Record<string, unknown>
}

const FIVE = { rewardId: null, name: 'Five off', kind: 'flat', value: '5,00', points: 100, linkedId: null }
const AT_COVA = { system: { kind: 'listed', id: 'cova' }, takenFrom: 'before-taxes', rewards: [FIVE] } as const

describe('the rewards of a store', () => {
  it('are kept with an id of their own, told in words, and taken away', async () => {
    const { changes } = await saved({ rewards: { [REGINA]: AT_COVA } })
    expect(changes).toEqual([
      {
        field: `rewards.${REGINA}`,
        label: 'Loyalty rewards, Regina',
        before: 'none',
        after: 'Cova, before taxes'
      },
      {
        field: `rewards.${REGINA}.five-off`,
        label: 'Reward “Five off”, Regina',
        before: 'none',
        after: 'Five off: 5 off for 100 points'
      }
    ])
    expect(stored()['rewards']).toEqual({
      [REGINA]: { ...AT_COVA, rewards: [{ ...FIVE, rewardId: 'five-off', value: '5' }] }
    })
    expect(told).toEqual(['restart'])
    const again = [
      { ...FIVE, rewardId: 'five-off', name: 'Thanks' },
      { ...FIVE, rewardId: 'nobody-s', name: 'Five off' }
    ]
    await saved({ rewards: { [REGINA]: { ...AT_COVA, rewards: again } } })
    expect(stored()['rewards']).toMatchObject({
      [REGINA]: {
        rewards: [
          { rewardId: 'five-off', name: 'Thanks' },
          { rewardId: 'five-off-2', name: 'Five off' }
        ]
      }
    })
    await saved({ rewards: { [REGINA]: null } })
    expect(stored()['rewards']).toEqual({})
  })

  it('are refused beside each field where the store’s system cannot run them, and nothing is written', async () => {
    const reply = await save({
      rewards: {
        [REGINA]: {
          system: { kind: 'listed', id: 'treez' },
          takenFrom: 'before-taxes',
          rewards: [
            { ...FIVE, linkedId: ' D-7 ' },
            { ...FIVE, name: 'FIVE  off', kind: 'percent', value: '101', points: 1.5 },
            { ...FIVE, name: 'More', kind: 'spend-get', value: '' }
          ]
        }
      }
    })
    expect(reply.ok || reply.faults?.map(({ field, message }) => `${field} ${message}`)).toEqual([
      expect.stringMatching(/^rewards\.110501\.rewards\.1\.name There is a reward “FIVE off” already/),
      expect.stringMatching(/^rewards\.110501\.rewards\.1\.value A percentage is 100 at most/),
      expect.stringMatching(/^rewards\.110501\.rewards\.1\.points Write whole points/),
      expect.stringMatching(/^rewards\.110501\.rewards\.1\.linkedId Paste the ID that Treez has/),
      expect.stringMatching(/^rewards\.110501\.rewards\.2\.kind Topshelf’s boards and estimates/),
      expect.stringMatching(/^rewards\.110501\.rewards\.2\.linkedId Paste the ID that Treez has/)
    ])
    expect(loadSettings(dataDir).settings.rewards).toEqual({})
    expect(told).toEqual([])
  })

  it('of the longest name that is taken are there again after a restart', async () => {
    const name = '🎁'.repeat(60)
    await saved({ rewards: { [REGINA]: { ...AT_COVA, rewards: [{ ...FIVE, name }] } } })
    expect(loadSettings(dataDir)).toMatchObject({ problem: null })
    expect(loadSettings(dataDir).settings.rewards[REGINA]?.rewards).toMatchObject([{ rewardId: 'reward', name }])
    const reply = await save({ rewards: { [REGINA]: { ...AT_COVA, rewards: [{ ...FIVE, name: `${name}x` }] } } })
    expect(reply).toMatchObject({ ok: false, field: `rewards.${REGINA}.rewards.0.name` })
  })

  it('“spend X, get Y” on Cova is refused with the reason', async () => {
    const rewards = [{ ...FIVE, kind: 'spend-get' }]
    expect(await save({ rewards: { [REGINA]: { ...AT_COVA, rewards } } })).toMatchObject({
      ok: false,
      field: `rewards.${REGINA}.rewards.0.kind`,
      message: expect.stringMatching(/^Cova cannot run “spend X, get Y”/)
    })
  })

  it('at a system that is not listed wait for the answer what it is like', async () => {
    const system = { kind: 'other', name: 'Tillmate', like: null } as const
    expect(await save({ rewards: { [REGINA]: { ...AT_COVA, system } } })).toMatchObject({
      ok: false,
      field: `rewards.${REGINA}.system.like`,
      message: expect.stringContaining('Say which of these it is like')
    })
    const { changes } = await saved({
      rewards: { [REGINA]: { ...AT_COVA, system: { ...system, like: 'mirrored-apart' } } }
    })
    expect(changes[0]?.after).toMatch(/^Tillmate \(Discount made in both, .*\), before taxes$/)
  })

  it.each([
    [{ [REGINA]: 7 }, String(REGINA)],
    [{ [REGINA]: { ...AT_COVA, system: { kind: 'listed', id: 'till' } } }, `${REGINA}.system`],
    [{ [REGINA]: { ...AT_COVA, system: { kind: 'other', name: '', like: 'mirrored' } } }, `${REGINA}.system`],
    [{ [REGINA]: { ...AT_COVA, takenFrom: 'never' } }, `${REGINA}.takenFrom`],
    [
      { [REGINA]: { ...AT_COVA, rewards: Array.from({ length: 31 }, (_, at) => ({ ...FIVE, name: `R${at}` })) } },
      `${REGINA}.rewards`
    ],
    [{ 7: AT_COVA }, '7'],
    [{ bar: AT_COVA }, 'bar']
  ])('of a shape that is none are refused: %#', async (rewards, field) => {
    const reply = await save({ rewards } as unknown as SettingsChange)
    expect(reply).toMatchObject({ ok: false, field: `rewards.${field}` })
  })

  it('the list of systems says what to do in the language of the settings', async () => {
    await saved({ language: 'fr-CA' })
    const reply = await callsOf()['settings:reward-systems']()
    if (!reply.ok) throw new Error(reply.message)
    const { systems, classes } = reply.answer
    expect(systems).toHaveLength(17)
    expect(systems[0]).toMatchObject({ id: 'cova', name: 'Cova', needsId: false })
    expect(systems[0]?.conditions[2]).toContain('Désactivez tout autre programme de fidélité')
    expect(classes.map(({ id }) => id)).toEqual([
      'mirrored',
      'triggered',
      'static-only',
      'mirrored-apart',
      'programme-only'
    ])
  })
})

describe('a save', () => {
  it('writes what differs, says it in words, and has the engine take it up', async () => {
    const { changes, settings, revision } = await saved({
      staleAfterMinutes: 30,
      markets: ['CA-SK'],
      storeColour: '#1D5A46',
      screens: { bar: { theme: 'light', groupId: 700 } }
    })
    expect(settings).toMatchObject({ staleAfterMinutes: 30, markets: ['CA-SK'], storeColour: '#1d5a46' })
    expect(changes).toEqual([
      { field: 'markets', label: 'Provinces and states', before: 'all', after: 'Saskatchewan' },
      { field: 'staleAfterMinutes', label: 'Prices count as old after', before: '15 min', after: '30 min' },
      { field: 'storeColour', label: 'Store colour', before: 'the theme’s own', after: '#1d5a46' },
      { field: 'screens.bar', label: 'Screen bar', before: 'not there', after: 'there' },
      { field: 'screens.bar.groupId', label: 'Pricing group, screen bar', before: 'none', after: 'Veterans' },
      { field: 'screens.bar.theme', label: 'Theme, screen bar', before: 'dark', after: 'light' }
    ])
    expect(stored()).toMatchObject({ staleAfterMinutes: 30, screens: { bar: { theme: 'light', level: 'standard' } } })
    expect(revision).toBe(await revisionNow())
    expect(told).toEqual(['restart'])
  })

  it('of nothing new does nothing', async () => {
    const { changes } = await saved({ staleAfterMinutes: 15, language: null })
    expect(changes).toEqual([])
    expect(told).toEqual([])
  })

  it('of the displays moves windows, and leaves the engine alone', async () => {
    const known = [
      { label: 'Left', x: null, y: null, width: null, height: null, board: true, screen: null, locationId: HAMILTON }
    ]
    const { changes } = await saved({ displays: { mode: 'one-menu', known } })
    expect(changes).toEqual([
      { field: 'displays.known.0', label: 'Display Left', before: 'not there', after: 'Hamilton' }
    ])
    expect(told).toEqual(['displays'])
  })

  it('leaves alone what it does not know of the file', async () => {
    saveSettings(dataDir, loadSettings(dataDir).settings)
    writeFileSync(join(dataDir, 'settings.json'), JSON.stringify({ ...stored(), pairing: ['ABC'] }))
    await saved({ staleAfterMinutes: 20 })
    expect(stored()).toMatchObject({ pairing: ['ABC'], staleAfterMinutes: 20 })
  })

  it('tried says the same and writes nothing', async () => {
    const calls = callsOf()
    const reply = await calls['settings:try'](await revisionNow(calls), { language: 'fr-CA' })
    expect(reply).toEqual({
      ok: true,
      answer: {
        changes: [
          {
            field: 'language',
            label: 'Langue',
            before: 'celle du pays du magasin',
            after: 'fr-CA'
          }
        ]
      }
    })
    expect(loadSettings(dataDir).settings.language).toBeNull()
    expect(told).toEqual([])
  })

  it('that cannot be written says where', async () => {
    const calls = callsOf({ dataDir: join(dataDir, 'file', 'below') })
    writeFileSync(join(dataDir, 'file'), '')
    expect(await save({ staleAfterMinutes: 20 }, calls)).toMatchObject({
      ok: false,
      code: 'failed',
      message: expect.stringContaining(join(dataDir, 'file', 'below'))
    })
    expect(told).toEqual([])
  })
})

describe('a wrong value is refused beside its field, with what would be right', () => {
  const wrong: readonly [string, unknown, string, RegExp][] = [
    ['minutes below one', { staleAfterMinutes: 0 }, 'staleAfterMinutes', /from 1 to 10080/],
    ['minutes that are words', { staleAfterMinutes: 'soon' }, 'staleAfterMinutes', /from 1 to 10080/],
    ['a language with an underscore', { language: 'fr_CA' }, 'language', /fr-CA/],
    ['a colour in words', { storeColour: 'green' }, 'storeColour', /#1d5a46/],
    ['a logo in another folder', { storeLogo: '../logo.svg' }, 'storeLogo', /without a folder/],
    ['a logo that is not there', { storeLogo: 'logo.svg' }, 'storeLogo', /logo\.svg\. Put the logo there first/],
    ['no market at all', { markets: [] }, 'markets', /at least/],
    ['a market without a store', { markets: ['CA-BC'] }, 'markets', /CA-BC/],
    ['no store at all', { restrictToLocationIds: [] }, 'restrictToLocationIds', /at least/],
    ['a store of another company', { restrictToLocationIds: [5] }, 'restrictToLocationIds', /no store 5/],
    [
      'a zone that is none',
      { timeZoneOverrides: { [REGINA]: 'Regina' } },
      `timeZoneOverrides.${REGINA}`,
      /America\/Regina/
    ],
    ['a zone of an unknown store', { timeZoneOverrides: { 5: 'America/Regina' } }, 'timeZoneOverrides.5', /no store 5/],
    ['hours of six days', { openingHours: { [REGINA]: [null] } }, `openingHours.${REGINA}`, /seven days/],
    ['a currency nobody has', { currencyOverrides: { [REGINA]: 'EUR' } }, `currencyOverrides.${REGINA}`, /Canadian/],
    ['a profile nobody wrote', { market: { profile: 'mars', confirmed: true } }, 'market', /“mars”/],
    ['a freeze that is no switch', { frozen: 'yes' }, 'frozen', /on or off/],
    ['a screen without a name', { screens: { ' ': {} } }, 'screens. ', /1 to 60/],
    ['a theme without a file', { screens: { bar: { theme: 'custom:sea' } } }, 'screens.bar.theme', /custom:sea/],
    [
      'a screen of a hundred metres',
      { screens: { bar: { distanceMetres: 100 } } },
      'screens.bar.distanceMetres',
      /0\.3 to 50/
    ],
    [
      'a margin of nothing',
      { screens: { bar: { safeMarginPercent: 0 } } },
      'screens.bar.safeMarginPercent',
      /2\.5 to 10/
    ],
    ['a group in words', { screens: { bar: { groupId: 'vets' } } }, 'screens.bar.groupId', /number/],
    [
      'a time that no clock has',
      { screens: { bar: { timedSets: [{ from: '25:00', set: { kind: 'full' } }] } } },
      'screens.bar.timedSets.0',
      /16:00/
    ],
    [
      'a set without classes',
      { screens: { bar: { set: { kind: 'classifications', paths: [] } } } },
      'screens.bar.set',
      /at least one class/
    ],
    ['a setting no screen has', { screens: { bar: { volume: 11 } } }, 'screens.bar.volume', /no such setting/],
    ['a screen that is gone', { renamedScreens: { bar: 'front' } }, 'screens.bar', /no screen “bar”/],
    [
      'a display with an unknown screen',
      {
        displays: {
          mode: 'one-menu',
          known: [
            { label: null, x: null, y: null, width: null, height: null, board: true, screen: 'bar', locationId: null }
          ]
        }
      },
      'displays.known.0.screen',
      /“bar”/
    ],
    [
      'a display that shows an unknown store',
      {
        displays: {
          mode: 'one-menu',
          known: [
            { label: null, x: null, y: null, width: null, height: null, board: true, screen: null, locationId: 5 }
          ]
        }
      },
      'displays.known.0.locationId',
      /no store 5/
    ]
  ]

  it.each(wrong)('%s', async (_what, change, field, message) => {
    const before = loadSettings(dataDir).settings
    expect(await save(change as SettingsChange)).toMatchObject({
      ok: false,
      code: 'refused',
      field,
      message: expect.stringMatching(message)
    })
    expect(loadSettings(dataDir).settings).toEqual(before)
    expect(told).toEqual([])
  })

  it('and so is every other one of the same save, each beside its own', async () => {
    const before = loadSettings(dataDir).settings
    const reply = await save({
      storeColour: 'green',
      language: 'fr_CA',
      staleAfterMinutes: 20,
      timeZoneOverrides: { [REGINA]: 'Regina', [HAMILTON]: 'America/Toronto', 5: 'America/Regina' },
      screens: {
        bar: {
          diagonalInches: 'wide' as never,
          distanceMetres: 4,
          theme: 'custom:sea',
          timedSets: [
            { from: '25:00', set: { kind: 'full' } },
            { from: '16:00', set: { kind: 'full' } },
            { from: '4 pm', set: { kind: 'full' } }
          ]
        },
        ' ': {}
      }
    } as SettingsChange)
    if (reply.ok) throw new Error('it was not refused')
    expect(reply.faults?.map(({ field }) => field)).toEqual([
      'language',
      'storeColour',
      'timeZoneOverrides.5',
      `timeZoneOverrides.${REGINA}`,
      'screens.bar.diagonalInches',
      'screens.bar.theme',
      'screens.bar.timedSets.0',
      'screens.bar.timedSets.2',
      'screens. '
    ])
    expect(reply.faults?.[0]).toEqual({ field: reply.field, message: reply.message })
    expect(reply.faults?.[4]?.message).toBe('Choose a number from 7 to 200.')
    expect(loadSettings(dataDir).settings).toEqual(before)
    // One alone is the answer itself.
    expect(await save({ language: 'fr_CA' })).not.toHaveProperty('faults')
  })

  it('in the language that the manager reads', async () => {
    await saved({ language: 'fr-CA' })
    expect(await save({ staleAfterMinutes: 0 })).toMatchObject({ message: 'Choisissez un nombre de 1 à 10080.' })
    await saved({ language: 'es-US' })
    expect(await save({ staleAfterMinutes: 0 })).toMatchObject({ message: 'Elija un número de 1 a 10080.' })
  })
})

describe('opening hours', () => {
  const week = [null, null, null, null, null, null, { opensAt: '10:00', closesAt: '02:00' }]

  it('are named where a save is refused because they were set meanwhile', async () => {
    const calls = callsOf()
    const revision = await revisionNow(calls)
    await calls.saveWhole(async (settings) => ({ ...settings, openingHours: { [REGINA]: week } }))
    expect(await calls['settings:save'](revision, { staleAfterMinutes: 30 })).toMatchObject({
      ok: false,
      field: `openingHours.${REGINA}`,
      message: expect.stringContaining('Opening hours, Regina: as Cova says, now Mon–Sat closed, Sun 10:00–02:00')
    })
  })

  it.each([
    ['of a store of another company', { '5': week }, 'openingHours.5', /no store 5/],
    ['of six days', { [REGINA]: week.slice(1) }, `openingHours.${REGINA}`, /seven days/],
    ['of no time', { [REGINA]: [...week.slice(1), { opensAt: '9', closesAt: '24:00' }] }, `openingHours.${REGINA}`, /:/]
  ])('%s are refused', async (_what, openingHours, field, message) => {
    expect(await save({ openingHours })).toMatchObject({ ok: false, field, message: expect.stringMatching(message) })
  })
})

describe('a filter', () => {
  beforeEach(() => void saveSettings(dataDir, { ...loadSettings(dataDir).settings, locationId: REGINA }))

  it('never leaves out the store that this machine shows', async () => {
    expect(await save({ markets: ['CA-ON'] })).toMatchObject({
      ok: false,
      field: 'markets',
      message: expect.stringContaining('leave out Regina')
    })
    expect(await save({ restrictToLocationIds: [HAMILTON] })).toMatchObject({
      ok: false,
      field: 'restrictToLocationIds'
    })
    expect(await save({ restrictToLocationIds: [HAMILTON, REGINA] })).toMatchObject({ ok: true })
  })

  it('is kept as it is while no engine can say which stores there are', async () => {
    choices = null
    expect(await save({ markets: ['CA-ON'] })).toMatchObject({ ok: true })
  })
})

describe('a filter and the paired screens', () => {
  const calls = (paired: readonly { name: string; locationId: number }[]) => callsOf({ pairedScreens: () => paired })

  it.each([
    [{ restrictToLocationIds: [REGINA] }, 'restrictToLocationIds'],
    [{ markets: ['CA-SK'] }, 'markets'],
    [{ markets: ['CA-SK', 'CA-ON'], restrictToLocationIds: [REGINA] }, 'restrictToLocationIds']
  ])('%j does not take down a paired screen, and names it', async (change, field) => {
    expect(await save(change, calls([{ name: 'Window TV', locationId: HAMILTON }]))).toMatchObject({
      ok: false,
      code: 'refused',
      field,
      message:
        'This would leave out Hamilton, which the paired screen “Window TV” shows. Keep it, or give that screen another store first.'
    })
    expect(loadSettings(dataDir).settings).toMatchObject({ markets: null, restrictToLocationIds: null })
  })

  it.each([
    ['fr-CA', /l’écran jumelé «\u00a0Window TV\u00a0» affiche/],
    ['es-US', /la pantalla vinculada «Window TV» muestra/]
  ])('says it in %s', async (language, message) => {
    await saved({ language })
    const reply = await save({ markets: ['CA-SK'] }, calls([{ name: 'Window TV', locationId: HAMILTON }]))
    expect(reply).toMatchObject({ ok: false, message: expect.stringMatching(message) })
  })

  it('that keeps its store is taken', async () => {
    const paired = calls([{ name: 'Window TV', locationId: HAMILTON }])
    expect(await save({ restrictToLocationIds: [HAMILTON] }, paired)).toMatchObject({ ok: true })
    expect(await save({ markets: ['CA-ON'] }, paired)).toMatchObject({ ok: true })
  })

  it('is refused by its list alone while no engine can say which stores there are', async () => {
    choices = null
    const paired = calls([{ name: 'Window TV', locationId: HAMILTON }])
    expect(await save({ restrictToLocationIds: [REGINA] }, paired)).toMatchObject({
      field: 'restrictToLocationIds',
      message: expect.stringMatching(/store 110502, which the paired screen “Window TV”/)
    })
  })

  it('is not held up by a screen whose store is gone, nor by one that something else leaves out', async () => {
    expect(await save({ markets: ['CA-SK'] }, calls([{ name: 'Old TV', locationId: 5 }]))).toMatchObject({ ok: true })
    const left = calls([{ name: 'Window TV', locationId: HAMILTON }])
    expect(await save({ restrictToLocationIds: [REGINA, HAMILTON] }, left)).toMatchObject({ ok: true })
    expect(await save({ displays: { mode: 'first-only', known: [] } }, left)).toMatchObject({ ok: true })
  })
})

describe('the store that this machine shows', () => {
  it('is one of the company’s, and one that is served', async () => {
    const shown: number[] = []
    const calls = callsOf({
      showStore: async (locationId) => {
        shown.push(locationId)
        return { ok: true }
      }
    })
    expect(await calls['settings:show-store'](5)).toMatchObject({ ok: false, field: 'locationId' })
    await saved({ markets: ['CA-SK'] })
    expect(await calls['settings:show-store'](HAMILTON)).toMatchObject({
      ok: false,
      field: 'locationId',
      message: 'Hamilton is not among the stores that are served. Add it there first.'
    })
    await saved({ markets: null, restrictToLocationIds: [REGINA] })
    expect(await calls['settings:show-store'](HAMILTON)).toMatchObject({ ok: false, field: 'locationId' })
    expect(await calls['settings:show-store'](REGINA)).toMatchObject({ ok: true })
    expect(shown).toEqual([REGINA])
  })
})

describe('freezing', () => {
  it('keeps the moment it began, and is lifted', async () => {
    const frozen = await saved({ frozen: true })
    expect(frozen.settings.frozen).toEqual({ since: '2026-11-20T22:20:00.000Z' })
    expect(frozen.frozenWords).toMatch(/^Frozen since .*\d/)
    expect(frozen.changes).toMatchObject([{ field: 'frozen', label: 'Syncing', before: 'on' }])
    const again = callsOf({ nowMs: () => NOW + 60_000 })
    expect(await save({ frozen: true }, again)).toMatchObject({ ok: true, answer: { changes: [] } })
    const lifted = await saved({ frozen: false })
    expect(lifted.settings.frozen).toBeNull()
    expect(told).toEqual(['restart', 'restart'])
  })
})

describe('screens', () => {
  it('are renamed with the displays that go by them, changed, and removed', async () => {
    await saved({ screens: { bar: { theme: 'light' }, front: {} } })
    const known = [
      { label: 'Left', x: null, y: null, width: null, height: null, board: true, screen: 'bar', locationId: null }
    ]
    await saved({ displays: { mode: 'one-menu', known } })
    expect(await save({ renamedScreens: { bar: 'front' } })).toMatchObject({
      ok: false,
      field: 'renamedScreens.bar',
      message: expect.stringContaining('already')
    })
    const { settings } = await saved({ renamedScreens: { bar: 'counter' }, screens: { counter: { level: 'dense' } } })
    expect(Object.keys(settings.screens)).toEqual(['counter', 'front'])
    expect(settings.screens['counter']).toMatchObject({ theme: 'light', level: 'dense' })
    expect(settings.displays.known).toMatchObject([{ label: 'Left', screen: 'counter' }])
    expect(await save({ screens: { counter: null } })).toMatchObject({ ok: false, field: 'screens.counter' })
    const removed = await saved({ screens: { front: null } })
    expect(Object.keys(removed.settings.screens)).toEqual(['counter'])
    expect(removed.changes).toEqual([
      { field: 'screens.front', label: 'Screen front', before: 'there', after: 'not there' }
    ])
  })

  it('may have a theme of the store’s own', async () => {
    mkdirSync(join(dataDir, 'themes'))
    writeFileSync(join(dataDir, 'themes', 'sea.json'), JSON.stringify({ name: 'Sea', base: 'light', tokens: {} }))
    const { settings, themes } = await saved({ screens: { bar: { theme: 'custom:sea' } } })
    expect(settings.screens['bar']?.theme).toBe('custom:sea')
    expect(themes).toEqual(['custom:sea'])
  })
})

describe('two windows', () => {
  it('that save: the second is refused, and told what the first changed', async () => {
    const calls = callsOf()
    const revision = await revisionNow(calls)
    expect(await calls['settings:save'](revision, { language: 'en-CA', staleAfterMinutes: 30 })).toMatchObject({
      ok: true
    })
    expect(await calls['settings:save'](revision, { staleAfterMinutes: 20 })).toEqual({
      ok: false,
      code: 'refused',
      field: 'language',
      message:
        'Somebody else saved meanwhile (Language: as in the store’s country, now en-CA; Prices count as old after: 15 min, now 30 min). Look at it, and save again.'
    })
    expect(loadSettings(dataDir).settings.staleAfterMinutes).toBe(30)
  })

  it('that save at one moment are worked one after the other', async () => {
    const calls = callsOf()
    const revision = await revisionNow(calls)
    const replies = await Promise.all([
      calls['settings:save'](revision, { staleAfterMinutes: 30 }),
      calls['settings:save'](revision, { staleAfterMinutes: 40 })
    ])
    expect(replies.map(({ ok }) => ok)).toEqual([true, false])
    expect(loadSettings(dataDir).settings.staleAfterMinutes).toBe(30)
  })

  it('of which one edited the file by hand: told that it changed', async () => {
    const revision = await revisionNow()
    saveSettings(dataDir, { ...loadSettings(dataDir).settings, staleAfterMinutes: 45 })
    expect(await callsOf()['settings:save'](revision, { language: 'en-CA' })).toMatchObject({
      ok: false,
      field: null,
      message: 'Somebody else saved meanwhile. Look at it, and save again.'
    })
  })
})

describe('the displays', () => {
  const display = (id: number, label: string, x: number) => ({
    id,
    label,
    bounds: { x, y: 0, width: 1920, height: 1080 },
    isPrimary: x === 0
  })
  const entryOf = (label: string, x: number) => ({
    label,
    x,
    y: 0,
    width: 1920,
    height: 1080,
    board: true,
    screen: null,
    locationId: null
  })

  it('are listed as they hang, with what the settings say of each, and those that are not connected', async () => {
    const remembered = { ...entryOf('OLD', 9000), locationId: HAMILTON }
    const left = { ...entryOf('SAMSUNG', 0), board: false }
    await saved({ displays: { mode: 'one-menu', known: [remembered, left] } })
    const calls = callsOf({ displays: () => [display(2, 'LG', 1920), display(1, 'SAMSUNG', 0)] })
    const read = await calls['settings:read']()
    if (!read.ok) throw new Error(read.message)
    expect(read.answer.displays).toEqual([
      { words: 'SAMSUNG, 1920 × 1080', isConnected: true, isPrimary: true, entry: left, isKnown: true },
      { words: 'LG, 1920 × 1080', isConnected: true, isPrimary: false, entry: entryOf('LG', 1920), isKnown: false },
      { words: 'OLD, 1920 × 1080', isConnected: false, isPrimary: false, entry: remembered, isKnown: true }
    ])
  })
})

describe('what there is to choose from', () => {
  it('are the shipped profiles, each rule with its source, and the store’s own, readable or not', async () => {
    mkdirSync(join(dataDir, 'market-profiles'))
    writeFileSync(
      join(dataDir, 'market-profiles', 'broken.json'),
      '{"id": "broken", "name": "B", "rules": [{"kind": "dance"}]}'
    )
    writeFileSync(join(dataDir, 'logo.png'), 'x')
    const read = await callsOf()['settings:read']()
    if (!read.ok) throw new Error(read.message)
    const { profiles, logos, timeZones } = read.answer
    expect(profiles.map(({ id }) => id)).toEqual(['broken', 'massachusetts-adult-use', 'washington-warnings'])
    expect(profiles[0]?.problem).toMatch(/^market-profiles\/broken\.json cannot be used: it is wrong at rules\.0/)
    expect(profiles[1]?.rules[0]).toEqual({
      words: expect.stringMatching(/\.$|”$/),
      source: expect.stringContaining('(20')
    })
    expect(profiles[1]?.status).toContain('counsel')
    expect(logos).toEqual(['logo.png'])
    expect(timeZones).toContain('America/Regina')
  })
})
