import type { KioskContent } from '../../shared/kiosk.ts'
import type { LocationFormat } from '../display/location-format.ts'

/** Where the scale of THC and CBD ends, in per cent; what is above moves it on. */
const SCALE_ENDS = [35, 50, 100] as const
/** A stretch that is narrower is not seen. */
const LEAST_WIDTH = 1.5

interface Range {
  readonly from: number
  readonly to: number
}

/** THC and CBD on one scale, so that they can be compared by eye (art direction, Kiosk). */
export function contentsOf(
  thc: string | null,
  cbd: string | null,
  format: LocationFormat
): { readonly thc: KioskContent | null; readonly cbd: KioskContent | null; readonly scaleEnd: string } {
  const ranges = [thc, cbd].map((text) => (text === null ? null : rangeOf(text)))
  const most = Math.max(0, ...ranges.map((range) => range?.to ?? 0))
  const end = SCALE_ENDS.find((one) => most <= one) ?? 100
  const contentOf = (text: string | null, range: Range | null | undefined): KioskContent | null =>
    text === null
      ? null
      : { text: format.content(text), bar: range === null || range === undefined ? null : barOf(range, end) }
  return { thc: contentOf(thc, ranges[0]), cbd: contentOf(cbd, ranges[1]), scaleEnd: format.content(`${end}%`) }
}

/** "22–26%", "<1%", "19.5%"; null for milligrams and the like. */
function rangeOf(text: string): Range | null {
  if (!text.includes('%')) return null
  const figures = (text.match(/\d+(?:[.,]\d+)?/g) ?? []).map((figure) => Number(figure.replace(',', '.')))
  const [first, last = first] = figures
  if (first === undefined || last === undefined) return null
  return /[<≤]/.test(text) ? { from: 0, to: first } : { from: Math.min(first, last), to: Math.max(first, last) }
}

function barOf({ from, to }: Range, end: number): NonNullable<KioskContent['bar']> {
  const share = (value: number): number => Math.round((Math.min(value, end) / end) * 1000) / 10
  const width = Math.max(LEAST_WIDTH, share(to) - share(from))
  return { from: Math.min(share(from), 100 - width), width: Math.round(width * 10) / 10 }
}
