import type { Page } from 'playwright-core'
import type { DesktopApp } from './desktop-app.ts'

export const PIN = '2580'

/** The manager's window of an app in which nobody has chosen a PIN yet: opened by the keyboard, and unlocked by it. */
export async function openManagerWindow(app: DesktopApp, pin = PIN): Promise<Page> {
  const [manager] = await Promise.all([app.electron.waitForEvent('window'), pressShortcut(app)])
  await manager.waitForSelector('.gate input')
  await manager.keyboard.type(pin)
  await manager.keyboard.press('Tab')
  await manager.keyboard.type(pin)
  await manager.keyboard.press('Enter')
  await manager.waitForSelector('.window .stage h1')
  return manager
}

/** As the keyboard of the machine gives it: what a page's own keys are is another matter. */
export async function pressShortcut(app: DesktopApp): Promise<void> {
  await app.electron.evaluate(({ BrowserWindow }) => {
    const board = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().endsWith('/index.html'))
    for (const type of ['keyDown', 'keyUp'] as const)
      board?.webContents.sendInputEvent({ type, keyCode: 'M', modifiers: ['control', 'shift'] })
  })
}
