import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawn } from 'node:child_process'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unpackIntoSlot } from '../../src/main/launcher/slot-install.ts'
import { beginTrial, readSlots } from '../../src/main/launcher/slots-file.ts'
import { startDemoStore } from '../../src/main/demo-store/demo-store.ts'
import { productVersion } from '../../src/main/settings/product-version.ts'
import { covaVariables, environmentWith, freePort, hamilton, keepScreen } from './desktop-app.ts'
import {
  boardAfter,
  commandOf,
  expectFewStarts,
  giveVersion,
  newerVersion,
  packageApp,
  type PackagedApp,
  packagedFolder,
  packagedProgram,
  processesWith,
  startPackaged,
  tellRecovery,
  timesSaid
} from './packaged-app.ts'

let dataDir: string
let app: PackagedApp

beforeAll(async () => {
  packageApp()
  dataDir = mkdtempSync(join(tmpdir(), 'topshelf-packaged-'))
  writeFileSync(
    join(dataDir, 'settings.json'),
    JSON.stringify({ version: 1, screens: { default: { pictures: true } } })
  )
  // The two minutes in which a new version has to paint are too long for a test that lets one fail.
  const variables = { TOPSHELF_SCREENS_PORT: String(await freePort()), TOPSHELF_TRIAL_SECONDS: '20' }
  app = startPackaged(dataDir, variables, ['--demo', '--windowed'])
})

afterAll(async () => {
  await app.close()
  rmSync(dataDir, { recursive: true, force: true })
})

/** A program in slot a that is no board: what it does is `body`. */
function badVersion(version: string, body: string): void {
  const folder = join(dataDir, 'launch/slots/a')
  mkdirSync(folder, { recursive: true })
  const executable = join(folder, 'topshelf')
  writeFileSync(executable, `#!/bin/sh\n${body}\n`)
  chmodSync(executable, 0o755)
  expect(beginTrial(dataDir, { slot: 'a', version, executable })).toEqual({ ok: true })
}

