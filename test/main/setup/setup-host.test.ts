import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readEnvironment } from '../../../src/main/settings/environment.ts'
import { loadMarket } from '../../../src/main/settings/market-profiles.ts'
import { loadSettings, saveSettings } from '../../../src/main/settings/settings-file.ts'
import { createSetupHost } from '../../../src/main/setup/setup-host.ts'
import type { SetupHost } from '../../../src/main/setup/setup-session.ts'

const fromEnvironment = {
  COVA_COMPANY_ID: '110447',
  COVA_CLIENT_ID: 'client',
  COVA_CLIENT_SECRET: 'sesame',
  COVA_USERNAME: 'reader',
  COVA_PASSWORD: 'p'
}
const stored = { companyId: '1', clientId: 'c', clientSecret: 's', username: 'u', password: 'p' }

let dataDir: string

beforeEach(() => void (dataDir = mkdtempSync(join(tmpdir(), 'topshelf-setup-'))))
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

function hostOf(variables: Readonly<Record<string, string>>, demoForThisRun = false): SetupHost {
  return createSetupHost({
    environment: readEnvironment({ ...variables, TOPSHELF_DATA_DIR: dataDir }),
    credentialStore: { load: async () => stored, store: async () => ({ notice: null }) },
    displays: () => [],
    demoForThisRun,
    warn: () => undefined
  })
}

function keep(source: 'demo' | 'cova', locationId: number): void {
  const { settings } = loadSettings(dataDir)
  expect(saveSettings(dataDir, { ...settings, source, locationId, staleAfterMinutes: 20 })).toEqual({ ok: true })
}

describe('the choice of this machine', () => {
  it('is kept in the settings file, whose other settings stay', async () => {
    keep('demo', 1)
    const host = hostOf({})
    expect(await host.loadChoice()).toEqual({ source: 'demo', locationId: 1 })
    await host.saveChoice({ source: 'cova', locationId: 2 })
    expect(await host.loadChoice()).toEqual({ source: 'cova', locationId: 2 })
    expect(loadSettings(dataDir).settings.staleAfterMinutes).toBe(20)
  })

  it('is Cova where the environment has credentials, and these win over stored ones', async () => {
    keep('demo', 1)
    const host = hostOf(fromEnvironment)
    expect(await host.loadChoice()).toEqual({ source: 'cova', locationId: null })
    expect(await host.loadCredentials()).toMatchObject({ companyId: '110447', username: 'reader' })
    keep('cova', 5)
    expect(await host.loadChoice()).toEqual({ source: 'cova', locationId: 5 })
  })

  it('takes the stored credentials where the environment has some but not all', async () => {
    expect(await hostOf({ COVA_USERNAME: 'reader' }).loadCredentials()).toEqual(stored)
  })

  it('of a real store is not overwritten by a run of the demo store', async () => {
    keep('cova', 5)
    const host = hostOf({}, true)
    expect(await host.loadChoice()).toEqual({ source: 'demo', locationId: null })
    await host.saveChoice({ source: 'demo', locationId: 1 })
    expect(await hostOf({}).loadChoice()).toEqual({ source: 'cova', locationId: 5 })
  })

  it('of a location in the demo store is taken up again by a run of the demo store', async () => {
    await hostOf({}, true).saveChoice({ source: 'demo', locationId: 3 })
    expect(await hostOf({}, true).loadChoice()).toEqual({ source: 'demo', locationId: 3 })
  })
})

describe('all that first run asked', () => {
  const free = { market: { kind: 'free' }, displays: [] } as const

  it('is kept at once, with a profile of what the store said of its market; the engine is to read it', async () => {
    const host = hostOf({})
    const answers = { market: { kind: 'restricted', hides: ['potency', 'potency'] }, displays: [] } as const
    expect(await host.saveFirstRun({ source: 'cova', locationId: 5 }, [5, 6], answers)).toEqual({
      ok: true,
      restart: true
    })
    const { settings } = loadSettings(dataDir)
    expect(settings).toMatchObject({
      source: 'cova',
      locationId: 5,
      restrictToLocationIds: [5, 6],
      market: { profile: 'first-run', confirmed: true }
    })
    const { rules, problem } = loadMarket(dataDir, settings.market)
    expect(rules.map(({ kind }) => kind)).toEqual(['hide-potency'])
    expect(problem?.code).toBe('market-profile-unchecked')
  })

  it('takes away filters of before, and only then is another engine needed', async () => {
    const host = hostOf({})
    expect(await host.saveFirstRun({ source: 'cova', locationId: 5 }, null, free)).toEqual({ ok: true, restart: false })
    const { settings } = loadSettings(dataDir)
    saveSettings(dataDir, { ...settings, restrictToLocationIds: [7], markets: ['CA-SK'] })
    expect(await host.saveFirstRun({ source: 'cova', locationId: 5 }, null, free)).toEqual({ ok: true, restart: true })
    expect(loadSettings(dataDir).settings).toMatchObject({ restrictToLocationIds: null, markets: null, locationId: 5 })
  })

  it('forgets filters and a freeze before another source, but never those of a real store for a run of the demo', async () => {
    keep('cova', 5)
    const { settings } = loadSettings(dataDir)
    saveSettings(dataDir, { ...settings, restrictToLocationIds: [5], frozen: { since: '2026-11-20T16:20:00.000Z' } })
    expect(await hostOf({}, true).beginSource(true)).toBe(false)
    expect(loadSettings(dataDir).settings.restrictToLocationIds).toEqual([5])
    expect(await hostOf({}).beginSource(true)).toBe(true)
    expect(loadSettings(dataDir).settings).toMatchObject({
      restrictToLocationIds: null,
      frozen: null,
      locationId: null
    })
  })
})
