import { useEffect, useState } from 'react'

/** What stands beside the preview, and what is left to the days below it at least: their head, three lanes, a line. */
const BESIDE_PX = 136
const LEAST_LANES_PX = 176
/** A stage that is narrower has the screens under the board and not beside it. */
const SLIM_PX = 560
const LEAST_HEIGHT_PX = 160
const MOST_WIDTH_PX = 860
const RATIO = 16 / 9

export interface PreviewRoom {
  readonly widthPx: number
  readonly heightPx: number
  readonly slim: boolean
}

/** How much room there is for the preview, so that the knob, some lanes and the buttons below it stay within sight. */
export function usePreviewRoom(stage: HTMLElement | null): PreviewRoom {
  const [room, setRoom] = useState<PreviewRoom>({ widthPx: 680, heightPx: 382, slim: false })
  useEffect(() => {
    if (stage === null) return
    const measure = (): void => setRoom((known) => unlessSame(known, roomIn(stage)))
    const sizes = new ResizeObserver(measure)
    const watch = (): void => {
      sizes.disconnect()
      for (const element of [stage, ...stage.querySelectorAll(':scope > :not(.glass), :scope > .glass > .screens')])
        sizes.observe(element)
    }
    const parts = new MutationObserver(watch)
    parts.observe(stage, { childList: true })
    watch()
    return () => {
      parts.disconnect()
      sizes.disconnect()
    }
  }, [stage])
  return room
}

function unlessSame(known: PreviewRoom, found: PreviewRoom): PreviewRoom {
  return JSON.stringify(known) === JSON.stringify(found) ? known : found
}

function roomIn(stage: HTMLElement): PreviewRoom {
  const style = getComputedStyle(stage)
  const gapPx = Number.parseFloat(style.rowGap) || 0
  const stageWidthPx = stage.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight)
  const slim = stageWidthPx < SLIM_PX
  // What lies over the stage, an open calendar, takes none of its room.
  const inFlow = [...stage.children].filter((child) => !/absolute|fixed/.test(getComputedStyle(child).position))
  const aroundPx = inFlow.reduce(
    (sum, child) => {
      if (child.classList.contains('glass')) return sum + (slim ? heightOf(child.querySelector('.screens')) + gapPx : 0)
      return sum + gapPx + (child.classList.contains('days-and-lanes') ? LEAST_LANES_PX : heightOf(child))
    },
    Number.parseFloat(style.paddingTop) + Number.parseFloat(style.paddingBottom)
  )
  const byWidthPx = Math.min(slim ? stageWidthPx : stageWidthPx - BESIDE_PX, MOST_WIDTH_PX)
  const heightPx = Math.max(LEAST_HEIGHT_PX, Math.min(byWidthPx / RATIO, stage.clientHeight - aroundPx))
  return { widthPx: Math.floor(byWidthPx), heightPx: Math.floor(heightPx), slim }
}

function heightOf(element: Element | null): number {
  return element?.getBoundingClientRect().height ?? 0
}
