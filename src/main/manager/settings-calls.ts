import { leftOutBy } from '../../domain/settings/left-out.ts'
import { storageFaultWords } from '../../domain/health/storage-words.ts'
import { showStoreFaultWords } from '../../domain/settings/show-store-words.ts'
import { managerLanguageOf } from '../../domain/settings/manager-language.ts'
import { momentWordsOf } from '../../domain/settings/moment-words.ts'
import { type SettingFault, settingFaultWords } from '../../domain/settings/setting-fault.ts'
import {
  differenceSentence,
  type SettingNames,
  settingsDifferenceOf
} from '../../domain/settings/settings-difference.ts'
import type { HostChannels, ManagerRefusal, ManagerReply } from '../../shared/manager/manager-channels.ts'
import type {
  SettingDifference,
  SettingsChange,
  SettingsChannels,
  SettingsChoices,
  SettingsNews
} from '../../shared/manager/settings.ts'
import type { MachineDisplay } from '../desktop/window-plan.ts'
import { loadThemes } from '../settings/custom-themes.ts'
import { listProfiles } from '../settings/market-profiles.ts'
import { loadSettings, saveSettings } from '../settings/settings-file.ts'
import type { Settings } from '../settings/settings.types.ts'
import { changedSettings } from './settings-change.ts'
import type { ChangedSettings, KnownStores, PairedPlace, WrongField } from './changed-settings.ts'
import { rewardSystemsNewsOf } from './reward-systems-news.ts'
import { managedOf, revisionOf, settingsNewsOf, zoneOf } from './settings-news.ts'
import type { ShownStore } from '../setup/setup-session.ts'

/** Earlier settings that a stale save is compared with, so that the answer can say what changed. */
const REVISIONS_KEPT = 50

/**
 * What changes without a new engine. Displays are the windows' own matter; the store that is shown is told by whoever
 * shows it; the address for phones, the reading of a report and updates are looked up when they are wanted.
 */
const ENGINE_GOES_ON: ReadonlySet<keyof Settings> = new Set([
  'displays',
  'locationId',
  'publicUrl',
  'network',
  'registerReport',
  'startAtBoot',
  'updates'
])

/** What the settings' calls need of their host. */
export interface SettingsHost {
  readonly dataDir: string
  readonly nowMs: () => number
  /** Stores, provinces and groups; null where no engine can say. */
  readonly choices: () => Promise<SettingsChoices | null>
  /** Ends the engine and starts the next with what is saved. Not waited for: boards come back to it by themselves. */
  readonly restartEngine: () => void
  /** Those that are connected now; none where screens are browsers. */
  readonly displays: () => readonly MachineDisplay[]
  /** Windows follow what is saved of the displays. */
  readonly displaysChanged: () => void
  /** The launcher follows what is saved of the start at boot; null or absent where none can. */
  readonly startAtBootChanged?: (() => void) | null | undefined
  readonly pairedScreens: () => readonly PairedPlace[]
  /** Makes the store the one that this machine shows. */
  readonly showStore: (locationId: number) => Promise<ShownStore>
}

type Reply<C extends keyof HostChannels> = Promise<ManagerReply<HostChannels[C]['answer']>>

export type SettingsCalls = {
  readonly [C in keyof SettingsChannels]: (
    ...args: SettingsChannels[C]['args']
  ) => Promise<ManagerReply<SettingsChannels[C]['answer']>>
}

/**
 * The calls that read and change the settings. Saves are worked one after another; what one changed is on the disk, and
 * the engine about to take it up, before the next is looked at.
 */
