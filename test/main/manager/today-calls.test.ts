import { statfsSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startDemoStore } from '../../../src/main/demo-store/demo-store.ts'
import type { DemoStore } from '../../../src/main/demo-store/demo-store.types.ts'
import type { EngineCore } from '../../../src/main/engine/engine-core.ts'
import type { Engine } from '../../../src/main/engine/engine.types.ts'
import { machineHandlersOf } from '../../../src/main/manager/machine-handlers.ts'
import { createScreensHost, type ScreensHost } from '../../../src/main/screens/screens-host.ts'
import { loadSettings, saveSettings } from '../../../src/main/settings/settings-file.ts'
import { SERVED_UPDATES } from '../../../src/main/manager/updates-calls.ts'
import type { MachineNews } from '../../../src/shared/manager/today.ts'
import type { UpdateState } from '../../../src/shared/update.ts'
import { runEngine, syncOnce } from '../engine/running-engine.ts'
import { removeDir, temporaryDir } from '../serve/serve-process.ts'
import { NO_ACTIONS } from './no-actions.ts'

vi.mock('node:fs', { spy: true })

const REGINA = 110501
const ROOM = { bavail: 1_000_000, bsize: 4096 }

let dataDir: string
let screens: ScreensHost
let store: DemoStore | null
let core: EngineCore | null
let updates: UpdateState

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'], now: Date.parse('2026-11-20T22:20:00Z') })
  dataDir = temporaryDir()
  screens = createScreensHost(dataDir, (line) => {
    throw new Error(line)
  })
  store = null
  core = null
  updates = { ...SERVED_UPDATES.state(), off: null, running: '1.0.0', timeZone: 'America/Regina' }
  leaveOnDisk(ROOM)
})
afterEach(async () => {
  vi.useRealTimers()
  vi.mocked(statfsSync).mockReset()
  await core?.stop()
  await store?.close()
  removeDir(dataDir)
})

/** How much room there is, is the machine's own: like the clock, it is told to the test. */
function leaveOnDisk(room: { readonly bavail: number; readonly bsize: number }): void {
  vi.mocked(statfsSync).mockReturnValue(room as ReturnType<typeof statfsSync>)
}

async function engineRuns(): Promise<EngineCore> {
  store = await startDemoStore({ living: false })
  core = await runEngine(store, dataDir)
  expect(await syncOnce(core)).toBeNull()
  return core
}

async function wants(problem: string | null = null): Promise<MachineNews['wants']> {
  return (await news(problem)).wants
}

/** What the home view says, by the handlers that the app and `serve` have. */
async function news(problem: string | null = null): Promise<MachineNews> {
  const running = core
  const engine = running === null ? null : { inquire: inquiryOf(running) }
  const { handlers } = machineHandlersOf({
    dataDir,
    engine: () => engine as Engine | null,
    problem: () => problem ?? '',
    actions: NO_ACTIONS,
    screens: { screens, pairingAddress: () => null },
    updates: { state: () => updates }
  })
  const reply = await handlers['home:machine']({ token: null, mayChoosePin: false })
  if (!reply.ok) throw new Error(reply.message)
  return reply.answer
}

function inquiryOf(running: EngineCore): Engine['inquire'] {
  return (async (channel, args) => running.inquire({ channel, args })) as Engine['inquire']
}

function pair(name: string): string {
  const waited = screens.pairing.wait(null, '192.168.1.20')
  if (waited.kind !== 'code') throw new Error('paired already')
  const paired = screens.pairing.pair(waited.ticket, { name, locationId: REGINA, board: null })
  if (paired === null) throw new Error('not paired')
  return paired.id
}

/** A page that shows a board; answers what closes it. */
function openPage(page: string, screen: string, pairedId: string | null): () => void {
  const query = { locationId: REGINA, atMs: null, groupId: null, customer: 'recreational', screen, page } as const
  const subscribed = core?.boards.subscribeView(query, () => undefined)
  const leave = screens.open.open({
    describe: () => ({
      page,
      locationId: REGINA,
      screen,
      board: null,
      setAs: null,
      place: { kind: 'browser', address: '192.168.1.20' }
    }),
    tell: () => undefined
  })
  screens.open.identified(page, { tab: null, pairedId })
  return () => {
    if (subscribed?.ok === true) subscribed.close()
    leave()
  }
}

function later(seconds: number): void {
  // The steady clock with it: a clock that is set alone is not time that passed.
  vi.advanceTimersByTime(seconds * 1000)
}

