import { Temporal } from 'temporal-polyfill'

/** A span of time over which a zone's offset stays the same: fromMs <= instant < toMs, wall = instant + offsetMs. */
export interface OffsetSegment {
  readonly fromMs: number
  readonly toMs: number
  readonly offsetMs: number
}

const UTC_SEGMENT: OffsetSegment = { fromMs: -Infinity, toMs: Infinity, offsetMs: 0 }
/** First and last instant of ECMAScript and Temporal. */
const LATEST_MS = 8.64e15
/** Two years: enough for the sixty days ahead that a board asks for, few enough transitions to find at once. */
const SPAN_MS = 2 * 365 * 24 * 3_600_000
const MOST_SPANS_PER_ZONE = 64

/** Pure memo: the same zone and span always give the same segments. */
const spansByZone = new Map<string, Map<number, readonly OffsetSegment[]>>()

/**
 * The segment of `timeZone` (a known IANA name) that holds an instant. A segment may also end where nothing changes: at
 * the edge of the stretch of time that is kept together.
 * Throws RangeError for an unknown zone or an instant outside ECMAScript's range.
 */
export function offsetSegmentAt(timeZone: string, instantMs: number): OffsetSegment {
  if (!(Math.abs(instantMs) <= LATEST_MS)) throw new RangeError(`not an instant: ${instantMs}`)
  if (timeZone === 'UTC') return UTC_SEGMENT
  const segments = segmentsOfSpan(timeZone, Math.floor(instantMs / SPAN_MS))
  let low = 0
  let high = segments.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((segments[middle] as OffsetSegment).fromMs <= instantMs) low = middle
    else high = middle - 1
  }
  return segments[low] as OffsetSegment
}

/** What a clock in `timeZone` reads at an instant. */
export function wallOfInstant(timeZone: string, instantMs: number): number {
  return instantMs + offsetSegmentAt(timeZone, instantMs).offsetMs
}

/**
 * The instant at which a clock in `timeZone` reads `wallMs`. A time that occurs twice is its first occurrence; one that
 * is jumped over is read with the offset before the jump (02:30 becomes 03:30): Temporal's "compatible", RFC 5545 3.3.5.
 */
export function instantOfWall(timeZone: string, wallMs: number): number {
  const day = 24 * 3_600_000
  const before = offsetSegmentAt(timeZone, wallMs - day).offsetMs
  const after = offsetSegmentAt(timeZone, wallMs + day).offsetMs
  const earlier = wallMs - Math.max(before, after)
  const later = wallMs - Math.min(before, after)
  if (wallOfInstant(timeZone, earlier) === wallMs) return earlier
  if (wallOfInstant(timeZone, later) === wallMs) return later
  return wallMs - before
}

function segmentsOfSpan(timeZone: string, span: number): readonly OffsetSegment[] {
  let spans = spansByZone.get(timeZone)
  if (spans === undefined) {
    spans = new Map()
    spansByZone.set(timeZone, spans)
  }
  const known = spans.get(span)
  if (known !== undefined) return known
  const found = findSegments(timeZone, Math.max(span * SPAN_MS, -LATEST_MS), (span + 1) * SPAN_MS)
  if (spans.size >= MOST_SPANS_PER_ZONE) spans.clear()
  spans.set(span, found)
  return found
}

function findSegments(timeZone: string, fromMs: number, toMs: number): readonly OffsetSegment[] {
  const segments: OffsetSegment[] = []
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(fromMs).toZonedDateTimeISO(timeZone)
  while (at !== null && at.epochMilliseconds < toMs) {
    const next: Temporal.ZonedDateTime | null = at.getTimeZoneTransition('next')
    segments.push({
      fromMs: at.epochMilliseconds,
      toMs: Math.min(next?.epochMilliseconds ?? Infinity, toMs),
      offsetMs: at.offsetNanoseconds / 1e6
    })
    at = next
  }
  return segments
}
