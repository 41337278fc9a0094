import { describe, expect, it } from 'vitest'
import { screenProblemsOf, type ShownScreen } from '../../../src/domain/screen/screen-problems.ts'
import type { CycleAdvice } from '../../../src/shared/screen-report.ts'

function screen(changes: Partial<ShownScreen> = {}, advice: Partial<CycleAdvice> | null = {}): ShownScreen {
  return {
    name: 'left',
    locationId: 110501,
    locationName: 'Tern & Timber Regina',
    level: 'standard',
    sharing: { screens: 1, seconds: 330 },
    report: {
      pages: 27,
      seconds: 330,
      advice: advice === null ? null : { screensMore: 3, orLevel: 'dense', orSet: ['Flower'], ...advice }
    },
    ...changes
  }
}

const words = (...screens: readonly ShownScreen[]): readonly string[] =>
  screenProblemsOf(screens).map(({ message }) => message)

describe('a screen that cannot lay out its newest board', () => {
  const report = { pages: 3, seconds: 30, advice: null }

  it('is a problem in words that name screen, store and products', () => {
    const kept = screen({ report: { ...report, unlaid: { keepsLast: true, products: ['Blue Dream', 'Kush'] } } })
    expect(screenProblemsOf([kept])).toMatchObject([
      {
        code: 'board-not-laid-out',
        message:
          'Screen left at Tern & Timber Regina cannot lay out the newest board: the one before it stays, ' +
          'and its prices may be old. New or changed in it: Blue Dream and Kush',
        locationId: 110501
      }
    ])
    expect(words(screen({ report: { ...report, unlaid: { keepsLast: false, products: [] } } }))).toEqual([
      'Screen left at Tern & Timber Regina cannot lay out the newest board: it shows none'
    ])
    expect(words(screen({ report: { ...report, leftOut: ['Kush'] } }))).toEqual([
      'Screen left at Tern & Timber Regina cannot lay out Kush: left out, the rest of the board is as it should be'
    ])
  })
})

describe('a screen whose pages take longer than 90 seconds', () => {
  it('is a problem in words, with every way that would bring it under', () => {
    expect(screenProblemsOf([screen()])).toMatchObject([
      {
        code: 'long-cycle',
        message:
          'Screen left at Tern & Timber Regina: all 27 pages take 330 s. ' +
          '3 more screens, the dense level, or a smaller set such as Flower only would bring it under 90 s',
        locationId: 110501
      }
    ])
  })

  it('is told of the ways that there are, and of no others', () => {
    const start = 'Screen left at Tern & Timber Regina: all 27 pages take 330 s'
    expect(words(screen({}, { screensMore: 1, orLevel: null, orSet: [] }))).toEqual([
      `${start}. 1 more screen would bring it under 90 s`
    ])
    expect(words(screen({}, { orLevel: null, orSet: ['Flower', 'Vapes', 'Oils & capsules'] }))).toEqual([
      `${start}. 3 more screens or a smaller set such as Flower, Vapes, and Oils & capsules only would bring it under 90 s`
    ])
  })

  it('of several that show the board counts by the pages of all of them', () => {
    const moreOf = (seconds: number): string | undefined =>
      words(screen({ sharing: { screens: 2, seconds } }, { screensMore: 3, orLevel: null, orSet: [] }))[0]
    expect(moreOf(500)).toContain('4 more screens would')
    // One part may take long where all of them together do not.
    expect(moreOf(170)).toContain('1 more screen would')
  })

  it('is told once where pages without a name say the same, and its names are never long', () => {
    const nameless = screen({ name: null })
    expect(words(nameless, nameless)).toEqual([expect.stringMatching(/^A screen at Tern & Timber Regina: all 27 /)])
    const long = words(screen({ name: 'x'.repeat(500) }, { orSet: ['y'.repeat(500)] }))[0]
    expect(long!.length).toBeLessThan(300)
  })
})

describe('a screen whose pages take less', () => {
  it('is no problem, and neither is one that has not reported', () => {
    expect(words(screen({}, null), screen({ report: null }))).toEqual([])
  })
})

describe('a screen at the dense level', () => {
  it('is told to be below the standard for reading', () => {
    expect(screenProblemsOf([screen({ level: 'dense', report: null })])).toMatchObject([
      {
        code: 'dense-screen',
        message:
          'Screen left at Tern & Timber Regina is set to the dense level, whose letters are below the standard for reading at its distance',
        locationId: 110501
      }
    ])
  })
})
