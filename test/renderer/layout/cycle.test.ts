import { describe, expect, it } from 'vitest'
import { screenReportSchema } from '../../../src/main/settings/screen-report-schema.ts'
import { cycleOf, dwellMsOf, screenReportOf } from '../../../src/renderer/layout/cycle.ts'
import { geometryOf } from '../../../src/renderer/layout/geometry.ts'
import { layOutBoard } from '../../../src/renderer/layout/pages.ts'
import { manyView, itemOf } from '../fixture-view.ts'
import { fakeMeasure } from './fake-measure.ts'

const pages = (count: number) => Array.from({ length: count }, () => ({ fullness: 0 }))
const twelve = () => 12_000

describe('the dwell of a page', () => {
  it("is the screen's for one that is half full or less, and half as long again for a full one", () => {
    expect([0, 0.5, 0.75, 1, 1.2].map((fullness) => dwellMsOf({ fullness }, 12_000))).toEqual([
      12_000, 12_000, 15_000, 18_000, 18_000
    ])
  })
})

describe('the cycle of a board', () => {
  it('is the sum of its dwells, and needs no advice up to 90 seconds', () => {
    expect(cycleOf(pages(7), twelve, 'standard')).toEqual({ seconds: 84, advice: null })
    expect(cycleOf([], twelve, 'standard')).toEqual({ seconds: 0, advice: null })
  })

  it('beyond that says how many more screens would bring it under, or the dense level if that is enough', () => {
    expect(cycleOf(pages(10), twelve, 'standard')).toEqual({
      seconds: 120,
      advice: { screensMore: 1, orLevel: 'dense' }
    })
    expect(cycleOf(pages(10), twelve, 'dense').advice).toEqual({ screensMore: 1, orLevel: null })
    expect(cycleOf(pages(24), twelve, 'standard')).toEqual({ seconds: 288, advice: { screensMore: 3, orLevel: null } })
  })

  it('of one page that stays long is no cause for advice', () => {
    expect(cycleOf(pages(1), () => 200_000, 'standard').advice).toBeNull()
  })
})

describe('what the host is told of a board', () => {
  const paged = (...onPages: readonly (readonly string[])[]) => ({
    pages: onPages.map((classes, page) => ({ productIds: classes.map((name, at) => `${name} ${page}.${at}`) })),
    items: onPages.flatMap((classes, page) =>
      classes.map((name, at) => itemOf({ productId: `${name} ${page}.${at}`, name, classification: [name, 'below'] }))
    )
  })
  const setOf = ({ pages: given, items }: ReturnType<typeof paged>): readonly string[] | undefined =>
    screenReportOf(
      cycleOf(given, () => 30_000, 'standard'),
      given,
      items,
      () => 30_000
    ).advice?.orSet

  it('has no advice where its cycle is short', () => {
    const { pages: given, items } = paged(['Flower'], ['Vapes'])
    expect(screenReportOf(cycleOf(given, twelve, 'standard'), given, items, twelve)).toEqual({
      pages: 2,
      seconds: 24,
      advice: null
    })
  })

  it('names the largest classifications that together stay under 90 seconds, in the order of the menu', () => {
    const two = ['Flower', 'Flower']
    expect(setOf(paged(['Edibles'], two, two, ['Vapes'], ['Vapes']))).toEqual(['Edibles', 'Flower'])
    // The largest alone takes too long: the others are offered.
    expect(setOf(paged(two, two, two, two, ['Vapes']))).toEqual(['Vapes'])
  })

  it('counts a page that classifications share, and a page of offers, as whole ones', () => {
    expect(
      setOf(paged(['Edibles', 'Edibles', 'Flower'], ['Edibles', 'Edibles'], ['Edibles', 'Flower'], ['Vapes']))
    ).toEqual(['Edibles', 'Flower'])
    expect(setOf(paged(['Edibles', 'Edibles'], ['Edibles'], ['Vapes'], []))).toEqual(['Edibles'])
  })

  it('names none where there is one classification, or none is short enough', () => {
    expect(setOf(paged(['Flower'], ['Flower'], ['Flower'], ['Flower']))).toEqual([])
    expect(setOf(paged(...Array.from({ length: 8 }, () => ['Flower', 'Vapes'])))).toEqual([])
  })

  it('names no set that a host would not take: of very many classifications, or with a very long name', () => {
    const reportOf = ({ pages: given, items }: ReturnType<typeof paged>, dwellMs: number) =>
      screenReportOf(
        cycleOf(given, () => dwellMs, 'standard'),
        given,
        items,
        () => dwellMs
      )
    const many = paged(...Array.from({ length: 25 }, (_, at) => [`Class ${at}`]))
    expect(reportOf(many, 4000).advice?.orSet).toEqual([])
    const long = paged(['Flower '.repeat(40)], ['Vapes'], ['Edibles'])
    expect(reportOf(long, 40_000).advice?.orSet).toEqual(['Vapes'])
    for (const report of [reportOf(many, 4000), reportOf(long, 40_000)])
      expect(screenReportSchema.safeParse(report).success).toBe(true)
  })

  it('advises what holds: the menu laid out anew with that set takes no longer than 90 seconds', () => {
    const view = manyView(160)
    const screen = geometryOf(1920, 1080)
    const layout = (items: typeof view.items) => layOutBoard({ ...view, items }, screen, fakeMeasure(screen.amPx)).pages
    const all = layout(view.items)
    const report = screenReportOf(cycleOf(all, twelve, 'standard'), all, view.items, twelve)
    const chosen = new Set(report.advice?.orSet)
    expect(chosen.size).toBeGreaterThan(0)
    const some = layout(view.items.filter(({ classification }) => chosen.has(classification[0] ?? '')))
    expect(some.length).toBeGreaterThan(0)
    expect(cycleOf(some, twelve, 'standard').seconds).toBeLessThanOrEqual(90)
  })
})
