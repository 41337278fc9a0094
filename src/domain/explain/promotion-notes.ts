import type { PromotionNote } from '../../shared/manager/explanation.ts'
import { isolatedName } from '../display/isolated-name.ts'
import { ended } from '../display/sentence.ts'
import { compareCodePoints } from '../order/code-points.ts'
import { offerSentenceOf, offerWordsOf } from '../promotion/offer/offer-words.ts'
import type { PreparedPromotion } from '../promotion/promotion-state.ts'
import { promotionStateAt } from '../schedule/promotion-state-at.ts'
import { conditionLinesOf } from './conditions/condition-lines.ts'
import { effectWordsOf } from './effect/effect-words.ts'
import { effectOf, type LookedAt } from './effect/promotion-effect.ts'
import { audienceOf } from './effect/rung-deals.ts'
import type { PriceQuestion, Wording } from './price-question.ts'

/**
 * Every promotion that lists the product here, with what it offers and each of its conditions: those in force first, with
 * their ends and what they do to this price, the others with their next window.
 */
export function promotionNotesOf(
  question: PriceQuestion,
  lookedAt: LookedAt,
  wording: Wording
): readonly PromotionNote[] {
  return question.promotions
    .map((promotion) => noteOf(promotion, question, lookedAt, wording))
    .sort(
      (a, b) =>
        Number(b.isOn) - Number(a.isOn) ||
        compareCodePoints(a.name, b.name) ||
        compareCodePoints(a.promotionId, b.promotionId)
    )
}

function noteOf(
  promotion: PreparedPromotion,
  question: PriceQuestion,
  lookedAt: LookedAt,
  wording: Wording
): PromotionNote {
  const { words, calendar, format } = wording
  const { facts, schedule, unreadable, terms } = promotion
  const { timeZone } = question.location
  const about = {
    promotionId: facts.promotionId,
    name: isolatedName(facts.name),
    offer: terms?.ok === true ? ended(offerSentenceOf(offerWordsOf(terms.value, question.offers))) : null,
    conditions:
      terms?.ok === true
        ? conditionLinesOf(
            terms.value,
            { product: question.product, audience: audienceOf(question), source: lookedAt.source },
            question.offers
          )
        : []
  }
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
  // What is not known while amounts are held is not told.
  const effect = question.location.amountsHeld
    ? []
    : [effectWordsOf(format.language).effect(effectOf(promotion, question, lookedAt, wording))]
  const hidden = question.hidesPromotions ? [words.badgesHidden] : []
  return { ...about, isOn: true, text: [on, ...effect, ...hidden].join(' ') }
}
