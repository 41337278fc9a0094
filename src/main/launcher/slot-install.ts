import { execFile } from 'node:child_process'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Slot } from '../../domain/launch/slots.ts'
import { storeFailureOf } from '../store/store-failure.ts'
import { makeFolder } from '../store/make-folder.ts'
import { plainFs } from './plain-fs.ts'
import { flushFolder, sealContents } from './slot-contents.ts'
import { slotFolderOf } from './slots-file.ts'

const { promises: fs } = plainFs
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
 * folder as the packager leaves it. What was in the slot goes only once the new one is there whole, flushed to the disk with a list of
 * its contents. Nothing of it holds the thread up: on a slow disk the launcher would take the app for hung.
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
    await remove(partial)
    makeFolder(partial)
    await unpack(file, partial, platform)
    const program = await programIn(partial, platform)
    if (program === null) return await failed(partial, `${basename(file)} holds no program that could be started`)
    await sealContents(partial)
    await remove(folder)
    await fs.rename(partial, folder)
    await flushFolder(dirname(folder))
    return { ok: true, executable: join(folder, program) }
  } catch (error) {
    const why = storeFailureOf(error, dataDir)?.message ?? firstLineOf(error)
    return await failed(partial, `${basename(file)} cannot be unpacked: ${why}`)
  }
}

async function unpack(file: string, folder: string, platform: NodeJS.Platform): Promise<void> {
  if ((await fs.stat(file)).isDirectory()) {
    await fs.cp(file, folder, { recursive: true, verbatimSymlinks: true })
  } else if (file.endsWith('.AppImage')) {
    const copy = join(folder, basename(file))
    await fs.copyFile(file, copy)
    await fs.chmod(copy, 0o755)
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
async function programIn(folder: string, platform: NodeJS.Platform): Promise<string | null> {
  const entries = await fs.readdir(folder)
  const only = entries.length === 1 ? entries[0]! : null
  const isFolder = only !== null && (await fs.stat(join(folder, only))).isDirectory()
  const names =
    platform === 'linux'
      ? ['topshelf', ...entries.filter((entry) => entry.endsWith('.AppImage'))]
      : programNames[platform === 'darwin' ? 'darwin' : 'win32']
  for (const top of isFolder ? ['', only] : [''])
    for (const name of names) if (await isThere(join(folder, top, name))) return join(top, name)
  return null
}

const programNames = {
  darwin: [join('Topshelf.app', 'Contents', 'MacOS', 'Topshelf')],
  win32: ['Topshelf.exe']
} as const

async function failed(partial: string, message: string): Promise<Unpacked> {
  await remove(partial)
  return { ok: false, message }
}

function remove(folder: string): Promise<void> {
  return fs.rm(folder, { recursive: true, force: true })
}

async function isThere(file: string): Promise<boolean> {
  return fs.access(file).then(
    () => true,
    () => false
  )
}

function firstLineOf(error: unknown): string {
  const { stderr, message } = error as Error & { readonly stderr?: string }
  return (stderr?.trim() || message).split('\n', 1)[0]!
}
