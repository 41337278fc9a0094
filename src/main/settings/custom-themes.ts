import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { foundProblem } from '../../domain/health/found-problem.ts'
import { hexColourOf } from '../../domain/display/store-colour.ts'
import { type CustomTheme, type CustomToken, themeFaultsOf } from '../../domain/theme/custom-theme.ts'
import { THEME_COLOURS } from '../../domain/theme/theme-tokens.ts'
import type { FoundProblem, ThemeFault } from '../../shared/problem.ts'
import type { ScreenTheme } from '../../shared/screen-settings.ts'

export const THEME_FOLDER = 'themes'
export const THEME_FILE_NAME = /^[a-z0-9-]{1,40}\.json$/
const TICKET_TOKENS: ReadonlySet<string> = new Set(['ticket', 'ticket-ink'])
const TOKENS = Object.keys(THEME_COLOURS.dark).filter((token): token is CustomToken => !TICKET_TOKENS.has(token))

const colour = z
  .string()
  .refine((text) => hexColourOf(text) !== null, { message: 'expected a colour such as "#1d5a46"' })
  .transform((text) => text.toLowerCase())
const base = z.enum(['dark', 'light', 'contrast'])
export const customThemeSchema = z.strictObject({
  /** For who reads the file. */
  name: z.string().min(1).max(80),
  base,
  tokens: z.strictObject(Object.fromEntries(TOKENS.map((token) => [token, colour.optional()])))
})

export interface LoadedThemes {
  /** By file name; one that is refused has its base's colours. */
  readonly themes: ReadonlyMap<string, CustomTheme>
  readonly problems: readonly FoundProblem[]
}

/**
 * Reads the store's own themes, `<dataDir>/themes/NAME.json` (docs/renderer.md, Themes). One that cannot be read, or in
 * which a pair of colours is too close, is refused whole: its base is shown, dark where even that cannot be told, and the
 * manager is told the file and the place.
 */
export function loadThemes(dataDir: string): LoadedThemes {
  const themes = new Map<string, CustomTheme>()
  const problems: FoundProblem[] = []
  const folder = join(dataDir, THEME_FOLDER)
  const fileNames = fileNamesIn(folder)
  if (fileNames === null)
    problems.push(foundProblem({ code: 'theme-refused', file: folder, shows: 'dark', fault: { kind: 'folder' } }))
  for (const fileName of fileNames ?? []) {
    const file = join(folder, fileName)
    const { theme, fault } = readTheme(file, fileName)
    themes.set(fileName.slice(0, -'.json'.length), theme)
    if (fault !== null) problems.push(foundProblem({ code: 'theme-refused', file, shows: theme.base, fault }))
  }
  return { themes, problems }
}

/** None where there is no folder; null for one that cannot be read. */
function fileNamesIn(folder: string): readonly string[] | null {
  if (!existsSync(folder)) return []
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
  } catch {
    return null
  }
}

function readTheme(file: string, fileName: string): { readonly theme: CustomTheme; readonly fault: ThemeFault | null } {
  if (!THEME_FILE_NAME.test(fileName)) return { theme: plain('dark'), fault: { kind: 'file-name' } }
  let stored: unknown
  try {
    stored = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    return { theme: plain('dark'), fault: { kind: error instanceof SyntaxError ? 'not-json' : 'unreadable' } }
  }
  const parsed = customThemeSchema.safeParse(stored)
  if (!parsed.success) {
    const known = z.object({ base }).safeParse(stored)
    const [issue] = parsed.error.issues
    const place = issue === undefined || issue.path.length === 0 ? null : issue.path.join('.')
    return {
      theme: plain(known.success ? known.data.base : 'dark'),
      fault: { kind: 'wrong-at', place, says: issue?.message ?? null }
    }
  }
  const theme: CustomTheme = { base: parsed.data.base, tokens: parsed.data.tokens as CustomTheme['tokens'] }
  const faults = themeFaultsOf(theme)
  return faults.length === 0 ? { theme, fault: null } : { theme: plain(theme.base), fault: { kind: 'colours', faults } }
}

function plain(theme: ScreenTheme): CustomTheme {
  return { base: theme, tokens: {} }
}
