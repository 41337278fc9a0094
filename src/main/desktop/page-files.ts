import { extname, join, normalize, sep } from 'node:path'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2'
}

/** What a built page's file is; null for a kind that no page has. */
export function contentTypeOf(path: string): string | null {
  return contentTypes[extname(path)] ?? null
}

/** The hash of the picture that a URL's path names; null for every other path. */
export function pictureHashOf(pathname: string): string | null {
  return /^\/pictures\/([0-9a-f]{32})$/.exec(pathname)?.[1] ?? null
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
