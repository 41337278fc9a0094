import type { KioskBasket, KioskLine, KioskQuantity } from '../../shared/kiosk.ts'
import { type Filters, NO_FILTERS } from './filters.ts'

/** As many lines as the host adds up. */
export const MOST_LINES = 500

/** What a list shows: a class, everything, or what is on promotion. */
export type Place =
  | { readonly kind: 'all' }
  | { readonly kind: 'class'; readonly name: string }
  | { readonly kind: 'promotion' }

export type KioskPage =
  | { readonly kind: 'start' }
  | { readonly kind: 'menu' }
  | { readonly kind: 'list'; readonly place: Place }
  | { readonly kind: 'search' }
  | { readonly kind: 'filter'; readonly place: Place }
  | { readonly kind: 'product'; readonly productId: string; readonly from: ListPage }
  | { readonly kind: 'basket'; readonly from: KioskPage }
  | { readonly kind: 'hand-over' }

export type ListPage = Extract<KioskPage, { readonly kind: 'list' | 'search' | 'basket' }>

/** A line as the shopper asked for it, in words that are there before the host has added it up. */
export interface PageLine extends KioskLine, KioskQuantity {
  readonly name: string
}

/** All that a kiosk knows of whoever stands before it; gone with them. */
export interface KioskState {
  readonly page: KioskPage
  readonly filters: Filters
  readonly text: string
  readonly lines: readonly PageLine[]
  /** As they were when the shopper changed them last: what is to be added up. */
  readonly askedLines: readonly PageLine[]
  readonly rewardId: string | null
  /** Counts what the shopper did to the basket: an answer to an older one says nothing of it. */
  readonly basketVersion: number
  /** What the basket came to when the host said so last; of an older one while `isPending`. */
  readonly basket: KioskBasket | null
  /** The host could not say. */
  readonly isUnpriced: boolean
  /** The basket was changed, and the host has not said what it comes to: no amount of it is known. */
  readonly isPending: boolean
  readonly isFull: boolean
}

export type KioskAct =
  | { readonly kind: 'go'; readonly page: KioskPage }
  | { readonly kind: 'reset' }
  | { readonly kind: 'filter'; readonly filters: Filters }
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'add'; readonly line: PageLine }
  | { readonly kind: 'set-line'; readonly line: PageLine }
  | { readonly kind: 'remove'; readonly productId: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'reward'; readonly rewardId: string | null }
  /** What the basket comes to is asked of the host. */
  | { readonly kind: 'asked' }
  | { readonly kind: 'priced'; readonly version: number; readonly basket: KioskBasket | null }

export const AT_START: KioskState = {
  page: { kind: 'start' },
  filters: NO_FILTERS,
  text: '',
  lines: [],
  askedLines: [],
  rewardId: null,
  basketVersion: 0,
  basket: null,
  isUnpriced: false,
  isPending: false,
  isFull: false
}

export function kioskAfter(state: KioskState, act: KioskAct): KioskState {
  switch (act.kind) {
    case 'go':
      return { ...state, page: act.page, text: act.page.kind === 'menu' ? '' : state.text }
    case 'reset':
      // Versions go on, so that no answer to the last shopper's basket is taken for this one's.
      return { ...AT_START, basketVersion: state.basketVersion + 1 }
    case 'filter':
      return { ...state, filters: act.filters }
    case 'type':
      return { ...state, text: act.text.slice(0, 60) }
    case 'add':
      return state.lines.length >= MOST_LINES
        ? { ...state, isFull: true }
        : withLines(state, [...state.lines, act.line])
    case 'set-line': {
      const { line } = act
      const isThere = state.lines.some(({ productId }) => productId === line.productId)
      if (!isThere) return kioskAfter(state, { kind: 'add', line })
      const others = state.lines.filter(
        ({ productId }, at) =>
          productId !== line.productId || at === state.lines.findIndex((one) => one.productId === line.productId)
      )
      return withLines(
        state,
        others.map((one) => (one.productId === line.productId ? line : one))
      )
    }
    case 'remove':
      return withLines(
        state,
        state.lines.filter(({ productId }) => productId !== act.productId)
      )
    case 'empty':
      return withLines(state, [])
    case 'reward':
      return { ...state, rewardId: act.rewardId, basketVersion: state.basketVersion + 1, isPending: true }
    case 'asked':
      return { ...state, isPending: true }
    case 'priced':
      return pricedAs(state, act.version, act.basket)
  }
}

function withLines(state: KioskState, lines: readonly PageLine[]): KioskState {
  return {
    ...state,
    lines,
    askedLines: lines,
    basketVersion: state.basketVersion + 1,
    basket: lines.length === 0 ? null : state.basket,
    isUnpriced: lines.length === 0 ? false : state.isUnpriced,
    isPending: lines.length > 0,
    isFull: false
  }
}

function pricedAs(state: KioskState, version: number, basket: KioskBasket | null): KioskState {
  if (version !== state.basketVersion) return state
  if (basket === null) return { ...state, basket: null, isUnpriced: true, isPending: false }
  // Lines of one product are one from here on, as the host added them up.
  const lines = basket.lines.map(({ productId, quantity, said, name }) => ({ productId, quantity, said, name }))
  return { ...state, lines, basket, isUnpriced: false, isPending: false }
}

/** How many products are in the basket, each counted once. */
export function basketCountOf({ lines }: Pick<KioskState, 'lines'>): number {
  return new Set(lines.map(({ productId }) => productId)).size
}

/** Lines as the host is told them. */
export function linesToAsk(lines: readonly PageLine[]): readonly KioskLine[] {
  return lines.map(({ productId, quantity }) => ({ productId, quantity }))
}
