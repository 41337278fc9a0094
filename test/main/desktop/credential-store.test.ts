import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createCredentialStore, type KeyStore } from '../../../src/main/desktop/credential-store.ts'

const credentials = {
  companyId: '110447',
  clientId: 'client',
  clientSecret: 'sesame',
  username: 'reader',
  password: 'open up'
}

/** Stands in for the system's: turns every byte over. */
const turned = (bytes: Uint8Array): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0xff))
const synchronous: KeyStore = {
  isEncryptionAvailable: () => true,
  encryptString: (text) => turned(Buffer.from(text)),
  decryptString: (encrypted) => turned(encrypted).toString()
}
const asynchronous: KeyStore = {
  isAsyncEncryptionAvailable: async () => true,
  encryptStringAsync: async (text) => turned(Buffer.from(text)),
  decryptStringAsync: async (encrypted) => ({ result: turned(encrypted).toString() })
}

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'topshelf-credentials-'))
  file = join(folder, 'data', 'credentials.bin')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('credentials', () => {
  it.each([
    ['synchronous, as in Electron 33', synchronous],
    ['asynchronous, as in its successors', asynchronous]
  ])('are kept encrypted between runs; the key store is %s', async (_name, keyStore) => {
    expect(await createCredentialStore(file, keyStore).store(credentials)).toEqual({ notice: null })
    expect(readFileSync(file).includes('sesame')).toBe(false)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(await createCredentialStore(file, keyStore).load()).toEqual(credentials)
  })

  it.each([
    ['no key store', { ...synchronous, isEncryptionAvailable: () => false }],
    ['no asynchronous key store', { ...asynchronous, isAsyncEncryptionAvailable: async () => false }],
    ['only a fixed password for one', { ...synchronous, getSelectedStorageBackend: () => 'basic_text' }]
  ])('are kept for this run alone where the system has %s, and the notice says so', async (_name, keyStore) => {
    const store = createCredentialStore(file, keyStore)
    const { notice } = await store.store(credentials)
    expect(notice).toMatchObject({ code: 'no-key-store', message: expect.stringContaining('no key store') })
    expect(await store.load()).toEqual(credentials)
    expect(existsSync(file)).toBe(false)
    expect(await createCredentialStore(file, keyStore).load()).toBeNull()
  })

  it('that cannot be read any more are asked for again', async () => {
    const store = createCredentialStore(file, synchronous)
    expect(await store.load()).toBeNull()
    await store.store(credentials)
    writeFileSync(file, 'damaged')
    expect(await createCredentialStore(file, synchronous).load()).toBeNull()
    expect(await createCredentialStore(file, synchronous).store(credentials)).toEqual({ notice: null })
    expect(await createCredentialStore(file, synchronous).load()).toEqual(credentials)
  })

  it('that cannot be written are kept for this run, and the notice says why', async () => {
    writeFileSync(join(folder, 'data'), 'a file where the folder should be')
    const store = createCredentialStore(file, synchronous)
    expect((await store.store(credentials)).notice).toMatchObject({
      code: 'not-written',
      message: expect.stringMatching(/until Topshelf ends/)
    })
    expect(await store.load()).toEqual(credentials)
  })
})
