import { readFileSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import type { CovaCredentials, CredentialField } from '../../shared/setup.ts'
import type { CovaSettings } from '../cova/cova-client.types.ts'

/** Cova's production services (wire reference). */
export const defaultApiUrl = 'https://api.covasoft.net'
export const defaultTokenUrl = 'https://accounts.iqmetrix.net/v1/oauth2/token'

/** The variable that gives each credential. */
export const credentialVariables: Readonly<Record<CredentialField, string>> = {
  companyId: 'COVA_COMPANY_ID',
  clientId: 'COVA_CLIENT_ID',
  clientSecret: 'COVA_CLIENT_SECRET',
  username: 'COVA_USERNAME',
  password: 'COVA_PASSWORD'
}

export type EnvironmentCredentials =
  | { readonly kind: 'none' }
  | { readonly kind: 'complete'; readonly credentials: CovaCredentials }
  /** The file that was named cannot be used; `message` is one line that says why. */
  | { readonly kind: 'unusable'; readonly message: string }
  /** Some are set and some are not: `missing` names the variables. */
  | { readonly kind: 'partial'; readonly missing: readonly string[] }

export interface Environment {
  /** Absolute. */
  readonly dataDir: string
  /** An origin without a trailing slash. */
  readonly apiUrl: string
  /** The full token URL. */
  readonly tokenUrl: string
  readonly credentials: EnvironmentCredentials
  /** From TOPSHELF_SYNC_INTERVAL_SECONDS; null where it is not set or no positive number. */
  readonly syncIntervalMs: number | null
  /** From TOPSHELF_SCREENS_PORT: where the desktop app serves its boards; null where it is not set or no port. */
  readonly screensPort: number | null
}

type Variables = Readonly<Record<string, string | undefined>>

/**
 * What the environment sets, with defaults (contract, Commands). An empty variable counts as not set.
 * The data directory is the same for every way in, so that the command line reads what the app writes.
 */
export function readEnvironment(env: Variables, platform: NodeJS.Platform = process.platform): Environment {
  return {
    dataDir: resolve(valueOf(env, 'TOPSHELF_DATA_DIR') ?? defaultDataDir(env, platform)),
    apiUrl: (valueOf(env, 'COVA_API_URL') ?? defaultApiUrl).replace(/\/+$/, ''),
    tokenUrl: valueOf(env, 'COVA_TOKEN_URL') ?? defaultTokenUrl,
    credentials: readCredentials(env, platform),
    syncIntervalMs: readSyncInterval(env),
    screensPort: readScreensPort(env)
  }
}

/** The settings of a Cova client: where it is, and who asks. */
export function covaSettingsOf(
  environment: Pick<Environment, 'apiUrl' | 'tokenUrl'>,
  credentials: CovaCredentials
): CovaSettings {
  return { apiUrl: environment.apiUrl, tokenUrl: environment.tokenUrl, ...credentials }
}

function valueOf(env: Variables, name: string): string | null {
  const value = env[name]?.trim()
  return value === undefined || value === '' ? null : value
}

/** The variables themselves, else the file that `TOPSHELF_CREDENTIALS_FILE` names. */
function readCredentials(env: Variables, platform: NodeJS.Platform): EnvironmentCredentials {
  const names = Object.values(credentialVariables)
  const missing = names.filter((name) => valueOf(env, name) === null)
  if (missing.length === names.length) {
    const file = valueOf(env, 'TOPSHELF_CREDENTIALS_FILE')
    return file === null ? { kind: 'none' } : readCredentialsFile(resolve(file), platform)
  }
  if (missing.length > 0) return { kind: 'partial', missing }
  return completeFrom(env)
}

/** A file as `NAME=value` lines, readable by its owner alone: anything else is refused. */
function readCredentialsFile(file: string, platform: NodeJS.Platform): EnvironmentCredentials {
  const unusable = (why: string): EnvironmentCredentials => ({
    kind: 'unusable',
    message: `TOPSHELF_CREDENTIALS_FILE: ${file} ${why}`
  })
  let text: string
  try {
    const { mode } = statSync(file)
    // Windows has no such bits: who may read it is told by its folder there.
    if (platform !== 'win32' && (mode & 0o077) !== 0)
      return unusable('can be read by others than its owner; make it readable by its owner alone (chmod 600)')
    text = readFileSync(file, 'utf8')
  } catch (error) {
    return unusable((error as NodeJS.ErrnoException).code === 'ENOENT' ? 'is not there' : 'cannot be read')
  }
  const found: Variables = linesOf(text)
  const missing = Object.values(credentialVariables).filter((name) => valueOf(found, name) === null)
  return missing.length === 0 ? completeFrom(found) : unusable(`lacks ${missing.join(', ')}`)
}

/** Values as they stand, a `#` in a password included; quotes around a whole value are not part of it. */
function linesOf(text: string): Variables {
  const lines = text.matchAll(/^[ \t]*([A-Z_]+)[ \t]*=[ \t]*(.*?)[ \t]*\r?$/gm)
  return Object.fromEntries(
    [...lines].map(([, name = '', value = '']) => [name, value.replace(/^(["'])(.*)\1$/, '$2')])
  )
}

function completeFrom(env: Variables): EnvironmentCredentials {
  // Taken as they are: a secret may begin or end with a space.
  const read = (field: CredentialField): string => env[credentialVariables[field]] ?? ''
  return {
    kind: 'complete',
    credentials: {
      companyId: read('companyId'),
      clientId: read('clientId'),
      clientSecret: read('clientSecret'),
      username: read('username'),
      password: read('password')
    }
  }
}

function readSyncInterval(env: Variables): number | null {
  const seconds = Number(valueOf(env, 'TOPSHELF_SYNC_INTERVAL_SECONDS') ?? Number.NaN)
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : null
}

function readScreensPort(env: Variables): number | null {
  const text = valueOf(env, 'TOPSHELF_SCREENS_PORT')
  return text !== null && /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : null
}

/** Where each system keeps an application's own data. */
function defaultDataDir(env: Variables, platform: NodeJS.Platform): string {
  switch (platform) {
    case 'win32':
      return join(valueOf(env, 'APPDATA') ?? join(homedir(), 'AppData', 'Roaming'), 'Topshelf')
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'Topshelf')
    default:
      return join(valueOf(env, 'XDG_CONFIG_HOME') ?? join(homedir(), '.config'), 'Topshelf')
  }
}
