import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readEnvironment } from '../../../src/main/settings/environment.ts'
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
