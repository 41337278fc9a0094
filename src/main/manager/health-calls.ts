import type {
  FileText,
  HealthHostChannels,
  HealthInquiryChannels,
  HostNews,
  SavedFile
} from '../../shared/manager/health.ts'
import type { Recovery } from '../../shared/recovery.ts'
import type { ManagerReply } from '../../shared/manager/manager-channels.ts'
import type { SettingsChoices } from '../../shared/manager/settings.ts'
import { withoutSecrets } from '../cova/secret-redaction.ts'
import { loadSettings } from '../settings/settings-file.ts'
import { hostNewsOf } from './host-news.ts'
import { recoveryNewsOf } from './recovery-news.ts'
import { screensWithoutStore } from './screens-without-store.ts'
import { storesOf } from './settings-calls.ts'
import type { PairedPlace } from './changed-settings.ts'
import { managedOf } from './settings-news.ts'

/** The engine's own part of the health view. */
type AskedOfEngine = 'health:read' | 'health:runs' | 'health:quarantine' | 'sync:state'

/** What the health calls need of their host. */
export interface HealthHost {
  readonly dataDir: string
  readonly choices: () => Promise<SettingsChoices | null>
  readonly pairedScreens: () => readonly PairedPlace[]
  readonly nowMs: () => number
  readonly uptimeMs: () => number
  /** Why no engine runs, in one line; null while one does. */
  readonly engineProblem: () => string | null
  /** Null where there is no engine to ask. */
  readonly inquire: <C extends AskedOfEngine>(
    channel: C
  ) => Promise<ManagerReply<HealthInquiryChannels[C]['answer']> | null>
  /** Whatever must stand in no file: the credentials in use, in all their parts. */
  readonly secrets: () => Promise<readonly string[]>
  /** What the program wrote to stderr of late. */
  readonly recentLines: () => readonly string[]
  readonly recoveries: () => readonly Recovery[]
  /** Asks for a place and writes there; where there is no dialog, the content goes to the page. */
  readonly saveFile: (file: FileText) => Promise<SavedFile>
}

export type HealthCalls = {
  readonly [C in keyof HealthHostChannels]: (
    ...args: HealthHostChannels[C]['args']
  ) => Promise<ManagerReply<HealthHostChannels[C]['answer']>>
}

export function createHealthCalls(host: HealthHost): HealthCalls {
  async function bundle(): Promise<FileText> {
    const atMs = host.nowMs()
    const { settings, problem } = loadSettings(host.dataDir, host.nowMs)
    const content = {
      kind: 'topshelf-support-bundle',
      version: 1,
      madeAt: new Date(atMs).toISOString(),
      host: await newsOf(host),
      settingsProblem: problem,
      source: settings.source,
      settings: { ...managedOf(settings), publicUrl: settings.publicUrl },
      engine: await asked(host, 'health:read'),
      sync: await asked(host, 'sync:state'),
      runs: await asked(host, 'health:runs'),
      quarantine: await asked(host, 'health:quarantine'),
      lines: host.recentLines()
    }
    const clean = withoutSecrets(content, await host.secrets())
    return { fileName: `topshelf-support-${dayOf(atMs)}.json`, text: `${JSON.stringify(clean, null, 2)}\n` }
  }

  return {
    'health:host': async () => ({ ok: true, answer: await newsOf(host) }),
    'health:bundle': async () => ({ ok: true, answer: await bundle() }),
    'health:save-bundle': async () => ({ ok: true, answer: await host.saveFile(await bundle()) })
  }
}

async function newsOf(host: HealthHost): Promise<HostNews> {
  const stores = storesOf(await host.choices())
  const { settings } = loadSettings(host.dataDir, host.nowMs)
  const state = hostNewsOf({
    dataDir: host.dataDir,
    uptimeMs: host.uptimeMs(),
    engineProblem: host.engineProblem(),
    language: settings.language
  })
  const recoveries = recoveryNewsOf(host.recoveries(), settings.language)
  return { ...state, recoveries, problems: screensWithoutStore(host.pairedScreens(), settings, stores) }
}

/** What the engine says, or why it says nothing: a bundle is wanted most where something does not work. */
async function asked(host: HealthHost, channel: AskedOfEngine): Promise<unknown> {
  try {
    const reply = await host.inquire(channel)
    if (reply === null) return { missing: host.engineProblem() ?? 'no engine runs' }
    return reply.ok ? reply.answer : { missing: reply.message }
  } catch (error) {
    return { missing: (error as Error).message.split('\n', 1)[0] }
  }
}

/** "2026-11-20" */
export function dayOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10)
}
