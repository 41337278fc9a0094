import type { WindowSource } from './window-source.ts'

export interface Window {
  readonly startMs: number
  readonly endMs: number
}

/** Touching and overlapping windows merged, in order; empty ones dropped. */
export function mergeWindows(windows: readonly Window[]): readonly Window[] {
  const merged: Window[] = []
  for (const window of [...windows].sort((a, b) => a.startMs - b.startMs)) {
    if (window.endMs <= window.startMs) continue
    const last = merged.at(-1)
    if (last !== undefined && window.startMs <= last.endMs) {
      merged[merged.length - 1] = { startMs: last.startMs, endMs: Math.max(last.endMs, window.endMs) }
    } else merged.push(window)
  }
  return merged
}

/** Index of the last window that starts at or before `wallMs`, -1 when all start later. */
export function indexOfLastStarted(windows: readonly Window[], wallMs: number): number {
  let low = -1
  let high = windows.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((windows[middle] as Window).startMs <= wallMs) low = middle
    else high = middle - 1
  }
  return low
}

/** A schedule without a rule, and the RDATEs of one with a rule. */
export function listedWindows(windows: readonly Window[]): WindowSource {
  const merged = mergeWindows(windows)
  return {
    endCovering: (wallMs) => {
      const window = merged[indexOfLastStarted(merged, wallMs)]
      return window !== undefined && window.endMs > wallMs ? window.endMs : -Infinity
    },
    nextStart: (wallMs) => merged[indexOfLastStarted(merged, wallMs) + 1]?.startMs ?? Infinity
  }
}
