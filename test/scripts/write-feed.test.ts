import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseUpdateInfo } from 'electron-updater/out/providers/Provider.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const script = resolve(import.meta.dirname, '../../scripts/write-feed.ts')
let dir: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'topshelf-feed-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const put = (...names: readonly string[]): void => {
  for (const name of names) writeFileSync(join(dir, name), `bytes of ${name}`)
}
const run = (...args: readonly string[]) => spawnSync(process.execPath, [script, dir, ...args], { encoding: 'utf8' })

describe('a feed', () => {
  it('names what goes into a slot, by system and processor, as electron-updater reads it', () => {
    put(
      'Topshelf-1.2.3-linux-x64.tar.gz',
      'Topshelf-1.2.3-linux-x64.AppImage',
      'Topshelf-1.2.3-linux-x64.deb',
      'Topshelf-1.2.3-linux-arm64.tar.gz',
      'Topshelf-1.2.3-mac-arm64.zip',
      'Topshelf-1.2.3-mac-x64.zip',
      'Topshelf-1.2.3-win-x64.exe',
      'Topshelf-1.2.3-win-x64.zip'
    )
    execFileSync(process.execPath, [script, dir, '--rollout', '20'])
    expect(readdirSync(dir).filter((name) => name.endsWith('.yml'))).toEqual([
      'latest-linux-arm64.yml',
      'latest-linux.yml',
      'latest-mac.yml',
      'latest.yml'
    ])
    const list = (name: string) =>
      parseUpdateInfo(readFileSync(join(dir, name), 'utf8'), name, new URL('https://a.example/'))
    expect(list('latest-mac.yml').files.map(({ url }) => url)).toEqual([
      'Topshelf-1.2.3-mac-arm64.zip',
      'Topshelf-1.2.3-mac-x64.zip'
    ])
    const linux = list('latest-linux.yml')
    expect(linux).toMatchObject({ version: '1.2.3', stagingPercentage: 20 })
    const name = 'Topshelf-1.2.3-linux-x64.tar.gz'
    const bytes = readFileSync(join(dir, name))
    expect(linux.files).toContainEqual({
      url: name,
      sha512: createHash('sha512').update(bytes).digest('base64'),
      size: bytes.length
    })
    expect(list('latest.yml').files.map(({ url }) => url)).toEqual(['Topshelf-1.2.3-win-x64.zip'])
  })

  it('is refused where a directory holds two versions, or none', () => {
    expect(run()).toMatchObject({ status: 1, stderr: expect.stringContaining('holds no file of a release') as string })
    put('Topshelf-1.2.3-mac-x64.zip', 'Topshelf-1.2.4-mac-arm64.zip')
    expect(run()).toMatchObject({ status: 1, stderr: expect.stringContaining('1.2.3 and 1.2.4') as string })
    expect(run('--channel', 'nightly').status).toBe(2)
  })
})
