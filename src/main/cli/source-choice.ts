import { resolve } from 'node:path'
import type { Source } from '../engine/engine.types.ts'
import { covaSettingsOf, credentialVariables, type Environment } from '../settings/environment.ts'
import { loadSettings } from '../settings/settings-file.ts'

export type SourceChoice =
  | { readonly ok: true; readonly source: Source }
  /** One line that names what is missing. */
  | { readonly ok: false; readonly message: string }

/** The data directory: option, then environment. */
export function dataDirOf(option: string | null, environment: Environment): string {
  return option === null ? environment.dataDir : resolve(option)
}

/** Where data comes from: option, then environment, then the settings file (contract, Commands). */
export function chooseSource(demo: boolean, environment: Environment, dataDir: string): SourceChoice {
  if (demo) return { ok: true, source: { kind: 'demo' } }
  switch (environment.credentials.kind) {
    case 'complete':
      return {
        ok: true,
        source: { kind: 'cova', settings: covaSettingsOf(environment, environment.credentials.credentials) }
      }
    case 'unusable':
      return { ok: false, message: environment.credentials.message }
    case 'partial':
      return { ok: false, message: `missing credential: set ${environment.credentials.missing.join(', ')}` }
    case 'none':
      if (loadSettings(dataDir).settings.source === 'demo') return { ok: true, source: { kind: 'demo' } }
      return {
        ok: false,
        message: `missing credentials: set ${Object.values(credentialVariables).join(', ')}, or give --demo for the demo store`
      }
  }
}
