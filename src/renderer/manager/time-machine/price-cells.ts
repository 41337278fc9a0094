import { useCallback, useEffect, useState } from 'react'
import type { BoardView } from '../../../shared/board-view.ts'
import type { TimeMachineWords } from '../words/time-machine-words.ts'
import { type Box, hitBoxesOf } from './hit-boxes.ts'

/** A price as it stands on the previewed board, in the preview's own pixels. */
export interface PriceCell extends Box {
  /** Stays the same while the board is drawn anew. */
  readonly key: string
  readonly productIds: readonly string[]
  /** Null where the cell stands for a whole product. */
  readonly quantity: string | null
  readonly label: string
  /** Where a press counts for it. */
  readonly hit: Box
}

/** The prices of the page that the preview shows, followed as it is drawn anew. */
export function usePriceCells(
  view: BoardView | null,
  words: TimeMachineWords
): { readonly cells: readonly PriceCell[]; readonly onDrawn: (board: HTMLElement) => void } {
  const [board, setBoard] = useState<HTMLElement | null>(null)
  const [cells, setCells] = useState<readonly PriceCell[]>([])
  useEffect(() => {
    if (board === null || view === null) return
    const measure = (): void => setCells((known) => unlessSame(known, cellsOn(board, view, words)))
    measure()
    // Texts are fitted again when a font comes late, and the page when it is turned.
    const drawn = new MutationObserver(measure)
    drawn.observe(board, { childList: true, subtree: true, characterData: true, attributes: true })
    const resized = new ResizeObserver(measure)
    const place = board.closest('.preview')
    if (place !== null) resized.observe(place)
    return () => {
      drawn.disconnect()
      resized.disconnect()
    }
  }, [board, view, words])
  return { cells, onDrawn: useCallback((drawn: HTMLElement) => setBoard(drawn), []) }
}

function unlessSame(known: readonly PriceCell[], found: readonly PriceCell[]): readonly PriceCell[] {
  return JSON.stringify(known) === JSON.stringify(found) ? known : found
}

function cellsOn(board: HTMLElement, view: BoardView, words: TimeMachineWords): readonly PriceCell[] {
  const place = board.closest('.preview')?.getBoundingClientRect()
  if (place === undefined) return []
  const items = new Map(view.items.map((item) => [item.productId, item]))
  const seen = new Map<string, number>()
  const cells = [...board.querySelectorAll<HTMLElement>('[data-product-id]')].flatMap((cell) => {
    const productIds = (cell.dataset['productId'] ?? '').split(' ')
    const quantity = cell.dataset['quantity'] ?? null
    const item = items.get(productIds[0] ?? '')
    if (item === undefined) return []
    const box = cell.getBoundingClientRect()
    const price = (cell.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
    const label =
      item.shelf === null || item.shelf.name === ''
        ? words.whyProduct(quantity ?? '', item.name, price)
        : words.whyShelf(quantity ?? '', item.shelf.name, price)
    const name = `${productIds.join(' ')} ${quantity}`
    const nth = (seen.get(name) ?? 0) + 1
    seen.set(name, nth)
    return {
      key: `${name} ${nth}`,
      productIds,
      quantity,
      label,
      left: box.left - place.left,
      top: box.top - place.top,
      width: box.width,
      height: box.height
    }
  })
  const hits = hitBoxesOf(cells, place)
  return cells.map((cell, index) => ({ ...cell, hit: hits[index] ?? cell }))
}
