import { useSyncExternalStore } from 'react'

export interface ScreenSize {
  readonly widthPx: number
  readonly heightPx: number
}

let last: ScreenSize = { widthPx: 0, heightPx: 0 }

function readSize(): ScreenSize {
  const { innerWidth: widthPx, innerHeight: heightPx } = window
  if (last.widthPx !== widthPx || last.heightPx !== heightPx) last = { widthPx, heightPx }
  return last
}

function onResize(changed: () => void): () => void {
  window.addEventListener('resize', changed)
  return () => window.removeEventListener('resize', changed)
}

/** The page's size in CSS px; a television that comes back from standby with another one is laid out again. */
export function useScreenSize(): ScreenSize {
  return useSyncExternalStore(onResize, readSize)
}
