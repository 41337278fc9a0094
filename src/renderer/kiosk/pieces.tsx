import { createContext, useContext, type Dispatch, type ReactElement, type ReactNode } from 'react'
import type { BoardView, MoneyText, StrainType } from '../../shared/board-view.ts'
import type { TopshelfBridge } from '../../shared/channels.ts'
import { type BoardWords, wordsOf } from '../words/words.ts'
import { basketCountOf, type KioskAct, type KioskState } from './kiosk-state.ts'
import { type KioskPageWords, kioskWordsOf } from './kiosk-words.ts'

/** What every page of a kiosk goes by. */
export interface KioskSetting {
  readonly view: BoardView
  readonly bridge: TopshelfBridge
  readonly act: Dispatch<KioskAct>
  readonly words: KioskPageWords
  readonly boardWords: BoardWords
  /** One px of the design on this screen. */
  readonly unitPx: number
  readonly isWide: boolean
  /** What is done is said to whoever does not see it. */
  readonly say: (text: string) => void
}

const KioskContext = createContext<KioskSetting | null>(null)
export const KioskProvider = KioskContext.Provider

export function useKiosk(): KioskSetting {
  const setting = useContext(KioskContext)
  if (setting === null) throw new Error('a page of a kiosk stands in a kiosk')
  return setting
}

const StateContext = createContext<KioskState | null>(null)
/** Apart from what pages go by: a key that is pressed must not draw every row anew. */
export const KioskStateProvider = StateContext.Provider

export function useKioskState(): KioskState {
  const state = useContext(StateContext)
  if (state === null) throw new Error('a page of a kiosk stands in a kiosk')
  return state
}

export function wordsFor(language: string): { readonly words: KioskPageWords; readonly boardWords: BoardWords } {
  return { words: kioskWordsOf(language), boardWords: wordsOf(language) }
}

export function moneyLine({ digits, sign, signAfter }: MoneyText): string {
  return signAfter ? `${digits}\u00a0${sign}` : `${sign}${digits}`
}

/** The upper third of each page, where no hand has to reach: what the page is about, and what must be said on it. */
export function Poster({
  title,
  strain = null,
  kind = null,
  picture = null,
  children = null,
  focusKey
}: {
  readonly title: string
  readonly strain?: StrainType | null
  readonly kind?: string | null
  readonly picture?: string | null
  readonly children?: ReactNode
  /** Another page: its heading is read out. */
  readonly focusKey: string
}): ReactElement {
  const { isWide } = useKiosk()
  return (
    <header className={`poster ${strain ?? 'store'}`} data-size={titleSizeOf(title, isWide)}>
      {picture === null ? <PosterShape strain={strain} /> : <img src={picture} alt="" draggable={false} />}
      {kind === null ? null : <p className="kind">{kind}</p>}
      <h1 key={focusKey} ref={focusHeading} tabIndex={-1} dir="auto">
        {title}
      </h1>
      {children}
      <Notices />
    </header>
  )
}

/** The heading of another page is read out. */
function focusHeading(heading: HTMLHeadingElement | null): void {
  heading?.focus({ preventScroll: true })
}

/** How many products a page is about, and how old their prices are. */
export function PosterNote({ count }: { readonly count: number }): ReactElement {
  const { words, view } = useKiosk()
  const { stale, ageLine } = view.head
  return (
    <div className="poster-note">
      <span role="status">{words.products(count)}</span>
      {stale || ageLine === '' ? null : <small>{ageLine}</small>}
    </div>
  )
}

/** What a market requires on every page, and the age of prices that nobody confirms any more. */
function Notices(): ReactElement | null {
  const { head } = useKiosk().view
  if (head.notice === null && !head.stale) return null
  return (
    <p className="notices">
      {head.stale ? <strong className="alert">{head.ageLine}</strong> : null}
      {head.notice === null ? null : <span>{head.notice}</span>}
    </p>
  )
}

