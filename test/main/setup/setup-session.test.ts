import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CovaResult } from '../../../src/main/cova/cova-failure.ts'
import type { Engine, EngineStart } from '../../../src/main/engine/engine.types.ts'
import {
  createSetupSession,
  type Choice,
  type EngineSource,
  type SetupHost
} from '../../../src/main/setup/setup-session.ts'
import type {
  DisplayChoice,
  FirstRunAnswers,
  LocationChoice,
  SetupNotice,
  SetupState,
  SyncProgress
} from '../../../src/shared/setup.ts'

const credentials = {
  companyId: '110447',
  clientId: 'client',
  clientSecret: 'sesame',
  username: 'reader',
  password: 'p'
}
const regina: LocationChoice = { locationId: 1, name: 'Regina', place: 'Regina, SK', market: null, problem: null }
const unknown: LocationChoice = {
  locationId: 2,
  name: 'Nowhere',
  place: '',
  market: null,
  problem: 'currency-unknown'
}
const done: SyncProgress = { feed: 'locations', records: 2, done: true, error: null }
const failed: SyncProgress = {
  feed: 'prices',
  records: 0,
  done: false,
  error: { code: 'unreachable', way: 'dns', message: 'Cova is not reachable (DNS)' }
}

/** A machine whose engines sync when the test says so, and that keeps what it is given. */
class Machine implements SetupHost {
  choice: Choice = { source: null, locationId: null }
  locations: readonly LocationChoice[] = []
  stored: typeof credentials | null = null
  notice: SetupNotice | null = null
  checked: CovaResult<null> = { ok: true, value: null }
  startRefusals: string[] = []
  readonly started: EngineSource[] = []
  running = 0
  progress: (progress: readonly SyncProgress[]) => void = () => undefined
  /** Ends the engine started last by itself. */
  die: (why?: string) => void = () => undefined

  /** What the next questions for locations wait for, in their order. */
  answersAfter: Promise<void>[] = []
  displaysNow: readonly DisplayChoice[] = []
  firstRuns: { restrictTo: readonly number[] | null; answers: FirstRunAnswers }[] = []
  saveRefusal: string | null = null

  readonly ownStores: number[] = []
  filtered = false
  readonly begun: boolean[] = []
  beginSource = async (isOtherCompany: boolean) => {
    this.begun.push(isOtherCompany)
    return this.filtered
  }
  displays = () => this.displaysNow
  saveFirstRun = async (choice: Choice, restrictTo: readonly number[] | null, answers: FirstRunAnswers) => {
    if (this.saveRefusal !== null) return { ok: false as const, code: 'disk-full' as const, message: this.saveRefusal }
    this.choice = choice
    this.firstRuns.push({ restrictTo, answers })
    return { ok: true as const, restart: restrictTo !== null }
  }
  loadChoice = async () => this.choice
  saveChoice = async (choice: Choice) => void (this.choice = choice)
  loadCredentials = async () => this.stored
  storeCredentials = async (given: typeof credentials) => {
    this.stored = given
    return { notice: this.notice }
  }
  checkCredentials = async () => this.checked
  startEngine = async (source: EngineSource, onDeath: (message: string) => void): Promise<EngineStart> => {
    const message = this.startRefusals.shift()
    if (message !== undefined) return { ok: false, code: 'writer-busy', message }
    this.started.push(source)
    this.running += 1
    this.die = (why = 'The engine ended') => {
      this.running -= 1
      onDeath(why)
    }
    const engine = {
      ownStoreIs: (locationId: number) => void this.ownStores.push(locationId),
      locationChoices: async () => {
        const { locations } = this
        await this.answersAfter.shift()
        return locations
      },
      onSyncProgress: (listener: (progress: readonly SyncProgress[]) => void) => {
        this.progress = listener
        return () => void (this.progress = () => undefined)
      },
      stop: async () => void (this.running -= 1)
    }
    return { ok: true, engine: engine as unknown as Engine }
  }
}

let machine: Machine

beforeEach(() => {
  vi.useFakeTimers()
  machine = new Machine()
})
afterEach(() => void vi.useRealTimers())

