import { createHash } from 'node:crypto'
import { readdirSync, statSync, type Stats } from 'node:fs'
import { readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from '../store/make-folder.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const MOST_KEYS = 20_000
/** Some eight thousand pictures. */
const MOST_BYTES = 256_000_000
const NAME = /^([0-9a-f]{32})-([0-9a-f]{32})-(\d{1,5})x(\d{1,5})\.webp$/

/** A picture as boards name it: the hash is of what it is, so that a name never means another picture. */
export interface CachedPicture {
  readonly hash: string
  readonly widthPx: number
  readonly heightPx: number
}

interface CachedFile extends CachedPicture {
  readonly name: string
  readonly urlKey: string
  readonly bytes: number
  usedAtMs: number
}

export interface CacheRules {
  readonly dir: string
  readonly mostBytes?: number
  readonly nowMs: () => number
  /** Whether a screen shows the picture of an address now: such a one never makes room for another. */
  readonly isWanted: (urlKey: string) => boolean
}

/** Small pictures on the disk, by the address they came from (docs/pictures.md, On the disk). */
export interface PictureCache {
  readonly find: (url: string) => CachedPicture | null
  /** Says that a picture is shown, so that others go first. */
  readonly noteUse: (url: string) => void
  /** False where there is no room for it. Rejects where it cannot be written. */
  readonly keep: (url: string, webp: Uint8Array, widthPx: number, heightPx: number) => Promise<boolean>
  /** The picture of a hash; null for none, and for a file that is not what its name says, which is dropped. */
  readonly read: (hash: string) => Promise<Uint8Array | null>
}

/** Names an address. */
export function urlKeyOf(url: string): string {
  return hashOf(Buffer.from(url))
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32)
}

/** Takes up what lies in the folder; the names are all the index there is. */
export function openPictureCache(rules: CacheRules): PictureCache {
  const { dir, nowMs, isWanted, mostBytes = MOST_BYTES } = rules
  const files = new Map<string, CachedFile>()
  const keys = new Map<string, string>()
  let bytesKept = 0
  let lastKept: Promise<unknown> = Promise.resolve()

  /** Every look at a board asks for the same addresses again. */
  function keyOf(url: string): string {
    const known = keys.get(url)
    if (known !== undefined) return known
    if (keys.size >= MOST_KEYS) keys.clear()
    const key = urlKeyOf(url)
    keys.set(url, key)
    return key
  }

  function add(file: CachedFile): void {
    files.set(file.urlKey, file)
    bytesKept += file.bytes
  }

  async function drop(file: CachedFile): Promise<void> {
    if (files.get(file.urlKey) === file) {
      files.delete(file.urlKey)
      bytesKept -= file.bytes
    }
    await rm(join(dir, file.name), { force: true })
  }

  for (const name of namesIn(dir)) {
    const file = fileOf(dir, name)
    // A file that was not written to its end, or an older picture of the same address.
    if (file === null || files.has(file.urlKey)) void rm(join(dir, name), { force: true }).catch(() => {})
    else add(file)
  }

  /** Oldest-used first; says whether there is room now. */
  async function makeRoom(bytes: number): Promise<boolean> {
    if (bytesKept + bytes <= mostBytes) return true
    const spare = [...files.values()].filter(({ urlKey }) => !isWanted(urlKey)).sort((a, b) => a.usedAtMs - b.usedAtMs)
    for (const file of spare) {
      if (bytesKept + bytes <= mostBytes) break
      await drop(file)
    }
    return bytesKept + bytes <= mostBytes
  }

  async function put(url: string, webp: Uint8Array, widthPx: number, heightPx: number): Promise<boolean> {
    const urlKey = keyOf(url)
    const hash = hashOf(webp)
    const before = files.get(urlKey)
    if (before !== undefined) await drop(before)
    if (!(await makeRoom(webp.length))) return false
    makeFolder(dir)
    const name = `${urlKey}-${hash}-${widthPx}x${heightPx}.webp`
    const partial = join(dir, `${name}.partial`)
    await writeFile(partial, webp)
    await rename(partial, join(dir, name))
    add({ name, urlKey, hash, widthPx, heightPx, bytes: webp.length, usedAtMs: nowMs() })
    return true
  }

  return {
    find: (url) => {
      const file = files.get(keyOf(url))
      return file === undefined ? null : { hash: file.hash, widthPx: file.widthPx, heightPx: file.heightPx }
    },
    noteUse: (url) => {
      const file = files.get(keyOf(url))
      const atMs = nowMs()
      // A day is near enough, and spares the disk.
      if (file === undefined || Math.abs(atMs - file.usedAtMs) < DAY_MS) return
      file.usedAtMs = atMs
      void utimes(join(dir, file.name), new Date(atMs), new Date(atMs)).catch(() => {})
    },
    keep: (url, webp, widthPx, heightPx) => {
      // One after another: two that come at once must not take the same room.
      const kept = lastKept.then(() => put(url, webp, widthPx, heightPx))
      lastKept = kept.catch(() => {})
      return kept
    },
    read: async (hash) => {
      for (const file of [...files.values()].filter((each) => each.hash === hash)) {
        const bytes = await readFile(join(dir, file.name)).catch(() => null)
        if (bytes !== null && hashOf(bytes) === hash) return bytes
        await drop(file)
      }
      return null
    }
  }
}

/** None where the folder is not there or cannot be read: there are no pictures then. */
function namesIn(dir: string): readonly string[] {
  try {
    return readdirSync(dir)
  } catch {
    return []
  }
}

/** Null also for what the disk does not give away: no picture is worth a board. */
function statOf(path: string): Stats | null {
  try {
    return statSync(path)
  } catch {
    return null
  }
}

function fileOf(dir: string, name: string): CachedFile | null {
  const [, urlKey, hash, width, height] = NAME.exec(name) ?? []
  if (urlKey === undefined || hash === undefined) return null
  const found = statOf(join(dir, name))
  if (found === null || !found.isFile()) return null
  const size = { widthPx: Number(width), heightPx: Number(height) }
  return { name, urlKey, hash, ...size, bytes: found.size, usedAtMs: found.mtimeMs }
}
