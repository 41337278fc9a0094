import { setTimeout as delay } from 'node:timers/promises'
import type { BrowserWindow, NativeImage, Rectangle } from 'electron'
import { isOneColour, type PictureBytes, PROOF_AREA, readPaintedProof } from '../../domain/watch/painted-proof.ts'
import type { Sight } from '../../domain/watch/window-sight.ts'

/** A picture that has not come by then does not come: the process that makes it hangs or is gone. */
const PICTURE_WITHIN_MS = 4000
/** What is of one colour is so in the small. */
const SMALL_WIDTH_PX = 160

export type LookedAt = Sight

/** Takes a picture of what a window shows: the corner with the proof, or the whole of it. */
export async function lookAt(window: BrowserWindow, isWhole: boolean): Promise<LookedAt> {
  const [width = 0, height = 0] = window.getContentSize()
  const corner: Rectangle = {
    x: 0,
    y: Math.max(0, height - PROOF_AREA.heightPx),
    width: Math.min(width, PROOF_AREA.widthPx),
    height: Math.min(height, PROOF_AREA.heightPx)
  }
  const whole: Rectangle = { x: 0, y: 0, width, height }
  const image = await pictureOf(window, isWhole ? whole : corner)
  if (image === null) return { kind: 'none' }
  const taken = image.getSize()
  const scale = taken.width / (isWhole ? width : corner.width)
  const cornerImage = isWhole ? image.crop(cornerIn(taken, scale)) : image
  return {
    kind: 'picture',
    proof: readPaintedProof(bytesOf(cornerImage), scale),
    isOneColour: isWhole ? isOneColour(bytesOf(image.resize({ width: Math.min(taken.width, SMALL_WIDTH_PX) }))) : null
  }
}

function cornerIn({ width, height }: { readonly width: number; readonly height: number }, scale: number): Rectangle {
  const cornerHeight = Math.min(height, Math.round(PROOF_AREA.heightPx * scale))
  return {
    x: 0,
    y: height - cornerHeight,
    width: Math.min(width, Math.round(PROOF_AREA.widthPx * scale)),
    height: cornerHeight
  }
}

/** Null where the system gives none. */
async function pictureOf(window: BrowserWindow, area: Rectangle): Promise<NativeImage | null> {
  const late = new AbortController()
  try {
    const image = await Promise.race([
      window.webContents.capturePage(area),
      delay(PICTURE_WITHIN_MS, null, { signal: late.signal })
    ])
    return image === null || image.isEmpty() ? null : image
  } catch {
    return null
  } finally {
    late.abort()
  }
}

function bytesOf(image: NativeImage): PictureBytes {
  const { width, height } = image.getSize()
  return { widthPx: width, heightPx: height, bgra: image.toBitmap() }
}
