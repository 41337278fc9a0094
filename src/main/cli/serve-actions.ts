import type { CovaCredentials } from '../../shared/setup.ts'
import type { Source } from '../engine/engine.types.ts'
import type { MachineActions } from '../manager/machine-handlers.ts'
import { secretsOf } from '../settings/secrets.ts'
import { loadSettings, saveSettings } from '../settings/settings-file.ts'
import type { EngineKeeper } from '../setup/engine-keeper.ts'
import type { SetupSession } from '../setup/setup-session.ts'

/** Whichever of the two keeps the engine of `serve`. */
export type ServedBy =
  | { readonly kind: 'setup'; readonly setup: SetupSession }
  | { readonly kind: 'kept'; readonly keeper: EngineKeeper; readonly source: Source }

/** What a manager can have done through a browser: there are no windows to move, and no dialog to ask by. */
export function serveActionsOf(
  servedBy: ServedBy,
  dataDir: string,
  recentLines: () => readonly string[]
): MachineActions {
  return {
    restartEngine: () => void (servedBy.kind === 'setup' ? servedBy.setup.restartEngine() : servedBy.keeper.restart()),
    displays: () => [],
    displaysChanged: () => {},
    showStore: async (locationId) => {
      if (servedBy.kind === 'setup') return servedBy.setup.showLocation(locationId)
      const known = await servedBy.keeper.engine()?.locationChoices()
      const store = known?.find((one) => one.locationId === locationId)
      if (store === undefined) return { ok: false, code: 'no-such-store', message: `There is no store ${locationId}.` }
      if (store.problem !== null) return { ok: false, code: store.problem, message: `${store.name} cannot be shown.` }
      return saveSettings(dataDir, { ...loadSettings(dataDir).settings, locationId })
    },
    secrets: async () => secretsOf(await credentialsOf(servedBy)),
    setUpAgain: () => {
      if (servedBy.kind !== 'setup') return { kind: 'given' }
      if (servedBy.setup.state().phase === 'ready') servedBy.setup.reopen()
      return { kind: 'page', path: '/setup' }
    },
    recentLines,
    // Its boards are in browsers.
    recoveries: () => [],
    saveFile: async (file) => ({ kind: 'content', file })
  }
}

async function credentialsOf(servedBy: ServedBy): Promise<CovaCredentials | null> {
  if (servedBy.kind === 'setup') return servedBy.setup.credentials()
  return servedBy.source.kind === 'cova' ? servedBy.source.settings : null
}
