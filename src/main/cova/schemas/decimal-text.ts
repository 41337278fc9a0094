/** Largest amount taken at face value: up to 15 significant digits a JSON number survives `String()` exactly. */
export const AMOUNT_LIMIT = 1e15

/**
 * A finite JSON number as a plain decimal string ("24.29", "0.0000001"), never in exponent form.
 * Contract: "JSON numbers of up to 15 significant digits come through String() exact".
 */
export function decimalTextOf(value: number): string {
  const text = String(value)
  const size = Math.abs(value)
  // String() turns to exponents only outside of this range.
  if (size === 0 || (size >= 1e-6 && size < 1e21)) return text
  const [mantissa = '', exponentText = '0'] = text.split('e')
  const sign = mantissa.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.')
  const digits = whole + fraction
  const point = whole.length + Number(exponentText)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return sign + digits.padEnd(point, '0')
}
