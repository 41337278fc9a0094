import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { Arch, build, Platform } from 'electron-builder'
import { packageConfiguration, type PackagedRuntime, releaseDir } from '../electron-builder.config.ts'
import { productVersion } from '../src/main/settings/product-version.ts'
import { ensureBuilt } from './ensure-built.ts'
import { findPackagedRuntime, shippedElectron } from './package-runtime.ts'
import { withProcessLock } from './process-lock.ts'
import { projectRoot } from './project-root.ts'
import { runScript } from './run-script.ts'
import { type PackageTarget, stagePackage } from './stage-package.ts'
import { writeSbom } from './write-sbom.ts'

/** What is built on each system, besides the unpacked app. Each system builds its own alone. */
const installers = {
  linux: ['tar.gz', 'AppImage', 'deb'],
  darwin: ['dmg', 'zip'],
  win32: ['nsis', 'zip']
} as const

/**
 * Packages the app for this machine's system: unpacked, then as each installer that can be built here, and says in a line
 * each what is lacking.
 * Usage: package.ts [--arch x64|arm64] [--dir] [--strict]
 *   --dir     the unpacked app alone
 *   --strict  exit 1 where an installer is lacking (a release wants all of them)
 * TOPSHELF_UPDATE_URL: where the files of the release will lie.
 */
async function packageApp(): Promise<number> {
  const { values } = parseArgs({
    options: { arch: { type: 'string' }, dir: { type: 'boolean' }, strict: { type: 'boolean' } }
  })
  const target = targetOf(values.arch ?? process.arch)
  const runtime = findPackagedRuntime(process.env)
  await ensureBuilt()
  return withProcessLock(join(projectRoot, 'out/.package-lock'), async () => {
    const faults = writeSbom()
    if (faults.length > 0) throw new Error(`what is shipped has no licence for it: ${faults.join('; ')}`)
    rmSync(releaseDir, { recursive: true, force: true })
    stagePackage({ ...target, builtBinding: needsBuiltBinding(runtime) })
    await run(target, runtime, 'dir', null).catch((error: unknown) => {
      throw new Error(`the app cannot be packaged: ${firstLineOf(error)}`, { cause: error })
    })
    const unpacked = unpackedDir()
    say(`unpacked app: ${relative(projectRoot, unpacked)} (Electron ${runtime.version})`)
    if (runtime.version !== shippedElectron())
      say(`lacks: Electron ${shippedElectron()}, which the app ships with; this one is for trying it`)
    if (values.dir === true) return 0
    const lacking = await buildInstallers(target, runtime, unpacked)
    for (const line of [...lacking, ...unsigned(target.platform)]) say(`lacks: ${line}`)
    return values.strict === true && lacking.length > 0 ? 1 : 0
  })
}

async function buildInstallers(target: Target, runtime: PackagedRuntime, unpacked: string): Promise<readonly string[]> {
  const lacking: string[] = []
  for (const installer of installers[target.platform]) {
    try {
      // The packager would first fetch a program for what every Linux has.
      const files =
        installer === 'tar.gz' ? [makeTar(target, unpacked)] : await run(target, runtime, installer, unpacked)
      for (const file of files) say(`${installer}: ${relative(projectRoot, file)}`)
    } catch (error) {
      lacking.push(`${installer}: ${firstLineOf(error)}`)
    }
  }
  return lacking
}

function makeTar({ arch }: Target, unpacked: string): string {
  const name = `Topshelf-${productVersion}-linux-${arch}`
  const file = join(releaseDir, `${name}.tar.gz`)
  const tar = [
    '-czf',
    file,
    `--transform=s,^${basename(unpacked)},${name},`,
    '-C',
    dirname(unpacked),
    basename(unpacked)
  ]
  execFileSync('tar', tar, { stdio: ['ignore', 'ignore', 'pipe'] })
  return file
}

type Target = Omit<PackageTarget, 'builtBinding'>

async function run(
  { platform, arch }: Target,
  runtime: PackagedRuntime,
  kind: string,
  prepackaged: string | null
): Promise<readonly string[]> {
  const system = { linux: Platform.LINUX, darwin: Platform.MAC, win32: Platform.WINDOWS }[platform]
  const files = await build({
    projectDir: projectRoot,
    targets: system.createTarget(kind, arch === 'x64' ? Arch.x64 : Arch.arm64),
    config: packageConfiguration(runtime, arch, process.env['TOPSHELF_UPDATE_URL'] ?? null),
    publish: 'never',
    prepackaged
  })
  return files.filter((file) => existsSync(file))
}

function targetOf(arch: string): Target {
  const { platform } = process
  if (platform !== 'linux' && platform !== 'darwin' && platform !== 'win32')
    throw new Error(`there is no package for ${platform}: linux, darwin and win32 have one`)
  if (arch !== 'x64' && arch !== 'arm64') throw new Error(`there is no package for ${arch}: x64 and arm64 have one`)
  return { platform, arch }
}

/** An older runtime than the shipped one does not load the prebuilt binding: one that was made for it must be there. */
function needsBuiltBinding(runtime: PackagedRuntime): boolean {
  const built = join(projectRoot, 'node_modules/better-sqlite3/build/Release/better_sqlite3.node')
  return runtime.version !== shippedElectron() && existsSync(built)
}

function unpackedDir(): string {
  const name = readdirSync(releaseDir).find((entry) => /(-unpacked|^mac(-arm64)?)$/.test(entry))
  if (name === undefined) throw new Error(`the packager left no app in ${releaseDir}`)
  return join(releaseDir, name)
}

/** What a system asks of a publisher, and who packages has not given. */
function unsigned(platform: PackageTarget['platform']): readonly string[] {
  const given = (name: string): boolean => Boolean(process.env[name])
  if (platform === 'darwin' && !given('CSC_LINK') && !given('CSC_NAME'))
    return ['a signing identity (CSC_LINK or CSC_NAME): macOS refuses to open what it downloads unsigned']
  if (platform === 'win32' && !given('WIN_CSC_LINK') && !given('CSC_LINK'))
    return ['a signing certificate (WIN_CSC_LINK): Windows warns before it installs']
  return []
}

function firstLineOf(error: unknown): string {
  const line = (error instanceof Error ? error.message : String(error)).trim().split('\n', 1)[0]!
  return /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT/.test(line)
    ? `what it takes could not be downloaded (${line})`
    : line
}

function say(line: string): void {
  process.stdout.write(`package: ${line}\n`)
}

await runScript(packageApp)
// What the packager leaves to the end of the process ends it with 0, whatever was lacking: a release would go out without it.
const { exitCode } = process
process.on('exit', () => {
  process.exitCode = exitCode
})
