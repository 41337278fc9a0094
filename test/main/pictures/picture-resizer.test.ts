import { Transformer } from '@napi-rs/image'
import { afterEach, describe, expect, it } from 'vitest'
import { createPictureResizer, type PictureResizer } from '../../../src/main/pictures/picture-resizer.ts'
import type { Resized, ResizeJob } from '../../../src/main/pictures/resizer.types.ts'
import { pngOf } from './picture-host.ts'

let resizer: PictureResizer
afterEach(() => resizer.close())

const JOB: Omit<ResizeJob, 'jobId' | 'bytes'> = { mostPx: 640, quality: 80, takesSvg: false }

function resize(bytes: Uint8Array, job: Partial<ResizeJob> = {}): Promise<Resized> {
  return resizer.resize({ ...JOB, ...job, bytes })
}

/** A JPEG of 40 x 20 that says in its EXIF that it lies on its side. */
async function lyingJpeg(): Promise<Buffer> {
  const jpeg = await Transformer.fromRgbaPixels(new Uint8Array(40 * 20 * 4).fill(200), 40, 20).jpeg()
  const exif = Buffer.from('ffe100224578696600004d4d002a00000008000101120003000000010006000000000000', 'hex')
  return Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)])
}

describe('a picture', () => {
  it('of any kind that is taken becomes a WebP of at most so many px', async () => {
    resizer = createPictureResizer()
    const pixels = new Uint8Array(1200 * 600 * 4).fill(90)
    const kinds = ['png', 'jpeg', 'webp', 'avif'] as const
    for (const kind of kinds) {
      const resized = await resize(await Transformer.fromRgbaPixels(pixels, 1200, 600)[kind]())
      expect(resized).toMatchObject({ ok: true, widthPx: 640, heightPx: 320 })
      if (!resized.ok) continue
      expect(await new Transformer(resized.webp).metadata()).toMatchObject({ width: 640, height: 320, format: 'webp' })
    }
  })

  it('is not made larger', async () => {
    resizer = createPictureResizer()
    expect(await resize(await pngOf(30, 50))).toMatchObject({ ok: true, widthPx: 30, heightPx: 50 })
  })

  it('stands upright, and says nothing of the camera', async () => {
    resizer = createPictureResizer()
    const resized = await resize(await lyingJpeg())
    expect(resized).toMatchObject({ ok: true, widthPx: 20, heightPx: 40 })
    if (!resized.ok) return
    const { exif, orientation } = await new Transformer(resized.webp).metadata(true)
    expect([exif, orientation]).toEqual([undefined, undefined])
  })
})

describe('what is refused', () => {
  it('is what does not begin like one, whatever it was called', async () => {
    resizer = createPictureResizer()
    const wrong = { ok: false, refusal: 'wrong-type' }
    expect(await resize(Buffer.from('<!DOCTYPE html><html></html>'))).toEqual(wrong)
    expect(await resize(Buffer.from('GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000', 'latin1'))).toEqual(wrong)
    expect(await resize(Buffer.alloc(0))).toEqual(wrong)
    expect(await resize(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'))).toEqual(wrong)
  })

  it('is one that is broken', async () => {
    resizer = createPictureResizer()
    const png = await pngOf(300, 300)
    expect(await resize(png.subarray(0, png.length - 60))).toEqual({ ok: false, refusal: 'broken' })
    expect(await resize(png.subarray(0, 40))).toEqual({ ok: false, refusal: 'broken' })
  })

  it('is a bomb: a small file of very many pixels, by its header alone', async () => {
    resizer = createPictureResizer()
    const bomb = Buffer.from(await pngOf(8, 8))
    bomb.writeUInt32BE(30_000, 16)
    bomb.writeUInt32BE(30_000, 20)
    expect(await resize(bomb)).toEqual({ ok: false, refusal: 'too-many-pixels' })
    expect(await resize(await pngOf(5001, 5000))).toEqual({ ok: false, refusal: 'too-many-pixels' })
  })
})

describe("the store's own SVG", () => {
  it('is drawn large enough for a spine, also with a part that it refers to elsewhere', async () => {
    resizer = createPictureResizer()
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="30"><rect width="100" height="30" fill="#1d5a46"/>
      <image href="file:///etc/passwd" width="9" height="9"/></svg>`
    expect(await resize(Buffer.from(svg), { takesSvg: true, mostPx: 1600 })).toMatchObject({
      ok: true,
      widthPx: 1600,
      heightPx: 480
    })
  })

  it('of more pixels than are taken is refused', async () => {
    resizer = createPictureResizer()
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="6000" height="6000"/>'
    expect(await resize(Buffer.from(svg), { takesSvg: true })).toEqual({ ok: false, refusal: 'too-many-pixels' })
  })
})

describe('the process', () => {
  it('that dies or hangs takes its picture with it, and the next one has another', async () => {
    resizer = createPictureResizer({ processUrl: new URL('./dying-resizer.ts', import.meta.url), jobMs: 4000 })
    const broken = { ok: false, refusal: 'broken' }
    const results = await Promise.all([1, 3, 2, 3].map((bytes) => resize(Buffer.alloc(bytes))))
    expect(results).toEqual([
      broken,
      expect.objectContaining({ ok: true }),
      broken,
      expect.objectContaining({ ok: true })
    ])
  })

  it('that cannot be started leaves its picture broken', async () => {
    resizer = createPictureResizer({ processUrl: new URL('./not-there.ts', import.meta.url) })
    expect(await resize(Buffer.alloc(3))).toEqual({ ok: false, refusal: 'broken' })
  })

  it('is told no credentials', async () => {
    process.env['COVA_PASSWORD'] = 'secret'
    try {
      resizer = createPictureResizer({ processUrl: new URL('./dying-resizer.ts', import.meta.url) })
      const resized = await resize(Buffer.alloc(3))
      expect(resized.ok && Buffer.from(resized.webp).toString()).toBe('')
    } finally {
      delete process.env['COVA_PASSWORD']
    }
  })

  it('ends when it has had nothing to do for a while, and another begins', async () => {
    resizer = createPictureResizer({ idleMs: 1 })
    const png = await pngOf(20, 20)
    expect(await resize(png)).toMatchObject({ ok: true })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await resize(png)).toMatchObject({ ok: true })
  })
})
