import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { BackupFault } from '../../domain/settings/backup-words.ts'
import type { ManagedSettings } from '../../shared/manager/settings.ts'
import { customThemeSchema, THEME_FILE_NAME, THEME_FOLDER } from '../settings/custom-themes.ts'
import { listProfiles, marketProfileSchema, PROFILE_FOLDER } from '../settings/market-profiles.ts'
import { productVersion } from '../settings/product-version.ts'
import { wrongScreenKeysOf } from '../settings/screen-schema.ts'
import { wrongRewardPlacesOf } from '../settings/rewards-schema.ts'
import { fieldSchemas } from '../settings/settings-file.ts'
import type { Settings } from '../settings/settings.types.ts'
import { managedOf } from './settings-news.ts'

const KIND = 'topshelf-backup'
const VERSION = 1
/** A call's body may be a megabyte, its quotes escaped. */
export const MOST_BACKUP_CHARACTERS = 800_000
const MOST_LOGO_BYTES = 250_000

type ThemeFile = z.infer<typeof customThemeSchema>
type ProfileFile = z.infer<typeof marketProfileSchema>

/** Settings that a backup leaves out, each for its reason. Every other one comes back with an import. */
export const LEFT_OUT = {
  /** The backup has a version of its own. */
  version: true,
  /** Goes with the credentials, which stay where they are. */
  source: true,
  /** A state of now, and no choice. */
  frozen: true,
  /** Names this machine to phones: on another one, codes would lead here. */
  publicUrl: true,
  /** Whom this machine lets in is asked on each machine. */
  network: true,
  /** How the report of this machine's register is read: asked anew with the next report. */
  registerReport: true
} as const satisfies { readonly [Field in keyof Settings]?: true }

/** What a backup holds: settings but for those above, and never credentials or the PIN. */
export interface BackupContent {
  readonly settings: Partial<Omit<ManagedSettings, 'frozen'>> & { readonly publicUrl?: string | null | undefined }
  /** By file name without its end. */
  readonly themes: Readonly<Record<string, ThemeFile>>
  readonly profiles: Readonly<Record<string, ProfileFile>>
  /** Null where there is none, or one that is too large. */
  readonly logo: { readonly name: string; readonly base64: string } | null
}

export type ReadBackup =
  | { readonly ok: true; readonly madeAtMs: number; readonly content: BackupContent }
  | { readonly ok: false; readonly fault: BackupFault }

