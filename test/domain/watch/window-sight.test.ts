import { describe, expect, it } from 'vitest'
import type { Seen } from '../../../src/domain/watch/recovery-steps.ts'
import { newWatchClock, watchedUntil } from '../../../src/domain/watch/watch-clock.ts'
import { newSight, seenOf, type Sight } from '../../../src/domain/watch/window-sight.ts'
import type { PaintedState } from '../../../src/shared/painted-proof.ts'

const LOOK_MS = 2000

interface Look {
  /** Null for a picture without a strip; left out, the system gives no picture. */
  readonly state?: PaintedState | null
  readonly hash?: number
  readonly handed?: number | null
  readonly still?: boolean
  readonly oneColour?: boolean | null
}

/** What is seen over looks two seconds apart. */
function sights(looks: readonly Look[]): readonly Seen[] {
  let memory = newSight(0)
  let frame = 0
  return looks.map(({ state, hash = 7, handed = 7, still = false, oneColour = false }, at) => {
    if (!still) frame = (frame + 2) % 256
    const proof = state === null || state === undefined ? null : { state, snapshotHash: hash, frame }
    const sight: Sight = state === undefined ? { kind: 'none' } : { kind: 'picture', proof, isOneColour: oneColour }
    const result = seenOf(memory, sight, handed, at * LOOK_MS)
    memory = result.memory
    return result.seen
  })
}

const WELL: Seen = { kind: 'well' }
const last = (looks: readonly Look[]): Seen | undefined => sights(looks).at(-1)
const times = (count: number, look: Look): readonly Look[] => Array.from({ length: count }, () => look)
const faulty = (fault: string): unknown => ({ kind: 'faulty', fault })

describe('what a look says of a window', () => {
  it.each<PaintedState>(['board', 'kiosk', 'dark', 'kept', 'setup', 'pairing'])('is well with %s', (state) => {
    expect(sights(times(20, { state }))).toEqual(times(20, {}).map(() => WELL))
  })

  it('is nothing yet while a page loads: fifteen seconds, or eight where that is to mend it', () => {
    const noProof: Sight = { kind: 'picture', proof: null, isOneColour: false }
    const kindAt = (isMending: boolean, atMs: number): string =>
      seenOf(newSight(0, isMending), noProof, null, atMs).seen.kind
    expect([14_999, 15_000].map((atMs) => kindAt(false, atMs))).toEqual(['unknown', 'faulty'])
    expect([7999, 8000].map((atMs) => kindAt(true, atMs))).toEqual(['unknown', 'faulty'])
  })

  it('is a stand-still once frames have not moved for four seconds', () => {
    const looks = [{ state: 'board' }, ...times(3, { state: 'board', still: true })] as const
    expect(sights(looks)).toEqual([WELL, WELL, faulty('still'), faulty('still')])
    expect(last([...looks, { state: 'board' }])).toEqual(WELL)
  })

  it('is one colour where the picture is, unless the screen is off', () => {
    expect(last([{ state: 'board' }, { state: 'board', oneColour: true }])).toEqual(faulty('one-colour'))
    expect(last([{ state: 'dark' }, { state: 'dark', oneColour: true }])).toEqual(WELL)
    // Nobody looked at the whole of it the next time: it is as it was.
    expect(
      last([{ state: 'board' }, { state: 'board', oneColour: true }, { state: 'board', oneColour: null }])
    ).toEqual(faulty('one-colour'))
  })

  it('is nothing yet while a page loads, and a fault when it takes too long', () => {
    expect(last(times(7, { state: null, oneColour: true }))).toEqual({ kind: 'unknown' })
    expect(last(times(9, { state: null }))).toEqual(faulty('no-proof'))
    expect(last(times(9, { state: 'empty' }))).toEqual(faulty('empty'))
    // Once it has proved itself it no longer loads.
    expect(last([{ state: 'connecting' }, { state: null }])).toEqual(faulty('no-proof'))
    expect(last([{ state: 'connecting' }, { state: 'empty' }])).toEqual(faulty('empty'))
  })

  it('is an old board where the page stays behind what it was given, and not where it follows', () => {
    expect(last(times(5, { state: 'board', hash: 1, handed: 2 }))).toEqual(faulty('old-board'))
    expect(last(times(4, { state: 'board', hash: 1, handed: 2 }))).toEqual(WELL)
    // Behind, but another one at each look: prices change faster than they are drawn.
    const follows = Array.from({ length: 30 }, (_, at): Look => ({ state: 'board', hash: at, handed: at + 1 }))
    expect(last(follows)).toEqual(WELL)
    // What is given changes all the time, and nothing of it is drawn.
    const stuck = Array.from({ length: 30 }, (_, at): Look => ({ state: 'board', hash: 1, handed: at + 2 }))
    expect(last(stuck)).toEqual(faulty('old-board'))
    expect(last(times(6, { state: 'connecting', handed: 2 }))).toEqual(faulty('old-board'))
    expect(last(times(60, { state: 'connecting', handed: null }))).toEqual(WELL)
    // The page says itself that the newest cannot be laid out.
    expect(last(times(60, { state: 'kept', hash: 1, handed: 2 }))).toEqual(WELL)
  })

  it('says where the system gives no picture', () => {
    expect(last([{ state: 'board' }, {}])).toEqual(faulty('no-picture'))
  })
})

describe("a watch's own time", () => {
  it('stands while its process was stopped or the clock went back', () => {
    let clock = newWatchClock(1000)
    clock = watchedUntil(clock, 3000, LOOK_MS)
    expect(clock.watchedMs).toBe(2000)
    clock = watchedUntil(clock, 600_000, LOOK_MS)
    expect(clock.watchedMs).toBe(5000)
    clock = watchedUntil(clock, 100, LOOK_MS)
    expect(clock.watchedMs).toBe(5000)
    expect(watchedUntil(clock, 1100, LOOK_MS).watchedMs).toBe(6000)
  })
})
