import { engineProblemWords } from '../../domain/health/engine-problem-words.ts'
import { managerLanguageOf } from '../../domain/settings/manager-language.ts'
import type { EngineProblem } from '../../shared/engine-problem.ts'
import type { Engine } from '../engine/engine.types.ts'
import { loadSettings } from '../settings/settings-file.ts'
import { answered, createManagerDesk, type ManagerDesk } from './desk.ts'
import { type MachineActions, machineHandlersOf } from './machine-handlers.ts'
import type { ScreensDesk } from './screens-calls.ts'
import { createPinGate } from './pin-gate.ts'
import { networkHandlers, type NetworkHost } from './network-handlers.ts'
import { printHandlers, type PrintHost } from './print-handlers.ts'
import { createUpdatesCalls, type UpdatesDesk } from './updates-calls.ts'
import { registerHandlers } from './register-handlers.ts'
import { createManagerSessions } from './sessions.ts'

/** The manager's window speaks English where no language is set. */
const DEFAULT_LANGUAGE = 'en'

/** What the desktop app and `serve` each have for a manager. */
export interface DeskHost {
  readonly dataDir: string
  readonly engine: () => Engine | null
  readonly problem: () => EngineProblem | null
  readonly warn: (line: string) => void
  readonly actions: MachineActions
  readonly screens: ScreensDesk
  readonly print: PrintHost
  readonly network: NetworkHost
  readonly updates: UpdatesDesk
}

/** The desk of this machine, over its data directory and whichever engine runs. */
export function openManagerDesk(deskHost: DeskHost): ManagerDesk {
  const { dataDir, engine, warn, actions, screens, print, network, updates, ...host } = deskHost
  const language = (): string => loadSettings(dataDir).settings.language ?? DEFAULT_LANGUAGE
  const problem = (): string => engineProblemWords(host.problem(), managerLanguageOf(language()))
  const { handlers, saveWhole } = machineHandlersOf({ dataDir, engine, problem, actions, screens, updates })
  const updatesCalls = createUpdatesCalls({ dataDir, nowMs: Date.now, updates })
  return createManagerDesk({
    gate: createPinGate({ dataDir, nowMs: Date.now }),
    sessions: createManagerSessions(() => performance.now()),
    language,
    engine,
    problem,
    warn,
    handlers: {
      ...handlers,
      'setup:again': () => answered(actions.setUpAgain()),
      'updates:read': () => updatesCalls['updates:read'](),
      'updates:check': () => updatesCalls['updates:check'](),
      'updates:install': () => updatesCalls['updates:install'](),
      ...registerHandlers(saveWhole),
      ...printHandlers({ dataDir, engine, problem, print, links: screens.screens.links, saveWhole }),
      ...networkHandlers(dataDir, network, saveWhole)
    }
  })
}
