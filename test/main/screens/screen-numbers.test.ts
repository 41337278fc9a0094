import { beforeEach, describe, expect, it } from 'vitest'
import type { DisplayPlace } from '../../../src/main/screens/open-screens.ts'
import {
  createScreenNumbers,
  type NumberedScreen,
  type ScreenNumbers
} from '../../../src/main/screens/screen-numbers.ts'

let nowMs: number
let numbers: { readonly of: (screens: readonly NumberedScreen[]) => readonly number[] }
beforeEach(() => {
  nowMs = 1_000_000
  const created: ScreenNumbers = createScreenNumbers()
  numbers = { of: (screens) => created.of(screens, nowMs) }
})

function browser(id: string, formerId: string | null = null): NumberedScreen {
  return { id, formerId, display: null }
}

function television(window: string, x: number, label = 'SAMSUNG'): NumberedScreen {
  const display: DisplayPlace = { label, bounds: { x, y: 0, width: 1920, height: 1080 } }
  return { id: window, formerId: null, display }
}

describe('the number of a screen', () => {
  it("stays when others go and come back, and is nobody else's meanwhile", () => {
    const [bar, till, door] = [browser('bar'), browser('till'), browser('door')]
    expect(numbers.of([bar, till])).toEqual([1, 2])
    expect(numbers.of([till])).toEqual([2])
    expect(numbers.of([door, till])).toEqual([3, 2])
    expect(numbers.of([bar, door, till])).toEqual([1, 3, 2])
  })

  it("of a browser that has been gone for an hour is the next one's; a display keeps its own", () => {
    const [wall, tab, paired] = [television('window display 1', 0), browser('browser tab'), browser('paired bar')]
    expect(numbers.of([wall, tab, paired])).toEqual([1, 2, 3])
    nowMs += 50 * 60_000
    expect(numbers.of([paired, browser('browser other')])).toEqual([3, 4])
    nowMs += 50 * 60_000
    expect(numbers.of([paired, browser('browser third')])).toEqual([3, 2])
    expect(numbers.of([wall, paired])).toEqual([1, 3])
  })

  it('is that of the page before it said who it is', () => {
    expect(numbers.of([browser('browser page')])).toEqual([1])
    expect(numbers.of([browser('browser tab', 'browser page')])).toEqual([1])
    expect(numbers.of([browser('browser tab', 'browser page after another engine'), browser('other')])).toEqual([1, 2])
  })

  it('goes with a display, whatever its window is called and where the system moves it', () => {
    const [left, right] = [television('window display 1', 0, 'LG'), television('window display 2', 1920)]
    expect(numbers.of([left, right])).toEqual([1, 2])
    // The left one is unplugged: the other is the first from the left now.
    expect(numbers.of([television('window display 1', 0)])).toEqual([2])
    expect(numbers.of([left, right])).toEqual([1, 2])
  })

  it('tells two displays of one make apart by their places', () => {
    const pair = [television('window display 1', 0), television('window display 2', 1920)]
    expect(numbers.of(pair)).toEqual([1, 2])
    expect(numbers.of([television('window display 1', 1920)])).toEqual([2])
    expect(numbers.of(pair)).toEqual([1, 2])
    expect(numbers.of([...pair, television('window display 3', 3840)])).toEqual([1, 2, 3])
  })
})
