import { useMemo, type ReactElement } from 'react'
import type { ViewItem } from '../../shared/board-view.ts'
import { filterCountOf, isOnPromotion, narrowed, NO_FILTERS } from './filters.ts'
import type { Place } from './kiosk-state.ts'
import { Dock, Poster, PosterNote, useKiosk, useKioskState } from './pieces.tsx'
import { ProductRow } from './product-row.tsx'
import { VirtualRows } from './virtual-rows.tsx'

/** A row's height in the design. */
export const ROW = 148

/** The classes of the menu, each a way in. */
export function MenuPage(): ReactElement {
  const { view, words, act } = useKiosk()
  const classes = useMemo(() => classesOf(view.items, words.other), [view.items, words])
  const promoted = useMemo(() => view.items.filter(isOnPromotion).length, [view.items])
  const goTo = (place: Place): void => {
    act({ kind: 'filter', filters: NO_FILTERS })
    act({ kind: 'go', page: { kind: 'list', place } })
  }
  return (
    <div className="page menu">
      <Poster title={words.menu} kind={view.head.storeName} focusKey="menu">
        <PosterNote count={view.items.length} />
      </Poster>
      <div className="kiosk-scroll">
        <ul className="classes">
          <ClassTile label={words.all} count={view.items.length} onGo={() => goTo({ kind: 'all' })} />
          {view.head.kiosk?.tellsPromotions === true && promoted > 0 ? (
            <ClassTile label={words.onPromotion} count={promoted} sale onGo={() => goTo({ kind: 'promotion' })} />
          ) : null}
          {classes.map(([name, count]) => (
            <ClassTile key={name} label={name} count={count} onGo={() => goTo({ kind: 'class', name })} />
          ))}
        </ul>
      </div>
      <Dock
        back={{ label: words.startOver, go: () => act({ kind: 'reset' }) }}
        main={
          <button type="button" className="go" onClick={() => act({ kind: 'go', page: { kind: 'search' } })}>
            {words.search}
          </button>
        }
      />
    </div>
  )
}

function ClassTile({
  label,
  count,
  sale = false,
  onGo
}: {
  readonly label: string
  readonly count: number
  readonly sale?: boolean
  readonly onGo: () => void
}): ReactElement {
  const { words } = useKiosk()
  return (
    <li>
      <button type="button" className={sale ? 'class-tile lower' : 'class-tile'} onClick={onGo}>
        {label}
        <small>{words.products(count)}</small>
      </button>
    </li>
  )
}

/** The products of a place, narrowed. */
export function ListPageView({ place }: { readonly place: Place }): ReactElement {
  const { view, words, boardWords, act, unitPx, isWide } = useKiosk()
  const state = useKioskState()
  const { filters } = state
  const here = useMemo(
    () => narrowed(itemsIn(view.items, place, words.other), filters),
    [view.items, place, filters, words]
  )
  const title = placeName(place, words)
  const count = filterCountOf(filters)
  return (
    <div className="page list">
      <Poster title={title} kind={view.head.storeName} focusKey={title}>
        <PosterNote count={here.length} />
      </Poster>
      {here.length === 0 ? (
        <p className="empty">{boardWords.empty}</p>
      ) : (
        <VirtualRows
          of={`${title} ${count}`}
          count={here.length}
          rowPx={ROW * unitPx}
          columns={1}
          label={title}
          renderRow={(index) => {
            const item = here[index]
            return item === undefined ? null : <ProductRow item={item} from={{ kind: 'list', place }} />
          }}
        />
      )}
      <Dock
        back={{ label: words.backTo(words.menu), go: () => act({ kind: 'go', page: { kind: 'menu' } }) }}
        main={
          <>
            <button
              type="button"
              className={isWide ? '' : 'half'}
              onClick={() => act({ kind: 'go', page: { kind: 'filter', place } })}
            >
              {count === 0 ? words.filter : words.filtersOn(count)}
            </button>
            <button type="button" className="go half" onClick={() => act({ kind: 'go', page: { kind: 'search' } })}>
              {words.search}
            </button>
          </>
        }
      />
    </div>
  )
}

export function placeName(place: Place, words: { readonly all: string; readonly onPromotion: string }): string {
  switch (place.kind) {
    case 'all':
      return words.all
    case 'promotion':
      return words.onPromotion
    case 'class':
      return place.name
  }
}

export function itemsIn(items: readonly ViewItem[], place: Place, unsorted: string): readonly ViewItem[] {
  switch (place.kind) {
    case 'all':
      return items
    case 'promotion':
      return items.filter(isOnPromotion)
    case 'class':
      return items.filter((item) => (item.classification[0] ?? unsorted) === place.name)
  }
}

/** Top-level classes in the menu's order, with how many products each has. */
function classesOf(items: readonly ViewItem[], unsorted: string): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const { classification } of items) {
    const name = classification[0] ?? unsorted
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts]
}
