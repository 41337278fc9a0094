import type { ReactElement } from 'react'
import type { KioskOffer, KioskStep } from '../../shared/kiosk.ts'
import { useKiosk } from './pieces.tsx'

/** What is on for the product: the first offer with what is missing for it and its limits, and the way to all of them in full. */
export function OffersButton({
  offers,
  missing,
  onOpen
}: {
  readonly offers: readonly KioskOffer[]
  readonly missing: KioskStep['missing']
  readonly onOpen: () => void
}): ReactElement | null {
  const { words } = useKiosk()
  const [first] = offers
  if (first === undefined) return null
  return (
    <button type="button" className="offers-button" onClick={onOpen}>
      <span className="offers-first">
        <b className="row-ticket">{first.short}</b>
        <span>{[...needsOf(first, missing), ...restOf(first), first.note].join(', ')}</span>
      </span>
      <span className="offers-all">{words.seeOffers(offers.length)}</span>
    </button>
  )
}

/** Every offer on the product: what it is of, what is missing for it, its limits, its name and its end. */
export function OfferList({
  offers,
  missing
}: {
  readonly offers: readonly KioskOffer[]
  readonly missing: KioskStep['missing']
}): ReactElement {
  const { words } = useKiosk()
  return (
    <div className="kiosk-scroll offer-list" tabIndex={-1} ref={focusList}>
      <ul aria-label={words.offers}>
        {offers.map((offer) => (
          <li key={offer.promotionId}>
            <h2>{offer.headline}</h2>
            {needsOf(offer, missing).map((needs) => (
              <p key={needs}>
                <b>{needs}</b>
              </p>
            ))}
            <p>{offer.note}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What the ticket does not say of it. */
function restOf({ short, headline }: KioskOffer): readonly string[] {
  return headline === short ? [] : [headline]
}

/** What was pressed is gone: what it led to is read out. */
function focusList(list: HTMLDivElement | null): void {
  list?.focus({ preventScroll: true })
}

function needsOf({ promotionId }: KioskOffer, missing: KioskStep['missing']): readonly string[] {
  return missing.filter((one) => one.promotionId === promotionId).map(({ needs }) => needs)
}
