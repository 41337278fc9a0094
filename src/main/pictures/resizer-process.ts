import { constants, setPriority } from 'node:os'
import { ResizeFit, Transformer } from '@napi-rs/image'
import { imageSize } from 'image-size'
import type { ResizeAnswer, Resized, ResizeJob } from './resizer.types.ts'

/**
 * Decodes what strangers wrote, in a process that can be lost (docs/pictures.md, Decoding). Ends with its parent. What
 * comes out has no metadata; the orientation that the metadata asked for is applied.
 */
const MOST_PIXELS = 25_000_000
/** Orientations of EXIF that make a picture's width its height. */
const LYING: ReadonlySet<number> = new Set([5, 6, 7, 8])
const PICTURE_TYPES: ReadonlySet<string> = new Set(['jpg', 'png', 'webp', 'avif'])

try {
  setPriority(constants.priority.PRIORITY_LOW)
} catch {
  // Not every system lets a process step back.
}
process.on('disconnect', () => process.exit(0))
process.on('message', (job: ResizeJob) => {
  void resizedOf(job).then((resized) => {
    const answer: ResizeAnswer = { jobId: job.jobId, resized }
    process.send?.(answer)
  })
})

async function resizedOf({ bytes, mostPx, quality, takesSvg }: ResizeJob): Promise<Resized> {
  const header = headerOf(bytes)
  const isSvg = header?.type === 'svg'
  if (header === null || !(isSvg ? takesSvg : PICTURE_TYPES.has(header.type)))
    return { ok: false, refusal: 'wrong-type' }
  // Before anything is decoded: a few kilobytes may unpack to all the memory there is.
  if (header.width * header.height > MOST_PIXELS) return { ok: false, refusal: 'too-many-pixels' }
  try {
    const picture = isSvg ? Transformer.fromSvg(Buffer.from(bytes)) : new Transformer(bytes)
    const { width, height, orientation } = await picture.metadata(true)
    const lies = LYING.has(orientation ?? 1)
    const scale = Math.min(1, mostPx / Math.max(width, height))
    const widthPx = Math.max(1, Math.round((lies ? height : width) * scale))
    const heightPx = Math.max(1, Math.round((lies ? width : height) * scale))
    const upright = isSvg ? picture : picture.rotate()
    const webp = await upright.resize({ width: widthPx, height: heightPx, fit: ResizeFit.Fill }).webp(quality)
    return { ok: true, webp, widthPx, heightPx }
  } catch {
    return { ok: false, refusal: 'broken' }
  }
}

function headerOf(
  bytes: Uint8Array
): { readonly type: string; readonly width: number; readonly height: number } | null {
  try {
    const { type, width, height } = imageSize(bytes)
    return type === undefined ? null : { type, width, height }
  } catch {
    return null
  }
}
