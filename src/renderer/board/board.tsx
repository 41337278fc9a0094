import { useEffect, useMemo, type ReactElement, type ReactNode } from 'react'
import type { ViewItem, ViewPicture } from '../../shared/board-view.ts'
import type { ScreenReport } from '../../shared/screen-report.ts'
import { footerOf } from '../layout/footer.ts'
import { cycleOf, dwellMsOf, screenReportOf } from '../layout/cycle.ts'
import type { PageGeometry } from '../layout/geometry.ts'
import type { BoardPage } from '../layout/page.types.ts'
import { logoBoxOf } from '../layout/logo-box.ts'
import type { BoardLayout } from '../layout/pages.ts'
import type { FittedText } from '../layout/text-fit.ts'
import { themeInForce, themeVariablesOf } from '../theme/theme-in-force.ts'
import { wordsOf } from '../words/words.ts'
import type { BoardState } from './board-state.ts'
import { boardVariablesOf, storeVariablesOf } from './board-variables.ts'
import { type ShownPage, usePageTurn } from './page-turn.ts'
import { FooterView, PageView } from './page-view.tsx'
import { BoardContext, Lines } from './pieces.tsx'
import { useReadyPictures } from './ready-pictures.ts'
import { typesetterFor } from './typesetter.ts'
import { namesOf } from './unlaid-board.ts'

interface BoardProps {
  readonly state: BoardState
  readonly clock: string | null
  readonly geometry: PageGeometry
  /** Fonts that came after texts had been measured without them. */
  readonly lateFonts: number
  readonly dwellMs: number | null
  /** Turns called by the host so far; 0 where it calls none and the screen turns by itself. */
  readonly beat: number
  /** Told what the host should know of the pages, whenever that is something else. */
  readonly onReport: (report: ScreenReport) => void
  /** The one page that is shown, from 0, where somebody else turns them: a manager's preview. Null or absent turns by itself. */
  readonly heldPage?: number | null
}

const NO_PAGES: readonly BoardPage[] = []

