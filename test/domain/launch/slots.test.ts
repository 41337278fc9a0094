import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  emptySlots,
  freeSlotOf,
  isRefused,
  type SlotsState,
  startOf,
  startsUnread,
  trialStartsMost,
  withEmptied,
  withInstalled,
  withoutSlot,
  withoutStart,
  withProven,
  withRefusal,
  withStart,
  withTrial
} from '../../../src/domain/launch/slots.ts'
import { isNewer } from '../../../src/domain/launch/version-order.ts'

const at = (version: string) => ({ version, executable: `/slots/${version}/topshelf` })

/** What can happen to the slots, in the order in which it may. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('update' as const), minor: fc.integer({ min: 0, max: 6 }), board: fc.boolean() }),
  fc.constantFrom({ kind: 'start' as const }, { kind: 'paint' as const }, { kind: 'leave' as const }),
  fc.record({
    kind: fc.constant('refuse' as const),
    reason: fc.constantFrom('not-painted' as const, 'crashed' as const)
  }),
  fc.record({ kind: fc.constant('lose' as const), slot: fc.constantFrom('a' as const, 'b' as const) }),
  fc.record({ kind: fc.constant('damage' as const), slot: fc.constantFrom('a' as const, 'b' as const) }),
  fc.record({ kind: fc.constant('install' as const), minor: fc.integer({ min: 0, max: 6 }) })
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

function after(state: SlotsState, happened: Step): SlotsState {
  switch (happened.kind) {
    case 'update': {
      const slot = freeSlotOf(state)
      if (slot === null) return state
      const begun = withTrial(state, slot, at(`1.${happened.minor}.0`), happened.board)
      return begun.ok ? begun.state : state
    }
    case 'start':
      return (state.trial?.starts ?? 0) >= trialStartsMost ? withRefusal(state, 'crashed', 0) : withStart(state)
    case 'paint':
      return withProven(state)
    case 'leave':
      return withoutStart(state)
    case 'refuse':
      return withRefusal(state, happened.reason, 0)
    case 'lose':
      return withoutSlot(state, happened.slot, 0)
    case 'damage':
      return withEmptied(state, happened.slot)
    case 'install':
      return withInstalled(state, `1.${happened.minor}.0`)
  }
}

function statesOf(steps: readonly Step[]): readonly SlotsState[] {
  const states: SlotsState[] = [emptySlots]
  for (const happened of steps) states.push(after(states.at(-1)!, happened))
  return states
}

describe('slots', () => {
  it('always have something to start, and never a version that was refused', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        for (const state of statesOf(steps)) {
          const start = startOf(state, '1.0.0')
          if (start.place !== 'installed') {
            expect(state.slots[start.place]).not.toBeNull()
            expect(isRefused(state, start.version)).toBe(false)
          }
          // What it goes back to is there.
          const before = state.trial?.before ?? 'installed'
          if (before !== 'installed') expect(state.slots[before]).not.toBeNull()
        }
      })
    )
  })

  it('never offer for unpacking what runs or what a trial goes back to', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        for (const state of statesOf(steps)) {
          const free = freeSlotOf(state)
          if (state.trial !== null) expect(free).toBeNull()
          else expect(free).not.toBe(state.current)
          if (state.trial !== null) expect(state.trial.slot).not.toBe(state.trial.before)
        }
      })
    )
  })

  it('keep a version that painted, and go back from one that did not', () => {
    const begun = withTrial(emptySlots, 'a', at('1.1.0'), true)
    if (!begun.ok) throw new Error(begun.fault)
    expect(startOf(begun.state, '1.0.0')).toEqual({ place: 'a', ...at('1.1.0'), isTrial: true })
    expect(startOf(withProven(begun.state), '1.0.0')).toEqual({ place: 'a', ...at('1.1.0'), isTrial: false })

    const back = withRefusal(begun.state, 'not-painted', 7)
    expect(startOf(back, '1.0.0')).toEqual({ place: 'installed', executable: null, version: '1.0.0', isTrial: false })
    expect(back.refused).toEqual([{ version: '1.1.0', atMs: 7, reason: 'not-painted' }])
    expect(withTrial(back, 'a', at('1.1.0'), true)).toEqual({ ok: false, fault: 'refused' })
  })

  it('take no second copy of the version that runs: its refusal would be of both', () => {
    const begun = withTrial(emptySlots, 'a', at('1.1.0'), true)
    if (!begun.ok) throw new Error(begun.fault)
    expect(withTrial(withProven(begun.state), 'b', at('1.1.0'), true)).toEqual({ ok: false, fault: 'runs-already' })
  })

  it('start a newer version that somebody installed by hand, and only a newer one', () => {
    const begun = withTrial(emptySlots, 'a', at('1.10.0'), false)
    if (!begun.ok) throw new Error(begun.fault)
    const kept = withProven(begun.state)
    expect(withInstalled(kept, '1.9.0')).toBe(kept)
    expect(withInstalled(kept, '1.10.0')).toBe(kept)
    expect(startOf(withInstalled(kept, '1.11.0'), '1.11.0').place).toBe('installed')
  })

  it('start no older version on trial over one that somebody installed by hand, and refuse it not', () => {
    const begun = withTrial(emptySlots, 'a', at('1.4.0'), true)
    if (!begun.ok) throw new Error(begun.fault)
    for (const installed of ['1.4.0', '1.5.0']) {
      const found = withInstalled(begun.state, installed)
      expect(found).toEqual(emptySlots)
      expect(startOf(found, installed)).toMatchObject({ place: 'installed', version: installed, isTrial: false })
    }
    expect(withInstalled(begun.state, '1.3.0')).toBe(begun.state)
  })

  it('start a version whose files cannot be read all the same, and not for ever', () => {
    const startsOf = (isTrial: boolean): number =>
      Array.from({ length: 100 }, (_, starts) => starts).filter((starts) => startsUnread(starts, isTrial)).length
    // A restart each minute at last: some minutes, in which a disk may come to itself.
    expect(startsOf(false)).toBe(8)
    // It goes back to a good one, and before its starts are used up: a disk's fault is no refusal.
    expect(startsOf(true)).toBe(trialStartsMost - 1)
  })

  it('never start anything older than what is installed', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.integer({ min: 0, max: 6 }), (steps, minor) => {
        const installed = `1.${minor}.0`
        for (const state of statesOf(steps)) {
          const found = withInstalled(state, installed)
          expect(isNewer(installed, startOf(found, installed).version)).toBe(false)
          // Nor does it go back to one.
          const before = found.trial?.before ?? 'installed'
          if (before !== 'installed') expect(isNewer(installed, found.slots[before]!.version)).toBe(false)
        }
      })
    )
  })
})
