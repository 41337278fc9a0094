import type { CounterBasket } from '../../shared/kiosk.ts'
import type { Engine, JsonAnswer, ViewQuery } from '../engine/engine.types.ts'
import type { CodeRead, HandOvers } from './hand-overs.ts'
import { checkKioskRequest, type KioskCall } from './kiosk-request.ts'
import { mergedLines } from './merged-lines.ts'

export type CounterAnswer =
  | { readonly ok: true; readonly basket: CounterBasket }
  | Extract<CodeRead, { readonly ok: false }>

/** What a kiosk's page asks its host, in a window and in a browser alike. */
export function answerKiosk(
  engine: Engine,
  handOvers: HandOvers,
  query: ViewQuery,
  call: KioskCall,
  body: unknown
): Promise<JsonAnswer> {
  switch (call) {
    case 'sheet':
    case 'basket':
      return engine.kiosk(query, call, body)
    case 'hand-over': {
      const checked = checkKioskRequest(call, body)
      if (!checked.ok) return Promise.resolve({ ok: false, status: 400, code: 'bad-request', message: checked.message })
      return Promise.resolve({ ok: true, json: JSON.stringify(handOvers.keep(mergedLines(checked.request.lines))) })
    }
  }
}

/** What stands behind a code that somebody at `peer` typed or scanned. */
export async function answerCounter(
  engine: Engine,
  handOvers: HandOvers,
  text: string,
  peer: string
): Promise<CounterAnswer> {
  const read = handOvers.read(text, peer)
  return read.ok ? { ok: true, basket: await engine.counter(read.lines) } : read
}
