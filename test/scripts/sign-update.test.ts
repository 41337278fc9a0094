import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readPublicKey, readSignature } from '../../src/main/update/update-signature.ts'
import { type Feed, startFeed } from '../main/update/feed.ts'

const run = promisify(execFile)
let feed: Feed
let dir: string

beforeEach(async () => {
  feed = await startFeed()
  dir = mkdtempSync(join(tmpdir(), 'topshelf-key-'))
})
afterEach(async () => {
  await feed.close()
  for (const folder of [feed.dir, dir]) rmSync(folder, { recursive: true, force: true })
})

const signUpdate = (...args: readonly string[]) =>
  run(process.execPath, ['scripts/sign-update.ts', ...args], {
    env: { ...process.env, TOPSHELF_UPDATE_KEYS: join(dir, 'keys.json') }
  }).then(
    ({ stdout }) => ({ code: 0, stdout, stderr: '' }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, stdout, stderr })
  )

test('makes a key, signs what the feed names by it and another, and the program takes either', async () => {
  const file = feed.publish({ version: '1.1.0', channels: ['stable', 'beta'], key: null })
  const keys = await Promise.all(
    ['old', 'new'].map(async (name) => {
      const { stdout } = await signUpdate('--make-key', join(dir, name))
      return readPublicKey(stdout.trim())
    })
  )
  if (process.platform !== 'win32') expect(statSync(join(dir, 'old')).mode & 0o077).toBe(0)
  const signed = await signUpdate(feed.dir, '--key', join(dir, 'old'), '--key', join(dir, 'new'))
  expect(signed).toMatchObject({ code: 0, stdout: `${file}.sig: 1.1.0, beta and stable\n` })
  const text = readFileSync(join(feed.dir, `${file}.sig`), 'utf8')
  for (const key of keys) expect(readSignature(text, [key])).toMatchObject({ file, version: '1.1.0', size: 300_000 })
  const { stdout } = await signUpdate('--public-key', join(dir, 'new'))
  expect(readPublicKey(stdout.trim()).id).toBe(keys[1]?.id)
})

test('a key is never written over, and nothing is signed that is not what the feed names', async () => {
  await signUpdate('--make-key', join(dir, 'key'))
  expect(await signUpdate('--make-key', join(dir, 'key'))).toMatchObject({ code: 1 })
  const file = feed.publish({ version: '1.1.0', key: null })
  writeFileSync(join(feed.dir, file), 'something else')
  const { code, stderr } = await signUpdate(feed.dir, '--key', join(dir, 'key'))
  expect(code).toBe(1)
  expect(stderr).toContain(`${file} is not the file that the feed names`)
})

test('a release is stopped before it is built where the program would not take what its key signs', async () => {
  const key = join(dir, 'key')
  const { stdout: line } = await signUpdate('--make-key', key)
  const { stdout: other } = await signUpdate('--make-key', join(dir, 'other'))
  const check = (keys: readonly string[]) => {
    writeFileSync(join(dir, 'keys.json'), JSON.stringify({ keys }))
    return signUpdate('--check', '--key', key)
  }
  const none = await check([])
  expect(none.code).toBe(1)
  expect(none.stderr).toContain('lists no key: what is built from it would take no update, ever')
  const wrong = await check([other.trim()])
  expect(wrong.code).toBe(1)
  expect(wrong.stderr).toContain(`is the private key of ${line.trim()}, which`)
  expect(wrong.stderr).not.toContain('PRIVATE KEY')
  expect(await check([other.trim(), line.trim()])).toMatchObject({ code: 0, stderr: '' })
  // A secret that was never set is an empty file.
  writeFileSync(join(dir, 'empty'), '\n')
  const unset = await signUpdate('--check', '--key', join(dir, 'empty'))
  expect(unset).toMatchObject({ code: 1, stderr: expect.stringContaining('holds no private key') })
})
