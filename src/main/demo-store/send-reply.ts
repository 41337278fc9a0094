import type { ServerResponse } from 'node:http'
import type { DemoFault } from './demo-store.types.ts'
import { faultOf, spoiledBodyOf } from './faults.ts'
import type { Reply } from './reply.ts'

const ERROR_PAGE =
  '<!DOCTYPE html><html><head><title>Service Unavailable</title></head><body><h1>HTTP Error 503</h1></body></html>'

/** Sends a reply with all that is to go wrong with it. Returns the status that was sent, null for none. */
export function sendReply(
  response: ServerResponse,
  reply: Reply,
  faults: readonly DemoFault[],
  nowMs: number
): number | null {
  if (faultOf(faults, 'never-answers') !== undefined) return null
  if (faultOf(faults, 'reset') !== undefined) {
    response.socket?.resetAndDestroy()
    return null
  }
  const wrong = wrongReplyOf(faults)
  const html = faultOf(faults, 'html')
  const { status, body, headers } = wrong ?? reply
  response.statusCode = html === undefined ? status : (html.status ?? 503)
  setDate(response, faults, nowMs)
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value)
  response.setHeader('Content-Type', html === undefined ? 'application/json; charset=utf-8' : 'text/html')

  const text = html === undefined ? textOf(wrong === null ? spoiledBodyOf(body, faults) : body, faults) : ERROR_PAGE
  const bytes = Buffer.from(text)
  response.setHeader('Content-Length', bytes.length)
  const slow = faultOf(faults, 'slow')
  if (faultOf(faults, 'reset-midway') !== undefined) {
    response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket?.resetAndDestroy())
  } else if (slow !== undefined) {
    sendSlowly(response, bytes, slow.bytesPerStep, slow.stepMs)
  } else {
    response.end(bytes)
  }
  return response.statusCode
}

/** The reply that a status fault puts in the place of the right one. */
function wrongReplyOf(faults: readonly DemoFault[]): Reply | null {
  const fault = faultOf(faults, 'status')
  if (fault === undefined) return null
  return {
    status: fault.status,
    body: fault.body ?? { statusCode: fault.status, message: `Scripted ${fault.status}.` },
    headers: fault.retryAfter === undefined ? {} : { 'Retry-After': fault.retryAfter }
  }
}

function textOf(body: unknown, faults: readonly DemoFault[]): string {
  if (faultOf(faults, 'not-json') !== undefined) return 'The service is busy, please try again later.'
  const text = JSON.stringify(body) ?? ''
  return faultOf(faults, 'truncated') === undefined ? text : text.slice(0, Math.floor(text.length / 2))
}

/** Always from the store's own clock, never from the machine's. */
function setDate(response: ServerResponse, faults: readonly DemoFault[], nowMs: number): void {
  const clock = faultOf(faults, 'clock')
  response.sendDate = false
  const date = clock?.header ?? new Date(nowMs + (clock?.offsetMs ?? 0)).toUTCString()
  if (date !== '') response.setHeader('Date', date)
}

function sendSlowly(response: ServerResponse, bytes: Buffer, bytesPerStep: number, stepMs: number): void {
  let sent = 0
  const step = (): void => {
    if (response.destroyed) return
    response.write(bytes.subarray(sent, sent + bytesPerStep))
    sent += bytesPerStep
    if (sent >= bytes.length) response.end()
    else setTimeout(step, stepMs).unref()
  }
  step()
}
