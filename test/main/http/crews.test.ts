import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ViewEvent, ViewQuery } from '../../../src/main/engine/engine.types.ts'
import type { BoardView } from '../../../src/shared/board-view.ts'
import type { PairingAnswer } from '../../../src/shared/pairing.ts'
import { startManagerHost, type ManagerHost } from '../../renderer/manager/manager-host.ts'
import { buildRendererHead, readStream, type ReadStream } from '../manager/screen-stream.ts'

const REGINA = 110501
const HAMILTON = 110502

let rendererDir: string
let host: ManagerHost
const streams: { close: () => void }[] = []

beforeAll(async () => {
  rendererDir = mkdtempSync(join(tmpdir(), 'topshelf-pages-'))
  buildRendererHead(rendererDir)
  host = await startManagerHost(
    rendererDir,
    { kind: 'demo' },
    {
      locationId: HAMILTON,
      // Peers of a network that trusts everybody: its limits are looked at here.
      network: { serve: false, boards: 'everybody', names: [] }
    }
  )
}, 120_000)
afterAll(async () => {
  await host?.close()
  rmSync(rendererDir, { recursive: true, force: true })
})
afterEach(async () => {
  for (const stream of streams.splice(0)) stream.close()
  await expect.poll(async () => (await shownScreens()).length).toBe(0)
})

async function shownScreens(): Promise<readonly unknown[]> {
  const reply = await host.engine().inquire('screens:shown', [])
  return reply.ok ? reply.answer : []
}

interface Screen {
  readonly page: string
  /** Ids of the products on it now, as of the last whole view that came. */
  readonly shown: () => Promise<readonly string[]>
  readonly close: () => void
}

/** A page at an address, as a browser opens it. */
async function open(query: string, locationId = HAMILTON): Promise<Screen> {
  const stream = await readStream(`${host.url}/boards/${locationId}?${query}`)
  streams.push(stream)
  return {
    page: stream.page,
    shown: () => lastShown(stream),
    close: stream.close
  }
}

async function lastShown(stream: ReadStream): Promise<readonly string[]> {
  let view: BoardView | null = null
  while (view === null || stream.had('view')) view = await stream.next('view')
  return idsOf(view)
}

function idsOf(view: BoardView): readonly string[] {
  return view.items.map(({ productId }) => productId)
}

/** What a screen shows after whatever was done has reached it; each view is looked at once. */
function following(screen: Screen): () => Promise<readonly string[]> {
  let known: readonly string[] = []
  let waiting: Promise<void> | null = null
  return async () => {
    waiting ??= screen.shown().then((ids) => {
      known = ids
      waiting = null
    })
    await Promise.race([waiting, new Promise((resolve) => setTimeout(resolve, 20))])
    return known
  }
}

async function wholeMenu(): Promise<readonly string[]> {
  const alone = await open('')
  const ids = await alone.shown()
  alone.close()
  return ids
}

async function say(path: string): Promise<number> {
  return (await fetch(`${host.url}${path}`, { method: 'POST' })).status
}

/** A browser that the manager paired: its token. */
async function paired(name: string, board: string | null, locationId = HAMILTON): Promise<string> {
  await expect.poll(async () => (await host.call('stores:list')).ok, { timeout: 20_000 }).toBe(true)
  const { ticket, code } = await codeOf(null)
  const reply = await host.call('screens:pair', code, { name, board, locationId })
  if (!reply.ok) throw new Error(reply.message)
  const answer = await codeAnswerOf(ticket)
  if (answer.kind !== 'paired') throw new Error('not paired')
  await expect.poll(async () => (await host.call('stores:list')).ok, { timeout: 20_000 }).toBe(true)
  return answer.token
}

async function codeAnswerOf(ticket: string | null): Promise<PairingAnswer> {
  const response = await fetch(`${host.url}/pair/code`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ticket })
  })
  return (await response.json()) as PairingAnswer
}

async function codeOf(ticket: string | null) {
  const answer = await codeAnswerOf(ticket)
  if (answer.kind !== 'code') throw new Error('paired')
  return answer
}

/** A window of the desktop app, as its feed subscribes. */
async function openWindow(screen: string, board: string): Promise<() => readonly string[]> {
  let order: readonly string[] = []
  const query: ViewQuery = {
    locationId: HAMILTON,
    atMs: null,
    groupId: null,
    customer: 'recreational',
    screen,
    board,
    page: `window ${screen}`,
    isOwn: true
  }
  const subscribed = await host.engine().subscribeView(query, (event: ViewEvent) => {
    if (event.kind === 'view') order = idsOf(event.view)
  })
  if (!subscribed.ok) throw new Error(subscribed.message)
  streams.push(subscribed)
  return () => order
}

