import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { startDemoStore } from '../../../src/main/demo-store/demo-store.ts'
import type { DemoStore } from '../../../src/main/demo-store/demo-store.types.ts'
import type { EngineCore } from '../../../src/main/engine/engine-core.ts'
import type { BoardView } from '../../../src/shared/board-view.ts'
import type { ManagerAnswer, ManagerArgs, ManagerReply } from '../../../src/shared/manager/manager-channels.ts'
import type { InquiryChannel } from '../../../src/shared/manager/manager-channels.ts'
import { runEngine, syncOnce } from '../engine/running-engine.ts'
import { removeDir, temporaryDir } from '../serve/serve-process.ts'

/** Tuesday 24 November 2026, 3:00 pm in Regina, 4:00 pm in Hamilton and Ottawa, 2:00 pm in Denver. */
export const STAGE_MS = Date.UTC(2026, 10, 24, 21)

export const REGINA = 110501
export const HAMILTON = 110502
export const DENVER = 110503

export type StageSettings = Readonly<Record<string, unknown>>

/** A demo store at STAGE_MS, and an engine over it that can be started again with other settings. */
export interface AbsenceStage {
  readonly store: DemoStore
  readonly dataDir: string
  /** Ends the engine that runs, if any, and starts one with these settings over what was synced so far. */
  readonly engineWith: (settings: StageSettings) => Promise<EngineCore>
  /** One full sync; answers its failure in words, or null. */
  readonly sync: () => Promise<string | null>
}

export async function setAbsenceStage(): Promise<AbsenceStage> {
  const beganAtMs = Date.now()
  const store = await startDemoStore({ living: false, nowMs: () => STAGE_MS + (Date.now() - beganAtMs) })
  const dataDir = temporaryDir()
  let engine: EngineCore | null = null
  const engineWith = async (settings: StageSettings): Promise<EngineCore> => {
    await engine?.stop()
    writeFileSync(join(dataDir, 'settings.json'), JSON.stringify({ version: 1, ...settings }))
    engine = await runEngine(store, dataDir)
    return engine
  }
  onTestFinished(async () => {
    await engine?.stop()
    await store.close()
    removeDir(dataDir)
  })
  return { store, dataDir, engineWith, sync: async () => syncOnce(engine ?? (await engineWith({}))) }
}

/** What the engine answers to a manager's question; throws where it refuses. */
export async function askEngine<C extends InquiryChannel>(
  engine: EngineCore,
  channel: C,
  ...args: ManagerArgs<C>
): Promise<ManagerAnswer<C>> {
  const reply = (await engine.inquire({ channel, args })) as ManagerReply<ManagerAnswer<C>>
  if (!reply.ok) throw new Error(`${reply.code}: ${reply.message}`)
  return reply.answer
}

/** The board of Regina as that screen shows it; null where there is none. */
export function viewOn(engine: EngineCore, screen: string | null, locationId = REGINA): BoardView | null {
  let view: BoardView | null = null
  const query = { locationId, atMs: null, groupId: null, customer: 'recreational', screen } as const
  const subscribed = engine.boards.subscribeView(query, (event) => {
    if (event.kind === 'view') ({ view } = event)
  })
  if (subscribed.ok) subscribed.close()
  return view
}
