import { describe, expect, it } from 'vitest'
import {
  displayWordsOf,
  type MachineDisplay,
  planOrdinaryWindows,
  planWindows,
  windowsKept
} from '../../../src/main/desktop/window-plan.ts'
import { defaultDisplays, displaysSchema } from '../../../src/main/settings/display-settings.ts'
import type { DisplaySettings } from '../../../src/shared/display-settings.ts'

function display(id: number, x: number, changes: Partial<MachineDisplay> = {}): MachineDisplay {
  return { id, label: 'SAMSUNG', bounds: { x, y: 0, width: 1920, height: 1080 }, isPrimary: x === 0, ...changes }
}

function settings(given: unknown): DisplaySettings {
  return displaysSchema.parse(given)
}

const left = display(1, 0)
const right = display(2, 1920)

describe('the windows of a machine', () => {
  it('are one a display, named from left to right, and show one menu', () => {
    const plan = planWindows([right, left], defaultDisplays)
    expect(plan.map((window) => [window.display?.id, window.part.screen, window.part.board, window.isFirst])).toEqual([
      [1, 'display 1', 'displays', true],
      [2, 'display 2', 'displays', false]
    ])
  })

  it('with one display show all of it, and share with nobody', () => {
    expect(planWindows([left], defaultDisplays)).toEqual([
      { display: left, part: { screen: 'display 1', board: null, setAs: null, locationId: null }, isFirst: true }
    ])
    expect(planWindows([], defaultDisplays)).toEqual([])
  })

  it('are read from top to bottom where they hang one over the other, and have two digits from ten on', () => {
    const over = display(3, 0, { bounds: { x: 0, y: -1080, width: 1920, height: 1080 }, isPrimary: false })
    expect(planWindows([left, right, over], defaultDisplays).map((window) => window.display?.id)).toEqual([3, 1, 2])
    const ten = Array.from({ length: 10 }, (_, index) => display(index, index * 1920))
    const names = planWindows(ten, defaultDisplays).map(({ part }) => part.screen)
    expect(names).toEqual([...names].toSorted())
    expect([names[0], names[9]]).toEqual(['display 01', 'display 10'])
  })

  it('are one for displays that mirror each other', () => {
    expect(planWindows([left, display(9, 0)], defaultDisplays).length).toBe(1)
  })

  it('have one on a primary display that another mirrors, whichever the system names first', () => {
    const mirror = display(9, 0, { isPrimary: false })
    for (const displays of [
      [left, mirror, right],
      [mirror, left, right]
    ]) {
      const plan = planWindows(displays, { ...defaultDisplays, mode: 'first-only' })
      expect(plan.map((window) => window.display)).toEqual([left])
    }
  })

  it('can be told by their displays, in the words that the settings name them by', () => {
    expect(displayWordsOf([right, left, display(9, 0, { label: '' })])).toBe(
      '"SAMSUNG" 1920 x 1080 at 0, 0; "SAMSUNG" 1920 x 1080 at 1920, 0'
    )
  })

  it('are on the primary display alone where the settings say so', () => {
    const plan = planWindows([display(1, 0, { isPrimary: false }), display(2, 1920, { isPrimary: true })], {
      mode: 'first-only',
      known: []
    })
    expect(plan.map((window) => [window.display?.id, window.part.board])).toEqual([[2, null]])
  })

  it('are set by what the settings know of a display, each entry of one: the first that has all it names', () => {
    const known = settings({
      known: [
        { label: 'DELL', board: false },
        { x: 1920, screen: 'bar' },
        { label: 'SAMSUNG', screen: 'wall' },
        { label: 'SAMSUNG', locationId: 110502 },
        { label: 'PHILIPS', board: false }
      ]
    })
    const desk = display(5, 5760, { label: 'DELL' })
    const far = display(3, 3840)
    expect(
      planWindows([desk, far, left, right], known).map((window) => [
        window.display?.id,
        window.part.setAs,
        window.part.locationId
      ])
    ).toEqual([
      [1, 'wall', null],
      [2, 'bar', null],
      [3, null, 110502]
    ])
  })

  it('of an entry with a word that no display has are none: the settings are refused', () => {
    expect(displaysSchema.safeParse({ known: [{ lable: 'DELL', board: false }] }).success).toBe(false)
  })

  it('are ordinary ones for trying, as many as are asked for', () => {
    expect(planOrdinaryWindows(1).map(({ part }) => part.board)).toEqual([null])
    expect(planOrdinaryWindows(2).map(({ part, isFirst }) => [part.screen, part.board, isFirst])).toEqual([
      ['display 1', 'displays', true],
      ['display 2', 'displays', false]
    ])
  })
})

describe('an open window', () => {
  const opened = (displays: readonly MachineDisplay[]) =>
    planWindows(displays, defaultDisplays).map((plan) => ({ plan }))
  const keptOn = (
    windows: ReturnType<typeof opened>,
    displays: readonly MachineDisplay[]
  ): readonly (number | undefined)[] => {
    const kept = windowsKept(windows, planWindows(displays, defaultDisplays))
    return windows.map((window) => kept.get(window)?.display?.bounds.x)
  }

  it('stays on its display when the other goes, also where the system moves it', () => {
    const moved = display(2, 0)
    expect(keptOn(opened([left, right]), [moved])).toEqual([undefined, 0])
    expect(keptOn(opened([moved]), [left, right])).toEqual([1920])
  })

  it('is told from the one beside it where both displays have one id', () => {
    const twin = display(1, 1920)
    expect(keptOn(opened([left, twin]), [twin, left])).toEqual([0, 1920])
    expect(keptOn(opened([left, twin]), [twin])).toEqual([undefined, 1920])
  })

  it('is recognised by label, size and place where the system gives its display another id', () => {
    expect(keptOn(opened([left, right]), [display(77, 0), display(78, 1920)])).toEqual([0, 1920])
    const other = display(79, 0, { label: 'PHILIPS' })
    expect(keptOn(opened([right]), [other, display(80, 3840)])).toEqual([3840])
  })

  it('without a display is known by its name', () => {
    const windows = planOrdinaryWindows(2).map((plan) => ({ plan }))
    const kept = windowsKept(windows, planOrdinaryWindows(1))
    expect(windows.map((window) => kept.get(window)?.part.screen)).toEqual(['display 1', undefined])
  })
})
