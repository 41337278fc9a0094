import type {
  CovaCredentials,
  CredentialField,
  DisplayChoice,
  FirstRunAnswers,
  LocationChoice,
  SetupNotice,
  SetupRefusalCode,
  SetupResult,
  SetupState,
  ShowStoreFault,
  SyncProgress
} from '../../shared/setup.ts'
import type { EngineProblem } from '../../shared/engine-problem.ts'
import type { CovaResult } from '../cova/cova-failure.ts'
import type { Engine, EngineStart } from '../engine/engine.types.ts'
import { keepEngine, type EngineKeeper } from './engine-keeper.ts'

export type SourceName = 'demo' | 'cova'

/** What a manager chose, as it is kept between runs. */
export interface Choice {
  readonly source: SourceName | null
  readonly locationId: number | null
}

/** Which source an engine is started for; null shows what is stored and syncs nothing. */
export type EngineSource =
  | { readonly kind: 'demo' }
  | { readonly kind: 'cova'; readonly credentials: CovaCredentials }
  | null

/** What was chosen cannot be written down. */
export interface NotKept {
  readonly ok: false
  readonly code: 'disk-full' | 'data-dir-unwritable'
  /** One line that names the place. */
  readonly message: string
}

/** What the session needs from its host: the desktop app, or `serve --setup`. */
export interface SetupHost {
  readonly loadChoice: () => Promise<Choice>
  readonly saveChoice: (choice: Choice) => Promise<void>
  /** Displays of this machine that could show a board; none where screens are browsers of their own. */
  readonly displays: () => readonly DisplayChoice[]
  /**
   * A source is chosen: a freeze ends, because whoever chooses wants it synced; and with another company's data the filters
   * by store and province go too, which would leave out all of it. True where an engine that runs has read any of that.
   */
  readonly beginSource: (isOtherCompany: boolean) => Promise<boolean>
  /**
   * Keeps all that first run asked, at once. `restart`: the engine that runs has read other settings. A failure says why
   * nothing is kept.
   */
  readonly saveFirstRun: (
    choice: Choice,
    restrictToLocationIds: readonly number[] | null,
    answers: FirstRunAnswers
  ) => Promise<{ readonly ok: true; readonly restart: boolean } | NotKept>
  /** Environment first, then what is stored; null where there are none. */
  readonly loadCredentials: () => Promise<CovaCredentials | null>
  /** `notice` says what the manager should know, e.g. that they are kept for this run only. */
  readonly storeCredentials: (credentials: CovaCredentials) => Promise<{ readonly notice: SetupNotice | null }>
  readonly checkCredentials: (credentials: CovaCredentials) => Promise<CovaResult<null>>
  /** `onDeath` is told, once and in one line, that a running engine ended by itself: the session starts another. */
  readonly startEngine: (source: EngineSource, onDeath: (message: string) => void) => Promise<EngineStart>
}

export type ShownStore =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: ShowStoreFault; readonly message: string }

export interface SetupSession {
  readonly state: () => SetupState
  /** Whether what was chosen before has been read. */
  readonly isOpened: () => boolean
  /**
   * Takes up what was chosen before. A refusal names why the engine did not start; it is started again by itself, and
   * where a location was chosen the state is `ready` all along.
   */
  readonly open: () => Promise<SetupResult>
  readonly useDemo: () => Promise<SetupResult>
  readonly connect: (credentials: CovaCredentials) => Promise<SetupResult>
  /** The last questions follow; the demo store asks none, and its board comes at once. */
  readonly chooseLocation: (locationId: number, restrictToLocationIds: readonly number[] | null) => Promise<SetupResult>
  /** Another store on this machine's screens, once first run is over: nothing is asked, and the board follows. */
  readonly showLocation: (locationId: number) => Promise<ShownStore>
  /** Keeps everything that was chosen and shows the board. */
  readonly finish: (answers: FirstRunAnswers) => Promise<SetupResult>
  /** Ends a sync that is under way; what has landed stays, and the same source goes on from there. */
  readonly cancel: () => Promise<SetupResult>
  /** Back to the first question, or from there back to the board that was shown. Nothing chosen is lost. */
  readonly reopen: () => SetupState
  /** Ends the engine and starts the next, which reads the settings anew. What is chosen and shown stays. */
  readonly restartEngine: () => Promise<void>
  readonly onChanged: (listener: (state: SetupState) => void) => () => void
  /** Those in use, so that they can be kept out of files; null where there are none. */
  readonly credentials: () => Promise<CovaCredentials | null>
  /** The running engine, or null before a source is chosen and while another one is about to be started. */
  readonly engine: () => Engine | null
  /** Why no engine runs although a source is chosen; else null. Told by `onChanged` like the state. */
  readonly problem: () => EngineProblem | null
  /** Ends the engine. The session cannot be used afterwards. */
  readonly close: () => Promise<void>
}

