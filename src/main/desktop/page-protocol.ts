import { readFile } from 'node:fs/promises'
import { protocol } from 'electron'
import { contentTypeOf, filePathOf } from './page-files.ts'
import { isOwnPage, pageScheme } from './page-origin.ts'

/** Scripts, styles and fonts of our own, nothing inline and nothing from elsewhere. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'"
].join('; ')

/** Must run before Electron is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }
  ])
}

/** Serves the built pages under app://topshelf/. */
export function servePages(pagesDir: string): void {
  protocol.handle(pageScheme, async (request) => {
    if (!isOwnPage(request.url) || request.method !== 'GET') return answer(404)
    const path = filePathOf(pagesDir, new URL(request.url).pathname)
    const type = path === null ? null : contentTypeOf(path)
    if (path === null || type === null) return answer(404)
    try {
      return answer(200, await readFile(path), type)
    } catch {
      return answer(404)
    }
  })
}

function answer(status: number, body: Uint8Array<ArrayBuffer> | null = null, type = 'text/plain'): Response {
  return new Response(body, {
    status,
    headers: {
      'content-type': type,
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer'
    }
  })
}
