import { z } from 'zod'
import type { PromotionRecord, PromotionsReply, RejectedRecord } from '../records.ts'
import { guid, guidOf, integer, text } from './fields.ts'
import { fieldOf, wrongShape, type ParseOutcome } from './parse-outcome.ts'
import { reasonOf, rejectedRecord } from './rejected-record.ts'

const promotionSchema = z
  .object({
    PromotionId: guid,
    Name: text,
    Status: text,
    HumanReadablePromotionType: text,
    EnabledAtLocationIds: z.array(integer),
    // The guide's tables say one, its sample the other.
    ICalEventSchedule: text.nullish(),
    ICalVEventSchedule: text.nullish(),
    Version: integer,
    CatalogIds: z.array(guid)
  })
  .superRefine((promotion, context) => {
    if (scheduleOf(promotion) !== null) return
    const message = 'expected string, received neither it nor ICalVEventSchedule'
    context.addIssue({ code: 'custom', path: ['ICalEventSchedule'], message })
  })

function scheduleOf(raw: {
  readonly ICalEventSchedule?: string | null | undefined
  readonly ICalVEventSchedule?: string | null | undefined
}): string | null {
  return raw.ICalEventSchedule ?? raw.ICalVEventSchedule ?? null
}

/**
 * The PromotionsForMenuBoard reply, a list (Promotions guide, "PromotionForMenuBoard"). Whatever their status, they are
 * kept with it. Of two with one id the greater version stands, of equal ones the last. Never throws.
 */
export function parsePromotions(json: unknown): ParseOutcome<PromotionsReply> {
  if (!Array.isArray(json)) return wrongShape('the reply', 'a list of promotions', json)
  const promotions = new Map<string, PromotionRecord>()
  const presentPromotionIds = new Set<string>()
  const rejected: RejectedRecord[] = []
  for (const value of json as readonly unknown[]) {
    const promotionId = guidOf(fieldOf(value, 'PromotionId'))
    if (promotionId !== null) presentPromotionIds.add(promotionId)
    const checked = promotionSchema.safeParse(value)
    if (!checked.success) {
      rejected.push(rejectedRecord('promotions', 'promotion', promotionId, reasonOf(checked.error), value))
      continue
    }
    const record = promotionRecordOf(checked.data)
    const other = promotions.get(record.promotionId)
    if (other === undefined || record.version >= other.version) promotions.set(record.promotionId, record)
  }
  return {
    ok: true,
    value: { promotions: [...promotions.values()], presentPromotionIds: [...presentPromotionIds], rejected }
  }
}

function promotionRecordOf(raw: z.output<typeof promotionSchema>): PromotionRecord {
  return {
    promotionId: raw.PromotionId,
    name: raw.Name,
    status: raw.Status,
    type: raw.HumanReadablePromotionType,
    enabledAtEntityIds: [...new Set(raw.EnabledAtLocationIds)],
    schedule: scheduleOf(raw) ?? '',
    version: raw.Version,
    productIds: [...new Set(raw.CatalogIds)]
  }
}
