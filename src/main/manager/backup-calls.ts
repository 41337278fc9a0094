import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { storageFaultWords } from '../../domain/health/storage-words.ts'
import { backupFaultWords, type BackupWords, backupWordsOf } from '../../domain/settings/backup-words.ts'
import { managerLanguageOf } from '../../domain/settings/manager-language.ts'
import { momentWordsOf } from '../../domain/settings/moment-words.ts'
import { settingFaultWords } from '../../domain/settings/setting-fault.ts'
import { settingsDifferenceOf } from '../../domain/settings/settings-difference.ts'
import type { BackupChannels, BackupTried } from '../../shared/manager/backup.ts'
import type { FileText, SavedFile } from '../../shared/manager/health.ts'
import type { ManagerRefusal, ManagerReply } from '../../shared/manager/manager-channels.ts'
import type { SettingsChoices } from '../../shared/manager/settings.ts'
import { THEME_FOLDER } from '../settings/custom-themes.ts'
import { PROFILE_FOLDER } from '../settings/market-profiles.ts'
import { loadSettings } from '../settings/settings-file.ts'
import type { Settings } from '../settings/settings.types.ts'
import { writeWhole } from '../settings/write-whole.ts'
import { storeFailureOf } from '../store/store-failure.ts'
import { type BackupContent, backupTextOf, readBackup } from './backup-file.ts'
import { factsOf, importedSettings } from './backup-import.ts'
import { dayOf } from './health-calls.ts'
import { namesOf, type SaveWhole } from './settings-calls.ts'
import type { PairedPlace } from './changed-settings.ts'
import { managedOf, revisionOf, zoneOf } from './settings-news.ts'

export interface BackupHost {
  readonly dataDir: string
  readonly nowMs: () => number
  readonly choices: () => Promise<SettingsChoices | null>
  readonly pairedScreens: () => readonly PairedPlace[]
  /** Saves in turn with the settings' own saves. */
  readonly saveWhole: SaveWhole
  readonly restartEngine: () => void
  readonly saveFile: (file: FileText) => Promise<SavedFile>
}

export type BackupCalls = {
  readonly [C in keyof BackupChannels]: (
    ...args: BackupChannels[C]['args']
  ) => Promise<ManagerReply<BackupChannels[C]['answer']>>
}

/** A file of the data directory that an import writes. */
interface OwnFile {
  readonly folder: string
  readonly name: string
  readonly bytes: Buffer
  /** What stands there now; null where nothing does. */
  readonly before: Buffer | null
  /** Told to the manager. */
  readonly words: string
}

interface Plan {
  readonly after: Settings
  readonly files: readonly OwnFile[]
  readonly tried: BackupTried
}

