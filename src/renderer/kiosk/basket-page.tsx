import type { ReactElement } from 'react'
import type { KioskBasket, KioskBasketLine } from '../../shared/kiosk.ts'
import type { KioskPage } from './kiosk-state.ts'
import { Dock, Poster, useKiosk, useKioskState } from './pieces.tsx'
import { Total } from './product-page.tsx'
import { VirtualRows } from './virtual-rows.tsx'

/** A line's height in the design. */
const LINE = 236

/** The basket: each line to be changed or taken out, the sums, what offers do and nearly do, and the way to the counter. */
export function BasketPage({ from }: { readonly from: KioskPage }): ReactElement {
  const { words, act, unitPx, view } = useKiosk()
  const state = useKioskState()
  const { basket, isUnpriced, lines } = state
  const isEmpty = lines.length === 0
  return (
    <div className="page basket">
      <Poster title={words.basketTitle} kind={view.head.storeName} focusKey="basket">
        <p className="poster-note">{words.anEstimate}</p>
      </Poster>
      {isEmpty ? (
        <p className="empty">{words.basketEmpty}</p>
      ) : basket === null ? (
        <p className="empty" role="status">
          {isUnpriced ? words.cannotPrice : words.pending}
        </p>
      ) : (
        <>
          <VirtualRows
            of="basket"
            count={basket.lines.length}
            rowPx={LINE * unitPx}
            columns={1}
            label={words.basketTitle}
            renderRow={(at) => {
              const line = basket.lines[at]
              return line === undefined ? null : <BasketLine line={line} />
            }}
          />
          <BasketSums basket={basket} />
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

/** The page that the basket was opened on; a product of it is no way out. */
function backTo(from: KioskPage): KioskPage {
  return from.kind === 'list' || from.kind === 'search' ? from : { kind: 'menu' }
}

function BasketLine({ line }: { readonly line: KioskBasketLine }): ReactElement {
  const { words, act } = useKiosk()
  const state = useKioskState()
  const { productId, less, more } = line
  const page = state.page
  const set = (quantity: string): void => act({ kind: 'set-line', line: { productId, quantity } })
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
          {line.name}
        </span>
        <span className="basket-about">{line.note ?? [line.about, ...line.offers].join(', ')}</span>
      </button>
      <span className="basket-amount">{line.amount ?? '\u2013'}</span>
      <span className="basket-buttons">
        <button
          type="button"
          className="step small"
          aria-label={words.lessOf(line.name)}
          disabled={less === null}
          onClick={() => less !== null && set(less)}
        />
        <button
          type="button"
          className="step small plus"
          aria-label={words.moreOf(line.name)}
          disabled={more === null}
          onClick={() => more !== null && set(more)}
        />
        <button
          type="button"
          className="remove"
          aria-label={words.remove(line.name)}
          onClick={() => act({ kind: 'remove', productId })}
        >
          {words.removeShort}
        </button>
      </span>
    </div>
  )
}

function BasketSums({ basket }: { readonly basket: KioskBasket }): ReactElement {
  const { words, act, view } = useKiosk()
  const state = useKioskState()
  return (
    <div className="basket-foot">
      {basket.near.slice(0, 2).map((near) =>
        near.fix === null ? (
          <p className="near" key={near.promotionId}>
            {near.words}
          </p>
        ) : (
          <button
            type="button"
            className="nudge"
            key={near.promotionId}
            onClick={() => near.fix !== null && act({ kind: 'set-line', line: near.fix.line })}
          >
            <span className="nudge-words">{near.words}</span>
            <span className="nudge-action">{near.fix.label}</span>
          </button>
        )
      )}
      {basket.rewards.length === 0 ? null : (
        <div className="rewards" role="group" aria-label={words.rewards}>
          {basket.rewards.map(({ rewardId, label }) => (
            <button
              type="button"
              className="filter-option"
              key={rewardId}
              aria-pressed={state.rewardId === rewardId}
              onClick={() => act({ kind: 'reward', rewardId: state.rewardId === rewardId ? null : rewardId })}
            >
              {label}
            </button>
          ))}
          {basket.rewardNote === null ? null : <p className="near">{basket.rewardNote}</p>}
        </div>
      )}
      <div className="sums">
        <dl className="sum-lines">
          {basket.sums.map(({ label, amount }) => (
            <div key={`${label} ${amount}`}>
              <dt>{label}</dt>
              <dd>{amount}</dd>
            </div>
          ))}
        </dl>
        {view.head.heldLine === null ? (
          <Total total={basket.total} label={words.youPay} />
        ) : (
          <p>{view.head.heldLine}</p>
        )}
        {basket.notes.map((note) => (
          <p className="fine" key={note}>
            {note}
          </p>
        ))}
      </div>
    </div>
  )
}
