import type { ProductFacts } from '../../../../src/domain/board/board-facts.ts'
import { locationFormatOf } from '../../../../src/domain/display/location-format.ts'
import type { OfferContext } from '../../../../src/domain/promotion/offer/offer-context.ts'
import { type PromotionTerms, readPromotionTerms } from '../../../../src/domain/promotion/promotion-terms.ts'
import { NO_DETAILS, NO_TRAITS, percentage, product } from '../../price-records.ts'

const FLOWER = 1
const GUMMIES = 2
const GRINDERS = 3
const VAPES = 4
const PREROLLS = 5
const BRAND_FIELD = 77
const HI_ROLLER = 54321

export const WREN = '0a73aaf0-a347-4681-9e37-038062ab72a5'
export const HERON = '0a73aaf0-a347-4681-9e37-038062ab72a6'

function sold(
  productId: string,
  classificationId: number,
  facts: Partial<ProductFacts> & { supplierIds?: readonly number[] } = {}
): ProductFacts {
  const { supplierIds = [], ...others } = facts
  const brand = others.details?.brand ?? null
  return product({
    productId,
    unit: 'each',
    taxRates: [percentage('GST', '0.05')],
    ...others,
    traits: {
      ...NO_TRAITS,
      classificationIds: [classificationId],
      supplierIds,
      specifications:
        brand === null ? [] : [{ fieldId: BRAND_FIELD, stringId: 'brand', displayName: 'Brand', value: brand }],
      isNonStock: false
    }
  })
}

/** What a shop sells: flower by the gram and a jar of it, gummies, grinders without tax, vapes of two brands, pre-rolls. */
const SHOP: readonly ProductFacts[] = [
  sold(WREN, FLOWER, { name: 'Wren OG', unit: 'g' }),
  sold(HERON, FLOWER, { name: 'Heron Kush', unit: 'g', supplierIds: [HI_ROLLER] }),
  sold('jar', FLOWER, { name: 'Jar of Wren', supplierIds: [HI_ROLLER] }),
  sold('gummy', GUMMIES),
  sold('grinder', GRINDERS, { taxRates: [] }),
  sold('vape-a', VAPES, { details: { ...NO_DETAILS, brand: 'Brackenjar' } }),
  sold('vape-b', VAPES, { details: { ...NO_DETAILS, brand: 'Aphria' } }),
  sold('roll', PREROLLS, { supplierIds: [HI_ROLLER] }),
  sold('pack', PREROLLS)
]

const CLASS_NAMES = new Map([
  [FLOWER, 'Flower'],
  [GUMMIES, 'Gummies'],
  [GRINDERS, 'Grinders'],
  [VAPES, 'Vapes'],
  [PREROLLS, 'Pre-rolls']
])

export function shopIn(language: string, change: Partial<OfferContext> = {}): OfferContext {
  return {
    format: locationFormatOf(language, 'CAD', 'America/Regina'),
    names: {
      classification: (id) => CLASS_NAMES.get(id) ?? null,
      supplier: (id) => (id === HI_ROLLER ? 'Hi-Roller' : null),
      group: (id) => (id === 20 ? 'Members' : id === 30 ? 'Staff' : null)
    },
    taxPricing: 'Exclusive',
    products: () => SHOP,
    ...change
  }
}

export function termsOf(promotionType: unknown, cartCondition?: unknown, lineCondition?: unknown): PromotionTerms {
  const read = readPromotionTerms({ promotionType, cartCondition, lineCondition })
  if (!read.ok) throw new Error(JSON.stringify(read.fault))
  return read.value
}

export const within = (ParentCategoryOrClassificationId: number) => ({
  Type: 'Classification',
  ParentCategoryOrClassificationId
})
export const allOf = (...Conditions: unknown[]) => ({ Type: 'AllOf', Conditions })
export const anyOf = (...Conditions: unknown[]) => ({ Type: 'AnyOf', Conditions })
export const flower = within(FLOWER)
export const gummies = within(GUMMIES)
export const grinders = within(GRINDERS)
export const vapes = within(VAPES)
export const prerolls = within(PREROLLS)
export const hiRoller = { Type: 'Supplier', SupplierId: HI_ROLLER }
export const brackenjar = { Type: 'SpecificationValue', StringId: null, FieldId: BRAND_FIELD, Value: 'brackenjar' }
export const looseFlower = allOf(flower, { Type: 'IsGram' })
export const anything = { Type: 'None' }
export const oneProduct = (Id: string) => ({ Type: 'CatalogId', Id })

export const each = { GramsPerMatchUnit: null, MaxApplicationCount: null }
export const eighths = { GramsPerMatchUnit: 3.5, MaxApplicationCount: null }
