import { execFile } from 'node:child_process'
import { chmodSync, copyFileSync, cpSync, existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import type { Slot } from '../../domain/launch/slots.ts'
import { storeFailureOf } from '../store/store-failure.ts'
import { makeFolder } from '../store/make-folder.ts'
import { slotFolderOf } from './slots-file.ts'

const run = promisify(execFile)
/** A slow disk takes its time over 300 MB; one that takes longer than this is not coming back. */
const unpackWithinMs = 10 * 60_000

export type Unpacked =
  | { readonly ok: true; readonly executable: string }
  /** `message` is one line that names the file. */
  | { readonly ok: false; readonly message: string }

/** Which file of a release a machine takes into a slot: its name ends so. */
export type SlotFileEnding = '.AppImage' | '.tar.gz' | '.zip'

/**
 * A program that was started as an AppImage is followed by one: whoever has that has what it takes to run it. The Windows
 * installer is not used for this: it takes the version before off the machine, wherever the new one goes.
 */
export function slotFileEnding(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>
): SlotFileEnding {
  if (platform !== 'linux') return '.zip'
  return env['APPIMAGE'] ? '.AppImage' : '.tar.gz'
}

/**
 * Unpacks a version's file, already checked, into a slot that `freeSlotOf` named: an AppImage, a .tar.gz, a .zip, or a
 * folder as the packager leaves it. What was in the slot goes only once the new one is there whole.
 */
export async function unpackIntoSlot(
  dataDir: string,
  slot: Slot,
  file: string,
  platform: NodeJS.Platform = process.platform
): Promise<Unpacked> {
  const folder = slotFolderOf(dataDir, slot)
  const partial = `${folder}.partial`
  try {
    rmSync(partial, { recursive: true, force: true })
    makeFolder(partial)
    await unpack(file, partial, platform)
    const program = programIn(partial, platform)
    if (program === null) return failed(partial, `${basename(file)} holds no program that could be started`)
    rmSync(folder, { recursive: true, force: true })
    renameSync(partial, folder)
    return { ok: true, executable: join(folder, program) }
  } catch (error) {
    const why = storeFailureOf(error, dataDir)?.message ?? firstLineOf(error)
    return failed(partial, `${basename(file)} cannot be unpacked: ${why}`)
  }
}

async function unpack(file: string, folder: string, platform: NodeJS.Platform): Promise<void> {
  if (statSync(file).isDirectory()) {
    cpSync(file, folder, { recursive: true, verbatimSymlinks: true })
  } else if (file.endsWith('.AppImage')) {
    const copy = join(folder, basename(file))
    copyFileSync(file, copy)
    chmodSync(copy, 0o755)
  } else if (file.endsWith('.zip') && platform === 'darwin') {
    // Keeps what a signature is over: links, rights, resource forks.
    await run('/usr/bin/ditto', ['-x', '-k', file, folder], { timeout: unpackWithinMs })
  } else if (/\.(tar\.gz|zip)$/.test(file)) {
    // Windows 10 and later carry a tar that reads both.
    await run(tarOf(platform), ['-xf', file, '-C', folder], { timeout: unpackWithinMs })
  } else throw new Error('it is neither an AppImage, a .tar.gz, a .zip nor a folder')
}

/** Not whichever comes first on the PATH: that of Git for Windows takes C: for the name of a machine. */
function tarOf(platform: NodeJS.Platform): string {
  return platform === 'win32' ? join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'tar.exe') : 'tar'
}

/** The program, relative to the folder: at its top, or in the only folder there. */
function programIn(folder: string, platform: NodeJS.Platform): string | null {
  const entries = readdirSync(folder)
  const tops = ['', ...entries.filter((entry) => entries.length === 1 && statSync(join(folder, entry)).isDirectory())]
  const names =
    platform === 'linux'
      ? ['topshelf', ...entries.filter((entry) => entry.endsWith('.AppImage'))]
      : programNames[platform === 'darwin' ? 'darwin' : 'win32']
  for (const top of tops) {
    const name = names.find((candidate) => existsSync(join(folder, top, candidate)))
    if (name !== undefined) return join(top, name)
  }
  return null
}

const programNames = {
  darwin: [join('Topshelf.app', 'Contents', 'MacOS', 'Topshelf')],
  win32: ['Topshelf.exe']
} as const

function failed(partial: string, message: string): Unpacked {
  rmSync(partial, { recursive: true, force: true })
  return { ok: false, message }
}

function firstLineOf(error: unknown): string {
  const { stderr, message } = error as Error & { readonly stderr?: string }
  return (stderr?.trim() || message).split('\n', 1)[0]!
}
