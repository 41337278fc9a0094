import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
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
    expect(readdirSync(join(dataDir, 'launch/slots/b'))).toEqual(['Topshelf-1.2.0-linux-x64'])
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

describe('the file that a machine takes', () => {
  it('is of the kind that it runs already', () => {
    expect(slotFileEnding('linux', {})).toBe('.tar.gz')
    expect(slotFileEnding('linux', { APPIMAGE: '/home/tv/Topshelf.AppImage' })).toBe('.AppImage')
    expect(slotFileEnding('darwin', {})).toBe('.zip')
    expect(slotFileEnding('win32', {})).toBe('.zip')
  })
})
