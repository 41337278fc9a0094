import type { PlacedBlock } from './page.types.ts'
import type { FittedText } from './text-fit.ts'

/** A page being filled: how much of each leaf is taken, and which offers its footer must explain. */
export interface OpenPage {
  readonly section: string
  readonly heading: FittedText
  readonly headerPx: number
  readonly keyInFooter: boolean
  readonly leaves: readonly OpenLeaf[]
  /** Sections that go on from this page, besides the one that leads it. */
  readonly begun: string[]
  readonly promotionIds: Set<string>
  readonly productIds: Set<string>
  /** False on a page that holds its products only without the words of their offers; the tickets stay. */
  readonly explains: boolean
  /** Least height of the leaves that classes may fill: lower than the body where leaves are balanced. */
  readonly limitPx: number
  /** Kept for the words of offers that are still to come. */
  readonly reservedPx: number
  footerPx: number
  /** The leaf into which classes flow now: they go down a leaf, then on, and never back. */
  flowLeaf: number
}

export interface OpenLeaf {
  readonly blocks: PlacedBlock[]
  usedPx: number
}

/** How a page is filled. */
export interface Filling {
  /** With the words of its offers. */
  readonly explains: boolean
  /** Height that no leaf goes beyond, besides the body's. */
  readonly limitPx: number
  /** Kept free for a footer that is not needed yet. */
  readonly reservedPx: number
  /** The section stands on this page alone. */
  readonly whole: boolean
}

/** A page of its own to go on filling: the given one stays as it is. */
export function copyOf(page: OpenPage): OpenPage {
  return {
    ...page,
    leaves: page.leaves.map((leaf) => ({ blocks: [...leaf.blocks], usedPx: leaf.usedPx })),
    begun: [...page.begun],
    promotionIds: new Set(page.promotionIds),
    productIds: new Set(page.productIds)
  }
}

export function usedPxOf(page: OpenPage): number {
  return page.leaves.reduce((sum, leaf) => sum + leaf.usedPx, 0)
}
