/** Which bits a caller must send to be given a promotion (Promotions guide, the four bitmask tables). */
import type { DemoPromotion } from './demo-store.types.ts'
import type {
  CartCondition,
  HumanReadablePromotionType,
  LineCondition,
  ProductCondition,
  PromotionType
} from './wire.types.ts'

const TYPE_BIT: Readonly<Record<PromotionType['Type'], number>> = {
  CheapestMatchedForDollar: 1,
  CheapestMatchedForPercentOff: 2,
  CheapestMatchedForDollarOff: 4,
  MatchThenCheapestOtherForDollar: 8,
  MatchThenCheapestOtherForDollarOff: 16,
  MatchThenCheapestOtherForPercentOff: 32,
  BundleForTotalDollarDistributed: 64,
  BundleForTotalDollarOffDistributed: 128,
  BundleForPercentOff: 256,
  EachMatchedDollarOff: 512,
  EachMatchedPercentOff: 1024
}

/** 0 for the nodes that every caller has to know. */
const CONDITION_BIT: Readonly<Record<(ProductCondition | CartCondition | LineCondition)['Type'], number>> = {
  AllOf: 0,
  AnyOf: 0,
  NoneOf: 0,
  None: 0,
  CatalogId: 0,
  MedCustomer: 1,
  RecCustomer: 2,
  CustomerInPricingGroup: 4,
  NoSalePricing: 8,
  Classification: 16,
  NonStock: 32,
  BatchTracked: 64,
  GiftCard: 128,
  Regular: 256,
  ContainsCannabis: 512,
  IsGram: 1024,
  IsEach: 2048,
  Supplier: 4096,
  SupplierId: 4096,
  CustomerNotInPricingGroup: 8192,
  SpecificationValue: 16384
}

export const PROMOTION_TYPES = Object.keys(TYPE_BIT) as readonly PromotionType['Type'][]

export function typeBitOf(type: PromotionType['Type']): number {
  return TYPE_BIT[type]
}

/** Every bit that any node of the promotion's condition trees needs. */
export function conditionBitsOf(promotion: DemoPromotion): number {
  return [...productConditionsOf(promotion.promotionType), promotion.cartCondition, promotion.lineCondition].reduce(
    (bits, condition) => bits | bitsOf(condition),
    0
  )
}

function bitsOf(condition: ProductCondition | CartCondition | LineCondition): number {
  const inner: readonly (ProductCondition | CartCondition | LineCondition)[] =
    'Conditions' in condition ? condition.Conditions : []
  return inner.reduce((bits, child) => bits | bitsOf(child), CONDITION_BIT[condition.Type])
}

/** Every product condition of a promotion, the matched first. */
export function productConditionsOf(type: PromotionType): readonly ProductCondition[] {
  switch (type.Type) {
    case 'CheapestMatchedForDollar':
    case 'CheapestMatchedForPercentOff':
    case 'CheapestMatchedForDollarOff':
    case 'EachMatchedDollarOff':
    case 'EachMatchedPercentOff':
      return [type.ItemsToMatch]
    case 'MatchThenCheapestOtherForDollar':
    case 'MatchThenCheapestOtherForDollarOff':
    case 'MatchThenCheapestOtherForPercentOff':
      return [type.MatchConditions, type.OtherItemConditions]
    case 'BundleForTotalDollarDistributed':
    case 'BundleForTotalDollarOffDistributed':
    case 'BundleForPercentOff':
      return type.BundleItemsToMatch.map((match) => match.ProductCondition)
  }
}

/** The conditions of products that can be discounted, which is what the menu-board feed lists. */
export function discountedConditionsOf(type: PromotionType): readonly ProductCondition[] {
  return 'OtherItemConditions' in type ? [type.OtherItemConditions] : productConditionsOf(type)
}

export function humanReadableTypeOf(type: PromotionType['Type']): HumanReadablePromotionType {
  switch (type) {
    case 'CheapestMatchedForDollar':
    case 'CheapestMatchedForPercentOff':
    case 'CheapestMatchedForDollarOff':
      return 'BOGO'
    case 'MatchThenCheapestOtherForDollar':
    case 'MatchThenCheapestOtherForDollarOff':
    case 'MatchThenCheapestOtherForPercentOff':
      return 'Buy X Get Y'
    case 'BundleForTotalDollarDistributed':
    case 'BundleForTotalDollarOffDistributed':
    case 'BundleForPercentOff':
      return 'Bundle'
    case 'EachMatchedDollarOff':
      return 'Dollar Off'
    case 'EachMatchedPercentOff':
      return 'Percent Off'
  }
}
