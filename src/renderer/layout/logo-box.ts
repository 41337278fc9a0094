import type { ViewPicture } from '../../shared/board-view.ts'
import type { PageGeometry } from './geometry.ts'

/** A logo at least so many times as wide as it is high stands along the spine, as the written name does. */
const ROTATED_FROM = 1.6
/** Across the spine, and in the band, in arcminutes: what the safe margin and the air of the written name leave. */
const SPINE_AM = 27
const BAND_AM = 20

/** The place of a store's logo; `widthPx` and `heightPx` are of the logo as it is drawn, before it is turned. */
export interface LogoBox {
  readonly widthPx: number
  readonly heightPx: number
  /** Turned a quarter, to be read from below, as the written name is. */
  readonly rotated: boolean
}

/** The largest that fits the spine, or the band, whole. `roomPx` is what the written name would have along it. */
export function logoBoxOf(logo: ViewPicture, geometry: PageGeometry, roomPx: number): LogoBox {
  const aspect = logo.widthPx / logo.heightPx
  const rotated = !geometry.portrait && aspect >= ROTATED_FROM
  if (geometry.portrait || rotated) {
    const heightPx = Math.min((geometry.portrait ? BAND_AM : SPINE_AM) * geometry.amPx, roomPx / aspect)
    return { widthPx: heightPx * aspect, heightPx, rotated }
  }
  const widthPx = Math.min(SPINE_AM * geometry.amPx, roomPx * aspect)
  return { widthPx, heightPx: widthPx / aspect, rotated }
}
