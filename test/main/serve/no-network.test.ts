import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DemoStore, startDemoStore } from '../../../src/main/demo-store/demo-store.ts'
import type { BoardSnapshot, Health } from '../../../src/shared/board-snapshot.ts'
import {
  environmentOf,
  eventually,
  getJson,
  removeDir,
  runCli,
  type Serving,
  startServe,
  temporaryDir
} from './serve-process.ts'

const REGINA = 110501

let store: DemoStore
let filled: string
let fresh: string
const open: Serving[] = []

beforeAll(async () => {
  store = await startDemoStore({ living: false })
  filled = temporaryDir()
  fresh = temporaryDir()
  expect((await runCli(['sync'], environmentOf(store, filled))).code).toBe(0)
  await store.close()
}, 60_000)

afterAll(async () => {
  for (const serving of open) await serving.stop()
  await store?.close()
  for (const dir of [filled, fresh]) if (dir !== undefined) removeDir(dir)
})

async function serve(dataDir: string): Promise<string> {
  const serving = await startServe([], environmentOf(store, dataDir))
  open.push(serving)
  return serving.url
}

describe('a start without a network', { timeout: 60_000 }, () => {
  it('shows what is stored at once, with its prices, and says that nobody can be reached', async () => {
    const url = await serve(filled)
    const board = await getJson<BoardSnapshot>(`${url}/api/boards/${REGINA}`)
    expect(board.items.length).toBeGreaterThan(300)
    expect(board.items.every(({ ladder }) => ladder.some(({ price }) => price !== null))).toBe(true)
    const health = await eventually(
      () => getJson<Health>(`${url}/api/health`),
      ({ feeds }) => feeds.prices.lastError !== null
    )
    expect(health.feeds.prices.lastError?.message).toContain('the connection was refused')
    expect(health.feeds.prices.lastSuccessAt).not.toBeNull()
  })

  it('of a fresh install says what it lacks, and has its boards by itself once the network is there', async () => {
    const url = await serve(fresh)
    const health = await eventually(
      () => getJson<Health>(`${url}/api/health`),
      ({ feeds }) => feeds.locations.lastError !== null
    )
    expect(health.status).not.toBe('ok')
    expect(health.feeds.locations.lastError?.message).toContain('the connection was refused')
    const list = await fetch(`${url}/`)
    const words = (await list.text()).replaceAll(/<style[^]*?<\/style>|<[^>]+>/g, ' ').trim()
    expect(list.status).toBe(200)
    expect(words).toContain('No location yet: the first sync has not finished.')
    const board = await fetch(`${url}/api/boards/${REGINA}`)
    expect([board.status, (await board.json()) as unknown]).toEqual([
      503,
      { error: { code: 'starting', message: 'The first sync has not finished yet' } }
    ])

    store = await startDemoStore({ living: false, port: Number(new URL(store.url).port) })
    const shown = await eventually(
      async () => await fetch(`${url}/api/boards/${REGINA}`),
      ({ status }) => status === 200
    )
    expect(((await shown.json()) as BoardSnapshot).items.length).toBeGreaterThan(0)
  })
})
