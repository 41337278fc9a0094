import type { BoardSet, ScreenSettings } from '../../shared/screen-settings.ts'
import type { ProductFacts } from '../board/board-facts.ts'
import { shelfOf } from '../pricing/ladder.ts'
import { isInClass } from './board-set.ts'

/** Whether a product is of a set that the screen shows at some time of the day, as far as that does not change by itself. */
export function mayBeOnScreen(product: ProductFacts, { set, timedSets }: ScreenSettings): boolean {
  return [set, ...timedSets.map((timed) => timed.set)].some((each) => mayBeInSet(product, each))
}

function mayBeInSet(product: ProductFacts, set: BoardSet): boolean {
  switch (set.kind) {
    case 'full':
    case 'on-promotion':
    case 'new-arrivals':
      return true
    case 'classifications':
      return isInClass(product.classification, set.paths)
    case 'shelf':
      return shelfOf(product.records)?.shelfId === set.shelfId
  }
}
