/** An instant at the border: ISO 8601 UTC with milliseconds (contract). */
export function instantTextOf(atMs: number): string {
  return new Date(atMs).toISOString()
}

export function instantTextOrNull(atMs: number | null): string | null {
  return atMs === null ? null : instantTextOf(atMs)
}
