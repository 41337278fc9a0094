import type { PricedLocation } from '../../domain/board/board-item.ts'
import type { CauseEvidence } from '../../domain/parity/likely-cause.ts'
import type { CheckSource, FoundProduct } from '../../domain/parity/checked-receipt.ts'
import { preparePromotion, promotionStatesAt } from '../../domain/promotion/promotion-state.ts'
import type { HistoryBoard, PriceHistory } from '../store/price-history.ts'
import type { ProductCodes } from '../store/register-records.ts'
import type { InquiryContext } from './inquiry-context.ts'

/** Products whose history is held at a time, while a report is read. */
const PRODUCTS_HELD = 10_000

/** Products by what a register may call them. */
export interface ProductIndex {
  readonly byCode: ReadonlyMap<string, readonly string[]>
  readonly byName: ReadonlyMap<string, readonly string[]>
  readonly names: ReadonlyMap<string, string>
  readonly codes: readonly ProductCodes[]
  /** Those that this store's board showed in the time kept. */
  readonly shownIds: ReadonlySet<string>
}

/** Every product of the catalogue, and those that boards showed and that have left it since. */
export function productIndexOf(codes: readonly ProductCodes[], shown: ReadonlyMap<string, string>): ProductIndex {
  const byCode = new Map<string, string[]>()
  const byName = new Map<string, string[]>()
  const names = new Map<string, string>()
  const add = (map: Map<string, string[]>, key: string, productId: string): void => {
    if (key === '') return
    const ids = map.get(key)
    if (ids === undefined) map.set(key, [productId])
    else if (!ids.includes(productId)) ids.push(productId)
  }
  for (const { productId, name, skus, upcs } of codes) {
    names.set(productId, name)
    add(byName, nameKeyOf(name), productId)
    for (const code of [productId, ...skus, ...upcs]) add(byCode, codeKeyOf(code), productId)
  }
  for (const [productId, name] of shown)
    if (!names.has(productId)) {
      names.set(productId, name)
      add(byName, nameKeyOf(name), productId)
      add(byCode, codeKeyOf(productId), productId)
    }
  return { byCode, byName, names, codes, shownIds: new Set(shown.keys()) }
}

/** "00062 8011-001" and "628011001" are one barcode: registers drop zeros, and write signs between. */
export function codeKeyOf(code: string): string {
  return code
    .toLowerCase()
    .replaceAll(/[\s\-_./]/g, '')
    .replace(/^0+(?=\d{6})/, '')
}

export function nameKeyOf(name: string): string {
  return name.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim()
}

/** Everybody's board of a store; where only medical customers are shown one, theirs. */
export function shownBoardOf(history: PriceHistory, locationId: number): HistoryBoard {
  const everybody = { locationId, groupId: null }
  const medical = { ...everybody, customer: 'medical' } as const
  return history.stretches(everybody).length === 0 && history.stretches(medical).length > 0 ? medical : everybody
}

/** What lines of a store's register are checked against: the boards' history, and what is stored now. */
export function checkSourceOf(
  { reader, records }: Pick<InquiryContext, 'reader' | 'records'>,
  location: PricedLocation,
  index: ProductIndex
): CheckSource {
  const { history } = records
  const board = shownBoardOf(history, location.locationId)
  const locationRates = records.register.taxRatesAt(location.locationId)
  const promotions = reader.promotionsAt(location).map(preparePromotion)
  const held = new Map<string, Pick<CauseEvidence, 'shown' | 'stored'> | null>()

  function heldOf(productId: string): Pick<CauseEvidence, 'shown' | 'stored'> | null {
    const known = held.get(productId)
    if (known !== undefined) return known
    const shown = history.product(board, productId)
    const found =
      shown === null ? null : { shown, stored: reader.someProductsAt(location.locationId, [productId])[0] ?? null }
    if (held.size >= PRODUCTS_HELD) held.clear()
    held.set(productId, found)
    return found
  }

  function oneOf(productIds: readonly string[]): FoundProduct {
    // Of several with one name, the one that this store's board knows.
    const here = productIds.length > 1 ? productIds.filter((productId) => heldOf(productId) !== null) : productIds
    const [productId] = here.length === 0 ? productIds : here
    if (productId === undefined) return { kind: 'none' }
    if (here.length > 1 || (here.length === 0 && productIds.length > 1)) return { kind: 'several' }
    return { kind: 'one', productId, name: index.names.get(productId) ?? productId }
  }

  return {
    stretches: history.stretches(board),
    currency: location.currency,
    promotionsAt: (atMs) => promotionStatesAt(promotions, location, atMs),
    find: ({ code, name }) => {
      for (const text of [code, name]) {
        if (text === null) continue
        const ids = index.byCode.get(codeKeyOf(text)) ?? index.byName.get(nameKeyOf(text))
        if (ids !== undefined) return oneOf(ids)
      }
      return { kind: 'none' }
    },
    evidence: (productId, atMs) => {
      const found = heldOf(productId)
      if (found === null) return null
      return {
        ...found,
        atMs,
        location,
        locationRates,
        promotionNames: () =>
          promotionStatesAt(promotions, location, atMs)
            .filter(({ active, facts }) => active && facts.productIds.includes(productId))
            .map(({ facts }) => facts.name)
      }
    }
  }
}