export function createSettingsCalls(
  host: SettingsHost
): SettingsCalls & { readonly saveWhole: SaveWhole; readonly saveAlongside: SaveAlongside } {
  const known = new Map<string, Settings>()
  let tail: Promise<unknown> = Promise.resolve()
  let lastChoices: SettingsChoices | null = null

  /** For names and clocks: what the last engine said goes on while the next one starts. */
  async function choicesForWords(): Promise<SettingsChoices | null> {
    lastChoices = (await host.choices()) ?? lastChoices
    return lastChoices
  }

  async function newsOf(settings: Settings): Promise<SettingsNews> {
    // Only a freeze has a moment to tell.
    const choices = settings.frozen === null ? null : await choicesForWords()
    const news = settingsNewsOf(host.dataDir, settings, host.displays(), host.nowMs(), zoneOf(settings, choices))
    return { ...news, canStartAtBoot: (host.startAtBootChanged ?? null) !== null }
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = tail.then(work)
    tail = result.catch(() => undefined)
    return result
  }

  function current(): Settings {
    const { settings } = loadSettings(host.dataDir, host.nowMs)
    remember(settings)
    return settings
  }

  function remember(settings: Settings): void {
    const revision = revisionOf(settings)
    known.delete(revision)
    known.set(revision, settings)
    for (const oldest of known.keys()) {
      if (known.size <= REVISIONS_KEPT) break
      known.delete(oldest)
    }
  }

  async function differenceOf(before: Settings, after: Settings): Promise<readonly SettingDifference[]> {
    const language = after.language
    const names = namesOf(after, await choicesForWords(), host.nowMs())
    return settingsDifferenceOf(managedOf(before), managedOf(after), names, managerLanguageOf(language))
  }

  /** The settings as the change would leave them; nothing is written. */
  async function tried(
    revision: string,
    change: SettingsChange
  ): Promise<{ readonly ok: true; readonly before: Settings; readonly after: Settings } | ManagerRefusal> {
    const before = current()
    const { language } = before
    if (revision !== revisionOf(before)) {
      const base = known.get(revision)
      const changes = base === undefined ? [] : await differenceOf(base, before)
      const sentences = changes.map((one) => differenceSentence(one, managerLanguageOf(language)))
      return refusal(changes[0]?.field ?? null, { kind: 'stale', changes: sentences }, language)
    }
    const outcome: ChangedSettings = changedSettings(before, change, {
      dataDir: host.dataDir,
      nowMs: host.nowMs(),
      themes: new Set(loadThemes(host.dataDir).themes.keys()),
      profiles: new Set(listProfiles(host.dataDir).flatMap((listed) => (listed.ok ? [listed.profile.id] : []))),
      stores: storesOf(await host.choices()),
      pairedScreens: host.pairedScreens()
    })
    return outcome.ok ? { ok: true, before, after: outcome.settings } : refusalOf(outcome.wrong, language)
  }

  function write(before: Settings, after: Settings): ManagerRefusal | null {
    const saved = saveSettings(host.dataDir, after)
    if (!saved.ok) {
      const message = storageFaultWords(saved, managerLanguageOf(before.language))
      return { ok: false, code: 'failed', field: null, message }
    }
    remember(after)
    const isSame = (field: keyof Settings): boolean => JSON.stringify(before[field]) === JSON.stringify(after[field])
    const fields = Object.keys(after) as (keyof Settings)[]
    if (!isSame('displays')) host.displaysChanged()
    if (!isSame('startAtBoot')) host.startAtBootChanged?.()
    if (fields.some((field) => !ENGINE_GOES_ON.has(field) && !isSame(field))) host.restartEngine()
    return null
  }

  async function savedWith(
    revision: string,
    change: SettingsChange,
    alongside: () => Undo | ManagerRefusal = () => nothing
  ): Reply<'settings:save'> {
    const outcome = await tried(revision, change)
    if (!outcome.ok) return outcome
    const { before, after } = outcome
    // Asked while the engine that knows the names still runs.
    const changes = await differenceOf(before, after)
    const undo = alongside()
    if (typeof undo !== 'function') return undo
    const failed = changes.length === 0 ? null : writeOr(undo, before, after)
    return failed ?? { ok: true, answer: { ...(await newsOf(after)), changes } }
  }

  /** Writes the settings, or undoes what was written before them. */
  function writeOr(undo: Undo, before: Settings, after: Settings): ManagerRefusal | null {
    try {
      const failed = write(before, after)
      if (failed !== null) undo()
      return failed
    } catch (error) {
      undo()
      throw error
    }
  }

  return {
    'settings:read': async () => ({ ok: true, answer: await newsOf(current()) }),
    'settings:reward-systems': async () => ({
      ok: true,
      answer: rewardSystemsNewsOf(managerLanguageOf(current().language))
    }),
    'settings:try': async (revision, change) => {
      const outcome = await tried(revision, change)
      return outcome.ok ? { ok: true, answer: { changes: await differenceOf(outcome.before, outcome.after) } } : outcome
    },
    'settings:save': (revision, change) => inTurn(() => savedWith(revision, change)),
    saveAlongside: (revision, change, alongside) => inTurn(() => savedWith(revision, change, alongside)),
    'settings:show-store': (locationId) =>
      inTurn(async (): Reply<'settings:show-store'> => {
        const settings = current()
        const { language } = settings
        const stores = storesOf(await host.choices())
        const store = stores?.get(locationId)
        if (stores !== null && store === undefined)
          return refusal('locationId', { kind: 'store-unknown', given: String(locationId) }, language)
        if (leftOutBy(settings, locationId, store?.market ?? null) !== null)
          return refusal('locationId', { kind: 'not-served', store: store?.name ?? String(locationId) }, language)
        const shown = await host.showStore(locationId)
        if (!shown.ok) {
          const message = showStoreFaultWords(shown.code, managerLanguageOf(language))
          return { ok: false, code: 'refused', field: 'locationId', message }
        }
        return { ok: true, answer: await newsOf(current()) }
      }),
    saveWhole: (make) =>
      inTurn(async () => {
        const before = current()
        const after = await make(before)
        if (after === null) return null
        return write(before, after)
      })
  }
}

