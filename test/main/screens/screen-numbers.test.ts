import { beforeEach, describe, expect, it } from 'vitest'
import type { DisplayPlace } from '../../../src/main/screens/open-screens.ts'
import {
  createScreenNumbers,
  type NumberedScreen,
  type ScreenNumbers
} from '../../../src/main/screens/screen-numbers.ts'

let numbers: ScreenNumbers
beforeEach(() => {
  numbers = createScreenNumbers()
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
