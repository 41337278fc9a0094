import { z } from 'zod'
import type { PromotionHead, PromotionRecord, PromotionsReply, RejectedRecord } from '../records.ts'
import { guid, guidOf, integer, name, text } from './fields.ts'
import { fieldOf, wrongShape, type ParseOutcome } from './parse-outcome.ts'
import { reasonOf, rejectedRecord } from './rejected-record.ts'

/** What both promotion feeds say of a promotion. */
export const promotionHead = {
  PromotionId: guid,
  Name: name,
  Status: text,
  HumanReadablePromotionType: text,
  EnabledAtLocationIds: z.array(integer),
  // The guide's tables say one, its sample the other.
  ICalEventSchedule: text.nullish(),
  ICalVEventSchedule: text.nullish(),
  Version: integer
}

interface RawSchedule {
  readonly ICalEventSchedule?: string | null | undefined
  readonly ICalVEventSchedule?: string | null | undefined
}

/** A check that one of the two spellings of the schedule is there. */
export function requireSchedule(promotion: RawSchedule, context: z.RefinementCtx): void {
  if (scheduleOf(promotion) !== null) return
  const message = 'expected string, received neither it nor ICalVEventSchedule'
  context.addIssue({ code: 'custom', path: ['ICalEventSchedule'], message })
}

const promotionSchema = z.object({ ...promotionHead, CatalogIds: z.array(guid) }).superRefine(requireSchedule)

function scheduleOf(raw: RawSchedule): string | null {
  return raw.ICalEventSchedule ?? raw.ICalVEventSchedule ?? null
}

/**
 * The PromotionsForMenuBoard reply, a list (Promotions guide, "PromotionForMenuBoard"). Whatever their status, they are
 * kept with it. Of two with one id the greater version stands, of equal ones the last. Never throws.
 */
export function parsePromotions(json: unknown): ParseOutcome<PromotionsReply> {
  return readPromotionList<PromotionRecord>(json, 'promotions', (value) => {
    const checked = promotionSchema.safeParse(value)
    if (!checked.success) return { reason: reasonOf(checked.error) }
    return { record: { ...headOf(checked.data), productIds: [...new Set(checked.data.CatalogIds)] } }
  })
}

/** A list of promotions of either feed; `read` makes a record of one, or says what is wrong with it. */
export function readPromotionList<T extends PromotionHead>(
  json: unknown,
  feed: 'promotions' | 'full-promotions',
  read: (value: unknown) => { readonly record: T } | { readonly reason: string }
): ParseOutcome<{
  readonly promotions: readonly T[]
  readonly presentPromotionIds: readonly string[]
  readonly rejected: readonly RejectedRecord[]
}> {
  if (!Array.isArray(json)) return wrongShape('the reply', 'a list of promotions', json)
  const promotions = new Map<string, T>()
  const presentPromotionIds = new Set<string>()
  const rejected: RejectedRecord[] = []
  for (const value of json as readonly unknown[]) {
    const promotionId = guidOf(fieldOf(value, 'PromotionId'))
    if (promotionId !== null) presentPromotionIds.add(promotionId)
    const one = read(value)
    if ('reason' in one) {
      rejected.push(rejectedRecord(feed, 'promotion', promotionId, one.reason, value))
      continue
    }
    const other = promotions.get(one.record.promotionId)
    if (other === undefined || one.record.version >= other.version) promotions.set(one.record.promotionId, one.record)
  }
  return {
    ok: true,
    value: { promotions: [...promotions.values()], presentPromotionIds: [...presentPromotionIds], rejected }
  }
}

export function headOf(raw: z.output<z.ZodObject<typeof promotionHead>>): PromotionHead {
  return {
    promotionId: raw.PromotionId,
    name: raw.Name,
    status: raw.Status,
    type: raw.HumanReadablePromotionType,
    enabledAtEntityIds: [...new Set(raw.EnabledAtLocationIds)],
    schedule: scheduleOf(raw) ?? '',
    version: raw.Version
  }
}
