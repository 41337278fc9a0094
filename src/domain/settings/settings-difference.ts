import type { KnownDisplay } from '../../shared/display-settings.ts'
import type { StoreRewards } from '../../shared/rewards.ts'
import type { BoardSet, ScreenSettings } from '../../shared/screen-settings.ts'
import type { ManagedSettings, SettingDifference } from '../../shared/manager/settings.ts'
import type { ManagerLanguage } from './manager-language.ts'
import { rewardClassWords } from '../reward/reward-steps.ts'
import { rewardSystemNameOf } from '../reward/reward-fault-words.ts'
import { DEFAULT_SCREEN } from '../screen/default-screen.ts'
import { type SettingWords, settingWordsOf } from './setting-words.ts'
import { weekWordsOf } from './week-words.ts'

/** Names for ids, as far as they are known; an id without one is told as it is. */
export interface SettingNames {
  readonly stores: ReadonlyMap<number, string>
  readonly groups: ReadonlyMap<number, string>
  readonly markets: ReadonlyMap<string, string>
  /** "Nov 20, 4:20 pm" of an instant. */
  readonly moment: (instant: string) => string
}

type Screens = ManagedSettings['screens']

interface Entry {
  readonly field: string
  readonly label: string
  readonly value: string
  /** What stands where there is no such entry. */
  readonly absent: string
}

/** What differs between two settings, field by field, in the order of a settings page. Empty where nothing does. */
export function settingsDifferenceOf(
  before: ManagedSettings,
  after: ManagedSettings,
  names: SettingNames,
  language: ManagerLanguage
): readonly SettingDifference[] {
  const old = byField(entriesOf(before, alikeScreens(before.screens, after.screens), names, language))
  const fresh = byField(entriesOf(after, after.screens, names, language))
  return [...new Set([...fresh.keys(), ...old.keys()])].flatMap((field): readonly SettingDifference[] => {
    const was = old.get(field)
    const is = fresh.get(field)
    const some = is ?? was
    if (some === undefined || was?.value === is?.value) return []
    return [{ field, label: some.label, before: was?.value ?? some.absent, after: is?.value ?? some.absent }]
  })
}

/** A new screen is told by what is not the default of it; of one that goes, nothing more is told than that. */
function alikeScreens(before: Screens, after: Screens): Screens {
  return Object.fromEntries(Object.keys(after).map((name) => [name, before[name] ?? DEFAULT_SCREEN]))
}

function byField(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  return new Map(entries.map((entry) => [entry.field, entry]))
}

/** "Language: en-CA, now fr-CA" */
export function differenceSentence({ label, before, after }: SettingDifference, language: ManagerLanguage): string {
  return settingWordsOf(language).changedFromTo(label, before, after)
}

/** `shown` are the screens whose own settings are told. */
function entriesOf(
  settings: ManagedSettings,
  shown: Screens,
  names: SettingNames,
  language: ManagerLanguage
): readonly Entry[] {
  const words = settingWordsOf(language)
  const { labels } = words
  const storeOf = (locationId: number): string => names.stores.get(locationId) ?? words.store(String(locationId))
  const plain = (field: keyof ManagedSettings, value: string): Entry => ({
    field,
    label: labels[field],
    value,
    absent: words.none
  })
  const ofStore = (
    field: 'timeZoneOverrides' | 'currencyOverrides' | 'openingHours',
    id: string,
    value: string
  ): Entry => ({
    field: `${field}.${id}`,
    label: words.storeSetting(labels[field], storeOf(Number(id))),
    value,
    absent: words.fromCova
  })
  return [
    plain('locationId', settings.locationId === null ? words.none : storeOf(settings.locationId)),
    plain(
      'markets',
      listOf(settings.markets, (market) => names.markets.get(market) ?? market, words)
    ),
    plain('restrictToLocationIds', listOf(settings.restrictToLocationIds, storeOf, words)),
    plain(
      'frozen',
      settings.frozen === null ? words.notFrozen : words.frozenSince(names.moment(settings.frozen.since))
    ),
    plain('language', settings.language ?? words.storeCountry),
    plain('staleAfterMinutes', words.minutes(String(settings.staleAfterMinutes))),
    plain('askPriceAfterHours', words.hours(String(settings.askPriceAfterHours))),
    plain('storeColour', settings.storeColour ?? words.themeOwn),
    plain('storeLogo', settings.storeLogo ?? words.nameWritten),
    plain('market', profileWords(settings.market, words)),
    ...Object.entries(settings.timeZoneOverrides).map(([id, zone]) => ofStore('timeZoneOverrides', id, zone)),
    ...Object.entries(settings.currencyOverrides).map(([id, currency]) =>
      ofStore('currencyOverrides', id, words.currencies[currency])
    ),
    ...Object.entries(settings.openingHours).map(([id, week]) =>
      ofStore('openingHours', id, weekWordsOf(week, language))
    ),
    ...Object.entries(settings.rewards).flatMap(([id, store]) =>
      rewardEntriesOf(id, store, storeOf(Number(id)), words, language)
    ),
    ...Object.keys(settings.screens).map((name): Entry => ({
      field: `screens.${name}`,
      label: words.screen(name),
      value: words.there,
      absent: words.notThere
    })),
    ...Object.entries(shown).flatMap(([name, screen]) => screenEntriesOf(name, screen, names, words)),
    { field: 'displays.mode', label: labels.displays, value: words.displayModes[settings.displays.mode], absent: '' },
    plain('startAtBoot', settings.startAtBoot ? words.on : words.off),
    ...updateEntriesOf(settings.updates, words),
    ...settings.displays.known.map((display, index): Entry => ({
      field: `displays.known.${index}`,
      label: words.display(display.label ?? String(index + 1)),
      value: displayWords(display, storeOf, words),
      absent: words.notThere
    }))
  ]
}

