import { useEffect, useMemo, type ReactElement } from 'react'
import { footerOf } from '../layout/footer.ts'
import type { PageGeometry } from '../layout/geometry.ts'
import { layOutBoard } from '../layout/pages.ts'
import { fitTextAnyway, type FittedText, type MeasureText } from '../layout/text-fit.ts'
import { wordsOf } from '../words/words.ts'
import type { BoardState } from './board-state.ts'
import { boardVariablesOf } from './board-variables.ts'
import { DEFAULT_DWELL_MS, usePageTurn } from './page-turn.ts'
import { FooterView, PageView } from './page-view.tsx'
import { BoardContext, Lines } from './pieces.tsx'
import { textMeasurerFor } from './text-measurer.ts'

interface BoardProps {
  readonly state: BoardState
  readonly clock: string | null
  readonly geometry: PageGeometry
  readonly dwellMs: number | null
}

/** The pages of a board, one on the screen at a time. The root carries what is painted: revision, page, pages. */
export function Board({ state, clock, geometry, dwellMs }: BoardProps): ReactElement {
  const { view, changed } = state
  const { head } = view
  const words = wordsOf(head.language)
  const measure = useMeasurer(geometry)
  const layout = useMemo(() => layOutBoard(view, geometry, measure), [view, geometry, measure])
  useEffect(() => {
    for (const { productId, cause } of layout.skipped) console.error(`product ${productId} left out`, cause)
  }, [layout])
  const shown = usePageTurn(layout.pages, dwellMs ?? DEFAULT_DWELL_MS)
  const context = useMemo(() => ({ words, revision: head.revision, changed }), [words, head.revision, changed])
  const pageCount = layout.pages.length
  const current = shown.at(-1)?.index ?? 0

  return (
    <BoardContext value={context}>
      <main
        className="board"
        lang={head.language}
        style={boardVariablesOf(geometry)}
        data-state="board"
        data-revision={head.revision}
        data-page={pageCount === 0 ? 0 : current + 1}
        data-pages={pageCount}
      >
        <Spine
          storeName={head.storeName}
          page={current + 1}
          pageCount={pageCount}
          geometry={geometry}
          measure={measure}
        />
        <div className="stack">
          {pageCount === 0 ? (
            <div className="sheet empty">
              <header className="one">
                <span />
                <div className="meta">{clock === null ? null : <time className="clock">{clock}</time>}</div>
              </header>
              <p className="message">{words.empty}</p>
              <FooterView
                footer={footerOf([], { geometry, measure, words, head })}
                stale={head.stale}
                leafCount={geometry.leafCount}
              />
            </div>
          ) : null}
          {shown.map(({ index, key, leaving }) => {
            const page = layout.pages[index]
            return page === undefined ? null : (
              <div className={leaving ? 'sheet leaving' : 'sheet'} aria-hidden={leaving} key={key}>
                <PageView page={page} head={head} clock={clock} geometry={geometry} />
              </div>
            )
          })}
        </div>
      </main>
    </BoardContext>
  )
}

function useMeasurer(geometry: PageGeometry): MeasureText {
  const measure = useMemo(() => textMeasurerFor(geometry, document), [geometry])
  useEffect(() => () => measure.dispose(), [measure])
  return measure
}

function Spine({
  storeName,
  page,
  pageCount,
  geometry,
  measure
}: {
  readonly storeName: string
  readonly page: number
  readonly pageCount: number
  readonly geometry: PageGeometry
  readonly measure: MeasureText
}): ReactElement {
  const name = useMemo(() => fitWordmark(storeName, geometry, measure), [storeName, geometry, measure])
  return (
    <aside className="spine">
      <p className={`wordmark ${name.style}`}>
        <Lines lines={name.lines} />
      </p>
      {pageCount > 1 ? (
        <p className={pageCount > 9 ? 'page-number stacked' : 'page-number'}>
          <span>{page}</span>
          <span>/{pageCount}</span>
        </p>
      ) : null}
    </aside>
  )
}

function fitWordmark(storeName: string, geometry: PageGeometry, measure: MeasureText): FittedText {
  const roomPx = geometry.heightPx - 2 * geometry.safeYPx - 80 * geometry.amPx
  return fitTextAnyway(measure, storeName, ['wordmark-112', 'wordmark-84', 'wordmark-62'], roomPx)
}
