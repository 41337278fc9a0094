/** A watch's own time: it stands while the process does. */
export interface WatchClock {
  readonly watchedMs: number
  readonly readAtMs: number
}

/** A gap of more than so many looks is no silence of whoever is watched: the watch itself did not run. */
const MOST_LOOKS = 1.5

/** `readAtMs` is of any clock that does not go back. */
export function newWatchClock(readAtMs: number): WatchClock {
  return { watchedMs: 0, readAtMs }
}

/**
 * Goes on by what passed since the last reading, up to little more than the distance of two looks: a process that was
 * stopped for minutes, or starved, has watched nothing meanwhile.
 */
export function watchedUntil({ watchedMs, readAtMs }: WatchClock, nowMs: number, everyMs: number): WatchClock {
  const passedMs = Math.min(Math.max(0, nowMs - readAtMs), everyMs * MOST_LOOKS)
  return { watchedMs: watchedMs + passedMs, readAtMs: nowMs }
}
