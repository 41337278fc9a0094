import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openPictureCache, type PictureCache, urlKeyOf } from '../../../src/main/pictures/picture-cache.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const url = (name: string): string => `https://pictures.example/${name}.png`

let dir: string
let nowMs: number
let wanted: ReadonlySet<string>

beforeEach(() => {
  dir = join(mkdtempSync(join(tmpdir(), 'topshelf-pictures-')), 'pictures')
  nowMs = Date.parse('2026-11-20T16:00:00Z')
  wanted = new Set()
})
afterEach(() => rmSync(join(dir, '..'), { recursive: true, force: true }))

function open(mostBytes?: number): PictureCache {
  return openPictureCache({
    dir,
    nowMs: () => nowMs,
    isWanted: (urlKey) => [...wanted].some((name) => urlKeyOf(url(name)) === urlKey),
    ...(mostBytes === undefined ? {} : { mostBytes })
  })
}

const picture = (letter: string): Buffer => Buffer.alloc(100, letter)

/** Puts some in, a second apart. */
async function keepAll(cache: PictureCache, names: string): Promise<boolean[]> {
  const kept: boolean[] = []
  for (const name of names) {
    nowMs += 1000
    kept.push(await cache.keep(url(name), picture(name), 640, 480))
  }
  return kept
}

const namesIn = (cache: PictureCache, names: string): string =>
  [...names].filter((name) => cache.find(url(name)) !== null).join('')

it('what is kept is found and read, by the hash of what it is', async () => {
  const cache = open()
  expect(cache.find(url('a'))).toBeNull()
  await keepAll(cache, 'a')
  const found = cache.find(url('a'))
  expect(found).toMatchObject({ widthPx: 640, heightPx: 480 })
  expect(found?.hash).toMatch(/^[0-9a-f]{32}$/)
  expect(await cache.read(found?.hash ?? '')).toEqual(picture('a'))
  expect(await cache.read('0'.repeat(32))).toBeNull()
})

it('it survives a restart, and files that are none of its own are no pictures', async () => {
  await keepAll(open(), 'ab')
  const hash = open().find(url('a'))?.hash ?? ''
  writeFileSync(join(dir, `${'0'.repeat(32)}-${'1'.repeat(32)}-1x1.webp.partial`), 'half')
  writeFileSync(join(dir, 'notes.txt'), 'mine')
  const again = open()
  expect(namesIn(again, 'abc')).toBe('ab')
  expect(await again.read(hash)).toEqual(picture('a'))
  expect(readdirSync(dir).filter((name) => name.endsWith('.partial'))).toEqual([])
})

it('without its folder there are no pictures, and the folder comes back with the next', async () => {
  const cache = open()
  await keepAll(cache, 'a')
  rmSync(dir, { recursive: true })
  expect(await cache.read(cache.find(url('a'))?.hash ?? '')).toBeNull()
  expect(cache.find(url('a'))).toBeNull()
  expect(await keepAll(cache, 'a')).toEqual([true])
  expect(readdirSync(dir)).toHaveLength(1)
})

it('beyond the bound what was not shown for longest goes first', async () => {
  const cache = open(300)
  await keepAll(cache, 'abc')
  nowMs += 2 * DAY_MS
  cache.noteUse(url('a'))
  await keepAll(cache, 'd')
  expect(namesIn(cache, 'abcd')).toBe('acd')
  expect(readdirSync(dir)).toHaveLength(3)
})

it('when it was shown last is known after a restart', async () => {
  await keepAll(open(), 'abc')
  nowMs += 2 * DAY_MS
  for (const [index, name] of ['b', 'c', 'a'].entries()) {
    const file = readdirSync(dir).find((each) => each.startsWith(urlKeyOf(url(name)))) ?? ''
    const atS = nowMs / 1000 + index
    utimesSync(join(dir, file), atS, atS)
  }
  const cache = open(300)
  nowMs += DAY_MS
  await keepAll(cache, 'd')
  expect(namesIn(cache, 'abcd')).toBe('acd')
})

it('a picture that a screen shows makes no room for another', async () => {
  const cache = open(300)
  await keepAll(cache, 'abc')
  wanted = new Set('abcd')
  expect(await keepAll(cache, 'd')).toEqual([false])
  expect(namesIn(cache, 'abcd')).toBe('abc')
  wanted = new Set('acd')
  expect(await keepAll(cache, 'd')).toEqual([true])
  expect(namesIn(cache, 'abcd')).toBe('acd')
})

it('many that come at once do not pass the bound together', async () => {
  const cache = open(300)
  wanted = new Set('abcdef')
  const kept = await Promise.all([...'abcdef'].map((name) => cache.keep(url(name), picture(name), 9, 9)))
  expect(kept.filter(Boolean)).toHaveLength(3)
  expect(readdirSync(dir)).toHaveLength(3)
})

it('a damaged file is dropped, so that it is fetched again', async () => {
  const cache = open()
  await keepAll(cache, 'ab')
  const name = readdirSync(dir).find((each) => each.startsWith(urlKeyOf(url('a')))) ?? ''
  writeFileSync(join(dir, name), 'damaged')
  expect(await cache.read(cache.find(url('a'))?.hash ?? '')).toBeNull()
  expect(namesIn(cache, 'ab')).toBe('b')
  expect(readdirSync(dir)).toHaveLength(1)
})