/** First run that was opened again over a board, and that nobody answers, gives way to it. */
const ANSWER_WITHIN_MS = 10 * 60_000

const credentialNames: Readonly<Record<CredentialField, string>> = {
  companyId: 'company id',
  clientId: 'client id',
  clientSecret: 'client secret',
  username: 'user name',
  password: 'password'
}

/**
 * First run as a sequence of states (contract, Commands): choose a source, sync, choose a location, ready.
 * Steps are worked one after another, so that two windows or two clicks cannot start two engines.
 * `chooseFirst` takes the first location that can be shown where none was chosen before (`npm run demo`).
 */
export function createSetupSession(host: SetupHost, options: { readonly chooseFirst?: boolean } = {}): SetupSession {
  let state: SetupState = { phase: 'choose-source' }
  let choice: Choice = { source: null, locationId: null }
  let keeper: EngineKeeper | null = null
  /** What the engine was last started for. */
  let runsFor: EngineSource = null
  /** Chosen, and kept once the last questions are answered. */
  let pending: { readonly locationId: number; readonly restrictToLocationIds: readonly number[] | null } | null = null
  let stopProgress: (() => void) | null = null
  let isOpened = false
  let isClosed = false
  let unanswered: NodeJS.Timeout | undefined
  let tail: Promise<unknown> = Promise.resolve()
  const listeners = new Set<(state: SetupState) => void>()

  function inTurn<T>(step: () => Promise<T>): Promise<T> {
    const result = tail.then(step)
    tail = result.catch(() => undefined)
    return result
  }

  function enter(next: SetupState): void {
    state = next
    for (const listener of listeners) listener(next)
  }

  function accepted(notice: SetupNotice | null = null): SetupResult {
    return notice === null ? { ok: true, state } : { ok: true, state, notice }
  }

  function engineNow(): Engine | null {
    return keeper?.engine() ?? null
  }

  async function stopEngine(): Promise<void> {
    stopProgress?.()
    stopProgress = null
    const stopping = keeper
    keeper = null
    await stopping?.stop()
  }

  /**
   * Starts the engine of a source in place of the one before, whose end is of no interest any more. One that dies is
   * followed by another, which goes on from what is stored: what is shown stays on the screens meanwhile. `onLate` is
   * told where the first start was refused and a later one was not.
   */
  async function startEngine(source: EngineSource, onLate: () => void): Promise<EngineStart> {
    await stopEngine()
    runsFor = source
    let ran = false
    const kept = keepEngine({
      startEngine: (onDeath) => host.startEngine(source, onDeath),
      onRestarted: () => {
        if (kept !== keeper || isClosed) return
        if (!ran) onLate()
        else if (state.phase === 'syncing' || state.phase === 'choose-location') followSync(state.source)
        else enter(state)
        ran = true
      },
      // Said again: the problem of the state is another one.
      onProblem: () => {
        if (kept === keeper && !isClosed) enter(state)
      }
    })
    keeper = kept
    const started = await kept.start()
    ran = started.ok
    return started
  }

  /** Follows the first sync until the locations it brought can be offered, and keeps the offer up to date. */
  function followSync(source: SourceName): void {
    const running = engineNow()
    if (running === null) return
    let isOver = false
    let looking = false
    let latest: readonly SyncProgress[] = []
    enter({ phase: 'syncing', source, progress: [] })

    const look = async (): Promise<void> => {
      // One look at a time; the progress that came meanwhile is looked at next.
      if (looking) return
      looking = true
      try {
        for (let seen: readonly SyncProgress[] | null = null; seen !== latest;) {
          seen = latest
          const locations = await running.locationChoices()
          // What was chosen while it was asked is further on than an offer.
          if (isOver || running !== engineNow() || state.phase === 'ready' || state.phase === 'choose-source') return
          await offer(source, latest, locations)
        }
      } catch {
        // The engine ended while it was asked; whoever ended it sets the state.
      } finally {
        looking = false
      }
    }
    const unsubscribe = running.onSyncProgress((progress) => {
      latest = progress
      if (state.phase === 'syncing') enter({ phase: 'syncing', source, progress })
      void look()
    })
    stopProgress = () => {
      isOver = true
      unsubscribe()
    }
    void look()
  }

  /** Locations are offered once one of them can be shown, or once nothing more is to come. */
  async function offer(
    source: SourceName,
    progress: readonly SyncProgress[],
    locations: readonly LocationChoice[]
  ): Promise<void> {
    const showable = locations.find((location) => location.problem === null)
    const over = progress.length > 0 && progress.every((feed) => feed.done || feed.error !== null)
    if (showable === undefined && !(over && locations.length > 0)) return
    if (options.chooseFirst === true && showable !== undefined) {
      await keepLocation(source, showable.locationId)
      return
    }
    enter({ phase: 'choose-location', source, locations })
  }

  async function keepLocation(source: SourceName, locationId: number): Promise<void> {
    choice = { source, locationId }
    await host.saveChoice(choice)
    stopProgress?.()
    stopProgress = null
    engineNow()?.ownStoreIs(locationId)
    enter({ phase: 'ready', source, locationId })
  }

  async function useDemo(): Promise<SetupResult> {
    const underWay = state.phase === 'syncing' || state.phase === 'choose-location'
    if (underWay && keeper !== null && choice.source === 'demo') return accepted()
    return takeSource('demo', { kind: 'demo' }, choice.source === 'demo' ? choice.locationId : null)
  }

  /** A manager waits for the answer, so a refusal is not tried again. `locationId` stays chosen until another is. */
  async function takeSource(
    source: SourceName,
    engineSource: EngineSource,
    locationId: number | null
  ): Promise<SetupResult> {
    await host.beginSource(locationId === null)
    const started = await startEngine(engineSource, () => undefined)
    if (!started.ok) {
      await stopEngine()
      enter({ phase: 'choose-source' })
      return refused(started.code, started.message)
    }
    choice = { source, locationId }
    await host.saveChoice(choice)
    followSync(source)
    return accepted()
  }

  async function open(): Promise<SetupResult> {
    choice = await host.loadChoice()
    const { source, locationId } = choice
    // Said before the rest is known, so that a window never shows first run in place of its board.
    if (source !== null && locationId !== null) enter({ phase: 'ready', source, locationId })
    isOpened = true
    if (source === null) return accepted()
    const credentials = source === 'cova' ? await host.loadCredentials() : null
    if (source === 'cova' && credentials === null && locationId === null) return accepted()
    const engineSource: EngineSource =
      source === 'demo' ? { kind: 'demo' } : credentials === null ? null : { kind: 'cova', credentials }
    const takeUp = (): void => {
      if (locationId === null) followSync(source)
      // Tells the host that there is an engine to ask now.
      else enter({ phase: 'ready', source, locationId })
    }
    const started = await startEngine(engineSource, takeUp)
    if (!started.ok) {
      // Nobody may be there to answer a question: the board stays the aim, and the engine is tried again.
      enter(locationId === null ? { phase: 'choose-source' } : { phase: 'ready', source, locationId })
      return refused(started.code, started.message)
    }
    takeUp()
    return credentials === null && source === 'cova'
      ? accepted({
          code: 'forgotten',
          message:
            'The Cova credentials are not known any more: the stored board is shown until they are entered again.'
        })
      : accepted()
  }

  function reopen(): SetupState {
    stopProgress?.()
    stopProgress = null
    const { source, locationId } = choice
    const goesBack = state.phase === 'choose-source' && source !== null && locationId !== null
    enter(goesBack ? { phase: 'ready', source, locationId } : { phase: 'choose-source' })
    clearTimeout(unanswered)
    // Nobody may be there any more: a board is not left away for a question.
    if (!goesBack && locationId !== null)
      unanswered = setTimeout(() => {
        if (state.phase === 'choose-source' && choice.locationId !== null) reopen()
      }, ANSWER_WITHIN_MS)
    // A source that was refused meanwhile has ended the board's engine.
    if (goesBack && keeper === null) void inTurn(open)
    return state
  }

  async function connect(credentials: CovaCredentials): Promise<SetupResult> {
    const empty = (Object.keys(credentialNames) as CredentialField[]).find((field) => credentials[field].trim() === '')
    if (empty !== undefined) return refused('missing', `The ${credentialNames[empty]} is missing.`, empty)
    const checked = await host.checkCredentials(credentials)
    if (!checked.ok) return refused(checked.failure.code, checked.failure.message)
    const before = choice.source === 'cova' ? await host.loadCredentials() : null
    const { notice } = await host.storeCredentials(credentials)
    // A location's id means nothing in another company.
    const isSameCompany = before?.companyId === credentials.companyId
    const taken = await takeSource('cova', { kind: 'cova', credentials }, isSameCompany ? choice.locationId : null)
    return taken.ok ? accepted(notice) : taken
  }

  async function chooseLocation(
    locationId: number,
    restrictToLocationIds: readonly number[] | null
  ): Promise<SetupResult> {
    if (keeper === null || choice.source === null)
      return refused('source-first', 'Choose where the menu comes from first.')
    let offered: readonly LocationChoice[] | null = null
    try {
      offered = (await engineNow()?.locationChoices()) ?? null
    } catch {
      // The engine ended while it was asked; another one is about to be started.
    }
    if (offered === null) return refused('opening', OPENING)
    const chosen = offered.find((location) => location.locationId === locationId)
    if (chosen === undefined) return refused('no-such-store', `There is no location ${locationId}.`)
    if (chosen.problem !== null) return refused(chosen.problem, notShown(chosen))
    if (restrictToLocationIds?.includes(locationId) === false)
      return refused('own-store-left-out', 'The store of this screen must be one of those that are served.')
    pending = { locationId, restrictToLocationIds }
    // A made-up store is in no market.
    if (choice.source === 'demo' && restrictToLocationIds === null) {
      pending = null
      const restart = await host.beginSource(true)
      if (restart) await startEngine(runsFor, () => enter({ phase: 'ready', source: 'demo', locationId }))
      await keepLocation('demo', locationId)
      return accepted()
    }
    stopProgress?.()
    stopProgress = null
    enter({ phase: 'finish', source: choice.source, locationName: chosen.name, displays: host.displays() })
    return accepted()
  }

  async function showLocation(locationId: number): Promise<ShownStore> {
    if (state.phase !== 'ready') return { ok: false, code: 'not-over', message: 'First run is not over yet.' }
    const known = await engineNow()
      ?.locationChoices()
      .catch(() => undefined)
    if (known === undefined) return { ok: false, code: 'opening', message: OPENING }
    const chosen = known.find((location) => location.locationId === locationId)
    if (chosen === undefined)
      return { ok: false, code: 'no-such-store', message: `There is no location ${locationId}.` }
    if (chosen.problem !== null) return { ok: false, code: chosen.problem, message: notShown(chosen) }
    await keepLocation(state.source, locationId)
    return { ok: true }
  }

  async function finish(answers: FirstRunAnswers): Promise<SetupResult> {
    const { source } = choice
    if (source === null || pending === null) return refused('store-first', 'Choose the store of this screen first.')
    if (host.displays().length > 0 && answers.displays.length > 0 && !answers.displays.includes(true))
      return refused('display-first', 'Choose one display at least: a board must be somewhere.')
    const { locationId, restrictToLocationIds } = pending
    const saved = await host.saveFirstRun({ source, locationId }, restrictToLocationIds, answers)
    if (!saved.ok) return refused(saved.code, saved.message)
    pending = null
    choice = { source, locationId }
    stopProgress?.()
    stopProgress = null
    engineNow()?.ownStoreIs(locationId)
    // An engine reads its settings when it starts.
    if (saved.restart) await startEngine(runsFor, () => enter({ phase: 'ready', source, locationId }))
    enter({ phase: 'ready', source, locationId })
    return accepted()
  }

  async function cancel(): Promise<SetupResult> {
    if (state.phase === 'ready' || state.phase === 'elsewhere') return accepted()
    pending = null
    await stopEngine()
    enter({ phase: 'choose-source' })
    return accepted()
  }

  return {
    state: () => state,
    isOpened: () => isOpened,
    open: () => inTurn(open),
    useDemo: () => inTurn(useDemo),
    connect: (credentials) => inTurn(() => connect(credentials)),
    chooseLocation: (locationId, restrictTo) => inTurn(() => chooseLocation(locationId, restrictTo)),
    showLocation: (locationId) => inTurn(() => showLocation(locationId)),
    finish: (answers) => inTurn(() => finish(answers)),
    cancel: () => inTurn(cancel),
    reopen,
    onChanged: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    restartEngine: async () => {
      await inTurn(async () => {})
      await keeper?.restart()
    },
    credentials: host.loadCredentials,
    engine: engineNow,
    problem: () => keeper?.problem() ?? null,
    close: () => {
      isClosed = true
      clearTimeout(unanswered)
      return inTurn(stopEngine)
    }
  }
}

const OPENING = 'The menu is being opened again. Try again in a moment.'

function notShown({ name }: LocationChoice): string {
  return `The country of ${name} is not known, so prices cannot be shown in its currency.`
}

function refused(code: SetupRefusalCode, message: string, field: CredentialField | null = null): SetupResult {
  return { ok: false, field, code, message }
}
