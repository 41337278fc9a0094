import { describe, expect, it } from 'vitest'
import { pageHolding } from '../../src/renderer/board/page-turn.ts'
import { geometryOf } from '../../src/renderer/layout/geometry.ts'
import { layOutBoard } from '../../src/renderer/layout/pages.ts'
import { manyView } from './fixture-view.ts'
import { fakeMeasure } from './layout/fake-measure.ts'

const geometry = geometryOf(1920, 1080)
const { pages } = layOutBoard(manyView(120), geometry, fakeMeasure(geometry.amPx))

describe('the page on the screen after a patch', () => {
  it('is the one that has what it showed, wherever that has gone', () => {
    expect(pages.length).toBeGreaterThan(4)
    const shown = pages[3]?.productIds ?? []
    expect(pageHolding(pages, shown, 3)).toBe(3)
    expect(pageHolding(pages.slice(1), shown, 3)).toBe(2)
    expect(pageHolding(pages, shown.slice(2), 1)).toBe(3)
  })

  it('is the nearest there is where all it showed has gone', () => {
    expect(pageHolding(pages, ['no longer'], 2)).toBe(2)
    expect(pageHolding(pages.slice(0, 2), ['no longer'], 7)).toBe(1)
    expect(pageHolding([], [], 3)).toBe(0)
  })
})
