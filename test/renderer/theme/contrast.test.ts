import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contrastPairsOf } from '../../../src/domain/theme/custom-theme.ts'
import { THEME_COLOURS } from '../../../src/domain/theme/theme-tokens.ts'

const css = readFileSync(join(import.meta.dirname, '../../../src/renderer/theme/tokens.css'), 'utf8')

/** Token pairs that stand on each other on a board, with the least contrast in dark and light, and in high contrast. */
const PAIRS: readonly (readonly [ink: string, ground: string, least: number, leastInContrast: number])[] = [
  ['ink', 'ground', 7, 7],
  ['ink-2', 'ground', 7, 7],
  ['ink-3', 'ground', 4.5, 7],
  ['ink', 'raised', 7, 7],
  ['ink-2', 'raised', 7, 7],
  ['rail-ink', 'rail', 7, 7],
  ['rail-ink-2', 'rail', 7, 7],
  ['rail', 'ground', 3, 3],
  ['ticket-ink', 'ticket', 7, 7],
  ['store-ink', 'store', 4.5, 7],
  ['strain-ink', 'strain-i', 4.5, 7],
  ['strain-ink', 'strain-s', 4.5, 7],
  ['strain-ink', 'strain-h', 4.5, 7],
  ['strain-ink', 'strain-c', 4.5, 7],
  ['strain-i', 'ground', 4.5, 4.5],
  ['strain-s', 'ground', 4.5, 4.5],
  ['strain-h', 'ground', 4.5, 4.5],
  ['strain-c', 'ground', 4.5, 4.5],
  ['alert-ink', 'alert', 4.5, 7],
  ['alert', 'ground', 4.5, 7],
  ['focus', 'ground', 3, 3]
]

function tokensOf(theme: string): Map<string, string> {
  const body = new RegExp(`\\[data-theme='${theme}'\\]\\s*{([^}]*)}`).exec(css)?.[1] ?? ''
  return new Map([...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', hex = '']) => [name, hex]))
}

/** Relative luminance after WCAG 2. */
function luminanceOf(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrastOf(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

describe.each(['dark', 'light', 'contrast'] as const)('the %s theme', (theme) => {
  const tokens = tokensOf(theme)

  it.each(PAIRS)('keeps %s on %s apart', (ink, ground, least, leastInContrast) => {
    const contrast = contrastOf(tokens.get(ink) ?? '', tokens.get(ground) ?? '')
    expect(contrast).toBeGreaterThanOrEqual(theme === 'contrast' ? leastInContrast : least)
  })

  it('is the one that custom themes are checked on, and keeps every floor that they must keep', () => {
    expect(Object.fromEntries(tokens)).toEqual(THEME_COLOURS[theme])
    const pairs = contrastPairsOf(theme)
    expect(pairs.map(({ ink, ground }) => `${ink} ${ground}`).toSorted()).toEqual(
      PAIRS.map(([ink, ground]) => `${ink} ${ground}`).toSorted()
    )
    for (const { ink, ground, least } of pairs)
      expect([ink, ground, contrastOf(tokens.get(ink) ?? '', tokens.get(ground) ?? '') >= least]).toEqual([
        ink,
        ground,
        true
      ])
  })

  it('has the same names as the others', () => {
    expect([...tokens.keys()].toSorted()).toEqual([...tokensOf('dark').keys()].toSorted())
  })
})