function updateEntriesOf(
  { enabled, feedUrl, channel, pinnedVersion }: ManagedSettings['updates'],
  words: SettingWords
): readonly Entry[] {
  const entry = (key: keyof ManagedSettings['updates'], value: string): Entry => ({
    field: `updates.${key}`,
    label: words.updateLabels[key],
    value,
    absent: words.none
  })
  return [
    entry('enabled', enabled ? words.on : words.off),
    entry('feedUrl', feedUrl ?? words.none),
    entry('channel', words.values[channel] ?? channel),
    entry('pinnedVersion', pinnedVersion ?? words.none)
  ]
}

/** A store's system, then a reward each. */
function rewardEntriesOf(
  locationId: string,
  { system, takenFrom, rewards }: StoreRewards,
  store: string,
  words: SettingWords,
  language: ManagerLanguage
): readonly Entry[] {
  const field = `rewards.${locationId}`
  const name = rewardSystemNameOf(system, language)
  const like = system.kind === 'other' && system.like !== null ? ` (${rewardClassWords(system.like, language)})` : ''
  return [
    {
      field,
      label: words.storeSetting(words.labels.rewards, store),
      value: `${name}${like}, ${words.takenFrom[takenFrom]}`,
      absent: words.none
    },
    ...rewards.map(({ rewardId, name: called, kind, value, points, linkedId }) => ({
      field: `${field}.${rewardId}`,
      label: words.reward(called, store),
      value: `${called}: ${words.rewardOf(kind === 'percent' ? `${value}\u00a0%` : value, String(points), linkedId)}`,
      absent: words.none
    }))
  ]
}

function listOf<T>(values: readonly T[] | null, nameOf: (value: T) => string, words: SettingWords): string {
  return values === null ? words.all : values.map(nameOf).join(', ')
}

function profileWords(market: ManagedSettings['market'], words: SettingWords): string {
  if (market === null) return words.none
  return market.confirmed ? market.profile : words.notConfirmed(market.profile)
}

function screenEntriesOf(
  name: string,
  screen: ScreenSettings,
  names: SettingNames,
  words: SettingWords
): readonly Entry[] {
  return Object.entries(screenValuesOf(screen, names, words)).map(([key, value]) => ({
    field: `screens.${name}.${key}`,
    label: words.screenSetting(words.screenLabels[key as keyof ScreenSettings], name),
    value,
    absent: words.none
  }))
}

function screenValuesOf(
  screen: ScreenSettings,
  names: SettingNames,
  words: SettingWords
): Readonly<Record<keyof ScreenSettings, string>> {
  const switched = (value: boolean): string => (value ? words.on : words.off)
  const named = (value: string): string => words.values[value] ?? value
  return {
    mode: named(screen.mode),
    idleSeconds: words.seconds(String(screen.idleSeconds)),
    set: setWords(screen.set, words),
    timedSets:
      screen.timedSets.length === 0
        ? words.none
        : screen.timedSets.map(({ from, set }) => `${from} ${setWords(set, words)}`).join(', '),
    customer: named(screen.customer),
    groupId:
      screen.groupId === null ? words.none : (names.groups.get(screen.groupId) ?? words.group(String(screen.groupId))),
    theme: named(screen.theme),
    priceStyle: named(screen.priceStyle),
    soldOut: named(screen.soldOut),
    lastFewBelow: screen.lastFewBelow ?? words.none,
    language: screen.language ?? words.storeCountry,
    calm: switched(screen.calm),
    dwellSeconds: words.seconds(String(screen.dwellSeconds)),
    diagonalInches: words.inches(String(screen.diagonalInches)),
    distanceMetres: words.metres(String(screen.distanceMetres)),
    level: named(screen.level),
    safeMarginPercent: `${screen.safeMarginPercent}\u00a0%`,
    pictures: switched(screen.pictures),
    rewardsPanel: switched(screen.rewardsPanel),
    orientation: named(screen.orientation),
    outsideHours: named(screen.outsideHours)
  }
}

function setWords(set: BoardSet, words: SettingWords): string {
  switch (set.kind) {
    case 'full':
    case 'on-promotion':
    case 'new-arrivals':
      return words.sets[set.kind]
    case 'shelf':
      return words.shelf(String(set.shelfId))
    case 'classifications':
      return set.paths.map((path) => path.join(' > ')).join(', ')
  }
}

function displayWords(display: KnownDisplay, storeOf: (locationId: number) => string, words: SettingWords): string {
  if (!display.board) return words.noBoard
  const parts = [
    display.screen === null ? null : words.screen(display.screen),
    display.locationId === null ? null : storeOf(display.locationId)
  ].filter((part) => part !== null)
  return parts.length === 0 ? words.on : parts.join(', ')
}
