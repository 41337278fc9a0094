import { describe, expect, it } from 'vitest'
import { themeInForce, themeVariablesOf } from '../../../src/renderer/theme/theme-in-force.ts'

describe('the theme of a page', () => {
  it("is the screen's, unless its address names another", () => {
    expect(themeInForce('', 'light')).toBe('light')
    expect(themeInForce('?theme=contrast', 'light')).toBe('contrast')
    expect(themeInForce('?theme=neon', 'light')).toBe('light')
  })

  it("carries the store's own colours, unless its address names a built-in one", () => {
    const screen = { themeTokens: { ground: '#0b1220', 'rail-ink': '#000000' } }
    expect(themeVariablesOf('', screen)).toEqual({ '--ground': '#0b1220', '--rail-ink': '#000000' })
    expect(themeVariablesOf('?theme=custom:harbour', screen)).toHaveProperty('--ground')
    expect(themeVariablesOf('?theme=light', screen)).toEqual({})
  })
})
