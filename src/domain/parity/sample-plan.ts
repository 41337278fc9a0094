import { DAY_MS, dayOfWall, floorMod, HOUR_MS, SECOND_MS } from '../schedule/wall-clock.ts'
import { instantOfWall, wallOfInstant } from '../schedule/zone-offsets.ts'

/** Products that are asked for in one call, side by side in the catalogue. */
export const SAMPLE_BLOCK = 10
/** Calls of a sample. */
export const SAMPLE_BLOCKS = 5
const SAMPLE_FROM_MS = 3 * HOUR_MS

/** FNV-1a: spreads whoever asks, and their days, evenly. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
  return hash
}

/** When the sample of a day is due: between 3 and 4 by the store's clock, at a second of its own for each asker and day. */
export function sampleInstantOf(day: number, timeZone: string, asker: string): number {
  const second = hashOf(`${asker} ${day}`) % 3600
  return instantOfWall(timeZone, day * DAY_MS + SAMPLE_FROM_MS + second * SECOND_MS)
}

/** The first sample after an instant. */
export function nextSampleMs(afterMs: number, timeZone: string, asker: string): number {
  const day = dayOfWall(wallOfInstant(timeZone, afterMs))
  const today = sampleInstantOf(day, timeZone, asker)
  return today > afterMs ? today : sampleInstantOf(day + 1, timeZone, asker)
}

/** What makes a product worth asking for: each kind of price has its share of a sample. */
export type Stratum = 'sale' | 'tiers' | 'group'
const STRATA: readonly Stratum[] = ['sale', 'tiers', 'group']

export interface SampleCatalogue {
  /** Products of the whole catalogue. */
  readonly total: number
  /** Which product stands where in Cova's order, as far as that is known. */
  readonly placeOf: ReadonlyMap<string, number>
  readonly strataOf: ReadonlyMap<string, readonly Stratum[]>
  /** When a product was last asked for; absent: never. */
  readonly sampledAtMs: ReadonlyMap<string, number>
}

/**
 * Where in the catalogue a sample is taken, in products from its start. The block that has waited longest goes first, then
 * for each kind of price the block with it that has waited longest; so every product comes round, and no kind is left out.
 * Where the order of the catalogue is not known, blocks are taken at even distances, another set each day.
 */
export function sampleSkipsOf(catalogue: SampleCatalogue, day: number): readonly number[] {
  const blockCount = Math.ceil(catalogue.total / SAMPLE_BLOCK)
  if (blockCount === 0) return []
  const blocks = blocksOf(catalogue, blockCount)
  const chosen = new Set<number>()
  if (blocks !== null) {
    const waiting = [...blocks].sort((a, b) => a.sampledAtMs - b.sampledAtMs || a.index - b.index)
    const take = (block: Block | undefined): void => void (block !== undefined && chosen.add(block.index))
    take(waiting[0])
    for (const stratum of STRATA) take(waiting.find(({ index, strata }) => !chosen.has(index) && strata.has(stratum)))
    for (const { index } of waiting) if (chosen.size < Math.min(SAMPLE_BLOCKS, blockCount)) chosen.add(index)
  } else {
    const stride = Math.max(1, Math.ceil(blockCount / SAMPLE_BLOCKS))
    for (let nth = 0; nth < SAMPLE_BLOCKS; nth += 1) chosen.add(floorMod(day + nth * stride, blockCount))
  }
  return [...chosen].sort((a, b) => a - b).map((index) => index * SAMPLE_BLOCK)
}

interface Block {
  readonly index: number
  /** When it was last asked for; one without products is never waited for. */
  sampledAtMs: number
  readonly strata: Set<Stratum>
}

/** Null where less than half of the catalogue's order is known. */
function blocksOf({ total, placeOf, strataOf, sampledAtMs }: SampleCatalogue, count: number): readonly Block[] | null {
  if (placeOf.size * 2 < total) return null
  const blocks = Array.from({ length: count }, (_, index): Block => ({
    index,
    sampledAtMs: Infinity,
    strata: new Set()
  }))
  for (const [productId, place] of placeOf) {
    const block = blocks[Math.floor(place / SAMPLE_BLOCK)]
    if (block === undefined) continue
    const atMs = sampledAtMs.get(productId) ?? 0
    // A block is asked for as a whole; what has moved into it since may be of another.
    block.sampledAtMs = block.sampledAtMs === Infinity ? atMs : Math.max(block.sampledAtMs, atMs)
    for (const stratum of strataOf.get(productId) ?? []) block.strata.add(stratum)
  }
  return blocks
}
