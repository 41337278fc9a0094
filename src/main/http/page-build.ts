import { createHash } from 'node:crypto'
import { productVersion } from '../settings/product-version.ts'

const NAME = 'topshelf-build'

/** Names a build of the page: the version, and a digest of the page, which names all its files by their content. */
export function pageBuildOf(html: string): string {
  return `${productVersion}+${createHash('sha256').update(html).digest('hex').slice(0, 12)}`
}

/** The page with its build's name in it, so that it can tell when its host has another (docs/board.md). */
export function withPageBuild(html: string): string {
  return html.replace('<head>', `<head><meta name="${NAME}" content="${pageBuildOf(html)}" />`)
}
