import { app, session, type WebContents } from 'electron'
import { isOwnPage } from './page-origin.ts'

/** Every page, whoever opens it: stays on our own pages, opens nothing, embeds nothing, is granted nothing. */
export function limitPages(): void {
  app.on('web-contents-created', (_event, contents) => limitContents(contents))
}

/** Permissions belong to a session, which exists once Electron is ready. */
export function denyPermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.defaultSession.setPermissionCheckHandler(() => false)
  session.defaultSession.setDevicePermissionHandler(() => false)
  session.defaultSession.on('will-download', (event) => event.preventDefault())
}

function limitContents(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
