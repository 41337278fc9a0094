import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  newRecovery,
  nextStep,
  type RecoveryState,
  restMsOf,
  type Seen
} from '../../../src/domain/watch/recovery-steps.ts'
import type { RecoveryStep, WindowFault } from '../../../src/shared/recovery.ts'

const LOOK_MS = 2000
const STEPS: readonly RecoveryStep[] = ['repaint', 'reload', 'new-window', 'relaunch']
const FAULTS: readonly WindowFault[] = [
  'crashed',
  'unresponsive',
  'not-loaded',
  'still',
  'one-colour',
  'no-proof',
  'empty',
  'old-board',
  'no-picture'
]
const faulty = (fault: WindowFault): Seen => ({ kind: 'faulty', fault })
const WELL: Seen = { kind: 'well' }

interface Taken {
  readonly step: RecoveryStep
  readonly atMs: number
}

/** What is done over looks two seconds apart. */
function follow(
  looks: readonly Seen[],
  state: RecoveryState = newRecovery(),
  fromMs = 0,
  largest: RecoveryStep = 'relaunch'
): { readonly taken: readonly Taken[]; readonly state: RecoveryState; readonly overs: readonly unknown[] } {
  const taken: Taken[] = []
  const overs: unknown[] = []
  let now = state
  for (const [at, seen] of looks.entries()) {
    const atMs = fromMs + at * LOOK_MS
    const decision = nextStep(now, seen, atMs, largest)
    now = decision.state
    if (decision.step !== null) taken.push({ step: decision.step, atMs })
    if (decision.over !== null) overs.push(decision.over)
  }
  return { taken, state: now, overs }
}

const times = (count: number, seen: Seen): readonly Seen[] => Array.from({ length: count }, () => seen)

describe('the steps of a window that is not well', () => {
  it('go from the smallest that may help to the largest, each given its time', () => {
    expect(follow(times(20, faulty('one-colour'))).taken).toEqual([
      { step: 'repaint', atMs: 2000 },
      { step: 'reload', atMs: 4000 },
      { step: 'new-window', atMs: 12_000 },
      { step: 'relaunch', atMs: 28_000 }
    ])
    expect(follow(times(20, faulty('crashed'))).taken.map(({ step }) => step)).toEqual([
      'reload',
      'new-window',
      'relaunch'
    ])
  })

  it('are told once the window is well: what it was, what mended it, how long it took', () => {
    expect(follow([...times(3, faulty('empty')), WELL, WELL]).overs).toEqual([
      { fault: 'empty', step: 'reload', tookMs: 6000 }
    ])
    // Before any step: it came back by itself.
    expect(follow([faulty('still'), WELL]).overs).toEqual([{ fault: 'still', step: null, tookMs: 2000 }])
  })

  it('go on with the next larger one for a fault that comes back, and begin anew after two minutes of being well', () => {
    const mended = follow([...times(3, faulty('crashed')), WELL])
    const again = follow(times(3, faulty('crashed')), mended.state, 20_000)
    expect(again.taken.map(({ step }) => step)).toEqual(['new-window'])
    const rested = follow(times(62, WELL), mended.state, 20_000)
    expect(follow(times(3, faulty('crashed')), rested.state, 200_000).taken.map(({ step }) => step)).toEqual(['reload'])
  })

  it('leave out what is larger than may be taken now, and rest in place of it', () => {
    const { taken, state } = follow(times(20, faulty('still')), newRecovery(), 0, 'new-window')
    expect(taken.map(({ step }) => step)).toEqual(['reload', 'new-window'])
    expect(state).toMatchObject({ round: 1, taken: null })
    expect(state.restsUntilMs).not.toBeNull()
  })

  it('do nothing about what nobody can see', () => {
    expect(follow(times(500, { kind: 'unknown' })).taken).toEqual([])
    const flicker = Array.from({ length: 500 }, (_, at): Seen => (at % 2 === 0 ? faulty('still') : { kind: 'unknown' }))
    expect(follow(flicker).taken).toEqual([])
  })

  it('never end for good, and never go round faster than their rests', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FAULTS), (fault) => {
        // Six hours without any step that helps.
        const { taken } = follow(times(10_800, faulty(fault)))
        const rounds = taken.filter(({ step }) => step === 'relaunch').map(({ atMs }) => atMs)
        expect(rounds.length).toBeGreaterThan(15)
        for (const [at, atMs] of rounds.entries())
          if (at > 0) expect(atMs - rounds[at - 1]!).toBeGreaterThanOrEqual(restMsOf(at - 1))
        const gaps = taken.map(({ atMs }, at) => (at === 0 ? 0 : atMs - taken[at - 1]!.atMs))
        // Rest, and the longest patience.
        expect(Math.max(...gaps)).toBeLessThanOrEqual(restMsOf(99) + 30_000 * 16)
        expect(rounds.at(-1)).toBeGreaterThan(5 * 60 * 60_000)
      })
    )
  })

  it('hold for whatever is seen: steps only of what is faulty, never smaller ones within a fault, nothing during a rest', () => {
    const seen = fc.oneof(
      fc.constant<Seen>(WELL),
      fc.constant<Seen>({ kind: 'unknown' }),
      fc.constantFrom(...FAULTS).map(faulty)
    )
    const runs = fc.array(fc.tuple(seen, fc.integer({ min: 1, max: 40 })), { maxLength: 60 })
    fc.assert(
      fc.property(runs, fc.constantFrom(...STEPS), (spans, largest) => {
        let state = newRecovery()
        let atMs = 0
        let before: Taken | null = null
        for (const [look, count] of spans)
          for (let index = 0; index < count; index += 1) {
            const decision = nextStep(state, look, atMs, largest)
            if (decision.step !== null) {
              expect(look.kind).toBe('faulty')
              expect(STEPS.indexOf(decision.step)).toBeLessThanOrEqual(STEPS.indexOf(largest))
              if (state.restsUntilMs !== null) expect(atMs).toBeGreaterThanOrEqual(state.restsUntilMs)
              if (before !== null && state.taken !== null)
                expect(STEPS.indexOf(decision.step)).toBeGreaterThan(STEPS.indexOf(before.step))
              before = { step: decision.step, atMs }
            }
            expect(decision.over === null || look.kind === 'well').toBe(true)
            state = decision.state
            atMs += LOOK_MS
          }
      })
    )
  })
})
