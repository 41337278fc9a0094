import { describe, expect, it } from 'vitest'
import { problemLineOf } from '../../../src/domain/health/problem-details.ts'
import { contrastPairsOf, type CustomTheme, themeFaultsOf } from '../../../src/domain/theme/custom-theme.ts'
import { THEME_COLOURS } from '../../../src/domain/theme/theme-tokens.ts'
import { isYellow } from '../../../src/domain/theme/yellow.ts'

/** Each fault as the manager is told it. */
function faultWordsOf(theme: CustomTheme): readonly string[] {
  return themeFaultsOf(theme).map((fault) => {
    const faults = { kind: 'colours', faults: [fault] } as const
    const line = problemLineOf({ code: 'theme-refused', file: 'a.json', shows: theme.base, fault: faults })
    return line.slice(line.indexOf(': ') + 2)
  })
}

const BASES = ['dark', 'light', 'contrast'] as const

describe('a custom theme', () => {
  it.each(BASES)('that changes nothing of %s is sound', (base) => {
    expect(themeFaultsOf({ base, tokens: {} })).toEqual([])
    const { ticket: _ticket, 'ticket-ink': _ink, ...same } = THEME_COLOURS[base]
    expect(themeFaultsOf({ base, tokens: same })).toEqual([])
  })

  it('names each pair that is too close, with what was measured and what is needed', () => {
    expect(faultWordsOf({ base: 'dark', tokens: { 'ink-3': '#505a54' } })).toEqual([
      'ink-3 on ground has a contrast of 2.61 and needs 4.50'
    ])
  })

  it('is measured as a whole: a ground that is too light is too close to all that stands on it', () => {
    const faults = faultWordsOf({ base: 'dark', tokens: { ground: '#77827c' } })
    expect(faults.length).toBeGreaterThan(5)
    expect(faults.some((fault) => fault.startsWith('ink on ground '))).toBe(true)
  })

  it('needs more on high contrast than on dark', () => {
    const tokens = { 'ink-2': '#8f8f8f' }
    expect(themeFaultsOf({ base: 'dark', tokens })).toEqual([])
    expect(faultWordsOf({ base: 'contrast', tokens })).toEqual([
      expect.stringMatching(/^ink-2 on ground has a contrast of 6\.\d\d and needs 7\.00$/),
      expect.stringMatching(/^ink-2 on raised /)
    ])
    expect(contrastPairsOf('contrast').filter(({ least }) => least === 3)).toHaveLength(2)
  })

  it('never rounds a contrast up to its floor', () => {
    // 4.4959 to 1.
    const [fault] = faultWordsOf({ base: 'light', tokens: { store: '#767676', 'store-ink': '#fcfcfc' } })
    expect(fault).toMatch(/^store-ink on store has a contrast of 4\.4\d and needs 4\.50$/)
  })

  it('has no yellow beside the tickets: it would promise a lower price', () => {
    expect(faultWordsOf({ base: 'dark', tokens: { rail: '#ffd21f' } })).toEqual([
      'rail is yellow, which means a lower price'
    ])
    expect(themeFaultsOf({ base: 'dark', tokens: { ink: '#ffe500', 'strain-c': '#f4c400' } })).toHaveLength(2)
    expect(themeFaultsOf({ base: 'dark', tokens: { store: '#ffd21f', 'store-ink': '#000000' } })).toEqual([])
  })
})

describe('yellow', () => {
  it.each(['#ffd21f', '#ffe500', '#f4c400', '#ffea00', '#d4aa00'])('is %s', (hex) => {
    expect(isYellow(hex)).toBe(true)
  })

  it.each(['#ff9d57', '#5fd9a6', '#e8efe3', '#ebf0e4', '#f5efdc', '#7fd13b', '#ffffff', '#000000'])(
    'is not %s',
    (hex) => {
      expect(isYellow(hex)).toBe(false)
    }
  )
})