describe('a peer without a token', () => {
  it('takes nothing off a paired screen, whatever board and screen its address names', async () => {
    const whole = await wholeMenu()
    const token = await paired('left', 'front')
    const television = await open(`board=front&screen=left&token=${token}`)
    expect(await television.shown()).toEqual(whole)
    const peers: Screen[] = []
    for (const query of ['board=front&screen=right', 'board=front&screen=a', 'board=front&screen=left'])
      peers.push(await open(query))
    // They are a crew of their own, and have the whole menu between them.
    const parts = await Promise.all(peers.map(({ page }) => shownOfPage(page)))
    expect(parts.flat().toSorted()).toEqual(whole.toSorted())
    expect(await shownOfPage(television.page)).toEqual(whole)
  })

  it('takes nothing off a window of the desktop app', async () => {
    const left = await openWindow('display 1', 'displays')
    const right = await openWindow('display 2', 'displays')
    const whole = await wholeMenu()
    expect([...left(), ...right()].toSorted()).toEqual(whole.toSorted())
    const before = [left(), right()]
    expect(before.every((part) => part.length > 0)).toBe(true)
    const intruder = await open('board=displays&screen=display+3')
    expect(await intruder.shown()).toEqual(whole)
    expect([left(), right()]).toEqual(before)
  })

  it('keeps no silent screen in its place: the others take the part of a paired one that is gone', async () => {
    const whole = await wholeMenu()
    const tokens = [await paired('one', 'wall'), await paired('two', 'wall')]
    const [one, two] = [
      await open(`board=wall&screen=one&token=${tokens[0]}`),
      await open(`board=wall&screen=two&token=${tokens[1]}`)
    ]
    const shown = following(one)
    await expect.poll(async () => (await shown()).length).toBeLessThan(whole.length)
    // Two says nothing any more; a peer says in its name that it lives, by every way that there is.
    const timer = setInterval(() => {
      void say(`/boards/${HAMILTON}/alive?board=wall&screen=one&page=${one.page}`)
      void say(`/boards/${HAMILTON}/alive?board=wall&screen=two`)
      void say(`/boards/${HAMILTON}/alive?board=wall&screen=two&page=window+two`)
    }, 500)
    await expect.poll(shown, { timeout: 15_000 }).toEqual(whole)
    clearInterval(timer)
    two.close()
  })

  it('shares with its like, as ever', async () => {
    const whole = await wholeMenu()
    const left = await open('board=front&screen=left')
    expect(await left.shown()).toEqual(whole)
    const right = await open('board=front&screen=right')
    expect([...(await left.shown()), ...(await right.shown())].toSorted()).toEqual(whole.toSorted())
    right.close()
    expect(await left.shown()).toEqual(whole)
  })

  it('reports in no window’s name', async () => {
    await openWindow('display 1', 'displays')
    const status = await fetch(`${host.url}/boards/${HAMILTON}/alive?page=window+display+1`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ pages: 99, seconds: 999, advice: null })
    })
    expect(status.status).toBe(204)
    const reply = await host.engine().inquire('screens:shown', [])
    expect(reply.ok && reply.answer.map(({ pages }) => pages)).toEqual([null])
  })

  it('with a token that is nobody’s is like one without', async () => {
    const whole = await wholeMenu()
    const token = await paired('only', 'row')
    const television = await open(`board=row&screen=only&token=${token}`)
    expect(await television.shown()).toEqual(whole)
    const guess = await open(`board=row&screen=more&token=${'x'.repeat(43)}`)
    expect(await guess.shown()).toEqual(whole)
    expect(await shownOfPage(television.page)).toEqual(whole)
  })
})

describe('a paired screen', () => {
  it('is where the manager’s list says, whatever its address says', async () => {
    const token = await paired('shop', null)
    const other = await paired('bar', 'pair')
    const third = await paired('till', 'pair')
    const whole = await wholeMenu()
    const bar = await open(`board=pair&screen=bar&token=${other}`)
    const till = await open(`token=${third}`, REGINA)
    expect([...(await till.shown()), ...(await bar.shown())].length).toBeGreaterThan(0)
    const parts = [await shownOfPage(bar.page), await shownOfPage(till.page)]
    expect(parts.flat().toSorted()).toEqual(whole.toSorted())
    // Listed alone, it takes no place by its address.
    const shop = await open(`board=pair&screen=zz&token=${token}`)
    expect(await shop.shown()).toEqual(whole)
    expect([await shownOfPage(bar.page), await shownOfPage(till.page)]).toEqual(parts)
  })

  it('is known to the manager’s list from its first word on, and loses its place with its pairing', async () => {
    const whole = await wholeMenu()
    const tokens = [await paired('east', 'hall'), await paired('west', 'hall')]
    const [east, west] = [await open(`token=${tokens[0]}`), await open(`token=${tokens[1]}`)]
    const reply = await host.call('screens:list')
    if (!reply.ok) throw new Error(reply.message)
    const listed = reply.answer.screens.filter(({ isOn }) => isOn)
    expect(listed.map(({ kind, name }) => [kind, name])).toEqual([
      ['paired', 'east'],
      ['paired', 'west']
    ])
    const shown = following(east)
    await expect.poll(async () => (await shown()).length).toBeLessThan(whole.length)
    const id = listed[1]!.id
    expect(await host.call('screens:unpair', id)).toEqual({ ok: true, answer: null })
    const timer = setInterval(() => {
      void say(`/boards/${HAMILTON}/alive?page=${east.page}`)
      // A page that does not ask where it belongs goes on saying that it lives.
      void say(`/boards/${HAMILTON}/alive?page=${west.page}`)
    }, 500)
    await expect.poll(shown, { timeout: 15_000 }).toEqual(whole)
    clearInterval(timer)
  })
})

