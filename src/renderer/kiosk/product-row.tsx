import { memo, type ReactElement } from 'react'
import type { ViewItem, ViewRung } from '../../shared/board-view.ts'
import { StrainMark } from '../board/strain-mark.tsx'
import type { ListPage } from './kiosk-state.ts'
import { moneyLine, useKiosk } from './pieces.tsx'

/** More digits than these are set narrower. */
const MOST_DIGITS = 6
/** Rungs that a row has room for. */
const MOST_RUNGS = 2
const MOST_WIDE_RUNGS = 3

/** A product on a line: what it is, and its first prices. */
export const ProductRow = memo(function ProductRow({
  item,
  from
}: {
  readonly item: ViewItem
  readonly from: ListPage
}): ReactElement {
  const { act, boardWords, isWide } = useKiosk()
  const facts = [item.brand, item.thc === null ? null : `THC ${item.thc}`].filter((fact) => fact !== null)
  const [ticket] = item.tickets
  return (
    <button
      type="button"
      className={`product-row${item.soldOut ? ' sold-out' : ''}`}
      data-product-id={item.productId}
      onClick={() => act({ kind: 'go', page: { kind: 'product', productId: item.productId, from } })}
    >
      <span className="row-mark">
        {item.strain === null ? null : <StrainMark strain={item.strain} label={boardWords.strains[item.strain]} />}
      </span>
      <span className="row-text">
        <span className="row-name" dir="auto">
          {item.name}
        </span>
        <span className="row-facts">
          {item.soldOut ? <b className="row-state">{boardWords.soldOut}</b> : null}
          {!item.soldOut && item.state !== null ? <b className="row-state">{boardWords.states[item.state]}</b> : null}
          {ticket === undefined ? null : <b className="row-ticket">{ticket.short}</b>}
          <span>{facts.join(', ')}</span>
        </span>
      </span>
      {item.rungs.slice(0, isWide ? MOST_WIDE_RUNGS : MOST_RUNGS).map((rung) => (
        <RowPrice key={rung.quantity} rung={rung} />
      ))}
    </button>
  )
})

function RowPrice({ rung }: { readonly rung: ViewRung }): ReactElement {
  const { boardWords } = useKiosk()
  const isLong = rung.youPay !== null && rung.youPay.digits.length > MOST_DIGITS
  return (
    <span className={`row-price${rung.reduced ? ' lower' : ''}`}>
      <span className="row-quantity">{rung.quantity}</span>
      <span className={rung.youPay === null ? 'row-held' : isLong ? 'row-pay long' : 'row-pay'}>
        {rung.youPay === null ? boardWords.held : moneyLine(rung.youPay)}
      </span>
    </span>
  )
}
