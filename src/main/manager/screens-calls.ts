import { type PairingFault, pairingFaultWords } from '../../domain/screen/pairing-words.ts'
import type { SettingsChange } from '../../shared/manager/settings.ts'
import { type SettingFault, settingFaultWords } from '../../domain/settings/setting-fault.ts'
import { managerLanguageOf } from '../../domain/settings/manager-language.ts'
import type { ManagerRefusal, ManagerReply } from '../../shared/manager/manager-channels.ts'
import type {
  DayHours,
  ListedScreen,
  ScreenChange,
  ScreenFacts,
  ScreensChannels
} from '../../shared/manager/screens.ts'
import { isLoopbackUrl } from '../http/loopback.ts'
import type { Engine } from '../engine/engine.types.ts'
import type { DisplayPlace } from '../screens/open-screens.ts'
import type { ScreensHost } from '../screens/screens-host.ts'
import { weeklyHoursSchema } from '../settings/opening-hours-schema.ts'
import { loadSettings } from '../settings/settings-file.ts'
import type { Settings } from '../settings/settings.types.ts'
import { storesSoon } from './stores-soon.ts'
import { boardNameOf, changeRecordOf } from './paired-record.ts'
import { settingsChangeFor } from './screen-settings-change.ts'
import { faultsOf, ofForm } from './screen-refusals.ts'
import { createFactsOfScreens } from './shown-facts.ts'
import { displayOf, type KnownScreen, knownScreensOf, listedScreensOf, type StoreZones } from './screens-list.ts'
import type { createSettingsCalls } from './settings-calls.ts'
import { revisionOf } from './settings-news.ts'

const IDENTIFY_MS = 10_000

/** The screens of a host, whatever its engine does. */
export interface ScreensDesk {
  readonly screens: ScreensHost
  /** Where a browser shows the code that it is paired by; null where none can reach it. */
  readonly pairingAddress: () => string | null
}

/** What the calls about screens need of their host. */
export interface ScreensCallsHost extends ScreensDesk {
  readonly dataDir: string
  readonly nowMs: () => number
  readonly engine: () => Engine | null
  readonly problem: () => string
  /** The displays of this machine; none where there are no windows. */
  readonly displays: () => readonly DisplayPlace[]
  readonly settings: Pick<ReturnType<typeof createSettingsCalls>, 'settings:save' | 'settings:try' | 'saveAlongside'>
}

export type ScreensCalls = {
  readonly [C in keyof ScreensChannels]: (
    ...args: ScreensChannels[C]['args']
  ) => Promise<ManagerReply<ScreensChannels[C]['answer']>>
}

