import type { MeasureText, TextStyle } from '../../../src/renderer/layout/text-fit.ts'

const FONT_AM: readonly (readonly [prefix: string, sizeAm: number, paddingAm: number])[] = [
  ['heading', 46.6, 0],
  ['title', 29.2, 0],
  ['offer-short', 58.3, 0],
  ['offer-long', 32.1, 0],
  ['name', 29.2, 0],
  ['quantity', 29.2, 0],
  ['clock', 29.2, 0],
  ['rail-price', 40.8, 0],
  ['label-price', 29.2, 12],
  ['ticket', 20.4, 21],
  ['best', 20.4, 20],
  ['price-sign', 20.4, 1]
]

/** A font of one width a character, so that layout can be tried without a browser. */
export function fakeMeasure(amPx: number): MeasureText {
  return (text, style) => {
    const [, sizeAm, paddingAm] = FONT_AM.find(([prefix]) => style.startsWith(prefix)) ?? ['', 20.4, 0]
    return text === '' ? 0 : (Array.from(text).length * sizeAm * widthOf(style) + paddingAm) * amPx
  }
}

function widthOf(style: TextStyle): number {
  const axis = /-(\d+)$/.exec(style)?.[1]
  return 0.44 * (axis === undefined ? 0.86 : Number(axis) / 100)
}
