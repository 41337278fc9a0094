import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeWhole } from '../settings/write-whole.ts'

const FILE = 'phone-links.json'
const KEY_BYTES = 32
/** 128 bits: nobody guesses one, and a printed code stays small. */
const LINK_BYTES = 16
const LONGEST_LINK = 40

const linksFile = z.object({
  version: z.literal(1),
  key: z.string().regex(/^[\w-]{43}$/),
  /** How often a store's codes were made void. */
  renewed: z.record(z.string().regex(/^-?\d{1,15}$/), z.int().min(1))
})
type LinksFile = z.infer<typeof linksFile>

/**
 * What the printed code of a store carries, so that a phone in the network may read that one board and nothing else
 * (docs/security.md). It hangs on the wall for anybody to read, so it is made again from a key and not kept as a hash.
 */
export interface PhoneLinks {
  /** Of a store's board. Throws as the file system does, where its key is to be written first. */
  readonly linkOf: (locationId: number) => string
  readonly isLink: (given: string, locationId: number) => boolean
  /** Codes of this store that were printed before lead nowhere from now on. Throws as the file system does. */
  readonly renew: (locationId: number) => void
}

/** A damaged file is put aside, and everything is printed anew: a code that cannot be checked opens nothing. */
export function createPhoneLinks(dataDir: string, nowMs: () => number): PhoneLinks {
  let kept: LinksFile | null = null

  function load(): LinksFile | null {
    const file = join(dataDir, FILE)
    if (kept !== null || !existsSync(file)) return kept
    try {
      kept = linksFile.parse(JSON.parse(readFileSync(file, 'utf8')))
    } catch (error) {
      if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error
      renameSync(file, `${file}.damaged-${new Date(nowMs()).toISOString().replaceAll(/[:.]/g, '-')}`)
    }
    return kept
  }

  function keep(next: LinksFile): LinksFile {
    writeWhole(dataDir, FILE, `${JSON.stringify(next, null, 2)}\n`)
    kept = next
    return next
  }

  function loadOrMake(): LinksFile {
    return load() ?? keep({ version: 1, key: randomBytes(KEY_BYTES).toString('base64url'), renewed: {} })
  }

  return {
    linkOf: (locationId) => madeOf(loadOrMake(), locationId).toString('base64url'),
    isLink: (given, locationId) => {
      const file = given.length > LONGEST_LINK ? null : load()
      if (file === null) return false
      const bytes = Buffer.from(given, 'base64url')
      return bytes.length === LINK_BYTES && timingSafeEqual(bytes, madeOf(file, locationId))
    },
    renew: (locationId) => {
      const file = loadOrMake()
      keep({ ...file, renewed: { ...file.renewed, [locationId]: (file.renewed[locationId] ?? 0) + 1 } })
    }
  }
}

function madeOf({ key, renewed }: LinksFile, locationId: number): Buffer {
  const named = `board ${locationId} ${renewed[locationId] ?? 0}`
  return createHmac('sha256', Buffer.from(key, 'base64url')).update(named).digest().subarray(0, LINK_BYTES)
}
