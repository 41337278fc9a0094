import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, dialog, type BrowserWindow } from 'electron'
import type { FileText, SavedFile } from '../../shared/manager/health.ts'

/** Asks where to, and writes it there. A place that cannot be written throws: the desk says that it did not work. */
export async function saveFileByDialog(window: BrowserWindow | null, file: FileText): Promise<SavedFile> {
  const options = {
    defaultPath: join(app.getPath('documents'), file.fileName),
    filters: [{ name: 'JSON', extensions: ['json'] }]
  }
  const chosen = await (window === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options))
  if (chosen.canceled || chosen.filePath === '') return { kind: 'cancelled' }
  await writeFile(chosen.filePath, file.text, { mode: 0o600 })
  return { kind: 'saved', path: chosen.filePath }
}
