import type { CovaCredentials, SetupNotice } from '../../shared/setup.ts'
import { createCovaClient } from '../cova/cova-client.ts'
import type { Source } from '../engine/engine.types.ts'
import { startEngine } from '../engine/start-engine.ts'
import { covaSettingsOf, type Environment } from '../settings/environment.ts'
import { loadSettings, saveSettings } from '../settings/settings-file.ts'
import { writeProfile } from '../settings/market-profiles.ts'
import { type StoreFailure, storeFailureOf } from '../store/store-failure.ts'
import type { MachineDisplay } from '../desktop/window-plan.ts'
import { displaysWithBoards, profileOfAnswer } from './first-run-settings.ts'
import type { Choice, EngineSource, NotKept, SetupHost } from './setup-session.ts'

const defaultSyncIntervalMs = 60_000

/** Where entered credentials are kept: the system's key store, or this process. */
export interface CredentialStore {
  /** Null where none are kept, or where they cannot be read any more. */
  readonly load: () => Promise<CovaCredentials | null>
  /** `notice` says what the manager should know about how they are kept; null where they simply are. */
  readonly store: (credentials: CovaCredentials) => Promise<{ readonly notice: SetupNotice | null }>
}

/**
 * First run on this machine, in a window or a browser: the settings file, the environment, kept credentials, the engine.
 * Credentials of the environment win over stored ones, and make Cova the source (contract, Commands). `demoForThisRun`
 * shows the demo store whatever is stored, and leaves the choice of a real store as it is.
 */
export function createSetupHost(options: {
  readonly environment: Environment
  readonly credentialStore: CredentialStore
  readonly demoForThisRun: boolean
  /** Displays that a board can be on; none where screens are browsers. */
  readonly displays: () => readonly MachineDisplay[]
  readonly warn: (line: string) => void
}): SetupHost {
  const { environment, warn } = options
  const { dataDir } = environment
  const given = environment.credentials.kind === 'complete' ? environment.credentials.credentials : null
  const forcedSource = options.demoForThisRun ? 'demo' : given === null ? null : 'cova'

  let lastWarning: string | null = null

  function storedChoice(): Choice {
    const { settings, problem } = loadSettings(dataDir)
    if (problem !== null) warn(problem)
    return { source: settings.source, locationId: settings.locationId }
  }

  /** An engine is tried again and again: what stands in its way is said when it changes. */
  function warnOnce(line: string): void {
    if (line !== lastWarning) warn(line)
    lastWarning = line
  }

  return {
    loadChoice: async () => {
      const stored = storedChoice()
      return forcedSource === null || stored.source === forcedSource
        ? stored
        : { source: forcedSource, locationId: null }
    },
    saveChoice: async (choice) => {
      if (options.demoForThisRun && storedChoice().source === 'cova') return
      const saved = saveSettings(dataDir, { ...loadSettings(dataDir).settings, ...choice })
      if (!saved.ok) warn(saved.message)
    },
    displays: () =>
      options.displays().map(({ label, bounds, isPrimary }) => ({
        label,
        width: bounds.width,
        height: bounds.height,
        isPrimary
      })),
    saveFirstRun: async (choice, restrictToLocationIds, answers) => {
      const { settings } = loadSettings(dataDir)
      if (options.demoForThisRun && settings.source === 'cova') return { ok: true, restart: false }
      const profile = profileOfAnswer(answers.market, Date.now())
      try {
        if (profile !== null) writeProfile(dataDir, profile)
      } catch (error) {
        const failure = storeFailureOf(error, dataDir)
        if (failure === null) throw error
        return notKept(failure)
      }
      const asked = {
        restrictToLocationIds,
        // Stores are chosen one by one here: a province's filter of before would leave some of them out.
        markets: null,
        market: profile === null ? null : { profile: profile.id, confirmed: true }
      }
      const saved = saveSettings(dataDir, {
        ...settings,
        ...choice,
        ...asked,
        displays: displaysWithBoards(settings.displays, options.displays(), answers.displays)
      })
      if (!saved.ok) return saved
      const { restrictToLocationIds: restrictedTo, markets, market } = settings
      const before = { restrictToLocationIds: restrictedTo, markets, market }
      return { ok: true, restart: profile !== null || JSON.stringify(before) !== JSON.stringify(asked) }
    },
    beginSource: async (isOtherCompany) => {
      const { settings } = loadSettings(dataDir)
      if (options.demoForThisRun && settings.source === 'cova') return false
      const { frozen, markets, restrictToLocationIds } = settings
      const isLimited = isOtherCompany && (markets !== null || restrictToLocationIds !== null)
      if (frozen === null && !isLimited) return false
      const limits = isOtherCompany ? { locationId: null, markets: null, restrictToLocationIds: null } : {}
      const saved = saveSettings(dataDir, { ...settings, frozen: null, ...limits })
      if (!saved.ok) warn(saved.message)
      return saved.ok
    },
    loadCredentials: async () => given ?? (await options.credentialStore.load()),
    storeCredentials: (credentials) => options.credentialStore.store(credentials),
    checkCredentials: (credentials: CovaCredentials) =>
      createCovaClient(covaSettingsOf(environment, credentials)).checkCredentials(),
    startEngine: async (source, onDeath) => {
      const started = await startEngine(
        {
          dataDir,
          source: engineSourceOf(environment, source),
          syncIntervalMs: environment.syncIntervalMs ?? defaultSyncIntervalMs
        },
        (message) => {
          warnOnce(message)
          onDeath(message)
        }
      )
      if (started.ok) lastWarning = null
      else warnOnce(started.message)
      return started
    }
  }
}

function notKept({ code, message }: StoreFailure): NotKept {
  return { ok: false, code: code === 'disk-full' ? code : 'data-dir-unwritable', message }
}

function engineSourceOf(environment: Environment, source: EngineSource): Source | null {
  switch (source?.kind) {
    case undefined:
      return null
    case 'demo':
      return { kind: 'demo' }
    case 'cova':
      return { kind: 'cova', settings: covaSettingsOf(environment, source.credentials) }
  }
}
