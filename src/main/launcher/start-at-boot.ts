import { existsSync, readFileSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { writeWhole } from '../settings/write-whole.ts'

/** Read by itself: what reads it whole comes with a database, which a launcher has no use for. */
const SETTINGS_FILE = 'settings.json'
const ENTRY = 'topshelf.desktop'
/** By which an entry of ours is known: no other is touched. */
const OURS = 'X-Topshelf=true'

/**
 * Whether this machine is to start the program by itself: unless the setting says no, as soon as it shows a real store. Null
 * where the settings cannot be read: what is, stays. Nothing is repaired here, for the app does that.
 */
export function wantsStartAtBoot(dataDir: string): boolean | null {
  const file = join(dataDir, SETTINGS_FILE)
  try {
    const settings = JSON.parse(readFileSync(file, 'utf8')) as { source?: unknown; startAtBoot?: unknown } | null
    return settings?.source === 'cova' && settings.startAtBoot !== false
  } catch {
    return existsSync(file) ? null : false
  }
}

/** The program that a start at boot starts, and with what. */
export interface BootProgram {
  readonly executable: string
  readonly args: readonly string[]
  /** Set for it where it differs from the system's own place. */
  readonly dataDir: string | null
}

type Variables = Readonly<Record<string, string | undefined>>

/** Linux: an entry in the desktop's autostart folder (XDG Autostart), written or taken away. Throws as the file system does. */
export function setAutostartEntry(isOn: boolean, program: BootProgram, env: Variables = process.env): void {
  const folder = join(env['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'autostart')
  const file = join(folder, ENTRY)
  const found = existsSync(file) ? readFileSync(file, 'utf8') : null
  if (found !== null && !found.includes(OURS)) return
  if (!isOn) {
    if (found !== null) rmSync(file)
    return
  }
  const text = entryOf(program)
  if (text !== found) writeWhole(folder, ENTRY, text)
}

function entryOf({ executable, args, dataDir }: BootProgram): string {
  const variables = dataDir === null ? [] : ['env', `TOPSHELF_DATA_DIR=${dataDir}`]
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Version=1.5',
    'Name=Topshelf',
    `Exec=${[...variables, executable, ...args].map(quoted).join(' ')}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    OURS,
    ''
  ].join('\n')
}

/** Desktop Entry Specification, The Exec key: quoted, then escaped once more as every string of an entry. */
function quoted(argument: string): string {
  const inQuotes = argument.replaceAll(/["`$\\]/g, '\\$&').replaceAll('%', '%%')
  return `"${inQuotes}"`.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')
}
