import { useState, type ReactElement } from 'react'
import { Button } from 'react-aria-components'
import type { BoardView } from '../../../shared/board-view.ts'
import { Preview } from '../preview.tsx'
import type { TimeMachineWords } from '../words/time-machine-words.ts'
import { type PriceCell, usePriceCells } from './price-cells.ts'

/** Which price is being explained. */
export interface PickedPrice {
  readonly productIds: readonly string[]
  readonly quantity: string | null
}

/** The board at a scale; each of its prices is a button that asks why. */
export function PricedPreview({
  view,
  widthPx,
  page,
  onPages,
  picked,
  onPick,
  words
}: {
  readonly view: BoardView
  readonly widthPx: number
  readonly page: number
  readonly onPages: (count: number) => void
  readonly picked: PickedPrice | null
  readonly onPick: (picked: PickedPrice) => void
  readonly words: TimeMachineWords
}): ReactElement {
  const { cells, onDrawn } = usePriceCells(view, words)
  return (
    <section aria-label={words.board}>
      <Preview view={view} widthPx={widthPx} page={page} onPages={onPages} onDrawn={onDrawn}>
        {cells.map((cell) => (
          <Button
            className={isPicked(cell, picked) ? 'why picked' : 'why'}
            data-theme={view.head.screen.theme}
            aria-label={cell.label}
            aria-pressed={isPicked(cell, picked)}
            key={`${cell.productIds.join(' ')} ${cell.quantity} ${cell.left} ${cell.top}`}
            style={{ left: cell.left, top: cell.top, width: cell.width, height: cell.height }}
            onPress={() => onPick({ productIds: cell.productIds, quantity: cell.quantity })}
          />
        ))}
      </Preview>
    </section>
  )
}

function isPicked(cell: PriceCell, picked: PickedPrice | null): boolean {
  return (
    picked !== null && cell.quantity === picked.quantity && cell.productIds.some((id) => id === picked.productIds[0])
  )
}

/** How many pages the board has, and which is shown; a board with fewer shows its last. */
export function usePages(): {
  readonly page: number
  readonly count: number
  readonly setPage: (page: number) => void
  readonly setCount: (count: number) => void
} {
  const [page, setPage] = useState(0)
  const [count, setCount] = useState(1)
  return { page: Math.min(page, Math.max(0, count - 1)), count, setPage, setCount }
}
