import type { PictureRefusal } from '../../shared/problem.ts'

/** A picture to be made small; `bytes` are whatever somebody sent. */
export interface ResizeJob {
  readonly jobId: number
  readonly bytes: Uint8Array
  /** The longest side of what comes out. Nothing is made larger than it is. */
  readonly mostPx: number
  /** Percent, of WebP. */
  readonly quality: number
  /** An SVG may be drawn too: a store's own logo, never a stranger's file. */
  readonly takesSvg: boolean
}

export type Resized =
  | { readonly ok: true; readonly webp: Uint8Array; readonly widthPx: number; readonly heightPx: number }
  | { readonly ok: false; readonly refusal: Extract<PictureRefusal, 'wrong-type' | 'too-many-pixels' | 'broken'> }

export interface ResizeAnswer {
  readonly jobId: number
  readonly resized: Resized
}
