import { useCallback, useEffect, useMemo, useReducer, useRef, useState, type Dispatch, type ReactElement } from 'react'
import type { BoardView } from '../../shared/board-view.ts'
import type { TopshelfBridge } from '../../shared/channels.ts'
import type { KioskBasket, KioskReply } from '../../shared/kiosk.ts'
import { storeVariablesOf } from '../board/board-variables.ts'
import type { ScreenSize } from '../board/screen-size.ts'
import { themeInForce, themeVariablesOf } from '../theme/theme-in-force.ts'
import { BasketPage } from './basket-page.tsx'
import { ListPageView, MenuPage } from './browse-pages.tsx'
import { FilterPage } from './filter-page.tsx'
import { HandOverPage } from './hand-over-page.tsx'
import { useHandsOff } from './hands-off.ts'
import { useIdle } from './idle.ts'
import './kiosk.css'
import { AT_START, type KioskAct, kioskAfter, type KioskState, linesToAsk, type PageLine } from './kiosk-state.ts'
import { latestCall } from './latest-call.ts'
import { KioskProvider, type KioskSetting, KioskStateProvider, wordsFor } from './pieces.tsx'
import { ProductPage } from './product-page.tsx'
import { orUnavailable } from './product-sheet-asked.ts'
import { SearchPage } from './search-page.tsx'
import { StartFrom } from './start-from.tsx'
import { StartPage } from './start-page.tsx'

interface KioskProps {
  readonly view: BoardView
  readonly bridge: TopshelfBridge
  readonly size: ScreenSize
}

/** A menu to be touched, over the view that a board would show. What cannot be drawn begins anew. */
export default function Kiosk(props: KioskProps): ReactElement {
  return <StartFrom>{() => <RunningKiosk {...props} />}</StartFrom>
}

function RunningKiosk({ view, bridge, size }: KioskProps): ReactElement {
  const [state, act] = useReducer(kioskAfter, AT_START)
  const [said, setSaid] = useState('')
  const { head } = view
  const { words, boardWords } = useMemo(() => wordsFor(head.language), [head.language])
  const isWide = size.widthPx > size.heightPx
  const unitPx = isWide
    ? Math.min(size.widthPx / 1920, size.heightPx / 1080)
    : Math.min(size.widthPx / 1080, size.heightPx / 1920)
  const setting = useMemo(
    (): KioskSetting => ({ view, bridge, act, words, boardWords, unitPx, isWide, say: setSaid }),
    [view, bridge, words, boardWords, unitPx, isWide]
  )
  useHandsOff()
  usePricedBasket(bridge, state, head.revision, act)
  const leave = useCallback(() => act({ kind: 'reset' }), [])
  const secondsLeft = useIdle(state.page.kind !== 'start', head.kiosk?.idleSeconds ?? 60, leave)
  const isAsking = secondsLeft !== null

  return (
    <KioskProvider value={setting}>
      <main
        className={`kiosk${isWide ? ' wide' : ''}${head.screen.calm ? ' calm' : ''}`}
        lang={head.language}
        data-state="kiosk"
        data-page={state.page.kind}
        data-revision={head.revision}
        data-theme={themeInForce(window.location.search, head.screen.theme)}
        style={{
          ...themeVariablesOf(window.location.search, head.screen),
          ...storeVariablesOf(head.storeColour),
          ...unitVariableOf(unitPx),
          width: size.widthPx,
          height: size.heightPx
        }}
      >
        <div className="kiosk-page" inert={isAsking}>
          <KioskStateProvider value={state}>
            <Page state={state} />
          </KioskStateProvider>
        </div>
        <p className="said" aria-live="polite">
          {said}
        </p>
        {isAsking ? <StillThere seconds={secondsLeft} words={words} /> : null}
      </main>
    </KioskProvider>
  )
}

/** What every length of kiosk.css is a multiple of. */
function unitVariableOf(unitPx: number): Record<`--${string}`, string> {
  return { '--u': `${unitPx}px` }
}

function Page({ state }: { readonly state: KioskState }): ReactElement {
  const { page } = state
  switch (page.kind) {
    case 'start':
      return <StartPage />
    case 'menu':
      return <MenuPage />
    case 'list':
      return <ListPageView place={page.place} />
    case 'search':
      return <SearchPage />
    case 'filter':
      return <FilterPage place={page.place} />
    case 'product':
      return <ProductPage key={page.productId} productId={page.productId} from={page.from} />
    case 'basket':
      return <BasketPage from={page.from} />
    case 'hand-over':
      return <HandOverPage />
  }
}

interface Asked {
  readonly lines: readonly PageLine[]
  readonly rewardId: string | null
  readonly version: number
  /** Of the menu: another one may have other prices. */
  readonly revision: string
}

/** Adds the basket up whenever it or the menu changes; the latest answer counts. */
function usePricedBasket(
  bridge: TopshelfBridge,
  { askedLines: lines, rewardId, basketVersion: version }: KioskState,
  revision: string,
  act: Dispatch<KioskAct>
): void {
  const call = useMemo(
    () =>
      latestCall<Asked, KioskReply<KioskBasket>>(
        (asked) => bridge.kioskBasket(linesToAsk(asked.lines), asked.rewardId).then(orUnavailable),
        (asked, reply) =>
          act({ kind: 'priced', version: asked.version, basket: reply?.ok === true ? reply.answer : null })
      ),
    [bridge, act]
  )
  useEffect(() => call.end, [call])
  useEffect(() => {
    if (lines.length === 0) return
    // Of another menu, what the basket came to is not what it comes to.
    act({ kind: 'asked' })
    call.want({ lines, rewardId, version, revision })
  }, [call, act, lines, rewardId, version, revision])
}

/** Asked before everything is forgotten; any touch is an answer. */
function StillThere({
  seconds,
  words
}: {
  readonly seconds: number
  readonly words: KioskSetting['words']
}): ReactElement {
  const yes = useRef<HTMLButtonElement>(null)
  useEffect(() => yes.current?.focus(), [])
  return (
    <div
      className="still-there"
      role="alertdialog"
      aria-modal="true"
      aria-labelledby="still-there"
      aria-describedby="still-left"
    >
      <h2 id="still-there">{words.stillThere}</h2>
      <p id="still-left">{words.stillThereNote(seconds)}</p>
      <button type="button" className="begin" ref={yes}>
        {words.yesStill}
      </button>
    </div>
  )
}
