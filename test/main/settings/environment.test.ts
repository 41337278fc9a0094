import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { covaSettingsOf, readEnvironment } from '../../../src/main/settings/environment.ts'

const complete = {
  COVA_COMPANY_ID: '110447',
  COVA_CLIENT_ID: 'client',
  COVA_CLIENT_SECRET: ' sesame ',
  COVA_USERNAME: 'reader',
  COVA_PASSWORD: 'open up'
}

describe('the environment', () => {
  it('points at Cova itself and has no credentials where nothing is set', () => {
    const environment = readEnvironment({}, 'linux')
    expect(environment).toEqual({
      dataDir: join(homedir(), '.config', 'Topshelf'),
      apiUrl: 'https://api.covasoft.net',
      tokenUrl: 'https://accounts.iqmetrix.net/v1/oauth2/token',
      credentials: { kind: 'none' },
      syncIntervalMs: null,
      screensPort: null
    })
  })

  it.each([
    ['linux', { XDG_CONFIG_HOME: '/srv/config' }, '/srv/config/Topshelf'],
    ['darwin', {}, join(homedir(), 'Library', 'Application Support', 'Topshelf')],
    ['linux', { TOPSHELF_DATA_DIR: '/srv/menu', XDG_CONFIG_HOME: '/srv/config' }, '/srv/menu'],
    ['linux', { TOPSHELF_DATA_DIR: '  ' }, join(homedir(), '.config', 'Topshelf')]
  ] as const)('on %s with %j the data directory is %s', (platform, variables, dataDir) => {
    expect(readEnvironment(variables, platform).dataDir).toBe(dataDir)
  })

  it('gives the credentials when all five are set, secrets as they are', () => {
    const environment = readEnvironment({ ...complete, COVA_API_URL: 'http://127.0.0.1:8080/' })
    expect(environment.credentials.kind).toBe('complete')
    if (environment.credentials.kind !== 'complete') return
    expect(covaSettingsOf(environment, environment.credentials.credentials)).toEqual({
      apiUrl: 'http://127.0.0.1:8080',
      tokenUrl: 'https://accounts.iqmetrix.net/v1/oauth2/token',
      companyId: '110447',
      clientId: 'client',
      clientSecret: ' sesame ',
      username: 'reader',
      password: 'open up'
    })
  })

  it('names the variables that are missing when some are set', () => {
    const environment = readEnvironment({ ...complete, COVA_USERNAME: '', COVA_PASSWORD: undefined })
    expect(environment.credentials).toEqual({ kind: 'partial', missing: ['COVA_USERNAME', 'COVA_PASSWORD'] })
  })

  it.each([
    ['5', 5000],
    ['0.5', 500],
    ['0', null],
    ['-1', null],
    ['soon', null]
  ])('a sync interval of %s s is %s ms', (seconds, syncIntervalMs) => {
    expect(readEnvironment({ TOPSHELF_SYNC_INTERVAL_SECONDS: seconds }).syncIntervalMs).toBe(syncIntervalMs)
  })
})

describe('a file of credentials', () => {
  let folder: string
  let file: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'topshelf-credentials-'))
    file = join(folder, 'cova.env')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const TEXT = `# From Cova's letter
COVA_COMPANY_ID=110447
COVA_CLIENT_ID = client
COVA_CLIENT_SECRET=" sesame "
COVA_USERNAME='reader'
COVA_PASSWORD=open#up=now
`
  const read = (variables: Record<string, string> = {}) =>
    readEnvironment({ TOPSHELF_CREDENTIALS_FILE: file, ...variables }, 'linux').credentials

  it('is taken as it stands where its owner alone may read it', () => {
    writeFileSync(file, TEXT, { mode: 0o600 })
    expect(read()).toEqual({
      kind: 'complete',
      credentials: {
        companyId: '110447',
        clientId: 'client',
        clientSecret: ' sesame ',
        username: 'reader',
        password: 'open#up=now'
      }
    })
  })

  it.each([0o640, 0o604, 0o644, 0o660])('is refused where others may read it: %o', (mode) => {
    writeFileSync(file, TEXT)
    chmodSync(file, mode)
    const credentials = read()
    expect(credentials).toMatchObject({ kind: 'unusable' })
    expect(credentials.kind === 'unusable' && credentials.message).toMatch(/TOPSHELF_CREDENTIALS_FILE.*chmod 600/)
  })

  it('is refused where it lacks a value or is not there, by name', () => {
    expect(read()).toMatchObject({ kind: 'unusable', message: expect.stringContaining('is not there') })
    writeFileSync(file, TEXT.replace(/COVA_USERNAME.*\n/, ''), { mode: 0o600 })
    expect(read()).toMatchObject({ kind: 'unusable', message: expect.stringContaining('lacks COVA_USERNAME') })
  })

  it('comes after the variables themselves', () => {
    writeFileSync(file, TEXT, { mode: 0o600 })
    expect(read(complete)).toMatchObject({ kind: 'complete', credentials: { password: 'open up' } })
    expect(read({ COVA_PASSWORD: 'x' })).toMatchObject({ kind: 'partial' })
  })
})
