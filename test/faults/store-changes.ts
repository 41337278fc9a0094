import type { DemoProduct, DemoStoreState } from '../../src/main/demo-store/demo-store.types.ts'

/** What a store changes between two states. */
export const CHANGE_KINDS = ['prices', 'products', 'leaving', 'promotions', 'taxes', 'all'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

const REGINA = 110501
const HAMILTON = 110502

/** Makes a change of that kind, over most of the store, as `random` draws it. */
export function changeStore(state: DemoStoreState, kind: ChangeKind, random: () => number): void {
  switch (kind) {
    case 'prices':
      return changePrices(state, random)
    case 'products':
      return changeProducts(state, random)
    case 'leaving':
      return removeProducts(state, random)
    case 'promotions':
      return changePromotions(state, random)
    case 'taxes':
      state.setTaxPricing(REGINA, 'Inclusive')
      return state.setTaxPricing(HAMILTON, 'Exclusive')
    case 'all':
      for (const one of CHANGE_KINDS) if (one !== 'all') changeStore(state, one, random)
  }
}

function drawn(state: DemoStoreState, share: number, random: () => number): readonly DemoProduct[] {
  return state.products.filter(() => random() < share)
}

/** Every ladder a few per cent dearer, as an import of a price list does it; some at one location, some with a sale. */
function changePrices(state: DemoStoreState, random: () => number): void {
  for (const { productId } of drawn(state, 0.8, random)) {
    const at = random() < 0.8 ? null : pick([REGINA, HAMILTON, 110503, 110504], random)
    const entries = state.pricesAt(productId, at ?? REGINA)
    for (const { tier, group, price, atTierPrice } of entries) {
      const rung = {
        ...(tier === null ? {} : { tierId: tier.tierId }),
        ...(group === null ? {} : { groupId: group.groupId })
      }
      state.setPrice(productId, at, (Number(atTierPrice ?? price) * (1.02 + random() / 10) + 0.01).toFixed(2), rung)
    }
    if (entries.length > 0 && random() < 0.15) {
      const [first] = entries
      const rung = first?.tier === null || first === undefined ? {} : { tierId: first.tier.tierId }
      if (first?.group === null) state.setSale(productId, at, { salePrice: '1.23' }, rung)
    }
  }
}

function changeProducts(state: DemoStoreState, random: () => number): void {
  for (const { productId, name } of drawn(state, 0.6, random)) {
    const draw = random()
    if (draw < 0.4) state.changeProduct(productId, { name: `${name} II` })
    else if (draw < 0.8) state.setStock(productId, pick([REGINA, HAMILTON], random), random() < 0.3 ? '0' : '17')
    else if (draw < 0.9) state.archive(productId)
    else state.changeProduct(productId, { taxRateIds: [] })
  }
}

/** Less than the fifth that a guard would hold back. */
function removeProducts(state: DemoStoreState, random: () => number): void {
  for (const { productId } of drawn(state, 0.12, random)) {
    if (random() < 0.6) state.removeProduct(productId)
    else state.removePrices(productId, REGINA)
  }
}

function changePromotions(state: DemoStoreState, random: () => number): void {
  const { promotions } = state
  for (const { promotionId, name } of promotions) {
    const draw = random()
    if (draw < 0.1) state.removePromotion(promotionId)
    else if (draw < 0.8) {
      const like = pick(promotions, random)
      state.replacePromotion(promotionId, {
        name: `${name} II`,
        promotionType: like.promotionType,
        enabledAtEntityIds: like.enabledAtEntityIds
      })
    }
  }
}

function pick<T>(from: readonly T[], random: () => number): T {
  const one = from[Math.floor(random() * from.length)]
  if (one === undefined) throw new Error('nothing to pick from')
  return one
}
