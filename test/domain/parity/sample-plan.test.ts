import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  nextSampleMs,
  SAMPLE_BLOCK,
  SAMPLE_BLOCKS,
  type SampleCatalogue,
  sampleInstantOf,
  sampleSkipsOf,
  type Stratum
} from '../../../src/domain/parity/sample-plan.ts'
import { DAY_MS, dayOfWall, floorMod, HOUR_MS } from '../../../src/domain/schedule/wall-clock.ts'
import { wallOfInstant } from '../../../src/domain/schedule/zone-offsets.ts'

const zones = fc.constantFrom('America/Regina', 'America/Toronto', 'America/St_Johns', 'America/Los_Angeles')

describe('when a sample is due', () => {
  it('between 3 and 4 by the store’s clock, every day once, also when clocks change', () => {
    fc.assert(
      fc.property(zones, fc.integer({ min: 20_000, max: 24_000 }), fc.string(), (zone, day, asker) => {
        const atMs = sampleInstantOf(day, zone, asker)
        const wallMs = wallOfInstant(zone, atMs)
        expect(dayOfWall(wallMs)).toBe(day)
        expect(floorMod(wallMs, DAY_MS)).toBeGreaterThanOrEqual(3 * HOUR_MS)
        expect(floorMod(wallMs, DAY_MS)).toBeLessThan(4 * HOUR_MS)
        expect(nextSampleMs(atMs - 1, zone, asker)).toBe(atMs)
        expect(nextSampleMs(atMs, zone, asker)).toBe(sampleInstantOf(day + 1, zone, asker))
      })
    )
  })

  it('not for everybody at once', () => {
    const seconds = new Set(
      Array.from({ length: 50 }, (_, company) => sampleInstantOf(20_777, 'America/Regina', String(company)))
    )
    expect(seconds.size).toBeGreaterThan(40)
  })
})

/** So many products in order; every tenth is on sale, every seventh has a group. */
function catalogueOf(total: number, sampled: ReadonlyMap<string, number>, isKnown = true): SampleCatalogue {
  const ids = Array.from({ length: total }, (_, place) => `p${place}`)
  return {
    total,
    placeOf: new Map(isKnown ? ids.map((id, place) => [id, place]) : []),
    strataOf: new Map(
      ids.map((id, place) => [
        id,
        [...(place % 310 === 5 ? ['sale'] : []), ...(place % 170 === 3 ? ['group'] : [])] as readonly Stratum[]
      ])
    ),
    sampledAtMs: sampled
  }
}

describe('what a sample is made of', () => {
  it('some fifty products, and of every kind of price while there is one', () => {
    const skips = sampleSkipsOf(catalogueOf(1000, new Map()), 20_777)
    expect(skips).toHaveLength(SAMPLE_BLOCKS)
    const kinds = skips.flatMap((skip) =>
      Array.from(
        { length: SAMPLE_BLOCK },
        (_, at) => catalogueOf(1000, new Map()).strataOf.get(`p${skip + at}`) ?? []
      ).flat()
    )
    expect(new Set(kinds)).toEqual(new Set(['sale', 'group']))
  })

  it.each([
    ['the order of the catalogue is known', true],
    ['it is not', false]
  ])('all of 450 products come round within weeks where %s', (_name, isKnown) => {
    const sampled = new Map<string, number>()
    let nights = 0
    while (sampled.size < 450 && nights < 60) {
      nights += 1
      for (const skip of sampleSkipsOf(catalogueOf(450, sampled, isKnown), 20_000 + nights))
        for (let at = skip; at < Math.min(450, skip + SAMPLE_BLOCK); at += 1) sampled.set(`p${at}`, nights)
    }
    expect(sampled.size).toBe(450)
    expect(nights).toBeLessThanOrEqual(28)
  })

  it('of a handful everything, of nothing nothing', () => {
    expect(sampleSkipsOf(catalogueOf(12, new Map()), 1)).toEqual([0, 10])
    expect(sampleSkipsOf(catalogueOf(0, new Map()), 1)).toEqual([])
  })
})
