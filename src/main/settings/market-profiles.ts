import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { foundProblem } from '../../domain/health/found-problem.ts'
import type { MarketProfile, MarketRule } from '../../domain/market/market-profile.ts'
import type { FileFault, FoundProblem } from '../../shared/problem.ts'
import { writeWhole } from './write-whole.ts'
import massachusetts from '../../../resources/market-profiles/massachusetts-adult-use.json' with { type: 'json' }
import washington from '../../../resources/market-profiles/washington-warnings.json' with { type: 'json' }

/** Worked examples that come with Topshelf, each a lead for counsel; a store's own file of the same id goes before it. */
const SHIPPED: readonly unknown[] = [massachusetts, washington]

export const PROFILE_FOLDER = 'market-profiles'

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
  z.object({ kind: z.literal('require-notice'), text: z.string().min(1).max(300), ...origin }),
  z.object({ kind: z.literal('require-age-gate'), minimumAge: z.int().min(1).max(99), ...origin })
])
export const marketProfileSchema: z.ZodType<MarketProfile> = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: z.string().min(1).max(80),
  status: z.enum(['lead-for-counsel', 'checked-by-counsel']).optional(),
  rules: z.array(marketRule).max(40)
})

export interface LoadedMarket {
  /** None unless the store has confirmed a profile that can be read. */
  readonly rules: readonly MarketRule[]
  readonly problem: FoundProblem | null
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
  const file = join(dataDir, PROFILE_FOLDER, `${chosen.profile}.json`)
  const failed = (fault: FileFault): LoadedMarket => ({
    rules: [],
    problem: foundProblem({ code: 'market-profile-unreadable', file, fault })
  })
  let stored: unknown
  try {
    stored = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : shippedOf(chosen.profile)
  } catch {
    return failed({ kind: 'not-json' })
  }
  if (stored === undefined) return failed({ kind: 'missing' })
  const parsed = marketProfileSchema.safeParse(stored)
  if (parsed.success) return { rules: parsed.data.rules, problem: leadNoteOf(parsed.data) }
  return failed(faultOf(parsed.error))
}

export type ListedProfile =
  | { readonly ok: true; readonly profile: MarketProfile }
  | { readonly ok: false; readonly id: string; readonly fault: FileFault }

/** Every profile that a store could choose: its own files, then the shipped ones that no file goes before. */
export function listProfiles(dataDir: string): readonly ListedProfile[] {
  const own = ownProfileIds(dataDir).map((id) => readProfile(dataDir, id))
  const ownIds = new Set(own.map((listed) => (listed.ok ? listed.profile.id : listed.id)))
  const shipped = SHIPPED.flatMap((stored) => marketProfileSchema.safeParse(stored).data ?? [])
    .filter(({ id }) => !ownIds.has(id))
    .map((profile): ListedProfile => ({ ok: true, profile }))
  return [...own, ...shipped]
}

function ownProfileIds(dataDir: string): readonly string[] {
  try {
    return readdirSync(join(dataDir, PROFILE_FOLDER))
      .filter((name) => /^[a-z0-9-]{1,40}\.json$/.test(name))
      .map((name) => name.slice(0, -'.json'.length))
      .sort()
  } catch {
    return []
  }
}

/** The store's own file of that id. */
function readProfile(dataDir: string, id: string): ListedProfile {
  let stored: unknown
  try {
    stored = JSON.parse(readFileSync(join(dataDir, PROFILE_FOLDER, `${id}.json`), 'utf8'))
  } catch {
    return { ok: false, id, fault: { kind: 'not-json' } }
  }
  const parsed = marketProfileSchema.safeParse(stored)
  // Its place is its name: the settings know it by that.
  return parsed.success
    ? { ok: true, profile: { ...parsed.data, id } }
    : { ok: false, id, fault: faultOf(parsed.error) }
}

function faultOf(error: z.ZodError): FileFault {
  const [issue] = error.issues
  const place = issue === undefined || issue.path.length === 0 ? null : issue.path.join('.')
  return { kind: 'wrong-at', place, says: issue?.message ?? null }
}

/** Keeps a profile of the store's own. Throws as the file system does. */
export function writeProfile(dataDir: string, profile: MarketProfile): void {
  writeWhole(join(dataDir, 'market-profiles'), `${profile.id}.json`, `${JSON.stringify(profile, null, 2)}\n`)
}

function shippedOf(id: string): unknown {
  return SHIPPED.find((profile) => marketProfileSchema.safeParse(profile).data?.id === id)
}

function leadNoteOf({ id, name, status }: MarketProfile): FoundProblem | null {
  if (status !== 'lead-for-counsel') return null
  return foundProblem({ code: 'market-profile-unchecked', id, name })
}
