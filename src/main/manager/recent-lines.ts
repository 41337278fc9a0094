const LINES_KEPT = 200
const LONGEST_LINE = 2000

/** The last lines that the program wrote to stderr, for a support bundle; those of earlier runs are in the log (log-file.ts). */
export interface RecentLines {
  readonly note: (line: string, atMs: number) => void
  readonly lines: () => readonly string[]
}

/** `also` takes every line too. */
export function createRecentLines(also: RecentLines['note'] = () => {}): RecentLines {
  const kept: string[] = []
  return {
    note: (line, atMs) => {
      also(line, atMs)
      kept.push(`${new Date(atMs).toISOString()} ${line.slice(0, LONGEST_LINE)}`)
      if (kept.length > LINES_KEPT) kept.shift()
    },
    lines: () => [...kept]
  }
}

/**
 * Notes whatever is written to a stream from now on, also where the stream itself is gone. Of stderr that is the host's
 * own words, what `console` says, and what the engine's worker says, which Node hands on to it. Answers what ends it.
 */
export function noteLinesOf(stream: NodeJS.WriteStream, recent: RecentLines, nowMs: () => number): () => void {
  const write = stream.write
  /** Of a line whose end has not come yet. */
  let begun = ''
  const noting = function (this: NodeJS.WriteStream, ...args: Parameters<typeof write>): boolean {
    const chunk: string | Uint8Array = args[0]
    const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8')
    const lines = `${begun}${text}`.split('\n')
    begun = (lines.pop() ?? '').slice(0, LONGEST_LINE)
    for (const line of lines) if (line.trim() !== '') recent.note(line, nowMs())
    return write.apply(this, args)
  }
  stream.write = noting as typeof write
  return () => {
    stream.write = write
  }
}
