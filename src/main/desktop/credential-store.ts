import { readFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { z } from 'zod'
import type { CovaCredentials } from '../../shared/setup.ts'
import { writeWhole } from '../settings/write-whole.ts'
import type { CredentialStore } from '../setup/setup-host.ts'

/** The parts of Electron's safeStorage in use: synchronous up to some version, asynchronous successors after it. */
export interface KeyStore {
  readonly isEncryptionAvailable?: () => boolean
  readonly encryptString?: (text: string) => Buffer
  readonly decryptString?: (encrypted: Buffer) => string
  readonly isAsyncEncryptionAvailable?: () => Promise<boolean>
  readonly encryptStringAsync?: (text: string) => Promise<Buffer>
  readonly decryptStringAsync?: (encrypted: Buffer) => Promise<{ readonly result: string }>
  readonly getSelectedStorageBackend?: () => string
}

const schema = z.object({
  companyId: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  username: z.string(),
  password: z.string()
})

/**
 * Keeps Cova's credentials in one file, encrypted with the system's key store. Without a key store that deserves the
 * name they are held in memory for this run, and the notice says so: a readable copy on disk is never written.
 */
export function createCredentialStore(path: string, keyStore: KeyStore): CredentialStore {
  let held: CovaCredentials | null = null
  return {
    load: async () => {
      if (held !== null) return held
      if (!(await isAvailable(keyStore))) return null
      try {
        held = schema.parse(JSON.parse(await decrypt(keyStore, await readFile(path))))
      } catch {
        // No file yet, another user's key, or a damaged file: the manager is asked again.
      }
      return held
    },
    store: async (credentials) => {
      held = credentials
      if (!(await isAvailable(keyStore))) {
        const message =
          'This system has no key store: the credentials are kept until Topshelf ends. ' +
          'To start unattended, give them as COVA_ environment variables.'
        return { notice: { code: 'no-key-store', message } }
      }
      try {
        writeWhole(dirname(path), basename(path), await encrypt(keyStore, JSON.stringify(credentials)))
        return { notice: null }
      } catch (error) {
        const message = `The credentials are kept until Topshelf ends: ${(error as Error).message}`
        return { notice: { code: 'not-written', message } }
      }
    }
  }
}

async function isAvailable(keyStore: KeyStore): Promise<boolean> {
  // Linux without a keyring: a fixed password, which protects nothing.
  const backend = keyStore.getSelectedStorageBackend?.()
  if (backend === 'basic_text' || backend === 'unknown') return false
  if (keyStore.isAsyncEncryptionAvailable !== undefined) return keyStore.isAsyncEncryptionAvailable()
  return keyStore.isEncryptionAvailable?.() ?? false
}

async function encrypt(keyStore: KeyStore, text: string): Promise<Buffer> {
  if (keyStore.encryptStringAsync !== undefined) return keyStore.encryptStringAsync(text)
  if (keyStore.encryptString !== undefined) return keyStore.encryptString(text)
  throw new Error('this system cannot encrypt them')
}

async function decrypt(keyStore: KeyStore, encrypted: Buffer): Promise<string> {
  if (keyStore.decryptStringAsync !== undefined) return (await keyStore.decryptStringAsync(encrypted)).result
  if (keyStore.decryptString !== undefined) return keyStore.decryptString(encrypted)
  throw new Error('this system cannot decrypt them')
}
