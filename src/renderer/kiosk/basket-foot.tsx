import type { ReactElement } from 'react'
import type { KioskBasket, KioskNearOffer } from '../../shared/kiosk.ts'
import { useKiosk, useKioskState } from './pieces.tsx'
import { Total } from './product-page.tsx'
import { SumLines } from './sum-lines.tsx'

/** How many offers nearly apply, and rewards may be taken; 0 for a basket that is not known. */
export function extrasIn(basket: KioskBasket | null): number {
  return basket === null ? 0 : basket.near.length + basket.rewards.length
}

/**
 * Under the lines: the first offer that a button makes apply, the way to all others and to the rewards, the sums, and the
 * total, which is always there. While the host adds up, no amount of an older basket is.
 */
export function BasketFoot({
  areExtrasOpen,
  onExtras
}: {
  readonly areExtrasOpen: boolean
  readonly onExtras: () => void
}): ReactElement {
  const { words, view } = useKiosk()
  const { basket, isPending } = useKioskState()
  const first = basket?.near.find(({ fix }) => fix !== null) ?? null
  const others = basket === null ? 0 : basket.near.length - (first === null ? 0 : 1)
  const seen = [
    ...(others > 0 ? [words.seeOffers(basket?.near.length ?? 0)] : []),
    ...(basket !== null && basket.rewards.length > 0 ? [words.seeRewards(basket.rewards.length)] : [])
  ]
  return (
    <div className={isPending ? 'basket-foot pending' : 'basket-foot'}>
      {areExtrasOpen ? null : first === null ? null : <NearOffer near={first} />}
      {seen.length === 0 && !areExtrasOpen ? null : extrasIn(basket) === 0 ? null : (
        <button type="button" className="extras-button" aria-expanded={areExtrasOpen} onClick={onExtras}>
          {areExtrasOpen ? words.backTo(words.basketTitle.toLocaleLowerCase(view.head.language)) : seen.join(', ')}
        </button>
      )}
      <div className="sums">
        <SumLines sums={basket?.sums ?? []} />
        <div className="sums-end">
          {view.head.heldLine === null ? (
            <Total total={isPending ? null : (basket?.total ?? null)} label={words.youPay} />
          ) : (
            <p>{view.head.heldLine}</p>
          )}
          {(basket?.notes ?? []).map((note) => (
            <p className="fine" key={note}>
              {note}
            </p>
          ))}
        </div>
      </div>
    </div>
  )
}

/** In place of the lines: every offer that nearly applies, and every reward. */
export function BasketExtras({
  basket,
  onDone
}: {
  readonly basket: KioskBasket
  /** The basket was made what an offer asks for. */
  readonly onDone: () => void
}): ReactElement {
  const { words, act } = useKiosk()
  const { rewardId: chosen, isPending } = useKioskState()
  return (
    <div className={isPending ? 'kiosk-scroll basket-extras pending' : 'kiosk-scroll basket-extras'}>
      {basket.near.length === 0 ? null : (
        <section aria-label={words.offers}>
          <h2>{words.offers}</h2>
          {basket.near.map((near) => (
            <NearOffer key={near.promotionId} near={near} onDone={onDone} />
          ))}
        </section>
      )}
      {basket.rewards.length === 0 ? null : (
        <section aria-label={words.rewards}>
          <h2>{words.rewards}</h2>
          <div className="rewards">
            {basket.rewards.map(({ rewardId, label }) => (
              <button
                type="button"
                className="filter-option"
                key={rewardId}
                aria-pressed={chosen === rewardId}
                onClick={() => act({ kind: 'reward', rewardId: chosen === rewardId ? null : rewardId })}
              >
                {label}
              </button>
            ))}
          </div>
          {basket.rewardNote === null ? null : <p className="near">{basket.rewardNote}</p>}
        </section>
      )}
    </div>
  )
}

/** An offer that nearly applies: what it misses, and a button where more of a line is all of that. */
function NearOffer({ near, onDone }: { readonly near: KioskNearOffer; readonly onDone?: () => void }): ReactElement {
  const { act } = useKiosk()
  const { lines } = useKioskState()
  const { fix } = near
  if (fix === null) return <p className="near">{near.words}</p>
  const name = lines.find(({ productId }) => productId === fix.line.productId)?.name ?? ''
  return (
    <button
      type="button"
      className="nudge"
      onClick={() => {
        act({ kind: 'set-line', line: { ...fix.line, name } })
        onDone?.()
      }}
    >
      <span className="nudge-words">{near.words}</span>
      <span className="nudge-action">{fix.label}</span>
    </button>
  )
}
