import { useEffect, useMemo, type ReactElement } from 'react'
import type { ScreenReport } from '../../shared/screen-report.ts'
import { footerOf } from '../layout/footer.ts'
import { cycleOf, dwellMsOf, screenReportOf } from '../layout/cycle.ts'
import { amPxOf, geometryOf, withBandLines, type PageGeometry } from '../layout/geometry.ts'
import type { BoardPage } from '../layout/page.types.ts'
import { layOutBoard } from '../layout/pages.ts'
import { fitTextAnyway, type FittedText, type MeasureText } from '../layout/text-fit.ts'
import { themeInForce } from '../theme/theme-in-force.ts'
import { wordsOf } from '../words/words.ts'
import type { BoardState } from './board-state.ts'
import { boardVariablesOf, storeVariablesOf } from './board-variables.ts'
import { usePageTurn } from './page-turn.ts'
import { FooterView, PageView } from './page-view.tsx'
import { BoardContext, Lines } from './pieces.tsx'
import { textMeasurerFor } from './text-measurer.ts'

interface BoardProps {
  readonly state: BoardState
  readonly clock: string | null
  readonly geometry: PageGeometry
  readonly dwellMs: number | null
  /** Turns called by the host so far; 0 where it calls none and the screen turns by itself. */
  readonly beat: number
  /** Told what the host should know of the pages, whenever that is something else. */
  readonly onReport: (report: ScreenReport) => void
}

/** The pages of a board, one on the screen at a time. The root carries what is painted: revision, page, pages. */
export function Board({ state, clock, geometry: given, dwellMs, beat, onReport }: BoardProps): ReactElement {
  const { view, changed } = state
  const { head } = view
  const { screen } = head
  const words = wordsOf(head.language)
  const { diagonalInches, distanceMetres, level } = screen
  // By its figures: every patch brings the screen's settings anew, and measuring all texts again would cost its frame.
  const base = useMemo(
    () =>
      geometryOf(
        given.widthPx,
        given.heightPx,
        amPxOf(given.widthPx, given.heightPx, { diagonalInches, distanceMetres, level })
      ),
    [given.widthPx, given.heightPx, diagonalInches, distanceMetres, level]
  )
  const measure = useMeasurer(base)
  const wordmark = useMemo(() => fitWordmark(head.storeName, base, measure), [head.storeName, base, measure])
  const geometry = useMemo(() => withBandLines(base, wordmark.lines.length), [base, wordmark])
  const layout = useMemo(() => layOutBoard(view, geometry, measure), [view, geometry, measure])
  useEffect(() => {
    for (const { productId, cause } of layout.skipped) console.error(`product ${productId} left out`, cause)
  }, [layout])
  const dwellOf = useMemo(
    () => (each: BoardPage) => dwellMs ?? dwellMsOf(each, screen.dwellMs),
    [dwellMs, screen.dwellMs]
  )
  // A host that calls the turns calls them at the screen's dwell, however full a page is.
  const isCalled = beat > 0
  const stayOf = useMemo(() => (isCalled ? () => screen.dwellMs : dwellOf), [isCalled, screen.dwellMs, dwellOf])
  const cycle = useMemo(() => cycleOf(layout.pages, stayOf, level), [layout, stayOf, level])
  useEffect(
    () => onReport(screenReportOf(cycle, layout.pages, view.items, stayOf)),
    [onReport, cycle, layout, view.items, stayOf]
  )
  const { shown, dropLeaving } = usePageTurn(layout.pages, dwellOf, beat)
  const context = useMemo(() => ({ words, revision: head.revision, changed }), [words, head.revision, changed])
  const pageCount = layout.pages.length
  const current = shown.at(-1)?.index ?? 0

  return (
    <BoardContext value={context}>
      <main
        className={boardClassOf(geometry, screen.calm)}
        lang={head.language}
        data-theme={themeInForce(window.location.search, screen.theme)}
        style={{ ...boardVariablesOf(geometry), ...storeVariablesOf(head.storeColour) }}
        data-state="board"
        data-revision={head.revision}
        data-page={pageCount === 0 ? 0 : current + 1}
        data-pages={pageCount}
        data-cycle-seconds={cycle.seconds}
      >
        <Spine wordmark={wordmark} clock={geometry.portrait ? clock : null} page={current + 1} pageCount={pageCount} />
        <div className="stack">
          {pageCount === 0 ? (
            <div className="sheet empty">
              <header className="one">
                <span />
                <div className="meta">
                  {clock === null || geometry.portrait ? null : <time className="clock">{clock}</time>}
                </div>
              </header>
              <p className="message">{words.empty}</p>
              <FooterView
                footer={footerOf([], { geometry, measure, words, head }, false)}
                strains={[]}
                stale={head.stale}
                geometry={geometry}
              />
            </div>
          ) : null}
          {shown.map(({ index, key, leaving }) => {
            const page = layout.pages[index]
            return page === undefined ? null : (
              <div
                className={leaving ? 'sheet leaving' : 'sheet'}
                aria-hidden={leaving}
                // A price's pulse inside it ends too, and is not meant.
                onAnimationEnd={({ target, currentTarget }) => {
                  if (leaving && target === currentTarget) dropLeaving()
                }}
                key={key}
              >
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

function boardClassOf({ portrait, narrow }: PageGeometry, calm: boolean): string {
  return ['board', portrait ? 'portrait' : '', narrow ? 'narrow' : '', calm ? 'calm' : ''].filter(Boolean).join(' ')
}

function Spine({
  wordmark,
  clock,
  page,
  pageCount
}: {
  readonly wordmark: FittedText
  readonly clock: string | null
  readonly page: number
  readonly pageCount: number
}): ReactElement {
  return (
    <aside className="spine">
      <p className={`wordmark ${wordmark.style}`}>
        <Lines lines={wordmark.lines} />
      </p>
      {clock === null ? null : <time className="clock">{clock}</time>}
      {pageCount > 1 ? (
        <p className={pageCount > 9 ? 'page-number stacked' : 'page-number'}>
          <span>{page}</span>
          <span>/{pageCount}</span>
        </p>
      ) : null}
    </aside>
  )
}

/** Along the short edge; in portrait beside the clock and the page. */
function fitWordmark(storeName: string, geometry: PageGeometry, measure: MeasureText): FittedText {
  const am = geometry.amPx
  const roomPx = geometry.portrait
    ? geometry.leafPx - measure('12:59 p.m.', 'clock') - 80 * am
    : geometry.heightPx - 2 * geometry.safeYPx - 80 * am
  return fitTextAnyway(measure, storeName, ['wordmark-112', 'wordmark-84', 'wordmark-62'], roomPx)
}
