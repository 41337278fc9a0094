import { createHash } from 'node:crypto'
import type { PricedLocation } from '../../domain/board/board-item.ts'
import { type CheckTally, createCheckTally } from '../../domain/parity/check-tally.ts'
import { checkedReceiptOf, type CheckSource } from '../../domain/parity/checked-receipt.ts'
import { isByDay, type RegisterLine } from '../../domain/parity/register-line.ts'
import type { LineFault } from '../../domain/parity/register-words.ts'
import { type LineReader, lineReaderOf } from '../../domain/parity/report-line.ts'
import type { RegisterReport } from '../../shared/manager/register.ts'
import { createReportRecords, type Delimiter, type ReportRecords } from './report-records.ts'

/** Lines to look at that are held for the page; the counts are of all. */
const LINES_HELD = 5000
/** Faults that are told with their line; the count is of all. */
const FAULTS_TOLD = 200
/** Lines of one receipt that are counted together. */
const LINES_OF_A_RECEIPT = 300
export const MOST_REPORT_LINES = 500_000

/** A report that is being read: piece after piece, in memory that does not grow with it. */
export interface RegisterImport {
  readonly importId: string
  readonly location: PricedLocation
  readonly headers: readonly string[]
  readonly startedAtMs: number
  readonly tally: CheckTally
  readonly faults: () => readonly { readonly lineNumber: number; readonly fault: LineFault }[]
  readonly isMapped: () => boolean
  /** Whether lines of it told their day alone. */
  readonly isByDay: () => boolean
  /** Says how the columns are read. Before the first piece. */
  readonly map: (report: RegisterReport, timeZone: string, source: CheckSource, nowMs: number) => void
  /** `index` counts pieces from 0; false for one out of order. */
  readonly take: (index: number, text: string) => Promise<boolean>
  /** True when the file has more lines than are taken. */
  readonly isFull: () => boolean
  /** Of the text that was sent: the same file again has the same. */
  readonly fingerprint: () => string
  readonly end: () => Promise<void>
  readonly cancel: () => void
}

/** An import of a file with these headers in its first line. */
export function createRegisterImport(begun: {
  readonly importId: string
  readonly location: PricedLocation
  readonly headers: readonly string[]
  readonly delimiter: Delimiter
  readonly startedAtMs: number
}): RegisterImport {
  const tally = createCheckTally(LINES_HELD)
  const faults: { readonly lineNumber: number; readonly fault: LineFault }[] = []
  const hash = createHash('sha256')
  let fingerprint: string | null = null
  let reader: LineReader | null = null
  let source: CheckSource | null = null
  let receipt: RegisterLine[] = []
  let isHeaderSeen = false
  let nextIndex = 0
  let isFull = false
  let hasDaysAlone = false

  function refuse(fault: LineFault, lineNumber: number): void {
    tally.refuse()
    if (faults.length < FAULTS_TOLD) faults.push({ lineNumber, fault })
  }

  function finishReceipt(): void {
    if (receipt.length === 0 || source === null) return
    for (const checked of checkedReceiptOf(receipt, source)) tally.add(checked)
    receipt = []
  }

  const records: ReportRecords = createReportRecords(begun.delimiter, {
    take: (fields, lineNumber) => {
      if (!isHeaderSeen) {
        isHeaderSeen = true
        return
      }
      if (isFull || reader === null) return
      if (tally.counts().lines + receipt.length >= MOST_REPORT_LINES) {
        isFull = true
        return
      }
      const read = reader(fields, lineNumber)
      if (!read.ok) {
        refuse(read.fault, lineNumber)
        return
      }
      hasDaysAlone ||= isByDay(read.line)
      const [first] = receipt
      const isSame = first !== undefined && first.receipt !== null && first.receipt === read.line.receipt
      if (!isSame || receipt.length >= LINES_OF_A_RECEIPT) finishReceipt()
      receipt.push(read.line)
    },
    refuse
  })

  return {
    importId: begun.importId,
    location: begun.location,
    headers: begun.headers,
    startedAtMs: begun.startedAtMs,
    tally,
    // Some are found as lines are put together, the others as records are taken apart.
    faults: () => faults.toSorted((a, b) => a.lineNumber - b.lineNumber),
    isMapped: () => reader !== null,
    isByDay: () => hasDaysAlone,
    map: (report, timeZone, against, nowMs) => {
      reader = lineReaderOf(report, begun.headers, timeZone, nowMs)
      source = against
    },
    take: async (index, text) => {
      if (index !== nextIndex) return false
      nextIndex += 1
      hash.update(text)
      if (!isFull) await records.write(text)
      return true
    },
    isFull: () => isFull,
    fingerprint: () => (fingerprint ??= hash.digest('base64url')),
    end: async () => {
      await records.end()
      finishReceipt()
    },
    cancel: () => records.drop()
  }
}
