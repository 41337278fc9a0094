import type { BoardView, BoardViewPatch, ViewHead, ViewItem } from '../../shared/board-view.ts'
import { isDrawable } from './drawable-item.ts'

/** What the screen shows, and the cells whose price has just changed. */
export interface BoardState {
  readonly view: BoardView
  readonly changed: ReadonlySet<string>
}

const NOTHING: ReadonlySet<string> = new Set()

/** Names a rung of a product on the board. */
export function cellKeyOf(productId: string, quantity: string): string {
  return `${productId} ${quantity}`
}

/** A whole new board. The same one again (after a reconnect) is the same state, so that nothing is drawn anew. */
export function withView(state: BoardState | null, view: BoardView): BoardState {
  const sound = { head: view.head, items: view.items.filter(isDrawable) }
  if (state === null) return { view: sound, changed: NOTHING }
  return withItems(state, sound.head, sound.items)
}

/** A patch, applied whole: items replaced or added, removed ones gone, all in the order given. */
export function withPatch(state: BoardState, patch: BoardViewPatch): BoardState {
  const byId = new Map(state.view.items.map((item) => [item.productId, item]))
  for (const item of patch.items) {
    const { productId } = item
    if (isDrawable(item)) byId.set(productId, item)
    // Its old price is no longer true.
    else byId.delete(productId)
  }
  for (const productId of patch.removed) byId.delete(productId)
  const order = patch.order ?? [...byId.keys()]
  const items = order.flatMap((productId) => byId.get(productId) ?? [])
  return withItems(state, patch.head, items)
}

/** The same board without its marks of change. */
export function calmed(state: BoardState): BoardState {
  return state.changed.size === 0 ? state : { view: state.view, changed: NOTHING }
}

/**
 * The same board without an amount, and without an offer that names one: what a screen shows whose host has been silent for
 * longer than its prices may be shown. The words are the host's.
 */
export function withoutAmounts({ view }: BoardState): BoardState {
  const { head } = view
  const items = view.items.map((item): ViewItem => ({
    ...item,
    tickets: [],
    rungs: item.rungs.map((rung) => ({
      ...rung,
      youPay: null,
      shelfPrice: null,
      regular: null,
      unitPrice: null,
      best: false,
      reduced: false,
      until: null,
      groupPays: null
    })),
    ...(item.kiosk === undefined ? {} : { kiosk: { ...item.kiosk, price: null, offers: null } })
  }))
  return { view: { head: { ...head, heldLine: head.askLine, legend: [], panels: null }, items }, changed: NOTHING }
}

function withItems(state: BoardState, head: ViewHead, items: readonly ViewItem[]): BoardState {
  const before = new Map(state.view.items.map((item) => [item.productId, item]))
  const changed = new Set<string>()
  const kept = items.map((item) => {
    const old = before.get(item.productId)
    if (old === undefined) return item
    if (sameValue(old, item)) return old
    for (const key of changedCellsOf(old, item)) changed.add(key)
    return item
  })
  const sameItems = kept.length === state.view.items.length && kept.every((item, at) => item === state.view.items[at])
  const sameHead = sameValue(state.view.head, head)
  if (sameItems && sameHead) return state
  return {
    view: { head: sameHead ? state.view.head : head, items: sameItems ? state.view.items : kept },
    changed: changed.size > 0 ? changed : NOTHING
  }
}

function changedCellsOf(old: ViewItem, item: ViewItem): string[] {
  const payBefore = new Map(old.rungs.map((rung) => [rung.quantity, rung.youPay?.digits]))
  return item.rungs
    .filter((rung) => payBefore.has(rung.quantity) && payBefore.get(rung.quantity) !== rung.youPay?.digits)
    .map((rung) => cellKeyOf(item.productId, rung.quantity))
}

function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const aEntries = Object.entries(a)
  if (aEntries.length !== Object.keys(b).length) return false
  const other: Readonly<Record<string, unknown>> = { ...b }
  return aEntries.every(([key, value]) => key in other && sameValue(value, other[key]))
}
