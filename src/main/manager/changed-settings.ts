import type { SettingFault } from '../../domain/settings/setting-fault.ts'
import type { Settings } from '../settings/settings.types.ts'

export type KnownStores = ReadonlyMap<number, { readonly name: string; readonly market: string | null }>

/** A paired screen by its name, and the store that it shows. */
export interface PairedPlace {
  readonly name: string
  readonly locationId: number
}

/** What a change is checked against beside the settings themselves. */
export interface SettingFacts {
  readonly dataDir: string
  readonly nowMs: number
  /** By file name, without "custom:". */
  readonly themes: ReadonlySet<string>
  /** Profiles that can be read. */
  readonly profiles: ReadonlySet<string>
  /** The company's stores, with their provinces and states; null while nobody can say. */
  readonly stores: KnownStores | null
  /** Browsers that a manager has paired, and the stores whose boards they show. */
  readonly pairedScreens: readonly PairedPlace[]
}

/** A field that is wrong, and why. */
export interface WrongField {
  readonly field: string
  readonly fault: SettingFault
}

export type ChangedSettings =
  | { readonly ok: true; readonly settings: Settings }
  /** All of them, in the order of a settings page. */
  | { readonly ok: false; readonly wrong: readonly [WrongField, ...WrongField[]] }

/** The settings, unless something was wrong. */
export function changedUnless(wrong: readonly WrongField[], settings: Settings): ChangedSettings {
  const [first, ...others] = wrong
  return first === undefined ? { ok: true, settings } : { ok: false, wrong: [first, ...others] }
}

type ByStore = 'timeZoneOverrides' | 'currencyOverrides' | 'openingHours' | 'rewards'

/** What one store is to have, or every field of it that is wrong. */
export type ReadOfStore<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly wrong: readonly WrongField[] }

/**
 * A setting that stores have each of their own, changed for some of them: null takes a store's away, the others stay. `read`
 * is given a store's new value, its place in the change and its id.
 */
export function changedByStore<Name extends ByStore, Given>(
  settings: Settings,
  name: Name,
  given: Readonly<Record<string, Given | null>> | undefined,
  facts: SettingFacts,
  read: (value: Given, field: string, locationId: number) => ReadOfStore<Settings[Name][number]>
): ChangedSettings {
  const already: Readonly<Record<string, Settings[Name][number]>> = settings[name]
  const known = { ...already }
  const wrong: WrongField[] = []
  for (const [locationId, value] of Object.entries(given ?? {})) {
    const field = `${name}.${locationId}`
    if (!isKnownStore(locationId, facts, already))
      wrong.push({ field, fault: { kind: 'store-unknown', given: locationId } })
    else if (value === null) delete known[locationId]
    else {
      const changed = read(value, field, Number(locationId))
      if (changed.ok) known[locationId] = changed.value
      else wrong.push(...changed.wrong)
    }
  }
  return changedUnless(wrong, { ...settings, [name]: known })
}

/** What a setting says of a store already may be changed and taken away whoever the store belongs to. */
function isKnownStore(
  locationId: string,
  { stores }: SettingFacts,
  already: Readonly<Record<number, unknown>>
): boolean {
  if (!/^\d{1,15}$/.test(locationId)) return false
  return stores === null || stores.has(Number(locationId)) || Object.hasOwn(already, locationId)
}
