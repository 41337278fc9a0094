import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchHost, type HostWatch } from '../../src/renderer/bridge/host-silence.ts'
import { withoutAmounts, withPatch, withView, type BoardState } from '../../src/renderer/board/board-state.ts'
import { standardView } from './fixture-view.ts'

const MINUTE_MS = 60_000

let board: BoardState | null = null
let clock: string | null = null
let held: boolean[] = []
let host: HostWatch

beforeEach(() => {
  vi.useFakeTimers()
  board = null
  clock = null
  held = []
  host = watchHost({
    view: (view) => {
      board = withView(board, view)
      clock = view.head.clock
    },
    patch: (patch) => {
      board = board === null ? null : withPatch(board, patch)
      clock = patch.head.clock
    },
    clock: (now) => (clock = now),
    held: (isHeld) => held.push(isHeld)
  })
})
afterEach(() => {
  host.end()
  vi.useRealTimers()
})

const shown = () => ({ clock, stale: board?.view.head.stale, ageLine: board?.view.head.ageLine })
const fresh = { stale: false, ageLine: 'Prices checked 4:16 pm' }
const old = { clock: null, stale: true, ageLine: 'Prices from 4:16 pm, please ask' }

describe('a board whose host says nothing any more', () => {
  it('loses its clock after 90 seconds, and asks to ask for prices after 15 minutes, in the words it was given', () => {
    host.view(standardView())
    host.clock('4:19 pm')
    vi.advanceTimersByTime(90_000 - 1)
    expect(shown()).toEqual({ ...fresh, clock: '4:19 pm' })
    vi.advanceTimersByTime(1)
    expect(shown()).toEqual({ ...fresh, clock: null })
    vi.advanceTimersByTime(15 * MINUTE_MS - 90_000 - 1)
    expect(shown().stale).toBe(false)
    vi.advanceTimersByTime(1)
    expect(shown()).toEqual(old)
    expect(board?.view.items).toEqual(standardView().items)
  })

  it('is as before once the host speaks again, whatever it says', () => {
    host.view(standardView())
    vi.advanceTimersByTime(20 * MINUTE_MS)
    host.clock('4:40 pm')
    expect(shown()).toEqual({ ...fresh, clock: '4:40 pm' })
    vi.advanceTimersByTime(20 * MINUTE_MS)
    expect(shown()).toEqual(old)
    host.alive()
    expect(shown()).toEqual({ ...fresh, clock: null })
    vi.advanceTimersByTime(20 * MINUTE_MS)
    const { head } = standardView()
    const ageLine = 'Prices checked 5:30 pm'
    host.patch({ head: { ...head, ageLine, clock: '5:31 pm' }, items: [], removed: [], order: null })
    expect(shown()).toEqual({ clock: '5:31 pm', stale: false, ageLine })
  })

  it('keeps what the host itself has said of old prices', () => {
    host.view(standardView({ stale: true, ageLine: 'Prices from 2:10 pm, please ask' }))
    vi.advanceTimersByTime(20 * MINUTE_MS)
    expect(shown()).toEqual({ clock: null, stale: true, ageLine: 'Prices from 2:10 pm, please ask' })
  })
})

describe('amounts whose host says nothing any more', () => {
  const HOUR_MS = 60 * MINUTE_MS

  it('go when they are older than the store allows, by the distance that the host gave, and come back with its word', () => {
    host.view(standardView({ askInMs: 24 * HOUR_MS }))
    vi.advanceTimersByTime(24 * HOUR_MS - 1)
    expect(held).toEqual([])
    vi.advanceTimersByTime(1)
    expect(held).toEqual([true])
    host.alive()
    expect(held).toEqual([true, false])
  })

  it('stay while the host is alive: it says itself when they go', () => {
    host.view(standardView({ askInMs: HOUR_MS }))
    for (let minute = 0; minute < 180; minute += 1) {
      vi.advanceTimersByTime(MINUTE_MS)
      host.alive()
    }
    expect(held).toEqual([])
  })

  it('go at once where a machine wakes that slept beyond the limit', () => {
    host.view(standardView({ askInMs: 24 * HOUR_MS }))
    vi.advanceTimersByTime(20 * MINUTE_MS)
    vi.setSystemTime(Date.now() + 30 * HOUR_MS)
    vi.advanceTimersByTime(MINUTE_MS)
    expect(held).toEqual([true])
  })

  it('leave the menu, and the words of the host in their place', () => {
    const left = withoutAmounts(withView(null, standardView()))
    expect(left.view.items.map(({ productId }) => productId)).toEqual(
      standardView().items.map(({ productId }) => productId)
    )
    expect(left.view.head.heldLine).toBe('Ask for today’s price')
    expect(JSON.stringify(left.view.items)).not.toMatch(/\d\.\d\d"/)
    expect(left.view.head).toMatchObject({ legend: [], panels: null })
  })
})

describe('a board whose host is alive and quiet', () => {
  it('is not old, also where no clock is known', () => {
    host.view(standardView({ clock: null }))
    for (let minute = 0; minute < 30; minute += 1) {
      vi.advanceTimersByTime(MINUTE_MS)
      host.alive()
    }
    expect(shown()).toEqual({ ...fresh, clock: null })
  })

  it('loses a clock that nobody tells, because one that stands still is wrong', () => {
    host.view(standardView())
    host.clock('4:19 pm')
    for (let step = 0; step < 6; step += 1) {
      vi.advanceTimersByTime(15_000)
      host.alive()
    }
    expect(shown()).toEqual({ ...fresh, clock: null })
  })
})
