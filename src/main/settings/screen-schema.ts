import { z } from 'zod'
import { DEFAULT_SCREEN } from '../../domain/screen/default-screen.ts'
import type { BoardSet, ScreenSettings, ThemeChoice } from '../../shared/screen-settings.ts'

export const boardSet: z.ZodType<BoardSet> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('full') }),
  z.object({ kind: z.literal('classifications'), paths: z.array(z.array(z.string().min(1)).min(1)).min(1) }),
  z.object({ kind: z.literal('shelf'), shelfId: z.int() }),
  z.object({ kind: z.literal('on-promotion') }),
  z.object({ kind: z.literal('new-arrivals') })
])

export const screenFieldSchemas = {
  mode: z.enum(['board', 'kiosk']),
  idleSeconds: z.number().min(15).max(600),
  set: boardSet,
  timedSets: z.array(z.object({ from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/), set: boardSet })).max(24),
  customer: z.enum(['recreational', 'medical']),
  groupId: z.int().nullable(),
  theme: z.string().refine((text) => isThemeChoice(text)),
  priceStyle: z.enum(['you-pay', 'shelf-price']),
  soldOut: z.enum(['hide', 'grey', 'last']),
  lastFewBelow: z
    .string()
    .regex(/^\d{1,6}(\.\d{1,3})?$/)
    .nullable(),
  language: z
    .string()
    .refine((tag) => isLanguageTag(tag))
    .nullable(),
  calm: z.boolean(),
  dwellSeconds: z.number().min(5).max(120),
  diagonalInches: z.number().min(7).max(200),
  distanceMetres: z.number().min(0.3).max(50),
  level: z.enum(['roomy', 'standard', 'dense']),
  safeMarginPercent: z.number().min(2.5).max(10),
  pictures: z.boolean(),
  rewardsPanel: z.boolean(),
  orientation: z.enum(['auto', 'landscape', 'portrait-left', 'portrait-right']),
  outsideHours: z.enum(['on', 'dim', 'off'])
} satisfies Record<keyof ScreenSettings, z.ZodType>

function isThemeChoice(text: string): text is ThemeChoice {
  return /^(dark|light|contrast|custom:[a-z0-9-]{1,40})$/.test(text)
}

/** True for what Intl takes: "fr-CA", not "fr_CA", which would throw wherever money or a time is put into words. */
export function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}

/** A screen of the settings file: what is missing or wrong takes its default, the rest stays. */
export const screenSchema: z.ZodType<ScreenSettings> = z
  .record(z.string(), z.unknown())
  .transform((stored) => readScreen(stored))

function readScreen(stored: Readonly<Record<string, unknown>>): ScreenSettings {
  const read = <Field extends keyof ScreenSettings>(field: Field): ScreenSettings[Field] => {
    const checked = screenFieldSchemas[field].safeParse(stored[field])
    return checked.success ? (checked.data as ScreenSettings[Field]) : DEFAULT_SCREEN[field]
  }
  return {
    mode: read('mode'),
    idleSeconds: read('idleSeconds'),
    set: read('set'),
    timedSets: read('timedSets'),
    customer: read('customer'),
    groupId: read('groupId'),
    theme: read('theme'),
    priceStyle: read('priceStyle'),
    soldOut: read('soldOut'),
    lastFewBelow: read('lastFewBelow'),
    language: read('language'),
    calm: read('calm'),
    dwellSeconds: read('dwellSeconds'),
    diagonalInches: read('diagonalInches'),
    distanceMetres: read('distanceMetres'),
    level: read('level'),
    safeMarginPercent: read('safeMarginPercent'),
    pictures: read('pictures'),
    rewardsPanel: read('rewardsPanel'),
    orientation: read('orientation'),
    outsideHours: read('outsideHours')
  }
}

/** Keys of stored screens whose value is wrong or that no screen has, as places in the file: "screens.bar.theme". */
export function wrongScreenKeysOf(screens: unknown): readonly string[] {
  if (!isRecord(screens)) return []
  return Object.entries(screens).flatMap(([name, stored]) =>
    isRecord(stored)
      ? Object.entries(stored)
          .filter(([key, value]) => !isScreenField(key) || !screenFieldSchemas[key].safeParse(value).success)
          .map(([key]) => `screens.${name}.${key}`)
      : []
  )
}

