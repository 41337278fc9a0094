import type { Page } from 'playwright-core'
import { type PictureBytes, PROOF_AREA, readPaintedProof } from '../../../src/domain/watch/painted-proof.ts'
import type { PaintedProof } from '../../../src/shared/painted-proof.ts'

/** The lower left corner of what a page shows, as a picture of the system would have it. */
export async function cornerOf(page: Page): Promise<PictureBytes> {
  const { width, height } = page.viewportSize()!
  const { widthPx, heightPx } = PROOF_AREA
  const png = await page.screenshot({
    clip: { x: 0, y: height - heightPx, width: Math.min(widthPx, width), height: heightPx },
    scale: 'device'
  })
  const read = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    const context = canvas.getContext('2d')!
    context.drawImage(bitmap, 0, 0)
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height)
    return { widthPx: bitmap.width, heightPx: bitmap.height, rgba: [...data] }
  }, png.toString('base64'))
  const bgra = Uint8Array.from(read.rgba)
  for (let at = 0; at < bgra.length; at += 4) [bgra[at], bgra[at + 2]] = [bgra[at + 2]!, bgra[at]!]
  return { widthPx: read.widthPx, heightPx: read.heightPx, bgra }
}

/** What the page's strip says, from its pixels; null where none is there. */
export async function proofOn(page: Page): Promise<PaintedProof | null> {
  const scale = await page.evaluate(() => window.devicePixelRatio)
  return readPaintedProof(await cornerOf(page), scale)
}
