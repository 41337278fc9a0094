import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './project-root.ts'

export type ElectronRuntime =
  | { readonly ok: true; readonly executable: string }
  | { readonly ok: false; readonly why: string }

const packageDir = join(projectRoot, 'node_modules/electron')
const downloadTimeoutMs = 10 * 60_000

/**
 * The Electron to start: ELECTRON_OVERRIDE_DIST_PATH, else the electron package's own runtime. The package downloads
 * that at first use; `download` allows it.
 */
export function findElectron(options: { readonly download: boolean }): ElectronRuntime {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override !== undefined && override !== '') {
    const executable = join(override, executableName())
    return existsSync(executable) ? { ok: true, executable } : { ok: false, why: `there is no ${executable}` }
  }
  const installed = installedExecutable()
  if (installed !== null) return { ok: true, executable: installed }
  if (!options.download) return { ok: false, why: 'no Electron runtime is installed' }

  process.stderr.write('downloading the Electron runtime (once)\n')
  const installer = spawnSync(process.execPath, [join(packageDir, 'install.js')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: downloadTimeoutMs,
    encoding: 'utf8'
  })
  const downloaded = installedExecutable()
  if (downloaded !== null) return { ok: true, executable: downloaded }
  return { ok: false, why: `the Electron runtime could not be downloaded${reasonIn(installer.stderr)}` }
}

/** Whether windows can be opened here: on Linux that takes a display server. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY'])
}

/** Chromium refuses to run as root with its sandbox, and the sandbox is not switched off behind anybody's back. */
export function isSandboxedRoot(extraArgs: readonly string[]): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && !extraArgs.includes('--no-sandbox')
}

/** Options for Electron itself, from TOPSHELF_ELECTRON_ARGS, separated by spaces. */
export function extraElectronArgs(): readonly string[] {
  return (process.env['TOPSHELF_ELECTRON_ARGS'] ?? '').split(' ').filter((argument) => argument !== '')
}

function installedExecutable(): string | null {
  const pathFile = join(packageDir, 'path.txt')
  if (!existsSync(pathFile)) return null
  const executable = join(packageDir, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(executable) ? executable : null
}

function executableName(): string {
  switch (process.platform) {
    case 'win32':
      return 'electron.exe'
    case 'darwin':
      return 'Electron.app/Contents/MacOS/Electron'
    default:
      return 'electron'
  }
}

function reasonIn(stderr: string | null): string {
  const line = (stderr ?? '').split('\n').find((candidate) => /error/i.test(candidate))
  return line === undefined ? '' : ` (${line.trim()})`
}
