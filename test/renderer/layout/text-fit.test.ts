import { describe, expect, it } from 'vitest'
import {
  fitText,
  fitTextAnyway,
  wrapText,
  type MeasureText,
  type TextStyle
} from '../../../src/renderer/layout/text-fit.ts'

const STYLES: readonly [TextStyle, ...TextStyle[]] = ['name-90', 'name-84', 'name-80']
const measure: MeasureText = (text, style) => text.length * Number(style.slice(-2))

describe('a name', () => {
  it('stays as it is where it fits', () => {
    expect(fitText(measure, 'abcdef', STYLES, 540, 3)).toEqual({ lines: ['abcdef'], style: 'name-90' })
  })

  it('yields in width before it wraps', () => {
    expect(fitText(measure, 'abc def', STYLES, 570, 3)).toEqual({ lines: ['abc def'], style: 'name-80' })
  })

  it('wraps to three lines in the widest width that allows it', () => {
    expect(fitText(measure, 'aaaa bbbb cccc', STYLES, 400, 3)).toEqual({
      lines: ['aaaa', 'bbbb', 'cccc'],
      style: 'name-90'
    })
  })

  it('is refused beyond three lines, so that it gets the full measure', () => {
    expect(fitText(measure, 'aaaa bbbb cccc dddd', STYLES, 400, 3)).toBeNull()
    expect(fitTextAnyway(measure, 'aaaa bbbb cccc dddd', STYLES, 400).lines).toHaveLength(4)
  })

  it('breaks a word that no line holds, and loses no character', () => {
    const lines = wrapText(measure, 'abcdefghij k', 'name-80', 320)
    expect(lines).toEqual(['abcd', 'efgh', 'ij k'])
  })

  it('keeps a number with its unit', () => {
    expect(wrapText(measure, 'grinder, 63 mm', 'name-80', 900)).toEqual(['grinder,', '63 mm'])
    expect(wrapText(measure, 'rolls 3 × 0.5 g', 'name-80', 960)).toEqual(['rolls', '3 × 0.5 g'])
  })

  it('ends even where there is no room at all', () => {
    expect(wrapText(measure, 'ab', 'name-80', -5).join('')).toBe('ab')
  })
})
