import { readFile } from 'node:fs/promises'
import { protocol } from 'electron'
import { contentTypeOf, filePathOf, pictureHashOf } from './page-files.ts'
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

/** Serves the built pages under app://topshelf/, and under app://topshelf/pictures/ the pictures of the engine's boards. */
export function servePages(pagesDir: string, pictureOf: (hash: string) => Promise<Uint8Array | null>): void {
  protocol.handle(pageScheme, async (request) => {
    if (!isOwnPage(request.url) || request.method !== 'GET') return answer(404)
    const { pathname } = new URL(request.url)
    const hash = pictureHashOf(pathname)
    if (hash !== null) {
      const picture = await pictureOf(hash).catch(() => null)
      // Another picture has another hash.
      return picture === null ? answer(404) : answer(200, Uint8Array.from(picture), 'image/webp', IMMUTABLE)
    }
    const path = filePathOf(pagesDir, pathname)
    const type = path === null ? null : contentTypeOf(path)
    if (path === null || type === null) return answer(404)
    try {
      return answer(200, await readFile(path), type)
    } catch {
      return answer(404)
    }
  })
}

const IMMUTABLE: Readonly<Record<string, string>> = { 'cache-control': 'public, max-age=31536000, immutable' }

function answer(
  status: number,
  body: Uint8Array<ArrayBuffer> | null = null,
  type = 'text/plain',
  more: Readonly<Record<string, string>> = {}
): Response {
  return new Response(body, {
    status,
    headers: {
      ...more,
      'content-type': type,
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer'
    }
  })
}
