import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { foundProblem } from '../../domain/health/found-problem.ts'
import type { FoundProblem, LogoFault } from '../../shared/problem.ts'
import { type CachedPicture, hashOf } from './picture-cache.ts'
import type { PictureResizer } from './picture-resizer.ts'

const MOST_BYTES = 5_000_000
/** Along the spine of a 4K screen. */
const LOGO_PX = 1600
const LOGO_QUALITY = 92

export interface StoreLogo extends CachedPicture {
  readonly webp: Uint8Array
}

export type LoadedLogo =
  | { readonly ok: true; readonly logo: StoreLogo }
  | { readonly ok: false; readonly problem: FoundProblem }

/** Reads the store's logo, a file of the data directory by its name (docs/pictures.md, The logo). */
export async function loadStoreLogo(dataDir: string, name: string, resizer: PictureResizer): Promise<LoadedLogo> {
  const file = join(dataDir, name)
  const failed = (fault: LogoFault): LoadedLogo => ({
    ok: false,
    problem: foundProblem({ code: 'logo-unreadable', file, fault, mostMegabytes: MOST_BYTES / 1_000_000 })
  })
  let bytes: Buffer
  try {
    if ((await stat(file)).size > MOST_BYTES) return failed('too-large')
    bytes = await readFile(file)
  } catch (error) {
    return failed((error as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'unreadable')
  }
  // There are no fonts to draw it with: it would be a logo without its name.
  if (/<text[\s>]/.test(bytes.toString('latin1')) && name.toLowerCase().endsWith('.svg')) {
    return failed('letters')
  }
  const resized = await resizer.resize({ bytes, mostPx: LOGO_PX, quality: LOGO_QUALITY, takesSvg: true })
  if (!resized.ok) return failed('no-picture')
  const { webp, widthPx, heightPx } = resized
  return { ok: true, logo: { hash: hashOf(webp), widthPx, heightPx, webp } }
}