/** What is left of an app: its processes are in a group of their own. */
function groupOf(pid: number): readonly string[] {
  return readdirSync('/proc').filter((entry) => {
    try {
      // State, parent and group follow the name, which ends with the last bracket.
      const [state, , group] = readFileSync(`/proc/${entry}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
      return state !== 'Z' && Number(group) === pid
    } catch {
      return false
    }
  })
}

const asar = (): Buffer => readFileSync(join(packagedFolder, 'resources/app.asar'))

describe('the packaged app', () => {
  it('has its fuses set', async () => {
    const wire = await getCurrentFuseWire(packagedProgram)
    const stateOf = (fuse: FuseV1Options): string => FuseState[wire[fuse]!] ?? 'none'
    expect({
      runAsNode: stateOf(FuseV1Options.RunAsNode),
      cookieEncryption: stateOf(FuseV1Options.EnableCookieEncryption),
      nodeOptions: stateOf(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: stateOf(FuseV1Options.EnableNodeCliInspectArguments),
      integrity: stateOf(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyAsar: stateOf(FuseV1Options.OnlyLoadAppFromAsar),
      filePrivileges: stateOf(FuseV1Options.GrantFileProtocolExtraPrivileges)
    }).toEqual({
      runAsNode: 'DISABLE',
      cookieEncryption: 'ENABLE',
      nodeOptions: 'DISABLE',
      inspect: 'DISABLE',
      integrity: 'ENABLE',
      onlyAsar: 'ENABLE',
      filePrivileges: 'DISABLE'
    })
  })

  it('holds what it needs and nothing else, its libraries outside the archive', () => {
    const size = asar().readUInt32LE(12)
    const header = JSON.parse(
      asar()
        .subarray(16, 16 + size)
        .toString('utf8')
    ) as Folder
    const files = filesOf(header)
    expect(files.filter((file) => /\.(ts|tsx|map)$/.test(file) || /(^|\/)test\//.test(file))).toEqual([])
    const modules = files
      .filter((file) => file.startsWith('node_modules/'))
      .map((file) => file.split('/').slice(1, 3).join('/'))
    expect([...new Set(modules.map((name) => (name.startsWith('@') ? name : name.split('/')[0])))].sort()).toEqual([
      '@napi-rs/image',
      '@napi-rs/image-linux-x64-gnu',
      'better-sqlite3'
    ])
    const libraries = files.filter((file) => file.endsWith('.node'))
    expect(libraries).toHaveLength(2)
    for (const file of libraries)
      expect(existsSync(join(packagedFolder, 'resources/app.asar.unpacked', file))).toBe(true)
    expect(existsSync(join(packagedFolder, 'resources/app'))).toBe(false)
  })

  it('paints a board through its launcher, with pictures that its own program resized', async () => {
    const startedMs = performance.now()
    const note = await boardAfter(dataDir, null)
    expect(note.pid).not.toBe(app.launcher.pid)
    expect(note.version).toBe(productVersion)
    tellRecovery('packaged app started, first run of the demo store', startedMs)
    const page = await app.openPage()
    await page.waitForSelector('main.board[data-pictures]:not([data-pictures="0"])', { timeout: 60_000 })
    await keepScreen(page, 'packaged')
  })

  it('started a second time says so, shows the first one and ends well', async () => {
    const { pid } = await boardAfter(dataDir, null)
    const second = startPackaged(dataDir, {}, ['--demo', '--windowed'])
    const code = await new Promise((resolve) => second.launcher.once('exit', resolve))
    expect(second.stderr()).toContain(`topshelf: already running on ${dataDir}`)
    expect(code).toBe(0)
    expect((await boardAfter(dataDir, null)).pid).toBe(pid)
  })

  it('is back with a board after its main process was killed', async () => {
    const { pid } = await boardAfter(dataDir, null)
    const before = app.stderr().length
    const killedMs = performance.now()
    process.kill(pid, 'SIGKILL')
    await boardAfter(dataDir, pid)
    tellRecovery('main process killed', killedMs)
    expectFewStarts(app, before)
    expect(groupOf(pid)).toEqual([])
  })

  it('is back with a board after its main process hung', async () => {
    const { pid } = await boardAfter(dataDir, null)
    const before = app.stderr().length
    const stoppedMs = performance.now()
    process.kill(pid, 'SIGSTOP')
    await boardAfter(dataDir, pid)
    tellRecovery('main process hangs', stoppedMs)
    expectFewStarts(app, before)
    expect(groupOf(pid)).toEqual([])
    expect(app.stderr().slice(before)).toContain('launcher: the app hung and was ended; started anew')
  })
})

describe('a new version', () => {
  it('that never paints goes back to the one before, and is refused from then on', async () => {
    const { pid } = await boardAfter(dataDir, null)
    const before = app.stderr().length
    badVersion('90.0.1', 'exec sleep 600')
    const startedMs = performance.now()
    process.kill(pid, 'SIGKILL')
    const back = await boardAfter(dataDir, pid)
    tellRecovery('version that does not paint, of which 20 s its trial', startedMs)
    expect(timesSaid(app, before, /version 90\.0\.1 is started on trial/)).toBe(1)
    expect(back.version).toBe(productVersion)
    expect(readSlots(dataDir)).toMatchObject({ current: 'installed', trial: null })
    expect(readSlots(dataDir).refused.at(-1)).toMatchObject({ version: '90.0.1', reason: 'not-painted' })
    expect(beginTrial(dataDir, { slot: 'a', version: '90.0.1', executable: packagedProgram })).toMatchObject({
      ok: false
    })
  })

  it('that crashes at each start goes back too', async () => {
    const { pid } = await boardAfter(dataDir, null)
    const before = app.stderr().length
    badVersion('90.0.2', 'exit 3')
    const startedMs = performance.now()
    process.kill(pid, 'SIGKILL')
    expect((await boardAfter(dataDir, pid)).version).toBe(productVersion)
    tellRecovery('version that crashes at each start', startedMs)
    expect(timesSaid(app, before, /version 90\.0\.2 is started on trial/)).toBe(3)
    expect(readSlots(dataDir).refused.at(-1)).toMatchObject({ version: '90.0.2', reason: 'crashed' })
  })

  it('that paints is kept, and is what starts from then on', async () => {
    const { pid } = await boardAfter(dataDir, null)
    const release = mkdtempSync(join(tmpdir(), 'topshelf-release-'))
    cpSync(packagedFolder, release, { recursive: true, verbatimSymlinks: true })
    giveVersion(join(release, 'topshelf'), newerVersion)
    const unpacked = await unpackIntoSlot(dataDir, 'a', release)
    rmSync(release, { recursive: true, force: true })
    if (!unpacked.ok) throw new Error(unpacked.message)
    expect(beginTrial(dataDir, { slot: 'a', version: newerVersion, executable: unpacked.executable })).toEqual({
      ok: true
    })
    process.kill(pid, 'SIGKILL')
    const painted = await boardAfter(dataDir, pid)
    expect(painted.version).toBe(newerVersion)
    await expect.poll(() => readSlots(dataDir)).toMatchObject({ current: 'a', trial: null })

    process.kill(painted.pid, 'SIGKILL')
    expect((await boardAfter(dataDir, painted.pid)).version).toBe(newerVersion)
  })
})

describe('out of memory', () => {
  it('of its main process ends the app, which is back with a board', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'topshelf-memory-'))
    // A heap that can be filled in a moment; pages have the same, and one string is enough for all that this one sends.
    const small = startPackaged(folder, { TOPSHELF_SCREENS_PORT: String(await freePort()) }, [
      '--demo',
      '--windowed',
      '--js-flags=--max-old-space-size=128'
    ])
    try {
      const { pid } = await boardAfter(folder, null)
      const page = await small.openPage()
      const before = small.stderr().length
      const filledMs = performance.now()
      const sent = page.evaluate(() => {
        const { topshelf } = globalThis as unknown as { topshelf: { screenAlive: (report: unknown) => unknown } }
        return topshelf.screenAlive({ hoard: Array(20).fill('x'.repeat(10_000_000)) })
      })
      // Its answer never comes.
      void sent.catch(() => undefined)
      await boardAfter(folder, pid)
      tellRecovery('main process out of memory', filledMs)
      expectFewStarts(small, before)
      expect(groupOf(pid)).toEqual([])
      expect(small.stderr()).toMatch(/heap out of memory|heap limit|OOM/i)
    } finally {
      await small.close()
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

describe('a launcher that is killed', () => {
  it('leaves the board, and another one watches over it', async () => {
    const { pid } = await boardAfter(dataDir, null)
    const before = app.stderr().length
    const killedMs = performance.now()
    app.launcher.kill('SIGKILL')
    await expect.poll(app.stderr, { timeout: 60_000 }).toContain('its launcher is gone: this one takes over')
    tellRecovery('launcher killed, the board stays', killedMs)
    const [launcher] = processesWith(`--takes-over=${pid},`)
    expect(launcher).toBeDefined()
    expect((await boardAfter(dataDir, null)).pid).toBe(pid)

    // One was started, and none after it.
    expect(timesSaid(app, before, /the launcher is gone: the board stays, and another one is started/)).toBe(1)

    const killedFrom = app.stderr().length
    const appKilledMs = performance.now()
    process.kill(pid, 'SIGKILL')
    const painted = await boardAfter(dataDir, pid)
    tellRecovery('main process killed under that launcher', appKilledMs)
    expectFewStarts(app, killedFrom)
    process.kill(launcher!, 'SIGTERM')
    await expect.poll(() => processesWith(`--takes-over=${pid},`), { timeout: 30_000 }).toEqual([])
    expect(groupOf(painted.pid)).toEqual([])
  })
})

describe('a start at boot', () => {
  it('is of just the command that was written, and shows a board, on a machine that was renamed meanwhile', async () => {
    const store = await startDemoStore({ living: false })
    const bootDir = mkdtempSync(join(tmpdir(), 'topshelf "boot" $1-'))
    const machine: Record<string, string> = {
      ...covaVariables(store, bootDir),
      TOPSHELF_SCREENS_PORT: String(await freePort()),
      XDG_CONFIG_HOME: join(bootDir, 'config')
    }
    // The entry has to say which.
    delete machine['TOPSHELF_DATA_DIR']
    writeFileSync(
      join(bootDir, 'settings.json'),
      JSON.stringify({ version: 1, source: 'cova', locationId: hamilton.locationId })
    )
    const first = startPackaged(bootDir, machine, ['--windowed'])
    const entry = join(bootDir, 'config/autostart/topshelf.desktop')
    await expect.poll(() => existsSync(entry), { timeout: 60_000 }).toBe(true)
    await first.close()

    // As a power cut leaves it.
    mkdirSync(join(bootDir, 'chromium'), { recursive: true })
    for (const [name, target] of [
      ['SingletonLock', 'name-before-4711'],
      ['SingletonSocket', join(bootDir, 'nobody-listens')],
      ['SingletonCookie', '1234567890']
    ] as const) {
      rmSync(join(bootDir, 'chromium', name), { force: true })
      symlinkSync(target, join(bootDir, 'chromium', name))
    }
    const [program = '', ...args] = commandOf(readFileSync(entry, 'utf8'))
    const bootedMs = performance.now()
    const booted = spawn(program, args, { env: environmentWith(machine), stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    booted.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    await boardAfter(bootDir, null)
    tellRecovery('start at boot, to its board', bootedMs)
    expect(said).toContain('the lock of name-before, process 4711, is of an app that is gone')
    const ended = new Promise((resolve) => booted.once('exit', resolve))
    booted.kill('SIGTERM')
    await ended
    await store.close()
    rmSync(bootDir, { recursive: true, force: true })
  })
})

interface Folder {
  readonly files?: Readonly<Record<string, Folder>>
}

function filesOf(folder: Folder, under = ''): readonly string[] {
  return Object.entries(folder.files ?? {}).flatMap(([name, entry]) =>
    entry.files === undefined ? [`${under}${name}`] : filesOf(entry, `${under}${name}/`)
  )
}