/** The pages of a board, one on the screen at a time. The root carries what is painted: revision, page, pages. */
export function Board({
  state,
  clock,
  geometry: given,
  lateFonts,
  dwellMs,
  beat,
  onReport,
  heldPage = null
}: BoardProps): ReactElement {
  const { changed } = state
  const { view, decode } = useReadyPictures(state.view)
  const { head } = view
  const { screen } = head
  const words = wordsOf(head.language)
  const { diagonalInches, distanceMetres, level, safeMarginPercent } = screen
  // By its figures: every patch brings the screen's settings anew, and measuring all texts again would cost its frame.
  const typesetter = useMemo(
    () =>
      typesetterFor(
        { widthPx: given.widthPx, heightPx: given.heightPx },
        { diagonalInches, distanceMetres, level, safeMarginPercent },
        document
      ),
    // Widths are kept for a page and its fonts: a late font is measured anew.
    // oxlint-disable-next-line react/exhaustive-deps
    [given.widthPx, given.heightPx, diagonalInches, distanceMetres, level, safeMarginPercent, lateFonts]
  )
  useEffect(() => () => typesetter.dispose(), [typesetter])
  const { geometry, measure, wordmark, nameRoomPx, layout } = useMemo(() => typesetter.set(view), [typesetter, view])
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
  const turning = usePageTurn(heldPage === null ? layout.pages : NO_PAGES, dwellOf, beat)
  const { dropLeaving } = turning
  const shown = heldPage === null ? turning.shown : heldAt(heldPage, layout.pages)
  const context = useMemo(() => ({ words, revision: head.revision, changed }), [words, head.revision, changed])
  const pageCount = layout.pages.length
  const current = shown.at(-1)?.index ?? 0
  const isTurning = shown.length > 1
  const { widthPx, heightPx } = geometry
  const report = useMemo(
    () => screenReportOf(cycle, layout.pages, view.items, stayOf),
    [cycle, layout, view.items, stayOf]
  )
  const leftOut = useMemo(() => leftOutOf(layout, view.items), [layout, view.items])
  useEffect(
    () => onReport({ ...report, page: current, widthPx: Math.round(widthPx), heightPx: Math.round(heightPx), leftOut }),
    [onReport, report, current, widthPx, heightPx, leftOut]
  )
  useEffect(() => {
    const next = layout.pages[(current + 1) % Math.max(1, pageCount)]
    // Not during a turn: the machine has enough to draw then.
    if (!isTurning && next !== undefined) decode(picturesOn(next))
  }, [layout, current, pageCount, isTurning, decode])

  return (
    <BoardContext value={context}>
      <main
        className={boardClassOf(geometry, screen.calm)}
        lang={head.language}
        data-theme={themeInForce(window.location.search, screen.theme)}
        style={{
          ...boardVariablesOf(geometry),
          ...themeVariablesOf(window.location.search, screen),
          ...storeVariablesOf(head.storeColour)
        }}
        data-state="board"
        data-revision={head.revision}
        data-page={pageCount === 0 ? 0 : current + 1}
        data-pages={pageCount}
        data-cycle-seconds={cycle.seconds}
        data-readable-metres={geometry.readableMetres ?? undefined}
        data-pictures={view.items.filter(({ picture }) => picture !== null).length}
      >
        <Spine
          name={
            head.logo === null ? (
              <Wordmark text={wordmark} />
            ) : (
              <Logo logo={head.logo} storeName={head.storeName} geometry={geometry} roomPx={nameRoomPx} />
            )
          }
          clock={geometry.portrait ? clock : null}
          page={current + 1}
          pageCount={pageCount}
        />
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
                footer={footerOf([], { geometry, measure, words, head, strains: [] }, false)}
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

/** Names of the products that cannot be laid out; undefined for none. */
function leftOutOf({ skipped }: BoardLayout, items: readonly ViewItem[]): readonly string[] | undefined {
  if (skipped.length === 0) return undefined
  const ids = new Set(skipped.map(({ productId }) => productId))
  return namesOf(items.filter(({ productId }) => ids.has(productId)))
}

function heldAt(page: number, pages: readonly BoardPage[]): readonly ShownPage[] {
  const index = Math.max(0, Math.min(page, pages.length - 1))
  return [{ index, key: index, leaving: false }]
}

function boardClassOf({ portrait, narrow }: PageGeometry, calm: boolean): string {
  return ['board', portrait ? 'portrait' : '', narrow ? 'narrow' : '', calm ? 'calm' : ''].filter(Boolean).join(' ')
}

/** Of more pages than this nobody waits for one, and their number is wider than the spine. */
const MOST_NUMBERED = 999

/** One above the other from ten pages on; from a hundred on a line between them takes the stroke's place. */
function pageNumberClassOf(pageCount: number): string {
  if (pageCount > 99) return 'page-number stacked hundreds'
  return pageCount > 9 ? 'page-number stacked' : 'page-number'
}

function Spine({
  name,
  clock,
  page,
  pageCount
}: {
  readonly name: ReactNode
  readonly clock: string | null
  readonly page: number
  readonly pageCount: number
}): ReactElement {
  return (
    <aside className="spine">
      {name}
      {clock === null ? null : <time className="clock">{clock}</time>}
      {pageCount > 1 && pageCount <= MOST_NUMBERED ? (
        <p className={pageNumberClassOf(pageCount)}>
          <span>{page}</span>
          <span>
            <span className="slash">/</span>
            {pageCount}
          </span>
        </p>
      ) : null}
    </aside>
  )
}

function Wordmark({ text }: { readonly text: FittedText }): ReactElement {
  return (
    <p className={`wordmark ${text.style}`}>
      <Lines lines={text.lines} />
    </p>
  )
}

function Logo({
  logo,
  storeName,
  geometry,
  roomPx
}: {
  readonly logo: ViewPicture
  readonly storeName: string
  readonly geometry: PageGeometry
  readonly roomPx: number
}): ReactElement {
  const { widthPx, heightPx, rotated } = logoBoxOf(logo, geometry, roomPx)
  return (
    <div
      className={rotated ? 'logo rotated' : 'logo'}
      style={rotated ? { width: heightPx, height: widthPx } : { width: widthPx, height: heightPx }}
    >
      <img src={logo.href} alt={storeName} decoding="sync" style={{ width: widthPx, height: heightPx }} />
    </div>
  )
}

function picturesOn(page: BoardPage): readonly string[] {
  return page.leaves.flatMap(({ blocks }) =>
    blocks.flatMap(({ block }) =>
      block.kind === 'class' ? block.lines.flatMap(({ jars }) => jars.flatMap((jar) => jar.picture?.href ?? [])) : []
    )
  )
}
