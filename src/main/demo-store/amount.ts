/**
 * Exact amounts for the demo store: decimal strings, worked on as whole numbers. It shares no code with the
 * domain on purpose - a server that agrees with the client because both have one fault would prove nothing.
 */

const SCALE = 8

function scaledOf(decimal: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d{1,8}))?$/.exec(decimal)
  if (match === null) throw new Error(`not a decimal amount: ${decimal}`)
  const scaled = BigInt(`${match[2]}${(match[3] ?? '').padEnd(SCALE, '0')}`)
  return match[1] === '-' ? -scaled : scaled
}

/** 2429 -> "24.29". */
export function amountOf(cents: number): string {
  return `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
}

/** "24.29" -> 2429; anything finer than a cent is cut off. */
export function centsOf(amount: string): number {
  return Number(scaledOf(amount) / 1_000_000n)
}

/** An amount / a quantity, rounded up to the cent as Cova's hub does: 50.00 / 14 -> "3.58". */
export function unitAmountOf(amount: string, quantity: string): string {
  const dividend = scaledOf(amount) * 100n
  const divisor = scaledOf(quantity)
  return amountOf(Number((dividend + divisor - 1n) / divisor))
}

/** An amount in another store: times a percentage, to the nearest five cents and at least five. */
export function scaledCentsOf(cents: number, percent: number): number {
  return percent === 100 ? cents : Math.max(5, Math.round((cents * percent) / 500) * 5)
}

/** For the wire. Exact for amounts of up to 15 significant digits. */
export function numberOf(decimal: string): number {
  scaledOf(decimal)
  return Number(decimal)
}
