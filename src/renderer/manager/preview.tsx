import { useCallback, useEffect, useMemo, useReducer, useRef, useState, type ReactElement, type ReactNode } from 'react'
import type { BoardView } from '../../shared/board-view.ts'
import { withView } from '../board/board-state.ts'
import { Board } from '../board/board.tsx'
import { fontGateFor } from '../board/font-gate.ts'
import { geometryOf } from '../layout/geometry.ts'

/** Pixels of the screen that is looked at. */
export interface PreviewScreen {
  readonly widthPx: number
  readonly heightPx: number
}

export const LANDSCAPE_SCREEN: PreviewScreen = { widthPx: 1920, heightPx: 1080 }

/**
 * A screen's board at a scale: the board itself, laid out for the screen's own pixels, never a drawing of it. `page` counts
 * from 0. `children` lie over it, in the preview's own pixels. Its text is out of reach of the keyboard and of readers: what
 * can be done with it stands in `children`, and what it says is the screen's.
 */
export function Preview({
  view,
  screen = LANDSCAPE_SCREEN,
  widthPx,
  page,
  onPages,
  onDrawn,
  children = null
}: {
  readonly view: BoardView
  readonly screen?: PreviewScreen
  /** How wide it stands in this window. */
  readonly widthPx: number
  readonly page: number
  readonly onPages: (count: number) => void
  /** The board's element, each time it may have been drawn anew. */
  readonly onDrawn?: (board: HTMLElement) => void
  readonly children?: ReactNode
}): ReactElement {
  const scale = widthPx / screen.widthPx
  const place = useRef<HTMLDivElement>(null)
  const [lateFonts, countLateFont] = useReducer((count: number) => count + 1, 0)
  const shown = useGatedView(view, countLateFont)
  const geometry = useMemo(() => geometryOf(screen.widthPx, screen.heightPx), [screen.widthPx, screen.heightPx])
  const state = useMemo(() => (shown === null ? null : withView(null, shown)), [shown])
  const onReport = useCallback(({ pages }: { readonly pages: number }) => onPages(pages), [onPages])
  useEffect(() => {
    const board = place.current?.querySelector<HTMLElement>('.board') ?? null
    if (board !== null) onDrawn?.(board)
    // Drawn anew by whichever of these differs.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [state, page, widthPx, lateFonts, onDrawn])

  return (
    <div className="preview" style={{ width: widthPx, height: Math.round(screen.heightPx * scale) }}>
      <div
        className="preview-board"
        ref={place}
        aria-hidden="true"
        inert
        style={{ width: screen.widthPx, height: screen.heightPx, transform: `scale(${scale})` }}
      >
        {state === null ? null : (
          <Board
            state={state}
            clock={state.view.head.clock}
            geometry={geometry}
            lateFonts={lateFonts}
            dwellMs={null}
            beat={0}
            onReport={onReport}
            heldPage={page}
          />
        )}
      </div>
      {children}
    </div>
  )
}

/** The view once its fonts are there, as on a board: text is measured in the letters it is drawn in. */
function useGatedView(view: BoardView, onLateFont: () => void): BoardView | null {
  const [shown, setShown] = useState<BoardView | null>(null)
  useEffect(() => {
    const gate = fontGateFor(document.fonts, onLateFont)
    gate.pass(view, setShown)
    return gate.end
  }, [view, onLateFont])
  return shown
}
