import { useMemo, type ReactElement } from 'react'
import { strainsOf } from '../layout/strains.ts'
import { isOnPromotion, narrowed, NO_FILTERS, toggled, type FilterSet } from './filters.ts'
import { itemsIn } from './browse-pages.tsx'
import type { Place } from './kiosk-state.ts'
import { Dock, Poster, PosterNote, useKiosk, useKioskState } from './pieces.tsx'

/** What the products of a place can be narrowed by: only what some of them have. */
export function FilterPage({ place }: { readonly place: Place }): ReactElement {
  const { view, words, boardWords, act } = useKiosk()
  const state = useKioskState()
  const { filters } = state
  const items = useMemo(() => itemsIn(view.items, place, words.other), [view.items, place, words])
  const left = useMemo(() => narrowed(items, filters).length, [items, filters])
  const { potencies, prices, brands } = useMemo(
    () => ({
      potencies: new Set(items.map(({ kiosk }) => kiosk?.potency ?? null)),
      prices: new Set(items.map(({ kiosk }) => kiosk?.price ?? null)),
      brands: [...new Set(items.flatMap(({ brand }) => brand ?? []))].toSorted((a, b) => a.localeCompare(b))
    }),
    [items]
  )
  const strains = useMemo(() => strainsOf(items), [items])
  const toggle = (set: FilterSet, value: string): void => act({ kind: 'filter', filters: toggled(filters, set, value) })
  const back = (): void => act({ kind: 'go', page: { kind: 'list', place } })
  const kiosk = view.head.kiosk
  return (
    <div className="page filter">
      <Poster title={words.filter} kind={view.head.storeName} focusKey="filter">
        <PosterNote count={left} />
      </Poster>
      <div className="kiosk-scroll filter-groups">
        {kiosk?.tellsPromotions === true && items.some(isOnPromotion) ? (
          <div className="filter-group">
            <Toggle
              label={words.onPromotion}
              isOn={filters.onPromotion}
              onToggle={() => act({ kind: 'filter', filters: { ...filters, onPromotion: !filters.onPromotion } })}
            />
          </div>
        ) : null}
        <Group
          label={words.type}
          options={strains.map((strain) => ({ id: strain, label: boardWords.strains[strain] }))}
          chosen={filters.strains}
          onToggle={(id) => toggle('strains', id)}
        />
        <Group
          label={words.potency}
          options={(kiosk?.potencyBands ?? []).filter(({ id }) => potencies.has(id))}
          chosen={filters.potencies}
          onToggle={(id) => toggle('potencies', id)}
        />
        <Group
          label={words.price}
          options={(kiosk?.priceBands ?? []).filter(({ id }) => prices.has(id))}
          chosen={filters.prices}
          onToggle={(id) => toggle('prices', id)}
        />
        <Group
          label={words.brand}
          options={brands.map((brand) => ({ id: brand, label: brand }))}
          chosen={filters.brands}
          onToggle={(id) => toggle('brands', id)}
        />
      </div>
      <Dock
        back={{ label: words.clear, go: () => act({ kind: 'filter', filters: NO_FILTERS }) }}
        main={
          <button type="button" className="go" onClick={back}>
            {words.showProducts(left)}
          </button>
        }
      />
    </div>
  )
}

function Group({
  label,
  options,
  chosen,
  onToggle
}: {
  readonly label: string
  readonly options: readonly { readonly id: string; readonly label: string }[]
  readonly chosen: ReadonlySet<string>
  readonly onToggle: (id: string) => void
}): ReactElement | null {
  if (options.length === 0) return null
  return (
    <section className="filter-group" aria-label={label}>
      <h2>{label}</h2>
      <div className="filter-options">
        {options.map((option) => (
          <Toggle
            key={option.id}
            label={option.label}
            isOn={chosen.has(option.id)}
            onToggle={() => onToggle(option.id)}
          />
        ))}
      </div>
    </section>
  )
}

function Toggle({
  label,
  isOn,
  onToggle
}: {
  readonly label: string
  readonly isOn: boolean
  readonly onToggle: () => void
}): ReactElement {
  return (
    <button type="button" className="filter-option" aria-pressed={isOn} onClick={onToggle} dir="auto">
      {label}
    </button>
  )
}