/** The calls that list, change, pair and order about screens. */
export function createScreensCalls(host: ScreensCallsHost): ScreensCalls {
  const { open, pairing, numbers } = host.screens
  const facts = createFactsOfScreens(host)

  function settingsNow(): Settings {
    return loadSettings(host.dataDir, host.nowMs).settings
  }

  function known(): readonly KnownScreen[] {
    const opened = open.list()
    const shown = opened.flatMap(({ place }) =>
      place.kind === 'display' && place.display !== null ? [place.display] : []
    )
    const unused = host.displays().filter((display) => !shown.some((one) => isSameDisplay(one, display)))
    return knownScreensOf(opened, pairing.list(), unused)
  }

  function refusal(field: string | null, fault: SettingFault): ManagerRefusal {
    const language = managerLanguageOf(settingsNow().language)
    return { ok: false, code: 'refused', field, message: settingFaultWords(fault, language) }
  }

  function pairingRefusal(field: string | null, fault: PairingFault): ManagerRefusal {
    const language = managerLanguageOf(settingsNow().language)
    return { ok: false, code: 'refused', field, message: pairingFaultWords(fault, language) }
  }

  /** What is wrong with a store; without an engine nobody can say, and a screen of no store would show nothing. */
  async function storeRefusalOf(locationId: number): Promise<ManagerRefusal | null> {
    const stores = await storesSoon(host.engine)
    if (stores === null) return { ok: false, code: 'unavailable', field: null, message: host.problem() }
    return stores.some((store) => store.locationId === locationId)
      ? null
      : refusal('locationId', { kind: 'store-unknown', given: String(locationId) })
  }

  /**
   * Saves what the change is among the settings, and its record of a paired one with it: both or neither. The field of a
   * refusal is named as the screen's form has it.
   */
  async function saveChangeOf(screen: KnownScreen, wanted: ScreenChange): Promise<ManagerRefusal | null> {
    const settings = settingsNow()
    const wish = settingsChangeFor(screen, wanted, settings, host.displays())
    if (!wish.ok) {
      const alone = settingsChangeFor(screen, { settings: wanted.settings }, settings, host.displays())
      const refused = refusal(wish.field, wish.fault)
      return alone.ok ? withSettingsFaults(refused, alone.change, alone.entry) : refused
    }
    const saved = await host.settings.saveAlongside(revisionOf(settings), wish.change, () =>
      changeRecordOf(screen, pairing, wish.entry, wanted)
    )
    return saved.ok ? null : ofForm(saved, wish.entry)
  }

  /** Its place is refused: whatever is wrong with its settings is told in the same answer, and nothing is saved. */
  async function withSettingsFaults(
    refused: ManagerRefusal,
    wanted: SettingsChange,
    entry: string
  ): Promise<ManagerRefusal> {
    const tried = await host.settings['settings:try'](revisionOf(settingsNow()), wanted)
    if (tried.ok || refused.field === null) return refused
    const own = faultsOf(refused)
    const others = faultsOf(ofForm(tried, entry)).filter((one) => !own.some(({ field }) => field === one.field))
    return others.length === 0 ? refused : { ...refused, faults: [...own, ...others] }
  }

  async function change(id: string, wanted: ScreenChange): Promise<ManagerReply<null>> {
    const screen = known().find((one) => one.id === id)
    if (screen === undefined) return pairingRefusal(null, { kind: 'gone' })
    const { paired } = screen
    if (paired === null && screen.open?.place.kind === 'browser' && (wanted.name ?? wanted.locationId) !== undefined)
      return pairingRefusal('name', { kind: 'fixed-place' })
    if (paired !== null) {
      const refused = await placeRefusalOf(wanted, paired.id)
      if (refused !== null) {
        const wish = settingsChangeFor(screen, { settings: wanted.settings }, settingsNow(), host.displays())
        return wish.ok ? withSettingsFaults(refused, wish.change, wish.entry) : refused
      }
    }
    const refused = await saveChangeOf(screen, wanted)
    if (refused !== null) return refused
    if (paired !== null && screen.open !== null) open.tell(screen.open.page, { kind: 'look-up' })
    return done
  }

  /** What is wrong with where a paired browser is to be, and under which name. */
  async function placeRefusalOf(
    { name, locationId, board }: ScreenChange,
    ownId: string | null
  ): Promise<ManagerRefusal | null> {
    const wanted = name?.trim()
    const isTaken = pairing.list().some((other) => other.id !== ownId && other.name === wanted)
    const isLong = typeof board === 'string' && board.trim().length > 60
    const refusals = [
      wanted !== undefined && isTaken ? refusal('name', { kind: 'screen-name-taken', name: wanted }) : null,
      locationId === undefined
        ? null
        : locationId === null
          ? pairingRefusal('locationId', { kind: 'no-store' })
          : await storeRefusalOf(locationId),
      isLong ? refusal('board', { kind: 'screen-name' }) : null
    ].filter((one) => one !== null)
    // Without an engine nothing can be said of a store, and so of nothing else.
    const [first = null] = refusals.toSorted((a, b) => Number(a.field !== null) - Number(b.field !== null))
    return first === null || first.field === null || refusals.length === 1
      ? first
      : { ...first, faults: refusals.flatMap(faultsOf) }
  }

  async function pair(code: string, wanted: ScreenChange): Promise<ManagerReply<string>> {
    const tried = pairing.tryCode(code)
    if (!tried.ok) return pairingRefusal('code', tried.fault)
    const { locationId, board = null } = wanted
    const name = wanted.name?.trim() ?? ''
    const refused =
      typeof locationId === 'number'
        ? await placeRefusalOf({ ...wanted, name }, null)
        : pairingRefusal('locationId', { kind: 'no-store' })
    if (refused !== null) return withSettingsFaults(refused, { screens: { [name]: wanted.settings ?? {} } }, name)
    if (typeof locationId !== 'number') throw new Error('a screen without a store was refused')
    const settings = settingsNow()
    // Settings of that name that nobody else has are taken up: the file may have been written before.
    const screens = { [name]: wanted.settings ?? {} }
    let id = ''
    const saved = await host.settings.saveAlongside(revisionOf(settings), { screens }, () => {
      const paired = pairing.pair(tried.ticket, { name, locationId, board: boardNameOf(board) })
      if (paired === null) return pairingRefusal('code', { kind: 'code-unknown' })
      id = paired.id
      return () => pairing.unpair(paired.id)
    })
    return saved.ok ? { ok: true, answer: `paired ${id}` } : ofForm(saved, name)
  }

  function order(id: string, make: (screen: KnownScreen) => Parameters<typeof open.tell>[1]): ManagerReply<null> {
    const screen = known().find((one) => one.id === id)
    if (screen === undefined) return pairingRefusal(null, { kind: 'gone' })
    const told = screen.open !== null && open.tell(screen.open.page, make(screen))
    return told ? done : pairingRefusal(null, { kind: 'not-on' })
  }

  async function listed(said: ReadonlyMap<string, ScreenFacts>): Promise<readonly ListedScreen[]> {
    const zones = await storeZones()
    const screens = known()
    const numbered = numbers.of(
      screens.map(({ id, open: opened, unused }) => ({
        id,
        formerId: opened === null ? null : `browser ${opened.page}`,
        display: displayOf(opened, unused)
      })),
      host.nowMs()
    )
    return listedScreensOf(screens, numbered, facts.of(screens, said), settingsNow(), host.nowMs(), zones)
  }

  /** None where no engine can say. */
  async function storeZones(): Promise<StoreZones> {
    try {
      const stores = (await host.engine()?.locations()) ?? []
      return new Map(stores.map(({ locationId, timeZone }) => [locationId, timeZone]))
    } catch {
      return new Map()
    }
  }

  /** A file that cannot be written is the manager's to know, and no fault of the program. */
  async function written<T>(work: () => Promise<ManagerReply<T>>): Promise<ManagerReply<T>> {
    try {
      return await work()
    } catch (error) {
      if (typeof (error as NodeJS.ErrnoException).code !== 'string') throw error
      return { ...pairingRefusal(null, { kind: 'unwritable' }), code: 'failed' }
    }
  }

  return {
    'screens:list': async () => {
      const { facts: said, problem } = await facts.now()
      const screens = await listed(said)
      const pairingAddress = host.pairingAddress()
      const isPairingHere = pairingAddress !== null && isLoopbackUrl(pairingAddress)
      return { ok: true, answer: { screens, problem, pairingAddress, isPairingHere } }
    },
    'screens:change': (id, wanted) => written(() => change(id, wanted)),
    'screens:pair': (code, wanted) => written(() => pair(code, wanted)),
    'screens:unpair': (id) =>
      written(async () => {
        const screen = known().find((one) => one.id === id)
        if (screen?.paired === null || screen === undefined) return pairingRefusal(null, { kind: 'gone' })
        pairing.unpair(screen.paired.id)
        if (screen.open !== null) open.tell(screen.open.page, { kind: 'look-up' })
        return done
      }),
    'screens:identify': async (id) => {
      const screens = await listed((await facts.now()).facts)
      const named = screens.find((one) => one.id === id)
      return order(id, () => ({
        kind: 'identify',
        number: String(named?.number ?? ''),
        name: named?.name ?? '',
        note: named?.facts?.storeName ?? '',
        forMs: IDENTIFY_MS
      }))
    },
    'screens:reload': async (id) => order(id, () => ({ kind: 'reload' })),
    'screens:set-hours': async (locationId, hours) => {
      const refused = await storeRefusalOf(locationId)
      if (refused !== null) return refused
      const days = hours === null ? [] : hours.flatMap((_, day) => (isSoundDay(hours, day) ? [] : [day]))
      const faults = await Promise.all(
        days.map(async (day) =>
          pairingRefusal(`hours.${day}`, { kind: 'hours', day: await dayNameOf(locationId, day) })
        )
      )
      const [first] = faults
      if (first !== undefined) return { ...first, faults: faults.flatMap(faultsOf) }
      const saved = await host.settings['settings:save'](revisionOf(settingsNow()), {
        openingHours: { [locationId]: hours }
      })
      return saved.ok ? done : saved
    }
  }

  async function dayNameOf(locationId: number, day: number): Promise<string> {
    const reply = await host.engine()?.inquire('screens:hours', [locationId])
    return (reply?.ok === true ? reply.answer.days[day] : undefined) ?? String(day + 1)
  }
}

const done = { ok: true, answer: null } as const

function isSoundDay(hours: readonly (DayHours | null)[], day: number): boolean {
  return weeklyHoursSchema.safeParse(Array.from({ length: 7 }, () => hours[day] ?? null)).success
}

function isSameDisplay(a: DisplayPlace, b: DisplayPlace): boolean {
  // At one place they mirror each other, and are one.
  return (['x', 'y', 'width', 'height'] as const).every((key) => a.bounds[key] === b.bounds[key])
}
