import { describe, expect, it } from 'vitest'
import { themeInForce } from '../../../src/renderer/theme/theme-in-force.ts'

describe('the theme of a page', () => {
  it("is the screen's, unless its address names another", () => {
    expect(themeInForce('', 'light')).toBe('light')
    expect(themeInForce('?theme=contrast', 'light')).toBe('contrast')
    expect(themeInForce('?theme=neon', 'light')).toBe('light')
  })
})
