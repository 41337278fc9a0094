import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, BrowserWindow, dialog } from 'electron'
import { storeFailureOf } from '../store/store-failure.ts'
import type { PrintHost } from '../manager/print-handlers.ts'

/** Asks the manager where to, in front of their window: pages of the app cannot download. */
export const savePdf: NonNullable<PrintHost['savePdf']> = async (fileName, bytes) => {
  const options = {
    defaultPath: join(app.getPath('documents'), fileName),
    filters: [{ name: 'PDF', extensions: ['pdf'] }]
  }
  const window = BrowserWindow.getFocusedWindow()
  const { canceled, filePath } = await (window === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options))
  if (canceled || filePath === '') return { ok: true, file: null }
  try {
    await writeFile(filePath, bytes)
    return { ok: true, file: filePath }
  } catch (error) {
    const failure = storeFailureOf(error, filePath)
    return { ok: false, message: failure?.message ?? `${filePath}: ${(error as Error).message}` }
  }
}