/** Lets everything that is due happen, but no time pass. */
const settle = () => vi.advanceTimersByTimeAsync(0)

describe('first run', () => {
  it('goes from the source over syncing and the location to the board, and keeps what was chosen', async () => {
    const session = createSetupSession(machine)
    const states: SetupState[] = []
    session.onChanged((state) => states.push(state))
    expect(session.isOpened()).toBe(false)
    expect(await session.open()).toEqual({ ok: true, state: { phase: 'choose-source' } })
    expect(session.isOpened()).toBe(true)
    expect(session.engine()).toBeNull()

    expect(await session.useDemo()).toEqual({ ok: true, state: { phase: 'syncing', source: 'demo', progress: [] } })
    machine.locations = [unknown, regina]
    machine.progress([done])
    await settle()
    expect(session.state()).toEqual({ phase: 'choose-location', source: 'demo', locations: [unknown, regina] })

    const ready = { phase: 'ready', source: 'demo', locationId: 1 }
    expect(await session.chooseLocation(1, null)).toEqual({ ok: true, state: ready })
    expect(machine.choice).toEqual({ source: 'demo', locationId: 1 })
    expect(states.map((state) => state.phase)).toEqual(['syncing', 'syncing', 'choose-location', 'ready'])
  })

  it('stays at the last questions where an offer that was being made comes after the choice', async () => {
    const session = createSetupSession(machine)
    await session.open()
    await session.connect(credentials)
    machine.locations = [regina]
    machine.progress([done])
    await settle()
    expect(session.state().phase).toBe('choose-location')

    let answerLate = (): void => undefined
    machine.answersAfter = [new Promise((resolve) => (answerLate = resolve))]
    machine.progress([done])
    expect((await session.chooseLocation(1, null)).ok).toBe(true)
    expect(session.state().phase).toBe('finish')
    answerLate()
    await settle()
    expect(session.state().phase).toBe('finish')
  })

  it('offers nothing while no location can be shown and more may come, and what there is once nothing may', async () => {
    const session = createSetupSession(machine)
    await session.open()
    await session.useDemo()
    machine.locations = [unknown]
    machine.progress([{ ...done, done: false }])
    await settle()
    expect(session.state().phase).toBe('syncing')
    machine.progress([done, failed])
    await settle()
    expect(session.state()).toEqual({ phase: 'choose-location', source: 'demo', locations: [unknown] })
  })

  it('refuses a location that is unknown or cannot be shown, with the reason', async () => {
    machine.locations = [unknown, regina]
    const session = createSetupSession(machine)
    expect((await session.chooseLocation(1, null)).ok).toBe(false)
    await session.useDemo()
    expect(await session.chooseLocation(9, null)).toMatchObject({
      ok: false,
      code: 'no-such-store',
      message: 'There is no location 9.'
    })
    expect(await session.chooseLocation(2, null)).toMatchObject({ ok: false, code: 'currency-unknown' })
    expect(machine.choice.locationId).toBeNull()
  })

  it('chooses the first location that can be shown by itself, where that was asked', async () => {
    const session = createSetupSession(machine, { chooseFirst: true })
    await session.useDemo()
    machine.locations = [unknown, regina]
    machine.progress([done])
    await settle()
    expect(session.state()).toEqual({ phase: 'ready', source: 'demo', locationId: 1 })
  })

  it('one engine runs however often the demo store is asked for', async () => {
    const session = createSetupSession(machine)
    await Promise.all([session.useDemo(), session.useDemo(), session.useDemo()])
    expect(machine.started).toEqual([{ kind: 'demo' }])
    expect(machine.running).toBe(1)
  })

  it('says why the engine does not start, and can be tried again', async () => {
    machine.startRefusals.push('Another Topshelf writes to /data')
    const session = createSetupSession(machine)
    expect(await session.useDemo()).toEqual({
      ok: false,
      field: null,
      code: 'writer-busy',
      message: 'Another Topshelf writes to /data'
    })
    expect(session.state()).toEqual({ phase: 'choose-source' })
    expect((await session.useDemo()).ok).toBe(true)
  })
})