export function isScreenField(key: string): key is keyof ScreenSettings {
  return Object.hasOwn(screenFieldSchemas, key)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export type ScreenChanges =
  | { readonly ok: true; readonly changes: Partial<ScreenSettings> }
  /** `field` is the query key that is wrong. */
  | { readonly ok: false; readonly field: string; readonly expected: string }

/** Keys of a board page's query that change a screen for trying, and what they take. */
const QUERY_KEYS: Readonly<Record<string, { readonly field: keyof ScreenSettings; readonly expected: string }>> = {
  mode: { field: 'mode', expected: 'board or kiosk' },
  idle: { field: 'idleSeconds', expected: 'seconds from 15 to 600' },
  theme: { field: 'theme', expected: 'dark, light or contrast, or custom:NAME' },
  price: { field: 'priceStyle', expected: 'you-pay or shelf-price' },
  soldout: { field: 'soldOut', expected: 'hide, grey or last' },
  lastfew: { field: 'lastFewBelow', expected: 'a quantity' },
  language: { field: 'language', expected: 'a language such as fr-CA' },
  level: { field: 'level', expected: 'roomy, standard or dense' },
  size: { field: 'diagonalInches', expected: 'inches from 7 to 200' },
  distance: { field: 'distanceMetres', expected: 'metres from 0.3 to 50' },
  margin: { field: 'safeMarginPercent', expected: 'per cent from 2.5 to 10' },
  pictures: { field: 'pictures', expected: 'on or off' },
  rewards: { field: 'rewardsPanel', expected: 'on or off' }
}
const NUMBERS: ReadonlySet<string> = new Set(['size', 'distance', 'margin', 'idle'])
const SWITCHED: ReadonlySet<string> = new Set(['pictures', 'rewards'])
const SWITCHES: ReadonlyMap<unknown, boolean> = new Map([
  ['on', true],
  ['off', false]
])

/**
 * Reads the keys above and `set` (full, on-promotion, new-arrivals, shelf:26, or class:Flower/Indica with more after commas)
 * of a query. Others are none of its business.
 */
export function screenChangesOf(query: Readonly<Record<string, unknown>>): ScreenChanges {
  const changes: Record<string, unknown> = {}
  for (const [key, { field, expected }] of Object.entries(QUERY_KEYS)) {
    const text = query[key]
    if (text === undefined) continue
    const checked = screenFieldSchemas[field].safeParse(valueOf(key, text))
    if (!checked.success) return { ok: false, field: key, expected }
    changes[field] = checked.data
  }
  if (query['set'] !== undefined) {
    const set = typeof query['set'] === 'string' ? setOf(query['set']) : null
    if (set === null)
      return { ok: false, field: 'set', expected: 'full, on-promotion, new-arrivals, shelf:ID or class:PATH' }
    changes['set'] = set
    changes['timedSets'] = []
  }
  return { ok: true, changes: changes as Partial<ScreenSettings> }
}

function valueOf(key: string, text: unknown): unknown {
  if (SWITCHED.has(key)) return SWITCHES.get(text)
  return NUMBERS.has(key) ? Number(text) : text
}

function setOf(text: string): BoardSet | null {
  const [kind, rest] = text.split(/:(.*)/s)
  switch (kind) {
    case 'full':
    case 'on-promotion':
    case 'new-arrivals':
      return rest === undefined ? { kind } : null
    case 'shelf':
      return rest !== undefined && /^\d{1,15}$/.test(rest) ? { kind, shelfId: Number(rest) } : null
    case 'class': {
      const checked = boardSet.safeParse({
        kind: 'classifications',
        paths: (rest ?? '').split(',').map((path) => path.split('/').map((part) => part.trim()))
      })
      return checked.success ? checked.data : null
    }
    default:
      return null
  }
}
