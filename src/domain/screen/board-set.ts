import type { BoardItem } from '../../shared/board-snapshot.ts'
import type { BoardSet } from '../../shared/screen-settings.ts'
import { sortKeyOf } from '../order/code-points.ts'

/** What a set is decided by, beside the item itself. */
export interface SetFacts {
  readonly isNew: boolean
}

/**
 * Whether a product belongs to a screen's set (docs/board.md, Sets). A classification path holds everything below it,
 * compared without case. "On promotion" is a badge, or a rung whose price in force is below its regular one.
 */
export function isInSet(item: BoardItem, set: BoardSet, facts: SetFacts): boolean {
  switch (set.kind) {
    case 'full':
      return true
    case 'classifications':
      return isInClass(item.classification, set.paths)
    case 'shelf':
      return item.shelf?.shelfId === set.shelfId
    case 'on-promotion':
      return (
        item.badges.length > 0 ||
        item.ladder.some((rung) => rung.deal !== null || (rung.source !== 'regular' && rung.price !== rung.regular))
      )
    case 'new-arrivals':
      return facts.isNew
  }
}

/** Whether a classification is one of these, or below one. */
export function isInClass(classification: readonly string[], paths: readonly (readonly string[])[]): boolean {
  return paths.some((path) => startsWithPath(classification, path))
}

function startsWithPath(classification: readonly string[], path: readonly string[]): boolean {
  return (
    path.length > 0 &&
    path.length <= classification.length &&
    path.every((part, index) => sortKeyOf(part) === sortKeyOf(classification[index] ?? ''))
  )
}
