import type { Engine } from '../engine/engine.types.ts'
import type { FileText, SavedFile } from '../../shared/manager/health.ts'
import type { BackupChannels } from '../../shared/manager/backup.ts'
import type { HealthHostChannels } from '../../shared/manager/health.ts'
import type { HostChannels, ManagerReply } from '../../shared/manager/manager-channels.ts'
import type { Recovery } from '../../shared/recovery.ts'
import type { SetupAgain } from '../../shared/manager/setup-again.ts'
import type { ScreensChannels } from '../../shared/manager/screens.ts'
import type { TodayHostChannels } from '../../shared/manager/today.ts'
import type { SettingsChannels, SettingsChoices } from '../../shared/manager/settings.ts'
import { createBackupCalls } from './backup-calls.ts'
import type { HostHandlers } from './desk.ts'
import { createHealthCalls } from './health-calls.ts'
import { createScreensCalls, type ScreensDesk } from './screens-calls.ts'
import { createSettingsCalls, type SaveWhole, type SettingsHost } from './settings-calls.ts'
import { createTodayCalls } from './today-calls.ts'
import type { UpdatesDesk } from './updates-calls.ts'

/** What a manager can have done to this machine: each way in does it its own way. */
export interface MachineActions extends Pick<
  SettingsHost,
  'restartEngine' | 'displays' | 'displaysChanged' | 'startAtBootChanged' | 'showStore'
> {
  /** The credentials in use, in all their parts: what must stand in no file. */
  readonly secrets: () => Promise<readonly string[]>
  readonly recentLines: () => readonly string[]
  /** What went wrong with the windows of this machine and what mended it, the latest first. */
  readonly recoveries: () => readonly Recovery[]
  /** Opens first run again, for another source, company or store. */
  readonly setUpAgain: () => SetupAgain
  /** Asks for a place and writes there; where there is no dialog, the content goes to the page. */
  readonly saveFile: (file: FileText) => Promise<SavedFile>
}

type MachineChannel =
  | keyof TodayHostChannels
  | keyof ScreensChannels
  | keyof SettingsChannels
  | keyof HealthHostChannels
  | keyof BackupChannels

/** The host's own answers about screens, settings, health and backup, and the one queue in which settings are saved. */
export function machineHandlersOf(options: {
  readonly dataDir: string
  readonly engine: () => Engine | null
  readonly problem: () => string
  readonly actions: MachineActions
  readonly screens: ScreensDesk
  readonly updates: Pick<UpdatesDesk, 'state'>
}): { readonly handlers: Pick<HostHandlers, MachineChannel>; readonly saveWhole: SaveWhole } {
  const { dataDir, engine, actions } = options
  const pairedScreens = () => options.screens.screens.pairing.list()
  const host = { dataDir, nowMs: Date.now, pairedScreens, ...actions }

  /** Null where no engine can say: settings go on without it. */
  async function choices(): Promise<SettingsChoices | null> {
    try {
      const reply = (await engine()?.inquire('settings:choices', [])) ?? null
      return reply?.ok === true ? reply.answer : null
    } catch {
      return null
    }
  }

  const { saveWhole, saveAlongside, ...settings } = createSettingsCalls({ ...host, choices })
  const health = createHealthCalls({
    ...host,
    choices,
    uptimeMs: () => performance.now(),
    engineProblem: () => (engine() === null ? options.problem() : null),
    inquire: async (channel) => (await engine()?.inquire(channel, [])) ?? null
  })
  const backup = createBackupCalls({ ...host, choices, saveWhole })
  const screens = createScreensCalls({
    ...host,
    ...options.screens,
    engine,
    problem: options.problem,
    settings: { ...settings, saveAlongside }
  })
  const today = createTodayCalls({
    ...host,
    screens: screens['screens:list'],
    machine: health['health:host'],
    updates: options.updates.state
  })
  return { handlers: withCaller({ ...today, ...screens, ...settings, ...health, ...backup }), saveWhole }
}

type Calls = {
  readonly [C in MachineChannel]: (...args: HostChannels[C]['args']) => Promise<ManagerReply<HostChannels[C]['answer']>>
}

/** Who asks makes no difference here. */
function withCaller(calls: Calls): Pick<HostHandlers, MachineChannel> {
  const entries = Object.entries(calls).map(([channel, call]) => [
    channel,
    (_caller: unknown, ...args: readonly unknown[]) => (call as (...given: readonly unknown[]) => unknown)(...args)
  ])
  // Each entry keeps its own channel's types; TypeScript cannot follow that through the list.
  return Object.fromEntries(entries) as Pick<HostHandlers, MachineChannel>
}
