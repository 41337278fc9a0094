import { memo, useDeferredValue, useMemo, useRef, type ReactElement } from 'react'
import type { ViewItem } from '../../shared/board-view.ts'
import { ROW } from './browse-pages.tsx'
import { Dock, Poster, PosterNote, useKiosk, useKioskState } from './pieces.tsx'
import { ProductRow } from './product-row.tsx'
import { foundIn, searchIndexOf } from './search-index.ts'
import { VirtualRows } from './virtual-rows.tsx'

const KEYS = ['1234567890', 'QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM'] as const

/** Search as somebody types, on keys that the page draws: a kiosk has no others. */
export function SearchPage(): ReactElement {
  const { view, words, act } = useKiosk()
  const state = useKioskState()
  const { text } = state
  const index = useMemo(() => searchIndexOf(view.items), [view.items])
  // A key is seen at once, whatever the search costs.
  const asked = useDeferredValue(text)
  const found = useMemo(() => foundIn(index, asked), [index, asked])
  const field = useRef<HTMLInputElement>(null)
  const type = (next: string): void => {
    act({ kind: 'type', text: next })
    // The end of a long text is where somebody types.
    requestAnimationFrame(() => field.current?.scrollTo({ left: field.current.scrollWidth }))
  }
  return (
    <div className="page search" data-asked={asked}>
      <Poster title={words.search} kind={view.head.storeName} focusKey="search">
        <PosterNote count={found.length} />
      </Poster>
      <input
        ref={field}
        type="search"
        className="search-field"
        // The page's own keys are there; the system's would lie over them.
        inputMode="none"
        autoComplete="off"
        spellCheck={false}
        aria-label={words.searchLabel}
        placeholder={words.searchNote}
        value={text}
        onChange={(event) => type(event.target.value)}
      />
      <Results found={found} asked={asked} />
      <div className="letters" role="group" aria-label={words.searchLabel}>
        {KEYS.map((row) => (
          <div className="letter-row" key={row}>
            {[...row].map((key) => (
              <button type="button" className="letter" key={key} onClick={() => type(text + key.toLowerCase())}>
                {key}
              </button>
            ))}
            {row === KEYS[3] ? (
              <button
                type="button"
                className="letter wide"
                aria-label={words.keys.back}
                onClick={() => type([...text].slice(0, -1).join(''))}
              >
                {'\u2190'}
              </button>
            ) : null}
          </div>
        ))}
        <div className="letter-row">
          <button type="button" className="letter wide" onClick={() => type('')}>
            {words.keys.clear}
          </button>
          <button type="button" className="letter space" onClick={() => type(`${text} `)}>
            {words.keys.space}
          </button>
        </div>
      </div>
      <Dock
        back={{ label: words.backTo(words.menu), go: () => act({ kind: 'go', page: { kind: 'menu' } }) }}
        main={<span />}
      />
    </div>
  )
}

/** Drawn anew where something else is found, and not for each key. */
const Results = memo(function Results({
  found,
  asked
}: {
  readonly found: readonly ViewItem[]
  readonly asked: string
}): ReactElement {
  const { words, unitPx } = useKiosk()
  if (found.length === 0) return <p className="empty">{words.nothingFound}</p>
  return (
    <VirtualRows
      count={found.length}
      rowPx={ROW * unitPx}
      columns={1}
      label={words.search}
      of={asked}
      renderRow={(at) => {
        const item = found[at]
        return item === undefined ? null : <ProductRow item={item} from={FROM_SEARCH} />
      }}
    />
  )
})

const FROM_SEARCH = { kind: 'search' } as const
