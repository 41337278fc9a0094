/** What one asker of the network may do: a store of requests that fills again with time. */
interface Bucket {
  tokens: number
  atMs: number
}

export interface Limit {
  /** So many at once. */
  readonly most: number
  /** And so many a second for good. */
  readonly perSecond: number
}

/** A board with its page, its fonts and six hundred pictures comes at once; a television then asks for next to nothing. */
export const OF_ONE_ADDRESS: Limit = { most: 1500, perSecond: 20 }
export const OF_ALL: Limit = { most: 12_000, perSecond: 400 }
/** Wrong tokens. Nobody guesses one of 128 bits; this keeps whoever tries from being looked at for long. */
export const WRONG_OF_ONE: Limit = { most: 30, perSecond: 0.5 }
export const WRONG_OF_ALL: Limit = { most: 300, perSecond: 5 }
const MOST_ADDRESSES = 2000

/** Limits by address and of all together, for askers of the network alone. */
export interface RequestLimits {
  /** Takes `weight` from the address's store: 0, or how many seconds there is nothing to take. */
  readonly take: (address: string, weight: number) => number
}

/** `elapsedMs` counts up whatever is done to the machine's clock. */
export function createRequestLimits(ofOne: Limit, ofAll: Limit, elapsedMs: () => number): RequestLimits {
  const buckets = new Map<string, Bucket>()
  const all: Bucket = { tokens: ofAll.most, atMs: elapsedMs() }

  function bucketOf(key: string, atMs: number): Bucket {
    const bucket = buckets.get(key) ?? { tokens: ofOne.most, atMs }
    // The one that has asked for nothing for longest is forgotten first.
    buckets.delete(key)
    buckets.set(key, bucket)
    const [oldest] = buckets.keys()
    if (buckets.size > MOST_ADDRESSES && oldest !== undefined) buckets.delete(oldest)
    return bucket
  }

  return {
    take: (address, weight) => {
      const atMs = elapsedMs()
      const one = bucketOf(networkOf(address), atMs)
      fill(one, ofOne, atMs)
      fill(all, ofAll, atMs)
      const waits = Math.max(waitOf(one, ofOne, weight), waitOf(all, ofAll, weight))
      if (waits > 0) return waits
      one.tokens -= weight
      all.tokens -= weight
      return 0
    }
  }
}

function fill(bucket: Bucket, limit: Limit, atMs: number): void {
  bucket.tokens = Math.min(limit.most, bucket.tokens + ((atMs - bucket.atMs) / 1000) * limit.perSecond)
  bucket.atMs = atMs
}

function waitOf({ tokens }: Bucket, { perSecond }: Limit, weight: number): number {
  return tokens >= weight ? 0 : Math.ceil((weight - tokens) / perSecond)
}

/** One machine has as many IPv6 addresses as it likes: all of a network's lower half count as one. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::')
  const before = head.split(':').filter((part) => part !== '')
  const after = (tail ?? '').split(':').filter((part) => part !== '')
  const zeros = Array.from(
    { length: tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length) },
    () => '0'
  )
  return [...before, ...zeros, ...after].slice(0, 4).join(':')
}
