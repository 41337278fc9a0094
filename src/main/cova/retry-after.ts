const WITHOUT_HEADER_MS = 60_000
/** Beyond this a header is taken for a mistake: a timer must not sleep for days. */
const LONGEST_MS = 3_600_000

/**
 * How long a reply asks to wait: `Retry-After` in seconds or as an HTTP date, at most an hour. A 429 without a readable
 * header means 60 s (wire, "Cadence"); any other reply without one means null. `nowMs` is the server's time.
 */
export function retryAfterMsOf(status: number, header: string | null, nowMs: number): number | null {
  const asked = header === null ? null : waitOf(header.trim(), nowMs)
  if (asked !== null) return Math.min(Math.max(asked, 0), LONGEST_MS)
  return status === 429 ? WITHOUT_HEADER_MS : null
}

function waitOf(header: string, nowMs: number): number | null {
  if (/^\d+(?:\.\d+)?$/.test(header)) return Math.ceil(Number(header) * 1000)
  // A bare number is never a date, though Date.parse reads some as one.
  if (!/[a-z]/i.test(header)) return null
  const atMs = Date.parse(header)
  return Number.isNaN(atMs) ? null : atMs - nowMs
}
