import { randomUUID } from 'node:crypto'
import { mappingFaultOf } from '../../domain/parity/report-columns.ts'
import { registerWordsOf } from '../../domain/parity/register-words.ts'
import { plainCountsOf, progressInWords, summaryInWords } from '../../domain/parity/summary-in-words.ts'
import { wallOfInstant } from '../../domain/schedule/zone-offsets.ts'
import { DAY_MS, floorMod, MINUTE_MS } from '../../domain/schedule/wall-clock.ts'
import type { ManagerRefusal } from '../../shared/manager/manager-channels.ts'
import type { Inquiries } from './inquiries.ts'
import type { InquiryContext } from './inquiry-context.ts'
import { checkedStoreOf, checkTyped, type CheckedStore, formatFor, inWords, keep, refusedAt } from './register-check.ts'
import { createRegisterImport, MOST_REPORT_LINES, type RegisterImport } from './register-import.ts'
import { dateOrderOf, offerOf, reportHeadOf, type ReportHead } from './register-report.ts'
import { scoreOf, sampleInWords } from './register-score.ts'
import { checkSourceOf, codeKeyOf, nameKeyOf, type ProductIndex, productIndexOf } from './register-source.ts'

const MOST_MEGABYTES = 200
const HISTORY_DAYS = 30
/** Imports that can be looked at; the oldest gives way. */
const IMPORTS_HELD = 2
const PRODUCTS_FOUND = 20
const INDEX_KEPT_MS = 20_000
const MOST_LINES_OF_A_PAGE = 200

type RegisterChannel = Extract<keyof Inquiries, `register:${string}`>

interface HeldImport {
  readonly run: RegisterImport
  readonly head: ReportHead
  readonly store: CheckedStore
  isOver: boolean
}

