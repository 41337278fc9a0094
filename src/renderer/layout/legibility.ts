import type { TextStyle } from './text-fit.ts'

/**
 * Least cap height of every style in arcminutes (design, "Type"): what a board never goes below, whatever it holds.
 * Content that does not fit makes another page.
 */
export const LEAST_CAP_AM: Readonly<Record<TextStyle, number>> = {
  'heading-122': 32,
  'heading-110': 32,
  'title-100': 20,
  'title-90': 20,
  'title-80': 20,
  'title-70': 20,
  'title-62': 20,
  'offer-short': 40,
  'offer-long': 22,
  'name-90': 20,
  'name-84': 20,
  'name-80': 20,
  'quantity-any': 20,
  'quantity-90': 20,
  'quantity-80': 20,
  'rail-price': 24,
  'label-price': 20,
  clock: 14,
  detail: 14,
  'detail-strong': 14,
  'age-stale': 14,
  best: 14,
  ticket: 14,
  state: 14,
  'price-sign': 14,
  'wordmark-112': 14,
  'wordmark-84': 14,
  'wordmark-62': 14
}

/** Nothing on a board is smaller, of whatever style. */
export const LEAST_AM = 14
