/** What the `Date` header of replies says about the device's clock. */
export interface ServerClock {
  readonly note: (dateHeader: string | null, sentAtMs: number, receivedAtMs: number) => void
  /** Server time less device time; null before the first reply. */
  readonly offsetMs: () => number | null
  /** How many replies have told the time: another count is news, also of the same offset. */
  readonly readings: () => number
  /** The server's time at a device instant; the device's own before the first reply. */
  readonly serverMsAt: (deviceMs: number) => number
}

/**
 * The header is cut to the second and was written between sending and receiving, so each reply allows a range of
 * offsets: from `date - received` to `date + 1 s - sent`. An offset inside the range stays as it is, so that it does not
 * wander from reply to reply; outside of it (the device's clock was set, or drifted) it moves to the nearest end.
 */
export function createServerClock(): ServerClock {
  let offsetMs: number | null = null
  let readings = 0
  return {
    note: (dateHeader, sentAtMs, receivedAtMs) => {
      const dateMs = dateHeader === null ? Number.NaN : Date.parse(dateHeader)
      // A clock set back while the request ran says nothing.
      if (Number.isNaN(dateMs) || receivedAtMs < sentAtMs) return
      readings += 1
      const least = dateMs - receivedAtMs
      const most = dateMs + 1000 - sentAtMs
      // Servers write the header last, after the work: the first guess sits near the receipt.
      offsetMs = offsetMs === null ? least + 500 : Math.min(Math.max(offsetMs, least), most)
    },
    offsetMs: () => offsetMs,
    readings: () => readings,
    serverMsAt: (deviceMs) => deviceMs + (offsetMs ?? 0)
  }
}