describe('connecting to Cova', () => {
  it('names the field that is empty, and asks nobody', async () => {
    const session = createSetupSession(machine)
    expect(await session.connect({ ...credentials, username: ' ' })).toEqual({
      ok: false,
      field: 'username',
      code: 'missing',
      message: 'The user name is missing.'
    })
    expect(machine.started).toEqual([])
  })

  it('keeps nothing of credentials that Cova refuses, and hands on its reason', async () => {
    const failure = {
      code: 'bad-credentials',
      message: 'Cova does not know the user',
      status: 400,
      retryAfterMs: null
    } as const
    machine.checked = { ok: false, failure }
    const session = createSetupSession(machine)
    expect(await session.connect(credentials)).toMatchObject({ ok: false, message: 'Cova does not know the user' })
    expect(machine.stored).toBeNull()
    expect(machine.choice.source).toBeNull()
  })

  it('changes over from the demo store, and says where the credentials cannot be kept', async () => {
    machine.notice = { code: 'no-key-store', message: 'kept for this run' }
    machine.locations = [regina]
    const session = createSetupSession(machine)
    await session.useDemo()
    await session.chooseLocation(1, null)
    session.reopen()
    expect(await session.connect(credentials)).toMatchObject({ ok: true, notice: { message: 'kept for this run' } })
    expect(machine.started).toEqual([{ kind: 'demo' }, { kind: 'cova', credentials }])
    expect(machine.running).toBe(1)
    expect(machine.choice).toEqual({ source: 'cova', locationId: null })
  })
})

describe('the last questions', () => {
  const answers: FirstRunAnswers = { market: { kind: 'restricted', hides: ['potency'] }, displays: [true, false] }

  async function atTheStore(): Promise<ReturnType<typeof createSetupSession>> {
    machine.locations = [regina, { ...regina, locationId: 3, name: 'Laval' }]
    machine.displaysNow = [
      { label: 'TV', width: 3840, height: 2160, isPrimary: true },
      { label: 'TV', width: 1920, height: 1080, isPrimary: false }
    ]
    const session = createSetupSession(machine)
    await session.connect(credentials)
    return session
  }

  it('come after a store of Cova, and keep everything at once; the engine starts anew with it', async () => {
    const session = await atTheStore()
    expect(await session.chooseLocation(1, [1, 3])).toMatchObject({
      ok: true,
      state: { phase: 'finish', locationName: 'Regina', displays: machine.displaysNow }
    })
    // A machine that is switched off here asks again.
    expect(machine.choice).toEqual({ source: 'cova', locationId: null })
    expect(machine.started).toHaveLength(1)
    expect(await session.finish(answers)).toEqual({
      ok: true,
      state: { phase: 'ready', source: 'cova', locationId: 1 }
    })
    expect(machine.choice).toEqual({ source: 'cova', locationId: 1 })
    expect(machine.firstRuns).toEqual([{ restrictTo: [1, 3], answers }])
    expect(machine.started).toEqual([
      { kind: 'cova', credentials },
      { kind: 'cova', credentials }
    ])
    expect(machine.running).toBe(1)
  })

  it('start no other engine where nothing is restricted', async () => {
    const session = await atTheStore()
    await session.chooseLocation(1, null)
    await session.finish({ market: { kind: 'free' }, displays: [true, true] })
    expect(machine.started).toHaveLength(1)
    expect(session.state().phase).toBe('ready')
  })

  it('refuse a machine without any board, a store that would not be served, and answers before the store', async () => {
    const session = await atTheStore()
    expect(await session.finish(answers)).toMatchObject({ ok: false })
    expect(await session.chooseLocation(1, [3])).toMatchObject({ ok: false })
    await session.chooseLocation(1, null)
    expect(await session.finish({ ...answers, displays: [false, false] })).toMatchObject({ ok: false })
    expect(machine.firstRuns).toEqual([])
  })

  it('say so where they cannot be kept, and can be answered again', async () => {
    const session = await atTheStore()
    await session.chooseLocation(1, null)
    machine.saveRefusal = 'The disk is full'
    expect(await session.finish(answers)).toMatchObject({ ok: false, code: 'disk-full', message: 'The disk is full' })
    expect(session.state().phase).toBe('finish')
    machine.saveRefusal = null
    expect(await session.finish(answers)).toMatchObject({ ok: true })
  })
})