/** Export and import of the settings (docs/manager.md, Backup). */
export function createBackupCalls(host: BackupHost): BackupCalls {
  function current(): Settings {
    return loadSettings(host.dataDir, host.nowMs).settings
  }

  function exported(): FileText {
    const atMs = host.nowMs()
    return { fileName: `topshelf-backup-${dayOf(atMs)}.json`, text: backupTextOf(host.dataDir, current(), atMs) }
  }

  /** What an import would do to these settings; nothing is written. */
  async function planOf(text: string, before: Settings): Promise<Plan | ManagerRefusal> {
    const { language } = before
    const tongue = managerLanguageOf(language)
    const words = backupWordsOf(tongue)
    const read = readBackup(text, words.line)
    if (!read.ok) return { ok: false, code: 'refused', field: 'file', message: backupFaultWords(read.fault, tongue) }
    const choices = await host.choices()
    const notes: string[] = []
    const after = importedSettings(
      before,
      read.content,
      factsOf(host, read.content, choices, words, notes),
      words,
      notes
    )
    if (!('source' in after)) return after
    const files = filesOf(host.dataDir, read.content, words)
    return {
      after,
      files,
      tried: {
        revision: revisionOf(before),
        made: words.made(momentWordsOf(read.madeAtMs, host.nowMs(), language, zoneOf(before, choices))),
        changes: settingsDifferenceOf(
          managedOf(before),
          managedOf(after),
          namesOf({ ...after, language }, choices, host.nowMs()),
          tongue
        ),
        files: files.map((file) => file.words),
        notes
      }
    }
  }

  /**
   * The state before goes to a file first, as a backup that can be imported itself. Files that are about to be replaced
   * go to a folder beside it as they are: no backup holds a large logo, or a theme that cannot be read.
   */
  function keepAside(before: Settings, files: readonly OwnFile[]): string {
    const stamp = new Date(host.nowMs()).toISOString().replaceAll(/[:.]/g, '-')
    const aside = join(host.dataDir, `before-import-${stamp}`)
    const name = `before-import-${stamp}.json`
    writeWhole(host.dataDir, name, backupTextOf(host.dataDir, before, host.nowMs()))
    for (const { folder, name: own, before: bytes } of files)
      if (bytes !== null) writeWhole(join(aside, relative(host.dataDir, folder)), own, bytes)
    return join(host.dataDir, name)
  }

  return {
    'backup:export': async () => ({ ok: true, answer: exported() }),
    'backup:save': async () => ({ ok: true, answer: await host.saveFile(exported()) }),
    'backup:try': async (text) => {
      const plan = await planOf(text, current())
      return 'after' in plan ? { ok: true, answer: plan.tried } : plan
    },
    'backup:import': async (revision, text) => {
      let refusal: ManagerRefusal | null = null
      let plan: Plan | null = null
      let keptAs: string | null = null
      const failed = await host.saveWhole(async (before) => {
        const tongue = managerLanguageOf(before.language)
        if (revision !== revisionOf(before)) {
          const message = settingFaultWords({ kind: 'stale', changes: [] }, tongue)
          refusal = { ok: false, code: 'refused', field: 'file', message }
          return null
        }
        const planned = await planOf(text, before)
        if (!('after' in planned)) {
          refusal = planned
          return null
        }
        plan = planned
        if (planned.tried.changes.length === 0 && planned.files.length === 0) return null
        try {
          keptAs = keepAside(before, planned.files)
          for (const { folder, name, bytes } of planned.files) writeWhole(folder, name, bytes)
        } catch (error) {
          const failure = storeFailureOf(error, host.dataDir)
          if (failure === null) throw error
          refusal = { ok: false, code: 'failed', field: null, message: storageFaultWords(failure, tongue) }
          return null
        }
        return planned.after
      })
      const stopped = refusal ?? failed
      if (stopped !== null) return stopped
      const done = plan as Plan | null
      if (done === null) throw new Error('an import that was not refused has a plan')
      // Settings alone would not say that a theme's file is another now.
      if (done.files.length > 0) host.restartEngine()
      return { ok: true, answer: { ...done.tried, keptAs } }
    }
  }
}

/** Files that are not here yet as the backup has them. */
function filesOf(dataDir: string, { themes, profiles, logo }: BackupContent, words: BackupWords): readonly OwnFile[] {
  const asJson = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`)
  const fileOf = (
    folder: string,
    name: string,
    bytes: Buffer,
    told: (isNew: boolean) => string
  ): readonly OwnFile[] => {
    const before = bytesIn(join(folder, name))
    return before?.equals(bytes) === true ? [] : [{ folder, name, bytes, before, words: told(before === null) }]
  }
  return [
    ...Object.entries(themes).flatMap(([name, theme]) =>
      fileOf(join(dataDir, THEME_FOLDER), `${name}.json`, asJson(theme), (isNew) => words.themeWritten(name, isNew))
    ),
    ...Object.entries(profiles).flatMap(([name, profile]) =>
      fileOf(join(dataDir, PROFILE_FOLDER), `${name}.json`, asJson(profile), (isNew) =>
        words.profileWritten(name, isNew)
      )
    ),
    ...(logo === null
      ? []
      : fileOf(dataDir, logo.name, Buffer.from(logo.base64, 'base64'), (isNew) => words.logoWritten(logo.name, isNew)))
  ]
}

function bytesIn(file: string): Buffer | null {
  try {
    return readFileSync(file)
  } catch {
    return null
  }
}
