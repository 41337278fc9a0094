import type { FileText, SavedFile } from './health.ts'
import type { SettingDifference } from './settings.ts'

export interface BackupTried {
  /** Of the settings in force: an import names them, so that nothing saved meanwhile is lost. */
  readonly revision: string
  /** "Made: Nov 20, 4:20 pm" */
  readonly made: string
  readonly changes: readonly SettingDifference[]
  /** Sentences about themes, market profiles and the logo that would be written. */
  readonly files: readonly string[]
  /** What of the file would stay out, and why. */
  readonly notes: readonly string[]
}

export interface BackupImported extends BackupTried {
  /** Where the settings as they were are kept: a backup too. Null where nothing changed. */
  readonly keptAs: string | null
}

/** Answered by the host. What is wrong with a file is refused at the field `file`, and the message names the place in it. */
export interface BackupChannels {
  'backup:export': { readonly args: readonly []; readonly answer: FileText }
  'backup:save': { readonly args: readonly []; readonly answer: SavedFile }
  /** What an import of the file would change, and nothing is done. */
  'backup:try': { readonly args: readonly [text: string]; readonly answer: BackupTried }
  'backup:import': { readonly args: readonly [revision: string, text: string]; readonly answer: BackupImported }
}
