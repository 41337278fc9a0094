import type { ReactElement } from 'react'
import type { ViewItem, ViewRung } from '../../shared/board-view.ts'
import { moneyLine, useKiosk } from './pieces.tsx'

/** More rungs than these are set narrower. */
const FEW_RUNGS = 4
/** More digits than these are set narrower. */
const MOST_DIGITS = 6

/** The ladder: what each quantity costs, out the door. The rung in force opens into the amount below it. */
export function ProductRail({
  item,
  inForce,
  onRung
}: {
  readonly item: ViewItem
  readonly inForce: number | null
  readonly onRung: (index: number) => void
}): ReactElement {
  return (
    <div className={item.rungs.length > FEW_RUNGS ? 'kiosk-rail many' : 'kiosk-rail'}>
      {item.rungs.map((rung, at) => (
        <button
          type="button"
          key={rung.quantity}
          ref={at === inForce ? showWhole : null}
          className={`kiosk-rung${at === inForce ? ' on' : ''}${rung.reduced ? ' lower' : ''}`}
          aria-current={at === inForce}
          data-quantity={rung.quantity}
          onClick={() => onRung(at)}
        >
          <RungWords rung={rung} item={item} />
        </button>
      ))}
    </div>
  )
}

/** Of a ladder that is longer than the page, the rung in force is always there. */
function showWhole(rung: HTMLButtonElement | null): void {
  rung?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

function RungWords({ rung, item }: { readonly rung: ViewRung; readonly item: ViewItem }): ReactElement {
  const { view, words, boardWords } = useKiosk()
  const { youPay, shelfPrice, regular, unitPrice, best, until, groupPays } = rung
  const isLong = youPay !== null && youPay.digits.length > MOST_DIGITS
  const tellsUnit = unitPrice !== null && (item.unit === 'g' || item.rungs.length > 1)
  return (
    <>
      <span className="rung-quantity">{rung.quantity}</span>
      {youPay === null ? (
        <span className="rung-held">{view.head.heldLine ?? boardWords.held}</span>
      ) : (
        <span className={isLong ? 'rung-pay long' : 'rung-pay'}>{moneyLine(youPay)}</span>
      )}
      {shelfPrice === null && regular === null ? null : (
        <span className="rung-per">
          {regular === null ? null : <s className="was">{regular}</s>}
          {shelfPrice === null ? null : words.plusTax(shelfPrice)}
        </span>
      )}
      {tellsUnit ? (
        <span className="rung-per">
          {best ? (
            <>
              {unitPrice} <b>{boardWords.bestPrice}</b>
            </>
          ) : item.unit === 'g' ? (
            words.aGram(unitPrice)
          ) : (
            words.eachAt(unitPrice)
          )}
        </span>
      ) : null}
      {until === null ? null : <span className="rung-per">{until}</span>}
      {groupPays === null ? null : (
        <span className="rung-per">
          {view.head.screen.rowLabels.group} {moneyLine(groupPays)}
        </span>
      )}
    </>
  )
}
