import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { backupFaultWords, type BackupWords } from '../../domain/settings/backup-words.ts'
import { managerLanguageOf } from '../../domain/settings/manager-language.ts'
import { settingFaultWords } from '../../domain/settings/setting-fault.ts'
import { settingWordsOf } from '../../domain/settings/setting-words.ts'
import type { ManagerRefusal } from '../../shared/manager/manager-channels.ts'
import type { SettingsChange, SettingsChoices } from '../../shared/manager/settings.ts'
import { loadThemes } from '../settings/custom-themes.ts'
import { listProfiles } from '../settings/market-profiles.ts'
import type { Settings } from '../settings/settings.types.ts'
import type { BackupHost } from './backup-calls.ts'
import type { BackupContent } from './backup-file.ts'
import { storesOf } from './settings-calls.ts'
import { changedSettings } from './settings-change.ts'
import type { SettingFacts } from './changed-settings.ts'

/**
 * What a value may refer to: what is here, what comes with the file, and what was missing where it was made. The last is
 * told, and taken all the same: it is shown as it was there, and a backup must bring back the state it was made of.
 */
export function factsOf(
  host: Pick<BackupHost, 'dataDir' | 'nowMs' | 'pairedScreens'>,
  { settings, themes, profiles }: BackupContent,
  choices: SettingsChoices | null,
  words: BackupWords,
  notes: string[]
): SettingFacts {
  const { dataDir, nowMs } = host
  const knownThemes = new Set([...loadThemes(dataDir).themes.keys(), ...Object.keys(themes)])
  for (const { theme } of Object.values(settings.screens ?? {})) {
    const name = theme.startsWith('custom:') ? theme.slice('custom:'.length) : null
    if (name === null || knownThemes.has(name)) continue
    notes.push(words.themeMissing(name))
    knownThemes.add(name)
  }
  const here = listProfiles(dataDir).flatMap((listed) => (listed.ok ? [listed.profile.id] : []))
  const knownProfiles = new Set([...here, ...Object.keys(profiles)])
  const profile = settings.market?.profile ?? null
  if (profile !== null && !knownProfiles.has(profile)) {
    notes.push(words.profileMissing(profile))
    knownProfiles.add(profile)
  }
  return {
    dataDir,
    nowMs: nowMs(),
    themes: knownThemes,
    profiles: knownProfiles,
    stores: storesOf(choices),
    pairedScreens: host.pairedScreens()
  }
}

/**
 * The settings as the file has them. What it does not have stays, and so do stores, filters and displays that do not fit
 * the company here: a board must not go because of a file.
 */
export function importedSettings(
  before: Settings,
  content: BackupContent,
  facts: SettingFacts,
  words: BackupWords,
  notes: string[]
): Settings | ManagerRefusal {
  const tongue = managerLanguageOf(before.language)
  const { settings, logo } = content
  const { locationId = before.locationId } = settings
  const own = lookOf(before, settings)
  const looked = changedSettings(before, own, facts)
  if (!looked.ok) {
    const [{ field, fault }] = looked.wrong
    const message = backupFaultWords({ kind: 'wrong', place: `content.settings.${field}` }, tongue)
    return { ok: false, code: 'refused', field: 'file', message: `${message} ${settingFaultWords(fault, tongue)}` }
  }
  const { publicUrl = null } = settings
  if (publicUrl !== null && publicUrl !== before.publicUrl) notes.push(words.addressStays(publicUrl))
  let after = withLogo(looked.settings, settings.storeLogo, logo, facts, words, notes)
  const isKnownStore = locationId === null || facts.stores === null || facts.stores.has(locationId)
  if (isKnownStore) after = { ...after, locationId }
  else notes.push(words.storeStays(settingWordsOf(tongue).store(String(locationId))))
  after = { ...after, rewards: rewardsHere(before, settings.rewards, facts, words, notes) }
  const placed = changedSettings(after, placesOf(after, settings), facts)
  if (placed.ok) return placed.settings
  notes.push(words.storesStay(settingFaultWords(placed.wrong[0].fault, tongue)))
  return after
}

/** What does not depend on which company it is. */
function lookOf(
  before: Settings,
  {
    screens,
    language,
    staleAfterMinutes,
    askPriceAfterHours,
    storeColour,
    market,
    updates,
    startAtBoot
  }: BackupContent['settings']
) {
  const change: SettingsChange = {
    language,
    staleAfterMinutes,
    askPriceAfterHours,
    storeColour,
    market,
    updates,
    startAtBoot,
    ...(screens === undefined ? {} : { screens: changesOf(screens) })
  }
  if (screens === undefined) return change
  const shown = new Set(before.displays.known.map(({ screen }) => screen))
  // A screen that a display here goes by stays, until the displays themselves are taken over.
  const gone = Object.keys(before.screens).filter((name) => !Object.hasOwn(screens, name) && !shown.has(name))
  return { ...change, screens: { ...change.screens, ...Object.fromEntries(gone.map((name) => [name, null])) } }
}

/**
 * The rewards as they were where the file was made, also those that no longer fit their system: health tells these. Of a
 * store that is not the company's, none.
 */
function rewardsHere(
  before: Settings,
  rewards: BackupContent['settings']['rewards'],
  { stores }: SettingFacts,
  words: BackupWords,
  notes: string[]
): Settings['rewards'] {
  if (rewards === undefined) return before.rewards
  const isHere = (id: string): boolean => stores === null || stores.has(Number(id)) || Object.hasOwn(before.rewards, id)
  const entries = Object.entries(rewards)
  for (const [id] of entries.filter(([one]) => !isHere(one))) notes.push(words.rewardsStay(id))
  return Object.fromEntries(entries.filter(([id]) => isHere(id)))
}

/** Whole screens, as changes that say everything. */
function changesOf(screens: NonNullable<BackupContent['settings']['screens']>): NonNullable<SettingsChange['screens']> {
  return Object.fromEntries(Object.entries(screens).map(([name, screen]) => [name, { ...screen }]))
}

function placesOf(before: Settings, settings: BackupContent['settings']): SettingsChange {
  const replacing = <T>(was: Readonly<Record<string, T>>, is: Readonly<Record<string, T>> | undefined) =>
    is === undefined ? undefined : { ...Object.fromEntries(Object.keys(was).map((key) => [key, null])), ...is }
  return {
    markets: settings.markets,
    restrictToLocationIds: settings.restrictToLocationIds,
    timeZoneOverrides: replacing(before.timeZoneOverrides, settings.timeZoneOverrides),
    currencyOverrides: replacing(before.currencyOverrides, settings.currencyOverrides),
    openingHours: replacing(before.openingHours, settings.openingHours),
    displays: settings.displays
  }
}

function withLogo(
  after: Settings,
  storeLogo: string | null | undefined,
  logo: BackupContent['logo'],
  { dataDir }: SettingFacts,
  words: BackupWords,
  notes: string[]
): Settings {
  if (storeLogo === undefined) return after
  if (storeLogo === null || logo?.name === storeLogo || existsSync(join(dataDir, storeLogo)))
    return { ...after, storeLogo }
  notes.push(words.logoStays(storeLogo))
  return after
}
