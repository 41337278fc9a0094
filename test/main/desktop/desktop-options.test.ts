import { describe, expect, it } from 'vitest'
import { readDesktopOptions } from '../../../src/main/desktop/desktop-options.ts'

describe('the options of the desktop app', () => {
  it('cover the displays unless ordinary windows are asked for', () => {
    expect(readDesktopOptions(['electron', '.', '--no-sandbox'])).toEqual({
      options: { demo: false, ordinaryWindows: null, kiosk: false },
      problem: null
    })
    expect(readDesktopOptions(['--demo', '--windowed']).options).toMatchObject({ demo: true, ordinaryWindows: 1 })
    expect(readDesktopOptions(['--windowed', '--windows=3']).options.ordinaryWindows).toBe(3)
    expect(readDesktopOptions(['--windows=2']).options.ordinaryWindows).toBe(2)
  })

  it('name what is wrong, and open one window', () => {
    for (const wrong of ['--windows=', '--windows=0', '--windows=99', '--windows=two']) {
      const { options, problem } = readDesktopOptions([wrong])
      expect(options.ordinaryWindows).toBe(1)
      expect(problem).toMatch(/^--windows: /)
    }
  })
})
