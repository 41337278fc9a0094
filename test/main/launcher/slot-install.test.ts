import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  promises,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { open } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { contentsFault } from '../../../src/main/launcher/slot-contents.ts'
import { slotFileEnding, unpackIntoSlot } from '../../../src/main/launcher/slot-install.ts'

let folder: string
let dataDir: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'topshelf-slots-'))
  dataDir = join(folder, 'data')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** An unpacked app as the packager leaves it. */
function unpackedApp(name: string, says: string): string {
  const app = join(folder, name)
  mkdirSync(join(app, 'resources'), { recursive: true })
  writeFileSync(join(app, 'topshelf'), says, { mode: 0o755 })
  writeFileSync(join(app, 'resources/app.asar'), 'the app')
  return app
}

function tarOf(name: string, says: string): string {
  unpackedApp(name, says)
  const file = join(folder, `${name}.tar.gz`)
  execFileSync('tar', ['-czf', file, '-C', folder, name])
  return file
}

const slots = (): readonly string[] => readdirSync(join(dataDir, 'launch/slots')).toSorted()

describe('a version unpacked into a slot', () => {
  it('from a tar.gz, whose program keeps its rights', async () => {
    const unpacked = await unpackIntoSlot(dataDir, 'a', tarOf('Topshelf-1.1.0-linux-x64', 'one'), 'linux')
    expect(unpacked).toEqual({
      ok: true,
      executable: join(dataDir, 'launch/slots/a/Topshelf-1.1.0-linux-x64/topshelf')
    })
    if (!unpacked.ok) return
    expect(readFileSync(unpacked.executable, 'utf8')).toBe('one')
    expect(statSync(unpacked.executable).mode & 0o111).toBe(0o111)
  })

  it('takes the place of what was in it, whole', async () => {
    await unpackIntoSlot(dataDir, 'b', tarOf('Topshelf-1.1.0-linux-x64', 'one'), 'linux')
    await unpackIntoSlot(dataDir, 'b', tarOf('Topshelf-1.2.0-linux-x64', 'two'), 'linux')
    expect(readdirSync(join(dataDir, 'launch/slots/b'))).toEqual(['Topshelf-1.2.0-linux-x64', 'contents.json'])
    expect(slots()).toEqual(['b'])
  })

  it('from a folder, and as an AppImage that may be run', async () => {
    expect(await unpackIntoSlot(dataDir, 'a', unpackedApp('linux-unpacked', 'one'), 'linux')).toEqual({
      ok: true,
      executable: join(dataDir, 'launch/slots/a/topshelf')
    })
    const image = join(folder, 'Topshelf-1.1.0-linux-x86_64.AppImage')
    writeFileSync(image, 'an image', { mode: 0o644 })
    const unpacked = await unpackIntoSlot(dataDir, 'b', image, 'linux')
    if (!unpacked.ok) throw new Error(unpacked.message)
    expect(statSync(unpacked.executable).mode & 0o111).toBe(0o111)
  })

  it('leaves the slot as it was when the file is damaged, empty, of another kind or not there', async () => {
    const kept = await unpackIntoSlot(dataDir, 'a', tarOf('Topshelf-1.1.0-linux-x64', 'one'), 'linux')
    if (!kept.ok) throw new Error(kept.message)
    const cut = join(folder, 'cut.tar.gz')
    writeFileSync(cut, readFileSync(tarOf('Topshelf-1.2.0-linux-x64', 'two')).subarray(0, 60))
    mkdirSync(join(folder, 'nothing'))
    execFileSync('tar', ['-czf', join(folder, 'nothing.tar.gz'), '-C', folder, 'nothing'])
    const exe = join(folder, 'Topshelf.exe')
    writeFileSync(exe, 'MZ')
    for (const file of [cut, join(folder, 'nothing.tar.gz'), exe, join(folder, 'gone.tar.gz')]) {
      const unpacked = await unpackIntoSlot(dataDir, 'a', file, 'linux')
      expect(unpacked.ok ? null : unpacked.message).toMatch(/^\S+ (cannot be unpacked: .+|holds no program .+)$/)
    }
    expect(existsSync(kept.executable)).toBe(true)
    expect(slots()).toEqual(['a'])
  })
})

const damaged = (message: string): unknown => ({ kind: 'damaged', message })