describe('first run over a board', () => {
  beforeEach(() => {
    machine.choice = { source: 'cova', locationId: 1 }
    machine.stored = credentials
    machine.locations = [regina]
  })

  it('gives way to the board again where nobody answers', async () => {
    const session = createSetupSession(machine)
    await session.open()
    session.reopen()
    await vi.advanceTimersByTimeAsync(9 * 60_000)
    expect(session.state().phase).toBe('choose-source')
    await vi.advanceTimersByTimeAsync(2 * 60_000)
    expect(session.state()).toEqual({ phase: 'ready', source: 'cova', locationId: 1 })
    expect(machine.running).toBe(1)
  })

  it('forgets what was chosen of the stores before another source is taken, and not for the same company', async () => {
    const session = createSetupSession(machine)
    await session.open()
    session.reopen()
    await session.connect({ ...credentials, password: 'new' })
    expect(machine.begun).toEqual([false])
    await session.useDemo()
    expect(machine.begun).toEqual([false, true])
  })

  it('starts a demo store anew that ran under another choice of stores, and tells the engine which is its own', async () => {
    machine.choice = { source: 'demo', locationId: 1 }
    machine.filtered = true
    const session = createSetupSession(machine)
    await session.open()
    session.reopen()
    await session.useDemo()
    await settle()
    await session.chooseLocation(1, null)
    expect(machine.started).toHaveLength(3)
    expect(machine.ownStores.at(-1)).toBe(1)
    expect(session.state()).toEqual({ phase: 'ready', source: 'demo', locationId: 1 })
  })
})

describe('a sync that is stopped', () => {
  it('ends the engine, goes back, and the same source goes on from what is stored', async () => {
    const session = createSetupSession(machine)
    await session.useDemo()
    expect(await session.cancel()).toEqual({ ok: true, state: { phase: 'choose-source' } })
    expect(machine.running).toBe(0)
    expect(session.engine()).toBeNull()
    expect(await session.useDemo()).toMatchObject({ ok: true, state: { phase: 'syncing' } })
    expect(machine.running).toBe(1)
  })

  it('is not what a board is: one that stands stays', async () => {
    machine.choice = { source: 'demo', locationId: 1 }
    const session = createSetupSession(machine)
    await session.open()
    expect(await session.cancel()).toMatchObject({ ok: true, state: { phase: 'ready' } })
    expect(machine.running).toBe(1)
  })
})

describe('connecting anew', () => {
  it('to the same company keeps the location, to another one does not', async () => {
    machine.choice = { source: 'cova', locationId: 1 }
    machine.stored = credentials
    const session = createSetupSession(machine)
    await session.open()
    await session.connect({ ...credentials, password: 'new' })
    expect(machine.choice).toEqual({ source: 'cova', locationId: 1 })
    await session.connect({ ...credentials, companyId: '220' })
    expect(machine.choice).toEqual({ source: 'cova', locationId: null })
  })
})