/** What the engine shows on a page now. */
async function shownOfPage(page: string): Promise<readonly string[]> {
  const shown = await host.engine().inquire('screens:shown', [])
  const facts = shown.ok ? shown.answer.find((one) => one.page === page) : undefined
  const reply = await host.engine().inquire('screens:view', [page, facts?.viewKey ?? ''])
  return reply.ok ? idsOf(reply.answer.view) : []
}

interface Answer {
  readonly status: number
  /** Of a refusal. */
  readonly error: { readonly code: string; readonly message: string } | null
}

/** Opens a stream from an address of this machine's own network; it stays open. */
function watch(path: string, from: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(`${host.url}${path}`, { localAddress: from, agent: false }, (response) => {
      const status = response.statusCode ?? 0
      if (status === 200) {
        streams.push({ close: () => asked.destroy() })
        response.resume()
        response.on('error', () => undefined)
        resolve({ status, error: null })
        return
      }
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString()))
      response.on('end', () => resolve({ status, ...(JSON.parse(text) as { error: Answer['error'] & {} }) }))
    })
    asked.on('error', reject)
    asked.end()
  })
}

describe('boards that an address makes up', () => {
  const ways: readonly (readonly [string, (n: number) => string])[] = [
    ['groups of the contract’s boards', (n) => `/api/boards/${HAMILTON}/stream?group=${n}`],
    ['groups of board pages', (n) => `/boards/${HAMILTON}/stream?group=${n}`],
    ['changes for trying', (n) => `/boards/${HAMILTON}/stream?size=${20 + n}`],
    ['places among others', (n) => `/boards/${HAMILTON}/stream?board=b${n}&screen=s`]
  ]
  it.each(ways)('%s: sixteen of one peer', async (_, path) => {
    for (let n = 1; n <= 16; n += 1) expect((await watch(path(n), '127.0.0.3')).status).toBe(200)
    expect(await watch(path(17), '127.0.0.3')).toEqual({
      status: 429,
      error: {
        code: 'too-many-boards',
        message: '16 boards of a group, a board name or changes of their own are open from this address already'
      }
    })
    // Who reads what is open already, who makes nothing up, and another peer are not refused.
    expect((await watch(path(3), '127.0.0.3')).status).toBe(200)
    for (const plain of [`/boards/${HAMILTON}/stream`, `/api/boards/${HAMILTON}/stream?customer=medical`])
      expect((await watch(plain, '127.0.0.3')).status).toBe(200)
    expect((await watch(path(17), '127.0.0.2')).status).toBe(200)
    expect((await watch(path(17), '127.0.0.3')).status).toBe(200)
  })

  it('sixty-four of all; a paired screen comes in all the same, and whoever leaves makes room', async () => {
    const token = await paired('last', 'door')
    for (let peer = 1; peer <= 4; peer += 1)
      for (let n = 1; n <= 16; n += 1)
        expect(
          (await watch(`/boards/${HAMILTON}/stream?size=${20 + peer * 16 + n}`, `127.0.0.${peer + 1}`)).status
        ).toBe(200)
    const one = `/boards/${HAMILTON}/stream?group=700`
    expect(await watch(one, '127.0.0.9')).toEqual({
      status: 503,
      error: {
        code: 'busy',
        message: '64 boards of a group, a board name or changes of their own are open already'
      }
    })
    expect((await watch(`/boards/${HAMILTON}/stream?board=door&screen=last&token=${token}`, '127.0.0.9')).status).toBe(
      200
    )
    expect((await watch(one, '127.0.0.1')).status).toBe(503)
    streams.splice(0, 1)[0]?.close()
    await expect.poll(async () => (await watch(one, '127.0.0.9')).status).toBe(200)
  })
})
