import type { BoardView, MoneyText, ViewItem, ViewRung } from '../../shared/board-view.ts'
import type { BoardChange } from '../../shared/manager/time-machine.ts'
import { isolatedName } from '../display/isolated-name.ts'
import type { ForecastWords } from './forecast-words.ts'

/**
 * What a shopper sees differ between two boards of one screen: products that come and go, every price, every ticket. In
 * the order of the later board; products of a shelf whose prices change alike are told together, and a ticket once for
 * all products that it comes to or leaves.
 */
export function differencesBetween(
  before: BoardView,
  after: BoardView,
  promotionNames: ReadonlyMap<string, string>,
  words: ForecastWords
): readonly BoardChange[] {
  const earlier = new Map(before.items.map((item) => [item.productId, item]))
  const later = new Map(after.items.map((item) => [item.productId, item]))
  const groupName = after.head.screen.groupName
  const prices: PriceChange[] = []
  const comes: ViewItem[] = []
  for (const item of after.items) {
    const was = earlier.get(item.productId)
    if (was === undefined) {
      comes.push(item)
      continue
    }
    const lines = priceLinesOf(was, item, groupName, words)
    if (lines.length > 0) prices.push({ item, lines })
  }
  const goes = before.items.filter(({ productId }) => !later.has(productId))
  return [
    ...ticketChanges(before, after, promotionNames, words),
    ...groupedPrices(prices, after.items),
    ...comes.map((item) => productChange('comes', item, words.comes)),
    ...goes.map((item) => productChange('goes', item, words.goes))
  ]
}

interface PriceChange {
  readonly item: ViewItem
  readonly lines: readonly string[]
}

function productChange(kind: 'comes' | 'goes', item: ViewItem, line: string): BoardChange {
  return { kind, title: isolatedName(item.name), products: [], lines: [line] }
}

function priceLinesOf(
  before: ViewItem,
  after: ViewItem,
  groupName: string | null,
  words: ForecastWords
): readonly string[] {
  return after.rungs.flatMap((rung, index) => {
    const was = rungBefore(before, after, index)
    const now = payText(rung.youPay, words)
    const then = was === null ? words.held : payText(was.youPay, words)
    const lines = now === then ? [] : [words.becomes(rung.quantity, then, now)]
    if (groupName === null) return lines
    const groupNow = rung.groupPays === null ? words.noGroupPrice : payText(rung.groupPays, words)
    const groupThen = was === null || was.groupPays === null ? words.noGroupPrice : payText(was.groupPays, words)
    return groupNow === groupThen
      ? lines
      : [...lines, words.groupBecomes(isolatedName(groupName), rung.quantity, groupThen, groupNow)]
  })
}

/** The rung of the same quantity; where several have it, the one in the same place among them. */
function rungBefore(before: ViewItem, after: ViewItem, index: number): ViewRung | null {
  const { quantity } = after.rungs[index] as ViewRung
  const nth = after.rungs.slice(0, index).filter((rung) => rung.quantity === quantity).length
  return before.rungs.filter((rung) => rung.quantity === quantity)[nth] ?? null
}

function payText(money: MoneyText | null, words: ForecastWords): string {
  if (money === null) return words.held
  return money.signAfter ? `${money.digits}\u00a0${money.sign}` : `${money.sign}${money.digits}`
}

/** Products of one shelf with the same lines are one change, named by the shelf where it is all of it. */
function groupedPrices(changes: readonly PriceChange[], items: readonly ViewItem[]): readonly BoardChange[] {
  const groups = new Map<string, { readonly first: PriceChange; readonly names: string[] }>()
  for (const change of changes) {
    const { item, lines } = change
    const key = JSON.stringify([item.shelf === null ? item.productId : item.shelf.shelfId, lines])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { first: change, names: [isolatedName(item.name)] })
    else group.names.push(isolatedName(item.name))
  }
  return [...groups.values()].map(({ first, names }) => {
    const { shelf, name } = first.item
    const onShelf = items.filter((other) => other.shelf !== null && other.shelf.shelfId === shelf?.shelfId).length
    const isWholeShelf = shelf !== null && shelf.name !== '' && names.length === onShelf
    if (isWholeShelf) return { kind: 'price', title: isolatedName(shelf.name), products: names, lines: first.lines }
    const title = names.length === 1 ? isolatedName(name) : names.join(', ')
    return { kind: 'price', title, products: [], lines: first.lines }
  })
}

function ticketChanges(
  before: BoardView,
  after: BoardView,
  promotionNames: ReadonlyMap<string, string>,
  words: ForecastWords
): readonly BoardChange[] {
  const had = ticketsOf(before.items)
  const has = ticketsOf(after.items)
  return [...new Set([...had.keys(), ...has.keys()])].flatMap((promotionId) => {
    const was = had.get(promotionId) ?? NONE
    const is = has.get(promotionId) ?? NONE
    const title = isolatedName(promotionNames.get(promotionId) ?? promotionId)
    const coming = after.items.filter(({ productId }) => is.has(productId) && !was.has(productId))
    const going = before.items.filter(({ productId }) => was.has(productId) && !is.has(productId))
    return [
      ...(coming.length === 0 ? [] : [ticketChange(title, coming, words.ticketComes(coming.length))]),
      ...(going.length === 0 ? [] : [ticketChange(title, going, words.ticketGoes(going.length))])
    ]
  })
}

const NONE: ReadonlySet<string> = new Set()

function ticketsOf(items: readonly ViewItem[]): ReadonlyMap<string, ReadonlySet<string>> {
  const products = new Map<string, Set<string>>()
  for (const { productId, tickets } of items)
    for (const { promotionId } of tickets) {
      const on = products.get(promotionId)
      if (on === undefined) products.set(promotionId, new Set([productId]))
      else on.add(productId)
    }
  return products
}

function ticketChange(title: string, items: readonly ViewItem[], line: string): BoardChange {
  return { kind: 'offer', title, products: items.map(({ name }) => isolatedName(name)), lines: [line] }
}
