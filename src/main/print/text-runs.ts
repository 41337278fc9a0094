import type { PrintFace } from '../../shared/manager/print.ts'
import { FALLBACK_FONTS, fontFileOf, type FontName } from './font-files.ts'

/** A part of a text that one font has all letters of. */
export interface TextRun {
  readonly font: FontName
  readonly text: string
}

const FACES: Readonly<Record<PrintFace, FontName>> = {
  text: 'archivo-text',
  strong: 'archivo-strong',
  display: 'archivo-display'
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
/** Says how to draw what stands before it, or joins pictures to one that no font of ours has whole. */
const MODIFIERS = /\u200c|\u200d|[\ufe00-\ufe0f]|[\u{e0020}-\u{e007f}]/gu
/** Controls, and marks of direction: here each line is put in order whole. */
const CONTROLS = /[\p{Cc}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu
const SPACES = /[\u2000-\u200a\u202f\u205f\u3000]/gu
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}]/u

/** A text in the letters that there are: what no font has is left out, and `isWhole` says whether anything was. */
export function printableOf(text: string): { readonly text: string; readonly isWhole: boolean } {
  const plain = text
    .normalize('NFC')
    .replaceAll(/[\t\n\r]+/g, ' ')
    .replaceAll(SPACES, '\u00a0')
    .replaceAll(CONTROLS, '')
  if (hasAllOf('archivo-text', plain)) return { text: plain, isWhole: true }
  let isWhole = true
  let kept = ''
  for (const { segment } of graphemes.segment(plain)) {
    const font = fontOf(segment, 'archivo-text')
    if (font !== null) kept += segment
    else isWhole = false
  }
  return { text: isWhole ? kept : kept.replaceAll(/ {2,}/g, ' ').trim(), isWhole }
}

/** A text in runs, from left to right as they stand on the page. */
export function textRunsOf(text: string, face: PrintFace): readonly TextRun[] {
  if (hasAllOf(FACES[face], text)) return [{ font: FACES[face], text }]
  const runs: { font: FontName; text: string }[] = []
  for (const { segment } of graphemes.segment(text)) {
    const font = fontOf(segment, FACES[face])
    if (font === null) continue
    const shown =
      font.startsWith('archivo') || font === 'noto-sans-arabic' ? segment : segment.replaceAll(MODIFIERS, '')
    const last = runs.at(-1)
    if (last?.font === font) last.text += shown
    else runs.push({ font, text: shown })
  }
  return inReadingOrder(runs)
}

/** Nearly every text is of one font. */
function hasAllOf(font: FontName, text: string): boolean {
  const { codePoints } = fontFileOf(font)
  for (let index = 0; index < text.length; index += 1) if (!codePoints.has(text.charCodeAt(index))) return false
  return true
}

/** Archivo where it can, else the first font that has all of the letter. */
function fontOf(segment: string, first: FontName): FontName | null {
  const points = [...segment.replaceAll(MODIFIERS, '')].map((letter) => letter.codePointAt(0) ?? 0)
  if (points.length === 0) return first
  const hasAll = (name: FontName): boolean => points.every((point) => fontFileOf(name).codePoints.has(point))
  if (hasAll(first)) return first
  return FALLBACK_FONTS.find(hasAll) ?? null
}

/** Words that run from right to left stand in that order; the spaces between them go along. */
function inReadingOrder(runs: readonly TextRun[]): readonly TextRun[] {
  const ordered: TextRun[] = []
  let index = 0
  while (index < runs.length) {
    let end = index
    for (let at = index; at < runs.length; at += 1) {
      const run = runs[at]
      if (run === undefined) break
      if (RIGHT_TO_LEFT.test(run.text)) end = at + 1
      else if (run.text.trim() !== '' || end === index) break
    }
    if (end === index) end += 1
    ordered.push(...runs.slice(index, end).toReversed())
    index = end
  }
  return ordered
}
