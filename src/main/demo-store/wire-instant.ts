import { hashOf } from './random.ts'

/**
 * An instant as Cova's services write it: UTC, with two to seven fractional digits (they cut trailing zeros). Digits
 * beyond the millisecond are made up from `salt`; the instant read back to the millisecond is always `ms`.
 */
export function wireInstantOf(ms: number, salt: string): string {
  const text = new Date(ms).toISOString()
  const finer = String(hashOf(`${salt}${ms}`) % 10_000)
    .padStart(4, '0')
    .slice(0, [0, 1, 2, 3, 4, 4, 4][hashOf(salt) % 7])
  const fraction = `${text.slice(20, 23)}${finer}`.replace(/0+$/, '').padEnd(2, '0')
  return `${text.slice(0, 19)}.${fraction}Z`
}

/** An instant as sale dates have it: without a fraction where there is none. */
export function saleDateOf(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z')
}

/** Any instant a client may ask with, any number of fractional digits; without a zone it is UTC. Null if it is none. */
export function msOfInstant(text: string): number | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?$/i.exec(
    text.trim()
  )
  if (match === null) return null
  const time = match[2] === undefined ? '00:00:00' : match[2].padEnd(8, ':00')
  const zone = (match[4] ?? 'Z').toUpperCase()
  const ms = Date.parse(`${match[1]}T${time}.${(match[3] ?? '').slice(0, 3).padEnd(3, '0')}${zone}`)
  return Number.isNaN(ms) ? null : ms
}
