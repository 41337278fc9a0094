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
const got: { views: BoardView[]; patches: BoardViewPatch[]; clocks: (string | null)[] } = {
  views: [],
  patches: [],
  clocks: []
}
let end: () => void = () => undefined

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  lines = []
  Object.assign(got, { views: [], patches: [], clocks: [] })
  end = openBoardStream({
    url: '/boards/7/stream',
    listeners: {
      view: (view) => got.views.push(view),
      patch: (patch) => got.patches.push(patch),
      clock: (clock) => got.clocks.push(clock)
    },
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

  it('takes the clock away once nobody tells the time, and shows old prices as old after 15 minutes', () => {
    lines[0]?.say('view', standardView())
    lines[0]?.say('clock', { clock: '4:19 pm' })
    expect(got.clocks).toEqual(['4:19 pm'])
    vi.advanceTimersByTime(90_000)
    expect(got.clocks).toEqual(['4:19 pm', null])
    vi.advanceTimersByTime(15 * 60_000)
    expect(got.patches.map((patch) => [patch.head.stale, patch.head.ageLine, patch.items])).toEqual([
      [true, 'Prices checked 4:16 pm', []]
    ])
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