describe('a later start', () => {
  it('goes straight to the board', async () => {
    machine.choice = { source: 'cova', locationId: 1 }
    machine.stored = credentials
    const session = createSetupSession(machine)
    const ready = { phase: 'ready', source: 'cova', locationId: 1 }
    expect(await session.open()).toEqual({ ok: true, state: ready })
    expect(machine.started).toEqual([{ kind: 'cova', credentials }])
  })

  it('can be set up anew, and goes back to the board where that is called off', async () => {
    machine.choice = { source: 'demo', locationId: 1 }
    const session = createSetupSession(machine)
    await session.open()
    expect(session.reopen()).toEqual({ phase: 'choose-source' })
    expect(session.reopen()).toEqual({ phase: 'ready', source: 'demo', locationId: 1 })
    expect(machine.running).toBe(1)
  })

  it('shows no question while the key store is slow to give the credentials', async () => {
    machine.choice = { source: 'cova', locationId: 1 }
    machine.loadCredentials = () => new Promise(() => undefined)
    const session = createSetupSession(machine)
    void session.open()
    await settle()
    expect(session.state()).toEqual({ phase: 'ready', source: 'cova', locationId: 1 })
  })

  it('shows the stored board where the credentials are gone, and says so', async () => {
    machine.choice = { source: 'cova', locationId: 1 }
    const opened = await createSetupSession(machine).open()
    expect(opened).toMatchObject({ ok: true, state: { phase: 'ready' } })
    expect(opened.ok && opened.notice).toMatchObject({
      code: 'forgotten',
      message: expect.stringContaining('credentials')
    })
    expect(machine.started).toEqual([null])
  })

  it('asks for the location where only the source was chosen', async () => {
    machine.choice = { source: 'demo', locationId: null }
    machine.locations = [regina]
    const session = createSetupSession(machine)
    await session.open()
    await settle()
    expect(session.state().phase).toBe('choose-location')
  })

  it('with an engine that does not start says why, asks nobody anything, and tries again by itself', async () => {
    machine.choice = { source: 'demo', locationId: 1 }
    machine.startRefusals.push('/data cannot be written', '/data cannot be written')
    const session = createSetupSession(machine)
    const phases: string[] = []
    session.onChanged(({ phase }) => phases.push(phase))
    expect(await session.open()).toMatchObject({ ok: false, message: '/data cannot be written' })
    expect(session.problem()?.message).toBe('/data cannot be written')
    await vi.advanceTimersByTimeAsync(1000 + 2000)
    expect(session.engine()).not.toBeNull()
    expect(session.problem()).toBeNull()
    expect(new Set(phases)).toEqual(new Set(['ready']))
    expect(machine.running).toBe(1)
  })

  it('goes on to the locations once the engine starts, where only the source was chosen', async () => {
    machine.choice = { source: 'demo', locationId: null }
    machine.locations = [regina]
    machine.startRefusals.push('busy')
    const session = createSetupSession(machine)
    expect(await session.open()).toMatchObject({ ok: false })
    expect(session.state()).toEqual({ phase: 'choose-source' })
    await vi.advanceTimersByTimeAsync(1000)
    expect(session.state().phase).toBe('choose-location')
  })

  it('is not tried again where a manager took a source meanwhile', async () => {
    machine.choice = { source: 'demo', locationId: 1 }
    machine.startRefusals.push('busy')
    const session = createSetupSession(machine)
    await session.open()
    expect(await session.connect(credentials)).toMatchObject({ ok: true })
    await vi.advanceTimersByTimeAsync(120_000)
    expect(machine.started).toEqual([{ kind: 'cova', credentials }])
  })

  it('goes back to its board, with its engine, after another source was refused', async () => {
    machine.choice = { source: 'demo', locationId: 1 }
    const session = createSetupSession(machine)
    await session.open()
    session.reopen()
    machine.startRefusals.push('no room')
    expect(await session.connect(credentials)).toMatchObject({ ok: false, message: 'no room' })
    expect(session.engine()).toBeNull()
    expect(session.reopen()).toEqual({ phase: 'ready', source: 'demo', locationId: 1 })
    await settle()
    expect(session.engine()).not.toBeNull()
  })
})

