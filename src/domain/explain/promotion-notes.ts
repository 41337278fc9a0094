import type { PromotionNote } from '../../shared/manager/explanation.ts'
import { isolatedName } from '../display/isolated-name.ts'
import { compareCodePoints } from '../order/code-points.ts'
import type { PreparedPromotion } from '../promotion/promotion-state.ts'
import { promotionStateAt } from '../schedule/promotion-state-at.ts'
import type { PriceQuestion, Wording } from './price-question.ts'

/** Every promotion that lists the product here: those in force first, with their ends, the others with their next window. */
export function promotionNotesOf(question: PriceQuestion, wording: Wording): readonly PromotionNote[] {
  return question.promotions
    .map((promotion) => noteOf(promotion, question, wording))
    .sort(
      (a, b) =>
        Number(b.isOn) - Number(a.isOn) ||
        compareCodePoints(a.name, b.name) ||
        compareCodePoints(a.promotionId, b.promotionId)
    )
}

function noteOf(promotion: PreparedPromotion, question: PriceQuestion, { words, calendar }: Wording): PromotionNote {
  const { facts, schedule, unreadable } = promotion
  const { timeZone } = question.location
  const about = { promotionId: facts.promotionId, name: isolatedName(facts.name) }
  if (schedule === null) return { ...about, isOn: false, text: words.unreadable(unreadable ?? '') }
  if (timeZone === null && schedule.windowsIn(null) === null) return { ...about, isOn: false, text: words.zoneUnknown }
  if (timeZone === null && schedule.frame.kind === 'location') return { ...about, isOn: false, text: words.zoneUnknown }
  const { active, changesAtMs } = promotionStateAt(schedule, timeZone, question.atMs)
  if (!active) {
    if (changesAtMs === null) return { ...about, isOn: false, text: words.notSoon }
    const end = promotionStateAt(schedule, timeZone, changesAtMs).changesAtMs
    return { ...about, isOn: false, text: words.notOnNext(calendar.span(changesAtMs, end) ?? '') }
  }
  const on = changesAtMs === null ? words.onForLong : words.onUntil(calendar.span(null, changesAtMs) ?? '')
  const hidden = question.hidesPromotions ? ` ${words.badgesHidden}` : ''
  return { ...about, isOn: true, text: `${on} ${words.registerWorksOut}${hidden}` }
}
