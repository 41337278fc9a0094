import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setAutostartEntry, wantsStartAtBoot } from '../../../src/main/launcher/start-at-boot.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'topshelf-boot-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const entry = (): string => join(folder, 'autostart/topshelf.desktop')
const program = { executable: '/opt/Topshelf/topshelf', args: ['--kiosk'], dataDir: null }
const set = (isOn: boolean, what = program): void => setAutostartEntry(isOn, what, { XDG_CONFIG_HOME: folder })

describe('start at boot', () => {
  it('is wanted by a machine that shows a real store, unless its manager says no', () => {
    expect(wantsStartAtBoot(folder)).toBe(false)
    const says = (settings: unknown): boolean | null => {
      writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings))
      return wantsStartAtBoot(folder)
    }
    expect(says({ source: null })).toBe(false)
    expect(says({ source: 'demo' })).toBe(false)
    expect(says({ source: 'cova' })).toBe(true)
    expect(says({ source: 'cova', startAtBoot: true })).toBe(true)
    expect(says({ source: 'cova', startAtBoot: false })).toBe(false)
    expect(says(null)).toBe(false)
    writeFileSync(join(folder, 'settings.json'), '{"source":"co')
    expect(wantsStartAtBoot(folder)).toBeNull()
  })

  it('is an entry in the autostart folder on Linux, written and taken away', () => {
    set(true)
    const text = readFileSync(entry(), 'utf8')
    expect(text).toMatch(/^\[Desktop Entry\]\nType=Application\n/)
    expect(text).toContain('\nExec="/opt/Topshelf/topshelf" "--kiosk"\n')
    set(true)
    expect(readFileSync(entry(), 'utf8')).toBe(text)
    set(false)
    expect(readdirSync(join(folder, 'autostart'))).toEqual([])
    set(false)
  })

  it('starts a program wherever it lies, with its own data directory', () => {
    const odd = { executable: '/home/a b/$100 "50%"/topshelf', args: [], dataDir: '/srv/böard' }
    setAutostartEntry(true, odd, { XDG_CONFIG_HOME: folder })
    expect(readFileSync(entry(), 'utf8')).toContain(
      'Exec="env" "TOPSHELF_DATA_DIR=/srv/böard" "/home/a b/\\\\$100 \\\\"50%%\\\\"/topshelf"\n'
    )
  })

  it('leaves an entry alone that somebody else wrote', () => {
    mkdirSync(join(folder, 'autostart'))
    writeFileSync(entry(), '[Desktop Entry]\nExec=mine\n')
    set(true)
    set(false)
    expect(readFileSync(entry(), 'utf8')).toBe('[Desktop Entry]\nExec=mine\n')
  })
})
