import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { MarketProfile, MarketRule } from '../../domain/market/market-profile.ts'
import type { Problem } from '../../shared/board-snapshot.ts'
import { writeWhole } from './write-whole.ts'
import massachusetts from '../../../resources/market-profiles/massachusetts-adult-use.json' with { type: 'json' }
import washington from '../../../resources/market-profiles/washington-warnings.json' with { type: 'json' }

/** Worked examples that come with Topshelf, each a lead for counsel; a store's own file of the same id goes before it. */
const SHIPPED: readonly unknown[] = [massachusetts, washington]

const origin = {
  source: z.string().min(1),
  date: z.iso.date(),
  wording: z.string().min(1).optional()
}
const quantity = z.string().regex(/^\d{1,6}(\.\d{1,3})?$/)
const marketRule: z.ZodType<MarketRule> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hide-promotions'), ...origin }),
  z.object({ kind: z.literal('hide-reductions'), ...origin }),
  z.object({ kind: z.literal('hide-potency'), ...origin }),
  z.object({ kind: z.literal('hide-pictures'), ...origin }),
  z.object({
    kind: z.literal('show-quantities'),
    unit: z.enum(['g', 'each']),
    quantities: z.array(quantity).min(1),
    ...origin
  }),
  z.object({ kind: z.literal('require-notice'), text: z.string().min(1).max(300), ...origin })
])
const marketProfile: z.ZodType<MarketProfile> = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: z.string().min(1).max(80),
  status: z.enum(['lead-for-counsel', 'checked-by-counsel']).optional(),
  rules: z.array(marketRule).max(40)
})

export interface LoadedMarket {
  /** None unless the store has confirmed a profile that can be read. */
  readonly rules: readonly MarketRule[]
  readonly problem: Problem | null
}

/**
 * Reads the confirmed market profile: `<dataDir>/market-profiles/ID.json`, else the shipped one of that id
 * (docs/market-profiles.md). A profile that a store relies on and that cannot be read is a problem the manager sees; one
 * that no counsel has checked says so there as long as it is in force.
 */
export function loadMarket(
  dataDir: string,
  chosen: { readonly profile: string; readonly confirmed: boolean } | null
): LoadedMarket {
  if (chosen === null || !chosen.confirmed) return { rules: [], problem: null }
  const file = join(dataDir, 'market-profiles', `${chosen.profile}.json`)
  const failed = (why: string): LoadedMarket => ({
    rules: [],
    problem: {
      code: 'market-profile-unreadable',
      message: `The confirmed market profile ${file} ${why}: its rules are not applied`,
      locationId: null
    }
  })
  let stored: unknown
  try {
    stored = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : shippedOf(chosen.profile)
  } catch {
    return failed('is not JSON')
  }
  if (stored === undefined) return failed('is not there')
  const parsed = marketProfile.safeParse(stored)
  if (parsed.success) return { rules: parsed.data.rules, problem: leadNoteOf(parsed.data) }
  const [issue] = parsed.error.issues
  return failed(`is wrong at ${issue?.path.join('.') ?? 'its start'} (${issue?.message ?? 'not a profile'})`)
}

/** Keeps a profile of the store's own. Throws as the file system does. */
export function writeProfile(dataDir: string, profile: MarketProfile): void {
  writeWhole(join(dataDir, 'market-profiles'), `${profile.id}.json`, `${JSON.stringify(profile, null, 2)}\n`)
}

function shippedOf(id: string): unknown {
  return SHIPPED.find((profile) => marketProfile.safeParse(profile).data?.id === id)
}

function leadNoteOf({ id, name, status }: MarketProfile): Problem | null {
  if (status !== 'lead-for-counsel') return null
  return {
    code: 'market-profile-unchecked',
    message: `The market profile ${id} ("${name}") is in force because the store confirmed it: it is a lead for counsel, not advice`,
    locationId: null
  }
}
