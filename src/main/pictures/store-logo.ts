import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Problem } from '../../shared/board-snapshot.ts'
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
  | { readonly ok: false; readonly problem: Problem }

/** Reads the store's logo, a file of the data directory by its name (docs/pictures.md, The logo). */
export async function loadStoreLogo(dataDir: string, name: string, resizer: PictureResizer): Promise<LoadedLogo> {
  const file = join(dataDir, name)
  const failed = (why: string): LoadedLogo => ({
    ok: false,
    problem: {
      code: 'logo-unreadable',
      message: `The store's logo ${file} ${why}: its name is written in place of it`,
      locationId: null
    }
  })
  let bytes: Buffer
  try {
    if ((await stat(file)).size > MOST_BYTES) return failed(`is larger than ${MOST_BYTES / 1_000_000} MB`)
    bytes = await readFile(file)
  } catch (error) {
    return failed((error as NodeJS.ErrnoException).code === 'ENOENT' ? 'is not there' : 'cannot be read')
  }
  // There are no fonts to draw it with: it would be a logo without its name.
  if (/<text[\s>]/.test(bytes.toString('latin1')) && name.toLowerCase().endsWith('.svg')) {
    return failed('has letters that are not outlines')
  }
  const resized = await resizer.resize({ bytes, mostPx: LOGO_PX, quality: LOGO_QUALITY, takesSvg: true })
  if (!resized.ok) return failed('cannot be drawn: expected a PNG, JPEG, WebP or SVG picture')
  const { webp, widthPx, heightPx } = resized
  return { ok: true, logo: { hash: hashOf(webp), widthPx, heightPx, webp } }
}
