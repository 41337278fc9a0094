/** What a product can be asked for (Promotions guide, ProductCondition). */
export type ProductLeaf =
  | { readonly type: 'CatalogId'; readonly productId: string }
  | { readonly type: 'Classification'; readonly categoryOrClassificationId: number }
  | { readonly type: 'NonStock' }
  | { readonly type: 'BatchTracked' }
  | { readonly type: 'GiftCard' }
  | { readonly type: 'Regular' }
  | { readonly type: 'ContainsCannabis' }
  | { readonly type: 'IsGram' }
  | { readonly type: 'IsEach' }
  | { readonly type: 'Supplier'; readonly supplierId: number }
  | {
      readonly type: 'SpecificationValue'
      readonly fieldId: number | null
      readonly stringId: string | null
      readonly value: string
    }

export type ProductLeafOf<Type extends ProductLeaf['type']> = Extract<ProductLeaf, { readonly type: Type }>
