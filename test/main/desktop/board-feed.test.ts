import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createBoardFeed, type BoardSource } from '../../../src/main/desktop/board-feed.ts'
import type { Engine, ViewEvent } from '../../../src/main/engine/engine.types.ts'
import type { WindowPart } from '../../../src/main/desktop/window-plan.ts'
import type { BoardView, BoardViewPatch } from '../../../src/shared/board-view.ts'

type Listener = (event: ViewEvent) => void

/** Views and patches are handed on as they are: their name is enough to tell them apart. */
const view = (name: string): BoardView => ({ name, head: { revision: name } }) as unknown as BoardView
const patch = (name: string): BoardViewPatch => ({ name, head: { revision: name } }) as unknown as BoardViewPatch

const ALONE: WindowPart = { screen: 'display 1', board: null, setAs: null, locationId: null }

/** An engine as far as a feed uses it. */
function engineStub() {
  const open = new Map<Listener, number>()
  const refusals: string[] = []
  const ends = new Set<() => void>()
  const alive: unknown[] = []
  const engine = {
    screenAlive: (query: unknown) => alive.push(query),
    subscribeView: async ({ locationId }: { locationId: number }, listener: Listener, onEnded: () => void) => {
      const message = refusals.shift()
      if (message !== undefined) return { ok: false, status: 503, code: 'not-yet', message }
      open.set(listener, locationId)
      stub.subscriptions += 1
      ends.add(onEnded)
      return { ok: true, close: () => open.delete(listener) }
    }
  } as unknown as Engine
  const tell = (event: ViewEvent): void => {
    for (const listener of open.keys()) listener(event)
  }
  const die = (): void => {
    open.clear()
    for (const end of ends) end()
    ends.clear()
  }
  const stub = { engine, open, refusals, tell, die, alive, subscriptions: 0 }
  return stub
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function feedOf(source: () => BoardSource | null, problem: () => string | null = () => null) {
  const pushed: unknown[] = []
  const feed = createBoardFeed(source, problem, {
    view: (one) => pushed.push(['view', one]),
    patch: (one) => pushed.push(['patch', one]),
    clock: (one) => pushed.push(['clock', one]),
    alive: () => pushed.push(['alive']),
    beat: () => pushed.push(['beat']),
    problem: (one) => pushed.push(['problem', one])
  })
  return { feed, pushed }
}

describe('the feed of a board window', () => {
  it('pushes nothing before the page is ready, then answers with the board and pushes what follows', async () => {
    const stub = engineStub()
    const { feed, pushed } = feedOf(() => ({ engine: stub.engine, locationId: 7, part: ALONE }))
    feed.sourceChanged()
    await vi.advanceTimersByTimeAsync(0)
    expect(stub.open.size).toBe(0)

    const answer = feed.pageReady()
    await vi.advanceTimersByTimeAsync(0)
    expect([...stub.open.values()]).toEqual([7])
    stub.tell({ kind: 'view', view: view('first') })
    expect(await answer).toEqual(view('first'))
    stub.tell({ kind: 'patch', patch: patch('second') })
    stub.tell({ kind: 'clock', clock: '4:18 pm' })
    stub.tell({ kind: 'view', view: view('third') })
    expect(pushed).toEqual([
      ['patch', patch('second')],
      ['clock', '4:18 pm'],
      ['view', view('third')]
    ])
  })

  it('pushes the board later to a page that was ready before there was one', async () => {
    const stub = engineStub()
    let source: BoardSource | null = null
    const { feed, pushed } = feedOf(() => source)
    expect(await feed.pageReady()).toBeNull()
    source = { engine: stub.engine, locationId: 7, part: ALONE }
    feed.sourceChanged()
    await vi.advanceTimersByTimeAsync(0)
    stub.tell({ kind: 'view', view: view('first') })
    expect(pushed).toEqual([['view', view('first')]])
  })

  it('answers without the board when it takes long, and pushes it when it comes', async () => {
    const stub = engineStub()
    const { feed, pushed } = feedOf(() => ({ engine: stub.engine, locationId: 7, part: ALONE }))
    const answer = feed.pageReady()
    await vi.advanceTimersByTimeAsync(3000)
    expect(await answer).toBeNull()
    stub.tell({ kind: 'view', view: view('late') })
    expect(pushed).toEqual([['view', view('late')]])
  })

  it('asks again while the engine has no board, and says why to the page and, once, to stderr', async () => {
    const stub = engineStub()
    const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    stub.refusals.push('nothing is stored yet', 'nothing is stored yet')
    const { feed, pushed } = feedOf(() => ({ engine: stub.engine, locationId: 7, part: ALONE }))
    void feed.pageReady()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(stub.open.size).toBe(1)
    stub.tell({ kind: 'view', view: view('first') })
    expect(pushed).toEqual([
      ['problem', 'nothing is stored yet'],
      ['view', view('first')],
      ['problem', null]
    ])
    expect(log.mock.calls).toEqual([['topshelf: no board yet: nothing is stored yet\n']])
    log.mockRestore()
  })

  it('says to a page why there is no engine, again when that changes and to a page that starts anew', async () => {
    let why: string | null = 'busy'
    const { feed, pushed } = feedOf(
      () => null,
      () => why
    )
    feed.sourceChanged()
    expect(pushed).toEqual([])
    expect(await feed.pageReady()).toBeNull()
    feed.sourceChanged()
    why = 'no room'
    feed.sourceChanged()
    feed.pageGone()
    await feed.pageReady()
    expect(pushed).toEqual([
      ['problem', 'busy'],
      ['problem', 'no room'],
      ['problem', 'no room']
    ])
  })

  it('hands on that the engine is alive', async () => {
    const stub = engineStub()
    const { feed, pushed } = feedOf(() => ({ engine: stub.engine, locationId: 7, part: ALONE }))
    void feed.pageReady()
    await vi.advanceTimersByTimeAsync(0)
    stub.tell({ kind: 'alive' })
    expect(pushed).toEqual([['alive']])
  })

  it('goes on with the next engine where one ended, whether or not it is told of it', async () => {
    const stub = engineStub()
    const next = engineStub()
    let source: BoardSource | null = { engine: stub.engine, locationId: 7, part: ALONE }
    const { feed, pushed } = feedOf(() => source)
    void feed.pageReady()
    await vi.advanceTimersByTimeAsync(0)
    stub.die()
    source = { engine: next.engine, locationId: 7, part: ALONE }
    await vi.advanceTimersByTimeAsync(2000)
    next.tell({ kind: 'view', view: view('of the next') })
    expect(pushed).toEqual([['view', view('of the next')]])
    feed.close()
    next.die()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(next.open.size).toBe(0)
  })

  it('a page that starts anew gets a whole board, and one subscription is left', async () => {
    const stub = engineStub()
    const { feed, pushed } = feedOf(() => ({ engine: stub.engine, locationId: 7, part: ALONE }))
    const first = feed.pageReady()
    await vi.advanceTimersByTimeAsync(0)
    stub.tell({ kind: 'view', view: view('first') })
    await first
    feed.pageGone()
    expect(stub.open.size).toBe(0)
    stub.tell({ kind: 'patch', patch: patch('for nobody') })

    const again = feed.pageReady()
    await vi.advanceTimersByTimeAsync(0)
    stub.tell({ kind: 'view', view: view('again') })
    expect(await again).toEqual(view('again'))
    expect(pushed).toEqual([])
    expect(stub.open.size).toBe(1)
  })

  it('changes over to another engine or location, and keeps the subscription where neither changed', async () => {
    const old = engineStub()
    const next = engineStub()
    let source: BoardSource | null = { engine: old.engine, locationId: 7, part: ALONE }
    const { feed, pushed } = feedOf(() => source)
    void feed.pageReady()
    await vi.advanceTimersByTimeAsync(0)
    const [listener] = old.open.keys()
    feed.sourceChanged()
    await vi.advanceTimersByTimeAsync(0)
    expect([...old.open.keys()]).toEqual([listener])

    source = { engine: next.engine, locationId: 8, part: ALONE }
    feed.sourceChanged()
    await vi.advanceTimersByTimeAsync(0)
    expect(old.open.size).toBe(0)
    expect([...next.open.values()]).toEqual([8])
    next.tell({ kind: 'view', view: view('of the other') })
    expect(pushed).toEqual([['view', view('of the other')]])
    feed.close()
    expect(next.open.size).toBe(0)
  })
})

describe('the feed of one window of several', () => {
  const part = (screen: string, board: string | null): WindowPart => ({ screen, board, setAs: null, locationId: null })

  it('is a screen of the board by its name, and is heard as long as its page says that it lives', async () => {
    const stub = engineStub()
    const { feed } = feedOf(() => ({ engine: stub.engine, locationId: 7, part: part('display 2', 'displays') }))
    feed.alive(null)
    expect(stub.alive).toEqual([])
    void feed.pageReady()
    await vi.advanceTimersByTimeAsync(0)
    feed.alive(null)
    const place = { locationId: 7, screen: 'display 2', board: 'displays' }
    // The host's own word: no browser comes into the crew of windows.
    expect(stub.alive).toMatchObject([
      { ...place, isOwn: true },
      { ...place, isOwn: true }
    ])
    feed.pageGone()
    feed.alive(null)
    expect(stub.alive.length).toBe(2)
  })

  it('is given its new part where displays came or went, and nothing where none did', async () => {
    const stub = engineStub()
    let now = part('display 2', 'displays')
    const { feed, pushed } = feedOf(() => ({ engine: stub.engine, locationId: 7, part: now }))
    void feed.pageReady()
    await vi.advanceTimersByTimeAsync(0)
    stub.tell({ kind: 'view', view: view('half') })
    feed.sourceChanged()
    await vi.advanceTimersByTimeAsync(0)
    expect(stub.subscriptions).toBe(1)
    now = part('display 1', null)
    feed.sourceChanged()
    await vi.advanceTimersByTimeAsync(0)
    stub.tell({ kind: 'view', view: view('whole') })
    expect([stub.subscriptions, stub.open.size]).toEqual([2, 1])
    expect(pushed).toEqual([['view', view('whole')]])
  })
})
