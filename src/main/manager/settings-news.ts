import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { Temporal } from 'temporal-polyfill'
import { marketRuleWords, profileTextWords, profileStatusWords } from '../../domain/market/market-rule-words.ts'
import { fileFaultWords } from '../../domain/health/problem-details.ts'
import { managerLanguageOf, type ManagerLanguage } from '../../domain/settings/manager-language.ts'
import { momentWordsOf } from '../../domain/settings/moment-words.ts'
import { numberFaultOf } from '../../domain/settings/number-fault.ts'
import { settingFaultWords } from '../../domain/settings/setting-fault.ts'
import { settingWordsOf } from '../../domain/settings/setting-words.ts'
import { displayRowsOf, type MachineDisplay } from '../desktop/window-plan.ts'
import type { KnownDisplay } from '../../shared/display-settings.ts'
import type {
  ManagedSettings,
  MarketProfileChoice,
  NumberSetting,
  SettingNamesNews,
  SettingsChoices,
  SettingsNews
} from '../../shared/manager/settings.ts'
import { loadThemes } from '../settings/custom-themes.ts'
import { listProfiles, type ListedProfile } from '../settings/market-profiles.ts'
import type { Settings } from '../settings/settings.types.ts'

const LOGO_FILE = /^[^/\\:]+\.(png|jpe?g|webp|svg)$/i

/** Of the settings file, what a manager may see and change among the settings; print, screens and register check keep their own. */
export function managedOf(settings: Settings): ManagedSettings {
  const {
    version: _version,
    source: _source,
    registerReport: _registerReport,
    publicUrl: _publicUrl,
    network: _network,
    ...managed
  } = settings
  return managed
}

/** Names the settings as they are: another one after every change. */
export function revisionOf(settings: Settings): string {
  return createHash('sha256')
    .update(JSON.stringify(managedOf(settings)))
    .digest('hex')
    .slice(0, 16)
}

/** The clock that moments are told by: that of the store which this machine shows, else of its first, else the machine's. */
export function zoneOf({ locationId }: Settings, choices: SettingsChoices | null): string {
  const stores = choices?.stores ?? []
  const shown = stores.find((store) => store.locationId === locationId)
  const first = stores.find(({ timeZone }) => timeZone !== null)
  return shown?.timeZone ?? first?.timeZone ?? machineZone()
}

/** The time zone of this machine, for moments that belong to no store. */
export function machineZone(): string {
  return Temporal.Now.timeZoneId()
}

/** The settings, and what there is on this machine to choose from. */
export function settingsNewsOf(
  dataDir: string,
  settings: Settings,
  displays: readonly MachineDisplay[],
  nowMs: number,
  timeZone: string
): Omit<SettingsNews, 'canStartAtBoot'> {
  const { frozen, language } = settings
  const words = settingWordsOf(managerLanguageOf(language))
  return {
    revision: revisionOf(settings),
    settings: managedOf(settings),
    source: settings.source,
    frozenWords:
      frozen === null ? null : words.frozenSince(momentWordsOf(Date.parse(frozen.since), nowMs, language, timeZone)),
    themes: [...loadThemes(dataDir).themes.keys()].map((name) => `custom:${name}`),
    profiles: listProfiles(dataDir).map((listed) => profileChoiceOf(listed, language)),
    logos: logosIn(dataDir),
    dataDir,
    displays: displayRowsOf(displays, settings.displays).map(({ display, entry, isKnown }, index) => ({
      words: displayWords(entry, words.display(String(index + 1))),
      isConnected: display !== null,
      isPrimary: display?.isPrimary === true,
      entry,
      isKnown
    })),
    names: {
      labels: words.labels,
      updateLabels: words.updateLabels,
      screenLabels: words.screenLabels,
      values: words.values,
      sets: words.sets,
      displayModes: words.displayModes,
      currencies: words.currencies,
      numbers: numbersIn(managerLanguageOf(language))
    },
    timeZones: Intl.supportedValuesOf('timeZone')
  }
}

/** What tells displays apart for a person: name and size; one without a name has its number. */
function displayWords({ label, width, height }: KnownDisplay, numbered: string): string {
  const name = label === null || label.trim() === '' ? numbered : label
  return width === null || height === null ? name : `${name}, ${width} × ${height}`
}

function profileChoiceOf(listed: ListedProfile, language: string | null): MarketProfileChoice {
  const tongue = managerLanguageOf(language)
  if (!listed.ok)
    return {
      id: listed.id,
      name: listed.id,
      rules: [],
      status: '',
      problem: unreadable[tongue](listed.id, fileFaultWords(listed.fault, tongue))
    }
  const { id, name, rules } = listed.profile
  return {
    id,
    name: profileTextWords(name, tongue),
    rules: rules.map((rule) => ({
      words: marketRuleWords(rule, tongue),
      source: `${profileTextWords(rule.source, tongue)} (${rule.date})`
    })),
    status: profileStatusWords(listed.profile, tongue),
    problem: null
  }
}

function numbersIn(tongue: ManagerLanguage): SettingNamesNews['numbers'] {
  const right = (setting: NumberSetting): string => settingFaultWords(numberFaultOf(setting), tongue)
  return {
    staleAfterMinutes: right('staleAfterMinutes'),
    askPriceAfterHours: right('askPriceAfterHours'),
    dwellSeconds: right('dwellSeconds'),
    idleSeconds: right('idleSeconds'),
    diagonalInches: right('diagonalInches'),
    distanceMetres: right('distanceMetres'),
    safeMarginPercent: right('safeMarginPercent')
  }
}

const unreadable = {
  en: (id: string, why: string) => `market-profiles/${id}.json cannot be used: it ${why}.`,
  fr: (id: string, why: string) => `market-profiles/${id}.json est inutilisable\u00a0: il ${why}.`,
  es: (id: string, why: string) => `market-profiles/${id}.json no se puede usar: ${why}.`
}

function logosIn(dataDir: string): readonly string[] {
  try {
    return readdirSync(dataDir)
      .filter((name) => LOGO_FILE.test(name))
      .sort()
  } catch {
    return []
  }
}
