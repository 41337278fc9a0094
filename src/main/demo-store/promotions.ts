import type { DemoProduct, DemoPromotion } from './demo-store.types.ts'
import { promotionPlansOf } from './promotion-plans.ts'
import type { Random } from './random.ts'
import { veventOf } from './vevent.ts'

const DAY_MS = 86_400_000

/** The planned promotions with ids, versions and schedules written out. */
export function promotionsOf(
  random: Random,
  startMs: number,
  products: readonly DemoProduct[]
): readonly DemoPromotion[] {
  return promotionPlansOf(startMs, products).map((plan, number): DemoPromotion => {
    const promotionId = random.guid()
    const createdAtMs = startMs - (10 + number) * DAY_MS
    return {
      promotionId,
      name: plan.name,
      status: 'Active',
      enabledAtEntityIds: plan.at,
      schedule: veventOf({ ...plan.when, promotionId, uid: random.guid(), createdAtMs }),
      promotionType: plan.type,
      cartCondition: plan.cart ?? { Type: 'None' },
      lineCondition: plan.line ?? { Type: 'None' },
      createdAtMs,
      version: random.between(1, 9),
      catalogIds: null,
      spelling: {
        schedule: number % 2 === 0 ? 'ICalEventSchedule' : 'ICalVEventSchedule',
        createdAt: number % 3 === 0 ? 'Utc' : 'UTC'
      }
    }
  })
}
