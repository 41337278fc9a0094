/** What a call is answered with, before faults. */
export interface Reply {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** Cova's services word their errors in two ways. */
export function messageReply(status: number, message: string): Reply {
  return { status, body: { Message: message } }
}

export function statusCodeReply(status: number, message: string): Reply {
  return { status, body: { statusCode: status, message } }
}

export interface Paging {
  readonly cap: number
  /** How many entries of the page before a later page repeats. */
  readonly overlap: number
}

/** One page; past the end it is empty. */
export function pageOf<T>(entries: readonly T[], skip: number, top: number, paging: Paging): readonly T[] {
  if (skip >= entries.length) return []
  return entries.slice(skip === 0 ? 0 : Math.max(0, skip - paging.overlap), skip + Math.min(top, paging.cap))
}
