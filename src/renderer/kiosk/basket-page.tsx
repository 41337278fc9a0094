import { useState, type ReactElement } from 'react'
import type { KioskBasketLine, KioskQuantity } from '../../shared/kiosk.ts'
import { BasketExtras, BasketFoot, extrasIn } from './basket-foot.tsx'
import type { KioskPage, KioskState } from './kiosk-state.ts'
import { Dock, Poster, useKiosk, useKioskState } from './pieces.tsx'
import { VirtualRows } from './virtual-rows.tsx'

/** A line's height in the design. */
const LINE = 280

/** The basket: each line to be changed or taken out, the sums, what offers do and nearly do, and the way to the counter. */
export function BasketPage({ from }: { readonly from: KioskPage }): ReactElement {
  const { words, act, unitPx, view } = useKiosk()
  const state = useKioskState()
  const { isUnpriced, isPending } = state
  const rows = basketRowsOf(state)
  const isEmpty = rows.length === 0
  const [areExtrasOpen, setExtrasOpen] = useState(false)
  const hasExtras = extrasIn(state.basket) > 0
  return (
    <div className="page basket" data-pending={isPending}>
      <Poster title={words.basketTitle} kind={view.head.storeName} focusKey="basket">
        <p className="poster-note">{words.anEstimate}</p>
      </Poster>
      {isEmpty ? (
        <p className="empty">{words.basketEmpty}</p>
      ) : isUnpriced && !isPending ? (
        <p className="empty" role="status">
          {words.cannotPrice}
        </p>
      ) : (
        <>
          {areExtrasOpen && hasExtras && state.basket !== null ? (
            <BasketExtras basket={state.basket} onDone={() => setExtrasOpen(false)} />
          ) : (
            <VirtualRows
              of="basket"
              count={rows.length}
              rowPx={LINE * unitPx}
              columns={1}
              label={words.basketTitle}
              renderRow={(at) => {
                const line = rows[at]
                return line === undefined ? null : <BasketLine line={line} isPending={isPending} />
              }}
            />
          )}
          <BasketFoot areExtrasOpen={areExtrasOpen} onExtras={() => setExtrasOpen(!areExtrasOpen)} />
        </>
      )}
      <Dock
        back={{ label: words.backTo(words.menu), go: () => act({ kind: 'go', page: backTo(from) }) }}
        main={
          <button
            type="button"
            className="go"
            aria-disabled={isEmpty}
            onClick={() => {
              if (!isEmpty) act({ kind: 'go', page: { kind: 'hand-over' } })
            }}
          >
            {words.handOver}
          </button>
        }
        hasBasket={false}
      />
    </div>
  )
}

/** The lines: as the host added them up, or as they were asked for, without amounts, until it has. */
function basketRowsOf({ basket, lines, isPending }: KioskState): readonly KioskBasketLine[] {
  if (basket !== null && !isPending) return basket.lines
  const rows = new Map<string, KioskBasketLine>()
  for (const { productId, quantity, said, name } of lines) {
    const before = rows.get(productId)
    rows.set(productId, {
      productId,
      quantity,
      said: before === undefined ? said : `${before.said} + ${said}`,
      name,
      about: before === undefined ? said : `${before.said} + ${said}`,
      amount: null,
      offers: [],
      note: null,
      less: null,
      more: null
    })
  }
  return [...rows.values()]
}

/** The page that the basket was opened on; a product of it is no way out. */
function backTo(from: KioskPage): KioskPage {
  return from.kind === 'list' || from.kind === 'search' ? from : { kind: 'menu' }
}

function BasketLine({
  line,
  isPending
}: {
  readonly line: KioskBasketLine
  readonly isPending: boolean
}): ReactElement {
  const { words, act } = useKiosk()
  const state = useKioskState()
  const { productId, name, less, more } = line
  const page = state.page
  const set = (to: KioskQuantity | null): void => {
    if (to !== null) act({ kind: 'set-line', line: { productId, name, ...to } })
  }
  return (
    <div className="basket-line" data-product-id={productId}>
      <button
        type="button"
        className="basket-text"
        onClick={() =>
          act({
            kind: 'go',
            page: { kind: 'product', productId, from: page.kind === 'basket' ? page : { kind: 'search' } }
          })
        }
      >
        <span className="basket-name" dir="auto">
          {name}
        </span>
        <span className="basket-about">{line.note ?? [line.about, ...line.offers].join(', ')}</span>
      </button>
      <span className="basket-amount">{line.amount ?? (isPending ? words.pending : '\u2013')}</span>
      <span className="basket-buttons">
        <button
          type="button"
          className="step small"
          aria-label={words.lessOf(name)}
          aria-disabled={less === null}
          onClick={() => set(less)}
        />
        <button
          type="button"
          className="step small plus"
          aria-label={words.moreOf(name)}
          aria-disabled={more === null}
          onClick={() => set(more)}
        />
        <button
          type="button"
          className="remove"
          aria-label={words.remove(name)}
          onClick={() => act({ kind: 'remove', productId })}
        >
          {words.removeShort}
        </button>
      </span>
    </div>
  )
}
