import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { WeeklyHours } from '../../../src/domain/schedule/opening-hours.ts'
import { createUpdater } from '../../../src/main/update/updater.ts'
import type { Updater, UpdaterHost } from '../../../src/main/update/updater.types.ts'
import type { UpdateSettings } from '../../../src/shared/update.ts'
import type { Feed, TestKey } from './feed.ts'

/** Noon in Regina, which has no daylight saving time: the store is open. */
export const NOON = Date.parse('2026-11-21T18:00:00Z')
export const HOUR_MS = 3_600_000
export const OPEN_9_TO_22: WeeklyHours = Array.from({ length: 7 }, () => ({ opensAt: '09:00', closesAt: '22:00' }))

export interface StoreMachine {
  readonly dataDir: string
  updater: Updater
  nowMs: number
  settings: UpdateSettings
  readonly refused: string[]
  /** The versions whose trial began: what the launcher starts next. */
  readonly begun: string[]
  /** What went into the slots: version and content. */
  readonly installed: { readonly version: string; readonly content: Buffer }[]
  readonly warnings: string[]
  restarts: number
  /** Why the slots take nothing, or null. */
  slotFault: string | null
  /** Why no trial begins, or null. */
  trialFault: string | null
  isTrialUnderWay: boolean
  isInUse: boolean
  /** What happens meanwhile. */
  whileUnpacking: () => void
  freeBytes: number
  hours: WeeklyHours | null
  clockAheadMs: number
  /** A check at once. */
  readonly check: () => Promise<void>
  /** The program is started anew. */
  readonly startAgain: (version?: string) => void
}

/** The updater of a store's machine that runs 1.0.0, over real HTTP and real files; time alone is made. */
export function storeMachine(
  feed: Pick<Feed, 'url'>,
  keys: readonly TestKey[],
  more: Partial<UpdaterHost> = {}
): StoreMachine {
  const dataDir = mkdtempSync(join(tmpdir(), 'topshelf-updates-'))
  let running = '1.0.0'
  const open = (): Updater =>
    createUpdater({
      dataDir,
      runningVersion: running,
      off: null,
      keys: keys.map(({ accepted }) => accepted),
      slots: {
        fileEnding: '.tar.gz',
        refused: () => machine.refused.map((version) => ({ version, reason: 'not-painted', atMs: NOON })),
        isFree: () => !machine.isTrialUnderWay,
        unpack: async (file, version) => {
          if (machine.slotFault !== null) return { ok: false, message: machine.slotFault }
          machine.installed.push({ version, content: readFileSync(file) })
          machine.whileUnpacking()
          return { ok: true, unpacked: { slot: 'a', version, executable: `/slots/a/${version}` } }
        },
        begin: ({ version, executable }) => {
          if (machine.trialFault !== null) return { ok: false, message: machine.trialFault }
          expect(executable).toBe(`/slots/a/${machine.installed.at(-1)?.version}`)
          machine.begun.push(version)
          return { ok: true }
        }
      },
      settings: () => machine.settings,
      hours: async () => ({
        nowMs: machine.nowMs + machine.clockAheadMs,
        stores: [{ timeZone: 'America/Regina', hours: machine.hours }]
      }),
      machineZone: () => 'America/Regina',
      isInUse: () => machine.isInUse,
      restart: () => {
        machine.restarts += 1
      },
      freeBytes: () => machine.freeBytes,
      limits: { answerMs: 5000, answerBytes: 100_000, stallMs: 2000, fileMs: 30_000 },
      nowMs: () => machine.nowMs,
      random: () => 0.5,
      warn: (line) => machine.warnings.push(line),
      ...more
    })
  const machine: StoreMachine = {
    dataDir,
    nowMs: NOON,
    settings: { enabled: true, feedUrl: feed.url, channel: 'stable', pinnedVersion: null },
    refused: [],
    begun: [],
    installed: [],
    warnings: [],
    restarts: 0,
    slotFault: null,
    trialFault: null,
    isTrialUnderWay: false,
    isInUse: false,
    whileUnpacking: () => undefined,
    freeBytes: 50_000_000_000,
    hours: OPEN_9_TO_22,
    clockAheadMs: 0,
    updater: undefined as unknown as Updater,
    check: async () => {
      machine.updater.ask('check')
      await machine.updater.step()
    },
    startAgain: (version = running) => {
      running = version
      machine.updater = open()
    }
  }
  machine.updater = open()
  return machine
}
