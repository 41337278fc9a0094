import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSyncHold, HOLD_LASTS_MS } from '../../../src/main/sync/sync-hold.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a sync that is held', () => {
  it('ends the calls under way, and lets new ones through once released', async () => {
    const hold = createSyncHold(new AbortController().signal)
    const before = hold.signal()
    hold.hold()
    expect(before.aborted).toBe(true)
    let isReleased = false
    const waiting = hold.released().then(() => (isReleased = true))
    await vi.advanceTimersByTimeAsync(1000)
    expect(isReleased).toBe(false)
    hold.release()
    await waiting
    expect(hold.isHeld()).toBe(false)
    expect(hold.signal().aborted).toBe(false)
  })

  it('goes on by itself after a quarter of an hour', async () => {
    let released = 0
    const hold = createSyncHold(new AbortController().signal, { onReleased: () => (released += 1) })
    hold.hold()
    await vi.advanceTimersByTimeAsync(HOLD_LASTS_MS - 1)
    expect([hold.isHeld(), released]).toEqual([true, 0])
    await vi.advanceTimersByTimeAsync(1)
    expect([hold.isHeld(), released]).toEqual([false, 1])
  })

  it('keeps nobody waiting once the sync is stopped', async () => {
    const stop = new AbortController()
    let released = 0
    const hold = createSyncHold(stop.signal, { onReleased: () => (released += 1) })
    hold.hold()
    const waiting = hold.released()
    stop.abort()
    await waiting
    expect(released).toBe(0)
    expect(hold.signal().aborted).toBe(true)
  })
})