/** The settings and the store's own files as one text. Only what a schema knows goes into it. */
export function backupTextOf(dataDir: string, settings: Settings, nowMs: number): string {
  const { frozen: _frozen, ...managed } = managedOf(settings)
  const content: BackupContent = {
    settings: managed,
    themes: themesIn(dataDir),
    profiles: Object.fromEntries(
      listProfiles(dataDir).flatMap((listed) =>
        listed.ok && isFile(join(dataDir, PROFILE_FOLDER, `${listed.profile.id}.json`))
          ? [[listed.profile.id, listed.profile]]
          : []
      )
    ),
    logo: logoIn(dataDir, settings.storeLogo)
  }
  const file = {
    kind: KIND,
    version: VERSION,
    product: productVersion,
    madeAt: new Date(nowMs).toISOString(),
    checksum: checksumOf(content),
    content
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

const head = z.object({
  kind: z.literal(KIND),
  version: z.int().min(1),
  madeAt: z.iso.datetime(),
  checksum: z.string(),
  content: z.object({})
})
const logoSchema = z.strictObject({
  name: z
    .string()
    // As settings name it.
    .regex(/^[^/\\:\p{Cc}]+\.(png|jpe?g|webp|svg)$/iu)
    .max(120),
  base64: z.base64().max(Math.ceil(MOST_LOGO_BYTES / 3) * 4)
})
const fileName = z.string().regex(/^[a-z0-9-]{1,40}$/)
const contentSchema = z.strictObject({
  // An earlier Topshelf wrote the address for phones: read, told, and not taken.
  settings: z.strictObject(fieldSchemas).omit(LEFT_OUT).extend({ publicUrl: fieldSchemas.publicUrl }).partial(),
  themes: z.record(fileName, customThemeSchema),
  profiles: z.record(fileName, marketProfileSchema),
  logo: logoSchema.nullable()
})

/** Reads a backup, or says what is wrong with it and where. `lineWords` puts a place in a text into words. */
export function readBackup(text: string, lineWords: (line: string, column: string) => string): ReadBackup {
  const failed = (fault: BackupFault): ReadBackup => ({ ok: false, fault })
  if (text.length > MOST_BACKUP_CHARACTERS)
    return failed({ kind: 'too-large', most: `${MOST_BACKUP_CHARACTERS / 1000} kB` })
  let stored: unknown
  try {
    stored = JSON.parse(text)
  } catch (error) {
    return failed({ kind: 'not-json', place: placeOf(text, error as Error, lineWords) })
  }
  const known = z.object({ kind: z.literal(KIND), version: z.int().min(1) }).safeParse(stored)
  if (!known.success) return failed({ kind: 'not-a-backup' })
  if (known.data.version > VERSION) return failed({ kind: 'newer', version: String(known.data.version) })
  const parsed = head.safeParse(stored)
  if (!parsed.success) return failed({ kind: 'wrong', place: pathOf(parsed.error, '') })
  // As it stands in the file: the schema would drop what it does not know.
  const given = (stored as { readonly content: unknown }).content
  if (checksumOf(given) !== parsed.data.checksum) return failed({ kind: 'checksum' })
  const content = contentSchema.safeParse(given)
  if (!content.success) return failed({ kind: 'wrong', place: pathOf(content.error, 'content') })
  // The screens and rewards of a settings file are repaired where one is wrong; those of a backup are not.
  const { screens, rewards } = (
    given as { readonly settings: { readonly screens?: unknown; readonly rewards?: unknown } }
  ).settings
  const [wrong] = [...wrongScreenKeysOf(screens), ...wrongRewardPlacesOf(rewards)]
  if (wrong !== undefined) return failed({ kind: 'wrong', place: `content.settings.${wrong}` })
  return { ok: true, madeAtMs: Date.parse(parsed.data.madeAt), content: content.data as BackupContent }
}

function checksumOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}

function pathOf(error: z.ZodError, under: string): string {
  const [issue] = error.issues
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  return [under, ...(issue?.path ?? []), ...keys].filter((step) => step !== '').join('.')
}

/** Line and column of a syntax error, as far as V8's own words tell; the end where it wanted more. */
function placeOf(text: string, { message }: Error, lineWords: (line: string, column: string) => string): string {
  const before = text.slice(0, positionOf(text, message)).split('\n')
  return lineWords(String(before.length), String((before.at(-1)?.length ?? 0) + 1))
}

/** V8 names the position, or quotes ten characters before what it did not expect. */
function positionOf(text: string, message: string): number {
  const named = /at position (\d+)/.exec(message)?.[1]
  if (named !== undefined) return Number(named)
  if (message.includes('end of JSON input')) return text.length
  const quoted = /, \.\.\."(.*?)"(?:\.\.\.)? is not valid JSON$/s.exec(message)?.[1]
  if (quoted !== undefined) return text.indexOf(quoted) + 10
  const token = /^Unexpected token '(.*?)',/s.exec(message)?.[1] ?? ''
  return Math.max(0, text.indexOf(token))
}

function themesIn(dataDir: string): Readonly<Record<string, ThemeFile>> {
  const folder = join(dataDir, THEME_FOLDER)
  const themes: Record<string, ThemeFile> = {}
  for (const name of namesIn(folder).filter((one) => THEME_FILE_NAME.test(one))) {
    const parsed = customThemeSchema.safeParse(jsonIn(join(folder, name)))
    if (parsed.success) themes[name.slice(0, -'.json'.length)] = parsed.data
  }
  return themes
}

function logoIn(dataDir: string, name: string | null): BackupContent['logo'] {
  if (name === null) return null
  try {
    const file = join(dataDir, name)
    if (statSync(file).size > MOST_LOGO_BYTES) return null
    return { name, base64: readFileSync(file).toString('base64') }
  } catch {
    return null
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false
}