/** Widths of letters at the poster's size, in parts of it. */
const LETTER = 0.7
const POSTER_WIDTH = 960
const LYING_POSTER_WIDTH = 600
const SIZES = [
  { name: 'xl', px: 148, lyingPx: 108, lines: 2 },
  { name: 'l', px: 116, lyingPx: 84, lines: 2 },
  { name: 'm', px: 92, lyingPx: 68, lines: 3 },
  { name: 's', px: 72, lyingPx: 60, lines: 3 },
  { name: 'xs', px: 56, lyingPx: 56, lines: 4 }
] as const

/** The largest of the poster's letters in which a title has room. */
function titleSizeOf(title: string, isWide: boolean): string {
  const words = title.split(/\s+/)
  const fitting = SIZES.find(({ px, lyingPx, lines: upright }) => {
    const room = isWide ? LYING_POSTER_WIDTH / (lyingPx * LETTER) : POSTER_WIDTH / (px * LETTER)
    // A lying poster is high.
    const lines = isWide ? upright + 2 : upright
    let used = 1
    let length = 0
    for (const word of words) {
      if (word.length > room) return false
      if (length + word.length + (length === 0 ? 0 : 1) <= room) length += word.length + (length === 0 ? 0 : 1)
      else {
        used += 1
        length = word.length
      }
    }
    return used <= lines
  })
  return (fitting ?? SIZES[SIZES.length - 1] ?? SIZES[0]).name
}

/** The mark of the type, cropped huge (art direction, Kiosk). */
function PosterShape({ strain }: { readonly strain: StrainType | null }): ReactElement {
  if (strain === null)
    return (
      <svg className="shape" viewBox="0 0 900 900" aria-hidden="true">
        {pathOf('hybrid')}
      </svg>
    )
  return (
    <svg className="shape" viewBox="0 0 900 900" aria-hidden="true">
      {pathOf(strain)}
      <text x="450" y={strain === 'sativa' ? 800 : 670}>
        {LETTERS[strain]}
      </text>
    </svg>
  )
}

const LETTERS: Readonly<Record<StrainType, string>> = { indica: 'I', sativa: 'S', hybrid: 'H', cbd: 'C' }

function pathOf(strain: StrainType): ReactElement {
  switch (strain) {
    case 'indica':
      return <circle cx="450" cy="450" r="430" />
    case 'sativa':
      return (
        <path d="M450 10 Q490 10 512 48 L884 800 Q910 860 850 866 L50 866 Q-10 860 16 800 L388 48 Q410 10 450 10Z" />
      )
    case 'hybrid':
      return (
        <path d="M450 20 Q470 20 486 36 L864 414 Q900 450 864 486 L486 864 Q450 900 414 864 L36 486 Q0 450 36 414 L414 36 Q430 20 450 20Z" />
      )
    case 'cbd':
      return <rect x="60" y="60" width="780" height="780" rx="40" />
  }
}

/** The foot of each page: back at the left, the main thing in the middle, the basket at the right. */
export function Dock({
  back,
  main,
  hasBasket = true
}: {
  readonly back: { readonly label: string; readonly go: () => void } | null
  readonly main: ReactNode
  readonly hasBasket?: boolean
}): ReactElement {
  const { act, words } = useKiosk()
  const state = useKioskState()
  const { page, basket, isUnpriced, isPending } = state
  const count = basketCountOf(state)
  return (
    <nav className="dock">
      {back === null ? (
        <span />
      ) : (
        <button type="button" onClick={back.go}>
          {back.label}
        </button>
      )}
      <div className="dock-main">{main}</div>
      {hasBasket ? (
        <button type="button" onClick={() => act({ kind: 'go', page: { kind: 'basket', from: page } })}>
          {words.basket(count)}
          {count > 0 && basket?.about != null && !isUnpriced && !isPending ? <small>{basket.about}</small> : null}
        </button>
      ) : (
        <span />
      )}
    </nav>
  )
}