describe('what a power cut may leave', () => {
  it('is never a slot that is ready and whose files are not on the disk: all are flushed, and the list after them', async () => {
    const app = unpackedApp('linux-unpacked', 'one')
    symlinkSync('app.asar', join(app, 'resources/link'))
    const handle = await open(app)
    const prototype = Object.getPrototypeOf(handle) as typeof handle
    await handle.close()
    const flushed: string[] = []
    const sync = vi.spyOn(prototype, 'sync').mockImplementation(async function (this: typeof handle) {
      flushed.push(readlinkSync(`/proc/self/fd/${this.fd}`).replace(dataDir, ''))
    })
    const unpacked = await unpackIntoSlot(dataDir, 'a', app, 'linux')
    sync.mockRestore()
    expect(unpacked.ok).toBe(true)
    const partial = '/launch/slots/a.partial'
    expect(flushed.slice(0, -4).toSorted()).toEqual([
      `${partial}/resources`,
      `${partial}/resources/app.asar`,
      `${partial}/topshelf`
    ])
    expect(flushed.slice(-4)).toEqual([partial, `${partial}/contents.json`, partial, '/launch/slots'])
  })

  it('is found by its size, any other change by its digest, a link by where it leads', async () => {
    const app = unpackedApp('linux-unpacked', 'one')
    symlinkSync('app.asar', join(app, 'resources/link'))
    await unpackIntoSlot(dataDir, 'a', app, 'linux')
    const slot = join(dataDir, 'launch/slots/a')
    expect(await contentsFault(slot, 'digests')).toBeNull()
    writeFileSync(join(slot, 'topshelf'), 'two')
    expect(await contentsFault(slot, 'sizes')).toBeNull()
    expect(await contentsFault(slot, 'digests')).toEqual(damaged('topshelf is not what was unpacked'))
    truncateSync(join(slot, 'resources/app.asar'), 0)
    expect(await contentsFault(slot, 'sizes')).toEqual(damaged('resources/app.asar has 0 bytes in place of 7'))
    rmSync(join(slot, 'resources/app.asar'))
    expect(await contentsFault(slot, 'sizes')).toEqual(damaged(expect.stringMatching(/^ENOENT.*app\.asar/)))
    writeFileSync(join(slot, 'resources/app.asar'), 'the app')
    writeFileSync(join(slot, 'topshelf'), 'one')
    rmSync(join(slot, 'resources/link'))
    symlinkSync('../topshelf', join(slot, 'resources/link'))
    expect(await contentsFault(slot, 'sizes')).toEqual(damaged('resources/link leads elsewhere'))
    rmSync(join(slot, 'resources/link'))
    writeFileSync(join(slot, 'resources/link'), 'no link')
    expect(await contentsFault(slot, 'sizes')).toEqual(damaged(expect.stringMatching(/^EINVAL.*link/)))
    rmSync(join(slot, 'resources'), { recursive: true })
    writeFileSync(join(slot, 'resources'), 'no folder')
    expect(await contentsFault(slot, 'sizes')).toEqual(damaged(expect.stringMatching(/^ENOTDIR.*app\.asar/)))
    truncateSync(join(slot, 'contents.json'), 20)
    expect(await contentsFault(slot, 'sizes')).toEqual(damaged('contents.json is no list'))
    // As a version from before there were lists left it.
    rmSync(join(slot, 'contents.json'))
    expect(await contentsFault(slot, 'digests')).toBeNull()
  })

  it('is not what a disk says that cannot be read just now', async () => {
    await unpackIntoSlot(dataDir, 'a', unpackedApp('linux-unpacked', 'one'), 'linux')
    const slot = join(dataDir, 'launch/slots/a')
    for (const code of ['EIO', 'EMFILE', 'ENFILE', 'EACCES', 'EPERM', 'EBUSY']) {
      const failure = Object.assign(new Error(`${code}: not just now`), { code })
      for (const [call, thorough] of [
        ['readFile', 'sizes'],
        ['lstat', 'sizes'],
        ['open', 'digests']
      ] as const) {
        const failing = vi.spyOn(promises, call).mockRejectedValue(failure)
        const fault = await contentsFault(slot, thorough)
        failing.mockRestore()
        expect(fault).toEqual({ kind: 'unread', message: `${code}: not just now` })
      }
    }
    expect(await contentsFault(slot, 'digests')).toBeNull()
  })
})

describe('a slow disk', () => {
  it('does not hold the app up: it still tells its launcher that it lives while a version is copied', async () => {
    const image = join(folder, 'Topshelf-1.1.0-linux-x86_64.AppImage')
    writeFileSync(image, Buffer.alloc(5_000_000, 'x'))
    const copied = join(dataDir, 'launch/slots/b.partial/Topshelf-1.1.0-linux-x86_64.AppImage')
    const old = join(dataDir, 'launch/slots/b.partial/of-a-try-before')
    mkdirSync(old, { recursive: true })
    const unpacking = unpackIntoSlot(dataDir, 'b', image, 'linux')
    expect([existsSync(old), existsSync(copied)]).toEqual([true, false])
    expect((await unpacking).ok).toBe(true)
  })
})

describe('the file that a machine takes', () => {
  it('is of the kind that it runs already', () => {
    expect(slotFileEnding('linux', {})).toBe('.tar.gz')
    expect(slotFileEnding('linux', { APPIMAGE: '/home/tv/Topshelf.AppImage' })).toBe('.AppImage')
    expect(slotFileEnding('darwin', {})).toBe('.zip')
    expect(slotFileEnding('win32', {})).toBe('.zip')
  })
})
