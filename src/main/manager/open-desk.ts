import type { Engine } from '../engine/engine.types.ts'
import { loadSettings } from '../settings/settings-file.ts'
import { createManagerDesk, type HostHandlers, type ManagerDesk } from './desk.ts'
import { createPinGate } from './pin-gate.ts'
import { registerHandlers } from './register-handlers.ts'
import { createManagerSessions } from './sessions.ts'
import type { DisplayPlace } from '../screens/open-screens.ts'
import type { ScreensHost } from '../screens/screens-host.ts'
import { createScreensCalls } from './screens-calls.ts'
import { createSettingsCalls, type SettingsHost } from './settings-calls.ts'

/** The manager's window speaks English where no language is set. */
const DEFAULT_LANGUAGE = 'en'

/** What the desktop app and `serve` each have for a manager. */
export interface DeskHost {
  readonly dataDir: string
  readonly engine: () => Engine | null
  readonly problem: () => string | null
  readonly warn: (line: string) => void
  /** Which screens are open, and which browsers are paired. */
  readonly screens: ScreensHost
  /** The displays of this machine; none where there are no windows. */
  readonly displays: () => readonly DisplayPlace[]
  /** Where a browser shows the code that it is paired by; null where none can reach it. */
  readonly pairingAddress: () => string | null
  /** Ends the engine and starts the next, which reads the settings anew. */
  readonly restartEngine: () => Promise<void>
  /** Windows follow what is saved of the displays. */
  readonly displaysChanged: SettingsHost['displaysChanged']
  /** Makes a store the one that this machine shows. */
  readonly showStore: SettingsHost['showStore']
}

/** The desk of this machine, over its data directory and whichever engine runs. */
export function openManagerDesk(host: DeskHost): ManagerDesk {
  const { dataDir, engine, problem, warn } = host
  return createManagerDesk({
    gate: createPinGate({ dataDir, nowMs: Date.now }),
    sessions: createManagerSessions(() => performance.now()),
    language: () => loadSettings(dataDir).settings.language ?? DEFAULT_LANGUAGE,
    engine,
    problem,
    warn,
    handlers: handlersOf(host)
  })
}

function handlersOf(host: DeskHost): HostHandlers {
  const { dataDir, engine, warn, restartEngine, displaysChanged, showStore } = host
  const calls = createSettingsCalls({
    dataDir,
    nowMs: Date.now,
    choices: async () => {
      const reply = await engine()?.inquire('settings:choices', [])
      return reply?.ok === true ? reply.answer : null
    },
    restartEngine: () => {
      restartEngine().catch((error: unknown) => warn(`the engine did not start anew: ${(error as Error).message}`))
    },
    displaysChanged,
    showStore
  })
  const screens = createScreensCalls({ ...host, nowMs: Date.now, settings: calls })
  return {
    'settings:read': () => calls['settings:read'](),
    'settings:save': (_caller, revision, change) => calls['settings:save'](revision, change),
    'settings:try': (_caller, revision, change) => calls['settings:try'](revision, change),
    'settings:show-store': (_caller, locationId) => calls['settings:show-store'](locationId),
    'screens:list': () => screens['screens:list'](),
    'screens:change': (_caller, id, change) => screens['screens:change'](id, change),
    'screens:identify': (_caller, id) => screens['screens:identify'](id),
    'screens:reload': (_caller, id) => screens['screens:reload'](id),
    'screens:pair': (_caller, code, screen) => screens['screens:pair'](code, screen),
    'screens:unpair': (_caller, id) => screens['screens:unpair'](id),
    'screens:set-hours': (_caller, locationId, hours) => screens['screens:set-hours'](locationId, hours),
    ...registerHandlers(dataDir)
  }
}
