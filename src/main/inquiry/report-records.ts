import { parse } from 'csv-parse'
import type { LineFault } from '../../domain/parity/register-words.ts'

export type Delimiter = ',' | ';' | '\t' | '|'

/** A quoted field that goes on over more lines than this is a quotation mark that nobody closed. */
const MOST_LINES_OF_A_RECORD = 12
/** Characters of a record. */
export const LONGEST_RECORD = 16_384

/** Where records of a report go. `lineNumber` counts the file's lines from 1. */
export interface RecordTaker {
  readonly take: (fields: readonly string[], lineNumber: number) => void
  readonly refuse: (fault: LineFault, lineNumber: number) => void
}

export interface ReportRecords {
  /** Lines of the file that have been seen. */
  readonly lines: () => number
  readonly write: (text: string) => Promise<void>
  readonly end: () => Promise<void>
  readonly drop: () => void
}

/**
 * Reads a report piece by piece. Lines are put together into records here, so that a quotation mark that is never closed
 * costs its own line and not the rest of the file; csv-parse takes the records apart.
 */
export function createReportRecords(delimiter: Delimiter, taker: RecordTaker): ReportRecords {
  const starts: number[] = []
  let rest = ''
  let lineNumber = 0
  /** Lines of a record whose quotation mark is still open, the first of them at `openFrom`. */
  let open: string[] = []
  let openFrom = 0
  let openLength = 0
  const parser = parse({
    delimiter,
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_error: true,
    on_record: (fields: string[]) => {
      taker.take(fields, starts.shift() ?? lineNumber)
      return null
    },
    on_skip: () => {
      taker.refuse({ kind: 'quote' }, starts.shift() ?? lineNumber)
      return undefined
    }
  })
  const ended = new Promise<void>((resolve, reject) => {
    parser.once('end', resolve)
    parser.once('error', reject)
    parser.resume()
  })
  // Somebody may drop the report before its end.
  ended.catch(() => {})

  /** Takes up one line of the file; answers the text of a record that is whole now. */
  function recordsOf(line: string, at: number): string {
    if (open.length === 0) {
      if (line.trim() === '') return ''
      if (line.length > LONGEST_RECORD) {
        taker.refuse({ kind: 'too-long' }, at)
        return ''
      }
      if (endOf(line, delimiter, false) === 'plain') return whole(line, at)
      open = [line]
      openFrom = at
      openLength = line.length
      return ''
    }
    open.push(line)
    openLength += line.length + 1
    const end = endOf(line, delimiter, true)
    if (end === 'broken') return giveUp()
    if (end === 'plain') {
      const record = open.join('\n')
      open = []
      return openLength > LONGEST_RECORD ? tooLong(openFrom) : whole(record, openFrom)
    }
    return open.length >= MOST_LINES_OF_A_RECORD || openLength > LONGEST_RECORD ? giveUp() : ''
  }

  function tooLong(at: number): string {
    taker.refuse({ kind: 'too-long' }, at)
    return ''
  }

  function whole(record: string, at: number): string {
    starts.push(at)
    return `${record}\n`
  }

  /** The mark is never closed: its line is refused, those after it are looked at by themselves. */
  function giveUp(): string {
    const [, ...others] = open
    const from = openFrom
    open = []
    taker.refuse({ kind: 'quote' }, from)
    return others.map((line, index) => recordsOf(line, from + 1 + index)).join('')
  }

  const feed = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      if (text === '') resolve()
      else parser.write(text, (error) => (error === null || error === undefined ? resolve() : reject(error)))
    })

  function linesOf(text: string, isEnd: boolean): string {
    const lines = `${rest}${text}`.split(/\r\n|\n|\r(?!$)/)
    rest = isEnd ? '' : (lines.pop() ?? '')
    if (!isEnd && rest.length > LONGEST_RECORD * 4) rest = rest.slice(0, LONGEST_RECORD * 4)
    return lines
      .map((line) => {
        lineNumber += 1
        return recordsOf(line.replace(/\r$/, ''), lineNumber)
      })
      .join('')
  }

  return {
    lines: () => lineNumber,
    write: (text) => feed(linesOf(lineNumber === 0 && rest === '' ? text.replace(/^\uFEFF/, '') : text, false)),
    end: async () => {
      let last = rest === '' ? '' : linesOf('', true)
      while (open.length > 0) last += giveUp()
      await feed(last)
      parser.end()
      await ended
    },
    drop: () => {
      parser.destroy()
    }
  }
}

type LineEnd =
  | 'plain'
  | 'in-quotes'
  /** The mark of an earlier line is closed where no field ends: it was never meant to go on here. */
  | 'broken'

/** How a line ends. A mark opens only at a field's start: 5" is five inches. */
function endOf(line: string, delimiter: Delimiter, startsInQuotes: boolean): LineEnd {
  let inQuotes = startsInQuotes
  let isFieldStart = !startsInQuotes
  let isEarlierMark = startsInQuotes
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at]
    if (inQuotes) {
      if (character !== '"') continue
      if (line[at + 1] === '"') at += 1
      else {
        inQuotes = false
        const isFieldEnd = at + 1 === line.length || line[at + 1] === delimiter
        if (isEarlierMark && !isFieldEnd) return 'broken'
        isEarlierMark = false
      }
    } else if (character === '"' && isFieldStart) {
      inQuotes = true
      isFieldStart = false
    } else isFieldStart = character === delimiter
  }
  return inQuotes ? 'in-quotes' : 'plain'
}

/** The separator of a report: the one that its first line has most of, outside of quotation marks. */
export function delimiterOf(firstLine: string): Delimiter {
  const plain = firstLine.replaceAll(/"[^"]*"/g, '')
  const counts = ([',', ';', '\t', '|'] as const).map((delimiter) => ({
    delimiter,
    count: plain.split(delimiter).length
  }))
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).delimiter
}
