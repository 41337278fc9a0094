import type { FileText, HealthHostChannels, HealthInquiryChannels, SavedFile } from '../../shared/manager/health.ts'
import type { ManagerReply } from '../../shared/manager/manager-channels.ts'
import { withoutSecrets } from '../cova/secret-redaction.ts'
import { loadSettings } from '../settings/settings-file.ts'
import { hostNewsOf } from './host-news.ts'
import { managedOf } from './settings-news.ts'

/** The engine's own part of the health view. */
type AskedOfEngine = 'health:read' | 'health:runs' | 'health:quarantine' | 'sync:state'

/** What the health calls need of their host. */
export interface HealthHost {
  readonly dataDir: string
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
      host: newsOf(host),
      settingsProblem: problem,
      source: settings.source,
      settings: managedOf(settings),
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
    'health:host': async () => ({ ok: true, answer: newsOf(host) }),
    'health:bundle': async () => ({ ok: true, answer: await bundle() }),
    'health:save-bundle': async () => ({ ok: true, answer: await host.saveFile(await bundle()) })
  }
}

function newsOf(host: HealthHost) {
  return hostNewsOf({
    dataDir: host.dataDir,
    uptimeMs: host.uptimeMs(),
    engineProblem: host.engineProblem(),
    language: loadSettings(host.dataDir, host.nowMs).settings.language
  })
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
