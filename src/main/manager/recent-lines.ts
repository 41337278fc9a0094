const LINES_KEPT = 200
const LONGEST_LINE = 2000

/** The last lines that the program wrote to stderr, for a support bundle: there is no log file. */
export interface RecentLines {
  readonly note: (line: string, atMs: number) => void
  readonly lines: () => readonly string[]
}

export function createRecentLines(): RecentLines {
  const kept: string[] = []
  return {
    note: (line, atMs) => {
      kept.push(`${new Date(atMs).toISOString()} ${line.slice(0, LONGEST_LINE)}`)
      if (kept.length > LINES_KEPT) kept.shift()
    },
    lines: () => [...kept]
  }
}
