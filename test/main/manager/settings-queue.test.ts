import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Engine } from '../../../src/main/engine/engine.types.ts'
import type { ManagerDesk } from '../../../src/main/manager/desk.ts'
import { NO_NETWORK } from '../../../src/main/manager/network-handlers.ts'
import { openManagerDesk } from '../../../src/main/manager/open-desk.ts'
import { SERVED_UPDATES } from '../../../src/main/manager/updates-calls.ts'
import { createPinGate } from '../../../src/main/manager/pin-gate.ts'
import { createScreensHost } from '../../../src/main/screens/screens-host.ts'
import { defaultSettings, loadSettings, saveSettings } from '../../../src/main/settings/settings-file.ts'
import { removeDir, temporaryDir } from '../serve/serve-process.ts'
import { NO_ACTIONS } from './no-actions.ts'

const PIN = '2580'
const REPORT = { columns: { code: 'SKU' }, dateOrder: 'ymd', decimals: 'point' } as const

let dataDir: string
let desk: ManagerDesk
let token: string
let restarts: number
/** Ends the wait of every question to the engine. */
let letGo: () => void
let asked: Promise<void>

beforeEach(async () => {
  dataDir = temporaryDir()
  restarts = 0
  saveSettings(dataDir, defaultSettings)
  const held = new Promise<void>((resolve) => (letGo = resolve))
  let reached: () => void = () => undefined
  asked = new Promise((resolve) => (reached = resolve))
  // An engine that takes its time, which is when the saves of others come in.
  const engine = {
    inquire: async () => {
      reached()
      await held
      return { ok: true, answer: { stores: [], markets: [], groups: [] } }
    }
  } as unknown as Engine
  desk = openManagerDesk({
    updates: SERVED_UPDATES,
    dataDir,
    print: { listening: () => null, addresses: () => [], savePdf: null },
    network: NO_NETWORK,
    engine: () => engine,
    problem: () => null,
    warn: () => undefined,
    actions: { ...NO_ACTIONS, restartEngine: () => void (restarts += 1) },
    screens: { screens: createScreensHost(dataDir, () => undefined), pairingAddress: () => null }
  })
  await createPinGate({ dataDir, nowMs: Date.now, cost: { N: 16, r: 1, p: 1 } }).choose(PIN)
  const reply = await desk.answer({ token: null, mayChoosePin: true }, 'gate:unlock', [PIN])
  if (!reply.ok) throw new Error(reply.message)
  token = (reply.answer as { token: string }).token
})
afterEach(() => removeDir(dataDir))

async function ask(channel: string, ...args: readonly unknown[]): Promise<unknown> {
  const reply = await desk.answer({ token, mayChoosePin: false }, channel, args)
  if (!reply.ok) throw new Error(reply.message)
  return reply.answer
}

async function revisionNow(): Promise<string> {
  return ((await ask('settings:read')) as { revision: string }).revision
}

describe('what is saved while a save of the settings waits for the engine', () => {
  it.each([
    ['how the register’s report is read', 'register:remember', REPORT, { registerReport: REPORT }],
    ['the address for phones', 'print:keep-address', 'https://menu.example', { publicUrl: 'https://menu.example' }]
  ])('is not lost: %s', async (_what, channel, given, kept) => {
    const saving = ask('settings:save', await revisionNow(), { staleAfterMinutes: 30 })
    await asked
    const keeping = ask(channel, given)
    letGo()
    await Promise.all([saving, keeping])
    expect(loadSettings(dataDir).settings).toEqual({ ...defaultSettings, staleAfterMinutes: 30, ...kept })
  })

  it('loses nothing of the save, either: three at once', async () => {
    const revision = await revisionNow()
    const all = [
      ask('print:keep-address', 'https://menu.example'),
      ask('settings:save', revision, { staleAfterMinutes: 30 }),
      ask('register:remember', REPORT)
    ]
    letGo()
    await Promise.all(all)
    expect(loadSettings(dataDir).settings).toEqual({
      ...defaultSettings,
      staleAfterMinutes: 30,
      publicUrl: 'https://menu.example',
      registerReport: REPORT
    })
  })
})

describe('the address for phones and the register’s report', () => {
  it('are kept without another engine, and make no open form of the settings old', async () => {
    letGo()
    const revision = await revisionNow()
    expect(await ask('print:keep-address', 'https://menu.example')).toEqual({ ok: true })
    expect(await ask('register:remember', REPORT)).toBeNull()
    expect(restarts).toBe(0)
    await ask('settings:save', revision, { staleAfterMinutes: 30 })
    expect(restarts).toBe(1)
    expect(loadSettings(dataDir).settings).toMatchObject({ publicUrl: 'https://menu.example', staleAfterMinutes: 30 })
  })

  it('wrong ones are refused as before', async () => {
    expect(await ask('print:keep-address', 'nowhere at all')).toMatchObject({ ok: false })
    expect(loadSettings(dataDir).settings.publicUrl).toBeNull()
  })
})
