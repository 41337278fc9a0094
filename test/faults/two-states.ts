import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { createBoardService } from '../../src/main/board/board-service.ts'
import { type DemoStore, startDemoStore } from '../../src/main/demo-store/demo-store.ts'
import { cacheDirOf } from '../../src/main/engine/cache-dir.ts'
import { createEngineCore } from '../../src/main/engine/engine-core.ts'
import { CACHE_FILE, KEEP_FILE, openStoreReader, openStoreWriter } from '../../src/main/store/open-store.ts'
import type { StoreReader } from '../../src/main/store/store.types.ts'
import type { BoardSnapshot } from '../../src/shared/board-snapshot.ts'
import { changeStore, type ChangeKind } from './store-changes.ts'
import { HOUSE_AS_DELIVERED } from '../main/board/house-as-delivered.ts'

/** Noon of a Saturday in Regina; the second state is a minute younger. */
export const FIRST_MS = Date.UTC(2026, 3, 18, 18)
const SECOND_MS = FIRST_MS + 60_000
/** Boards are compared now and after two days, when other promotions and sales are on. */
const INSTANTS = [SECOND_MS, SECOND_MS + 51 * 3_600_000]
/** Pages so small that each pass takes many. */
const PAGE_CAP = 60

/** Every location's boards, as text: location to what its boards say. */
export type Boards = ReadonlyMap<number, string>

/** A store's data in one state, a server in the next, and all that boards may say in between. */
export interface TwoStates {
  readonly kind: ChangeKind
  /** The data directory in the first state, closed: to be copied. */
  readonly firstDir: string
  /** The server in the second state. */
  readonly server: DemoStore
  /** The whole boards before and after each pass of one full sync, the first state first and the second last. */
  readonly passes: readonly Boards[]
  readonly close: () => Promise<void>
}

/** `folder` takes the data; `random` draws what changes. */
export async function makeTwoStates(kind: ChangeKind, folder: string, random: () => number): Promise<TwoStates> {
  const clock = { nowMs: FIRST_MS }
  const server = await startDemoStore({ seed: 1, living: false, nowMs: () => clock.nowMs, pageCap: PAGE_CAP })
  const firstDir = join(folder, `first-${kind}`)
  mkdirSync(firstDir, { recursive: true })
  await syncOnce(server, firstDir)
  const passes = [boardsIn(firstDir)]
  clock.nowMs = SECOND_MS
  changeStore(server.state, kind, random)
  const secondDir = join(folder, `second-${kind}`)
  cpSync(firstDir, secondDir, { recursive: true })
  await syncOnce(server, secondDir, () => passes.push(boardsIn(secondDir)))
  return { kind, firstDir, server, passes, close: server.close }
}

/** One full sync of the product's own engine, in this process; `onPass` is called after each feed's. */
export async function syncOnce(server: DemoStore, dataDir: string, onPass = (): void => {}): Promise<void> {
  const started = await createEngineCore(
    {
      dataDir,
      source: { kind: 'cova', settings: { apiUrl: server.url, tokenUrl: server.tokenUrl, ...server.credentials } },
      syncIntervalMs: 60_000,
      syncsByItself: false
    },
    '0.0.0-test',
    () => {}
  )
  if (!started.ok) throw new Error(started.message)
  const { core } = started
  const result = await core.syncOnce((event) => {
    if (event.kind === 'progress' && event.progress.done) onPass()
  })
  await core.stop()
  if (!result.ok) throw new Error(`the sync between the states failed: ${result.message}`)
}

/** Boards of a data directory, by the product's own reader. */
export function boardsIn(dataDir: string): Boards {
  const opened = openStoreReader({ dataDir: cacheDirOf(dataDir, 'cova') })
  if (!opened.ok) throw new Error(opened.message)
  try {
    return boardsOf(opened.store)
  } finally {
    opened.store.close()
  }
}

function boardsOf(reader: StoreReader): Boards {
  const service = createBoardService({
    ...HOUSE_AS_DELIVERED,
    reader,
    nowMs: () => SECOND_MS
  })
  try {
    return new Map(
      service.locations().map(({ locationId }) => {
        const boards = INSTANTS.map((atMs) => {
          const answer = service.boardJson({ locationId, atMs, groupId: null, customer: 'recreational' })
          if (!answer.ok) throw new Error(answer.message)
          // When feeds last succeeded is no price: a pass that is not all there has not succeeded.
          const { feeds: _feeds, stale: _stale, ...board } = JSON.parse(answer.json) as BoardSnapshot
          return board
        })
        return [locationId, JSON.stringify(boards)]
      })
    )
  } finally {
    service.stop()
  }
}

/** What was found where a writer was interrupted. */
export interface Found {
  readonly boards: Boards
  /** Where a damaged cache was moved to. */
  readonly movedAside: string | null
  readonly faults: readonly string[]
}

/** Opens a data directory as the product does at its next start, and has SQLite check both databases whole. */
export function openAsFound(dataDir: string): Found {
  const faults: string[] = []
  const folder = cacheDirOf(dataDir, 'cova')
  const opened = openStoreWriter({ dataDir: folder, nowMs: () => SECOND_MS })
  if (!opened.ok) return { boards: new Map(), movedAside: null, faults: [`does not open: ${opened.message}`] }
  const boards = boardsOf(opened.store)
  opened.store.close()
  if (opened.keepMovedAside !== null) faults.push(`${KEEP_FILE} was moved aside as damaged`)
  for (const name of [CACHE_FILE, KEEP_FILE]) {
    const db = new Database(join(folder, name), { readonly: true })
    const verdict = db.pragma('integrity_check', { simple: true })
    db.close()
    if (verdict !== 'ok') faults.push(`integrity_check of ${name} says ${String(verdict)}`)
  }
  return { boards, movedAside: opened.movedAside, faults }
}

/** Where a board stands between two states. */
export type Standing = 'first' | 'second' | 'same in both' | 'another pass'

/** How each board stands; one that is in no state that was between the passes is a fault that names a place in it. */
export function standingsOf(
  found: Boards,
  passes: readonly Boards[]
): { readonly standings: readonly Standing[]; readonly faults: readonly string[] } {
  const faults: string[] = []
  const standings: Standing[] = []
  for (const [locationId, first] of passes[0] ?? []) {
    const text = found.get(locationId)
    const second = passes.at(-1)?.get(locationId)
    if (text === first) standings.push(first === second ? 'same in both' : 'first')
    else if (text === second) standings.push('second')
    else if (passes.some((boards) => boards.get(locationId) === text)) standings.push('another pass')
    else faults.push(`the board of ${locationId} is in none of the states: ${firstDifferenceOf(text, first)}`)
  }
  return { standings, faults }
}

function firstDifferenceOf(found = 'not there', expected = 'not there'): string {
  let at = 0
  while (at < found.length && found[at] === expected[at]) at += 1
  return `found …${found.slice(Math.max(0, at - 60), at + 80)}…, expected …${expected.slice(Math.max(0, at - 60), at + 80)}…`
}
