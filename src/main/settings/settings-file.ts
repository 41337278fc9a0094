import { copyFileSync, existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { storeFailureOf } from '../store/store-failure.ts'
import { publicUrlOf } from '../../domain/print/phone-address.ts'
import { hexColourOf } from '../../domain/display/store-colour.ts'
import { defaultDisplays, displaysSchema } from './display-settings.ts'
import { weeklyHoursSchema } from './opening-hours-schema.ts'
import { isLanguageTag, screenSchema, wrongScreenKeysOf } from './screen-schema.ts'
import { rewardsSchema, wrongRewardPlacesOf } from './rewards-schema.ts'
import { registerReportSchema } from './register-report-schema.ts'
import type { LoadedSettings, SavedSettings, Settings } from './settings.types.ts'
import { defaultUpdates, updatesSchema } from './update-settings.ts'
import { writeWhole } from './write-whole.ts'

export const SETTINGS_FILE = 'settings.json'
const VERSION = 1

export const defaultSettings: Settings = {
  version: VERSION,
  source: null,
  locationId: null,
  restrictToLocationIds: null,
  markets: null,
  frozen: null,
  timeZoneOverrides: {},
  currencyOverrides: {},
  openingHours: {},
  rewards: {},
  staleAfterMinutes: 15,
  askPriceAfterHours: 24,
  language: null,
  screens: {},
  displays: defaultDisplays,
  market: null,
  storeColour: null,
  storeLogo: null,
  publicUrl: null,
  network: { serve: false, boards: 'paired', names: [] },
  registerReport: null,
  updates: defaultUpdates,
  startAtBoot: true
}

const locationKey = z.string().regex(/^\d+$/)

export const fieldSchemas = {
  version: z.int().min(1),
  source: z.enum(['demo', 'cova']).nullable(),
  locationId: z.int().nullable(),
  restrictToLocationIds: z.array(z.int()).nullable(),
  markets: z
    .array(z.string().regex(/^[A-Z]{2}-[^\s-].{0,59}$/))
    .max(200)
    .nullable(),
  frozen: z.object({ since: z.iso.datetime() }).nullable(),
  timeZoneOverrides: z.record(locationKey, z.string().min(1)),
  currencyOverrides: z.record(locationKey, z.enum(['CAD', 'USD'])),
  openingHours: z.record(locationKey, weeklyHoursSchema),
  rewards: rewardsSchema,
  staleAfterMinutes: z
    .number()
    .positive()
    .max(7 * 24 * 60),
  askPriceAfterHours: z
    .number()
    .positive()
    .max(14 * 24),
  language: z.string().refine(isLanguageTag).nullable(),
  screens: z.record(z.string().min(1).max(60), screenSchema),
  displays: displaysSchema,
  market: z.object({ profile: z.string().regex(/^[a-z0-9-]{1,40}$/), confirmed: z.boolean() }).nullable(),
  storeColour: z
    .string()
    .transform(hexColourOf)
    .refine((colour) => colour !== null)
    .nullable(),
  storeLogo: z
    .string()
    .max(120)
    // A name, not a path: nothing outside the data directory. A character that no name can have would stop a write.
    .regex(/^[^/\\:\p{Cc}]+\.(png|jpe?g|webp|svg)$/iu)
    .nullable(),
  publicUrl: z
    .string()
    .refine((text) => publicUrlOf(text).ok)
    .nullable(),
  network: z.object({
    serve: z.boolean(),
    boards: z.enum(['paired', 'everybody']),
    names: z.array(z.string().regex(/^[a-z0-9.-]{1,100}$/)).max(20)
  }),
  registerReport: registerReportSchema.nullable(),
  updates: updatesSchema,
  startAtBoot: z.boolean()
} satisfies { readonly [Field in keyof Settings]: z.ZodType }

type Json = Record<string, unknown>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The file's object; null when there is no file. A damaged one throws a SyntaxError. */
const readObject = (file: string): Json | null => {
  if (!existsSync(file)) return null
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (!isObject(value)) throw new SyntaxError('not an object')
  return value
}

/** A name with the time, never that of another file. */
const asideNameOf = (file: string, nowMs: number): string => {
  const stamp = new Date(nowMs).toISOString().replaceAll(/[:.]/g, '-')
  let target = `${file}.damaged-${stamp}`
  for (let n = 2; existsSync(target); n += 1) target = `${file}.damaged-${stamp}-${n}`
  return target
}

/**
 * Reads the settings of a data directory. A missing file gives the defaults. One that is not JSON is moved aside; where
 * single fields are wrong the rest is kept, those take their defaults, and a copy of the file is put aside, once, when
 * the repaired one is written. Never throws for what is in the file.
 */
export const loadSettings = (dataDir: string, nowMs: () => number = Date.now): LoadedSettings => {
  const file = join(dataDir, SETTINGS_FILE)
  let stored: Json | null
  try {
    stored = readObject(file)
  } catch (error) {
    if (error instanceof SyntaxError) return setAside(file, nowMs())
    const failure = storeFailureOf(error, file)
    if (failure === null) throw error
    return { settings: defaultSettings, movedAside: null, problem: `The settings ${file} cannot be read` }
  }
  if (stored === null) return { settings: defaultSettings, movedAside: null, problem: null }
  const { settings, wrong } = settingsOf(stored)
  if (wrong.length === 0) return { settings, movedAside: null, problem: null }
  return repair(file, dataDir, settings, wrong, nowMs())
}

const settingsOf = (stored: Json): { readonly settings: Settings; readonly wrong: readonly string[] } => {
  const wrong: string[] = []
  const read = <Field extends keyof Settings>(field: Field): Settings[Field] => {
    if (!(field in stored)) return defaultSettings[field]
    const checked = fieldSchemas[field].safeParse(stored[field])
    if (checked.success) {
      if (field === 'screens') wrong.push(...wrongScreenKeysOf(stored[field]))
      if (field === 'rewards') wrong.push(...wrongRewardPlacesOf(stored[field]))
      return checked.data as Settings[Field]
    }
    wrong.push(field)
    return defaultSettings[field]
  }
  const settings: Settings = {
    version: read('version'),
    source: read('source'),
    locationId: read('locationId'),
    restrictToLocationIds: read('restrictToLocationIds'),
    markets: read('markets'),
    frozen: read('frozen'),
    timeZoneOverrides: read('timeZoneOverrides'),
    currencyOverrides: read('currencyOverrides'),
    openingHours: read('openingHours'),
    rewards: read('rewards'),
    staleAfterMinutes: read('staleAfterMinutes'),
    askPriceAfterHours: read('askPriceAfterHours'),
    language: read('language'),
    screens: read('screens'),
    displays: read('displays'),
    market: read('market'),
    storeColour: read('storeColour'),
    storeLogo: read('storeLogo'),
    publicUrl: read('publicUrl'),
    network: read('network'),
    registerReport: read('registerReport'),
    updates: read('updates'),
    startAtBoot: read('startAtBoot')
  }
  return { settings, wrong }
}

/** Places of a settings file whose values are wrong; null for one that cannot be read or is no JSON. */
export const wrongSettingsIn = (file: string): readonly string[] | null => {
  try {
    const stored = readObject(file)
    return stored === null ? null : settingsOf(stored).wrong
  } catch {
    return null
  }
}

const setAside = (file: string, nowMs: number): LoadedSettings => {
  const target = asideNameOf(file, nowMs)
  try {
    renameSync(file, target)
  } catch {
    return {
      settings: defaultSettings,
      movedAside: null,
      problem: `The settings ${file} are damaged and could not be moved aside: defaults are used`
    }
  }
  return {
    settings: defaultSettings,
    movedAside: target,
    problem: `The settings were damaged and are now in ${target}: defaults are used`
  }
}

const repair = (
  file: string,
  dataDir: string,
  settings: Settings,
  wrong: readonly string[],
  nowMs: number
): LoadedSettings => {
  const problem = `The settings ${file} have a wrong value for ${wrong.join(', ')}: the default is used`
  const target = asideNameOf(file, nowMs)
  try {
    copyFileSync(file, target)
  } catch {
    return { settings, movedAside: null, problem }
  }
  return { settings, movedAside: saveSettings(dataDir, settings).ok ? target : null, problem }
}

/** Writes the settings whole. Keys that this version does not know stay, and so does a newer version's number. */
export const saveSettings = (dataDir: string, settings: Settings): SavedSettings => {
  const version = Math.max(settings.version, VERSION)
  const stored = { ...unknownKeys(join(dataDir, SETTINGS_FILE)), ...settings, version }
  try {
    writeWhole(dataDir, SETTINGS_FILE, `${JSON.stringify(stored, null, 2)}\n`)
    return { ok: true }
  } catch (error) {
    const failure = storeFailureOf(error, dataDir)
    if (failure === null) throw error
    const code = failure.code === 'disk-full' ? 'disk-full' : 'data-dir-unwritable'
    return { ok: false, code, message: failure.message }
  }
}

const unknownKeys = (file: string): Json => {
  try {
    const stored = readObject(file) ?? {}
    return Object.fromEntries(Object.entries(stored).filter(([key]) => !(key in fieldSchemas)))
  } catch {
    return {}
  }
}
