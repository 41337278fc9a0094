import { useEffect, useState } from 'react'

/** What stands beside and around the preview, in px; the rest is the preview's. */
const BESIDE_PX = 136
const AROUND_PX = 446
const SLIM_PX = 560
const LEAST_WIDTH_PX = 400
const MOST_WIDTH_PX = 860
const RATIO = 16 / 9

/** How wide the preview stands: as the stage lets it, so that the days below it stay within sight. */
export function usePreviewWidth(stage: HTMLElement | null): {
  readonly widthPx: number
  readonly slim: boolean
} {
  const [room, setRoom] = useState({ widthPx: 816, heightPx: 856 })
  useEffect(() => {
    if (stage === null) return
    const observer = new ResizeObserver(() => {
      const style = getComputedStyle(stage)
      setRoom({
        widthPx: stage.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight),
        heightPx: stage.clientHeight
      })
    })
    observer.observe(stage)
    return () => observer.disconnect()
  }, [stage])
  const slim = room.widthPx < SLIM_PX
  const byWidth = slim ? room.widthPx : room.widthPx - BESIDE_PX
  const byHeight = Math.max(LEAST_WIDTH_PX, (room.heightPx - AROUND_PX) * RATIO)
  return { widthPx: Math.floor(Math.max(240, Math.min(byWidth, byHeight, MOST_WIDTH_PX))), slim }
}
