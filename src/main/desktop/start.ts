import { join } from 'node:path'
import { app } from 'electron'
import { launcherOf } from '../launcher/launched.ts'
import { LAUNCH_FOLDER } from '../launcher/painted-note.ts'
import { RESIZER_ARGUMENT } from '../pictures/picture-resizer.ts'
import { readEnvironment } from '../settings/environment.ts'

// The entry of a packaged app: the launcher, or the app when the launcher starts it. A checkout starts the app itself; its
// launcher, where it has one, is the script that started it. Awaited: Electron is not ready before, and the app says
// what must be said before that.
if (app.isPackaged && process.argv.includes(RESIZER_ARGUMENT)) {
  app.setPath('userData', join(readEnvironment(process.env).dataDir, LAUNCH_FOLDER, 'resizer'))
  if (process.platform === 'darwin') app.setActivationPolicy('prohibited')
  // Electron takes its time over a plain exit, and holds what it was given by the app meanwhile.
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
  await import('../pictures/resizer-process.ts')
} else if (app.isPackaged && launcherOf(process.argv) === null) await import('./launcher-main.ts')
else await import('./desktop.ts')
