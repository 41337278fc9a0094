import { z } from 'zod'
import { isLineQuantity, isQuantityText, MOST_OF_ONE_LINE } from '../../domain/kiosk/line-quantity.ts'

/** As many as a basket of the contract has. */
export const MOST_LINES = 500

const productId = z
  .string('expected a product id')
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'expected a product id')
  .transform((text) => text.toLowerCase())
const quantity = z
  .string('expected a decimal as text, like "3.5"')
  .refine(isQuantityText, { error: 'expected a decimal as text, like "3.5"', abort: true })
  .refine(isLineQuantity, {
    error: `expected more than 0 and at most ${MOST_OF_ONE_LINE}`
  })
const lines = z
  .array(z.object({ productId, quantity }), 'expected a list of lines')
  .min(1, 'expected at least one line')
  .max(MOST_LINES, `expected at most ${MOST_LINES} lines`)

/** What a kiosk's page asks of the engine: one of these by its kind (docs/kiosk.md). */
const KINDS = {
  sheet: z.object({ productId }),
  basket: z.object({
    lines,
    rewardId: z.string('expected text or null').min(1).max(100).nullable().default(null)
  }),
  'hand-over': z.object({ lines })
} as const

export type KioskCall = keyof typeof KINDS
/** What the engine answers; a hand-over is kept by the host. */
export type EngineKioskCall = Exclude<KioskCall, 'hand-over'>
export type KioskRequest<Call extends KioskCall> = z.infer<(typeof KINDS)[Call]>

export type KioskCheck<Call extends KioskCall> =
  | { readonly ok: true; readonly request: KioskRequest<Call> }
  /** `message` starts with the field's name: "lines[2].quantity: ...". */
  | { readonly ok: false; readonly message: string }

/** Checks what a page sends; a page is not believed, not even our own. Names the first field that is wrong. */
export function checkKioskRequest<Call extends KioskCall>(call: Call, body: unknown): KioskCheck<Call> {
  const parsed = KINDS[call].safeParse(body)
  if (parsed.success) return { ok: true, request: parsed.data as KioskRequest<Call> }
  const issue = parsed.error.issues[0]
  const field = (issue?.path ?? []).reduce<string>(
    (path, key) => (typeof key === 'number' ? `${path}[${key}]` : `${path}${path === '' ? '' : '.'}${String(key)}`),
    ''
  )
  return { ok: false, message: `${field === '' ? 'body' : field}: ${issue?.message ?? 'not what a kiosk asks'}` }
}
