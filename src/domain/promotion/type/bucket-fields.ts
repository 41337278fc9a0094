import { type Amount, ONE } from '../../money/amount.ts'
import { type ProductCondition, readProductCondition } from '../condition/product-condition.ts'
import {
  nodeOf,
  type RawNode,
  type Read,
  readAmount,
  readInteger,
  readOptional,
  readPositive,
  readShare,
  readValue,
  unreadable
} from '../raw-node.ts'
import type {
  Bundle,
  BundleElement,
  CheapestMatched,
  Discount,
  EachMatched,
  MatchThenCheapestOther
} from './promotion-type.ts'

/** How the field that tells a discount is read, by what it says. */
const READ_DISCOUNT = {
  price: (node: RawNode, field: string, where: string): Read<Extract<Discount, { kind: 'price' }>> => {
    const amount = readAmount(node, field, where)
    return amount.ok ? readValue({ kind: 'price', amount: amount.value }) : amount
  },
  off: (node: RawNode, field: string, where: string): Read<Extract<Discount, { kind: 'off' }>> => {
    const amount = readAmount(node, field, where)
    return amount.ok ? readValue({ kind: 'off', amount: amount.value }) : amount
  },
  share: (node: RawNode, field: string, where: string): Read<Extract<Discount, { kind: 'share' }>> => {
    const share = readShare(node, field, where)
    return share.ok ? readValue({ kind: 'share', share: share.value }) : share
  }
} as const

interface NumberedFields {
  readonly numberToMatch: number
  readonly gramsPerMatchUnit: Amount
  readonly maxApplicationCount: number | null
}

/** Null is 1 g (pricing rules, Promotions in a basket). */
function readGramsPerMatchUnit(node: RawNode, where: string): Read<Amount> {
  const grams = readOptional(node, 'GramsPerMatchUnit', () => readPositive(node, 'GramsPerMatchUnit', where))
  return grams.ok ? readValue(grams.value ?? ONE) : grams
}

function readNumbered(node: RawNode, where: string): Read<NumberedFields> {
  const numberToMatch = readInteger(node, 'NumberToMatch', where, 1)
  if (!numberToMatch.ok) return numberToMatch
  const grams = readGramsPerMatchUnit(node, where)
  if (!grams.ok) return grams
  const most = readOptional(node, 'MaxApplicationCount', () => readInteger(node, 'MaxApplicationCount', where, 0))
  if (!most.ok) return most
  return readValue({
    numberToMatch: numberToMatch.value,
    gramsPerMatchUnit: grams.value,
    maxApplicationCount: most.value
  })
}

/** The fields of the three CheapestMatchedFor types. */
export function readCheapestMatched(
  node: RawNode,
  where: string,
  kind: Discount['kind'],
  field: string
): Read<CheapestMatched> {
  const discount = READ_DISCOUNT[kind](node, field, where)
  if (!discount.ok) return discount
  const itemsToMatch = readProductCondition(node['ItemsToMatch'], `${where}.ItemsToMatch`)
  if (!itemsToMatch.ok) return itemsToMatch
  const numbered = readNumbered(node, where)
  if (!numbered.ok) return numbered
  return readValue({
    family: 'cheapest-matched',
    itemsToMatch: itemsToMatch.value,
    ...numbered.value,
    discount: discount.value
  })
}

/** The fields of the three MatchThenCheapestOtherFor types. */
export function readMatchThenCheapestOther(
  node: RawNode,
  where: string,
  kind: Discount['kind'],
  field: string
): Read<MatchThenCheapestOther> {
  const discount = READ_DISCOUNT[kind](node, field, where)
  if (!discount.ok) return discount
  const matchConditions = readProductCondition(node['MatchConditions'], `${where}.MatchConditions`)
  if (!matchConditions.ok) return matchConditions
  const otherItemConditions = readProductCondition(node['OtherItemConditions'], `${where}.OtherItemConditions`)
  if (!otherItemConditions.ok) return otherItemConditions
  const numbered = readNumbered(node, where)
  if (!numbered.ok) return numbered
  return readValue({
    family: 'match-then-cheapest-other',
    matchConditions: matchConditions.value,
    otherItemConditions: otherItemConditions.value,
    ...numbered.value,
    discount: discount.value
  })
}

/** The fields of the three BundleFor types. */
export function readBundle(node: RawNode, where: string, kind: Discount['kind'], field: string): Read<Bundle> {
  const discount = READ_DISCOUNT[kind](node, field, where)
  if (!discount.ok) return discount
  const listed = node['BundleItemsToMatch']
  const place = `${where}.BundleItemsToMatch`
  if (!Array.isArray(listed) || listed.length === 0) return unreadable(place, 'a list of what makes the bundle')
  const elements: BundleElement[] = []
  for (const [index, entry] of (listed as readonly unknown[]).entries()) {
    const element = readBundleElement(entry, `${place}[${index}]`)
    if (!element.ok) return element
    elements.push(element.value)
  }
  const grams = readGramsPerMatchUnit(node, where)
  if (!grams.ok) return grams
  return readValue({ family: 'bundle', elements, gramsPerMatchUnit: grams.value, discount: discount.value })
}

function readBundleElement(entry: unknown, where: string): Read<BundleElement> {
  const node = nodeOf(entry)
  if (node === null) return unreadable(where, 'an element of a bundle')
  const condition = readProductCondition(node['ProductCondition'], `${where}.ProductCondition`)
  if (!condition.ok) return condition
  const quantity = readPositive(node, 'QuantityToMatch', where)
  if (!quantity.ok) return quantity
  return readValue({ condition: condition.value, quantityToMatch: quantity.value })
}

/** The fields of the two EachMatched types; a share needs no grams, because it is taken of any quantity. */
export function readEachMatched(
  node: RawNode,
  where: string,
  kind: Exclude<Discount['kind'], 'price'>,
  field: string
): Read<EachMatched> {
  const discount = READ_DISCOUNT[kind](node, field, where)
  if (!discount.ok) return discount
  const items: Read<ProductCondition> = readProductCondition(node['ItemsToMatch'], `${where}.ItemsToMatch`)
  if (!items.ok) return items
  const grams = readGramsPerMatchUnit(node, where)
  if (!grams.ok) return grams
  return readValue({
    family: 'each-matched',
    itemsToMatch: items.value,
    gramsPerMatchUnit: grams.value,
    discount: discount.value
  })
}
