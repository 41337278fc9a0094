import { useLayoutEffect, useRef, useState, type CSSProperties, type ReactElement } from 'react'
import { Button } from 'react-aria-components'
import type { BoardView } from '../../../shared/board-view.ts'
import { LANDSCAPE_SCREEN, Preview, type PreviewScreen } from '../preview.tsx'
import type { TimeMachineWords } from '../words/time-machine-words.ts'
import { useRoving } from '../roving.ts'
import type { Box } from './hit-boxes.ts'
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

/**
 * Of the screen's own pixels: the smallest price of a board, in rows that deals have made close, is then as high as a
 * fingertip needs.
 */
const LARGE_SCALE = 0.56

/** Whether a board is looked at larger unless somebody says otherwise: upright it would be a stamp, and fingers are thick. */
export function isLargeAtFirst(view: BoardView): boolean {
  return screenOf(view) === PORTRAIT_SCREEN || window.matchMedia('(pointer: coarse)').matches
}

/** The board at a scale; each of its prices is a button that asks why. */
export function PricedPreview({
  view,
  room,
  isLarge,
  page,
  onPages,
  picked,
  onPick,
  oldNote,
  words
}: {
  readonly view: BoardView
  /** The most room there is. */
  readonly room: { readonly widthPx: number; readonly heightPx: number }
  /** In part, scrolled, and not whole. */
  readonly isLarge: boolean
  readonly page: number
  readonly onPages: (count: number) => void
  readonly picked: PickedPrice | null
  readonly onPick: (picked: PickedPrice) => void
  /** Which board this is, while another one is on its way; null for the one that was asked for. */
  readonly oldNote: string | null
  readonly words: TimeMachineWords
}): ReactElement {
  const { cells, onDrawn } = usePriceCells(view, words)
  const pickedKey = cells.find((cell) => isPicked(cell, picked))?.key ?? null
  const { stop, rover } = useRoving(
    cells.map(({ key }) => key),
    pickedKey
  )
  const frame = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    frame.current?.scrollTo(0, 0)
    // Another page begins at its top.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [page])
  const screen = screenOf(view)
  const whole = Math.min(room.widthPx / screen.widthPx, room.heightPx / screen.heightPx)
  const scale = isLarge ? Math.max(whole, LARGE_SCALE) : whole
  return (
    <section className={oldNote === null ? 'board-place' : 'board-place old'} aria-label={words.board}>
      <div className="board-frame" ref={frame} style={{ maxWidth: room.widthPx, maxHeight: room.heightPx }}>
        <Preview
          view={view}
          screen={screen}
          widthPx={Math.floor(screen.widthPx * scale)}
          page={page}
          onPages={onPages}
          onDrawn={onDrawn}
        >
          {/* Of one Tab stop; what is in it has the focus. */}
          {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus */}
          <div className="whys" role="toolbar" aria-label={words.prices} {...rover}>
            {cells.map((cell) => (
              <Button
                className={cell.key === pickedKey || isPicked(cell, picked) ? 'why picked' : 'why'}
                data-theme={view.head.screen.theme}
                data-rover={cell.key}
                excludeFromTabOrder={cell.key !== stop}
                aria-label={cell.label}
                aria-pressed={isPicked(cell, picked)}
                key={cell.key}
                style={placeOf(cell.hit)}
                onPress={() => onPick({ productIds: cell.productIds, quantity: cell.quantity })}
              >
                <i className="why-mark" style={placeOf(cell, cell.hit)} />
              </Button>
            ))}
          </div>
        </Preview>
      </div>
      {oldNote === null ? null : <p className="old-note">{oldNote}</p>}
    </section>
  )
}

function placeOf(
  { left, top, width, height }: Box,
  within: Pick<Box, 'left' | 'top'> = { left: 0, top: 0 }
): CSSProperties {
  return { left: left - within.left, top: top - within.top, width, height }
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
