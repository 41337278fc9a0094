import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createBoardHistory } from '../src/main/board/board-history.ts'
import { createBoardService } from '../src/main/board/board-service.ts'
import type { BoardService } from '../src/main/board/board-service.types.ts'
import { createInquiries, type Inquiries } from '../src/main/inquiry/inquiries.ts'
import { defaultSettings } from '../src/main/settings/settings-file.ts'
import type { ManagerReply } from '../src/shared/manager/manager-channels.ts'
import { LOCATION, openLargeStore } from './large-store.ts'
import type { BenchFigure } from './run.ts'
import { HOUSE_AS_DELIVERED } from '../test/main/board/house-as-delivered.ts'

export const MINUTE_MS = 60_000
export const QUERY = { locationId: LOCATION, groupId: null, customer: 'recreational' } as const

/** A large store whose board is shown, and what the engine answers a manager about it. */
export interface AskedStore {
  readonly ask: Inquiries
  readonly boards: BoardService
  /** Of its databases. */
  readonly folder: string
  /** When the board came up, and now: minutes later. */
  readonly shownFromMs: number
  readonly nowMs: number
}

/** Opens such a store, lets it be measured, and takes it away again. */
export async function withAskedStore(
  measure: (asked: AskedStore) => Promise<readonly BenchFigure[]>
): Promise<readonly BenchFigure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'topshelf-manager-'))
  const store = openLargeStore(folder)
  const shownFromMs = Date.now()
  let nowMs = shownFromMs
  const history = createBoardHistory(store.history)
  const boards = createBoardService({
    ...HOUSE_AS_DELIVERED,
    reader: store,
    nowMs: () => nowMs,
    history
  })
  try {
    const ask = createInquiries({
      reader: store,
      boards,
      nowMs: () => nowMs,
      settings: defaultSettings,
      overrides: { timeZones: {}, currencies: {} },
      marketRules: [],
      ownStoreId: () => LOCATION,
      sync: null,
      health: () => {
        throw new Error('nobody asks how this machine does')
      },
      lateFeeds: () => new Set(),
      records: { history: store.history, register: store.register, bringUpToDate: history.flush },
      rememberedReport: () => null,
      sampleNow: async () => null,
      problems: () => []
    })
    const subscribed = boards.subscribeBoard({ ...QUERY, atMs: null }, () => undefined)
    if (!subscribed.ok) throw new Error(subscribed.message)
    history.flush()
    nowMs += 2 * MINUTE_MS
    return await measure({ ask, boards, folder, shownFromMs, nowMs })
  } finally {
    history.stop()
    boards.stop()
    store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

export async function answered<T>(reply: ManagerReply<T> | Promise<ManagerReply<T>>): Promise<T> {
  const settled = await reply
  if (!settled.ok) throw new Error(`${settled.field}: ${settled.message}`)
  return settled.answer
}

export async function msOf(work: () => unknown): Promise<number> {
  const startedMs = performance.now()
  await work()
  return performance.now() - startedMs
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

export function figureOf(name: string, unit: string, value: number, reference: number): BenchFigure {
  return { name, value, unit, reference, ratio: value / reference }
}