/** What the register charged beside what the boards said (docs/manager.md, Price history and checking). */
export function registerInquiries(context: InquiryContext): Pick<Inquiries, RegisterChannel> {
  const imports = new Map<string, HeldImport>()
  const { records, nowMs } = context

  function held(importId: string, isOver: boolean): HeldImport | ManagerRefusal {
    const found = imports.get(importId)
    if (found !== undefined && found.isOver === isOver) return found
    return refusedAt(null, registerWordsOf(context.settings.language ?? 'en').importGone)
  }

  function drop(importId: string): void {
    const found = imports.get(importId)
    if (found !== undefined && !found.isOver) found.run.cancel()
    imports.delete(importId)
  }

  /** Made anew for each letter that is typed, it would hold up the boards. */
  let known: { readonly locationId: number; readonly atMs: number; readonly index: ProductIndex } | null = null
  function indexOf(locationId: number): ProductIndex {
    const ageMs = known === null ? Infinity : Math.abs(nowMs() - known.atMs)
    if (known === null || known.locationId !== locationId || ageMs > INDEX_KEPT_MS) {
      const index = productIndexOf(records.register.productCodes(), records.history.names(locationId))
      known = { locationId, atMs: nowMs(), index }
    }
    return known.index
  }

  const wordsFor = (store: CheckedStore) => registerWordsOf(formatFor(context, store).language)

  return {
    'register:blank': (locationId) => {
      const found = checkedStoreOf(context, locationId)
      if (!found.ok) return found
      const wallMs = wallOfInstant(found.store.timeZone, nowMs())
      const dayText = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
      return {
        ok: true,
        answer: {
          day: dayText(wallMs),
          minute: Math.floor(floorMod(wallMs, DAY_MS) / MINUTE_MS),
          earliestDay: dayText(wallMs - HISTORY_DAYS * DAY_MS)
        }
      }
    },

    'register:find': (locationId, text) => {
      const found = checkedStoreOf(context, locationId)
      if (!found.ok) return found
      const wanted = nameKeyOf(text)
      if (wanted === '') return { ok: true, answer: [] }
      const code = codeKeyOf(text)
      const { codes, shownIds } = indexOf(locationId)
      const byCode = codes.filter(({ skus, upcs }) => [...skus, ...upcs].some((one) => codeKeyOf(one) === code))
      const byName = codes.filter(({ name }) => nameKeyOf(name).includes(wanted))
      // What this store's board has shown comes first.
      const sorted = byName.sort(
        (a, b) => Number(shownIds.has(b.productId)) - Number(shownIds.has(a.productId)) || a.name.localeCompare(b.name)
      )
      const answer = [...new Set([...byCode, ...sorted])]
        .slice(0, PRODUCTS_FOUND)
        .map(({ productId, name, skus }) => ({ productId, name, sku: skus[0] ?? null }))
      return { ok: true, answer }
    },

    'register:check-lines': (receipt) => checkTyped(context, receipt),

    'register:import-begin': (locationId, _fileName, bytes, headText) => {
      const found = checkedStoreOf(context, locationId)
      if (!found.ok) return found
      const { store } = found
      const words = wordsFor(store)
      if (bytes > MOST_MEGABYTES * 1_048_576) return refusedAt('file', words.tooLarge(String(MOST_MEGABYTES)))
      const head = reportHeadOf(headText, words)
      if (typeof head === 'string') return refusedAt('file', head)
      const importId = randomUUID()
      for (const old of [...imports.keys()].slice(0, Math.max(0, imports.size - IMPORTS_HELD + 1))) drop(old)
      const { headers, delimiter } = head
      const run = createRegisterImport({ importId, location: store, headers, delimiter, startedAtMs: nowMs() })
      imports.set(importId, { run, head, store, isOver: false })
      const answer = offerOf(importId, head, context.rememberedReport(), formatFor(context, store), store.timeZone)
      return { ok: true, answer }
    },

    'register:import-map': (importId, report) => {
      const found = held(importId, false)
      if ('ok' in found) return found
      const { run, head, store } = found
      const words = wordsFor(store)
      const fault = mappingFaultOf(report.columns, head.headers)
      if (fault !== null) return refusedAt(fault.column, words.mappingFault(fault, words.columns))
      const order = dateOrderOf(head, report.columns, report.dateOrder, report.byDay ?? false)
      if (order.kind === 'no-time') return refusedAt('time', words.timeNeeded(order.text))
      if (order.kind === 'wrong') return refusedAt('dateOrder', words.dateOrderWrong(order.text))
      if (order.kind === 'several') return refusedAt('dateOrder', words.dateOrderNeeded(order.text))
      const settled = { ...report, dateOrder: order.order }
      records.bringUpToDate()
      const index = indexOf(store.locationId)
      run.map(settled, store.timeZone, checkSourceOf(context, store, index), nowMs())
      return { ok: true, answer: settled }
    },

    'register:import-chunk': async (importId, index, text) => {
      const found = held(importId, false)
      if ('ok' in found) return found
      const { run, store } = found
      if (!run.isMapped() || !(await run.take(index, text))) {
        drop(importId)
        return refusedAt('file', wordsFor(store).notInOrder)
      }
      const counts = run.tally.counts()
      return {
        ok: true,
        answer: {
          lines: counts.lines,
          counts: plainCountsOf(counts),
          text: progressInWords(counts, formatFor(context, store))
        }
      }
    },

    'register:import-end': async (importId) => {
      const found = held(importId, false)
      if ('ok' in found) return found
      const { run, store } = found
      const words = wordsFor(store)
      await run.end()
      found.isOver = true
      const format = formatFor(context, store)
      const malformed = run.faults().map(({ lineNumber, fault }) => ({ lineNumber, why: words.lineFault(fault) }))
      const full = words.tooManyReportLines(format.number(String(MOST_REPORT_LINES)))
      return {
        ok: true,
        answer: {
          checkId: keep(context, store.locationId, 'report', run.fingerprint(), run.tally)?.checkId ?? null,
          summary: summaryInWords(run.tally.counts(), format),
          malformed,
          problem: run.isFull() ? full : null,
          note: run.isByDay() ? words.comparedByDay : null
        }
      }
    },

    'register:import-cancel': (importId) => {
      drop(importId)
      return { ok: true, answer: null }
    },

    'register:import-lines': (importId, from, count) => {
      const found = held(importId, true)
      if ('ok' in found) return found
      const lines = found.run.tally.lines()
      const some = lines.slice(from, from + Math.min(count, MOST_LINES_OF_A_PAGE))
      return {
        ok: true,
        answer: { lines: some.map((line) => inWords(context, found.store, line)), total: lines.length }
      }
    },

    'register:forget-check': (checkId) => {
      records.register.forgetCheck(checkId)
      return { ok: true, answer: null }
    },

    'register:score': () => ({ ok: true, answer: scoreOf(context) }),

    'register:sample-now': async () => {
      const run = await context.sampleNow()
      if (run !== null) return { ok: true, answer: sampleInWords(context, run) }
      const { sampleNobody } = registerWordsOf(context.settings.language ?? 'en')
      return { ok: false, code: 'unavailable', field: null, message: sampleNobody }
    }
  }
}
