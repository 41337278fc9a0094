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

/** What a setting says of a store already may be changed and taken away whoever the store belongs to. */
export function isKnownStore(
  locationId: string,
  { stores }: SettingFacts,
  already: Readonly<Record<number, unknown>>
): boolean {
  if (!/^\d{1,15}$/.test(locationId)) return false
  return stores === null || stores.has(Number(locationId)) || Object.hasOwn(already, locationId)
}