/** Replaces the settings by others made of those in force, in turn with all saves: whoever else keeps a setting. Null from `make` does nothing. */
export type SaveWhole = (make: (before: Settings) => Promise<Settings | null>) => Promise<ManagerRefusal | null>

type Undo = () => void
const nothing: Undo = () => undefined

/**
 * Saves a change together with a file of somebody else: that one is written first, once the change is found right, and
 * undone where the settings cannot be written. It throws as the file system does, or refuses; then nothing is saved.
 */
export type SaveAlongside = (
  revision: string,
  change: SettingsChange,
  alongside: () => Undo | ManagerRefusal
) => ReturnType<SettingsCalls['settings:save']>

function refusal(field: string | null, fault: SettingFault, language: string | null): ManagerRefusal {
  return { ok: false, code: 'refused', field, message: settingFaultWords(fault, managerLanguageOf(language)) }
}

/** Of every field that is wrong, in one answer. */
function refusalOf(
  [first, ...others]: readonly [WrongField, ...WrongField[]],
  language: string | null
): ManagerRefusal {
  const refused = refusal(first.field, first.fault, language)
  if (others.length === 0) return refused
  const faults = [first, ...others].map(({ field, fault }) => ({
    field,
    message: settingFaultWords(fault, managerLanguageOf(language))
  }))
  return { ...refused, faults }
}

/** Null where nobody can say: then nothing is checked against them. */
export function storesOf(choices: SettingsChoices | null): KnownStores | null {
  // A company whose stores have not come yet has none that a setting could name.
  if (choices === null || choices.stores.length === 0) return null
  return new Map(choices.stores.map(({ locationId, name, market }) => [locationId, { name, market }]))
}

/** Names for what the differences mention, and moments in the words of the settings' language. */
export function namesOf(settings: Settings, choices: SettingsChoices | null, nowMs: number): SettingNames {
  return {
    stores: new Map(choices?.stores.map(({ locationId, name }) => [locationId, name])),
    groups: new Map(choices?.groups.filter(({ name }) => name !== '').map(({ groupId, name }) => [groupId, name])),
    markets: new Map(choices?.markets.map(({ market, name }) => [market, name])),
    moment: (instant) => momentWordsOf(Date.parse(instant), nowMs, settings.language, zoneOf(settings, choices))
  }
}
