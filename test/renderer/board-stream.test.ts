import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openBoardStream } from '../../src/renderer/bridge/board-stream.ts'
import type { BoardView, BoardViewPatch } from '../../src/shared/board-view.ts'
import { standardView } from './fixture-view.ts'

/** An EventSource whose other end is the test. */
class Line {
  readonly heard = new Map<string, (event: { readonly data?: unknown }) => void>()
  closed = false
  addEventListener(name: string, listener: (event: { readonly data?: unknown }) => void): void {
    this.heard.set(name, listener)
  }
  close(): void {
    this.closed = true
  }
  say(name: string, data: unknown): void {
    this.heard.get(name)?.({ data: typeof data === 'string' ? data : JSON.stringify(data) })
  }
}

let lines: Line[] = []
const got: {
  views: BoardView[]
  patches: BoardViewPatch[]
  clocks: (string | null)[]
  alive: number
  beats: number
  builds: string[]
  problems: (string | null)[]
} = { views: [], patches: [], clocks: [], alive: 0, beats: 0, builds: [], problems: [] }
let refusal: string | null = null
let end: () => void = () => undefined

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  lines = []
  Object.assign(got, { views: [], patches: [], clocks: [], alive: 0, beats: 0, builds: [], problems: [] })
  refusal = null
  end = openBoardStream({
    url: '/boards/7/stream',
    listeners: {
      view: (view) => got.views.push(view),
      patch: (patch) => got.patches.push(patch),
      clock: (clock) => got.clocks.push(clock),
      alive: () => (got.alive += 1),
      beat: () => (got.beats += 1),
      order: () => undefined,
      host: ({ build }) => got.builds.push(build),
      problem: (problem) => got.problems.push(problem)
    },
    refusalOf: () => Promise.resolve(refusal),
    openEvents: () => {
      const line = new Line()
      lines.push(line)
      return line
    },
    random: () => 0.5
  })
})

afterEach(() => {
  end()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe('a board stream', () => {
  it('tries again with backoff after an error, from a second up to half a minute', () => {
    const delays = [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]
    for (const [index, delayMs] of delays.entries()) {
      lines.at(-1)?.say('error', '')
      vi.advanceTimersByTime(delayMs - 1)
      expect(lines).toHaveLength(index + 1)
      vi.advanceTimersByTime(1)
      expect(lines).toHaveLength(index + 2)
    }
    expect(lines.slice(0, -1).every((line) => line.closed)).toBe(true)
  })

  it('begins again from a second once the host has spoken', () => {
    lines[0]?.say('error', '')
    vi.advanceTimersByTime(1000)
    lines[1]?.say('view', standardView())
    lines[1]?.say('error', '')
    vi.advanceTimersByTime(1000)
    expect(lines).toHaveLength(3)
  })

  it('opens a new line where the old one has gone silent', () => {
    lines[0]?.say('view', standardView())
    vi.advanceTimersByTime(130_000 + 1000)
    expect(lines).toHaveLength(2)
  })

  it('stays with a quiet host that says that it is alive', () => {
    lines[0]?.say('view', standardView())
    for (let minute = 0; minute < 30; minute += 1) {
      vi.advanceTimersByTime(60_000)
      lines[0]?.say('alive', {})
    }
    expect([lines.length, got.alive]).toEqual([1, 30])
  })

  it('asks why a stream is refused, and forgets the reason once there is a board', async () => {
    refusal = 'There is no location 7'
    lines[0]?.say('error', '')
    await vi.advanceTimersByTimeAsync(1000)
    expect(got.problems).toEqual(['There is no location 7'])
    lines[1]?.say('view', standardView())
    expect(got.problems).toEqual(['There is no location 7', null])
    refusal = 'not asked'
    lines[1]?.say('error', '')
    await vi.advanceTimersByTimeAsync(500)
    expect(got.problems).toHaveLength(2)
  })

  it('drops what is not a board and stays open', () => {
    lines[0]?.say('view', '{"head":')
    lines[0]?.say('view', { items: 3 })
    lines[0]?.say('patch', { head: {}, items: [] })
    expect([got.views, got.patches]).toEqual([[], []])
    lines[0]?.say('view', standardView())
    expect(got.views).toHaveLength(1)
    expect(lines).toHaveLength(1)
  })

  it('hears nothing from a line it has given up', () => {
    lines[0]?.say('error', '')
    lines[0]?.say('view', standardView())
    expect(got.views).toEqual([])
  })
})
