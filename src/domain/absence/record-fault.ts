/** What can be wrong with one field of a record. */
export type FieldFault =
  | 'missing'
  | 'empty'
  | 'wrong-kind'
  | 'negative'
  | 'too-large'
  | 'not-known'
  /** It names another store or product than the list it came in. */
  | 'elsewhere'
  | 'twice'

/** What is wrong with a record, as far as its reason tells it apart; `other` has to be quoted. */
export type RecordFault =
  | { readonly kind: FieldFault; readonly field: string }
  /** An entry of the company tree: too far down, or one too many. */
  | { readonly kind: 'too-deep' | 'too-many' | 'other' }

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
  if (what === undefined || field === undefined || field === '') {
    if (reason.startsWith('nested deeper')) return { kind: 'too-deep' }
    return { kind: /^more than \d+ nodes/.test(reason) ? 'too-many' : 'other' }
  }
  if (/^no SalePrice$|^neither SalePrice/.test(what)) return { kind: 'missing', field: 'SalePrice' }
  if (what === 'the record has no TierId') return { kind: 'missing', field: 'TierId' }
  if (/it is missing|received null|received neither|the record has a TierId/.test(what))
    return { kind: 'missing', field }
  if (what.startsWith('is empty')) return { kind: 'empty', field }
  if (/^must (?:not be negative|be above 0)/.test(what)) return { kind: 'negative', field }
  if (/^expected (?:one of|option)|^not an? /.test(what)) return { kind: 'not-known', field }
  if (/^too large|^expected number to be </.test(what)) return { kind: 'too-large', field }
  if (/ in the list of /.test(what)) return { kind: 'elsewhere', field }
  if (what.endsWith('appears twice')) return { kind: 'twice', field }
  return /^expected .*received /.test(what) ? { kind: 'wrong-kind', field } : { kind: 'other' }
}

/** Reads the reason of a schedule that cannot be followed (domain/schedule, parseSchedule). */
export function scheduleFaultOf(reason: string): ScheduleFault {
  if (reason.includes('unknown time zone')) return 'zone'
  if (/DTEND|DURATION/.test(reason)) return 'end'
  if (/RRULE|EXRULE|RDATE|EXDATE|COUNT/.test(reason)) return 'repetition'
  return reason.includes('DTSTART') ? 'start' : 'other'
}
