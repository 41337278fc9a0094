import { z } from 'zod'
import { Amount } from '../../domain/money/amount.ts'
import { instantMsOf } from '../http/board-query.ts'

/** A basket for a counter, not a warehouse: beyond these a request is a mistake or an attack. */
const MOST_LINES = 500
const MOST_OF_ONE_LINE = 10_000

const decimalText = z
  .string('expected a decimal as text, like "3.5"')
  .regex(/^\d{1,12}(\.\d{1,6})?$/, { error: 'expected a decimal as text, like "3.5"', abort: true })

const basketRequest = z.object({
  locationId: z.int('expected an integer'),
  at: z
    .string('expected an ISO 8601 instant')
    .refine((text) => instantMsOf(text) !== null, 'expected an ISO 8601 instant')
    .optional(),
  customer: z
    .object({
      medical: z.boolean('expected true or false'),
      groupId: z.int('expected an integer or null').nullable()
    })
    .optional(),
  reward: z.object({ rewardId: z.string('expected text').min(1) }).optional(),
  lines: z
    .array(
      z.object({
        productId: z
          .string('expected a product id')
          .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'expected a product id'),
        quantity: decimalText.refine(
          (text) => {
            const quantity = new Amount(text)
            return quantity.gt(0) && quantity.lte(MOST_OF_ONE_LINE)
          },
          { error: `expected more than 0 and at most ${MOST_OF_ONE_LINE}`, abort: true }
        )
      }),
      'expected a list of lines'
    )
    .min(1, 'expected at least one line')
    .max(MOST_LINES, `expected at most ${MOST_LINES} lines`)
})

export type CheckedBasketRequest = z.infer<typeof basketRequest>

export type BasketRequestCheck =
  | { readonly ok: true; readonly request: CheckedBasketRequest }
  /** `message` starts with the field's name: "lines[2].quantity: ...". */
  | { readonly ok: false; readonly message: string }

/** Checks a request body (contract, PricedBasket). Names the first field that is wrong. */
export function checkBasketRequest(body: unknown): BasketRequestCheck {
  const parsed = basketRequest.safeParse(body)
  if (parsed.success) return { ok: true, request: parsed.data }
  const issue = parsed.error.issues[0]
  const field = (issue?.path ?? []).reduce<string>(
    (path, key) => (typeof key === 'number' ? `${path}[${key}]` : `${path}${path === '' ? '' : '.'}${String(key)}`),
    ''
  )
  return { ok: false, message: `${field === '' ? 'body' : field}: ${issue?.message ?? 'not a basket'}` }
}
