import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol } from 'electron'
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

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2'
}

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
    const type = path === null ? undefined : contentTypes[extname(path)]
    if (path === null || type === undefined) return answer(404)
    try {
      return answer(200, await readFile(path), type)
    } catch {
      return answer(404)
    }
  })
}

/** The file that a URL's path names, or null where it would lie outside the folder. */
export function filePathOf(pagesDir: string, pathname: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (decoded.includes('\0')) return null
  const path = normalize(join(pagesDir, decoded === '/' ? 'index.html' : decoded))
  return path.startsWith(normalize(pagesDir) + sep) ? path : null
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