describe('what wants a look on this machine', () => {
  it('is nothing where an engine runs, the disk has room, and every screen is there', async () => {
    await engineRuns()
    openPage('p1', 'Bar', pair('Bar'))
    expect(await wants()).toEqual([])
  })

  it('is an engine that does not run, and why, also when nothing else can be asked', async () => {
    expect(await wants('The data directory cannot be written')).toEqual([
      {
        words: 'Nothing keeps the boards up to date just now.',
        detail: 'The data directory cannot be written',
        place: 'health'
      },
      { words: 'No screen is on.', detail: null, place: 'screens' }
    ])
  })

  it('is a paired screen that is off, once it has been gone for longer than a page takes to load anew', async () => {
    await engineRuns()
    const close = openPage('p1', 'Bar', pair('Bar'))
    later(3600)
    close()
    later(30)
    expect(await wants()).toEqual([])
    later(60)
    expect(await wants()).toEqual([
      {
        words: 'Bar: the screen is off, or has lost the network.',
        detail: expect.stringMatching(/^Last seen /),
        place: 'screens'
      }
    ])
    openPage('p2', 'Bar', screens.pairing.list()[0]?.id ?? null)
    expect(await wants()).toEqual([])
  })

  it('is a screen that is open and has said nothing for more than 75 seconds', async () => {
    const engine = await engineRuns()
    openPage('p1', 'Till', null)
    later(75)
    expect(await wants()).toEqual([])
    later(1)
    expect(await wants()).toEqual([
      {
        words: 'Till: the screen does not answer.',
        detail: 'Browser at 192.168.1.20. Heard 1\u00a0min ago',
        place: 'screens'
      }
    ])
    engine.boards.screenAlive(
      { locationId: REGINA, atMs: null, groupId: null, customer: 'recreational', screen: 'Till', page: 'p1' },
      null
    )
    expect(await wants()).toEqual([])
  })

  it('is that no screen is on; one that answers is counted as well, one that does not is not', async () => {
    const engine = await engineRuns()
    expect(await news()).toEqual({
      well: [],
      wants: [{ words: 'No screen is on.', detail: null, place: 'screens' }]
    })
    openPage('p1', 'Till', null)
    expect(await news()).toEqual({ well: ['One screen is on.'], wants: [] })
    later(76)
    openPage('p2', 'Bar', null)
    expect(await news()).toMatchObject({
      well: ['One screen is on.'],
      wants: [{ words: 'Till: the screen does not answer.' }]
    })
    engine.boards.screenAlive(
      { locationId: REGINA, atMs: null, groupId: null, customer: 'recreational', screen: 'Till', page: 'p1' },
      null
    )
    expect(await news()).toEqual({ well: ['2 screens are on.'], wants: [] })
  })

  it('is a new version that had to go back at night, why, and what comes now; one that was followed by another is not', async () => {
    await engineRuns()
    openPage('p1', 'Till', null)
    const atMs = Date.parse('2026-11-20T10:02:00Z')
    const refused = [
      { version: '0.9.0', reason: 'crashed', atMs: atMs - 86_400_000 },
      { version: '1.1.0', reason: 'not-painted', atMs }
    ] as const
    updates = { ...updates, refused }
    expect(await wants()).toEqual([
      {
        words: 'Version 1.1.0 did not prove itself here: 1.0.0 is on again.',
        detail:
          'It painted no board in two minutes, and the version before was started again. ' +
          'It is not tried again. The version after it is taken as usual. (4:02 am)',
        place: 'health'
      }
    ])
    updates = { ...updates, running: '1.2.0' }
    expect(await wants()).toEqual([])
  })

  it.each([
    ['fr-CA', 'La version 1.1.0 n’a pas fait ses preuves ici\u00a0: 1.0.0 a repris.'],
    ['es', 'La versión 1.1.0 no pasó la prueba aquí: volvió la 1.0.0.']
  ])('is a version that went back, in the manager’s language: %s', async (language, sentence) => {
    saveSettings(dataDir, { ...loadSettings(dataDir).settings, language })
    updates = { ...updates, refused: [{ version: '1.1.0', reason: 'crashed', atMs: Date.now() }] }
    expect((await wants('x')).map(({ words }) => words)).toContain(sentence)
  })

  it('is a disk that is nearly full', async () => {
    await engineRuns()
    openPage('p1', 'Till', null)
    leaveOnDisk({ bavail: 10_000, bsize: 4096 })
    expect(await wants()).toEqual([
      {
        words: expect.stringMatching(/^The disk is nearly full: 41.MB are left\.$/),
        detail: 'Without room new prices cannot be kept. Delete what is not needed.',
        place: 'health'
      }
    ])
  })

  it.each([
    ['fr-CA', 'Bar\u00a0: l’écran est éteint ou n’a plus de réseau.'],
    ['es', 'Bar: la pantalla está apagada o se quedó sin red.']
  ])('in the manager’s language: %s', async (language, sentence) => {
    saveSettings(dataDir, { ...loadSettings(dataDir).settings, language })
    pair('Bar')
    later(3600)
    expect((await wants('x')).map(({ words }) => words)).toContain(sentence)
  })
})
