import { isWithin } from './classification.ts'
import type { DemoProduct } from './demo-store.types.ts'
import type { ProductCondition } from './wire.types.ts'

/** Whether a product passes a condition tree (Promotions guide, "ProductCondition"). */
export function isMatch(condition: ProductCondition, product: DemoProduct): boolean {
  switch (condition.Type) {
    case 'AllOf':
      return condition.Conditions.every((inner) => isMatch(inner, product))
    case 'AnyOf':
      return condition.Conditions.some((inner) => isMatch(inner, product))
    case 'NoneOf':
      return !condition.Conditions.some((inner) => isMatch(inner, product))
    case 'None':
      return true
    case 'Classification':
      return isWithin(product.classificationId, condition.ParentCategoryOrClassificationId)
    case 'CatalogId':
      return product.productId === condition.Id.toLowerCase()
    case 'NonStock':
      return product.isNonStock
    case 'Regular':
      return !product.isNonStock
    case 'BatchTracked':
      return product.isBatchTracked
    case 'GiftCard':
      return product.specifications.some(
        (field) => field.DisplayName === 'Integrated Gift Card' && /^(true|yes)$/i.test(field.Value)
      )
    case 'ContainsCannabis':
      return product.specifications.some(
        (field) => field.DisplayName.startsWith('Retail Marijuana Product Type') && field.Value !== ''
      )
    case 'IsGram':
      return product.measurementType === 'Mass'
    case 'IsEach':
      return product.measurementType === 'SingleUnit'
    case 'Supplier':
    case 'SupplierId':
      return product.supplier?.supplierId === condition.SupplierId
    case 'SpecificationValue':
      return product.specifications.some(
        (field) =>
          (condition.FieldId === null ? field.StringId === condition.StringId : field.FieldId === condition.FieldId) &&
          field.Value.toLowerCase() === condition.Value.toLowerCase()
      )
  }
}
