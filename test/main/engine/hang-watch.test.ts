import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { isDatabaseBroughtOn, watchForHang } from '../../../src/main/engine/hang-watch.ts'
import { beat, beatInto, newHeartbeat, pieceBegins } from '../../../src/main/engine/heartbeat.ts'

let memory: Int32Array
let hung: string[]
let stop: () => void

beforeAll(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] }))
afterAll(() => void vi.useRealTimers())
beforeEach(() => {
  memory = newHeartbeat()
  hung = []
  // What came before is forgotten after half an hour.
  vi.advanceTimersByTime(31 * 60_000)
})
afterEach(() => stop())

/** A worker whose loop stands: only what it does in this turn counts. */
function stand(): void {
  beatInto(memory)()
  stop = watchForHang(memory, (what) => hung.push(what))
}

describe('an engine worker', () => {
  it('that is idle is alive', () => {
    const noLonger = beatInto(memory)
    stop = watchForHang(memory, (what) => hung.push(what))
    vi.advanceTimersByTime(10 * 60_000)
    noLonger()
    expect(hung).toEqual([])
  })

  it('that does not get on is told of once, after six seconds', () => {
    stand()
    vi.advanceTimersByTime(5500)
    expect(hung).toEqual([])
    vi.advanceTimersByTime(60_000)
    expect(hung).toEqual([''])
  })

  it('that lands for minutes in one transaction is alive', () => {
    stand()
    for (let second = 0; second < 300; second += 1) {
      beat()
      vi.advanceTimersByTime(1000)
    }
    expect(hung).toEqual([])
  })

  it('that said what takes long has the time of that, and the usual one after it', () => {
    stand()
    const written = pieceBegins('writing to the disk')
    vi.advanceTimersByTime(59_000)
    expect(hung).toEqual([])
    written()
    vi.advanceTimersByTime(7000)
    expect(hung).toEqual([''])
  })

  it('that hangs in such a piece is told of with its name', () => {
    stand()
    const outer = pieceBegins('tidying the database')
    const inner = pieceBegins('writing to the disk')
    inner()
    vi.advanceTimersByTime(70_000)
    expect(hung).toEqual([' (tidying the database)'])
    outer()
  })

  it('that never comes to its first line is told of too', () => {
    stop = watchForHang(memory, (what) => hung.push(what))
    vi.advanceTimersByTime(59_000)
    expect(hung).toEqual([])
    vi.advanceTimersByTime(2000)
    expect(hung).toEqual([' (the start of the program)'])
  })

  it('that opens its database says so for that long, and no longer than it lives', () => {
    stop = watchForHang(memory, (what) => hung.push(what))
    expect(isDatabaseBroughtOn()).toBe(false)
    beatInto(memory)()
    for (const name of ['the check of the database', 'a new version of the database'] as const) {
      const done = pieceBegins(name)
      expect(isDatabaseBroughtOn()).toBe(true)
      done()
      expect(isDatabaseBroughtOn()).toBe(false)
    }
    const written = pieceBegins('writing to the disk')
    expect(isDatabaseBroughtOn()).toBe(false)
    written()
    pieceBegins('a new version of the database')
    vi.advanceTimersByTime(29 * 60_000)
    expect(isDatabaseBroughtOn()).toBe(true)
    vi.advanceTimersByTime(2 * 60_000)
    expect(hung).toEqual([' (a new version of the database)'])
    expect(isDatabaseBroughtOn()).toBe(false)
  })

  it('that hangs again soon after has twice the time: a slow machine is not ended over and over', () => {
    stand()
    vi.advanceTimersByTime(7000)
    stand()
    vi.advanceTimersByTime(11_000)
    expect(hung).toHaveLength(1)
    vi.advanceTimersByTime(2000)
    expect(hung).toHaveLength(2)
  })
})
