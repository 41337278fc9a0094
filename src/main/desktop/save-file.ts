import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, dialog, type BrowserWindow } from 'electron'
import type { FileText, SavedFile } from '../../shared/manager/health.ts'
import type { SavedPdf } from '../manager/print-handlers.ts'
import { storeFailureOf } from '../store/store-failure.ts'

/** Asks where to, and writes it there. A place that cannot be written throws: the desk says that it did not work. */
export async function saveFileByDialog(window: BrowserWindow | null, file: FileText): Promise<SavedFile> {
  const path = await placeFor(window, file.fileName, { name: 'JSON', extensions: ['json'] })
  if (path === null) return { kind: 'cancelled' }
  await writeFile(path, file.text, { mode: 0o600 })
  return { kind: 'saved', path }
}

/** The same for a print, which anybody may read. */
export async function savePdfByDialog(
  window: BrowserWindow | null,
  fileName: string,
  bytes: Uint8Array
): Promise<SavedPdf> {
  const file = await placeFor(window, fileName, { name: 'PDF', extensions: ['pdf'] })
  if (file === null) return { ok: true, file }
  try {
    await writeFile(file, bytes)
    return { ok: true, file }
  } catch (error) {
    return { ok: false, message: storeFailureOf(error, file)?.message ?? `${file}: ${(error as Error).message}` }
  }
}

/** The manager's choice of a place; null where they thought better of it. */
async function placeFor(
  window: BrowserWindow | null,
  fileName: string,
  filter: { readonly name: string; readonly extensions: string[] }
): Promise<string | null> {
  const options = { defaultPath: join(app.getPath('documents'), fileName), filters: [filter] }
  const chosen = await (window === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options))
  return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath
}
