import type { PrintFace } from '../../shared/manager/print.ts'

/** The letters that a print is set in, so that a text's width is known before it is drawn. */
export interface Letters {
  /** In points. */
  readonly widthOf: (text: string, face: PrintFace, size: number) => number
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** A text in lines no wider than `width`; a word that is wider is parted between letters. */
export function linesOf(
  text: string,
  width: number,
  face: PrintFace,
  size: number,
  letters: Letters
): readonly string[] {
  const lines: string[] = []
  let line = ''
  const fits = (candidate: string): boolean => letters.widthOf(candidate, face, size) <= width
  for (const word of text.split(/ +/).filter((part) => part !== '')) {
    const joined = line === '' ? word : `${line} ${word}`
    if (fits(joined)) {
      line = joined
      continue
    }
    if (line !== '') lines.push(line)
    line = ''
    for (const { segment } of graphemes.segment(word)) {
      if (line !== '' && !fits(line + segment)) {
        lines.push(line)
        line = ''
      }
      line += segment
    }
  }
  if (line !== '') lines.push(line)
  return lines
}

/** At most so many lines; where there are more, the last one ends in an ellipsis, and `isCut` says so. */
export function firstLinesOf(
  text: string,
  width: number,
  face: PrintFace,
  size: number,
  most: number,
  letters: Letters
): { readonly lines: readonly string[]; readonly isCut: boolean } {
  const lines = linesOf(text, width, face, size, letters)
  if (lines.length <= most) return { lines, isCut: false }
  let last = lines[most - 1] ?? ''
  while (last !== '' && letters.widthOf(`${last}…`, face, size) > width)
    last = [...graphemes.segment(last)]
      .slice(0, -1)
      .map(({ segment }) => segment)
      .join('')
  return { lines: [...lines.slice(0, most - 1), `${last}…`], isCut: true }
}
