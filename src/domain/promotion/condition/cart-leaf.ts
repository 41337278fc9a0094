/** What a shopper can be asked for (Promotions guide, CartCondition). */
export type CartLeaf =
  | { readonly type: 'MedCustomer' }
  | { readonly type: 'RecCustomer' }
  | { readonly type: 'CustomerInPricingGroup'; readonly groupId: number }
  | { readonly type: 'CustomerNotInPricingGroup' }

export type CartLeafOf<Type extends CartLeaf['type']> = Extract<CartLeaf, { readonly type: Type }>
