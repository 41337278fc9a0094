import type { MeasureText, TextStyle } from '../../../src/renderer/layout/text-fit.ts'

/** Cap height of a style in arcminutes, and what stands around its letters, in em (board.css). */
const STYLES: readonly (readonly [prefix: string, capAm: number, paddingEm: number])[] = [
  ['heading', 32, 0],
  ['title', 20, 0],
  ['offer-short', 40, 0],
  ['offer-long', 22, 0],
  ['name', 20, 0],
  ['quantity', 20, 0],
  ['clock', 20, 0],
  ['rail-price', 28, 0],
  ['label-price', 24, 0.42],
  ['ticket', 14, 1.04],
  ['state', 14, 0.77],
  ['best', 14, 0.95],
  ['price-sign', 14, 0.05]
]
const CAP = 0.686

/** Advance in em of Archivo's regular width, by kind of character. */
function advanceEmOf(character: string): number {
  if (/^(?:\p{M}|\u200d|\ufe0f)/u.test(character)) return 0
  if (/^[iljtfrI.,:;'’|!()[\] \u00a0-]/u.test(character)) return 0.29
  if (/^[mwMW@%]/u.test(character)) return 0.86
  if (/^\p{N}/u.test(character)) return 0.58
  if (/^\p{Lu}/u.test(character)) return 0.67
  if (/^\p{Extended_Pictographic}|^\p{Regional_Indicator}/u.test(character)) return 1.25
  return 0.55
}

/** Widths like the board's own font: letters of their own widths, the width axis, weight by style, padding of tags. */
export function archivoMeasure(amPx: number): MeasureText {
  return (text, style) => {
    if (text === '') return 0
    const [, capAm, paddingEm] = STYLES.find(([prefix]) => style.startsWith(prefix)) ?? ['', 14, 0]
    const em = (capAm / CAP) * amPx
    const letters = Array.from(text).reduce((sum, character) => sum + advanceEmOf(character), 0)
    return (letters * stretchOf(style) + paddingEm) * em
  }
}

function stretchOf(style: TextStyle): number {
  const axis = Number(/-(\d+)$/.exec(style)?.[1] ?? 84)
  return 0.42 + 0.58 * (axis / 100)
}
