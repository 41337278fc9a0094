/** The kinds of field Cova's records are made of. A missing key and null are the same; unknown keys are dropped. */
import { z } from 'zod'
import { AMOUNT_LIMIT, decimalTextOf } from './decimal-text.ts'
import { utcInstantOf } from './utc-instant.ts'

export const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

const orNull = <T>(value: T | null | undefined): T | null => value ?? null

/** A guid, lower-cased: feeds differ in case. */
export const guid = z
  .string()
  .regex(GUID, { error: 'not a guid' })
  .transform((text) => text.toLowerCase())

export const integer = z.int()
export const optionalInteger = integer.nullish().transform(orNull)

/** Longer ones are cut: nobody reads a name of a megabyte, and every page and stream would carry it. */
const LONGEST_NAME = 250
const LONGEST_WORDS = 2000

/** Words as they are kept: those beyond the longest are cut, with a mark that says so. Nothing else of them changes. */
export function keptWords(words: string, longest = LONGEST_NAME): string {
  if (words.length <= longest) return words
  // Without the last character, which the cut may have gone through.
  return `${words.slice(0, longest - 1).replace(/\P{M}\p{M}*$/u, '')}…`
}

export const text = z.string()

/** A name that is shown, and that no rule reads. */
export const name = text.transform((given) => keptWords(given))
export const optionalName = name.nullish().transform(orNull)
export const optionalText = text.nullish().transform(orNull)

/** Words that no rule reads: a number in their place is taken as text. */
export const optionalWords = z
  .union([z.string(), z.number()], { error: 'expected text' })
  .nullish()
  .transform((value) => (value === null || value === undefined ? null : keptWords(String(value), LONGEST_WORDS)))

export const optionalFlag = z.boolean().nullish().transform(orNull)

/** A JSON number that may be an amount: finite and not negative. Stays a number; see `amount`. */
export const amountNumber = z
  .number()
  .min(0, { error: 'must not be negative' })
  .lt(AMOUNT_LIMIT, { error: 'too large to be an amount' })

/** An amount as a decimal string. */
export const amount = amountNumber.transform(decimalTextOf)

/** A quantity in stock as a decimal string; oversold stock is negative. */
export const stockQuantity = z.number().gt(-AMOUNT_LIMIT).lt(AMOUNT_LIMIT).transform(decimalTextOf)

/** An instant as text that can be read; see `utcInstantOf`. */
export const instantText = z.string().refine((value) => utcInstantOf(value) !== null, { error: 'not a date and time' })

export const optionalInstant = instantText
  .nullish()
  .transform((value) => (value === null || value === undefined ? null : utcInstantOf(value)))

export function guidOf(value: unknown): string | null {
  return typeof value === 'string' && GUID.test(value) ? value.toLowerCase() : null
}

export function integerOf(value: unknown): number | null {
  return Number.isSafeInteger(value) ? (value as number) : null
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
