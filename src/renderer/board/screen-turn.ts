import type { CSSProperties } from 'react'
import type { ScreenOrientation } from '../../shared/screen-settings.ts'
import type { ScreenSize } from './screen-size.ts'

/** How the page is turned on its screen: the size it is laid out for, and where that lies. */
export interface ScreenTurn {
  readonly size: ScreenSize
  /** Degrees clockwise. */
  readonly degrees: 0 | 90 | -90
}

/**
 * Turns a page for a television that hangs otherwise than its system knows. One whose system turns the picture already is
 * left as it is. Hung turned to the left, its right edge is on top: the page is turned to the right.
 */
export function screenTurnOf(orientation: ScreenOrientation, size: ScreenSize): ScreenTurn {
  const isUpright = size.heightPx > size.widthPx
  const turned = { widthPx: size.heightPx, heightPx: size.widthPx }
  switch (orientation) {
    case 'auto':
      return { size, degrees: 0 }
    case 'landscape':
      return isUpright ? { size: turned, degrees: 90 } : { size, degrees: 0 }
    case 'portrait-left':
      return isUpright ? { size, degrees: 0 } : { size: turned, degrees: 90 }
    case 'portrait-right':
      return isUpright ? { size, degrees: 0 } : { size: turned, degrees: -90 }
  }
}

/** Lays the turned page over its screen. */
export function turnStyleOf({ size: { widthPx, heightPx }, degrees }: ScreenTurn): CSSProperties {
  const place = { position: 'relative', width: widthPx, height: heightPx } as const
  switch (degrees) {
    case 0:
      return place
    case 90:
      return { ...place, transformOrigin: '0 0', transform: `translateX(${heightPx}px) rotate(90deg)` }
    case -90:
      return { ...place, transformOrigin: '0 0', transform: `translateY(${widthPx}px) rotate(-90deg)` }
  }
}
