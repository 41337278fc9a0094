import { ENTITY } from './company.ts'
import type { DemoPromotion, DemoStoreState } from './demo-store.types.ts'
import { isMatch } from './product-condition.ts'
import { conditionBitsOf, discountedConditionsOf, humanReadableTypeOf, typeBitOf } from './promotion-capability.ts'
import { hashOf } from './random.ts'
import { wireInstantOf } from './wire-instant.ts'

/** Promotions, each with the products that it can discount (Promotions guide, "PromotionForMenuBoard"). */
export function menuBoardReplyOf(state: DemoStoreState): readonly unknown[] {
  return state.promotions.map((promotion) =>
    Object.assign(headOf(promotion), {
      CatalogIds: catalogIdsOf(state, promotion).map((id) => (hashOf(id) % 2 === 0 ? id : id.toUpperCase()))
    })
  )
}

function catalogIdsOf(state: DemoStoreState, promotion: DemoPromotion): readonly string[] {
  if (promotion.catalogIds !== null) return promotion.catalogIds
  const conditions = discountedConditionsOf(promotion.promotionType)
  return state.products
    .filter((product) => conditions.some((condition) => isMatch(condition, product)))
    .map((product) => product.productId)
}

/** Promotions of a type and with conditions that the caller says it knows; the others are left out. */
export function fullReplyOf(state: DemoStoreState, conditionBits: number, typeBits: number): readonly unknown[] {
  return state.promotions
    .filter(
      (promotion) =>
        (typeBitOf(promotion.promotionType.Type) & typeBits) !== 0 &&
        (conditionBitsOf(promotion) & ~conditionBits) === 0
    )
    .map((promotion) =>
      Object.assign(headOf(promotion), {
        PromotionType: promotion.promotionType,
        CartCondition: promotion.cartCondition,
        LineCondition: promotion.lineCondition
      })
    )
}

/** What both feeds say. The guide spells two fields in two ways each: every promotion has its own. */
function headOf(promotion: DemoPromotion): Record<string, unknown> {
  return {
    PromotionId: hashOf(promotion.promotionId) % 2 === 0 ? promotion.promotionId : promotion.promotionId.toUpperCase(),
    CompanyId: ENTITY.company,
    Name: promotion.name,
    Status: promotion.status,
    HumanReadablePromotionType: humanReadableTypeOf(promotion.promotionType.Type),
    EnabledAtLocationIds: promotion.enabledAtEntityIds,
    [promotion.spelling.schedule]: promotion.schedule,
    CreatedByUserId: 3021,
    [`CreatedDateTime${promotion.spelling.createdAt}`]: wireInstantOf(promotion.createdAtMs, promotion.promotionId),
    Version: promotion.version
  }
}