describe('an engine that dies', () => {
  it('is followed by another, at growing distances until one starts, and the state stays', async () => {
    machine.choice = { source: 'demo', locationId: 1 }
    const session = createSetupSession(machine)
    await session.open()
    const heard: SetupState[] = []
    session.onChanged((state) => heard.push(state))
    machine.startRefusals.push('busy', 'busy')
    machine.die()
    await settle()
    expect(session.engine()).toBeNull()
    expect(session.state().phase).toBe('ready')
    expect(session.problem()?.message).toBe('The engine ended')
    await vi.advanceTimersByTimeAsync(1000 + 2000)
    expect(session.engine()).toBeNull()
    expect(session.problem()?.message).toBe('busy')
    await vi.advanceTimersByTimeAsync(4000)
    expect(session.engine()).not.toBeNull()
    expect(session.problem()).toBeNull()
    expect(heard).toEqual(heard.map(() => ({ phase: 'ready', source: 'demo', locationId: 1 })))
  })

  it('is followed by one, at growing distances while each dies at once', async () => {
    machine.choice = { source: 'demo', locationId: 1 }
    await createSetupSession(machine).open()
    for (const delayMs of [1000, 2000, 4000]) {
      const before = machine.started.length
      machine.die()
      await vi.advanceTimersByTimeAsync(delayMs - 1)
      expect(machine.started.length).toBe(before)
      await vi.advanceTimersByTimeAsync(1)
      expect(machine.started.length).toBe(before + 1)
    }
    await vi.advanceTimersByTimeAsync(60_000)
    machine.die()
    await vi.advanceTimersByTimeAsync(1000)
    expect(machine.started.length).toBe(5)
    expect(machine.running).toBe(1)
  })

  it('late, after another source was taken, is of no interest', async () => {
    machine.choice = { source: 'demo', locationId: 1 }
    const session = createSetupSession(machine)
    await session.open()
    const dieLate = machine.die
    await session.connect(credentials)
    const engine = session.engine()
    dieLate()
    await vi.advanceTimersByTimeAsync(120_000)
    expect(session.engine()).toBe(engine)
    expect(machine.started.length).toBe(2)
  })

  it('while it was being asked for a location is no error', async () => {
    const session = createSetupSession(machine)
    await session.useDemo()
    machine.die()
    expect(await session.chooseLocation(1, null)).toMatchObject({ ok: false, field: null })
  })

  it('has no follower once the session is closed', async () => {
    machine.choice = { source: 'demo', locationId: 1 }
    const session = createSetupSession(machine)
    await session.open()
    machine.die()
    await session.close()
    await vi.advanceTimersByTimeAsync(120_000)
    expect(machine.started.length).toBe(1)
  })
})

describe('settings that were changed', () => {
  const ready = { phase: 'ready', source: 'demo', locationId: 1 } as const

  it('are taken up by another engine of the same source; what is shown stays, and its followers hear of it', async () => {
    machine.choice = { source: 'demo', locationId: 1 }
    const session = createSetupSession(machine)
    await session.open()
    const states: SetupState[] = []
    session.onChanged((state) => states.push(state))
    const before = session.engine()
    await session.restartEngine()
    expect(session.engine()).not.toBe(before)
    expect(session.engine()).not.toBeNull()
    expect([machine.started.length, machine.running]).toEqual([2, 1])
    expect(machine.started[1]).toEqual(machine.started[0])
    // Never anything else: a window in first run would be a blank board.
    expect(states).toEqual([ready])
    await session.close()
  })

  it('where the engine cannot start anew leave the board, and it is tried again', async () => {
    machine.choice = { source: 'demo', locationId: 1 }
    const session = createSetupSession(machine)
    await session.open()
    machine.startRefusals = ['the disk is full']
    await session.restartEngine()
    expect(session.state()).toEqual(ready)
    expect(session.problem()?.message).toBe('the disk is full')
    await vi.advanceTimersByTimeAsync(1000)
    expect(session.engine()).not.toBeNull()
    await session.close()
  })

  it('before a source is chosen start nothing', async () => {
    const session = createSetupSession(machine)
    await session.open()
    await session.restartEngine()
    expect(machine.started).toEqual([])
  })

  it('show another store at once, and ask nothing of first run again', async () => {
    machine.choice = { source: 'demo', locationId: 1 }
    machine.locations = [regina, { ...regina, locationId: 3, name: 'Hamilton' }, unknown]
    const session = createSetupSession(machine)
    await session.open()
    expect(await session.showLocation(3)).toEqual({ ok: true })
    expect(session.state()).toEqual({ ...ready, locationId: 3 })
    expect(machine.choice).toEqual({ source: 'demo', locationId: 3 })
    expect(await session.showLocation(2)).toMatchObject({ ok: false, code: 'currency-unknown' })
    expect(await session.showLocation(9)).toMatchObject({ ok: false })
    expect(session.state()).toEqual({ ...ready, locationId: 3 })
    await session.close()
  })
})
