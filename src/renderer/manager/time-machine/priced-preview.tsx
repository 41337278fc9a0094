import { useState, type ReactElement } from 'react'
import { Button } from 'react-aria-components'
import type { BoardView } from '../../../shared/board-view.ts'
import { LANDSCAPE_SCREEN, Preview, type PreviewScreen } from '../preview.tsx'
import type { TimeMachineWords } from '../words/time-machine-words.ts'
import { type PriceCell, usePriceCells } from './price-cells.ts'

/** Which price is being explained. */
export interface PickedPrice {
  readonly productIds: readonly string[]
  readonly quantity: string | null
}

/** A television that hangs upright. */
const PORTRAIT_SCREEN: PreviewScreen = { widthPx: LANDSCAPE_SCREEN.heightPx, heightPx: LANDSCAPE_SCREEN.widthPx }

/** As the screen hangs; one that turns by itself is looked at as it mostly does. */
function screenOf(view: BoardView): PreviewScreen {
  switch (view.head.screen.orientation) {
    case 'auto':
    case 'landscape':
      return LANDSCAPE_SCREEN
    case 'portrait-left':
    case 'portrait-right':
      return PORTRAIT_SCREEN
  }
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
  /** The most room there is, at 16 to 9. */
  readonly widthPx: number
  readonly page: number
  readonly onPages: (count: number) => void
  readonly picked: PickedPrice | null
  readonly onPick: (picked: PickedPrice) => void
  readonly words: TimeMachineWords
}): ReactElement {
  const { cells, onDrawn } = usePriceCells(view, words)
  const screen = screenOf(view)
  // Upright it is no higher than it would be lying.
  const scale = Math.min(widthPx / screen.widthPx, ((widthPx / 16) * 9) / screen.heightPx)
  return (
    <section aria-label={words.board}>
      <Preview
        view={view}
        screen={screen}
        widthPx={Math.floor(screen.widthPx * scale)}
        page={page}
        onPages={onPages}
        onDrawn={onDrawn}
      >
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
