import { join } from 'node:path'
import { app, Menu, nativeImage, Tray } from 'electron'

interface TrayWords {
  readonly open: string
  readonly quit: string
}

const ENGLISH: TrayWords = { open: 'Manager’s window', quit: 'Quit Topshelf' }
const FRENCH: TrayWords = { open: 'Fenêtre du gérant', quit: 'Quitter Topshelf' }
const SPANISH: TrayWords = { open: 'Ventana del gerente', quit: 'Salir de Topshelf' }

const ICON_PX = 32
let tray: Tray | null = null

/** The icon by which a manager finds the window. A system without a tray goes without: there is the keyboard. */
export function showTray(language: string, openManager: () => void): void {
  const words = trayWordsOf(language)
  try {
    const icon = nativeImage.createFromPath(join(import.meta.dirname, '../../resources/icon.png'))
    tray ??= new Tray(icon.resize({ width: ICON_PX, height: ICON_PX }))
    tray.setToolTip('Topshelf')
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: words.open, accelerator: 'CommandOrControl+Shift+M', click: openManager },
        { type: 'separator' },
        { label: words.quit, click: () => app.quit() }
      ])
    )
    tray.on('double-click', openManager)
  } catch (error) {
    process.stderr.write(`topshelf: no tray icon: ${(error as Error).message}\n`)
  }
}

function trayWordsOf(language: string): TrayWords {
  switch (language.slice(0, 2).toLowerCase()) {
    case 'fr':
      return FRENCH
    case 'es':
      return SPANISH
    default:
      return ENGLISH
  }
}
