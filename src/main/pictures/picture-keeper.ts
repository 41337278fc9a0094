import { foundProblem } from '../../domain/health/found-problem.ts'
import type { FoundProblem, PictureRefusal } from '../../shared/problem.ts'
import { storeFailureOf } from '../store/store-failure.ts'
import { fetchPicture, type FetchRules } from './fetch-picture.ts'
import { type CachedPicture, openPictureCache, type PictureCache, urlKeyOf } from './picture-cache.ts'
import { mayPass } from './picture-refusal.ts'
import type { PictureResizer } from './picture-resizer.ts'

const MINUTE_MS = 60_000
const AT_ONCE = 4
/** Screens take several new pictures in one step, and not all of a first start's one by one. */
const TELL_EVERY_MS = 5000
const MOST_WAIT_MS = 24 * 60 * MINUTE_MS
/** A square of 94 am on a 4K screen at the roomiest setting is 431 px. */
const PICTURE_PX = 480
const PICTURE_QUALITY = 80

export interface PictureKeeperOptions {
  readonly dir: string
  readonly resizer: PictureResizer
  readonly rules: FetchRules
  readonly nowMs: () => number
  /** Pictures of these addresses have come, or are no longer what boards show. */
  readonly onChanged: (urls: ReadonlySet<string>) => void
  /** Shorter times and a smaller bound than the product's own. */
  readonly tellEveryMs?: number
  readonly passingWaitMs?: number
  readonly refusedWaitMs?: number
  readonly mostBytes?: number
}

/** Fetches the pictures that open screens show, few at a time, and keeps them (docs/pictures.md, The way of a picture). */
export interface PictureKeeper {
  /** The picture of an address, where it is there. */
  readonly find: (url: string) => CachedPicture | null
  /** Every address whose picture a screen shows now, the first to be seen first. */
  readonly want: (urls: ReadonlySet<string>) => void
  readonly read: (hash: string) => Promise<Uint8Array | null>
  readonly problems: () => readonly FoundProblem[]
  readonly close: () => void
}

interface Failure {
  readonly refusal: PictureRefusal
  readonly waitMs: number
  readonly againAtMs: number
}

export function createPictureKeeper(options: PictureKeeperOptions): PictureKeeper {
  const { nowMs, resizer, rules, onChanged } = options
  const abort = new AbortController()
  const failures = new Map<string, Failure>()
  const underWay = new Set<string>()
  let wanted: ReadonlySet<string> = new Set()
  let wantedKeys: ReadonlySet<string> = new Set()
  let opened: PictureCache | null = null
  let changed = new Set<string>()
  let tellTimer: NodeJS.Timeout | null = null
  let againTimer: NodeJS.Timeout | null = null

  /** Opened with the first picture that anybody asks for: most machines show none. */
  function cache(): PictureCache {
    opened ??= openPictureCache({
      dir: options.dir,
      nowMs,
      isWanted: (urlKey) => wantedKeys.has(urlKey),
      ...(options.mostBytes === undefined ? {} : { mostBytes: options.mostBytes })
    })
    return opened
  }

  /** Begins what is due, as many as may be at once, and sets the clock for what is not. */
  function work(): void {
    if (abort.signal.aborted) return
    const atMs = nowMs()
    let soonestMs = Infinity
    for (const url of wanted) {
      if (underWay.size >= AT_ONCE) break
      if (underWay.has(url) || cache().find(url) !== null) continue
      const againAtMs = failures.get(url)?.againAtMs ?? 0
      if (againAtMs <= atMs) void bring(url)
      else soonestMs = Math.min(soonestMs, againAtMs)
    }
    if (againTimer !== null) clearTimeout(againTimer)
    againTimer = null
    if (underWay.size === 0) tell()
    if (underWay.size >= AT_ONCE || soonestMs === Infinity) return
    againTimer = setTimeout(work, Math.min(soonestMs - atMs, MOST_WAIT_MS))
    againTimer.unref()
  }

  async function bring(url: string): Promise<void> {
    underWay.add(url)
    try {
      const refusal = await refusalOf(url)
      if (refusal === null) {
        failures.delete(url)
        changed.add(url)
        tellSoon()
      } else if (wanted.has(url)) noteFailure(url, refusal)
    } catch (error) {
      if (abort.signal.aborted) return
      // A bug, and no reason to take the prices down.
      console.error(`the picture ${url} could not be had`, error)
      noteFailure(url, 'broken')
    } finally {
      underWay.delete(url)
    }
    work()
  }

  /** Fetches, resizes and keeps one; answers why not. */
  async function refusalOf(url: string): Promise<PictureRefusal | null> {
    const fetched = await fetchPicture(url, rules, abort.signal)
    if (!fetched.ok) return fetched.refusal
    const { bytes } = fetched
    const resized = await resizer.resize({ bytes, mostPx: PICTURE_PX, quality: PICTURE_QUALITY, takesSvg: false })
    if (!resized.ok) return resized.refusal
    abort.signal.throwIfAborted()
    try {
      return (await cache().keep(url, resized.webp, resized.widthPx, resized.heightPx)) ? null : 'no-room'
    } catch (error) {
      if (storeFailureOf(error, options.dir) === null) throw error
      return 'no-room'
    }
  }

  function noteFailure(url: string, refusal: PictureRefusal): void {
    const firstMs = mayPass(refusal) ? (options.passingWaitMs ?? MINUTE_MS) : (options.refusedWaitMs ?? 60 * MINUTE_MS)
    const before = failures.get(url)
    const waitMs = before === undefined ? firstMs : Math.min(MOST_WAIT_MS, Math.max(firstMs, before.waitMs * 2))
    failures.set(url, { refusal, waitMs, againAtMs: nowMs() + waitMs })
  }

  function tellSoon(): void {
    tellTimer ??= setTimeout(tell, options.tellEveryMs ?? TELL_EVERY_MS)
    tellTimer.unref()
  }

  function tell(): void {
    if (tellTimer !== null) clearTimeout(tellTimer)
    tellTimer = null
    if (changed.size === 0 || abort.signal.aborted) return
    const urls = changed
    changed = new Set()
    onChanged(urls)
  }

  return {
    find: (url) => cache().find(url),
    want: (urls) => {
      if (urls.size === wanted.size && [...urls].every((url) => wanted.has(url))) return
      wanted = urls
      wantedKeys = new Set([...urls].map(urlKeyOf))
      for (const url of failures.keys()) if (!urls.has(url)) failures.delete(url)
      for (const url of urls) cache().noteUse(url)
      work()
    },
    read: async (hash) => {
      const bytes = await cache().read(hash)
      // A damaged file is gone now, and fetched again where a screen still shows it.
      if (bytes === null) work()
      return bytes
    },
    problems: () => {
      const missing = [...failures.values()].map(({ refusal }) => refusal)
      if (missing.length === 0) return []
      const causes = causesOf(missing)
      return [foundProblem({ code: 'pictures-missing', missing: missing.length, wanted: wanted.size, causes })]
    },
    close: () => {
      abort.abort()
      if (tellTimer !== null) clearTimeout(tellTimer)
      if (againTimer !== null) clearTimeout(againTimer)
    }
  }
}

/** How many for each cause, the most frequent first. */
function causesOf(
  refusals: readonly PictureRefusal[]
): readonly { readonly refusal: PictureRefusal; readonly count: number }[] {
  const counts = new Map<PictureRefusal, number>()
  for (const refusal of refusals) counts.set(refusal, (counts.get(refusal) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a).map(([refusal, count]) => ({ refusal, count }))
}
