import { app } from 'electron'
import { launcherOf } from '../launcher/launched.ts'

// The entry of a packaged app: the launcher, or the app when the launcher starts it. A checkout starts the app itself; its
// launcher, where it has one, is the script that started it. Awaited: Electron is not ready before, and the app says
// what must be said before that.
if (app.isPackaged && launcherOf(process.argv) === null) await import('./launcher-main.ts')
else await import('./desktop.ts')
