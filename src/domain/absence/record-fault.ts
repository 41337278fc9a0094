/** What is wrong with a record, as far as its reason tells it apart; `other` has to be quoted. */
export type RecordFault =
  | { readonly kind: 'missing' | 'empty' | 'wrong-kind' | 'negative' | 'not-known'; readonly field: string }
  | { readonly kind: 'other' }

/** What is wrong with a promotion's schedule. */
export type ScheduleFault = 'start' | 'end' | 'repetition' | 'zone' | 'other'

/** "Prices[2].Price: expected number, received string (and 1 more)" */
const REASON = /^([A-Za-z][\w.[\]]*): (.*)$/s

/** Reads the reason that the quarantine keeps (it names the field first) for somebody who never saw a record. */
export function recordFaultOf(reason: string): RecordFault {
  const [, path, what] = REASON.exec(reason) ?? []
  const field = path
    ?.split('.')
    .at(-1)
    ?.replaceAll(/\[\d+\]/g, '')
  if (what === undefined || field === undefined || field === '') return { kind: 'other' }
  if (/^no SalePrice$|^neither SalePrice/.test(what)) return { kind: 'missing', field: 'SalePrice' }
  if (/it is missing|received null|received neither/.test(what)) return { kind: 'missing', field }
  if (what.startsWith('is empty')) return { kind: 'empty', field }
  if (/^must (?:not be negative|be above 0)/.test(what)) return { kind: 'negative', field }
  if (/^expected (?:one of|option)|^not an? /.test(what)) return { kind: 'not-known', field }
  return /^expected .*received /.test(what) ? { kind: 'wrong-kind', field } : { kind: 'other' }
}

/** Reads the reason of a schedule that cannot be followed (domain/schedule, parseSchedule). */
export function scheduleFaultOf(reason: string): ScheduleFault {
  if (reason.includes('unknown time zone')) return 'zone'
  if (/DTEND|DURATION/.test(reason)) return 'end'
  if (/RRULE|EXRULE|RDATE|EXDATE|COUNT/.test(reason)) return 'repetition'
  return reason.includes('DTSTART') ? 'start' : 'other'
}
