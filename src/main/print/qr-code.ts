import { correction, generate } from 'lean-qr'
import type { QrCode } from '../../shared/manager/print.ts'

/** Light modules that a code needs around it. */
export const QUIET_MODULES = 4

/** A code that opens an address: it is read with up to 15% of it covered. */
export function qrCodeOf(url: string): QrCode {
  const bitmap = generate(url, { minCorrectionLevel: correction.M })
  const indices = Array.from({ length: bitmap.size }, (_, index) => index)
  return { rows: indices.map((y) => indices.map((x) => (bitmap.get(x, y) ? '1' : '0')).join('')) }
}
